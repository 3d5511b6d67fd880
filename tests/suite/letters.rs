//! Letters come out as they went in: numbers of lists, languages that run the other way, wordings that only look different
//! to a program, and days as files write them.

use collatio::text::File;
use collatio::{Build, text::Level};

use crate::shipped::{input, main_of, page};

/// A site in `language` whose law has one article, and whose guide says `prose`.
fn site(language: &str, article: &str, prose: &str) -> Build {
    let file = |path: &str, text: &str| File::new(path, text);
    let source = "source = \"gazette\"\nplace = \"no. 1\"\n";
    collatio::build(&input(vec![
        file("collatio.toml", &format!("title = \"Islands\"\nlanguage = \"{language}\"\nedition = \"2020-06-01\"\n")),
        file("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        file("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nlanguage = \"en\"\n+++\n"),
        file(
            "content/countries/xr/index.md",
            "+++\nname = \"Ruritania\"\nnames = [{ text = \"جمهوری\", language = \"fa-AF\" }]\n+++\n",
        ),
        file(
            "content/countries/xr/laws/ferry-act/index.md",
            &format!(
                "+++\ntitle = \"Ferry Act\"\nofficial_title = {{ text = \"قانون\", language = \"fa\" }}\nadopted = \"1998-05-11\"\n[[citation]]\n{source}+++\n"
            ),
        ),
        file(
            "content/countries/xr/laws/ferry-act/7.md",
            &format!("+++\narticle = \"7\"\n\n{}+++\n", article.replace("SOURCE\n", source)),
        ),
        file("content/pages/guide.md", &format!("+++\ntitle = \"Guide\"\n+++\n\n{prose}\n")),
    ]))
}

const PERSIAN: &str = "[[wording]]\nfrom = \"1999-01-01\"\nuntil = \"2006-01-01\"\nquote = \"ماده ۱۲ (ABC) از ۲ تا ۷ سال\"\nquote_language = \"fa-AF\"\ntranslation = \"none\"\nSOURCE\n\
[[wording]]\nfrom = \"2006-01-01\"\nquote = \"ماده ۱۲ (ABC) از ۵ تا ۱۰ سال\"\nquote_language = \"fa-AF\"\ntranslation = \"none\"\nSOURCE\n";

#[test]
fn words_that_run_the_other_way_are_set_apart() {
    let build = site("en", PERSIAN, "");
    let article = page(&build, "countries/xr/laws/ferry-act/7.html");
    assert!(article.contains("<blockquote lang=\"fa-AF\" dir=\"rtl\">"), "{article}");
    assert!(article.contains("<p lang=\"fa-AF\" dir=\"rtl\">"), "the redline too: {article}");
    let law = page(&build, "countries/xr/laws/ferry-act/index.html");
    assert!(law.contains("lang=\"fa\" dir=\"rtl\""), "{law}");
    let country = page(&build, "countries/xr/index.html");
    assert!(country.contains("<span lang=\"fa-AF\" dir=\"rtl\">"), "{country}");
}

#[test]
fn on_a_page_that_runs_from_the_right_words_that_do_so_too_are_not_set_apart() {
    let latin = PERSIAN.replace("fa-AF", "fa-Latn");
    let article = page(&site("fa", &latin, ""), "countries/xr/laws/ferry-act/7.html");
    assert!(article.contains("<html lang=\"fa\" dir=\"rtl\""), "{article}");
    assert!(article.contains("<blockquote lang=\"fa-Latn\" dir=\"ltr\">"), "{article}");
    let article = page(&site("fa", PERSIAN, ""), "countries/xr/laws/ferry-act/7.html");
    assert!(article.contains("<blockquote lang=\"fa-AF\">"), "{article}");
}

#[test]
fn wordings_that_look_alike_have_no_redline() {
    let wordings = |old: &str, new: &str| {
        format!(
            "[[wording]]\nfrom = \"1999-01-01\"\nuntil = \"2006-01-01\"\nquote = \"{old}\"\nquote_language = \"ru\"\ntranslation = \"none\"\nSOURCE\n\
[[wording]]\nfrom = \"2006-01-01\"\nquote = \"{new}\"\nquote_language = \"ru\"\ntranslation = \"none\"\nSOURCE\n"
        )
    };
    let redline = |old: &str, new: &str| {
        let build = site("en", &wordings(old, new), "");
        page(&build, "countries/xr/laws/ferry-act/7.html").contains("class=\"redline\"")
    };
    assert!(redline("Паром ходит", "Паром стоит"));
    assert!(!redline("Перевоз ребёнка", "Перевоз реб\u{435}\u{308}нка"));
    assert!(!redline("Пере\u{ad}воз, ст.\u{a0}5\u{200b}", "Перевоз, ст. 5"));
}

#[test]
fn lists_and_points_of_a_law_are_printed_as_they_were_typed() {
    let prose = "1. ferry\n2. bridge\n4. ford\n\n3) oar\n7) sail\n\na) north;\nb) south.\n\nSo`z bo`yicha, art. 12*, (*), a_b_c.";
    let build = site("en", "", prose);
    let faults: Vec<String> = build
        .diagnostics
        .iter()
        .filter(|d| d.span.file == build.files.find("content/pages/guide.md").expect("it is there"))
        .map(|d| d.message.clone())
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    let page = page(&build, "pages/guide.html");
    let main = main_of(&page);
    assert!(main.contains("<ol><li>ferry</li><li>bridge</li><li value=\"4\">ford</li></ol>"), "{main}");
    assert!(
        main.contains("<span class=\"number\">3)</span> oar</li><li><span class=\"number\">7)</span> sail"),
        "{main}"
    );
    assert!(main.contains("<p>a) north;<br>b) south.</p>"), "{main}");
    assert!(main.contains("<p>So`z bo`yicha, art. 12*, (*), a_b_c.</p>"), "{main}");
}

#[test]
fn a_law_is_found_by_its_days_as_files_write_them() {
    let build = site("en", PERSIAN, "");
    assert_eq!(build.diagnostics.count(Level::Error), 0);
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let pieces = renderer.paths().into_iter().filter(|path| path.starts_with("search/d"));
    let forms: String = pieces.map(|path| page(&build, &path)).collect();
    // A piece writes what two words share once.
    assert!(forms.contains("-05-11"), "{forms}");
}
