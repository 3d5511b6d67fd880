//! The evidence of statements: sources, citations, quotations, translations.

use crate::text::{At, Extract, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{Date, Head, InstrumentId, SourceId, SourceRole, TableScope, Tier, Translation};

/// A reference to a source.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Resolved: in the corpus a source with this id always exists.
    pub source: At<SourceId>,
    /// Article, page, paragraph, line or file, as readers would look it up.
    pub place: String,
    /// Where the place is written, for diagnostics.
    pub place_at: Span,
    /// How near to the law this place stands, where that is not the tier of the whole source: one page may hold a
    /// depositary's entry and a commentary.
    pub tier: Option<Tier>,
}

/// Words of a source, quoted verbatim.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Where the words are written, for diagnostics.
    pub at: Span,
    /// The words.
    pub text: Extract,
    /// Their language, BCP 47.
    pub language: String,
    /// The standing of the translation, if the text is one.
    pub translation: Option<Translation>,
    /// The text in the original language, where recorded.
    pub original: Option<LocalizedText>,
}

/// Plain text with its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalizedText {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: String,
}

/// A book, report, data set or table that statements rest on.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id.
    pub id: SourceId,
    /// The whole reference, as it is to be printed.
    pub citation: String,
    /// Short name for tables and citations in the text; the id where there is none.
    pub short: Option<String>,
    /// Author, as the source gives it.
    pub author: Option<String>,
    /// Title, as the source gives it.
    pub title: Option<String>,
    /// Publisher, as the source gives it.
    pub publisher: Option<String>,
    /// Year or date of publication, in the words of the reference.
    pub year: Option<String>,
    /// In words: "data set", "report", "press".
    pub kind: Option<TaggedText>,
    /// How near to the law it stands; `None` is "not recorded".
    pub tier: Option<Tier>,
    /// Address on the web, if it has one.
    pub url: Option<At<String>>,
    /// Address of an archived copy.
    pub archived: Option<At<String>>,
    /// Language, BCP 47; `None` is "not recorded".
    pub language: Option<String>,
    /// The licence under which it may be used, in words; `None` is "not recorded".
    pub licence: Option<String>,
    /// The date of the stored copy that was read.
    pub stored: Option<Date>,
    /// The instruments for which it lists all who acted.
    pub complete: Vec<CompleteList>,
    /// The day on which it was last looked up.
    pub accessed: Option<Date>,
    /// How its places are counted and where it ends: `L1-478`, `p. 1-320`.
    pub extent: Option<String>,
    /// Whether statements may cite it.
    pub role: SourceRole,
    /// What a reader should know of it.
    pub body: Prose,
}

/// The claim that a source lists all who acted towards some instruments. Who is not listed had not acted by its date.
#[derive(Clone, Debug)]
pub struct CompleteList {
    /// Where the record of the source makes the claim, for diagnostics.
    pub at: Span,
    /// The instruments of the list.
    pub instruments: Vec<At<InstrumentId>>,
    /// The date of the list; without it, that of the stored copy counts.
    pub observed: Option<Date>,
    /// Which acts it lists.
    pub lists: TableScope,
    /// The place of the list in the source.
    pub place: String,
}

named!(Source);

impl Record for Source {
    head!(named);

    fn title(&self) -> &str {
        self.short()
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

impl Source {
    /// When it was read: the date of the stored copy, else that of the last look-up.
    pub fn read(&self) -> Option<&Date> {
        self.stored.as_ref().or(self.accessed.as_ref())
    }

    /// Its short name; the id where it has none.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or(self.id.as_str())
    }
}
