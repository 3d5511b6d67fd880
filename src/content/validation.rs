//! Compares a parsed table with its form.
//!
//! What comes in are a parsed table and the fields of its form; what goes out are all faults of the file at once. The
//! decoders read the same values afterwards and report no wrong types.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::{Date, DateError};
use crate::text::{
    BAD_ADDRESS, Change, Diagnostic, Fault, Level, NO_PLACE_HELP, NumberText, PLACEHOLDER, Span, UNFILLED,
    accessed_behind, first_unseen, foreign_letter, is_blank, is_nothing, is_slug, is_web_address, named, nearest,
    no_place, placeholder, scheme_meant, slips, slug_meant, tokens, unfollowed,
};

use super::content_file::{BARE_DATE, ContentFile, SYNTAX};
use super::date_meant::{about_year, date_meant};
use super::fault::{BAD_DATE, BAD_IDENTITY, FOREIGN_LETTER, UNKNOWN_WORD, bad_language};
use super::field_meant::{SYNONYMS, entry_of, owner};
use super::form::{Field, FieldType, TONGUE};
use super::kind::is_record;
use super::noun::with_article;
use super::record::ENTRY_COMMON;
use super::value::{integer, is_id};

pub static UNKNOWN_FIELD: Fault = Fault {
    code: "unknown-field",
    level: Level::Error,
    summary: "a record has a field that its kind does not have",
    explanation: "Most often a slip of the pen: `captial` for `capital`. A field that is not in the form would be lost \
without a word. The author's manual lists the fields of every kind of record.",
};

pub static MISSING_FIELD: Fault = Fault {
    code: "missing-field",
    level: Level::Error,
    summary: "a required field is missing",
    explanation: "Few fields are required; without them the record says nothing that could be published. Nothing is \
published without a source and the place in it.",
};

pub static EMPTY_FIELD: Fault = Fault {
    code: "empty-field",
    level: Level::Error,
    summary: "a field is empty",
    explanation: "A field that says nothing looks as if something had been looked up and found to be nothing. Fill it in, \
or delete its line: what is not given is shown as not recorded.",
};

pub static WRONG_TYPE: Fault = Fault {
    code: "wrong-type",
    level: Level::Error,
    summary: "a field holds another type of value",
    explanation: "Words, dates and ids stand in quotation marks; lists in square brackets; whole numbers, `true` \
and `false` without quotation marks; entries of their own begin with `[[name]]`.",
};

pub static NUMBER_FOR_WORDS: Fault = Fault {
    code: "number-for-words",
    level: Level::Error,
    summary: "a number stands where words belong",
    explanation: "Numbers of articles, years and codes are words and stand in quotation marks. As a number `130.10` would \
become 130.1, which is another article, and `007` would become 7.",
};

pub static AMBIGUOUS_DATE: Fault = Fault {
    code: "ambiguous-date",
    level: Level::Error,
    summary: "a date could mean two days",
    explanation: "`01/02/2004` is in January to some readers and in February to others. Write the year first, then the \
month, then the day: `\"2004-02-01\"`. Where only the year is known, write only the year.",
};

pub static OTHER_CALENDAR: Fault = Fault {
    code: "other-calendar",
    level: Level::Warning,
    summary: "a year looks like one of another calendar",
    explanation: "Dates are days of the Gregorian calendar, so that they can be compared. Laws of some countries are dated in \
another: 1383 of the Solar Hijri calendar of Afghanistan and Iran begins in 2004, 2547 of the Buddhist calendar is 2004. A \
year before 1583 or after 2200 is asked about; where it is meant, acknowledge the warning.",
};

pub static ITEM_TWICE: Fault = Fault {
    code: "item-twice",
    level: Level::Error,
    summary: "an item stands twice in a list",
    explanation: "A list names each thing once. The second was most likely meant to be another: compare it with what you wanted \
to write, and correct it or delete it.",
};

/// The state of a validation: the file, and the faults so far.
pub(super) struct Checking<'s, 'a> {
    pub(super) content_file: &'s ContentFile<'a>,
    pub(super) out: &'s mut Vec<Diagnostic>,
    /// Whether parts of the file could not be parsed: then no field is reported as missing.
    pub(super) torn: bool,
}

/// What a table is compared with.
pub(super) struct Expected<'f> {
    /// What messages call the table: "a country", "an action".
    pub(super) noun: &'f str,
    pub(super) fields: &'static [Field],
    /// Fields that it shares with other kinds; allowed, but never required.
    pub(super) common: &'static [Field],
    /// The name of its entries' headers so far: `action` within `[[action]]`; empty for the file itself.
    pub(super) path: String,
    /// The table in which it stands.
    pub(super) outer: Option<&'f Expected<'f>>,
}

impl<'a> Checking<'_, 'a> {
    /// Validates `table`. Faults of the table as a whole are reported at `at`; a required field may stand in `defaults`
    /// instead.
    pub(super) fn table(
        &mut self,
        table: &DeTable<'a>,
        at: Span,
        expected: &Expected<'_>,
        defaults: Option<&DeTable<'a>>,
    ) {
        let mut unknown = Vec::new();
        for (key, value) in table {
            match field(expected, key.get_ref()) {
                Some(field) => self.value(field, value, table, expected),
                None => unknown.push(key),
            }
        }
        unknown.sort_by_key(|key| key.span().start);
        let given = |name: &str| table.contains_key(name) || defaults.is_some_and(|d| d.contains_key(name));
        let meant = self.unknown(&unknown, expected, &given);
        for field in expected.fields.iter().filter(|f| f.required && !self.torn && !given(f.name)) {
            // Said at the field that was written in its place.
            if meant.contains(&field.name) {
                continue;
            }
            let help = match field.holds {
                FieldType::Entries(_) => lower(field.meaning),
                // An example that is pasted as it stands would be published.
                _ => format!("write `{} = {}`; {}", field.name, field.token(), lower(field.meaning)),
            };
            let message = format!("{} needs `{}`", expected.noun, field.name);
            let line = Change::InsertLine(format!("{} = ", field.name));
            let fault = MISSING_FIELD.at(at, message).help(help);
            let has_line = self.content_file.text[at.range()].starts_with(['+', '[']);
            let is_line = has_line && !matches!(field.holds, FieldType::Entries(_));
            self.out.push(if is_line { fault.fix(line) } else { fault });
        }
    }

    /// Reports fields that the form does not have; those of one entry whose header is missing in one report. Gives the
    /// names of the fields that were meant.
    fn unknown(
        &mut self,
        keys: &[&Key<'a>],
        expected: &Expected<'_>,
        given: &dyn Fn(&str) -> bool,
    ) -> Vec<&'static str> {
        let mut meant = Vec::new();
        let mut headers: Vec<(String, &'static str, Vec<&Key<'a>>)> = Vec::new();
        let further = expected.outer.filter(|outer| !outer.path.is_empty());
        let further: Vec<&&Key<'a>> =
            keys.iter().filter(|key| further.is_some_and(|outer| field(outer, key.get_ref()).is_some())).collect();
        if let (Some(first), Some(outer)) = (further.first(), expected.outer) {
            let names: Vec<String> = further.iter().map(|key| format!("`{}`", key.get_ref())).collect();
            let message = format!("{} has no field {}", expected.noun, names.join(", "));
            let help = format!(
                "where the next entry begins, write `[[{0}]]` on a line of its own before it; a further field of {1} stands above `[[{2}]]`",
                outer.path, outer.noun, expected.path
            );
            self.out.push(UNKNOWN_FIELD.at(self.content_file.at(first), message).help(help));
        }
        let names: Vec<&str> = keys.iter().map(|key| key.get_ref().as_ref()).collect();
        let header = |name: &str| {
            let here = entry_of(name, expected.fields, &expected.path, given, &names);
            // What is given around this table is not known here.
            let around = || {
                let outer = expected.outer.filter(|outer| field(outer, name).is_none())?;
                synonym(name, expected, given).is_none().then_some(())?;
                entry_of(name, outer.fields, &outer.path, &|_| false, &[]).map(|(header, _)| (header, ""))
            };
            here.or_else(around)
        };
        for key in keys.iter().filter(|key| !further.iter().any(|told| told.span() == key.span())) {
            let name = key.get_ref().as_ref();
            let near = near_field(name, expected);
            if near.is_none()
                && foreign_letter(name).is_none()
                && let Some((header, owner)) = header(name)
            {
                match headers.iter_mut().find(|(known, _, _)| *known == header) {
                    Some((_, _, list)) => list.push(key),
                    None => headers.push((header, owner, vec![key])),
                }
                continue;
            }
            let word = near.or_else(|| synonym(name, expected, given));
            meant.extend(word);
            self.unknown_field(key, expected, word);
        }
        for (header, owner, list) in headers {
            meant.push(owner);
            let names: Vec<String> = list.iter().map(|key| format!("`{}`", key.get_ref())).collect();
            let word = if names.len() == 1 { "no field" } else { "no fields" };
            let message = format!("{} has {word} {}", expected.noun, names.join(", "));
            let help = format!("write it below the line `{header}`, with which such an entry begins");
            self.out.push(UNKNOWN_FIELD.at(self.content_file.at(list[0]), message).help(help));
        }
        meant
    }

    fn unknown_field(&mut self, key: &Key<'a>, expected: &Expected<'_>, near: Option<&'static str>) {
        let name = key.get_ref().as_ref();
        if let Some(letter) = foreign_letter(name) {
            let message = format!("the field `{name}` has the letter `{letter}`, which is not ASCII");
            self.out.push(FOREIGN_LETTER.at(self.content_file.at(key), message).suggest(near));
            return;
        }
        let fault = UNKNOWN_FIELD.at(self.content_file.at(key), format!("{} has no field `{name}`", expected.noun));
        self.out.push(match near {
            Some(near) => fault.suggest(Some(near)),
            None if expected.outer.is_some_and(|outer| field(outer, name).is_some()) => {
                let noun = expected.outer.map(|outer| outer.noun).unwrap_or_default();
                fault.help(format!("`{name}` is a field of {noun} itself: write it above the first `[`"))
            }
            None => match owner(name) {
                Some(owner) => fault.help(format!("`{name}` is a field of {owner}")),
                None => fault.help("the author's manual lists the fields of every record"),
            },
        });
    }

    fn value(&mut self, field: &Field, value: &Spanned<DeValue<'a>>, table: &DeTable<'a>, of: &Expected<'_>) {
        if self.unfilled(field, value) {
            return;
        }
        match field.holds {
            FieldType::Words if matches!(field.name, "id" | "key") => self.id(field, value, false),
            FieldType::Words => self.words(field, value),
            FieldType::Prose => self.prose(field, value),
            FieldType::Date => self.date(field, value),
            FieldType::OneOf(words) => self.one_of(field, value, words),
            FieldType::Id(_) => self.id(field, value, false),
            FieldType::IdOrIds(_) if value.get_ref().is_str() => self.id(field, value, false),
            FieldType::Ids(_) | FieldType::IdOrIds(_) => {
                self.list(field, value, |this, item| this.id(field, item, false))
            }
            FieldType::AnyIds => self.list(field, value, |this, item| this.id(field, item, true)),
            // A former id becomes the path of a page that redirects, so it must be a valid id.
            FieldType::List if field.name == "aliases" => {
                self.list(field, value, |this, item| this.id(field, item, false));
            }
            FieldType::List => self.list(field, value, |this, item| this.words(field, item)),
            FieldType::Language => self.language(field, value),
            FieldType::Languages => self.list(field, value, |this, item| this.language(field, item)),
            FieldType::Number if value.get_ref().is_integer() => {
                let fits = integer(value.get_ref()).is_some_and(|n| (0..=1_000_000).contains(&n));
                if !fits {
                    let message = format!("`{}` is not a number from 0 to a million", field.name);
                    let help = "write a whole number from 0 to 1000000";
                    self.out.push(WRONG_TYPE.at(self.content_file.at(value), message).help(help));
                }
            }
            FieldType::Flag if value.get_ref().is_bool() => {}
            FieldType::Number | FieldType::Flag => self.wrong_type(field, value),
            FieldType::Url => self.url(field, value, of),
            FieldType::Table(fields) => match value.get_ref() {
                DeValue::Table(inner) => {
                    let noun = format!("`{}`", field.name);
                    let at = self.content_file.at(value);
                    let path = below(&of.path, field.name);
                    self.table(inner, at, &Expected { noun: &noun, fields, common: &[], path, outer: Some(of) }, None);
                }
                _ => {
                    // Its fields would be missed in every entry.
                    self.torn |= field.name == "defaults";
                    self.wrong_type(field, value);
                }
            },
            FieldType::Map => match value.get_ref() {
                DeValue::Table(inner) => inner.values().for_each(|text| {
                    if !self.unfilled(field, text) {
                        self.prose(field, text);
                    }
                }),
                _ => self.wrong_type(field, value),
            },
            FieldType::Entries(fields) => self.entries(field, value, fields, table, of),
            FieldType::LocalizedText => self.localized_text(field, value),
            FieldType::LocalizedTexts => self.list(field, value, |this, item| this.localized_text(field, item)),
        }
    }

    fn entries(
        &mut self,
        field: &Field,
        value: &Spanned<DeValue<'a>>,
        fields: &'static [Field],
        table: &DeTable<'a>,
        of: &Expected<'_>,
    ) {
        let DeValue::Array(list) = value.get_ref() else { return self.wrong_type(field, value) };
        if list.is_empty() && field.required {
            self.empty(field, value);
        }
        let noun = with_article(field.name);
        let defaults = match field.name {
            "finding" => table.get("defaults").and_then(|d| d.get_ref().as_table()),
            _ => None,
        };
        let common = if is_record(field.name) { ENTRY_COMMON } else { &[] };
        for item in list.iter() {
            match item.get_ref() {
                DeValue::Table(inner) => {
                    let path = below(&of.path, field.name);
                    let expected = Expected { noun: &noun, fields, common, path, outer: Some(of) };
                    self.table(inner, self.content_file.at(item), &expected, defaults);
                }
                _ => self.wrong_type(field, item),
            }
        }
    }

    fn localized_text(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        match value.get_ref() {
            DeValue::Table(inner) => {
                let noun = format!("`{}`", field.name);
                let at = self.content_file.at(value);
                let path = String::new();
                self.table(inner, at, &Expected { noun: &noun, fields: TONGUE, common: &[], path, outer: None }, None);
            }
            _ => self.wrong_type(field, value),
        }
    }

    fn list(
        &mut self,
        field: &Field,
        value: &Spanned<DeValue<'a>>,
        mut item: impl FnMut(&mut Self, &Spanned<DeValue<'a>>),
    ) {
        match value.get_ref() {
            DeValue::Array(list) => {
                if list.is_empty() && field.required {
                    self.empty(field, value);
                }
                let mut seen = Vec::new();
                for text in list.iter().filter(|item| item.get_ref().is_str()) {
                    if seen.contains(&text.get_ref().as_str())
                        && !matches!(field.name, "trace" | "languages" | "aliases")
                    {
                        let message = format!(
                            "`{}` stands twice in `{}`",
                            text.get_ref().as_str().unwrap_or_default(),
                            field.name
                        );
                        self.out.push(ITEM_TWICE.at(self.content_file.at(text), message).help("delete one of the two"));
                    }
                    seen.push(text.get_ref().as_str());
                }
                for value in list.iter() {
                    if !self.unfilled(field, value) {
                        item(self, value);
                    }
                }
            }
            _ => self.wrong_type(field, value),
        }
    }

    /// Whether `value` holds the token of a form, which is reported.
    fn unfilled(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) -> bool {
        let Some(text) = value.get_ref().as_str() else { return false };
        let Some(range) = tokens(text).next() else { return false };
        let asked = &text[range];
        let fault = UNFILLED.at(self.content_file.at(value), format!("`{}` is not filled in: `{asked}`", field.name));
        self.out.push(fault.help(match field.required {
            true => "write what is asked for in place of these words",
            false => "write what is asked for in place of these words, or delete the line",
        }));
        true
    }

    /// The text of `value`; reports a value of another type, and an empty one.
    fn text<'v>(&mut self, field: &Field, value: &'v Spanned<DeValue<'a>>) -> Option<&'v str> {
        match value.get_ref() {
            DeValue::String(text) if is_blank(text) => {
                self.empty(field, value);
                None
            }
            DeValue::String(text) => Some(text),
            _ => {
                self.wrong_type(field, value);
                None
            }
        }
    }

    fn empty(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        let help = if field.required { "fill it in" } else { "fill it in, or delete the line" };
        let at = self.content_file.at(value);
        let fault = EMPTY_FIELD.at(at, format!("`{}` is empty", field.name)).help(help);
        let is_all = self.content_file.is_all_of_its_line(field.name, at);
        self.out.push(if field.required || !is_all { fault } else { fault.fix(Change::DeleteLine) });
    }

    fn words(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        let Some(text) = self.text(field, value) else { return };
        let kind = match field.name {
            "place" => NumberText::Place,
            "penalty" => NumberText::Penalty,
            _ => NumberText::Words,
        };
        // The words of a source are its own.
        if field.name != "quote"
            && !matches!(field.name, "url" | "archived" | "citation" | "id" | "key" | "aliases" | "trace")
        {
            let at = self.content_file.at(value);
            self.out.extend(slips(text, kind).into_iter().map(|slip| slip.told(|_| at)));
        }
        if let Some(range) = placeholder(text) {
            let message = format!("`{}` is placeholder text", &text[range]);
            let fault = PLACEHOLDER.at(self.content_file.at(value), message);
            self.out.push(fault.help("finish the text, or keep the record out with `draft = true`"));
        } else if field.name == "place"
            && let Some(what) = no_place(text)
        {
            let fault = PLACEHOLDER.at(self.content_file.at(value), format!("`{what}` names no place"));
            self.out.push(fault.help(NO_PLACE_HELP));
        } else if (is_nothing(text) || text.eq_ignore_ascii_case(field.name))
            && !matches!(field.name, "value" | "mark" | "answer" | "was" | "article" | "key" | "unit" | "term")
        {
            let fault = PLACEHOLDER.at(self.content_file.at(value), format!("`{text}` says nothing"));
            self.out.push(match field.required {
                true => fault.help("fill it in, or keep the record out with `draft = true`"),
                false => fault.help("fill it in, or leave out the field: what is not given is shown as not recorded"),
            });
        }
    }

    fn prose(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        if self.text(field, value).is_some()
            && let Some(prose) = self.content_file.prose(value)
        {
            self.out.extend(prose.faults());
        }
    }

    fn date(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        let raw = &self.content_file.text[self.content_file.at(value).range()];
        if matches!(value.get_ref(), DeValue::Datetime(_) | DeValue::Integer(_) | DeValue::Float(_)) {
            let message = format!("`{raw}` is a date without quotation marks");
            let fault = BARE_DATE.at(self.content_file.at(value), message);
            let fix = Change::Whole(format!("\"{raw}\""));
            self.out.push(fault.help(format!("write `{} = \"{raw}\"`", field.name)).certain_fix(fix));
            return;
        }
        let Some(text) = self.text(field, value) else { return };
        let at = self.content_file.at(value);
        match Date::parse(text) {
            Ok(date) => self.out.extend(other_calendar(text, &date, at)),
            Err(DateError::Ambiguous) if date_meant(text).is_none() => self.out.push(
                AMBIGUOUS_DATE
                    .at(at, format!("`{text}` could mean two days"))
                    .help("write the year first: \"2004-10-05\", \"2004-10\" or \"2004\""),
            ),
            // Without quotation marks it is told with them, where the file is read.
            Err(DateError::YearNotFirst(_)) if !raw.starts_with(['"', '\'']) => {}
            Err(DateError::YearNotFirst(day)) => {
                let fault = BAD_DATE.at(at, format!("`{text}` does not begin with the year"));
                let fault = fault.suggest(Some(day.to_string()));
                self.out.push(fault.certain_fix(Change::Words(day.to_string())));
            }
            Err(why) => {
                let message = match why {
                    DateError::NoSuchDay => format!("the calendar has no day `{text}`"),
                    DateError::Reversed => format!("`{text}` ends before it begins"),
                    _ => format!("`{text}` is not a date"),
                };
                let fault = BAD_DATE.at(at, message);
                self.out.push(match date_meant(text) {
                    Some(date) => fault.suggest(Some(date)),
                    None => fault.help(about_year(text).unwrap_or_else(|| DATE_FORMS.to_owned())),
                });
            }
        }
    }

    fn one_of(&mut self, field: &Field, value: &Spanned<DeValue<'a>>, words: &[&'static str]) {
        let Some(text) = self.text(field, value) else { return };
        if words.contains(&text) {
            return;
        }
        let at = self.content_file.at(value);
        let small = text.to_lowercase();
        let mut longer = words.iter().copied().filter(|word| word.starts_with(&small));
        let begun = longer.next().filter(|_| longer.next().is_none());
        let near = nearest(&small, words.iter().copied()).or(begun);
        if let Some(letter) = foreign_letter(text) {
            let message = format!("`{text}` has the letter `{letter}`, which is not ASCII");
            let fault = FOREIGN_LETTER.at(at, message);
            self.out.push(match near {
                Some(near) => fault.suggest(Some(near)),
                None => fault.help("retype it in ASCII letters"),
            });
            return;
        }
        let fault = UNKNOWN_WORD.at(at, format!("`{}` cannot be `{text}`", field.name));
        let all = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        self.out.push(match near {
            Some(near) => fault.suggest(Some(near)).help(format!("it is one of {all}")),
            None => fault.help(format!("it is one of {all}")),
        });
    }

    fn id(&mut self, field: &Field, value: &Spanned<DeValue<'a>>, any_kind: bool) {
        let Some(text) = self.text(field, value) else { return };
        let at = self.content_file.at(value);
        // A point of an article has the letter that the law gives it.
        if let Some(letter) = foreign_letter(text.split('#').next().unwrap_or_default()) {
            let message = format!("`{text}` has the letter `{letter}`, which is not ASCII");
            self.out.push(FOREIGN_LETTER.at(at, message).help("retype it in ASCII letters"));
            return;
        }
        if !is_id(text) || (!any_kind && text.contains(':')) {
            let fault = BAD_IDENTITY.at(at, format!("`{text}` cannot be an id"));
            let items: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
            if items.len() > 1 && items.iter().all(|item| is_id(item)) {
                let quoted = items.iter().map(|item| format!("\"{item}\"")).collect::<Vec<_>>().join(", ");
                let is_list = matches!(field.holds, FieldType::Ids(_) | FieldType::IdOrIds(_) | FieldType::AnyIds);
                self.out.push(fault.help(match is_list {
                    true => format!("each id stands in quotation marks of its own: `{} = [{quoted}]`", field.name),
                    false => format!("`{}` holds one id: choose one of {quoted}", field.name),
                }));
                return;
            }
            let bare = bare_id(text);
            let path = bare.trim_start_matches("./").trim_start_matches("content/");
            let bare = path.strip_suffix(".md").map(|path| path.strip_suffix("/index").unwrap_or(path)).unwrap_or(path);
            let folders = ["countries/", "sources/", "topics/", "instruments/", "terms/", "conflicts/", "modules/"];
            let bare =
                folders.iter().find_map(|folder| bare.strip_prefix(folder)).unwrap_or(bare).replace("/laws/", "/");
            let lower = slug_meant(&bare);
            let refers = !matches!(field.holds, FieldType::Words | FieldType::List);
            let fits = lower.split(['/', '#']).all(is_slug) && text.matches(' ').count() < 2;
            self.out.push(match fits {
                // Nobody knows here which files there are.
                true if refers && bare.bytes().any(|b| b.is_ascii_uppercase()) => {
                    fault.help(format!("write `{lower}`, if its file is called so")).fix(Change::Words(lower))
                }
                true => fault.help(format!("write `{lower}`")).fix(Change::Words(lower)),
                false if text.contains("://") => fault.help(
                    "an id is the name of the record's file; an address stands as `url` in the record of its source",
                ),
                false => fault.help(
                    "an id is the name of the record's file, such as `xr/penal-code/12`: lower-case letters, digits and single `-`, the parts joined by `/`",
                ),
            });
        }
    }

    fn language(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        let Some(text) = self.text(field, value) else { return };
        self.out.extend(bad_language(text, self.content_file.at(value)));
    }

    fn url(&mut self, field: &Field, value: &Spanned<DeValue<'a>>, of: &Expected<'_>) {
        let Some(text) = self.text(field, value) else { return };
        let is_mail = text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        if !is_web_address(text) || (is_mail && field.name != "report_errors") {
            let unseen = first_unseen(text).map(|c| format!(": it has {}", named(c))).unwrap_or_default();
            let fault = BAD_ADDRESS.at(self.content_file.at(value), format!("`{text}` is not a web address{unseen}"));
            if let Some((address, day)) = accessed_behind(text)
                && self::field(of, "accessed").is_some()
            {
                let day = match Date::parse(day) {
                    Ok(_) => Some(day.to_owned()),
                    Err(DateError::YearNotFirst(day)) => Some(day.to_string()),
                    Err(_) => date_meant(day),
                };
                let day = day.unwrap_or_else(|| "…".to_owned());
                let name = field.name;
                let help = format!("write `{name} = \"{address}\"`, and in a line of its own `accessed = \"{day}\"`");
                self.out.push(fault.help(help));
                return;
            }
            self.out.push(fault.help(match scheme_meant(text) {
                Some(meant) => match text.split_once(", ").or_else(|| text.split_once("; ")) {
                    Some((_, place)) => format!("write `{meant}`; `{place}` belongs into the `place` of what cites it"),
                    None => format!("an address begins with `https://` and holds no space: write `{meant}`"),
                },
                None => "an address begins with `https://` and holds no space; copy it from the browser".to_owned(),
            }));
        } else {
            self.out.extend(unfollowed(text, self.content_file.at(value)));
        }
    }

    fn wrong_type(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        let at = self.content_file.at(value);
        let raw: String = self.content_file.text[at.range()].chars().take(40).collect();
        let name = field.name;
        let wants_words = matches!(
            field.holds,
            FieldType::Words
                | FieldType::Prose
                | FieldType::OneOf(_)
                | FieldType::Language
                | FieldType::Languages
                | FieldType::Id(_)
                | FieldType::Ids(_)
                | FieldType::IdOrIds(_)
                | FieldType::List
                | FieldType::AnyIds
                | FieldType::Map
        );
        let is_number = matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_));
        if wants_words && is_number && !matches!(field.holds, FieldType::OneOf(_)) {
            let fault = NUMBER_FOR_WORDS.at(at, format!("`{name}` holds the number `{raw}`, where words belong"));
            let fix = Change::Whole(format!("\"{}\"", &self.content_file.text[at.range()]));
            self.out.push(fault.help(format!("put it in quotation marks: \"{raw}\"")).certain_fix(fix));
            return;
        }
        let (wanted, help) = wanted(field);
        if let (Some(text), true) = (value.get_ref().as_str(), wanted == LIST) {
            let items: Vec<String> = text.split([',', ';']).map(|item| format!("\"{}\"", item.trim())).collect();
            let help = format!("write `{name} = [{}]`", items.join(", "));
            let message = format!("`{name}` holds a text, where {wanted} belongs");
            let list = Change::Whole(format!("[{}]", items.join(", ")));
            self.out.push(WRONG_TYPE.at(at, message).help(help).fix(list));
            return;
        }
        let fault = WRONG_TYPE.at(at, format!("`{name}` holds {}, where {wanted} belongs", what_is(value.get_ref())));
        if let Some(text) = value.get_ref().as_str() {
            // Where the file is read, quotation marks are proposed for bare words; here they would not help.
            if !raw.starts_with(['"', '\'']) && matches!(field.holds, FieldType::Number | FieldType::Flag) {
                self.out.retain(|told| told.fault.code != SYNTAX.code || told.span.range().start != at.range().start);
            }
            // A number, `true` or `false` that stands in quotation marks is meant as it is.
            let text = text.trim();
            let is_meant = match field.holds {
                FieldType::Number => !text.starts_with('+') && text.parse::<u32>().is_ok_and(|n| n.to_string() == text),
                FieldType::Flag => matches!(text, "true" | "false"),
                _ => false,
            };
            if is_meant {
                let fix = Change::Whole(text.to_owned());
                self.out.push(fault.help(format!("write `{name} = {text}`, without quotation marks")).certain_fix(fix));
                return;
            }
        }
        // `true` and `false` without quotation marks are meant as the answers of these meanings.
        let help = match value.get_ref().as_bool().filter(|_| wants_words && field.name == "answer") {
            Some(true) => format!("write `{name} = \"yes\"`"),
            Some(false) => format!("write `{name} = \"no\"`"),
            None => help,
        };
        self.out.push(fault.help(help));
    }
}

/// The name of a field, and where it stands.
type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The field of the form whose name is nearest to `name`.
fn near_field(name: &str, expected: &Expected<'_>) -> Option<&'static str> {
    let names = || expected.fields.iter().chain(expected.common).map(|f| f.name);
    let small = name.to_lowercase();
    let without_plural = small.strip_suffix('s').and_then(|one| names().find(|name| *name == one));
    names().find(|name| *name == small).or(without_plural).or_else(|| nearest(&small, names()))
}

/// The field of the form that `name` is another word for: a required one that is missing, else one that is not given.
fn synonym(name: &str, expected: &Expected<'_>, given: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let small = name.to_lowercase();
    let (_, meant) = SYNONYMS.iter().find(|(other, _)| *other == small)?;
    let of_form = || meant.iter().filter_map(|name| field(expected, name)).filter(|field| !given(field.name));
    of_form().find(|field| field.required).or_else(|| of_form().next()).map(|field| field.name)
}

fn field(expected: &Expected<'_>, name: &str) -> Option<&'static Field> {
    expected.fields.iter().chain(expected.common).find(|field| field.name == name)
}

/// What a field that holds a list wants.
/// The forms of dates.
const DATE_FORMS: &str = "dates are written \"2004-10-05\", \"2004-10\", \"2004\", \"mid-2005\", \"between 2008 and 2010\", \"after 2017\" or \"undated\"";

const LIST: &str = "a list of texts in quotation marks";

/// An id without what authors write around or behind it: the marks of a citation or a link, a paragraph in brackets; with
/// the hyphens and slashes that were meant.
fn bare_id(text: &str) -> String {
    let inner = text.trim().trim_matches(['[', ']', '"', '<', '>']).trim_start_matches('@');
    let inner = inner.split_once('|').map_or(inner, |(id, _)| id);
    let without = inner.find('(').filter(|_| inner.ends_with(')')).map_or(inner, |at| &inner[..at]);
    without.trim().replace(['–', '—', '‑', '‐', '−'], "-").replace('\\', "/")
}

fn wanted(field: &Field) -> (&'static str, String) {
    let name = field.name;
    match field.holds {
        FieldType::Words | FieldType::Prose | FieldType::Url | FieldType::Date | FieldType::Language => {
            ("a text in quotation marks", format!("write `{name} = {}`", example(field)))
        }
        FieldType::OneOf(words) => {
            ("a word in quotation marks", format!("write `{name} = \"{}\"`", words.first().unwrap_or(&"…")))
        }
        FieldType::IdOrIds(_) => {
            ("an id in quotation marks, or a list of such", format!("write `{name} = {}`", example(field)))
        }
        FieldType::Id(_) => ("an id in quotation marks", format!("write `{name} = {}`", example(field))),
        FieldType::Ids(_) | FieldType::AnyIds | FieldType::List | FieldType::Languages => {
            (LIST, format!("write `{name} = [\"…\", \"…\"]`"))
        }
        FieldType::Number => {
            ("a whole number", format!("write `{name} = {}`, without quotation marks", example(field)))
        }
        FieldType::Flag => ("`true` or `false`", format!("write `{name} = true`, without quotation marks")),
        FieldType::Table(_) | FieldType::Map => {
            ("a table", format!("write `[{name}]` on a line of its own, and its fields below"))
        }
        FieldType::Entries(_) => {
            ("a list of entries", format!("begin each entry with `[[{name}]]` on a line of its own"))
        }
        FieldType::LocalizedText => {
            ("a word with its language", format!("write `{name} = {{ text = \"…\", language = \"ru\" }}`"))
        }
        FieldType::LocalizedTexts => (
            "a list of words with their languages",
            format!("write `{name} = [{{ text = \"…\", language = \"ru\" }}]`"),
        ),
    }
}

fn example(field: &Field) -> &'static str {
    if field.example.is_empty() { "\"…\"" } else { field.example }
}

fn what_is(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Datetime(_) => "a date without quotation marks",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The sentence with its first letter in lower case and without its period, to follow a semicolon.
fn lower(sentence: &str) -> String {
    let mut chars = sentence.trim_end_matches('.').chars();
    let first = chars.next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
    first + chars.as_str()
}

/// Warns of a year that is implausible in the Gregorian calendar: it is probably one of another calendar.
fn other_calendar(text: &str, date: &Date, at: Span) -> Option<Diagnostic> {
    let year = i32::from(date.earliest().or(date.latest())?.year());
    if (EARLIEST..=LATEST).contains(&year) {
        return None;
    }
    // The Gregorian year in which such a year would begin, if it were one of each of these calendars.
    let calendars = [
        ("the Buddhist calendar", year - 543),
        ("the Solar Hijri calendar (Afghanistan, Iran)", year + 621),
        ("the Islamic calendar", 622 + year * 97 / 100),
        ("the Jewish calendar", year - 3761),
    ];
    let fits = calendars.iter().filter(|(_, year)| (1900..=2060).contains(year));
    let said: Vec<String> = fits.map(|(name, year)| format!("in {name} it begins in {year}")).collect();
    let message = format!("`{text}` is of the year {year}: is it a year of another calendar?");
    let help = match said.is_empty() {
        true => "dates are days of the Gregorian calendar; correct the year, or acknowledge the warning if it is meant"
            .to_owned(),
        false => format!(
            "{}; write the day in the Gregorian calendar, or acknowledge the warning if it is meant",
            said.join(", ")
        ),
    };
    Some(OTHER_CALENDAR.at(at, message).help(help))
}

/// The first year that needs no warning; the Gregorian calendar came into use in 1582.
const EARLIEST: i32 = 1583;

/// The last year that needs no warning.
const LATEST: i32 = 2200;
