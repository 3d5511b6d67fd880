//! The views of a country: its page, its entry in lists, its handbook.

use serde::Serialize;

use crate::text::TaggedText;

use super::amendment::AmendmentLine;
use super::cell::{Cell, CellRow};
use super::change::ChangeEntry;
use super::conflict::Conflict;
use super::glossary::Term;
use super::link::{Backlink, Banner, Citation, Link, LocalizedText, Quotation, When};
use super::matrix::Matrix;
use super::prose::Prose;
use super::source::{SourceGroup, SourceLine};
use super::statute::{LawLine, Offence};
use super::treaty::{InstrumentActions, Treaties, TreatyLine};

/// A country in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CountryCard {
    /// Its page.
    pub link: Link,
    /// Its id.
    pub id: String,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// The first paragraph of its profile, words alone.
    pub summary: TaggedText,
    /// The first of the current answers by which it is introduced; they stand in the place of the summary.
    pub glance: Vec<Cell>,
    /// Cells with an answer (not silent, not researched …).
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// Treaties to which it is bound on the day of the view; none where nothing is recorded of it towards any.
    pub bound: Option<usize>,
}

/// `countries`
#[derive(Clone, Debug, Serialize)]
pub struct Countries {
    /// The handbook of all that are compared, if any are.
    pub handbook: Option<String>,
    /// Those with a column in the matrix.
    pub compared: Vec<CountryCard>,
    /// Those that appear with the instruments alone.
    pub others: Vec<CountryCard>,
}

/// A name that a country had.
#[derive(Clone, Debug, Serialize)]
pub struct FormerName {
    /// The name.
    pub name: TaggedText,
    /// From when it had another.
    pub until: When,
}

/// `country`, on a day
#[derive(Clone, Debug, Serialize)]
pub struct Country {
    /// Its id.
    pub id: String,
    /// Anchor on a page where several countries stand.
    pub anchor: String,
    /// Its name.
    pub name: TaggedText,
    /// Its full name.
    pub official_name: Option<TaggedText>,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// Its code.
    pub iso: Option<String>,
    /// What it was called before, and until when.
    pub former_names: Vec<FormerName>,
    /// From when it exists.
    pub from: Option<When>,
    /// From when it does not exist any more.
    pub until: Option<When>,
    /// The states before it.
    pub predecessors: Vec<Link>,
    /// The states after it.
    pub successors: Vec<Link>,
    /// The state that it is a part of.
    pub part_of: Option<Link>,
    /// Seat of government.
    pub capital: Option<TaggedText>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// For a region: its members; for a member: its regions.
    pub related: Vec<Link>,
    /// Pages on which it stands beside one other country; the text is that one's name.
    pub beside: Vec<Link>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// The top of the profile.
    pub body: Prose,
    /// Whether it is compared (has sections).
    pub compared: bool,
    /// The current answers by which it is introduced.
    pub glance: Vec<Cell>,
    /// A summary of its treaty statuses on the day.
    pub treaty_summary: Vec<TreatyLine>,
    /// The treaty actions, by instrument; shown in the section that asks for them, or on their own.
    pub treaties: Vec<InstrumentActions>,
    /// Whether a section shows the treaty actions (else they have a part of their own).
    pub treaties_in_section: bool,
    /// What the profile says on treaties (`{#treaties}`).
    pub treaties_prose: Prose,
    /// The sections of the codebook.
    pub sections: Vec<CountrySection>,
    /// Laws that no section shows.
    pub laws: Vec<LawLine>,
    /// What the profile says on laws.
    pub laws_prose: Prose,
    /// Offences that no section shows.
    pub offences: Vec<Offence>,
    /// Statistics that no section shows.
    pub statistics: Vec<Statistic>,
    /// What the profile says on figures.
    pub statistics_prose: Prose,
    /// What sources say beside the codebook, by topic.
    pub observations: Vec<ObservationGroup>,
    /// What the profile says on that (`{#observations}`).
    pub observations_prose: Prose,
    /// Places in modules that name the country, or conduct that is punished there.
    pub modules: Vec<Backlink>,
    /// What sources say was lacking.
    pub gaps: Vec<Gap>,
    /// What the profile says on gaps.
    pub gaps_prose: Prose,
    /// Cells whose state is a denial or a limit (`no`, `no-provision`, `partial`, `indirect`, `unclear`).
    pub weak: Vec<Cell>,
    /// Cells that nobody has answered, with their state.
    pub unanswered: Vec<Cell>,
    /// Amendments.
    pub amendments: Vec<AmendmentLine>,
    /// What the profile says on amendments.
    pub amendments_prose: Prose,
    /// What changed last, up to the day of the view.
    pub latest: Vec<ChangeEntry>,
    /// The page of all that changed, if anything did.
    pub changes: Option<String>,
    /// Its handbook for paper, if it is compared and this is not that.
    pub handbook: Option<String>,
    /// Other parts of the profile.
    pub other: Vec<ProsePart>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Sources on which the page rests.
    pub sources: Vec<SourceLine>,
    /// What the profile says on sources.
    pub sources_prose: Prose,
}

/// A part of a profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePart {
    /// Anchor.
    pub id: String,
    /// Heading.
    pub title: TaggedText,
    /// Words.
    pub body: Prose,
}

/// A section of the codebook on a country's page.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySection {
    /// Anchor.
    pub id: String,
    /// Title.
    pub title: TaggedText,
    /// The same section of the matrix.
    pub matrix: String,
    /// What the profile says on it.
    pub body: Prose,
    /// How many questions do not apply to this jurisdiction, where none of the section does; its cells are left out
    /// then.
    pub not_applicable: usize,
    /// The cells.
    pub cells: Vec<CellRow>,
    /// Whether to set the treaty actions here.
    pub shows_treaties: bool,
    /// What the profile says on treaties, in the first section that shows them.
    pub treaties_prose: Prose,
    /// A summary of the statuses towards the instruments of this section, where it shows them.
    pub treaty_summary: Vec<TreatyLine>,
    /// The actions towards them.
    pub treaties: Vec<InstrumentActions>,
    /// Offences, where the section shows them.
    pub offences: Vec<Offence>,
    /// Laws, where the section shows them.
    pub laws: Vec<LawLine>,
    /// Statistics, where the section shows them.
    pub statistics: Vec<Statistic>,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct Statistic {
    /// Anchor on the country's page.
    pub id: String,
    /// What was counted.
    pub counted: TaggedText,
    /// The figure.
    pub value: String,
    /// Its unit.
    pub unit: TaggedText,
    /// Which part of the whole.
    pub breakdown: Option<TaggedText>,
    /// Who counted.
    pub counted_by: Option<TaggedText>,
    /// Over which period.
    pub from: Option<When>,
    /// Until.
    pub until: Option<When>,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// Something that was lacking.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Anchor on the country's page.
    pub id: String,
    /// What.
    pub text: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// The source and the place.
    pub citation: Citation,
    /// What changed later.
    pub later: Option<Prose>,
    /// What that rests on.
    pub later_citation: Option<Citation>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What a source says of a country where no question asks for it.
#[derive(Clone, Debug, Serialize)]
pub struct Observation {
    /// Anchor on the country's page.
    pub id: String,
    /// What it says.
    pub text: Prose,
    /// How the source puts it (message `modality-<key>`).
    pub modality: &'static str,
    /// The day for which the source speaks.
    pub observed: When,
    /// The time of which it speaks, in words, where that is another.
    pub period: Option<TaggedText>,
    /// Topics.
    pub topics: Vec<Link>,
    /// The source and the place.
    pub citation: Citation,
    /// The words of the source.
    pub quotation: Option<Quotation>,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// Observations under one topic.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationGroup {
    /// The topic; `None`: without one.
    pub topic: Option<Link>,
    /// The observations.
    pub list: Vec<Observation>,
}

/// `handbook-country` and `handbook-all`: what is known of one country, or of all that are compared, for paper
#[derive(Clone, Debug, Serialize)]
pub struct Handbook {
    /// The countries, each as on its own page.
    pub countries: Vec<Country>,
    /// Where there are too many for one handbook: each country's own.
    pub others: Vec<Link>,
    /// The treaty status; in the handbook of all.
    pub treaties: Option<Treaties>,
    /// The comparison matrix; in the handbook of all.
    pub matrix: Option<Matrix>,
    /// Where sources disagree; in the handbook of all.
    pub conflicts: Vec<Conflict>,
    /// The glossary; in the handbook of all.
    pub terms: Vec<Term>,
    /// The sources by tier; in the handbook of all.
    pub sources: Vec<SourceGroup>,
    /// The states that a cell may have, for the legend.
    pub states: Vec<&'static str>,
    /// The standings that an answer may have, for the legend.
    pub standings: Vec<&'static str>,
    /// Where the other handbook is: of a country that of all, of all nothing.
    pub all: Option<String>,
}
