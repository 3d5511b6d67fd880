//! Translations: the text fields of `name.ru.md` replace those of `name.md` before the file is decoded.
//!
//! What comes in are the files; what goes out are the same files with text of one language in place of the first, and a
//! map from each replaced range back to the translation. Only text can be translated: dates, ids, sources and answers
//! are those of the first language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::{Rendering, Settings};
use crate::text::{Diagnostic, Diagnostics, Fault, File, FileId, Files, Level, Note, Span, nearest};

use super::content_file::{ContentFile, Toml};
use super::fault::UNKNOWN_WORD;
use super::form::{Field, FieldType, Place, optional, required};
use super::place;
use super::validation::{MISSING_FIELD, UNKNOWN_FIELD};

pub static NOTHING_TO_TRANSLATE: Fault = Fault {
    code: "nothing-to-translate",
    level: Level::Error,
    summary: "a translation of something that the first language does not have",
    explanation: "`name.ru.md` gives the words of the record `name.md` in Russian: the record, each entry and each field \
must be there in the first language. An entry of a list is found by the fields that both give and that are not words: its \
`id`, its `question`, its `source`.",
};

pub static NOT_TRANSLATABLE: Fault = Fault {
    code: "not-translatable",
    level: Level::Error,
    summary: "a translation gives a field that is the same in every language",
    explanation: "Dates, ids, answers, sources and places are those of the first language; two files that could \
disagree about them would be two records. Leave the field out.",
};

pub static STALE_TRANSLATION: Fault = Fault {
    code: "stale-translation",
    level: Level::Warning,
    summary: "what was translated has changed since",
    explanation: "\
`of` in a translation is a checksum of the words of the first language that it translates: of these alone, so that a new
date or source changes nothing. Where it no longer agrees, readers of the translation may read what the first language does
not say any more, and its page tells them so. Compare the two, then write the new checksum, which the message names.",
};

/// The fields that a translation has in addition to those that it translates.
const TRANSLATION_FILE: &[Field] = &[
    required(
        "translated",
        FieldType::OneOf(&["human", "machine"]),
        "Who translated it; a machine's words are labelled.",
        "\"human\"",
    ),
    optional(
        "of",
        FieldType::Words,
        "What was translated: a checksum of the words of the first language. Where it no longer agrees, a warning names the \
         right one.",
        "\"3f29a1c0\"",
    ),
];

/// The files of a site in a further language.
#[derive(Debug)]
pub struct Overlay {
    /// All files with the same numbers as in the first language, with translated text in place of the original.
    pub files: Files,
    /// Which parts of them are translated.
    pub rendering: Rendering,
    translated_ranges: BTreeMap<FileId, Vec<TranslatedRange>>,
}

/// A range of an overlaid file that was copied from a translation.
#[derive(Debug)]
struct TranslatedRange {
    /// Bytes of the overlaid file.
    at: Range<usize>,
    /// The translation from which it was copied.
    file: FileId,
    /// Offset in bytes at which it begins in the translation.
    start: usize,
}

impl Overlay {
    /// Moves diagnostics of the overlaid files to the translations in which the text was written. Those outside
    /// translated text are dropped, because they were reported for the first language.
    pub fn written(&self, found: Diagnostics) -> Diagnostics {
        let mut out = Diagnostics::new();
        out.extend(found.into_iter().filter_map(|diagnostic| {
            let span = self.back(diagnostic.span)?;
            let notes = diagnostic.notes.into_iter();
            let notes = notes.map(|note| Note { span: note.span.and_then(|span| self.back(span)), ..note }).collect();
            Some(Diagnostic { span, notes, ..diagnostic })
        }));
        out
    }

    fn back(&self, span: Span) -> Option<Span> {
        let range = span.range();
        let translated_ranges = self.translated_ranges.get(&span.file)?;
        let place = |at: usize| {
            let translated =
                translated_ranges.iter().find(|translated| translated.at.start <= at && at <= translated.at.end)?;
            Some((translated.file, translated.start + at - translated.at.start))
        };
        let ((file, start), (_, end)) = (place(range.start)?, place(range.end)?);
        (start <= end).then(|| Span::new(file, start, end))
    }
}

/// Puts the text of `language` in place of that of the first language, in all files.
pub(super) fn overlay(
    files: &Files,
    no_text: &BTreeSet<&str>,
    settings: &Settings,
    language: &str,
) -> (Overlay, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut rendering = Rendering::of(&settings.language);
    let mut translations: BTreeMap<String, FileId> = BTreeMap::new();
    let readable = || files.iter().filter(|(_, file)| !no_text.contains(&*file.path));
    for (id, file) in readable() {
        let Some((record, tag)) = file.path.strip_prefix("content/").and_then(place::translation) else { continue };
        if tag != language {
            continue;
        }
        let path = format!("content/{record}.md");
        if files.find(&path).is_none() {
            let message = format!("there is no record `{record}.md` that this could translate");
            let fault = NOTHING_TO_TRANSLATE.at(Span::head(id), message);
            found.push(fault.help("write the record in the first language, or rename this file"));
        }
        translations.insert(path, id);
    }
    let mut translated_ranges = BTreeMap::new();
    let mut list = Vec::with_capacity(files.len());
    for (id, file) in files.iter() {
        let place = file.path.strip_prefix("content/").and_then(|below| place::place(below, Span::head(id)).ok());
        let Some(place) = place.filter(|_| !no_text.contains(&*file.path)) else {
            list.push(file.text.clone());
            continue;
        };
        let translation = translations.get(&*file.path).map(|id| (*id, files.get(*id)));
        let mut overlay_file = OverlayFile { faults: Vec::new(), pieces: Vec::new(), machine: false, stale: false };
        overlay_file.record(&place, (id, file), translation, &settings.language);
        found.extend(std::mem::take(&mut overlay_file.faults));
        if overlay_file.machine {
            rendering.machine.insert(id);
        }
        if overlay_file.stale {
            rendering.stale.insert(id);
        }
        let (text, own) = overlay_file.laid(&file.text, translation);
        if !own.is_empty() {
            let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let ranges = own.iter().map(|translated| short(translated.at.start)..short(translated.at.end)).collect();
            rendering.translated.insert(id, ranges);
            translated_ranges.insert(id, own);
        }
        list.push(text);
    }
    (Overlay { files: files.with_texts(list), rendering, translated_ranges }, found)
}

/// The state of one file while its translation is applied.
struct OverlayFile {
    faults: Vec<Diagnostic>,
    /// Byte ranges of the first language's file, each with the range of the translation that replaces it.
    pieces: Vec<(Range<usize>, Range<usize>)>,
    machine: bool,
    /// Whether the original has changed since it was translated.
    stale: bool,
}

/// One of the two files, and the table in it that is being compared.
#[derive(Clone, Copy)]
struct Side<'s> {
    content_file: &'s ContentFile<'s>,
    table: &'s DeTable<'s>,
}

impl<'s> Side<'s> {
    fn inner(self, table: &'s DeTable<'s>) -> Side<'s> {
        Side { table, ..self }
    }

    fn raw(&self, value: &Spanned<DeValue<'_>>) -> &'s str {
        &self.content_file.text[self.content_file.at(value).range()]
    }
}

impl OverlayFile {
    fn record(
        &mut self,
        place: &Place<'_>,
        (id, file): (FileId, &File),
        translation: Option<(FileId, &File)>,
        language: &str,
    ) {
        let Ok((first, end)) = ContentFile::open(id, &file.text, language) else { return };
        let Toml { table, is_torn, .. } = first.table(end);
        if is_torn {
            return;
        }
        let first_side = Side { content_file: &first, table: &table };
        let Some((id, file)) = translation else { return self.table(place.kind.fields, first_side, None, &[]) };
        let (content_file, end) = match ContentFile::open(id, &file.text, language) {
            Ok(opened) => opened,
            Err(fault) => return self.faults.push(fault),
        };
        let Toml { table, faults, is_torn } = content_file.table(end);
        self.faults.extend(faults);
        let side = Side { content_file: &content_file, table: &table };
        self.about(side);
        self.table(place.kind.fields, first_side, (!is_torn).then_some(side), TRANSLATION_FILE);
        self.body(place, &first, &content_file);
        self.age(&first, side);
    }

    /// Reads `translated`, which says whether a human or a machine translated the file.
    fn about(&mut self, side: Side<'_>) {
        let Some(value) = side.table.get("translated") else {
            let fault = MISSING_FIELD.at(side.content_file.fence, "a translation needs the field `translated`");
            return self.faults.push(fault.help("add `translated = \"human\"`, or `\"machine\"`"));
        };
        match value.get_ref().as_str() {
            Some("machine") => self.machine = true,
            Some("human") => {}
            _ => {
                let message = format!("`translated` cannot be `{}`", side.raw(value).trim_matches('"'));
                let fault = UNKNOWN_WORD.at(side.content_file.at(value), message);
                self.faults.push(fault.help("it is one of `human`, `machine`"));
            }
        }
    }

    /// Compares the checksum in `of` with that of the original text, to find out whether the translation is outdated.
    fn age(&mut self, first: &ContentFile<'_>, side: Side<'_>) {
        let Some(value) = side.table.get("of") else { return };
        let mut translated: Vec<&Range<usize>> = self.pieces.iter().map(|(at, _)| at).collect();
        translated.sort_by_key(|at| (at.start, at.end));
        let mut sum = Sha256::new();
        for at in translated {
            sum.update(&first.text[at.clone()]);
        }
        let sum: String = sum.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        if value.get_ref().as_str() != Some(&*sum) {
            self.stale = true;
            let message = format!("the words that this translates have the checksum {sum}");
            let help = format!("compare the two, then write `of = \"{sum}\"`");
            self.faults.push(STALE_TRANSLATION.at(side.content_file.at(value), message).help(help));
        }
    }

    fn body(&mut self, place: &Place<'_>, first: &ContentFile<'_>, content_file: &ContentFile<'_>) {
        let (body, translated) = (first.body(), content_file.body());
        if translated.is_empty() {
            return;
        }
        let at = translated.span();
        if body.is_empty() {
            let what = super::noun::form_noun(place.kind);
            let message = format!("the first language has no prose here that this could translate ({what})");
            let start = at.range().start + translated.text().len() - translated.text().trim_start().len();
            let line = translated.text().trim_start().lines().next().unwrap_or_default().trim_end().len();
            let fault = NOTHING_TO_TRANSLATE.at(Span::new(at.file, start, start + line), message);
            return self.faults.push(fault.help("write it in the first language too"));
        }
        self.pieces.push((body.span().range(), at.range()));
    }

    /// Applies the fields of the table `over` to the table `first`. The translation may also have the fields `extra`.
    fn table(&mut self, fields: &[Field], first: Side<'_>, over: Option<Side<'_>>, extra: &[Field]) {
        for field in fields {
            let given = over.and_then(|over| Some((over, over.table.get(field.name)?)));
            let there = first.table.get(field.name);
            match (field.holds, there) {
                (FieldType::Table(inner), Some(value)) => {
                    let Some(table) = value.get_ref().as_table() else { continue };
                    let over = given.and_then(|(over, value)| Some(over.inner(value.get_ref().as_table()?)));
                    self.table(inner, first.inner(table), over, &[]);
                }
                (FieldType::Entries(inner), Some(value)) => self.entries(field, inner, first, value, given),
                (_, Some(value)) if field.translatable => self.words(field, first, value, given),
                (FieldType::Table(_) | FieldType::Entries(_), None) => self.nothing(field, given),
                (_, None) if field.translatable => self.nothing(field, given),
                _ => {}
            }
        }
        let Some(over) = over else { return };
        for (key, value) in over.table.iter() {
            let name: &str = key.get_ref();
            let known = fields.iter().find(|field| field.name == name);
            if known.is_none() && !extra.iter().any(|field| field.name == name) {
                let at = over.content_file.at(key);
                let fault = UNKNOWN_FIELD.at(at, format!("a translation has no field `{name}`"));
                let near = nearest(name, fields.iter().filter(|f| f.translatable).map(|f| f.name));
                self.faults.push(fault.suggest(near));
            }
            let is_words = |field: &Field| {
                field.translatable || matches!(field.holds, FieldType::Table(_) | FieldType::Entries(_))
            };
            if let Some(field) = known.filter(|field| !is_words(field))
                && first.table.get(name).is_none_or(|there| first.raw(there) != over.raw(value))
            {
                let at = over.content_file.at(value);
                let fault = NOT_TRANSLATABLE.at(at, format!("`{}` is the same in every language", field.name));
                self.faults.push(fault.help("leave it out"));
            }
        }
    }

    fn nothing(&mut self, field: &Field, given: Option<(Side<'_>, &Spanned<DeValue<'_>>)>) {
        if let Some((over, value)) = given {
            let message = format!("the first language has no `{}` here that this could translate", field.name);
            let fault = NOTHING_TO_TRANSLATE.at(over.content_file.at(value), message);
            self.faults.push(fault.help("write it in the first language too"));
        }
    }

    fn words(
        &mut self,
        field: &Field,
        first: Side<'_>,
        there: &Spanned<DeValue<'_>>,
        given: Option<(Side<'_>, &Spanned<DeValue<'_>>)>,
    ) {
        if let (DeValue::Table(there), Some(table)) =
            (there.get_ref(), given.map_or(Some(None), |(_, value)| value.get_ref().as_table().map(Some)))
        {
            // The author chose the keys of this table, so each value is replaced separately.
            for (key, value) in there.iter() {
                let one = given.and_then(|(over, _)| Some((over, table?.get(&**key.get_ref())?)));
                if let Some((over, translated)) = one {
                    self.replace((first, value), (over, translated));
                }
            }
            for (key, value) in table.into_iter().flat_map(|table| table.iter()) {
                if there.get(&**key.get_ref()).is_none() {
                    self.nothing(field, given.map(|(over, _)| (over, value)));
                }
            }
            return;
        }
        if let Some((over, translated)) = given {
            self.replace((first, there), (over, translated));
        }
    }

    /// Notes that a value of the translation replaces one of the first language.
    fn replace(
        &mut self,
        (first, there): (Side<'_>, &Spanned<DeValue<'_>>),
        (over, translated): (Side<'_>, &Spanned<DeValue<'_>>),
    ) {
        self.pieces.push((first.content_file.at(there).range(), over.content_file.at(translated).range()));
    }

    fn entries(
        &mut self,
        field: &Field,
        inner: &[Field],
        first: Side<'_>,
        there: &Spanned<DeValue<'_>>,
        given: Option<(Side<'_>, &Spanned<DeValue<'_>>)>,
    ) {
        let Some(list) = there.get_ref().as_array() else { return };
        let mut matched: Vec<Option<usize>> = vec![None; list.len()];
        let translated = given.and_then(|(over, value)| Some((over, value.get_ref().as_array()?)));
        for (number, item) in translated.iter().flat_map(|(_, list)| list.iter().enumerate()) {
            let Some((over, _)) = translated else { continue };
            let Some(table) = item.get_ref().as_table() else { continue };
            let same = |entry: &Spanned<DeValue<'_>>| {
                entry.get_ref().as_table().is_some_and(|entry| {
                    let names = inner.iter().filter(|f| !f.translatable && !matches!(f.holds, FieldType::Entries(_)));
                    names
                        .filter_map(|f| Some((f, table.get(f.name)?)))
                        .all(|(f, value)| entry.get(f.name).is_some_and(|own| first.raw(own) == over.raw(value)))
                })
            };
            let fitting: Vec<usize> = (0..list.len()).filter(|at| same(&list[*at])).collect();
            let fault = |message: String| NOTHING_TO_TRANSLATE.at(over.content_file.at(item), message);
            match fitting[..] {
                [one] if matched[one].is_none() => matched[one] = Some(number),
                [_] => self.faults.push(fault(format!("this `{}` is translated twice", field.name))),
                [] => {
                    self.faults.push(fault(format!("the first language has no such `{}`", field.name)).help(
                        "an entry is found by the fields that are not words: give them as the first language does",
                    ))
                }
                _ => self.faults.push(
                    fault(format!("this could be any of {} entries `{}`", fitting.len(), field.name))
                        .help("give a field by which it can be told from the others"),
                ),
            }
        }
        for (entry, number) in list.iter().zip(matched) {
            let Some(entry) = entry.get_ref().as_table() else { continue };
            let over = translated
                .zip(number)
                .and_then(|((over, list), number)| Some(over.inner(list.get(number)?.get_ref().as_table()?)));
            self.table(inner, first.inner(entry), over, &[]);
        }
    }

    /// The text with all replacements applied, and the ranges that come from the translation.
    fn laid(mut self, text: &Arc<str>, translation: Option<(FileId, &File)>) -> (Arc<str>, Vec<TranslatedRange>) {
        if self.pieces.is_empty() {
            return (text.clone(), Vec::new());
        }
        self.pieces.sort_by_key(|(at, _)| (at.start, at.end));
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        let mut translated_ranges = Vec::new();
        let mut from = 0;
        for (at, piece) in self.pieces {
            out.push_str(&text[from..at.start]);
            from = at.end;
            if let Some((id, file)) = translation {
                let start = out.len();
                out.push_str(&file.text[piece.clone()]);
                translated_ranges.push(TranslatedRange { at: start..out.len(), file: id, start: piece.start });
            }
        }
        out.push_str(&text[from..]);
        (out.into(), translated_ranges)
    }
}
