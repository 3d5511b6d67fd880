//! The views of laws, articles, wordings and offences.

use serde::Serialize;

use crate::text::TaggedText;

use super::amendment::AmendmentLine;
use super::cell::Cell;
use super::conflict::Conflict;
use super::link::{Backlink, Banner, Citation, Link, LocalizedText, Quotation, Span, When};
use super::prose::Prose;

/// Conduct that a country punishes.
#[derive(Clone, Debug, Serialize)]
pub struct Offence {
    /// Anchor on the country's page.
    pub id: String,
    /// The conduct, as the source names it.
    pub conduct: TaggedText,
    /// The article or law; `None`: the source gives neither.
    pub provision: Option<Link>,
    /// The code as the source calls it, if no law is recorded.
    pub code: Option<TaggedText>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// Template `laws`.
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
    /// Code, act, decree and so on. Message `law-<kind>`.
    pub kind: &'static str,
    /// The number as issued.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// The most important notice about its state, if there is one.
    pub banners: Vec<Banner>,
    /// Its articles in the order of their numbers.
    pub provisions: Vec<ArticleLink>,
}

/// A link to an article, with its state.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleLink {
    /// Its page; the text is its number.
    pub link: Link,
    /// Its state on the day of the view.
    pub state: ProvisionState,
}

/// The state of an article on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProvisionState {
    /// `in-force`, `uncertain`, `to-come`, `ended`, `gap`. Messages `article-to-come`, `article-ended`, `article-gap`.
    pub key: &'static str,
    /// The start of this state: when the wording began, the article ended, or the record breaks off.
    pub since: Option<When>,
    /// The recorded end of this state.
    pub until: Option<When>,
    /// Whether the reason is the law as a whole, which has ended or not commenced.
    pub with_law: bool,
    /// The acts or laws that ended it, where recorded.
    pub by: Vec<Link>,
}

/// Template `law`.
#[derive(Clone, Debug, Serialize)]
pub struct Law {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Code, act, decree and so on. Message `law-<kind>`.
    pub kind: &'static str,
    /// The title in the site's language.
    pub title: TaggedText,
    /// The standing of the translation that `title` is, or empty. Message `translation-<key>`.
    pub title_translation: &'static str,
    /// The title in the language in which the law was issued.
    pub official_title: Option<LocalizedText>,
    /// The number as issued.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// When it enters into force.
    pub commences: Option<When>,
    /// The first day on which it no longer applied.
    pub repealed: Option<When>,
    /// How it ended: message `repeal-<verb>`; or empty.
    pub repeal_verb: &'static str,
    /// The law that repealed or replaced it.
    pub repealed_by: Option<Link>,
    /// The source for its end.
    pub repeal_citation: Option<Citation>,
    /// Notices about its state on the day of the view.
    pub banners: Vec<Banner>,
    /// What it is about.
    pub body: Prose,
    /// The sources for these facts.
    pub citations: Vec<Citation>,
    /// Its articles in the order of their numbers.
    pub provisions: Vec<ProvisionLine>,
    /// The bills and acts from which it developed.
    pub came_by: Vec<AmendmentLine>,
    /// Amendments that change it.
    pub amended_by: Vec<AmendmentLine>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// An article in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionLine {
    /// Its page; the text is its number.
    pub link: Link,
    /// Heading of the wording of the day; else of the next to come, or the last that was law.
    pub heading: Option<TaggedText>,
    /// Its state on the day of the view.
    pub state: ProvisionState,
    /// Number of its wordings.
    pub wordings: usize,
}

/// Template `provision`: an article on a day.
#[derive(Clone, Debug, Serialize)]
pub struct Provision {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Its law.
    pub law: Link,
    /// Its number as printed.
    pub article: String,
    /// Heading of the wording that is shown.
    pub heading: Option<TaggedText>,
    /// Notices about its state on the day of the view.
    pub banners: Vec<Banner>,
    /// Its state on the day of the view.
    pub state: ProvisionState,
    /// Whether the first of the wordings is surely or perhaps law on the day of the view.
    pub first_is_law: bool,
    /// All wordings: the one to show first (that of the day, else the next to come, or the last that was law), then the
    /// others, latest first.
    pub wordings: Vec<Wording>,
    /// Comparisons of wordings that do not follow each other, if both are recorded; the latest first.
    pub redlines: Vec<Redline>,
    /// What a reader should know about the article.
    pub body: Prose,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// The provision before it in the law.
    pub previous: Option<Link>,
    /// The provision after it in the law.
    pub next: Option<Link>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A wording of an article.
#[derive(Clone, Debug, Serialize)]
pub struct Wording {
    /// Anchor: `wording-1` is the oldest.
    pub id: String,
    /// Whether it is law on the day of the view: `yes`, `no`, `uncertain`.
    pub in_force: &'static str,
    /// Its state on that day: `in-force`, `uncertain`, `to-come`, `earlier`, `ended`. Message `wording-is-<key>`.
    pub state: &'static str,
    /// The first day on which it is no longer law.
    pub until: Option<When>,
    /// When it was law.
    pub period: Span,
    /// A day on which the source shows it.
    pub observed: Option<When>,
    /// The heading of the article.
    pub heading: Option<TaggedText>,
    /// The language of the heading, if it is not that of the page; BCP 47.
    pub heading_language: Option<String>,
    /// The words; `None`: not recorded here.
    pub quotation: Option<Quotation>,
    /// The words of `quotation` in blocks; empty if they have neither a numbered paragraph nor a table.
    pub blocks: Vec<WordingBlock>,
    /// Whether the quotation is only an extract.
    pub extract: bool,
    /// The translation into the language of the page, where the words are in another: it is read first.
    pub translation: Option<WordingTranslation>,
    /// The other translations.
    pub translations: Vec<WordingTranslation>,
    /// A summary in the site's own words.
    pub summary: Option<Prose>,
    /// The penalty, as the source gives it.
    pub penalty: Option<TaggedText>,
    /// The amendments that introduced it.
    pub by: Vec<Link>,
    /// The acts by which the article ended with this wording.
    pub repealed_by: Vec<Link>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The differences from the wording before, if both are recorded.
    pub redline: WordingChange,
    /// Whether that comparison is shown open: it is the latest one on the page.
    pub redline_is_open: bool,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A part of the words of a wording: running text, or a table.
#[derive(Clone, Debug, Serialize)]
pub struct WordingBlock {
    /// The running text in pieces, with the line breaks between them; empty for a table.
    pub pieces: Vec<WordingPiece>,
    /// The head of the table: its cells; empty for running text.
    pub head: Vec<String>,
    /// The other rows of the table: their cells.
    pub rows: Vec<Vec<String>>,
}

/// A piece of running text: from one numbered paragraph or point up to the next.
#[derive(Clone, Debug, Serialize)]
pub struct WordingPiece {
    /// Anchor of the paragraph (`paragraph-2`), or empty: it has no number of its own, or a wording above has it.
    pub id: String,
    /// The words.
    pub text: String,
}

/// A translation of a wording, shown beside the original.
#[derive(Clone, Debug, Serialize)]
pub struct WordingTranslation {
    /// Its language, BCP 47.
    pub language: String,
    /// The heading, where it is translated.
    pub heading: Option<String>,
    /// The translated words.
    pub text: String,
    /// What they hold: `part` of the words that are quoted, all of these, which are an `extract` of the article, or empty:
    /// the whole article. Message `translated-<key>`.
    pub holds: &'static str,
    /// Its standing: `official`, `authorised`, `unofficial`, `machine`. Message `translation-<key>`.
    pub translation: &'static str,
}

/// The comparison of two wordings that do not follow each other.
#[derive(Clone, Debug, Serialize)]
pub struct Redline {
    /// When the earlier wording was law.
    pub first: Span,
    /// A day on which a source shows the earlier wording.
    pub first_observed: Option<When>,
    /// When the later wording was law.
    pub last: Span,
    /// A day on which a source shows the later wording.
    pub last_observed: Option<When>,
    /// The differences.
    pub change: WordingChange,
}

/// The differences in heading and words. Both lists are empty if nothing can be compared; if one of them has changes,
/// the other is given whole.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WordingChange {
    /// The heading in pieces; empty if it is not recorded in both wordings.
    pub heading: Vec<Change>,
    /// The words in pieces; empty if they are not quoted in the same language in both wordings.
    pub words: Vec<Change>,
}

impl WordingChange {
    /// Whether there are no differences to show.
    pub fn is_empty(&self) -> bool {
        self.heading.is_empty() && self.words.is_empty()
    }
}

/// A piece of a comparison: unchanged, inserted or deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// `same`, `ins` or `del`.
    pub kind: &'static str,
    /// The words of the piece.
    pub text: String,
}
