//! Tables of instruments, and of what countries did towards them.

use crate::law::entry::{EntryOn, entry_into_force};
use crate::law::listing;
use crate::law::status::{self, StatusInterval};
use crate::law::{
    Absence, Action, ActionKind, Article, Corpus, Country, CountryId, EntryCount, Instrument, InstrumentKind, Statement,
};

use super::cell::Missing;
use super::list::{Child, TableOf, applicable, children, number_in, some, table, where_applicable};

/// The computable part of an instrument's rule of entry into force, if it has one.
fn count(instrument: &Instrument) -> Option<EntryCount> {
    instrument.entry.as_ref().and_then(|entry| entry.count)
}

pub(super) fn instruments(corpus: &Corpus) -> TableOf<'_, &Instrument> {
    table(corpus.instruments.iter(), &["id"], "Treaties and other standards.")
        .column("id", "Id, as in the address of its page.", |instrument| &instrument.id)
        .column("title", "Official title in the language of the site.", |instrument| &instrument.title)
        .column("short", "Short title.", |instrument| &instrument.short)
        .column("kind", "treaty or standard.", |instrument| instrument.kind)
        .column("adopted", "When it was adopted.", |instrument| &instrument.adopted)
        .column("also_adopted", "A second day of adoption, where it has two.", |instrument| &instrument.also_adopted)
        .column("opened", "When it was opened for signature.", |instrument| &instrument.opened)
        .column("closed", "The last day on which it could be signed.", |instrument| &instrument.closed)
        .column("in_force", "When it came into force.", |instrument| &instrument.in_force)
        .column(
            "entry_months",
            "Entry into force for a state that joins: months after the deposit, before the days are counted.",
            |instrument| count(instrument).map(|count| count.months),
        )
        .column("entry_days", "Entry into force for a state that joins: days after the deposit.", |instrument| {
            count(instrument).map(|count| count.days)
        })
        .column(
            "entry_first_of_month",
            "Entry into force for a state that joins: whether it waits for the first day of the month after.",
            |instrument| count(instrument).map(|count| count.first_of_month),
        )
        .column(
            "entry_applies_after",
            "Who deposited by this day takes the day on which the instrument itself came into force.",
            |instrument| instrument.entry.as_ref().and_then(|entry| entry.applies_after.as_ref()),
        )
        .column("entry_words", "The rule of entry into force in words.", |instrument| {
            instrument.entry.as_ref().map(|entry| &entry.words)
        })
        .column("entry_citation", "The source of that rule.", |instrument| {
            instrument.entry.as_ref().map(|entry| &entry.citation)
        })
        .column("ended", "From when it is not in force any more.", |instrument| {
            instrument.end.as_ref().map(|end| &end.ended.value)
        })
        .column("ended_how", "How it ended: terminated, expired, superseded, dissolved.", |instrument| {
            instrument.end.as_ref().map(|end| end.how)
        })
        .reference("ended_by", "instruments", "The instrument that took its place.", |instrument| {
            instrument.end.as_ref().and_then(|end| end.by.as_ref())
        })
        .column("ratification_needs_signature", "Whether ratification needs a signature before it.", |instrument| {
            instrument.ratification_needs_signature
        })
        .column("depositary", "Who keeps the record.", |instrument| &instrument.depositary)
        .reference("supplements", "instruments", "The instrument that it supplements or amends.", |instrument| {
            &instrument.supplements
        })
        .common(|instrument| &instrument.head)
}

pub(super) fn articles(corpus: &Corpus) -> TableOf<'_, Child<'_, Instrument, Article>> {
    table(
        children(corpus.instruments.rows(), |instrument| &instrument.articles),
        &["instrument", "id"],
        "Articles of instruments, so far as they are cited.",
    )
    .reference("instrument", "instruments", "The instrument.", |article| &article.of.id)
    .column("id", "Id within the instrument.", |article| &article.item.key)
    .column("number", "Its number as printed.", |article| &article.item.number)
    .column("heading", "What it is about.", |article| &article.item.heading)
    .column("quotation", "Its words, where a source quotes them.", |article| &article.item.quotation)
    .column("summary", "What it says, in the words of the site.", |article| &article.item.summary)
    .column("citation", "The source of its words.", |article| &article.item.citation)
}

pub(super) fn actions(corpus: &Corpus) -> TableOf<'_, &Action> {
    let entry = |action: &Action| -> Option<EntryOn> { entry_into_force(corpus, action) };
    table(
        &corpus.actions,
        &["id"],
        "What countries did towards instruments: one row for one act, whatever its sources say of it.",
    )
    .column(
        "id",
        "Id: country, instrument, kind, for announced and planned the act, and a number for a true repetition.",
        |action| action.id().to_string(),
    )
    .reference("country", "countries", "Who acts.", |action| &action.country)
    .reference("instrument", "instruments", "Towards which instrument.", |action| &action.instrument)
    .column("kind", "How: signature, ratification, accession …", |action| action.kind.value)
    .column("binds", "Whether such an act binds the state towards others.", |action| action.binds())
    .column("number", "2 or more for a true repetition.", |action| action.number)
    .column("act", "For announced and planned: which act.", |action| where_applicable(is_to_come(action), action.act))
    .column("in_force", "Entry into force for this state: given by a recorded statement, or computed.", move |action| {
        where_applicable(action.binds(), entry(action).map(|entry| entry.date))
    })
    .column(
        "in_force_computed",
        "Whether that was computed from the rule of the instrument and the day of the deposit.",
        move |action| applicable(entry(action).map(|entry| entry.computed)),
    )
    .column("predecessor", "Who did it, where that was a state before this one or a union.", |action| {
        action.predecessor.as_ref().map(|who| &who.value)
    })
    .reference("to", "countries", "For an objection: the state whose reservation it objects to.", |action| &action.to)
    .column("to_number", "For an objection: which of that state's reservations.", |action| action.to_number)
    .column("territories", "For territorial application: to which territories.", |action| &action.territories)
    .column("not_computed", "Why no day of entry into force is computed from it.", |action| &action.not_computed)
    .column("articles", "For reservations and the like: the articles that they touch.", |action| {
        where_applicable(action.kind.value.modifies(), some(&action.articles))
    })
    .column("quotation", "For reservations and the like: the text.", |action| {
        where_applicable(action.kind.value.modifies(), action.quotation.as_ref())
    })
    .reference("law", "laws", "For a domestic act: the law by which it was done.", |action| {
        where_applicable(is_domestic(action), action.law.as_ref())
    })
    .column("note", "A remark.", |action| &action.note)
    .common(|action| &action.head)
}

pub(super) fn statements(corpus: &Corpus) -> TableOf<'_, Child<'_, Action, Statement>> {
    table(
        children(&corpus.actions, |action| &action.statements),
        &["action", "number"],
        "What each source says of an action.",
    )
    .reference("action", "actions", "The action.", |statement| statement.of.id().to_string())
    .column("number", "Which statement about it, from 1.", |statement| statement.number)
    .column("recorded", "Whether a depositary records it; else a source reports it.", move |statement| {
        corpus.records_act(statement.of, statement.item)
    })
    .column("citation", "The source.", |statement| &statement.item.citation)
    .column("observed", "The day for which the source speaks, where it is not its own.", |statement| {
        &statement.item.observed
    })
    .column("signed", "When it was signed.", |statement| &statement.item.signed)
    .column("deposited", "When it was deposited or notified.", |statement| &statement.item.deposited)
    .column("in_force", "When it came into force for this state, as the source gives it.", |statement| {
        &statement.item.in_force
    })
    .column("domestic", "When it was done at home.", |statement| &statement.item.domestic)
    .column("effective", "When a withdrawal took effect.", |statement| &statement.item.effective)
    .column("revoked", "When the notice of a withdrawal was itself withdrawn; it then changes nothing.", |statement| {
        &statement.item.revoked
    })
    .column("given", "A date that the source gives without saying which of these it is.", |statement| {
        &statement.item.given
    })
    .column("mark", "The mark in the table of the depositary; case matters.", |statement| &statement.item.mark)
    .column("quote", "The words of the source.", |statement| &statement.item.quote)
    .column("preferred", "Why this statement is preferred to the others.", |statement| &statement.item.preferred)
    .column("note", "A remark.", |statement| &statement.item.note)
    .column("trace", "What an outside register calls it.", |statement| &statement.item.trace)
}

/// The treaty status of a country during one interval.
pub(super) struct CountryStatus<'c> {
    instrument: &'c Instrument,
    country: &'c CountryId,
    number: usize,
    interval: StatusInterval<'c>,
}

pub(super) fn statuses(corpus: &Corpus) -> TableOf<'_, CountryStatus<'_>> {
    let pairs = corpus.instruments.iter().filter(|i| i.kind == InstrumentKind::Treaty).flat_map(move |instrument| {
        // A part of a state stands here where it acted itself.
        let joins = move |country: &&Country| {
            listing::could_be_listed(corpus, &country.id) || !corpus.actions_of(&country.id, &instrument.id).is_empty()
        };
        corpus.countries.iter().filter(joins).map(move |country| (instrument, &country.id))
    });
    let rows = pairs.flat_map(move |(instrument, country)| {
        let list = status::intervals(corpus, country, &instrument.id).into_iter().enumerate();
        list.map(move |(at, interval)| CountryStatus { instrument, country, number: at + 1, interval })
    });
    table(
        rows,
        &["instrument", "country", "number"],
        "The status of each country towards each treaty from which day to which: derived from what depositaries record.",
    )
    .reference("instrument", "instruments", "The treaty.", |s| &s.instrument.id)
    .reference("country", "countries", "The country.", |s| s.country)
    .column("number", "Which status of this pair, from 1, in the order of time.", |s| s.number)
    .column("first_day", "First day; open where there is none before.", |s| s.interval.first.ok_or(Missing::Open))
    .column("last_day", "Last day, itself included; open where it goes on.", |s| s.interval.last.ok_or(Missing::Open))
    .column("status", "party, bound, provisional, signatory, former-party, ended, no-longer (it did not exist any more), not-yet (it did not exist yet), no-action, not-recorded.", |s| {
        s.interval.on.status
    })
    .column("uncertain", "Whether it is uncertain on these days, because a date is known in part.", |s| {
        s.interval.on.uncertain
    })
    .reference("action", "actions", "The act that made it.", |s| {
        applicable(s.interval.on.by.map(|action| action.id().to_string()))
    })
    .column("since", "The day of that act; for ended and no-longer, of the end.", |s| applicable(s.interval.on.since))
    .column("in_force", "When the treaty comes into force for the country.", |s| {
        applicable(s.interval.on.in_force.as_ref().map(|entry| entry.date.clone()))
    })
    .column("in_force_computed", "Whether that was computed from the rule of the treaty.", |s| {
        applicable(s.interval.on.in_force.as_ref().map(|entry| entry.computed))
    })
    .column("read_until", "The date of the last table that was read, else the last day that it names; beyond it nobody looked.", |s| {
        s.interval.on.as_of.clone()
    })
}

pub(super) fn absences(corpus: &Corpus) -> TableOf<'_, &Absence> {
    table(
        &corpus.absences,
        &["country", "instrument", "number"],
        "Tables of sources that have no entry for a country, on the day of the table.",
    )
    .reference("country", "countries", "Who is not there.", |absence| &absence.country)
    .reference("instrument", "instruments", "Where.", |absence| &absence.instrument)
    .column("number", "Which absence of this country from the tables of this instrument, from 1.", move |absence| {
        number_in(corpus.absences_of(&absence.country, &absence.instrument.value), absence)
    })
    .column("finding", "What was looked for and not found.", |absence| &absence.finding)
    .column("signature_only", "Whether the table shows a signature, and only the later act is missing.", |absence| {
        absence.signature_only
    })
    .column("observed", "The day of the table; the absence says nothing of later days.", |absence| &absence.observed)
    .column("citation", "The source.", |absence| &absence.citation)
    .common(|absence| &absence.head)
}

fn is_to_come(action: &Action) -> bool {
    matches!(action.kind.value, ActionKind::Announced | ActionKind::Planned)
}

fn is_domestic(action: &Action) -> bool {
    action.kind.value == ActionKind::DomesticRatification
}
