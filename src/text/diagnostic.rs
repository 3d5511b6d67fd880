//! Kinds of faults and their occurrences.
//!
//! A [`Fault`] is a kind of mistake, declared as a static beside the code that finds it. A [`Diagnostic`] is one
//! occurrence: the place, what is there, and what helps. Nothing here knows what a fault is about.

use std::collections::BTreeSet;

use super::character::{is_unseen, named};
use super::file::{FileId, Files, Span};
use super::fix::{Change, Fix};

/// The severity of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Prevents publication.
    Error,
    /// Does not prevent publication.
    Warning,
}

impl Level {
    /// As reports print it: `error` or `warning`.
    pub fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// One kind of fault. Each is a `static` beside the check that finds it, and each has a test case.
#[derive(Debug)]
pub struct Fault {
    /// Its name: lower case, words joined by `-`. It must never change, because records acknowledge faults by it.
    pub code: &'static str,
    /// Its severity.
    pub level: Level,
    /// One line: what is wrong.
    pub summary: &'static str,
    /// Markdown of some lines: why it matters, an example, what to do.
    pub explanation: &'static str,
}

impl Fault {
    /// A diagnostic of this fault at `span`. The message states the problem, in lower case and without a final period.
    pub fn at(&'static self, span: Span, message: impl Into<String>) -> Diagnostic {
        let (message, help) = with_unseen_named(message.into());
        let help = help.filter(|_| self.level == Level::Error).into_iter().map(str::to_owned).collect();
        Diagnostic { fault: self, span, message, help, notes: Vec::new(), fix: None }
    }
}

/// The message with each invisible character replaced by its name, and a help text if there was one.
fn with_unseen_named(message: String) -> (String, Option<&'static str>) {
    if message.is_ascii() || !message.contains(is_unseen) {
        return (message, None);
    }
    let mut out = String::with_capacity(message.len() + 32);
    for c in message.chars() {
        match is_unseen(c) {
            true => out.push_str(&format!("<{}>", named(c))),
            false => out.push(c),
        }
    }
    (out, Some("it holds a character that nobody sees; type it anew"))
}

/// Another place that explains a diagnostic, or a remark without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `None` for a remark without a place.
    pub span: Option<Span>,
    /// In lower case, without a final period.
    pub message: String,
}

/// One occurrence of a fault.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind of fault.
    pub fault: &'static Fault,
    /// Where the report points.
    pub span: Span,
    /// In lower case, without a final period.
    pub message: String,
    /// How to correct it, one sentence each, in lower case.
    pub help: Vec<String>,
    /// Other places, and remarks.
    pub notes: Vec<Note>,
    /// The change that corrects it, where there is one that is likely.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// Adds a sentence on how to correct it.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help.push(help.into());
        self
    }

    /// Adds the help `did you mean …` if a similar name was found, and the fix that writes it.
    pub fn suggest(self, near: Option<impl AsRef<str>>) -> Diagnostic {
        match near {
            Some(name) => {
                let words = Change::Words(name.as_ref().to_owned());
                self.help(format!("did you mean `{}`?", name.as_ref())).fix(words)
            }
            None => self,
        }
    }

    /// Sets the change that probably corrects it.
    pub fn fix(self, change: Change) -> Diagnostic {
        Diagnostic { fix: Some(Box::new(Fix { change, is_certain: false })), ..self }
    }

    /// Sets the change that corrects it, where nothing else can be meant.
    pub fn certain_fix(self, change: Change) -> Diagnostic {
        Diagnostic { fix: Some(Box::new(Fix { change, is_certain: true })), ..self }
    }

    /// Adds another place that explains this one.
    pub fn note(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.notes.push(Note { span: Some(span), message: message.into() });
        self
    }
}

/// All diagnostics of a run, in the order in which they were found until they are sorted.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty collection.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds one diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds many diagnostics.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(more);
    }

    /// Removes and returns those for which `drop` is true.
    pub fn take_if(&mut self, mut drop: impl FnMut(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let (gone, kept) = std::mem::take(&mut self.list).into_iter().partition(|d| drop(d));
        self.list = kept;
        gone
    }

    /// The files to which a diagnostic or one of its notes points.
    pub fn files(&self) -> BTreeSet<FileId> {
        let notes = self.iter().flat_map(|found| found.notes.iter().filter_map(|note| note.span));
        self.iter().map(|found| found.span).chain(notes).map(|span| span.file).collect()
    }

    /// Sorts by file, place, code and message, and removes duplicates.
    pub fn sort(&mut self, files: &Files) {
        let path = |d: &Diagnostic| files.get(d.span.file).path.clone();
        self.list.sort_by(|a, b| {
            (path(a), a.span, a.fault.code, &a.message).cmp(&(path(b), b.span, b.fault.code, &b.message))
        });
        self.list.dedup_by(|a, b| a.span == b.span && a.fault.code == b.fault.code && a.message == b.message);
    }

    /// All diagnostics, in their present order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// The number of diagnostics of `level`.
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|d| d.fault.level == level).count()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Diagnostics {
        Diagnostics { list: vec![one] }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
