//! `collatio new`: a form to fill in for each kind of record, and a whole folder for a country.
//!
//! What comes in is a kind, an id and the questions of the site; what goes out are paths and texts. Required fields are
//! written with an example, all others are commented out. The fields come from the forms of the library.

use std::fmt::Write as _;
use std::path::Path;

use collatio::content::form::{Field, FieldType, FileKind};
use collatio::content::{COMMON, kind};
use collatio::text::{is_slug, nearest};

/// Why no form can be made, and what helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reason.
    pub why: String,
    /// How to correct it, if known.
    pub help: Option<String>,
}

/// A question of the site: its section, its id, and its text as it stands in its file.
#[derive(Debug)]
pub struct Asked {
    section: String,
    id: String,
    wording: String,
}

/// The questions of the site at `root` that authors answer, without computed ones; none if the site cannot be read,
/// because a form can be made before a site is complete.
pub fn questions(root: &Path) -> Vec<Asked> {
    let files = collatio::disk::read(root).map(|input| input.files).unwrap_or_default();
    let asked = |file: &collatio::text::File| {
        let (section, id) = file.path.strip_prefix("content/questions/")?.strip_suffix(".md")?.split_once('/')?;
        let field = |name: &str| {
            let value = file.text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='));
            value.unwrap_or_default().trim().trim_matches('"')
        };
        (is_slug(id) && id != "index" && field("basis") != "action").then(|| Asked {
            section: section.to_owned(),
            id: id.to_owned(),
            wording: field("wording").replace("\\\"", "\""),
        })
    };
    files.iter().filter_map(asked).collect()
}

/// The files that `collatio new KIND PATH` creates, as path from the root of the site and text.
pub fn files(kind: &str, path: &str, questions: &[Asked]) -> Result<Vec<(String, String)>, Refusal> {
    let Some(kind) = kind::KINDS.iter().find(|k| k.name == kind) else {
        return Err(unknown(kind));
    };
    let names = names(kind, path)?;
    if kind.name == kind::COUNTRY.name {
        return Ok(country(names[0], questions));
    }
    Ok(vec![(place(kind, &names), text(kind, &names, questions))])
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

/// A country's folder: its profile, its files with entries, and a file of findings for each section of the codebook.
/// Everything but its name is commented out, so that the site builds while it is being filled in.
fn country(id: &str, questions: &[Asked]) -> Vec<(String, String)> {
    let one = |kind: &FileKind| (place(kind, &[id]), text(kind, &[id], questions));
    let mut files = vec![one(&kind::COUNTRY), one(&kind::TREATIES)];
    let mut sections: Vec<&str> = questions.iter().map(|q| q.section.as_str()).collect();
    sections.dedup();
    for section in sections {
        let names = [id, section];
        files.push((place(&kind::FINDINGS, &names), text(&kind::FINDINGS, &names, questions)));
    }
    files.extend([one(&kind::OFFENCES), one(&kind::STATISTICS), one(&kind::GAPS), one(&kind::OBSERVATIONS)]);
    files
}

/// The text of one form. Tables come last, because in TOML what follows the header of a table belongs to it.
fn text(kind: &FileKind, names: &[&str], questions: &[Asked]) -> String {
    let country = kind.path.starts_with("countries/").then(|| names.first().copied()).flatten();
    let article = (kind.name == kind::PROVISION.name).then(|| names.last().and_then(|name| article(name))).flatten();
    let mut form = Form { out: String::new(), country, article };
    form.remark(kind.meaning);
    if let Some(body) = kind.body {
        form.remark(&format!("Below the second `+++`: {body}"));
    }
    form.plain(kind.fields, Ink::Written);
    form.plain(COMMON, Ink::Written);
    form.tables(kind.fields, "", Ink::Written);
    if kind.name == kind::CONFLICT.name {
        form.again(kind.fields, "side", "The other side.");
    }
    if kind.name == kind::FINDINGS.name {
        form.findings(questions, names.last().copied().unwrap_or_default());
    }
    form.tables(COMMON, "", Ink::Written);
    format!("+++\n{}\n+++\n", form.out.trim_end())
}

/// The number of the article of the file with this name: `128¹` for `128-sup1`.
fn article(name: &str) -> Option<String> {
    let (number, raised) = name.split_once("-sup").unwrap_or((name, ""));
    let raise = |c: char| c.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize)).unwrap_or(c);
    let has_number = number.contains(|c: char| c.is_ascii_digit());
    has_number.then(|| number.chars().chain(raised.chars().map(raise)).collect())
}

/// Whether a part of the form is commented out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ink {
    Written,
    Faint,
}

impl Ink {
    fn of(self, field: &Field) -> Ink {
        if field.required { self } else { Ink::Faint }
    }
}

struct Form<'a> {
    out: String,
    country: Option<&'a str>,
    /// The number of the article for which the form is.
    article: Option<String>,
}

impl Form<'_> {
    fn remark(&mut self, text: &str) {
        let _ = writeln!(self.out, "# {text}");
    }

    fn line(&mut self, ink: Ink, line: &str) {
        let hash = if ink == Ink::Faint { "#" } else { "" };
        let _ = writeln!(self.out, "{hash}{line}");
    }

    /// Writes the fields that are not tables.
    fn plain(&mut self, fields: &[Field], ink: Ink) {
        for field in fields.iter().filter(|field| !is_table(field)) {
            self.out.push('\n');
            let words = match field.holds {
                FieldType::OneOf(words) => format!(" One of: {}.", words.join(", ")),
                _ => String::new(),
            };
            self.remark(&format!("{}{words}", field.meaning));
            let example = self.example(field);
            self.line(ink.of(field), &format!("{} = {example}", field.name));
        }
    }

    /// Writes the fields that are tables.
    fn tables(&mut self, fields: &[Field], above: &str, ink: Ink) {
        for field in fields {
            let (below, heading) = match field.holds {
                FieldType::Table(below) => (below, format!("[{above}{}]", field.name)),
                FieldType::Entries(below) => (below, format!("[[{above}{}]]", field.name)),
                _ => continue,
            };
            let ink = ink.of(field);
            self.out.push('\n');
            self.remark(field.meaning);
            self.line(ink, &heading);
            self.plain(below, ink);
            self.tables(below, &format!("{above}{}.", field.name), ink);
        }
    }

    /// Writes a further entry `name` with its required fields.
    fn again(&mut self, fields: &'static [Field], name: &str, remark: &str) {
        self.out.push('\n');
        self.remark(remark);
        self.line(Ink::Written, &format!("[[{name}]]"));
        for field in form_of(fields, name).iter().filter(|field| field.required) {
            let example = self.example(field);
            self.line(Ink::Written, &format!("{} = {example}", field.name));
        }
    }

    /// Writes a finding to fill in for each question of the section after which the file is named.
    fn findings(&mut self, questions: &[Asked], section: &str) {
        let required = form_of(kind::FINDINGS.fields, "finding").iter().filter(|field| field.required);
        let required: Vec<&Field> = required.filter(|field| field.name != "question").collect();
        for asked in questions.iter().filter(|asked| asked.section == section) {
            self.out.push('\n');
            self.remark(&collatio::text::clean(&asked.wording));
            self.line(Ink::Faint, "[[finding]]");
            self.line(Ink::Faint, &format!("question = \"{}\"", asked.id));
            for field in &required {
                let example = self.example(field);
                self.line(Ink::Faint, &format!("{} = {example}", field.name));
            }
        }
    }

    /// The field's example, adapted to the country in whose folder the form lies.
    fn example(&self, field: &Field) -> String {
        if let (Some(article), "article") = (&self.article, field.name) {
            return format!("\"{article}\"");
        }
        match self.country {
            Some(country) => field.example.replace("\"xr/", &format!("\"{country}/")),
            None => field.example.to_owned(),
        }
    }
}

fn is_table(field: &Field) -> bool {
    matches!(field.holds, FieldType::Table(_) | FieldType::Entries(_))
}

fn form_of(fields: &'static [Field], name: &str) -> &'static [Field] {
    match fields.iter().find(|field| field.name == name).map(|field| field.holds) {
        Some(FieldType::Entries(below) | FieldType::Table(below)) => below,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(section: &str, id: &str) -> Asked {
        Asked { section: section.to_owned(), id: id.to_owned(), wording: "Is it so?".to_owned() }
    }

    fn front_matter(text: &str) -> toml::Table {
        let inner = text.strip_prefix("+++\n").and_then(|t| t.strip_suffix("\n+++\n")).expect("it is front matter");
        toml::from_str(inner).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    #[test]
    fn every_form_is_toml_and_stays_so_when_all_of_it_is_written_out() {
        for kind in kind::KINDS {
            let path = ["xa", "b", "c"][..kind.path.matches('{').count()].join("/");
            for (path, text) in files(kind.name, &path, &[asked("b", "q")]).expect("the path fits") {
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
        let form = files("source", "my-report", &[]).expect("the path fits").remove(0);
        assert_eq!(form.0, "content/sources/my-report.md");
        let table = front_matter(&form.1);
        assert!(table.contains_key("citation") && !table.contains_key("author"));
        assert!(form.1.contains("\n#author = "), "{}", form.1);
    }

    #[test]
    fn a_country_is_a_whole_folder_with_every_question_of_every_section() {
        let made = files("country", "xa", &[asked("a", "one"), asked("a", "two"), asked("b", "three")]);
        let made = made.expect("the path fits");
        let paths: Vec<&str> = made.iter().map(|(path, _)| path.trim_start_matches("content/countries/xa/")).collect();
        let expected = [
            "index.md",
            "treaties.md",
            "findings/a.md",
            "findings/b.md",
            "offences.md",
            "statistics.md",
            "gaps.md",
            "observations.md",
        ];
        assert_eq!(paths, expected);
        assert!(made[2].1.contains("#question = \"two\"") && !made[2].1.contains("three"), "{}", made[2].1);
        assert!(made.iter().all(|(_, text)| !text.contains("\"xr/")));
    }

    #[test]
    fn a_form_for_an_article_bears_its_number_and_one_for_a_conflict_has_two_sides() {
        let article = |path| front_matter(&files("provision", path, &[]).expect("the path fits").remove(0).1);
        assert_eq!(article("xa/code/128-sup1")["article"].as_str(), Some("128¹"));
        assert_eq!(article("xa/code/130-1")["article"].as_str(), Some("130-1"));
        assert_eq!(article("xa/code/preamble")["article"].as_str(), Some("128"));
        let conflict = front_matter(&files("conflict", "k-1", &[]).expect("the path fits").remove(0).1);
        assert_eq!(conflict["side"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn a_record_is_named_by_its_id_or_by_its_file() {
        let by_id = files("provision", "xa/code/128-sup1", &[]).expect("the id fits");
        let by_file = files("provision", "content/countries/xa/laws/code/128-sup1.md", &[]).expect("the file fits");
        assert_eq!(by_id, by_file);
        assert_eq!(by_file[0].0, "content/countries/xa/laws/code/128-sup1.md");
    }

    #[test]
    fn a_kind_or_a_name_that_cannot_be_is_refused() {
        let refused = |kind, path| files(kind, path, &[]).expect_err("it is refused");
        assert_eq!(refused("contry", "xa").help.as_deref(), Some("did you mean `country`?"));
        for path in ["", "XA", "xa/b", "../x", "content/countries/xa/treaties.md", "\u{445}a"] {
            assert!(refused("country", path).why.contains("content/countries/{country}/index.md"), "{path}");
        }
    }
}
