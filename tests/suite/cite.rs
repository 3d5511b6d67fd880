//! How pages are cited, and what a reference manager saves.

use collatio::text::File;

use crate::html::Page;
use crate::shipped::{SHIPPED, VELO, files_of, input, page, repository};

fn cited(page: &str) -> String {
    Page::of(page).one("aside.cite-page").html()
}

#[test]
fn a_law_is_cited_as_a_law_and_the_page_as_the_place_where_it_was_read() {
    let build = &*VELO;
    let cited = cited(&page(build, "countries/lunyovo/laws/pravila-2009/3.html"));
    for words in [
        "<cite>Правила стоянки велосипедов</cite>",
        "№ 7-в (Лунёво), ст. 3",
        "Где поставить велосипед (пробный выпуск",
        "право по состоянию: февраль 2026",
        "Правила стоянки велосипедов и самокатов в городе Лунёво",
        "Вестник Лунёва, 2019, № 8, п. 1",
        "countries/lunyovo/laws/pravila-2009/3.html",
    ] {
        assert!(cited.contains(words), "{words}: {cited}");
    }
}

#[test]
fn a_bill_is_cited_by_what_happened_to_it_and_never_as_adopted() {
    let build = &*SHIPPED;
    let cited = cited(&page(build, "countries/kz/amendments/bill-2004-10.html"));
    assert_eq!(
        cited.matches("submitted, <time").count() + cited.matches("submitted, October 2004").count(),
        2,
        "{cited}"
    );
    assert!(!cited.contains("adopted"), "{cited}");
}

#[test]
fn the_day_of_the_page_is_cited_with_it() {
    let build = &*VELO;
    let main = cited(&page(build, "matrix/index.html"));
    let earlier = cited(&page(build, "matrix/on-2010-12-31.html"));
    let (day, of_edition) = ("говорят источники по 31 декабря 2010", "говорят источники по 1 марта 2026");
    assert!(earlier.contains(day) && !earlier.contains(of_edition), "{earlier}");
    assert!(main.contains(of_edition) && !main.contains(day), "{main}");
    assert!(earlier.contains("matrix/on-2010-12-31.html"), "{earlier}");
}

#[test]
fn what_nobody_cites_has_no_citation_and_all_that_people_cite_has() {
    let build = &*VELO;
    let has = |path: &str| page(build, path).contains("class=\"cite-page\"");
    for path in [
        "countries/lunyovo/index.html",
        "countries/lunyovo/laws/pravila-2009/index.html",
        "countries/lunyovo/amendments/popravka-2019.html",
        "questions/srok.html",
        "topics/mesto.html",
        "sources/gazeta-berega.html",
        "modules/obkhod.html",
        "matrix/index.html",
    ] {
        assert!(has(path), "{path}");
    }
    for path in ["index.html", "countries/index.html", "glossary/index.html", "404.html"] {
        assert!(!has(path), "{path}");
    }
}

#[test]
fn a_reference_manager_saves_a_law_as_a_statute_and_other_pages_as_pages() {
    let build = &*VELO;
    let law = page(build, "countries/lunyovo/laws/pravila-2009/index.html");
    for tag in [
        "<meta name=\"z:itemType\" content=\"statute\">",
        "<meta name=\"dc:title\" content=\"Правила стоянки велосипедов\">",
        "<meta name=\"dc:date\" content=\"2009-04-02\">",
        "<meta name=\"z:publicLawNumber\" content=\"№ 7-в\">",
    ] {
        assert!(law.contains(tag), "{tag}");
    }
    let article = page(build, "countries/lunyovo/laws/pravila-2009/5-sup1.html");
    assert!(article.contains("<meta name=\"z:section\" content=\"ст. 5¹\">"));
    assert!(!page(build, "questions/srok.html").contains("z:itemType"));
}

#[test]
fn the_address_is_absolute_where_the_site_says_where_it_is_published() {
    let mut files = files_of(&repository().join("tests/sites/velo"));
    let settings = files.iter_mut().find(|file| &*file.path == "collatio.toml").expect("it has settings");
    *settings = File::new("collatio.toml", format!("base_url = \"https://example.org/velo\"\n{}", settings.text));
    let build = collatio::build(&input(files));
    let law = cited(&page(&build, "countries/lunyovo/laws/pravila-2009/index.html"));
    assert!(law.contains("https://example.org/velo/countries/lunyovo/laws/pravila-2009/"), "{law}");
    let all = page(&build, "data/references.ris");
    assert!(all.contains("UR  - https://example.org/velo/countries/lunyovo/laws/pravila-2009/3.html\r\n"), "{all}");
    assert!(all.lines().filter(|line| line.starts_with("TY  - ")).count() > 20, "{all}");
}
