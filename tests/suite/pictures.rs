//! The pictures on pages: strips through the years, treaties as filled marks, elements of a benchmark, the timeline. Each
//! says in words what it draws.

use collatio::Build;
use collatio::text::File;

use crate::html::Page;
use crate::shipped::{input, page};

fn finding(answer: &str, observed: &str, more: &str) -> String {
    format!(
        "[[finding]]\nquestion = \"licence\"\nanswer = \"{answer}\"\nrests_on = [\"source\"]\nsource = \"report\"\n\
         place = \"p. 1\"\nobserved = \"{observed}\"\ncoder = \"coder-1\"\n{more}\n\n"
    )
}

/// A site of two countries with one question that has an article as its benchmark, and these findings for one of them.
fn site(findings: &str) -> Build {
    site_with("", findings)
}

/// The same, with further lines in the configuration.
fn site_with(settings: &str, findings: &str) -> Build {
    let file = |path: &str, front: &str| File::new(path, format!("+++\n{front}+++\n"));
    collatio::build(&input(vec![
        File::new(
            "collatio.toml",
            format!("title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\n{settings}"),
        ),
        file("content/index.md", "title = \"Islands\"\n"),
        file("content/sources/report.md", "citation = \"A Report\"\ntier = \"academic\"\n"),
        file(
            "content/instruments/pact.md",
            "title = \"Pact\"\n[[article]]\nkey = \"3\"\nnumber = \"3\"\nsource = \"report\"\nplace = \"p. 3\"\n",
        ),
        file("content/questions/ferries/index.md", "title = \"Ferries\"\n"),
        file(
            "content/questions/ferries/licence.md",
            "wording = \"Does a ferry need a licence?\"\nlabel = \"Licence\"\ndomain = \"law\"\nkind = \"yes-no\"\n\
             basis = \"source\"\nbenchmark = \"pact#3\"\n",
        ),
        file("content/countries/xr/index.md", "name = \"Ruritania\"\n"),
        file("content/countries/xs/index.md", "name = \"Strelia\"\n"),
        file("content/countries/xr/findings/ferries.md", findings),
    ]))
}

fn question(build: &Build) -> Page {
    Page::of(&page(build, "questions/licence.html"))
}

#[test]
fn a_strip_says_in_words_which_answer_was_given_in_which_years() {
    let page_of = question(&site(&(finding("no", "2003-01-01", "") + &finding("yes", "2008-05-02", ""))));
    assert_eq!(page_of.all("table.strips tbody tr").len(), 2);
    let words = page_of.words("table.strips");
    assert!(words.contains("no 2003–2008; yes 2008–"), "{words}");
    assert!(page_of.words("details.strip-words").contains("last known"), "what is carried on says so in the list");
}

#[test]
fn a_question_of_which_nothing_is_recorded_has_no_strips() {
    assert!(question(&site("")).all("table.strips").is_empty());
}

#[test]
fn an_element_is_covered_or_not_where_a_finding_names_it_and_else_nothing_is_said() {
    let old = finding("partial", "2003-01-01", "met = [\"crew\"]\nunmet = [\"Harbour\"]\nlimit = \"some\"");
    let new = finding("partial", "2008-05-02", "met = [\"harbour\"]\nlimit = \"some\"");
    let grid = question(&site(&(old + &new)));
    let rows = grid.all("table.elements-of tbody tr").len();
    assert_eq!(rows, 3, "the answer, and two elements: capitals make no other element");
    let words = grid.words("table.elements-of");
    assert!(words.contains("✓ covered"), "{words}");
    assert!(!words.contains("not covered"), "the last finding that names an element speaks: {words}");
    assert_eq!(grid.all("table.elements-of td.silent").len(), 2, "nothing is said of the other country");
    assert!(question(&site(&finding("yes", "2003-01-01", ""))).all("table.elements-of").is_empty());
}

#[test]
fn a_picture_for_sharing_is_named_by_its_whole_address_and_is_made_only_where_the_site_has_one() {
    let known = site_with("base_url = \"https://example.org/islands/\"\n", &finding("yes", "2024", ""));
    for path in ["index.html", "questions/licence.html", "countries/xr/index.html"] {
        let named = "<meta property=\"og:image\" content=\"https://example.org/islands/glance.png\">";
        assert!(page(&known, path).contains(named), "{path}");
    }
    let file = |build: &Build| build.renderer.as_ref().expect("the theme can be read").file("glance.png");
    let bytes = |build: &Build| file(build).map(|output| output.expect("it can be printed").bytes);
    let png = bytes(&known).expect("it is made");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(png, bytes(&known).expect("it is made"), "the same bytes each time");
    let unknown = site(&finding("yes", "2024", ""));
    assert!(file(&unknown).is_none() && !page(&unknown, "index.html").contains("og:image"));
}

#[test]
fn each_country_has_its_answers_as_a_picture_in_words_beside_their_marks() {
    let build = site(&finding("no", "2003-01-01", ""));
    let country = page(&build, "countries/xr/index.html");
    assert!(country.contains("href=\"glance.svg\" download"), "the page of the country leads to it");
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let picture = |id: &str| renderer.file(&format!("countries/{id}/glance.svg"));
    let drawn = picture("xr").expect("it is made").expect("it can be printed");
    let svg = String::from_utf8(drawn.bytes.to_vec()).expect("UTF-8");
    for part in
        ["<title>Islands: Ruritania</title>", ">✗ 2003</text>", ">no</text>", ">Licence</text>", "31 January 2026"]
    {
        assert!(svg.contains(part), "{part}: {svg}");
    }
    assert!(picture("xs").is_some() && picture("xq").is_none());
}

/// A site with as many countries, of which the first has these findings.
fn site_of(countries: usize, findings: &str) -> Build {
    let file = |path: String, front: &str| File::new(path, format!("+++\n{front}+++\n"));
    let mut files = vec![
        File::new("collatio.toml", "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\n"),
        file("content/index.md".to_owned(), "title = \"Islands\"\n"),
        file("content/sources/report.md".to_owned(), "citation = \"A Report\"\ntier = \"academic\"\n"),
        file("content/questions/ferries/index.md".to_owned(), "title = \"Ferries\"\n"),
        file(
            "content/questions/ferries/licence.md".to_owned(),
            "wording = \"Does a ferry need a licence?\"\nlabel = \"Licence\"\ndomain = \"law\"\nkind = \"yes-no\"\n\
             basis = \"source\"\n",
        ),
        file("content/countries/x01/findings/ferries.md".to_owned(), findings),
    ];
    let name = |n: usize| file(format!("content/countries/x{n:02}/index.md"), &format!("name = \"Island {n}\"\n"));
    files.extend((1..=countries).map(name));
    collatio::build(&input(files))
}

#[test]
fn of_very_many_countries_lists_are_short_and_each_answer_is_cited_in_its_own_part() {
    let findings = finding("no", "2003-01-01", "") + &finding("yes", "2008-05-02", "");
    for (countries, many) in [(16, false), (17, true)] {
        let build = site_of(countries, &findings);
        let question = Page::of(&page(&build, "questions/licence.html"));
        assert_eq!(question.all("table.lines-of.many").len(), usize::from(many));
        assert_eq!(question.all("table.lines-of .cite-cell").len(), usize::from(!many));
        let cited = question.all("section.cell .cite-cell").len();
        assert_eq!(cited, 1 + usize::from(many), "an answer of an earlier day is always cited beside it");
        let home = Page::of(&page(&build, "index.html"));
        assert_eq!(home.all("ul.cards").is_empty(), many);
        assert!(home.all("a").len() >= countries);
    }
}

#[test]
fn an_answer_of_an_earlier_day_is_cited_with_its_own_words_and_day() {
    let page_of = question(&site(&(finding("no", "2003-01-01", "") + &finding("yes", "2008-05-02", ""))));
    let words = page_of.words("section.cell .cite-cell");
    assert!(words.contains("1 January 2003") && words.contains("no"), "{words}");
    assert!(!words.contains("2008"), "{words}");
}

#[test]
fn an_answer_is_on_record_since_the_first_finding_that_gives_it_without_another_between() {
    let since = |findings: &str| question(&site(findings)).words("table.lines-of tr:first-child td.first-said");
    let yes = |day: &str| finding("yes", day, "");
    assert!(since(&(yes("2003-01-01") + &yes("2008-05-02"))).contains("1 January 2003"));
    let again =
        since(&(yes("2003-01-01") + &finding("no", "2005-03-04", "") + &yes("2008-05-02") + &yes("2010-06-07")));
    assert!(again.contains("2 May 2008") && !again.contains("2003"), "{again}");
    assert!(!since(&finding("source-silent", "2003-01-01", "")).contains("2003"), "silence is no answer");
}

#[test]
fn the_strips_of_a_question_can_be_saved_as_a_picture_that_says_what_it_shows() {
    let build = site(&(finding("no", "2003-01-01", "") + &finding("yes", "2008-05-02", "")));
    assert_eq!(question(&build).all(".take-picture a[download]").len(), 1);
    let picture = page(&build, "questions/licence.svg");
    for words in ["Does a ferry need a licence?", "Ruritania", "2003", "2008", "Islands"] {
        assert!(picture.contains(words), "{words}");
    }
    assert!(question(&site("")).all(".take-picture").is_empty(), "of nothing there is no picture");
}
