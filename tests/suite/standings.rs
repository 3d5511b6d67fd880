//! The standings that the program got wrong once, on the shipped site by name: in the matrix, on the page of the question, and in
//! the data.

use crate::html::Page;
use crate::shipped::{SHIPPED, page};

/// The question, the country, the answer of today's view, its standing, and what its standing follows from in the data.
const EXAMPLES: [(&str, &str, &str, &str, &str); 5] = [
    // The source of 2005 speaks of the code of 1997; the main article stands in a code of 2021.
    ("main-article-changed", "kg", "2004", "overtaken", "law:kg/penal-code-2019"),
    // The article of the code of 1997 changed in 2006; the one of the code of 2014 changed in 2024.
    ("main-article-changed", "kz", "2024", "last-known", "(n/a)"),
    // The article changed in 2010; since 2023 the main article is another section.
    ("main-article-changed", "tm", "2010", "overtaken", "question:main-article"),
    // What the definition of 2005 covered says nothing of that of a newer code.
    ("definition-covered", "kg", "yes", "overtaken", "question:main-article"),
    ("exploitation-defined", "kz", "yes", "last-known", "(n/a)"),
];

/// The rows of a table that begin with these cells.
fn rows(path: &str, first: &str) -> Vec<String> {
    let table = page(&SHIPPED, path);
    table.lines().filter(|line| line.starts_with(first)).map(str::to_owned).collect()
}

#[test]
fn the_matrix_and_the_question_show_the_standing() {
    let matrix = Page::of(&page(&SHIPPED, "matrix/index.html"));
    for (question, country, answer, standing, _) in EXAMPLES {
        let cell = matrix.one(&format!("td:has(a[href$='/{question}.html#country-{country}'])")).html();
        assert!(cell.contains(&format!("st-{standing}")) && cell.contains(answer), "{question}, {country}: {cell}");
        let html = Page::of(&page(&SHIPPED, &format!("questions/{question}.html")));
        html.one(&format!("[id='country-{country}']"));
        let part = format!("section:is([id='country-{country}'], :has([id='country-{country}'])) .st-{standing}");
        assert!(!html.all(&part).is_empty(), "{question}, {country}: {standing}");
    }
}

#[test]
fn the_data_say_the_standing_and_what_overtook_the_answer() {
    for (question, country, answer, standing, by) in EXAMPLES {
        let states = rows("data/states.csv", &format!("{question},{country},"));
        let last = states.last().expect("each cell has its intervals");
        assert!(last.contains(&format!(",{standing},")) && last.contains(answer), "{last}");
        assert!(last.contains(&format!(",{by},")), "{last}");
        let findings = rows("data/findings.csv", &format!("{country}/{question}/"));
        let said = |line: &&String| line.contains(&format!(",{standing},")) && line.contains(answer);
        assert!(findings.iter().any(|line| said(&line)), "{question}, {country}: {findings:?}");
    }
}

#[test]
fn no_foot_dates_the_law_of_the_whole_site_before_the_answers_that_it_shows() {
    for path in ["index.html", "matrix/index.html", "countries/kz/index.html"] {
        let foot = Page::of(&page(&SHIPPED, path)).words("body > footer");
        assert!(!foot.contains("Law as at"), "the sources speak of many days, each answer of its own: {foot}");
    }
}

#[test]
fn no_day_after_the_new_code_says_that_the_old_article_is_the_one_that_changed_last() {
    let late = |line: &&String| line.split(',').nth(3).is_some_and(|first| first >= "2015-01-01");
    for line in rows("data/states.csv", "main-article-changed,kz,").iter().filter(late) {
        assert!(!line.contains(",2006"), "{line}");
    }
}

#[test]
fn a_day_within_the_bounds_of_an_observation_is_not_uncertain() {
    for country in ["kg", "tj"] {
        let states = rows("data/states.csv", &format!("main-article-changed,{country},"));
        let of_2005 = states.iter().find(|line| line.contains(",2005-05-01,2005-08-31,")).expect("mid-2005");
        assert!(of_2005.contains(",2004,") && of_2005.contains(",holds,"), "{of_2005}");
    }
}
