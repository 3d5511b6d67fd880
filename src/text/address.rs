//! Addresses outside the site: one rule for the check of content, the reading of Markdown and the printing of links.

/// Whether a page may link to `text`: `https://` or `http://` with a host, or `mailto:`; the case of the scheme does
/// not matter. Anything else never becomes a link, because `serve` shows a site even when its content has errors.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let strange = |c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c);
    let leads = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#', '\\']))
        }
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    leads && !text.contains(strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_a_scheme_may_be_large_and_its_slashes_may_not_be_missing() {
        for good in ["https://example.org/a", "HTTPS://example.org", "hTtp://x", "MAILTO:a@example.org"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "https:example.org",
            "https:///x",
            "http://",
            "https:/x",
            "https:\\\\x",
            "mailto:",
            "JavaScript:alert(1)",
            "DATA:text/html,x",
            "ftp://x",
            "//example.org",
            "example.org",
            " https://x",
            "https://x y",
            "https://x\n",
            "vbscript:x",
            "https://\"x",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
