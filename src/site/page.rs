//! Pages: which there are, what each is called, and how one is made.

use crate::law::{self, Day, Kind, Thing};

use super::address::{self, Address, FRAME};
use super::country::first_paragraph;
use super::date::{of_day, when};
use super::days::nearest;
use super::division;
use super::sheet::Sheet;
use super::view::{
    Block, ChangesYear, Crumb, DataFile, DataPage, DayLink, DayView, Frame, Heading, Inline, Link, NavItem, NotFound,
    Page, PageLanguage, Prose, SourceGroup, VERSION, View,
};
use super::{Edition, Limit, Site};

/// Languages that run from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
/// A page on a day links to the countries' pages on that day if there are no more than these.
const MOST_COUNTRIES_IN_DAY_BAR: usize = 24;

/// A page with more cells, lines or events than this is large.
const LARGE: usize = 2000;

impl Site {
    fn data_files(&self) -> Vec<(String, Option<usize>)> {
        let tables = self.data().counts().into_iter().map(|(name, rows)| (format!("{name}.csv"), rows));
        let whole = ["collatio.json", "datapackage.json", "references.bib", "references.ris", "references.json"]
            .map(|name| (name.to_owned(), None));
        tables.chain(whole).collect()
    }
    /// The limits that the configuration sets to the offline copy.
    pub fn limits(&self) -> Vec<Limit> {
        let own = |limit: &law::Limit| Limit {
            of: limit.of,
            page: limit.page.clone(),
            bytes: limit.size.value,
            span: limit.size.span,
        };
        self.corpus.settings.budget.iter().map(own).collect()
    }

    /// The addresses of all pages that are published, in the order in which they are printed: each main view, then the
    /// same view on its days.
    pub fn addresses(&self) -> Vec<Address> {
        let mut list = Vec::with_capacity(self.main_views.len());
        for address in &self.main_views {
            list.push(address.clone());
            list.extend(self.days_of(address).into_iter().map(|day| address.on_day(day)));
        }
        list
    }

    /// The address that `path` names: also a view on a day that is not published.
    pub fn find(&self, path: &str) -> Option<Address> {
        if let Some(at) = self.by_path.get(path) {
            return Some(self.main_views[*at].clone());
        }
        let (main, day) = address::split_day(path)?;
        let address = &self.main_views[*self.by_path.get(main.as_str())?];
        has_days(address.kind).then(|| address.on_day(day))
    }

    /// The days on which a view is published, besides its main view.
    fn days_of(&self, address: &Address) -> Vec<Day> {
        match address.kind {
            "country" => self.calendar.of_country(&self.corpus, &address.id).to_vec(),
            "provision" => self.calendar.of_provision(&self.corpus, &address.id),
            "matrix" | "matrix-transposed" => self.calendar.matrix.clone(),
            "treaties" => self.calendar.treaties.clone(),
            "pair" => {
                self.two_of(&address.id).map(|pair| self.calendar.of_pair(&self.corpus, pair)).unwrap_or_default()
            }
            "section" => self.calendar.of_section(&self.corpus, &address.id),
            _ => Vec::new(),
        }
    }

    /// Whether a page shows so much of a large site that two such pages should not be made at once.
    pub fn is_large(&self, address: &Address) -> bool {
        let corpus = &self.corpus;
        let countries = corpus.columns.len();
        let shown = match address.kind {
            "matrix" | "matrix-transposed" | "unresearched" => countries * corpus.questions.len(),
            "treaties" => countries * corpus.instruments.len(),
            kind if self.divisions.has(kind, &address.id) => 0,
            "timeline" => corpus.actions.len() + corpus.laws.len() + corpus.amendments.len(),
            "laws" => corpus.provisions.len(),
            address::HANDBOOK => corpus.sources.len() + countries * corpus.questions.len(),
            _ => 0,
        };
        shown > LARGE
    }

    /// The page at `address`. A pure function: pages can be made in any order and at once.
    pub fn page(&self, address: &Address) -> Page {
        let sheet = Sheet { site: self, at: address, day: address.on.unwrap_or(self.calendar.main), scope: "" };
        let view = self.view(&sheet);
        let settings = &self.corpus.settings;
        let not_found = matches!(address.kind, "not-found" | address::BLANK);
        Page {
            root: address::root_of(&address.path),
            language: settings.language.clone(),
            direction: self.direction(),
            languages: if not_found { Vec::new() } else { self.languages(address) },
            stale: self.is_stale(address),
            title: self.title(&sheet, &view),
            description: self.describe(address),
            kind: address.kind,
            breadcrumbs: if not_found { Vec::new() } else { self.breadcrumbs(&sheet) },
            // A topic in one country has one part.
            contents: if address.kind == "topic-country" { Vec::new() } else { contents(&view) },
            day: has_days(address.kind).then(|| self.day_view(&sheet)),
            canonical: self.canonical(address),
            feed: self.feed_of(address),
            cite: self.reference(address),
            division: sheet.division(),
            exit: sheet.exit(),
            report: self.report(),
            json_ld: None,
            path: address.path.to_string(),
            view,
        }
    }

    /// The same page in all languages of the site: they have the same pages at the same places.
    fn languages(&self, address: &Address) -> Vec<PageLanguage> {
        let (editions, own) = &self.editions;
        let from = format!("{}{}", self.folder(), address.path);
        let base = self.base_url();
        let one = |(at, edition): (usize, &Edition)| {
            let to = format!("{}{}", edition.folder, address.path);
            let href = address::relative(&from, &to, None);
            let public = to.strip_suffix("index.html").unwrap_or(&to);
            PageLanguage {
                language: edition.language.clone(),
                name: edition.name.clone(),
                address: base.as_ref().map_or_else(|| href.clone(), |base| format!("{base}/{public}")),
                href,
                here: at == *own,
            }
        };
        editions.iter().enumerate().map(one).collect()
    }

    /// Whether the words of a page's record have changed since they were translated.
    fn is_stale(&self, address: &Address) -> bool {
        let corpus = &self.corpus;
        let Some(rendering) = corpus.rendering.as_ref().filter(|rendering| !rendering.stale.is_empty()) else {
            return false;
        };
        let id = &*address.id;
        let head = match address.kind {
            "home" => corpus.home.as_ref().map(|page| &page.head),
            "about" => corpus.pages.get("about").map(|page| &page.head),
            "page" => corpus.pages.get(id).map(|page| &page.head),
            "country" => corpus.countries.get(id).map(|country| &country.head),
            "instrument" => corpus.instruments.get(id).map(|instrument| &instrument.head),
            "law" => corpus.laws.get(id).map(|law| &law.head),
            "provision" => corpus.provisions.get(id).map(|provision| &provision.head),
            "amendment" => corpus.amendments.get(id).map(|amendment| &amendment.head),
            "topic" => corpus.topics.get(id).map(|topic| &topic.head),
            "question" => corpus.questions.get(id).map(|question| &question.head),
            "module" => corpus.modules.get(id).map(|module| &module.head),
            "source" => corpus.sources.get(id).map(|source| &source.head),
            _ => None,
        };
        head.is_some_and(|head| rendering.stale.contains(&head.at.file))
    }

    fn view(&self, sheet: &Sheet<'_>) -> View {
        let corpus = &self.corpus;
        let (kind, id) = sheet.at.whole();
        let gone = || View::NotFound(NotFound { home: None });
        match kind {
            "home" => View::Home(sheet.home()),
            "countries" => View::Countries(sheet.countries_page()),
            "country" => corpus
                .countries
                .get(id)
                .map_or_else(gone, |c| View::Country(Box::new(self.sheet(sheet).country_page(c)))),
            "instruments" => View::Instruments(sheet.instruments_page()),
            "instrument" => corpus
                .instruments
                .get(id)
                .map_or_else(gone, |i| View::Instrument(Box::new(self.sheet(sheet).instrument(i)))),
            "treaties" => View::Treaties(sheet.grid()),
            "laws" => View::Laws(sheet.laws_page()),
            "law" => corpus.laws.get(id).map_or_else(gone, |l| View::Law(Box::new(self.sheet(sheet).law(l)))),
            "provision" => corpus
                .provisions
                .get(id)
                .map_or_else(gone, |p| View::Provision(Box::new(self.sheet(sheet).provision(p)))),
            "amendments" => View::Amendments(sheet.amendments_page()),
            "amendment" => corpus
                .amendments
                .get(id)
                .map_or_else(gone, |a| View::Amendment(Box::new(self.sheet(sheet).amendment(a)))),
            "timeline" => View::Timeline(sheet.timeline()),
            address::HANDBOOK_OF => corpus
                .countries
                .get(id)
                .map_or_else(gone, |c| View::Handbook(Box::new(self.sheet(sheet).handbook_of(c)))),
            address::HANDBOOK => View::Handbook(Box::new(sheet.handbook())),
            "changes" => View::Changes(sheet.changes()),
            "changes-year" => View::Changes(sheet.changes_of_year(id)),
            "changes-country" => View::Changes(sheet.changes_of_country(id)),
            "changes-country-year" => View::Changes(sheet.changes_of_country_in(id)),
            "changes-instrument" | "changes-instrument-year" => View::Changes(sheet.changes_of_instrument(id)),
            "changes-between" => sheet.between(id).map_or_else(gone, |b| View::Between(Box::new(b))),
            "changes-between-country" => sheet.between_in_country(id).map_or_else(gone, |b| View::Between(Box::new(b))),
            "topics" => View::Topics(sheet.topics_page()),
            "topic" => corpus.topics.get(id).map_or_else(gone, |t| View::Topic(Box::new(self.sheet(sheet).topic(t)))),
            "questions" => View::Questions(sheet.questions_page()),
            "question" => {
                corpus.questions.get(id).map_or_else(gone, |q| View::Question(Box::new(self.sheet(sheet).question(q))))
            }
            "matrix" => View::Matrix(self.whole_matrix(sheet, "matrix/by-country.html")),
            "matrix-transposed" => View::Matrix(self.whole_matrix(sheet, address::frame("matrix"))),
            "sheet" => View::OwnSheet(sheet.own_sheet()),
            "comparisons" => View::Comparisons(sheet.comparisons()),
            "section" => {
                corpus.sections.get(id).map_or_else(gone, |s| View::Section(Box::new(self.sheet(sheet).section(s))))
            }
            "pair" => self.two_of(id).map_or_else(gone, |pair| View::Pair(Box::new(self.sheet(sheet).pair_page(pair)))),
            "sources" => View::Sources(sheet.sources_page()),
            "source" => corpus.sources.get(id).map_or_else(gone, |s| View::Source(Box::new(sheet.source(s)))),
            "disagreements" => View::Disagreements(sheet.disagreements()),
            "unresearched" => View::Unresearched(sheet.unresearched()),
            "glossary" => View::Glossary(sheet.glossary()),
            "about" => View::About(sheet.about()),
            "modules" => View::Modules(sheet.modules_page()),
            "module" => {
                corpus.modules.get(id).map_or_else(gone, |m| View::Module(Box::new(self.sheet(sheet).module(m))))
            }
            "handout" => self
                .handout(id)
                .map_or_else(gone, |(m, h)| View::Handout(Box::new(self.sheet(sheet).handout_page(m, h)))),
            "page" => corpus.pages.get(id).map_or_else(gone, |p| View::Prose(sheet.prose_page(p))),
            "data" => View::Data(self.data_page(sheet)),
            address::SEARCH => View::Search(sheet.search()),
            address::SEARCH_LIST => View::Search(sheet.search_list(id)),
            "moved" => View::Moved(self.moved(sheet)),
            _ => {
                let home = self.base_url().map(|base| format!("{base}/{}", self.folder()));
                View::NotFound(NotFound { home: home.map(|home| home.trim_end_matches('/').to_owned()) })
            }
        }
    }

    /// The same sheet with the site's own lifetime.
    fn sheet<'s>(&'s self, sheet: &Sheet<'s>) -> Sheet<'s> {
        Sheet { site: self, ..*sheet }
    }

    /// The other way round leads to the same day, so that `<main>` is the same whether the view is the main one or not.
    fn whole_matrix(&self, sheet: &Sheet<'_>, other: &str) -> super::view::Matrix {
        sheet.matrix(|_| true, sheet.href(other, None))
    }

    fn data_page(&self, sheet: &Sheet<'_>) -> DataPage {
        let file = |(name, rows): (String, Option<usize>)| DataFile {
            href: sheet.shared(&format!("data/{name}")),
            key: name.split('.').next().unwrap_or_default().to_owned(),
            name,
            rows,
        };
        DataPage { files: self.data_files().into_iter().map(file).collect() }
    }

    fn moved(&self, sheet: &Sheet<'_>) -> Link {
        let (kind, id) = sheet.at.id.split_once(':').unwrap_or_default();
        let kind = Kind::ALL.iter().find(|(_, word)| *word == kind).map_or(Kind::Page, |(kind, _)| *kind);
        sheet.link(kind, id)
    }

    fn title(&self, sheet: &Sheet<'_>, view: &View) -> String {
        let (kind, id) = sheet.at.whole();
        match view {
            View::Home(_) => self.site_title(),
            View::Question(question) => question.wording.clone(),
            View::Instrument(instrument) => instrument.title.clone(),
            View::Pair(_) => self.pair_title(id),
            View::Moved(link) => link.text.clone(),
            View::Handout(page) => page.handout.title.clone(),
            View::Handbook(_) if !id.is_empty() => {
                filled(&self.words.handbook_of, &[("{}", &self.name(Kind::Country, id))])
            }
            View::Search(_) if !id.is_empty() => self.name(Kind::Country, id),
            View::Changes(changes) => match &changes.of {
                Some(of) => {
                    let year = id.split_once('/').map(|(_, year)| format!("{}, {year}", of.text));
                    filled(&self.words.changes_of, &[("{}", year.as_ref().unwrap_or(&of.text))])
                }
                None if !id.is_empty() => filled(&self.words.changes_of, &[("{}", id)]),
                None => String::new(),
            },
            View::About(_) => self.corpus.pages.get("about").map(|p| p.title.clone()).unwrap_or_default(),
            _ => kind_of(kind).map(|kind| self.name(kind, id)).unwrap_or_default(),
        }
    }

    pub(super) fn site_title(&self) -> String {
        let settings = &self.corpus.settings;
        settings
            .title
            .clone()
            .or_else(|| self.corpus.home.as_ref().map(|h| h.title.clone()))
            .unwrap_or_else(|| "Collatio".to_owned())
    }

    /// One line about the page, from its own first words; else the site's.
    fn describe(&self, address: &Address) -> String {
        let corpus = &self.corpus;
        let id = &*address.id;
        let body = match address.kind {
            "country" => corpus.countries.get(id).map(|c| &c.body),
            "instrument" => corpus.instruments.get(id).map(|i| &i.body),
            "law" => corpus.laws.get(id).map(|l| &l.body),
            "amendment" => corpus.amendments.get(id).map(|a| &a.body),
            "topic" => corpus.topics.get(id).map(|t| &t.body),
            "page" => corpus.pages.get(id).map(|p| &p.body),
            "module" => corpus.modules.get(id).map(|m| &m.body),
            _ => None,
        };
        let words = body.map(first_paragraph).unwrap_or_default();
        let words = if words.is_empty() { corpus.settings.description.clone().unwrap_or_default() } else { words };
        shorten(&words, 200)
    }

    fn breadcrumbs(&self, sheet: &Sheet<'_>) -> Vec<Crumb> {
        let id = &*sheet.at.id;
        if sheet.at.kind == "home" {
            return Vec::new();
        }
        let frame = |kind: &'static str| Crumb { href: sheet.frame(kind), key: Some(kind), text: String::new() };
        let record = |kind: Kind, id: &str| {
            let link = sheet.link(kind, id);
            Crumb { href: link.href, key: None, text: link.text }
        };
        let country = |id: &str| record(Kind::Country, id.split('/').next().unwrap_or_default());
        let mut crumbs = vec![frame("home")];
        match sheet.at.kind {
            "country" => crumbs.push(frame("countries")),
            "instrument" => crumbs.push(frame("instruments")),
            "law" => crumbs.extend([frame("countries"), country(id)]),
            "provision" => {
                let law = id.rsplit_once('/').map_or("", |(law, _)| law);
                crumbs.extend([frame("countries"), country(id), record(Kind::Law, law)]);
            }
            "amendment" => crumbs.extend([frame("countries"), country(id), frame("amendments")]),
            "topic" => crumbs.push(frame("topics")),
            "question" => {
                crumbs.push(frame("questions"));
                let section = self.corpus.questions.get(id).map(|q| record(Kind::Section, q.section.as_str()));
                crumbs.extend(section);
            }
            "source" => crumbs.push(frame("sources")),
            "module" => crumbs.push(frame("modules")),
            "handout" => {
                let module = id.split('/').next().unwrap_or_default();
                crumbs.extend([frame("modules"), record(Kind::Module, module)]);
            }
            "changes-year" | "changes-between" => crumbs.push(frame("changes")),
            address::HANDBOOK_OF => crumbs.extend([frame("countries"), country(id)]),
            "changes-country" => crumbs.extend([frame("countries"), country(id)]),
            "changes-between-country" => {
                let list =
                    sheet.link_to_country_changes(&law::CountryId::new(id.split('/').next().unwrap_or_default()));
                let list = Crumb { href: list.href, key: Some("changes"), text: String::new() };
                crumbs.extend([frame("countries"), country(id), list]);
            }
            "changes-country-year" => {
                let href = sheet.href(&super::changes::country_path(id.split('/').next().unwrap_or_default()), None);
                let list = Crumb { href, key: Some("changes"), text: String::new() };
                crumbs.extend([frame("countries"), country(id), list]);
            }
            "changes-instrument" => crumbs.extend([frame("instruments"), record(Kind::Instrument, id)]),
            "changes-instrument-year" => {
                let instrument = id.split('/').next().unwrap_or_default();
                let href = sheet.href(&super::changes::instrument_path(instrument), None);
                let list = Crumb { href, key: Some("changes"), text: String::new() };
                crumbs.extend([frame("instruments"), record(Kind::Instrument, instrument), list]);
            }
            "matrix-transposed" | "section" => crumbs.push(frame("matrix")),
            "pair" => crumbs.push(frame("comparisons")),
            address::SEARCH_LIST => crumbs.push(frame(address::SEARCH)),
            kind if division::whole_of(kind).is_some() => {
                crumbs.extend([frame("countries"), country(id)]);
                crumbs.push(match sheet.at.whole() {
                    ("topic", topic) => record(Kind::Topic, topic),
                    ("source", source) => record(Kind::Source, source),
                    (whole, _) => frame(whole),
                });
            }
            _ => {}
        }
        crumbs
    }

    fn day_view(&self, sheet: &Sheet<'_>) -> DayView {
        let at = sheet.at;
        let main = &self.main_views[*self
            .by_path
            .get(&address::split_day(&at.path).map_or(at.path.clone(), |(main, _)| main.into()))
            .unwrap_or(&0)];
        let link = |address: &Address, day: Day| DayLink {
            href: sheet.href(&address.path, None),
            on: of_day(day),
            here: address.path == at.path,
            key: "",
            text: String::new(),
            nearest: false,
        };
        DayView {
            on: of_day(sheet.day),
            main: at.on.is_none(),
            main_href: sheet.href(&main.path, None),
            others: self.days_of(main).into_iter().map(|day| link(&main.on_day(day), day)).collect(),
            views: at.on.map(|_| self.same_day(sheet)).unwrap_or_default(),
            since: matches!(at.kind, "matrix" | "matrix-transposed").then(|| sheet.since_day_before()).flatten(),
        }
    }

    /// The other views on the sheet's day, or on the nearest day that is published.
    fn same_day(&self, sheet: &Sheet<'_>) -> Vec<DayLink> {
        let mut views: Vec<(&Address, &'static str, String)> = Vec::new();
        for address in self.main_views.iter().filter(|a| matches!(a.kind, "matrix" | "matrix-transposed" | "treaties"))
        {
            views.push((address, address.kind, String::new()));
        }
        if self.corpus.columns.len() <= MOST_COUNTRIES_IN_DAY_BAR {
            let columns = self.corpus.columns.iter().map(|c| address::of_record(Kind::Country, c.as_str()).0);
            let pages = columns.filter_map(|path| self.by_path.get(path.as_str())).map(|at| &self.main_views[*at]);
            views.extend(pages.map(|a| (a, "", self.name(Kind::Country, &a.id))));
        }
        let link = |(address, key, text): (&Address, &'static str, String)| {
            let day = nearest(&self.days_of(address), sheet.day)?;
            let other = address.on_day(day);
            let here = other.path == sheet.at.path;
            (!here).then(|| DayLink {
                href: sheet.href(&other.path, None),
                on: of_day(day),
                here,
                key,
                text,
                nearest: day != sheet.day,
            })
        };
        views.into_iter().filter_map(link).collect()
    }

    /// What all pages share.
    pub fn frame(&self) -> Frame {
        let settings = &self.corpus.settings;
        let item = |(key, path): &(&'static str, &str)| NavItem { path: (*path).to_owned(), key, text: String::new() };
        let mut pages: Vec<&law::Page> = self.corpus.pages.iter().filter(|p| p.id.as_str() != "about").collect();
        pages.sort_by_key(|p| (p.order, p.id.clone()));
        let page = |p: &law::Page| NavItem {
            path: address::of_record(Kind::Page, p.id.as_str()).0,
            key: "",
            text: p.title.clone(),
        };
        Frame {
            version: VERSION,
            title: self.site_title(),
            description: settings.description.clone().unwrap_or_default(),
            language: settings.language.clone(),
            first_language: self.corpus.rendering.as_ref().map(|rendering| rendering.first.clone()),
            edition: of_day(self.calendar.today),
            edition_name: settings.edition_name.clone(),
            as_of: of_day(self.calendar.main),
            historical: self.calendar.main != self.calendar.today,
            law_as_at: settings.law_as_at.as_ref().map(when),
            base_url: self.base_url(),
            licence: settings.licence.clone(),
            licence_url: settings.licence_url.as_deref().and_then(address::web),
            notice: settings.notice.clone(),
            designations: settings.designations.clone(),
            nav: FRAME.iter().filter(|(kind, _)| self.has_page(kind)).map(item).collect(),
            search: address::frame(address::SEARCH).to_owned(),
            indexed: self.is_indexed(),
            pages: pages.into_iter().map(page).collect(),
            generator: concat!("Collatio ", env!("CARGO_PKG_VERSION")).to_owned(),
            inputs: self.inputs.clone(),
        }
    }

    /// Whether a page that every site has says anything on this one; it exists all the same.
    fn has_page(&self, kind: &str) -> bool {
        let corpus = &self.corpus;
        match kind {
            "treaties" | "instruments" => !corpus.instruments.is_empty(),
            "laws" => !corpus.laws.is_empty(),
            "amendments" => !corpus.amendments.is_empty(),
            "topics" => !corpus.topics.is_empty(),
            "matrix" | "questions" | "comparisons" => !corpus.questions.is_empty(),
            // Links lead to it from where something can be collected.
            "sheet" => false,
            "glossary" => !corpus.terms.is_empty(),
            "modules" => !corpus.modules.is_empty(),
            "changes" => self.has_changes(),
            _ => true,
        }
    }

    /// Where readers report errors, if it is an address.
    pub(super) fn report(&self) -> Option<String> {
        self.corpus.settings.report_errors.as_deref().and_then(address::web)
    }

    /// Where the site is published, without a `/` at its end.
    pub(super) fn base_url(&self) -> Option<String> {
        let url = address::web(self.corpus.settings.base_url.as_deref()?)?;
        Some(url.trim_end_matches('/').to_owned())
    }

    /// How its language runs: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let language = self.corpus.settings.language.split('-').next().unwrap_or_default();
        if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" }
    }

    /// What a record is called in links.
    pub(super) fn name(&self, kind: Kind, id: &str) -> String {
        let corpus = &self.corpus;
        let found = match kind {
            Kind::Country => corpus.countries.get(id).map(|c| c.name.clone()),
            Kind::Instrument => corpus.instruments.get(id).map(|i| i.short().to_owned()),
            Kind::Law => corpus.laws.get(id).map(|l| l.title.clone()),
            Kind::Provision => corpus.provisions.get(id).map(|p| {
                let law = corpus.laws.get(p.law.as_str()).map_or(p.law.as_str(), |l| &l.title);
                self.article_of(law, &p.article)
            }),
            Kind::Offence => corpus.offences.get(id).map(|o| o.conduct.clone()),
            Kind::Amendment => corpus.amendments.get(id).map(|a| a.title.clone()),
            Kind::Topic => corpus.topics.get(id).map(|t| t.title.clone()),
            Kind::Section => corpus.sections.get(id).map(|s| s.title.clone()),
            Kind::Question => corpus.questions.get(id).map(|q| q.label.clone()),
            Kind::Source => corpus.sources.get(id).map(|s| s.short().to_owned()),
            Kind::Term => corpus.terms.get(id).map(|t| t.term.clone()),
            Kind::Conflict => corpus.conflicts.get(id).map(|c| c.title.clone()),
            Kind::Page if id == "index" => Some(self.site_title()),
            Kind::Page => corpus.pages.get(id).map(|p| p.title.clone()),
            Kind::Module => corpus.modules.get(id).map(|m| m.title.clone()),
        };
        found.unwrap_or_else(|| id.to_owned())
    }

    /// What a thing is called in links: a record, or a part of it.
    pub(super) fn name_of(&self, thing: &Thing) -> String {
        let name = self.name(thing.kind, &thing.id);
        let Some(anchor) = &thing.anchor else { return name };
        match thing.kind {
            Kind::Instrument => {
                let instrument = self.corpus.instruments.get(&thing.id);
                let article = instrument.and_then(|i| i.articles.iter().find(|a| *a.key.value == **anchor));
                let number = article.map_or(&**anchor, |a| &a.number);
                self.article_of(&name, number)
            }
            Kind::Question => format!("{name}: {}", self.name(Kind::Country, anchor)),
            Kind::Module => format!("{name}: {}", self.part(&thing.id, anchor)),
            _ => name,
        }
    }

    /// What the place of a reference is called.
    pub(super) fn origin_name(&self, origin: &Thing) -> String {
        let name = self.name(origin.kind, &origin.id);
        match (&origin.anchor, origin.kind) {
            (Some(country), Kind::Question | Kind::Instrument) => {
                format!("{name}: {}", self.name(Kind::Country, country))
            }
            (Some(part), Kind::Module) => format!("{name}: {}", self.part(&origin.id, part)),
            (None, Kind::Offence) => {
                let country = origin.id.split('/').next().unwrap_or_default();
                format!("{}: {name}", self.name(Kind::Country, country))
            }
            (_, Kind::Law | Kind::Provision | Kind::Amendment) => {
                let country = origin.id.split('/').next().unwrap_or_default();
                format!("{}: {name}", self.name(Kind::Country, country))
            }
            _ => name,
        }
    }

    /// What a module's handout or exercise is called.
    fn part(&self, module: &str, id: &str) -> String {
        self.corpus.modules.get(module).and_then(|m| m.part(id)).unwrap_or(id).to_owned()
    }

    /// Two countries that stand side by side, in the site's language.
    pub(super) fn pair_title(&self, id: &str) -> String {
        let (first, second) = id.split_once('/').unwrap_or((id, ""));
        let [first, second] = [first, second].map(|country| self.name(Kind::Country, country));
        filled(&self.words.pair, &[("{first}", &first), ("{second}", &second)])
    }

    /// "art. 128" in the site's language.
    pub(super) fn article_label(&self, number: &str) -> String {
        filled(&self.words.article, &[("{}", number)])
    }

    /// "Penal Code, art. 128" in the site's language.
    fn article_of(&self, law: &str, number: &str) -> String {
        filled(&self.words.article_of_law, &[("{law}", law), ("{article}", &self.article_label(number))])
    }
}

/// A pattern with words in place of its names. What the words say is no pattern again.
pub(super) fn filled(pattern: &str, words: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + words.iter().map(|(_, word)| word.len()).sum::<usize>());
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (name, word) = words.iter().find(|(name, _)| rest.starts_with(name)).copied().unwrap_or(("{", "{"));
        out.push_str(word);
        rest = &rest[name.len()..];
    }
    out.push_str(rest);
    out
}

/// Kinds of page that can be seen as of a day.
fn has_days(kind: &str) -> bool {
    matches!(kind, "country" | "provision" | "matrix" | "matrix-transposed" | "treaties" | "pair" | "section")
}

/// The kind of record that a kind of page shows.
fn kind_of(page: &str) -> Option<Kind> {
    Kind::ALL.iter().find(|(_, word)| *word == page).map(|(kind, _)| *kind)
}

/// The parts of a long page; short pages have none.
fn contents(view: &View) -> Vec<Heading> {
    let own = |id: &str, text: &str| Heading { id: id.to_owned(), key: None, text: text.to_owned() };
    let part =
        |key: &'static str| Heading { id: key.to_owned(), key: Some(format!("part-{key}")), text: String::new() };
    match view {
        View::Country(country) => {
            let mut list = Vec::new();
            if !country.treaties_in_section && !country.treaties.is_empty() {
                list.push(part("treaties"));
            }
            list.extend(country.sections.iter().map(|s| own(&s.id, &s.title)));
            let some = [
                ("laws", !country.laws.is_empty()),
                ("offences", !country.offences.is_empty()),
                ("statistics", !country.statistics.is_empty()),
                ("observations", !country.observations.is_empty()),
                ("gaps", !(country.gaps.is_empty() && country.weak.is_empty() && country.unanswered.is_empty())),
                ("amendments", !country.amendments.is_empty()),
            ];
            list.extend(some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)));
            list.extend(country.other.iter().map(|p| own(&p.id, &p.title)));
            let last = [
                ("latest", !country.latest.is_empty()),
                ("conflicts", !country.conflicts.is_empty()),
                ("sources", !country.sources.is_empty()),
                ("modules", !country.modules.is_empty()),
            ];
            list.extend(last.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)));
            list
        }
        View::Question(question) => question.cells.iter().map(|c| own(&c.id, &c.country.text)).collect(),
        View::Topic(topic) => {
            topic.countries.iter().map(|c| own(&crate::text::slug(&c.country.text), &c.country.text)).collect()
        }
        View::Pair(pair) => {
            let mut list: Vec<Heading> = pair.sections.iter().map(|s| own(&s.id, &s.title.text)).collect();
            list.extend(pair.treaties.iter().map(|_| part("treaties")));
            list
        }
        View::Matrix(matrix) => matrix.sections.iter().map(|s| own(&s.id, &s.title)).collect(),
        View::Instrument(instrument) => {
            let some = [
                ("articles", !instrument.articles.is_empty()),
                ("actions", true),
                ("reservations", !instrument.reservations.is_empty()),
                ("others", !instrument.others.is_empty()),
                ("latest", !instrument.latest.is_empty()),
                ("conflicts", !instrument.conflicts.is_empty()),
                ("questions", !instrument.questions.is_empty()),
            ];
            some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)).collect()
        }
        View::Disagreements(page) => {
            let some = [
                ("disputed-cells", !page.cells.is_empty()),
                ("disputed-actions", !page.actions.is_empty()),
                ("disputed-coders", !page.coders.is_empty()),
            ];
            let parts = some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key));
            page.conflicts.iter().map(|c| own(&c.id, &c.title)).chain(parts).collect()
        }
        View::Changes(page) if page.years.len() > 1 => {
            let year = |y: &ChangesYear| match y.year.as_str() {
                "" => Heading { id: y.id.clone(), key: Some("date-undated".to_owned()), text: String::new() },
                year => own(&y.id, year),
            };
            page.years.iter().map(year).collect()
        }
        View::Between(page) => {
            let any = !page.instruments.is_empty() || !page.tallies.is_empty();
            let treaties = [part("statuses-changed")].into_iter().filter(|_| any);
            let all = [part("by-country")].into_iter().filter(|_| !page.digests.is_empty());
            let countries = page.countries.iter().filter(|_| page.of.is_none());
            all.chain(countries.map(|c| own(&c.id, &c.country.text))).chain(treaties).collect()
        }
        View::Glossary(page) => page.terms.iter().map(|t| own(&t.id, &t.term)).collect(),
        View::Timeline(page) => page.events.iter().filter_map(|e| Some(own(e.anchor.as_ref()?, &e.year))).collect(),
        View::Sources(page) => {
            let key = |g: &SourceGroup| format!("tier-{}", if g.tier.is_empty() { "not-recorded" } else { g.tier });
            page.groups.iter().map(|g| Heading { id: key(g), key: Some(key(g)), text: String::new() }).collect()
        }
        View::About(page) => {
            let parts = [("how-much", "part-counts"), ("legend-states", "part-states")];
            let parts = parts.into_iter().chain([("legend-statuses", "part-statuses"), ("legend-tiers", "part-tiers")]);
            let named =
                |(id, key): (&str, &str)| Heading { id: id.to_owned(), key: Some(key.to_owned()), text: String::new() };
            headings(&page.body).into_iter().chain(parts.map(named)).collect()
        }
        View::Prose(page) => headings(&page.body),
        View::Module(module) => {
            let some = [
                ("objectives", true),
                ("steps", true),
                ("handouts", !module.handouts.is_empty()),
                ("exercises", !module.exercises.is_empty()),
            ];
            headings(&module.body)
                .into_iter()
                .chain(some.into_iter().filter(|(_, there)| *there).map(|(key, _)| part(key)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The headings of a prose, of its highest level; a prose of fewer than three needs no list.
fn headings(prose: &Prose) -> Vec<Heading> {
    let all = prose.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, id, words) => Some((*level, id, words)),
        _ => None,
    });
    let highest = all.clone().map(|(level, ..)| level).min().unwrap_or_default();
    let list: Vec<Heading> = all
        .filter(|(level, ..)| *level == highest)
        .map(|(_, id, words)| Heading { id: format!("{}{id}", prose.prefix), key: None, text: words_of(words) })
        .collect();
    if list.len() < 3 { Vec::new() } else { list }
}

/// At most `most` characters, cut between words.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

/// The words of resolved running text, without its citations and footnote marks.
fn words_of(list: &[Inline]) -> String {
    let mut out = String::new();
    for inline in list {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(list) | Inline::Strong(list) | Inline::Struck(list) | Inline::Superscript(list) => {
                out.push_str(&words_of(list));
            }
            Inline::Link(_, list) => out.push_str(&words_of(list)),
            _ => {}
        }
    }
    out
}
