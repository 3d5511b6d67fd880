//! What nobody has confirmed for long: for each record of some kinds the last day on which somebody is known to have found
//! it right, and links that were never archived.

use super::cell;
use super::coverage::shown;
use super::listing;
use super::{Citation, Corpus, CountryId, Date, Day, Head, InstrumentId, Kind, QuestionId, SourceRole};
use crate::text::Span;

/// Why a record is listed, in the order in which causes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// An answer that is shown was observed, and last confirmed, too long ago.
    Finding,
    /// The facts of a law that has not ended were last read too long ago.
    Law,
    /// What a country did towards an instrument was last looked up too long ago.
    Treaty,
    /// The page that says where help is found was last confirmed too long ago.
    Help,
    /// A source on the web was last looked up too long ago.
    Source,
    /// A source on the web has no archived copy.
    Link,
}

impl Cause {
    /// All causes, in their order.
    pub const ALL: [Cause; 6] = [Cause::Finding, Cause::Law, Cause::Treaty, Cause::Help, Cause::Source, Cause::Link];

    /// Its word in exports.
    pub fn word(self) -> &'static str {
        match self {
            Cause::Finding => "finding",
            Cause::Law => "law",
            Cause::Treaty => "treaty",
            Cause::Help => "help",
            Cause::Source => "source",
            Cause::Link => "link",
        }
    }
}

/// What is to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A country's answer to a question.
    Cell(CountryId, QuestionId),
    /// What a country did towards an instrument.
    Acts(CountryId, InstrumentId),
    /// A record: its kind and id.
    Record(Kind, String),
}

impl std::fmt::Display for Subject {
    /// The id; for an answer or a country's acts the country, then the question or instrument.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Subject::Cell(country, question) => write!(out, "{country} {question}"),
            Subject::Acts(country, instrument) => write!(out, "{country} {instrument}"),
            Subject::Record(_, id) => out.write_str(id),
        }
    }
}

/// A record that is to be looked at again.
#[derive(Clone, Debug)]
pub struct Stale {
    /// Why it is listed.
    pub cause: Cause,
    /// What it is.
    pub subject: Subject,
    /// Where it is written.
    pub at: Span,
    /// The last day on which somebody is known to have found it right; `None`: no such day is recorded.
    pub last: Option<Day>,
}

/// What was not confirmed in the last `months` before `today`: by cause, the longest unconfirmed first.
pub fn stale(corpus: &Corpus, today: Day, months: u32) -> Vec<Stale> {
    let mut list = findings(corpus, today);
    list.extend(laws(corpus, today));
    list.extend(treaties(corpus));
    list.extend(help(corpus));
    list.extend(sources(corpus));
    list.retain(|stale| {
        let is_recent = stale.last.is_some_and(|last| last.plus_months(months) >= today);
        stale.cause == Cause::Link || !is_recent
    });
    list.sort_by(|a, b| {
        (a.cause, a.last, a.subject.to_string(), a.at).cmp(&(b.cause, b.last, b.subject.to_string(), b.at))
    });
    list
}

fn last_of(date: &Date) -> Option<Day> {
    date.latest().or(date.earliest())
}

fn confirmed(head: &Head) -> Option<Day> {
    head.confirmed_on.as_ref().and_then(last_of)
}

/// The day on which the source of a citation was last read.
fn read(corpus: &Corpus, citation: &Citation) -> Option<Day> {
    corpus.sources.get(citation.source.as_str())?.read().and_then(last_of)
}

/// The answers of the day, each with the later of the days for which its source says so and on which it was confirmed.
fn findings(corpus: &Corpus, today: Day) -> Vec<Stale> {
    let mut list = Vec::new();
    for question in corpus.questions.iter() {
        for country in &corpus.columns {
            let cell = cell::on(corpus, question, country, today);
            let answers = shown(&cell).filter(|finding| !finding.is_computed());
            list.extend(answers.map(|finding| Stale {
                cause: Cause::Finding,
                subject: Subject::Cell(country.clone(), question.id.clone()),
                at: finding.head.at,
                last: confirmed(&finding.head).max(last_of(&finding.observed.value)),
            }));
        }
    }
    list
}

/// The laws that have not surely ended.
fn laws(corpus: &Corpus, today: Day) -> Vec<Stale> {
    let ended = |law: &&super::Law| law.repeal.as_ref().and_then(|r| r.repealed.value.reached(today)) == Some(true);
    let stale = |law: &super::Law| Stale {
        cause: Cause::Law,
        subject: Subject::Record(Kind::Law, law.id.to_string()),
        at: law.head.at,
        last: confirmed(&law.head).max(law.citations.iter().filter_map(|c| read(corpus, c)).max()),
    };
    corpus.laws.iter().filter(|law| !ended(law)).map(stale).collect()
}

/// The acts of each country towards each instrument, with the last day of a table in which they were looked up.
fn treaties(corpus: &Corpus) -> Vec<Stale> {
    let mut list: Vec<Stale> = Vec::new();
    for action in &corpus.actions {
        let instrument = &action.instrument.value;
        let statements = action.statements.iter();
        let seen = statements.filter_map(|statement| {
            statement.observed.as_ref().and_then(last_of).max(read(corpus, &statement.citation))
        });
        let last = confirmed(&action.head).max(seen.max());
        let subject = Subject::Acts(action.country.clone(), instrument.clone());
        match list.last_mut().filter(|stale| stale.subject == subject) {
            Some(stale) => stale.last = stale.last.max(last),
            None => list.push(Stale { cause: Cause::Treaty, subject, at: action.head.at, last }),
        }
    }
    for stale in &mut list {
        let Subject::Acts(country, instrument) = &stale.subject else { continue };
        let absences = corpus.absences_of(country, instrument).iter().filter_map(|absence| last_of(&absence.observed));
        let tables = listing::tables_on(corpus, country, instrument).filter_map(|table| last_of(&table.observed));
        stale.last = stale.last.max(absences.chain(tables).max());
    }
    list
}

/// The page that the quick exit names for help.
fn help(corpus: &Corpus) -> Option<Stale> {
    let id = &corpus.settings.safety.help.as_ref()?.value;
    let page = corpus.pages.get(id.as_str())?;
    let subject = Subject::Record(Kind::Page, id.to_string());
    Some(Stale { cause: Cause::Help, subject, at: page.head.at, last: confirmed(&page.head) })
}

/// The cited sources on the web, and again those without an archived copy.
fn sources(corpus: &Corpus) -> Vec<Stale> {
    let mut list = Vec::new();
    for source in corpus.sources.iter().filter(|source| source.role == SourceRole::Cited) {
        let Some(url) = &source.url else { continue };
        let last = confirmed(&source.head).max(source.accessed.as_ref().and_then(last_of));
        let subject = Subject::Record(Kind::Source, source.id.to_string());
        let stale = Stale { cause: Cause::Source, subject, at: source.head.at, last };
        if source.archived.is_none() {
            list.push(Stale { cause: Cause::Link, at: url.span, ..stale.clone() });
        }
        list.push(stale);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::sample::{Sample, day};
    use crate::law::{Answer, AnswerKind};

    #[test]
    fn an_answer_is_stale_until_it_is_confirmed() {
        let of = |confirmed: Option<&str>| {
            let confirmed = confirmed.and_then(|text| Date::parse(text).ok());
            let sample = Sample::new().question("q", AnswerKind::YesNo).country().finding(
                "paper",
                "2004-03-01",
                Answer::Yes,
                move |finding| {
                    finding.head.confirmed_on = confirmed;
                },
            );
            let found = stale(&sample.corpus(), day("2010-01-01"), 12);
            found.into_iter().filter(|stale| stale.cause == Cause::Finding).map(|stale| stale.last).collect::<Vec<_>>()
        };
        assert_eq!(of(None), [Some(day("2004-03-01"))]);
        assert_eq!(of(Some("2009-01-01")), [], "it was confirmed a year before");
        assert_eq!(of(Some("2008-12-31")), [Some(day("2008-12-31"))]);
    }
}
