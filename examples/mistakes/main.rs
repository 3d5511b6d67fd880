//! Mistakes as authors make them, by kind, sown into the shipped content; and how many of them `check` finds, at the right
//! line, with help that works.
//!
//! `cargo run --release --example mistakes -- [--seed N] [--each N] [--kind WORD] [--missed]` prints a table by group;
//! `--kinds` one line a kind, `--missed` each mistake that was not found, not at its line, or without its help.

mod trial;

use std::path::Path;

use trial::desk::Desk;
use trial::{Score, header, kinds, meaning, tried};

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
    let mut kinds = kinds();
    kinds.retain(|kind| format!("{}: {}", kind.group, kind.name).contains(&word));
    let scores = tried(&desk, &kinds, seed, each);
    let header = header();
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
