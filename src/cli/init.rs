//! `collatio init`: a small complete site to begin with. Where only its author knows what to write stand tokens, which
//! `collatio check` lists; nothing in it is invented.

use std::io::{self, BufRead, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use collatio::content::{SETTINGS, kind};
use collatio::disk::{self, SystemError};
use collatio::text::{check_language, is_slug, not_portable, slug, token};

use crate::console::{counted, say};
use crate::new::filled;
use crate::new::form::{Extent, Form, Ink};
use crate::new::known::{Asked, Known};

/// What `collatio init` is told. On a terminal it asks for what is missing.
#[derive(Debug, Args)]
pub struct Init {
    /// Folder of the new site
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Name of the site
    #[arg(long)]
    title: Option<String>,
    /// Language of the site, BCP 47 [default: en]
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
    /// Subject of the first section of the codebook
    #[arg(long, visible_alias = "topic")]
    subject: Option<String>,
    /// A country: its id and its name; may be repeated
    #[arg(long = "country", value_name = "ID=NAME", value_parser = country)]
    countries: Vec<NamedCountry>,
    /// Whether the site has treaties [default: no]
    #[arg(long, value_enum)]
    treaties: Option<Choice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Choice {
    Yes,
    No,
}

#[derive(Clone, Debug)]
struct NamedCountry {
    id: String,
    name: String,
}

fn country(text: &str) -> Result<NamedCountry, String> {
    let (id, name) = text.split_once('=').ok_or_else(|| format!("`{text}` is not of the form ID=NAME"))?;
    let (id, name) = (id.trim(), name.trim());
    if !is_slug(id) || not_portable(id).is_some() || id == "index" {
        return Err(format!("`{id}` cannot be an id: write lower-case ASCII letters and digits, with single `-`"));
    }
    match name.is_empty() {
        true => Err(format!("the country `{id}` has no name: write `{id}=NAME`")),
        false => Ok(NamedCountry { id: id.to_owned(), name: name.to_owned() }),
    }
}

fn language(text: &str) -> Result<String, String> {
    check_language(text).map(|()| text.to_owned()).map_err(|bad| bad.message)
}

/// What the new site is about.
#[derive(Debug)]
struct Plan {
    title: String,
    language: String,
    subject: String,
    /// The id of the first section.
    section: String,
    countries: Vec<NamedCountry>,
    has_treaties: bool,
}

/// Writes the site and says what is to be done.
pub fn init(told: Init) -> Result<(), SystemError> {
    let folder = told.folder.clone();
    refuse_content(&folder)?;
    let watched = io::stdin().is_terminal() && io::stderr().is_terminal();
    let told = if watched { ask(told, &mut io::stdin().lock(), &mut io::stderr())? } else { told };
    let plan = plan(told)?;
    let files = files(&plan);
    disk::create(&folder, &files)?;
    let open: usize = files.iter().filter(|(path, _)| is_checked(path)).map(|(_, text)| live_tokens(text)).sum();
    say(&format!("made {} in `{}`", counted(files.len() as u64, "file"), folder.display()));
    say(&format!("write what is asked for in place of `FILL IN: …`, in {}:", counted(open as u64, "place")));
    say("`collatio check` lists them, `collatio serve` shows the site meanwhile, and README.md says how to go on");
    Ok(())
}

/// Refuses a folder with anything in it but what begins with a dot, as `.git` does.
fn refuse_content(folder: &Path) -> Result<(), SystemError> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    let mut names: Vec<String> =
        entries.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    match names.iter().find(|name| !name.starts_with('.')) {
        None => Ok(()),
        Some(name) => {
            let what = format!("will not begin a site in `{}`", folder.display());
            let error = SystemError::new(what, format!("it is not empty: `{name}` is there"));
            Err(error.help("name an empty or a new folder; `collatio new` adds records to a site that is there"))
        }
    }
}

/// Asks for what is missing. An empty line takes what stands in brackets.
fn ask(told: Init, lines: &mut impl BufRead, out: &mut impl Write) -> Result<Init, SystemError> {
    let mut answer = |question: &str| -> Result<String, SystemError> {
        let trouble = |error: io::Error| SystemError::new("cannot ask", error.to_string());
        write!(out, "{question} ").and_then(|()| out.flush()).map_err(trouble)?;
        let mut line = String::new();
        lines.read_line(&mut line).map_err(trouble)?;
        Ok(line.trim().to_owned())
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let mut told = told;
    if told.title.is_none() {
        told.title = some(answer("Name of the site [later]:")?);
    }
    if told.language.is_none() {
        let tag = some(answer("Its language, BCP 47 [en]:")?);
        told.language = tag.map(|tag| language(&tag)).transpose().map_err(unfit)?;
    }
    if told.subject.is_none() {
        told.subject = some(answer("Subject of the first section of questions [later]:")?);
    }
    if told.countries.is_empty() {
        let list = answer("Countries, as ID=NAME, parted by commas:")?;
        let list = list.split(',').map(str::trim).filter(|text| !text.is_empty());
        told.countries = list.map(country).collect::<Result<_, _>>().map_err(unfit)?;
    }
    if told.treaties.is_none() {
        let has = answer("Are there treaties, yes or no [no]?")?;
        told.treaties = Some(if has.to_lowercase().starts_with('y') { Choice::Yes } else { Choice::No });
    }
    Ok(told)
}

fn unfit(why: String) -> SystemError {
    SystemError::new("cannot begin a site", why)
}

fn plan(told: Init) -> Result<Plan, SystemError> {
    if told.countries.is_empty() {
        let error = unfit("no country is named".to_owned());
        return Err(
            error.help("name at least one: `--country ID=NAME`; its id stands in addresses, as `jp` or `de-by`")
        );
    }
    for (at, country) in told.countries.iter().enumerate() {
        if told.countries[..at].iter().any(|other| other.id == country.id) {
            return Err(unfit(format!("the country `{}` is named twice", country.id)));
        }
    }
    // The name of the folder stands in addresses: letters of other alphabets would be written as their numbers.
    let section = told
        .subject
        .as_deref()
        .filter(|subject| subject.is_ascii())
        .map(slug)
        .filter(|id| is_slug(id) && not_portable(id).is_none());
    Ok(Plan {
        title: told.title.unwrap_or_else(|| token("the name of the site")),
        language: told.language.unwrap_or_else(|| "en".to_owned()),
        subject: told.subject.unwrap_or_else(|| token("the subject of these questions")),
        section: section.unwrap_or_else(|| "subject".to_owned()),
        countries: told.countries,
        has_treaties: told.treaties == Some(Choice::Yes),
    })
}

/// A text as a TOML value.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn files(plan: &Plan) -> Vec<(String, String)> {
    let none = Known::default();
    let whole = |kind, names: &[&str], given| filled(kind, names, &none, Extent::Whole, given);
    let question = Asked {
        section: plan.section.clone(),
        id: "first-question".to_owned(),
        wording: format!("The first question of `{}`", plan.section),
        kind: "yes-no".to_owned(),
        answers: Vec::new(),
    };
    let home = whole(&kind::HOME, &[], vec![("title", quoted(&plan.title))]);
    let about = token("what the site compares, for whom, and who answers for it");
    let section = vec![("title", quoted(&plan.subject)), ("order", "10".to_owned())];
    let asked = [("kind", "yes-no"), ("domain", "law"), ("basis", "source")];
    let mut asked: Vec<(&'static str, String)> = asked.map(|(name, value)| (name, quoted(value))).into();
    asked.push(("order", "10".to_owned()));
    let mut files = vec![
        ("collatio.toml".to_owned(), settings(plan)),
        ("content/index.md".to_owned(), format!("{home}\n{about}\n")),
        (format!("content/questions/{}/index.md", plan.section), whole(&kind::SECTION, &[&plan.section], section)),
        (
            format!("content/questions/{}/first-question.md", plan.section),
            whole(&kind::QUESTION, &[&plan.section, "first-question"], asked),
        ),
        ("content/sources/first-source.md".to_owned(), whole(&kind::SOURCE_FILE, &["first-source"], Vec::new())),
    ];
    for country in &plan.countries {
        let profile = Extent::Brief(&["official_name", "iso", "capital", "languages"]);
        let named = vec![("name", quoted(&country.name))];
        let folder = format!("content/countries/{}", country.id);
        files.push((format!("{folder}/index.md"), filled(&kind::COUNTRY, &[&country.id], &none, profile, named)));
        files.push((format!("{folder}/findings/{}.md", plan.section), findings(&question)));
        if plan.has_treaties {
            let acts = Extent::Brief(&["action", "absence", "deposited", "observed"]);
            let acts = filled(&kind::TREATIES, &[&country.id], &none, acts, Vec::new());
            files.push((format!("{folder}/treaties.md"), acts));
        }
    }
    if plan.has_treaties {
        let brief = Extent::Brief(&["short", "adopted", "opened", "in_force", "depositary"]);
        let treaty = filled(&kind::INSTRUMENT, &["first-treaty"], &none, brief, Vec::new());
        files.push(("content/instruments/first-treaty.md".to_owned(), treaty));
    }
    files.extend(around().map(|(path, text)| (path.to_owned(), text)));
    files
}

/// The configuration: every field explained, those that were told given.
fn settings(plan: &Plan) -> String {
    let ids: Vec<String> = plan.countries.iter().map(|country| quoted(&country.id)).collect();
    let given = vec![
        ("title", quoted(&plan.title)),
        ("language", quoted(&plan.language)),
        ("countries", format!("[{}]", ids.join(", "))),
    ];
    let mut form = Form::new(Extent::Whole, given);
    form.remark("The configuration of the site. What stands behind a `#` is not said; take it off where you need it.");
    form.plain(SETTINGS, Ink::Written);
    form.tables(SETTINGS, "", Ink::Written);
    form.out
}

fn findings(question: &Asked) -> String {
    let mut form = Form::new(Extent::Whole, Vec::new());
    form.remark("The answers to the questions of this section. An entry is what one source says on one question.");
    let given = [("source", quoted("first-source")), ("rests_on", "[\"source\"]".to_owned())];
    form.finding(question, Ink::Written, &given);
    format!("+++\n{}\n+++\n", form.out.trim_end())
}

/// What stands around the content: the theme, the workflows of hosts, and what editors and Git are told.
fn around() -> [(&'static str, String); 7] {
    [
        ("themes/default/static/style/colours.css", COLOURS.to_owned()),
        (".github/workflows/site.yml", released(include_str!("../../docs/hosting/github-pages.yml"))),
        (".gitlab-ci.yml", released(include_str!("../../docs/hosting/gitlab-ci.yml"))),
        (".gitignore", IGNORED.to_owned()),
        (".gitattributes", ATTRIBUTES.to_owned()),
        (".editorconfig", EDITORS.to_owned()),
        ("README.md", README.to_owned()),
    ]
}

/// A workflow that installs this version of the program, from where it was released if that is known.
fn released(workflow: &str) -> String {
    let line = |line: &str| match line.trim_start().split_once(": ") {
        Some(("COLLATIO_VERSION", _)) => {
            let (indent, _) = line.split_at(line.len() - line.trim_start().len());
            format!("{indent}COLLATIO_VERSION: \"{}\"\n", env!("CARGO_PKG_VERSION"))
        }
        Some(("COLLATIO_RELEASES", _)) if let Some(address) = option_env!("COLLATIO_RELEASES") => {
            let (indent, _) = line.split_at(line.len() - line.trim_start().len());
            format!("{indent}COLLATIO_RELEASES: \"{address}\"\n")
        }
        _ => format!("{line}\n"),
    };
    workflow.lines().map(line).collect()
}

/// Whether `collatio check` reads a file of this path.
fn is_checked(path: &str) -> bool {
    path.ends_with(".toml") || path.starts_with("content/")
}

/// The number of tokens in `text` that do not stand behind a `#`.
fn live_tokens(text: &str) -> usize {
    let live = text.lines().filter(|line| !line.starts_with('#'));
    live.map(|line| collatio::text::tokens(line).count()).sum()
}

const COLOURS: &str = "\
/* One small thing to change: the colours of links and of what is marked, here as the program has them. Say each for light
   and for dark. docs/theme.md of the program lists all names, and says how templates and words are changed. */
@layer tokens {
  :root { --link: #1d4276; --accent: #7a2330; }
  @media (prefers-color-scheme: dark) {
    :root { --link: #a6c7f4; --accent: #efb0b8; }
  }
}
";

const IGNORED: &str = "\
# What the program makes.
/public/
/.collatio-*
/.public.*
/*.zip
";

const ATTRIBUTES: &str = "\
# Lines end alike on every machine, so that a change is only what was changed.
* text=auto eol=lf
*.png binary
*.jpg binary
*.webp binary
";

const EDITORS: &str = "\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

# Two spaces at the end of a line break it in Markdown.
[*.md]
trim_trailing_whitespace = false
";

const README: &str = "\
# How to go on

Nothing in this folder is invented. Where only you know what to write stands `FILL IN: …`, and `collatio check` refuses
the site until each is replaced.

1. `collatio check` lists what is to be filled in, with file and line. `collatio serve` shows the site meanwhile.
2. Rename what is called `first-…` with all that refers to it: `collatio mv first-source my-source`.
3. `collatio new source NAME`, `collatio new question SECTION/NAME`, `collatio new country ID` … write further forms.
4. `collatio build` writes the site to `public/`. The workflows in `.github/` and `.gitlab-ci.yml` publish it; say in
   them where the releases of Collatio lie, and delete the one of the host that you do not use.
";

#[cfg(test)]
mod tests {
    use super::*;

    fn told(countries: &[&str]) -> Init {
        let countries = countries.iter().map(|text| country(text).expect("it is of the form")).collect();
        Init { folder: PathBuf::from("."), title: None, language: None, subject: None, countries, treaties: None }
    }

    #[test]
    fn what_is_missing_is_asked_for_and_nothing_else() {
        let mut asked = Vec::new();
        let mut lines = "My atlas\n\nWater law\nxa=Ära, xb=Borduria\nyes\n".as_bytes();
        let plan = plan(ask(told(&[]), &mut lines, &mut asked).expect("it can ask")).expect("it is a plan");
        assert_eq!(
            (plan.title.as_str(), plan.language.as_str(), plan.section.as_str()),
            ("My atlas", "en", "water-law")
        );
        assert_eq!(plan.countries.len(), 2);
        assert!(plan.has_treaties);
        let all = Init {
            title: Some("T".into()),
            language: Some("ru".into()),
            subject: Some("S".into()),
            treaties: Some(Choice::No),
            ..told(&["xa=Ära"])
        };
        let mut asked = Vec::new();
        ask(all, &mut "".as_bytes(), &mut asked).expect("there is nothing to ask");
        assert!(asked.is_empty());
    }

    #[test]
    fn a_country_needs_an_id_and_a_name() {
        for bad in ["xa", "XA=Name", "xa=", "=Name", "con=Name"] {
            assert!(country(bad).is_err(), "{bad}");
        }
        assert!(plan(told(&[])).is_err() && plan(told(&["xa=A", "xa=B"])).is_err());
    }

    #[test]
    fn the_workflows_install_this_version() {
        for (path, text) in around().iter().filter(|(path, _)| path.ends_with(".yml")) {
            let wanted = format!("COLLATIO_VERSION: \"{}\"", env!("CARGO_PKG_VERSION"));
            assert!(text.contains(&wanted) && text.contains("sha256sum --check"), "{path}");
        }
    }
}
