//! Text with its language, as values of the template engine and as HTML.
//!
//! Text in the language of the page is a string, like any value that a template compares or prints in an attribute.
//! Text with parts in another language, or translated by a machine, is a map with `text` and `runs`; the filter `words`
//! prints it with `lang` and `dir`, and the filter `plain` without.

use std::cell::Cell;

use serde::{Serialize, Serializer};
use tera::Value;
use tera::value::Key;

use crate::text::{Origin, TaggedText, direction};

use super::escape::escape;

/// Which text a page contains that is not the site's own text in the page's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Whether some is in the first language of the site.
    pub untranslated: bool,
    /// Whether some was translated by a machine.
    pub machine: bool,
}

thread_local! {
    /// What the views contain that this thread has converted since the last reset.
    static HELD: Cell<Holds> = const { Cell::new(Holds { untranslated: false, machine: false }) };
}

impl Holds {
    /// The union of both.
    pub fn and(self, other: Holds) -> Holds {
        Holds { untranslated: self.untranslated || other.untranslated, machine: self.machine || other.machine }
    }

    /// Calls `make`, and returns with its result what the views contain that it converted.
    pub fn of<T>(make: impl FnOnce() -> T) -> (T, Holds) {
        HELD.take();
        let made = make();
        (made, HELD.take())
    }

    /// Adds this to what the views converted on this thread contain.
    pub fn note(self) {
        HELD.set(HELD.get().and(self));
    }
}

/// A run of text of one origin, as templates see it.
#[derive(Serialize)]
struct Run<'t> {
    text: &'t str,
    /// The language, BCP 47; empty where it is the page's.
    lang: &'t str,
    /// The direction of that language; empty where it is the page's.
    dir: &'static str,
    /// Whether a machine translated the words.
    machine: bool,
}

/// A text with its runs, as templates see it.
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

/// Appends the text as HTML, each run in another language in an element of its own. `around` is the direction of the
/// text around it.
pub fn print(text: &TaggedText, around: &str, out: &mut String) {
    runs(text).iter().for_each(|run| print_run(run.text, run.lang, run.dir, around, out));
}

/// Appends one run. `dir` is the direction of the text, `page` that of the page.
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

/// The characters of a text value, and its runs if it has any; `None` for values that are no text.
pub fn of_value(value: &Value) -> Option<(&str, Option<&[Value]>)> {
    let Some(map) = value.as_map() else { return Some((value.as_str()?, None)) };
    let runs = map.get(&Key::Str("runs"))?.as_array()?;
    Some((map.get(&Key::Str("text"))?.as_str()?, Some(runs)))
}

/// Filter `plain`: the characters of a text value; any other value unchanged.
pub fn plain(value: &Value) -> Value {
    match (of_value(value), value.as_array()) {
        (Some((text, Some(_))), _) => Value::from(text),
        (_, Some(list)) => Value::from(list.iter().map(plain).collect::<Vec<Value>>()),
        _ => value.clone(),
    }
}

/// Filter `words`: a text value as HTML; a plain string is returned unchanged, and the template escapes it. `page` is
/// the direction of the page.
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

/// Appends a text value as HTML. `page` is the direction of the page.
pub fn print_value(value: &Value, page: &str, out: &mut String) {
    match of_value(value) {
        Some((_, Some(runs))) => print_runs(runs, page, out),
        Some((text, None)) if value.is_safe() => out.push_str(text),
        Some((text, None)) => escape(text, out),
        None => escape(&value.to_string(), out),
    }
}

/// The texts of a list as HTML, joined by `between`.
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

/// Appends runs as HTML. `page` is the direction of the page.
pub fn print_runs(runs: &[Value], page: &str, out: &mut String) {
    for run in runs.iter().filter_map(Value::as_map) {
        let part = |name: &'static str| run.get(&Key::Str(name)).and_then(Value::as_str).unwrap_or_default();
        print_run(part("text"), part("lang"), part("dir"), page, out);
    }
}
