//! Addresses on the web.

use super::desk::{Desk, Edit, Make, Mistake, Numbers};

const GROUP: &str = "web addresses";

fn url(desk: &Desk, numbers: &mut Numbers, new: impl Fn(&str) -> Option<String>) -> Option<Mistake> {
    desk.at_line(
        numbers,
        |p| p.starts_with("content/sources/") || p.starts_with("content/instruments/"),
        |line| {
            let address = line.quoted("url").filter(|address| address.starts_with("https://"))?;
            let wrong = new(address).filter(|wrong| wrong != address)?;
            Some(Edit::line(line, format!("url = \"{wrong}\"")).help([
                address,
                "begins with `https://`",
                "copy it",
                "copy the address",
            ]))
        },
    )
}

/// The host of an address.
fn host(address: &str) -> Option<&str> {
    address.split('/').nth(2)
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "no scheme", |desk, numbers| {
        url(desk, numbers, |address| Some(address.trim_start_matches("https://").to_owned()))
    }),
    (GROUP, "scheme misspelt", |desk, numbers| {
        let wrong = ["htps://", "https:/", "http//", "https//", "hhttps://", "https:\\\\"][numbers.below(6)];
        url(desk, numbers, |address| Some(address.replacen("https://", wrong, 1)))
    }),
    (GROUP, "scheme twice", |desk, numbers| {
        let wrong = ["https://https://", "http://https://"][numbers.below(2)];
        url(desk, numbers, |address| Some(address.replacen("https://", wrong, 1)))
    }),
    (GROUP, "a space within", |desk, numbers| {
        url(desk, numbers, |address| {
            address[12..].find('/').map(|at| format!("{} {}", &address[..at + 12], &address[at + 12..]))
        })
    }),
    (GROUP, "a mark of the sentence at its end", |desk, numbers| {
        let mark = [".", ",", ")", ";", ">"][numbers.below(5)];
        url(desk, numbers, |address| Some(format!("{address}{mark}")))
    }),
    (GROUP, "a host without its ending", |desk, numbers| {
        url(desk, numbers, |address| {
            let host = host(address)?;
            Some(address.replacen(host, host.rsplit_once('.')?.0.rsplit('.').next()?, 1))
        })
    }),
    (GROUP, "a comma or two dots in the host", |desk, numbers| {
        let wrong = [",", "..", ". "][numbers.below(3)];
        url(desk, numbers, |address| {
            let host = host(address)?;
            Some(address.replacen(host, &host.replacen('.', wrong, 1), 1))
        })
    }),
    (GROUP, "cut off with dots", |desk, numbers| {
        let mark = ["…", "..."][numbers.below(2)];
        url(desk, numbers, |address| address.get(..address.len() * 2 / 3).map(|part| format!("{part}{mark}")))
    }),
    (GROUP, "a file on somebody's disk", |desk, numbers| {
        let wrong = [
            "file:///C:/docs/report.pdf",
            "C:\\\\docs\\\\report.pdf",
            "/home/me/report.pdf",
            "http://localhost:8000/report",
        ][numbers.below(4)];
        url(desk, numbers, |_| Some(wrong.to_owned()))
    }),
    (GROUP, "an address of nobody", |desk, numbers| {
        let wrong =
            ["https://example.com/report", "https://www.example.org", "https://", "https://..."][numbers.below(4)];
        url(desk, numbers, |_| Some(wrong.to_owned()))
    }),
    (GROUP, "an address for letters", |desk, numbers| url(desk, numbers, |_| Some("info@ministry.kz".to_owned()))),
    (GROUP, "in prose without a scheme", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/countries/"),
            |line| {
                (line.is_prose() && line.before().is_empty() && !line.text.starts_with('-')).then(|| {
                    Edit::line(line, format!("{} See [the register](www.un.org/depts/treaty).", line.text))
                        .help(["https://"])
                })
            },
        )
    }),
    (GROUP, "in prose with a space", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/countries/"),
            |line| {
                (line.is_prose() && line.before().is_empty() && !line.text.starts_with('-')).then(|| {
                    Edit::line(
                        line,
                        format!("{} See [the register](https://www.un.org/depts/treaty status).", line.text),
                    )
                    .help(["no space", "closing bracket", "(https://www.un.org/depts/treaty)"])
                })
            },
        )
    }),
];
