//! The messages of the interface in one language.
//!
//! What comes in are the theme's message files; what goes out is text. A message that is missing or lacks an argument
//! is reported once, and its key is printed in its place.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use rustc_hash::FxBuildHasher;
use tera::Value;
use unic_langid::LanguageIdentifier;

use crate::publish::fault::{MESSAGE_FAULT, MESSAGE_MISSING};
use crate::publish::theme::Theme;
use crate::publish::theme::texts;
use crate::text::{Diagnostic, Diagnostics, Files, Span, direction};

use super::escape::escape;

/// The fallback language, for messages that the site's own language lacks.
const LAST: &str = "en";

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// The same messages with their text escaped, for arguments that are HTML.
    html: FluentBundle<Arc<FluentResource>>,
    /// Messages without arguments, formatted and escaped.
    plain: HashMap<String, Value, FxBuildHasher>,
    /// The pattern of a day, and the names of the months as they stand after a day; `None` where the form of one
    /// depends on the others.
    day: Option<(Vec<DayPart>, [String; 12])>,
    /// The direction of the language: `ltr` or `rtl`.
    direction: &'static str,
    /// The start of the file to which a missing message should be added.
    home: Span,
    /// The place of each message, in the file from which it is taken.
    places: HashMap<String, Place, FxBuildHasher>,
    /// Messages that stand in a file but have syntax errors, so that they count as missing without being reported
    /// again.
    torn: BTreeSet<String>,
    /// Messages that were used but are missing or faulty.
    missing_messages: Mutex<MissingMessage>,
}

/// A part of the pattern of a day.
enum DayPart {
    Words(String),
    Day,
    Month,
    Year,
}

/// The place of a message, and whether its file is the site's own.
#[derive(Clone, Copy)]
struct Place {
    span: Span,
    is_own: bool,
}

/// Messages that were used in vain and are still to be reported.
#[derive(Default)]
struct MissingMessage {
    /// Messages that no file has.
    missing: BTreeSet<String>,
    /// Messages that could not be formatted, and the reasons.
    faulty: BTreeSet<(String, String)>,
    /// Missing messages that were already reported elsewhere.
    told: BTreeSet<String>,
}

/// The deepest nesting of placeables that is parsed; the parser is recursive.
const DEEPEST: usize = 16;

/// The offset at which placeables are nested too deep, if they are.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            // A line that begins with a letter starts a new message, which ends all unclosed placeables.
            b'\n' if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphabetic) => depth = 0,
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

impl Messages {
    /// The direction of the language: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.direction
    }

    /// Reads the message files of `language`; a site's own take precedence over the built-in ones, and English is the
    /// fallback. `None` if there is no message file at all.
    pub fn read(theme: &Theme, language: &str, files: &Files) -> (Option<Messages>, Diagnostics) {
        let mut found = Diagnostics::new();
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let is_rtl = locale.character_direction() == unic_langid::CharacterDirection::RTL;
        let [mut bundle, mut html] = [(); 2].map(|()| {
            let mut bundle = FluentBundle::new_concurrent(vec![locale.clone()]);
            bundle.set_use_isolating(is_rtl);
            bundle
        });
        html.set_transform(Some(escaped));
        let mut places = HashMap::default();
        let mut torn = BTreeSet::new();
        let mut home = None;
        for Layer { is_own, shown, text } in layers(theme, language) {
            let Some(file) = files.find(&shown) else { continue };
            home = Some(Span::head(file));
            if let Some(at) = too_deep(&text) {
                let fault = MESSAGE_FAULT.at(Span::new(file, at, at + 1), "brackets are nested too deep");
                found.push(fault.help(format!("nest no more than {DEEPEST} `{{`")));
                continue;
            }
            let (resource, errors) = match FluentResource::try_new(text.to_string()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            let mut unread = Vec::new();
            for error in errors {
                let span = Span::new(file, error.pos.start, error.pos.end.min(text.len()));
                found.push(MESSAGE_FAULT.at(span, lower(&error.kind.to_string())));
                unread.extend(error.slice);
            }
            for (start, key) in keys_of(&text) {
                if unread.iter().any(|slice| slice.contains(&start)) {
                    torn.insert(key.to_owned());
                } else {
                    let span = Span::new(file, start, start + key.len());
                    places.insert(key.to_owned(), Place { span, is_own });
                }
            }
            let resource = Arc::new(resource);
            html.add_resource_overriding(resource.clone());
            bundle.add_resource_overriding(resource);
        }
        let messages = home.map(|home| {
            let missing_messages = Mutex::new(MissingMessage { told: torn.clone(), ..MissingMessage::default() });
            let mut messages = Messages {
                bundle,
                html,
                plain: HashMap::default(),
                day: None,
                direction: direction(language),
                home,
                places,
                torn,
                missing_messages,
            };
            let keys: BTreeSet<String> = messages.places.keys().cloned().collect();
            messages.plain = keys.into_iter().filter_map(|key| Some((messages.ready(&key)?, key))).map(swap).collect();
            messages.day = messages.day_pattern();
            messages
        });
        (messages, found)
    }

    /// The formatted message, if it takes no arguments.
    fn ready(&self, key: &str) -> Option<Value> {
        let message = self.bundle.get_message(key)?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(message.value()?, None, &mut errors);
        let mut out = String::with_capacity(words.len());
        escape(&words, &mut out);
        errors.is_empty().then(|| Value::safe_string(&out))
    }

    /// A day in words: `date-day` with the name of the month. It is by far the most frequent message, so it has a
    /// shortcut.
    pub fn day(&self, day: i64, month: i64, year: i64) -> String {
        let ready = self.day.as_ref().zip(usize::try_from(month - 1).ok());
        let ready = ready.and_then(|((pattern, months), at)| Some((pattern, months.get(at)?)));
        let Some((pattern, month)) = ready else { return self.day_by_message(day, month, year) };
        day_of_pattern(pattern, day, month, year)
    }

    /// The name of a month that does not follow a day.
    pub fn month_alone(&self, month: i64) -> String {
        self.words(&format!("month-alone-{month}"), &FluentArgs::new())
    }

    /// The name of a month as it stands after a day.
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

    /// The pattern of `date-day`, if the message only puts day, month and year side by side; verified with every day of
    /// a leap year.
    fn day_pattern(&self) -> Option<(Vec<DayPart>, [String; 12])> {
        let named = self.has("date-day") && (1..=12).all(|month| self.has(&format!("month-{month}")));
        // Letters that do not occur in the message mark the three parts in a trial.
        let rest = named.then(|| self.day_of(FluentValue::from(""), "", ""))?;
        let mut free = ('A'..='Z').chain('a'..='z').filter(|letter| !rest.contains(*letter));
        let [day, month, year] = [free.next()?, free.next()?, free.next()?];
        let probe = self.day_of(FluentValue::from(day.to_string()), &month.to_string(), &year.to_string());
        let mut pattern = Vec::new();
        for c in probe.chars() {
            match (c, pattern.last_mut()) {
                (c, _) if c == day => pattern.push(DayPart::Day),
                (c, _) if c == month => pattern.push(DayPart::Month),
                (c, _) if c == year => pattern.push(DayPart::Year),
                (c, Some(DayPart::Words(words))) => words.push(c),
                (c, _) => pattern.push(DayPart::Words(c.to_string())),
            }
        }
        let same = |day: i64, month: i64| {
            day_of_pattern(&pattern, day, &self.month(month), 2004) == self.day_by_message(day, month, 2004)
        };
        let always = (1..=31).all(|day| (1..=12).all(|month| same(day, month)));
        let months = std::array::from_fn(|at| self.month(at as i64 + 1));
        always.then_some((pattern, months))
    }

    /// Whether a message of this name exists.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The text of a message without arguments, escaped; its key, if there is no such message.
    pub fn plain(&self, key: &str) -> Value {
        match self.plain.get(key) {
            Some(words) => words.clone(),
            None => Value::from(self.words(key, &FluentArgs::new())),
        }
    }

    /// The escaped text of a message that takes no arguments and has no faults.
    pub fn constant(&self, key: &str) -> Option<&str> {
        self.plain.get(key)?.as_str()
    }

    /// The text of a message, not escaped; its key, if there is no such message.
    pub fn words(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.words_of(&self.bundle, key, args)
    }

    /// The message as HTML; arguments that are text must be escaped already.
    pub fn html(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.words_of(&self.html, key, args)
    }

    fn words_of(&self, bundle: &FluentBundle<Arc<FluentResource>>, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            self.noted().missing.insert(key.to_owned());
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            let words = |error: &FluentError| match error {
                FluentError::ResolverError(error) => error.to_string(),
                error => error.to_string(),
            };
            let why = |error: &FluentError| (key.to_owned(), lower(&words(error)));
            self.noted().faulty.extend(errors.iter().map(why));
        }
        words
    }

    fn noted(&self) -> MutexGuard<'_, MissingMessage> {
        self.missing_messages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The faults of messages since the last call. `uses_of` finds the place where a template uses a message, and
    /// whether that template is the site's own. A fault is reported in whichever of the two files is the site's own.
    pub fn missing_messages(&self, uses_of: impl Fn(&str) -> Option<(Span, bool)>) -> Diagnostics {
        let mut noted = self.noted();
        let (missing, faulty) = (std::mem::take(&mut noted.missing), std::mem::take(&mut noted.faulty));
        let missing: Vec<String> = missing.into_iter().filter(|key| !noted.told.contains(key)).collect();
        drop(noted);
        let mut found = Diagnostics::new();
        for key in &missing {
            let asked = uses_of(key).filter(|(_, is_own)| *is_own);
            found.push(self.lacking(asked.map_or(self.home, |(span, _)| span), key));
        }
        for (key, why) in faulty {
            let place = self.places.get(&key).copied().unwrap_or(Place { span: self.home, is_own: false });
            let message = format!("message `{key}`: {why}");
            found.push(match uses_of(&key) {
                Some((asked, true)) if !place.is_own => {
                    MESSAGE_FAULT.at(asked, message).note(place.span, "the message is here")
                }
                Some((asked, _)) => MESSAGE_FAULT.at(place.span, message).note(asked, "it is asked for here"),
                None => MESSAGE_FAULT.at(place.span, message),
            });
        }
        found
    }

    /// The fault of a template that uses a message at `span` which no file has; `None` where the message has a syntax
    /// error, which is reported already. The message is then not reported again when a page is printed.
    pub fn missing(&self, span: Span, key: &str) -> Option<Diagnostic> {
        let is_torn = self.torn.contains(key);
        self.noted().told.insert(key.to_owned());
        (!is_torn).then(|| self.lacking(span, key))
    }

    fn lacking(&self, span: Span, key: &str) -> Diagnostic {
        let known = self.plain.keys().map(String::as_str).collect::<BTreeSet<_>>();
        let near = crate::text::nearest(key, known);
        MESSAGE_MISSING.at(span, format!("there is no message `{key}`")).suggest(near)
    }
}

fn escaped(words: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(words.len());
    escape(words, &mut out);
    out.into()
}

fn day_of_pattern(pattern: &[DayPart], day: i64, month: &str, year: i64) -> String {
    let mut out = String::with_capacity(32);
    for part in pattern {
        match part {
            DayPart::Words(words) => out.push_str(words),
            DayPart::Day => out.push_str(&day.to_string()),
            DayPart::Month => out.push_str(month),
            DayPart::Year => out.push_str(&year.to_string()),
        }
    }
    out
}

fn swap((words, key): (Value, String)) -> (String, Value) {
    (key, words)
}

/// A message file, as one layer of several.
struct Layer {
    /// Whether the file is the site's own.
    is_own: bool,
    /// The path that reports show.
    shown: String,
    text: Arc<str>,
}

/// The message files, the one with the lowest precedence first.
fn layers(theme: &Theme, language: &str) -> Vec<Layer> {
    let mut names = vec![LAST];
    let primary = language.split('-').next().unwrap_or_default();
    names.extend([primary, language].into_iter().filter(|name| *name != LAST));
    names.dedup();
    let mut out = Vec::new();
    for name in names {
        for (is_own, path) in [(false, format!("messages/default/{name}.ftl")), (true, format!("messages/{name}.ftl"))]
        {
            let file = texts(theme).find(|(p, ..)| *p == path);
            out.extend(file.map(|(_, shown, text)| Layer { is_own, shown: shown.to_owned(), text }));
        }
    }
    out
}

/// Whether the theme has messages in `language`, or in the language without script and region.
pub fn has_words(theme: &Theme, language: &str) -> bool {
    let is_last = language.split('-').next() == Some(LAST);
    let last = [format!("messages/default/{LAST}.ftl"), format!("messages/{LAST}.ftl")];
    is_last || layers(theme, language).iter().any(|layer| !last.iter().any(|last| layer.shown.ends_with(last)))
}

/// The keys of the messages in a file, with their offsets: what precedes `=` at the start of a line.
fn keys_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let (name, _) = line.split_once('=')?;
        let name = name.trim_end();
        let fits = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then_some((at, name))
    })
}

/// A message of a library in the style of our own: lower case, no final period.
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
