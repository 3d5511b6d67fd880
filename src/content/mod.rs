//! Turns files into records: TOML front matter and Markdown, one decoder per kind of record.
//!
//! What comes in are text files; what goes out are [`Records`] in which every value has its span. This room never knows
//! other records than the one in hand, nor today's date.

mod content_file;
mod date_meant;
mod fault;
mod field_meant;
mod fields;
pub mod form;
pub mod kind;
mod lookup;
mod mention;
mod month_words;
mod noun;
mod other_format;
mod place;
mod quotation_mark;
mod record;
mod same_file;
mod settings;
mod slip;
mod translation;
mod unfinished_draft;
mod validation;
mod value;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use toml::de::DeTable;

use crate::law::{AnyRecord, LocalizedText, Records, Rendering, Settings};
use crate::text::{
    Diagnostic, Diagnostics, Fault, File, FileCache, FileId, Files, Level, Span, Unreadable, Why, country_name,
    isolated,
};

use content_file::{ContentFile, Toml};
use fields::Fields;
use form::{Decode, FileKind, Place};
pub use lookup::{Form, of_path, record_at};
pub use mention::{Mention, mentions, pictures};
pub use record::{COMMON, ENTRY_COMMON, FILE_COMMON};
pub use settings::SETTINGS;
pub use translation::Overlay;
pub use unfinished_draft::forgive_drafts;
use validation::{Checking, Expected};

/// Reported for Markdown in a file of entries, whose form has no body.
pub static UNEXPECTED_BODY: Fault = Fault {
    code: "unexpected-body",
    level: Level::Error,
    summary: "prose stands in a file that has entries only",
    explanation: "Files of treaty actions, findings, offences, figures, gaps and observations hold entries and no prose of their own; \
what stands after the front matter would be lost. Write it as a `note` of an entry, or in the country's profile.",
};

/// Reported at the first byte of a file whose text could not be decoded.
pub static NOT_UTF8: Fault = Fault {
    code: "not-utf-8",
    level: Level::Error,
    summary: "a file is not UTF-8",
    explanation: "All files are UTF-8, the encoding in which every script can be written. Editors offer it where they \
save a file (\"Encoding\").",
};

/// Reported for a file above the limit of `disk`.
pub static TOO_LARGE: Fault = Fault {
    code: "too-large",
    level: Level::Error,
    summary: "a text or a picture is larger than any that readers can use",
    explanation: "A text above 16 MB is most likely something else, saved under the name of a text; divide it if it is one. A \
picture above 32 MB takes minutes to load on a telephone; make it smaller.",
};

/// Reported for links below `content/`, which are not followed.
pub static SYMBOLIC_LINK: Fault = Fault {
    code: "symbolic-link",
    level: Level::Error,
    summary: "a symbolic link in the content",
    explanation: "Links to other places are not followed: what is published would depend on one machine, and could come \
from anywhere on it. Put the file itself there.",
};

/// Reported for files below `content/` that are neither Markdown nor pictures.
pub static NOT_CONTENT: Fault = Fault {
    code: "not-content",
    level: Level::Error,
    summary: "a file below `content/` is neither Markdown nor a picture",
    explanation: "Content is Markdown and pictures. Drawings that can carry a script, programs and documents of other \
programs are neither read nor published. Keep them outside `content/`.",
};

/// All faults that this room reports, in the order of the reference.
pub static FAULTS: &[&Fault] = &[
    &NOT_UTF8,
    &TOO_LARGE,
    &SYMBOLIC_LINK,
    &NOT_CONTENT,
    &place::MISPLACED,
    &fault::BAD_FILE_NAME,
    &place::TRANSLATION_FILE,
    &content_file::NO_FRONT_MATTER,
    &content_file::OPEN_FRONT_MATTER,
    &content_file::SYNTAX,
    &content_file::DUPLICATE_KEY,
    &content_file::BARE_DATE,
    &same_file::SAME_FILE,
    &UNEXPECTED_BODY,
    &validation::UNKNOWN_FIELD,
    &validation::MISSING_FIELD,
    &validation::EMPTY_FIELD,
    &validation::WRONG_TYPE,
    &validation::NUMBER_FOR_WORDS,
    &fault::UNKNOWN_WORD,
    &fault::FOREIGN_LETTER,
    &fault::BAD_IDENTITY,
    &validation::AMBIGUOUS_DATE,
    &fault::BAD_DATE,
    &validation::OTHER_CALENDAR,
    &validation::ITEM_TWICE,
    &fault::STRAY_FIELD,
    &kind::finding::ANSWER_NEEDS,
    &record::QUOTATION_SCRIPT,
    &kind::READ_BEFORE_PUBLISHED,
    &kind::country::BAD_CODE,
    &kind::country::UNKNOWN_SUBDIVISION,
    &kind::country::FORMER_CODE,
    &kind::instrument::FIRST_OF_MONTH,
    &kind::provision::ARTICLE_NAME,
    &kind::provision::ARTICLE_NUMBER,
    &settings::BAD_SIZE,
    &settings::MANY_DAYS,
    &settings::BAD_THEME_NAME,
    &fault::BAD_LANGUAGE,
    &translation::NOTHING_TO_TRANSLATE,
    &translation::NOT_TRANSLATABLE,
    &translation::STALE_TRANSLATION,
    &unfinished_draft::UNFINISHED_DRAFT,
];

/// An example of each fault of this room; see [`crate::text::examples`].
pub static EXAMPLES: &str = include_str!("examples.txt");

/// Number of files that are decoded in parallel before their records are moved into the lists of their kinds. Keeping a
/// separate list for every file of the site at once would take much more memory.
const STRETCH: usize = 512;

/// The records of single files and their faults, before any reference is resolved, for the next run.
#[derive(Debug, Default)]
pub struct DecodeCache {
    /// The first language of the site, on which the records depend.
    language: String,
    decoded: FileCache<Decoded>,
}

/// The records of one file, and its faults.
type Decoded = (Vec<AnyRecord>, Vec<Diagnostic>);

/// Reads the configuration and every file of content except those listed as `unreadable`. Faults in one file do not
/// affect the others.
pub fn read(files: &Files, unreadable: &[Unreadable]) -> (Settings, Records, Diagnostics) {
    read_with(files, unreadable, None)
}

/// Like [`read`], but decodes only files that changed since the last run with this cache.
pub fn read_again(
    files: &Files,
    unreadable: &[Unreadable],
    cache: &mut DecodeCache,
) -> (Settings, Records, Diagnostics) {
    read_with(files, unreadable, Some(cache))
}

fn read_with(
    files: &Files,
    unreadable: &[Unreadable],
    cache: Option<&mut DecodeCache>,
) -> (Settings, Records, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut settings = Settings::default();
    let no_text: BTreeSet<&str> = unreadable.iter().map(|file| file.path.as_str()).collect();
    let configuration = files.find("collatio.toml").filter(|_| !no_text.contains("collatio.toml"));
    if let Some(id) = configuration {
        match isolated(Span::head(id), "reading `collatio.toml`", || settings::settings(id, files.get(id))) {
            Ok((read, faults)) => {
                settings = read;
                diagnostics.extend(faults);
            }
            Err(fault) => diagnostics.push(fault),
        }
    }
    let (records, found) = records(files, &no_text, &settings, None, cache);
    diagnostics.extend(found);
    let read = files.iter().filter(|(_, file)| is_record(file, &settings) && !no_text.contains(&*file.path));
    diagnostics.extend(same_file::same_files(read));
    same_file::misnamed_copies(files, &mut diagnostics);
    (settings, records, diagnostics)
}

/// Reads the records in a further language of the site: those of the first language with their translated text put in
/// place. Only faults of the translations are reported.
pub fn read_in(
    language: &str,
    files: &Files,
    unreadable: &[Unreadable],
    settings: &Settings,
) -> (Overlay, Records, Diagnostics) {
    let no_text: BTreeSet<&str> = unreadable.iter().map(|file| file.path.as_str()).collect();
    let (laid, mut diagnostics) = translation::overlay(files, &no_text, settings, language);
    let (records, found) = records(&laid.files, &no_text, settings, Some((language, &laid.rendering)), None);
    diagnostics.extend(laid.written(found));
    (laid, records, diagnostics)
}

/// Replaces the untranslated name of a record by the name that it has in `language` itself: a country's name, a law's
/// official title, a term. A country without one gets its CLDR name.
fn own_words(record: &mut AnyRecord, language: &str) {
    let of = |list: &[LocalizedText]| {
        list.iter()
            .find(|localized_text| localized_text.language == language)
            .map(|localized_text| localized_text.text.clone())
    };
    let (own, words) = match record {
        AnyRecord::Country(country) => {
            let common = || country_name(country.iso.as_deref()?, language);
            (of(&country.names).or_else(common), &mut country.name)
        }
        AnyRecord::Law(law) => (law.official_title.as_ref().and_then(|t| of(std::slice::from_ref(t))), &mut law.title),
        AnyRecord::Term(term) => (of(&term.originals), &mut term.term),
        _ => return,
    };
    // A translation takes precedence.
    if let Some(own) = own.filter(|_| words.untranslated().is_some()) {
        *words = own.into();
    }
}

/// Whether a file holds records, and is not a translation of such a file.
fn is_record(file: &File, settings: &Settings) -> bool {
    file.path.strip_prefix("content/").is_some_and(|below| {
        let tag = place::translation(below).map(|(_, tag)| tag);
        tag.is_none_or(|tag| !settings.further().any(|language| language == tag))
    })
}

/// The records of all files of content that are not translations. `further` is a further language and its translations;
/// records then get their own names in it.
fn records(
    files: &Files,
    no_text: &BTreeSet<&str>,
    settings: &Settings,
    further: Option<(&str, &Rendering)>,
    cache: Option<&mut DecodeCache>,
) -> (Records, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let list: Vec<(FileId, &File)> = files.iter().filter(|(_, file)| is_record(file, settings)).collect();
    let decode = |id: FileId, file: &File| {
        let rendering = further.map(|(_, rendering)| rendering);
        in_isolation(id, file, |id, file| of_file(id, file, &settings.language, rendering))
    };
    let decoded = cache.map(|cache| {
        if cache.language != settings.language {
            *cache = DecodeCache { language: settings.language.clone(), ..DecodeCache::default() };
        }
        let readable = list.iter().filter(|(_, file)| !no_text.contains(&*file.path));
        cache.decoded.renew(&readable.copied().collect::<Vec<_>>(), decode);
        &cache.decoded
    });
    let mut records = Records::default();
    for stretch in list.chunks(STRETCH) {
        let read: Vec<Decoded> = stretch
            .par_iter()
            .map(|(id, file)| match decoded.and_then(|decoded| decoded.get(*id)) {
                Some(known) => known.clone(),
                None if no_text.contains(&*file.path) => (unread(*id, file), Vec::new()),
                None => decode(*id, file),
            })
            .collect();
        for (of_file, faults) in read {
            for mut record in of_file {
                if let Some((language, _)) = further {
                    own_words(&mut record, language);
                }
                records.add(record);
            }
            diagnostics.extend(faults);
        }
    }
    (records, diagnostics)
}

/// The diagnostics for files that `disk` could not read as text.
pub fn unreadable(files: &Files, list: &[Unreadable]) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for file in list {
        let head = Span::head(files.find(&file.path).unwrap_or(FileId(0)));
        let path = &file.path;
        diagnostics.push(match &file.why {
            Why::Encoding { offset, looks_like } => NOT_UTF8
                .at(head, format!("`{path}` is not UTF-8 from byte {offset} on; it looks like {looks_like}"))
                .help("save it again as UTF-8"),
            Why::TooLarge(bytes) => TOO_LARGE
                .at(head, format!("`{path}` has more than {bytes} bytes"))
                .help("divide it, make it smaller, or take it out"),
            Why::SymbolicLink => {
                SYMBOLIC_LINK.at(head, format!("`{path}` is a symbolic link")).help("put the file itself there")
            }
            Why::NotContent(what) => {
                let help = match path.ends_with(".svg") {
                    true => "save it as PNG, or keep it outside `content/`",
                    false => "keep it outside `content/`",
                };
                NOT_CONTENT.at(head, format!("`{path}` is {what}")).help(help)
            }
            Why::Address(why) => fault::BAD_FILE_NAME
                .at(head, format!("`{path}` cannot be published under this name: {why}"))
                .help("rename it, or the folders that it lies in"),
            Why::Name => fault::BAD_FILE_NAME
                .at(head, format!("`{path}` cannot be the name of a record"))
                .help("rename it: lower-case ASCII letters, digits and single `-`"),
        });
    }
    diagnostics
}

/// A placeholder for the record that a path names, for a file that could not be read, so that references to it are not
/// reported as unknown.
fn unread(id: FileId, file: &File) -> Vec<AnyRecord> {
    let below = file.path.strip_prefix("content/").unwrap_or(&file.path);
    let record = place::place(below, Span::head(id)).ok().and_then(|place| place.record());
    record.into_iter().map(|(kind, id)| AnyRecord::Unread { kind, id: Arc::from(id) }).collect()
}

/// Reads a file so that a panic affects this file only: it then counts as unreadable, and the panic is reported as a
/// fault in it.
fn in_isolation(
    id: FileId,
    file: &File,
    read: impl FnOnce(FileId, &File) -> (Vec<AnyRecord>, Vec<Diagnostic>),
) -> (Vec<AnyRecord>, Vec<Diagnostic>) {
    let doing = format!("reading `{}`", file.path);
    isolated(Span::head(id), &doing, || read(id, file)).unwrap_or_else(|fault| (unread(id, file), vec![fault]))
}

fn of_file(
    id: FileId,
    file: &File,
    language: &str,
    rendering: Option<&Rendering>,
) -> (Vec<AnyRecord>, Vec<Diagnostic>) {
    let below = file.path.strip_prefix("content/").unwrap_or(&file.path);
    let place = match place::place(below, Span::head(id)) {
        Ok(place) => place,
        Err(fault) => return (Vec::new(), vec![where_it_belongs(fault, id, file, language)]),
    };
    let mut faults = Vec::new();
    let mut records = Vec::new();
    match ContentFile::open(id, &file.text, language) {
        Ok((content_file, end)) => {
            records = of_content_file(&place, &content_file.rendered(rendering), end, &mut faults)
        }
        Err(fault) => faults.push(fault),
    }
    if records.is_empty()
        && let Some((kind, id)) = place.record()
    {
        records.push(AnyRecord::Unread { kind, id: Arc::from(id) });
    }
    (records, faults)
}

fn of_content_file(
    place: &Place<'_>,
    content_file: &ContentFile<'_>,
    end: usize,
    faults: &mut Vec<Diagnostic>,
) -> Vec<AnyRecord> {
    let toml = content_file.table(end);
    let mended = toml.is_torn.then(|| slip::mended(content_file.toml(end))).filter(|mended| !mended.slips.is_empty());
    match mended {
        Some(mended) => {
            let content_file = content_file.with(&mended);
            of_toml(place, &content_file, content_file.table(end), faults)
        }
        None => of_toml(place, content_file, toml, faults),
    }
}

fn of_toml(
    place: &Place<'_>,
    content_file: &ContentFile<'_>,
    toml: Toml<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<AnyRecord> {
    let Toml { table, faults: torn, is_torn } = toml;
    faults.extend(torn);
    let noun = noun::form_noun(place.kind);
    let common = if place.kind.body.is_some() { COMMON } else { FILE_COMMON };
    let expected = Expected { noun: &noun, fields: place.kind.fields, common, path: String::new(), outer: None };
    Checking { content_file, out: faults, torn: is_torn }.table(&table, content_file.fence, &expected, None);
    body(place.kind, content_file, faults);
    decode(place, content_file, &table, faults)
}

fn body(kind: &FileKind, content_file: &ContentFile<'_>, faults: &mut Vec<Diagnostic>) {
    let body = content_file.body();
    if kind.body.is_some() {
        faults.extend(body.faults());
    } else if !body.is_empty() {
        let text = body.text();
        let start = body.span().range().start + (text.len() - text.trim_start().len());
        let line = text.trim_start().lines().next().unwrap_or_default().trim_end();
        let at = Span::new(content_file.id, start, start + line.len());
        let message = format!("{} holds entries and no prose", noun::form_noun(kind));
        faults.push(UNEXPECTED_BODY.at(at, message).help("write it as the `note` of an entry, or in the profile"));
    }
}

fn decode(
    place: &Place<'_>,
    content_file: &ContentFile<'_>,
    table: &DeTable<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<AnyRecord> {
    let fields = Fields::of_file(content_file, table);
    let mut records = match place.kind.decode {
        Decode::Record(decode) => return decode(place, &fields, faults).into_iter().collect(),
        Decode::Entries(decode) => decode(place, &fields, faults),
    };
    if fields.flag("draft") == Some(true) {
        records.iter_mut().filter_map(AnyRecord::head_mut).for_each(|head| head.draft = true);
    }
    records
}

/// Adds a help to the fault of a misplaced file: where it probably belongs.
fn where_it_belongs(fault: Diagnostic, id: FileId, file: &File, language: &str) -> Diagnostic {
    if fault.fault.code != place::MISPLACED.code || !fault.help.is_empty() {
        return fault;
    }
    let below = file.path.strip_prefix("content/").unwrap_or(&file.path);
    let table = ContentFile::open(id, &file.text, language).map(|(content_file, end)| content_file.table(end).table);
    let fields: Vec<&str> =
        table.as_ref().map_or(Vec::new(), |table| table.keys().map(|key| key.get_ref().as_ref()).collect());
    place::belongs(fault, below, &fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accident_in_one_file_costs_only_that_file() {
        let file = |path: &str| File::new(path, "+++\ntitle = \"Words\"\n+++\n");
        let (records, found) =
            in_isolation(FileId(1), &file("content/topics/one.md"), |_, _| unreachable!("a character was cut"));
        assert!(matches!(&records[..], [AnyRecord::Unread { id, .. }] if &**id == "one"), "others may refer to it");
        let [found] = &found[..] else { panic!("there is one fault: {found:?}") };
        assert_eq!((found.fault.code, found.span), ("accident", Span::head(FileId(1))));
        assert!(found.message.contains("content/topics/one.md") && found.message.contains("a character was cut"));
        let (records, found) =
            in_isolation(FileId(0), &file("content/topics/two.md"), |id, file| of_file(id, file, "en", None));
        assert!(matches!(&records[..], [AnyRecord::Topic(_)]) && found.is_empty(), "{found:?}");
    }
}
