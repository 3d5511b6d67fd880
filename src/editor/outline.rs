//! The outline of a file: its tables and entries, and the headings of its prose.

use std::ops::Range;

use super::cursor::toml_range;

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is called: the name of the table with the first value below it, or the text of the heading.
    pub name: String,
    /// 1 for the outermost.
    pub level: usize,
    /// The bytes of its line.
    pub line: Range<usize>,
    /// Its bytes with all that belongs to it.
    pub whole: Range<usize>,
    /// Whether it is a table of the front matter.
    pub is_table: bool,
}

/// The outline of a file, in the order of its bytes.
pub fn outline(text: &str, is_all_toml: bool) -> Vec<Heading> {
    let toml = toml_range(text, is_all_toml).unwrap_or(0..0);
    let mut list: Vec<Heading> = Vec::new();
    let mut at = 0;
    let mut string: Option<&str> = None;
    let mut is_code = false;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        let trimmed = line.trim();
        if toml.contains(&range.start) {
            let was_in_string = string.is_some();
            string = after(trimmed, string);
            if was_in_string {
                continue;
            }
            if let Some(name) = trimmed.strip_prefix('[') {
                let name = name.trim_start_matches('[').split(']').next().unwrap_or_default().to_owned();
                let level = name.split('.').count();
                list.push(Heading { name, level, line: range.clone(), whole: range, is_table: true });
            } else if let (Some(table), Some((key, value))) = (list.last_mut(), trimmed.split_once('=')) {
                let is_first = !table.name.contains(' ');
                let value = value.trim().trim_matches(['"', '\'']);
                if is_first && !key.is_empty() && !value.is_empty() {
                    table.name = format!("{} {}", table.name, value.chars().take(60).collect::<String>());
                }
            }
        } else if range.start >= toml.end {
            is_code ^= trimmed.starts_with("```");
            let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
            let name = trimmed[level..].split(" {#").next().unwrap_or_default().trim();
            if !is_code && (1..=6).contains(&level) && trimmed[level..].starts_with(' ') {
                let name = name.to_owned();
                list.push(Heading { name, level, line: range.clone(), whole: range, is_table: false });
            }
        }
    }
    for n in 0..list.len() {
        let next =
            list[n + 1..].iter().find(|other| other.is_table != list[n].is_table || other.level <= list[n].level);
        let end = next.map_or(text.trim_end().len(), |next| next.line.start);
        let end = if list[n].is_table { end.min(toml.end) } else { end };
        list[n].whole = list[n].line.start..end.max(list[n].line.end);
    }
    list
}

/// Whether a string of several lines is open behind a line, and its mark.
fn after<'a>(line: &str, open: Option<&'a str>) -> Option<&'a str> {
    let mut open = open;
    let mut rest = line;
    loop {
        let next = match open {
            Some(mark) => rest.find(mark).map(|at| (at, mark)),
            None => ["\"\"\"", "'''"].into_iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min(),
        };
        let Some((at, mark)) = next else { return open };
        rest = &rest[at + mark.len()..];
        open = if open.is_some() { None } else { Some(mark) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_called_by_their_first_value_and_prose_by_its_headings() {
        let text = "+++\nname = \"я\"\n[[action]]\ninstrument = \"treaty\"\nnote = \"\"\"\n[x]\n\"\"\"\n[[action.statement]]\nsource = \"un\"\n+++\n\n## Закон {#law}\n\nText\n\n### Part\n```\n# no\n```\n";
        let list = outline(text, false);
        let names: Vec<(&str, usize)> = list.iter().map(|heading| (heading.name.as_str(), heading.level)).collect();
        assert_eq!(names, [("action treaty", 1), ("action.statement un", 2), ("Закон", 2), ("Part", 3)]);
        assert!(text[list[0].whole.clone()].ends_with("source = \"un\"\n"), "{:?}", &text[list[0].whole.clone()]);
        assert!(text[list[2].whole.clone()].ends_with("# no\n```"));
        assert!(list.iter().all(|heading| heading.whole.start == heading.line.start));
    }
}
