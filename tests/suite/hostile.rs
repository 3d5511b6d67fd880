//! Hostile input: whatever stands in the files, the program reports it and goes on. Nothing here may panic, hang, or
//! come out as script.

pub use crate::collatio_mistakes::desk::Numbers;
use crate::shipped::{files_of, input, repository};
use std::panic::catch_unwind;

use collatio::content::form::{Field, FieldType, FileKind};
use collatio::content::kind::KINDS;
use collatio::text::{File, FileId, Files, Ink, Level, Prose, Reporter, Span};

/// Where a file of a kind may lie.
fn path_of(kind: &FileKind, number: usize) -> String {
    let path = kind.path.replace("{country}", "aa").replace("{law}", "code");
    let name = format!("n{number}");
    let mut out = String::new();
    let mut rest = path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str(&name);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    format!("content/{out}{rest}")
}

fn builds(files: Vec<File>) -> collatio::Build {
    let build = collatio::build(&input(files));
    if let Some(renderer) = &build.renderer {
        for path in renderer.paths().into_iter().take(400) {
            let _ = renderer.file(&path);
        }
    }
    build
}

#[test]
fn random_characters_in_every_kind_of_file_are_reported() {
    let mut numbers = Numbers(7);
    let pieces = [
        "+++\n",
        "\n",
        "[[",
        "]]",
        "[",
        "]",
        "{",
        "}",
        "|",
        "\"",
        "'",
        "\\",
        "#",
        "=",
        "\u{0}",
        "\u{feff}",
        "я",
        "𝒳",
        "\r\n",
        "[@",
        "[^",
        "^1^",
        "**",
        "> ",
        "- ",
        "1. ",
        "```",
        "<b>",
        "javascript:",
        "2004-10",
        "a",
        "name = ",
        "\u{202e}",
        "::",
    ];
    for round in 0..60 {
        let files = KINDS.iter().enumerate().map(|(at, kind)| {
            let text: String = (0..numbers.below(200)).map(|_| pieces[numbers.below(pieces.len())]).collect();
            let front = if round % 2 == 0 { format!("+++\n{text}\n+++\n{text}") } else { text };
            File::new(path_of(kind, at), front)
        });
        builds(files.collect());
    }
}

/// White space, quotation marks, brackets, dashes, digits, and characters that nobody sees: all that search with a
/// predicate may stop at, most of them longer than one byte.
const ODD: &[char] = &[
    '\t', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{a0}', '\u{1680}', '\u{2000}', '\u{2002}', '\u{2003}', '\u{2009}',
    '\u{200a}', '\u{2028}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{3000}', '\u{200b}', '\u{200d}', '\u{2060}',
    '\u{feff}', '\u{202e}', '\u{ad}', '"', '\'', '`', '«', '»', '‘', '’', '“', '”', '„', '‹', '›', '「', '」', '″',
    '(', ')', '[', ']', '{', '}', '⟦', '⟧', '⟨', '⟩', '（', '）', '【', '】', '［', '］', '<', '>', '|', '#', '=', '+',
    '-', '–', '—', '−', ',', ';', ':', '.', '^', '*', '_', '~', '\\', '№', '§', '¹', '٣', '２', 'а', 'İ', '𝒳',
    '\u{301}',
];

/// Front matter and prose in which every part of the dialect stands close to the next.
const DENSE: &str = "+++\ntitle = \"Law № 5\"\na = [ 2004-10, 'x' ] # я\n[t.u]\nv = { w = \"\"\"\ny\"\"\" }\n[[e]]\nf = mid-2005\n\
    +++\n\n## Суд № 1 {#a}\n\nя [[b#c|d]] [@e, f; @g] x^1^ **ж** `[[h]]` [i](#j) ![k](l.png)[^m] ~~n~~ TODO\n\n\
    | o | [[p\\|q]] |\n|---|:-:|\n| r | s | t\n\n1) u\n   - v\n\n> w\n\n[^m]: y\n";

/// Each odd character is put at each place of a file: among what stands there, and as the last thing of its line.
#[test]
fn an_odd_character_at_any_place_is_reported() {
    let places: Vec<usize> = DENSE.char_indices().map(|(at, _)| at).chain([DENSE.len()]).collect();
    for odd in ODD {
        let text_at = |at: usize, rest: usize| format!("{}{odd}{}", &DENSE[..at], &DENSE[rest..]);
        let line_end = |at: usize| DENSE[at..].find('\n').map_or(DENSE.len(), |n| at + n);
        let texts = places.iter().flat_map(|at| [text_at(*at, *at), text_at(*at, line_end(*at))]);
        let file = |(n, text): (usize, String)| File::new(format!("content/pages/p{n}.md"), text);
        let files = Files::new(texts.enumerate().map(file).collect());
        let reads = || {
            let (_, _, found) = collatio::content::read(&files, &[]);
            let mut reporter = Reporter::new(&files);
            // What is said of each tenth file is enough: the reports of one kind are alike.
            found.iter().step_by(10).for_each(|fault| drop(reporter.human(fault, Ink::Plain)));
            for (_, file) in files.iter() {
                Prose::of_value(&*file.text, Span::head(FileId(0))).plain(&|_| None);
            }
            found.count(Level::Error)
        };
        let told = catch_unwind(std::panic::AssertUnwindSafe(reads));
        assert!(told.is_ok_and(|errors| errors > 0), "U+{:04X} ends the program", u32::from(*odd));
    }
}

/// The same through the whole road: a page for each odd character, which stands in it many times.
#[test]
fn pages_with_odd_characters_are_printed() {
    let prose = DENSE.split_once("\n+++\n").expect("it has fields and prose").1;
    let page = |(n, odd): (usize, &char)| {
        let strewn = |(at, c): (usize, char)| match (at + n) % 7 {
            0 => format!("{odd}{c}"),
            _ => c.to_string(),
        };
        let body: String = prose.chars().enumerate().map(strewn).collect();
        File::new(format!("content/pages/p{n}.md"), format!("+++\ntitle = 'P{odd}'\n+++\n\n{body}"))
    };
    let build = builds(ODD.iter().enumerate().map(page).collect());
    assert!(build.diagnostics.count(Level::Error) > 0, "unknown records are errors");
}

#[test]
fn files_cut_off_anywhere_are_reported() {
    let files = files_of(&repository());
    let mut numbers = Numbers(11);
    for round in 0..40 {
        let cut = |file: &File, numbers: &mut Numbers| {
            let mut end = numbers.below(file.text.len() + 1);
            while !file.text.is_char_boundary(end) {
                end -= 1;
            }
            File::new(&*file.path, &file.text[..end])
        };
        let cut: Vec<File> =
            files.iter().map(|f| if numbers.below(4) == 0 { cut(f, &mut numbers) } else { f.clone() }).collect();
        let build = collatio::build(&input(cut));
        assert!(build.diagnostics.count(Level::Error) > 0, "a quarter of all files cut off is no sound site");
        // Each round prints a quarter of the pages, and another than the round before.
        let renderer = build.renderer.expect("the theme can be read");
        for path in renderer.paths().into_iter().skip(round % 4).step_by(4) {
            let _ = renderer.file(&path);
        }
    }
}

#[test]
fn deep_nesting_and_enormous_files_neither_hang_nor_overflow() {
    let deep = 20_000;
    let bodies = [
        "> ".repeat(deep),
        "- ".repeat(deep),
        "[".repeat(deep),
        "[[".repeat(deep),
        "*a **b ".repeat(deep),
        "[^a]: [^a] ".repeat(deep),
        format!("{}x{}", "[@".repeat(deep), "]".repeat(deep)),
        "| a ".repeat(deep),
        "a\n: b\n\n".repeat(deep),
        "слово ".repeat(deep * 20),
    ];
    let page = |(n, body): (usize, &String)| {
        File::new(format!("content/pages/p{n}.md"), format!("+++\ntitle = \"P\"\n+++\n{body}\n"))
    };
    builds(bodies.iter().enumerate().map(page).collect());
    let nested = format!("+++\ntitle = {}1{}\n+++\n", "[".repeat(deep), "]".repeat(deep));
    let tables = format!("+++\n{}\n+++\n", (0..deep).map(|n| format!("[a{n}]\n")).collect::<String>());
    builds(vec![File::new("content/pages/a.md", nested), File::new("content/pages/b.md", tables)]);
}

#[test]
fn references_in_circles_end() {
    let instrument = |id: &str, next: &str| {
        File::new(
            format!("content/instruments/{id}.md"),
            format!("+++\ntitle = \"T\"\nsupplements = \"{next}\"\n+++\n[[{next}]]\n"),
        )
    };
    let question = |id: &str, next: &str| {
        let front = format!(
            "wording = \"W?\"\nlabel = \"L\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n\
             aliases = [\"{next}\"]\nparent = {{ question = \"{next}\", when = [\"yes\"] }}"
        );
        File::new(format!("content/questions/s/{id}.md"), format!("+++\n{front}\n+++\n[[{next}]]\n"))
    };
    let amendment = |id: &str, next: &str| {
        let front = format!(
            "title = \"A\"\nfollows = [\"aa/{next}\"]\namends = [\"aa/{next}\"]\n\
             [[stage]]\nkind = \"drafted\"\nreached = \"2004\"\nsource = \"s\"\nplace = \"p\""
        );
        File::new(format!("content/countries/aa/amendments/{id}.md"), format!("+++\n{front}\n+++\n"))
    };
    let build = builds(vec![
        instrument("i1", "i2"),
        instrument("i2", "i1"),
        File::new("content/questions/s/index.md", "+++\ntitle = \"S\"\n+++\n"),
        question("q1", "q2"),
        question("q2", "q3"),
        question("q3", "q1"),
        File::new("content/countries/aa/index.md", "+++\nname = \"Aa\"\n+++\n"),
        File::new("content/sources/s.md", "+++\ncitation = \"S\"\n+++\n"),
        amendment("b1", "b2"),
        amendment("b2", "b1"),
    ]);
    assert!(build.diagnostics.count(Level::Error) > 0, "circles are errors");
}

#[test]
fn a_hundred_thousand_cells_are_compiled() {
    let mut files = vec![
        File::new("content/questions/s/index.md", "+++\ntitle = \"S\"\n+++\n"),
        File::new("content/sources/src.md", "+++\ncitation = \"A source\"\n+++\n"),
    ];
    for q in 0..500 {
        let front = "wording = \"W?\"\nlabel = \"L\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"";
        files.push(File::new(format!("content/questions/s/q{q}.md"), format!("+++\n{front}\n+++\n")));
    }
    for c in 0..200 {
        files.push(File::new(format!("content/countries/c{c}/index.md"), format!("+++\nname = \"C{c}\"\n+++\n")));
        let mut text = String::from(
            "+++\n[defaults]\nsource = \"src\"\nplace = \"p. 1\"\nobserved = \"2005\"\ncoder = \"c\"\nrests_on = [\"source\"]\n",
        );
        for q in 0..500 {
            text.push_str(&format!("[[finding]]\nquestion = \"q{q}\"\nanswer = \"yes\"\n"));
        }
        files.push(File::new(format!("content/countries/c{c}/findings/all.md"), text + "+++\n"));
    }
    let mut input = input(files);
    let settings = "edition = \"2026-01-01\"\n[days]\ncountries = \"none\"\nmatrix = \"none\"\ntreaties = \"none\"\n";
    input.files.push(File::new("collatio.toml", settings));
    let build = collatio::build(&input);
    assert_eq!(build.diagnostics.count(Level::Error), 0);
    // The matrix is split into parts, of which none is too heavy.
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    let parts = paths.iter().filter(|path| path.starts_with("matrix/") && !path.contains("by-country"));
    let cells = parts.map(|path| crate::shipped::page(&build, path).matches("<td").count()).sum::<usize>();
    assert!(cells >= 100_000, "{cells}");
}

#[test]
fn identities_that_climb_out_of_the_site_are_refused() {
    for path in [
        "content/pages/../../etc.md",
        "content/countries/../x/index.md",
        "content/pages/con.md",
        "content/pages/A.md",
        "content/pages/a b.md",
        "content/pages/.md",
        "content/sources/%2e%2e.md",
    ] {
        let build = builds(vec![File::new(path, "+++\ntitle = \"T\"\ncitation = \"C\"\nname = \"N\"\n+++\n")]);
        assert!(build.diagnostics.count(Level::Error) > 0, "{path} was let in");
        for written in build.renderer.expect("the theme can be read").paths() {
            assert!(!written.contains("..") && !written.starts_with('/'), "{path} made {written}");
        }
    }
}

const SCRIPT: &str = "<script>alert(1)</script>\\\"><img src=x onerror=alert(1)>";

/// A front matter with script in every field that can hold words.
fn poisoned(fields: &[Field], prefix: &str, out: &mut String) {
    for field in fields.iter().filter(|f| !matches!(f.holds, FieldType::Table(_) | FieldType::Entries(_))) {
        let value = match field.holds {
            FieldType::Words | FieldType::Prose | FieldType::Language => format!("\"{SCRIPT}\""),
            FieldType::List | FieldType::Languages => format!("[\"{SCRIPT}\"]"),
            FieldType::LocalizedText => format!("{{ text = \"{SCRIPT}\", language = \"{SCRIPT}\" }}"),
            FieldType::LocalizedTexts => format!("[{{ text = \"{SCRIPT}\", language = \"{SCRIPT}\" }}]"),
            FieldType::Map => format!("{{ yes = \"{SCRIPT}\" }}"),
            FieldType::Url => "\"javascript:alert(1)\"".to_owned(),
            _ if field.required => field.example.to_owned(),
            _ => continue,
        };
        out.push_str(&format!("{} = {value}\n", field.name));
    }
    for field in fields {
        let name = format!("{prefix}{}", field.name);
        match field.holds {
            FieldType::Table(fields) => {
                out.push_str(&format!("[{name}]\n"));
                poisoned(fields, &format!("{name}."), out);
            }
            FieldType::Entries(fields) => {
                out.push_str(&format!("[[{name}]]\n"));
                poisoned(fields, &format!("{name}."), out);
            }
            _ => {}
        }
    }
}

#[test]
fn script_in_every_field_comes_out_as_words() {
    let files = KINDS.iter().enumerate().map(|(at, kind)| {
        let mut front = String::new();
        poisoned(kind.fields, "", &mut front);
        File::new(
            path_of(kind, at),
            format!("+++\n{front}+++\n## {SCRIPT}\n\n{SCRIPT}\n\n[x](javascript:alert(1)) [[{SCRIPT}]]\n"),
        )
    });
    let settings =
        format!("title = \"{SCRIPT}\"\ndescription = \"{SCRIPT}\"\nnotice = \"{SCRIPT}\"\nlicence = \"{SCRIPT}\"\n");
    let mut input = input(files.collect());
    input.files.push(File::new("collatio.toml", settings));
    let build = collatio::build(&input);
    let renderer = build.renderer.expect("the theme can be read");
    for path in renderer.paths() {
        let Some(Ok(output)) = renderer.file(&path) else { continue };
        if !path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(output.bytes).expect("pages are UTF-8");
        for bad in ["<script>alert", "<img src=x", "href=\"javascript:"] {
            assert!(!html.contains(bad), "{path} holds {bad}");
        }
    }
}

/// A sound site, in which every line of words says script: the records stay, so that every word is printed somewhere.
#[test]
fn script_in_the_words_of_a_sound_site_is_printed_as_words() {
    let of_words = |name: &str| {
        let all = KINDS.iter().flat_map(|kind| kind.fields).chain(collatio::content::COMMON);
        let mut open: Vec<&Field> = all.collect();
        let mut found = Vec::new();
        while let Some(field) = open.pop() {
            match field.holds {
                FieldType::Table(inner) | FieldType::Entries(inner) => open.extend(inner),
                holds if field.name == name => found.push(matches!(holds, FieldType::Words | FieldType::Prose)),
                _ => {}
            }
        }
        !found.is_empty() && found.iter().all(|words| *words)
    };
    let kept = ["id", "key", "answer", "iso", "iso3", "m49", "language", "quote_language"];
    let poison = |line: &str| match line.split_once(" = \"") {
        Some((name, _)) if of_words(name) && !kept.contains(&name) && line.ends_with('"') => {
            format!("{name} = \"{SCRIPT}\"")
        }
        _ => line.to_owned(),
    };
    let files = files_of(&repository().join("tests/sites/velo"));
    let poisoned = files.iter().map(|file| {
        let text: Vec<String> = file.text.lines().map(poison).collect();
        File::new(&*file.path, text.join("\n") + "\n")
    });
    let build = collatio::build(&input(poisoned.collect()));
    let renderer = build.renderer.expect("the theme can be read");
    let mut told = 0;
    for path in renderer.paths().into_iter().filter(|path| path.ends_with(".html")) {
        let Some(Ok(output)) = renderer.file(&path) else { panic!("{path} is not printed") };
        let html = String::from_utf8(output.bytes).expect("pages are UTF-8");
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}");
        told += usize::from(html.contains("&lt;script&gt;alert"));
    }
    assert!(told > 40, "the words are printed on {told} pages");
}
