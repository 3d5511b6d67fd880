//! Texts that are not finished.

use super::desk::{Desk, Edit, Make, Mistake, Numbers};

const GROUP: &str = "unfinished";

fn content(path: &str) -> bool {
    path.starts_with("content/") && !path.starts_with("content/modules")
}

const HELP: [&str; 4] = ["finish the text", "finish it", "fill it in", "leave out the field"];

/// A word in the place of a field's value.
fn instead(desk: &Desk, numbers: &mut Numbers, word: &str) -> Option<Mistake> {
    desk.at_line(numbers, content, |line| {
        let (name, _) = line.words().filter(|(name, _)| {
            matches!(
                *name,
                "place"
                    | "note"
                    | "title"
                    | "heading"
                    | "penalty"
                    | "number"
                    | "publisher"
                    | "author"
                    | "text"
                    | "conduct"
            )
        })?;
        Some(Edit::line(line, format!("{name} = \"{word}\"")).help(HELP))
    })
}

/// A word within the prose.
fn within(desk: &Desk, numbers: &mut Numbers, word: &str) -> Option<Mistake> {
    desk.at_line(numbers, content, |line| {
        let at = line.text.find(", ").filter(|_| line.is_prose())?;
        Some(Edit::line(line, format!("{} {word}{}", &line.text[..at], &line.text[at..])).help(HELP))
    })
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "tbc, tbd, TODO in a field", |desk, numbers| {
        let word = ["tbc", "TBC", "tbd", "t.b.c.", "todo", "TODO"][numbers.below(6)];
        instead(desk, numbers, word)
    }),
    (GROUP, "tbc, tbd, TODO in prose", |desk, numbers| {
        let word = ["tbc", "(TBC)", "tbd", "(to be confirmed)", "TODO check"][numbers.below(5)];
        within(desk, numbers, word)
    }),
    (GROUP, "question marks in a field", |desk, numbers| {
        let word = ["???", "??", "p. ??", "?"][numbers.below(4)];
        instead(desk, numbers, word)
    }),
    (GROUP, "question marks in prose", |desk, numbers| {
        let word = ["???", "(??)", "(check!!)", "[?]"][numbers.below(4)];
        within(desk, numbers, word)
    }),
    (GROUP, "[insert …] in a field", |desk, numbers| {
        let word = ["[insert date]", "[number]", "<insert>", "[date]", "{page}"][numbers.below(5)];
        instead(desk, numbers, word)
    }),
    (GROUP, "[insert …] in prose", |desk, numbers| {
        let word = ["[insert date]", "[add source]", "[citation needed]", "[source?]", "[date]"][numbers.below(5)];
        within(desk, numbers, word)
    }),
    (GROUP, "dots for a value", |desk, numbers| {
        let word = ["…", "...", "-", "—", "__"][numbers.below(5)];
        instead(desk, numbers, word)
    }),
    (GROUP, "n/a, unknown, none for a value", |desk, numbers| {
        let word = ["n/a", "N/A", "unknown", "none", "see above"][numbers.below(5)];
        instead(desk, numbers, word)
    }),
    (GROUP, "letters for figures", |desk, numbers| {
        let word = ["p. XX", "art. NNN", "L xx-yy", "no. 1XX"][numbers.below(4)];
        instead(desk, numbers, word)
    }),
    (GROUP, "a day with letters for figures in prose", |desk, numbers| {
        let word = ["on XX.XX.2015", "on xx.05.2015", "on 2015-XX-XX"][numbers.below(3)];
        within(desk, numbers, word)
    }),
    (GROUP, "filler text", |desk, numbers| {
        let word = ["Lorem ipsum", "blah blah", "asdf", "text here", "xxx"][numbers.below(5)];
        instead(desk, numbers, word)
    }),
    (GROUP, "a sentence that breaks off", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            if !line.is_prose() || line.text.starts_with('-') || line.text.contains('[') && line.text.find('[')? < 60 {
                return None;
            }
            let at = line.text.get(30..)?.find(" the ").map(|at| at + 34)?;
            let cut = &line.text[..at];
            (cut.matches(['[', '*', '“']).count() == 0).then(|| Edit::line(line, cut).help(HELP))
        })
    }),
    (GROUP, "a sentence of a field that breaks off", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, text)| {
                matches!(*name, "note" | "text" | "summary" | "plain" | "says" | "reason") && text.ends_with('.')
            })?;
            let at = text.get(30..)?.find(" the ").map(|at| at + 34)?;
            let cut = &text[..at];
            (cut.matches(['[', '*', '“']).count() == 0)
                .then(|| Edit::line(line, format!("{name} = \"{cut}\"")).help(HELP))
        })
    }),
    (GROUP, "a bracket or quotation mark that is not closed", |desk, numbers| {
        let mark = [" (", " “"][numbers.below(2)];
        desk.at_line(numbers, content, |line| {
            (line.is_prose() && !line.text.contains(mark.trim()) && !line.text.starts_with('-')).then(|| {
                let at = line.text.find(' ').unwrap_or(0);
                Edit::line(line, format!("{}{mark}{}", &line.text[..at], &line.text[at + 1..])).help([
                    "close",
                    "write `)`",
                    "write `”`",
                ])
            })
        })
    }),
];
