//! The views of laws, articles, wordings and offences.

use serde::Serialize;

use crate::text::TaggedText;

use super::amendment::AmendmentLine;
use super::cell::Cell;
use super::conflict::Conflict;
use super::link::{Backlink, Banner, Citation, Link, LocalizedText, Quotation, Span, When};
use super::prose::Prose;

/// Punished conduct.
#[derive(Clone, Debug, Serialize)]
pub struct Offence {
    /// Anchor on the country's page.
    pub id: String,
    /// The conduct.
    pub conduct: TaggedText,
    /// The provision or law; `None`: article not given.
    pub provision: Option<Link>,
    /// The code as the source calls it.
    pub code: Option<TaggedText>,
    /// Topics.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// `laws`
#[derive(Clone, Debug, Serialize)]
pub struct Laws {
    /// By country.
    pub countries: Vec<CountryLaws>,
}

/// Laws of a country.
#[derive(Clone, Debug, Serialize)]
pub struct CountryLaws {
    /// The country.
    pub country: Link,
    /// Its laws.
    pub laws: Vec<LawLine>,
}

/// A law in a list.
#[derive(Clone, Debug, Serialize)]
pub struct LawLine {
    /// Its page.
    pub link: Link,
    /// Kind: message `law-<kind>`.
    pub kind: &'static str,
    /// Number.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// The most important banner.
    pub banners: Vec<Banner>,
    /// Its provisions.
    pub provisions: Vec<ArticleLink>,
}

/// A provision by its number.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleLink {
    /// Its page; the text is its number.
    pub link: Link,
    /// How it stands on the day of the view.
    pub state: ProvisionState,
}

/// How a provision stands on a day.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionState {
    /// `in-force`, `uncertain`, `to-come`, `ended`, `gap`. Messages `article-to-come`, `article-ended`, `article-gap`.
    pub key: &'static str,
    /// Since when: when the wording began, when the provision ended, when the record breaks off.
    pub since: Option<When>,
    /// When the provision, or its next wording, begins.
    pub until: Option<When>,
    /// Whether that is so of its law as a whole: it has ended, or not commenced.
    pub with_law: bool,
    /// What ended it, where that is recorded.
    pub by: Vec<Link>,
}

/// `law`
#[derive(Clone, Debug, Serialize)]
pub struct Law {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Kind: message `law-<kind>`.
    pub kind: &'static str,
    /// Title.
    pub title: TaggedText,
    /// Standing of the title's translation, or empty.
    pub title_translation: &'static str,
    /// Official title.
    pub official_title: Option<LocalizedText>,
    /// Number.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// When it commences.
    pub commences: Option<When>,
    /// When it ended.
    pub repealed: Option<When>,
    /// How: message `repeal-<verb>`; or empty.
    pub repeal_verb: &'static str,
    /// By which law.
    pub repealed_by: Option<Link>,
    /// What that rests on.
    pub repeal_citation: Option<Citation>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// What it is about.
    pub body: Prose,
    /// What its facts rest on.
    pub citations: Vec<Citation>,
    /// Its provisions.
    pub provisions: Vec<ProvisionLine>,
    /// The bills and acts by which it came.
    pub came_by: Vec<AmendmentLine>,
    /// Amendments that change it.
    pub amended_by: Vec<AmendmentLine>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// Topics.
    pub topics: Vec<Link>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A provision in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionLine {
    /// Its page; the text is its number.
    pub link: Link,
    /// Heading of the wording on the day of the view; else of the next to come, or the last that was law.
    pub heading: Option<TaggedText>,
    /// How it stands on the day of the view.
    pub state: ProvisionState,
    /// Number of wordings.
    pub wordings: usize,
}

/// `provision`, on a day
#[derive(Clone, Debug, Serialize)]
pub struct Provision {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Its law.
    pub law: Link,
    /// Its number.
    pub article: String,
    /// Heading of the wording that is shown.
    pub heading: Option<TaggedText>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// How it stands on the day of the view.
    pub state: ProvisionState,
    /// The wording in force on the day of the view, if one surely or perhaps is: then it is the first.
    pub current: Option<usize>,
    /// All wordings: first that of the day, or the next to come, or the last that was law; then the others, latest
    /// first.
    pub wordings: Vec<Wording>,
    /// What changed between two wordings that do not follow each other, where both are recorded; the latest first.
    pub redlines: Vec<Redline>,
    /// What a reader should know.
    pub body: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// The provision before it in the law.
    pub previous: Option<Link>,
    /// The provision after it in the law.
    pub next: Option<Link>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A wording.
#[derive(Clone, Debug, Serialize)]
pub struct Wording {
    /// Anchor: `wording-1` is the oldest.
    pub id: String,
    /// Whether it is law on the day of the view: `yes`, `no`, `uncertain`.
    pub in_force: &'static str,
    /// How it stands on that day: `in-force`, `uncertain`, `to-come`, `earlier`, `ended`. Message `wording-is-<key>`.
    pub state: &'static str,
    /// The day from which it is law no longer.
    pub until: Option<When>,
    /// When it was law.
    pub period: Span,
    /// A day on which the source shows it.
    pub observed: Option<When>,
    /// Heading.
    pub heading: Option<TaggedText>,
    /// The language of the heading, where it is another than that of the page.
    pub heading_language: Option<String>,
    /// Words; `None`: not recorded.
    pub quotation: Option<Quotation>,
    /// Whether they are an extract.
    pub extract: bool,
    /// Translations beside them.
    pub translations: Vec<WordingTranslation>,
    /// In the site's own words.
    pub summary: Option<Prose>,
    /// Penalty.
    pub penalty: Option<TaggedText>,
    /// By which amendments it came.
    pub by: Vec<Link>,
    /// By which acts the provision ended with it.
    pub repealed_by: Vec<Link>,
    /// The source and the place.
    pub citation: Citation,
    /// What changed against the wording before it, where both are recorded.
    pub redline: WordingChange,
    /// Whether that is the latest step on the page, which stands open.
    pub redline_is_open: bool,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A translation of a wording, beside the original.
#[derive(Clone, Debug, Serialize)]
pub struct WordingTranslation {
    /// Its language, BCP 47.
    pub language: String,
    /// The heading, where it is translated.
    pub heading: Option<String>,
    /// The words.
    pub text: String,
    /// Of what standing: `official`, `authorised`, `unofficial`, `machine`. Message `translation-<key>`.
    pub translation: &'static str,
}

/// What changed from one wording to a later one.
#[derive(Clone, Debug, Serialize)]
pub struct Redline {
    /// When the earlier was law.
    pub first: Span,
    /// A day on which a source shows the earlier.
    pub first_observed: Option<When>,
    /// When the later was law.
    pub last: Span,
    /// A day on which a source shows the later.
    pub last_observed: Option<When>,
    /// What changed.
    pub change: WordingChange,
}

/// What changed in a heading and in words. Both lists are empty where there is nothing to compare; where one of them
/// changed, the other stands whole.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WordingChange {
    /// The pieces of the heading; empty where it is not recorded in both.
    pub heading: Vec<Change>,
    /// The pieces of the words; empty where they are not quoted in both in one language.
    pub words: Vec<Change>,
}

impl WordingChange {
    /// Whether there are no differences to show.
    pub fn is_empty(&self) -> bool {
        self.heading.is_empty() && self.words.is_empty()
    }
}

/// A piece of a redline: `kind` is `same`, `ins` or `del`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which.
    pub kind: &'static str,
    /// The words.
    pub text: String,
}
