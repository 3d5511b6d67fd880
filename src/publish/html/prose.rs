//! Prints prose as HTML; the only place that does. It prints no text of the interface, so it needs no language.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::{Serialize, Serializer};

use crate::publish::link::{self, Outcome};
use crate::site::view::{Block, Inline, Prose, authored};
use crate::text::{Align, ListMark, Numbering, direction, is_web_address};

use super::escape::escape;
use super::tagged::{self, Holds};

impl Serialize for Prose {
    /// Serializes prose as a string of HTML.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Holds { untranslated: self.language.is_some(), machine: self.language.is_none() && self.machine }.note();
        let html = html(self);
        link::prose_made(&html);
        serializer.serialize_str(&html)
    }
}

/// The prose as HTML: its blocks, then its footnotes.
pub fn html(prose: &Prose) -> String {
    let scope = link::scope();
    let deeper = u8::from(scope.is_some());
    let prefix = format!("{}{}", scope.unwrap_or_default(), prose.prefix);
    let mut print = Print {
        out: String::new(),
        prefix: &prefix,
        dir: if prose.is_rtl { "rtl" } else { "ltr" },
        deeper,
        marked: BTreeSet::new(),
        heading: None,
        tables: 0,
        cited: String::new(),
    };
    let note = |block: &&Block| matches!(block, Block::Footnote(..));
    if let Some(language) = &prose.language {
        let dir = direction(language);
        print.add(format_args!("<div class=\"foreign\" lang=\"{}\" dir=\"{dir}\">", Escaped(language)));
    } else if prose.machine {
        print.out.push_str("<div class=\"foreign machine\">");
    }
    prose.blocks.iter().filter(|b| !note(b)).for_each(|block| print.block(block));
    let notes: Vec<&Block> = prose.blocks.iter().filter(note).collect();
    if !notes.is_empty() {
        print.out.push_str("<ol class=\"notes\">");
        notes.into_iter().for_each(|block| print.block(block));
        print.out.push_str("</ol>");
    }
    if prose.language.is_some() || prose.machine {
        print.out.push_str("</div>");
    }
    print.out
}

struct Print<'p> {
    out: String,
    /// Prefix for the ids of footnotes, their marks and tables. These ids contain `_` after their first word, which no
    /// other id does.
    prefix: &'p str,
    /// The direction of the text, as in HTML's `dir`.
    dir: &'static str,
    /// By how many levels headings are lowered, compared with a page.
    deeper: u8,
    /// Footnotes that already have a mark: the note links back to its first mark only.
    marked: BTreeSet<usize>,
    /// The id of the last heading, which labels the tables below it.
    heading: Option<String>,
    /// Number of tables so far.
    tables: usize,
    /// The short name of the source that was cited last in this paragraph: the next place in it needs no name.
    cited: String,
}

impl Print<'_> {
    fn block(&mut self, block: &Block) {
        self.cited.clear();
        match block {
            Block::Heading(level, id, words) => self.heading(*level, id, words),
            Block::Paragraph(words) => self.element("p", words),
            Block::Plain(words) => self.inlines(words),
            Block::List(numbering, items) => self.list(numbering.as_ref(), items),
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
            }
            Block::Table(align, head, rows) => self.table(align, head, rows),
            Block::Definitions(list) => self.definitions(list),
            Block::Footnote(number, blocks) => self.footnote(*number, blocks),
            Block::Code(text) => {
                self.out.push_str("<pre><code>");
                escape(text, &mut self.out);
                self.out.push_str("</code></pre>");
            }
            Block::Rule => self.out.push_str("<hr>"),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn element(&mut self, name: &str, words: &[Inline]) {
        self.add(format_args!("<{name}>"));
        self.inlines(words);
        self.add(format_args!("</{name}>"));
    }

    fn heading(&mut self, level: u8, id: &str, words: &[Inline]) {
        let level = (level.clamp(2, 6) + self.deeper).min(6);
        let id = authored(self.prefix, id);
        self.add(format_args!("<h{level} id=\""));
        escape(&id, &mut self.out);
        self.out.push_str("\">");
        self.inlines(words);
        self.add(format_args!("</h{level}>"));
        self.heading = Some(id);
    }

    /// A numbered list keeps its numbers. `1)` is printed as text, because browsers number with a period.
    fn list(&mut self, numbering: Option<&Numbering>, items: &[Vec<Block>]) {
        let is_typed = numbering.is_some_and(|numbering| numbering.mark == ListMark::Bracket);
        let first = numbering.and_then(|numbering| numbering.numbers.first().copied()).unwrap_or(1);
        match numbering {
            None => self.out.push_str("<ul>"),
            Some(_) if is_typed => self.out.push_str("<ul class=\"numbered\">"),
            Some(_) if first == 1 => self.out.push_str("<ol>"),
            Some(_) => self.add(format_args!("<ol start=\"{first}\">")),
        }
        let mut counted = first;
        for (at, item) in items.iter().enumerate() {
            match numbering {
                Some(numbering) if is_typed => {
                    self.typed_item(&numbering.label(at), item);
                    continue;
                }
                Some(Numbering { numbers, .. }) if numbers.get(at).is_some_and(|number| *number != counted) => {
                    counted = numbers[at];
                    self.add(format_args!("<li value=\"{counted}\">"));
                }
                _ => self.out.push_str("<li>"),
            }
            counted += 1;
            self.blocks(item);
            self.out.push_str("</li>");
        }
        self.out.push_str(if numbering.is_some() && !is_typed { "</ol>" } else { "</ul>" });
    }

    /// An item that begins with its number as text, within its first paragraph if it has paragraphs.
    fn typed_item(&mut self, label: &str, blocks: &[Block]) {
        let label = format!("<span class=\"number\">{}</span> ", Escaped(label));
        self.out.push_str("<li>");
        match blocks.split_first() {
            Some((Block::Paragraph(words), rest)) => {
                self.add(format_args!("<p>{label}"));
                self.cited.clear();
                self.inlines(words);
                self.out.push_str("</p>");
                self.blocks(rest);
            }
            _ => {
                self.out.push_str(&label);
                self.blocks(blocks);
            }
        }
        self.out.push_str("</li>");
    }

    fn table(&mut self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        // The table can be scrolled by keyboard, so it is a region and needs a label: the heading above it and its
        // first cell.
        self.tables += 1;
        let first = format!("{}table_{}", self.prefix, self.tables);
        let heading = self.heading.as_ref().map(|id| format!("{id} ")).unwrap_or_default();
        // Paper cannot scroll: the more columns, the smaller the type.
        let class = match head.len() {
            0..=5 => "",
            6..=8 => " class=\"wide\"",
            _ => " class=\"wide widest\"",
        };
        self.add(format_args!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{}{}\"><table{class}><thead><tr>",
            Escaped(&heading),
            Escaped(&first),
        ));
        for (column, cell) in head.iter().enumerate() {
            // An empty header cell labels nothing, so it is an ordinary cell.
            let (open, close) = if cell.is_empty() { ("<td", "</td>") } else { ("<th scope=\"col\"", "</th>") };
            self.cell(open, close, align.get(column), cell);
        }
        self.out.push_str("</tr></thead><tbody>");
        for (number, row) in rows.iter().enumerate() {
            self.out.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let open =
                    if number + column == 0 { format!("<td id=\"{}\"", Escaped(&first)) } else { "<td".to_owned() };
                self.cell(&open, "</td>", align.get(column), cell);
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table></div>");
    }

    /// Alignment is a class, because the Content-Security-Policy of the pages forbids the attribute `style`.
    fn cell(&mut self, open: &str, close: &str, align: Option<&Align>, words: &[Inline]) {
        self.cited.clear();
        self.out.push_str(open);
        self.out.push_str(match align {
            Some(Align::Center) => " class=\"center\">",
            Some(Align::End) => " class=\"end\">",
            _ => ">",
        });
        self.inlines(words);
        self.out.push_str(close);
    }

    fn definitions(&mut self, list: &[(Vec<Inline>, Vec<Vec<Block>>)]) {
        self.out.push_str("<dl>");
        for (term, meanings) in list {
            self.cited.clear();
            self.element("dt", term);
            for blocks in meanings {
                self.out.push_str("<dd>");
                self.blocks(blocks);
                self.out.push_str("</dd>");
            }
        }
        self.out.push_str("</dl>");
    }

    fn footnote(&mut self, number: usize, blocks: &[Block]) {
        self.add(format_args!("<li id=\"{}note_{number}\" value=\"{number}\">", Escaped(self.prefix)));
        // The link back stands at the end of the note's last line.
        let paragraph = match blocks.split_last() {
            Some((Block::Paragraph(words), before)) => {
                self.blocks(before);
                self.cited.clear();
                self.out.push_str("<p>");
                self.inlines(words);
                true
            }
            _ => {
                self.blocks(blocks);
                false
            }
        };
        self.add(format_args!(
            " <a class=\"back\" role=\"doc-backlink\" href=\"#{}mark_{number}\" aria-label=\"↩ {number}\">↩</a>{}</li>",
            Escaped(self.prefix),
            if paragraph { "</p>" } else { "" }
        ));
    }

    fn inlines(&mut self, words: &[Inline]) {
        words.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => escape(text, &mut self.out),
            Inline::Name(name) => tagged::print(name, self.dir, &mut self.out),
            Inline::Emphasis(words) => self.element("em", words),
            Inline::Strong(words) => self.element("strong", words),
            Inline::Struck(words) => self.element("s", words),
            Inline::Superscript(words) => self.element("sup", words),
            Inline::Code(text) => self.add(format_args!("<code>{}</code>", Escaped(text))),
            Inline::Link(href, words) => {
                let linked = self.open_link("", href, "");
                self.inlines(words);
                self.close_link(linked);
            }
            Inline::Outside(href, words) => self.outside(href, words),
            Inline::Term(href, words, meaning) => {
                let linked = self.open_link("term", href, meaning);
                escape(words, &mut self.out);
                self.close_link(linked);
            }
            Inline::Citation(href, short, place) => self.citation(href, short, place.as_deref()),
            Inline::Image(href, words) => {
                let src = link::picture(href);
                self.add(format_args!("<img src=\"{}\" alt=\"{}\" loading=\"lazy\">", Escaped(&src), Escaped(words)));
            }
            Inline::FootnoteMark(number) => self.mark(*number),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>"),
        }
    }

    /// A further place in the source that was cited last is seen without its name, and heard with it.
    fn citation(&mut self, href: &str, short: &str, place: Option<&str>) {
        self.out.push('[');
        let linked = self.open_link("cite", href, "");
        match place {
            Some(place) if self.cited == short => {
                self.add(format_args!("<span class=\"said\">{}, </span>{}", Escaped(short), Escaped(place)));
            }
            Some(place) => self.add(format_args!("{}, {}", Escaped(short), Escaped(place))),
            None => escape(short, &mut self.out),
        }
        self.cited = short.to_owned();
        self.close_link(linked);
        self.out.push(']');
    }

    /// Opens a link with its class and title, either of which may be empty. Returns whether a link was opened; in a
    /// copy without its target, the words stand alone.
    fn open_link(&mut self, class: &str, href: &str, title: &str) -> bool {
        if href.is_empty() {
            return false;
        }
        let Outcome::To(to) = link::outcome_in_prose(href) else { return false };
        self.out.push_str("<a");
        for (name, value) in [("class", class), ("href", &*to), ("title", title)] {
            if !value.is_empty() {
                self.add(format_args!(" {name}=\"{}\"", Escaped(value)));
            }
        }
        self.out.push('>');
        true
    }

    fn close_link(&mut self, linked: bool) {
        if linked {
            self.out.push_str("</a>");
        }
    }

    fn outside(&mut self, href: &str, words: &[Inline]) {
        // Any other address is a fault of content; should one get here nevertheless, only its words are printed.
        if !is_web_address(href) {
            return self.inlines(words);
        }
        // Paper shows the address behind the words, where they are not the address.
        let is_address = matches!(words, [Inline::Text(text)] if href.trim_start_matches("mailto:") == text.trim_start_matches("mailto:"));
        let class = if is_address { "out long" } else { "out" };
        self.add(format_args!("<a class=\"{class}\" href=\"{}\" rel=\"external noreferrer\">", Escaped(href)));
        self.inlines(words);
        self.out.push_str("</a>");
    }

    fn mark(&mut self, number: usize) {
        self.out.push_str("<sup class=\"mark\"><a role=\"doc-noteref\" ");
        if self.marked.insert(number) {
            self.add(format_args!("id=\"{}mark_{number}\" ", Escaped(self.prefix)));
        }
        self.add(format_args!("href=\"#{}note_{number}\">{number}</a></sup>", Escaped(self.prefix)));
    }

    fn add(&mut self, pieces: std::fmt::Arguments<'_>) {
        self.out.write_fmt(pieces).expect("writing to a string does not fail");
    }
}

/// Text that is escaped when it is printed.
struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = String::with_capacity(self.0.len());
        escape(self.0, &mut out);
        f.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Origin, TaggedText};

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    fn print(blocks: Vec<Block>) -> String {
        html(&Prose { blocks, language: None, is_rtl: false, machine: false, prefix: "a-".to_owned() })
    }

    #[test]
    fn nothing_that_content_says_becomes_an_element_or_leaves_its_attribute() {
        let nasty = "<script>\"'&";
        let out = print(vec![Block::Paragraph(vec![
            text(nasty),
            Inline::Code(nasty.to_owned()),
            Inline::Link(nasty.to_owned(), vec![text(nasty)]),
            Inline::Term(nasty.to_owned(), nasty.to_owned(), nasty.to_owned()),
            Inline::Citation(nasty.to_owned(), nasty.to_owned(), Some(nasty.to_owned())),
            Inline::Image(nasty.to_owned(), nasty.to_owned()),
        ])]);
        assert!(!out.contains("<script"), "{out}");
        assert_eq!(out.matches("&lt;script&gt;&quot;&#39;&amp;").count(), 12, "{out}");
    }

    #[test]
    fn a_link_that_could_run_is_printed_as_its_words() {
        let out =
            print(vec![Block::Paragraph(vec![Inline::Outside("javascript:alert(1)".to_owned(), vec![text("x")])])]);
        assert_eq!(out, "<p>x</p>");
    }

    #[test]
    fn a_link_whose_words_are_its_address_says_so_for_paper() {
        for (href, words, class) in [
            ("https://example.org/a", "https://example.org/a", "out long"),
            ("mailto:a@example.org", "a@example.org", "out long"),
            ("https://example.org/a", "example.org", "out"),
        ] {
            let out = print(vec![Block::Plain(vec![Inline::Outside(href.to_owned(), vec![text(words)])])]);
            assert!(out.starts_with(&format!("<a class=\"{class}\" href")), "{out}");
        }
    }

    #[test]
    fn a_name_has_a_direction_where_the_text_around_it_has_another() {
        let name = |language: &str| Inline::Name(TaggedText::new("N", Some(Origin::Untranslated(language.into()))));
        let print = |is_rtl: bool| {
            let blocks = vec![Block::Plain(vec![name("en"), name("ar")])];
            html(&Prose { blocks, is_rtl, ..Prose::default() })
        };
        assert_eq!(print(true), "<span lang=\"en\" dir=\"ltr\">N</span><span lang=\"ar\">N</span>");
        assert_eq!(print(false), "<span lang=\"en\">N</span><span lang=\"ar\" dir=\"rtl\">N</span>");
    }

    #[test]
    fn a_citation_stands_in_brackets_with_its_place() {
        let cite = Inline::Citation("s.html".to_owned(), "Report".to_owned(), Some("p. 3".to_owned()));
        let out = print(vec![Block::Paragraph(vec![cite])]);
        assert_eq!(out, "<p>[<a class=\"cite\" href=\"s.html\">Report, p. 3</a>]</p>");
    }

    #[test]
    fn a_source_that_is_cited_again_in_a_paragraph_is_named_once_for_the_eye() {
        let inlines = |list: &[(&str, &str)]| {
            let cite = |(short, place): &(&str, &str)| {
                Inline::Citation(String::new(), (*short).to_owned(), Some((*place).to_owned()))
            };
            Block::Paragraph(list.iter().map(cite).collect())
        };
        let again = "<span class=\"said\">A, </span>";
        let out = print(vec![inlines(&[("A", "p. 1"), ("A", "p. 2"), ("B", "p. 1"), ("A", "p. 3")])]);
        assert_eq!(out, format!("<p>[A, p. 1][{again}p. 2][B, p. 1][A, p. 3]</p>"));
        let apart = print(vec![inlines(&[("A", "p. 1")]), inlines(&[("A", "p. 2")])]);
        assert_eq!(apart, "<p>[A, p. 1]</p><p>[A, p. 2]</p>", "each paragraph can be read alone");
    }

    #[test]
    fn footnotes_come_last_and_lead_back_to_their_first_mark() {
        let out = print(vec![
            Block::Footnote(1, vec![Block::Plain(vec![text("note")])]),
            Block::Paragraph(vec![Inline::FootnoteMark(1), Inline::FootnoteMark(1)]),
        ]);
        assert_eq!(out.matches("id=\"a-mark_1\"").count(), 1, "{out}");
        assert!(out.find("<p>") < out.find("<ol class=\"notes\"><li id=\"a-note_1\""), "{out}");
        assert!(out.contains("href=\"#a-mark_1\""), "{out}");
    }

    #[test]
    fn a_list_keeps_the_numbers_and_the_brackets_that_were_typed() {
        let list = |mark, numbers: &[u64]| {
            let items = numbers.iter().map(|n| vec![Block::Plain(vec![text(&format!("n{n}"))])]).collect();
            print(vec![Block::List(Some(Numbering { mark, numbers: numbers.to_vec() }), items)])
        };
        assert_eq!(list(ListMark::Point, &[1, 2]), "<ol><li>n1</li><li>n2</li></ol>");
        assert_eq!(list(ListMark::Point, &[3, 4]), "<ol start=\"3\"><li>n3</li><li>n4</li></ol>");
        assert_eq!(
            list(ListMark::Point, &[1, 2, 4, 5, 5]),
            "<ol><li>n1</li><li>n2</li><li value=\"4\">n4</li><li>n5</li><li value=\"5\">n5</li></ol>"
        );
        assert_eq!(
            list(ListMark::Bracket, &[1, 5]),
            "<ul class=\"numbered\"><li><span class=\"number\">1)</span> n1</li><li><span class=\"number\">5)</span> n5</li></ul>"
        );
    }

    #[test]
    fn a_table_scrolls_on_its_own_and_names_its_columns() {
        let out = print(vec![Block::Table(
            vec![Align::Start, Align::End],
            vec![vec![text("a")], vec![]],
            vec![vec![vec![text("1")], vec![text("2")]]],
        )]);
        assert!(out.contains(" aria-labelledby=\"a-table_1\"><table>"), "{out}");
        assert!(out.contains("<td id=\"a-table_1\">1</td>"), "{out}");
        assert!(out.contains("<th scope=\"col\">a</th><td class=\"end\"></td>"), "{out}");
        assert!(out.contains("<td class=\"end\">2</td>"), "{out}");
        assert!(!out.contains("style"), "{out}");
    }
}
