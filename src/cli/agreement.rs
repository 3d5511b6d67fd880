//! `collatio agreement`: how far coders agree who read the same source for the same cell, and where they do not.

use std::process::ExitCode;

use clap::Args;
use collatio::disk::SystemError;
use collatio::law::agreement::{self, Unit};
use serde_json::json;

use super::survey::Asked;
use crate::console::{Format, counted};

/// What `collatio agreement` is told.
#[derive(Debug, Args)]
pub struct Agreement {
    #[command(flatten)]
    asked: Asked,
}

/// Prints the agreement by section and question, then each cell in which coders differ. Exit code 1: a difference is
/// undecided.
pub fn run(told: &Agreement) -> Result<ExitCode, SystemError> {
    let (survey, _) = told.asked.survey()?;
    let Some(corpus) = survey.corpora.first() else { return Ok(ExitCode::SUCCESS) };
    let units = agreement::units(corpus);
    for section in corpus.sections.iter() {
        let of_section: Vec<&Unit<'_>> = units.iter().filter(|unit| *unit.section == section.id).collect();
        print(told, "section", section.id.as_str(), "", &of_section);
        for question in corpus.questions.iter().filter(|question| question.section == section.id) {
            let own: Vec<&Unit<'_>> = of_section.iter().copied().filter(|unit| *unit.question == question.id).collect();
            print(told, "question", question.id.as_str(), "  ", &own);
        }
    }
    let disputed: Vec<&Unit<'_>> = units.iter().filter(|unit| unit.is_disputed()).collect();
    for unit in &disputed {
        let codings = unit.codings.iter().map(|finding| {
            let file = survey.files.get(finding.head.at.file);
            let line = file.place(finding.head.at.start).line;
            (finding.coder(), agreement::word(finding), format!("{}:{line}", file.path))
        });
        let codings: Vec<(&str, String, String)> = codings.collect();
        let decided = unit.decided();
        let object = json!({
            "schema": 1,
            "differ": {
                "question": unit.question.as_str(),
                "country": unit.country.as_str(),
                "source": unit.source.as_str(),
                "codings": codings.iter().map(|(coder, word, place)| json!({ "coder": coder, "answer": word, "place": place })).collect::<Vec<_>>(),
                "decided": decided.as_ref().map(|(word, reason)| json!({ "answer": word, "reason": reason })),
            },
        });
        told.asked.row(&object, || {
            let words = codings.iter().map(|(coder, word, place)| format!("{coder} says `{word}` ({place})"));
            let words = words.collect::<Vec<_>>().join(", ");
            let decided = match &decided {
                Some((word, reason)) => format!("; decided: `{word}`, {reason}"),
                None => "; not decided".to_owned(),
            };
            format!("{}, {} [{}]: {words}{decided}", unit.question, unit.country, unit.source)
        });
    }
    let open = disputed.iter().filter(|unit| unit.decided().is_none()).count();
    let whole = match agreement::of(&units) {
        None => "no cell was coded by two coders from one source".to_owned(),
        Some(found) => format!(
            "{} coded twice: {}; {} differ, {open} not decided",
            counted(found.units as u64, "cell"),
            measured(&found),
            disputed.len()
        ),
    };
    told.asked.conclude(&whole);
    Ok(ExitCode::from(u8::from(open > 0)))
}

fn print(told: &Agreement, what: &str, id: &str, indent: &str, units: &[&Unit<'_>]) {
    let Some(found) = agreement::of(units.iter().copied()) else { return };
    let object =
        json!({ "schema": 1, what: id, "units": found.units, "agreement": found.observed, "alpha": found.alpha });
    told.asked.row(&object, || match told.asked.format {
        Format::Human => format!("{indent}{id}: {} coded twice, {}", found.units, measured(&found)),
        _ => format!("{what} {id}: {} coded twice, {}", found.units, measured(&found)),
    });
}

fn measured(found: &agreement::Agreement) -> String {
    let alpha = found.alpha.map_or("alpha cannot be told".to_owned(), |alpha| format!("alpha {alpha:.2}"));
    format!("{:.0} % agree, {alpha}", found.observed * 100.0)
}
