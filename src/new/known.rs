//! What a site has already, as far as its forms depend on it: its questions, and whether there are instruments.

use std::path::Path;

use collatio::text::{fences, is_slug};

/// What a site has already, as far as forms depend on it.
#[derive(Debug, Default)]
pub struct Known {
    /// The questions that authors answer, without computed ones; by section, then in the order of the codebook.
    pub questions: Vec<Asked>,
    /// Whether there are instruments towards which a country can act.
    pub has_instruments: bool,
}

/// A question of the site.
#[derive(Debug)]
pub struct Asked {
    /// The id of its section.
    pub section: String,
    /// Its id.
    pub id: String,
    /// Its text as it stands in its file.
    pub wording: String,
    /// How it is answered, as its file says: `yes-no`, `choice` …
    pub kind: String,
    /// The words that it defines as answers.
    pub answers: Vec<String>,
}

impl Asked {
    /// The answers that fit it, in words.
    pub fn allowed(&self) -> String {
        match self.kind.as_str() {
            "date" => "a date, as year-month-day".to_owned(),
            "number" => "a number with its unit".to_owned(),
            "text" => "the answer in a few words".to_owned(),
            "scale" | "choice" => self.answers.join(", "),
            "several" => format!("one or more of {}, parted by commas", self.answers.join(", ")),
            _ => {
                let mut words = vec!["yes", "no", "partial", "no-provision", "source-silent"];
                words.extend(self.answers.iter().map(String::as_str).filter(|word| !["yes", "no"].contains(word)));
                words.dedup();
                words.join(", ")
            }
        }
    }
}

/// What the site at `root` has; nothing if it cannot be read, because a form can be made before a site is complete.
pub fn known(root: &Path) -> Known {
    let files = collatio::disk::read(root).map(|input| input.files).unwrap_or_default();
    let mut questions: Vec<(i64, Asked)> = files.iter().filter_map(asked).collect();
    questions.sort_by(|(a, left), (b, right)| (&left.section, a, &left.id).cmp(&(&right.section, b, &right.id)));
    let has_instruments = files.iter().any(|file| file.path.starts_with("content/instruments/"));
    Known { questions: questions.into_iter().map(|(_, asked)| asked).collect(), has_instruments }
}

/// The question of a file with its `order`; `None` for other files, computed questions, and files that cannot be read.
fn asked(file: &collatio::text::File) -> Option<(i64, Asked)> {
    let (section, id) = file.path.strip_prefix("content/questions/")?.strip_suffix(".md")?.split_once('/')?;
    let front = fences(&file.text).filter(|fences| fences.prose.is_some())?.fields;
    let table: toml::Table = toml::from_str(&file.text[front]).ok()?;
    let field = |name: &str| table.get(name).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let order = table.get("order").and_then(toml::Value::as_integer).unwrap_or(i64::MAX);
    let answers = table.get("answers").and_then(toml::Value::as_table);
    let asked = Asked {
        section: section.to_owned(),
        id: id.to_owned(),
        wording: field("wording"),
        kind: field("kind"),
        answers: answers.into_iter().flatten().map(|(word, _)| word.clone()).collect(),
    };
    (is_slug(id) && id != "index" && field("basis") != "action").then_some((order, asked))
}
