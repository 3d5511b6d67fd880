//! Laws of a country, their articles and wordings, punished conduct, and the amendments that change laws.

use crate::text::{At, Prose, Span, TaggedText, paragraphs};

use super::record::{Record, head, named};
use super::{
    AmendmentId, AmendmentKind, Citation, CountryId, Date, Head, Kind, LawId, LawKind, LocalizedText, Modality,
    OffenceId, Period, ProvisionId, Quotation, RepealVerb, StageKind, TopicId, Translation,
};

/// An act or code of one country. Its dates (adopted, signed, published, commences, repealed) are recorded separately,
/// and none stands in for another.
#[derive(Clone, Debug)]
pub struct Law {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Country and folder: `xr/penal-code`.
    pub id: LawId,
    /// The country whose law it is: the first part of `id`.
    pub country: CountryId,
    /// Code, act, decree and so on.
    pub kind: LawKind,
    /// Its title in the site's language.
    pub title: TaggedText,
    /// The standing of the translation that `title` is.
    pub title_translation: Option<Translation>,
    /// The title in the language in which it was issued.
    pub official_title: Option<LocalizedText>,
    /// Its number as issued (`№ 254-II`).
    pub number: Option<String>,
    /// What this law calls an article, where the site's word does not fit: `§`, or `{}-бап` where the word follows the
    /// number.
    pub article_word: Option<TaggedText>,
    /// When it was adopted.
    pub adopted: Option<At<Date>>,
    /// When it was signed.
    pub signed: Option<At<Date>>,
    /// When it was published.
    pub published: Option<At<Date>>,
    /// When it enters into force; `None` is "not recorded".
    pub commences: Option<At<Date>>,
    /// Whether only some of its provisions have commenced; then `commences` dates no single article.
    pub commences_in_part: bool,
    /// How and when it ended.
    pub repeal: Option<Repeal>,
    /// The evidence for these facts; at least one.
    pub citations: Vec<Citation>,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// What the law is about, in the site's own words.
    pub body: Prose,
}

named!(Law);

impl Record for Law {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

impl Law {
    /// Whether its dates say that it ended before it was adopted. That is told at the law: what is compared with either date
    /// would only tell it again.
    pub fn ends_before_it_begins(&self) -> bool {
        let ended = self.repeal.as_ref().map(|repeal| &repeal.repealed);
        self.adopted.as_ref().zip(ended).is_some_and(|(adopted, ended)| ended.surely_before(adopted))
    }

    /// The recorded dates with the names of their fields, in the order in which they usually follow each other.
    pub fn dates(&self) -> impl Iterator<Item = (&'static str, &Date)> {
        let dates = [
            ("adopted", self.adopted.as_ref()),
            ("signed", self.signed.as_ref()),
            ("published", self.published.as_ref()),
            ("commences", self.commences.as_ref()),
            ("repealed", self.repeal.as_ref().map(|repeal| &repeal.repealed)),
        ];
        dates.into_iter().filter_map(|(name, date)| Some((name, &date?.value)))
    }
}

/// The end of a law.
#[derive(Clone, Debug)]
pub struct Repeal {
    /// The first day on which the law no longer applied.
    pub repealed: At<Date>,
    /// How the law ended.
    pub verb: RepealVerb,
    /// The law that repealed or replaced it.
    pub by: Option<At<LawId>>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// An article of a law.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The law's id and the file name: `xr/penal-code/128`.
    pub id: ProvisionId,
    /// The law to which it belongs.
    pub law: LawId,
    /// Its number as printed: "128", "130.1", "129-1", "128¹".
    pub article: String,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// Its wordings, oldest first; at least one.
    pub wordings: Vec<Wording>,
    /// What a reader should know about the article.
    pub body: Prose,
}

named!(Provision);

impl Provision {
    /// The addresses of the paragraphs and points that any of its wordings has (see [`paragraphs`]): those of the first
    /// wording first, each address once.
    pub fn paragraphs(&self) -> Vec<String> {
        let mut list: Vec<String> = Vec::new();
        let quoted = self.wordings.iter().filter_map(|wording| wording.quotation.as_ref());
        for address in quoted.flat_map(|q| paragraphs(&q.text)).filter_map(|paragraph| paragraph.address) {
            if !list.contains(&address) {
                list.push(address);
            }
        }
        list
    }
}

impl Record for Provision {
    head!(named);

    fn title(&self) -> &str {
        &self.article
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Law, self.law.as_str()))
    }
}

/// The text of an article during a period.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// When it was law. A bound that no source gives is open.
    pub period: Period,
    /// Where the first day of the period is written, for diagnostics.
    pub from_at: Span,
    /// Where its end is written, for diagnostics.
    pub until_at: Span,
    /// A day on which a source shows it in force; used where the period is not recorded.
    pub observed: Option<Date>,
    /// Where that day is written, for diagnostics.
    pub observed_at: Span,
    /// The heading of the article.
    pub heading: Option<TaggedText>,
    /// The language of the heading, BCP 47; `None` is that of the site.
    pub heading_language: Option<String>,
    /// The words, where a source quotes them; `None` is "the wording is not recorded here".
    pub quotation: Option<Quotation>,
    /// Whether the quotation is only an extract: the article has further words, which are not recorded here.
    pub extract: bool,
    /// Translations of heading and quotation, beside the original.
    pub translations: Vec<WordingTranslation>,
    /// The conduct or rule, in the site's own words.
    pub summary: Option<Prose>,
    /// The penalty, as the source gives it.
    pub penalty: Option<TaggedText>,
    /// The amendments that introduced it; several if they took effect on one day.
    pub by: Vec<At<AmendmentId>>,
    /// Whether the article itself ended with this wording, even if it was enacted again later.
    pub repealed: bool,
    /// The amendments by which the article ended with this wording.
    pub repealed_by: Vec<At<AmendmentId>>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A translation of a wording, shown beside the original.
#[derive(Clone, Debug)]
pub struct WordingTranslation {
    /// Its language, BCP 47.
    pub language: String,
    /// The heading, where it is translated.
    pub heading: Option<String>,
    /// The translated words.
    pub text: String,
    /// Whether only a part of the quoted words is translated.
    pub extract: bool,
    /// Its standing: official, authorised, unofficial or by a machine.
    pub standing: Translation,
}

impl Wording {
    /// The heading in `language`, which is the site's: the original heading, or its translation where the original is
    /// in another language.
    pub fn heading_in(&self, language: &str) -> Option<TaggedText> {
        let is_other = self.heading_language.as_ref().is_some_and(|own| own != language);
        let mut fitting = self.translations.iter().filter(|t| is_other && t.language == language);
        let translated = fitting.find_map(|t| t.heading.as_deref());
        translated.map(Into::into).or_else(|| self.heading.clone())
    }
}

/// Conduct that is punished in a country, as a source names it.
#[derive(Clone, Debug)]
pub struct Offence {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Country and entry: `xr/abduction`.
    pub id: OffenceId,
    /// A country or region.
    pub country: CountryId,
    /// The conduct, as the source names it.
    pub conduct: TaggedText,
    /// The article, where the source gives one.
    pub provision: Option<At<ProvisionId>>,
    /// The law, where the source gives no article. If both are `None`, pages say "article not given".
    pub law: Option<At<LawId>>,
    /// The code as the source calls it, where no law is recorded.
    pub code: Option<TaggedText>,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// The day for which the source says so.
    pub observed: Date,
    /// Where that day is written, for diagnostics.
    pub observed_at: Span,
    /// The status that the source gives to it, where it gives one.
    pub modality: Option<Modality>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

named!(Offence);

impl Record for Offence {
    head!(named);

    fn title(&self) -> &str {
        &self.conduct
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// An act or bill that changes laws.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Country and file: `xr/bill-2004`.
    pub id: AmendmentId,
    /// Its country.
    pub country: CountryId,
    /// Its title in the site's language.
    pub title: TaggedText,
    /// Whether it is still a bill or has become an act.
    pub kind: AmendmentKind,
    /// Its number as issued.
    pub number: Option<String>,
    /// The act that it became or is, if recorded as a law of its own.
    pub law: Option<At<LawId>>,
    /// References to the laws and articles that it changes, as in `[[id]]`.
    pub amends: Vec<At<String>>,
    /// Earlier bills from which it developed.
    pub follows: Vec<At<AmendmentId>>,
    /// The steps that were taken, in the order of the file.
    pub stages: Vec<Stage>,
    /// The parts of its contents.
    pub elements: Vec<Element>,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// The Markdown below the front matter; shown last.
    pub body: Prose,
}

named!(Amendment);

impl Record for Amendment {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// One step in the course of an amendment.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// The step that was taken.
    pub kind: StageKind,
    /// The day on which it was taken.
    pub reached: At<Date>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// One part of the contents of an amendment.
#[derive(Clone, Debug)]
pub struct Element {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// Unique within the amendment.
    pub id: At<String>,
    /// What this part would change.
    pub text: Prose,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// The status that the source gives to it.
    pub modality: Option<Modality>,
    /// The day for which the source says so.
    pub observed: Option<Date>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}
