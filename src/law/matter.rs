//! Countries, topics, terms, statistics, gaps, observations, conflicts and pages of prose.

use crate::text::{At, Prose, Span};

use super::record::{Record, head, named};
use super::{
    Citation, ConflictId, CountryId, CountryKind, Date, Head, Kind, LocalizedText, Modality, PageId, Quotation, TermId,
    TopicId,
};

/// A jurisdiction.
#[derive(Clone, Debug)]
pub struct Country {
    /// What every record carries.
    pub head: Head,
    /// Its identity, the name of its folder.
    pub id: CountryId,
    /// Its usual name.
    pub name: String,
    /// Its full name, if it differs.
    pub official_name: Option<String>,
    /// What kind of jurisdiction it is.
    pub kind: CountryKind,
    /// For a region: the countries that its statements may speak of.
    pub members: Vec<At<CountryId>>,
    /// Whether it has a column in the matrix. Others appear with the instruments alone.
    pub compared: bool,
    /// ISO 3166-1 alpha-2, or ISO 3166-2, as published ("XR").
    pub iso: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// The United Nations' code M49.
    pub m49: Option<String>,
    /// Seat of government.
    pub capital: Option<String>,
    /// Languages of its laws, BCP 47.
    pub languages: Vec<String>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// The profile. Its parts under `## … {#id}` are set where the page treats that section of the codebook.
    pub body: Prose,
}

named!(Country);

impl Record for Country {
    head!(named);

    fn title(&self) -> &str {
        &self.name
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// A subject, or a stage of the problem.
#[derive(Clone, Debug)]
pub struct Topic {
    /// What every record carries.
    pub head: Head,
    /// Its identity.
    pub id: TopicId,
    /// Its name.
    pub title: String,
    /// Its place in the list of topics, smallest first.
    pub order: i64,
    /// What it covers.
    pub body: Prose,
}

named!(Topic);

impl Record for Topic {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// An entry of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// What every record carries.
    pub head: Head,
    /// Its identity.
    pub id: TermId,
    /// The word.
    pub term: String,
    /// Other forms of it that are linked where they occur in prose.
    pub forms: Vec<String>,
    /// The word in the original languages.
    pub originals: Vec<LocalizedText>,
    /// What it rests on.
    pub citation: Option<Citation>,
    /// The day for which the source uses it so.
    pub observed: Option<Date>,
    /// What it means.
    pub body: Prose,
}

named!(Term);

impl Record for Term {
    head!(named);

    fn title(&self) -> &str {
        &self.term
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// A figure: what was counted, by whom, over which period.
#[derive(Clone, Debug)]
pub struct Statistic {
    /// What every record carries.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Its identity within the country.
    pub id: At<String>,
    /// What was counted.
    pub counted: String,
    /// The figure as the source prints it ("about 30", "370").
    pub value: String,
    /// Unit ("persons", "cases").
    pub unit: String,
    /// Which part of the whole ("female"), if one.
    pub breakdown: Option<String>,
    /// Who counted.
    pub counted_by: Option<String>,
    /// First day of the period.
    pub from: Option<Date>,
    /// The day after its last day, or the date as given.
    pub until: Option<Date>,
    /// What it rests on.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
}

impl Record for Statistic {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("figure", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn title(&self) -> &str {
        &self.counted
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// Something that the law or practice of a country lacked, as a source says.
#[derive(Clone, Debug)]
pub struct Gap {
    /// What every record carries.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Its identity within the country.
    pub id: At<String>,
    /// What was lacking.
    pub text: Prose,
    /// Where it belongs.
    pub topics: Vec<At<TopicId>>,
    /// The day for which the source says so.
    pub observed: Date,
    /// What it rests on.
    pub citation: Citation,
    /// What changed later, and what that rests on.
    pub later: Option<(Prose, Citation)>,
}

impl Record for Gap {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("gap", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// What a source says of a country, where no question of the codebook asks for it: context, history, how cases go.
#[derive(Clone, Debug)]
pub struct Observation {
    /// What every record carries.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Its identity within the country.
    pub id: At<String>,
    /// What the source says, in the site's own words.
    pub text: Prose,
    /// How the source puts it.
    pub modality: Modality,
    /// The day for which the source speaks.
    pub observed: Date,
    /// The time of which it speaks, in words, where that is another.
    pub period: Option<String>,
    /// Where it belongs; one or more. A country's page sets it under the first.
    pub topics: Vec<At<TopicId>>,
    /// What it rests on.
    pub citation: Citation,
    /// The words of the source.
    pub quotation: Option<Quotation>,
    /// A remark.
    pub note: Option<Prose>,
}

impl Record for Observation {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("observation", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// A disagreement between sources, or inside one.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// What every record carries.
    pub head: Head,
    /// Its identity.
    pub id: ConflictId,
    /// What is disputed, in one line.
    pub title: String,
    /// What each side says, side by side; two or more.
    pub sides: Vec<Side>,
    /// Which side is preferred (its number from 1); `None`: undecided.
    pub preferred: Option<At<usize>>,
    /// Why that one, or why none.
    pub reason: Prose,
    /// Records that it touches, by identity as in `[[id]]`; shown on their pages.
    pub touches: Vec<At<String>>,
    /// More to say.
    pub body: Prose,
}

named!(Conflict);

impl Record for Conflict {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// One side of a conflict.
#[derive(Clone, Debug)]
pub struct Side {
    /// Where it stands in the file.
    pub at: Span,
    /// What it says.
    pub says: Prose,
    /// What it rests on.
    pub citation: Citation,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct Page {
    /// What every record carries.
    pub head: Head,
    /// Its identity; `index` is the home page.
    pub id: PageId,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub kind: PageKind,
    /// Its place in the list of pages, smallest first.
    pub order: i64,
    /// The prose.
    pub body: Prose,
}

named!(Page);

impl Record for Page {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// What a page of prose is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The words on the home page.
    Home,
    /// The words on the page about the site.
    About,
    /// Any other page.
    Page,
}
