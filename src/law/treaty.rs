//! Instruments, and what countries do towards them.
//!
//! Marks and kinds follow the status tables of the United Nations Treaty Collection and the Vienna Convention on the
//! Law of Treaties (1969), articles 2, 11 to 19 and 54 to 56.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{
    ActionId, ActionKind, Citation, CountryId, Date, Day, Head, InstrumentEndKind, InstrumentId, InstrumentKind, Kind,
    LawId, Quotation,
};

/// An international treaty or other standard.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id.
    pub id: InstrumentId,
    /// Its official title in the site's language.
    pub title: TaggedText,
    /// A short title for tables; the title where there is none.
    pub short: Option<TaggedText>,
    /// Whether it is a treaty that countries join, or a standard that they do not.
    pub kind: InstrumentKind,
    /// Sort key in grids, smallest first.
    pub order: i64,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// A second day of adoption, where it has two.
    pub also_adopted: Option<Date>,
    /// When it was opened for signature.
    pub opened: Option<Date>,
    /// The last day on which it could be signed; `None` is "not recorded".
    pub closed: Option<Date>,
    /// When it came into force.
    pub in_force: Option<Date>,
    /// How it ended, if it did.
    pub end: Option<InstrumentEnd>,
    /// When it comes into force for a state that joins; `None` is "not recorded".
    pub entry: Option<EntryIntoForce>,
    /// From when nobody applies it provisionally any more, where it says so.
    pub provisional_until: Option<Date>,
    /// Whether ratification needs a signature before it (acceding does not).
    pub ratification_needs_signature: bool,
    /// The organisation or state that keeps the record of actions.
    pub depositary: Option<TaggedText>,
    /// The instrument that it supplements or amends.
    pub supplements: Option<At<InstrumentId>>,
    /// What its facts rest on.
    pub citations: Vec<Citation>,
    /// Its articles, so far as they are cited.
    pub articles: Vec<Article>,
    /// What it is about.
    pub body: Prose,
}

named!(Instrument);

impl Record for Instrument {
    head!(named);

    fn title(&self) -> &str {
        self.short()
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

impl Instrument {
    /// Its short title; the title where it has none.
    pub fn short(&self) -> &TaggedText {
        self.short.as_ref().unwrap_or(&self.title)
    }
}

/// How an instrument ended.
#[derive(Clone, Debug)]
pub struct InstrumentEnd {
    /// The first day on which it was no longer in force.
    pub ended: At<Date>,
    /// How.
    pub how: InstrumentEndKind,
    /// The instrument that took its place.
    pub by: Option<At<InstrumentId>>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// A table that lists all who acted towards an instrument: who is not in it had not acted by its day.
#[derive(Clone, Debug)]
pub struct CompleteTable {
    /// Which instrument.
    pub instrument: InstrumentId,
    /// The day of the table.
    pub observed: Date,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Where the source says so.
    pub at: Span,
}

/// The rule by which an instrument enters into force for a state that joins.
#[derive(Clone, Debug)]
pub struct EntryIntoForce {
    /// How it is counted from the deposit; `None` where the rule stands in words alone.
    pub count: Option<EntryCount>,
    /// Who deposited by this day takes the general day: the day of the deposit that brought the instrument into force,
    /// or the general day itself, as the instrument has it. `None`: the count decides, never before the general day.
    pub applies_after: Option<Date>,
    /// For whom, or for which acts, it counts otherwise.
    pub exceptions: Vec<EntryException>,
    /// The rule in words.
    pub words: TaggedText,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// Months first, then days, then on to the first day of the next month where the rule says so. None of them is the day
/// of the deposit itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryCount {
    /// Months after the deposit.
    pub months: u32,
    /// Days after the deposit.
    pub days: u32,
    /// Whether it waits for the first day of the month after.
    pub first_of_month: bool,
}

impl EntryCount {
    /// The day on which it enters into force after a deposit on `deposited`.
    pub fn from(self, deposited: Day) -> Day {
        let day = deposited.plus_months(self.months).plus_days(self.days);
        if self.first_of_month { day.first_of_next_month() } else { day }
    }
}

/// A rule of the same instrument for some acts or some countries.
#[derive(Clone, Debug)]
pub struct EntryException {
    /// The acts for which it counts; all where there are none.
    pub kinds: Vec<ActionKind>,
    /// The countries for which it counts; all where there are none.
    pub countries: Vec<At<CountryId>>,
    /// How it is counted; `None` where the rule stands in words alone.
    pub count: Option<EntryCount>,
    /// The rule in words.
    pub words: TaggedText,
}

impl EntryException {
    /// Whether it counts for this act.
    pub fn is_for(&self, action: &Action) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&action.kind.value);
        kind && (self.countries.is_empty() || self.countries.iter().any(|c| c.value == action.country))
    }
}

/// An article of an instrument, citable as `instrument#key`.
#[derive(Clone, Debug)]
pub struct Article {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// Its key: `3-a` for article 3, paragraph (a).
    pub key: At<String>,
    /// Its number as printed: "3 (a)".
    pub number: String,
    /// What it is about.
    pub heading: Option<TaggedText>,
    /// Its words, where a source quotes them.
    pub quotation: Option<Quotation>,
    /// What they rest on.
    pub citation: Option<Citation>,
    /// What it says, in the site's own words.
    pub summary: Option<Prose>,
}

/// One act of one country towards one instrument. It is the same act whatever dates its sources give.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country that acts.
    pub country: CountryId,
    /// The instrument towards which it acts.
    pub instrument: At<InstrumentId>,
    /// The legal nature of the act.
    pub kind: At<ActionKind>,
    /// 1; higher where the same act was truly repeated.
    pub number: u32,
    /// For [`ActionKind::Announced`] and [`ActionKind::Planned`]: which act. For a succession: to which act of the state
    /// before, where that was a signature only. For an objection: a declaration, where it objects to one.
    pub act: Option<ActionKind>,
    /// Who did it, where that was a state before this one or a union of which it was a part: an id, or a name.
    pub predecessor: Option<At<String>>,
    /// For an objection: the state whose reservation it objects to.
    pub to: Option<At<CountryId>>,
    /// For an objection: which of the reservations of that state, where there are several.
    pub to_number: Option<u32>,
    /// For territorial application: the territories, as the source names them.
    pub territories: Vec<String>,
    /// Why no day of entry into force is computed from it, although the instrument has a rule.
    pub not_computed: Option<TaggedText>,
    /// For reservations and the like: the articles that they touch.
    pub articles: Vec<String>,
    /// For reservations and the like: the text, where a source quotes it.
    pub quotation: Option<Quotation>,
    /// For a domestic act: the law by which it was done.
    pub law: Option<At<LawId>>,
    /// What each source says of it; one or more.
    pub statements: Vec<Statement>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

impl Action {
    /// Whether it binds: a succession to a signature alone does not.
    pub fn binds(&self) -> bool {
        self.kind.value.binds() && !self.signs()
    }

    /// Whether it makes the country a signatory, without binding it.
    pub fn signs(&self) -> bool {
        let kind = self.kind.value;
        kind == ActionKind::Signature || (kind == ActionKind::Succession && self.act == Some(ActionKind::Signature))
    }

    /// What distinguishes it from all other actions.
    pub fn id(&self) -> ActionId {
        ActionId {
            country: self.country.clone(),
            instrument: self.instrument.value.clone(),
            kind: self.kind.value,
            act: self.act,
            number: self.number,
        }
    }
}

impl Record for Action {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("action", self.id().to_string(), self.kind.span))
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

/// What one source says of one action. It is *recorded* if the source's tier is the depositary's, else *reported*.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The day for which the source speaks, where it is not the source's own.
    pub observed: Option<Date>,
    /// When it was signed (signature, definitive signature).
    pub signed: Option<At<Date>>,
    /// When the act was deposited or notified with the depositary (all that bind; reservations and the like).
    pub deposited: Option<At<Date>>,
    /// When it came into force for this state, as the source gives it.
    pub in_force: Option<At<Date>>,
    /// When it was done at home.
    pub domestic: Option<At<Date>>,
    /// For withdrawal and denunciation: when it took effect. For reservations and the like: when they were taken back. For
    /// provisional application: when it ended.
    pub effective: Option<At<Date>>,
    /// A date that the source gives without saying which of these it is ("ratified in 2004").
    pub given: Option<At<Date>>,
    /// The mark in the depositary's table, where it is not what the kind would have (`P`).
    pub mark: Option<String>,
    /// The words of the source.
    pub quote: Option<String>,
    /// Why this statement is preferred to the others, if it is.
    pub preferred: Option<TaggedText>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

impl Statement {
    /// The date of the act itself: signed, deposited, given, done at home, in this order.
    pub fn date(&self) -> Option<&Date> {
        [&self.signed, &self.deposited, &self.given, &self.domestic, &self.effective]
            .into_iter()
            .flatten()
            .map(|d| &d.value)
            .next()
    }
}

/// A source's table has no entry for a country, on the day of that table.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country without an entry.
    pub country: CountryId,
    /// The instrument whose table was read.
    pub instrument: At<InstrumentId>,
    /// What was looked for and not found.
    pub finding: TaggedText,
    /// Whether the table shows a signature, and only the later act is missing.
    pub signature_only: bool,
    /// The day of the table: the absence holds up to that day and says nothing of later ones.
    pub observed: Date,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

impl Record for Absence {
    head!();

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
