//! Typed access to the fields of one TOML table.
//!
//! What comes in is a table that was validated against its form; what goes out are values with their spans. A value of
//! the wrong type counts as absent, and so does the token of a form: validation has reported it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::{Date, LocalizedText};
use crate::text::{At, Extract, Prose, Span, TaggedText, is_blank, is_token, is_web_address};

use super::content_file::ContentFile;
use super::value::{integer, is_id};

/// The fields of a record or of an entry `[[…]]`.
#[derive(Clone, Copy)]
pub(super) struct Fields<'s, 'a> {
    pub(super) file: &'s ContentFile<'a>,
    table: &'s DeTable<'a>,
    /// Where faults of the whole are reported: the first fence of the file, or the header of the entry.
    pub(super) at: Span,
    defaults: Option<&'s DeTable<'a>>,
}

impl<'s, 'a> Fields<'s, 'a> {
    /// The front matter of a file.
    pub(super) fn of_file(file: &'s ContentFile<'a>, table: &'s DeTable<'a>) -> Fields<'s, 'a> {
        Fields { file, table, at: file.fence, defaults: None }
    }

    fn get(&self, name: &str) -> Option<&'s Spanned<DeValue<'a>>> {
        self.table.get(name).or_else(|| self.defaults?.get(name))
    }

    /// Whether the table itself has the field; defaults do not count.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// The span of the value, or of the table where the field is absent.
    pub(super) fn place(&self, name: &str) -> Span {
        self.get(name).map_or(self.at, |value| self.file.at(value))
    }

    /// The span of the value that the table itself has.
    pub(super) fn own_place(&self, name: &str) -> Option<Span> {
        self.table.get(name).map(|value| self.file.at(value))
    }

    pub(super) fn words_at(&self, name: &str) -> Option<At<String>> {
        let value = self.get(name)?;
        let text = text_of(value)?;
        Some(At::new(text.to_owned(), self.file.at(value)))
    }

    pub(super) fn words(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text_of).map(str::to_owned)
    }

    /// Text in the language of the site, which a translation may replace.
    pub(super) fn text(&self, name: &str) -> Option<TaggedText> {
        self.tagged(self.get(name)?)
    }

    /// A list of such texts.
    pub(super) fn text_list(&self, name: &str) -> Vec<TaggedText> {
        self.items(name).filter_map(|value| self.tagged(value)).collect()
    }

    fn tagged(&self, value: &Spanned<DeValue<'_>>) -> Option<TaggedText> {
        let origin = self.file.rendering.and_then(|rendering| rendering.origin(self.file.at(value)));
        Some(TaggedText::new(text_of(value)?, origin))
    }

    /// A keyword, still to be parsed; empty where the field is absent.
    pub(super) fn word(&self, name: &str) -> &'s str {
        self.get(name).and_then(text_of).unwrap_or_default()
    }

    pub(super) fn id<T>(&self, name: &str, new: impl Fn(String) -> T) -> Option<At<T>> {
        self.words_at(name).filter(|at| is_id(&at.value)).map(|at| at.map(new))
    }

    pub(super) fn url(&self, name: &str) -> Option<At<String>> {
        self.words_at(name).filter(|at| is_web_address(&at.value))
    }

    pub(super) fn ids<T>(&self, name: &str, new: impl Fn(String) -> T) -> Vec<At<T>> {
        self.texts(name).into_iter().filter(|at| is_id(&at.value)).map(|at| at.map(&new)).collect()
    }

    /// The ids of a field that holds one id or a list of ids.
    pub(super) fn id_or_ids<T>(&self, name: &str, new: impl Fn(String) -> T) -> Vec<At<T>> {
        let one = self.id(name, &new);
        one.into_iter().chain(self.ids(name, &new)).collect()
    }

    pub(super) fn texts(&self, name: &str) -> Vec<At<String>> {
        let items = self.items(name).filter_map(|value| Some(At::new(text_of(value)?.to_owned(), self.file.at(value))));
        items.collect()
    }

    pub(super) fn list(&self, name: &str) -> Vec<String> {
        self.items(name).filter_map(text_of).map(str::to_owned).collect()
    }

    fn items(&self, name: &str) -> impl Iterator<Item = &'s Spanned<DeValue<'a>>> {
        self.get(name).and_then(|value| value.get_ref().as_array()).into_iter().flat_map(|list| list.iter())
    }

    pub(super) fn date_at(&self, name: &str) -> Option<At<Date>> {
        let text = self.words_at(name)?;
        let date = Date::parse(&text.value).ok()?;
        Some(At::new(date, text.span))
    }

    pub(super) fn date(&self, name: &str) -> Option<Date> {
        Date::parse(self.get(name).and_then(text_of)?).ok()
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name)?.get_ref().as_bool()
    }

    /// A whole number from 0 to a million.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        integer(self.get(name)?.get_ref()).filter(|n| (0..=1_000_000).contains(n))
    }

    pub(super) fn prose(&self, name: &str) -> Option<Prose> {
        let value = self.get(name)?;
        text_of(value)?;
        self.file.prose(value)
    }

    /// Text quoted from a source, which may be long: it shares the text of the file where possible.
    pub(super) fn extract(&self, name: &str) -> Option<Extract> {
        let value = self.get(name)?;
        text_of(value)?;
        self.file.extract(value)
    }

    pub(super) fn localized_text(&self, name: &str) -> Option<LocalizedText> {
        localized_text_of(self.get(name)?)
    }

    pub(super) fn localized_texts(&self, name: &str) -> Vec<LocalizedText> {
        self.items(name).filter_map(localized_text_of).collect()
    }

    pub(super) fn table(&self, name: &str) -> Option<Fields<'s, 'a>> {
        let value = self.get(name)?;
        let table = value.get_ref().as_table()?;
        Some(Fields { file: self.file, table, at: self.file.at(value), defaults: None })
    }

    /// The tables of `[[name]]`.
    pub(super) fn entries(&self, name: &str) -> Vec<Fields<'s, 'a>> {
        let file = self.file;
        self.items(name)
            .filter_map(|value| {
                let table = value.get_ref().as_table()?;
                Some(Fields { file, table, at: file.at(value), defaults: None })
            })
            .collect()
    }

    /// The same fields; absent ones are looked up in `defaults`.
    pub(super) fn or(self, defaults: Option<Fields<'s, 'a>>) -> Fields<'s, 'a> {
        Fields { defaults: defaults.map(|fields| fields.table), ..self }
    }

    /// A table with keys chosen by the author, in the order of the file.
    pub(super) fn map(&self, name: &str) -> Vec<(String, Prose)> {
        let Some(table) = self.get(name).and_then(|value| value.get_ref().as_table()) else { return Vec::new() };
        let mut list: Vec<_> = table.iter().collect();
        list.sort_by_key(|(key, _)| key.span().start);
        list.into_iter().filter_map(|(key, value)| Some((key.get_ref().to_string(), self.file.prose(value)?))).collect()
    }
}

fn text_of<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    value.get_ref().as_str().map(str::trim).filter(|text| !is_blank(text) && !is_token(text))
}

fn localized_text_of(value: &Spanned<DeValue<'_>>) -> Option<LocalizedText> {
    let table = value.get_ref().as_table()?;
    let text = text_of(table.get("text")?)?.to_owned();
    let language = text_of(table.get("language")?)?.to_owned();
    Some(LocalizedText { text, language })
}
