//! Writes one form: the fields of a kind of file in TOML, each with what it means. What must be given stands there with a
//! token; all else stands behind a `#`.

use std::fmt::Write as _;

use collatio::content::form::{Field, FieldType};
use collatio::content::{ENTRY_COMMON, kind};
use collatio::text::{clean, token};

use super::known::Asked;

/// Whether a part of the form is commented out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Written,
    Faint,
}

impl Ink {
    fn of(self, field: &Field) -> Ink {
        if field.required { self } else { Ink::Faint }
    }
}

/// Which fields a form shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Every field that the checker takes.
    Whole,
    /// What must be given, and the optional fields of these names.
    Brief(&'static [&'static str]),
}

impl Extent {
    fn shows(self, field: &Field) -> bool {
        match self {
            Extent::Whole => true,
            Extent::Brief(more) => field.required || more.contains(&field.name),
        }
    }
}

/// A form that is being written.
pub struct Form {
    pub out: String,
    /// Fields with their values in TOML, which are written in place of tokens.
    pub given: Vec<(&'static str, String)>,
    pub extent: Extent,
}

impl Form {
    pub fn new(extent: Extent, given: Vec<(&'static str, String)>) -> Form {
        Form { out: String::new(), given, extent }
    }

    pub fn remark(&mut self, text: &str) {
        let _ = writeln!(self.out, "# {text}");
    }

    fn line(&mut self, ink: Ink, line: &str) {
        let hash = if ink == Ink::Faint { "#" } else { "" };
        let _ = writeln!(self.out, "{hash}{line}");
    }

    /// Writes the fields that are not tables.
    pub fn plain(&mut self, fields: &[Field], ink: Ink) {
        for field in fields.iter().filter(|field| !is_table(field)) {
            let given = self.given.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value.clone());
            if given.is_none() && !self.extent.shows(field) {
                continue;
            }
            // The first field of a table stands right below its header, as `fmt` has it.
            if !self.out.lines().next_back().is_some_and(|line| line.starts_with('[')) {
                self.out.push('\n');
            }
            let words = match field.holds {
                FieldType::OneOf(words) => format!(" One of: {}.", words.join(", ")),
                _ => String::new(),
            };
            self.remark(&format!("{}{words}", field.meaning));
            let ink = if given.is_some() { ink } else { ink.of(field) };
            self.line(ink, &format!("{} = {}", field.name, given.unwrap_or_else(|| field.token())));
        }
    }

    /// Writes the fields that are tables; what follows the header of a table belongs to it, so they come last.
    pub fn tables(&mut self, fields: &[Field], above: &str, ink: Ink) {
        // What is given belongs to the record itself, and not to its tables, which have fields of the same names.
        self.given.clear();
        let extent = self.extent;
        for field in fields.iter().filter(|field| extent.shows(field)) {
            let (below, heading) = match field.holds {
                FieldType::Table(below) => (below, format!("[{above}{}]", field.name)),
                FieldType::Entries(below) => (below, format!("[[{above}{}]]", field.name)),
                _ => continue,
            };
            let ink = ink.of(field);
            self.out.push('\n');
            self.remark(field.meaning);
            self.line(ink, &heading);
            let deeper = format!("{above}{}.", field.name);
            self.plain(below, ink);
            let common = if above.is_empty() && kind::is_record(field.name) { ENTRY_COMMON } else { &[] };
            self.plain(common, ink);
            self.tables(below, &deeper, ink);
            self.tables(common, &deeper, ink);
        }
    }

    /// Writes a further entry `name` with its required fields.
    pub fn again(&mut self, fields: &'static [Field], name: &str, remark: &str) {
        self.out.push('\n');
        self.remark(remark);
        self.line(Ink::Written, &format!("[[{name}]]"));
        for field in form_of(fields, name).iter().filter(|field| field.required) {
            self.line(Ink::Written, &format!("{} = {}", field.name, field.token()));
        }
    }

    /// Writes what all findings of the file have in common.
    pub fn defaults(&mut self) {
        self.out.push('\n');
        self.remark("What all findings of this file have in common; a finding may say otherwise.");
        self.line(Ink::Faint, "[defaults]");
        for field in form_of(kind::FINDINGS.fields, "defaults").iter().filter(|f| IN_COMMON.contains(&f.name)) {
            self.line(Ink::Faint, &format!("{} = {}", field.name, field.token()));
        }
    }

    /// Writes a finding to fill in for a question.
    pub fn finding(&mut self, asked: &Asked, ink: Ink, given: &[(&str, String)]) {
        self.out.push('\n');
        self.remark(&clean(&asked.wording));
        self.line(ink, "[[finding]]");
        self.line(ink, &format!("question = \"{}\"", asked.id));
        let required = form_of(kind::FINDINGS.fields, "finding").iter().filter(|field| field.required);
        for field in required.filter(|field| field.name != "question") {
            let value = match given.iter().find(|(name, _)| *name == field.name) {
                Some((_, value)) => value.clone(),
                None if ink == Ink::Faint && IN_COMMON.contains(&field.name) => continue,
                None if field.name == "answer" => format!("\"{}\"", token(&asked.allowed())),
                None => field.token(),
            };
            self.line(ink, &format!("{} = {value}", field.name));
        }
    }
}

/// The fields of a finding that `[defaults]` of a form gives for all.
const IN_COMMON: [&str; 3] = ["source", "observed", "coder"];

fn is_table(field: &Field) -> bool {
    matches!(field.holds, FieldType::Table(_) | FieldType::Entries(_))
}

fn form_of(fields: &'static [Field], name: &str) -> &'static [Field] {
    match fields.iter().find(|field| field.name == name).map(|field| field.holds) {
        Some(FieldType::Entries(below) | FieldType::Table(below)) => below,
        _ => &[],
    }
}
