//! Feeds of changes, for the site and for each country. A feed is no page: its links lead from the root of the site,
//! and each entry has the day of its change as its context. Entries need absolute addresses as ids, so there are
//! feeds only if the configuration has a `base_url`.

use crate::law::{Change, CountryId, Day, Kind};

use super::piece;
use crate::site::Site;
use crate::site::context::{Context, Links};
use crate::site::date::of_day;
use crate::site::event::Event;
use crate::site::route::{self, Address, Page};
use crate::site::view::{Feed, FeedEntry};

/// The most entries in a feed; the newest are kept.
const MOST_ENTRIES: usize = 100;

const WHOLE: &str = "changes/feed.xml";

/// The paths of all feeds.
pub fn feeds(site: &Site) -> Vec<String> {
    if site.index.base_url().is_none() || !site.index.has_changes() {
        return Vec::new();
    }
    let countries = site.index.corpus.countries.iter().filter(|c| site.index.country_changed(&c.id));
    let of_countries = countries.map(|c| of_country(c.id.as_str()));
    std::iter::once(WHOLE.to_owned()).chain(of_countries).collect()
}

/// The path of the feed to which the page links, if there is one.
pub fn feed_of(site: &Site, address: &Address) -> Option<String> {
    site.index.base_url()?;
    match &address.page {
        Page::Country(id)
        | Page::ChangesCountry(id)
        | Page::ChangesCountryYear(id, _)
        | Page::ChangesBetweenCountry(id, ..) => site.index.country_changed(id).then(|| of_country(id.as_str())),
        Page::Home | Page::Changes | Page::ChangesYear(_) | Page::ChangesBetween(..) => {
            site.index.has_changes().then(|| WHOLE.to_owned())
        }
        _ => None,
    }
}

/// The feed at `path`, if there is one.
pub fn feed(site: &Site, path: &str) -> Option<Feed> {
    if !feeds(site).iter().any(|feed| feed == path) {
        return None;
    }
    let country = path.strip_prefix("countries/").and_then(|rest| rest.strip_suffix("/feed.xml")).map(CountryId::new);
    // Relative to the home page, links are paths from the root.
    let root = Address::new(Page::Home);
    let cx = Context { site, at: &root, day: site.index.calendar.main, scope: "", links: Links::Addresses };
    let is_of_this_feed = |change: &Change| country.as_ref().is_none_or(|country| *country == change.country);
    let mut entries: Vec<(Day, FeedEntry)> = Vec::new();
    let history: Vec<&Event> = match &country {
        Some(id) => site.index.history.of_country(id).collect(),
        None => site.index.history.listed().collect(),
    };
    for event in history {
        let Some(day) = known_on(site, event) else { continue };
        let list = Page::ChangesCountry(event.country.clone());
        let id = absolute(site, &format!("{}#{}", list.path(), event.key(&site.index.corpus)));
        // A country has the name of the day of the change.
        let change = Some(piece::change::line(&Context { day, ..cx }, event));
        entries.push((day, FeedEntry { id, updated: of_day(day), change, edit: None }));
    }
    for (number, change) in site.index.corpus.changes.iter().enumerate().filter(|(_, change)| is_of_this_feed(change)) {
        let Some(day) = change.changed.latest() else { continue };
        let Some(edit) = piece::change::edit(&Context { day, ..cx }, change) else { continue };
        let id = edit_id(site, change, number);
        entries.push((day, FeedEntry { id, updated: of_day(day), change: None, edit: Some(edit) }));
    }
    entries.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let page = match &country {
        Some(id) => Page::ChangesCountry(id.clone()),
        None => Page::Changes,
    };
    Some(Feed {
        id: absolute(site, path),
        of: country.map(|id| site.index.name(Kind::Country, id.as_str())),
        page: absolute(site, &page.path()),
        root: absolute(site, ""),
        updated: of_day(site.index.calendar.today),
        entries: entries.into_iter().map(|(_, entry)| entry).take(MOST_ENTRIES).collect(),
    })
}

/// The date of a change in a feed: the latest possible day, but not after the day of the edition. It is the date of the
/// law and not of its publication here, so that the entry is the same in all later editions. Edits of the site have a
/// date that their author wrote, and need no such bound.
fn known_on(site: &Site, event: &Event) -> Option<Day> {
    let day = event.date.latest().or(event.date.earliest())?;
    Some(day.min(site.index.calendar.today))
}

/// The id of an edit: the address of its cell, with the number of the edit among those of the cell. It is stable as
/// long as entries of `[[change]]` are only added, and only at the end.
fn edit_id(site: &Site, change: &Change, number: usize) -> String {
    let before = &site.index.corpus.changes[..number];
    let same = |c: &&Change| c.question.value == change.question.value && c.country == change.country;
    let page = route::path_of(Kind::Question, change.question.as_str()).0;
    absolute(site, &format!("{page}#{}.edit.{}", change.country, before.iter().filter(same).count() + 1))
}

/// The absolute address of a path of the site.
fn absolute(site: &Site, path: &str) -> String {
    format!("{}/{}{path}", site.index.base_url().unwrap_or_default(), site.folder())
}

fn of_country(id: &str) -> String {
    format!("countries/{id}/feed.xml")
}
