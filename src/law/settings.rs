//! The configuration of a site, `collatio.toml`. Every field has a default, and so has the file.

use crate::text::{At, Origin, Span, TaggedText};

use super::{CountryId, Date, Day, PageId, Publish, SectionId};

/// The configuration of a site.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The name of the site; without it, the title of the home page is used.
    pub title: Option<TaggedText>,
    /// One line that says what the site is.
    pub description: Option<TaggedText>,
    /// The language of the pages, BCP 47; `en` by default.
    pub language: String,
    /// The languages in which the site is made, in order; the first is `language`.
    pub languages: Vec<At<String>>,
    /// The texts of the configuration in further languages.
    pub translations: Vec<SettingsTranslation>,
    /// The name of the folder below `themes/`.
    pub theme: String,
    /// The day of the edition, which is *today* unless the command line gives another. Without both, today is the
    /// latest day that any record names, so that a build needs no clock.
    pub edition: Option<Day>,
    /// The name of the edition, if it has one ("first edition").
    pub edition_name: Option<TaggedText>,
    /// "Law as at": the day up to which the site as a whole was researched, in words or as a date.
    pub law_as_at: Option<Date>,
    /// What laws call an article, where the theme's word does not fit: `Section`, or `{}-бап` where the word follows
    /// the number.
    pub article_word: Option<TaggedText>,
    /// Where the site is published; needed for sitemap and canonical urls only.
    pub base_url: Option<String>,
    /// Where readers report errors: an `https:` or `mailto:` address.
    pub report_errors: Option<String>,
    /// Countries in column order; the others follow by name.
    pub countries: Vec<At<CountryId>>,
    /// Groups of countries for which pages of pairs are made.
    pub groups: Vec<Group>,
    /// Who edits and publishes the site.
    pub publisher: Option<TaggedText>,
    /// The name of the licence of the content.
    pub licence: Option<String>,
    /// The address of the licence's text.
    pub licence_url: Option<String>,
    /// The notice on quoted sources.
    pub notice: Option<TaggedText>,
    /// The note on names of states and designations.
    pub designations: Option<TaggedText>,
    /// Which days are published as pages of their own.
    pub days: DayPolicy,
    /// The ages from which carried-on answers are drawn as old.
    pub age: AgeLimits,
    /// Whether the site has an index for search.
    pub search: bool,
    /// Limits to the size of files of the offline copy.
    pub budget: Vec<Limit>,
    /// The size in bytes above which a page is split into parts, where it can be.
    pub split: u64,
    /// Limits that the host of the site sets.
    pub host: Host,
    /// The quick exit: on which pages, and where it leads.
    pub safety: Safety,
}

/// The configuration of the quick exit, a button by which readers leave the site at once. By default no page has it.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// The parts of the site that have the button, by their names in [`PARTS`].
    pub parts: Vec<At<String>>,
    /// Sections of the codebook whose pages, and those of whose questions, have the button.
    pub sections: Vec<At<SectionId>>,
    /// The page of prose that says where help is found.
    pub help: Option<At<PageId>>,
    /// The address outside the site to which the button leads; `None`: to an empty page of the site.
    pub target: Option<At<String>>,
    /// Where `[safety]` is written, for diagnostics.
    pub at: Option<Span>,
}

/// The names of the parts of a site, as the configuration spells them.
pub const PARTS: [&str; 22] = [
    "home",
    "countries",
    "matrix",
    "comparisons",
    "sheet",
    "treaties",
    "instruments",
    "laws",
    "amendments",
    "timeline",
    "changes",
    "topics",
    "modules",
    "questions",
    "disagreements",
    "unresearched",
    "sources",
    "glossary",
    "data",
    "about",
    "search",
    "pages",
];

/// A limit to the size of files.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The field of `[budget]` that sets it.
    pub of: &'static str,
    /// The kind of page to which it applies; `None`: to all.
    pub page: Option<String>,
    /// The limit in bytes.
    pub size: At<u64>,
}

/// Limits that the host of the site sets.
#[derive(Clone, Debug)]
pub struct Host {
    /// The greatest size of the whole site, in bytes.
    pub size: u64,
    /// The greatest number of files; `None`: no limit.
    pub files: Option<u64>,
    /// Where `[host]` is written, for diagnostics.
    pub at: Option<Span>,
}

impl Default for Host {
    /// 1 GB (10^9 bytes), the limit of the most common hosts of static sites.
    fn default() -> Host {
        Host { size: 1_000_000_000, files: None, at: None }
    }
}

/// The texts of the configuration in a further language.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is that of the settings in another language")]
pub struct SettingsTranslation {
    pub language: String,
    pub title: Option<TaggedText>,
    pub description: Option<TaggedText>,
    pub edition_name: Option<TaggedText>,
    pub publisher: Option<TaggedText>,
    pub licence: Option<String>,
    pub notice: Option<TaggedText>,
    pub designations: Option<TaggedText>,
    pub article_word: Option<TaggedText>,
    pub groups: Vec<TaggedText>,
    /// Whether a machine translated them.
    pub machine: bool,
}

impl Settings {
    /// The languages of the site besides the first.
    pub fn further(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().skip(1).map(|language| language.value.as_str())
    }

    /// The settings in a further language. Texts without a translation are marked as being in the first language.
    pub fn in_language(&self, language: &str) -> Settings {
        let own = self.translations.iter().find(|translation| translation.language == language);
        let untranslated = Origin::Untranslated(self.language.as_str().into());
        let by = |words: &TaggedText| {
            TaggedText::new(words.as_str(), own.filter(|own| own.machine).map(|_| Origin::Machine))
        };
        let first = |words: &TaggedText| TaggedText::new(words.as_str(), Some(untranslated.clone()));
        let pick = |field: fn(&SettingsTranslation) -> &Option<TaggedText>, of_first: &Option<TaggedText>| {
            own.and_then(|own| field(own).as_ref().map(by)).or_else(|| of_first.as_ref().map(first))
        };
        let group = |(at, group): (usize, &Group)| Group {
            title: own.and_then(|own| own.groups.get(at)).map_or_else(|| first(&group.title), by),
            ..group.clone()
        };
        Settings {
            language: language.to_owned(),
            title: pick(|own| &own.title, &self.title),
            description: pick(|own| &own.description, &self.description),
            edition_name: pick(|own| &own.edition_name, &self.edition_name),
            publisher: pick(|own| &own.publisher, &self.publisher),
            licence: own.and_then(|own| own.licence.clone()).or_else(|| self.licence.clone()),
            notice: pick(|own| &own.notice, &self.notice),
            designations: pick(|own| &own.designations, &self.designations),
            article_word: pick(|own| &own.article_word, &self.article_word),
            groups: self.groups.iter().enumerate().map(group).collect(),
            ..self.clone()
        }
    }
}

/// From which age an answer is drawn paler or as an outline, in years before the day of the view, and what is listed as
/// unconfirmed. Answers themselves never depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeLimits {
    /// Paler from this age on, in years.
    pub older: u32,
    /// As an outline from this age on, in years.
    pub oldest: u32,
    /// What nobody has confirmed for more months than this before the day of the edition is listed; `None`: nothing is.
    pub unconfirmed: Option<u32>,
}

impl Default for AgeLimits {
    fn default() -> AgeLimits {
        AgeLimits { older: 5, oldest: 15, unconfirmed: None }
    }
}

/// A group of countries for which pages of pairs are made.
#[derive(Clone, Debug)]
pub struct Group {
    /// The group's name, for the list of comparisons.
    pub title: TaggedText,
    /// The span of the title.
    pub at: Span,
    /// The members, in the order of the file.
    pub countries: Vec<At<CountryId>>,
}

/// Which days get pages of their own, besides the main views.
#[derive(Clone, Debug)]
pub struct DayPolicy {
    /// For each country's page.
    pub countries: Publish,
    /// For the matrix.
    pub matrix: Publish,
    /// For the grid of treaties.
    pub treaties: Publish,
    /// For provisions.
    pub provisions: Publish,
    /// For two countries side by side.
    pub pairs: Publish,
    /// For each section of the codebook.
    pub sections: Publish,
    /// The most pages of countries on their days of change. Where there would be more, their history pages give all
    /// days instead.
    pub most_pages: usize,
    /// How many of the latest changes [`Publish::YearEnds`] adds, at most.
    pub latest: usize,
    /// Further days to publish.
    pub also: Vec<Day>,
}

impl Default for DayPolicy {
    fn default() -> DayPolicy {
        DayPolicy {
            countries: Publish::Changes,
            matrix: Publish::YearEnds,
            treaties: Publish::YearEnds,
            provisions: Publish::None,
            pairs: Publish::None,
            sections: Publish::None,
            most_pages: 1000,
            latest: 5,
            also: Vec::new(),
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            title: None,
            description: None,
            language: "en".to_owned(),
            languages: Vec::new(),
            translations: Vec::new(),
            theme: "default".to_owned(),
            edition: None,
            edition_name: None,
            law_as_at: None,
            article_word: None,
            base_url: None,
            report_errors: None,
            countries: Vec::new(),
            groups: Vec::new(),
            publisher: None,
            licence: None,
            licence_url: None,
            notice: None,
            designations: None,
            days: DayPolicy::default(),
            age: AgeLimits::default(),
            search: true,
            budget: Vec::new(),
            split: 500_000,
            host: Host::default(),
            safety: Safety::default(),
        }
    }
}
