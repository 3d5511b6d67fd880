//! The table of a library of Zotero (*Export → CSV*): a row for each work, its fields by the names of their columns.

use super::comma;
use super::reference::{Person, Reference, date, kind};

/// The references of a file; an error says why it is no such table.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Reference>, String> {
    let grid = comma::read(bytes)?;
    let mut rows = grid.rows.iter().map(|(_, cells)| {
        cells.iter().map(|cell| cell.text().unwrap_or_default().trim().to_owned()).collect::<Vec<String>>()
    });
    let heads: Vec<String> = rows.next().unwrap_or_default().iter().map(|head| head.to_lowercase()).collect();
    if !["title", "item type"].iter().all(|name| heads.iter().any(|head| head == name)) {
        return Err("it has no columns `Title` and `Item Type`, which the CSV of Zotero has".to_owned());
    }
    let rows = rows.filter(|row| row.iter().any(|words| !words.is_empty()));
    Ok((1..).zip(rows).map(|(number, row)| reference(number, &heads, &row)).collect())
}

fn reference(number: u32, heads: &[String], row: &[String]) -> Reference {
    let field = |name: &str| {
        let at = heads.iter().position(|head| head == name);
        at.and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let people =
        |name: &str| field(name).split(';').map(str::trim).filter(|name| !name.is_empty()).map(Person::read).collect();
    Reference {
        number,
        key: field("key"),
        kind: kind(&field("item type")).to_owned(),
        title: field("title"),
        authors: people("author"),
        editors: people("editor"),
        container: field("publication title"),
        publisher: field("publisher"),
        town: field("place"),
        date: first_date(&[field("date"), field("publication year")]),
        volume: field("volume"),
        issue: field("issue"),
        pages: field("pages").replace('-', "–"),
        url: field("url"),
        doi: field("doi"),
        language: field("language"),
        accessed: date(&field("access date")),
    }
}

/// The first of some dates that has a year.
fn first_date(list: &[String]) -> String {
    list.iter().map(|words| date(words)).find(|date| !date.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_work() {
        let text = "\u{feff}\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Url\",\"Abstract Note\",\"Date\",\"Access Date\",\"Pages\",\"Language\"\r\n\
                    \"A1\",\"journalArticle\",\"2005\",\"Иванов, Иван; Institute of Stars\",\"On, Stars\",\"https://a.org/b\",\"Two\nlines\",\"March 2005\",\"2026-01-03 11:22:33\",\"1-20\",\"ru-RU\"\r\n";
        let list = read(text.as_bytes()).expect("it is a table");
        let [one] = &list[..] else { panic!("{list:?}") };
        assert_eq!((&*one.title, &*one.kind, &*one.date), ("On, Stars", "journal article", "2005"));
        assert_eq!((one.authors.len(), &*one.authors[0].family, &*one.pages), (2, "Иванов", "1–20"));
        assert_eq!((&*one.accessed, &*one.key, &*one.language), ("2026-01-03", "A1", "ru-RU"));
        assert!(read(b"a,b\n1,2\n").is_err());
    }
}
