//! Writes an invented site of any size, in the form in which authors write: for measuring, and for trying a theme on
//! more pages than anybody has researched. `cargo run --release --example corpus -- --countries 195 --provisions 100
//! --questions 60 --instruments 20 --out DIR`. Its words are drawn by Zipf's law from a vocabulary of the size of a
//! language's, so that an index for search is as large as one of a language. The same numbers and the same `--seed` give
//! the same bytes.
//!
//! `--acts every` fills the tables of the instruments with acts of every kind. `--treaties 300 --participants 230 --acts 31000`
//! writes the tables of a depositary instead of a comparison of laws: instruments in chapters, states in regions, about so
//! many acts, a complete table and a rule of entry for each instrument, and a question for each that is answered from its
//! table. `--treaties` and `--participants` are `--instruments` and `--countries` with no provisions.

mod tree;
mod words;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use tree::{Acts, Size};

fn main() -> Result<(), Box<dyn Error>> {
    let (size, out) = arguments(std::env::args().skip(1))?;
    if out.exists() && fs::read_dir(&out)?.next().is_some() {
        return Err(format!("{} is not empty", out.display()).into());
    }
    tree::tree(&size, &mut |path, text| {
        let path = out.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    })?;
    Ok(())
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<(Size, PathBuf), Box<dyn Error>> {
    let mut size = Size { countries: 5, provisions: 10, questions: 12, instruments: 4, acts: Acts::Usual, seed: 1 };
    let mut out = None;
    while let Some(option) = words.next() {
        let value = words.next().ok_or_else(|| format!("{option} wants a value"))?;
        match option.as_str() {
            "--countries" | "--participants" => size.countries = value.parse()?,
            "--provisions" => size.provisions = value.parse()?,
            "--questions" => size.questions = value.parse()?,
            "--instruments" => size.instruments = value.parse()?,
            "--treaties" => {
                let treaties = value.parse()?;
                size = Size { instruments: treaties, questions: treaties, provisions: 0, ..size };
                if size.acts == Acts::Usual {
                    size.acts = Acts::About(100 * treaties);
                }
            }
            "--acts" => {
                size.acts = match value.as_str() {
                    "usual" => Acts::Usual,
                    "every" => Acts::Every,
                    number => Acts::About(number.parse().map_err(|_| "--acts is `usual`, `every` or a number")?),
                }
            }
            "--seed" => size.seed = value.parse()?,
            "--out" => out = Some(PathBuf::from(value)),
            _ => return Err(format!("there is no option {option}").into()),
        }
    }
    Ok((size, out.ok_or("--out says where the tree is written")?))
}
