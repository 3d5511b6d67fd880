//! Words with their language, as values of the template engine and as HTML.
//!
//! Words that are simply those of the page are a string, as are all others that a template compares or prints in an
//! attribute. Where there is something to say of their language they are a map with `text` and `runs`, which the filter
//! `words` prints with `lang` and `dir`, and the filter `plain` without.

use std::cell::Cell;

use serde::{Serialize, Serializer};
use tera::Value;
use tera::value::Key;

use crate::text::{Origin, TaggedText, direction};

use super::escape::escape;

/// What a page holds besides words of its own language by people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Words in the first language of the site.
    pub untranslated: bool,
    /// Words that a machine translated.
    pub machine: bool,
}

thread_local! {
    /// What the views hold that this thread made values of since it was last asked.
    static HELD: Cell<Holds> = const { Cell::new(Holds { untranslated: false, machine: false }) };
}

impl Holds {
    /// The same and `other`.
    pub fn and(self, other: Holds) -> Holds {
        Holds { untranslated: self.untranslated || other.untranslated, machine: self.machine || other.machine }
    }

    /// Makes a value with `make`, and says what the views hold of which it was made.
    pub fn of<T>(make: impl FnOnce() -> T) -> (T, Holds) {
        HELD.take();
        let made = make();
        (made, HELD.take())
    }

    /// Notes that a view holds these as well.
    pub fn note(self) {
        HELD.set(HELD.get().and(self));
    }
}

/// A run of words in a text, as templates see it.
#[derive(Serialize)]
struct Run<'t> {
    text: &'t str,
    /// The language, BCP 47; nothing where it is the page's.
    lang: &'t str,
    /// How that language runs; nothing where it is the page's.
    dir: &'static str,
    /// Whether a machine translated the words.
    machine: bool,
}

/// A text with its runs.
#[derive(Serialize)]
struct Tagged<'t> {
    text: &'t str,
    runs: Vec<Run<'t>>,
}

fn runs(text: &TaggedText) -> Vec<Run<'_>> {
    text.runs().into_iter().map(|(text, origin)| run(text, origin)).collect()
}

fn run<'t>(text: &'t str, origin: Option<&'t Origin>) -> Run<'t> {
    let (lang, dir) = match origin {
        Some(Origin::Untranslated(language)) => (&**language, direction(language)),
        _ => ("", ""),
    };
    Run { text, lang, dir, machine: matches!(origin, Some(Origin::Machine)) }
}

impl Serialize for TaggedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.is_tagged() {
            return serializer.serialize_str(self);
        }
        Holds { untranslated: self.untranslated().is_some(), machine: self.is_of_machine() }.note();
        Tagged { text: self, runs: runs(self) }.serialize(serializer)
    }
}

/// The words as HTML, each run of another language in an element of its own.
pub fn print(text: &TaggedText, out: &mut String) {
    // A page that runs from the right sets words that do so too apart, which changes nothing.
    runs(text).iter().for_each(|run| print_run(run.text, run.lang, run.dir, "ltr", out));
}

/// `dir` is how the words run, `page` how the page runs.
fn print_run(text: &str, lang: &str, dir: &str, page: &str, out: &mut String) {
    if lang.is_empty() {
        return escape(text, out);
    }
    out.push_str("<span lang=\"");
    escape(lang, out);
    if dir != page {
        out.push_str("\" dir=\"");
        out.push_str(dir);
    }
    out.push_str("\">");
    escape(text, out);
    out.push_str("</span>");
}

/// A text of a view as templates see it: its characters, and its runs where there is something to say of them.
pub fn of_value(value: &Value) -> Option<(&str, Option<&[Value]>)> {
    let Some(map) = value.as_map() else { return Some((value.as_str()?, None)) };
    let runs = map.get(&Key::Str("runs"))?.as_array()?;
    Some((map.get(&Key::Str("text"))?.as_str()?, Some(runs)))
}

/// The characters of a text of a view; any other value as it is.
pub fn plain(value: &Value) -> Value {
    match (of_value(value), value.as_array()) {
        (Some((text, Some(_))), _) => Value::from(text),
        (_, Some(list)) => Value::from(list.iter().map(plain).collect::<Vec<Value>>()),
        _ => value.clone(),
    }
}

/// The text of a view as HTML. Of a string it is the string itself, which the template escapes.
/// `page` is how the page runs.
pub fn words(value: &Value, page: &str) -> Value {
    match of_value(value) {
        Some((_, Some(runs))) => {
            let mut out = String::new();
            print_runs(runs, page, &mut out);
            Value::safe_string(&out)
        }
        _ => value.clone(),
    }
}

/// The text of a view as HTML, on a page that runs as `page` says.
pub fn print_value(value: &Value, page: &str, out: &mut String) {
    match of_value(value) {
        Some((_, Some(runs))) => print_runs(runs, page, out),
        Some((text, None)) if value.is_safe() => out.push_str(text),
        Some((text, None)) => escape(text, out),
        None => escape(&value.to_string(), out),
    }
}

/// The texts of a list as HTML, with `between` between them.
pub fn joined(list: &[Value], between: &str, page: &str) -> Value {
    let mut out = String::new();
    for (number, value) in list.iter().enumerate() {
        if number > 0 {
            escape(between, &mut out);
        }
        print_value(value, page, &mut out);
    }
    Value::safe_string(&out)
}

/// The runs of a text as templates see them.
pub fn print_runs(runs: &[Value], page: &str, out: &mut String) {
    for run in runs.iter().filter_map(Value::as_map) {
        let part = |name: &'static str| run.get(&Key::Str(name)).and_then(Value::as_str).unwrap_or_default();
        print_run(part("text"), part("lang"), part("dir"), page, out);
    }
}
