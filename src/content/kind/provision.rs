//! Articles of laws, in their wordings.

use crate::law::{
    AmendmentId, AnyRecord, Period, Provision, ProvisionId, Translation, Wording, WordingTranslation, article_number,
};
use crate::text::{Diagnostic, Fault, Level, Span, figure, is_unseen, named, raised_figure};

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, IdOrIds, Language, OneOf, Prose, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required};
use crate::content::record::{
    ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TOPICS, TRACE, TRANSLATION, citation, head, quotation, topics,
};

const TRANSLATED: &[Field] = &[
    required("text", Words, "The words of the quotation in another language.", "\"…\""),
    optional("language", Language, "Which language, BCP 47; the site's language where there is none.", "\"en\""),
    optional("heading", Words, "The heading in that language.", "\"Registration\""),
    optional("extract", Flag, "Only a part of the quotation is translated.", "true"),
    required(
        "translation",
        OneOf(Translation::WORDS),
        "Of what standing it is. A machine's is always labelled.",
        "\"machine\"",
    ),
];

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
    optional(
        "heading_language",
        Language,
        "The language of the heading, BCP 47; the site's language where there is none.",
        "\"de\"",
    ),
    QUOTE,
    optional(
        "extract",
        Flag,
        "The quotation is an extract: the article has other words, which are not recorded here.",
        "true",
    ),
    optional(
        "translated",
        Entries(TRANSLATED),
        "A translation beside the original, written `[[wording.translated]]`.",
        "",
    ),
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("summary", Prose, "The rule in the site's own words.", "\"…\""),
    optional_words("penalty", Words, "The penalty as the source gives it.", "\"two to seven years\""),
    optional(
        "by",
        IdOrIds("amendment"),
        "By which amendment it came; a list where several took effect on one day.",
        "\"xr/act-2003\"",
    ),
    optional(
        "repealed",
        Flag,
        "The article itself ended with this wording: the days until a next one are no gap in the record.",
        "true",
    ),
    optional(
        "repealed_by",
        IdOrIds("amendment"),
        "By which amendment the article ended with this wording; says `repealed` too.",
        "\"xr/act-2010\"",
    ),
    SOURCE,
    PLACE,
    TRACE,
];

/// A file in the folder of a law.
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
    decode: Decode::Record(provision),
};

pub static ARTICLE_NAME: Fault = Fault {
    code: "article-file-name",
    level: Level::Warning,
    summary: "an article's file has another number in its name",
    explanation: "Articles are found by the names of their files: article 128 lies in `128.md`, 130.1 and 130-1 in \
`130-1.md`, 128¹ in `128-sup1.md`. Where the digits of both differ, one of them is a slip.",
};

pub static ARTICLE_NUMBER: Fault = Fault {
    code: "article-number",
    level: Level::Error,
    summary: "the number of an article holds the word for an article, or marks",
    explanation: "A number is what stands behind the word: `12`, `130.1`, `128¹`, `12A`, `12 bis`, `IX`, `Annex II`. The \
word itself (`§`, `Art.`, `№`, `Section`) is put before it by the pages, so that a list does not say \"art. § 12\", and so \
that articles stand in their order. A law that calls its articles otherwise than the theme does says so once, in \
`article_word`; `{}` stands for the number where the word comes behind it. A number holds no marks (`128^1^`, `<sup>`), and nothing invisible.",
};

fn provision(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let id = ProvisionId::new(place.id());
    let article = fields.words("article")?;
    let file = id.as_str().rsplit('/').next().unwrap_or_default();
    let in_file = decimal_figures(file);
    let in_words = || [false, true].iter().any(|roman| article_number::figures(&article, *roman) == in_file);
    if decimal_figures(&article) != in_file && !in_words() {
        let message = format!("article `{article}` is in a file that is named `{file}`");
        let help = "rename the file, or correct the number; `128¹` belongs in `128-sup1.md`";
        faults.push(ARTICLE_NAME.at(fields.place("article"), message).help(help));
    }
    faults.extend(word_in_number(&article, fields.place("article")));
    let mut wordings: Vec<Wording> =
        fields.entries("wording").iter().filter_map(|fields| wording(fields, faults)).collect();
    // Every article of a site has such a list, and most hold one wording: spare capacity would add up.
    wordings.shrink_to_fit();
    if wordings.is_empty() {
        return None;
    }
    Some(AnyRecord::Provision(Provision {
        head: head(fields),
        law: id.law(),
        id,
        article,
        topics: topics(fields),
        wordings,
        body: fields.file.body(),
    }))
}

/// The decimal figures of a text, raised ones included: a file may spell a numeral that the number writes in letters.
fn decimal_figures(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| figure(c).or_else(|| raised_figure(c))).collect()
}

/// The diagnostic for an article number that includes the word for "article", marks or invisible characters; `None` for
/// a bare number.
pub(super) fn word_in_number(number: &str, at: Span) -> Option<Diagnostic> {
    if let Some(unseen) = number.chars().find(|c| is_unseen(*c) && !c.is_whitespace()) {
        let message = format!("the number `{number}` has {}", named(unseen));
        return Some(ARTICLE_NUMBER.at(at, message).help("delete the character: nobody sees it"));
    }
    if number.contains(['^', '<', '>', '~']) {
        let message = format!("`{number}` holds marks of a raised figure, which are printed as they stand");
        return Some(ARTICLE_NUMBER.at(at, message).help("type the raised figure itself: `128¹`"));
    }
    let (word, rest) = article_number::word_before(number).or_else(|| article_number::word_behind(number))?;
    let message = format!("`{number}` holds the word for an article, `{word}`, besides its number");
    let help = format!(
        "write \"{rest}\"; pages put the word before it: that of the theme, or `article_word` of the law or site"
    );
    Some(ARTICLE_NUMBER.at(at, message).help(help))
}

fn wording(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Wording> {
    Some(Wording {
        at: fields.at,
        period: Period { from: fields.date("from"), until: fields.date("until") },
        from_at: fields.place("from"),
        until_at: fields.place("until"),
        observed: fields.date("observed"),
        observed_at: fields.place("observed"),
        heading: fields.text("heading"),
        heading_language: fields.words("heading_language"),
        quotation: quotation(fields, faults),
        extract: fields.flag("extract").unwrap_or(false),
        translations: fields.entries("translated").iter().filter_map(translated).collect(),
        summary: fields.prose("summary"),
        penalty: fields.text("penalty"),
        by: fields.id_or_ids("by", AmendmentId::new),
        repealed: fields.flag("repealed").unwrap_or(false) || fields.has("repealed_by"),
        repealed_by: fields.id_or_ids("repealed_by", AmendmentId::new),
        citation: citation(fields)?,
        trace: fields.list("trace"),
    })
}

fn translated(fields: &Fields<'_, '_>) -> Option<WordingTranslation> {
    Some(WordingTranslation {
        language: fields.words("language").unwrap_or_else(|| fields.file.language.to_owned()),
        heading: fields.words("heading"),
        text: fields.words("text")?,
        extract: fields.flag("extract").unwrap_or(false),
        standing: Translation::parse(fields.word("translation"))?,
    })
}
