//! Each example of the specification of CommonMark against the table in `docs/reference/markdown.md`: it is refused, or it
//! gives what the specification says, or it is printed as it stands. No example loses a visible character silently.
//!
//! The specification's examples come with the sources of the parser, which Cargo has fetched; they are not copied here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use collatio::text::{Block, FileId, Inline, Level, Prose, Span};
use scraper::Html;

use crate::shipped::repository;

/// The sections of the specification, version 0.31.2, and their first examples.
const SECTIONS: &[(usize, &str)] = &[
    (1, "Tabs"),
    (12, "Backslash escapes"),
    (25, "Entity and numeric character references"),
    (42, "Precedence"),
    (43, "Thematic breaks"),
    (62, "ATX headings"),
    (80, "Setext headings"),
    (107, "Indented code blocks"),
    (119, "Fenced code blocks"),
    (148, "HTML blocks"),
    (192, "Link reference definitions"),
    (219, "Paragraphs"),
    (227, "Blank lines"),
    (228, "Block quotes"),
    (253, "List items"),
    (301, "Lists"),
    (327, "Inlines"),
    (328, "Code spans"),
    (350, "Emphasis and strong emphasis"),
    (482, "Links"),
    (572, "Images"),
    (594, "Autolinks"),
    (613, "Raw HTML"),
    (634, "Hard line breaks"),
    (649, "Soft line breaks"),
    (651, "Textual content"),
];

/// What becomes of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// As the specification says.
    Kept,
    /// An error with a place.
    Refused,
    /// Marks of the specification are characters here.
    Literal,
}

/// The folder of the parser's sources.
fn parser() -> PathBuf {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let parser =
        packages.iter().find(|package| package["name"] == "pulldown-cmark").expect("the parser is a dependency");
    let manifest = PathBuf::from(parser["manifest_path"].as_str().expect("a package has a manifest"));
    manifest.parent().expect("it lies in a folder").to_owned()
}

/// The examples of a file of the parser's tests: Markdown, and the HTML of the specification.
fn examples(name: &str) -> Vec<(String, String)> {
    let path = parser().join("tests/suite").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let between = |text: &str, open: &str| -> Option<(String, usize)> {
        let start = text.find(open)? + open.len();
        let hashes = text[start..].bytes().take_while(|b| *b == b'#').count();
        let start = start + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = text[start..].find(&end)?;
        Some((text[start..start + length].to_owned(), start + length))
    };
    let mut out = Vec::new();
    let mut rest = text.as_str();
    while let Some((original, end)) = between(rest, "let original = r") {
        rest = &rest[end..];
        let (expected, end) = between(rest, "let expected = r").expect("an example has both");
        rest = &rest[end..];
        out.push((original, expected));
    }
    out
}

/// What a reader sees: the characters but white space, numbers of lists among them.
fn seen(blocks: &[Block]) -> String {
    let mut out = String::new();
    blocks.iter().for_each(|block| see(block, &mut out));
    out.retain(|c| !c.is_whitespace());
    out
}

fn see(block: &Block, out: &mut String) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Plain(text) => see_inlines(text, out),
        Block::List { numbering, items } => {
            for (at, item) in items.iter().enumerate() {
                if let Some(numbering) = numbering {
                    out.push_str(&numbering.label(at));
                }
                item.iter().for_each(|block| see(block, out));
            }
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| see(block, out)),
        Block::Footnote { label, blocks } => {
            out.push_str(label);
            blocks.iter().for_each(|block| see(block, out));
        }
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| see_inlines(cell, out));
        }
        Block::Definitions(list) => {
            for (term, meanings) in list {
                see_inlines(term, out);
                meanings.iter().flatten().for_each(|block| see(block, out));
            }
        }
        Block::Code { text, .. } => out.push_str(text),
        Block::Rule => {}
    }
}

fn see_inlines(list: &[Inline], out: &mut String) {
    for inline in list {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => out.push_str(text),
            Inline::Emphasis(list)
            | Inline::Strong(list)
            | Inline::Struck(list)
            | Inline::Superscript(list)
            | Inline::Link { text: list, .. } => see_inlines(list, out),
            Inline::Reference { id, text } if text.is_empty() => out.push_str(id),
            Inline::Reference { text, .. } => see_inlines(text, out),
            Inline::Citation { source, place } => {
                write!(out, "{source}{}", place.as_deref().unwrap_or_default()).expect("a string takes all");
            }
            Inline::FootnoteMark(label) => out.push_str(label),
            Inline::SoftBreak | Inline::HardBreak => {}
        }
    }
}

/// The same of the specification's HTML, with the numbers of its lists.
fn seen_in_html(html: &str) -> String {
    let page = Html::parse_fragment(html);
    let mut out = String::new();
    for node in page.tree.root().descendants() {
        match node.value() {
            scraper::Node::Text(text) => out.push_str(text),
            scraper::Node::Element(element) if element.name() == "img" => {
                out.push_str(element.attr("alt").unwrap_or_default());
            }
            _ => {}
        }
    }
    out.retain(|c| !c.is_whitespace());
    out
}

fn prose(text: &str) -> Prose {
    Prose::of_value(text, Span::head(FileId(0)))
}

fn is_refused(prose: &Prose) -> bool {
    prose.faults().iter().any(|fault| fault.fault.level == Level::Error)
}

/// The characters that a reader must see: letters and digits but those of addresses and of the language of code.
fn letters_of_source(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find(')').map_or("", |end| &rest[at + end..]);
    }
    out.push_str(rest);
    let lines = out
        .lines()
        .map(|line| line.find("```").filter(|at| !line[at + 3..].contains('`')).map_or(line, |at| &line[..at]));
    lines.collect::<String>().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether `part` can be had from `whole` by taking out characters.
fn is_within(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().all(|c| whole.any(|d| d == c))
}

/// What becomes of `text`, or what is lost.
fn outcome(text: &str, html: &str) -> Result<Outcome, String> {
    let prose = prose(text);
    if is_refused(&prose) {
        return Ok(Outcome::Refused);
    }
    let blocks = prose.blocks();
    let shown = seen(&blocks);
    let meant = seen_in_html(html);
    let is_meant = meant == shown || (has_numbers(&blocks) && is_within(&meant, &shown));
    match lost(text, &shown) {
        Some(why) => Err(why),
        None if is_meant => Ok(Outcome::Kept),
        None => Ok(Outcome::Literal),
    }
}

/// What a reader of `text` misses in what is `shown`, or sees changed.
fn lost(text: &str, shown: &str) -> Option<String> {
    let source: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let found = letters(shown);
    if found != letters(text) && found != letters_of_source(text) {
        Some(format!("letters are lost\n{text}\n→ {shown}"))
    } else if !is_within(shown, &source) {
        Some(format!("characters are changed\n{text}\n→ {shown}"))
    } else {
        None
    }
}

fn has_numbers(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::List { numbering: Some(_), .. } => true,
        Block::List { items, .. } => items.iter().any(|item| has_numbers(item)),
        Block::Quote(blocks) => has_numbers(blocks),
        _ => false,
    })
}

/// Kept, refused and literal examples of each section, as the manual counts them.
fn table() -> BTreeMap<String, [usize; 3]> {
    let path = repository().join("docs/reference/markdown.md");
    let text = std::fs::read_to_string(&path).expect("the table is there");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [section, counts @ ..] = cells.as_slice() else { return None };
        let counts: Vec<usize> = counts.iter().filter_map(|n| n.parse().ok()).collect();
        Some(((*section).to_owned(), counts.try_into().ok()?))
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn every_example_of_commonmark_is_what_the_table_says() {
    let examples = examples("spec.rs");
    assert_eq!(examples.len(), 652);
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut losses = Vec::new();
    for (number, (text, html)) in examples.iter().enumerate().map(|(at, example)| (at + 1, example)) {
        let section = SECTIONS.iter().rev().find(|(first, _)| *first <= number).expect("the first begins at 1").1;
        match outcome(text, html) {
            Ok(outcome) => {
                counts.entry(section.to_owned()).or_default()[outcome as usize] += 1;
                counts.entry("All".to_owned()).or_default()[outcome as usize] += 1;
            }
            Err(why) => losses.push(format!("example {number}: {why}")),
        }
    }
    assert!(losses.is_empty(), "{}", losses.join("\n\n"));
    assert_eq!(counts, table());
}

/// Tables, footnotes, struck words, definitions and anchors are no part of CommonMark; the parser's own examples of them.
#[test]
fn no_example_of_an_extension_loses_a_character() {
    for name in
        ["gfm_table.rs", "table.rs", "gfm_strikethrough.rs", "strikethrough.rs", "definition_lists.rs", "regression.rs"]
    {
        let examples = examples(name);
        assert!(examples.len() > 2, "{name}");
        for (text, _) in examples {
            let prose = prose(&text);
            // Two brackets are a reference here, whose id is not shown.
            if is_refused(&prose) || text.contains("[[") {
                continue;
            }
            let shown = seen(&prose.blocks());
            assert_eq!(lost(&text, &shown), None, "{name}");
        }
    }
}

/// Whatever authors type, its letters are shown in their order, or there is an error.
#[test]
fn no_text_loses_a_letter_silently() {
    const PIECES: &[&str] = &[
        "слово",
        "so`z",
        "a",
        "B",
        "12",
        "1.",
        "3)",
        "(a)",
        "-",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~",
        "~~",
        "#",
        "##",
        ">",
        "|",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "&amp;",
        "&",
        ";",
        "<",
        "b>",
        "!",
        ":",
        "^",
        "=",
        "---",
        "***",
        "===",
        "+",
        ".",
        ",",
        "«",
        "»",
        "—",
        "№",
        " ",
        " ",
        " ",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n1. ",
        "\n2) ",
        "\n## ",
        "\u{a0}",
        "[x]: y",
        "[^1]",
        "[^1]: ",
        "|---|---|",
        "\n|---|\n",
        "{#x}",
        "[[a]]",
        "[@b, c]",
        "](https://x/)",
        "<https://x/>",
        "  \n",
        "\\\n",
        "\n: ",
        "http://x",
    ];
    let mut seed = 7_u64;
    let mut pick = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    let mut sound = 0;
    for _ in 0..60_000 {
        let text: String = (0..1 + pick(12)).map(|_| PIECES[pick(PIECES.len())]).collect();
        let prose = prose(&text);
        if is_refused(&prose) {
            continue;
        }
        sound += 1;
        let shown = seen(&prose.blocks());
        let only = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.sort_unstable();
            letters
        };
        // Addresses, names of footnotes and anchors are no words of the text.
        let (mut missing, mut shown_letters) = (only(&text), only(&shown));
        shown_letters.retain(|c| missing.iter().position(|d| d == c).map(|at| missing.remove(at)).is_none());
        assert!(shown_letters.is_empty(), "{text:?} shows letters that are not there: {shown}");
        let known = "httpsx1abc";
        assert!(missing.iter().all(|c| known.contains(*c)), "{text:?} loses {missing:?}: {shown}");
    }
    assert!(sound > 10_000, "{sound} texts were sound");
}
