//! The title of a page, and its description. A title is empty where a message of the theme names the kind of page.

use crate::law::{Day, Kind};
use crate::site::Site;
use crate::site::route::{ABOUT, Address, Page};
use crate::text::TaggedText;
use crate::text::plain::shorten;

pub fn title(site: &Site, page: &Page, day: Day) -> TaggedText {
    let corpus = &site.index.corpus;
    let changes_of = |name: &TaggedText| TaggedText::filled(&site.index.words.changes_of, &[("{}", name)]);
    let found = match page {
        Page::Home => Some(site.index.site_title()),
        Page::About => corpus.pages.get(ABOUT).map(|page| page.title.clone()),
        // In links these pages have shorter names.
        Page::Question(id) => corpus.questions.get(id.as_str()).map(|question| question.wording.clone()),
        Page::Instrument(id) => corpus.instruments.get(id.as_str()).map(|instrument| instrument.title.clone()),
        Page::ModuleVersion(id, _) => Some(site.index.name(Kind::Module, id.as_str())),
        Page::Handout(module, id) => site.index.handout(module, id).map(|(_, handout)| handout.title.clone()),
        Page::Pair(first, second) => Some(site.index.pair_title(first, second, day)),
        Page::TopicCountry(_, topic) => Some(site.index.name(Kind::Topic, topic.as_str())),
        Page::SourceCountry(_, source) => Some(site.index.name(Kind::Source, source.as_str())),
        Page::HandbookCountry(id) => {
            Some(TaggedText::filled(&site.index.words.handbook_of, &[("{}", &site.index.country_on(id, day))]))
        }
        Page::CountrySheet(id) | Page::CountryHistory(id) | Page::SearchCountry(id) => {
            Some(site.index.country_on(id, day))
        }
        Page::ChangesYear(year) => Some(changes_of(&year.to_string().into())),
        Page::ChangesCountry(id) => Some(changes_of(&site.index.name(Kind::Country, id.as_str()))),
        Page::ChangesCountryYear(id, year) => {
            Some(changes_of(&in_year(site.index.name(Kind::Country, id.as_str()), *year)))
        }
        Page::ChangesInstrument(id) => Some(changes_of(&site.index.name(Kind::Instrument, id.as_str()))),
        Page::ChangesInstrumentYear(id, year) => {
            Some(changes_of(&in_year(site.index.name(Kind::Instrument, id.as_str()), *year)))
        }
        Page::Part { of, .. } => Some(title(site, of, day)),
        Page::Moved { kind, to, .. } => Some(site.index.name(*kind, to)),
        // Other pages have the name of their record; without one, a message names their kind.
        page => page.record().map(|(kind, id)| site.index.name(kind, id)),
    };
    found.unwrap_or_default()
}

fn in_year(name: TaggedText, year: i16) -> TaggedText {
    TaggedText::joined(&[name, year.to_string().into()], ", ")
}

/// One line that describes the page: the beginning of its own text; of the home page, the site's description. Empty where
/// the page has no text of its own: then the theme's message `describe-<kind>` says what kind of page it is.
pub fn describe(site: &Site, address: &Address) -> String {
    let corpus = &site.index.corpus;
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
    let words = body.map(|body| site.index.first_paragraph(body)).unwrap_or_default();
    let of_site = || corpus.settings.description.as_deref().unwrap_or_default().to_owned();
    let words = if address.page == Page::Home { of_site() } else { words };
    shorten(&words, 200)
}
