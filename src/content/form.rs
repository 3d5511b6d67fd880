//! The form in which authors write: for each kind of record, where its file lies and which fields it has.
//!
//! One table serves four readers: the decoders refuse a field that is not in it and offer the nearest name; `collatio
//! new` fills in a form from it; the author's manual prints it; the tests walk over it. The decoders themselves are in
//! the files beside this one.

use crate::law::{
    ActionKind, AmendmentKind, AnswerKind, Asks, Basis, CountryKind, Domain, InstrumentKind, LawKind, Modality,
    Publish, RepealVerb, SourceRole, StageKind, Tier, Translation,
};

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// Words on one line.
    Words,
    /// Markdown.
    Prose,
    /// A date in one of the forms of [`crate::law::Form`], in quotes.
    Date,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// The identity of a record of this kind.
    Id(&'static str),
    /// A list of identities of records of this kind.
    Ids(&'static str),
    /// Any identity, as in `[[id]]`.
    AnyIds,
    /// A list of words.
    List,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A web address.
    Url,
    /// A table with these fields.
    Table(&'static [Field]),
    /// A table whose keys are up to the author (answers and their definitions).
    Map,
    /// A list of tables, written `[[name]]`, each with these fields.
    Entries(&'static [Field]),
    /// A word in another language: `{ text = "…", language = "ru" }`.
    LocalizedText,
    /// A list of those.
    LocalizedTexts,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the front matter, the same as in the program.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
    /// Whether a record without it is refused.
    pub required: bool,
    /// Whether it holds words of the site's language, which a translation may give in another.
    pub translatable: bool,
    /// What it says, for the manual.
    pub meaning: &'static str,
    /// What a filled-in form shows, as TOML.
    pub example: &'static str,
}

/// One kind of file.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// Its name on the command line (`collatio new country …`) and in the manual.
    pub name: &'static str,
    /// Where its files lie below `content/`; `{…}` stands for a name.
    pub path: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// Whether a Markdown body is expected after the front matter, and what it is for.
    pub body: Option<&'static str>,
}

const fn required(name: &'static str, holds: FieldType, meaning: &'static str, example: &'static str) -> Field {
    Field { name, holds, required: true, translatable: false, meaning, example }
}

const fn optional(name: &'static str, holds: FieldType, meaning: &'static str, example: &'static str) -> Field {
    Field { name, holds, required: false, translatable: false, meaning, example }
}

/// A required field with words of the site's language.
const fn required_words(name: &'static str, holds: FieldType, meaning: &'static str, example: &'static str) -> Field {
    Field { translatable: true, ..required(name, holds, meaning, example) }
}

/// An optional field with words of the site's language.
const fn optional_words(name: &'static str, holds: FieldType, meaning: &'static str, example: &'static str) -> Field {
    Field { translatable: true, ..optional(name, holds, meaning, example) }
}

use FieldType::{
    AnyIds, Date, Entries, Flag, Id, Ids, List, LocalizedText, LocalizedTexts, Map, Number, OneOf, Prose, Table, Url,
    Words,
};

const ACKNOWLEDGE: &[Field] = &[
    required("fault", Words, "The code of the fault that stands.", "\"date-order\""),
    optional("conflict", Id("conflict"), "The recorded conflict behind it.", "\"k-01\""),
    required("reason", Words, "Why it stands.", "\"the two sources give different years\""),
];

/// Fields that every record and entry may carry.
pub const COMMON: &[Field] = &[
    optional("draft", Flag, "Keeps it out of a public build.", "true"),
    optional(
        "aliases",
        List,
        "Former identities; each leaves a page that leads on. Only for records with a page.",
        "[\"old-name\"]",
    ),
    optional("trace", List, "What an outside register calls the statements that it publishes.", "[\"C-001\"]"),
    optional("confirmed_on", Date, "When somebody looked again and found it still right.", "\"2026-01-31\""),
    optional("acknowledge", Entries(ACKNOWLEDGE), "Faults that the sources themselves cause.", ""),
];

const QUOTATION: &[Field] = &[
    optional("quote", Words, "Words of the source, letter by letter.", "\"…\""),
    optional("quote_language", Words, "Their language, BCP 47; the site's language where there is none.", "\"en\""),
    optional(
        "translation",
        OneOf(Translation::WORDS),
        "If they are a translation: of what standing. A machine's is always labelled.",
        "\"unofficial\"",
    ),
    optional("original", LocalizedText, "The words of the original.", "{ text = \"…\", language = \"ru\" }"),
];
const QUOTE: Field = QUOTATION[0];
const QUOTE_LANGUAGE: Field = QUOTATION[1];
const TRANSLATION: Field = QUOTATION[2];
const ORIGINAL: Field = QUOTATION[3];

const SOURCE: Field = required("source", Id("source"), "The source.", "\"my-source\"");
const PLACE: Field = required("place", Words, "The place in it: article, page, line, file.", "\"p. 12\"");
const TOPICS: Field = optional("topics", Ids("topic"), "Topics under which it is gathered.", "[\"my-topic\"]");
const NOTE: Field = optional_words("note", Prose, "A remark.", "\"…\"");
const TRACE: Field = COMMON[2];
const MODALITY: Field = optional("modality", OneOf(Modality::WORDS), "How the source puts it.", "\"in-force\"");
const ORDER: Field = optional("order", Number, "Its place, smallest first; then by identity.", "10");

const CITATION: &[Field] = &[SOURCE, PLACE];

/// A country's profile.
pub const COUNTRY: FileKind = FileKind {
    name: "country",
    path: "countries/{country}/index.md",
    meaning: "A jurisdiction. Copy a country's folder to add one; the folder's name is its identity.",
    fields: &[
        required_words("name", Words, "Its usual name.", "\"Ruritania\""),
        optional_words("official_name", Words, "Its full name.", "\"Kingdom of Ruritania\""),
        optional("kind", OneOf(CountryKind::WORDS), "What it is; `state` where nothing is said.", "\"state\""),
        optional("members", Ids("country"), "For a region: the countries of which its statements may speak.", "[]"),
        optional("compared", Flag, "`false`: no column in the matrix; it appears with the instruments alone.", "true"),
        optional("iso", Words, "ISO 3166-1 alpha-2 or ISO 3166-2.", "\"XR\""),
        optional("iso3", Words, "ISO 3166-1 alpha-3.", "\"XRU\""),
        optional("m49", Words, "The United Nations' code, in quotes.", "\"999\""),
        optional_words("capital", Words, "Seat of government.", "\"Strelsau\""),
        optional("languages", List, "Languages of its laws, BCP 47.", "[\"de\"]"),
        optional(
            "names",
            LocalizedTexts,
            "Its name in other languages.",
            "[{ text = \"Ruritanien\", language = \"de\" }]",
        ),
    ],
    body: Some(
        "The profile. Prose before the first `##` stands on top of the page. A part `## Heading {#section}` stands where \
         the page treats that section of the codebook; `{#treaties}`, `{#gaps}`, `{#amendments}`, `{#laws}`, \
         `{#statistics}`, `{#observations}` and `{#sources}` name the other parts of the page; any other part stands before the sources.",
    ),
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
    optional("effective", Date, "When a withdrawal took effect.", "\"2010-01-01\""),
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
    optional("act", OneOf(ActionKind::WORDS), "For `announced` and `planned`: which act.", "\"ratification\""),
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

/// A country's treaty actions.
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
};

const FINDING: &[Field] = &[
    required("question", Id("question"), "The question.", "\"my-question\""),
    required(
        "answer",
        Words,
        "A state (`yes`, `no`, `no-provision`, `partial`, `indirect`, `unclear`, `pending`, `varies`, `source-silent`, `source-unavailable`), or a value where the question asks for one.",
        "\"yes\"",
    ),
    required(
        "rests_on",
        AnyIds,
        "What it rests on: provisions, laws, offences, amendments, instruments, or `source` where the source's word is all.",
        "[\"xr/penal-code/12\"]",
    ),
    SOURCE,
    PLACE,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    required("coder", Words, "Who coded it: an anonymous identity.", "\"coder-1\""),
    optional("reviewer", Words, "Who looked it over.", "\"coder-2\""),
    optional("from", Date, "In force from: only where the source states it.", "\"2003-08-01\""),
    optional("until", Date, "No longer in force from: only where the source states it.", "\"2010-01-01\""),
    MODALITY,
    optional_words(
        "preferred",
        Words,
        "Why this finding is preferred to others of the same time.",
        "\"the text of the law itself\"",
    ),
    optional(
        "region",
        Id("country"),
        "The region of which it was said, where the source names no country. The country's own answer is then `source-silent`.",
        "\"my-region\"",
    ),
    optional_words("met", List, "`partial`: elements that are met.", "[\"registration\"]"),
    optional_words("unmet", List, "`partial`: elements that are not met.", "[\"transport\"]"),
    optional_words("limit", Words, "`partial`: the limit.", "\"only where deception is proved\""),
    optional_words(
        "searched",
        Words,
        "`no-provision`: what was searched, and when.",
        "\"the penal code as of 2005-06-30\"",
    ),
    optional("stage", OneOf(StageKind::WORDS), "`pending`: the stage.", "\"submitted\""),
    optional("reached", Date, "`pending`: when it was reached.", "\"2004-10\""),
    optional_words("parts", List, "`varies`: the parts.", "[\"north\", \"south\"]"),
    optional_words("title", Words, "`source-unavailable`: the title of the law.", "\"Law on …\""),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("plain", Prose, "In plain words.", "\"…\""),
    NOTE,
];

const CHANGE: &[Field] = &[
    required("question", Id("question"), "The question.", "\"my-question\""),
    required("was", Words, "What the cell said before.", "\"no\""),
    required("changed", Date, "When it was changed.", "\"2026-01-31\""),
    required_words("reason", Words, "Why.", "\"the act of 2003 was found\""),
    optional("coder", Words, "Who changed it.", "\"coder-1\""),
];

const FINDING_DEFAULTS: &[Field] = &[
    optional("source", Id("source"), "The source of every finding of the file that names none.", "\"my-source\""),
    optional("place", Words, "The place of every finding that names none.", "\"p. 12\""),
    optional("observed", Date, "The day of every finding that names none.", "\"2005\""),
    optional("coder", Words, "The coder of every finding that names none.", "\"coder-1\""),
    optional("rests_on", AnyIds, "What every finding rests on that names nothing.", "[\"source\"]"),
];

/// A country's answers.
pub const FINDINGS: FileKind = FileKind {
    name: "findings",
    path: "countries/{country}/findings/{name}.md",
    meaning: "Answers to questions of the codebook. How many files, and what each holds, is up to the author.",
    fields: &[
        optional(
            "defaults",
            Table(FINDING_DEFAULTS),
            "Values for every finding of the file that does not give its own.",
            "",
        ),
        optional("finding", Entries(FINDING), "What one source says on one question for one day.", ""),
        optional("change", Entries(CHANGE), "A change that was made to a cell of the site.", ""),
    ],
    body: None,
};

const REPEAL: &[Field] = &[
    required("repealed", Date, "When it ended.", "\"2015-01-01\""),
    required("verb", OneOf(RepealVerb::WORDS), "How.", "\"replaced\""),
    optional("by", Id("law"), "By which law.", "\"xr/penal-code-2014\""),
    SOURCE,
    PLACE,
];

/// A law.
pub const LAW: FileKind = FileKind {
    name: "law",
    path: "countries/{country}/laws/{law}/index.md",
    meaning: "An act or code. Its six dates are six things; give those that a source gives.",
    fields: &[
        required_words("title", Words, "Its title in the site's language.", "\"Penal Code\""),
        optional("kind", OneOf(LawKind::WORDS), "What it is; `act` where nothing is said.", "\"code\""),
        optional(
            "title_translation",
            OneOf(Translation::WORDS),
            "Of what standing the title's translation is.",
            "\"unofficial\"",
        ),
        optional("official_title", LocalizedText, "Its official title.", "{ text = \"…\", language = \"ru\" }"),
        optional("number", Words, "Its number as issued.", "\"№ 254-II\""),
        optional("adopted", Date, "When it was adopted.", "\"1997-07-16\""),
        optional("signed", Date, "When it was signed.", "\"1997-07-16\""),
        optional("published", Date, "When it was published.", "\"1997-07-17\""),
        optional("commences", Date, "When it commences.", "\"1998-01-01\""),
        optional("commences_in_part", Flag, "Only some of its provisions have commenced.", "false"),
        optional("repeal", Table(REPEAL), "How and when it ended.", ""),
        required("citation", Entries(CITATION), "What its facts rest on; one or more, written `[[citation]]`.", ""),
        TOPICS,
    ],
    body: Some("What it is about."),
};

const WORDING: &[Field] = &[
    optional("from", Date, "Law from this day.", "\"1998-01-01\""),
    optional("until", Date, "No longer law from this day.", "\"2003-07-10\""),
    optional(
        "observed",
        Date,
        "A day on which the source shows it in force, where the period is not recorded.",
        "\"2005\"",
    ),
    optional_words("heading", Words, "The heading of the article.", "\"Registration\""),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("summary", Prose, "The rule in the site's own words.", "\"…\""),
    optional_words("penalty", Words, "The penalty as the source gives it.", "\"two to seven years\""),
    optional("by", Id("amendment"), "By which amendment it came.", "\"xr/act-2003\""),
    SOURCE,
    PLACE,
    TRACE,
];

/// An article of a law.
pub const PROVISION: FileKind = FileKind {
    name: "provision",
    path: "countries/{country}/laws/{law}/{article}.md",
    meaning: "An article. Its file name is its number as a slug: `128.md`, `130-1.md`; `128¹` may be `128-sup1.md`.",
    fields: &[
        required("article", Words, "Its number as printed, in quotes.", "\"128\""),
        TOPICS,
        required(
            "wording",
            Entries(WORDING),
            "What it said during a period; one or more, oldest first, written `[[wording]]`.",
            "",
        ),
    ],
    body: Some("What a reader should know of it."),
};

const OFFENCE: &[Field] = &[
    required("id", Words, "Its identity within the country.", "\"abduction\""),
    required_words("conduct", Words, "The conduct, as the source names it.", "\"abduction\""),
    optional("provision", Id("provision"), "The provision, where the source gives one.", "\"xr/penal-code/12\""),
    optional("law", Id("law"), "The law, where the source gives that only.", "\"xr/penal-code\""),
    optional_words("code", Words, "The code as the source calls it, where no law is recorded here.", "\"penal code\""),
    TOPICS,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    MODALITY,
    SOURCE,
    PLACE,
    NOTE,
];

/// A country's offences.
pub const OFFENCES: FileKind = FileKind {
    name: "offences",
    path: "countries/{country}/offences.md",
    meaning: "Conduct that is punished, as sources name it, with or without an article.",
    fields: &[optional("offence", Entries(OFFENCE), "One conduct.", "")],
    body: None,
};

const STAGE: &[Field] = &[
    required("kind", OneOf(StageKind::WORDS), "Which step.", "\"submitted\""),
    required("reached", Date, "When.", "\"2004-10\""),
    SOURCE,
    PLACE,
    NOTE,
    TRACE,
];

const ELEMENT: &[Field] = &[
    required("id", Words, "Its identity within the amendment.", "\"definition\""),
    required_words("text", Prose, "What it would do.", "\"…\""),
    TOPICS,
    MODALITY,
    optional("observed", Date, "The day for which the source says so.", "\"2005\""),
    SOURCE,
    PLACE,
    TRACE,
];

/// An amendment.
pub const AMENDMENT: FileKind = FileKind {
    name: "amendment",
    path: "countries/{country}/amendments/{amendment}.md",
    meaning: "An act or bill that changes laws.",
    fields: &[
        required_words("title", Words, "Its title in the site's language.", "\"Bill on …\""),
        optional("kind", OneOf(AmendmentKind::WORDS), "`bill` where nothing is said.", "\"bill\""),
        optional("number", Words, "Its number as issued.", "\"№ 131\""),
        optional("law", Id("law"), "The law that it is, if recorded as one.", "\"xr/act-1\""),
        optional("amends", AnyIds, "Laws and provisions that it changes.", "[\"xr/penal-code\"]"),
        optional("follows", Ids("amendment"), "Earlier bills that it came from.", "[]"),
        required("stage", Entries(STAGE), "Its steps; one or more, written `[[stage]]`.", ""),
        optional("element", Entries(ELEMENT), "What it contains.", ""),
        TOPICS,
    ],
    body: Some("More to say."),
};

const STATISTIC: &[Field] = &[
    required("id", Words, "Its identity within the country.", "\"licences-issued\""),
    required_words("counted", Words, "What was counted.", "\"licences issued\""),
    required("value", Words, "The figure as the source prints it, in quotes.", "\"370\""),
    required_words("unit", Words, "Its unit.", "\"licences\""),
    optional_words("breakdown", Words, "Which part of the whole.", "\"female\""),
    optional_words("counted_by", Words, "Who counted.", "\"…\""),
    optional("from", Date, "First day of the period.", "\"2003-09\""),
    optional("until", Date, "End of the period, as the source gives it.", "\"2005-05\""),
    SOURCE,
    PLACE,
    NOTE,
];

/// A country's figures.
pub const STATISTICS: FileKind = FileKind {
    name: "statistics",
    path: "countries/{country}/statistics.md",
    meaning: "Figures: what was counted, by whom, over which period.",
    fields: &[optional("statistic", Entries(STATISTIC), "One figure.", "")],
    body: None,
};

const GAP_LATER: &[Field] = &[required_words("text", Prose, "What changed later.", "\"…\""), SOURCE, PLACE];

const GAP: &[Field] = &[
    required("id", Words, "Its identity within the country.", "\"no-definition\""),
    required_words("text", Prose, "What was lacking.", "\"…\""),
    TOPICS,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    SOURCE,
    PLACE,
    optional("later", Table(GAP_LATER), "What changed later.", ""),
];

/// What was lacking.
pub const GAPS: FileKind = FileKind {
    name: "gaps",
    path: "countries/{country}/gaps.md",
    meaning: "What a source says that the law or practice lacked.",
    fields: &[optional("gap", Entries(GAP), "One gap.", "")],
    body: None,
};

const OBSERVATION: &[Field] = &[
    required("id", Words, "Its identity within the country.", "\"few-inspectors\""),
    required_words("text", Prose, "What the source says, in the site's own words.", "\"…\""),
    required("modality", OneOf(Modality::WORDS), "How the source puts it.", "\"practice\""),
    required("observed", Date, "The day for which the source speaks.", "\"2005\""),
    optional_words("period", Words, "The time of which it speaks, in words, where that is another.", "\"since 2003\""),
    required(
        "topics",
        Ids("topic"),
        "Topics under which it is gathered, one or more; the country's page sets it under the first.",
        "[\"my-topic\"]",
    ),
    SOURCE,
    PLACE,
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    NOTE,
];

/// What sources say of a country beside the codebook.
pub const OBSERVATIONS: FileKind = FileKind {
    name: "observations",
    path: "countries/{country}/observations.md",
    meaning: "What sources say of a country where no question asks for it: context, history, how cases go. One statement \
              an entry, in the manner in which the source puts it.",
    fields: &[optional("observation", Entries(OBSERVATION), "One statement.", "")],
    body: None,
};

const ENTRY_INTO_FORCE: &[Field] = &[
    optional("days", Number, "Days after the deposit.", "30"),
    optional("months", Number, "Months after the deposit.", "0"),
    required_words("words", Words, "The rule in words.", "\"on the thirtieth day after the deposit\""),
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

/// An instrument.
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
        optional("opened", Date, "When it was opened for signature.", "\"2000-12-12\""),
        optional("closed", Date, "The last day on which it could be signed.", "\"2002-12-12\""),
        optional("in_force", Date, "When it came into force.", "\"2003-09-29\""),
        optional("entry", Table(ENTRY_INTO_FORCE), "When it comes into force for a state that joins.", ""),
        optional(
            "ratification_needs_signature",
            Flag,
            "Whether ratification needs a signature before it; `true` where nothing is said.",
            "true",
        ),
        optional_words("depositary", Words, "Who keeps the record.", "\"Secretary-General of the United Nations\""),
        optional("supplements", Id("instrument"), "The instrument that it supplements or amends.", "\"my-treaty\""),
        optional("citation", Entries(CITATION), "What its facts rest on, written `[[citation]]`.", ""),
        optional("article", Entries(ARTICLE), "Its articles, so far as they are cited.", ""),
    ],
    body: Some("What it is about."),
};

/// A topic.
pub const TOPIC: FileKind = FileKind {
    name: "topic",
    path: "topics/{topic}.md",
    meaning: "A subject, or a stage of the problem.",
    fields: &[required_words("title", Words, "Its name.", "\"Registration\""), ORDER],
    body: Some("What it covers."),
};

/// A section of the codebook.
pub const SECTION: FileKind = FileKind {
    name: "section",
    path: "questions/{section}/index.md",
    meaning: "A part of the codebook: a folder of questions.",
    fields: &[
        required_words("title", Words, "Its title.", "\"International commitments\""),
        ORDER,
        optional(
            "shows",
            List,
            "What else a country's page shows here: `actions`, `offences`, `laws`, `statistics`.",
            "[\"actions\"]",
        ),
    ],
    body: Some("What it asks about."),
};

const COMPUTED: &[Field] = &[
    required("asks", OneOf(Asks::WORDS), "What is asked of the actions.", "\"bound\""),
    required("instruments", Ids("instrument"), "Of which instruments.", "[\"my-treaty\"]"),
];

const PARENT: &[Field] = &[
    required("question", Id("question"), "The question that must be answered first.", "\"my-question\""),
    required("when", List, "The answers with which this one applies.", "[\"yes\", \"partial\"]"),
];

/// A question.
pub const QUESTION: FileKind = FileKind {
    name: "question",
    path: "questions/{section}/{question}.md",
    meaning: "One line of the codebook. It asks one thing, of law or of practice.",
    fields: &[
        required_words(
            "wording",
            Words,
            "The question, worded by problem and not by term.",
            "\"Can a person who only transports be punished?\"",
        ),
        required_words("label", Words, "A short label for tables.", "\"Transport punished\""),
        ORDER,
        required("kind", OneOf(AnswerKind::WORDS), "How it is answered.", "\"yes-no\""),
        required("domain", OneOf(Domain::WORDS), "Law or practice; never both.", "\"law\""),
        required("basis", OneOf(Basis::WORDS), "What an answer must rest on.", "\"provision\""),
        optional("computed", Table(COMPUTED), "For `basis = \"action\"`: how the answer is computed.", ""),
        optional_words(
            "answers",
            Map,
            "What each answer means here: word = definition.",
            "{ yes = \"…\", no = \"…\" }",
        ),
        optional(
            "benchmark",
            Id("instrument"),
            "The article that answers are read against: `instrument#article`.",
            "\"my-treaty#3-a\"",
        ),
        optional("parent", Table(PARENT), "The question that must be answered first.", ""),
        TOPICS,
        optional_words("include", Prose, "What counts.", "\"…\""),
        optional_words("exclude", Prose, "What does not.", "\"…\""),
    ],
    body: Some("More to say."),
};

/// A source.
pub const SOURCE_FILE: FileKind = FileKind {
    name: "source",
    path: "sources/{source}.md",
    meaning: "Where statements come from.",
    fields: &[
        required(
            "citation",
            Words,
            "The whole reference, as it is to be printed.",
            "\"A. Author, Title (Publisher 2005)\"",
        ),
        optional("short", Words, "A short name for tables.", "\"Author 2005\""),
        optional("author", Words, "Author, as the source gives it.", "\"A. Author\""),
        optional("title", Words, "Title.", "\"Title\""),
        optional("publisher", Words, "Publisher.", "\"Publisher\""),
        optional("year", Words, "Year or date, in quotes.", "\"2005\""),
        optional_words("kind", Words, "Kind, in words.", "\"report\""),
        optional("tier", OneOf(Tier::WORDS), "How near to the law it stands.", "\"academic\""),
        optional("url", Url, "Address on the web.", "\"https://example.org/\""),
        optional("archived", Url, "An archived copy.", "\"https://example.org/archive\""),
        optional("language", Words, "Language, BCP 47.", "\"en\""),
        optional("licence", Words, "Licence.", "\"…\""),
        optional("stored", Date, "The day to which the copy that was read belongs.", "\"2015-03-14\""),
        optional("accessed", Date, "The day it was last looked up.", "\"2026-01-31\""),
        optional("role", OneOf(SourceRole::WORDS), "`cited` where nothing is said.", "\"cited\""),
    ],
    body: Some("What a reader should know of it."),
};

/// A term of the glossary.
pub const TERM: FileKind = FileKind {
    name: "term",
    path: "terms/{term}.md",
    meaning: "An entry of the glossary.",
    fields: &[
        required_words("term", Words, "The word.", "\"accession\""),
        optional_words(
            "forms",
            List,
            "Other forms of it that are linked where they occur.",
            "[\"accede\", \"accedes\"]",
        ),
        optional(
            "originals",
            LocalizedTexts,
            "The word in the original languages.",
            "[{ text = \"…\", language = \"ru\" }]",
        ),
        optional("observed", Date, "The day for which the source uses it so.", "\"2005\""),
        optional("source", Id("source"), "What it rests on.", "\"my-source\""),
        optional("place", Words, "The place in it.", "\"p. 12\""),
    ],
    body: Some("What it means."),
};

const SIDE: &[Field] = &[required_words("says", Prose, "What it says.", "\"…\""), SOURCE, PLACE];

/// A conflict.
pub const CONFLICT: FileKind = FileKind {
    name: "conflict",
    path: "conflicts/{conflict}.md",
    meaning: "A disagreement between sources, or inside one.",
    fields: &[
        required_words("title", Words, "What is disputed, in one line.", "\"…\""),
        required("side", Entries(SIDE), "What each side says; two or more, written `[[side]]`.", ""),
        optional("preferred", Number, "Which side is preferred, from 1.", "1"),
        required_words("reason", Prose, "Why that one, or why none.", "\"…\""),
        optional("touches", AnyIds, "Records on whose pages it is shown.", "[\"xr/penal-code\"]"),
    ],
    body: Some("More to say."),
};

const STEP: &[Field] = &[
    required_words("title", Words, "Its title.", "\"What the law says\""),
    required("minutes", Number, "How long it takes.", "90"),
    required_words("text", Prose, "What is done.", "\"…\""),
];

const HANDOUT: &[Field] = &[
    required("id", Words, "Its identity within the module; its sheet's address ends with it.", "\"three-answers\""),
    required_words("title", Words, "Its title.", "\"…\""),
    required(
        "questions",
        Ids("question"),
        "The questions that it shows, one or more, in the order of the codebook.",
        "[\"my-question\"]",
    ),
    optional(
        "countries",
        Ids("country"),
        "The countries that it shows, in the order of the matrix; all that are compared where nothing is said.",
        "[\"xr\", \"xs\"]",
    ),
    optional(
        "day",
        Date,
        "The day on which it shows them, a day in full; the day of the site where nothing is said.",
        "\"2005-06-30\"",
    ),
    NOTE,
];

const EXERCISE: &[Field] = &[
    required("id", Words, "Its identity within the module.", "\"the-second-offer\""),
    required_words("title", Words, "Its title.", "\"…\""),
    required_words("situation", Prose, "What happened: composite and invented, no real case.", "\"…\""),
    required_words("task", Prose, "What is to be found out.", "\"…\""),
    required_words("answer", Prose, "The answer; readers open it, and on paper it stands at the end.", "\"…\""),
    optional(
        "day",
        Date,
        "The day for which cells prove the answer, a day in full; the day of the site where nothing is said.",
        "\"2005-06-30\"",
    ),
    required(
        "proves",
        AnyIds,
        "What proves the answer, one or more: records as in `[[id]]`, cells as `question#country`.",
        "[\"my-question#xr\", \"xr/penal-code/12\"]",
    ),
];

/// A training module.
pub const MODULE: FileKind = FileKind {
    name: "module",
    path: "modules/{module}.md",
    meaning: "A training module: how the time is spent, slices of the matrix to hand out, and exercises whose answers \
              the site's records prove.",
    fields: &[
        required_words("title", Words, "Its title.", "\"Reading two codes side by side\""),
        required_words("audience", Words, "For whom it is.", "\"Inspectors\""),
        required_words("objectives", List, "What they can do afterwards, one or more.", "[\"…\"]"),
        required("minutes", Number, "The time of the whole; the steps add up to it.", "90"),
        ORDER,
        TOPICS,
        required("step", Entries(STEP), "What is done, step by step; one or more, written `[[step]]`.", ""),
        optional(
            "handout",
            Entries(HANDOUT),
            "A slice of the matrix, with a sheet to print, written `[[handout]]`.",
            "",
        ),
        optional(
            "exercise",
            Entries(EXERCISE),
            "A situation, a task, an answer, and what proves it, written `[[exercise]]`.",
            "",
        ),
    ],
    body: Some("More to say to those who teach it."),
};

/// A page of prose.
pub const PAGE: FileKind = FileKind {
    name: "page",
    path: "pages/{page}.md",
    meaning: "A page of prose. `about.md` is set on the page about the site.",
    fields: &[required_words("title", Words, "Its title.", "\"About\""), ORDER],
    body: Some("The prose."),
};

/// The home page.
pub const HOME: FileKind = FileKind {
    name: "home",
    path: "index.md",
    meaning: "The words on the home page.",
    fields: &[required_words("title", Words, "The name of the site.", "\"My atlas of law\"")],
    body: Some("The prose."),
};

/// All kinds of files, in the order of the manual.
pub const KINDS: &[FileKind] = &[
    HOME,
    PAGE,
    COUNTRY,
    TREATIES,
    FINDINGS,
    LAW,
    PROVISION,
    OFFENCES,
    AMENDMENT,
    STATISTICS,
    GAPS,
    OBSERVATIONS,
    INSTRUMENT,
    TOPIC,
    SECTION,
    QUESTION,
    SOURCE_FILE,
    TERM,
    CONFLICT,
    MODULE,
];

/// Words in a language.
pub const TONGUE: &[Field] =
    &[required("text", Words, "The words.", "\"…\""), required("language", Words, "Their language, BCP 47.", "\"ru\"")];

const DAYS: &[Field] = &[
    optional(
        "countries",
        OneOf(Publish::WORDS),
        "Each country's page; `changes` where nothing is said.",
        "\"changes\"",
    ),
    optional("matrix", OneOf(Publish::WORDS), "The matrix; `year-ends` where nothing is said.", "\"year-ends\""),
    optional(
        "treaties",
        OneOf(Publish::WORDS),
        "The grid of treaties; `year-ends` where nothing is said.",
        "\"year-ends\"",
    ),
    optional("provisions", OneOf(Publish::WORDS), "Provisions; `none` where nothing is said.", "\"none\""),
    optional("pairs", OneOf(Publish::WORDS), "Two countries side by side; `none` where nothing is said.", "\"none\""),
    optional(
        "sections",
        OneOf(Publish::WORDS),
        "Each section of the codebook; `none` where nothing is said.",
        "\"none\"",
    ),
    optional("latest", Number, "So many latest changes with every `year-ends`.", "5"),
    optional("also", List, "Days that are published whatever the rules say.", "[\"2005-06-30\"]"),
];

const SEARCH: &[Field] = &[optional(
    "index",
    Flag,
    "Whether there is an index, and a field to search with; the list of all pages is there in any case. `true` where \
     nothing is said.",
    "false",
)];

const GROUP: &[Field] = &[
    required("title", Words, "Its name.", "\"Neighbours\""),
    required("countries", Ids("country"), "The countries that are compared.", "[\"xr\", \"xs\"]"),
];

/// Limits to what `collatio package` writes. All but `package` are as the files are in the ZIP.
const BUDGET: &[Field] = &[
    optional("package", Words, "The ZIP.", "\"20 MB\""),
    optional("page", Words, "Each page, but for those of kinds that have a limit of their own.", "\"60 KB\""),
    optional("kinds", Entries(BUDGET_KIND), "Kinds of page with limits of their own, `[[budget.kinds]]`.", ""),
    optional("pages", Words, "All pages on the main day together.", "\"5 MB\""),
    optional("days", Words, "All pages on other days together.", "\"10 MB\""),
    optional("data", Words, "The data files together.", "\"2 MB\""),
    optional("styles", Words, "Styles and scripts together.", "\"30 KB\""),
    optional("pictures", Words, "The pictures together.", "\"2 MB\""),
    optional("search", Words, "The index for search.", "\"2 MB\""),
    optional("handbook", Words, "The handbook in one file.", "\"1 MB\""),
];

const BUDGET_KIND: &[Field] = &[
    required("kind", Words, "The kind of page: the name of its template.", "\"matrix\""),
    required("page", Words, "Each page of this kind.", "\"400 KB\""),
];

const SETTINGS_TRANSLATION: &[Field] = &[
    required("language", Words, "The language, one of `languages`.", "\"ru\""),
    optional("title", Words, "The name of the site.", "\"…\""),
    optional("description", Words, "One line that says what the site is.", "\"…\""),
    optional("edition_name", Words, "The name of the edition.", "\"…\""),
    optional("licence", Words, "The licence of the content.", "\"…\""),
    optional("notice", Words, "The notice on quoted sources.", "\"…\""),
    optional("designations", Words, "The note on names of states.", "\"…\""),
    optional("groups", List, "The titles of the groups, in their order.", "[\"…\"]"),
    required(
        "translated",
        OneOf(&["human", "machine"]),
        "Who translated it; a machine's words are labelled.",
        "\"human\"",
    ),
];

/// The fields of a record in another language, besides those that it translates.
pub const TRANSLATION_FILE: &[Field] = &[
    required(
        "translated",
        OneOf(&["human", "machine"]),
        "Who translated it; a machine's words are labelled.",
        "\"human\"",
    ),
    optional(
        "of",
        Words,
        "What was translated: a checksum of the words of the first language. Where it no longer agrees, a warning names the \
         right one.",
        "\"3f29a1c0\"",
    ),
];
const SAFETY: &[Field] = &[
    optional(
        "parts",
        List,
        "Parts of the site whose pages have the button *Leave this page*: `topics`, `modules`, `questions`, `countries` …",
        "[\"topics\"]",
    ),
    optional(
        "sections",
        Ids("section"),
        "Sections of the codebook: their pages and those of their questions have it.",
        "[\"protection\"]",
    ),
    optional("help", Id("page"), "The page of prose that says where help is found.", "\"help\""),
    optional(
        "target",
        Url,
        "An address outside the site to which the button leads; an empty page of the site where nothing is said.",
        "\"https://example.org/\"",
    ),
];

/// The fields of `collatio.toml`. All have a default; a site without the file is a site.
pub const SETTINGS: &[Field] = &[
    optional("title", Words, "The name of the site; else the home page's title.", "\"My atlas of law\""),
    optional("description", Words, "One line that says what the site is.", "\"…\""),
    optional("language", Words, "The language of the pages, BCP 47; `en` where nothing is said.", "\"en\""),
    optional(
        "languages",
        List,
        "Languages in which the site is made, BCP 47, the first of them at its root; only `language` where nothing is said.",
        "[\"en\", \"ru\"]",
    ),
    optional(
        "translation",
        Entries(SETTINGS_TRANSLATION),
        "Its words in a further language, written `[[translation]]`.",
        "",
    ),
    optional("theme", Words, "The name of the theme; `default` where nothing is said.", "\"default\""),
    optional(
        "edition",
        Date,
        "The day of the edition: today, unless the command line says otherwise.",
        "\"2026-01-31\"",
    ),
    optional("edition_name", Words, "The name of the edition.", "\"first edition\""),
    optional("law_as_at", Date, "The day up to which the site as a whole was researched.", "\"2025-12-31\""),
    optional(
        "base_url",
        Url,
        "Where the site is published; for the sitemap and canonical addresses.",
        "\"https://example.org/\"",
    ),
    optional(
        "report_errors",
        Url,
        "Where readers report errors: `https:` or `mailto:`.",
        "\"mailto:editor@example.org\"",
    ),
    optional("countries", Ids("country"), "Countries in the order of the columns; others follow by name.", "[\"xr\"]"),
    optional("groups", Entries(GROUP), "Countries that are compared with each other, written `[[groups]]`.", ""),
    optional("licence", Words, "The licence of the content.", "\"CC BY 4.0\""),
    optional("licence_url", Url, "Where that licence is written.", "\"https://example.org/licence\""),
    optional("notice", Words, "The notice on quoted sources.", "\"…\""),
    optional("designations", Words, "The note on names of states.", "\"…\""),
    optional("days", Table(DAYS), "Which days are published as pages of their own.", ""),
    optional("search", Table(SEARCH), "How the site can be searched.", ""),
    optional("budget", Table(BUDGET), "How much the offline copy may weigh; what weighs more is a warning.", ""),
    optional(
        "safety",
        Table(SAFETY),
        "On which pages readers are offered a way out at once; on none where nothing is said.",
        "",
    ),
];
