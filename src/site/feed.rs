//! Feeds of what changed: for the site and for each country, where the configuration says where the site is published. An
//! entry of a feed needs an address by which it is known everywhere; without a base there is none.

use crate::law::{Change, CountryId, Day, Kind};

use super::Site;
use super::context::Context;
use super::date::of_day;
use super::page::piece;
use super::route::{self, Address, Page};
use super::turn::Turn;
use super::view::{Feed, FeedEntry};

/// The newest so many are in a feed.
const MOST_ENTRIES: usize = 100;

const WHOLE: &str = "changes/feed.xml";

impl Site {
    /// The paths of all feeds.
    pub fn feeds(&self) -> Vec<String> {
        if self.base_url().is_none() || !self.has_changes() {
            return Vec::new();
        }
        let countries = self.corpus.countries.iter().filter(|c| self.country_changed(&c.id));
        let of_countries = countries.map(|c| of_country(c.id.as_str()));
        std::iter::once(WHOLE.to_owned()).chain(of_countries).collect()
    }

    /// The feed to which a page leads.
    pub(super) fn feed_of(&self, address: &Address) -> Option<String> {
        self.base_url()?;
        match &address.page {
            Page::Country(id)
            | Page::ChangesCountry(id)
            | Page::ChangesCountryYear(id, _)
            | Page::ChangesBetweenCountry(id, ..) => self.country_changed(id).then(|| of_country(id.as_str())),
            Page::Home | Page::Changes | Page::ChangesYear(_) | Page::ChangesBetween(..) => {
                self.has_changes().then(|| WHOLE.to_owned())
            }
            _ => None,
        }
    }

    /// The feed at `path`, if there is one.
    pub fn feed(&self, path: &str) -> Option<Feed> {
        if !self.feeds().iter().any(|feed| feed == path) {
            return None;
        }
        let country =
            path.strip_prefix("countries/").and_then(|rest| rest.strip_suffix("/feed.xml")).map(CountryId::new);
        // Links of a page at the root are paths from the root.
        let root = Address::new(Page::Home);
        let sheet = Context { site: self, at: &root, day: self.calendar.main, scope: "" };
        let ours = |id: &CountryId| country.as_ref().is_none_or(|country| country == id);
        let mut entries: Vec<(Day, FeedEntry)> = Vec::new();
        let turns = self.turns.listed().filter(|turn| country.is_none() || ours(&turn.country));
        let turns: Vec<&Turn> = match &country {
            Some(id) => self.turns.of_country(id).collect(),
            None => turns.collect(),
        };
        for turn in turns {
            let Some(day) = self.known_on(turn) else { continue };
            let list = Page::ChangesCountry(turn.country.clone());
            let id = self.absolute(&format!("{}#{}", list.path(), turn.key(&self.corpus)));
            entries.push((
                day,
                FeedEntry { id, updated: of_day(day), change: Some(piece::change::line(&sheet, turn)), edit: None },
            ));
        }
        for (number, change) in self.corpus.changes.iter().enumerate().filter(|(_, change)| ours(&change.country)) {
            let (Some(day), Some(edit)) = (change.changed.latest(), piece::change::edit(&sheet, change)) else {
                continue;
            };
            let id = self.edit_id(change, number);
            entries.push((day, FeedEntry { id, updated: of_day(day), change: None, edit: Some(edit) }));
        }
        entries.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        let page = match &country {
            Some(id) => Page::ChangesCountry(id.clone()),
            None => Page::Changes,
        };
        Some(Feed {
            id: self.absolute(path),
            of: country.map(|id| self.name(Kind::Country, id.as_str())),
            page: self.absolute(&page.path()),
            root: self.absolute(""),
            updated: of_day(self.calendar.today),
            entries: entries.into_iter().map(|(_, entry)| entry).take(MOST_ENTRIES).collect(),
        })
    }

    /// The day of a change as a feed gives it: the last on which it can lie, but none after the edition, for nobody heard
    /// of it later. It is the law's day and not the reader's, so that an entry stays as it is from edition to edition.
    fn known_on(&self, turn: &Turn) -> Option<Day> {
        let day = turn.date.latest().or(turn.date.earliest())?;
        Some(day.min(self.calendar.today))
    }

    fn edit_id(&self, change: &Change, number: usize) -> String {
        let before = &self.corpus.changes[..number];
        let same = |c: &&Change| c.question.value == change.question.value && c.country == change.country;
        let page = route::path_of(Kind::Question, change.question.as_str()).0;
        self.absolute(&format!("{page}#{}.edit.{}", change.country, before.iter().filter(same).count() + 1))
    }

    fn absolute(&self, path: &str) -> String {
        format!("{}/{}{path}", self.base_url().unwrap_or_default(), self.folder())
    }
}

fn of_country(id: &str) -> String {
    format!("countries/{id}/feed.xml")
}
