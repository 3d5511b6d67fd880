//! The page of a source, with each statement that cites it. Where these are too many, the page keeps those of no
//! country, and each country has a page of its own that lists its statements.

use crate::law::{self, RecordRef};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::index::{Use, country_of};
use crate::site::page::piece::{origin, split};
use crate::site::view::{Source, SourceUse};
use crate::site::web::web;

pub fn view(cx: &Context<'_>, source: &law::Source) -> Source {
    let references = &cx.site.index.references;
    let is_divided = split::is_divided(cx);
    let shown = |origin: &RecordRef| !is_divided || country_of(origin, cx.corpus()).is_none();
    let uses: Vec<&Use> = match cx.at.page.part() {
        Some(country) => references.citing_in(source.id.as_str(), country).collect(),
        None => references.citing(source.id.as_str()).iter().filter(|(origin, _)| shown(origin)).collect(),
    };
    let mut cited_by: Vec<SourceUse> = uses
        .into_iter()
        .map(|(origin, place)| SourceUse {
            link: origin::link(cx, origin),
            kind: origin.kind.word(),
            place: place.as_deref().unwrap_or_default().to_owned(),
        })
        .collect();
    cited_by.sort_by(|a, b| {
        let names = cx.site.index.collation.compare(&a.link.text, &b.link.text);
        let places = || cx.site.index.collation.compare(&a.place, &b.place);
        a.kind.cmp(b.kind).then(names).then_with(places).then_with(|| a.link.href.cmp(&b.link.href))
    });
    Source {
        id: source.id.to_string(),
        citation: source.citation.clone(),
        short: source.short().to_owned(),
        author: source.author.clone(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        year: source.year.clone(),
        kind: source.kind.clone(),
        tier: source.tier.map_or("", law::Tier::word),
        url: source.url.as_ref().and_then(|u| web(&u.value)),
        archived: source.archived.as_ref().and_then(|u| web(&u.value)),
        language: source.language.clone(),
        licence: source.licence.clone(),
        stored: source.stored.as_ref().map(when),
        accessed: source.accessed.as_ref().map(when),
        background: source.role == law::SourceRole::Background,
        body: cx.prose(&source.body, "text-"),
        cited_by,
    }
}
