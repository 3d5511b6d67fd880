//! Citations and links in prose, written as other programs write them, or half.

use super::desk::{Edit, Line, Make};

const GROUP: &str = "citations";

fn national(path: &str) -> bool {
    path.starts_with("content/countries/") || path.starts_with("content/topics/")
}

/// The first citation of one source in a line of prose: whole, source, place.
fn citation<'d>(line: &Line<'d>) -> Option<(&'d str, &'d str, &'d str)> {
    if !line.is_prose() && line.quoted("note").is_none() && line.quoted("text").is_none() {
        return None;
    }
    let start = line.text.find("[@")?;
    let end = start + line.text[start..].find(']')? + 1;
    let whole = &line.text[start..end];
    let (source, place) = whole[2..whole.len() - 1].split_once(", ")?;
    (!place.contains(';')).then_some((whole, source, place))
}

/// The first link to a record with words of its own: whole, id, words.
fn link<'d>(line: &Line<'d>) -> Option<(&'d str, &'d str, &'d str)> {
    if !line.is_prose() {
        return None;
    }
    let start = line.text.find("[[")?;
    let end = start + line.text[start..].find("]]")? + 2;
    let whole = &line.text[start..end];
    let (id, words) = whole[2..whole.len() - 2].split_once('|')?;
    (!id.contains('#') && !id.contains(':')).then_some((whole, id, words))
}

fn cited(line: &Line<'_>, new: impl Fn(&str, &str) -> String) -> Option<Edit> {
    let (whole, source, place) = citation(line)?;
    let wrong = new(source, place);
    Some(
        Edit::line(line, line.text.replacen(whole, &wrong, 1))
            .help([format!("[@{source}, "), "[@source, place]".to_owned()]),
    )
}

fn linked(line: &Line<'_>, new: impl Fn(&str, &str) -> String) -> Option<Edit> {
    let (whole, id, words) = link(line)?;
    Some(Edit::line(line, line.text.replacen(whole, &new(id, words), 1)).help([
        format!("[[{id}"),
        "[[id|words]]".to_owned(),
        "[[id]]".to_owned(),
    ]))
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "without a place", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, _| format!("[@{source}]")))
    }),
    (GROUP, "a comma and no place", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, _| format!("[@{source}, ]")))
    }),
    (GROUP, "no comma", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("[@{source} {place}]")))
    }),
    (GROUP, "a colon for the comma", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("[@{source}: {place}]")))
    }),
    (GROUP, "round brackets", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("(@{source}, {place})")))
    }),
    (GROUP, "no brackets", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("@{source}, {place}")))
    }),
    (GROUP, "no @", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("[{source}, {place}]")))
    }),
    (GROUP, "two brackets", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("[[@{source}, {place}]]")))
    }),
    (GROUP, "the bracket not closed", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("[@{source}, {place}")))
    }),
    (GROUP, "two sources with a comma between", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            cited(line, |source, place| format!("[@{source}, {place}, @tip-2004-uz, the page as cited]"))
        })
    }),
    (GROUP, "two sources with a semicolon and one @", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            cited(line, |source, place| format!("[@{source}, {place}; tip-2004-uz, the page as cited]"))
        })
    }),
    (GROUP, "two sources with \"and\" between", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            cited(line, |source, place| format!("[@{source}, {place} and @tip-2004-uz, the page as cited]"))
        })
    }),
    (GROUP, "as the footnote of another program", |desk, numbers| {
        desk.at_line(numbers, national, |line| cited(line, |source, place| format!("\\cite[{place}]{{{source}}}")))
    }),
    (GROUP, "one bracket around a link", |desk, numbers| {
        desk.at_line(numbers, national, |line| linked(line, |id, words| format!("[{id}|{words}]")))
    }),
    (GROUP, "one bracket around a link without words", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            linked(line, |id, _| format!("[{id}]")).filter(|_| link(line).is_some_and(|(_, id, _)| id.contains('/')))
        })
    }),
    (GROUP, "a link as Markdown writes it", |desk, numbers| {
        desk.at_line(numbers, national, |line| linked(line, |id, words| format!("[{words}]({id})")))
    }),
    (GROUP, "a link the wrong way round", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let words = link(line)?.2;
            linked(line, |id, words| format!("[[{words}|{id}]]"))
                .filter(|_| words.contains(' ') || words.contains(char::is_uppercase))
        })
    }),
    (GROUP, "a link with one bracket at the end", |desk, numbers| {
        desk.at_line(numbers, national, |line| linked(line, |id, words| format!("[[{id}|{words}]")))
    }),
    (GROUP, "round brackets around a link", |desk, numbers| {
        desk.at_line(numbers, national, |line| linked(line, |id, words| format!("(({id}|{words}))")))
    }),
];
