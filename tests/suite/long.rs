//! Pages that would grow with the site: on an invented site of many countries each list stays light, and nothing of it is
//! lost.

#[path = "../../examples/corpus/tree.rs"]
#[expect(dead_code, reason = "only the generator itself fills the tables of a depositary")]
pub mod tree;
#[path = "../../examples/corpus/words.rs"]
pub mod words;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io::Write as _;
use std::sync::LazyLock;

use collatio::Build;
use collatio::text::File;
use scraper::ElementRef;

use crate::html::{Page, join, select, words};
use crate::shipped::{VELO, input, main_of, page};

/// What a page may weigh, compressed, of which styles and scripts are no more than half.
const MOST: usize = (60 - 30) * 1024;

/// So many countries, with so many bills of one year and one topic, that every kind of list would be too long for one page.
static MANY: LazyLock<Build> = LazyLock::new(|| {
    let size =
        tree::Size { countries: 60, provisions: 24, questions: 24, instruments: 8, acts: tree::Acts::Usual, seed: 1 };
    let mut files = Vec::new();
    let made: Result<(), Infallible> = tree::tree(&size, &mut |path, text| {
        files.push(File::new(path, text));
        Ok(())
    });
    assert!(made.is_ok());
    let settings = files.iter_mut().find(|file| &*file.path == "collatio.toml").expect("there are settings");
    let days = "[days]\ncountries = \"none\"\nmatrix = \"none\"\ntreaties = \"none\"\n";
    *settings = File::new("collatio.toml", format!("{}\n{days}", settings.text));
    let folders: Vec<String> = files
        .iter()
        .filter_map(|file| Some(file.path.strip_suffix("/index.md")?.to_owned()))
        .filter(|folder| folder.starts_with("content/countries/") && folder.matches('/').count() == 2)
        .collect();
    let topics = files.iter().filter_map(|file| file.path.strip_prefix("content/topics/")?.strip_suffix(".md"));
    let topic = topics.min().expect("there are topics").to_owned();
    for (folder, number) in folders.iter().flat_map(|folder| (1..=20).map(move |number| (folder, number))) {
        files.push(File::new(
            format!("{folder}/amendments/further-{number}.md"),
            format!(
                "+++\ntitle = \"Further bill {number}\"\nkind = \"bill\"\ntopics = [\"{topic}\"]\n\n[[stage]]\nkind = \"submitted\"\nreached = \"2005-03-{number:02}\"\nsource = \"register-of-deposits\"\nplace = \"no. {number}\"\n\n[[stage]]\nkind = \"adopted\"\nreached = \"2005-04-{number:02}\"\nsource = \"register-of-deposits\"\nplace = \"entry {number}\"\n+++\n"
            ),
        ));
    }
    collatio::build(&input(files))
});

fn paths(build: &Build) -> Vec<String> {
    build.renderer.as_ref().expect("the theme can be read").paths()
}

fn packed(text: &str) -> usize {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(text.as_bytes()).expect("memory takes it");
    packed.finish().expect("memory takes it").len()
}

/// The links of a page's main part, as paths from the root, without anchors.
fn links(path: &str, html: &str) -> Vec<(String, Option<String>)> {
    let page = Page::of(html);
    page.all("main [href]").into_iter().filter_map(|link| leads_to(path, link)).collect()
}

/// Where a link of the page at `path` leads: a path from the root and an anchor; nothing where it leaves the site.
fn leads_to(path: &str, link: ElementRef<'_>) -> Option<(String, Option<String>)> {
    let href = link.attr("href")?;
    let (file, anchor) = href.split_once('#').map_or((href, None), |(file, anchor)| (file, Some(anchor.to_owned())));
    Some((if file.is_empty() { path.to_owned() } else { join(path, file)? }, anchor))
}

/// The pages to which a divided page leads, one for each country.
fn parts(path: &str) -> Vec<String> {
    let html = Page::of(&page(&MANY, path));
    html.one("table.stack.digest");
    let rows = html.all("table.digest > tbody > tr[id]");
    assert!(rows.len() > 20, "{path} knows the countries: {}", rows.len());
    let first = |row: ElementRef<'_>| row.select(&select("a[href]")).find_map(|link| leads_to(path, link));
    rows.into_iter().map(|row| first(row).expect("the row leads on").0).collect()
}

#[test]
fn lists_of_all_countries_stay_light_however_many_there_are() {
    let lists = ["timeline/", "laws/", "amendments/", "topics/", "changes/", "sources/register-of-deposits"];
    let listed = |path: &String| path.ends_with(".html") && lists.iter().any(|start| path.starts_with(start));
    let pages: Vec<String> = paths(&MANY).into_iter().filter(listed).collect();
    assert!(pages.len() > 20, "{pages:?}");
    for path in pages {
        let weight = packed(&page(&MANY, &path));
        assert!(weight < MOST, "{path}: {weight} bytes");
    }
}

#[test]
fn what_a_long_list_leaves_out_stands_on_the_pages_of_the_countries_which_lead_back() {
    let all: BTreeSet<String> = paths(&MANY).into_iter().collect();
    let topic = all.iter().find(|path| path.starts_with("topics/") && !path.ends_with("index.html")).expect("a topic");
    let reached = |whole: &str| {
        let mut reached = BTreeSet::new();
        for part in parts(whole) {
            assert!(all.contains(&part), "{whole} leads to {part}");
            let html = page(&MANY, &part);
            let links: Vec<String> = links(&part, &html).into_iter().map(|(to, _)| to).collect();
            assert!(links.iter().any(|to| to == whole), "{part} leads back");
            reached.extend(links);
        }
        reached
    };
    let laws = reached("laws/index.html");
    let statutes: Vec<&String> = all.iter().filter(|p| p.contains("/laws/") && p.matches('/').count() == 4).collect();
    assert!(statutes.len() > 500);
    let lost: Vec<_> = statutes.iter().filter(|path| !laws.contains(**path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let bills = reached("amendments/index.html");
    let lost: Vec<_> = all
        .iter()
        .filter(|p| p.contains("/amendments/") && !p.ends_with("index.html") && !bills.contains(*p))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(!reached("timeline/index.html").is_empty());
    let cited = reached("sources/register-of-deposits.html");
    let instrument = |path: &&String| path.starts_with("instruments/") && path.matches('/').count() == 1;
    let lost: Vec<_> =
        all.iter().filter(instrument).filter(|p| !p.ends_with("index.html") && !cited.contains(*p)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let under = reached(topic);
    assert!(under.iter().filter(|path| path.contains("/laws/")).count() > 100, "{topic}");
}

#[test]
fn a_long_year_is_counted_and_the_lists_of_the_countries_have_its_lines() {
    let all = paths(&MANY);
    let year = |path: &&String| path.strip_prefix("changes/").is_some_and(|name| name.len() == "2005.html".len());
    let divided: Vec<&String> =
        all.iter().filter(year).filter(|path| page(&MANY, path).contains("class=\"stack digest\"")).collect();
    assert!(!divided.is_empty(), "a year is long");
    let html = page(&MANY, divided[0]);
    let year = Page::of(&html);
    let first = |row: ElementRef<'_>| row.select(&select("li")).next().map(words);
    let counts = year.all("tr[id]").into_iter().filter_map(first);
    let counted: usize = counts.map(|words| words.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(1)).sum();
    assert!(counted > 500, "{counted}");
    let name = divided[0].strip_prefix("changes/").and_then(|name| name.strip_suffix(".html")).expect("a year");
    let mut lines = 0;
    for (to, anchor) in links(divided[0], &html).into_iter().filter(|(to, _)| to.ends_with("/changes.html")) {
        let anchor = anchor.expect("it leads to the year");
        let list = Page::of(&page(&MANY, &to));
        list.one(&format!("h2[id='{anchor}']"));
        lines += list.all(&format!("section:has(h2[id='{anchor}']) li[id]")).len();
        assert_eq!(anchor, format!("year-{name}"));
    }
    assert_eq!(lines, counted);
}

#[test]
fn a_part_belongs_to_its_country_and_small_sites_have_none() {
    let build = &*MANY;
    let part = &parts("timeline/index.html")[0];
    let html = page(build, part);
    let country = part.split('/').nth(1).expect("a country");
    assert!(html.contains("<h1>Timeline – "), "{html}");
    assert!(main_of(&html).contains("id=\"events\""), "{html}");
    let others =
        links(part, &html).into_iter().filter(|(to, _)| to.starts_with("countries/") && to.ends_with("/index.html"));
    for (to, _) in others.filter(|(to, _)| to.matches('/').count() == 2) {
        assert_eq!(to, format!("countries/{country}/index.html"));
    }
    let divided = |path: &String| {
        ["/timeline.html", "/topics/", "/sources/"]
            .iter()
            .any(|part| path.starts_with("countries/") && path.contains(part))
    };
    assert!(paths(build).iter().any(divided) && !paths(&VELO).iter().any(divided));
}
