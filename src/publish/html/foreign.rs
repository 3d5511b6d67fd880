//! Marks of words in another language, as HTML: they become elements with `lang` where such can stand, and go elsewhere.

use crate::text::{FOREIGN, FOREIGN_END};

use super::prose::{FOREIGN_PROSE, escape};

/// Elements whose text is no HTML.
const RAW: &[&str] = &["title", "script", "style", "textarea"];

/// A printed page with its marks turned into elements, and whether it had any, or prose in another language.
pub fn spoken(page: &str, language: &str) -> (String, bool) {
    let mut out = String::with_capacity(page.len() + page.len() / 16);
    let mut found = page.contains(FOREIGN_PROSE);
    let mut raw = false;
    let mut rest = page;
    while !rest.is_empty() {
        let tag = rest.find('<').unwrap_or(rest.len());
        let (text, more) = rest.split_at(tag);
        if raw {
            bare(text, &mut out)
        } else {
            found |= words(text, language, &mut out)
        }
        let end = more.find('>').map_or(more.len(), |at| at + 1);
        let (tag, more) = more.split_at(end);
        let name = tag.trim_start_matches('<').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        raw = !tag.starts_with("</") && RAW.contains(&name);
        bare(tag, &mut out);
        rest = more;
    }
    (out, found)
}

/// Text of an element, with an element of its own around what is marked.
fn words(text: &str, language: &str, out: &mut String) -> bool {
    let mut open = false;
    let mut found = false;
    for c in text.chars() {
        match c {
            FOREIGN if !open => {
                out.push_str("<span lang=\"");
                escape(language, out);
                out.push_str("\">");
                open = true;
                found = true;
            }
            FOREIGN_END if open => {
                out.push_str("</span>");
                open = false;
            }
            FOREIGN | FOREIGN_END => {}
            c => out.push(c),
        }
    }
    if open {
        out.push_str("</span>");
    }
    found
}

/// Text without its marks.
fn bare(text: &str, out: &mut String) {
    out.push_str(&crate::text::unmarked(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_get_their_language_in_text_and_nothing_elsewhere() {
        let page = "<title>\u{f8f0}A\u{f8f1}</title><a title=\"\u{f8f0}A\u{f8f1}\">\u{f8f0}A\u{f8f1} б</a>\
                    <p>\u{f8f0}cut…</p><script>\"\u{f8f0}A\u{f8f1}\"</script>";
        let spoken = spoken(page, "en");
        let wanted = "<title>A</title><a title=\"A\"><span lang=\"en\">A</span> б</a><p><span lang=\"en\">cut…</span></p>\
                      <script>\"A\"</script>";
        assert_eq!(spoken, (wanted.to_owned(), true));
    }

    #[test]
    fn a_page_without_marks_is_what_it_was() {
        let page = "<!doctype html><p lang=\"ru\">а &lt; б</p>";
        assert_eq!(spoken(page, "en"), (page.to_owned(), false));
    }
}
