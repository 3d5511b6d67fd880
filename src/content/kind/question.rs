//! Questions of the codebook.

use crate::law::{
    AnswerKind, AnyRecord, Asks, Basis, Computed, Domain, InstrumentId, Parent, Question, QuestionId, SectionId,
};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Flag, Id, Ids, List, Map, OneOf, Prose, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{ORDER, TOPICS, head, order, topics};

const COMPUTED: &[Field] = &[
    required("asks", OneOf(Asks::WORDS), "What is asked of the actions.", "\"bound\""),
    required("instruments", Ids("instrument"), "Of which instruments.", "[\"my-treaty\"]"),
    optional("declarations", Flag, "For `asks = \"reserved\"`: whether declarations count too.", "false"),
];

const PARENT: &[Field] = &[
    required("question", Id("question"), "The question that must be answered first.", "\"my-question\""),
    required("when", List, "The answers with which this one applies.", "[\"yes\", \"partial\"]"),
];

/// A file in the folder of a section.
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
        optional(
            "headline",
            Flag,
            "`true`: the answer is among the few by which a country is introduced, on its page and on its card.",
            "true",
        ),
        optional(
            "about",
            Id("question"),
            "The question whose answer names what this one asks about: an answer does not outlive another answer there.",
            "\"main-article\"",
        ),
        optional("parent", Table(PARENT), "The question that must be answered first.", ""),
        TOPICS,
        optional_words("include", Prose, "What counts.", "\"…\""),
        optional_words("exclude", Prose, "What does not.", "\"…\""),
    ],
    body: Some("More to say."),
    decode: Decode::Record(question),
};

fn question(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Question(Question {
        head: head(fields),
        id: QuestionId::new(place.id()),
        section: SectionId::new(place.folder()),
        order: order(fields),
        wording: fields.text("wording")?,
        label: fields.text("label")?,
        kind: AnswerKind::parse(fields.word("kind"))?,
        answers: fields.map("answers"),
        domain: Domain::parse(fields.word("domain"))?,
        basis: Basis::parse(fields.word("basis"))?,
        computed: fields.table("computed").and_then(|fields| computed(&fields)),
        benchmark: fields.id("benchmark", |text| text),
        headline: fields.flag("headline").unwrap_or(false),
        about: fields.id("about", QuestionId::new),
        parent: fields.table("parent").and_then(|fields| {
            Some(Parent { question: fields.id("question", QuestionId::new)?, when: fields.list("when") })
        }),
        topics: topics(fields),
        include: fields.prose("include"),
        exclude: fields.prose("exclude"),
        body: fields.file.body(),
    }))
}

fn computed(fields: &Fields<'_, '_>) -> Option<Computed> {
    Some(Computed {
        asks: Asks::parse(fields.word("asks"))?,
        instruments: fields.ids("instruments", InstrumentId::new),
        declarations: fields.flag("declarations").unwrap_or(false),
    })
}
