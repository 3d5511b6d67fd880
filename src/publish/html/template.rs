//! The theme's templates, and where in them a fault lies.
//!
//! Tera says in its own words what is wrong and where; here that becomes a diagnostic in the template's own file.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Map, Tera, Value};

use crate::publish::fault::TEMPLATE_FAULT;
use crate::publish::theme::Theme;
use crate::publish::theme::texts;
use crate::text::{Diagnostic, Diagnostics, FileId, Files, Span};

use super::message::{Messages, lower};

/// Kinds of page that are printed by the template of another kind, unless a theme has a template of their own name.
pub(super) const SHARED: &[(&str, &str)] = &[
    ("amendments-country", "amendments"),
    ("changes-between-country", "changes-between"),
    ("changes-country", "changes"),
    ("changes-country-year", "changes"),
    ("changes-instrument", "changes"),
    ("changes-instrument-year", "changes"),
    ("changes-year", "changes"),
    ("laws-country", "laws"),
    ("source-country", "source"),
    ("timeline-country", "timeline"),
    ("topic-country", "topic"),
];

/// A template: the name by which templates call each other, its file, its text.
struct Template {
    name: String,
    file: FileId,
    text: std::sync::Arc<str>,
    /// What Tera reads: the text without the indentation of its lines, and with the words of messages that are the same
    /// on every page in the place of the calls for them.
    read: String,
    /// Where words stand in what Tera reads, in order.
    folds: Vec<Fold>,
}

/// Words in the place of a call for them.
struct Fold {
    /// Byte in what Tera reads.
    start: usize,
    /// Length of the words.
    length: usize,
    /// Length of the call, in the text without indentation.
    of: usize,
}

impl Template {
    fn is_own(&self) -> bool {
        !self.name.starts_with("default/")
    }

    /// The byte of the file for a byte of what Tera read.
    fn in_file(&self, at: usize) -> usize {
        let at = unfolded(&self.folds, at);
        let (mut end, mut dropped) = (0, 0);
        for line in self.text.split_inclusive('\n') {
            let kept = unindented(line).len();
            dropped += line.len() - kept;
            end += kept;
            if at < end {
                break;
            }
        }
        at + dropped
    }
}

/// A line without its indentation.
fn unindented(line: &str) -> &str {
    line.trim_start_matches([' ', '\t'])
}

/// The byte of a text for a byte of the same with its calls folded. Within words it is where the call begins.
fn unfolded(folds: &[Fold], at: usize) -> usize {
    let mut out = at;
    for fold in folds.iter().take_while(|fold| fold.start < at) {
        if at < fold.start + fold.length {
            return out - (at - fold.start);
        }
        out = out + fold.of - fold.length;
    }
    out
}

/// The text with the words of constant messages in the place of `{{ "key" | t }}`. Words that Tera could take for its own
/// signs, or of which it could trim something, stay away, and so does what stands in a template that quotes templates.
fn folded<'m>(text: &str, words: impl Fn(&str) -> Option<&'m str>) -> (String, Vec<Fold>) {
    const OPEN: &str = "{{ \"";
    const CLOSE: &str = "\" | t }}";
    let (mut out, mut folds, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
    let quotes = ["{% raw", "{%- raw"].iter().any(|sign| text.contains(sign));
    for (at, _) in text.match_indices(OPEN).filter(|_| !quotes) {
        let key = &text[at + OPEN.len()..];
        let Some((key, _)) = key.split_once('"') else { break };
        let end = at + OPEN.len() + key.len();
        let fits = |words: &&str| !words.is_empty() && words.trim() == *words && !words.contains(['{', '}']);
        let call = text[end..].starts_with(CLOSE) && !text[..at].ends_with('{');
        let Some(words) = words(key).filter(|_| call).filter(fits) else { continue };
        out.push_str(&text[done..at]);
        done = end + CLOSE.len();
        folds.push(Fold { start: out.len(), length: words.len(), of: done - at });
        out.push_str(words);
    }
    out.push_str(&text[done..]);
    (out, folds)
}

/// The theme's templates by name, for the places of faults.
pub struct Templates {
    list: Vec<Template>,
}

impl Templates {
    /// Finds the templates of the theme, for pages with these messages.
    pub fn new(theme: &Theme, files: &Files, messages: &Messages) -> Templates {
        let template = |(path, shown, text): (&str, &str, std::sync::Arc<str>)| {
            let name = path.strip_prefix("templates/")?.to_owned();
            let flush: String = text.split_inclusive('\n').map(unindented).collect();
            let (read, folds) = folded(&flush, |key| messages.constant(key));
            Some(Template { name, file: files.find(shown)?, text, read, folds })
        };
        Templates { list: texts(theme).filter_map(template).collect() }
    }

    /// Gives them to `tera`, which knows its filters and functions already. All faults come out, not only the first.
    ///
    /// Indentation is for people who read a template and is not printed, so that a line may stand as deep as it is nested.
    pub fn add_to(&self, tera: &mut Tera) -> Diagnostics {
        let mut found = Diagnostics::new();
        tera.set_fallback_prefixes(["default/"]).expect("no template was added yet");
        let Err(error) = tera.add_raw_templates(self.list.iter().map(|t| (&t.name, &t.read))) else { return found };
        // The first template that is not well formed hides the others, so each is read alone.
        for template in &self.list {
            let alone = Tera::default().add_raw_template(&template.name, &template.read);
            if let Err(error) = &alone
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                found.extend(self.faults(error));
            }
        }
        if found.is_empty() {
            found.extend(self.faults(&error));
        }
        found
    }

    /// The templates below `folder`, printed with `context`, by their names. Those below `once/` are printed once for the
    /// whole site, with nothing but the frame: what they print is the same on every page, where it stands as
    /// `once.<name>`. Those below `depth/` know the page's path and its way to the root.
    pub fn printed(&self, folder: &str, tera: &Tera, context: &Context) -> Result<Value, tera::Error> {
        let printed = self.printed_in(folder, tera, context)?;
        let safe = printed.into_iter().map(|(key, html)| (key.into(), Value::safe_string(&html)));
        Ok(Value::from(safe.collect::<Map>()))
    }

    /// The same as names and HTML, sorted by name.
    pub fn printed_in(
        &self,
        folder: &str,
        tera: &Tera,
        context: &Context,
    ) -> Result<BTreeMap<String, String>, tera::Error> {
        let mut printed = BTreeMap::new();
        for template in &self.list {
            let name = template.name.strip_prefix("default/").unwrap_or(&template.name);
            if let Some(key) = name.strip_prefix(folder).and_then(|name| name.strip_suffix(".html")) {
                printed.insert(key.to_owned(), tera.render(name, context)?);
            }
        }
        Ok(printed)
    }

    /// What Tera reports, in the template's own file.
    pub fn faults(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let (name, range) = (report.filename(), &report.span().range);
                let in_file = |at| self.find(name).map_or(at, |template| template.in_file(at));
                vec![self.fault(name, in_file(range.start), in_file(range.end), report.message())]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = format!("the template `{parent}`, which it extends, does not exist");
                vec![self.fault_at_word(current, parent, message)]
            }
            ErrorKind::CircularExtend { tpl, .. } => {
                let message = "the template extends itself in the end".to_owned();
                let own = format!("default/{tpl}");
                vec![self.fault_at_word(tpl, tpl, message).help(format!("the built-in one is called `{own}`"))]
            }
            ErrorKind::CircularInclude { tpl, .. } => {
                vec![self.fault_at_word(tpl, tpl, "the template includes itself in the end".to_owned())]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![self.fault("", 0, 0, &format!("there is no template `{name}`"))]
            }
            kind => self.of_report(&kind.to_string()),
        }
    }

    /// Where Tera found several faults at once, it hands over its printed report only: `error: …`, and on the next line
    /// `--> file:line:column`.
    fn of_report(&self, report: &str) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        let mut message = None;
        for line in report.lines() {
            if let Some(words) = line.strip_prefix("error: ") {
                message = Some(words);
            } else if let Some((place, words)) = line.trim_start().strip_prefix("--> ").zip(message.take()) {
                let mut pieces = place.rsplitn(3, ':');
                let mut number = || pieces.next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
                let (column, line) = (number(), number());
                let name = pieces.next().unwrap_or_default();
                let start = self.find(name).map_or(0, |t| t.in_file(offset(&t.read, line, column)));
                out.push(self.fault(name, start, start + 1, words));
            }
        }
        if out.is_empty() {
            out.push(self.fault("", 0, 0, report.lines().next().unwrap_or_default()));
        }
        out
    }

    /// A template that prints without an end. The loop in it that stands first is the place: Tera does not say where it was.
    pub fn endless(&self, name: &str, bytes: usize, pieces: u64) -> Diagnostic {
        let own = self.find(name).or_else(|| self.find(&format!("default/{name}")));
        let text = own.map_or("", |template| &*template.text);
        let start = text.find("{% for ").or_else(|| text.find("{%- for ")).unwrap_or(0);
        let message = format!(
            "a page of this template has no end: it has more than {} MB, or more than {} million pieces",
            bytes / 1024 / 1024,
            pieces / 1_000_000
        );
        let name = own.map_or(name, |template| &template.name);
        self.fault(name, start, start, &message)
            .help("look for loops within loops, and for long lists that are printed in each turn")
    }

    fn find(&self, name: &str) -> Option<&Template> {
        self.list.iter().find(|t| t.name == name)
    }

    fn fault(&self, name: &str, start: usize, end: usize, message: &str) -> Diagnostic {
        // A fault without a place stands at the head of the first template: there is one, or Tera had nothing to say.
        let template = self.find(name).or(self.list.first()).expect("a theme without templates is not printed");
        let message = message.lines().next().unwrap_or_default();
        let (message, fields) = message.split_once(". Available fields: ").unwrap_or((message, ""));
        let found = TEMPLATE_FAULT.at(Span::new(template.file, start, end), lower(message));
        if fields.is_empty() { found } else { found.help(format!("what is there: {fields}")) }
    }

    fn fault_at_word(&self, name: &str, word: &str, message: String) -> Diagnostic {
        let at = self.find(name).and_then(|t| t.text.find(word)).unwrap_or(0);
        self.fault(name, at, at + word.len(), &message)
    }

    /// Messages that templates name outright (`"key" | t`, `t(k="key"`) and no file has.
    pub fn missing_messages(&self, messages: &Messages) -> Diagnostics {
        let mut found = Diagnostics::new();
        for template in &self.list {
            for (start, key) in named_messages(&template.text) {
                if !messages.has(key) {
                    found.extend(messages.missing(Span::new(template.file, start, start + key.len()), key));
                }
            }
        }
        found
    }

    /// Where a template asks for a message, and whether it is one of the site's own, which go first: where it names the
    /// message outright, or else the words with which the name begins.
    pub fn uses_of(&self, key: &str) -> Option<(Span, bool)> {
        let (own, built_in): (Vec<_>, Vec<_>) = self.list.iter().partition(|template| template.is_own());
        let find = |list: &[&Template]| {
            let of = |asks: fn(&str, &str) -> Option<(usize, usize)>| {
                let found = |template: &&Template| Some((template.file, template.is_own(), asks(&template.text, key)?));
                list.iter().find_map(found)
            };
            let (file, is_own, (start, end)) = of(named_outright).or_else(|| of(named_in_part))?;
            Some((Span::new(file, start, end), is_own))
        };
        find(&own).or_else(|| find(&built_in))
    }

    /// Whether there is a template of this name, the theme's own or a built-in one.
    pub fn has(&self, name: &str) -> bool {
        self.list.iter().any(|template| template.name.strip_prefix("default/").unwrap_or(&template.name) == name)
    }

    /// The template that prints a kind of page: the one of its name, or else the one that it shares with other kinds.
    pub fn of_kind(&self, kind: &str) -> Option<String> {
        let shared = SHARED.iter().find(|(of, _)| *of == kind).map(|(_, shared)| *shared);
        let mut names = [kind].into_iter().chain(shared).map(|name| format!("{name}.html"));
        names.find(|name| self.has(name))
    }

    /// Whether a site has templates of its own.
    pub fn has_own(&self) -> bool {
        self.list.iter().any(Template::is_own)
    }

    /// Whether there is no template at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Where a text names a message as it is.
fn named_outright(text: &str, key: &str) -> Option<(usize, usize)> {
    named_messages(text).into_iter().find(|(_, named)| *named == key).map(|(start, _)| (start, start + key.len()))
}

/// Where a text puts a name together that begins as this one does, as in `("state-" ~ cell.state) | t`.
fn named_in_part(text: &str, key: &str) -> Option<(usize, usize)> {
    let begins = |(end, _): (usize, &str)| {
        let start = text[..end].rfind('"')? + 1;
        (start < end && key.starts_with(&text[start..end])).then_some((start, end))
    };
    text.match_indices("\" ~").filter_map(begins).max_by_key(|(start, end)| end - start)
}

/// The byte at which a line and a column, both from one and the column in characters, stand.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + text[start..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// The keys of messages that stand in a template as they are, not put together, with the byte at which each stands.
fn named_messages(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let key = |start: usize, end: usize| (start, &text[start..end]);
    for (at, _) in text.match_indices("\" | t") {
        let whole = !text[at + 5..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if let Some(start) = text[..at].rfind('"').map(|n| n + 1).filter(|_| whole) {
            // In `("a-" ~ b ~ "c") | t` a bracket stands before the bar, so what is found here stands alone.
            out.push(key(start, at));
        }
    }
    for (at, open) in text.match_indices("t(k=\"") {
        let start = at + open.len();
        let end = text[start..].find('"').map_or(text.len(), |n| start + n);
        let joined = text[end..].trim_start_matches(['"', ' ']).starts_with('~');
        if !joined {
            out.push(key(start, end));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> (String, Vec<Fold>) {
        folded(text, |key| match key {
            "short" => Some("№"),
            "long" => Some("a message of some length"),
            "signs" => Some("{{ x }}"),
            "wide" => Some(" wide "),
            _ => None,
        })
    }

    #[test]
    fn constant_messages_are_folded_and_others_stay() {
        let of = |text: &str| fold(text).0;
        assert_eq!(of("<p>{{ \"short\" | t }}: {{ \"long\" | t }}</p>"), "<p>№: a message of some length</p>");
        for text in [
            "{{ \"unknown\" | t }}",
            "{{ \"signs\" | t }}",
            "{{ \"wide\" | t }}",
            "{{- \"short\" | t -}}",
            "{{ \"short\" | t | upper }}",
            "{{ \"short\" | time }}",
            "{{{ \"short\" | t }}",
            "{% raw %}{{ \"short\" | t }}{% endraw %}",
            "{{ \"short",
        ] {
            assert_eq!(of(text), text);
        }
    }

    #[test]
    fn a_place_behind_folded_messages_is_the_place_in_the_text() {
        let text = "é {{ \"short\" | t }} {{ \"long\" | t }}{{ fault }} {{ \"short\" | t }} end";
        let (read, folds) = fold(text);
        for word in ["é", "fault", "end"] {
            let at = read.find(word).expect("it stands there");
            assert_eq!(unfolded(&folds, at), text.find(word).expect("and there"), "{word}");
        }
        let within = read.find("some length").expect("it stands there");
        assert_eq!(unfolded(&folds, within), text.find("{{ \"long").expect("and there"));
    }
}
