//! Reads the configuration, `collatio.toml`: its form, and the decoder that produces [`Settings`].

use crate::law::{
    AgeLimits, CountryId, Date, Day, DayPolicy, Group, Host, Limit, PARTS, PageId, Publish, Safety, SectionId,
    Settings, SettingsTranslation,
};
use crate::text::{At, BAD_ADDRESS, Diagnostic, Fault, File, FileId, Level, Span, check_language, is_slug, nearest};

use super::content_file::{ContentFile, Toml};
use super::fault::{BAD_DATE, BAD_LANGUAGE, UNKNOWN_WORD};
use super::fields::Fields;
use super::form::FieldType::{
    self, Entries, Flag, Id, Ids, Language, Languages, List, Number, OneOf, Table, Url, Words,
};
use super::form::{Field, optional, required};
use super::validation::{Checking, Expected};

pub static BAD_THEME_NAME: Fault = Fault {
    code: "bad-theme-name",
    level: Level::Error,
    summary: "the name of the theme cannot be a folder's",
    explanation: "`theme` names a folder below `themes/`: lower-case ASCII letters, digits and single `-`. A path is no \
name.",
};

/// The most days that may be listed one by one: each adds one page per dated view, and every page links to all days.
const MOST_DAYS: usize = 400;

pub static MANY_DAYS: Fault = Fault {
    code: "many-days",
    level: Level::Error,
    summary: "more days are published by name than readers can choose from",
    explanation: "\
Each day in `also` becomes a page of each country, of the matrix and of the treaties, and each of these pages leads to all
others: thousands of days would make millions of links. 400 are the most. `collatio serve` and `--as-of` show each day.",
};

pub static BAD_SIZE: Fault = Fault {
    code: "bad-size",
    level: Level::Error,
    summary: "a size is not a number with a unit",
    explanation: "\
A limit in `[budget]` is a number and a unit: `\"60 KB\"`, `\"1.5 MB\"`, `\"800 B\"`. Units are decimal: 1 KB has a thousand
bytes, 1 MB a million.",
};

/// The most months for which something may be unconfirmed: a thousand years, so that the day they lead to is one.
const MOST_MONTHS: u32 = 12_000;

/// The fields of `[budget]` that limit a single thing; limits for kinds of pages are entries of `kinds`.
const LIMITS: &[&str] = &["package", "page", "pages", "days", "data", "styles", "pictures", "search", "handbook"];

const AGE: &[Field] = &[
    optional("older", Number, "Paler from this age on, in years; 5 where nothing is said.", "5"),
    optional("oldest", Number, "An outline alone from this age on, in years; 15 where nothing is said.", "15"),
    optional(
        "unconfirmed",
        Number,
        "Months: what nobody has confirmed for longer before the day of the edition is listed on a page of its own, by cause. There \
         is no such page where nothing is said.",
        "12",
    ),
];

const DAYS: &[Field] = &[
    optional(
        "countries",
        OneOf(Publish::WORDS),
        "Each country's page; `changes` where nothing is said.",
        "\"changes\"",
    ),
    optional("matrix", OneOf(Publish::WORDS), "The matrix; `year-ends` where nothing is said.", "\"year-ends\""),
    optional(
        "treaties",
        OneOf(Publish::WORDS),
        "The grid of treaties; `year-ends` where nothing is said.",
        "\"year-ends\"",
    ),
    optional("provisions", OneOf(Publish::WORDS), "Provisions; `none` where nothing is said.", "\"none\""),
    optional("pairs", OneOf(Publish::WORDS), "Two countries side by side; `none` where nothing is said.", "\"none\""),
    optional(
        "sections",
        OneOf(Publish::WORDS),
        "Each section of the codebook; `none` where nothing is said.",
        "\"none\"",
    ),
    optional(
        "most_pages",
        Number,
        "Where the countries' pages of `changes` would be more, the history page of each country gives all days instead; \
         1000 where nothing is said.",
        "1000",
    ),
    optional("latest", Number, "So many latest changes with every `year-ends`.", "5"),
    optional("also", List, "Days that are published whatever the rules say.", "[\"2005-06-30\"]"),
];

const SEARCH: &[Field] = &[optional(
    "index",
    Flag,
    "Whether there is an index, and a field to search with; the list of all pages is there in any case. `true` where \
     nothing is said.",
    "false",
)];

const GROUP: &[Field] = &[
    required("title", Words, "Its name.", "\"Neighbours\""),
    required("countries", Ids("country"), "The countries that are compared.", "[\"xr\", \"xs\"]"),
];

/// Limits for the output of `collatio package`. All but `package` are sizes of files as compressed in the ZIP.
const BUDGET: &[Field] = &[
    optional("package", Words, "The ZIP.", "\"20 MB\""),
    optional("page", Words, "Each page, but for those of kinds that have a limit of their own.", "\"60 KB\""),
    optional("kinds", Entries(BUDGET_KIND), "Kinds of page with limits of their own, `[[budget.kinds]]`.", ""),
    optional(
        "split",
        Words,
        "A page of the site that would weigh more is split into parts, where it can be; `500 KB` where nothing is said.",
        "\"500 KB\"",
    ),
    optional("pages", Words, "All pages on the main day together.", "\"5 MB\""),
    optional("days", Words, "All pages on other days together.", "\"10 MB\""),
    optional("data", Words, "The data files together.", "\"2 MB\""),
    optional("styles", Words, "Styles and scripts together.", "\"30 KB\""),
    optional("pictures", Words, "The pictures together.", "\"2 MB\""),
    optional("search", Words, "The index for search.", "\"2 MB\""),
    optional("handbook", Words, "The handbook in one file.", "\"1 MB\""),
];

const HOST: &[Field] = &[
    optional("size", Words, "How large the whole site may be; `1 GB` where nothing is said.", "\"1 GB\""),
    optional("files", Number, "How many files it may have; any number where nothing is said.", "20000"),
];

const BUDGET_KIND: &[Field] = &[
    required("kind", Words, "The kind of page: the name of its template.", "\"matrix\""),
    required("page", Words, "Each page of this kind.", "\"400 KB\""),
];

const SETTINGS_TRANSLATION: &[Field] = &[
    required("language", Language, "The language, one of `languages`.", "\"ru\""),
    optional("title", Words, "The name of the site.", "\"…\""),
    optional("description", Words, "One line that says what the site is.", "\"…\""),
    optional("edition_name", Words, "The name of the edition.", "\"…\""),
    optional("publisher", Words, "Who publishes the site.", "\"…\""),
    optional("licence", Words, "The licence of the content.", "\"…\""),
    optional("notice", Words, "The notice on quoted sources.", "\"…\""),
    optional("designations", Words, "The note on names of states.", "\"…\""),
    optional("article_word", Words, "What laws call an article.", "\"Article\""),
    optional("groups", List, "The titles of the groups, in their order.", "[\"…\"]"),
    required(
        "translated",
        OneOf(&["human", "machine"]),
        "Who translated it; a machine's words are labelled.",
        "\"human\"",
    ),
];

const SAFETY: &[Field] = &[
    optional(
        "parts",
        List,
        "Parts of the site whose pages have the button *Leave this page*: `topics`, `modules`, `questions`, `countries` …",
        "[\"topics\"]",
    ),
    optional(
        "sections",
        Ids("section"),
        "Sections of the codebook: their pages and those of their questions have it.",
        "[\"protection\"]",
    ),
    optional("help", Id("page"), "The page of prose that says where help is found.", "\"help\""),
    optional(
        "target",
        Url,
        "An address outside the site to which the button leads; an empty page of the site where nothing is said.",
        "\"https://example.org/\"",
    ),
];

/// The form of `collatio.toml`. Every field has a default, and the file itself may be absent.
pub const SETTINGS: &[Field] = &[
    optional("title", Words, "The name of the site; else the home page's title.", "\"My atlas of law\""),
    optional("description", Words, "One line that says what the site is.", "\"…\""),
    optional("language", Language, "The language of the pages, BCP 47; `en` where nothing is said.", "\"en\""),
    optional(
        "languages",
        Languages,
        "Languages in which the site is made, BCP 47, the first of them at its root; only `language` where nothing is said.",
        "[\"en\", \"ru\"]",
    ),
    optional(
        "translation",
        Entries(SETTINGS_TRANSLATION),
        "Its words in a further language, written `[[translation]]`.",
        "",
    ),
    optional("theme", Words, "The name of the theme; `default` where nothing is said.", "\"default\""),
    optional(
        "edition",
        FieldType::Date,
        "The day of the edition: today, unless the command line says otherwise.",
        "\"2026-01-31\"",
    ),
    optional("edition_name", Words, "The name of the edition.", "\"first edition\""),
    optional("law_as_at", FieldType::Date, "The day up to which the site as a whole was researched.", "\"2025-12-31\""),
    optional(
        "article_word",
        Words,
        "What laws call an article, where not as the theme does; `{}` stands for the number if the word comes behind it.",
        "\"Section\"",
    ),
    optional(
        "base_url",
        Url,
        "Where the site is published; for the sitemap and canonical addresses.",
        "\"https://example.org/\"",
    ),
    optional(
        "report_errors",
        Url,
        "Where readers report errors: `https:` or `mailto:`.",
        "\"mailto:editor@example.org\"",
    ),
    optional("countries", Ids("country"), "Countries in the order of the columns; others follow by name.", "[\"xr\"]"),
    optional("groups", Entries(GROUP), "Countries that are compared with each other, written `[[groups]]`.", ""),
    optional("publisher", Words, "Who edits and publishes the site; named in the foot and in citations.", "\"…\""),
    optional("licence", Words, "The licence of the content.", "\"CC BY 4.0\""),
    optional("licence_url", Url, "Where that licence is written.", "\"https://example.org/licence\""),
    optional("notice", Words, "The notice on quoted sources.", "\"…\""),
    optional("designations", Words, "The note on names of states.", "\"…\""),
    optional("days", Table(DAYS), "Which days are published as pages of their own.", ""),
    optional(
        "age",
        Table(AGE),
        "How old an answer must be to be drawn paler, or as an outline; words never depend on it.",
        "",
    ),
    optional("search", Table(SEARCH), "How the site can be searched.", ""),
    optional("budget", Table(BUDGET), "How much the offline copy may weigh; what weighs more is a warning.", ""),
    optional(
        "host",
        Table(HOST),
        "What the host takes: a site that would be larger has year ends as days, or is refused before it is written.",
        "",
    ),
    optional(
        "safety",
        Table(SAFETY),
        "On which pages readers are offered a way out at once; on none where nothing is said.",
        "",
    ),
];

pub(super) fn settings(id: FileId, file: &File) -> (Settings, Vec<Diagnostic>) {
    let content_file = ContentFile::whole(id, &file.text, "en");
    let Toml { table, mut faults, is_torn } = content_file.table(file.text.len());
    let expected =
        Expected { noun: "the configuration", fields: SETTINGS, common: &[], path: String::new(), outer: None };
    Checking { content_file: &content_file, out: &mut faults, torn: is_torn }.table(
        &table,
        content_file.fence,
        &expected,
        None,
    );
    let fields = Fields::of_file(&content_file, &table);
    let default = Settings::default();
    let theme = fields.words_at("theme");
    if let Some(theme) = theme.as_ref().filter(|theme| !is_slug(&theme.value)) {
        let message = format!("`{}` cannot be the name of a theme", theme.value);
        faults.push(BAD_THEME_NAME.at(theme.span, message).help("give the name of a folder below `themes/`"));
    }
    let languages = languages(&fields, &mut faults);
    let settings = Settings {
        title: fields.text("title"),
        description: fields.text("description"),
        language: languages.first().map(|first| first.value.clone()).unwrap_or(default.language),
        translations: fields.entries("translation").iter().filter_map(translation).collect(),
        languages,
        theme: theme.map(|theme| theme.value).filter(|theme| is_slug(theme)).unwrap_or(default.theme),
        edition: edition(&fields, &mut faults),
        edition_name: fields.text("edition_name"),
        law_as_at: fields.date("law_as_at"),
        article_word: fields.text("article_word"),
        base_url: base_url(&fields, &mut faults),
        report_errors: fields.url("report_errors").map(|at| at.value),
        countries: fields.ids("countries", CountryId::new),
        groups: fields.entries("groups").iter().filter_map(group).collect(),
        publisher: fields.text("publisher"),
        licence: fields.words("licence"),
        licence_url: fields.url("licence_url").map(|at| at.value),
        notice: fields.text("notice"),
        designations: fields.text("designations"),
        days: fields.table("days").map_or(default.days, |fields| days(&fields, &mut faults)),
        age: fields.table("age").map_or(default.age, |fields| age(&fields, default.age)),
        search: fields.table("search").and_then(|fields| fields.flag("index")).unwrap_or(default.search),
        budget: fields.table("budget").map_or(default.budget, |fields| budget(&fields, &mut faults)),
        split: fields
            .table("budget")
            .and_then(|fields| size(&fields.words_at("split")?, &mut faults))
            .unwrap_or(default.split),
        host: fields.table("host").map_or(default.host, |table| host(&table, fields.place("host"), &mut faults)),
        safety: fields
            .table("safety")
            .map_or(default.safety, |table| safety(&table, fields.place("safety"), &mut faults)),
    };
    (settings, faults)
}

/// The languages, the site's first language in front. They are checked here because each tag becomes the name of a
/// folder.
fn languages(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<At<String>> {
    let mut list: Vec<At<String>> = Vec::new();
    for tag in fields.texts("languages") {
        // Malformed tags are reported where the form is validated.
        if check_language(&tag.value).is_err() {
            continue;
        }
        if list.iter().any(|known| known.value.eq_ignore_ascii_case(&tag.value)) {
            faults
                .push(BAD_LANGUAGE.at(tag.span, format!("`{}` is named twice", tag.value)).help("keep one of the two"));
        } else {
            list.push(tag);
        }
    }
    match fields.words_at("language").filter(|language| check_language(&language.value).is_ok()) {
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

fn translation(fields: &Fields<'_, '_>) -> Option<SettingsTranslation> {
    Some(SettingsTranslation {
        language: fields.words("language")?,
        title: fields.text("title"),
        description: fields.text("description"),
        edition_name: fields.text("edition_name"),
        publisher: fields.text("publisher"),
        licence: fields.words("licence"),
        notice: fields.text("notice"),
        designations: fields.text("designations"),
        article_word: fields.text("article_word"),
        groups: fields.text_list("groups"),
        machine: fields.words("translated").as_deref() == Some("machine"),
    })
}

fn edition(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Day> {
    let date = fields.date_at("edition")?;
    let day = date.value.exact();
    if day.is_none() {
        let message = format!("`{}` is not one day", date.value);
        faults.push(BAD_DATE.at(date.span, message).help("an edition is of one day: \"2026-01-31\""));
    }
    day
}

/// The address at which the site is published, in a form to which paths can be appended.
fn base_url(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let url = fields.url("base_url")?;
    let host = url.value.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let strange = match (url.value.contains(['?', '#', '\\']), host.contains('@')) {
        (true, _) => "it has a query or a fragment",
        (_, true) => "it has the name of a user",
        _ => return Some(url.value),
    };
    let message = format!("`{}` cannot be where the site is published: {strange}", url.value);
    faults.push(
        BAD_ADDRESS.at(url.span, message).help("write the address of the folder: \"https://example.org/atlas/\""),
    );
    None
}

fn group(fields: &Fields<'_, '_>) -> Option<Group> {
    Some(Group {
        title: fields.text("title")?,
        at: fields.place("title"),
        countries: fields.ids("countries", CountryId::new),
    })
}

fn budget(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<Limit> {
    let mut list = Vec::new();
    let of = LIMITS.iter().filter_map(|of| Some((*of, None, fields.words_at(of)?)));
    let kinds = fields.entries("kinds").into_iter();
    let kinds = kinds.filter_map(|fields| Some(("page", Some(fields.words("kind")?), fields.words_at("page")?)));
    for (of, page, words) in of.chain(kinds) {
        if let Some(bytes) = size(&words, faults) {
            list.push(Limit { of, page, size: words.map(|_| bytes) });
        }
    }
    list
}

fn host(fields: &Fields<'_, '_>, at: Span, faults: &mut Vec<Diagnostic>) -> Host {
    let size = fields.words_at("size").and_then(|words| size(&words, faults));
    let files = fields.number("files").and_then(|n| u64::try_from(n).ok());
    Host { size: size.unwrap_or(Host::default().size), files, at: Some(at) }
}

/// A size in bytes; adds a fault where it cannot be parsed.
fn size(words: &At<String>, faults: &mut Vec<Diagnostic>) -> Option<u64> {
    let size = bytes(&words.value);
    if size.is_none() {
        let message = format!("`{}` is not a size", words.value);
        faults.push(BAD_SIZE.at(words.span, message).help("write a number and a unit: \"60 KB\", \"1.5 MB\""));
    }
    size
}

fn safety(fields: &Fields<'_, '_>, at: Span, faults: &mut Vec<Diagnostic>) -> Safety {
    let (parts, unknown): (Vec<_>, Vec<_>) =
        fields.texts("parts").into_iter().partition(|part| PARTS.contains(&part.value.as_str()));
    for part in unknown {
        let fault = UNKNOWN_WORD.at(part.span, format!("`{}` is not a part of the site", part.value));
        faults.push(match nearest(&part.value, PARTS.iter().copied()) {
            Some(near) => fault.suggest(Some(near)),
            None => fault.help(format!("it is one of {}", PARTS.map(|name| format!("`{name}`")).join(", "))),
        });
    }
    Safety {
        parts,
        sections: fields.ids("sections", SectionId::new),
        help: fields.id("help", PageId::new),
        target: fields.url("target"),
        at: Some(at),
    }
}

/// The number of bytes in `1.5 MB`; units are decimal. `None` if it is not a size.
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

fn age(fields: &Fields<'_, '_>, default: AgeLimits) -> AgeLimits {
    let years = |name: &str, default: u32| fields.number(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(default);
    AgeLimits {
        older: years("older", default.older),
        oldest: years("oldest", default.oldest),
        unconfirmed: fields.number("unconfirmed").and_then(|n| u32::try_from(n).ok()).map(|n| n.min(MOST_MONTHS)),
    }
}

fn days(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> DayPolicy {
    let default = DayPolicy::default();
    let rule = |name: &str, default: Publish| Publish::parse(fields.word(name)).unwrap_or(default);
    let mut also = Vec::new();
    for word in fields.texts("also") {
        match Date::parse(&word.value).ok().and_then(|date| date.exact()) {
            Some(day) => also.push(day),
            None => {
                let message = format!("`{}` is not one day", word.value);
                faults.push(BAD_DATE.at(word.span, message).help("write a day in full: \"2005-06-30\""));
            }
        }
    }
    if also.len() > MOST_DAYS {
        let message = format!("{} days are listed; {MOST_DAYS} are the most", also.len());
        faults.push(
            MANY_DAYS.at(fields.place("also"), message).help("name days that readers ask for; `serve` shows each day"),
        );
        also.truncate(MOST_DAYS);
    }
    DayPolicy {
        countries: rule("countries", default.countries),
        matrix: rule("matrix", default.matrix),
        treaties: rule("treaties", default.treaties),
        provisions: rule("provisions", default.provisions),
        pairs: rule("pairs", default.pairs),
        sections: rule("sections", default.sections),
        most_pages: fields.number("most_pages").and_then(|n| usize::try_from(n).ok()).unwrap_or(default.most_pages),
        latest: fields.number("latest").and_then(|n| usize::try_from(n).ok()).unwrap_or(default.latest),
        also,
    }
}
