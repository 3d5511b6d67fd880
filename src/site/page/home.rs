//! The home page.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::page::piece::{card, counts, section};
use crate::site::view::Home;

pub fn view(cx: &Context<'_>) -> Home {
    let corpus = cx.corpus();
    let column = |id: &law::CountryId| corpus.countries.get(id.as_str());
    let link = |kind: Kind, id: &str| cx.link(kind, id);
    Home {
        body: corpus.home.as_ref().map(|h| cx.prose(&h.body, "")).unwrap_or_default(),
        countries: corpus.columns.iter().filter_map(column).map(|c| card::view(cx, c)).collect(),
        sections: section::lists(cx),
        topics: cx.site.index.topics().map(|t| link(Kind::Topic, t.id.as_str())).collect(),
        instruments: cx.site.index.instruments().map(|i| link(Kind::Instrument, i.id.as_str())).collect(),
        counts: counts::of_site(cx),
    }
}
