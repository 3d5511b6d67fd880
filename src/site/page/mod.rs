//! Pages: which there are, what each is called, and how one is made.

mod about;
mod amendment;
mod amendments;
mod between;
mod changes;
mod collection;
mod comparisons;
mod countries;
mod country;
mod disagreements;
mod glossary;
mod handbook;
mod handout;
mod home;
mod instrument;
mod instruments;
mod law;
mod laws;
mod module;
mod modules;
mod pair;
pub(super) mod piece;
mod prose;
mod provision;
mod question;
mod questions;
mod search;
mod section;
mod source;
mod sources;
mod timeline;
mod topic;
mod topics;
mod treaties;
mod unresearched;

use crate::law::{CountryId, Day, Kind, Limit as BudgetLimit, Page as ProseRecord, Thing};

use crate::site::context::Context;
use crate::site::date::{of_day, when};
use crate::site::days::nearest;
use crate::site::route::{self, Address, FRAME, Page};
use crate::site::view::{
    self, Block, ChangesYear, Crumb, DataPage, DayLink, DayView, Frame, Heading, Inline, NavItem, NotFound,
    PageLanguage, Prose, SourceGroup, VERSION, View,
};
use crate::site::{Edition, Limit, Site};
use piece::plain::first_paragraph;

/// Languages that run from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
/// A page on a day links to the countries' pages on that day if there are no more than these.
const MOST_COUNTRIES_IN_DAY_BAR: usize = 24;

/// A page with more cells, lines or events than this is large.
const LARGE: usize = 2000;

impl Site {
    /// The link from a page to a file that the site has once for all its languages.
    pub fn shared(&self, from: &Address, path: &str) -> String {
        route::relative(&format!("{}{}", self.folder(), from.path), path, None)
    }

    /// The limits that the configuration sets to the offline copy.
    pub fn limits(&self) -> Vec<Limit> {
        let own = |limit: &BudgetLimit| Limit {
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
        let (main, day) = route::split_day(path)?;
        let address = &self.main_views[*self.by_path.get(main.as_str())?];
        address.page.is_dated().then(|| address.on_day(day))
    }

    /// The days on which a view is published, besides its main view.
    fn days_of(&self, address: &Address) -> Vec<Day> {
        match &address.page {
            Page::Country(id) => self.calendar.of_country(&self.corpus, id.as_str()).to_vec(),
            Page::Provision(id) => self.calendar.of_provision(&self.corpus, id.as_str()),
            Page::Matrix | Page::MatrixTransposed => self.calendar.matrix.clone(),
            Page::Treaties => self.calendar.treaties.clone(),
            Page::Pair(first, second) => self.calendar.of_pair(&self.corpus, [first, second]),
            Page::Section(id) => self.calendar.of_section(&self.corpus, id.as_str()),
            page => {
                debug_assert!(!page.is_dated(), "a dated page has days: {page:?}");
                Vec::new()
            }
        }
    }

    /// Whether a page shows so much of a large site that two such pages should not be made at once.
    pub fn is_large(&self, address: &Address) -> bool {
        let corpus = &self.corpus;
        let countries = corpus.columns.len();
        let shown = match &address.page {
            Page::Matrix | Page::MatrixTransposed | Page::Unresearched => countries * corpus.questions.len(),
            Page::Treaties => countries * corpus.instruments.len(),
            page if self.divisions.has(page) => 0,
            Page::Timeline => corpus.actions.len() + corpus.laws.len() + corpus.amendments.len(),
            Page::Laws => corpus.provisions.len(),
            Page::HandbookAll => corpus.sources.len() + countries * corpus.questions.len(),
            _ => 0,
        };
        shown > LARGE
    }

    /// The page at `address`. A pure function: pages can be made in any order and at once.
    pub fn page(&self, address: &Address) -> view::Page {
        let sheet = Context { site: self, at: address, day: address.on.unwrap_or(self.calendar.main), scope: "" };
        let view = self.view(&sheet);
        let settings = &self.corpus.settings;
        // Neither leads anywhere in the site.
        let outside = matches!(address.page, Page::NotFound | Page::Blank);
        view::Page {
            root: route::root_of(&address.path),
            language: settings.language.clone(),
            direction: self.direction(),
            languages: if outside { Vec::new() } else { self.languages(address) },
            stale: self.is_stale(address),
            title: self.title(&address.page),
            description: self.describe(address),
            kind: address.page.kind(),
            breadcrumbs: if outside { Vec::new() } else { self.breadcrumbs(&sheet) },
            // A topic in one country has one part.
            contents: if matches!(address.page, Page::TopicCountry(..)) { Vec::new() } else { contents(&view) },
            day: address.page.is_dated().then(|| self.day_view(&sheet)),
            canonical: self.canonical(address),
            feed: self.feed_of(address),
            cite: self.reference(address),
            division: piece::division::view(&sheet),
            exit: piece::quick_exit::of_page(&sheet),
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
            let href = route::relative(&from, &to, None);
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
        let head = match &address.page {
            Page::Home => corpus.home.as_ref().map(|page| &page.head),
            Page::About => corpus.pages.get("about").map(|page| &page.head),
            Page::Prose(id) => corpus.pages.get(id.as_str()).map(|page| &page.head),
            Page::Country(id) => corpus.countries.get(id.as_str()).map(|country| &country.head),
            Page::Instrument(id) => corpus.instruments.get(id.as_str()).map(|instrument| &instrument.head),
            Page::Law(id) => corpus.laws.get(id.as_str()).map(|law| &law.head),
            Page::Provision(id) => corpus.provisions.get(id.as_str()).map(|provision| &provision.head),
            Page::Amendment(id) => corpus.amendments.get(id.as_str()).map(|amendment| &amendment.head),
            Page::Topic(id) => corpus.topics.get(id.as_str()).map(|topic| &topic.head),
            Page::Question(id) => corpus.questions.get(id.as_str()).map(|question| &question.head),
            Page::Module(id) => corpus.modules.get(id.as_str()).map(|module| &module.head),
            Page::Source(id) => corpus.sources.get(id.as_str()).map(|source| &source.head),
            _ => None,
        };
        head.is_some_and(|head| rendering.stale.contains(&head.at.file))
    }

    fn view(&self, sheet: &Context<'_>) -> View {
        match &sheet.at.page {
            Page::Home => View::Home(home::view(sheet)),
            Page::Countries => View::Countries(countries::view(sheet)),
            Page::Instruments => View::Instruments(instruments::view(sheet)),
            Page::Treaties => View::Treaties(treaties::view(sheet)),
            Page::Laws | Page::LawsCountry(_) => View::Laws(laws::view(sheet)),
            Page::Amendments | Page::AmendmentsCountry(_) => View::Amendments(amendments::view(sheet)),
            Page::Timeline | Page::TimelineCountry(_) => View::Timeline(timeline::view(sheet)),
            Page::HandbookAll => View::Handbook(Box::new(handbook::view(sheet))),
            Page::Changes => View::Changes(changes::of_site(sheet)),
            Page::ChangesYear(year) => View::Changes(changes::of_year(sheet, *year)),
            Page::ChangesCountry(id) => View::Changes(changes::of_country(sheet, id)),
            Page::ChangesCountryYear(id, year) => View::Changes(changes::of_country_in(sheet, id, *year)),
            Page::ChangesInstrument(id) => View::Changes(changes::of_instrument(sheet, id, None)),
            Page::ChangesInstrumentYear(id, year) => View::Changes(changes::of_instrument(sheet, id, Some(*year))),
            Page::Topics => View::Topics(topics::view(sheet)),
            Page::Questions => View::Questions(questions::view(sheet)),
            Page::Matrix => View::Matrix(self.whole_matrix(sheet, &Page::MatrixTransposed)),
            Page::MatrixTransposed => View::Matrix(self.whole_matrix(sheet, &Page::Matrix)),
            Page::Collection => View::OwnSheet(collection::view(sheet)),
            Page::Comparisons => View::Comparisons(comparisons::view(sheet)),
            Page::Pair(first, second) => View::Pair(Box::new(pair::view(&self.sheet(sheet), [first, second]))),
            Page::Sources => View::Sources(sources::view(sheet)),
            Page::Disagreements => View::Disagreements(disagreements::view(sheet)),
            Page::Unresearched => View::Unresearched(unresearched::view(sheet)),
            Page::Glossary => View::Glossary(glossary::view(sheet)),
            Page::About => View::About(about::view(sheet)),
            Page::Modules => View::Modules(modules::view(sheet)),
            // Who prints the page knows the files.
            Page::Data => View::Data(DataPage { files: Vec::new() }),
            Page::Search => View::Search(search::view(sheet)),
            Page::SearchCountry(country) => View::Search(search::of_country(sheet, country.as_str())),
            Page::Moved { kind, to, .. } => View::Moved(sheet.link(*kind, to)),
            Page::NotFound | Page::Blank => {
                let home = self.base_url().map(|base| format!("{base}/{}", self.folder()));
                View::NotFound(NotFound { home: home.map(|home| home.trim_end_matches('/').to_owned()) })
            }
            Page::Country(_)
            | Page::Instrument(_)
            | Page::Law(_)
            | Page::Provision(_)
            | Page::Amendment(_)
            | Page::Topic(_)
            | Page::TopicCountry(..)
            | Page::Question(_)
            | Page::Source(_)
            | Page::SourceCountry(..)
            | Page::Prose(_)
            | Page::Module(_)
            | Page::Handout(..)
            | Page::Section(_)
            | Page::HandbookCountry(_)
            | Page::ChangesBetween(..)
            | Page::ChangesBetweenCountry(..) => {
                self.found(&self.sheet(sheet)).unwrap_or(View::NotFound(NotFound { home: None }))
            }
        }
    }

    /// The view of a page whose record has to be looked up.
    fn found<'s>(&'s self, sheet: &Context<'s>) -> Option<View> {
        let corpus = &self.corpus;
        Some(match &sheet.at.page {
            Page::Country(id) => View::Country(Box::new(country::view(sheet, corpus.countries.get(id.as_str())?))),
            Page::Instrument(id) => {
                View::Instrument(Box::new(instrument::view(sheet, corpus.instruments.get(id.as_str())?)))
            }
            Page::Law(id) => View::Law(Box::new(law::view(sheet, corpus.laws.get(id.as_str())?))),
            Page::Provision(id) => {
                View::Provision(Box::new(provision::view(sheet, corpus.provisions.get(id.as_str())?)))
            }
            Page::Amendment(id) => {
                View::Amendment(Box::new(amendment::view(sheet, corpus.amendments.get(id.as_str())?)))
            }
            Page::Topic(id) | Page::TopicCountry(_, id) => {
                View::Topic(Box::new(topic::view(sheet, corpus.topics.get(id.as_str())?)))
            }
            Page::Question(id) => View::Question(Box::new(question::view(sheet, corpus.questions.get(id.as_str())?))),
            Page::Source(id) | Page::SourceCountry(_, id) => {
                View::Source(Box::new(source::view(sheet, corpus.sources.get(id.as_str())?)))
            }
            Page::Prose(id) => View::Prose(prose::view(sheet, corpus.pages.get(id.as_str())?)),
            Page::Module(id) => View::Module(Box::new(module::view(sheet, corpus.modules.get(id.as_str())?))),
            Page::Handout(module, id) => {
                let (module, handout) = self.handout(module, id)?;
                View::Handout(Box::new(handout::view(sheet, module, handout)))
            }
            Page::Section(id) => View::Section(Box::new(section::view(sheet, corpus.sections.get(id.as_str())?))),
            Page::HandbookCountry(id) => {
                View::Handbook(Box::new(handbook::of_country(sheet, corpus.countries.get(id.as_str())?)))
            }
            Page::ChangesBetween(first, last) => View::Between(Box::new(between::view(sheet, (*first, *last))?)),
            Page::ChangesBetweenCountry(country, first, last) => {
                View::Between(Box::new(between::in_country(sheet, country, (*first, *last))?))
            }
            _ => return None,
        })
    }

    /// The same sheet with the site's own lifetime.
    fn sheet<'s>(&'s self, sheet: &Context<'s>) -> Context<'s> {
        Context { site: self, ..*sheet }
    }

    /// The other way round leads to the same day, so that `<main>` is the same whether the view is the main one or not.
    fn whole_matrix(&self, sheet: &Context<'_>, other: &Page) -> view::Matrix {
        piece::matrix::whole(sheet, |_| true, sheet.to(other))
    }

    fn title(&self, page: &Page) -> String {
        let corpus = &self.corpus;
        let changes_of = |name: &str| filled(&self.words.changes_of, &[("{}", name)]);
        let found = match page {
            Page::Home => Some(self.site_title()),
            Page::About => corpus.pages.get("about").map(|page| page.title.clone()),
            // The names of these in links are shorter.
            Page::Question(id) => corpus.questions.get(id.as_str()).map(|question| question.wording.clone()),
            Page::Instrument(id) => corpus.instruments.get(id.as_str()).map(|instrument| instrument.title.clone()),
            Page::Handout(module, id) => self.handout(module, id).map(|(_, handout)| handout.title.clone()),
            Page::Pair(first, second) => Some(self.pair_title(first, second)),
            Page::TopicCountry(_, topic) => Some(self.name(Kind::Topic, topic.as_str())),
            Page::SourceCountry(_, source) => Some(self.name(Kind::Source, source.as_str())),
            Page::HandbookCountry(id) => {
                Some(filled(&self.words.handbook_of, &[("{}", &self.name(Kind::Country, id.as_str()))]))
            }
            Page::SearchCountry(id) => Some(self.name(Kind::Country, id.as_str())),
            Page::ChangesYear(year) => Some(changes_of(&year.to_string())),
            Page::ChangesCountry(id) => Some(changes_of(&self.name(Kind::Country, id.as_str()))),
            Page::ChangesCountryYear(id, year) => {
                Some(changes_of(&format!("{}, {year}", self.name(Kind::Country, id.as_str()))))
            }
            Page::ChangesInstrument(id) => Some(changes_of(&self.name(Kind::Instrument, id.as_str()))),
            Page::ChangesInstrumentYear(id, year) => {
                Some(changes_of(&format!("{}, {year}", self.name(Kind::Instrument, id.as_str()))))
            }
            Page::Moved { kind, to, .. } => Some(self.name(*kind, to)),
            // Others are called as their record, or, by a message, as their kind.
            page => page.record().map(|(kind, id)| self.name(kind, id)),
        };
        found.unwrap_or_default()
    }

    pub(crate) fn site_title(&self) -> String {
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
        let body = match &address.page {
            Page::Country(id) => corpus.countries.get(id.as_str()).map(|c| &c.body),
            Page::Instrument(id) => corpus.instruments.get(id.as_str()).map(|i| &i.body),
            Page::Law(id) => corpus.laws.get(id.as_str()).map(|l| &l.body),
            Page::Amendment(id) => corpus.amendments.get(id.as_str()).map(|a| &a.body),
            Page::Topic(id) => corpus.topics.get(id.as_str()).map(|t| &t.body),
            Page::Prose(id) => corpus.pages.get(id.as_str()).map(|p| &p.body),
            Page::Module(id) => corpus.modules.get(id.as_str()).map(|m| &m.body),
            _ => None,
        };
        let words = body.map(first_paragraph).unwrap_or_default();
        let words = if words.is_empty() { corpus.settings.description.clone().unwrap_or_default() } else { words };
        shorten(&words, 200)
    }

    /// The way to the page from the first one.
    fn breadcrumbs(&self, sheet: &Context<'_>) -> Vec<Crumb> {
        let page = &sheet.at.page;
        let named = |at: &Page, key: &Page| Crumb { href: sheet.to(at), key: Some(key.kind()), text: String::new() };
        let frame = |page: Page| named(&page, &page);
        let list = |list: &Page| named(list, &Page::Changes);
        let record = |kind: Kind, id: &str| {
            let link = sheet.link(kind, id);
            Crumb { href: link.href, key: None, text: link.text }
        };
        let country = || page.country().map(|id| record(Kind::Country, id));
        let mut crumbs = Vec::new();
        if *page != Page::Home {
            crumbs.push(frame(Page::Home));
        }
        match page {
            Page::Country(_) => crumbs.push(frame(Page::Countries)),
            page if page.country().is_some() && !matches!(page, Page::SearchCountry(_)) => {
                crumbs.push(frame(Page::Countries));
                crumbs.extend(country());
            }
            _ => {}
        }
        match page {
            Page::Provision(id) => crumbs.push(record(Kind::Law, id.law().as_str())),
            Page::Amendment(_) => crumbs.push(frame(Page::Amendments)),
            Page::TimelineCountry(_) => crumbs.push(frame(Page::Timeline)),
            Page::LawsCountry(_) => crumbs.push(frame(Page::Laws)),
            Page::AmendmentsCountry(_) => crumbs.push(frame(Page::Amendments)),
            Page::TopicCountry(_, topic) => crumbs.push(record(Kind::Topic, topic.as_str())),
            Page::SourceCountry(_, source) => crumbs.push(record(Kind::Source, source.as_str())),
            Page::ChangesCountryYear(id, _) | Page::ChangesBetweenCountry(id, ..) => {
                crumbs.push(list(&Page::ChangesCountry(id.clone())));
            }
            Page::Instrument(_) => crumbs.push(frame(Page::Instruments)),
            Page::ChangesInstrument(id) => {
                crumbs.extend([frame(Page::Instruments), record(Kind::Instrument, id.as_str())]);
            }
            Page::ChangesInstrumentYear(id, _) => {
                let instrument = record(Kind::Instrument, id.as_str());
                crumbs.extend([frame(Page::Instruments), instrument, list(&Page::ChangesInstrument(id.clone()))]);
            }
            Page::ChangesYear(_) | Page::ChangesBetween(..) => crumbs.push(frame(Page::Changes)),
            Page::Topic(_) => crumbs.push(frame(Page::Topics)),
            Page::Question(id) => {
                crumbs.push(frame(Page::Questions));
                let question = self.corpus.questions.get(id.as_str());
                crumbs.extend(question.map(|question| record(Kind::Section, question.section.as_str())));
            }
            Page::Source(_) => crumbs.push(frame(Page::Sources)),
            Page::Module(_) => crumbs.push(frame(Page::Modules)),
            Page::Handout(module, _) => crumbs.extend([frame(Page::Modules), record(Kind::Module, module.as_str())]),
            Page::MatrixTransposed | Page::Section(_) => crumbs.push(frame(Page::Matrix)),
            Page::Pair(..) => crumbs.push(frame(Page::Comparisons)),
            Page::SearchCountry(_) => crumbs.push(frame(Page::Search)),
            // What every site has lies directly below the first page, and so does what is left here.
            _ => {}
        }
        crumbs
    }

    fn day_view(&self, sheet: &Context<'_>) -> DayView {
        let at = sheet.at;
        let main = Address::new(at.page.clone());
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
            others: self.days_of(&main).into_iter().map(|day| link(&main.on_day(day), day)).collect(),
            views: at.on.map(|_| self.same_day(sheet)).unwrap_or_default(),
            since: matches!(at.page, Page::Matrix | Page::MatrixTransposed)
                .then(|| piece::between::since_day_before(sheet))
                .flatten(),
        }
    }

    /// The other views on the sheet's day, or on the nearest day that is published.
    fn same_day(&self, sheet: &Context<'_>) -> Vec<DayLink> {
        let whole = [Page::Matrix, Page::Treaties, Page::MatrixTransposed].map(Address::new);
        let mut views: Vec<(Address, &'static str, String)> =
            whole.into_iter().map(|address| (address.clone(), address.page.kind(), String::new())).collect();
        if self.corpus.columns.len() <= MOST_COUNTRIES_IN_DAY_BAR {
            let country =
                |id: &CountryId| (Address::new(Page::Country(id.clone())), "", self.name(Kind::Country, id.as_str()));
            views.extend(self.corpus.columns.iter().map(country));
        }
        let link = |(address, key, text): (Address, &'static str, String)| {
            let day = nearest(&self.days_of(&address), sheet.day)?;
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
        let item = |page: &Page| NavItem { path: page.path().into_owned(), key: page.kind(), text: String::new() };
        let mut pages: Vec<&ProseRecord> = self.corpus.pages.iter().filter(|p| p.id.as_str() != "about").collect();
        pages.sort_by_key(|p| (p.order, p.id.clone()));
        let page = |p: &ProseRecord| NavItem {
            path: route::path_of(Kind::Page, p.id.as_str()).0,
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
            licence_url: settings.licence_url.as_deref().and_then(route::web),
            notice: settings.notice.clone(),
            designations: settings.designations.clone(),
            nav: FRAME.iter().filter(|page| self.is_in_navigation(page)).map(item).collect(),
            search: Page::Search.path().into_owned(),
            indexed: self.is_indexed(),
            pages: pages.into_iter().map(page).collect(),
            generator: concat!("Collatio ", env!("CARGO_PKG_VERSION")).to_owned(),
            inputs: self.inputs.clone(),
        }
    }

    /// Whether a page that every site has says anything on this one; it exists all the same.
    fn is_in_navigation(&self, page: &Page) -> bool {
        let corpus = &self.corpus;
        match page {
            Page::Treaties | Page::Instruments => !corpus.instruments.is_empty(),
            Page::Laws => !corpus.laws.is_empty(),
            Page::Amendments => !corpus.amendments.is_empty(),
            Page::Topics => !corpus.topics.is_empty(),
            Page::Matrix | Page::Questions | Page::Comparisons => !corpus.questions.is_empty(),
            // Links lead to it from where something can be collected.
            Page::Collection => false,
            Page::Glossary => !corpus.terms.is_empty(),
            Page::Modules => !corpus.modules.is_empty(),
            Page::Changes => self.has_changes(),
            _ => true,
        }
    }

    /// Where readers report errors, if it is an address.
    pub(crate) fn report(&self) -> Option<String> {
        self.corpus.settings.report_errors.as_deref().and_then(route::web)
    }

    /// Where the site is published, without a `/` at its end.
    pub(crate) fn base_url(&self) -> Option<String> {
        let url = route::web(self.corpus.settings.base_url.as_deref()?)?;
        Some(url.trim_end_matches('/').to_owned())
    }

    /// How its language runs: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let language = self.corpus.settings.language.split('-').next().unwrap_or_default();
        if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" }
    }

    /// What a record is called in links.
    pub(crate) fn name(&self, kind: Kind, id: &str) -> String {
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
    pub(crate) fn name_of(&self, thing: &Thing) -> String {
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
    pub(crate) fn origin_name(&self, origin: &Thing) -> String {
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
    pub(crate) fn pair_title(&self, first: &CountryId, second: &CountryId) -> String {
        let [first, second] = [first, second].map(|country| self.name(Kind::Country, country.as_str()));
        filled(&self.words.pair, &[("{first}", &first), ("{second}", &second)])
    }

    /// "art. 128" in the site's language.
    pub(crate) fn article_label(&self, number: &str) -> String {
        filled(&self.words.article, &[("{}", number)])
    }

    /// "Penal Code, art. 128" in the site's language.
    fn article_of(&self, law: &str, number: &str) -> String {
        filled(&self.words.article_of_law, &[("{law}", law), ("{article}", &self.article_label(number))])
    }
}

/// A pattern with words in place of its names. What the words say is no pattern again.
pub(crate) fn filled(pattern: &str, words: &[(&str, &str)]) -> String {
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
        .map(|(_, id, words)| Heading { id: prose.anchor(id), key: None, text: words_of(words) })
        .collect();
    if list.len() < 3 { Vec::new() } else { list }
}

/// At most `most` characters, cut between words.
pub(crate) fn shorten(text: &str, most: usize) -> String {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::law::sample_corpus as sample;
    use crate::site::*;
    use crate::site::{Days, Words, compile};

    fn site() -> Site {
        let mut corpus = sample::corpus(sample::findings());
        corpus.settings.days.countries = crate::law::Publish::Changes;
        let inputs = view::Inputs { files: 0, checksum: String::new() };
        compile(corpus, Days::default(), Words::default(), inputs)
    }

    #[test]
    fn each_page_is_found_at_its_path_and_no_other_is_there() {
        let site = site();
        let addresses = site.addresses();
        let paths: BTreeSet<&str> = addresses.iter().map(|address| &*address.path).collect();
        assert_eq!(paths.len(), addresses.len());
        for address in &addresses {
            assert_eq!(site.find(&address.path).as_ref(), Some(address));
            let main = Address::new(address.page.clone());
            assert_eq!(address.on.map_or(main.clone(), |day| main.on_day(day)), *address);
        }
        assert!(addresses.iter().any(|address| address.on.is_some()), "a page is published on a day");
    }

    #[test]
    fn a_day_that_is_not_published_is_found_where_a_page_has_days_and_nowhere_else() {
        let site = site();
        let day = Day::parse("1999-12-31").expect("a day");
        for address in site.addresses().iter().filter(|address| address.on.is_none()) {
            let on = address.on_day(day);
            assert_eq!(site.find(&on.path), address.page.is_dated().then_some(on), "{:?}", address.page);
        }
    }

    #[test]
    fn a_page_is_printed_by_the_template_of_its_kind_and_has_a_title_or_is_named_by_its_kind() {
        let site = site();
        for address in site.addresses() {
            let page = site.page(&address);
            assert_eq!((page.kind, &*page.path), (address.page.kind(), &*address.path));
            assert!(!page.title.is_empty() || address.page.record().is_none() || address.page.is_frame());
        }
    }
}
