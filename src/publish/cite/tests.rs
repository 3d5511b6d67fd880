//! Reads the three formats back with parsers that are independent of this program.

use biblatex::{Bibliography, ChunksExt};

use super::*;
use crate::site::view::{LocalizedText, ReferenceKind, When};

/// Characters that need escaping in at least one format.
const HARD: &str = "Кодекс {о} \"поездах\" \\ № 5 % & # $ _ ~ ^ — O‘zbekiston «x»";

fn day(iso: &str) -> When {
    let parts: Vec<i16> = iso.split('-').filter_map(|part| part.parse().ok()).collect();
    let form = ["year", "month", "day"][parts.len() - 1];
    let part = |at: usize| parts.get(at).copied().unwrap_or(0);
    When {
        iso: iso.to_owned(),
        form,
        year: part(0),
        month: part(1) as u8,
        day: part(2) as u8,
        first: None,
        second: None,
    }
}

fn law() -> Reference {
    Reference {
        kind: ReferenceKind::Law,
        key: "xr-code-128".to_owned(),
        title: HARD.into(),
        original: Some(LocalizedText { text: "Кодекс".to_owned(), language: "ru".to_owned() }),
        number: Some("№ 254-II".to_owned()),
        jurisdiction: Some("Ruritania and Co".into()),
        section: Some("128¹".to_owned()),
        section_words: Some("art. 128¹".into()),
        made: Some(day("1997-07-16")),
        made_as: "adopted",
        published: None,
        in_force: Some(day("1998-01")),
        author: None,
        publisher: None,
        year: None,
        whole: None,
        place: Some("Gazette, p. 1\nER  - ".to_owned()),
        note: "Read in Site".into(),
        site: "Site".into(),
        edition: day("2026-01-31"),
        on: day("2005-06-30"),
        url: Some("https://example.org/a_b/128.html".to_owned()),
        path: "countries/xr/laws/code/128.html".to_owned(),
        language: "ru".to_owned(),
        files: Vec::new(),
    }
}

#[test]
fn bibtex_is_read_back_letter_by_letter() {
    let text = [bibtex::print(&law()), bibtex::print(&Reference { key: "second".to_owned(), ..law() })].concat();
    let read = Bibliography::parse(&text).expect("it is BibTeX");
    assert_eq!(read.iter().count(), 2);
    let entry = read.get("xr-code-128").expect("by its key");
    let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
    assert_eq!(field("title"), HARD);
    assert_eq!(field("number"), "№ 254-II");
    assert_eq!(field("author"), "Ruritania and Co", "one author, not two");
    assert_eq!(entry.author().expect("it has one").len(), 1);
    assert_eq!((field("date").as_str(), field("year").as_str()), ("1997-07-16", "1997"));
    assert_eq!(field("pages"), "art. 128¹");
    assert_eq!(field("url"), "https://example.org/a_b/128.html");
}

#[test]
fn csl_json_is_read_back_letter_by_letter() {
    let text = csl::print(&law());
    let items: Vec<citationberg::json::Item> = serde_json::from_str(&text).expect("it is CSL-JSON");
    assert_eq!(items.len(), 1);
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let item = &value[0];
    assert_eq!(item["type"], "legislation");
    assert_eq!(item["title"], HARD);
    assert_eq!(item["section"], "128¹");
    assert_eq!(item["issued"]["date-parts"], serde_json::json!([[1997, 7, 16]]));
    assert_eq!(item["available-date"]["date-parts"], serde_json::json!([[1998, 1]]));
}

/// Parses RIS here, for want of a well-maintained library: a line is a two-letter tag, two spaces, `-`, a space, a
/// value.
fn read_ris(text: &str) -> Vec<Vec<(String, String)>> {
    let mut records = Vec::new();
    let mut open: Option<Vec<(String, String)>> = None;
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        let (tag, value) = line.split_once("  - ").expect("a line is a tag and a value");
        assert!(tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
        assert!(!value.contains('\n'), "{line}");
        match tag {
            "TY" => assert!(open.replace(vec![("TY".to_owned(), value.to_owned())]).is_none()),
            "ER" => records.push(open.take().expect("it was begun")),
            _ => open.as_mut().expect("it was begun").push((tag.to_owned(), value.to_owned())),
        }
    }
    assert!(open.is_none());
    records
}

#[test]
fn ris_is_read_back_letter_by_letter_and_no_value_ends_a_record() {
    let text = [ris::print(&law()), ris::print(&law())].concat();
    let records = read_ris(&text);
    assert_eq!(records.len(), 2, "a line in a value is no line of the file: {text}");
    let field = |tag: &str| records[0].iter().find(|(t, _)| t == tag).map(|(_, value)| value.as_str());
    assert_eq!(field("TY"), Some("STAT"));
    assert_eq!(field("TI"), Some(HARD));
    assert_eq!(field("DA"), Some("1997/07/16"));
    assert_eq!(field("SE"), Some("art. 128¹"));
    assert_eq!(field("M1"), Some("№ 254-II"));
}

#[test]
fn each_kind_has_its_type_in_each_form() {
    for (kind, in_ris, in_csl) in [
        (ReferenceKind::Treaty, "STAT", "treaty"),
        (ReferenceKind::Bill, "BILL", "bill"),
        (ReferenceKind::Source, "GEN", "document"),
        (ReferenceKind::Page, "ELEC", "webpage"),
    ] {
        let of_kind = Reference { kind, ..law() };
        assert!(ris::print(&of_kind).starts_with(&format!("TY  - {in_ris}\r\n")));
        assert!(csl::print(&of_kind).contains(&format!("\"type\":\"{in_csl}\"")));
    }
}

#[test]
fn a_bill_that_nobody_adopted_has_no_date_in_forms_that_cannot_say_what_happened_on_it() {
    for (made_as, dated) in [("announced", false), ("debated", false), ("adopted", true), ("signed", true)] {
        let bill = Reference { kind: ReferenceKind::Bill, made_as, ..law() };
        for text in [bibtex::print(&bill), ris::print(&bill), csl::print(&bill)] {
            assert_eq!(text.contains("1997"), dated, "{made_as}: {text}");
        }
    }
}

#[test]
fn a_page_of_the_site_is_dated_by_its_edition_and_stands_in_the_site() {
    let page = Reference { kind: ReferenceKind::Page, made: None, number: None, ..law() };
    assert!(bibtex::print(&page).starts_with("@online{"));
    assert!(
        bibtex::print(&page).contains("organization = {Site}") && bibtex::print(&page).contains("date = {2026-01-31}")
    );
    assert!(ris::print(&page).contains("\r\nT2  - Site\r\n") && ris::print(&page).contains("DA  - 2026/01/31"));
    assert!(
        csl::print(&page).contains("\"container-title\":\"Site\",\"") && csl::print(&page).contains("[[2026,1,31]]")
    );
}

#[test]
fn a_date_that_figures_cannot_say_is_given_in_the_words_of_the_record() {
    let by = When { iso: "by 2005".to_owned(), form: "by", year: 0, month: 0, day: 0, first: None, second: None };
    let open = Reference { made: Some(by), ..law() };
    assert!(csl::print(&open).contains("\"issued\":{\"literal\":\"by 2005\"}"));
    assert!(!bibtex::print(&open).contains("date ="));
    assert!(!ris::print(&open).contains("DA  - "));
}

#[test]
fn a_page_holds_one_file_whole_in_its_address() {
    let reference = with_files(law());
    let [file] = &reference.files[..] else { panic!("one form, the others a script makes of it") };
    assert_eq!((file.form, file.name.as_str()), ("json", "xr-code-128.json"));
    let (head, data) = file.href.split_once(',').expect("type and content");
    assert_eq!(head, "data:application/vnd.citationstyles.csl+json;charset=utf-8");
    let mut bytes = Vec::new();
    let mut rest = data.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let hex = std::str::from_utf8(&after[..2]).expect("two figures");
            bytes.push(u8::from_str_radix(hex, 16).expect("hexadecimal"));
            rest = &after[2..];
        } else {
            assert!(!b"\"'<>&#% \n".contains(first));
            bytes.push(*first);
            rest = after;
        }
    }
    assert_eq!(String::from_utf8(bytes).expect("UTF-8"), csl::print(&law()));
}

#[test]
fn the_file_of_all_references_is_one_list() {
    let mut text = String::new();
    let two = || [law(), Reference { key: "second".to_owned(), ..law() }].into_iter();
    assert!(print("data/references.json", two(), &mut |piece| text.push_str(piece)));
    let items: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(items.as_array().map(Vec::len), Some(2));
    let mut text = String::new();
    assert!(print("data/references.bib", two(), &mut |piece| text.push_str(piece)));
    assert_eq!(Bibliography::parse(&text).expect("it is BibTeX").iter().count(), 2);
    assert!(!print("data/other.bib", two(), &mut |_| ()));
}
