//! Shares frequent values of views in the template engine.
//!
//! A map of the engine takes many times the memory of its contents. A date is converted once per thread and then shared
//! by all views; links and citations are shared within a large page, which may repeat the same ones thousands of times.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;
use serde::{Serialize, Serializer};
use tera::Value;

use crate::site::view::{Citation, Link, When};
use crate::text::TaggedText;

/// The most dates that a thread caches; then the cache is cleared.
const MOST: usize = 4096;

/// Cached values, by what they were made from.
type Made<K> = HashMap<K, Value, FxBuildHasher>;

thread_local! {
    /// Dates by their text in content files, which determines all their fields.
    static DATES: RefCell<Made<String>> = RefCell::default();
    /// Links and citations of a large page; `None` while other pages are converted.
    static LARGE: RefCell<Option<(Made<Link>, Made<Citation>)>> = const { RefCell::new(None) };
}

/// Converts a large page; equal links and citations become one shared value.
pub fn of_large(page: &impl Serialize) -> Value {
    LARGE.set(Some(Default::default()));
    let value = Value::from_serializable(page);
    LARGE.set(None);
    value
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let made = DATES.with_borrow(|made| made.get(&self.iso).cloned());
        let value = made.unwrap_or_else(|| {
            let value = Value::from_serializable(&Date::of(self));
            DATES.with_borrow_mut(|made| {
                if made.len() == MOST {
                    made.clear();
                }
                made.insert(self.iso.clone(), value.clone());
            });
            value
        });
        value.serialize(serializer)
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Link { href, text } = self;
        let whole = LinkFields { href, text };
        match shared(self, |large| &mut large.0, &whole) {
            Some(value) => value.serialize(serializer),
            None => whole.serialize(serializer),
        }
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Citation { href, short, place, tier } = self;
        let whole = CitationFields { href, short, place, tier };
        match shared(self, |large| &mut large.1, &whole) {
            Some(value) => value.serialize(serializer),
            None => whole.serialize(serializer),
        }
    }
}

/// The cached value of `key`, made on the first use. `None` on pages that are not large.
fn shared<K: Clone + Eq + Hash>(
    key: &K,
    of: impl Fn(&mut (Made<Link>, Made<Citation>)) -> &mut Made<K>,
    whole: &impl Serialize,
) -> Option<Value> {
    LARGE.with_borrow_mut(|large| {
        let made = of(large.as_mut()?);
        if let Some(value) = made.get(key) {
            return Some(value.clone());
        }
        let value = Value::from_serializable(whole);
        made.insert(key.clone(), value.clone());
        Some(value)
    })
}

/// The fields of a date, as templates see it.
#[derive(Serialize)]
struct Date<'w> {
    iso: &'w str,
    form: &'static str,
    year: i16,
    month: u8,
    day: u8,
    first: Option<&'w When>,
    second: Option<&'w When>,
}

impl Date<'_> {
    fn of(when: &When) -> Date<'_> {
        let When { iso, form, year, month, day, first, second } = when;
        Date { iso, form, year: *year, month: *month, day: *day, first: first.as_deref(), second: second.as_deref() }
    }
}

/// The fields of a link, as templates see it.
#[derive(Serialize)]
struct LinkFields<'l> {
    href: &'l str,
    text: &'l TaggedText,
}

/// The fields of a citation, as templates see it.
#[derive(Serialize)]
struct CitationFields<'c> {
    href: &'c str,
    short: &'c str,
    place: &'c str,
    tier: &'static str,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day(day: u8) -> When {
        When { iso: format!("2004-10-{day:02}"), form: "day", year: 2004, month: 10, day, first: None, second: None }
    }

    fn link(text: &str) -> Link {
        Link { href: "x.html".to_owned(), text: text.into() }
    }

    fn is_one(list: &Value) -> bool {
        let map = |at: usize| list.as_array().and_then(|list| list.get(at)?.as_map()).expect("a list of maps");
        std::ptr::eq(map(0), map(1))
    }

    #[test]
    fn equal_dates_are_one_value_and_others_are_not() {
        assert!(is_one(&Value::from_serializable(&[day(5), day(5)])));
        assert!(!is_one(&Value::from_serializable(&[day(5), day(6)])));
        let after = When { iso: "after 2004-10-05".to_owned(), form: "after", first: Some(Box::new(day(5))), ..day(5) };
        assert_eq!(serde_json::to_value(&after).expect("it is JSON")["first"]["iso"], json!("2004-10-05"));
    }

    #[test]
    fn equal_links_are_one_value_on_a_large_page_alone() {
        assert!(is_one(&of_large(&[link("a"), link("a")])));
        assert!(!is_one(&of_large(&[link("a"), link("b")])));
        assert!(!is_one(&Value::from_serializable(&[link("a"), link("a")])));
    }
}
