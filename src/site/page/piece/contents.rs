//! The parts of a long page.

use crate::site::view::{Block, ChangesYear, Heading, Inline, Prose, SourceGroup, View};
use crate::text::plain::Words;

/// The parts of a long page; short pages have none.
pub fn contents(view: &View) -> Vec<Heading> {
    let own = |id: &str, text: &str| Heading { id: id.to_owned(), key: None, text: text.to_owned() };
    let part =
        |key: &'static str| Heading { id: key.to_owned(), key: Some(format!("part-{key}")), text: String::new() };
    match view {
        View::Country(country) => {
            let mut list = Vec::new();
            if !country.treaties_in_section && !country.treaties.is_empty() {
                list.push(part("treaties"));
            }
            list.extend(country.sections.iter().map(|s| own(&s.id, &s.title)));
            let some = [
                ("laws", !country.laws.is_empty()),
                ("offences", !country.offences.is_empty()),
                ("statistics", !country.statistics.is_empty()),
                ("observations", !country.observations.is_empty()),
                ("gaps", !(country.gaps.is_empty() && country.weak.is_empty() && country.unanswered.is_empty())),
                ("amendments", !country.amendments.is_empty()),
            ];
            list.extend(some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)));
            list.extend(country.other.iter().map(|p| own(&p.id, &p.title)));
            let last = [
                ("latest", !country.latest.is_empty()),
                ("conflicts", !country.conflicts.is_empty()),
                ("sources", !country.sources.is_empty()),
                ("modules", !country.modules.is_empty()),
            ];
            list.extend(last.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)));
            list
        }
        View::Question(question) => question.cells.iter().map(|c| own(&c.id, &c.country.text)).collect(),
        View::Topic(topic) => {
            topic.countries.iter().map(|c| own(&crate::text::slug(&c.country.text), &c.country.text)).collect()
        }
        View::Pair(pair) => {
            let mut list: Vec<Heading> = pair.sections.iter().map(|s| own(&s.id, &s.title.text)).collect();
            list.extend(pair.treaties.iter().map(|_| part("treaties")));
            list
        }
        View::Matrix(matrix) => matrix.sections.iter().map(|s| own(&s.id, &s.title)).collect(),
        View::Instrument(instrument) => {
            let some = [
                ("articles", !instrument.articles.is_empty()),
                ("actions", true),
                ("reservations", !instrument.reservations.is_empty()),
                ("others", !instrument.others.is_empty()),
                ("latest", !instrument.latest.is_empty()),
                ("conflicts", !instrument.conflicts.is_empty()),
                ("questions", !instrument.questions.is_empty()),
            ];
            some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)).collect()
        }
        View::Disagreements(page) => {
            let some = [
                ("disputed-cells", !page.cells.is_empty()),
                ("disputed-actions", !page.actions.is_empty()),
                ("disputed-coders", !page.coders.is_empty()),
            ];
            let parts = some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key));
            page.conflicts.iter().map(|c| own(&c.id, &c.title)).chain(parts).collect()
        }
        View::Changes(page) if page.years.len() > 1 => {
            let year = |y: &ChangesYear| match y.year.as_str() {
                "" => Heading { id: y.id.clone(), key: Some("date-undated".to_owned()), text: String::new() },
                year => own(&y.id, year),
            };
            page.years.iter().map(year).collect()
        }
        View::Between(page) => {
            let any = !page.instruments.is_empty() || !page.tallies.is_empty();
            let treaties = [part("statuses-changed")].into_iter().filter(|_| any);
            let all = [part("by-country")].into_iter().filter(|_| !page.digests.is_empty());
            let countries = page.countries.iter().filter(|_| page.of.is_none());
            all.chain(countries.map(|c| own(&c.id, &c.country.text))).chain(treaties).collect()
        }
        View::Glossary(page) => page.terms.iter().map(|t| own(&t.id, &t.term)).collect(),
        View::Timeline(page) => page.events.iter().filter_map(|e| Some(own(e.anchor.as_ref()?, &e.year))).collect(),
        View::Sources(page) => {
            let key = |g: &SourceGroup| format!("tier-{}", if g.tier.is_empty() { "not-recorded" } else { g.tier });
            page.groups.iter().map(|g| Heading { id: key(g), key: Some(key(g)), text: String::new() }).collect()
        }
        View::About(page) => {
            let parts = [("how-much", "part-counts"), ("legend-states", "part-states")];
            let parts = parts.into_iter().chain([("legend-statuses", "part-statuses"), ("legend-tiers", "part-tiers")]);
            let named =
                |(id, key): (&str, &str)| Heading { id: id.to_owned(), key: Some(key.to_owned()), text: String::new() };
            headings(&page.body).into_iter().chain(parts.map(named)).collect()
        }
        View::Prose(page) => headings(&page.body),
        View::Module(module) => {
            let some = [
                ("objectives", true),
                ("steps", true),
                ("handouts", !module.handouts.is_empty()),
                ("exercises", !module.exercises.is_empty()),
            ];
            headings(&module.body)
                .into_iter()
                .chain(some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The headings of a prose, of its highest level; a prose of fewer than three needs no list.
fn headings(prose: &Prose) -> Vec<Heading> {
    let all = prose.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, id, words) => Some((*level, id, words)),
        _ => None,
    });
    let highest = all.clone().map(|(level, ..)| level).min().unwrap_or_default();
    let list: Vec<Heading> = all
        .filter(|(level, ..)| *level == highest)
        .map(|(_, id, words)| Heading { id: prose.anchor(id), key: None, text: words_of(words) })
        .collect();
    if list.len() < 3 { Vec::new() } else { list }
}

/// The plain words of resolved running text.
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
