//! The words of the interface, in one language.
//!
//! What comes in are the theme's message files; what goes out are words. A message that is missing or lacks an argument
//! is noted and comes out as a fault; its key is printed meanwhile.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rustc_hash::FxBuildHasher;
use tera::Value;
use unic_langid::LanguageIdentifier;

use crate::publish::Theme;
use crate::publish::fault::{MESSAGE_FAULT, MESSAGE_MISSING};
use crate::publish::theme::texts;
use crate::text::{Diagnostic, Diagnostics, Files, Span};

use super::prose::escape;

/// The language from which messages are taken that the site's own lacks.
const LAST: &str = "en";

/// Letters for private use, which stand for the parts of a day in its pattern.
const DAY: char = '\u{e000}';
const MONTH: char = '\u{e001}';
const YEAR: char = '\u{e002}';

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, escaped and ready.
    plain: HashMap<String, Value, FxBuildHasher>,
    /// How a day is written, with a letter of its own for each part, and the names of the months after a day; `None` where
    /// that depends on the day.
    day: Option<(String, [String; 12])>,
    /// The head of the file to which a missing message would be added.
    home: Span,
    /// What was asked for in vain, and what is wrong.
    wanting: Mutex<BTreeSet<(bool, String)>>,
}

impl Messages {
    /// Reads the files of `language`, a site's own over the built-in ones, and below them English. `None`: there is no
    /// message file at all.
    pub fn read(theme: &Theme, language: &str, files: &Files) -> (Option<Messages>, Diagnostics) {
        let mut found = Diagnostics::new();
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale.clone()]);
        bundle.set_use_isolating(locale.character_direction() == unic_langid::CharacterDirection::RTL);
        let mut keys = BTreeSet::new();
        let mut home = None;
        for (shown, text) in layers(theme, language) {
            let Some(file) = files.find(&shown) else { continue };
            home = Some(Span::head(file));
            keys.extend(keys_of(&text));
            let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    let span = Span::new(file, error.pos.start, error.pos.end.min(text.len()));
                    found.push(MESSAGE_FAULT.at(span, lower(&error.kind.to_string())));
                }
                resource
            });
            bundle.add_resource_overriding(resource);
        }
        let messages = home.map(|home| {
            let wanting = Mutex::new(BTreeSet::new());
            let mut messages = Messages { bundle, plain: HashMap::default(), day: None, home, wanting };
            messages.plain = keys.into_iter().filter_map(|key| Some((messages.ready(&key)?, key))).map(swap).collect();
            messages.day = messages.day_pattern();
            messages
        });
        (messages, found)
    }

    /// The message, if it takes no arguments.
    fn ready(&self, key: &str) -> Option<Value> {
        let message = self.bundle.get_message(key)?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(message.value()?, None, &mut errors);
        let mut out = String::with_capacity(words.len());
        escape(&words, &mut out);
        errors.is_empty().then(|| Value::safe_string(&out))
    }

    /// A day in words: `date-day` with the name of the month. It is by far the most frequent message.
    pub fn day(&self, day: i64, month: i64, year: i64) -> String {
        let ready = self.day.as_ref().zip(usize::try_from(month - 1).ok());
        let ready = ready.and_then(|((pattern, months), at)| Some((pattern, months.get(at)?)));
        let Some((pattern, month)) = ready else { return self.day_by_message(day, month, year) };
        let mut out = String::with_capacity(pattern.len() + 20);
        for c in pattern.chars() {
            match c {
                DAY => out.push_str(&day.to_string()),
                MONTH => out.push_str(month),
                YEAR => out.push_str(&year.to_string()),
                c => out.push(c),
            }
        }
        out
    }

    /// The name of a month where no day stands before it.
    pub fn month_alone(&self, month: i64) -> String {
        self.words(&format!("month-alone-{month}"), &FluentArgs::new())
    }

    /// The name of a month after a day.
    pub fn month(&self, month: i64) -> String {
        self.words(&format!("month-{month}"), &FluentArgs::new())
    }

    fn day_by_message(&self, day: i64, month: i64, year: i64) -> String {
        self.day_of(FluentValue::from(day), &self.month(month), &year.to_string())
    }

    fn day_of(&self, day: FluentValue<'_>, month: &str, year: &str) -> String {
        let mut args = FluentArgs::with_capacity(3);
        args.set("day", day);
        args.set("month", month);
        args.set("year", year);
        self.words("date-day", &args)
    }

    /// The pattern of `date-day`, if the message does no more than set its parts side by side: tried with every day.
    fn day_pattern(&self) -> Option<(String, [String; 12])> {
        let named = self.has("date-day") && (1..=12).all(|month| self.has(&format!("month-{month}")));
        let letters = [DAY, MONTH, YEAR].map(String::from);
        let pattern = named.then(|| self.day_of(FluentValue::from(letters[0].as_str()), &letters[1], &letters[2]))?;
        let same = |day: i64, month: i64| {
            let by_pattern =
                pattern.replace(DAY, &day.to_string()).replace(MONTH, &self.month(month)).replace(YEAR, "2004");
            by_pattern == self.day_by_message(day, month, 2004)
        };
        let always = (1..=31).all(|day| (1..=12).all(|month| same(day, month)));
        let months = std::array::from_fn(|at| self.month(at as i64 + 1));
        always.then_some((pattern, months))
    }

    /// Whether there is a message of this name.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The words of a message without arguments, escaped; its key, if there is none.
    pub fn plain(&self, key: &str) -> Value {
        match self.plain.get(key) {
            Some(words) => words.clone(),
            None => Value::from(self.words(key, &FluentArgs::new())),
        }
    }

    /// The words of a message, not escaped; its key, if there is none.
    pub fn words(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            self.note(true, key.to_owned());
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if let Some(error) = errors.first() {
            self.note(false, format!("message `{key}`: {}", lower(&error.to_string())));
        }
        words
    }

    fn note(&self, missing: bool, what: String) {
        self.wanting.lock().unwrap_or_else(PoisonError::into_inner).insert((missing, what));
    }

    /// What was asked for in vain since the last time somebody looked.
    pub fn wanting(&self) -> Diagnostics {
        let wanting = std::mem::take(&mut *self.wanting.lock().unwrap_or_else(PoisonError::into_inner));
        let mut found = Diagnostics::new();
        for (missing, what) in wanting {
            found.push(match missing {
                true => self.missing(self.home, &what),
                false => MESSAGE_FAULT.at(self.home, what),
            });
        }
        found
    }

    /// The fault that a place asks for a message which no file has.
    pub fn missing(&self, span: Span, key: &str) -> Diagnostic {
        let known = self.plain.keys().map(String::as_str).collect::<BTreeSet<_>>();
        let near = crate::text::nearest(key, known);
        MESSAGE_MISSING.at(span, format!("there is no message `{key}`")).suggest(near)
    }
}

fn swap((words, key): (Value, String)) -> (String, Value) {
    (key, words)
}

/// The message files from the one that is asked last to the one that is asked first: where people find it, and its text.
fn layers(theme: &Theme, language: &str) -> Vec<(String, Arc<str>)> {
    let mut names = vec![LAST];
    let primary = language.split('-').next().unwrap_or_default();
    names.extend([primary, language].into_iter().filter(|name| *name != LAST));
    names.dedup();
    let mut out = Vec::new();
    for name in names {
        for path in [format!("messages/default/{name}.ftl"), format!("messages/{name}.ftl")] {
            out.extend(texts(theme).find(|(p, ..)| *p == path).map(|(_, shown, text)| (shown.to_owned(), text)));
        }
    }
    out
}

/// The names of the messages in a file: what stands before `=` at the start of a line.
fn keys_of(text: &str) -> impl Iterator<Item = String> {
    let name = |line: &str| {
        let (name, _) = line.split_once('=')?;
        let name = name.trim_end();
        let fits = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| name.to_owned())
    };
    text.lines().filter_map(name).collect::<Vec<_>>().into_iter()
}

/// A message in the manner of the others: lower case, no final period.
pub fn lower(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut letters = message.chars();
    match letters.next() {
        Some(first) if letters.clone().next().is_none_or(|c| !c.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => message.to_owned(),
    }
}
