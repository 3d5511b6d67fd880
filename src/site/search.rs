//! The entries that a search can find: one for each main view, each cell, and each other record with a place on a page.
//!
//! Input: the compiled site. Output: entries, made one at a time when they are asked for. This room never knows how
//! words are found in them or how an index is written.

use std::borrow::Cow;

use crate::law::provision_state::{self, ProvisionState};
use crate::law::{self, Date, Day, Kind, RecordRef, Standing, Status, cell, standing, status};
use crate::text::plain::shorten;
use crate::text::{self, Prose, TaggedText, Target};

use super::Site;
use super::date::{list_order, when};
use super::route::{self, ABOUT, Address, Page};
use super::view::When;

/// The kinds of entries, in the order of lists. Messages `kinds-<kind>` and `search-words-<kind>`.
pub const KINDS: &[&str] = &[
    "country",
    "instrument",
    "topic",
    "question",
    "law",
    "provision",
    "amendment",
    "cell",
    "action",
    "offence",
    "observation",
    "statistic",
    "gap",
    "element",
    "article",
    "term",
    "conflict",
    "module",
    "source",
    "page",
];

/// One search result: a place of the site.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The path of its page from the root of the site.
    pub path: Cow<'s, str>,
    /// Its anchor on the page, or empty.
    pub anchor: String,
    /// Its title; empty if only the kind of page names it (message `page-<page>`).
    pub title: TaggedText,
    /// The kind of page, if it gives the title; else empty.
    pub page: &'static str,
    /// The time of which it speaks.
    pub speaks: Option<EntryPeriod>,
    /// Keys of messages that it shows: the state of a cell, the status towards a treaty.
    pub keys: Vec<String>,
    /// How many of these are shown with the result: those that say how it stands on the day.
    pub told: usize,
    /// Names under which people look for it.
    pub names: Vec<SearchText<'s>>,
    /// Names of the law, question or country to which it belongs.
    pub context: Vec<SearchText<'s>>,
    /// Its text.
    pub words: Vec<SearchText<'s>>,
    /// The dates that it mentions.
    pub dates: Vec<When>,
    /// The first and the last year of the sources that its prose cites; for an entry that speaks of no day.
    pub sources: Option<(i16, i16)>,
}

/// The time of which an entry speaks.
#[derive(Clone, Debug)]
pub struct EntryPeriod {
    /// The date as it is printed.
    pub on: When,
    /// The first possible day in ISO form, or empty.
    pub first: String,
    /// The last possible day in ISO form, or empty.
    pub last: String,
}

/// Text in one language.
#[derive(Clone, Debug)]
pub struct SearchText<'s> {
    /// The words.
    pub text: Cow<'s, str>,
    /// Their language, BCP 47.
    pub language: &'s str,
}

/// Text of the corpus, with its language if it is not translated.
struct Spoken<'s> {
    text: &'s str,
    untranslated: Option<&'s str>,
}

impl<'s> From<&'s str> for Spoken<'s> {
    fn from(text: &'s str) -> Spoken<'s> {
        Spoken { text, untranslated: None }
    }
}

impl<'s> From<&'s String> for Spoken<'s> {
    fn from(text: &'s String) -> Spoken<'s> {
        text.as_str().into()
    }
}

impl<'s> From<&'s TaggedText> for Spoken<'s> {
    fn from(text: &'s TaggedText) -> Spoken<'s> {
        Spoken { text, untranslated: text.untranslated() }
    }
}

/// A reference to an entry, from which [`Entries::entry`] makes it.
#[derive(Clone, Debug)]
pub struct EntryRef {
    /// Index into [`KINDS`].
    pub kind: usize,
    /// Index into [`Entries::jurisdictions`], if the entry is about one country.
    pub country: Option<usize>,
    of: Of,
}

#[derive(Clone, Copy, Debug)]
enum Of {
    Page(usize),
    Cell(usize, usize),
    Acts(usize, usize),
    Offence(usize),
    Observation(usize),
    Statistic(usize),
    Gap(usize),
    Element(usize, usize),
    Article(usize, usize),
    Term(usize),
    Conflict(usize),
}

/// A country as search results name it.
#[derive(Clone, Debug)]
pub struct Jurisdiction<'s> {
    /// Its id.
    pub id: &'s str,
    /// The name.
    pub name: Cow<'s, str>,
    /// Its full name and its names in other languages.
    pub others: Vec<SearchText<'s>>,
}

/// Words and forms in several languages that mean the same: a search for one finds the others.
pub type Synonyms<'s> = Vec<SearchText<'s>>;

/// The search entries of a site; they are made when they are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Entries<'s> {
    site: &'s Site,
}

impl<'s> Entries<'s> {
    /// The entries of a site.
    pub fn of(site: &'s Site) -> Entries<'s> {
        Entries { site }
    }

    /// The countries, in the order in which results list them.
    pub fn jurisdictions(&self) -> Vec<Jurisdiction<'s>> {
        let of = |c: &'s law::Country| -> Jurisdiction<'s> {
            let c = self.site.index.corpus.countries.get(c.id.as_str()).expect("a country of the corpus");
            let own = c.official_name.iter().map(|name| self.piece(name));
            let others = c.names.iter().chain(self.site.index.names_elsewhere(&c.id)).map(localized_text);
            Jurisdiction { id: c.id.as_str(), name: c.name.as_str().into(), others: own.chain(others).collect() }
        };
        self.site.index.countries().map(of).collect()
    }

    /// The terms of the glossary as sets of synonyms.
    pub fn synonyms(&self) -> Vec<Synonyms<'s>> {
        let of = |term: &'s law::Term| -> Synonyms<'s> {
            let term = self.site.index.corpus.terms.get(term.id.as_str()).expect("a term of the corpus");
            let own = std::iter::once(self.piece(&term.term)).chain(term.forms.iter().map(|form| self.piece(form)));
            own.chain(term.originals.iter().map(localized_text)).collect()
        };
        self.site.index.corpus.terms.iter().map(of).filter(|list: &Synonyms<'_>| list.len() > 1).collect()
    }

    /// References to all entries, by kind, then by country (entries of no country first), then in the order of the
    /// content.
    pub fn spots(&self) -> Vec<EntryRef> {
        let corpus = &self.site.index.corpus;
        let order: std::collections::BTreeMap<&str, usize> =
            self.jurisdictions().iter().enumerate().map(|(at, c)| (c.id, at)).collect();
        let place = |id: &str| order.get(id.split('/').next().unwrap_or_default()).copied();
        let mut list: Vec<EntryRef> = Vec::new();
        let mut add = |kind: &str, country: Option<usize>, of: Of| {
            let kind = KINDS.iter().position(|k| *k == kind).expect("a kind of entry");
            list.push(EntryRef { kind, country, of });
        };
        for (at, address) in self.site.pages.main_views.iter().enumerate() {
            if let Some(kind) = address.page.found_as() {
                add(kind, address.page.country().and_then(place), Of::Page(at));
            }
        }
        for country in &corpus.columns {
            let column = place(country.as_str());
            let at = corpus.countries.position(country.as_str()).expect("a column is a country");
            let questions = corpus.codebook.iter().filter_map(|id| corpus.questions.position(id.as_str()));
            questions.for_each(|question| add("cell", column, Of::Cell(question, at)));
        }
        for (at, country) in corpus.countries.iter().enumerate() {
            for instrument in self.site.index.instrument_order.iter().copied() {
                let id = &corpus.instruments.rows()[instrument].id;
                let any =
                    !corpus.actions_of(&country.id, id).is_empty() || !corpus.absences_of(&country.id, id).is_empty();
                if any {
                    add("action", place(country.id.as_str()), Of::Acts(instrument, at));
                }
            }
        }
        corpus.offences.iter().enumerate().for_each(|(n, o)| add("offence", place(o.country.as_str()), Of::Offence(n)));
        let observations = corpus.observations.iter().enumerate();
        observations.for_each(|(n, o)| add("observation", place(o.country.as_str()), Of::Observation(n)));
        let statistics = corpus.statistics.iter().enumerate();
        statistics.for_each(|(n, s)| add("statistic", place(s.country.as_str()), Of::Statistic(n)));
        corpus.gaps.iter().enumerate().for_each(|(n, g)| add("gap", place(g.country.as_str()), Of::Gap(n)));
        for (n, amendment) in corpus.amendments.iter().enumerate() {
            let parts = 0..amendment.elements.len();
            parts.for_each(|part| add("element", place(amendment.country.as_str()), Of::Element(n, part)));
        }
        for instrument in self.site.index.instrument_order.iter().copied() {
            let articles = 0..corpus.instruments.rows()[instrument].articles.len();
            articles.for_each(|article| add("article", None, Of::Article(instrument, article)));
        }
        (0..corpus.terms.len()).for_each(|n| add("term", None, Of::Term(n)));
        (0..corpus.conflicts.len()).for_each(|n| add("conflict", None, Of::Conflict(n)));
        // The sort is stable and keeps the order of the content.
        list.sort_by_key(|spot| (spot.kind, spot.country.map_or(0, |n| n + 1)));
        list
    }

    /// The entry of a reference. A pure function: entries can be made in any order and in parallel.
    pub fn entry(&self, spot: &EntryRef) -> Entry<'s> {
        let corpus = &self.site.index.corpus;
        let mut entry = match spot.of {
            Of::Page(at) => self.page_entry(&self.site.pages.main_views[at]),
            Of::Cell(question, country) => {
                self.cell_entry(&corpus.questions.rows()[question], &corpus.countries.rows()[country])
            }
            Of::Acts(instrument, country) => {
                self.acts_entry(&corpus.instruments.rows()[instrument], &corpus.countries.rows()[country])
            }
            Of::Offence(n) => self.offence_entry(&corpus.offences.rows()[n]),
            Of::Observation(n) => self.observation_entry(&corpus.observations[n]),
            Of::Statistic(n) => self.statistic_entry(&corpus.statistics[n]),
            Of::Gap(n) => self.gap_entry(&corpus.gaps[n]),
            Of::Element(n, part) => self.element_entry(&corpus.amendments.rows()[n], part),
            Of::Article(n, article) => self.article_entry(&corpus.instruments.rows()[n], article),
            Of::Term(n) => self.term_entry(&corpus.terms.rows()[n]),
            Of::Conflict(n) => self.conflict_entry(&corpus.conflicts.rows()[n]),
        };
        entry.speaks = entry.speaks.filter(|speaks| speaks.on.form != "undated");
        if entry.names.is_empty() && entry.page.is_empty() {
            entry.names.push(self.name(entry.title.clone()));
        }
        entry
    }

    fn blank(
        &self,
        path: impl Into<Cow<'static, str>>,
        anchor: impl Into<String>,
        title: impl Into<TaggedText>,
    ) -> Entry<'s> {
        Entry {
            path: path.into(),
            anchor: anchor.into(),
            title: title.into(),
            page: "",
            speaks: None,
            keys: Vec::new(),
            told: 1,
            names: Vec::new(),
            context: Vec::new(),
            words: Vec::new(),
            dates: Vec::new(),
            sources: None,
        }
    }

    fn page_entry(&self, address: &'s Address) -> Entry<'s> {
        let corpus = &self.site.index.corpus;
        let mut entry = Entry { path: (&*address.path).into(), ..self.blank("", "", "") };
        match (&address.page, address.page.record()) {
            (Page::Handout(module, id), _) => {
                entry.title =
                    self.site.index.handout(module, id).map(|(_, sheet)| sheet.title.clone()).unwrap_or_default();
            }
            (Page::Pair(first, second), _) => {
                entry.title = self.site.index.pair_title(first, second, self.site.index.calendar.main)
            }
            (Page::About, _) if corpus.pages.get(ABOUT).is_none() => entry.page = address.page.kind(),
            (_, Some((kind, id))) => entry.title = self.site.index.name(kind, id),
            (page, None) => entry.page = page.kind(),
        }
        match &address.page {
            Page::Country(id) => {
                corpus.countries.get(id.as_str()).into_iter().for_each(|c| self.add_country(&mut entry, c))
            }
            Page::Instrument(id) => {
                corpus.instruments.get(id.as_str()).into_iter().for_each(|i| self.add_instrument(&mut entry, i))
            }
            Page::Topic(id) => {
                corpus.topics.get(id.as_str()).into_iter().for_each(|t| self.add_sourced(&mut entry, &t.body))
            }
            Page::Question(id) => {
                corpus.questions.get(id.as_str()).into_iter().for_each(|q| self.add_question(&mut entry, q))
            }
            Page::Law(id) => corpus.laws.get(id.as_str()).into_iter().for_each(|l| self.add_law(&mut entry, l)),
            Page::Provision(id) => {
                corpus.provisions.get(id.as_str()).into_iter().for_each(|p| self.add_provision(&mut entry, p))
            }
            Page::Amendment(id) => {
                corpus.amendments.get(id.as_str()).into_iter().for_each(|a| self.add_amendment(&mut entry, a))
            }
            Page::Source(id) => {
                corpus.sources.get(id.as_str()).into_iter().for_each(|s| self.add_source(&mut entry, s))
            }
            Page::Module(id) => {
                corpus.modules.get(id.as_str()).into_iter().for_each(|m| self.add_module(&mut entry, m))
            }
            Page::Handout(module, id) => {
                if let Some((module, sheet)) = self.site.index.handout(module, id) {
                    entry.context.push(self.piece(&module.title));
                    sheet.note.iter().for_each(|p| self.add_prose(&mut entry, p));
                }
            }
            Page::Prose(id) => {
                corpus.pages.get(id.as_str()).into_iter().for_each(|p| self.add_sourced(&mut entry, &p.body))
            }
            Page::About => corpus.pages.get(ABOUT).into_iter().for_each(|p| self.add_prose(&mut entry, &p.body)),
            Page::Home => corpus.home.iter().for_each(|p| self.add_prose(&mut entry, &p.body)),
            Page::Section(id) => {
                corpus.sections.get(id.as_str()).into_iter().for_each(|s| self.add_sourced(&mut entry, &s.body))
            }
            Page::Matrix | Page::Questions => {
                entry.context = self.site.index.sections().map(|s| self.piece(&s.title)).collect();
            }
            // Only the titles of these pages are searched.
            _ => {}
        }
        entry
    }

    fn add_country(&self, entry: &mut Entry<'s>, country: &'s law::Country) {
        entry.names.push(self.piece(&country.name));
        entry.names.extend(country.former_names.iter().map(|former| self.piece(&former.name)));
        entry.names.extend(country.official_name.iter().map(|name| self.piece(name)));
        entry
            .names
            .extend(country.names.iter().chain(self.site.index.names_elsewhere(&country.id)).map(localized_text));
        entry.context.extend(country.iso.iter().chain(&country.iso3).map(|t| self.piece(t)));
        entry.context.extend(country.capital.iter().map(|t| self.piece(t)));
        self.add_sourced(entry, &country.body);
    }

    fn add_instrument(&self, entry: &mut Entry<'s>, instrument: &'s law::Instrument) {
        entry.names.push(self.piece(instrument.short()));
        entry.names.push(self.piece(&instrument.title));
        entry.title.clone_from(&instrument.title);
        entry.speaks = instrument.adopted.as_ref().map(speaks);
        self.add_prose(entry, &instrument.body);
        entry.words.extend(instrument.entry.iter().map(|e| self.piece(&e.words)));
        entry.words.extend(instrument.depositary.iter().map(|t| self.piece(t)));
    }

    fn add_question(&self, entry: &mut Entry<'s>, question: &'s law::Question) {
        entry.names.push(self.piece(&question.label));
        entry.context.push(self.piece(&question.wording));
        entry
            .context
            .extend(self.site.index.corpus.sections.get(question.section.as_str()).map(|s| self.piece(&s.title)));
        entry.words.push(self.piece(&question.wording));
        [&question.include, &question.exclude].into_iter().flatten().for_each(|p| self.add_prose(entry, p));
        self.add_sourced(entry, &question.body);
        question.answers.iter().for_each(|(answer, meaning)| {
            entry.words.push(self.piece(answer));
            self.add_prose(entry, meaning);
        });
    }

    fn add_law(&self, entry: &mut Entry<'s>, law: &'s law::Law) {
        entry.names.push(self.piece(&law.title));
        entry.names.extend(law.official_title.iter().map(localized_text));
        entry.names.extend(law.number.iter().map(|n| self.piece(n)));
        entry.speaks = law.adopted.as_ref().map(|at| speaks(&at.value));
        let dates = [&law.adopted, &law.signed, &law.published, &law.commences];
        entry.dates.extend(dates.into_iter().flatten().map(|at| when(&at.value)));
        self.add_place(entry, law.country.as_str());
        self.add_topics(entry, &law.topics);
        self.add_prose(entry, &law.body);
    }

    fn add_provision(&self, entry: &mut Entry<'s>, provision: &'s law::Provision) {
        entry.names.push(self.piece(&provision.article));
        if let Some(law) = self.site.index.corpus.laws.get(provision.law.as_str()) {
            entry.context.push(self.piece(&law.title));
            entry.context.extend(law.official_title.iter().map(localized_text));
            self.add_place(entry, law.country.as_str());
        }
        self.add_topics(entry, &provision.topics);
        // The wording of the day first, as on the page: it is the one that most people look for, and excerpts are taken
        // from the first words that fit.
        let on = provision_state::on(&self.site.index.corpus, provision, self.site.index.calendar.main);
        let mut headings: Vec<&TaggedText> = Vec::new();
        for wording in on.order(provision).map(|n| &provision.wordings[n]) {
            let heading = wording.heading.as_ref().filter(|heading| !headings.contains(heading));
            headings.extend(heading);
            entry.names.extend(heading.map(|heading| self.piece(heading)));
            wording.quotation.iter().for_each(|q| quote(entry, q));
            for translation in &wording.translations {
                let of = |text: &'s str| SearchText { text: text.into(), language: &translation.language };
                entry.names.extend(translation.heading.as_deref().map(of));
                entry.words.push(of(&translation.text));
            }
            wording.summary.iter().for_each(|p| self.add_prose(entry, p));
            entry.words.extend(wording.penalty.iter().map(|t| self.piece(t)));
            entry.dates.extend(wording.period.from.iter().chain(&wording.period.until).map(when));
        }
        match on.state {
            ProvisionState::InForce => {}
            state => entry.keys.push(format!("wording-is-{}", state.word())),
        }
        let leading = on.leading(provision);
        if let Some(heading) = leading.and_then(|w| w.heading_in(&self.site.index.corpus.settings.language)) {
            entry.title = TaggedText::joined([&entry.title, &heading], ": ");
        }
        entry.speaks = leading.and_then(|w| w.period.from.as_ref().or(w.observed.as_ref())).map(speaks);
        self.add_prose(entry, &provision.body);
    }

    fn add_amendment(&self, entry: &mut Entry<'s>, amendment: &'s law::Amendment) {
        entry.names.push(self.piece(&amendment.title));
        entry.names.extend(amendment.number.iter().map(|n| self.piece(n)));
        self.add_place(entry, amendment.country.as_str());
        self.add_topics(entry, &amendment.topics);
        let last = amendment.stages.iter().max_by_key(|s| (list_order(Some(&s.reached.value)), s.kind));
        entry.speaks = last.map(|stage| speaks(&stage.reached.value));
        entry.dates.extend(amendment.stages.iter().map(|stage| when(&stage.reached.value)));
        entry.keys.extend(last.map(|stage| format!("stage-{}", stage.kind.word())));
        self.add_prose(entry, &amendment.body);
        amendment.stages.iter().filter_map(|s| s.note.as_ref()).for_each(|note| self.add_prose(entry, note));
    }

    fn add_source(&self, entry: &mut Entry<'s>, source: &'s law::Source) {
        entry.names.push(self.piece(source.short()));
        entry.names.extend(source.title.iter().map(|t| self.piece(t)));
        entry.context.extend(source.author.iter().chain(&source.publisher).map(|t| self.piece(t)));
        entry.words.push(self.piece(&source.citation));
        entry.speaks = source.year.as_ref().and_then(|year| Date::parse(year).ok()).as_ref().map(speaks);
        self.add_prose(entry, &source.body);
    }

    fn add_module(&self, entry: &mut Entry<'s>, module: &'s law::Module) {
        entry.names.push(self.piece(&module.title));
        self.add_topics(entry, &module.topics);
        entry.words.extend(module.objectives.iter().chain([&module.audience]).map(|t| self.piece(t)));
        self.add_prose(entry, &module.body);
        for step in &module.steps {
            entry.words.push(self.piece(&step.title));
            self.add_prose(entry, &step.text);
            entry.words.extend(step.cards.iter().map(|card| self.piece(card)));
        }
        for exercise in &module.exercises {
            entry.words.push(self.piece(&exercise.title));
            [&exercise.situation, &exercise.task].into_iter().for_each(|p| self.add_prose(entry, p));
        }
    }

    fn cell_entry(&self, question: &'s law::Question, country: &'s law::Country) -> Entry<'s> {
        let (path, _) = route::path_of(Kind::Question, question.id.as_str());
        let name = country.name_on(self.site.index.calendar.main);
        let title = format!("{}: {}", question.label, name);
        let mut entry = self.blank(path, route::record_anchor(Kind::Country, country.id.as_str()), title);
        let on = cell::on(&self.site.index.corpus, question, &country.id, self.site.index.calendar.main);
        entry.keys.push(format!("state-{}", on.state.word()));
        let day = self.site.index.calendar.main;
        let standing = standing::of(&self.site.index.corpus, question, &country.id, day, &on).standing;
        if matches!(standing, Standing::Overtaken | Standing::Uncertain) {
            entry.keys.push(format!("standing-{}", standing.word()));
            entry.told = 2;
        }
        entry.speaks = on.shown.map(|finding| speaks(&finding.observed.value));
        entry.names.push(self.piece(&question.label));
        entry.context.push(self.piece(&question.wording));
        self.add_place(&mut entry, country.id.as_str());
        let all = self.site.index.corpus.findings_of(&question.id, &country.id);
        let is_shown = |f: &law::Finding| on.shown.is_some_and(|shown| std::ptr::eq(shown, f));
        let shown = all.iter().filter(|f| is_shown(f));
        for finding in shown.chain(all.iter().filter(|f| !is_shown(f))) {
            self.add_finding(&mut entry, finding);
        }
        if entry.words.is_empty() {
            entry.words.push(self.piece(&question.wording));
        }
        entry
    }

    fn add_finding(&self, entry: &mut Entry<'s>, finding: &'s law::Finding) {
        use law::Answer;
        let piece = |text: &'s TaggedText| self.piece(text);
        match &finding.answer.value {
            Answer::Value(value) => entry.words.push(self.piece(value)),
            Answer::NoProvision { searched } => entry.words.extend(searched.iter().map(piece)),
            Answer::Partial { met, unmet, limit } => {
                entry.words.extend(met.iter().chain(unmet).chain(limit).map(piece))
            }
            Answer::Varies { parts } => entry.words.extend(parts.iter().map(piece)),
            Answer::SourceUnavailable { title } => entry.words.extend(title.iter().map(piece)),
            _ => {}
        }
        entry.dates.push(when(&finding.observed.value));
        [&finding.plain, &finding.note].into_iter().flatten().for_each(|p| self.add_prose(entry, p));
        finding.quotation.iter().for_each(|q| quote(entry, q));
        for rest in &finding.rests_on {
            let name = match rest {
                law::RestsOn::Provision(at, _) => self.site.index.name(Kind::Provision, at.value.as_str()),
                law::RestsOn::Law(at) => self.site.index.name(Kind::Law, at.value.as_str()),
                law::RestsOn::Offence(at) => self.site.index.name(Kind::Offence, at.value.as_str()),
                law::RestsOn::Amendment(at) => self.site.index.name(Kind::Amendment, at.value.as_str()),
                law::RestsOn::Instrument(at) => self.site.index.name(Kind::Instrument, at.value.as_str()),
                law::RestsOn::Source(_) => continue,
            };
            entry.words.push(self.name(name));
        }
    }

    fn acts_entry(&self, instrument: &'s law::Instrument, country: &'s law::Country) -> Entry<'s> {
        let (path, _) = route::path_of(Kind::Instrument, instrument.id.as_str());
        let title = TaggedText::joined([instrument.short(), country.name_on(self.site.index.calendar.main)], ": ");
        let mut entry = self.blank(path, route::record_anchor(Kind::Country, country.id.as_str()), title);
        let standing = status::on(&self.site.index.corpus, &country.id, &instrument.id, self.site.index.calendar.main);
        entry.keys.push(format!("status-{}", standing.status.word()));
        if standing.uncertain {
            entry.keys.push(format!("standing-{}", Standing::Uncertain.word()));
            entry.told = 2;
        }
        entry.names.push(self.piece(instrument.short()));
        entry.context.push(self.piece(&instrument.title));
        self.add_place(&mut entry, country.id.as_str());
        // The reports of a country of which no depositary says anything.
        let mut latest: Option<&Date> = None;
        for action in self.site.index.corpus.actions_of(&country.id, &instrument.id) {
            entry.keys.push(format!("action-{}", action.kind.value.word()));
            let dates = action.statements.iter().filter_map(|s| law::act::date_of(action.kind.value, s));
            entry.dates.extend(dates.clone().map(|at| when(&at.value)));
            latest = latest.into_iter().chain(dates.map(|at| &at.value)).max_by_key(|date| list_order(Some(date)));
            action.quotation.iter().for_each(|q| quote(&mut entry, q));
            action.note.iter().for_each(|p| self.add_prose(&mut entry, p));
            for statement in &action.statements {
                entry.words.extend(statement.quote.iter().map(|t| self.piece(t)));
                statement.note.iter().for_each(|p| self.add_prose(&mut entry, p));
            }
        }
        for absence in self.site.index.corpus.absences_of(&country.id, &instrument.id) {
            entry.words.push(self.piece(&absence.finding));
        }
        let reported = latest.filter(|_| standing.status == Status::NotRecorded).cloned();
        entry.speaks = self.since(country, &standing).or(reported).map(|date| speaks(&date));
        entry
    }

    /// The time of a status, as the page of the instrument gives it.
    fn since(&self, country: &law::Country, on: &status::StatusOn<'_>) -> Option<Date> {
        let entered = || on.in_force.as_ref().map(|entry| entry.date.clone());
        let is_read = |read: &&Date| read.latest().is_some_and(|read| read <= self.site.index.calendar.main);
        match on.status {
            Status::Party => entered().or_else(|| on.since.cloned()),
            Status::NotYet => country.from.clone(),
            Status::NoAction => on.as_of.as_ref().filter(is_read).cloned(),
            _ => on.since.cloned(),
        }
    }

    fn offence_entry(&self, offence: &'s law::Offence) -> Entry<'s> {
        let (path, anchor) = route::path_of(Kind::Offence, offence.id.as_str());
        let mut entry = self.blank(path, anchor.unwrap_or_default(), offence.conduct.clone());
        self.add_place(&mut entry, offence.country.as_str());
        let provision = offence.provision.as_ref().map(|at| self.site.index.name(Kind::Provision, at.value.as_str()));
        let law = offence.law.as_ref().map(|at| self.site.index.name(Kind::Law, at.value.as_str()));
        for name in provision.into_iter().chain(law) {
            entry.words.push(self.name(name));
        }
        entry.words.extend(offence.code.iter().map(|t| self.piece(t)));
        self.add_topics(&mut entry, &offence.topics);
        offence.note.iter().for_each(|p| self.add_prose(&mut entry, p));
        entry.speaks = Some(speaks(&offence.observed));
        entry
    }

    fn observation_entry(&self, of: &'s law::Observation) -> Entry<'s> {
        let (path, _) = route::path_of(Kind::Country, of.country.as_str());
        let text = self.words_of(&of.text);
        let mut entry = self.blank(path, format!("observation-{}", of.id.value), shorten(&text, 110));
        entry.keys.push(format!("modality-{}", of.modality.word()));
        // Its title is only the beginning of its text, so it is no name.
        entry.names.push(self.piece(""));
        self.add_place(&mut entry, of.country.as_str());
        self.add_topics(&mut entry, &of.topics);
        entry.words.push(SearchText { text: text.into(), language: self.site.language() });
        entry.words.extend(of.period.iter().map(|t| self.piece(t)));
        of.quotation.iter().for_each(|q| quote(&mut entry, q));
        of.note.iter().for_each(|p| self.add_prose(&mut entry, p));
        entry.speaks = Some(speaks(&of.observed));
        entry
    }

    fn statistic_entry(&self, of: &'s law::Statistic) -> Entry<'s> {
        let (path, _) = route::path_of(Kind::Country, of.country.as_str());
        let title = format!("{}: {} {}", of.counted, of.value, of.unit);
        let mut entry = self.blank(path, format!("statistic-{}", of.id.value), title);
        self.add_place(&mut entry, of.country.as_str());
        entry.words.extend(of.breakdown.iter().chain(&of.counted_by).map(|t| self.piece(t)));
        of.note.iter().for_each(|p| self.add_prose(&mut entry, p));
        entry.speaks = of.until.as_ref().or(of.from.as_ref()).map(speaks);
        entry
    }

    fn gap_entry(&self, gap: &'s law::Gap) -> Entry<'s> {
        let (path, _) = route::path_of(Kind::Country, gap.country.as_str());
        let text = self.words_of(&gap.text);
        let mut entry = self.blank(path, format!("gap-{}", gap.id.value), shorten(&text, 110));
        entry.names.push(self.piece(""));
        self.add_place(&mut entry, gap.country.as_str());
        self.add_topics(&mut entry, &gap.topics);
        entry.words.push(SearchText { text: text.into(), language: self.site.language() });
        gap.later.iter().for_each(|(text, _)| self.add_prose(&mut entry, text));
        entry.speaks = Some(speaks(&gap.observed));
        entry
    }

    fn element_entry(&self, amendment: &'s law::Amendment, part: usize) -> Entry<'s> {
        let element = &amendment.elements[part];
        let (path, _) = route::path_of(Kind::Amendment, amendment.id.as_str());
        let text = self.words_of(&element.text);
        let mut entry = self.blank(path, format!("element-{}", element.id.value), shorten(&text, 110));
        entry.keys.extend(element.modality.map(|m| format!("modality-{}", m.word())));
        entry.names.push(self.piece(""));
        entry.context.push(self.piece(&amendment.title));
        self.add_place(&mut entry, amendment.country.as_str());
        self.add_topics(&mut entry, &element.topics);
        entry.words.push(SearchText { text: text.into(), language: self.site.language() });
        entry.speaks = element.observed.as_ref().map(speaks);
        entry
    }

    fn article_entry(&self, instrument: &'s law::Instrument, article: usize) -> Entry<'s> {
        let article = &instrument.articles[article];
        let record_ref = RecordRef {
            kind: Kind::Instrument,
            id: instrument.id.as_str().into(),
            anchor: Some((*article.key.value).into()),
        };
        let (path, anchor) = route::of_record_ref(&record_ref);
        let name = self.site.index.name_of(&record_ref);
        let title = TaggedText::joined(std::iter::once(&name).chain(&article.heading), ": ");
        let mut entry = self.blank(path, anchor.unwrap_or_default(), title);
        entry.names.push(self.piece(&article.number));
        entry.names.extend(article.heading.iter().map(|t| self.piece(t)));
        entry.context.extend([self.piece(instrument.short()), self.piece(&instrument.title)]);
        article.quotation.iter().for_each(|q| quote(&mut entry, q));
        article.summary.iter().for_each(|p| self.add_prose(&mut entry, p));
        entry
    }

    fn term_entry(&self, term: &'s law::Term) -> Entry<'s> {
        let (path, anchor) = route::path_of(Kind::Term, term.id.as_str());
        let mut entry = self.blank(path, anchor.unwrap_or_default(), term.term.clone());
        entry.names.push(self.piece(&term.term));
        entry.names.extend(term.originals.iter().map(localized_text));
        entry.context.extend(term.forms.iter().map(|t| self.piece(t)));
        self.add_prose(&mut entry, &term.body);
        entry.words.extend(term.originals.iter().map(localized_text));
        entry.speaks = term.observed.as_ref().map(speaks);
        entry
    }

    fn conflict_entry(&self, conflict: &'s law::Conflict) -> Entry<'s> {
        let (path, anchor) = route::path_of(Kind::Conflict, conflict.id.as_str());
        let mut entry = self.blank(path, anchor.unwrap_or_default(), conflict.title.clone());
        for side in &conflict.sides {
            self.add_prose(&mut entry, &side.says);
            self.add_source_years(&mut entry, side.citation.source.value.as_str());
        }
        self.add_prose(&mut entry, &conflict.reason);
        self.add_prose(&mut entry, &conflict.body);
        let touched = conflict.touches.iter().filter_map(|at| self.site.index.corpus.resolve(&at.value).ok());
        for name in touched.map(|record_ref| self.site.index.name_of(&record_ref)) {
            entry.context.push(self.name(name));
        }
        entry
    }

    /// Text with its language; for a text that is only partly translated, the language of the original.
    fn piece(&self, words: impl Into<Spoken<'s>>) -> SearchText<'s> {
        let Spoken { text, untranslated } = words.into();
        SearchText { text: text.into(), language: untranslated.unwrap_or(self.site.language()) }
    }

    /// Like `piece`, for text that was composed from others.
    fn name(&self, name: TaggedText) -> SearchText<'s> {
        let language = name.untranslated().map_or(self.site.language(), |_| self.first_language());
        SearchText { text: name.into_string().into(), language }
    }

    /// The first language of the site.
    fn first_language(&self) -> &'s str {
        self.site.index.corpus.rendering.as_ref().map_or(self.site.language(), |rendering| &rendering.first)
    }

    /// Adds the names of the country to which the entry belongs.
    fn add_place(&self, entry: &mut Entry<'s>, country: &str) {
        let Some(country) = self.site.index.corpus.countries.get(country) else { return };
        entry.context.push(self.piece(&country.name));
        entry
            .context
            .extend(country.names.iter().chain(self.site.index.names_elsewhere(&country.id)).map(localized_text));
    }

    fn add_topics(&self, entry: &mut Entry<'s>, topics: &[text::At<law::TopicId>]) {
        let titles = topics.iter().filter_map(|at| self.site.index.corpus.topics.get(at.value.as_str()));
        entry.context.extend(titles.map(|topic| self.piece(&topic.title)));
    }

    fn add_prose(&self, entry: &mut Entry<'s>, prose: &Prose) {
        if !prose.is_empty() {
            let rendering = self.site.index.corpus.rendering.as_ref();
            let translated = rendering.is_none_or(|rendering| rendering.is_translated(prose.span()));
            let language = if translated { self.site.language() } else { self.first_language() };
            entry.words.push(SearchText { text: self.words_of(prose).into(), language });
        }
    }

    /// Adds prose that states what its sources say, with the years of these sources.
    fn add_sourced(&self, entry: &mut Entry<'s>, prose: &Prose) {
        self.add_prose(entry, prose);
        for reference in prose.refs() {
            if let Target::Source { source, .. } = reference.target {
                self.add_source_years(entry, source);
            }
        }
    }

    /// Widens the years of an entry's sources by those of one: when it was published, else when it was read.
    fn add_source_years(&self, entry: &mut Entry<'s>, id: &str) {
        let Some(source) = self.site.index.corpus.sources.get(id) else { return };
        let published = source.year.iter().flat_map(|year| years_in(year));
        let read = source.read().and_then(|date| date.latest()).map(|day| day.year());
        let years: Vec<i16> = published.collect();
        for year in if years.is_empty() { read.into_iter().collect() } else { years } {
            let (first, last) = entry.sources.unwrap_or((year, year));
            entry.sources = Some((first.min(year), last.max(year)));
        }
    }

    /// The plain text of a prose, as its page shows it, without citations.
    fn words_of(&self, prose: &Prose) -> String {
        prose.plain_with_footnotes(&|id| self.site.index.reference_name(id))
    }
}

/// The years that the words of a reference name: "2005 (by internal evidence)", "2014–2016".
fn years_in(words: &str) -> impl Iterator<Item = i16> {
    let numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    numbers.filter_map(|number| number.parse().ok())
}

fn localized_text(localized_text: &law::LocalizedText) -> SearchText<'_> {
    SearchText { text: (&*localized_text.text).into(), language: &localized_text.language }
}

fn quote<'s>(entry: &mut Entry<'s>, quotation: &'s law::Quotation) {
    entry.words.push(SearchText { text: (&*quotation.text).into(), language: &quotation.language });
    entry.words.extend(quotation.original.iter().map(localized_text));
}

fn speaks(date: &Date) -> EntryPeriod {
    let iso = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    EntryPeriod { on: when(date), first: iso(date.earliest()), last: iso(date.latest()) }
}
