//! The index: the corpus with what is computed from it once: orders, names, backlinks, the history and the published
//! days. It knows no page, no address and no link.

use std::collections::BTreeMap;

use crate::law::{
    self, AmendmentId, Corpus, CountryId, Day, DayPolicy, Kind, LawId, LocalizedText, ProvisionId, Publish, RecordRef,
    SourceId, TopicId, article_number,
};
use crate::site::event::{Event, EventKind, History};
use crate::site::view::Inputs;
use crate::site::web::web;
use crate::text::{self, Prose, TaggedText};

use super::by_country::ByCountry;
use super::calendar::{Calendar, Days, treaty_columns};
use super::collation::Collation;
use super::glossary::Glossary;
use super::order;
use super::references::References;
use super::words::Words;

/// The corpus with what is computed from it once. Positions of records are positions in the corpus.
#[derive(Debug)]
pub struct Index {
    pub corpus: Corpus,
    pub words: Words,
    pub collation: Collation,
    pub inputs: Inputs,
    pub calendar: Calendar,
    pub references: References,
    pub glossary: Glossary,
    pub history: History,
    /// Names of countries in the languages of the texts, where the countries' records do not give them.
    pub called: BTreeMap<CountryId, Vec<LocalizedText>>,
    /// Positions of countries: those with a column first, in column order; then the others by name.
    pub country_order: Vec<usize>,
    /// Positions of instruments in the order of grids.
    pub instrument_order: Vec<usize>,
    /// Positions of the provisions of each law, in the order of their numbers.
    pub articles: BTreeMap<LawId, Vec<usize>>,
    /// Positions of the records of each country.
    pub by_country: ByCountry,
    /// Positions of the offences that name a law.
    pub offences_by_law: BTreeMap<LawId, Vec<usize>>,
    /// Positions of the amendments that follow from another.
    pub followers: BTreeMap<AmendmentId, Vec<usize>>,
    /// Positions of the offences that name a provision.
    pub offences_by_provision: BTreeMap<ProvisionId, Vec<usize>>,
    /// Positions of the provisions under a topic, by country.
    pub provisions_by_topic: BTreeMap<TopicId, BTreeMap<CountryId, Vec<usize>>>,
    /// Positions of the provisions with a wording that an amendment introduced.
    pub provisions_by_amendment: BTreeMap<AmendmentId, Vec<usize>>,
    /// How often the records of each country cite a source.
    pub sources_by_country: BTreeMap<CountryId, BTreeMap<SourceId, usize>>,
}

impl Index {
    /// Computes everything that pages look up.
    pub fn new(corpus: Corpus, days: Days, words: Words, inputs: Inputs) -> Index {
        let mut offences_by_provision: BTreeMap<ProvisionId, Vec<usize>> = BTreeMap::new();
        for (at, offence) in corpus.offences.iter().enumerate() {
            if let Some(provision) = &offence.provision {
                offences_by_provision.entry(provision.value.clone()).or_default().push(at);
            }
        }
        let mut offences_by_law: BTreeMap<LawId, Vec<usize>> = BTreeMap::new();
        for (at, offence) in corpus.offences.iter().enumerate() {
            if let Some(law) = &offence.law {
                offences_by_law.entry(law.value.clone()).or_default().push(at);
            }
        }
        let mut followers: BTreeMap<AmendmentId, Vec<usize>> = BTreeMap::new();
        for (at, amendment) in corpus.amendments.iter().enumerate() {
            for followed in &amendment.follows {
                let list = followers.entry(followed.value.clone()).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        let mut provisions_by_topic: BTreeMap<TopicId, BTreeMap<CountryId, Vec<usize>>> = BTreeMap::new();
        for (at, provision) in corpus.provisions.iter().enumerate() {
            for topic in &provision.topics {
                let of_topic = provisions_by_topic.entry(topic.value.clone()).or_default();
                of_topic.entry(provision.law.country()).or_default().push(at);
            }
        }
        let mut provisions_by_amendment: BTreeMap<AmendmentId, Vec<usize>> = BTreeMap::new();
        for (at, provision) in corpus.provisions.iter().enumerate() {
            for amendment in provision.wordings.iter().flat_map(|wording| wording.by.iter().chain(&wording.repealed_by))
            {
                let list = provisions_by_amendment.entry(amendment.value.clone()).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        let mut instrument_order: Vec<usize> = (0..corpus.instruments.len()).collect();
        instrument_order.sort_by_key(|at| (corpus.instruments.rows()[*at].order, *at));
        let collation = Collation::of(&corpus.settings.language);
        let references = References::new(&corpus);
        let by_country = ByCountry::new(&corpus);
        let index = Index {
            calendar: Calendar::new(&corpus, &by_country, days),
            glossary: Glossary::default(),
            articles: order::article_order(&corpus),
            sources_by_country: references.sources_by_country(&corpus),
            history: History::new(&corpus),
            called: order::called(&corpus),
            country_order: order::order(&corpus, &collation),
            references,
            instrument_order,
            by_country,
            offences_by_law,
            followers,
            offences_by_provision,
            provisions_by_topic,
            provisions_by_amendment,
            collation,
            words,
            inputs,
            corpus,
        };
        let glossary = Glossary::new(&index.corpus, &|id| index.reference_name(id));
        Index { glossary, ..index }
    }

    /// Publishes only the ends of years, for views that were published on each day on which something changes. Returns
    /// whether there were such views.
    pub fn publish_year_ends(&mut self) -> bool {
        let policy = &mut self.corpus.settings.days;
        let DayPolicy { countries, matrix, treaties, provisions, pairs, sections, most_pages, .. } = policy;
        let mut changed = *countries == Publish::Changes && !self.calendar.in_histories;
        if changed {
            *most_pages = 0;
        }
        for rule in [matrix, treaties, provisions, pairs, sections] {
            changed |= *rule == Publish::Changes;
            if *rule == Publish::Changes {
                *rule = Publish::YearEnds;
            }
        }
        if changed {
            let days = Days { today: Some(self.calendar.today), as_of: Some(self.calendar.main) };
            self.calendar = Calendar::new(&self.corpus, &self.by_country, days);
        }
        changed
    }

    /// The countries: those with a column first, in column order; then the others by name.
    pub fn countries(&self) -> impl Iterator<Item = &law::Country> {
        self.country_order.iter().map(|at| &self.corpus.countries.rows()[*at])
    }

    /// The sections of the codebook in its order.
    pub fn sections(&self) -> impl Iterator<Item = &law::Section> {
        let mut list: Vec<&law::Section> = self.corpus.sections.iter().collect();
        list.sort_by_key(|s| (s.order, s.id.clone()));
        list.into_iter()
    }

    /// The questions in the order of the codebook.
    pub fn codebook(&self) -> impl Iterator<Item = &law::Question> {
        self.corpus.codebook.iter().filter_map(|id| self.corpus.questions.get(id.as_str()))
    }

    /// The topics in their order.
    pub fn topics(&self) -> impl Iterator<Item = &law::Topic> {
        let mut list: Vec<&law::Topic> = self.corpus.topics.iter().collect();
        list.sort_by_key(|t| (t.order, t.id.clone()));
        list.into_iter()
    }

    /// The provisions under a topic, grouped by country.
    pub fn provisions_under(&self, topic: &TopicId) -> impl Iterator<Item = (&CountryId, &law::Provision)> {
        let rows = self.corpus.provisions.rows();
        let of_topic = self.provisions_by_topic.get(topic).into_iter().flatten();
        of_topic.flat_map(move |(country, places)| places.iter().map(move |at| (country, &rows[*at])))
    }

    /// The provisions of a country under a topic.
    pub fn provisions_in(&self, country: &CountryId, topic: &TopicId) -> impl Iterator<Item = &law::Provision> {
        let places = self.provisions_by_topic.get(topic).and_then(|of_topic| of_topic.get(country));
        places.into_iter().flatten().map(|at| &self.corpus.provisions.rows()[*at])
    }

    /// The laws of a country.
    pub fn laws_of(&self, country: &CountryId) -> impl Iterator<Item = &law::Law> + Clone {
        self.by_country.laws.of(self.corpus.laws.rows(), country)
    }

    /// The offences of a country.
    pub fn offences_in(&self, country: &CountryId) -> impl Iterator<Item = &law::Offence> + Clone {
        self.by_country.offences.of(self.corpus.offences.rows(), country)
    }

    /// The amendments of a country.
    pub fn amendments_of(&self, country: &CountryId) -> impl Iterator<Item = &law::Amendment> + Clone {
        self.by_country.amendments.of(self.corpus.amendments.rows(), country)
    }

    /// The gaps of a country.
    pub fn gaps_in(&self, country: &CountryId) -> impl Iterator<Item = &law::Gap> + Clone {
        self.by_country.gaps.of(&self.corpus.gaps, country)
    }

    /// The observations about a country.
    pub fn observations_in(&self, country: &CountryId) -> impl Iterator<Item = &law::Observation> + Clone {
        self.by_country.observations.of(&self.corpus.observations, country)
    }

    /// The statistics of a country.
    pub fn statistics_of(&self, country: &CountryId) -> impl Iterator<Item = &law::Statistic> + Clone {
        self.by_country.statistics.of(&self.corpus.statistics, country)
    }

    /// The edits of a country's cells.
    pub fn changes_of(&self, country: &CountryId) -> impl Iterator<Item = &law::Change> + Clone {
        self.by_country.changes.of(&self.corpus.changes, country)
    }

    /// The amendments that follow from this one.
    pub fn followers_of(&self, amendment: &AmendmentId) -> impl Iterator<Item = &law::Amendment> {
        let places = self.followers.get(amendment).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.amendments.rows()[*at])
    }

    /// The offences that name a law.
    pub fn offences_against(&self, law: &LawId) -> impl Iterator<Item = &law::Offence> {
        let places = self.offences_by_law.get(law).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.offences.rows()[*at])
    }

    /// The provisions of a law in the order of their numbers.
    pub fn articles_of(&self, law: &law::LawId) -> Vec<&law::Provision> {
        let places = self.articles.get(law).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.provisions.rows()[*at]).collect()
    }

    /// The offences that name a provision.
    pub fn offences_of(&self, provision: &law::ProvisionId) -> impl Iterator<Item = &law::Offence> {
        let places = self.offences_by_provision.get(provision).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.offences.rows()[*at])
    }

    /// The instruments in the order of grids.
    pub fn instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instrument_order.iter().map(|at| &self.corpus.instruments.rows()[*at])
    }

    /// The countries that are compared and can join treaties.
    pub fn treaty_columns(&self) -> Vec<&CountryId> {
        treaty_columns(&self.corpus).collect()
    }

    /// The modules in their order.
    pub fn modules(&self) -> impl Iterator<Item = &law::Module> {
        let mut list: Vec<&law::Module> = self.corpus.modules.iter().collect();
        list.sort_by_key(|m| (m.order, m.id.clone()));
        list.into_iter()
    }

    /// A handout, by the id of its module and its own.
    pub fn handout(&self, module: &law::ModuleId, id: &str) -> Option<(&law::Module, &law::Handout)> {
        let module = self.corpus.modules.get(module.as_str())?;
        Some((module, module.handouts.iter().find(|h| h.id.value == id)?))
    }

    /// Whether any change is recorded, of the law or of cells.
    pub fn has_changes(&self) -> bool {
        !(self.history.all.is_empty() && self.corpus.changes.is_empty())
    }

    /// Whether a change of the law or of cells is recorded for the country.
    pub fn country_changed(&self, id: &CountryId) -> bool {
        self.history.of_country(id).next().is_some() || self.changes_of(id).next().is_some()
    }

    /// The treaties: countries do not act towards standards.
    pub fn compared_instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty)
    }

    /// The events of a country that may lie after `first` and not after `last`, except changed answers.
    pub fn acts_between(&self, country: &CountryId, first: Day, last: Day) -> impl Iterator<Item = &Event> {
        let acts = self.history.of_country(country).filter(|event| !matches!(event.what, EventKind::Answer { .. }));
        acts.filter(move |event| event.within(first, last))
    }

    /// What nobody has confirmed for as long as the configuration says before today; nothing where it says nothing.
    pub fn stale(&self) -> Vec<law::staleness::Stale> {
        let months = self.corpus.settings.age.unconfirmed;
        months.map(|months| law::staleness::stale(&self.corpus, self.calendar.today, months)).unwrap_or_default()
    }

    /// The configured name of the site, else the title of the home page, else the name of the program.
    pub fn site_title(&self) -> TaggedText {
        let settings = &self.corpus.settings;
        settings
            .title
            .clone()
            .or_else(|| self.corpus.home.as_ref().map(|h| h.title.clone()))
            .unwrap_or_else(|| "Collatio".into())
    }

    /// The address to which readers report errors, if the configuration has a valid one.
    pub fn report(&self) -> Option<String> {
        self.corpus.settings.report_errors.as_deref().and_then(web)
    }

    /// The address of the published site, without a final `/`.
    pub fn base_url(&self) -> Option<String> {
        let url = web(self.corpus.settings.base_url.as_deref()?)?;
        Some(url.trim_end_matches('/').to_owned())
    }

    /// The direction of its script: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        text::direction(&self.corpus.settings.language)
    }

    /// The name of a record in links.
    pub fn name(&self, kind: Kind, id: &str) -> TaggedText {
        let corpus = &self.corpus;
        let found = match kind {
            Kind::Country => corpus.countries.get(id).map(|c| c.name_on(self.calendar.main).clone()),
            Kind::Instrument => corpus.instruments.get(id).map(|i| i.short().clone()),
            Kind::Law => corpus.laws.get(id).map(|l| l.title.clone()),
            Kind::Provision => corpus.provisions.get(id).map(|p| {
                let law = corpus.laws.get(p.law.as_str());
                let law = law.map_or_else(|| p.law.as_str().into(), |law| law.title.clone());
                self.in_law(&law, self.article_label(p))
            }),
            Kind::Offence => corpus.offences.get(id).map(|o| o.conduct.clone()),
            Kind::Amendment => corpus.amendments.get(id).map(|a| a.title.clone()),
            Kind::Topic => corpus.topics.get(id).map(|t| t.title.clone()),
            Kind::Section => corpus.sections.get(id).map(|s| s.title.clone()),
            Kind::Question => corpus.questions.get(id).map(|q| q.label.clone()),
            Kind::Source => corpus.sources.get(id).map(|s| s.short().into()),
            Kind::Term => corpus.terms.get(id).map(|t| t.term.clone()),
            Kind::Conflict => corpus.conflicts.get(id).map(|c| c.title.clone()),
            Kind::Page if id == "index" => Some(self.site_title()),
            Kind::Page => corpus.pages.get(id).map(|p| p.title.clone()),
            Kind::Module => corpus.modules.get(id).map(|m| m.title.clone()),
        };
        found.unwrap_or_else(|| id.into())
    }

    /// The name of a record, or of a part of one, in links.
    pub fn name_of(&self, record_ref: &RecordRef) -> TaggedText {
        let name = self.name(record_ref.kind, &record_ref.id);
        let Some(anchor) = &record_ref.anchor else { return name };
        match record_ref.kind {
            Kind::Instrument => {
                let instrument = self.corpus.instruments.get(&record_ref.id);
                let article = instrument.and_then(|i| i.articles.iter().find(|a| *a.key.value == **anchor));
                let number = article.map_or(&**anchor, |a| &a.number);
                let own = instrument.and_then(|i| self.instrument_article_label(i, number));
                let article = own.unwrap_or_else(|| match article_number::is_of_article(number) {
                    true => TaggedText::filled(&self.words.article, &[("{}", &number.into())]),
                    false => number.into(),
                });
                self.in_law(&name, article)
            }
            // "art. 12 (2) (a)", as it is cited whatever marks the law itself uses.
            Kind::Provision => {
                let numbers = anchor.split('/').map(|number| format!(" ({number})"));
                TaggedText::joined(&[name, numbers.collect::<String>().as_str().into()], "")
            }
            Kind::Question => TaggedText::joined(&[name, self.name(Kind::Country, anchor)], ": "),
            Kind::Module => TaggedText::joined(&[name, self.part(&record_ref.id, anchor)], ": "),
            _ => name,
        }
    }

    /// The name of the record to which `[[reference]]` leads.
    pub fn reference_name(&self, reference: &str) -> Option<String> {
        self.corpus.resolve(reference).ok().map(|record_ref| self.name_of(&record_ref).into_string())
    }

    /// The first paragraph of a prose, as plain words.
    pub fn first_paragraph(&self, prose: &Prose) -> String {
        prose.first_paragraph(&|id| self.reference_name(id))
    }

    /// The first paragraph of a prose as plain words, with their language.
    pub fn summary(&self, prose: &Prose) -> TaggedText {
        let origin = self.corpus.rendering.as_ref().and_then(|rendering| rendering.origin(prose.span()));
        TaggedText::new(self.first_paragraph(prose), origin)
    }

    /// The name of the place that contains a reference.
    pub fn origin_name(&self, origin: &RecordRef) -> TaggedText {
        let name = self.name(origin.kind, &origin.id);
        match (&origin.anchor, origin.kind) {
            (Some(country), Kind::Question | Kind::Instrument) => {
                TaggedText::joined(&[name, self.name(Kind::Country, country)], ": ")
            }
            (Some(part), Kind::Module) => TaggedText::joined(&[name, self.part(&origin.id, part)], ": "),
            (None, Kind::Offence) => {
                let country = origin.id.split('/').next().unwrap_or_default();
                TaggedText::joined(&[self.name(Kind::Country, country), name], ": ")
            }
            (_, Kind::Law | Kind::Provision | Kind::Amendment) => {
                let country = origin.id.split('/').next().unwrap_or_default();
                TaggedText::joined(&[self.name(Kind::Country, country), name], ": ")
            }
            _ => name,
        }
    }

    /// The title of a module's handout or exercise.
    pub fn part(&self, module: &str, id: &str) -> TaggedText {
        let part = self.corpus.modules.get(module).and_then(|module| module.part(id));
        part.cloned().unwrap_or_else(|| id.into())
    }

    /// The name of a country on a day.
    pub fn country_on(&self, id: &CountryId, day: Day) -> TaggedText {
        let country = self.corpus.countries.get(id.as_str());
        country.map_or_else(|| id.as_str().into(), |country| country.name_on(day).clone())
    }

    /// The title of a page about two countries, by their names on a day, in the site's language.
    pub fn pair_title(&self, first: &CountryId, second: &CountryId, day: Day) -> TaggedText {
        let [first, second] = [first, second].map(|country| self.country_on(country, day));
        TaggedText::filled(&self.words.pair, &[("{first}", &first), ("{second}", &second)])
    }

    /// "art. 128" in the site's language, or in the manner of the law or the site: "§ 128"; "Annex 1" as it is.
    pub fn article_label(&self, provision: &law::Provision) -> TaggedText {
        let law = self.corpus.laws.get(provision.law.as_str());
        let own = law.and_then(|law| law.article_word.as_ref()).or(self.corpus.settings.article_word.as_ref());
        let number = provision.article.as_str().into();
        match own {
            _ if !article_number::is_of_article(&provision.article) => number,
            Some(word) => with_word(word, &number),
            None => TaggedText::filled(&self.words.article, &[("{}", &number)]),
        }
    }

    /// "Rule 3" in the manner of the instrument; `None` where it calls its articles as the theme does.
    pub fn instrument_article_label(&self, instrument: &law::Instrument, number: &str) -> Option<TaggedText> {
        let word = instrument.article_word.as_ref().filter(|_| article_number::is_of_article(number));
        word.map(|word| with_word(word, &number.into()))
    }

    /// "Penal Code, art. 128" in the site's language.
    fn in_law(&self, law: &TaggedText, article: TaggedText) -> TaggedText {
        TaggedText::filled(&self.words.article_of_law, &[("{law}", law), ("{article}", &article)])
    }

    /// Whether the site has an index for search.
    pub fn is_indexed(&self) -> bool {
        self.corpus.settings.search
    }

    /// The language of the site, BCP 47.
    pub fn language(&self) -> &str {
        &self.corpus.settings.language
    }

    /// Names of a country in the languages of the texts, where its record does not give them.
    pub fn names_elsewhere(&self, country: &law::CountryId) -> &[law::LocalizedText] {
        self.called.get(country).map_or(&[], Vec::as_slice)
    }
}

/// The number of an article with the word for it, which comes before it unless it has a place for the number.
fn with_word(word: &TaggedText, number: &TaggedText) -> TaggedText {
    match word.contains("{}") {
        true => TaggedText::filled(word, &[("{}", number)]),
        false => TaggedText::joined([word, number], " "),
    }
}
