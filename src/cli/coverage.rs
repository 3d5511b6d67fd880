//! `collatio coverage`: how much of the codebook is answered, by country, section and language.

use std::process::ExitCode;

use clap::Args;
use collatio::disk::SystemError;
use collatio::law::coverage::{Counts, SectionCoverage, compared, coverage, total};
use collatio::law::{Corpus, Day};
use serde_json::json;

use super::survey::Asked;
use crate::console::{Format, say_error};

/// What `collatio coverage` is told.
#[derive(Debug, Args)]
pub struct Coverage {
    #[command(flatten)]
    asked: Asked,
    /// Fail if less than this share of the questions that apply to a country is answered
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    at_least: Option<u8>,
}

/// Prints the counts. Exit code 1: a country is below the share that is asked for.
pub fn run(told: &Coverage) -> Result<ExitCode, SystemError> {
    let (survey, day) = told.asked.survey()?;
    for corpus in &survey.corpora {
        of_language(told, corpus, day);
    }
    let Some(first) = survey.corpora.first() else { return Ok(ExitCode::SUCCESS) };
    let sections = coverage(first, day);
    let all = total(sections.iter());
    let percent = all.percent().map_or(String::new(), |percent| format!(" ({percent} %)"));
    told.asked.conclude(&format!("{} of {} answered{percent} on {day}", all.answered, all.asked()));
    let mut is_below = false;
    for country in compared(first) {
        let counts = total(sections.iter().filter(|section| section.country == country.id));
        if let (Some(least), Some(percent)) = (told.at_least, counts.percent())
            && percent < usize::from(least)
        {
            is_below = true;
            say_error(&format!("`{}`: {percent} % is answered, less than {least} %", country.id));
        }
    }
    Ok(ExitCode::from(u8::from(is_below)))
}

fn of_language(told: &Coverage, corpus: &Corpus, day: Day) {
    let sections = coverage(corpus, day);
    let language = corpus.settings.language.as_str();
    let is_further = corpus.rendering.is_some();
    if told.asked.format == Format::Human && is_further {
        told.asked.conclude(&format!("\nin {language}:"));
    }
    for country in compared(corpus) {
        let own: Vec<&SectionCoverage> = sections.iter().filter(|section| section.country == country.id).collect();
        if told.asked.format == Format::Human {
            let whole = total(own.iter().copied());
            told.asked.conclude(&format!("{} ({}): {}", country.name.as_str(), country.id, words(&whole, is_further)));
        }
        for section in own {
            let title = corpus.sections.get(section.section.as_str()).map_or("", |section| section.title.as_str());
            told.asked.row(&object(section, language), || match told.asked.format {
                Format::Human => format!("  {title}: {}", words(&section.counts, is_further)),
                _ => format!("{language} {} {}: {}", country.id, section.section, words(&section.counts, is_further)),
            });
        }
    }
}

fn object(section: &SectionCoverage, language: &str) -> serde_json::Value {
    let counts = &section.counts;
    json!({
        "schema": 1,
        "language": language,
        "country": section.country.as_str(),
        "section": section.section.as_str(),
        "questions": counts.questions,
        "answered": counts.answered,
        "silent": counts.silent,
        "not_researched": counts.not_researched,
        "not_applicable": counts.not_applicable,
        "without_quotation": counts.without_quotation,
        "machine_translated": counts.machine_translated,
        "untranslated": counts.untranslated,
    })
}

/// The counts that are not zero, in words.
fn words(counts: &Counts, is_further: bool) -> String {
    let mut parts = vec![format!("{} of {} answered", counts.answered, counts.asked())];
    let more = [
        (counts.silent, "silent"),
        (counts.not_researched, "not researched"),
        (counts.without_quotation, "without a quotation"),
        (counts.machine_translated, "machine-translated"),
        (if is_further { counts.untranslated } else { 0 }, "not translated"),
    ];
    parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    parts.join(", ")
}
