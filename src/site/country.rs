//! A country's page, in one fixed order, and the lists of countries.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{self, CountryKind, Kind, Shows, cell::State};
use crate::text;

use super::collation::Collation;
use super::date::when;
use super::prose::Setter;
use super::references::rests_on;
use super::route::{self, Page};
use super::sheet::{Sheet, tongue};
use super::statute::banner;
use super::view::{
    Banner, Cell, CellRow, Countries, Country, CountryCard, CountrySection, Gap, Link, Observation, ObservationGroup,
    Prose, ProsePart, SourceLine, Statistic,
};

impl<'s> Sheet<'s> {
    pub(super) fn countries_page(&self) -> Countries {
        let (compared, others): (Vec<&law::Country>, Vec<&law::Country>) =
            self.site.countries().partition(|c| self.corpus().columns.contains(&c.id));
        Countries {
            handbook: (!self.corpus().columns.is_empty()).then(|| self.to(&Page::HandbookAll)),
            compared: compared.into_iter().map(|c| self.country_card(c)).collect(),
            others: others.into_iter().map(|c| self.country_card(c)).collect(),
        }
    }

    pub(super) fn country_card(&self, country: &'s law::Country) -> CountryCard {
        let answered = self.site.codebook().filter(|q| self.state_of(q, &country.id).answers()).count();
        let bound = |status: &super::view::Status| matches!(status.key, "party" | "bound");
        CountryCard {
            link: self.country(&country.id),
            id: country.id.to_string(),
            kind: country.kind.word(),
            summary: first_paragraph(&country.body),
            answered,
            questions: self.corpus().codebook.len(),
            bound: self.site.instruments().filter(|i| bound(&self.status(&country.id, &i.id))).count(),
        }
    }

    pub(super) fn state_of(&self, question: &'s law::Question, country: &law::CountryId) -> State {
        law::cell::on(self.corpus(), question, country, self.day).state
    }

    pub(super) fn country_page(&self, country: &'s law::Country) -> Country {
        let corpus = self.corpus();
        let id = &country.id;
        let compared = corpus.columns.contains(id);
        let mut parts = self.parts(country);
        let mut part = |name: &str| parts.remove(name).map(|(_, _, body)| body).unwrap_or_default();
        let body = part("");
        let [treaties_prose, laws_prose, statistics_prose] = ["treaties", "laws", "statistics"].map(&mut part);
        let [gaps_prose, amendments_prose, sources_prose] = ["gaps", "amendments", "sources"].map(&mut part);
        let observations_prose = part("observations");
        let shown = |what: Shows| compared && corpus.sections.iter().any(|s| s.shows.contains(&what));
        let sections: Vec<CountrySection> = match compared {
            true => self.site.sections().map(|s| self.country_section(country, s, part(s.id.as_str()))).collect(),
            false => Vec::new(),
        };
        let cells = || sections.iter().flat_map(|s| &s.cells).map(|r| &r.cell);
        let weak = ["no", "no-provision", "partial", "indirect", "unclear"];
        let silent = ["not-researched", "source-silent", "source-unavailable"];
        let pick = |keys: &[&str]| -> Vec<Cell> { cells().filter(|c| keys.contains(&c.state)).cloned().collect() };
        let (weak, unanswered) = (pick(&weak), pick(&silent));
        let mut other: Vec<(usize, ProsePart)> =
            parts.into_iter().map(|(id, (order, title, body))| (order, ProsePart { id, title, body })).collect();
        other.sort_by_key(|(order, _)| *order);
        Country {
            id: id.to_string(),
            name: country.name.clone(),
            official_name: country.official_name.clone(),
            kind: country.kind.word(),
            iso: country.iso.clone(),
            capital: country.capital.clone(),
            names: country.names.iter().map(tongue).collect(),
            related: self.related(country),
            beside: self.paired_with(id),
            banners: self.country_banners(country, compared),
            body,
            compared,
            treaty_summary: self.treaty_lines(id),
            treaties: self.actions_by_instrument(id),
            treaties_in_section: shown(Shows::Actions),
            treaties_prose,
            sections,
            laws: if shown(Shows::Laws) { Vec::new() } else { self.laws_of(id) },
            laws_prose,
            offences: if shown(Shows::Offences) { Vec::new() } else { self.offences_in(id) },
            statistics: if shown(Shows::Statistics) { Vec::new() } else { self.statistics_of(id) },
            statistics_prose,
            gaps: corpus.gaps.iter().filter(|g| g.country == *id).map(|g| self.gap(g)).collect(),
            gaps_prose,
            observations: self.observations_by_topic(id),
            observations_prose,
            modules: self.modules_naming(id),
            weak,
            unanswered,
            amendments: self.amendments_of(id),
            amendments_prose,
            latest: self.latest_of_country(id),
            changes: self.link_to_changes_of_country(id),
            handbook: (compared && matches!(self.at.page, Page::Country(_)))
                .then(|| self.to(&Page::HandbookCountry(id.clone()))),
            other: other.into_iter().map(|(_, part)| part).collect(),
            conflicts: self.conflicts(Kind::Country, id.as_str()),
            sources: self.sources_of(country),
            sources_prose,
        }
    }

    fn country_section(&self, country: &'s law::Country, section: &'s law::Section, body: Prose) -> CountrySection {
        let questions = self.site.codebook().filter(|q| q.section == section.id);
        let shows = |what: Shows| section.shows.contains(&what);
        let mut cells: Vec<CellRow> = questions.map(|q| self.cell_row(q, &country.id)).collect();
        let applies = cells.iter().any(|row| row.cell.state != State::NotApplicable.word());
        let not_applicable = if applies { 0 } else { cells.len() };
        cells.truncate(if applies { cells.len() } else { 0 });
        CountrySection {
            id: section.id.to_string(),
            title: section.title.clone(),
            matrix: self.record(Kind::Section, section.id.as_str()),
            body,
            not_applicable,
            cells,
            shows_treaties: shows(Shows::Actions),
            offences: if shows(Shows::Offences) { self.offences_in(&country.id) } else { Vec::new() },
            laws: if shows(Shows::Laws) { self.laws_of(&country.id) } else { Vec::new() },
            statistics: if shows(Shows::Statistics) { self.statistics_of(&country.id) } else { Vec::new() },
        }
    }

    fn cell_row(&self, question: &'s law::Question, country: &law::CountryId) -> CellRow {
        let on = law::cell::on(self.corpus(), question, country, self.day);
        let shown = on.shown;
        let plain = shown.and_then(|f| f.plain.as_ref().or(f.note.as_ref()));
        CellRow {
            question: Link { text: question.wording.clone(), ..self.link(Kind::Question, question.id.as_str()) },
            domain: question.domain.word(),
            cell: self.cell_view(question, country, &on),
            citation: shown.map(|f| self.citation(&f.citation)),
            rests_on: shown
                .iter()
                .flat_map(|f| &f.rests_on)
                .filter_map(rests_on)
                .map(|(k, id)| self.link(k, id))
                .collect(),
            plain: self.note(plain, &format!("{}-", question.id)),
        }
    }

    /// The parts of a profile by their anchors: place, heading, and body. The part before the first heading has no name.
    fn parts(&self, country: &law::Country) -> BTreeMap<String, (usize, String, Prose)> {
        let mut parts = BTreeMap::new();
        if country.body.is_empty() {
            return parts;
        }
        let (notes, blocks): (Vec<text::Block>, Vec<text::Block>) =
            country.body.blocks().into_iter().partition(|block| matches!(block, text::Block::Footnote { .. }));
        let anchors = self.anchors_of(&blocks);
        let mut open: (String, String, Vec<text::Block>) = Default::default();
        let mut close = |(id, title, mut blocks): (String, String, Vec<text::Block>)| {
            if !(id.is_empty() && blocks.is_empty()) {
                let order = parts.len();
                let prefix = if id.is_empty() { String::new() } else { format!("{id}-") };
                blocks.extend(notes_of(&blocks, &notes));
                parts.insert(
                    id,
                    (order, title, Setter::new(*self, &prefix).of(country.body.span()).among(&anchors).set(blocks)),
                );
            }
        };
        for block in blocks {
            match block {
                text::Block::Heading { level: 2, id, text } => {
                    let before = std::mem::replace(&mut open, (id, plain(&text), Vec::new()));
                    close(before);
                }
                block => open.2.push(block),
            }
        }
        close(open);
        parts
    }

    /// Where the anchors of a profile lie on the page: those of its parts as they are, those within a part behind its name,
    /// and the parts that every such page has.
    fn anchors_of(&self, blocks: &[text::Block]) -> BTreeMap<String, String> {
        let own = [
            "gaps",
            "amendments",
            "laws",
            "offences",
            "statistics",
            "observations",
            "treaties",
            "conflicts",
            "sources",
            "latest",
        ];
        let sections = self.corpus().sections.iter().map(|section| section.id.to_string());
        let mut anchors: BTreeMap<String, String> =
            own.map(str::to_owned).into_iter().chain(sections).map(|id| (id.clone(), id)).collect();
        let mut part = String::new();
        for block in blocks {
            match block {
                text::Block::Heading { level: 2, id, .. } => {
                    part.clone_from(id);
                    anchors.insert(id.clone(), id.clone());
                }
                text::Block::Heading { id, .. } if !part.is_empty() => {
                    anchors.insert(id.clone(), format!("{part}-{id}"));
                }
                _ => {}
            }
        }
        anchors
    }

    fn related(&self, country: &law::Country) -> Vec<Link> {
        let members = country.members.iter().map(|m| self.country(&m.value));
        let regions = self.corpus().countries.iter().filter(|r| r.members.iter().any(|m| m.value == country.id));
        members.chain(regions.map(|r| self.country(&r.id))).collect()
    }

    fn country_banners(&self, country: &law::Country, compared: bool) -> Vec<Banner> {
        let mut banners = Vec::new();
        if country.kind == CountryKind::Region {
            banners.push(banner("region"));
        } else if !compared {
            banners.push(banner("not-compared"));
        }
        let touched = self.site.references.conflicts_of(Kind::Country, country.id.as_str());
        let clashing = |q: &&'s law::Question| self.state_of(q, &country.id) == State::Conflicting;
        if !touched.is_empty() || (compared && self.site.codebook().any(|q| clashing(&q))) {
            banners.push(banner("disputed"));
        }
        banners
    }

    fn gap(&self, gap: &law::Gap) -> Gap {
        let id = format!("gap-{}", gap.id.value);
        Gap {
            text: self.prose(&gap.text, &format!("{id}-")),
            topics: self.topics(&gap.topics),
            observed: when(&gap.observed),
            citation: self.citation(&gap.citation),
            later: gap.later.as_ref().map(|(text, _)| self.prose(text, &format!("{id}-later-"))),
            later_citation: gap.later.as_ref().map(|(_, citation)| self.citation(citation)),
            trace: gap.head.trace.clone(),
            id,
        }
    }

    fn observation(&self, of: &law::Observation) -> Observation {
        let id = format!("observation-{}", of.id.value);
        Observation {
            text: self.prose(&of.text, &format!("{id}-")),
            modality: of.modality.word(),
            observed: when(&of.observed),
            period: of.period.clone(),
            topics: self.topics(&of.topics),
            citation: self.citation(&of.citation),
            quotation: of.quotation.as_ref().map(|q| self.quotation(q)),
            note: self.note(of.note.as_ref(), &format!("{id}-note-")),
            trace: of.head.trace.clone(),
            id,
        }
    }

    pub(super) fn observations_under(&self, country: &law::CountryId, topic: &law::TopicId) -> Vec<Observation> {
        let under = |o: &&law::Observation| o.country == *country && o.topics.iter().any(|t| t.value == *topic);
        self.corpus().observations.iter().filter(under).map(|o| self.observation(o)).collect()
    }

    /// A country's observations, each under its first topic, the topics in their order.
    fn observations_by_topic(&self, country: &law::CountryId) -> Vec<ObservationGroup> {
        let here = || self.corpus().observations.iter().filter(|o| o.country == *country);
        let first = |o: &law::Observation| o.topics.first().map(|t| t.value.clone());
        let group = |id: Option<&law::TopicId>| ObservationGroup {
            topic: id.map(|id| self.link(Kind::Topic, id.as_str())),
            list: here().filter(|o| first(o).as_ref() == id).map(|o| self.observation(o)).collect(),
        };
        let topics = self.site.topics().map(|t| group(Some(&t.id)));
        topics.chain([group(None)]).filter(|g| !g.list.is_empty()).collect()
    }

    pub(super) fn gaps_under(&self, country: &law::CountryId, topic: &law::TopicId) -> Vec<Gap> {
        let under = |g: &&law::Gap| g.country == *country && g.topics.iter().any(|t| t.value == *topic);
        self.corpus().gaps.iter().filter(under).map(|g| self.gap(g)).collect()
    }

    fn statistics_of(&self, country: &law::CountryId) -> Vec<Statistic> {
        let of = |s: &law::Statistic| Statistic {
            id: format!("statistic-{}", s.id.value),
            counted: s.counted.clone(),
            value: s.value.clone(),
            unit: s.unit.clone(),
            breakdown: s.breakdown.clone(),
            counted_by: s.counted_by.clone(),
            from: s.from.as_ref().map(when),
            until: s.until.as_ref().map(when),
            citation: self.citation(&s.citation),
            note: self.note(s.note.as_ref(), &format!("statistic-{}-", s.id.value)),
            trace: s.head.trace.clone(),
        };
        self.corpus().statistics.iter().filter(|s| s.country == *country).map(of).collect()
    }

    /// The sources on which a country's records rest, most cited first.
    fn sources_of(&self, country: &law::Country) -> Vec<SourceLine> {
        let sources = self.site.sources_by_country.get(&country.id);
        let mut list: Vec<(&law::Source, usize)> = sources
            .into_iter()
            .flatten()
            .filter_map(|(id, count)| Some((self.corpus().sources.get(id.as_str())?, *count)))
            .collect();
        list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.id.cmp(&b.0.id)));
        list.into_iter().map(|(source, cited)| self.source_line(source, cited)).collect()
    }

    pub(super) fn source_line(&self, source: &law::Source, cited: usize) -> SourceLine {
        SourceLine {
            link: self.link(Kind::Source, source.id.as_str()),
            citation: source.citation.clone(),
            tier: source.tier.map_or("", law::Tier::word),
            cited,
            background: source.role == law::SourceRole::Background,
        }
    }
}

impl super::Site {
    /// The countries: those of the columns first, in their order, then the others by name.
    pub(super) fn countries(&self) -> impl Iterator<Item = &law::Country> {
        self.country_order.iter().map(|at| &self.corpus.countries.rows()[*at])
    }

    /// The paths of the countries' pages: first those that are compared, in the order of the columns, then the others.
    pub fn country_paths(&self) -> impl Iterator<Item = String> {
        self.countries().map(|country| route::path_of(Kind::Country, country.id.as_str()).0)
    }

    /// The sections of the codebook in its order.
    pub(super) fn sections(&self) -> impl Iterator<Item = &law::Section> {
        let mut list: Vec<&law::Section> = self.corpus.sections.iter().collect();
        list.sort_by_key(|s| (s.order, s.id.clone()));
        list.into_iter()
    }

    /// The questions in the order of the codebook.
    pub(super) fn codebook(&self) -> impl Iterator<Item = &law::Question> {
        self.corpus.codebook.iter().filter_map(|id| self.corpus.questions.get(id.as_str()))
    }
}

/// The countries by their place in the corpus: those of the columns first, in their order, then the others by name.
pub(super) fn order(corpus: &law::Corpus, collation: &Collation) -> Vec<usize> {
    let columns: BTreeMap<&law::CountryId, usize> = corpus.columns.iter().enumerate().map(|(n, id)| (id, n)).collect();
    let rows = corpus.countries.rows();
    let column = |at: usize| columns.get(&rows[at].id).copied().unwrap_or(usize::MAX);
    let mut list: Vec<usize> = (0..rows.len()).collect();
    list.sort_by(|a, b| column(*a).cmp(&column(*b)).then_with(|| collation.compare(&rows[*a].name, &rows[*b].name)));
    list
}

/// What the languages of the texts call countries, so that a search finds them by it: the names of the Unicode Common
/// Locale Data Repository, where the record has none. The languages are those of the site, of the names, titles and terms
/// that stand in it in their own, and for each country its likely one.
pub(super) fn called(corpus: &law::Corpus) -> BTreeMap<law::CountryId, Vec<law::Tongue>> {
    let names = corpus.countries.iter().flat_map(|c| &c.names);
    let titles = corpus.laws.iter().filter_map(|l| l.official_title.as_ref());
    let terms = corpus.terms.iter().flat_map(|t| &t.originals);
    let own = corpus.settings.languages.iter().map(|language| language.value.as_str());
    let all = names.chain(titles).chain(terms).map(|tongue| tongue.language.as_str());
    let languages: BTreeSet<&str> = all.chain(own).chain([corpus.settings.language.as_str()]).collect();
    let of = |country: &law::Country| -> Option<Vec<law::Tongue>> {
        let iso = country.iso.as_deref()?;
        let most = text::country_language(iso);
        let wanted = languages.iter().copied().chain(most.as_deref().filter(|most| !languages.contains(most)));
        let missing = wanted.filter(|language| country.names.iter().all(|name| name.language != *language));
        let name = |language: &str| Some((text::country_name(iso, language)?, language.to_owned()));
        let found = missing.filter_map(name).filter(|(text, _)| *text != country.name);
        Some(found.map(|(text, language)| law::Tongue { text, language }).collect())
    };
    corpus.countries.iter().filter_map(|country| Some((country.id.clone(), of(country)?))).collect()
}

/// The footnotes whose marks stand in `blocks`: each part of a profile has its own.
fn notes_of(blocks: &[text::Block], notes: &[text::Block]) -> Vec<text::Block> {
    let mut marks = Vec::new();
    blocks.iter().for_each(|block| marks_in(block, &mut marks));
    let marked =
        |note: &&text::Block| matches!(note, text::Block::Footnote { label, .. } if marks.contains(&label.as_str()));
    notes.iter().filter(marked).cloned().collect()
}

fn marks_in<'b>(block: &'b text::Block, out: &mut Vec<&'b str>) {
    use text::Block::*;
    match block {
        Heading { text, .. } | Paragraph(text) | Plain(text) => marks_among(text, out),
        List { items, .. } => items.iter().flatten().for_each(|b| marks_in(b, out)),
        Quote(blocks) | Footnote { blocks, .. } => blocks.iter().for_each(|b| marks_in(b, out)),
        Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).for_each(|cell| marks_among(cell, out)),
        Definitions(list) => {
            for (term, meanings) in list {
                marks_among(term, out);
                meanings.iter().flatten().for_each(|b| marks_in(b, out));
            }
        }
        Code { .. } | Rule => {}
    }
}

fn marks_among<'b>(list: &'b [text::Inline], out: &mut Vec<&'b str>) {
    use text::Inline::*;
    for inline in list {
        match inline {
            FootnoteMark(label) => out.push(label),
            Emphasis(list) | Strong(list) | Struck(list) | Superscript(list) => marks_among(list, out),
            Link { text, .. } | Reference { text, .. } => marks_among(text, out),
            _ => {}
        }
    }
}

/// The words of the first paragraph, without its citations.
pub(super) fn first_paragraph(prose: &text::Prose) -> String {
    let first = prose.blocks().into_iter().find_map(|block| match block {
        text::Block::Paragraph(list) => Some(plain(&list)),
        _ => None,
    });
    first.unwrap_or_default()
}

/// The words of running text, citations and footnote marks left out.
pub(super) fn plain(list: &[text::Inline]) -> String {
    let mut out = String::new();
    add_plain(list, &mut out);
    let mut words = String::with_capacity(out.len());
    for word in out.split_whitespace() {
        if !words.is_empty() && !word.starts_with(['.', ',', ';', ':']) {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

fn add_plain(list: &[text::Inline], out: &mut String) {
    use text::Inline::*;
    for inline in list {
        match inline {
            Text(text) | Code(text) => out.push_str(text),
            Emphasis(list) | Strong(list) | Struck(list) | Superscript(list) | Link { text: list, .. } => {
                add_plain(list, out)
            }
            Reference { id, text } if text.is_empty() => out.push_str(id),
            Reference { text, .. } => add_plain(text, out),
            SoftBreak | HardBreak => out.push(' '),
            Image { alt, .. } => out.push_str(alt),
            Citation { .. } | FootnoteMark(_) => {}
        }
    }
}
