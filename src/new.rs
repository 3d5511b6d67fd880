//! `collatio new`: a form to fill in for each kind of record, and what one country needs.
//!
//! What comes in is a kind, an id and what the site has already; what goes out are paths and texts. Required fields are
//! written with a token that the checker refuses, all others are commented out. The fields come from the forms of the
//! library.

pub mod form;
pub mod known;

use collatio::content::form::FileKind;
use collatio::content::{COMMON, FILE_COMMON, kind};
use collatio::text::{is_slug, nearest};

use form::{Extent, Form, Ink};
use known::Known;

/// Why no form can be made, and what helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reason.
    pub why: String,
    /// How to correct it, if known.
    pub help: Option<String>,
}

/// The files that `collatio new KIND PATH` creates, as path from the root of the site and text.
pub fn files(kind: &str, path: &str, known: &Known) -> Result<Vec<(String, String)>, Refusal> {
    let Some(kind) = kind::KINDS.iter().find(|k| k.name == kind) else {
        return Err(unknown(kind));
    };
    let names = names(kind, path)?;
    if kind.name == kind::COUNTRY.name {
        return Ok(country(names[0], known));
    }
    Ok(vec![(place(kind, &names), text(kind, &names, known, Extent::Whole))])
}

fn unknown(kind: &str) -> Refusal {
    let all: Vec<&str> = kind::KINDS.iter().map(|k| k.name).collect();
    let near = nearest(kind, all.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    let help = near.unwrap_or_else(|| format!("the kinds are {}", all.join(", ")));
    Refusal { why: "there is no such kind".to_owned(), help: Some(help) }
}

/// The names in the `{…}` of the kind's pattern: taken from an id, or from a path below `content/`.
fn names<'a>(kind: &FileKind, path: &'a str) -> Result<Vec<&'a str>, Refusal> {
    let gaps: Vec<&str> = kind.path.split('/').filter(|part| part.starts_with('{')).collect();
    let wanted: Vec<&str> = gaps.iter().map(|gap| gap.trim_end_matches(".md").trim_matches(['{', '}'])).collect();
    let names: Vec<&str> = match path.trim_start_matches("./").strip_prefix("content/") {
        Some(file) => matching(kind.path, file).unwrap_or_default(),
        None if gaps.is_empty() => Vec::new(),
        None => path.trim_end_matches('/').trim_end_matches(".md").split('/').collect(),
    };
    if names.len() == gaps.len() && names.iter().all(|name| is_slug(name)) {
        return Ok(names);
    }
    Err(Refusal {
        why: format!("`{path}` does not say where it belongs: content/{}", kind.path),
        help: Some(format!(
            "write `collatio new {} {}`; names have lower-case ASCII letters and digits, with single `-` between them",
            kind.name,
            wanted.join("/").to_uppercase()
        )),
    })
}

/// The parts of the path `file` in the `{…}` of `pattern`; `None` if it does not match.
fn matching<'a>(pattern: &str, file: &'a str) -> Option<Vec<&'a str>> {
    let (pattern, file): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), file.split('/').collect());
    if pattern.len() != file.len() {
        return None;
    }
    let mut names = Vec::new();
    for (expected, found) in pattern.into_iter().zip(file) {
        match expected.strip_prefix('{') {
            Some(gap) => names.push(if gap.ends_with(".md") { found.strip_suffix(".md")? } else { found }),
            None if expected != found => return None,
            None => {}
        }
    }
    Some(names)
}

fn place(kind: &FileKind, names: &[&str]) -> String {
    let mut names = names.iter();
    let fill = |part: &str| match part.starts_with('{') {
        true => {
            let name = names.next().copied().unwrap_or("name");
            if part.ends_with(".md") { format!("{name}.md") } else { name.to_owned() }
        }
        false => part.to_owned(),
    };
    let parts: Vec<String> = kind.path.split('/').map(fill).collect();
    format!("content/{}", parts.join("/"))
}

/// What one country needs: its profile, its treaty actions if the site has instruments, and a file of findings for each
/// section of the codebook. Only its name must be given; the findings are commented out. Forms for the other files that
/// a country can have (offences, statistics, gaps, observations) are made one by one.
fn country(id: &str, known: &Known) -> Vec<(String, String)> {
    let profile = Extent::Brief(&["official_name", "iso", "capital", "languages"]);
    let mut files = vec![(place(&kind::COUNTRY, &[id]), text(&kind::COUNTRY, &[id], known, profile))];
    if known.has_instruments {
        let acts = Extent::Brief(&["action", "absence", "deposited", "observed"]);
        files.push((place(&kind::TREATIES, &[id]), text(&kind::TREATIES, &[id], known, acts)));
    }
    let mut sections: Vec<&str> = known.questions.iter().map(|q| q.section.as_str()).collect();
    sections.dedup();
    for section in sections {
        let names = [id, section];
        files.push((place(&kind::FINDINGS, &names), text(&kind::FINDINGS, &names, known, Extent::Brief(&[]))));
    }
    files
}

/// The text of one form.
fn text(kind: &FileKind, names: &[&str], known: &Known, extent: Extent) -> String {
    let article = (kind.name == kind::PROVISION.name).then(|| names.last().and_then(|name| article(name))).flatten();
    let given = article.map(|article| ("article", format!("\"{article}\""))).into_iter().collect();
    filled(kind, names, known, extent, given)
}

/// The text of one form, with these values of its fields in TOML.
pub fn filled(
    kind: &FileKind,
    names: &[&str],
    known: &Known,
    extent: Extent,
    given: Vec<(&'static str, String)>,
) -> String {
    let mut form = Form::new(extent, given);
    form.remark(kind.meaning);
    if let Some(body) = kind.body {
        form.remark(&format!("Below the second `+++`: {body}"));
    }
    if extent != Extent::Whole {
        form.remark("This form is short; the reference of the fields lists all that such a file can have.");
    }
    let common = if kind.body.is_some() { COMMON } else { FILE_COMMON };
    form.plain(kind.fields, Ink::Written);
    form.plain(common, Ink::Written);
    form.tables(kind.fields, "", Ink::Written);
    if kind.name == kind::CONFLICT.name {
        form.again(kind.fields, "side", "The other side.");
    }
    if kind.name == kind::FINDINGS.name {
        if extent != Extent::Whole {
            form.defaults();
        }
        let section = names.last().copied().unwrap_or_default();
        for asked in known.questions.iter().filter(|asked| asked.section == section) {
            form.finding(asked, Ink::Faint, &[]);
        }
    }
    form.tables(common, "", Ink::Written);
    format!("+++\n{}\n+++\n", form.out.trim_end())
}

/// The number of the article of the file with this name: `128¹` for `128-sup1`.
fn article(name: &str) -> Option<String> {
    let (number, raised) = name.split_once("-sup").unwrap_or((name, ""));
    let raise = |c: char| c.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize)).unwrap_or(c);
    let has_number = number.contains(|c: char| c.is_ascii_digit());
    has_number.then(|| number.chars().chain(raised.chars().map(raise)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::known::Asked;
    use collatio::text::is_token;

    fn asked(section: &str, id: &str) -> Asked {
        let (wording, kind) = ("Is it so?".to_owned(), "yes-no".to_owned());
        Asked { section: section.to_owned(), id: id.to_owned(), wording, kind, answers: Vec::new() }
    }

    fn known(questions: Vec<Asked>) -> Known {
        Known { questions, has_instruments: true }
    }

    fn none() -> Known {
        Known::default()
    }

    fn front_matter(text: &str) -> toml::Table {
        let inner = text.strip_prefix("+++\n").and_then(|t| t.strip_suffix("\n+++\n")).expect("it is front matter");
        toml::from_str(inner).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    #[test]
    fn every_form_is_toml_and_stays_so_when_all_of_it_is_written_out() {
        for kind in kind::KINDS {
            let path = ["xa", "b", "c"][..kind.path.matches('{').count()].join("/");
            for (path, text) in files(kind.name, &path, &known(vec![asked("b", "q")])).expect("the path fits") {
                assert!(path.starts_with("content/") && path.ends_with(".md"), "{path}");
                front_matter(&text);
                let is_value = |line: &str| line.starts_with('#') && !line.starts_with("# ");
                let bold: Vec<&str> = text.lines().map(|l| if is_value(l) { &l[1..] } else { l }).collect();
                front_matter(&format!("{}\n", bold.join("\n")));
            }
        }
    }

    #[test]
    fn required_fields_are_written_and_others_stand_behind_a_hash() {
        let form = files("source", "my-report", &none()).expect("the path fits").remove(0);
        assert_eq!(form.0, "content/sources/my-report.md");
        let table = front_matter(&form.1);
        assert!(table.contains_key("citation") && !table.contains_key("author"));
        assert!(form.1.contains("\n#author = "), "{}", form.1);
    }

    #[test]
    fn a_country_is_what_one_needs_with_every_question_of_every_section() {
        let site = known(vec![asked("a", "one"), asked("a", "two"), asked("b", "three")]);
        let made = files("country", "xa", &site).expect("the path fits");
        let paths: Vec<&str> = made.iter().map(|(path, _)| path.trim_start_matches("content/countries/xa/")).collect();
        assert_eq!(paths, ["index.md", "treaties.md", "findings/a.md", "findings/b.md"]);
        assert!(made[2].1.contains("#question = \"two\"") && !made[2].1.contains("three"), "{}", made[2].1);
        let lines: usize = made.iter().map(|(_, text)| text.lines().count()).sum();
        assert!(lines < 110, "{lines} lines");
        let without = Known { has_instruments: false, ..site };
        let made = files("country", "xa", &without).expect("the path fits");
        assert!(made.iter().all(|(path, _)| !path.ends_with("treaties.md")));
    }

    #[test]
    fn the_answers_that_a_form_names_are_those_of_its_question() {
        let allowed = |kind: &str, answers: &[&str]| {
            let answers = answers.iter().map(|&word| word.to_owned()).collect();
            Asked { kind: kind.to_owned(), answers, ..asked("a", "q") }.allowed()
        };
        assert!(allowed("yes-no", &[]).starts_with("yes, no, "));
        assert_eq!(allowed("choice", &["court", "police"]), "court, police");
        assert!(allowed("date", &[]).starts_with("a date"));
        assert!(allowed("several", &["a", "b"]).contains("a, b"));
    }

    #[test]
    fn a_form_for_an_article_bears_its_number_and_one_for_a_conflict_has_two_sides() {
        let article = |path| front_matter(&files("provision", path, &none()).expect("the path fits").remove(0).1);
        assert_eq!(article("xa/code/128-sup1")["article"].as_str(), Some("128¹"));
        assert_eq!(article("xa/code/130-1")["article"].as_str(), Some("130-1"));
        assert_eq!(article("xa/code/preamble")["article"].as_str().map(is_token), Some(true));
        let conflict = front_matter(&files("conflict", "k-1", &none()).expect("the path fits").remove(0).1);
        assert_eq!(conflict["side"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn a_record_is_named_by_its_id_or_by_its_file() {
        let by_id = files("provision", "xa/code/128-sup1", &none()).expect("the id fits");
        let by_file = files("provision", "content/countries/xa/laws/code/128-sup1.md", &none()).expect("the file fits");
        assert_eq!(by_id, by_file);
        assert_eq!(by_file[0].0, "content/countries/xa/laws/code/128-sup1.md");
    }

    #[test]
    fn a_kind_or_a_name_that_cannot_be_is_refused() {
        let refused = |kind, path| files(kind, path, &none()).expect_err("it is refused");
        assert_eq!(refused("contry", "xa").help.as_deref(), Some("did you mean `country`?"));
        for path in ["", "XA", "xa/b", "../x", "content/countries/xa/treaties.md", "\u{445}a"] {
            assert!(refused("country", path).why.contains("content/countries/{country}/index.md"), "{path}");
        }
    }
}
