//! Views as of a day, on the shipped content.

use std::collections::BTreeMap;

use crate::shipped::{SHIPPED, as_of, files_of, input, main_of, page, repository};
use collatio::law::Day;

/// The day and the main view that a path on a day names.
fn split(path: &str) -> Option<(Day, String)> {
    let (start, day) = path.strip_suffix(".html")?.rsplit_once("on-")?;
    let main = match start.strip_suffix('-') {
        Some(page) => format!("{page}.html"),
        None => format!("{start}index.html"),
    };
    Some((Day::parse(day)?, main))
}

/// What a page says, without the line that names its day and leads to others, and without the days in its links: where
/// there is a page of that day, they lead to it.
fn said(page: &str) -> String {
    let main = main_of(page);
    let day = main.find("<div class=\"day").expect("a view as of a day names it");
    let after = day + main[day..].find("<div class=\"body").expect("and its text follows");
    let text = [&main[..day], &main[after..]].concat();
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some(at) = rest.find("on-") {
        let (before, found) = rest.split_at(at);
        let is_day = found.get(3..13).is_some_and(|day| Day::parse(day).is_some()) && found[13..].starts_with(".html");
        match before.strip_suffix('-').filter(|_| is_day) {
            Some(page) => out += page,
            None => out += before,
        }
        out += match (is_day, before.ends_with('-')) {
            (true, true) => ".html",
            (true, false) => "index.html",
            (false, _) => "on",
        };
        rest = &found[if is_day { "on-2000-01-01.html".len() } else { 2 }..];
    }
    out + rest
}

/// A page on a day is the page that the whole site would have had on that day: nothing of today leaks into it.
#[test]
fn a_view_on_a_published_day_is_the_main_view_of_a_site_built_as_of_that_day() {
    let input = input(files_of(&repository()));
    let build = &*SHIPPED;
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    let mut by_day: BTreeMap<Day, Vec<(String, String)>> = BTreeMap::new();
    for path in &paths {
        if let Some((day, main)) = split(path) {
            by_day.entry(day).or_default().push((path.clone(), main));
        }
    }
    assert!(by_day.len() > 10, "the shipped content has more than a few days: {}", by_day.len());
    for (day, views) in by_day {
        let on_that_day = collatio::build_without_trial(&as_of(&input, day));
        for (path, main) in views {
            let (published, built) = (page(build, &path), page(&on_that_day, &main));
            assert_eq!(said(&published), said(&built), "{path} and {main} as of {day}");
        }
    }
}

/// The rule that a day's page is a snapshot can only be trusted if the snapshots differ.
#[test]
fn a_country_looks_different_before_and_after_it_joined_a_treaty() {
    let build = &*SHIPPED;
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    let countries: Vec<&String> = paths.iter().filter(|p| p.starts_with("countries/") && split(p).is_some()).collect();
    let mut folders: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for path in countries {
        folders.entry(path.rsplit_once('/').expect("it has a folder").0).or_default().push(path);
    }
    // A country that did next to nothing is published on the days that the configuration asks for all the same.
    for (folder, days) in folders.into_iter().filter(|(_, days)| days.len() > 4) {
        let pages: Vec<String> = days.iter().map(|p| said(&page(build, p))).collect();
        let differing = pages.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(differing * 2 >= pages.len().saturating_sub(1), "{folder}: {differing} of {} days differ", pages.len());
    }
}

/// `serve` answers for days that are not published; a build as of that day says the same.
#[test]
fn a_day_that_is_not_published_can_be_asked_for() {
    let input = input(files_of(&repository()));
    let day = Day::parse("2004-02-29").expect("a day");
    let asked = page(&SHIPPED, "treaties/on-2004-02-29.html");
    let built = page(&collatio::build_without_trial(&as_of(&input, day)), "treaties/index.html");
    assert_eq!(said(&asked), said(&built));
}
