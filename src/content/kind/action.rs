//! What countries did towards instruments, and tables of participants that do not list a country.

use crate::law::{Absence, Action, ActionKind, AnyRecord, CountryId, InstrumentId, LawId, Statement, Tier};
use crate::text::{At, Diagnostic};

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, List, Number, OneOf, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{
    NOTE, ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TRACE, TRANSLATION, citation, head, quotation,
};

const STATEMENT: &[Field] = &[
    SOURCE,
    PLACE,
    optional(
        "tier",
        OneOf(Tier::WORDS),
        "How near to the law this place stands, where that is not the tier of the whole source.",
        "\"depositary\"",
    ),
    optional("observed", Date, "The day for which the source speaks.", "\"2005\""),
    optional("signed", Date, "When it was signed.", "\"2001-06-28\""),
    optional("deposited", Date, "When it was deposited or notified.", "\"2003-10-02\""),
    optional("in_force", Date, "When it came into force for this state, as the source gives it.", "\"2003-11-01\""),
    optional("domestic", Date, "When it was done at home.", "\"2003-08-30\""),
    optional(
        "effective",
        Date,
        "When a withdrawal took effect, a reservation or the like was taken back, or provisional application ended.",
        "\"2010-01-01\"",
    ),
    optional(
        "revoked",
        Date,
        "When a notice of withdrawal or denunciation was itself withdrawn before it took effect: it then changes nothing.",
        "\"2009-02-10\"",
    ),
    optional(
        "given",
        Date,
        "A date that the source gives without saying which of these it is (\"ratified in 2004\").",
        "\"2004\"",
    ),
    optional("mark", Words, "The mark in the depositary's table where it is not the usual one.", "\"P\""),
    optional("quote", Words, "The words of the source.", "\"…\""),
    optional_words(
        "preferred",
        Words,
        "Why this statement is preferred to the others.",
        "\"the depositary's own record\"",
    ),
    NOTE,
    TRACE,
];

const ACTION: &[Field] = &[
    required("instrument", Id("instrument"), "Towards which instrument.", "\"my-treaty\""),
    required("kind", OneOf(ActionKind::WORDS), "How.", "\"ratification\""),
    optional("number", Number, "2 or more for a true repetition.", "1"),
    optional(
        "act",
        OneOf(ActionKind::WORDS),
        "For `announced` and `planned`: which act. For a succession: `signature`, where the state before had only signed. \
         For an objection: `declaration`, where it objects to one.",
        "\"ratification\"",
    ),
    optional(
        "predecessor",
        Words,
        "Who did it, where that was a state before this one or a union of which it was a part: its id, or its name.",
        "\"xo\"",
    ),
    optional("to", Id("country"), "For an objection: the state whose reservation it objects to.", "\"xs\""),
    optional(
        "to_number",
        Number,
        "For an objection: which of that state's reservations, where there are several.",
        "2",
    ),
    optional("territories", List, "For territorial application: to which territories.", "[\"…\"]"),
    optional_words(
        "not_computed",
        Words,
        "Why no day of entry into force is computed from it, although the instrument has a rule.",
        "\"no source says whether it confirms an older bond\"",
    ),
    optional("articles", List, "For reservations and the like: the articles that they touch.", "[\"35(2)\"]"),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional("law", Id("law"), "For a domestic act: the law by which it was done.", "\"xr/act-1\""),
    required(
        "statement",
        Entries(STATEMENT),
        "What each source says of it; one or more, written `[[action.statement]]`.",
        "",
    ),
    NOTE,
];

const ABSENCE: &[Field] = &[
    required("instrument", Id("instrument"), "Which instrument.", "\"my-treaty\""),
    required_words("finding", Words, "What was looked for and not found.", "\"no entry in the status table\""),
    optional("signature_only", Flag, "The table shows a signature; only the later act is missing.", "false"),
    required("observed", Date, "The day of the table. The absence says nothing of later days.", "\"2015-03-14\""),
    SOURCE,
    PLACE,
];

/// `treaties.md` in the folder of a country.
pub const TREATIES: FileKind = FileKind {
    name: "treaties",
    path: "countries/{country}/treaties.md",
    meaning: "What a country did towards instruments, and which tables have no entry for it.",
    fields: &[
        optional(
            "action",
            Entries(ACTION),
            "One act towards one instrument. The same act stands once, whatever its sources say.",
            "",
        ),
        optional("absence", Entries(ABSENCE), "A table without an entry for the country.", ""),
    ],
    body: None,
    decode: Decode::Entries(treaties),
};

fn treaties(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    let actions = fields.entries("action");
    let absences = fields.entries("absence");
    let mut records: Vec<AnyRecord> = actions.iter().filter_map(|fields| action(&country, fields, faults)).collect();
    records.extend(absences.iter().filter_map(|fields| absence(&country, fields)));
    records
}

fn action(country: &CountryId, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let mut statements: Vec<Statement> = fields.entries("statement").iter().filter_map(statement).collect();
    statements.shrink_to_fit();
    if statements.is_empty() {
        return None;
    }
    Some(AnyRecord::Action(Action {
        head: head(fields),
        country: country.clone(),
        instrument: fields.id("instrument", InstrumentId::new)?,
        kind: At::new(ActionKind::parse(fields.word("kind"))?, fields.place("kind")),
        number: fields.number("number").and_then(|n| u32::try_from(n).ok()).unwrap_or(1).max(1),
        act: ActionKind::parse(fields.word("act")),
        predecessor: fields.words_at("predecessor"),
        to: fields.id("to", CountryId::new),
        to_number: fields.number("to_number").and_then(|n| u32::try_from(n).ok()),
        territories: fields.list("territories"),
        not_computed: fields.text("not_computed"),
        articles: fields.list("articles"),
        quotation: quotation(fields, faults),
        law: fields.id("law", LawId::new),
        by_table: None,
        statements,
        note: fields.prose("note"),
    }))
}

fn statement(fields: &Fields<'_, '_>) -> Option<Statement> {
    Some(Statement {
        at: fields.at,
        citation: citation(fields)?,
        observed: fields.date("observed"),
        signed: fields.date_at("signed"),
        deposited: fields.date_at("deposited"),
        in_force: fields.date_at("in_force"),
        domestic: fields.date_at("domestic"),
        effective: fields.date_at("effective"),
        revoked: fields.date_at("revoked"),
        given: fields.date_at("given"),
        mark: fields.words("mark"),
        quote: fields.words("quote"),
        quote_at: fields.place("quote"),
        preferred: fields.text("preferred"),
        note: fields.prose("note"),
        trace: fields.list("trace"),
    })
}

fn absence(country: &CountryId, fields: &Fields<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Absence(Absence {
        head: head(fields),
        country: country.clone(),
        instrument: fields.id("instrument", InstrumentId::new)?,
        finding: fields.text("finding")?,
        signature_only: fields.flag("signature_only").unwrap_or(false),
        observed: fields.date("observed")?,
        citation: citation(fields)?,
    }))
}
