//! Two countries side by side, and sections by themselves: plain pages, made of a small site of another subject.

use collatio::Build;
use collatio::text::File;
use scraper::ElementRef;

use crate::html::{Page, select, words};
use crate::shipped::{SHIPPED, input, main_of, page};

const SETTINGS: &str = "title = \"Bees\"\nedition = \"2026-01-01\"\ncountries = [\"xs\", \"xr\", \"xt\"]\n
[[groups]]\ntitle = \"The islands\"\ncountries = [\"xr\", \"xs\"]\n
[[groups]]\ntitle = \"All of them\"\ncountries = [\"xt\", \"xs\", \"xr\"]\n";

/// A yes-or-no question each, with what the first and the second country answer.
const ANSWERS: &[(&str, &str, &str)] = &[
    ("apart", "\"yes\"", "\"no\""),
    ("alike", "\"yes\"", "\"yes\""),
    (
        "details",
        "\"partial\"\nmet = [\"hives\"]\nunmet = [\"swarms\"]",
        "\"partial\"\nmet = [\"swarms\"]\nunmet = [\"hives\"]",
    ),
    ("lonely", "\"yes\"", ""),
    ("doubtful", "\"unclear\"\nnote = \"Two readings.\"", "\"yes\""),
    ("nobody", "", ""),
];

fn files(settings: &str) -> Vec<File> {
    let mut files = vec![File::new("collatio.toml", settings)];
    let mut add = |path: &str, text: &str| files.push(File::new(format!("content/{path}"), text));
    add("index.md", "+++\ntitle = \"Bees\"\n+++\n");
    add("sources/papers.md", "+++\ncitation = \"Papers (1932)\"\n+++\n");
    add("questions/hives/index.md", "+++\ntitle = \"Hives\"\n+++\nHow many there may be.\n");
    for (n, (id, ..)) in ANSWERS.iter().enumerate() {
        let question = format!(
            "+++\nwording = \"Is it {id}?\"\nlabel = \"Label {id}\"\norder = {n}\nkind = \"yes-no\"\ndomain = \"practice\"\n\
             basis = \"source\"\n+++\n"
        );
        add(&format!("questions/hives/{id}.md"), &question);
    }
    for (country, name, at) in [("xs", "Eastholm", 0), ("xr", "Westholm", 1), ("xt", "Northholm", 2)] {
        add(&format!("countries/{country}/index.md"), &format!("+++\nname = \"{name}\"\n+++\nAn island.\n"));
        let finding = |(id, first, second): &(&str, &str, &str)| match *[first, second, &""][at] {
            "" => String::new(),
            answer => format!(
                "[[finding]]\nquestion = \"{id}\"\nanswer = {answer}\nrests_on = [\"source\"]\nsource = \"papers\"\n\
                 place = \"p. 5\"\nobserved = \"2020-03-01\"\ncoder = \"keeper\"\n\n"
            ),
        };
        let findings: String = ANSWERS.iter().map(finding).collect();
        add(&format!("countries/{country}/findings/hives.md"), &format!("+++\n{findings}+++\n"));
    }
    files
}

fn built(settings: &str) -> Build {
    collatio::build(&input(files(settings)))
}

fn paths(build: &Build) -> Vec<String> {
    build.renderer.as_ref().expect("the theme can be read").paths()
}

/// The row of a question.
fn row<'p>(page: &'p Page, question: &str) -> ElementRef<'p> {
    page.one(&format!("main tr:has(th a[href$='/{question}.html'])"))
}

#[test]
fn countries_that_some_group_names_stand_side_by_side_once_and_in_the_order_of_the_columns() {
    let build = built(SETTINGS);
    let pairs: Vec<String> = paths(&build).into_iter().filter(|p| p.starts_with("compare/")).collect();
    assert_eq!(pairs, ["compare/index.html", "compare/xs/xr.html", "compare/xs/xt.html", "compare/xr/xt.html"]);
    let list = page(&build, "compare/index.html");
    for words in
        ["The islands", "All of them", "<a href=\"xs/xr.html\" aria-label=\"Westholm and Eastholm\">Eastholm</a>"]
    {
        assert!(main_of(&list).contains(words), "{words}");
    }
    let country = page(&build, "countries/xt/index.html");
    assert!(country.contains("Side by side with <a href=\"../../compare/xs/xt.html\">Eastholm</a>, <a href"));
}

#[test]
fn a_site_whose_configuration_names_no_group_has_no_pairs() {
    let build = built("title = \"Bees\"\nedition = \"2026-01-01\"\n");
    assert!(!paths(&build).iter().any(|p| p.starts_with("compare/x")));
    assert!(page(&build, "compare/index.html").contains("href=\"../sections/hives.html\""));
}

#[test]
fn a_difference_is_said_in_words_and_what_both_share_is_folded_away() {
    let text = page(&built(SETTINGS), "compare/xs/xr.html");
    let (page, main) = (Page::of(&text), main_of(&text));
    let expected = [
        ("apart", "differs", false),
        ("details", "same word, other details", false),
        ("doubtful", "not settled", false),
        ("lonely", "only Eastholm has an answer", false),
        ("alike", "alike", true),
        ("nobody", "no answer for either", true),
    ];
    for (question, words, folded) in expected {
        let row = row(&page, question);
        let is_folded = row.ancestors().any(|node| node.value().as_element().is_some_and(|e| e.name() == "details"));
        let row = row.html();
        assert!(row.contains(&format!("</span> {words}</td>")), "{question}: {row}");
        assert_eq!(is_folded, folded, "{question}");
        for country in ["xs", "xr"] {
            assert!(
                row.contains(&format!("href=\"../../questions/{question}.html#country-{country}\"")),
                "{question}: {row}"
            );
        }
    }
    assert!(words(row(&page, "details")).contains("lacking: swarms"));
    assert!(text.contains("<title>Eastholm and Westholm – Bees</title>"));
    for count in ["<strong>1</strong> answered differently", "<strong>1</strong> for neither"] {
        assert!(main.contains(count), "{count}");
    }
}

/// The script that shows only differences asks nothing but these numbers.
#[test]
fn each_cell_of_the_matrix_carries_the_number_of_its_answer_within_the_row() {
    let page = Page::of(&page(&built(SETTINGS), "matrix/index.html"));
    let numbers =
        [("apart", "1 2 0"), ("alike", "1 1 0"), ("details", "1 2 0"), ("doubtful", "0 1 0"), ("nobody", "0 0 0")];
    for (question, expected) in numbers {
        let cells = row(&page, question);
        let found: Vec<&str> = cells.select(&select("[data-says]")).filter_map(|cell| cell.attr("data-says")).collect();
        assert_eq!(found.join(" "), expected, "{question}");
    }
}

#[test]
fn pairs_and_sections_are_published_on_the_days_that_are_asked_for_and_on_no_others() {
    let of_days = |settings: &str| -> Vec<String> {
        let all = paths(&built(&format!("{SETTINGS}{settings}")));
        all.into_iter()
            .filter(|p| p.contains("on-") && !["countries/", "matrix/", "assets/"].iter().any(|of| p.starts_with(of)))
            .collect()
    };
    let nothing: [&str; 0] = [];
    assert_eq!(of_days("[days]\ntreaties = \"none\"\n"), nothing);
    let asked = of_days("[days]\ntreaties = \"none\"\npairs = \"changes\"\nsections = \"changes\"\n");
    assert_eq!(
        asked,
        [
            "sections/hives-on-2020-03-01.html",
            "compare/xs/xr-on-2020-03-01.html",
            "compare/xs/xt-on-2020-03-01.html",
            "compare/xr/xt-on-2020-03-01.html"
        ]
    );
    let before = page(&built(SETTINGS), "compare/xs/xr-on-2020-02-28.html");
    assert!(main_of(&before).contains("<strong>6</strong> for neither"), "any day can be asked for");
}

#[test]
fn a_section_has_a_page_with_its_words_its_slice_of_the_matrix_and_the_way_to_its_neighbours() {
    let build = &*SHIPPED;
    let sections: Vec<String> =
        paths(build).into_iter().filter(|p| p.starts_with("sections/") && !p.contains("on-")).collect();
    assert!(sections.len() > 2, "{sections:?}");
    let matrix = page(build, "matrix/index.html");
    let mut rows = 0;
    for path in &sections {
        let page = page(build, path);
        // The strips through the years have rows of their own, without the id by which the matrix is filtered.
        rows += main_of(&page).matches("<th scope=\"row\" data-id").count();
        assert!(main_of(&page).contains("<nav class=\"neighbours\""), "{path}");
    }
    assert_eq!(rows, main_of(&matrix).matches("<th scope=\"row\" data-id").count(), "together they are the matrix");
}
