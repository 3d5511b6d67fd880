//! The list of pages for search engines. There is one only where the configuration says where the site is published.
//!
//! A list holds at most so many addresses; a larger site has several lists, and `sitemap.xml` is then a list of lists.

use crate::site::Site;

const WHOLE: &str = "sitemap.xml";

/// The protocol of sitemaps allows no more addresses in one file.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The paths of the lists, the whole first.
pub(super) fn paths(site: &Site) -> Vec<String> {
    let Some(_) = site.data().about().base_url else {
        return Vec::new();
    };
    let parts = listed(site).len().div_ceil(MOST);
    let mut list = vec![WHOLE.to_owned()];
    if parts > 1 {
        list.extend((1..=parts).map(part_path));
    }
    list
}

/// The list at `path`, if there is one.
pub(super) fn print(site: &Site, path: &str) -> Option<Vec<u8>> {
    let base = site.data().about().base_url?;
    let pages = listed(site);
    let parts: Vec<&[String]> = pages.chunks(MOST).collect();
    if path == WHOLE {
        return Some(match parts.as_slice() {
            [] | [_] => list("urlset", "url", base, &pages),
            several => {
                let files: Vec<String> = (1..=several.len()).map(part_path).collect();
                list("sitemapindex", "sitemap", base, &files)
            }
        });
    }
    let several = parts.len() > 1;
    let part = (1..=parts.len()).find(|number| several && part_path(*number) == path)?;
    Some(list("urlset", "url", base, parts[part - 1]))
}

fn part_path(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// The pages that have an address of their own to be found under.
fn listed(site: &Site) -> Vec<String> {
    let found = |kind: &str| !matches!(kind, "moved" | "not-found");
    site.addresses().into_iter().filter(|address| found(address.kind)).map(|address| address.path.to_string()).collect()
}

fn list(root: &str, item: &str, base: &str, paths: &[String]) -> Vec<u8> {
    let base = base.trim_end_matches('/');
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n");
    for path in paths {
        // As the canonical address of the page: a folder stands for the page that opens it.
        let path = if path.ends_with("/index.html") || path == "index.html" {
            path.trim_end_matches("index.html")
        } else {
            path
        };
        let address = escaped(&format!("{base}/{path}"));
        out.push_str(&format!("<{item}><loc>{address}</loc></{item}>\n"));
    }
    out.push_str(&format!("</{root}>\n"));
    out.into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_addresses_in_full_and_folders_for_the_pages_that_open_them() {
        let pages = ["index.html", "laws/index.html", "laws/a.html"].map(str::to_owned);
        let text = String::from_utf8(list("urlset", "url", "https://example.org/a&b/", &pages)).expect("it is text");
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
