//! The table of contents of a page: what its template prints as parts, each with the anchor and the words of its heading,
//! in the order of the page. Of a page that is one list (matrix, timeline, glossary) it names rows of the list.
//!
//! It is made from the finished view alone, so that it cannot know more than the template. The template prints a part where
//! its list is not empty, or where `has` of the view says so; this file must ask the same, and a test of the suite compares
//! both lists on every page of the sites in `tests/sites`. Not in the table: the parts of the first screen, which stand
//! beside it, and what ends a page (legends, backlinks, answers for paper).

use crate::site::route::Page;
use crate::site::view::{
    About, Between, Block, Changes, ChangesYear, Country, CountryHistory, Disagreements, Heading, Inline, Instrument,
    Module, Pair, Prose, SourceGroup, Sources, Topic, View,
};
use crate::text::TaggedText;
use crate::text::plain::Words;

/// The headings of the page; empty for kinds of page that have no parts or are one list.
pub fn contents(page: &Page, view: &View) -> Vec<Heading> {
    match view {
        // A topic in one country is a short list of what the topic's own page counts.
        View::Topic(_) if matches!(page, Page::TopicCountry(..)) => Vec::new(),
        View::Country(country) => of_country(country),
        View::CountryHistory(history) => of_history(history),
        View::Question(question) => question.cells.iter().map(|c| titled(&c.id, &c.country.text)).collect(),
        View::Topic(topic) => of_topic(topic),
        View::Pair(pair) => of_pair(pair),
        View::Matrix(matrix) => matrix.sections.iter().map(|s| titled(&s.id, &s.title)).collect(),
        View::Instrument(instrument) => of_instrument(instrument),
        View::Disagreements(page) => of_disagreements(page),
        View::Stale(page) => page.causes.iter().map(|c| keyed(&c.id, &c.id)).collect(),
        View::Changes(page) => of_changes(page),
        View::Between(page) => of_between(page),
        View::Glossary(page) => page.terms.iter().map(|t| titled(&t.id, &t.term)).collect(),
        View::Timeline(page) => {
            page.events.iter().filter_map(|e| Some(titled(e.anchor.as_ref()?, &e.year.as_str().into()))).collect()
        }
        View::Sources(page) => of_sources(page),
        View::About(page) => of_about(page),
        // A short text is read through.
        View::Prose(page) => Some(headings(&page.body)).filter(|list| list.len() >= 3).unwrap_or_default(),
        View::Module(module) => of_module(module),
        _ => Vec::new(),
    }
}

/// A heading from the content.
fn titled(id: &str, text: &TaggedText) -> Heading {
    Heading { id: id.to_owned(), key: None, text: text.clone() }
}

/// A heading from the theme's messages.
fn keyed(id: &str, key: &str) -> Heading {
    Heading { id: id.to_owned(), key: Some(key.to_owned()), text: TaggedText::default() }
}

/// A part of the page whose id is also the end of its message key.
fn part(id: &str) -> Heading {
    keyed(id, &format!("part-{id}"))
}

/// Those of the possible parts that the page has.
fn parts<const N: usize>(list: [(&'static str, bool); N]) -> impl Iterator<Item = Heading> {
    list.into_iter().filter(|(_, has)| *has).map(|(id, _)| part(id))
}

fn of_country(country: &Country) -> Vec<Heading> {
    let has = &country.has;
    let sections = country.sections.iter().map(|s| titled(&s.id, &s.title));
    let statements = parts([
        ("treaties", has.treaties),
        ("profile", has.profile),
        ("laws", has.laws),
        ("offences", !country.offences.is_empty()),
        ("statistics", has.statistics),
        ("observations", has.observations),
        ("gaps", has.gaps),
        ("amendments", has.amendments),
    ]);
    let other = country.other.iter().map(|p| titled(&p.id, &p.title));
    let last = parts([
        ("latest", !country.latest.is_empty() || !country.readings.is_empty()),
        ("conflicts", !country.conflicts.is_empty()),
        ("sources", has.sources),
        ("modules", !country.modules.is_empty()),
    ]);
    sections.chain(statements).chain(other).chain(last).collect()
}

fn of_history(history: &CountryHistory) -> Vec<Heading> {
    let days = history.days.first().map(|_| keyed("days", "history-days"));
    let below = history.parts.first().map(|_| keyed("parts", "parts-title"));
    let names = history.names.first().map(|_| keyed("names", "names"));
    let sections = history.sections.iter().map(|s| titled(&s.id, &s.title));
    let last = parts([
        ("treaties", !history.treaties.is_empty()),
        ("laws", !history.laws.is_empty()),
        ("amendments", !history.amendments.is_empty()),
    ]);
    days.into_iter().chain(below).chain(names).chain(sections).chain(last).collect()
}

fn of_topic(topic: &Topic) -> Vec<Heading> {
    let matrix = topic.matrix.as_ref().map(|_| part("matrix"));
    let questions = topic.questions.first().map(|_| keyed("questions", "division-questions"));
    let countries = topic.countries.iter().map(|c| titled(&c.id, &c.country.text));
    let has_amendments = !(topic.amendments.is_empty() && topic.elements.is_empty());
    let amendments = has_amendments.then(|| keyed("elements", "part-amendments"));
    matrix.into_iter().chain(questions).chain(countries).chain(amendments).collect()
}

fn of_pair(pair: &Pair) -> Vec<Heading> {
    let sections = pair.sections.iter().map(|s| titled(&s.id, &s.title.text));
    sections.chain(pair.treaties.iter().map(|_| part("treaties"))).collect()
}

fn of_instrument(instrument: &Instrument) -> Vec<Heading> {
    let list = parts([
        ("articles", !instrument.articles.is_empty()),
        ("actions", instrument.kind == "treaty"),
        ("reservations", !instrument.reservations.is_empty()),
        ("others", !instrument.others.is_empty()),
        ("latest", !instrument.latest.is_empty()),
        ("conflicts", !instrument.conflicts.is_empty()),
        ("questions", !instrument.questions.is_empty()),
    ]);
    list.collect()
}

fn of_disagreements(page: &Disagreements) -> Vec<Heading> {
    let disputed = parts([
        ("disputed-records", !page.conflicts.is_empty()),
        ("disputed-cells", !page.cells.is_empty()),
        ("disputed-actions", !page.actions.is_empty()),
        ("disputed-coders", !page.coders.is_empty()),
    ]);
    disputed.collect()
}

/// The years and the edits of the site, if these are several parts.
fn of_changes(page: &Changes) -> Vec<Heading> {
    let year = |y: &ChangesYear| match y.year.as_str() {
        "" => keyed(&y.id, "date-undated"),
        year => titled(&y.id, &year.into()),
    };
    let readings = page.readings.first().map(|_| keyed("readings", "changes-readings"));
    let edits = page.edits.first().map(|_| keyed("edits", "changes-edits"));
    let list: Vec<Heading> = page.years.iter().map(year).chain(readings).chain(edits).collect();
    if list.len() > 1 { list } else { Vec::new() }
}

fn of_between(page: &Between) -> Vec<Heading> {
    let all = parts([("by-country", !page.digests.is_empty())]);
    let countries = page.countries.iter().filter(|_| page.of.is_none()).map(|c| titled(&c.id, &c.country.text));
    let treaties = parts([("statuses-changed", !page.instruments.is_empty() || !page.tallies.is_empty())]);
    all.chain(countries).chain(treaties).collect()
}

fn of_sources(page: &Sources) -> Vec<Heading> {
    let tier = |group: &SourceGroup| {
        let key = format!("tier-{}", if group.tier.is_empty() { "not-recorded" } else { group.tier });
        keyed(&key, &key)
    };
    page.groups.iter().map(tier).collect()
}

fn of_about(page: &About) -> Vec<Heading> {
    let legends = [keyed("how-much", "part-counts"), keyed("legend-states", "part-states")];
    let statuses = (page.counts.instruments > 0).then(|| keyed("legend-statuses", "part-statuses"));
    let tiers = keyed("legend-tiers", "part-tiers");
    headings(&page.body).into_iter().chain(legends).chain(statuses).chain([tiers]).collect()
}

fn of_module(module: &Module) -> Vec<Heading> {
    let list = parts([
        ("objectives", !module.objectives.is_empty()),
        ("steps", true),
        ("handouts", !module.handouts.is_empty()),
        ("exercises", !module.exercises.is_empty()),
    ]);
    headings(&module.body).into_iter().chain(list).collect()
}

/// The headings of the highest level in a prose.
fn headings(prose: &Prose) -> Vec<Heading> {
    let all = prose.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, id, words) => Some((*level, id, words)),
        _ => None,
    });
    let highest = all.clone().map(|(level, ..)| level).min().unwrap_or_default();
    all.filter(|(level, ..)| *level == highest)
        .map(|(_, id, words)| Heading { id: prose.anchor(id), key: None, text: words_of(words).into() })
        .collect()
}

/// The plain text of resolved inlines.
fn words_of(list: &[Inline]) -> String {
    let mut words = Words::default();
    add_words(list, &mut words);
    words.finish()
}

fn add_words(list: &[Inline], words: &mut Words) {
    for inline in list {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Term(_, text, _) | Inline::Image(_, text) => {
                words.text(text);
            }
            Inline::Name(name) => words.text(name),
            Inline::Superscript(list) => words.raised(&words_of(list)),
            Inline::Emphasis(list)
            | Inline::Strong(list)
            | Inline::Struck(list)
            | Inline::Link(_, list)
            | Inline::Outside(_, list) => add_words(list, words),
            Inline::Citation(..) | Inline::FootnoteMark(_) => words.left_out(),
            Inline::SoftBreak | Inline::HardBreak => words.space(),
        }
    }
}
