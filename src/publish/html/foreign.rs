//! Marks of words in another language, as HTML: they become elements with `lang` where such can stand, and go elsewhere.
//! What they say of the page as a whole is told to whoever prints it.

use crate::text::{FOREIGN, FOREIGN_END, MACHINE, MACHINE_END};

use super::prose::{FOREIGN_PROSE, MACHINE_PROSE, escape};

/// What a printed page turned out to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Words in the first language of the site.
    pub foreign: bool,
    /// Words that a machine translated.
    pub machine: bool,
}

/// Elements whose text is no HTML.
const RAW: &[&str] = &["title", "script", "style", "textarea"];

/// A printed page with its marks turned into elements, and what they, or the prose, say of it.
pub fn spoken(page: &str, language: &str) -> (String, Holds) {
    let mut out = String::with_capacity(page.len() + page.len() / 16);
    let mut found = Holds {
        foreign: page.contains(FOREIGN_PROSE),
        machine: page.contains(MACHINE) || page.contains(MACHINE_PROSE),
    };
    let mut raw = false;
    let mut rest = page;
    while !rest.is_empty() {
        let tag = rest.find('<').unwrap_or(rest.len());
        let (text, more) = rest.split_at(tag);
        if raw {
            bare(text, &mut out)
        } else {
            found.foreign |= words(text, language, &mut out)
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
            FOREIGN | FOREIGN_END | MACHINE | MACHINE_END => {}
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
        assert_eq!(spoken, (wanted.to_owned(), Holds { foreign: true, machine: false }));
    }

    #[test]
    fn words_of_a_machine_are_told_of_the_page_and_stand_there_like_others() {
        let found = spoken("<p>\u{f8f2}Слова\u{f8f3}</p>", "en");
        assert_eq!(found, ("<p>Слова</p>".to_owned(), Holds { foreign: false, machine: true }));
    }

    #[test]
    fn a_page_without_marks_is_what_it_was() {
        let page = "<!doctype html><p lang=\"ru\">а &lt; б</p>";
        assert_eq!(spoken(page, "en"), (page.to_owned(), Holds::default()));
    }
}
