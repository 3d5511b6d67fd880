//! The configuration: `collatio.toml` becomes [`Settings`].

use crate::law::{
    CountryId, Date, Day, DayPolicy, Group, Limit, PARTS, PageId, Publish, Safety, SectionId, Settings,
    SettingsTranslation,
};
use crate::text::{At, Diagnostic, Fault, File, FileId, Level, Span, is_slug, nearest};

use super::content_file::{ContentFile, Toml};
use super::fields::{BAD_DATE, Checking, Expected, UNKNOWN_WORD};
use super::form;
use super::place::is_language;
use super::row::Row;

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

/// A language that cannot be one of the site's.
pub static BAD_LANGUAGE: Fault = Fault {
    code: "bad-language",
    level: Level::Error,
    summary: "a language of the site cannot be one",
    explanation: "`languages` lists BCP 47 tags, each once: `en`, `ru`, `sr-Latn`. The first is the language of the site \
itself; the pages in each further one lie in a folder of that name.",
};

/// Reads the configuration.
pub(super) fn settings(id: FileId, file: &File) -> (Settings, Vec<Diagnostic>) {
    let content_file = ContentFile::whole(id, &file.text, "en");
    let Toml { table, mut faults, is_torn } = content_file.table(file.text.len());
    let expected = Expected { noun: "the configuration", fields: form::SETTINGS, common: &[] };
    Checking { content_file: &content_file, out: &mut faults, torn: is_torn }.table(
        &table,
        content_file.fence,
        &expected,
        None,
    );
    let row = Row::of_file(&content_file, &table);
    let default = Settings::default();
    let theme = row.words_at("theme");
    if let Some(theme) = theme.as_ref().filter(|theme| !is_slug(&theme.value)) {
        let message = format!("`{}` cannot be the name of a theme", theme.value);
        faults.push(BAD_THEME_NAME.at(theme.span, message).help("give the name of a folder below `themes/`"));
    }
    let languages = languages(&row, &mut faults);
    let settings = Settings {
        title: row.words("title"),
        description: row.words("description"),
        language: languages.first().map(|first| first.value.clone()).unwrap_or(default.language),
        translations: row.entries("translation").iter().filter_map(translation).collect(),
        languages,
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
        safety: row.table("safety").map_or(default.safety, |table| safety(&table, row.place("safety"), &mut faults)),
    };
    (settings, faults)
}

/// The languages, the first of them the site's own. A tag becomes the name of a folder.
fn languages(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<At<String>> {
    let mut list: Vec<At<String>> = Vec::new();
    for tag in row.texts("languages") {
        if !is_language(&tag.value) {
            let message = format!("`{}` is no language", tag.value);
            faults.push(BAD_LANGUAGE.at(tag.span, message).help("write its BCP 47 tag: \"ru\", \"sr-Latn\""));
        } else if list.iter().any(|known| known.value.eq_ignore_ascii_case(&tag.value)) {
            faults
                .push(BAD_LANGUAGE.at(tag.span, format!("`{}` is named twice", tag.value)).help("keep one of the two"));
        } else {
            list.push(tag);
        }
    }
    match row.words_at("language") {
        Some(language) if list.is_empty() => list.push(language),
        Some(language) if list[0].value != language.value => {
            let message = format!("`language` is `{}`, and the first of `languages` is another", language.value);
            faults.push(
                BAD_LANGUAGE.at(language.span, message).help("leave out `language`, or name it first in `languages`"),
            );
        }
        _ => {}
    }
    list
}

fn translation(row: &Row<'_, '_>) -> Option<SettingsTranslation> {
    Some(SettingsTranslation {
        language: row.words("language")?,
        title: row.words("title"),
        description: row.words("description"),
        edition_name: row.words("edition_name"),
        licence: row.words("licence"),
        notice: row.words("notice"),
        designations: row.words("designations"),
        groups: row.texts("groups").into_iter().map(|title| title.value).collect(),
        machine: row.words("translated").as_deref() == Some("machine"),
    })
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
    let title = row.words_at("title")?;
    Some(Group { title: title.value, at: title.span, countries: row.ids("countries", CountryId::new) })
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

fn safety(row: &Row<'_, '_>, at: Span, faults: &mut Vec<Diagnostic>) -> Safety {
    let (parts, unknown): (Vec<_>, Vec<_>) =
        row.texts("parts").into_iter().partition(|part| PARTS.contains(&part.value.as_str()));
    for part in unknown {
        let fault = UNKNOWN_WORD.at(part.span, format!("`{}` is no part of the site", part.value));
        faults.push(match nearest(&part.value, PARTS.iter().copied()) {
            Some(near) => fault.suggest(Some(near)),
            None => fault.help(format!("it is one of {}", PARTS.map(|name| format!("`{name}`")).join(", "))),
        });
    }
    Safety {
        parts,
        sections: row.ids("sections", SectionId::new),
        help: row.id("help", PageId::new),
        target: row.url("target"),
        at: Some(at),
    }
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
    let rule = |name: &str, default: Publish| Publish::parse(row.word(name)).unwrap_or(default);
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
        pairs: rule("pairs", default.pairs),
        sections: rule("sections", default.sections),
        latest: row.number("latest").and_then(|n| usize::try_from(n).ok()).unwrap_or(default.latest),
        also,
    }
}
