//! The table of contents of a page, and the headings that the page prints: two lists that must be one.

use collatio::Build;

use crate::html::Page;
use crate::shipped::{VELO, files_of, input, page, repository};

/// Headings that no table of contents names: those of the first screen, which stands beside the table; what leads here,
/// legends, and answers that are printed on paper alone, which end a page.
const UNLISTED: [&str; 7] =
    ["glance", "timeline", "main-articles", "cited-by", "legend-states", "legend-statuses", "answers"];

/// Pages that are one list: their table of contents leads to rows of it.
const LISTS: &str = "body.k-matrix, body.k-matrix-transposed, body.k-timeline, body.k-glossary";

/// The ids to which the table of contents leads, and those of the headings of the page; nothing if it has no table.
fn lists(html: &str) -> Option<(Vec<String>, Vec<String>)> {
    let page = Page::of(html);
    let links = page.all("nav.contents a");
    let listed: Vec<String> =
        links.iter().filter_map(|link| Some(link.attr("href")?.strip_prefix('#')?.to_owned())).collect();
    let is_list = !page.all(LISTS).is_empty();
    let parts = page.all(if is_list { "main [id]" } else { "div.text h2[id]" });
    let headings = parts.into_iter().filter_map(|heading| heading.attr("id"));
    let is_wanted = |id: &&str| listed.iter().any(|listed| listed == id) || !(is_list || UNLISTED.contains(id));
    let printed = headings.filter(is_wanted).map(str::to_owned).collect();
    (!listed.is_empty()).then_some((listed, printed))
}

/// The pages whose two lists differ, and the number of pages with a table of contents.
fn differing(build: &Build) -> (Vec<String>, usize) {
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    let mut tables = 0;
    let mut out = Vec::new();
    for path in paths.iter().filter(|path| path.ends_with(".html")) {
        let Some((listed, printed)) = lists(&page(build, path)) else { continue };
        tables += 1;
        if listed != printed {
            out.push(format!("{path}: listed {listed:?}, printed {printed:?}"));
        }
    }
    (out, tables)
}

#[test]
fn a_table_of_contents_names_each_part_that_its_page_prints_in_the_same_order() {
    let of = |site: &str| {
        differing(&collatio::build_without_trial(&input(files_of(&repository().join("tests/sites").join(site)))))
    };
    let sites = [of("bare"), of("bilingual"), of("rtl"), differing(&VELO)];
    let faults: Vec<&String> = sites.iter().flat_map(|(faults, _)| faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(sites.iter().map(|(_, tables)| tables).sum::<usize>() > 20, "tables of contents were found");
}
