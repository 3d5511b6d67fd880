//! What an answer rests on.

use super::desk::{Edit, Make};

const GROUP: &str = "basis";

fn law(path: &str) -> bool {
    path.contains("/findings/criminalisation") && !path.contains("central-asia")
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "a provision is asked for, and a source alone given", |desk, numbers| {
        desk.at_line(numbers, law, |line| {
            let (_, value) =
                line.field().filter(|(name, value)| *name == "rests_on" && value.matches('/').count() >= 2)?;
            let _ = value;
            Some(
                Edit::line(line, "rests_on = [\"source\"]")
                    .right(line.number.saturating_sub(4)..=line.number + 8)
                    .help(["basis_note", "names the provision", "provision"]),
            )
        })
    }),
    (GROUP, "what it rests on left out", |desk, numbers| {
        desk.at_line(numbers, law, |line| {
            line.field().filter(|(name, _)| *name == "rests_on")?;
            let start = line.lines[..line.number].iter().rposition(|l| l.starts_with("[["))?;
            Some(Edit::lines(line, line.number, 1, "").right(start..=line.number).help(["rests_on"]))
        })
    }),
    (GROUP, "an empty list", |desk, numbers| {
        desk.at_line(numbers, law, |line| {
            line.field().filter(|(name, _)| *name == "rests_on")?;
            Some(Edit::line(line, "rests_on = []").help(["fill it in"]))
        })
    }),
    (GROUP, "the law of another country", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| law(path) && !path.contains("/kz/"),
            |line| {
                line.field().filter(|(name, value)| *name == "rests_on" && value.contains('/'))?;
                Some(Edit::line(line, "rests_on = [\"kz/penal-code-1997/128\"]").help([
                    "law of",
                    "of the country",
                    "own law",
                ]))
            },
        )
    }),
    (GROUP, "a topic or a question", |desk, numbers| {
        let wrong = ["definition", "main-article", "kz", "page:about"][numbers.below(4)];
        desk.at_line(numbers, law, |line| {
            line.field().filter(|(name, _)| *name == "rests_on")?;
            Some(Edit::line(line, format!("rests_on = [\"{wrong}\"]")).help(["rests on", "an article, a law"]))
        })
    }),
    (GROUP, "a source where a provision belongs", |desk, numbers| {
        desk.at_line(numbers, law, |line| {
            line.field().filter(|(name, _)| *name == "rests_on")?;
            Some(Edit::line(line, "rests_on = [\"iom-2005\"]").help(["\"source\"", "`source`"]))
        })
    }),
    (GROUP, "words where an id belongs", |desk, numbers| {
        desk.at_line(numbers, law, |line| {
            line.field().filter(|(name, _)| *name == "rests_on")?;
            Some(
                Edit::line(line, "rests_on = [\"Article 128 of the Penal Code\"]")
                    .help(["an id", "xr/", "kz/", "such as"]),
            )
        })
    }),
    (GROUP, "partial without what is met and what is not", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                line.quoted("answer").filter(|answer| matches!(*answer, "yes" | "no"))?;
                let start = line.lines[..line.number].iter().rposition(|l| l.starts_with("[["))?;
                Some(Edit::line(line, "answer = \"partial\"").right(start..=line.number).help([
                    "limit",
                    "unmet",
                    "did you mean",
                ]))
            },
        )
    }),
    (GROUP, "pending without its stage", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                line.quoted("answer").filter(|answer| matches!(*answer, "yes" | "no"))?;
                let start = line.lines[..line.number].iter().rposition(|l| l.starts_with("[["))?;
                Some(Edit::line(line, "answer = \"pending\"").right(start..=line.number).help(["stage"]))
            },
        )
    }),
    (GROUP, "an answer that its question does not list", |desk, numbers| {
        let wrong = ["maybe", "probably", "true", "likely", "not sure"][numbers.below(5)];
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                line.quoted("answer").filter(|answer| matches!(*answer, "yes" | "no"))?;
                Some(Edit::line(line, format!("answer = \"{wrong}\"")).help(["it is one of", "`unclear`"]))
            },
        )
    }),
];
