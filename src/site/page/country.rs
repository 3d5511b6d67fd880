//! The page of a country: profile, cells by section, treaty acts, laws, statistics and gaps, in a fixed order.

use crate::law::{self, CountryKind, Kind, RecordRef, Shows, cell::State};
use crate::site::context::ProseResolver;
use crate::site::context::{Context, localized_text};
use crate::site::date::when;
use crate::site::index::basis;
use crate::site::page::piece::statute::banner;
use crate::site::page::piece::{
    amendment, answer, beside, change, conflict, dispute, gap, glance, main_article, observation, offence, origin,
    source, statute, treaty,
};
use crate::site::page::timeline;
use crate::site::route::{self, Page};
use crate::site::view::{
    Backlink, Banner, Cell, CellRow, Country, CountryParts, CountrySection, FormerName, Link, ObservationGroup, Prose,
    ProsePart, SourceLine, Statistic, authored,
};
use crate::text::{self, plain};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of the page that show the part of the profile with the same anchor.
const OWN_PARTS: [&str; 7] = ["treaties", "laws", "statistics", "gaps", "amendments", "observations", "sources"];

/// Further parts of the page to which links within the profile may lead.
const OTHER_PARTS: [&str; 3] = ["offences", "conflicts", "latest"];

pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> Country {
    let corpus = cx.corpus();
    let id = &country.id;
    // Countries that are not compared have a profile but no cells.
    let compared = corpus.columns.contains(id);
    let on_own_page = compared && matches!(cx.at.page, Page::Country(_));
    let is_main = on_own_page && cx.at.on.is_none();
    let paper = |page: fn(law::CountryId) -> Page| on_own_page.then(|| cx.to(&page(id.clone())));
    // Each call of `part` removes a part of the profile; those that remain are shown last.
    let mut parts = parts(cx, country);
    let mut part = |name: &str| parts.remove(name).map(|(_, _, body)| body).unwrap_or_default();
    let body = part("");
    let [treaties_prose, laws_prose, statistics_prose, gaps_prose, amendments_prose, observations_prose, sources_prose] =
        OWN_PARTS.map(&mut part);
    let shown = |what: Shows| compared && corpus.sections.iter().any(|s| s.shows.contains(&what));
    let mut sections: Vec<CountrySection> = match compared {
        true => cx.site.index.sections().map(|s| country_section(cx, country, s, part(s.id.as_str()))).collect(),
        false => Vec::new(),
    };
    law_first(&mut sections, &treaties_prose);
    let weak = in_states(&sections, &[State::No, State::NoProvision, State::Partial, State::Indirect, State::Unclear]);
    let unanswered = in_states(&sections, &[State::NotResearched, State::SourceSilent, State::SourceUnavailable]);
    let mut view = Country {
        id: id.to_string(),
        anchor: route::record_anchor(Kind::Country, id.as_str()),
        name: country.name_on(cx.day).clone(),
        former_names: former_names(country),
        from: country.from.as_ref().map(when),
        until: country.until.as_ref().map(|until| when(&until.value)),
        predecessors: neighbours(cx, country, |c| &c.predecessors, |c| &c.successors),
        successors: neighbours(cx, country, |c| &c.successors, |c| &c.predecessors),
        part_of: country.part_of.as_ref().map(|state| cx.country(&state.value)),
        official_name: country.official_name.clone(),
        kind: country.kind.word(),
        iso: country.iso.clone(),
        capital: country.capital.clone(),
        names: country.names.iter().map(localized_text).collect(),
        related: related(cx, country),
        beside: beside::of_country(cx, id),
        banners: country_banners(cx, country, compared),
        body,
        compared,
        treaty_summary: treaty::lines(cx, id),
        treaties: treaty::by_instrument(cx, id, |_| true),
        glance: glance::of_country(cx, country),
        articles: main_article::of_country(cx, country),
        // A view of an earlier day would show what was still to come.
        timeline: timeline::of_country(cx, id).filter(|_| is_main && cx.day >= cx.site.index.calendar.today),
        has: CountryParts::default(),
        treaties_prose,
        sections,
        laws: if shown(Shows::Laws) { Vec::new() } else { statute::lines_of(cx, id) },
        laws_prose,
        offences: if shown(Shows::Offences) { Vec::new() } else { offence::in_country(cx, id) },
        statistics: if shown(Shows::Statistics) { Vec::new() } else { statistics_of(cx, id) },
        statistics_prose,
        gaps: cx.site.index.gaps_in(id).map(|g| gap::view(cx, g)).collect(),
        gaps_prose,
        observations: observations_by_topic(cx, id),
        observations_prose,
        modules: modules_naming(cx, id),
        weak,
        unanswered,
        amendments: amendment::lines_of(cx, id),
        amendments_prose,
        latest: change::latest_of_country(cx, id),
        changes: change::link_to_changes_of_country(cx, id),
        handbook: paper(Page::HandbookCountry),
        sheet: paper(Page::CountrySheet),
        other: other_parts(parts),
        conflicts: conflict::touching(cx, Kind::Country, id.as_str()),
        sources: sources_of(cx, country),
        sources_prose,
    };
    view.has = parts_of_page(&view, shown(Shows::Actions));
    view
}

/// The parts of the profile without a fixed place on the page, in the order of the profile.
fn other_parts(parts: BTreeMap<String, (usize, String, Prose)>) -> Vec<ProsePart> {
    let part = |(id, (order, title, body)): (String, (usize, String, Prose))| {
        (order, ProsePart { id: authored("", &id), title: title.into(), body })
    };
    let mut other: Vec<(usize, ProsePart)> = parts.into_iter().map(part).collect();
    other.sort_by_key(|(order, _)| *order);
    other.into_iter().map(|(_, part)| part).collect()
}

/// Which parts the page has. `treaties_in_section`: whether a section shows the treaty actions and the words on them.
fn parts_of_page(view: &Country, treaties_in_section: bool) -> CountryParts {
    let has_words = |prose: &Prose| !prose.blocks.is_empty();
    CountryParts {
        treaties: !treaties_in_section && (!view.treaties.is_empty() || has_words(&view.treaties_prose)),
        profile: !view.glance.is_empty() && has_words(&view.body),
        laws: !view.laws.is_empty() || has_words(&view.laws_prose),
        statistics: !view.statistics.is_empty() || has_words(&view.statistics_prose),
        observations: !view.observations.is_empty() || has_words(&view.observations_prose),
        gaps: !(view.gaps.is_empty() && view.weak.is_empty() && view.unanswered.is_empty())
            || has_words(&view.gaps_prose),
        amendments: !view.amendments.is_empty() || has_words(&view.amendments_prose),
        sources: !view.sources.is_empty() || has_words(&view.sources_prose),
    }
}

/// The cells whose state is one of these.
fn in_states(sections: &[CountrySection], states: &[State]) -> Vec<Cell> {
    let is_one = |cell: &&Cell| states.iter().any(|state| state.word() == cell.state);
    sections.iter().flat_map(|section| &section.cells).map(|row| &row.cell).filter(is_one).cloned().collect()
}

/// Puts what the law says first and what was promised to other states after it; the first section that shows treaties
/// has the profile's words on them.
fn law_first(sections: &mut [CountrySection], treaties_prose: &Prose) {
    sections.sort_by_key(|section| section.shows_treaties);
    if let Some(first) = sections.iter_mut().find(|section| section.shows_treaties) {
        first.treaties_prose.clone_from(treaties_prose);
    }
}

fn former_names(country: &law::Country) -> Vec<FormerName> {
    let one = |former: &law::FormerName| FormerName { name: former.name.clone(), until: when(&former.until) };
    country.former_names.iter().map(one).collect()
}

pub fn country_section<'s>(
    cx: &Context<'s>,
    country: &'s law::Country,
    section: &'s law::Section,
    body: Prose,
) -> CountrySection {
    let questions = cx.site.index.codebook().filter(|q| q.section == section.id);
    let shows = |what: Shows| section.shows.contains(&what);
    let is_here = |i: &law::Instrument| treaty::section_of(cx, &i.id) == Some(&section.id);
    let mut cells: Vec<CellRow> = questions.map(|q| cell_row(cx, q, &country.id)).collect();
    let applies = cells.iter().any(|row| row.cell.state != State::NotApplicable.word());
    let not_applicable = if applies { 0 } else { cells.len() };
    cells.truncate(if applies { cells.len() } else { 0 });
    CountrySection {
        id: route::record_anchor(Kind::Section, section.id.as_str()),
        title: section.title.clone(),
        matrix: cx.record(Kind::Section, section.id.as_str()),
        body,
        not_applicable,
        cells,
        shows_treaties: shows(Shows::Actions),
        treaties_prose: Prose::default(),
        treaties: if shows(Shows::Actions) { treaty::by_instrument(cx, &country.id, is_here) } else { Vec::new() },
        offences: if shows(Shows::Offences) { offence::in_country(cx, &country.id) } else { Vec::new() },
        laws: if shows(Shows::Laws) { statute::lines_of(cx, &country.id) } else { Vec::new() },
        statistics: if shows(Shows::Statistics) { statistics_of(cx, &country.id) } else { Vec::new() },
    }
}

pub fn cell_row<'s>(cx: &Context<'s>, question: &'s law::Question, country: &law::CountryId) -> CellRow {
    let on = law::cell::on(cx.corpus(), question, country, cx.day);
    let shown = on.shown;
    let plain = shown.and_then(|f| f.plain.as_ref().or(f.note.as_ref()));
    CellRow {
        question: Link { text: question.wording.clone(), ..cx.link(Kind::Question, question.id.as_str()) },
        domain: question.domain.word(),
        cell: answer::cell_on(cx, question, country, &on),
        citation: shown.map(|f| cx.citation(&f.citation)),
        rests_on: shown.iter().flat_map(|f| &f.rests_on).filter_map(basis).map(|of| cx.record_ref(&of)).collect(),
        plain: cx.note(plain, &format!("{}-", question.id)),
    }
}

/// The parts of a profile by anchor: position, heading and body. The part before the first heading has an empty anchor.
pub fn parts(cx: &Context<'_>, country: &law::Country) -> BTreeMap<String, (usize, String, Prose)> {
    let mut parts = BTreeMap::new();
    if country.body.is_empty() {
        return parts;
    }
    let (notes, blocks): (Vec<text::Block>, Vec<text::Block>) =
        country.body.blocks().into_iter().partition(|block| matches!(block, text::Block::Footnote { .. }));
    let anchors = anchors_of(cx, &blocks, cx.corpus().columns.contains(&country.id));
    let mut open: (String, String, Vec<text::Block>) = Default::default();
    let mut close = |(id, title, mut blocks): (String, String, Vec<text::Block>)| {
        if !(id.is_empty() && blocks.is_empty()) {
            let order = parts.len();
            let prefix = if id.is_empty() { String::new() } else { format!("{id}-") };
            if loses_words(cx, country, &id, &title) {
                let text = vec![text::Inline::Text(title.clone())];
                blocks.insert(0, text::Block::Heading { level: 3, id: id.clone(), text });
            }
            blocks.extend(notes_of(&blocks, &notes));
            parts.insert(
                id,
                (order, title, ProseResolver::new(*cx, &prefix).of(country.body.span()).among(&anchors).set(blocks)),
            );
        }
    };
    for block in blocks {
        match block {
            text::Block::Heading { level: 2, id, text } => {
                let before = std::mem::replace(
                    &mut open,
                    (id, plain::inlines(&text, &|id| cx.site.index.reference_name(id)), Vec::new()),
                );
                close(before);
            }
            block => open.2.push(block),
        }
    }
    close(open);
    parts
}

/// Whether a part of the profile is shown in a part of the page that has a title of its own, so that the words of its
/// heading would be printed nowhere. They stand below that title.
fn loses_words(cx: &Context<'_>, country: &law::Country, id: &str, title: &str) -> bool {
    let is_compared = cx.corpus().columns.contains(&country.id);
    let section = cx.corpus().sections.iter().find(|section| is_compared && section.id.as_str() == id);
    section.map_or(OWN_PARTS.contains(&id), |section| &*section.title != title)
}

/// Where links to anchors within a profile lead on the page: its parts keep their anchors; anchors within a part get
/// the part's as a prefix; and each such page has its standard parts.
pub fn anchors_of(cx: &Context<'_>, blocks: &[text::Block], compared: bool) -> BTreeMap<String, String> {
    let anchor = |id: &str| (id.to_owned(), route::record_anchor(Kind::Section, id));
    // Countries that are not compared show no section of the codebook.
    let sections = cx.corpus().sections.iter().filter(|_| compared).map(|section| anchor(section.id.as_str()));
    let own = OWN_PARTS.into_iter().chain(OTHER_PARTS).map(|id| (id.to_owned(), id.to_owned()));
    let mut anchors: BTreeMap<String, String> = own.chain(sections).collect();
    let mut part = String::new();
    for block in blocks {
        match block {
            text::Block::Heading { level: 2, id, .. } => {
                part.clone_from(id);
                anchors.entry(id.clone()).or_insert_with(|| authored("", id));
            }
            text::Block::Heading { id, .. } if !part.is_empty() => {
                anchors.insert(id.clone(), authored(&format!("{part}-"), id));
            }
            _ => {}
        }
    }
    anchors
}

/// The states before or after a country: those that its record names, and those whose records name it.
fn neighbours(
    cx: &Context<'_>,
    country: &law::Country,
    named: fn(&law::Country) -> &Vec<text::At<law::CountryId>>,
    naming: fn(&law::Country) -> &Vec<text::At<law::CountryId>>,
) -> Vec<Link> {
    let own: Vec<&law::CountryId> = named(country).iter().map(|at| &at.value).collect();
    let names_it = |c: &&law::Country| naming(c).iter().any(|at| at.value == country.id) && !own.contains(&&c.id);
    let others = cx.corpus().countries.iter().filter(names_it).map(|c| &c.id);
    own.iter().copied().chain(others).map(|id| cx.country(id)).collect()
}

pub fn related(cx: &Context<'_>, country: &law::Country) -> Vec<Link> {
    let members = country.members.iter().map(|m| cx.country(&m.value));
    let regions = cx.corpus().countries.iter().filter(|r| r.members.iter().any(|m| m.value == country.id));
    members.chain(regions.map(|r| cx.country(&r.id))).collect()
}

pub fn country_banners<'s>(cx: &Context<'s>, country: &law::Country, compared: bool) -> Vec<Banner> {
    let mut banners = Vec::new();
    if country.kind == CountryKind::Region {
        banners.push(banner("region"));
    } else if !compared {
        banners.push(banner("not-compared"));
    }
    let clashing = |q: &&'s law::Question| compared && answer::state(cx, q, &country.id) == State::Conflicting;
    let cell = |q: &law::Question| Link { href: cx.cell(&q.id, &country.id), text: q.label.clone() };
    let cells = cx.site.index.codebook().filter(clashing).map(cell).collect();
    banners.extend(dispute::banner(cx, Kind::Country, country.id.as_str(), cells));
    banners
}

/// A country's observations, each under its first topic, in the order of the topics.
pub fn observations_by_topic(cx: &Context<'_>, country: &law::CountryId) -> Vec<ObservationGroup> {
    let here = || cx.site.index.observations_in(country);
    let first = |o: &law::Observation| o.topics.first().map(|t| t.value.clone());
    let group = |id: Option<&law::TopicId>| ObservationGroup {
        topic: id.map(|id| cx.link(Kind::Topic, id.as_str())),
        list: here().filter(|o| first(o).as_ref() == id).map(|o| observation::view(cx, o)).collect(),
    };
    let topics = cx.site.index.topics().map(|t| group(Some(&t.id)));
    topics.chain([group(None)]).filter(|g| !g.list.is_empty()).collect()
}

pub fn statistics_of(cx: &Context<'_>, country: &law::CountryId) -> Vec<Statistic> {
    let of = |s: &law::Statistic| Statistic {
        id: format!("statistic-{}", s.id.value),
        counted: s.counted.clone(),
        value: s.value.clone(),
        unit: s.unit.clone(),
        breakdown: s.breakdown.clone(),
        counted_by: s.counted_by.clone(),
        from: s.from.as_ref().map(when),
        until: s.until.as_ref().map(when),
        citation: cx.citation(&s.citation),
        note: cx.note(s.note.as_ref(), &format!("statistic-{}-", s.id.value)),
        trace: s.head.trace.clone(),
    };
    cx.site.index.statistics_of(country).map(of).collect()
}

/// The sources that a country's records cite, the most cited first.
pub fn sources_of(cx: &Context<'_>, country: &law::Country) -> Vec<SourceLine> {
    let sources = cx.site.index.sources_by_country.get(&country.id);
    let mut list: Vec<(&law::Source, usize)> = sources
        .into_iter()
        .flatten()
        .filter_map(|(id, count)| Some((cx.corpus().sources.get(id.as_str())?, *count)))
        .collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.id.cmp(&b.0.id)));
    list.into_iter().map(|(source, cited)| source::line(cx, source, cited)).collect()
}

/// The footnotes whose marks are in `blocks`: each part of a profile shows its own.
pub fn notes_of(blocks: &[text::Block], notes: &[text::Block]) -> Vec<text::Block> {
    let mut marks = Vec::new();
    blocks.iter().for_each(|block| marks_in(block, &mut marks));
    let marked =
        |note: &&text::Block| matches!(note, text::Block::Footnote { label, .. } if marks.contains(&label.as_str()));
    notes.iter().filter(marked).cloned().collect()
}

pub fn marks_in<'b>(block: &'b text::Block, out: &mut Vec<&'b str>) {
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

pub fn marks_among<'b>(list: &'b [text::Inline], out: &mut Vec<&'b str>) {
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

/// The places in modules that reference a country, or offences in it.
pub fn modules_naming(cx: &Context<'_>, country: &law::CountryId) -> Vec<Backlink> {
    let corpus = cx.corpus();
    if corpus.modules.is_empty() {
        return Vec::new();
    }
    let offences = cx.site.index.offences_in(country);
    let offences = offences.map(|o| (Kind::Offence, o.id.as_str()));
    let named = offences.chain([(Kind::Country, country.as_str())]);
    let naming = named.flat_map(|(kind, id)| cx.site.index.references.naming(kind, id));
    let modules: BTreeSet<&RecordRef> = naming.filter(|origin| origin.kind == Kind::Module).collect();
    modules.into_iter().map(|o| Backlink { link: origin::link(cx, o), kind: o.kind.word() }).collect()
}
