//! The history of a country and the pages of its days say the same.

use std::collections::BTreeMap;

use collatio::text::File;
use collatio::{Build, build_without_trial};
use scraper::ElementRef;

use crate::html::{Page, words};
use crate::shipped::{SHIPPED, VELO, files_of, input, page, repository};

/// The paths of a site.
fn paths(build: &Build) -> Vec<String> {
    build.renderer.as_ref().expect("the theme can be read").paths().iter().map(|path| path.to_string()).collect()
}

/// Country and day of the page of a country's day.
fn country_and_day(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("countries/")?.strip_suffix(".html")?.split_once("/on-")
}

fn one<'p>(of: ElementRef<'p>, css: &str) -> Option<ElementRef<'p>> {
    of.select(&scraper::Selector::parse(css).expect("it is a selector")).next()
}

fn all_in<'e>(element: ElementRef<'e>, selector: &str) -> Vec<ElementRef<'e>> {
    element.select(&crate::html::select(selector)).collect()
}

fn href(link: ElementRef<'_>) -> String {
    link.attr("href").unwrap_or_default().to_owned()
}

/// The words of a cell without the remark below its answer, which the history leaves to the page of the question.
fn without_remark(cell: ElementRef<'_>) -> String {
    let remark = one(cell, ".aside").map(words).unwrap_or_default();
    words(cell).trim_end_matches(&remark).trim().to_owned()
}

/// What the page of a day says: the answer and its source by the address of the cell, the status by the anchor of the
/// instrument, the notices of a law and the stage of a bill by their addresses.
fn on_page(day: &Page) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for row in day.all("table.answers tbody tr") {
        let cells: Vec<ElementRef<'_>> = row.child_elements().collect();
        let cell = one(cells[1], "a.plainlink").expect("an answer leads to its cell");
        said.insert(href(cell), format!("{} | {}", without_remark(cells[1]), words(cells[2])));
    }
    for acts in day.all("section.acts") {
        let status = one(acts, ".now").map(words).unwrap_or_default();
        let id = acts.attr("id").unwrap_or_default();
        said.insert(id.replace("treaty-", "instrument-"), status);
    }
    // Instruments without any act share a line.
    for line in day.all("p.of-several") {
        let named = one(line, ".instruments").expect("a line names its instruments");
        let all = words(line);
        let status = all.trim_end_matches(&words(named)).trim_end_matches([' ', ':']);
        for instrument in named.child_elements() {
            let id = instrument.attr("id").unwrap_or_default().replace("treaty-", "instrument-");
            said.insert(id, status.to_owned());
        }
    }
    for law in day.all("ul.records:not(.sources) > li") {
        let notices = one(law, ".banners").map(words).unwrap_or_default();
        said.insert(href(one(law, "a.record").expect("a law has a page")), notices);
    }
    for bill in day.all("section[aria-labelledby=amendments] tbody tr") {
        let cells: Vec<ElementRef<'_>> = bill.child_elements().collect();
        let mut stage = words(cells[1]);
        let reached = words(cells[2]);
        if !reached.starts_with('–') {
            stage = format!("{stage} {reached}");
        }
        said.insert(href(one(bill, "th a").expect("a bill has a page")), stage);
    }
    said
}

/// What the history says of a day, in the same form.
fn on_history(history: &Page, day: &str) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for group in history.all("main tbody") {
        let of = one(group, "th[scope=rowgroup] a").expect("a group has a page");
        let id = group.attr("id").unwrap_or_default();
        // Instruments without any act share a group, and answers of one source name it once.
        let own = [id].into_iter().filter(|id| !id.is_empty()).map(str::to_owned);
        let shared = all_in(group, "th[scope=rowgroup] span[id]");
        let ids = own.chain(shared.into_iter().filter_map(|of| of.attr("id")).map(str::to_owned));
        let keys: Vec<String> = ids.map(|id| if id.starts_with("instrument-") { id } else { href(of) }).collect();
        let source = one(group, "th[scope=rowgroup] .of-all").map(words);
        let lines = group.child_elements().skip(1).filter(|row| stands(*row, day));
        for row in lines.filter(|row| !id.starts_with("law-") || one(*row, "td > a").is_none()) {
            let cells: Vec<ElementRef<'_>> = row.child_elements().skip(1).collect();
            let is_of_all = cells.iter().any(|cell| cell.attr("colspan").is_some());
            let source = source.iter().filter(|_| is_of_all).cloned();
            let line = cells.into_iter().map(words).chain(source).collect::<Vec<_>>().join(" | ");
            for key in &keys {
                assert!(said.insert(key.clone(), line.clone()).is_none(), "{key} has two lines for {day}");
            }
        }
    }
    said
}

fn stands(row: ElementRef<'_>, day: &str) -> bool {
    row.attr("data-first").is_none_or(|first| first <= day) && row.attr("data-last").is_none_or(|last| day <= last)
}

fn agree(build: &Build) -> usize {
    let mut histories: BTreeMap<String, Page> = BTreeMap::new();
    let mut days = 0;
    for path in paths(build) {
        let Some((country, day)) = country_and_day(&path) else { continue };
        let history = histories
            .entry(country.to_owned())
            .or_insert_with(|| Page::of(&page(build, &format!("countries/{country}/history.html"))));
        let of_day = Page::of(&page(build, &path));
        let (on_page, on_history) = (on_page(&of_day), on_history(history, day));
        for (key, line) in &on_history {
            let line = line.replace("neither to come nor ended", "").replace("не ожидается и не прекращён", "");
            // A section in which no question applies is not listed on the page.
            if on_page.contains_key(key) || !["not applicable", "неприменимо"].iter().any(|word| line.contains(word))
            {
                assert_eq!(on_page.get(key), Some(&line), "{path}: {key}");
            }
        }
        // Laws of which nothing ever changes are on the page of the day alone.
        let left: Vec<&String> = on_page.keys().filter(|key| !on_history.contains_key(*key)).collect();
        assert!(left.iter().all(|key| key.starts_with("laws/")), "{path}: {left:?}");
        days += 1;
    }
    days
}

#[test]
fn the_history_of_a_country_says_of_each_day_what_the_page_of_that_day_says() {
    let days = agree(&VELO) + agree(&SHIPPED);
    assert!(days > 50, "{days} days were compared");
}

/// The site about parking bicycles with at most so many pages of days of countries.
fn with_most(pages: usize) -> Build {
    let mut files = files_of(&repository().join("tests/sites/velo"));
    let settings = files.iter_mut().find(|file| &*file.path == "collatio.toml").expect("it is configured");
    *settings = File::new("collatio.toml", format!("{}\nmost_pages = {pages}\n", settings.text));
    build_without_trial(&input(files))
}

#[test]
fn above_a_number_of_pages_every_day_is_on_the_history_and_each_link_to_a_day_leads_there() {
    let days = |build: &Build| paths(build).iter().filter(|path| country_and_day(path).is_some()).count();
    let (few, all) = (with_most(0), with_most(1000));
    assert_eq!((days(&few), days(&all) > 3), (0, true));
    let linked = |build: &Build| {
        let page = Page::of(&page(build, "countries/verkhnetish/index.html"));
        page.all(".day .days a").into_iter().map(href).collect::<Vec<_>>()
    };
    let on_pages: Vec<String> =
        linked(&all).iter().map(|href| format!("history.html#{}", &href[..href.len() - 5])).collect();
    assert_eq!(linked(&few), on_pages);
    let history = Page::of(&page(&few, "countries/verkhnetish/history.html"));
    let ids: Vec<&str> = history.attributes("id").collect();
    for href in linked(&few) {
        assert_eq!(ids.iter().filter(|id| href.ends_with(&format!("#{id}"))).count(), 1, "{href}");
    }
    // `serve` answers each day as before.
    let day = &on_pages[0]["history.html#".len()..];
    let path = format!("countries/verkhnetish/{day}.html");
    let text = |build: &Build| Page::of(&page(build, &path)).words("main .text");
    assert_eq!(text(&few), text(&all));
}
