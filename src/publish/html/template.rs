//! The theme's templates, and the places of faults in them.
//!
//! Tera reports faults in its own format; here they become diagnostics in the template's own file.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Context, ErrorKind, Map, Tera, Value};

use crate::publish::fault::{PLAIN_LINK, TEMPLATE_FAULT};
use crate::publish::theme::Theme;
use crate::publish::theme::texts;
use crate::text::{Diagnostic, Diagnostics, FileId, Files, Span};

use super::message::{Messages, lower};
use super::plain_link::plain_links;
use super::{turn, weight};

/// Kinds of page that share the template of another kind, unless a theme has a template under their own name.
pub(super) const SHARED: &[(&str, &str)] = &[
    ("amendments-country", "amendments"),
    ("changes-between-country", "changes-between"),
    ("changes-country", "changes"),
    ("changes-country-year", "changes"),
    ("changes-instrument", "changes"),
    ("changes-instrument-year", "changes"),
    ("changes-year", "changes"),
    ("laws-country", "laws"),
    ("module-version", "module"),
    ("source-country", "source"),
    ("timeline-country", "timeline"),
    ("topic-country", "topic"),
];

/// How the names of the built-in templates begin.
const BUILT_IN: &str = "default/";

/// What helps against a page without an end.
const LOOPS: &str = "look for loops within loops, and for long lists that are printed in each turn";

/// What helps against a page that takes memory without end.
const DOUBLING: &str = "look for a text that is joined to itself or replaced by a longer one, or a list that takes up copies, again and again";

/// Starts to count what a page takes.
pub(super) fn begin() {
    turn::begin();
    weight::begin();
}

/// A template: the name by which templates refer to each other, its file, and its text.
struct Template {
    name: String,
    file: FileId,
    text: std::sync::Arc<str>,
    /// The text given to Tera: without indentation, with calls for constant messages replaced by their text, and in the
    /// site's own templates with calls that count turns.
    read: String,
    /// These replacements, in order.
    folds: Vec<Fold>,
}

/// A call that was replaced by the text of a message, or a call that was inserted.
struct Fold {
    /// Offset of the message or inserted call in `read`.
    start: usize,
    /// Its length, in bytes.
    length: usize,
    /// Length of what it replaces, in bytes of the text without indentation.
    of: usize,
}

/// A range of a text without indentation, and what replaces it.
type Replacement<'m> = (std::ops::Range<usize>, std::borrow::Cow<'m, str>);

impl Template {
    fn is_own(&self) -> bool {
        !self.name.starts_with(BUILT_IN)
    }

    /// Converts an offset in the text that Tera read to one in the file.
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

/// Converts an offset in the text with replacements to one in the text without. Inside a replacement it is the start of
/// the call.
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

/// The calls `{{ "key" | t }}` for constant messages, and the messages. Messages with braces, or with white space at an
/// end that Tera could trim, are not inlined, nor is anything in a template with raw blocks.
fn constants<'m>(text: &str, words: impl Fn(&str) -> Option<&'m str>) -> Vec<Replacement<'m>> {
    const OPEN: &str = "{{ \"";
    const CLOSE: &str = "\" | t }}";
    let (mut out, mut done) = (Vec::new(), 0);
    let quotes = ["{% raw", "{%- raw"].iter().any(|sign| text.contains(sign));
    for (at, _) in text.match_indices(OPEN).filter(|_| !quotes) {
        let key = &text[at + OPEN.len()..];
        let Some((key, _)) = key.split_once('"') else { break };
        let end = at + OPEN.len() + key.len();
        let fits = |words: &&str| !words.is_empty() && words.trim() == *words && !words.contains(['{', '}']);
        let call = text[end..].starts_with(CLOSE) && !text[..at].ends_with('{');
        let Some(words) = words(key).filter(|_| call && at >= done).filter(fits) else { continue };
        done = end + CLOSE.len();
        out.push((at..done, words.into()));
    }
    out
}

/// The text with the replacements, which are in order.
fn replaced(text: &str, replacements: Vec<Replacement<'_>>) -> (String, Vec<Fold>) {
    let (mut out, mut folds, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
    for (range, with) in replacements {
        out.push_str(&text[done..range.start]);
        folds.push(Fold { start: out.len(), length: with.len(), of: range.len() });
        out.push_str(&with);
        done = range.end;
    }
    out.push_str(&text[done..]);
    (out, folds)
}

/// The theme's templates by name, with what is needed to find the places of faults.
pub struct Templates {
    list: Vec<Template>,
}

impl Templates {
    /// Collects the templates of the theme, for pages with these messages.
    pub fn new(theme: &Theme, files: &Files, messages: &Messages) -> Templates {
        let template = |(path, shown, text): (&str, &str, std::sync::Arc<str>)| {
            let name = path.strip_prefix("templates/")?.to_owned();
            let flush: String = text.split_inclusive('\n').map(unindented).collect();
            let mut replacements = constants(&flush, |key| messages.constant(key));
            if !name.starts_with(BUILT_IN) {
                let calls = turn::calls(&flush).into_iter().chain(weight::insertions(&flush));
                let is_folded = |at| replacements.iter().any(|(range, _)| range.start < at && at < range.end);
                let calls: Vec<_> = calls.filter(|(at, _)| !is_folded(*at)).collect();
                replacements.extend(calls.into_iter().map(|(at, call)| (at..at, call.into())));
                replacements.sort_by_key(|(range, _)| range.start);
            }
            let (read, folds) = replaced(&flush, replacements);
            Some(Template { name, file: files.find(shown)?, text, read, folds })
        };
        Templates { list: texts(theme).filter_map(template).collect() }
    }

    /// Adds the templates to `tera`, which must have its filters and functions already. Reports all faults, not only
    /// the first.
    ///
    /// Indentation is for people who read a template and is not printed, so lines can be indented by nesting.
    pub fn add_to(&self, tera: &mut Tera) -> Diagnostics {
        let mut found = Diagnostics::new();
        tera.set_fallback_prefixes(["default/"]).expect("no template was added yet");
        let Err(error) = tera.add_raw_templates(self.list.iter().map(|t| (&t.name, &t.read))) else {
            found.extend(self.missing_blocks(&[]));
            return found;
        };
        // Tera stops at the first template with a syntax error, so each is parsed separately first.
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

    /// Renders the templates below `folder`, by their names. Those below `once/` are rendered once for the whole site,
    /// with only the frame: their output is the same on every page, where it is available as `once.<name>`. Those below
    /// `depth/` know the page's path and the relative path to the root.
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
                begin();
                printed.insert(key.to_owned(), tera.render(name, context)?);
            }
        }
        Ok(printed)
    }

    /// Converts an error of Tera to diagnostics in the template's own file.
    pub fn faults(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let (name, range) = (report.filename(), &report.span().range);
                let in_file = |at| self.find(name).map_or(at, |template| template.in_file(at));
                let (start, end) = (in_file(range.start), in_file(range.end));
                if turn::is_of_too_many(report.message()) {
                    // The call was inserted behind the tag that is at fault.
                    let text = self.find(name).map_or("", |template| &template.text);
                    let start = text.get(..start).and_then(|text| text.rfind("{%")).unwrap_or(start);
                    return vec![self.fault(name, start, end, report.message()).help(LOOPS)];
                }
                let fault = self.fault(name, start, end, report.message());
                vec![if weight::is_of_too_heavy(report.message()) { fault.help(DOUBLING) } else { fault }]
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

    /// The faults of own templates that others extend and that lack blocks: those that Tera says the others fill, each a
    /// block and the template that fills it, and the block `chapter` of a frame, which the handbook takes.
    fn missing_blocks(&self, filled: &[(String, &str)]) -> Vec<Diagnostic> {
        let mut missing: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (block, name) in filled {
            if let Some(frame) = self.frame_of(name) {
                missing.entry(&frame.name).or_default().insert(block);
            }
        }
        let own = self.find("base.html").filter(|frame| word_behind(&frame.text, "extends").is_none());
        if let Some(frame) = own.filter(|frame| !blocks(&frame.text).any(|block| block == CHAPTER)) {
            missing.entry(&frame.name).or_default().insert(CHAPTER);
        }
        let fault = |(name, blocks): (&str, BTreeSet<&str>)| {
            let names: Vec<String> = blocks.iter().map(|block| format!("`{block}`")).collect();
            let message = match &names[..] {
                [one] if blocks.contains(CHAPTER) => {
                    format!("the template lacks the block {one}, which the handbook takes")
                }
                [one] => format!("the template lacks the block {one}, which pages fill"),
                names => format!("the template lacks the blocks {}, which pages fill", names.join(", ")),
            };
            let start = self.find(name).and_then(|frame| frame.text.find("<main")).unwrap_or(0);
            let chapter = blocks.contains(CHAPTER).then_some(" `chapter` stands around all that is inside `<main>`.");
            let put =
                format!("put `{{% block … %}}{{% endblock %}}` where each belongs.{}", chapter.unwrap_or_default());
            self.fault(name, start, start, &message)
                .help(put.trim_end_matches('.').to_owned())
                .help(format!("or begin with `{{% extends \"default/{name}\" %}}` and change single blocks"))
        };
        missing.into_iter().map(fault).collect()
    }

    /// The site's own template at the end of the chain of templates that one extends.
    fn frame_of(&self, name: &str) -> Option<&Template> {
        let mut at = self.find(name)?;
        for _ in 0..self.list.len() {
            let Some(parent) = word_behind(&at.text, "extends") else { break };
            at = self.find(parent).or_else(|| self.find(&format!("default/{parent}")))?;
        }
        Some(at).filter(|frame| frame.is_own())
    }

    /// Reports links of the site's own templates to pages that the policy of links cannot see. A tag that stands so in a
    /// built-in template is taken from there with its reasons.
    pub fn plain_links(&self) -> Diagnostics {
        let mut found = Diagnostics::new();
        let (own, built_in): (Vec<_>, Vec<_>) = self.list.iter().partition(|template| template.is_own());
        for template in own {
            for link in plain_links(&template.text) {
                if built_in.iter().any(|other| other.text.contains(link.tag)) {
                    continue;
                }
                let at = Span::new(template.file, link.at.start, link.at.end);
                let message = "this link is printed without the filter `href`: in a copy of a part of the site it may lead nowhere";
                found.push(PLAIN_LINK.at(at, message).help(format!("write `<a{}>`", link.instead)));
            }
        }
        found
    }

    /// Parses Tera's printed report, the only form in which it returns several faults: `error: …`, and on the next line
    /// `--> file:line:column`.
    fn of_report(&self, report: &str) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        let mut filled = Vec::new();
        let mut message = None;
        for line in report.lines() {
            if let Some(words) = line.strip_prefix("error: ") {
                message = Some(words);
            } else if let Some((place, words)) = line.trim_start().strip_prefix("--> ").zip(message.take()) {
                let mut pieces = place.rsplitn(3, ':');
                let mut number = || pieces.next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
                let (column, line) = (number(), number());
                let name = pieces.next().unwrap_or_default();
                match unknown_block(words).filter(|_| self.frame_of(name).is_some()) {
                    Some(block) => filled.push((block, name)),
                    None => {
                        let start = self.find(name).map_or(0, |t| t.in_file(offset(&t.read, line, column)));
                        out.push(self.fault(name, start, start + 1, words));
                    }
                }
            }
        }
        if !filled.is_empty() {
            out.extend(self.missing_blocks(&filled));
        }
        if out.is_empty() {
            out.push(self.fault("", 0, 0, report.lines().next().unwrap_or_default()));
        }
        out
    }

    /// The fault of a template that exceeds the limits of a page. It is reported at the first loop, because Tera does
    /// not say where it was.
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
        self.fault(name, start, start, &message).help(LOOPS)
    }

    fn find(&self, name: &str) -> Option<&Template> {
        self.list.iter().find(|t| t.name == name)
    }

    fn fault(&self, name: &str, start: usize, end: usize, message: &str) -> Diagnostic {
        // A fault without a place is reported at the start of the first template; there is one, or Tera would not have
        // run.
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

    /// Reports messages that templates name literally (`"key" | t`, `t(k="key"`) and that no file has.
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

    /// The place where a template uses a message, and whether the template is the site's own; its own are searched
    /// first. It is where the message is named literally, or else where a template composes a name with the same
    /// beginning.
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

    /// Whether there is a template of this name, the site's own or a built-in one.
    pub fn has(&self, name: &str) -> bool {
        self.list.iter().any(|template| template.name.strip_prefix("default/").unwrap_or(&template.name) == name)
    }

    /// The name of the template for a kind of page: its own, or else one that it shares with other kinds.
    pub fn of_kind(&self, kind: &str) -> Option<String> {
        let shared = SHARED.iter().find(|(of, _)| *of == kind).map(|(_, shared)| *shared);
        let mut names = [kind].into_iter().chain(shared).map(|name| format!("{name}.html"));
        names.find(|name| self.has(name))
    }

    /// Whether a site has templates of its own that differ from the built-in ones: a copy of those prints what they print.
    pub fn has_own(&self) -> bool {
        let built_in =
            |name: &str| self.list.iter().find(|template| template.name.strip_prefix("default/") == Some(name));
        let mut own = self.list.iter().filter(|template| template.is_own());
        own.any(|template| built_in(&template.name).is_none_or(|built_in| built_in.text != template.text))
    }

    /// Whether there are no templates.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// The block of a frame that the handbook takes.
const CHAPTER: &str = "chapter";

/// The block in Tera's message about a block that no parent has.
fn unknown_block(message: &str) -> Option<String> {
    let (block, _) = message.strip_prefix("Block `")?.split_once("` is not defined in any parent template")?;
    Some(block.to_owned())
}

/// The names of the blocks of a template.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    statements(text).filter_map(|statement| statement.strip_prefix("block ")?.split_whitespace().next())
}

/// What stands in quotation marks in the first statement of this name.
fn word_behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    statements(text).find_map(|statement| statement.strip_prefix(name)?.split('"').nth(1))
}

/// What stands between `{%` and `%}`.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    text.split("{%").skip(1).filter_map(|rest| Some(rest.split_once("%}")?.0.trim_matches(['-', ' ', '\n'])))
}

/// The range where a text names a message literally.
fn named_outright(text: &str, key: &str) -> Option<(usize, usize)> {
    named_messages(text).into_iter().find(|(_, named)| *named == key).map(|(start, _)| (start, start + key.len()))
}

/// The range where a text composes a name with the same beginning, as in `("state-" ~ cell.state) | t`.
fn named_in_part(text: &str, key: &str) -> Option<(usize, usize)> {
    let begins = |(end, _): (usize, &str)| {
        let start = text[..end].rfind('"')? + 1;
        (start < end && key.starts_with(&text[start..end])).then_some((start, end))
    };
    text.match_indices("\" ~").filter_map(begins).max_by_key(|(start, end)| end - start)
}

/// The offset of a line and column, both counted from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + text[start..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// The keys of messages that a template names literally, with their offsets.
fn named_messages(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let key = |start: usize, end: usize| (start, &text[start..end]);
    for (at, _) in text.match_indices("\" | t") {
        let whole = !text[at + 5..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if let Some(start) = text[..at].rfind('"').map(|n| n + 1).filter(|_| whole) {
            // A composed key, as in `("a-" ~ b ~ "c") | t`, has a parenthesis before the bar, so this one is literal.
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
        let words = |key: &str| match key {
            "short" => Some("№"),
            "long" => Some("a message of some length"),
            "signs" => Some("{{ x }}"),
            "wide" => Some(" wide "),
            _ => None,
        };
        replaced(text, constants(text, words))
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
