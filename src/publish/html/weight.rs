//! Weighs the texts that a site's own templates make, so that a page cannot take memory without bound.
//!
//! A text that is joined to itself in turn (`{% set_global x = x ~ x %}`) doubles each time, and an allocation that fails
//! ends the program. So each operand of `~`, each value that is set or printed within a captured text, and the result of
//! each filter, slice, list in brackets and component within an expression is weighed, because a list can keep them all;
//! filters of Tera that can multiply a text are weighed before they do. A page that exceeds the limit fails in its
//! template. The built-in templates are not weighed.

use std::cell::Cell;
use std::ops::Range;

use tera::{Error, Kwargs, Map, State, StringInput, Tera, TeraResult, Value};

use super::tag::{inner, statements, tags};

/// The most bytes that the templates of a page may join, multiply or capture.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The name of the inserted filter.
const NAME: &str = "weighed";

/// The name of the filter that is inserted behind what is set: lists are weighed by their items alone, which are shared.
const OF_LIST: &str = "weighed_list";

/// The name of the filter that is inserted behind what makes a new text or list: a text is weighed whole, a list by its
/// items alone.
const OF_COPY: &str = "weighed_copy";

/// The name of the inserted function.
const FUNCTION: &str = "weigh";

/// How the message begins that both fail with.
const TOO_HEAVY: &str = "a page of this template takes memory without end: it joins more than";

/// What an item of a list weighs beside its text, in bytes.
const ITEM: usize = 16;

/// The weight of a template that is included within a captured text: more than most of them print.
const INCLUSION: usize = 20_000;

thread_local! {
    /// The bytes weighed for the page that this thread prints.
    static WEIGHED: Cell<usize> = const { Cell::new(0) };
}

/// Starts to weigh anew.
pub(super) fn begin() {
    WEIGHED.set(0);
}

/// Whether a message of Tera is that of a page that is too heavy.
pub(super) fn is_of_too_heavy(message: &str) -> bool {
    message.starts_with(TOO_HEAVY)
}

/// Adds to what the page has used.
fn weigh(bytes: usize) -> TeraResult<()> {
    WEIGHED.set(WEIGHED.get().saturating_add(bytes));
    match WEIGHED.get() > MOST_BYTES {
        true => Err(Error::message(format!("{TOO_HEAVY} {} MB of text", MOST_BYTES / 1024 / 1024))),
        false => Ok(()),
    }
}

/// Weighs the text that a value prints. Lists can hold one list many times, so this stops at the limit, too.
fn weigh_printed(value: &Value) -> TeraResult<()> {
    weigh(value.as_str().map_or(ITEM, str::len))?;
    if let Some(list) = value.as_array() {
        list.iter().try_for_each(weigh_printed)?;
    }
    if let Some(map) = value.as_map() {
        map.iter().try_for_each(|(_, value)| weigh_printed(value))?;
    }
    Ok(())
}

/// Registers the inserted filter and function, and filters in place of those of Tera that multiply a text.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(NAME, |value: &Value, _: Kwargs, _: &State| {
        weigh_printed(value)?;
        TeraResult::Ok(value.clone())
    });
    tera.register_filter(OF_LIST, |value: &Value, _: Kwargs, _: &State| {
        weigh(value.as_array().map_or(0, <[Value]>::len) * ITEM)?;
        weigh(value.as_map().map_or(0, Map::len) * ITEM)?;
        TeraResult::Ok(value.clone())
    });
    tera.register_filter(OF_COPY, |value: &Value, _: Kwargs, _: &State| {
        weigh(value.as_str().map_or(0, str::len))?;
        weigh(value.as_array().map_or(0, <[Value]>::len) * ITEM)?;
        weigh(value.as_map().map_or(0, Map::len) * ITEM)?;
        TeraResult::Ok(value.clone())
    });
    tera.register_function(FUNCTION, |args: Kwargs, _: &State| -> TeraResult<&'static str> {
        weigh(args.must_get::<usize>("bytes")?)?;
        Ok("")
    });
    tera.register_filter("replace", replace);
    tera.register_filter("split", split);
    tera.register_filter("join", join);
    tera.register_filter("indent", indent);
    tera.register_filter("str", |value: &Value, _: Kwargs, _: &State| {
        weigh_printed(value)?;
        TeraResult::Ok(value.to_string())
    });
}

/// Filter `replace(from, to)`. HTML if the text or what is put into it is.
fn replace(text: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let from = args.must_get::<&str>("from")?;
    let to = args.must_get::<StringInput>("to")?;
    let is_html = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let replaced = |text: &str, to: &str| {
        weigh(text.len().saturating_add(text.matches(from).count().saturating_mul(to.len())))?;
        TeraResult::Ok(text.replace(from, to))
    };
    match is_html {
        true => Ok(Value::safe_string(&replaced(&text.rendered(state)?, &to.rendered(state)?)?)),
        false => Ok(Value::from(replaced(text.as_str(), to.as_str())?)),
    }
}

/// Filter `split(pat)`: the pieces of a text.
fn split(text: &str, args: Kwargs, _: &State) -> TeraResult<Vec<String>> {
    let pat = args.must_get::<&str>("pat")?;
    weigh(text.len().saturating_add(text.matches(pat).count().saturating_mul(2 * ITEM)))?;
    Ok(text.split(pat).map(str::to_owned).collect())
}

/// Filter `join(sep)`. HTML if an item or what stands between them is.
fn join(list: &[Value], args: Kwargs, state: &State) -> TeraResult<Value> {
    let sep = args.get::<StringInput>("sep")?;
    let has_html =
        list.iter().any(|item| item.is_string() && item.is_safe()) || sep.as_ref().is_some_and(StringInput::is_safe);
    let is_html = state.autoescaping_enabled() && has_html;
    let mut parts = Vec::with_capacity(list.len());
    for item in list {
        weigh_printed(item)?;
        weigh(sep.as_ref().map_or(0, |sep| sep.as_str().len()))?;
        parts.push(match is_html {
            true if item.is_undefined() => String::new(),
            true => state.escape_if_needed(item)?,
            false => item.to_string(),
        });
    }
    let sep = match &sep {
        Some(sep) if is_html => sep.rendered(state)?.into_owned(),
        sep => sep.as_ref().map_or("", StringInput::as_str).to_owned(),
    };
    let joined = parts.join(&sep);
    Ok(if is_html { Value::safe_string(&joined) } else { Value::from(joined) })
}

/// Filter `indent(width, indentation, first, blank)`: each line behind `width` times one character.
fn indent(text: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let width = args.get::<usize>("width")?.unwrap_or(4).min(1000);
    let with = args.get::<StringInput>("indentation")?;
    let at_first = args.get::<bool>("first")?.unwrap_or(false);
    let at_blank = args.get::<bool>("blank")?.unwrap_or(false);
    if with.as_ref().is_some_and(|with| with.as_str().chars().count() != 1) {
        return Err(Error::message("the `indentation` must be exactly one character"));
    }
    let is_html = state.autoescaping_enabled() && (text.is_safe() || with.as_ref().is_some_and(StringInput::is_safe));
    let text = if is_html { text.rendered(state)? } else { text.as_str().into() };
    let one = match &with {
        Some(with) if is_html => with.rendered(state)?.into_owned(),
        with => with.as_ref().map_or(" ", StringInput::as_str).to_owned(),
    };
    weigh(text.len().saturating_add(text.lines().count().saturating_mul(width * one.len())))?;
    let margin = one.repeat(width);
    let line = |(n, line): (usize, &str)| match if n == 0 { at_first } else { at_blank || !line.is_empty() } {
        true => format!("{margin}{line}"),
        false => line.to_owned(),
    };
    let mut lines: Vec<String> = text.lines().enumerate().map(line).collect();
    if text.ends_with('\n') {
        lines.push(String::new());
    }
    let indented = lines.join("\n");
    Ok(if is_html { Value::safe_string(&indented) } else { Value::from(indented) })
}

/// The places of a template at which a filter or a call is inserted, and what is inserted; in order.
pub(super) fn insertions(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let captured = captures(text);
    for tag in tags(text) {
        let inner = inner(text, &tag);
        let trimmed = inner.trim_matches('-');
        let start = tag.start + 2 + usize::from(inner.starts_with('-'));
        let end = tag.end - 2 - usize::from(inner.ends_with('-'));
        let capture = captured.iter().find(|range| range.contains(&tag.start));
        if text[tag.start..].starts_with("{{") {
            let is_call = ["<", "super"].iter().any(|call| trimmed.trim_start().starts_with(call));
            let is_weighed = capture.is_some() && !is_call;
            out.extend(is_weighed.then(|| (start, " (".to_owned())));
            out.extend(copies(text, start..end));
            out.extend(operands(text, start..end));
            out.extend(is_weighed.then(|| (end, format!(") | {NAME} "))));
            continue;
        }
        let value = set_value(trimmed);
        out.extend(value.map(|at| (start + at, " (".to_owned())));
        // The defaults of a component are no expressions, nor is what a block or another template is called.
        if ["set", "set_global", "if", "elif", "for"].contains(&name(trimmed)) || name(trimmed).starts_with('<') {
            out.extend(copies(text, start + value.unwrap_or(0)..end));
        }
        out.extend(operands(text, start + value.unwrap_or(0)..end));
        out.extend(value.map(|_| (end, format!(") | {OF_LIST} "))));
        let bytes = capture.and_then(|capture| match name(trimmed) {
            "for" => Some(capture.end - tag.end),
            "include" => Some(INCLUSION),
            _ => None,
        });
        // White space that the tag trims behind itself must still be trimmed.
        let trims = if inner.ends_with('-') { "-" } else { "" };
        out.extend(bytes.map(|bytes| (tag.end, format!("{{{{ {FUNCTION}(bytes={bytes}) {trims}}}}}"))));
    }
    out.sort_by_key(|(at, _)| *at);
    out
}

/// The first word of a tag.
fn name(inner: &str) -> &str {
    let is_of_name = |c: char| c.is_alphanumeric() || "_</".contains(c);
    inner.trim_start().split(|c| !is_of_name(c)).next().unwrap_or_default()
}

/// Where the value begins in `set x = …`, as an offset; `None` for other tags.
fn set_value(inner: &str) -> Option<usize> {
    if !["set", "set_global"].contains(&name(inner)) {
        return None;
    }
    let (before, _) = inner.split_once('=')?;
    (before.split_whitespace().count() == 2).then_some(before.len() + 1)
}

/// The ranges of a template whose output may be captured: blocks of `set`, `filter` and components, and what stands
/// between the tags of a call. Only the outermost ones.
fn captures(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut open): (Vec<Range<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for tag in statements(text) {
        let inner = inner(text, &tag).trim_matches('-').trim();
        let opens = match name(inner) {
            "set" | "set_global" => set_value(inner).is_none(),
            name if name.starts_with('<') => !name.starts_with("</") && !inner.ends_with("/>"),
            name => ["filter", "component"].contains(&name),
        };
        let closes = ["endfilter", "endcomponent", "endset", "endset_global"].contains(&name(inner));
        if opens {
            open.push(tag.end);
        } else if closes || name(inner).starts_with("</") {
            // A block that does not begin or end is a fault of syntax, which Tera reports.
            out.extend(open.pop().filter(|_| open.is_empty()).map(|start| start..tag.start));
        }
    }
    out
}

/// Where the operands of `~` end in a range of code, with the filter that weighs them.
fn operands(text: &str, code: Range<usize>) -> Vec<(usize, String)> {
    let filter = format!(" | {NAME} ");
    let mut out = Vec::new();
    // For each open bracket, whether the operand that is read stands behind a `~`.
    let mut joins = vec![false];
    // How many brackets were open where each call of a component began.
    let mut calls = Vec::new();
    let mut at = code.start;
    while at < code.end {
        let next = at + token(&text[at..code.end]);
        let token = &text[at..next];
        let is_joined = joins.last().is_some_and(|joins| *joins);
        let before = text[..at].trim_end();
        let is_call = token == "<"
            && text[next..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && (at == code.start || before.ends_with(['~', '(', '[', '{', ',', '=', '%', '-']));
        if token == "~" || is_joined && !is_call && ends_operand(token) && !before.ends_with('~') {
            out.push((at, filter.clone()));
            joins.last_mut().into_iter().for_each(|joins| *joins = token == "~");
        }
        // The call of a component is an operand as a whole; its arguments are code of their own.
        match token {
            "(" | "[" | "{" => joins.push(false),
            ")" | "]" | "}" => drop(joins.pop()),
            _ if is_call => {
                joins.push(false);
                calls.push(joins.len());
            }
            ">" if text[..at].ends_with('/') && calls.last() == Some(&joins.len()) => {
                joins.pop();
                calls.pop();
            }
            _ => {}
        }
        at = next;
    }
    out.extend(joins.first().filter(|joins| **joins).map(|_| (code.end, filter)));
    out
}

/// The places behind expressions of a range of code that make a new text or list: filters, slices, lists in brackets,
/// calls of functions and components within brackets; with the filter that weighs what they make. A filter binds tighter
/// than any operator, so that it is one of the expression before it.
fn copies(text: &str, code: Range<usize>) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    // For each open bracket, whether what it closes is weighed.
    let mut open: Vec<bool> = Vec::new();
    // The last two tokens, and where a filter without arguments ended.
    let (mut before, mut last) = ("", "");
    let mut filter_ends: Option<usize> = None;
    let mut weigh_at = |at: usize| {
        let goes_on = text[at..code.end].trim_start().starts_with(['.', '[', '?']);
        out.extend((!goes_on).then(|| (at, format!(" | {OF_COPY} "))));
    };
    let mut at = code.start;
    while at < code.end {
        let next = (at + token(&text[at..code.end])).min(code.end);
        let token = &text[at..next];
        if token.trim().is_empty() {
            at = next;
            continue;
        }
        if let Some(end) = filter_ends.take_if(|_| token != "(" && token != ":") {
            weigh_at(end);
        }
        let is_value = last.ends_with(|c: char| c.is_alphanumeric() || "_\"'`)]".contains(c)) && !is_operator(last);
        match token {
            "(" => {
                let is_filter = filter_ends.take().is_some();
                open.push(is_filter || last == "range" && before != "|");
            }
            "[" => open.push(!is_value),
            "{" => open.push(false),
            ":" if text[code.start..at].ends_with(':') => {}
            ":" => {
                // A colon directly within the brackets behind a value is that of a slice.
                let is_slice = !is_map(text, code.start, at);
                open.last_mut().filter(|_| is_slice).into_iter().for_each(|weighed| *weighed = true);
            }
            ")" | "]" | "}" => open.pop().filter(|is_weighed| *is_weighed).into_iter().for_each(|_| weigh_at(next)),
            ">" if last == "/" && !open.is_empty() => weigh_at(next),
            _ if last == "|" && token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') => {
                filter_ends = Some(next);
            }
            _ => {}
        }
        (before, last) = (last, token);
        at = next;
    }
    if let Some(end) = filter_ends {
        weigh_at(end);
    }
    out
}

/// Whether the innermost bracket that is open before `at` is that of a map.
fn is_map(text: &str, start: usize, at: usize) -> bool {
    let mut open = Vec::new();
    let mut from = start;
    while from < at {
        let next = from + token(&text[from..at]);
        match &text[from..next] {
            bracket @ ("(" | "[" | "{") => open.push(bracket),
            ")" | "]" | "}" => drop(open.pop()),
            _ => {}
        }
        from = next;
    }
    open.last() == Some(&"{")
}

/// Whether a word is an operator, behind which a value begins.
fn is_operator(word: &str) -> bool {
    ["in", "and", "or", "not", "if", "else", "is", "for", "elif", "set", "set_global"].contains(&word)
}

/// The length of the first token of a code, in bytes: a text in quotation marks, a word, or one character.
fn token(code: &str) -> usize {
    let first = code.chars().next().map_or(1, char::len_utf8);
    let bytes = code.as_bytes();
    match bytes.first() {
        Some(quote @ (b'"' | b'\'' | b'`')) => {
            let mut at = 1;
            while at < bytes.len() && bytes[at] != *quote {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            let mut end = (at + 1).min(code.len());
            while !code.is_char_boundary(end) {
                end += 1;
            }
            end
        }
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => {
            bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count()
        }
        _ => first,
    }
}

/// Whether a word or sign ends an operand of `~`.
fn ends_operand(token: &str) -> bool {
    [")", "]", "}", ",", "=", "!", "<", ">", "if", "else", "and", "or", "is", "in", "not", "for"].contains(&token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(text: &str) -> String {
        let mut out = text.to_owned();
        for (at, what) in insertions(text).into_iter().rev() {
            out.insert_str(
                at,
                &what.replace(OF_LIST, "l").replace(OF_COPY, "c").replace(NAME, "w").replace(FUNCTION, "n"),
            );
        }
        out.replace("  ", " ")
    }

    #[test]
    fn what_is_joined_is_weighed() {
        for (text, with) in [
            ("{{ a ~ b }}", "{{ a | w ~ b | w }}"),
            ("{{- (\"~)\" ~ b.c) | t -}}", "{{- (\"~)\" | w ~ b.c | w ) | t | c -}}"),
            ("{{ f(k=a ~ b, n=[c ~ d]) }}", "{{ f(k=a | w ~ b | w , n=[c | w ~ d | w ] | c ) }}"),
            ("{% if a ~ b == \"я\" ~ c and d %}", "{% if a | w ~ b | w == \"я\" | w ~ c | w and d %}"),
            ("{% set x = x ~ x %}", "{% set x = ( x | w ~ x | w ) | l %}"),
            (
                "{{ <b n={a ~ c}/> ~ <b n={1} m=\"/>\"/> }}",
                "{{ <b n={a | w ~ c | w }/> | w ~ <b n={1} m=\"/>\"/> | w }}",
            ),
            ("{% if a ~ b < c %}", "{% if a | w ~ b | w < c %}"),
            ("{% set_global x = [...x, ...x] -%}", "{% set_global x = ( [...x, ...x] | c ) | l -%}"),
        ] {
            assert_eq!(weighed(text), with);
        }
    }

    #[test]
    fn what_makes_a_new_text_or_list_is_weighed() {
        for (text, with) in [
            ("{% set x = [...x, s | upper] %}", "{% set x = ( [...x, s | upper | c ] | c ) | l %}"),
            ("{% set x = [s | a(b=1) | d] %}", "{% set x = ( [s | a(b=1) | c | d | c ] | c ) | l %}"),
            (
                "{% for a in [s[1:] for b in range(end=9)] %}",
                "{% for a in [s[1:] | c for b in range(end=9) | c ] | c %}",
            ),
            ("{% if a[b] and c[\"d\"] is containing(\"e\") %}", "{% if a[b] and c[\"d\"] is containing(\"e\") %}"),
            ("{% set x = [<b n={s}/>] %}", "{% set x = ( [<b n={s}/> | c ] | c ) | l %}"),
            ("{{ {\"a\": b} }}", "{{ {\"a\": b} }}"),
            ("{{ s[0:5].a[1] }}", "{{ s[0:5].a[1] }}"),
            ("{% component b(n=[1], s=\"|\") %}", "{% component b(n=[1], s=\"|\") %}"),
            ("{% include \"a\" %}", "{% include \"a\" %}"),
        ] {
            assert_eq!(weighed(text), with);
        }
    }

    #[test]
    fn what_is_captured_is_weighed_and_what_is_printed_is_not() {
        assert_eq!(weighed("{{ a }}{% set x %}{{ b }}{% endset %}"), "{{ a }}{% set x %}{{ ( b ) | w }}{% endset %}");
        let repeated = weighed("{% set x %}{% for a in b %}-{% endfor %}{% endset %}");
        assert_eq!(repeated, "{% set x %}{% for a in b %}{{ n(bytes=13) }}-{% endfor %}{% endset %}");
        for text in ["{{ a }}{{ super() }}", "{# {{ a ~ b }} #}", "{% raw %}{{ a ~ b }}{% endraw %}", "{{ \"a ~ b\" }}"]
        {
            assert_eq!(weighed(text), text);
        }
    }
}
