//! Finds links of a template that the policy of links cannot see.
//!
//! What comes in is the text of a template as its author wrote it. A link like `<a href="{{ law.href }}">` prints the
//! address as it stands: a copy of a part of the site neither learns from it which pages it needs, nor leaves it out
//! where it lacks the page.

use std::ops::Range;

/// A link that is written without the filters `link` and `href`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PlainLink<'t> {
    /// The tag up to its `>`, as it is written.
    pub tag: &'t str,
    /// The attribute `href="…"`: bytes from the start of the text.
    pub at: Range<usize>,
    /// What to write in place of the attribute and the space before it.
    pub instead: String,
}

/// Last names of the fields of views that hold addresses of pages.
const ADDRESSES: [&str; 3] = ["href", "main_href", "whole"];

/// The links of a template to pages of the site that are written as plain attributes.
pub(super) fn plain_links(text: &str) -> Vec<PlainLink<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['<', '{']) {
        at += next;
        if let Some(end) = end_of_braces(text, at) {
            at = end;
            continue;
        }
        let is_link = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c == '{');
        if text[at..].strip_prefix("<a").is_some_and(is_link) {
            let end = end_of_tag(text, at);
            found.extend(plain_link(text, at..end));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

fn plain_link(text: &str, tag: Range<usize>) -> Option<PlainLink<'_>> {
    let (start, value) = href(text, tag.clone())?;
    let instead = filtered(&text[value.clone()])?;
    Some(PlainLink { tag: &text[tag], at: start..value.end + 1, instead })
}

/// The start of the attribute `href` of a tag, and the range of its value without the quotes.
fn href(text: &str, tag: Range<usize>) -> Option<(usize, Range<usize>)> {
    let mut at = tag.start;
    while at < tag.end {
        if let Some(end) = end_of_braces(text, at) {
            at = end;
            continue;
        }
        let rest = &text[at..tag.end];
        if let Some(value) = rest.strip_prefix("href=").filter(|_| text[..at].ends_with(char::is_whitespace)) {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let first = at + "href=".len() + 1;
            return Some((at, first..end_of_value(text, first, quote)?));
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The place of the quotation mark that ends a value.
fn end_of_value(text: &str, start: usize, quote: char) -> Option<usize> {
    let mut at = start;
    loop {
        at += text[at..].find([quote, '{'])?;
        match end_of_braces(text, at) {
            Some(end) => at = end,
            None if text[at..].starts_with(quote) => return Some(at),
            None => at += 1,
        }
    }
}

/// The place of the `>` that ends the tag which begins at `start`, or the end of the text.
fn end_of_tag(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(next) = text[at..].find(['>', '{']) {
        at += next;
        match end_of_braces(text, at) {
            Some(end) => at = end,
            None if text[at..].starts_with('>') => return at,
            None => at += 1,
        }
    }
    text.len()
}

/// The end of the expression, statement or comment that begins at `at`, if one does.
fn end_of_braces(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let pairs = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    let close = pairs.iter().find_map(|(open, close)| rest.starts_with(open).then_some(close))?;
    Some(rest.find(close).map_or(text.len(), |end| at + end + close.len()))
}

/// The filter that prints this value of an attribute; nothing for values that are no addresses of pages.
fn filtered(value: &str) -> Option<String> {
    let (expression, rest) = value.strip_prefix("{{")?.split_once("}}")?;
    let expression = expression.trim_matches(['-', ' ']);
    let path = expression.split('|').next().unwrap_or_default().trim();
    let mut names = path.split(|c: char| !c.is_alphanumeric() && c != '_');
    let is_root = names.clone().any(|name| name == "root");
    if !is_root && !names.next_back().is_some_and(|name| ADDRESSES.contains(&name)) {
        return None;
    }
    match rest {
        "" => Some(format!("{{{{ {path} | href }}}}")),
        _ if rest.starts_with("assets/") => None,
        _ if rest.contains(['{', '"']) => Some(format!("{{{{ ({path} ~ …) | href }}}}")),
        _ => Some(format!("{{{{ ({path} ~ \"{rest}\") | href }}}}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        plain_links(text).into_iter().map(|link| (&text[link.at], link.instead)).collect()
    }

    #[test]
    fn an_address_of_a_view_in_a_plain_attribute_is_found_with_what_to_write() {
        let at = |text: &'static str, instead: &str| vec![(text, instead.to_owned())];
        let plain = "Ссылка <a class=\"x\" href=\"{{ law.country.href }}\">…</a>";
        assert_eq!(found(plain), at("href=\"{{ law.country.href }}\"", "{{ law.country.href | href }}"));
        let rooted = "<a\n href='{{ page.root }}index.html'>";
        assert_eq!(found(rooted), at("href='{{ page.root }}index.html'", "{{ (page.root ~ \"index.html\") | href }}"));
        let inner = "<a{% if x %} class=\"{{ \"a>b\" | t }}\"{% endif %} href=\"{{- v.main_href | plain -}}\">";
        assert_eq!(found(inner), at("href=\"{{- v.main_href | plain -}}\"", "{{ v.main_href | href }}"));
    }

    #[test]
    fn what_goes_through_the_filters_or_leads_elsewhere_is_not_found() {
        for text in [
            "<a{{ law.href | href }}>",
            "<a class=\"{{ law.href }}\">",
            "<a href=\"{{ source.url }}\">",
            "<a href=\"https://example.org/\">",
            "<a href=\"{{ page.root }}assets/form.pdf\">",
            "<link href=\"{{ page.root }}assets/style.css\">",
            "{# <a href=\"{{ law.href }}\"> #}",
            "<abbr>{{ law.href }}</abbr><a href=\"{{ law.href }}",
            "<a",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
