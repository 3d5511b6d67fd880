//! The sitemap for search engines. It exists only where the configuration gives the address of the site.
//!
//! A sitemap has a maximum number of addresses; a larger site has several, and `sitemap.xml` is then an index of them.
//! Where the site has several languages, each page lists its versions in the others.

use crate::publish::xml::escaped;
use crate::site::{Locale, Site};
use crate::table::Tables;

const WHOLE: &str = "sitemap.xml";

/// The most addresses in one file, as the sitemap protocol sets it.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The XML namespace of links to the same page in other languages.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The paths of the sitemaps; `sitemap.xml` comes first.
pub(super) fn paths(site: &Site) -> Vec<String> {
    let Some(_) = Tables::of_site(site).about().base_url else {
        return Vec::new();
    };
    let parts = listed(site).len().div_ceil(MOST);
    let mut list = vec![WHOLE.to_owned()];
    if parts > 1 {
        list.extend((1..=parts).map(part_path));
    }
    list
}

/// The sitemap at `path`, if there is one.
pub(super) fn print(site: &Site, path: &str) -> Option<Vec<u8>> {
    let base = Tables::of_site(site).about().base_url?;
    let pages = listed(site);
    let parts: Vec<&[Page]> = pages.chunks(MOST).collect();
    let locales = site.locales();
    if path == WHOLE {
        return Some(match parts.as_slice() {
            [] | [_] => list("urlset", "url", base, &pages, locales),
            several => {
                let file = |number| Page { folder: "", path: part_path(number) };
                let files: Vec<Page> = (1..=several.len()).map(file).collect();
                list("sitemapindex", "sitemap", base, &files, &[])
            }
        });
    }
    let several = parts.len() > 1;
    let part = (1..=parts.len()).find(|number| several && part_path(*number) == path)?;
    Some(list("urlset", "url", base, parts[part - 1], locales))
}

fn part_path(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// A page: the folder of its language, and its path below that.
struct Page<'s> {
    folder: &'s str,
    path: String,
}

/// The pages that search engines should list, one language after the other.
fn listed(site: &Site) -> Vec<Page<'_>> {
    let addresses: Vec<_> = site.addresses().into_iter().filter(|address| address.page.is_findable()).collect();
    let folders = site.locales().iter().map(|edition| &*edition.folder);
    let folders: Vec<&str> = if site.locales().is_empty() { vec![""] } else { folders.collect() };
    let page = |folder| addresses.iter().map(move |address| Page { folder, path: address.path.to_string() });
    folders.into_iter().flat_map(page).collect()
}

fn list(root: &str, item: &str, base: &str, pages: &[Page<'_>], locales: &[Locale]) -> Vec<u8> {
    let base = base.trim_end_matches('/');
    let xhtml = if locales.is_empty() { String::new() } else { format!(" xmlns:xhtml=\"{XHTML}\"") };
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\"{xhtml}>\n");
    for Page { folder, path } in pages {
        // As in the page's canonical address, a folder stands for its `index.html`.
        let path = if path.ends_with("/index.html") || path == "index.html" {
            path.trim_end_matches("index.html")
        } else {
            path
        };
        let address = escaped(&format!("{base}/{folder}{path}"));
        out.push_str(&format!("<{item}><loc>{address}</loc>"));
        let sibling = |edition: &Locale| escaped(&format!("{base}/{}{path}", edition.folder));
        let first = locales.first().map(|edition| ("x-default", sibling(edition)));
        for (language, href) in locales.iter().map(|edition| (&*edition.language, sibling(edition))).chain(first) {
            out.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{href}\"/>"));
        }
        out.push_str(&format!("</{item}>\n"));
    }
    out.push_str(&format!("</{root}>\n"));
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_addresses_in_full_and_folders_for_the_pages_that_open_them() {
        let pages =
            ["index.html", "laws/index.html", "laws/a.html"].map(|path| Page { folder: "", path: path.to_owned() });
        let printed = list("urlset", "url", "https://example.org/a&b/", &pages, &[]);
        let text = String::from_utf8(printed).expect("it is text");
        let found: Vec<&str> = text.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        assert_eq!(
            found,
            [
                "https://example.org/a&amp;b/",
                "https://example.org/a&amp;b/laws/",
                "https://example.org/a&amp;b/laws/a.html"
            ]
        );
    }
}
