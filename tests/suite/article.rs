//! Pages of articles: they lead with the wording of their day, and say why none is law.

use collatio::Build;
use collatio::text::File;

use crate::shipped::{input, main_of, page};

/// A site on 1 June 2020 with one law of 1990, an article that is still law, and article 7 with these wordings.
fn site(wordings: &str) -> Build {
    site_with(wordings, &[])
}

/// The same with more files below `content/`, or other ones for those of the site.
fn site_with(wordings: &str, more: &[(&str, &str)]) -> Build {
    let file = |path: &str, text: &str| File::new(path, text);
    let source = "source = \"gazette\"\nplace = \"no. 1\"\n";
    let article = |number: &str, wordings: &str| {
        let text = wordings.replace("SOURCE\n", source);
        file(
            &format!("content/countries/xr/laws/ferry-act/{number}.md"),
            &format!("+++\narticle = \"{number}\"\n\n{text}+++\n"),
        )
    };
    let mut files = vec![
        file("collatio.toml", "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2020-06-01\"\n"),
        file("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        file("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nlanguage = \"en\"\n+++\n"),
        file("content/countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n"),
        file(
            "content/countries/xr/laws/ferry-act/index.md",
            &format!("+++\ntitle = \"Ferry Act\"\nadopted = \"1990-01-01\"\n[[citation]]\n{source}+++\n"),
        ),
        file(
            "content/countries/xr/amendments/winter-act.md",
            &format!(
                "+++\ntitle = \"Winter Act\"\nkind = \"act\"\namends = [\"xr/ferry-act\"]\n[[stage]]\nkind = \"in-force\"\nreached = \"2010-01-01\"\n{source}+++\n"
            ),
        ),
        file(
            "content/countries/xr/amendments/summer-act.md",
            &format!(
                "+++\ntitle = \"Summer Act\"\nkind = \"act\"\namends = [\"xr/ferry-act\"]\n[[stage]]\nkind = \"in-force\"\nreached = \"2010-01-01\"\n{source}+++\n"
            ),
        ),
        article("1", "[[wording]]\nfrom = \"1990-01-01\"\nquote = \"Ferries are free.\"\nSOURCE\n"),
        article("7", wordings),
    ];
    for (path, text) in more {
        let path = format!("content/{path}");
        files.retain(|file| *file.path != *path);
        files.push(file(&path, text));
    }
    collatio::build(&input(files))
}

fn article(build: &Build) -> String {
    main_of(&page(build, "countries/xr/laws/ferry-act/7.html")).to_owned()
}

fn law(build: &Build) -> String {
    main_of(&page(build, "countries/xr/laws/ferry-act/index.html")).to_owned()
}

/// Where the words stand on the page.
fn place(page: &str, words: &str) -> usize {
    page.find(words).unwrap_or_else(|| panic!("no `{words}` in {page}"))
}

const OLD: &str = "[[wording]]\nfrom = \"1990-01-01\"\nuntil = \"2010-01-01\"\nheading = \"Winter\"\nquote = \"A ferry leaves daily.\"\nSOURCE\n";

#[test]
fn an_article_leads_with_the_wording_of_its_day_and_calls_the_next_one_to_come() {
    let build = site(
        "[[wording]]\nfrom = \"1990-01-01\"\nuntil = \"2021-01-01\"\nquote = \"A ferry leaves daily.\"\nSOURCE\n\
         [[wording]]\nfrom = \"2021-01-01\"\nquote = \"A ferry sails at noon.\"\nSOURCE\n",
    );
    let page = article(&build);
    assert!(place(&page, "A ferry leaves daily.") < place(&page, "A ferry sails at noon."), "{page}");
    assert!(place(&page, "in force on this day") < place(&page, "<span class=\"tag\">to come"), "{page}");
    assert!(page.contains("A new wording is to come from 1 January 2021."), "{page}");
    assert!(!page.contains("not in force"), "{page}");
}

#[test]
fn an_article_to_come_says_from_when_in_its_page_and_in_lists() {
    let build = site("[[wording]]\nfrom = \"2021-01-01\"\nheading = \"Noon\"\nquote = \"At noon.\"\nSOURCE\n");
    assert!(article(&build).contains("this article is not law before 1 January 2021"), "{}", article(&build));
    assert!(law(&build).contains("to come: 1 January 2021"), "{}", law(&build));
    assert!(page(&build, "countries/xr/index.html").contains("to come: 1 January 2021"));
    assert!(page(&build, "changes/index.html").contains("article inserted"));
}

#[test]
fn an_article_that_was_repealed_says_since_when_and_by_which_acts() {
    let acts = "repealed_by = [\"xr/winter-act\", \"xr/summer-act\"]\nSOURCE\n";
    let build = site(&OLD.replace("SOURCE\n", acts));
    let page_of = article(&build);
    let banner = "No longer in force: this article is repealed since 1 January 2010.";
    assert!(place(&page_of, banner) < place(&page_of, "A ferry leaves daily."), "{page_of}");
    assert!(page_of.contains("Winter Act") && page_of.contains("Summer Act"), "{page_of}");
    let law = law(&build);
    let line = &law[place(&law, "art. 7")..];
    let line = &line[..place(line, "</li>")];
    assert!(line.contains("Winter</") || line.contains("Winter "), "its last heading: {line}");
    assert!(line.contains("no longer in force: repealed since 1 January 2010"), "{line}");
    assert!(line.contains("winter-act.html") && line.contains("summer-act.html"), "{line}");
    let changes = page(&build, "changes/index.html");
    assert!(changes.contains("article repealed") && !changes.contains("wording ended"), "{changes}");
}

#[test]
fn days_of_which_no_wording_is_recorded_are_a_gap_and_those_of_a_repeal_are_not() {
    let later = "[[wording]]\nfrom = \"2022-01-01\"\nquote = \"A ferry leaves again.\"\nSOURCE\n";
    let gap = site(&format!("{OLD}{later}"));
    assert!(article(&gap).contains("Gap in the record"), "{}", article(&gap));
    assert!(law(&gap).contains("gap in the record: 1 January 2010 to 1 January 2022"), "{}", law(&gap));
    assert!(page(&gap, "changes/index.html").contains("wording ended; what followed is not recorded"));
    let again = site(&format!("{}{later}", OLD.replace("SOURCE\n", "repealed = true\nSOURCE\n")));
    let page_of = article(&again);
    assert!(page_of.contains("repealed since 1 January 2010, and is enacted again on 1 January 2022"), "{page_of}");
    let changes = page(&again, "changes/index.html");
    assert!(changes.contains("article enacted again") && changes.contains("article repealed"), "{changes}");
}

/// Article 7 in three wordings of one heading and two quotations.
fn changed() -> String {
    let wording = |bounds: &str, heading: &str, quote: &str| {
        format!("[[wording]]\n{bounds}heading = \"{heading}\"\nquote = \"{quote}\"\nSOURCE\n")
    };
    let until = "until = \"2005-01-01\"\n";
    let first = "(1) A ferry leaves daily.\\n\\n(2) The fare is paid on board or on land.";
    let last = "(1) A ferry leaves daily.\\n\\n(2) Dogs travel free.\\n\\n(3) The fare is paid on board.";
    [
        wording(&format!("from = \"1990-01-01\"\n{until}"), "Timetable", first),
        wording("from = \"2005-01-01\"\nuntil = \"2010-01-01\"\n", "Timetable and fares", first),
        wording("from = \"2010-01-01\"\n", "Timetable and fares", last),
    ]
    .concat()
}

#[test]
fn a_redline_carries_the_heading_even_where_the_words_stayed() {
    let page = article(&site(&changed()));
    let second = &page[place(&page, "id=\"wording-2\"")..];
    assert!(second.contains("<p class=\"heading\">Timetable<ins> and fares</ins></p>"), "{second}");
    let words = "on land.</p></details>";
    assert!(second[..place(second, words)].matches("<ins>").count() == 1, "the words stayed: {second}");
}

#[test]
fn a_redline_matches_paragraphs_first() {
    let page = article(&site(&changed()));
    assert!(page.contains("<ins>(2) Dogs travel free.\n\n</ins>"), "{page}");
    assert!(page.contains("The fare is paid on board<del> or on land</del>."), "{page}");
}

#[test]
fn the_latest_step_stands_open_and_the_others_are_a_click_away() {
    let page = article(&site(&changed()));
    assert_eq!(page.matches("<details class=\"redline\" open>").count(), 1, "{page}");
    assert!(place(&page, "<details class=\"redline\" open>") < place(&page, "id=\"wording-2\""), "{page}");
    assert!(page.matches("<details class=\"redline\">").count() >= 1, "{page}");
}

#[test]
fn an_article_whose_repeal_is_to_come_says_so_while_it_is_law() {
    let ends = "[[wording]]\nfrom = \"1990-01-01\"\nuntil = \"2021-01-01\"\nrepealed = true\nquote = \"A ferry leaves daily.\"\nSOURCE\n";
    let page = article(&site(ends));
    assert!(page.contains("To come: this article is repealed with effect from 1 January 2021."), "{page}");
    let back = format!("{ends}[[wording]]\nfrom = \"2025-01-01\"\nquote = \"A ferry leaves again.\"\nSOURCE\n");
    let page = article(&site(&back));
    assert!(
        page.contains(
            "this article is repealed with effect from 1 January 2021, and is enacted again on 1 January 2025"
        ),
        "{page}"
    );
    assert!(!page.contains("A new wording is to come"), "the repeal comes first: {page}");
}

#[test]
fn a_translation_stands_beside_the_original_with_its_language_and_its_standing() {
    let page = article(&site(
        "[[wording]]\nfrom = \"1990-01-01\"\nheading = \"Fähren\"\nheading_language = \"de\"\nquote = \"Die Fähre fährt […]\"\n\
         quote_language = \"de\"\ntranslation = \"none\"\nextract = true\nSOURCE\n\
         [[wording.translated]]\nheading = \"Ferries\"\ntext = \"The ferry runs […]\"\ntranslation = \"machine\"\n",
    ));
    let original = place(&page, "Die Fähre fährt");
    assert!(original < place(&page, "An extract: the article has other words"), "{page}");
    // Who reads the site's language reads on, and the original is beside it or one touch below.
    let (label, translated) = (place(&page, "English, machine translation"), place(&page, "The ferry runs"));
    assert!(label < translated && translated < original, "{page}");
    assert!(page.contains("<a href=\"#wording-1-original\">Original: German</a>"), "{page}");
    assert!(page.contains("id=\"wording-1-original\""), "{page}");
    assert!(page.contains("<p class=\"lead\">Ferries</p>"), "the page is introduced in its own language: {page}");
    assert!(page.contains("<div class=\"heading\" lang=\"de\">Fähren</div>"), "{page}");
}

#[test]
fn a_paragraph_is_cited_by_the_number_that_the_law_gives_it() {
    let wording = "[[wording]]\nfrom = \"1990-01-01\"\nquote = \"(1) A ferry leaves daily.\\n\\n(2) Free are:\\na) dogs.\"\nSOURCE\n\
                   [[wording]]\nfrom = \"2010-01-01\"\nquote = \"(1) A ferry sails at noon.\"\nSOURCE\n";
    let more = [
        ("countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n\nSee [[xr/ferry-act/7#2/a]].\n"),
        ("questions/s/index.md", "+++\ntitle = \"Section\"\n+++\n"),
        (
            "questions/s/q.md",
            "+++\nwording = \"Noon?\"\nlabel = \"Noon\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"provision\"\n+++\n",
        ),
        (
            "countries/xr/findings/f.md",
            "+++\n[[finding]]\nquestion = \"q\"\nanswer = \"yes\"\nrests_on = [\"xr/ferry-act/7#1\"]\nsource = \"gazette\"\nplace = \"no. 1\"\nobserved = \"2012\"\ncoder = \"coder-1\"\n+++\n",
        ),
    ];
    let build = site_with(wording, &more);
    let page_of = article(&build);
    let first = place(&page_of, "<span id=\"paragraph-1\">(1) A ferry sails at noon.</span>");
    let other = place(&page_of, "<p>(1) A ferry leaves daily.\n\n<span id=\"paragraph-2\">(2) Free are:\n</span>");
    assert!(first < other, "the anchor is that of the wording of the day: {page_of}");
    assert!(page_of.contains("<span id=\"paragraph-2--a\">a) dogs.</span>"), "{page_of}");
    let country = page(&build, "countries/xr/index.html");
    let link = "href=\"laws/ferry-act/7.html#paragraph-2--a\">Ferry Act, art. 7 (2) (a)</a>";
    assert!(country.contains(link), "{country}");
    let question = page(&build, "questions/q.html");
    assert!(question.contains("ferry-act/7.html#paragraph-1\">Ferry Act, art. 7 (1)</a>"), "{question}");
}

#[test]
fn an_annex_is_no_article_and_its_table_is_a_table() {
    let quote = "| Up to | Fare |\\n| --- | --- |\\n| 5 | 1 |\\n| 10 | 2 |";
    let text = format!(
        "+++\narticle = \"Annex 1\"\n\n[[wording]]\nfrom = \"1990-01-01\"\nquote = \"{quote}\"\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n"
    );
    let build = site_with(OLD, &[("countries/xr/laws/ferry-act/annex-1.md", text.as_str())]);
    let law = law(&build);
    assert!(law.contains(">Annex 1</a>") && !law.contains("art. Annex"), "{law}");
    let annex = page(&build, "countries/xr/laws/ferry-act/annex-1.html");
    assert!(annex.contains("<th scope=\"col\">Fare</th>") && annex.contains("<td>10</td><td>2</td>"), "{annex}");
    assert!(!annex.contains("| --- |"), "{annex}");
}
