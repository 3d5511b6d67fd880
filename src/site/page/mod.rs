//! Pages: one file for each, which makes its view. Only this file knows all of them.
//!
//! What comes in is an address; what goes out is a [`view::Page`]: the view of the page's kind, and what surrounds
//! every view (title, breadcrumbs, contents, days, languages). A page's file takes the context, and the record if it
//! is the page of one. It gets each day, link and anchor from the context and each word from a record; for words of
//! the interface it gives their keys. It never knows templates, bytes or paths on disk.
//!
//! A file has one entry, `view`, with these exceptions: `changes` has one for each of its lists, and `between`,
//! `handbook`, `module`, `search` and `timeline` have a second for one country or a shorter version. A page uses no
//! other page, but handbooks consist of pages, and the picture of `timeline` and the versions of `module` stand on
//! further pages. `feed`, `frame` and `reference` make no pages but what the whole site or another program reads of
//! them; they take the site in the place of a context. `piece/` is what pages share.

mod about;
mod amendment;
mod amendments;
mod between;
mod changes;
mod collection;
mod comparisons;
mod countries;
mod country;
mod country_history;
mod country_sheet;
mod disagreements;
mod feed;
mod frame;
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
mod piece;
mod prose;
mod provision;
mod question;
mod questions;
mod reference;
mod search;
mod section;
mod source;
mod sources;
mod stale;
mod timeline;
mod topic;
mod topics;
mod treaties;
mod unresearched;

use crate::site::Site;
use crate::site::context::{Context, Links};
use crate::site::route::{self, Address, Page};
use crate::site::view::{self, DataPage, NotFound, View};

pub use feed::{feed, feeds};
pub use reference::{reference, references};

use feed::feed_of;
use piece::contents::contents;
use piece::crumbs::breadcrumbs;
use piece::days::day_view;
use piece::language::languages;
use piece::title::{describe, title};
use piece::translation::is_stale;
use reference::canonical;

fn context<'s>(site: &'s Site, at: &'s Address) -> Context<'s> {
    Context { site, at, day: at.on.unwrap_or(site.index.calendar.main), scope: "", links: Links::Addresses }
}

/// Whether the site has its glance grid as a picture.
pub fn has_picture(site: &Site) -> bool {
    piece::grid::has_picture(&context(site, &Address::new(Page::Home)))
}

/// Path of the picture for sharing, from the root of the site.
pub const SHARED_PICTURE: &str = "glance.png";

/// Whether the site has a picture for sharing: those who show one must be told its whole address.
pub fn is_shared(site: &Site) -> bool {
    site.index.base_url().is_some() && has_picture(site)
}

/// The frame of the site.
pub fn frame(site: &Site) -> view::Frame {
    let address = |base: String| format!("{base}/{}{SHARED_PICTURE}", site.folder());
    let shared_picture = site.index.base_url().filter(|_| is_shared(site)).map(address);
    view::Frame { shared_picture, ..frame::frame(site) }
}

/// The glance grid of the first page, for the picture; `None` if it has none.
pub fn glance_grid(site: &Site) -> Option<view::GlanceGrid> {
    let home = Address::new(Page::Home);
    let cx = context(site, &home);
    piece::grid::has_picture(&cx).then(|| piece::grid::view(&cx))
}

/// The paths of the glance grid as a picture, and of the answers of each country.
pub fn pictures(site: &Site) -> Vec<String> {
    let home = Address::new(Page::Home);
    let cx = context(site, &home);
    let whole = piece::grid::has_picture(&cx).then(|| route::PICTURE.to_owned());
    whole.into_iter().chain(piece::grid::pictured(&cx).map(route::picture_of)).collect()
}

/// The glance grid that is drawn at `path`.
pub fn glance_grid_at(site: &Site, path: &str) -> Option<view::GlanceGrid> {
    if path == route::PICTURE {
        return glance_grid(site);
    }
    let home = Address::new(Page::Home);
    let cx = context(site, &home);
    let country = piece::grid::pictured(&cx).find(|country| route::picture_of(country) == path)?;
    Some(piece::grid::of_country(&cx, country))
}

/// The paths of the strips of each question as a picture.
pub fn strip_pictures(site: &Site) -> Vec<String> {
    let home = Address::new(Page::Home);
    let cx = context(site, &home);
    site.index
        .codebook()
        .filter(|question| piece::strip::has_picture(&cx, question))
        .map(|q| route::strips_of(&q.id))
        .collect()
}

/// The strips that are drawn at `path`.
pub fn strips_at(site: &Site, path: &str) -> Option<view::StripsPicture> {
    let question = site.index.codebook().find(|question| route::strips_of(&question.id) == path)?;
    let at = Address::new(Page::Question(question.id.clone()));
    piece::strip::picture(&context(site, &at), question)
}

/// Makes the page at `address`. A pure function: pages can be made in any order and in parallel.
pub fn page(site: &Site, address: &Address) -> view::Page {
    let cx = context(site, address);
    let view = view(&cx);
    let settings = &site.index.corpus.settings;
    // Neither page has links into the site.
    let outside = matches!(address.page, Page::NotFound | Page::Blank);
    view::Page {
        root: route::root_of(&address.path),
        language: settings.language.clone(),
        direction: site.direction(),
        languages: if outside { Vec::new() } else { languages(site, address) },
        stale: is_stale(site, address),
        title: match &address.page {
            Page::Country(id) => cx.country_name(id),
            page => title(site, page, cx.day),
        },
        description: describe(site, address),
        kind: address.page.kind(),
        door: address.page.door(),
        breadcrumbs: if outside { Vec::new() } else { breadcrumbs(&cx) },
        contents: contents(&address.page, &view),
        day: address.page.is_dated().then(|| day_view(&cx)),
        canonical: canonical(site, address),
        feed: feed_of(site, address),
        cite: reference(site, address),
        division: piece::split::view(&cx),
        exit: piece::quick_exit::of_page(&cx),
        report: site.index.report(),
        json_ld: None,
        path: address.path.to_string(),
        view,
    }
}

/// Makes the view of the page. That of a part is that of the whole page with fewer rows and countries.
fn view(cx: &Context<'_>) -> View {
    match cx.at.page.unsplit() {
        Page::Home => View::Home(home::view(cx)),
        Page::Countries => View::Countries(countries::view(cx)),
        Page::Instruments => View::Instruments(instruments::view(cx)),
        Page::Treaties => View::Treaties(treaties::view(cx)),
        Page::Laws | Page::LawsCountry(_) => View::Laws(laws::view(cx)),
        Page::Amendments | Page::AmendmentsCountry(_) => View::Amendments(amendments::view(cx)),
        Page::Timeline | Page::TimelineCountry(_) => View::Timeline(timeline::view(cx)),
        Page::HandbookAll => View::Handbook(Box::new(handbook::of_all(cx))),
        Page::Changes => View::Changes(changes::of_site(cx)),
        Page::ChangesYear(year) => View::Changes(changes::of_year(cx, *year)),
        Page::ChangesCountry(id) => View::Changes(changes::of_country(cx, id)),
        Page::ChangesCountryYear(id, year) => View::Changes(changes::of_country_in(cx, id, *year)),
        Page::ChangesInstrument(id) => View::Changes(changes::of_instrument(cx, id, None)),
        Page::ChangesInstrumentYear(id, year) => View::Changes(changes::of_instrument(cx, id, Some(*year))),
        Page::Topics => View::Topics(topics::view(cx)),
        Page::Questions => View::Questions(questions::view(cx)),
        Page::Matrix => View::Matrix(whole_matrix(cx, &Page::MatrixTransposed)),
        Page::MatrixTransposed => View::Matrix(whole_matrix(cx, &Page::Matrix)),
        Page::Collection => View::Collection(collection::view(cx)),
        Page::Comparisons => View::Comparisons(comparisons::view(cx)),
        Page::Pair(first, second) => View::Pair(Box::new(pair::view(cx, [first, second]))),
        Page::Sources => View::Sources(sources::view(cx)),
        Page::Disagreements => View::Disagreements(disagreements::view(cx)),
        Page::Unresearched => View::Unresearched(unresearched::view(cx)),
        Page::Stale => View::Stale(stale::view(cx)),
        Page::Glossary => View::Glossary(glossary::view(cx)),
        Page::About => View::About(about::view(cx)),
        Page::Modules => View::Modules(modules::view(cx)),
        // `publish` fills in the files, which this room does not know.
        Page::Data => View::Data(DataPage { workbook: None, files: Vec::new() }),
        Page::Search => View::Search(search::view(cx)),
        Page::SearchCountry(country) => View::Search(search::of_country(cx, country.as_str())),
        Page::Moved { kind, to, .. } => View::Moved(cx.link(*kind, to)),
        Page::NotFound | Page::Blank => {
            let home = cx.site.index.base_url().map(|base| format!("{base}/{}", cx.site.folder()));
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
        | Page::ModuleVersion(..)
        | Page::Handout(..)
        | Page::Section(_)
        | Page::HandbookCountry(_)
        | Page::CountrySheet(_)
        | Page::CountryHistory(_)
        | Page::ChangesBetween(..)
        | Page::ChangesBetweenCountry(..)
        | Page::Part { .. } => found(cx).unwrap_or(View::NotFound(NotFound { home: None })),
    }
}

/// Makes the view of a page whose record has to be looked up; `None`: there is no such record.
fn found(cx: &Context<'_>) -> Option<View> {
    let corpus = cx.corpus();
    Some(match cx.at.page.unsplit() {
        Page::Country(id) => View::Country(Box::new(country::view(cx, corpus.countries.get(id.as_str())?))),
        Page::Instrument(id) => View::Instrument(Box::new(instrument::view(cx, corpus.instruments.get(id.as_str())?))),
        Page::Law(id) => View::Law(Box::new(law::view(cx, corpus.laws.get(id.as_str())?))),
        Page::Provision(id) => View::Provision(Box::new(provision::view(cx, corpus.provisions.get(id.as_str())?))),
        Page::Amendment(id) => View::Amendment(Box::new(amendment::view(cx, corpus.amendments.get(id.as_str())?))),
        Page::Topic(id) | Page::TopicCountry(_, id) => {
            View::Topic(Box::new(topic::view(cx, corpus.topics.get(id.as_str())?)))
        }
        Page::Question(id) => View::Question(Box::new(question::view(cx, corpus.questions.get(id.as_str())?))),
        Page::Source(id) | Page::SourceCountry(_, id) => {
            View::Source(Box::new(source::view(cx, corpus.sources.get(id.as_str())?)))
        }
        Page::Prose(id) => View::Prose(prose::view(cx, corpus.pages.get(id.as_str())?)),
        Page::Module(id) => View::Module(Box::new(module::view(cx, corpus.modules.get(id.as_str())?))),
        Page::ModuleVersion(id, minutes) => {
            View::Module(Box::new(module::version(cx, corpus.modules.get(id.as_str())?, *minutes)))
        }
        Page::Handout(module, id) => {
            let (module, handout) = cx.site.index.handout(module, id)?;
            View::Handout(Box::new(handout::view(cx, module, handout)))
        }
        Page::Section(id) => View::Section(Box::new(section::view(cx, corpus.sections.get(id.as_str())?))),
        Page::HandbookCountry(id) => {
            View::Handbook(Box::new(handbook::of_country(cx, corpus.countries.get(id.as_str())?)))
        }
        Page::CountrySheet(id) => {
            View::CountrySheet(Box::new(country_sheet::view(cx, corpus.countries.get(id.as_str())?)))
        }
        Page::CountryHistory(id) => {
            View::CountryHistory(Box::new(country_history::view(cx, corpus.countries.get(id.as_str())?)))
        }
        Page::ChangesBetween(first, last) => View::Between(Box::new(between::view(cx, (*first, *last))?)),
        Page::ChangesBetweenCountry(country, first, last) => {
            View::Between(Box::new(between::in_country(cx, country, (*first, *last))?))
        }
        _ => return None,
    })
}

/// Both directions link to each other on the same day, so that `<main>` is the same in the main view and in views on
/// days.
fn whole_matrix(cx: &Context<'_>, other: &Page) -> view::Matrix {
    piece::matrix::whole(cx, |_| true, cx.to(other))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::Day;
    use crate::law::sample;
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
            let page = page(&site, &address);
            assert_eq!((page.kind, &*page.path), (address.page.kind(), &*address.path));
            assert!(!page.title.is_empty() || address.page.record().is_none() || address.page.is_frame());
        }
    }
}
