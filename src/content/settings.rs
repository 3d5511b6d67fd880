//! The configuration: `collatio.toml` becomes [`Settings`].

use crate::law::{CountryId, Date, Day, DayPolicy, Group, Limit, Publish, Settings};
use crate::text::{Diagnostic, Fault, File, FileId, Level, is_slug};

use super::fields::{BAD_DATE, Checking, Expected};
use super::form;
use super::row::Row;
use super::sheet::{Sheet, Toml};

/// A theme's name that cannot be one.
pub static BAD_THEME_NAME: Fault = Fault {
    code: "bad-theme-name",
    level: Level::Error,
    summary: "the name of the theme cannot be a folder's",
    explanation: "`theme` names a folder below `themes/`: lower-case ASCII letters, digits and single `-`. A path is no \
name.",
};

/// A size that is none.
pub static BAD_SIZE: Fault = Fault {
    code: "bad-size",
    level: Level::Error,
    summary: "a size is not a number with a unit",
    explanation: "\
A limit in `[budget]` is a number and a unit: `\"60 KB\"`, `\"1.5 MB\"`, `\"800 B\"`. Units are decimal: 1 KB has a thousand
bytes, 1 MB a million.",
};

/// The limits of `[budget]` to one thing each.
const LIMITS: &[&str] = &["package", "page", "pages", "days", "data", "styles", "pictures", "search", "handbook"];

/// Reads the configuration.
pub(super) fn settings(id: FileId, file: &File) -> (Settings, Vec<Diagnostic>) {
    let sheet = Sheet::whole(id, &file.text, "en");
    let Toml { table, mut faults, is_torn } = sheet.table(file.text.len());
    let expected = Expected { noun: "the configuration", fields: form::SETTINGS, common: &[] };
    Checking { sheet: &sheet, out: &mut faults, torn: is_torn }.table(&table, sheet.fence, &expected, None);
    let row = Row::of_file(&sheet, &table);
    let default = Settings::default();
    let theme = row.words_at("theme");
    if let Some(theme) = theme.as_ref().filter(|theme| !is_slug(&theme.value)) {
        let message = format!("`{}` cannot be the name of a theme", theme.value);
        faults.push(BAD_THEME_NAME.at(theme.span, message).help("give the name of a folder below `themes/`"));
    }
    let settings = Settings {
        title: row.words("title"),
        description: row.words("description"),
        language: row.words("language").unwrap_or(default.language),
        theme: theme.map(|theme| theme.value).filter(|theme| is_slug(theme)).unwrap_or(default.theme),
        edition: edition(&row, &mut faults),
        edition_name: row.words("edition_name"),
        law_as_at: row.date("law_as_at"),
        base_url: row.url("base_url").map(|at| at.value),
        report_errors: row.url("report_errors").map(|at| at.value),
        countries: row.ids("countries", CountryId::new),
        groups: row.entries("groups").iter().filter_map(group).collect(),
        licence: row.words("licence"),
        licence_url: row.url("licence_url").map(|at| at.value),
        notice: row.words("notice"),
        designations: row.words("designations"),
        days: row.table("days").map_or(default.days, |row| days(&row, &mut faults)),
        search: row.table("search").and_then(|row| row.flag("index")).unwrap_or(default.search),
        budget: row.table("budget").map_or(default.budget, |row| budget(&row, &mut faults)),
    };
    (settings, faults)
}

fn edition(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Day> {
    let date = row.date_at("edition")?;
    let day = date.value.exact();
    if day.is_none() {
        let message = format!("`{}` is not one day", date.value);
        faults.push(BAD_DATE.at(date.span, message).help("an edition is of one day: \"2026-01-31\""));
    }
    day
}

fn group(row: &Row<'_, '_>) -> Option<Group> {
    Some(Group { title: row.words("title")?, countries: row.ids("countries", CountryId::new) })
}

fn budget(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<Limit> {
    let mut list = Vec::new();
    let of = LIMITS.iter().filter_map(|of| Some((*of, None, row.words_at(of)?)));
    let kinds = row.entries("kinds").into_iter();
    let kinds = kinds.filter_map(|row| Some(("page", Some(row.words("kind")?), row.words_at("page")?)));
    for (of, page, words) in of.chain(kinds) {
        match bytes(&words.value) {
            Some(bytes) => list.push(Limit { of, page, size: words.map(|_| bytes) }),
            None => {
                let message = format!("`{}` is no size", words.value);
                faults.push(BAD_SIZE.at(words.span, message).help("write a number and a unit: \"60 KB\", \"1.5 MB\""));
            }
        }
    }
    list
}

/// `1.5 MB` as bytes.
fn bytes(words: &str) -> Option<u64> {
    let unit = words.find(|c: char| c.is_ascii_alphabetic())?;
    let factor = match words[unit..].to_ascii_uppercase().as_str() {
        "B" => 1.0,
        "KB" => 1e3,
        "MB" => 1e6,
        "GB" => 1e9,
        _ => return None,
    };
    let number = words[..unit].trim();
    let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let number = number.parse::<f64>().ok().filter(|n| plain && *n <= 1e9)?;
    Some((number * factor).round() as u64)
}

fn days(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> DayPolicy {
    let default = DayPolicy::default();
    let rule = |name: &str, default: Publish| match row.word(name) {
        "none" => Publish::None,
        "changes" => Publish::Changes,
        "year-ends" => Publish::YearEnds,
        _ => default,
    };
    let mut also = Vec::new();
    for word in row.texts("also") {
        match Date::parse(&word.value).ok().and_then(|date| date.exact()) {
            Some(day) => also.push(day),
            None => {
                let message = format!("`{}` is not one day", word.value);
                faults.push(BAD_DATE.at(word.span, message).help("write a day in full: \"2005-06-30\""));
            }
        }
    }
    DayPolicy {
        countries: rule("countries", default.countries),
        matrix: rule("matrix", default.matrix),
        treaties: rule("treaties", default.treaties),
        provisions: rule("provisions", default.provisions),
        latest: row.number("latest").and_then(|n| usize::try_from(n).ok()).unwrap_or(default.latest),
        also,
    }
}
