//! Mistakes as authors make them, by kind, sown into the shipped content; and how many of them `check` finds, at the right
//! line, with help that works.
//!
//! `cargo run --release --example mistakes -- [--seed N] [--each N] [--kind WORD] [--missed]` prints a table by group;
//! `--kinds` one line a kind, `--missed` each mistake that was not found, not at its line, or without its help.

mod address;
mod basis;
mod citation;
mod code;
mod desk;
mod field;
mod form;
mod markdown;
mod meaning;
mod reference;
mod syntax;
mod twice;
mod unfinished;

use std::collections::BTreeMap;
use std::path::Path;

use collatio::Input;
use collatio::text::{File, Ink, Reporter};
use rayon::prelude::*;

use desk::{Desk, Kind, Mistake, Numbers};

/// What came of one mistake.
#[derive(Clone, Copy, Default)]
struct Score {
    made: usize,
    found: usize,
    at_line: usize,
    helped: usize,
    /// Mistakes of which a report asks `did you mean` something that is wrong.
    misled: usize,
    /// Reports besides one for each mistake.
    further: usize,
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
    fn row(&self, name: &str) -> String {
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

fn kinds() -> Vec<Kind> {
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
fn judged(desk: &Desk, mistake: &Mistake) -> (Score, String) {
    let changed: BTreeMap<&str, Option<&str>> =
        mistake.files.iter().map(|(path, text)| (path.as_str(), text.as_deref())).collect();
    let mut files: Vec<File> = desk.files.iter().filter(|file| !changed.contains_key(&*file.path)).cloned().collect();
    files.extend(changed.iter().filter_map(|(path, text)| Some(File::new(*path, (*text)?))));
    let input = Input { files, ..Input::default() };
    let inspection = collatio::inspect(input);
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
        let _ = Ink::Plain;
    }
    (score, missed)
}

#[expect(clippy::print_stdout, reason = "it is a program that prints a table")]
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let number = |name: &str, usual: u64| value(name).and_then(|n| n.parse().ok()).unwrap_or(usual);
    let has = |name: &str| arguments.iter().any(|a| a == name);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk { files: collatio::disk::read(root).expect("the repository can be read").files };
    let word = value("--kind").cloned().unwrap_or_default();
    let (seed, each) = (number("--seed", 16), number("--each", 4));
    let kinds: Vec<Kind> = kinds().into_iter().filter(|k| format!("{}: {}", k.group, k.name).contains(&word)).collect();
    let judge = |kind: &Kind| {
        let (mut score, mut missed) = (Score::default(), String::new());
        for n in 0..each {
            let mut numbers = Numbers(seed.wrapping_mul(1_000_003).wrapping_add(n * 7919 + kind.name.len() as u64));
            if let Some(mistake) = (kind.make)(&desk, &mut numbers) {
                let (one, text) = judged(&desk, &mistake);
                score += one;
                missed += &text;
            }
        }
        (score, missed)
    };
    let scores: Vec<(Score, String)> = kinds.par_iter().map(judge).collect();
    let header = format!(
        "{:<62} {:>5}  {:>11}  {:>11}  {:>11}  {:>6}  {:>7}",
        "kind", "made", "found", "at the line", "help works", "misled", "further"
    );
    let (mut whole, mut form) = (Score::default(), Score::default());
    let mut groups: Vec<(&str, Score)> = Vec::new();
    if has("--kinds") || has("--missed") {
        println!("{header}");
    }
    for (kind, (score, missed)) in kinds.iter().zip(&scores) {
        whole += *score;
        if kind.group != meaning::GROUP {
            form += *score;
        }
        match groups.last_mut().filter(|(group, _)| *group == kind.group) {
            Some((_, sum)) => *sum += *score,
            None => groups.push((kind.group, *score)),
        }
        if score.made == 0 {
            println!("no mistake could be made: {}: {}", kind.group, kind.name);
        }
        if has("--kinds") || (has("--missed") && !missed.is_empty()) {
            println!("{}", score.row(&format!("{}: {}", kind.group, kind.name)));
        }
        if has("--missed") {
            print!("{missed}");
        }
    }
    println!("\n{header}");
    groups.iter().for_each(|(group, score)| println!("{}", score.row(group)));
    println!("{}", form.row("all but meaning"));
    println!("{}", whole.row(&format!("all {} kinds, seed {seed}", kinds.len())));
}
