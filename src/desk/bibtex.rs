//! BibTeX and BibLaTeX: entries `@kind{key, field = {value}}`. A broken entry costs only itself, and is told.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::text::month_alike;

use super::reference::{Person, Reference, date, kind};

/// An entry that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Its number among the entries, from 1.
    pub(super) number: u32,
    /// Its key, as far as it has one.
    pub(super) key: String,
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    pub(super) why: String,
}

/// The references of a file, and its broken entries.
pub(super) fn read(text: &str) -> (Vec<Reference>, Vec<Broken>) {
    let mut reading = Reading { text, at: 0, macros: BTreeMap::new() };
    let (mut list, mut broken) = (Vec::new(), Vec::new());
    let mut number = 0;
    while let Some(found) = text[reading.at..].find('@') {
        reading.at += found + 1;
        let start = reading.at;
        let name = reading.name().to_ascii_lowercase();
        let read = match name.as_str() {
            "comment" | "preamble" => continue,
            "string" => reading.definition(),
            _ => {
                number += 1;
                reading.entry().map(|(key, fields)| list.push(reference(number, key, &name, &fields)))
            }
        };
        if let Err(why) = read {
            let line = text[..start].matches('\n').count() + 1;
            broken.push(Broken { number, key: key_at(text, start), line, why });
            // The next entry begins a line.
            reading.at = text[start..].find("\n@").map_or(text.len(), |at| start + at + 1);
        }
    }
    (list, broken)
}

/// The key of the entry whose kind begins at the byte `start`.
fn key_at(text: &str, start: usize) -> String {
    let line = text[start..].lines().next().unwrap_or_default();
    let behind = line.split_once(['{', '(']).map_or("", |(_, behind)| behind);
    behind.split([',', '=', ' ', '}']).next().unwrap_or_default().trim().to_owned()
}

struct Reading<'t> {
    text: &'t str,
    at: usize,
    /// `@string` definitions.
    macros: BTreeMap<String, String>,
}

impl Reading<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Takes a character, if it is the next one after blanks.
    fn take(&mut self, wanted: char) -> bool {
        self.skip_blanks();
        let is_there = self.rest().starts_with(wanted);
        self.at += if is_there { wanted.len_utf8() } else { 0 };
        is_there
    }

    fn name(&mut self) -> String {
        self.skip_blanks();
        let ends = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '(' | ')' | ',' | '=' | '"' | '#' | '@');
        let length = self.rest().find(ends).unwrap_or(self.rest().len());
        let name = self.rest()[..length].to_owned();
        self.at += length;
        name
    }

    fn definition(&mut self) -> Result<(), String> {
        if !self.take('{') && !self.take('(') {
            return Err("`@string` has no brace".to_owned());
        }
        let name = self.name().to_ascii_lowercase();
        let value = if self.take('=') { self.value()? } else { String::new() };
        self.macros.insert(name, value);
        Ok(())
    }

    fn entry(&mut self) -> Result<(String, BTreeMap<String, String>), String> {
        if !self.take('{') && !self.take('(') {
            return Err("it has no brace behind its kind".to_owned());
        }
        let key = self.name();
        let mut fields = BTreeMap::new();
        loop {
            let _ = self.take(',');
            if self.take('}') || self.take(')') {
                return Ok((key, fields));
            }
            let name = self.name().to_ascii_lowercase();
            if name.is_empty() || !self.take('=') {
                return Err(match self.rest().is_empty() {
                    true => format!("`{key}` is not closed"),
                    false => format!("`{key}` has no `=` behind `{name}`"),
                });
            }
            let value = self.value()?;
            fields.entry(name).or_insert(value);
        }
    }

    /// A value: pieces with `#` between them.
    fn value(&mut self) -> Result<String, String> {
        let mut out = String::new();
        loop {
            self.skip_blanks();
            if self.take('{') {
                out.push_str(&self.until('}')?);
            } else if self.take('"') {
                out.push_str(&self.until('"')?);
            } else {
                let name = self.name();
                let known = self.macros.get(&name.to_ascii_lowercase()).cloned();
                out.push_str(&known.unwrap_or(name));
            }
            if !self.take('#') {
                return Ok(out);
            }
        }
    }

    /// The words up to `end`, with the braces inside them.
    fn until(&mut self, end: char) -> Result<String, String> {
        let mut depth = 0;
        let mut is_escaped = false;
        for (at, c) in self.rest().char_indices() {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                c if c == end && depth == 0 => {
                    let words = self.rest()[..at].to_owned();
                    self.at += at + end.len_utf8();
                    return Ok(words);
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
        Err("a value has no end".to_owned())
    }
}

fn reference(number: u32, key: String, name: &str, fields: &BTreeMap<String, String>) -> Reference {
    let text = |names: &[&str]| {
        let found = names.iter().filter_map(|name| fields.get(*name)).map(|value| plain(value));
        found.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    };
    let subtitle = text(&["subtitle"]);
    let title = text(&["title"]);
    let month = month(&text(&["month"]));
    let year = text(&["date", "year"]);
    Reference {
        number,
        key,
        kind: kind(name).to_owned(),
        title: if subtitle.is_empty() { title } else { format!("{title}: {subtitle}") },
        authors: people(fields.get("author")),
        editors: people(fields.get("editor")),
        container: text(&["journaltitle", "journal", "booktitle", "maintitle"]),
        publisher: text(&["publisher", "institution", "school", "organization"]),
        town: text(&["location", "address"]),
        date: date(&if year.contains('-') { year } else { format!("{year}-{month}") }),
        volume: text(&["volume"]),
        issue: text(&["issue", "number"]),
        pages: text(&["pages"]).replace("--", "–").replace('-', "–"),
        url: fields
            .get("url")
            .or_else(|| fields.get("howpublished").filter(|words| words.contains("://")))
            .map(|url| {
                url.trim()
                    .trim_start_matches("\\url")
                    .trim_matches(['{', '}'])
                    .trim()
                    .replace("\\_", "_")
                    .replace("\\%", "%")
                    .replace("\\&", "&")
            })
            .unwrap_or_default(),
        doi: text(&["doi"]),
        language: text(&["language", "langid"]),
        accessed: date(&text(&["urldate"])),
    }
}

/// The number of the month that begins a field; what is no month stays as it is.
fn month(words: &str) -> String {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    month_alike(first).map_or_else(|| words.to_lowercase(), |number| number.to_string())
}

/// The people of a field, with `and` between them; who stands in braces is an organisation.
fn people(value: Option<&String>) -> Vec<Person> {
    let mut people = Vec::new();
    let mut depth = 0;
    let mut name: Vec<&str> = Vec::new();
    for word in value.map(String::as_str).unwrap_or_default().split_whitespace().chain(["and"]) {
        if word == "and" && depth == 0 {
            let whole = name.join(" ");
            name.clear();
            let is_office = whole.starts_with('{') && whole.ends_with('}') && whole.matches('{').count() == 1;
            match plain(&whole).as_str() {
                "" | "others" => {}
                plain if is_office => people.push(Person::whole(plain)),
                plain => people.push(Person::read(plain)),
            }
            continue;
        }
        depth += word.matches('{').count() as i32 - word.matches('}').count() as i32;
        name.push(word);
    }
    people
}

/// LaTeX as plain words.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    // An accent stands before its letter in LaTeX, and behind it in Unicode.
    let mut accent: Option<char> = None;
    while let Some(c) = chars.next() {
        let letter = match c {
            '\\' => {
                let mut name = String::new();
                while let Some(letter) = chars.next_if(|c| c.is_ascii_alphabetic()) {
                    name.push(letter);
                }
                if name.is_empty() {
                    let mark = chars.next().unwrap_or(' ');
                    match combining(&mark.to_string()) {
                        Some(found) => {
                            accent = Some(found);
                            continue;
                        }
                        None => mark,
                    }
                } else {
                    let _ = chars.next_if(|c| *c == ' ');
                    if let Some(found) = combining(&name) {
                        accent = Some(found);
                    } else {
                        out.push_str(symbol(&name));
                    }
                    continue;
                }
            }
            '{' | '}' | '$' => continue,
            '~' => ' ',
            '-' if chars.peek() == Some(&'-') => {
                let _ = chars.next();
                if chars.next_if(|c| *c == '-').is_some() { '—' } else { '–' }
            }
            '`' if chars.next_if(|c| *c == '`').is_some() => '“',
            '\'' if chars.next_if(|c| *c == '\'').is_some() => '”',
            c => c,
        };
        out.push(letter);
        out.extend(accent.take());
    }
    let joined: String = out.nfc().collect();
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The combining character for an accent of LaTeX.
fn combining(name: &str) -> Option<char> {
    Some(match name {
        "'" => '\u{301}',
        "`" => '\u{300}',
        "^" => '\u{302}',
        "\"" => '\u{308}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "." => '\u{307}',
        "v" => '\u{30c}',
        "c" => '\u{327}',
        "u" => '\u{306}',
        "H" => '\u{30b}',
        "k" => '\u{328}',
        "r" => '\u{30a}',
        "d" => '\u{323}',
        _ => return None,
    })
}

/// The letters for a command of LaTeX; nothing for commands that only change the type.
fn symbol(name: &str) -> &'static str {
    match name {
        "ss" => "ß",
        "o" => "ø",
        "O" => "Ø",
        "aa" => "å",
        "AA" => "Å",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "l" => "ł",
        "L" => "Ł",
        "i" => "i",
        "j" => "j",
        "textendash" => "–",
        "textemdash" => "—",
        "S" => "§",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "% remark\n@string{star = \"Star \" # {Press}}\n@comment{x}\n@Article{a1,\n  author = {M{\\\"u}ller, J{\\'o}zef and {World Star Office} and Ludwig van Beethoven and others},\n  title = \"On {Falling} Stars\",\n  journal = {Journal of Stars}, year = 2005, month = mar, pages = {1--20},\n  publisher = star, url = {https://example.org/a\\_b},\n}\n@book{broken, title = {no end\n\n@report{r2, title = {Se\\v{c}ond \\& last}, date = {2006-02-01}, institution = {Office}}\n";

    #[test]
    fn entries_are_read_and_a_broken_one_costs_only_itself() {
        let (list, broken) = read(FILE);
        assert_eq!(list.iter().map(|it| (it.number, &*it.key)).collect::<Vec<_>>(), [(1, "a1"), (3, "r2")]);
        let told: Vec<_> = broken.iter().map(|it| (it.number, &*it.key, it.line, &*it.why)).collect();
        assert_eq!(told, [(2, "broken", 10, "a value has no end")]);
        let names: Vec<String> = list[0].authors.iter().map(Person::name).collect();
        assert_eq!(names, ["Józef Müller", "World Star Office", "Ludwig van Beethoven"]);
        assert_eq!((&*list[0].title, &*list[0].date, &*list[0].pages), ("On Falling Stars", "2005-03", "1–20"));
        assert_eq!((&*list[0].publisher, &*list[0].url), ("Star Press", "https://example.org/a_b"));
        assert_eq!((&*list[1].title, &*list[1].date), ("Sečond & last", "2006-02-01"));
    }

    #[test]
    fn what_is_read_is_what_another_reader_reads() {
        let whole = FILE.replace("@book{broken, title = {no end\n", "");
        let other = biblatex::Bibliography::parse(&whole).expect("it is BibTeX");
        let (list, _) = read(&whole);
        assert_eq!(other.len(), list.len());
        for reference in &list {
            let entry = other.get(&reference.key).expect("it is there");
            let title: String =
                entry.title().expect("it has one").iter().map(|chunk| chunk.v.get().to_owned()).collect();
            assert_eq!(title, reference.title);
        }
    }
}
