//! The view of a country's history: what its page says on each day, as periods.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::{Banner, Citation, Link, When};
use super::statute::ProvisionState;
use super::treaty::{Anchored, Status};

/// Template `country-history`: what the page of a country says on each day. Each line has a period. Of a history that
/// would be too heavy, the page keeps the days, and its parts have the answers and statuses.
#[derive(Clone, Debug, Serialize)]
pub struct CountryHistory {
    /// The page of the country.
    pub country: Link,
    /// The days on which something changes, in chronological order; empty on a part.
    pub days: Vec<HistoryDay>,
    /// The parts with the answers and statuses; empty if this page has them.
    pub parts: Vec<Link>,
    /// The names of the country; empty if it always had the same.
    pub names: Vec<NamePeriod>,
    /// The answers, by section of the codebook.
    pub sections: Vec<HistorySection>,
    /// The status towards each instrument of which anything is recorded.
    pub treaties: Vec<StatusHistory>,
    /// The laws that begin or end, or of which articles do.
    pub laws: Vec<LawHistory>,
    /// The bills and amending acts.
    pub amendments: Vec<AmendmentHistory>,
}

/// A day on which something changes.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryDay {
    /// Its anchor: `on-2004-10-05`.
    pub id: String,
    /// The day.
    pub on: When,
    /// Anchors of days on which no line begins: those up to the next day of the list, for the first also those before it.
    pub also: Vec<String>,
    /// What begins: links to places of this page or of its parts.
    pub begins: Vec<Link>,
}

/// The days for which a line stands; `None` is an open end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct During {
    /// The first day.
    pub first: Option<When>,
    /// The last day, which is one of them.
    pub last: Option<When>,
}

/// A name of the country.
#[derive(Clone, Debug, Serialize)]
pub struct NamePeriod {
    /// The days.
    pub during: During,
    /// The name.
    pub name: TaggedText,
}

/// The answers to the questions of one section.
#[derive(Clone, Debug, Serialize)]
pub struct HistorySection {
    /// Anchor: `section-<id>`.
    pub id: String,
    /// The title.
    pub title: TaggedText,
    /// The questions in the order of the codebook.
    pub questions: Vec<AnswerHistory>,
}

/// The answers to one question.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerHistory {
    /// Anchor: `question-<id>`.
    pub id: String,
    /// The findings of the country on the question's page; the text is the question's label.
    pub question: Link,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// What all answers with a source rest on, if there are several and it is the same.
    pub origin: Option<AnswerOrigin>,
    /// The answers in chronological order.
    pub periods: Vec<AnswerPeriod>,
}

/// The source of answers, and the records on which they rest.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerOrigin {
    /// The citation.
    pub citation: Option<Citation>,
    /// The records.
    pub rests_on: Vec<Link>,
}

/// An answer and the time for which it stands.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerPeriod {
    /// The days.
    pub during: During,
    /// The cell on each of these days, without its age.
    pub cell: Cell,
    /// The citation of the finding that is shown.
    pub citation: Option<Citation>,
    /// The records on which that finding rests.
    pub rests_on: Vec<Link>,
}

/// The status towards one instrument, or towards several of which the same is known and to which there is no act.
#[derive(Clone, Debug, Serialize)]
pub struct StatusHistory {
    /// The instruments, with the anchors `instrument-<id>`; each leads to the acts of the country on its page.
    pub instruments: Vec<Anchored>,
    /// The statuses in chronological order.
    pub periods: Vec<StatusPeriod>,
}

/// A status and the time for which it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatusPeriod {
    /// The days.
    pub during: During,
    /// The status on each of these days.
    pub status: Status,
}

/// A law that begins or ends, or of which articles do.
#[derive(Clone, Debug, Serialize)]
pub struct LawHistory {
    /// Anchor: `law-<n>`, its place in the list.
    pub id: String,
    /// Its page.
    pub law: Link,
    /// What is noted of the whole law, in chronological order; empty if that never changes.
    pub periods: Vec<LawPeriod>,
    /// What is noted of articles, by their numbers; articles of which that never changes are left out.
    pub articles: Vec<ArticlePeriod>,
}

/// What is noted of a law in a period.
#[derive(Clone, Debug, Serialize)]
pub struct LawPeriod {
    /// The days.
    pub during: During,
    /// The notices that its line on the country's page has.
    pub banners: Vec<Banner>,
}

/// The state of an article in a period.
#[derive(Clone, Debug, Serialize)]
pub struct ArticlePeriod {
    /// The days.
    pub during: During,
    /// Its page; the text is its number.
    pub link: Link,
    /// Its state.
    pub state: ProvisionState,
}

/// A bill or amending act.
#[derive(Clone, Debug, Serialize)]
pub struct AmendmentHistory {
    /// Anchor: `amendment-<n>`, its place in the list.
    pub id: String,
    /// Its page.
    pub amendment: Link,
    /// The stages that it had reached, in chronological order.
    pub periods: Vec<StagePeriod>,
}

/// The last stage that an amendment had reached in a period.
#[derive(Clone, Debug, Serialize)]
pub struct StagePeriod {
    /// The days.
    pub during: During,
    /// The stage (message `stage-<key>`), or empty.
    pub stage: &'static str,
    /// When it was reached.
    pub reached: Option<When>,
}
