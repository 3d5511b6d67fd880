//! Relative links between pages.

/// The link from a page to the root of the site: `../` for each folder in `path`.
pub fn root_of(path: &str) -> String {
    "../".repeat(folders(path))
}

/// The number of folders in a path.
fn folders(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

/// The shortest relative link from the page at `from` to the file at `to`.
pub fn relative(from: &str, to: &str, anchor: Option<&str>) -> String {
    let mut out = String::with_capacity(to.len() + 16);
    if from != to || anchor.is_none() {
        let shared = shared_folders(from, to);
        for _ in 0..folders(&from[shared..]) {
            out.push_str("../");
        }
        out.push_str(&to[shared..]);
    }
    if let Some(anchor) = anchor {
        out.push('#');
        out.push_str(anchor);
    }
    out
}

/// The length of the common folders of two paths, with their final `/`.
fn shared_folders(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    a.as_bytes()[..same].iter().rposition(|c| *c == b'/').map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_their_file() {
        let link = |from, to| relative(from, to, None);
        assert_eq!(link("countries/xr/index.html", "countries/xr/laws/code/128.html"), "laws/code/128.html");
        assert_eq!(link("countries/xr/laws/code/128.html", "countries/xs/index.html"), "../../../xs/index.html");
        assert_eq!(link("index.html", "matrix/index.html"), "matrix/index.html");
        assert_eq!(relative("a/b.html", "a/b.html", Some("x")), "#x");
        assert_eq!(relative("a/on-2004-01-01.html", "a/index.html", Some("x")), "index.html#x");
    }
}
