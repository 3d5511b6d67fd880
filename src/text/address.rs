//! Addresses outside the site: one rule for the check of content, the reading of Markdown and the printing of links.

use super::character::is_unseen;
use super::{Diagnostic, Fault, Level, Span};

/// A web address at which readers find nothing.
pub static BAD_ADDRESS: Fault = Fault {
    code: "bad-address",
    level: Level::Error,
    summary: "a web address cannot be followed",
    explanation: "An address begins with `https://` or `http://` and holds no space. Its host has an ending (`un.org`) and can be \
reached by readers, so it is no file on a disk and no host that stands in examples for another (`example.com`, `yoursite.com`; \
`example.org` may stand, for the examples of the manual have it); nothing of the sentence around it (`.`, `,`, \
`)`) stands at its end, and it is whole, without dots for what was cut off. The addresses of links in prose are looked at as those of \
fields are.",
};

/// Whether a page may link to `text`: `https://` or `http://` with a host, or `mailto:`; the case of the scheme does
/// not matter. No character of it is invisible. Anything else never becomes a link, because `serve` shows a site even when its content has errors.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let strange = |c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c) || is_unseen(c);
    let leads = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#', '\\']))
        }
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    leads && !text.contains(strange)
}

/// What is wrong with a web address that is well-formed.
struct Flaw {
    /// What is so, to follow the address in a message.
    message: String,
    /// The address that was probably meant.
    meant: Option<String>,
}

/// Hosts at which nobody answers: those of one's own machine, and those that stand for an address in the examples of others
/// (RFC 2606). `example.org` without `www` is none of them: the examples of the manual and the sites of the tests have it.
const NOBODY: [&str; 9] = [
    "localhost",
    "127.0.0.1",
    "0.0.0.0",
    "example.com",
    "www.example.com",
    "example.net",
    "www.example.net",
    "www.example.org",
    "yoursite.com",
];

/// Why readers cannot follow the web address `text`, although it has the form of one; `None` where they probably can.
fn flaw(text: &str) -> Option<Flaw> {
    let (scheme, rest) = text.split_once("://")?;
    let wrong = |message: &str, meant: Option<String>| Some(Flaw { message: message.to_owned(), meant });
    if let Some((_, second)) = rest.split_once("://").filter(|(first, _)| matches!(*first, "http" | "https")) {
        return wrong("begins twice", Some(format!("https://{second}")));
    }
    if text.contains('…') || text.ends_with("..") {
        return wrong("was cut off", None);
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(host, |(host, _)| host);
    if NOBODY.contains(&host) {
        return wrong("leads to nobody", None);
    }
    let is_bracketed = host.starts_with('[');
    // A host may end with the point of the root.
    let parts: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    if !is_bracketed
        && (parts.iter().any(|part| part.is_empty()) || host.contains([',', ';', '\\', '(', ')', '@', '_']))
    {
        let joined = host.replace([',', ';', '\\'], ".");
        let joined = joined.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
        return wrong("has a host that there cannot be", Some(text.replacen(host, &joined, 1)));
    }
    if let Some(meant) = redirected(host, rest) {
        return wrong("leads through another site, which forgets it", Some(meant));
    }
    if let Some(host_meant) = misspelt_host(host) {
        return wrong("has a host that there cannot be", Some(text.replacen(host, &host_meant, 1)));
    }
    if !is_bracketed && parts.len() < 2 {
        return wrong("has a host without an ending, such as `.org`", None);
    }
    let opens = text.matches('(').count();
    let end = text.chars().next_back()?;
    let is_stray =
        matches!(end, '.' | ',' | ';' | '>' | '"' | '\'') || (end == ')' && text.matches(')').count() > opens);
    if is_stray {
        let meant = text.trim_end_matches(end).to_owned();
        return wrong(&format!("ends with `{end}`, which belongs to the sentence around it"), Some(meant));
    }
    let _ = scheme;
    None
}

/// The fault of the web address `text`, which has the form of one, where readers cannot follow it.
pub fn unfollowed(text: &str, at: Span) -> Option<Diagnostic> {
    let flaw = flaw(text)?;
    let fault = BAD_ADDRESS.at(at, format!("`{text}` {}", flaw.message));
    Some(match flaw.meant {
        Some(meant) => fault.help(format!("write `{meant}`, or copy the address from the browser")),
        None => fault.help("copy the address from the browser"),
    })
}

/// The address to which the link of a search engine or a mail program leads.
fn redirected(host: &str, rest: &str) -> Option<String> {
    let is_engine = host.split('.').any(|part| part == "google") && rest[host.len()..].starts_with("/url");
    let is_guarded = host.ends_with("safelinks.protection.outlook.com") || host == "l.facebook.com";
    let (_, query) = rest.split_once('?').filter(|_| is_engine || is_guarded)?;
    let target =
        query.split('&').find_map(|part| ["url=", "q=", "u="].iter().find_map(|name| part.strip_prefix(name)))?;
    let target = target.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
    (is_web_address(&target) && target.contains("://")).then_some(target)
}

/// A host with a slip in its first or last part: `wwww.un.org`, `un.ogr`.
fn misspelt_host(host: &str) -> Option<String> {
    // Each is the ending of no host.
    const ENDINGS: [(&str, &str); 12] = [
        ("ogr", "org"),
        ("rog", "org"),
        ("orgg", "org"),
        ("con", "com"),
        ("cmo", "com"),
        ("ocm", "com"),
        ("nte", "net"),
        ("ent", "net"),
        ("gvo", "gov"),
        ("ogv", "gov"),
        ("eud", "edu"),
        ("itn", "int"),
    ];
    let (first, rest) = host.split_once('.')?;
    if matches!(first, "ww" | "wwww" | "wwwww" | "wwv" | "wvw") && rest.contains('.') {
        return Some(format!("www.{rest}"));
    }
    let (before, last) = host.rsplit_once('.')?;
    let (_, meant) = ENDINGS.iter().find(|(wrong, _)| *wrong == last)?;
    Some(format!("{before}.{meant}"))
}

/// An address without what it was pasted with: the brackets of another program; or behind the scheme of an identifier.
fn unwrapped(text: &str) -> String {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    let inner = inner.split_once("](").and_then(|(_, behind)| behind.strip_suffix(')')).unwrap_or(inner);
    let lower = inner.to_lowercase();
    match ["doi:", "doi "].iter().find(|scheme| lower.starts_with(**scheme)) {
        Some(scheme) => format!("https://doi.org/{}", inner[scheme.len()..].trim_start()),
        None => inner.to_owned(),
    }
}

/// The web address that was meant by the address of a link that begins with a host. The name of a file is none.
pub(super) fn host_meant(text: &str) -> Option<String> {
    const FILES: [&str; 16] = [
        "md", "html", "htm", "pdf", "txt", "doc", "docx", "odt", "xlsx", "csv", "png", "jpg", "jpeg", "svg", "gif",
        "webp",
    ];
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_host = host.starts_with("www.") || !FILES.contains(&ending.as_str());
    scheme_meant(text).filter(|_| is_host)
}

/// The web address and the date behind it, of an address that is written as lists of literature do:
/// `https://un.org/a, accessed 2 May 2012`. `None` where no such words stand behind an address.
pub fn accessed_behind(text: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 9] = [
        "last accessed",
        "last visited",
        "accessed",
        "retrieved",
        "visited",
        "consulted",
        "viewed",
        "дата обращения",
        "abgerufen",
    ];
    let (address, behind) = text.trim().split_once(char::is_whitespace)?;
    let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word =
        WORDS.iter().find(|word| behind.get(..word.len()).is_some_and(|begin| begin.to_lowercase() == **word))?;
    let date = behind[word.len()..].trim().trim_matches([':', ',', ';', '.', '(', ')', '[', ']', ' ']);
    let date = date.strip_prefix("on ").or(date.strip_prefix("am ")).unwrap_or(date).trim();
    let address = address.trim_end_matches([',', ';', '.']);
    (is_web_address(address) && !date.is_empty()).then_some((address, date))
}

/// The address for letters that was meant by the address of a link: `mailto:anna@un.org` for `anna@un.org`.
pub(super) fn letters_meant(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let is_host = host.contains('.') && host.split('.').all(|part| !part.is_empty());
    let is_plain = !name.is_empty() && !text.contains(['/', ':', '\\']) && !host.contains(['@', '?', '#']);
    let meant = format!("mailto:{text}");
    (is_host && is_plain && is_web_address(&meant)).then_some(meant)
}

/// The web address that was meant by a text whose beginning is misspelt or missing.
pub fn scheme_meant(text: &str) -> Option<String> {
    let whole = unwrapped(text.trim());
    if whole != text.trim() && is_web_address(&whole) {
        return Some(whole);
    }
    let text = whole.as_str();
    let is_host = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = host.split('.').collect();
        let last = parts.last().copied().unwrap_or_default();
        parts.len() > 1
            && parts.iter().all(|part| !part.is_empty())
            && last.len() > 1
            && last.bytes().all(|b| b.is_ascii_alphabetic())
            && !host.contains(['@', ' ', ':', '\\'])
    };
    let at = text.find(['/', '\\', ':']).unwrap_or(text.len());
    let scheme = text[..at].to_lowercase();
    let near = |name: &str| scheme == name || strsim::damerau_levenshtein(&scheme, name) <= 1;
    // Behind the address may stand a place in the document: `https://un.org/law, p. 3`.
    let text =
        text.split_once([',', ';']).filter(|(_, behind)| behind.starts_with(' ')).map_or(text, |(first, _)| first);
    let rest = if near("http") || near("https") { text[at..].trim_start_matches([':', '/', '\\']) } else { text };
    let meant = format!("https://{}", rest.replace(' ', "%20"));
    (is_host(rest) && is_web_address(&meant)).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_nobody_can_follow_is_told_from_a_strange_one() {
        for (text, meant) in [
            ("https://https://un.org", Some("https://un.org")),
            ("https://un,org/a", Some("https://un.org/a")),
            ("https://un..org/a", Some("https://un.org/a")),
            ("https://un.org/a.", Some("https://un.org/a")),
            ("https://un.org/a)", Some("https://un.org/a")),
            ("https://un", None),
            ("https://www.google.com/url?q=https%3A%2F%2Fun.org%2Fa&sa=D", Some("https://un.org/a")),
            ("https://wwww.un.org/a", Some("https://www.un.org/a")),
            ("https://un.ogr/a", Some("https://un.org/a")),
            ("https://un.org/a…", None),
            ("http://localhost:8000/a", None),
        ] {
            assert_eq!(flaw(text).map(|flaw| flaw.meant), Some(meant.map(str::to_owned)), "{text}");
        }
        for text in [
            "https://un.org",
            "https://web.archive.org/web/2005/http://un.org/a",
            "https://a.org/b_(c)",
            "https://a.org:8080/?q=a,b;c",
            "https://[::1]/",
            "https://\u{43f}\u{440}.\u{440}\u{444}/a",
        ] {
            assert!(flaw(text).is_none(), "{text}");
        }
        for (text, meant) in [
            ("www.un.org/a", Some("https://www.un.org/a")),
            ("htps://un.org", Some("https://un.org")),
            ("https:/un.org/a b", Some("https://un.org/a%20b")),
            ("https://un.org/law, p. 3", Some("https://un.org/law")),
            ("www.un.org/law; art. 2", Some("https://www.un.org/law")),
            ("<https://un.org/a>", Some("https://un.org/a")),
            ("[law](https://un.org/a)", Some("https://un.org/a")),
            ("doi:10.1000/182", Some("https://doi.org/10.1000/182")),
            ("info@un.org", None),
            ("C:\\docs\\a.pdf", None),
        ] {
            assert_eq!(scheme_meant(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn the_day_on_which_an_address_was_read_is_told_from_it() {
        for (text, found) in [
            ("https://un.org/a, accessed 2 May 2012", Some(("https://un.org/a", "2 May 2012"))),
            ("https://un.org/a (Accessed: 2012-05-02).", Some(("https://un.org/a", "2012-05-02"))),
            ("https://un.org/a (дата обращения: 02.05.2012)", Some(("https://un.org/a", "02.05.2012"))),
            ("https://un.org/a, last accessed on May 2012", Some(("https://un.org/a", "May 2012"))),
            ("https://un.org/a, p. 3", None),
            ("https://un.org/a accessed", None),
            ("un.org, accessed 2012", None),
        ] {
            assert_eq!(accessed_behind(text), found, "{text}");
        }
    }

    #[test]
    fn an_address_for_letters_is_known_without_its_scheme() {
        assert_eq!(letters_meant("anna@un.org").as_deref(), Some("mailto:anna@un.org"));
        for text in ["anna", "anna@un", "@un.org", "a/b@un.org", "https://a@un.org", "anna@un..org", "an na@un.org"] {
            assert_eq!(letters_meant(text), None, "{text}");
        }
    }

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
            "https://example.org/\u{200b}",
            "https://exam\u{ad}ple.org",
            "mailto:a\u{2060}@example.org",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
