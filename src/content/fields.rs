//! The values of one table, read by name.
//!
//! What comes in is a table that was compared with the form; what goes out are values that know their place. A value of
//! the wrong type is as if it were not there: its fault is told already.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::{Date, LocalizedText};
use crate::text::{At, Extract, Prose, Span};

use super::content_file::ContentFile;
use super::value::{integer, is_address, is_identity};

/// One table: a record or an entry.
#[derive(Clone, Copy)]
pub(super) struct Fields<'s, 'a> {
    /// The file.
    pub(super) file: &'s ContentFile<'a>,
    table: &'s DeTable<'a>,
    /// Where it stands: the first fence, or the header of the entry.
    pub(super) at: Span,
    defaults: Option<&'s DeTable<'a>>,
}

impl<'s, 'a> Fields<'s, 'a> {
    /// The table of a whole file.
    pub(super) fn of_file(file: &'s ContentFile<'a>, table: &'s DeTable<'a>) -> Fields<'s, 'a> {
        Fields { file, table, at: file.fence, defaults: None }
    }

    fn get(&self, name: &str) -> Option<&'s Spanned<DeValue<'a>>> {
        self.table.get(name).or_else(|| self.defaults?.get(name))
    }

    /// Whether the author wrote the field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// Where the field's value stands.
    pub(super) fn place(&self, name: &str) -> Span {
        self.get(name).map_or(self.at, |value| self.file.at(value))
    }

    /// Words that are not empty.
    pub(super) fn words_at(&self, name: &str) -> Option<At<String>> {
        let value = self.get(name)?;
        let text = text_of(value)?;
        Some(At::new(text.to_owned(), self.file.at(value)))
    }

    /// Words that are not empty.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text_of).map(str::to_owned)
    }

    /// A word, to be matched.
    pub(super) fn word(&self, name: &str) -> &'s str {
        self.get(name).and_then(text_of).unwrap_or_default()
    }

    /// An identity.
    pub(super) fn id<T>(&self, name: &str, new: impl Fn(String) -> T) -> Option<At<T>> {
        self.words_at(name).filter(|at| is_identity(&at.value)).map(|at| at.map(new))
    }

    /// A web address.
    pub(super) fn url(&self, name: &str) -> Option<At<String>> {
        self.words_at(name).filter(|at| is_address(&at.value))
    }

    /// A list of identities.
    pub(super) fn ids<T>(&self, name: &str, new: impl Fn(String) -> T) -> Vec<At<T>> {
        self.texts(name).into_iter().filter(|at| is_identity(&at.value)).map(|at| at.map(&new)).collect()
    }

    /// A list of words.
    pub(super) fn texts(&self, name: &str) -> Vec<At<String>> {
        let items = self.items(name).filter_map(|value| Some(At::new(text_of(value)?.to_owned(), self.file.at(value))));
        items.collect()
    }

    /// A list of words.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        self.items(name).filter_map(text_of).map(str::to_owned).collect()
    }

    fn items(&self, name: &str) -> impl Iterator<Item = &'s Spanned<DeValue<'a>>> {
        self.get(name).and_then(|value| value.get_ref().as_array()).into_iter().flat_map(|list| list.iter())
    }

    /// A date.
    pub(super) fn date_at(&self, name: &str) -> Option<At<Date>> {
        let text = self.words_at(name)?;
        let date = Date::parse(&text.value).ok()?;
        Some(At::new(date, text.span))
    }

    /// A date.
    pub(super) fn date(&self, name: &str) -> Option<Date> {
        Date::parse(self.get(name).and_then(text_of)?).ok()
    }

    /// A flag.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name)?.get_ref().as_bool()
    }

    /// A number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        integer(self.get(name)?.get_ref()).filter(|n| (0..=1_000_000).contains(n))
    }

    /// Markdown.
    pub(super) fn prose(&self, name: &str) -> Option<Prose> {
        let value = self.get(name)?;
        text_of(value)?;
        self.file.prose(value)
    }

    /// Words of a source, which may be long: where the file holds them as they are, they stay there.
    pub(super) fn extract(&self, name: &str) -> Option<Extract> {
        let value = self.get(name)?;
        text_of(value)?;
        self.file.extract(value)
    }

    /// Words with their language.
    pub(super) fn localized_text(&self, name: &str) -> Option<LocalizedText> {
        localized_text_of(self.get(name)?)
    }

    /// A list of words with their languages.
    pub(super) fn localized_texts(&self, name: &str) -> Vec<LocalizedText> {
        self.items(name).filter_map(localized_text_of).collect()
    }

    /// A table within this one.
    pub(super) fn table(&self, name: &str) -> Option<Fields<'s, 'a>> {
        let value = self.get(name)?;
        let table = value.get_ref().as_table()?;
        Some(Fields { file: self.file, table, at: self.file.at(value), defaults: None })
    }

    /// The entries `[[name]]`.
    pub(super) fn entries(&self, name: &str) -> Vec<Fields<'s, 'a>> {
        let file = self.file;
        self.items(name)
            .filter_map(|value| {
                let table = value.get_ref().as_table()?;
                Some(Fields { file, table, at: file.at(value), defaults: None })
            })
            .collect()
    }

    /// The same table; what it does not give, `defaults` do.
    pub(super) fn or(self, defaults: Option<Fields<'s, 'a>>) -> Fields<'s, 'a> {
        Fields { defaults: defaults.map(|fields| fields.table), ..self }
    }

    /// A table of words and their meanings, in the order of the file.
    pub(super) fn map(&self, name: &str) -> Vec<(String, Prose)> {
        let Some(table) = self.get(name).and_then(|value| value.get_ref().as_table()) else { return Vec::new() };
        let mut list: Vec<_> = table.iter().collect();
        list.sort_by_key(|(key, _)| key.span().start);
        list.into_iter().filter_map(|(key, value)| Some((key.get_ref().to_string(), self.file.prose(value)?))).collect()
    }
}

fn text_of<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty())
}

fn localized_text_of(value: &Spanned<DeValue<'_>>) -> Option<LocalizedText> {
    let table = value.get_ref().as_table()?;
    let text = text_of(table.get("text")?)?.to_owned();
    let language = text_of(table.get("language")?)?.to_owned();
    Some(LocalizedText { text, language })
}
