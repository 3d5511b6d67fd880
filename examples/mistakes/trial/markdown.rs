//! Tables, lists and headings that break, or that Markdown programs join with what stands beside them.

use super::desk::{Desk, Edit, Line, Make, Mistake, Numbers};

const GROUP: &str = "Markdown";

/// Where prose begins: an ordinary paragraph of a record's page, with an empty line on each side.
fn paragraph(
    desk: &Desk,
    numbers: &mut Numbers,
    new: impl Fn(&str) -> String,
    right: std::ops::RangeInclusive<usize>,
    help: &[&str],
) -> Option<Mistake> {
    desk.at_line(
        numbers,
        |p| p.starts_with("content/countries/") || p.starts_with("content/topics/"),
        |line| {
            let alone = line.before().is_empty() && line.after().is_empty();
            (line.is_prose() && alone && !line.text.starts_with(['-', '*'])).then(|| {
                let at = line.number;
                Edit::line(line, new(line.text)).right(at + right.start()..=at + right.end()).help(help.iter().copied())
            })
        },
    )
}

fn heading(line: &Line<'_>) -> bool {
    !line.in_fields && line.text.starts_with("## ") && line.text.contains(" {#")
}

fn countries(path: &str) -> bool {
    path.starts_with("content/countries/") && path.ends_with("index.md")
}

const TABLE: &str = "| Year | Cases | Victims |\n| --- | --- | --- |\n| 2003 | 12 | 30 |\n| 2004 | 15 | 41 |";

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "a table without its line of dashes", |desk, numbers| {
        let table = TABLE.replace("| --- | --- | --- |\n", "");
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 2..=5, &["|---|", "| --- |"])
    }),
    (GROUP, "a table with too few dashes", |desk, numbers| {
        let table = TABLE.replace("| --- | --- | --- |", "| --- | --- |");
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 2..=5, &["|---|"])
    }),
    (GROUP, "a row with a cell too many", |desk, numbers| {
        let table = TABLE.replace("| 12 | 30 |", "| 12 | 30 | 5 |");
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 4..=4, &["add a column"])
    }),
    (GROUP, "words right behind a table", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("{TABLE}\n{text}"), 4..=4, &["empty line"])
    }),
    (GROUP, "an empty line within a table", |desk, numbers| {
        let table = TABLE.replace("| 2004", "\n| 2004");
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 4..=6, &["empty line"])
    }),
    (GROUP, "a table of tabs or semicolons", |desk, numbers| {
        let table = ["Year\tCases\tVictims\n2003\t12\t30\n2004\t15\t41", "Year;Cases;Victims\n2003;12;30\n2004;15;41"]
            [numbers.below(2)];
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 2..=4, &["|---|", "| --- |"])
    }),
    (GROUP, "a table of spaces", |desk, numbers| {
        let table = "Year   Cases   Victims\n2003   12      30\n2004   15      41";
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 2..=4, &["|---|", "| --- |"])
    }),
    (GROUP, "a row without bars", |desk, numbers| {
        let table = TABLE.replace("| 2004 | 15 | 41 |", "2004 15 41");
        paragraph(desk, numbers, |text| format!("{text}\n\n{table}"), 5..=5, &["between bars"])
    }),
    (GROUP, "bullets within a line", |desk, numbers| {
        let list = "These acts: • recruiting • carrying • selling";
        paragraph(desk, numbers, |text| format!("{text}\n\n{list}"), 2..=2, &["on a line of its own"])
    }),
    (GROUP, "a list without spaces behind its dashes", |desk, numbers| {
        paragraph(
            desk,
            numbers,
            |text| format!("{text}\n\n-recruiting\n-carrying\n-selling"),
            2..=4,
            &["space behind", "`- "],
        )
    }),
    (GROUP, "a numbered list without spaces", |desk, numbers| {
        paragraph(
            desk,
            numbers,
            |text| format!("{text}\n\n1.recruiting\n2.carrying\n3.selling"),
            2..=4,
            &["space behind", "`1. "],
        )
    }),
    (GROUP, "a numbered list in Roman figures", |desk, numbers| {
        let list = "i. recruiting\nii. carrying\niii. selling";
        paragraph(desk, numbers, |text| format!("{text}\n\n{list}"), 2..=4, &["`1. ", "`1) ", "an item of a list"])
    }),
    (GROUP, "a numbered list right behind words", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("{text}\n2. carrying\n3. selling"), 0..=2, &["empty line"])
    }),
    (GROUP, "words right behind a list", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("- recruiting\n- carrying\n{text}"), 2..=2, &["empty line"])
    }),
    (GROUP, "a list within words", |desk, numbers| {
        paragraph(
            desk,
            numbers,
            |text| format!("{text}\n\nThree acts: - recruiting - carrying - selling."),
            2..=2,
            &["line of its own", "lines of their own"],
        )
    }),
    (GROUP, "an item further in than its list", |desk, numbers| {
        paragraph(
            desk,
            numbers,
            |text| format!("{text}\n\n- recruiting\n - carrying\n   - selling"),
            2..=4,
            &["spaces"],
        )
    }),
    (GROUP, "a heading without a space", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            heading(line).then(|| Edit::line(line, line.text.replacen("## ", "##", 1)).help(["space behind"]))
        })
    }),
    (GROUP, "a heading of the first level", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            heading(line).then(|| Edit::line(line, line.text.replacen("## ", "# ", 1)).help(["##"]))
        })
    }),
    (GROUP, "a heading of strong words", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let words = line.text.trim_start_matches("## ").split(" {#").next()?;
            heading(line).then(|| Edit::line(line, format!("**{words}**")).help(["`## "]))
        })
    }),
    (GROUP, "a heading that skips a level", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            heading(line).then(|| Edit::line(line, line.text.replacen("## ", "#### ", 1)).help(["##"]))
        })
    }),
    (GROUP, "a heading with marks at its end", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let words = line.text.split(" {#").next()?;
            heading(line).then(|| Edit::line(line, format!("{words} ##")).help(["delete it"]))
        })
    }),
    (GROUP, "a heading underlined", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let words = line.text.trim_start_matches("## ").split(" {#").next()?;
            heading(line).then(|| Edit::line(line, format!("{words}\n---------")).help(["`## "]))
        })
    }),
    (GROUP, "two headings with one anchor", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let first = line.lines[..line.number].iter().rev().find(|l| l.starts_with("## ") && l.contains(" {#"))?;
            let anchor = &first[first.find(" {#")?..];
            let words = line.text.split(" {#").next()?;
            heading(line).then(|| {
                Edit::line(line, format!("{words}{anchor}")).help(["name of its own", "another name", "rename"])
            })
        })
    }),
    (GROUP, "a heading without a part below it", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            heading(line)
                .then(|| Edit::line(line, format!("## Sources of law\n\n{}", line.text)).help(["write", "delete"]))
        })
    }),
    (GROUP, "strong words that nothing ends", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("**Note: {text}"), 0..=0, &["`**`", "backslash before"])
    }),
    (GROUP, "stress that nothing ends", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("*Note: {text}"), 0..=0, &["`*`", "backslash before"])
    }),
    (GROUP, "a space within strong words", |desk, numbers| {
        paragraph(desk, numbers, |text| format!("** Note: ** {text}"), 0..=0, &["touches", "`**`", "backslash"])
    }),
    (GROUP, "a quotation without its mark on a line", |desk, numbers| {
        paragraph(
            desk,
            numbers,
            |text| format!("{text}\n\n> Whoever recruits a person\nfor exploitation is punished."),
            3..=3,
            &["`>`"],
        )
    }),
    (GROUP, "tags of HTML", |desk, numbers| {
        let tag = ["<b>Note</b> ", "<br>", "<u>Note</u> ", "<p>"][numbers.below(4)];
        paragraph(
            desk,
            numbers,
            |text| format!("{tag}{text}"),
            0..=0,
            &["Markdown", "**", "empty line", "delete", "without"],
        )
    }),
];
