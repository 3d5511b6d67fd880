//! The tags of a finished page, one after the other, so that links can be found and changed without a tree.
//!
//! What comes in is HTML that a theme printed; what goes out are its tags and what stands between them, byte for byte.

/// A tag, or what stands between two.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// Words, comments, and what scripts and styles hold.
    Text(&'a str),
    /// A tag.
    Tag(Tag<'a>),
}

/// A tag as it was written.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// All of it, from `<` to `>`.
    pub whole: &'a str,
    /// Its name, as written.
    pub name: &'a str,
    /// Whether it closes an element.
    pub closes: bool,
}

impl<'a> Tag<'a> {
    /// Its attributes: name, and value as written, without the quotation marks.
    pub(super) fn attributes(&self) -> Vec<(&'a str, &'a str)> {
        let mut rest = self.whole[1 + self.name.len()..].trim_end_matches('>').trim_end_matches('/');
        let mut out = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() || self.closes {
                return out;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len()).max(1);
            let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let Some(value) = after.trim_start().strip_prefix('=') else {
                out.push((name, ""));
                rest = after;
                continue;
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            out.push((name, value));
            rest = after;
        }
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes().into_iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// Whether it is the opening tag of an element.
    pub(super) fn opens(&self, name: &str) -> bool {
        !self.closes && self.name == name
    }
}

/// Takes HTML apart. Put together again, the pieces are what came in.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = html[at..].find('<').map(|n| at + n) {
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |n| start + n + 3);
            continue;
        }
        let closes = rest.starts_with("</");
        let name = start + 1 + usize::from(closes);
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let length = html[name..].find(|c| !is_name(c)).unwrap_or(html.len() - name);
        if length == 0 {
            at = start + 1;
            continue;
        }
        let end = start + tag_length(rest);
        if done < start {
            out.push(Piece::Text(&html[done..start]));
        }
        let name = &html[name..name + length];
        out.push(Piece::Tag(Tag { whole: &html[start..end], name, closes }));
        (done, at) = (end, end);
        if !closes && matches!(name, "script" | "style") {
            // What stands in them is no markup.
            at = html[end..].find(&format!("</{name}")).map_or(html.len(), |n| end + n);
        }
    }
    if done < html.len() {
        out.push(Piece::Text(&html[done..]));
    }
    out
}

/// Up to and with the `>` that stands in no quotation marks.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The path of the file to which a link on the page at `from` leads, and its anchor. `None`: it leads out of the site, or
/// to a place on the same page.
pub(super) fn target<'a>(from: &str, href: &'a str) -> Option<(String, Option<&'a str>)> {
    let (way, anchor) = href.split_once('#').map_or((href, None), |(way, anchor)| (way, Some(anchor)));
    let way = way.split('?').next().unwrap_or_default();
    let before_slash = way.split('/').next().unwrap_or_default();
    if way.is_empty() || way.starts_with('/') || before_slash.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    Some((path, anchor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_comes_apart_at_its_tags_and_nowhere_else() {
        let html = "<!doctype html><p class=\"a > b\" hidden data-x='y'>1 < 2 <!-- <a> --></p><script>if (a<b) {}</script><br/>";
        let list = pieces(html);
        let whole: String = list
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => *text,
                Piece::Tag(tag) => tag.whole,
            })
            .collect();
        assert_eq!(whole, html);
        let tags: Vec<&Tag<'_>> =
            list.iter().filter_map(|p| if let Piece::Tag(tag) = p { Some(tag) } else { None }).collect();
        let names: Vec<(&str, bool)> = tags.iter().map(|tag| (tag.name, tag.closes)).collect();
        assert_eq!(names, [("p", false), ("p", true), ("script", false), ("script", true), ("br", false)]);
        assert_eq!(tags[0].attributes(), [("class", "a > b"), ("hidden", ""), ("data-x", "y")]);
    }

    #[test]
    fn a_link_leads_from_its_page_to_a_file() {
        let to = |from, href| target(from, href).map(|(path, anchor)| (path, anchor.map(str::to_owned)));
        assert_eq!(to("a/b/c.html", "../d.html#x"), Some(("a/d.html".to_owned(), Some("x".to_owned()))));
        assert_eq!(to("index.html", "a/index.html"), Some(("a/index.html".to_owned(), None)));
        assert_eq!(to("a/b.html", "../"), Some(("index.html".to_owned(), None)));
        for out in ["#x", "https://example.org/", "mailto:a@example.org", "//example.org/x", "/x", "data:,"] {
            assert_eq!(to("a/b.html", out), None, "{out}");
        }
    }
}
