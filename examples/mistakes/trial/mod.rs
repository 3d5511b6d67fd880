//! Mistakes as authors make them, by kind, sown into the shipped content, and what `check` says of each.

mod address;
mod basis;
mod citation;
mod code;
pub mod desk;
mod field;
mod form;
mod markdown;
pub mod meaning;
mod reference;
mod syntax;
mod twice;
mod unfinished;

use std::collections::BTreeMap;

use collatio::text::{File, Reporter};
use collatio::{BuildCache, Input};
use rayon::prelude::*;

use desk::{Desk, Kind, Mistake, Numbers};

/// What came of one mistake.
#[derive(Clone, Copy, Default)]
pub struct Score {
    /// Mistakes that were made.
    pub made: usize,
    /// Mistakes of which anything is reported.
    pub found: usize,
    /// Mistakes that are reported at one of their lines.
    pub at_line: usize,
    /// Mistakes with a help that works.
    pub helped: usize,
    /// Mistakes of which a report asks `did you mean` something that is wrong.
    pub misled: usize,
    /// Reports besides one for each mistake.
    pub further: usize,
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.made += other.made;
        self.found += other.found;
        self.at_line += other.at_line;
        self.helped += other.helped;
        self.misled += other.misled;
        self.further += other.further;
    }
}

impl Score {
    /// A line of the table.
    pub fn row(&self, name: &str) -> String {
        let percent = |n: usize| format!("{n} ({} %)", (n * 100 + self.made / 2) / self.made.max(1));
        format!(
            "{name:<62} {:>5}  {:>11}  {:>11}  {:>11}  {:>6}  {:>7}",
            self.made,
            percent(self.found),
            percent(self.at_line),
            percent(self.helped),
            self.misled,
            self.further
        )
    }
}

/// The head of the table.
pub fn header() -> String {
    format!(
        "{:<62} {:>5}  {:>11}  {:>11}  {:>11}  {:>6}  {:>7}",
        "kind", "made", "found", "at the line", "help works", "misled", "further"
    )
}

/// All kinds of mistakes.
pub fn kinds() -> Vec<Kind> {
    let groups: [&[(&str, &str, desk::Make)]; 12] = [
        syntax::KINDS,
        field::KINDS,
        reference::KINDS,
        citation::KINDS,
        basis::KINDS,
        twice::KINDS,
        code::KINDS,
        unfinished::KINDS,
        markdown::KINDS,
        address::KINDS,
        form::KINDS,
        meaning::KINDS,
    ];
    groups.into_iter().flatten().map(|(group, name, make)| Kind { group, name, make: *make }).collect()
}

/// Sows a mistake, checks, and judges; the second value is what was missed.
fn judged(desk: &Desk, cache: &mut BuildCache, mistake: &Mistake) -> (Score, String) {
    let changed: BTreeMap<&str, Option<&str>> =
        mistake.files.iter().map(|(path, text)| (path.as_str(), text.as_deref())).collect();
    let mut files: Vec<File> = desk.files.iter().filter(|file| !changed.contains_key(&*file.path)).cloned().collect();
    files.extend(changed.iter().filter_map(|(path, text)| Some(File::new(*path, (*text)?))));
    let input = Input { files, ..Input::default() };
    let inspection = collatio::inspect_again(input, cache);
    let (files, found) = (&inspection.workspace.files, &inspection.diagnostics);
    let list: Vec<_> = found.iter().collect();
    let is_right = |d: &&&collatio::text::Diagnostic| {
        let file = files.get(d.span.file);
        let line = file.place(d.span.start).line as usize - 1;
        mistake.right.as_ref().is_none_or(|(path, lines)| **path == *file.path && lines.contains(&line))
    };
    let right: Vec<_> = list.iter().filter(is_right).collect();
    let told = if right.is_empty() { list.iter().collect() } else { right.clone() };
    let works = |help: &str| mistake.help.iter().any(|wanted| help.contains(wanted.as_str()));
    let helped = told.iter().any(|d| d.help.iter().any(|help| works(help)));
    let misled = list.iter().any(|d| d.help.iter().any(|help| help.contains("did you mean") && !works(help)));
    let one = |yes: bool| usize::from(yes);
    let score = Score {
        made: 1,
        found: one(!list.is_empty()),
        at_line: one(!right.is_empty()),
        helped: one(helped),
        misled: one(misled),
        further: list.len().saturating_sub(1),
    };
    let mut missed = String::new();
    if right.is_empty() || !helped || misled || list.len() > 3 {
        missed = format!("  {}\n", mistake.told);
        let mut reporter = Reporter::new(files);
        for d in list.iter().take(4) {
            missed += &format!("    {}\n", reporter.concise(d));
            d.help.iter().for_each(|help| missed += &format!("      help: {help}\n"));
        }
        if list.len() > 4 {
            missed += &format!("    … {} reports\n", list.len());
        }
        if list.is_empty() {
            missed += "    not found\n";
        } else if !helped {
            missed += &format!("    wanted: {}\n", mistake.help.join(" | "));
        }
        if right.is_empty() {
            missed += &format!("    right: {:?}\n", mistake.right);
        }
    }
    (score, missed)
}

/// What came of `each` mistakes of each kind, in the order of the kinds, and what was missed of them.
pub fn tried(desk: &Desk, kinds: &[Kind], seed: u64, each: u64) -> Vec<(Score, String)> {
    let of_kind = |cache: &mut BuildCache, kind: &Kind| {
        let (mut score, mut missed) = (Score::default(), String::new());
        for n in 0..each {
            let mut numbers = Numbers(seed.wrapping_mul(1_000_003).wrapping_add(n * 7919 + kind.name.len() as u64));
            if let Some(mistake) = (kind.make)(desk, &mut numbers) {
                let (one, text) = judged(desk, cache, &mistake);
                score += one;
                missed += &text;
            }
        }
        (score, missed)
    };
    // A file is read again only where it differs from that of the mistake before.
    let of_thread = |kinds: &[Kind]| {
        let mut cache = BuildCache::default();
        kinds.iter().map(|kind| of_kind(&mut cache, kind)).collect::<Vec<_>>()
    };
    let share = kinds.len().div_ceil(rayon::current_num_threads()).max(1);
    kinds.par_chunks(share).flat_map_iter(of_thread).collect()
}
