//! Treaties and other instruments, and the acts of countries towards them.
//!
//! Marks and kinds follow the status tables of the United Nations Treaty Collection and the Vienna Convention on the
//! Law of Treaties (1969), articles 2, 11 to 19 and 54 to 56.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{
    ActionId, ActionKind, Citation, CountryId, Date, Day, Head, InstrumentEndKind, InstrumentId, InstrumentKind, Kind,
    LawId, Quotation, TableScope,
};

/// An international treaty or other standard.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: InstrumentId,
    /// Its official title in the site's language.
    pub title: TaggedText,
    /// A short title for tables; the title where there is none.
    pub short: Option<TaggedText>,
    /// Treaty (countries join it) or standard (they do not).
    pub kind: InstrumentKind,
    /// Sort key in grids, smallest first.
    pub order: i64,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// A second day of adoption, where it was adopted twice.
    pub also_adopted: Option<Date>,
    /// When it was opened for signature.
    pub opened: Option<Date>,
    /// The last day on which it could be signed; `None` is "not recorded".
    pub closed: Option<Date>,
    /// The general date on which it came into force.
    pub in_force: Option<Date>,
    /// The end of the instrument, where it has one.
    pub end: Option<InstrumentEnd>,
    /// The rule for the entry into force for a state that joins; `None` is "not recorded".
    pub entry: Option<EntryIntoForce>,
    /// The first day on which nobody applies it provisionally any more, where the instrument sets one.
    pub provisional_until: Option<Date>,
    /// Whether a ratification needs a signature before it; an accession does not.
    pub ratification_needs_signature: bool,
    /// The organisation or state that keeps the record of actions.
    pub depositary: Option<TaggedText>,
    /// The instrument that it supplements or amends.
    pub supplements: Option<At<InstrumentId>>,
    /// What it calls an article, where the theme's word does not fit: `Rule`, or `{}.` where the word follows the number.
    pub article_word: Option<TaggedText>,
    /// The evidence for these facts.
    pub citations: Vec<Citation>,
    /// The articles that are cited.
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

/// The end of an instrument.
#[derive(Clone, Debug)]
pub struct InstrumentEnd {
    /// The first day on which it was no longer in force.
    pub ended: At<Date>,
    /// Terminated, expired, superseded or dissolved.
    pub how: InstrumentEndKind,
    /// The instrument that replaced it.
    pub by: Option<At<InstrumentId>>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// A source's table that lists all who acted towards an instrument. Who is not listed had not acted by the day of the
/// table.
#[derive(Clone, Debug)]
pub struct CompleteTable {
    /// The instrument towards which they acted.
    pub instrument: InstrumentId,
    /// The day up to which the table is complete.
    pub observed: Date,
    /// Which acts it lists.
    pub lists: TableScope,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Where the source's file makes this claim.
    pub at: Span,
}

impl CompleteTable {
    /// Whether it lists the signatures.
    pub fn lists_signatures(&self) -> bool {
        self.lists != TableScope::Bonds
    }

    /// Whether it lists the acts that bind.
    pub fn lists_bonds(&self) -> bool {
        self.lists != TableScope::Signatures
    }
}

/// The rule by which an instrument enters into force for a state that joins.
#[derive(Clone, Debug)]
pub struct EntryIntoForce {
    /// How it is counted from the deposit; `None` where the rule is recorded in words only.
    pub count: Option<EntryCount>,
    /// States that deposited by this day get the instrument's general date (the deposit that brought the instrument
    /// into force, or the general entry into force, depending on the instrument). `None`: the count decides for all,
    /// but never before the general date.
    pub applies_after: Option<Date>,
    /// Acts or countries for which the rule counts otherwise.
    pub exceptions: Vec<EntryException>,
    /// The rule in words.
    pub words: TaggedText,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// A period after the deposit. It is counted in this order: months, days, then up to the first day of the next month
/// where the rule says so. The day of the deposit is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryCount {
    /// Months after the deposit.
    pub months: u32,
    /// Days after the deposit.
    pub days: u32,
    /// Whether entry is on the first day of the month after the months and days.
    pub first_of_month: bool,
}

impl EntryCount {
    /// The day of entry into force after a deposit on `deposited`.
    pub fn from(self, deposited: Day) -> Day {
        let day = deposited.plus_months(self.months).plus_days(self.days);
        if self.first_of_month { day.first_of_next_month() } else { day }
    }
}

/// A different rule of the same instrument for some acts or some countries.
#[derive(Clone, Debug)]
pub struct EntryException {
    /// The kinds of act to which it applies; empty: all.
    pub kinds: Vec<ActionKind>,
    /// The countries to which it applies; empty: all.
    pub countries: Vec<At<CountryId>>,
    /// How it is counted; `None` where the rule is recorded in words only.
    pub count: Option<EntryCount>,
    /// The rule in words.
    pub words: TaggedText,
}

impl EntryException {
    /// Whether it applies to this act.
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
    /// `3-a` for article 3, paragraph (a).
    pub key: At<String>,
    /// Its number as printed: "3 (a)".
    pub number: String,
    /// The subject of the article.
    pub heading: Option<TaggedText>,
    /// The words, where a source quotes them.
    pub quotation: Option<Quotation>,
    /// The evidence for the words.
    pub citation: Option<Citation>,
    /// The content, in the site's own words.
    pub summary: Option<Prose>,
}

/// One act of one country towards one instrument. Sources may date the same act differently: then it has several
/// statements.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country that acts.
    pub country: CountryId,
    /// The instrument towards which it acts.
    pub instrument: At<InstrumentId>,
    /// The legal nature of the act, by the law of treaties.
    pub kind: At<ActionKind>,
    /// 1; higher only where the same act was truly repeated.
    pub number: u32,
    /// For [`ActionKind::Announced`] and [`ActionKind::Planned`]: the act in question. For a succession: the
    /// predecessor's act, where that was only a signature. For an objection: a declaration, where it objects to one.
    pub act: Option<ActionKind>,
    /// The state or union that did it, where that was a predecessor of this country: an id, or a name.
    pub predecessor: Option<At<String>>,
    /// For an objection: the state whose reservation it objects to.
    pub to: Option<At<CountryId>>,
    /// For an objection: the number of that state's reservation, where it made several.
    pub to_number: Option<u32>,
    /// For territorial application: the territories, as the source names them.
    pub territories: Vec<String>,
    /// Why no entry into force is computed from this act although the instrument has a rule.
    pub not_computed: Option<TaggedText>,
    /// For reservations and the like: the articles that they concern, as the source numbers them.
    pub articles: Vec<String>,
    /// For reservations and the like: the text, where a source quotes it.
    pub quotation: Option<Quotation>,
    /// For a domestic act: the law by which it was performed.
    pub law: Option<At<LawId>>,
    /// The days on which it can have been done, by the table that shows it, where no depositary gives its last one. Derived.
    pub by_table: Option<Date>,
    /// What each source says of it; one or more.
    pub statements: Vec<Statement>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

impl Action {
    /// Whether it binds the country: a succession to a mere signature does not.
    pub fn binds(&self) -> bool {
        self.kind.value.binds() && !self.signs()
    }

    /// Whether it makes the country a signatory, without binding it.
    pub fn signs(&self) -> bool {
        let kind = self.kind.value;
        kind == ActionKind::Signature || (kind == ActionKind::Succession && self.act == Some(ActionKind::Signature))
    }

    /// The key that distinguishes it from all other actions.
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

/// What one source says of one action. The statement is *recorded* if the source's tier is the depositary's, else
/// *reported*.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The day for which the source speaks, where it differs from that of the source as a whole.
    pub observed: Option<Date>,
    /// When it was signed (signature, definitive signature).
    pub signed: Option<At<Date>>,
    /// When the act was deposited or notified with the depositary; for all acts that bind, reservations and the like.
    pub deposited: Option<At<Date>>,
    /// When it came into force for this country, according to the source.
    pub in_force: Option<At<Date>>,
    /// When the act was done under domestic law.
    pub domestic: Option<At<Date>>,
    /// For withdrawals and denunciations: when they took effect. For reservations and the like: when they were
    /// withdrawn. For provisional application: when it ended.
    pub effective: Option<At<Date>>,
    /// For withdrawals and denunciations: when the notice was itself withdrawn. It then takes no effect.
    pub revoked: Option<At<Date>>,
    /// A date that the source gives without naming the event ("ratified in 2004").
    pub given: Option<At<Date>>,
    /// The mark in the depositary's table, where it differs from the usual one of the kind (`P`).
    pub mark: Option<String>,
    /// The words of the source, verbatim.
    pub quote: Option<String>,
    /// Where the words are written, for diagnostics.
    pub quote_at: Span,
    /// Why this statement is preferred to the others; `None`: it is not.
    pub preferred: Option<TaggedText>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

impl Statement {
    /// The date of the act itself: the first that is given of signed, deposited, given and domestic.
    pub fn date(&self) -> Option<&Date> {
        [&self.signed, &self.deposited, &self.given, &self.domestic, &self.effective]
            .into_iter()
            .flatten()
            .map(|d| &d.value)
            .next()
    }
}

/// A statement that a source's table has no entry for a country.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country without an entry.
    pub country: CountryId,
    /// The instrument whose table was read.
    pub instrument: At<InstrumentId>,
    /// What was looked for and not found, in words.
    pub finding: TaggedText,
    /// Whether the table shows the signature and only the later act is missing.
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
