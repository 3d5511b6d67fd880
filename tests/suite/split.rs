//! Pages that would be too heavy are split into parts: no cell is lost, no part exceeds the budget, and every link leads on.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::LazyLock;

use collatio::Build;
use collatio::text::File;

use crate::html::{Page, join, select, words};
use crate::long::tree;
use crate::shipped::{input, main_of, page};

const BUDGET: usize = 60_000;

fn site(settings: &str) -> Build {
    let size = tree::Size {
        countries: 30,
        provisions: 0,
        questions: 24,
        instruments: 24,
        acts: tree::Acts::About(500),
        seed: 1,
    };
    let mut files = Vec::new();
    let made: Result<(), Infallible> = tree::tree(&size, &mut |path, text| {
        files.push(File::new(path, text));
        Ok(())
    });
    assert!(made.is_ok());
    let own = files.iter_mut().find(|file| &*file.path == "collatio.toml").expect("there are settings");
    let days = "[days]\nmost_pages = 0\nmatrix = \"year-ends\"\ntreaties = \"year-ends\"\n";
    *own = File::new("collatio.toml", format!("{}\n{days}\n{settings}", own.text));
    collatio::build_without_trial(&input(files))
}

static SPLIT: LazyLock<Build> = LazyLock::new(|| site("[budget]\nsplit = \"60 KB\"\n"));
static WHOLE: LazyLock<Build> = LazyLock::new(|| site("[budget]\nsplit = \"100 MB\"\n"));

fn paths(build: &Build) -> Vec<String> {
    build.renderer.as_ref().expect("the theme can be read").paths()
}

/// The main views of the matrix and the grid, of the pages of questions and sections, and the histories of countries,
/// with their parts.
fn is_split(path: &str) -> bool {
    let folders = ["matrix/", "treaties/", "questions/", "sections/"];
    (folders.iter().any(|folder| path.starts_with(folder)) || is_of_history(path))
        && path.ends_with(".html")
        && !path.contains("on-1")
        && !path.contains("on-2")
}

fn is_of_history(path: &str) -> bool {
    path.strip_prefix("countries/")
        .and_then(|path| path.split('/').nth(1))
        .is_some_and(|name| name.starts_with("history"))
}

/// Where each link of a page leads, from the root of the site, and the anchor.
fn links(path: &str, html: &Page) -> Vec<(String, Option<String>)> {
    let lead = |href: &str| {
        let (file, anchor) =
            href.split_once('#').map_or((href, None), |(file, anchor)| (file, Some(anchor.to_owned())));
        Some((if file.is_empty() { path.to_owned() } else { join(path, file)? }, anchor))
    };
    html.all("main a[href]").into_iter().filter_map(|a| lead(a.attr("href")?)).collect()
}

/// The words of all cells of the tables below `folder`, with where they lead, in any order.
fn cells(build: &Build, folder: &str, cell: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for path in paths(build).iter().filter(|path| path.starts_with(folder) && is_split(path)) {
        let html = Page::of(main_of(&page(build, path)));
        for element in html.all(cell) {
            let link = element.select(&select("a[href]")).next().or(Some(element));
            let to = link.and_then(|a| a.attr("href")).and_then(|href| href.split('/').next_back()).unwrap_or_default();
            let anchor = to.split_once('#').map_or("", |(_, anchor)| anchor);
            *found.entry(format!("{anchor}: {}", words(element))).or_insert(0) += 1;
        }
    }
    found
}

#[test]
fn no_part_of_a_split_page_exceeds_the_budget() {
    let parts: Vec<String> = paths(&SPLIT).into_iter().filter(|path| is_split(path)).collect();
    assert!(parts.len() > paths(&WHOLE).into_iter().filter(|path| is_split(path)).count() + 50, "{}", parts.len());
    let heavy: Vec<(usize, &String)> =
        parts.iter().map(|path| (page(&SPLIT, path).len(), path)).filter(|(bytes, _)| *bytes > BUDGET).collect();
    assert!(heavy.is_empty(), "{heavy:?}");
    assert!(page(&WHOLE, "matrix/index.html").len() > BUDGET);
}

#[test]
fn the_parts_together_have_the_cells_of_the_whole() {
    for (folder, cell) in [("matrix/", "table.matrix td:not(.corner)"), ("treaties/", "table.heat td")] {
        let (split, whole) = (cells(&SPLIT, folder, cell), cells(&WHOLE, folder, cell));
        assert!(whole.values().sum::<usize>() >= 24 * 30, "{folder}");
        assert_eq!(split, whole, "{folder}");
    }
}

#[test]
fn the_parts_of_a_history_together_have_its_lines_and_its_page_keeps_the_days() {
    let lines = |build: &Build| {
        let mut found = BTreeMap::new();
        for path in paths(build).iter().filter(|path| is_of_history(path)) {
            let country = path.split('/').nth(1).unwrap_or_default().to_owned();
            for group in Page::of(main_of(&page(build, path))).all("tbody") {
                // Instruments without any act share a group with those of the same part.
                let of: Vec<String> = group.select(&select("th[scope=rowgroup] a:not(.cite)")).map(words).collect();
                let said: Vec<String> = group.child_elements().skip(1).map(words).collect();
                for of in of {
                    *found.entry(format!("{country}, {of}: {}", said.join("; "))).or_insert(0) += 1;
                }
            }
        }
        found
    };
    let (split, whole): (BTreeMap<String, usize>, BTreeMap<String, usize>) = (lines(&SPLIT), lines(&WHOLE));
    assert!(whole.len() > 1000, "{}", whole.len());
    let other = split.iter().find(|line| whole.get(line.0) != Some(line.1));
    assert_eq!((other, split.len()), (None, whole.len()));
    let days = |build: &Build| {
        let path =
            paths(build).into_iter().find(|path| path.ends_with("/history.html")).expect("a country has changes");
        let html = Page::of(main_of(&page(build, &path)));
        html.all("ol.changed > li").into_iter().map(words).collect::<Vec<_>>()
    };
    assert_eq!(days(&SPLIT), days(&WHOLE));
    assert!(days(&SPLIT).len() > 10);
}

#[test]
fn each_part_is_reached_from_its_page_and_leads_back_and_every_link_has_its_anchor() {
    let all: BTreeSet<String> = paths(&SPLIT).into_iter().collect();
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    for path in
        all.iter().filter(|path| is_split(path) || path.starts_with("countries/") && path.ends_with("index.html"))
    {
        let text = page(&SPLIT, path);
        for (to, anchor) in links(path, &Page::of(main_of(&text))) {
            assert!(all.contains(&to), "{path} leads to {to}");
            if let Some(anchor) = anchor.filter(|_| is_split(&to)) {
                let known = anchors
                    .entry(to.clone())
                    .or_insert_with(|| Page::of(&page(&SPLIT, &to)).attributes("id").map(str::to_owned).collect());
                assert!(known.contains(&anchor), "{path} leads to {to}#{anchor}");
            }
            reached.insert(to);
        }
    }
    let lost: Vec<&String> = all
        .iter()
        .filter(|path| is_split(path) && *path != "questions/index.html" && !reached.contains(*path))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn the_table_of_the_parts_has_totals_and_every_country_can_be_chosen() {
    let html = Page::of(main_of(&page(&SPLIT, "treaties/index.html")));
    let total = html.all("table.digest tbody tr:last-child td:last-child").pop().map(words).expect("a total");
    assert!(total.ends_with(&format!("/{}", 24 * 30)), "{total}");
    let chosen = html.all("section[aria-labelledby=parts-countries] li a").len();
    assert_eq!(chosen, 30);
    let question = paths(&SPLIT).into_iter().find(|path| path.starts_with("questions/on-")).expect("a question");
    let html = Page::of(&page(&SPLIT, &question));
    assert_eq!(html.all("li[id^=country-] a").len(), 30, "{question}");
}
