//! International treaties and other standards.

use crate::law::{
    ActionKind, AnyRecord, Article, CountryId, EntryCount, EntryException, EntryIntoForce, Instrument, InstrumentEnd,
    InstrumentEndKind, InstrumentId, InstrumentKind,
};
use crate::text::{Diagnostic, Fault, Level};

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, Ids, List, Number, OneOf, Prose, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::month_words::{FirstOfMonth, first_of_month};
use crate::content::record::{
    CITATION, ORDER, ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TRANSLATION, citation, head, order, quotation,
};

/// A rule whose words name the first day of a month, and whose fields do not say whether it waits for that day.
pub static FIRST_OF_MONTH: Fault = Fault {
    code: "first-of-month",
    level: Level::Warning,
    summary: "the words of a rule name the first day of a month, and its fields do not say so",
    explanation: "Many treaties enter into force on the first day of the month after so many months or days. Without that, the day \
                  would be computed weeks too early. The field says it:\n\n\
                  ```toml\n[entry]\ndays = 60\nfirst_of_month = true\nwords = \"on the first day of the month after the 60th day\"\n```\n\n\
                  Where the field is not written it is taken to be so, and this is the warning; where the words deny \
                  something near it, nothing is computed until the field is written. `first_of_month = false` says that the words \
                  mean something else.",
};

/// The fields of a rule of entry into force that can be computed from the day of the deposit.
const ENTRY_DAYS: Field = optional(
    "days",
    Number,
    "Days after the deposit; `0` is the day of the deposit itself. Where neither days nor months are written, the rule stands \
     in words alone and nothing is computed.",
    "30",
);
const ENTRY_MONTHS: Field = optional("months", Number, "Months after the deposit, counted before the days.", "0");
const ENTRY_FIRST: Field = optional(
    "first_of_month",
    Flag,
    "Whether it waits for the first day of the month after the months and days. Write it where the words name the first day \
     of a month.",
    "false",
);

const ENTRY_EXCEPTION: &[Field] = &[
    optional("kinds", List, "The acts for which it counts so.", "[\"definitive-signature\"]"),
    optional("countries", Ids("country"), "The countries for which it counts so.", "[\"xr\"]"),
    ENTRY_DAYS,
    ENTRY_MONTHS,
    ENTRY_FIRST,
    required_words("words", Words, "The rule in words.", "\"on the day of the signature\""),
];

const ENTRY_INTO_FORCE: &[Field] = &[
    ENTRY_DAYS,
    ENTRY_MONTHS,
    ENTRY_FIRST,
    optional(
        "applies_after",
        Date,
        "Who deposited by this day takes the general day: the day of the n-th deposit, or the general day itself, as the \
         instrument has it.",
        "\"2003-07-01\"",
    ),
    optional("exception", Entries(ENTRY_EXCEPTION), "For some acts or countries, another rule.", ""),
    required_words("words", Words, "The rule in words.", "\"on the thirtieth day after the deposit\""),
    SOURCE,
    PLACE,
];

const INSTRUMENT_END: &[Field] = &[
    required("ended", Date, "From when it is not in force any more.", "\"2010-01-01\""),
    required("how", OneOf(InstrumentEndKind::WORDS), "How it ended.", "\"superseded\""),
    optional("by", Id("instrument"), "The instrument that took its place.", "\"my-treaty-2\""),
    SOURCE,
    PLACE,
];

const ARTICLE: &[Field] = &[
    required("key", Words, "Its key, as in `instrument#key`.", "\"3-a\""),
    required("number", Words, "Its number as printed.", "\"3 (a)\""),
    optional_words("heading", Words, "What it is about.", "\"Use of terms\""),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("summary", Prose, "What it says, in the site's own words.", "\"…\""),
    optional("source", Id("source"), "What it rests on.", "\"my-source\""),
    optional("place", Words, "The place in it.", "\"art. 3\""),
];

/// A file in `instruments`.
pub const INSTRUMENT: FileKind = FileKind {
    name: "instrument",
    path: "instruments/{instrument}.md",
    meaning: "An international treaty or other standard.",
    fields: &[
        required_words("title", Words, "Its official title in the site's language.", "\"Convention on …\""),
        optional_words("short", Words, "A short title for tables.", "\"… Convention\""),
        optional("kind", OneOf(InstrumentKind::WORDS), "`treaty` where nothing is said.", "\"treaty\""),
        ORDER,
        optional("adopted", Date, "When it was adopted.", "\"2000-11-15\""),
        optional("also_adopted", Date, "A second day of adoption, where it has two.", "\"2000-11-16\""),
        optional("opened", Date, "When it was opened for signature.", "\"2000-12-12\""),
        optional("closed", Date, "The last day on which it could be signed.", "\"2002-12-12\""),
        optional("in_force", Date, "When it came into force.", "\"2003-09-29\""),
        optional("entry", Table(ENTRY_INTO_FORCE), "When it comes into force for a state that joins.", ""),
        optional(
            "provisional_until",
            Date,
            "From when nobody applies it provisionally any more, where it says so.",
            "\"2004-01-01\"",
        ),
        optional("end", Table(INSTRUMENT_END), "How it ended, if it did.", ""),
        optional(
            "ratification_needs_signature",
            Flag,
            "Whether ratification needs a signature before it; `true` where nothing is said.",
            "true",
        ),
        optional_words("depositary", Words, "Who keeps the record.", "\"Secretary-General of the United Nations\""),
        optional_words(
            "article_word",
            Words,
            "What it calls an article, where that is not the word of the theme; `{}` stands for the number if the word comes behind it.",
            "\"Rule\"",
        ),
        optional("supplements", Id("instrument"), "The instrument that it supplements or amends.", "\"my-treaty\""),
        optional("citation", Entries(CITATION), "What its facts rest on, written `[[citation]]`.", ""),
        optional("article", Entries(ARTICLE), "Its articles, so far as they are cited.", ""),
    ],
    body: Some("What it is about."),
    decode: Decode::Record(instrument),
};

fn instrument(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Instrument(Instrument {
        head: head(fields),
        id: InstrumentId::new(place.id()),
        title: fields.text("title")?,
        short: fields.text("short"),
        kind: InstrumentKind::parse(fields.word("kind")).unwrap_or(InstrumentKind::Treaty),
        order: order(fields),
        adopted: fields.date("adopted"),
        also_adopted: fields.date("also_adopted"),
        opened: fields.date("opened"),
        closed: fields.date("closed"),
        in_force: fields.date("in_force"),
        end: fields.table("end").and_then(|fields| end(&fields)),
        provisional_until: fields.date("provisional_until"),
        entry: fields.table("entry").and_then(|fields| entry_into_force(&fields, faults)),
        ratification_needs_signature: fields.flag("ratification_needs_signature").unwrap_or(true),
        depositary: fields.text("depositary"),
        article_word: fields.text("article_word"),
        supplements: fields.id("supplements", InstrumentId::new),
        citations: fields.entries("citation").iter().filter_map(citation).collect(),
        articles: fields.entries("article").iter().filter_map(|fields| article(fields, faults)).collect(),
        body: fields.file.body(),
    }))
}

fn end(fields: &Fields<'_, '_>) -> Option<InstrumentEnd> {
    Some(InstrumentEnd {
        ended: fields.date_at("ended")?,
        how: InstrumentEndKind::parse(fields.word("how"))?,
        by: fields.id("by", InstrumentId::new),
        citation: citation(fields)?,
    })
}

fn entry_into_force(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<EntryIntoForce> {
    let exceptions = fields.entries("exception");
    Some(EntryIntoForce {
        count: entry_count(fields, faults),
        applies_after: fields.date("applies_after"),
        exceptions: exceptions.iter().filter_map(|fields| entry_exception(fields, faults)).collect(),
        words: fields.text("words")?,
        citation: citation(fields)?,
    })
}

/// The computable part of a rule of entry into force; `None` where no such field is given, and the rule is stated in
/// words alone.
fn entry_count(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<EntryCount> {
    let count = |name: &str| fields.number(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    if !["days", "months"].iter().any(|name| fields.has(name)) {
        return None;
    }
    let said = match fields.flag("first_of_month") {
        Some(true) => FirstOfMonth::Said,
        Some(false) => FirstOfMonth::Unsaid,
        None => {
            let said = first_of_month(fields.word("words"));
            if said != FirstOfMonth::Unsaid {
                let message = "the words name the first day of a month, and `first_of_month` is not written";
                let help = "write `first_of_month = true`, or `false` if the rule does not wait for that day";
                faults.push(FIRST_OF_MONTH.at(fields.place("words"), message).help(help));
            }
            said
        }
    };
    let is_first = said == FirstOfMonth::Said;
    (said != FirstOfMonth::Unclear).then(|| EntryCount {
        months: count("months"),
        days: count("days"),
        first_of_month: is_first,
    })
}

fn entry_exception(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<EntryException> {
    Some(EntryException {
        kinds: fields.list("kinds").iter().filter_map(|word| ActionKind::parse(word)).collect(),
        countries: fields.ids("countries", CountryId::new),
        count: entry_count(fields, faults),
        words: fields.text("words")?,
    })
}

fn article(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Article> {
    Some(Article {
        at: fields.at,
        key: fields.words_at("key")?,
        number: fields.words("number")?,
        heading: fields.text("heading"),
        quotation: quotation(fields, faults),
        citation: citation(fields),
        summary: fields.prose("summary"),
    })
}
