//! Handbooks for paper: everything about one country, or about all compared countries.
//!
//! What comes in is a country's record, or none; what goes out is what the pages of the country, of treaties, of the
//! matrix, of the glossary and of sources show, made by these pages' own functions: they are the chapters. The handbook of
//! all prints the words of each link alone: it would be heavier than a page may be, and on paper a link leads nowhere. The
//! handbook of one country is light enough to keep them for those who read it on a screen.

use crate::law::{self, Kind, Standing, cell::State};
use crate::site::context::{Context, Links};
use crate::site::page::piece::{conflict, matrix};
use crate::site::page::{country, glossary, sources, treaties};
use crate::site::route::Page;
use crate::site::view::{Country, Crumb, Handbook, Link};
use crate::text::TaggedText;

/// If more countries are compared, the handbook of all contains only what they share, and links to the handbook of
/// each. It is one file that is never split, and each whole country adds many sheets: twelve is about what one prints and
/// binds at once.
const MOST_COUNTRIES: usize = 12;

/// The handbook of a country.
pub fn of_country<'s>(cx: &Context<'s>, country: &'s law::Country) -> Handbook {
    let all = cx.to(&Page::HandbookAll);
    Handbook { countries: vec![country::view(cx, country)], all: Some(all), ..empty() }
}

/// The handbook of all compared countries.
pub fn of_all<'s>(cx: &Context<'s>) -> Handbook {
    let paper = &Context { links: Links::Words, ..*cx };
    let corpus = cx.corpus();
    let few = corpus.columns.len() <= MOST_COUNTRIES;
    let compared = corpus.columns.iter().filter_map(|id| corpus.countries.get(id.as_str()));
    let other = |c: &'s law::Country| Link {
        href: cx.to(&Page::HandbookCountry(c.id.clone())),
        ..cx.link(Kind::Country, c.id.as_str())
    };
    let chapter = |c: &'s law::Country| country::view(&Context { scope: c.id.as_str(), ..*paper }, c);
    let whole = |page: &Page| cx.site.pages.parts.of(page).is_none();
    let on_its_own = |page: &Page| Crumb { href: cx.to(page), key: Some(page.kind()), text: TaggedText::default() };
    Handbook {
        countries: if few { compared.clone().map(chapter).collect::<Vec<Country>>() } else { Vec::new() },
        others: if few { Vec::new() } else { compared.map(other).collect() },
        treaties: whole(&Page::Treaties).then(|| treaties::view(paper)),
        matrix: whole(&Page::Matrix).then(|| matrix::whole(paper, |_| true, String::new())),
        split: [Page::Treaties, Page::Matrix].iter().filter(|page| !whole(page)).map(on_its_own).collect(),
        conflicts: corpus.conflicts.iter().map(|c| conflict::view(paper, c)).collect(),
        terms: glossary::view(paper).terms,
        sources: sources::view(paper).groups,
        ..empty()
    }
}

/// A handbook without chapters.
fn empty() -> Handbook {
    Handbook {
        countries: Vec::new(),
        others: Vec::new(),
        treaties: None,
        matrix: None,
        split: Vec::new(),
        conflicts: Vec::new(),
        terms: Vec::new(),
        sources: Vec::new(),
        states: State::WORDS.to_vec(),
        standings: Standing::WORDS.to_vec(),
        all: None,
    }
}
