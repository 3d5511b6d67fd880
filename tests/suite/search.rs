//! The index for search: what it holds, and that letters are folded in Rust and in the browser alike.

use collatio::publish::search::{fold, words};
use collatio::text::File;

use crate::shipped::{SHIPPED, files_of, input, page, repository};

/// Letters, marks and signs of many kinds, from which texts are strung together.
const PIECES: &[&str] = &[
    "a",
    "Z",
    "é",
    "e\u{301}",
    "ё",
    "Е\u{308}",
    "й",
    "И\u{306}",
    "и",
    "ў",
    "Қ",
    "ғ",
    "Ҳ",
    "ҷ",
    "Ӣ",
    "ӯ",
    "ә",
    "Ө",
    "ұ",
    "Ү",
    "ң",
    "һ",
    "І",
    "ї",
    "İ",
    "ı",
    "I",
    "ş",
    "ň",
    "ý",
    "ž",
    "ß",
    "ẞ",
    "ø",
    "Ł",
    "æ",
    "ﬁ",
    "Σ",
    "ς",
    "σ",
    "Ω",
    "ά",
    "´",
    "'",
    "’",
    "ʻ",
    "ʼ",
    "‘",
    "`",
    "ʹ",
    "′",
    "130",
    "1",
    "12",
    "2005",
    "¹",
    "²",
    "⁴",
    "½",
    "Ⅳ",
    "№",
    "§",
    ".",
    "-",
    "‐",
    "–",
    "—",
    ",",
    " ",
    "  ",
    "\u{a0}",
    "\u{ad}",
    "\u{200d}",
    "\u{feff}",
    "(",
    ")",
    "/",
    "ա",
    "א",
    "שׁ",
    "ش",
    "شّ",
    "漢",
    "カ",
    "ｶ",
    "Ａ",
    "한",
    "ก",
    "ก็",
    "क",
    "कि",
    "क्",
    "ŋ",
    "Ə",
    "đ",
    "þ",
    "Œ",
    "K",
    "Å",
    "ǆ",
    "ﷺ",
    "①",
    "🙂",
    "trafficking",
    "Закон",
    "Қонуни",
    "oʻzbek",
    "art",
    "кодекс",
];

/// Texts of these pieces, the same in every run.
/// Days, keyboards that write a letter in two ways, and scripts without spaces between words.
const WHOLE: &[&str] = &[
    "1.7.1998, 31.12.2005, 31.12. 2005, 99.99.2005, 130-1",
    "قانون كيفري، مادة ۱۲",
    "قانون کیفری، ماده ١٢",
    "می\u{200c}شود",
    "贩卖人口罪的处罚",
    "人身売買の罪、第35条",
    "การค้ามนุษย์เป็นความผิด มาตรา ๑๒",
    "ຄ້າມະນຸດ",
    "ការជួញដូរមនុស្ស",
    "လူကုန်ကူးမှု",
];

fn texts() -> Vec<String> {
    let mut state = 20_261_124_u64;
    let mut next = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    let each = PIECES.iter().map(|piece| (*piece).to_owned());
    let strung: Vec<String> =
        (0..600).map(|_| (0..1 + next(12)).map(|_| PIECES[next(PIECES.len())]).collect()).collect();
    let whole = WHOLE.iter().map(|text| (*text).to_owned());
    each.chain(strung).chain(whole).collect()
}

/// `tests/browser/search.test.mjs` holds the same file against the script.
#[test]
fn folding_is_what_the_browser_is_held_to() {
    let path = repository().join("tests/search/folding.jsonl");
    let rows: String = texts()
        .iter()
        .map(|text| {
            let folded = fold(text);
            let list = words(&folded);
            format!("{}\n", serde_json::json!([text, folded, list]))
        })
        .collect();
    if std::env::var_os("COLLATIO_ACCEPT").is_some() {
        std::fs::write(&path, &rows).expect("the file can be written");
    }
    let accepted = std::fs::read_to_string(&path).expect("the file is there");
    assert_eq!(rows, accepted, "COLLATIO_ACCEPT=1 writes it anew; read it then");
}

#[test]
fn a_folded_text_stays_as_it_is_when_it_is_folded_again() {
    for text in texts() {
        let once = fold(&text);
        assert_eq!(fold(&once), once, "{text:?}");
    }
}

#[test]
fn every_address_of_the_index_is_a_page_and_an_anchor_of_it() {
    let build = &*SHIPPED;
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let records = renderer.paths().into_iter().filter(|path| path.starts_with("search/r"));
    let mut count = 0;
    let mut known: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    for path in records {
        let script = page(build, &path);
        let start = script.find('[').expect("a list");
        let rows: Vec<Vec<String>> =
            serde_json::from_str(script[start..].trim_end().trim_end_matches(");")).expect("it is JSON");
        for row in rows {
            let (path, anchor) = row[0].split_once('#').unwrap_or((&row[0], ""));
            let html = known.entry(path.to_owned()).or_insert_with(|| page(build, path));
            assert!(anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")), "{}", row[0]);
            assert!(!row[1].is_empty(), "{} has no title", row[0]);
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn a_site_that_wants_no_index_has_the_list_of_all_pages_alone() {
    let mut files = files_of(&repository().join("tests/sites/bare"));
    files.retain(|file| &*file.path != "collatio.toml");
    files.push(File::new("collatio.toml", "[search]\nindex = false\n"));
    let build = collatio::build_without_trial(&input(files));
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    let below: Vec<&String> = paths.iter().filter(|path| path.starts_with("search/")).collect();
    assert_eq!(below, ["search/index.html"]);
    let page = page(&build, "search/index.html");
    assert!(page.contains("countries/eastholm/index.html") && !page.contains("search.js"), "{page}");
}
