//! The views of changes: lists, previews and feeds.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Citation, Link, When};

/// Template `changes`, and those of the changes of one year, country or instrument.
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// The country or instrument, on a page about one.
    pub of: Option<Link>,
    /// What was done and what became law, by year, latest first; undated ones last.
    pub years: Vec<ChangesYear>,
    /// Answers of later sources that differ from those of earlier ones, by year: observations, and not changes of the law.
    pub readings: Vec<ChangesYear>,
    /// The pages of single years, if the list is split.
    pub other_years: Vec<YearLink>,
    /// On the page of the whole site: the pages of the countries.
    pub countries: Vec<Link>,
    /// On the page of the whole site: the pages of the instruments.
    pub instruments: Vec<Link>,
    /// On the page of the whole site: all comparisons of two published days. On the page of a country: those of its own
    /// pages, where the pages of all countries show only a preview.
    pub pairs: Vec<DayPair>,
    /// Edits of cells by the editors, latest first; empty if none are recorded.
    pub edits: Vec<Edit>,
}

/// The changes of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesYear {
    /// Anchor on the page.
    pub id: String,
    /// The year; empty for undated changes.
    pub year: String,
    /// The changes.
    pub lines: Vec<ChangeEntry>,
    /// The page of the year, if only some of its changes are listed here; of undated changes, the place on the page from which
    /// the lists of the countries are reached. Its count is the number of the others.
    pub left: Option<YearLink>,
}

/// A link to the page of one year.
#[derive(Clone, Debug, Serialize)]
pub struct YearLink {
    /// Relative to the page that holds it.
    pub href: String,
    /// The year; empty for undated changes.
    pub year: String,
    /// Number of changes on it.
    pub count: usize,
    /// Whether it leads to the page that holds it.
    pub here: bool,
}

/// One change of the law.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeEntry {
    /// An id that is the same in all editions; also the anchor of the entry.
    pub id: String,
    /// Its date, as exactly as it is known.
    pub when: When,
    /// Whether it surely lies after the day of the edition.
    pub later: bool,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`, `wording`, `answer`.
    pub kind: &'static str,
    /// The message key of the kind of change (`action-ratification`, `entry-in-force`, `law-date-adopted`,
    /// `repeal-replaced`, `stage-adopted`, `wording-new`, `article-repealed`, `answer-changed` …).
    pub what: String,
    /// The record or cell that changed.
    pub of: Link,
    /// The status or answer before the change.
    pub was: Option<ShownValue>,
    /// The status or answer after the change.
    pub is: Option<ShownValue>,
    /// The records that caused the change, such as amendments.
    pub by: Vec<Link>,
    /// Address of the comparison with the wording before.
    pub redline: Option<String>,
    /// The source that says so, and the place in it.
    pub citation: Option<Citation>,
    /// For treaty acts: whether the depositary records it, or sources only report it.
    pub recorded: bool,
    /// Whether the date was computed from the instrument's rule.
    pub computed: bool,
}

/// A status or the answer of a cell.
#[derive(Clone, Debug, Serialize)]
pub struct ShownValue {
    /// Key of a status (message `status-<key>`), or empty.
    pub status: &'static str,
    /// Key of a cell's state (message `state-<key>`), or empty.
    pub state: &'static str,
    /// The answer itself, if the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
}

/// An edit of a cell by the editors.
#[derive(Clone, Debug, Serialize)]
pub struct Edit {
    /// The cell; the text is the question's label.
    pub cell: Link,
    /// The country.
    pub country: Link,
    /// What the cell said before.
    pub was: String,
    /// The day of the edit.
    pub changed: When,
    /// The reason of the edit.
    pub reason: TaggedText,
    /// The editor's anonymous id.
    pub coder: Option<String>,
}

/// A feed of changes. It is not a page: only `publish::feed` prints it.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its id, which is also its absolute address.
    pub id: String,
    /// The country, for the feed of one.
    pub of: Option<TaggedText>,
    /// The absolute address of the page with the same changes.
    pub page: String,
    /// The absolute address of the site, with a final `/`.
    pub root: String,
    /// The day of the edition.
    pub updated: When,
    /// The entries, the latest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Its id: an absolute address that is the same in all editions.
    pub id: String,
    /// The day of the change, at most that of the edition.
    pub updated: When,
    /// The change of the law; its links are paths from the root of the site. Either this or `edit` is set.
    pub change: Option<ChangeEntry>,
    /// The edit of a cell.
    pub edit: Option<Edit>,
}

/// A change in few words: of a cell, of a status, or an event.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// The date of the event.
    pub when: Option<When>,
    /// The message key of the event, as in `ChangeEntry`; empty for a changed cell or status.
    pub what: String,
    /// The record or cell that changed.
    pub of: Link,
    /// Before the change; `None` for a first answer.
    pub was: Option<ShownValue>,
    /// After the change.
    pub is: Option<ShownValue>,
}

impl Preview {
    /// A preview that only names its subject.
    pub fn of(of: Link) -> Preview {
        Preview { when: None, what: String::new(), of, was: None, is: None }
    }
}

/// Two published days that are compared.
#[derive(Clone, Debug, Serialize)]
pub struct DayPair {
    /// The page that compares them.
    pub href: String,
    /// The earlier day.
    pub first: When,
    /// The later day.
    pub last: When,
    /// Whether the later day is that of the main views.
    pub main: bool,
    /// Whether no other published day lies between them.
    pub near: bool,
}
