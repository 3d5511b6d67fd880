//! RIS: a line for each field, with a tag of two characters; `TY` begins a reference and `ER` ends it.

use super::reference::{Person, Reference, date, kind};

/// The references of a file.
pub(super) fn read(text: &str) -> Vec<Reference> {
    let mut list: Vec<Reference> = Vec::new();
    let mut open: Option<Reference> = None;
    let mut last = String::new();
    for line in text.lines() {
        let Some((tag, value)) = field(line) else {
            // A long value may go on in the next line.
            if let Some(reference) = open.as_mut().filter(|_| !line.trim().is_empty()) {
                go_on(reference, &last, line.trim());
            }
            continue;
        };
        last = tag.to_owned();
        match tag {
            "TY" => {
                list.extend(open.take());
                let number = list.len() as u32 + 1;
                open = Some(Reference { number, kind: kind(value).to_owned(), ..Reference::default() });
            }
            "ER" => list.extend(open.take()),
            _ => {
                if let Some(reference) = open.as_mut() {
                    set(reference, tag, value);
                }
            }
        }
    }
    list.extend(open);
    list
}

fn field(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let value = rest.trim_start().strip_prefix('-')?;
    let is_tag = tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) && rest.starts_with("  ");
    is_tag.then(|| (tag, value.trim()))
}

fn go_on(reference: &mut Reference, tag: &str, words: &str) {
    if matches!(tag, "TI" | "T1") {
        reference.title = format!("{} {words}", reference.title);
    }
}

fn set(reference: &mut Reference, tag: &str, value: &str) {
    let put = |field: &mut String| {
        if field.is_empty() {
            *field = value.to_owned();
        }
    };
    match tag {
        "ID" => put(&mut reference.key),
        "TI" | "T1" | "CT" => put(&mut reference.title),
        "AU" | "A1" => reference.authors.push(Person::read(value)),
        "ED" | "A2" => reference.editors.push(Person::read(value)),
        "T2" | "JO" | "JF" | "JA" | "BT" => put(&mut reference.container),
        "PB" => put(&mut reference.publisher),
        "CY" => put(&mut reference.town),
        "PY" | "Y1" | "DA" => {
            let found = date(value);
            if found.len() > reference.date.len() {
                reference.date = found;
            }
        }
        "VL" => put(&mut reference.volume),
        "IS" => put(&mut reference.issue),
        "SP" => put(&mut reference.pages),
        "EP" if !reference.pages.is_empty() && !reference.pages.contains(['-', '–']) => {
            reference.pages = format!("{}–{value}", reference.pages);
        }
        "UR" => put(&mut reference.url),
        "DO" => put(&mut reference.doi),
        "LA" => put(&mut reference.language),
        "Y2" => reference.accessed = date(value),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_each_reference_are_read() {
        let text = "\u{feff}TY  - JOUR\r\nAU  - Author, Ann\r\nAU  - Writer, Bo\r\nTI  - On Falling\r\n Stars\r\nT2  - Journal of Stars\r\nPY  - 2005\r\nDA  - 2005/03/01/\r\nVL  - 12\r\nSP  - 1\r\nEP  - 20\r\nUR  - https://example.org/a\r\nY2  - 2006/01/02/\r\nER  - \r\n\r\nTY  - RPRT\r\nTI  - Second\r\nER  -\r\n";
        let list = read(text);
        assert_eq!(list.len(), 2);
        let first = &list[0];
        assert_eq!((&*first.title, &*first.date, &*first.pages), ("On Falling Stars", "2005-03-01", "1–20"));
        assert_eq!((first.authors.len(), &*first.accessed, &*first.kind), (2, "2006-01-02", "journal article"));
        assert_eq!((list[1].number, &*list[1].kind), (2, "report"));
    }
}
