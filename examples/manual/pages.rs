//! The pages of the reference, made from what the program itself goes by: the table of forms, the faults, and the views
//! with their documentation. What goes out is Markdown; nothing is written here.

use std::fmt::Write as _;

use collatio::content::form::{Field, FieldType};
use collatio::content::kind::KINDS;
use collatio::content::{COMMON, SETTINGS};

const MADE: &str = "<!-- Made by `cargo run --example manual`. Change the program, not this page. -->";

/// The views, in the order in which the reference lists them.
const VIEWS: &[&str] = &[
    include_str!("../../src/site/view/page.rs"),
    include_str!("../../src/site/view/split.rs"),
    include_str!("../../src/site/view/reference.rs"),
    include_str!("../../src/site/view/frame.rs"),
    include_str!("../../src/site/view/link.rs"),
    include_str!("../../src/site/view/prose.rs"),
    include_str!("../../src/site/view/cell.rs"),
    include_str!("../../src/site/view/home.rs"),
    include_str!("../../src/site/view/grid.rs"),
    include_str!("../../src/site/view/country.rs"),
    include_str!("../../src/site/view/history.rs"),
    include_str!("../../src/site/view/treaty.rs"),
    include_str!("../../src/site/view/conflict.rs"),
    include_str!("../../src/site/view/disagreements.rs"),
    include_str!("../../src/site/view/statute.rs"),
    include_str!("../../src/site/view/amendment.rs"),
    include_str!("../../src/site/view/timeline.rs"),
    include_str!("../../src/site/view/strip.rs"),
    include_str!("../../src/site/view/change.rs"),
    include_str!("../../src/site/view/between.rs"),
    include_str!("../../src/site/view/topic.rs"),
    include_str!("../../src/site/view/question.rs"),
    include_str!("../../src/site/view/matrix.rs"),
    include_str!("../../src/site/view/pair.rs"),
    include_str!("../../src/site/view/module.rs"),
    include_str!("../../src/site/view/source.rs"),
    include_str!("../../src/site/view/unresearched.rs"),
    include_str!("../../src/site/view/stale.rs"),
    include_str!("../../src/site/view/glossary.rs"),
    include_str!("../../src/site/view/about.rs"),
    include_str!("../../src/site/view/search.rs"),
];

/// The pages: path from the root of the repository, and text.
pub fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("docs/reference/fields.md", fields()),
        ("docs/reference/faults.md", faults()),
        ("docs/reference/views.md", views(VIEWS)),
    ]
}

/// Every kind of file with its fields.
fn fields() -> String {
    let mut page = format!(
        "# Every field\n\n{MADE}\n\nWhat each kind of file may say. A field marked • is required; one marked ¶ holds \
         words that a translation may give in another language, and so may prose. How dates, answers and prose are \
         written is in [the manual](../manual.md).\n\n"
    );
    for kind in KINDS {
        let _ = writeln!(page, "- [{}](#{})", kind.name, kind.name);
    }
    let _ = writeln!(page, "- [every record](#every-record)\n- [collatio.toml](#collatiotoml)");
    for kind in KINDS {
        let _ = write!(page, "\n## {}\n\n`content/{}`\n\n{}\n", kind.name, kind.path, kind.meaning);
        table(&mut page, kind.fields, "");
        if let Some(body) = kind.body {
            let _ = write!(page, "\nBelow the fields: {body}\n");
        }
    }
    page.push_str("\n## every record\n\nThese may stand in every file that is a record, and in every entry.\n");
    table(&mut page, COMMON, "");
    page.push_str("\n## collatio.toml\n\nThe configuration, at the root of the site. All of it may be left out.\n");
    table(&mut page, SETTINGS, "");
    page
}

/// A table of fields, and below it a table for each field that holds fields of its own.
fn table(page: &mut String, fields: &[Field], above: &str) {
    if fields.is_empty() {
        return;
    }
    page.push_str("\n| field | holds | says |\n|---|---|---|\n");
    for field in fields {
        let mark = match (field.required, field.translatable) {
            (true, true) => " • ¶",
            (true, false) => " •",
            (false, true) => " ¶",
            (false, false) => "",
        };
        let _ = writeln!(page, "| `{}`{mark} | {} | {} |", field.name, holds(&field.holds), cell(&says(field)));
    }
    for field in fields {
        if let FieldType::Table(below) | FieldType::Entries(below) = field.holds {
            let path = format!("{above}{}", field.name);
            let heading =
                if matches!(field.holds, FieldType::Entries(_)) { format!("[[{path}]]") } else { format!("[{path}]") };
            let _ = write!(page, "\n`{heading}`\n");
            table(page, below, &format!("{path}."));
        }
    }
}

fn says(field: &Field) -> String {
    let example = match field.holds {
        FieldType::Table(_) | FieldType::Entries(_) => String::new(),
        _ if field.example.is_empty() || field.example.contains('…') => String::new(),
        _ => format!(" `{} = {}`", field.name, field.example),
    };
    format!("{}{example}", field.meaning)
}

fn holds(holds: &FieldType) -> String {
    match holds {
        FieldType::Words => "words".to_owned(),
        FieldType::Prose => "prose".to_owned(),
        FieldType::Date => "date".to_owned(),
        FieldType::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        FieldType::Id(kind) => format!("id: {kind}"),
        FieldType::IdOrIds(kind) => format!("id, or list of ids: {kind}"),
        FieldType::Ids(kind) => format!("list of ids: {kind}"),
        FieldType::AnyIds => "list of ids".to_owned(),
        FieldType::Language => "language".to_owned(),
        FieldType::Languages => "list of languages".to_owned(),
        FieldType::List => "list of words".to_owned(),
        FieldType::Number => "whole number".to_owned(),
        FieldType::Flag => "`true` or `false`".to_owned(),
        FieldType::Url => "web address".to_owned(),
        FieldType::Table(_) => "table, below".to_owned(),
        FieldType::Map => "table of words".to_owned(),
        FieldType::Entries(_) => "entries, below".to_owned(),
        FieldType::LocalizedText => "words in a language".to_owned(),
        FieldType::LocalizedTexts => "list of words in languages".to_owned(),
    }
}

/// Text that can stand in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Every fault with its explanation.
fn faults() -> String {
    let mut page = format!(
        "# Every fault\n\n{MADE}\n\nWhat `collatio check` can find. An error keeps the site from being written, a warning \
         does not. `collatio explain CODE` prints the same.\n"
    );
    let examples = collatio::examples();
    for fault in collatio::faults() {
        let (code, level, summary) = (fault.code, fault.level.word(), fault.summary);
        let _ = write!(page, "\n## {code}\n\n{level}: {summary}\n\n{}\n", fault.explanation.trim());
        for example in examples.iter().filter(|example| example.code == code) {
            let _ = write!(page, "\n{}", example.as_markdown());
        }
    }
    page
}

/// The views, from the documentation of their types: each public structure, its fields, what they hold.
fn views(files: &[&str]) -> String {
    let mut page = format!(
        "# What a template sees\n\n{MADE}\n\nVersion {} of the views. A template is handed `page`, a [Page](#page), and `site`, \
         a [Frame](#frame); what a kind of page shows is in `page.view`. \"Key\" is a word that the theme's messages \
         print; \"or nothing\" is what `{{% if %}}` asks for.\n",
        collatio::site::view::VERSION
    );
    let mut words: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in files.iter().flat_map(|code| code.lines()) {
        let line = line.trim();
        if let Some(said) = line.strip_prefix("/// ") {
            words.push(said);
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name = rest.trim_end_matches([' ', '{']);
            let _ = write!(page, "\n## {name}\n\n{}\n\n| field | holds | says |\n|---|---|---|\n", prose(&words));
            inside = true;
            words.clear();
        } else if inside && line == "}" {
            inside = false;
        } else if inside && let Some((name, kind)) = line.strip_prefix("pub ").and_then(|field| field.split_once(": "))
        {
            let _ = writeln!(page, "| `{name}` | {} | {} |", holding(kind.trim_end_matches(',')), cell(&prose(&words)));
            words.clear();
        } else if !line.starts_with("#[") {
            words.clear();
        }
    }
    page
}

/// Lines of documentation as running text; names of the code stay words.
fn prose(words: &[&str]) -> String {
    words.join(" ").replace("[`", "`").replace("`]", "`")
}

/// A type of the code in words.
fn holding(kind: &str) -> String {
    let inner = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(kind) = inner("Option<") {
        return format!("{}, or nothing", holding(kind));
    }
    if let Some(kind) = inner("Vec<") {
        return format!("list of {}", holding(kind));
    }
    if let Some(kind) = inner("Box<").or_else(|| inner("Arc<")) {
        return holding(kind);
    }
    match kind {
        "String" | "str" => "text".to_owned(),
        "&'static str" => "key".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "usize" | "u8" | "u16" | "u32" | "u64" | "i16" | "i32" | "i64" | "f32" | "f64" => "number".to_owned(),
        "Prose" => "[prose](#prose), ready as HTML".to_owned(),
        "TaggedText" => "[words](../theme.md#what-a-template-sees)".to_owned(),
        "View" => "what the kind of page shows".to_owned(),
        name if name.chars().all(char::is_alphanumeric) => format!("[{name}](#{})", name.to_lowercase()),
        other => format!("`{other}`"),
    }
}
