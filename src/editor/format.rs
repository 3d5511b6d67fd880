//! Brings front matter into the order of its form, with one way to space it.
//!
//! Fields are ordered within each run that no blank line divides, so that what an author keeps apart stays apart; a
//! comment goes with the field below it. Values, comments and prose keep their characters. What does not say the same
//! afterwards is not changed at all.

use crate::content::{Form, of_path};

use super::cursor::toml_range;
use super::quoted::string;

/// The text of the file at `path` with its fields in order; `None` where nothing is to be changed, or where the front
/// matter cannot be parsed.
pub fn formatted(path: &str, text: &str) -> Option<String> {
    let form = of_path(path)?;
    let range = toml_range(text, matches!(form, Form::Settings))?;
    let toml = &text[range.clone()];
    let before: toml::Table = toml.parse().ok()?;
    let newline = if toml.contains("\r\n") { "\r\n" } else { "\n" };
    let mut new = String::with_capacity(toml.len());
    for (number, table) in tables(toml).into_iter().enumerate() {
        if number > 0 && !new.is_empty() {
            new.push_str(newline);
        }
        print(form, table, newline, &mut new);
    }
    let is_same = new.parse::<toml::Table>().is_ok_and(|after| after == before);
    (is_same && new != toml).then(|| format!("{}{new}{}", &text[..range.start], &text[range.end..]))
}

/// The header of a table and its fields, in runs that blank lines divide.
#[derive(Default)]
struct Table<'t> {
    names: Vec<&'t str>,
    /// Comments above the header, and the header.
    head: Vec<&'t str>,
    runs: Vec<Vec<Item<'t>>>,
}

/// A field with the comments above it, or comments that stand alone.
#[derive(Default)]
struct Item<'t> {
    comments: Vec<&'t str>,
    /// The name and the text behind it, up to the end of its last line; empty for comments that stand alone.
    name: &'t str,
    value: &'t str,
}

/// The tables of a front matter, that of its first fields first.
fn tables(toml: &str) -> Vec<Table<'_>> {
    let mut list = vec![Table::default()];
    let mut comments: Vec<&str> = Vec::new();
    let mut is_new_run = true;
    let mut at = 0;
    while at < toml.len() {
        let end = statement_end(toml, at);
        let statement = toml[at..end].trim_end_matches(['\n', '\r']);
        at = end;
        let trimmed = statement.trim();
        if trimmed.is_empty() {
            if !comments.is_empty() {
                let alone = Item { comments: std::mem::take(&mut comments), ..Item::default() };
                push(&mut list, alone, is_new_run);
            }
            is_new_run = true;
        } else if trimmed.starts_with('#') {
            comments.push(trimmed);
        } else if trimmed.starts_with('[') {
            let inner = trimmed.trim_start_matches('[').split(']').next().unwrap_or_default();
            let mut head = std::mem::take(&mut comments);
            head.push(trimmed);
            list.push(Table { names: inner.split('.').map(str::trim).collect(), head, runs: Vec::new() });
            is_new_run = true;
        } else {
            let (name, value) = statement.split_once('=').unwrap_or((statement, ""));
            let item = Item { comments: std::mem::take(&mut comments), name: name.trim(), value: value.trim_start() };
            push(&mut list, item, is_new_run);
            is_new_run = false;
        }
    }
    if !comments.is_empty() {
        push(&mut list, Item { comments, ..Item::default() }, is_new_run);
    }
    list
}

fn push<'t>(list: &mut [Table<'t>], item: Item<'t>, is_new_run: bool) {
    let Some(table) = list.last_mut() else { return };
    match table.runs.last_mut().filter(|_| !is_new_run) {
        Some(run) => run.push(item),
        None => table.runs.push(vec![item]),
    }
}

fn print(form: Form, table: Table<'_>, newline: &str, out: &mut String) {
    let order: Vec<&str> = form.fields(&table.names).unwrap_or_default().iter().map(|field| field.name).collect();
    let line = |text: &str, out: &mut String| {
        out.push_str(text);
        out.push_str(newline);
    };
    for head in &table.head {
        line(head, out);
    }
    for (number, mut run) in table.runs.into_iter().enumerate() {
        if number > 0 {
            line("", out);
        }
        run.sort_by_key(|item| order.iter().position(|name| *name == item.name).unwrap_or(order.len()));
        for item in run {
            item.comments.iter().for_each(|comment| line(comment, out));
            // Within words of several lines a space at an end may be meant.
            let is_one_line = !item.value.contains('\n');
            match item.name {
                "" => {}
                name if is_one_line => line(&format!("{name} = {}", item.value.trim_end()), out),
                name => line(&format!("{name} = {}", item.value), out),
            }
        }
    }
}

/// The byte behind the statement that begins at `at`: behind its line, or behind the last line of its value.
fn statement_end(toml: &str, at: usize) -> usize {
    let bytes = toml.as_bytes();
    let mut depth = 0_usize;
    let mut n = at;
    while n < bytes.len() {
        match bytes[n] {
            b'\n' if depth == 0 => return n + 1,
            b'#' => n = toml[n..].find('\n').map_or(bytes.len(), |end| n + end) - 1,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            quote @ (b'"' | b'\'') => n = string(toml, n, quote).1 - 1,
            _ => {}
        }
        n += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(toml: &str) -> Option<String> {
        let text = format!("+++\n{toml}+++\n\nprose = kept   \n");
        let new = formatted("content/countries/xr/treaties.md", &text)?;
        let inner = new.strip_prefix("+++\n").and_then(|new| new.strip_suffix("+++\n\nprose = kept   \n"));
        Some(inner.expect("fences and prose stay").to_owned())
    }

    #[test]
    fn fields_come_in_the_order_of_their_form_and_comments_go_with_them() {
        let new = of(
            "[[action]]\n# why\nkind=\"accession\"   # a\ninstrument   =  \"treaty\"\n[[action.statement]]\nplace = \"row\"\nsource = \"un\"\n",
        );
        let expected = "[[action]]\ninstrument = \"treaty\"\n# why\nkind = \"accession\"   # a\n\n[[action.statement]]\nsource = \"un\"\nplace = \"row\"\n";
        assert_eq!(new.as_deref(), Some(expected));
        assert_eq!(of(expected), None, "what is in order stays");
    }

    #[test]
    fn what_an_author_keeps_apart_stays_apart() {
        let text = "[[action]]\nkind = \"accession\"\n\ninstrument = \"treaty\"\n\n# alone\n\nnote = \"я\"\n";
        assert_eq!(of(text), None);
    }

    #[test]
    fn values_of_several_lines_keep_their_characters() {
        let text = "[[action]]\nnote = \"\"\"\n  a = 1  \n[b]\n# c \"\"\n\"\"\"\nterritories = [\n  \"я\", # ]\n  '[x',\n]\nkind = \"accession\"\ninstrument = \"treaty\"\n";
        let new = of(text).expect("it is reordered");
        assert!(new.contains("note = \"\"\"\n  a = 1  \n[b]\n# c \"\"\n\"\"\"\n"), "{new}");
        assert!(new.contains("territories = [\n  \"я\", # ]\n  '[x',\n]\n"), "{new}");
        assert!(new.starts_with("[[action]]\ninstrument = "), "{new}");
    }

    #[test]
    fn what_cannot_be_parsed_and_what_is_no_content_is_left() {
        assert_eq!(of("[[action]]\nkind = \n"), None);
        assert_eq!(formatted("README.md", "+++\nb = 1\n+++\n"), None);
        assert_eq!(formatted("content/countries/xr/treaties.md", "no fence"), None);
    }

    #[test]
    fn a_file_of_another_system_keeps_its_line_ends() {
        let text = "+++\r\nkind = 1\r\nname=\"я\"\r\n+++\r\n";
        let new = formatted("content/countries/xr/index.md", text);
        assert_eq!(new.as_deref(), Some("+++\r\nname = \"я\"\r\nkind = 1\r\n+++\r\n"));
    }
}
