//! The frame: the data that all pages of a site share. It is made once for a site, from no page, so its paths lead
//! from the root.

use crate::law::{Kind, Page as ProseRecord};
use crate::site::Site;
use crate::site::date::{of_day, when};
use crate::site::route::{self, ABOUT, DOORS, Page};
use crate::site::view::{Door, Frame, NavItem, VERSION};
use crate::site::web::web;
use crate::text::TaggedText;

/// The most pages of prose to which every page links (the first ones; the search page lists all). Without this limit a
/// site with thousands of them would have millions of links.
const MOST_NAMED: usize = 60;

/// The frame of the site, without the picture for sharing.
pub fn frame(site: &Site) -> Frame {
    let settings = &site.index.corpus.settings;
    let mut pages: Vec<&ProseRecord> = site.index.corpus.pages.iter().filter(|p| p.id.as_str() != ABOUT).collect();
    pages.sort_by_key(|p| (p.order, p.id.clone()));
    let page =
        |p: &ProseRecord| NavItem { path: route::path_of(Kind::Page, p.id.as_str()).0, key: "", text: p.title.clone() };
    Frame {
        version: VERSION,
        title: site.index.site_title(),
        description: settings.description.clone().unwrap_or_default(),
        language: settings.language.clone(),
        first_language: site.index.corpus.rendering.as_ref().map(|rendering| rendering.first.to_string()),
        edition: of_day(site.index.calendar.today),
        edition_name: settings.edition_name.clone(),
        as_of: of_day(site.index.calendar.main),
        historical: site.index.calendar.main != site.index.calendar.today,
        law_as_at: settings.law_as_at.as_ref().map(when),
        base_url: site.index.base_url(),
        shared_picture: None,
        publisher: settings.publisher.clone(),
        licence: settings.licence.clone(),
        licence_url: settings.licence_url.as_deref().and_then(web),
        notice: settings.notice.clone(),
        designations: settings.designations.clone(),
        doors: DOORS.iter().filter_map(|(name, pages)| door(site, name, pages)).collect(),
        search: Page::Search.path().into_owned(),
        indexed: site.is_indexed(),
        pages: pages.into_iter().take(MOST_NAMED).map(page).collect(),
        generator: concat!("Collatio ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

/// A door with those of its pages that the site has; `None` if there is nothing behind it.
fn door(site: &Site, name: &'static str, pages: &[Page]) -> Option<Door> {
    let item = |page: &Page| NavItem { path: page.path().into_owned(), key: page.kind(), text: TaggedText::default() };
    let pages: Vec<NavItem> = pages.iter().filter(|page| is_in_navigation(site, page)).map(item).collect();
    Some(Door { name, path: pages.first()?.path.clone(), pages })
}

/// Whether the navigation links to a page: pages that exist on every site may have no content on this one.
fn is_in_navigation(site: &Site, page: &Page) -> bool {
    let corpus = &site.index.corpus;
    match page {
        Page::Treaties => site.index.compared_instruments().next().is_some(),
        Page::Instruments => !corpus.instruments.is_empty(),
        Page::Laws => !corpus.laws.is_empty(),
        Page::Amendments => !corpus.amendments.is_empty(),
        Page::Topics => !corpus.topics.is_empty(),
        Page::Matrix | Page::Questions | Page::Comparisons => !corpus.questions.is_empty(),
        // Pages on which cells can be collected link to it.
        Page::Collection => false,
        Page::Glossary => !corpus.terms.is_empty(),
        Page::Modules => !corpus.modules.is_empty(),
        Page::Changes => site.index.has_changes(),
        Page::Timeline => !(corpus.actions.is_empty() && corpus.laws.is_empty() && corpus.amendments.is_empty()),
        _ => true,
    }
}
