//! The views of changes: lists, previews and feeds.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Citation, Link, When};

/// `changes`, and the same of one year, country or instrument
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// The country or the instrument.
    pub of: Option<Link>,
    /// The changes by year, the latest first; those without any date last.
    pub years: Vec<ChangesYear>,
    /// The pages of single years, where one page would be too long.
    pub other_years: Vec<YearLink>,
    /// On the page of the whole site: the pages of the countries.
    pub countries: Vec<Link>,
    /// On the page of the whole site: the pages of the instruments.
    pub instruments: Vec<Link>,
    /// On the page of the whole site: the pages that compare two published days; on that of a country: its own of
    /// these, where those of the site do not tell all.
    pub pairs: Vec<DayPair>,
    /// What the editors changed, the latest first; nothing where nobody wrote it down.
    pub edits: Vec<Edit>,
}

/// The changes of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesYear {
    /// Anchor.
    pub id: String,
    /// The year; empty: without a date.
    pub year: String,
    /// The changes.
    pub lines: Vec<ChangeEntry>,
    /// The page of the year, where not all of them stand here; its count is that of those that do not.
    pub left: Option<YearLink>,
}

/// The page of a year.
#[derive(Clone, Debug, Serialize)]
pub struct YearLink {
    /// Where it is.
    pub href: String,
    /// The year.
    pub year: String,
    /// How many changes it lists.
    pub count: usize,
    /// Whether it is the page that holds the link.
    pub here: bool,
}

/// A change of the law.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeEntry {
    /// An id that stays from edition to edition; the anchor of its line.
    pub id: String,
    /// When, as it is known.
    pub when: When,
    /// Whether it surely lies after the day of the edition.
    pub later: bool,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`, `wording`, `answer`.
    pub kind: &'static str,
    /// What: message key (`action-ratification`, `entry-in-force`, `law-date-adopted`, `repeal-replaced`,
    /// `stage-adopted`, `wording-new`, `article-repealed`, `answer-changed` …).
    pub what: String,
    /// Of what.
    pub of: Link,
    /// What was before.
    pub was: Option<ShownValue>,
    /// What is since then.
    pub is: Option<ShownValue>,
    /// By which records.
    pub by: Vec<Link>,
    /// Where the wording is set beside the one before it.
    pub redline: Option<String>,
    /// The source and the place.
    pub citation: Option<Citation>,
    /// Recorded by the depositary (treaties), or reported.
    pub recorded: bool,
    /// Whether the day was computed from the instrument's rule.
    pub computed: bool,
}

/// A status or what a cell says, by itself.
#[derive(Clone, Debug, Serialize)]
pub struct ShownValue {
    /// Status key (message `status-<key>`), or empty.
    pub status: &'static str,
    /// Key of a cell's state, or empty.
    pub state: &'static str,
    /// The value, if it is one.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
}

/// Something that the editors changed.
#[derive(Clone, Debug, Serialize)]
pub struct Edit {
    /// The cell; the text is the question's label.
    pub cell: Link,
    /// The country.
    pub country: Link,
    /// What the cell said before.
    pub was: String,
    /// When it was changed.
    pub changed: When,
    /// Why.
    pub reason: TaggedText,
    /// By whom.
    pub coder: Option<String>,
}

/// A feed of what changed. It is no page: nothing but `publish::feed` prints it.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its id and its address.
    pub id: String,
    /// The country, where it is of one.
    pub of: Option<TaggedText>,
    /// The absolute address of the page that says the same.
    pub page: String,
    /// The absolute address of the site, with `/`.
    pub root: String,
    /// The day of the edition.
    pub updated: When,
    /// The entries, the latest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Its id: an address that stays from edition to edition.
    pub id: String,
    /// The day of the change, or that of the edition where it is still to come.
    pub updated: When,
    /// A change of the law; its links are paths from the root of the site.
    pub change: Option<ChangeEntry>,
    /// Or one of the editors'.
    pub edit: Option<Edit>,
}

/// A change in few words: a cell, a status, or what was done.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// When it was done.
    pub when: Option<When>,
    /// What was done, a message key as in `ChangeEntry`; empty: what a cell or a status became.
    pub what: String,
    /// Of what.
    pub of: Link,
    /// On the one day; `None` for a first answer.
    pub was: Option<ShownValue>,
    /// On the other.
    pub is: Option<ShownValue>,
}

impl Preview {
    /// A preview that only names its subject.
    pub fn of(of: Link) -> Preview {
        Preview { when: None, what: String::new(), of, was: None, is: None }
    }
}

/// Two days that are compared.
#[derive(Clone, Debug, Serialize)]
pub struct DayPair {
    /// The page that compares them.
    pub href: String,
    /// The one day.
    pub first: When,
    /// The other.
    pub last: When,
    /// Whether the other is that of the main views.
    pub main: bool,
    /// Whether no published day lies between them.
    pub near: bool,
}
