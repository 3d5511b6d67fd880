//! The sizes of the files of a copy, by kind, compared with the limits of the configuration.
//!
//! What comes in are the kinds and sizes of files; what goes out is a report for people, and a fault for each exceeded
//! limit. Sizes are those compressed in the archive, about what a host transfers, unless they are said to be
//! uncompressed.

use std::collections::BTreeMap;

use crate::publish::fault::OVER_BUDGET;
use crate::site::Limit;
use crate::text::Diagnostic;

/// Kinds of file: the name of their limit, and what people call them.
const KINDS: &[(&str, &str)] = &[
    ("pages", "pages"),
    ("days", "pages of other days"),
    ("data", "data"),
    ("styles", "styles and scripts"),
    ("pictures", "pictures"),
    ("search", "search"),
    ("handbook", "handbook"),
    ("other", "start page, list of sums, others"),
];

/// The total of the files of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Number of files.
    pub files: u64,
    /// Uncompressed size in bytes.
    pub bytes: u64,
    /// Compressed size in bytes.
    pub packed: u64,
    /// The largest file: its compressed size in bytes, and its path.
    pub heaviest: (u64, String),
}

impl Load {
    fn add(&mut self, path: &str, bytes: u64, packed: u64) {
        self.files += 1;
        self.bytes += bytes;
        self.packed += packed;
        if packed > self.heaviest.0 {
            self.heaviest = (packed, path.to_owned());
        }
    }
}

/// The sizes of a copy.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    kinds: BTreeMap<&'static str, Load>,
    pages: BTreeMap<&'static str, Load>,
    /// Size of the archive in bytes.
    pub package: u64,
}

impl Weights {
    /// Counts a file: its path in the site, its path below the folder of its language, its kind of page (with whether
    /// it shows another day) if it is one, and its sizes in bytes.
    pub(super) fn add(
        &mut self,
        path: &str,
        inside: &str,
        page: Option<(&'static str, bool)>,
        bytes: u64,
        packed: u64,
    ) {
        let kind = match page {
            Some((_, false)) => "pages",
            Some((_, true)) => "days",
            None if path.starts_with(super::named::HANDBOOK) => "handbook",
            None => match inside.split_once('/').map(|(folder, _)| folder) {
                Some("data") => "data",
                Some("assets") => "styles",
                Some("pictures") => "pictures",
                Some("search") => "search",
                _ => "other",
            },
        };
        self.kinds.entry(kind).or_default().add(path, bytes, packed);
        if let Some((page, _)) = page {
            self.pages.entry(page).or_default().add(path, bytes, packed);
        }
    }

    /// The total of one kind of file.
    pub fn of(&self, kind: &str) -> Load {
        self.kinds.get(kind).cloned().unwrap_or_default()
    }

    /// The report: a line for each kind of file, and the largest page of each kind.
    pub fn report(&self) -> String {
        let mut out = format!("{:<34}{:>7}{:>12}{:>12}\n", "", "files", "unpacked", "in the ZIP");
        for (kind, name) in KINDS {
            if let Some(load) = self.kinds.get(kind) {
                let (bytes, packed) = (words(load.bytes), words(load.packed));
                out.push_str(&format!("{name:<34}{:>7}{bytes:>12}{packed:>12}\n", load.files));
            }
        }
        out.push_str("\nheaviest page of each kind, in the ZIP\n");
        let mut pages: Vec<(&&str, &Load)> = self.pages.iter().collect();
        pages.sort_by(|a, b| b.1.heaviest.0.cmp(&a.1.heaviest.0).then(a.0.cmp(b.0)));
        for (kind, load) in pages {
            out.push_str(&format!("{kind:<20}{:>12}  {}\n", words(load.heaviest.0), load.heaviest.1));
        }
        out
    }

    /// A fault for each exceeded limit.
    pub(super) fn over(&self, limits: &[Limit]) -> Vec<Diagnostic> {
        limits.iter().filter_map(|limit| self.over_one(limit, limits)).collect()
    }

    fn over_one(&self, limit: &Limit, limits: &[Limit]) -> Option<Diagnostic> {
        let passed = |weight: u64| (weight > limit.bytes).then_some(weight);
        let allowed = words(limit.bytes);
        if let Some(kind) = &limit.page {
            let load = self.pages.get(kind.as_str())?;
            return passed(load.heaviest.0).map(|_| heavy(limit, &load.heaviest));
        }
        match limit.of {
            "package" => passed(self.package).map(|weight| {
                let message = format!("the package has {}, which is more than {allowed}", words(weight));
                OVER_BUDGET.at(limit.span, message).help("publish fewer days, or package a part: `--only country=…`")
            }),
            "page" => {
                let own = |kind: &str| limits.iter().any(|other| other.page.as_deref() == Some(kind));
                let pages = self.pages.iter().filter(|(kind, _)| !own(kind)).map(|(_, load)| &load.heaviest);
                let heaviest = pages.max()?;
                passed(heaviest.0).map(|_| heavy(limit, heaviest))
            }
            kind => {
                let load = self.kinds.get(kind)?;
                let name = KINDS.iter().find(|(key, _)| *key == kind).map_or(kind, |(_, name)| name);
                passed(load.packed).map(|weight| {
                    let message = format!("{name}: {} in the ZIP, which is more than {allowed}", words(weight));
                    OVER_BUDGET.at(limit.span, message)
                })
            }
        }
    }
}

fn heavy(limit: &Limit, (weight, path): &(u64, String)) -> Diagnostic {
    let (weight, allowed) = (words(*weight), words(limit.bytes));
    OVER_BUDGET.at(limit.span, format!("`{path}` has {weight} in the ZIP, which is more than {allowed}"))
}

/// A size in bytes for people, in decimal units.
pub fn words(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}
