//! The page of the glossary, in the alphabetical order of the language. The handbook of all takes the same list.

use crate::law::{self, Kind};
use crate::site::context::{Context, localized_text};
use crate::site::date::when;
use crate::site::page::piece::origin;
use crate::site::route;
use crate::site::view::{Glossary, Term};

pub fn view(cx: &Context<'_>) -> Glossary {
    let mut terms: Vec<&law::Term> = cx.corpus().terms.iter().collect();
    terms.sort_by(|a, b| cx.site.index.collation.compare(&a.term, &b.term).then_with(|| a.id.cmp(&b.id)));
    let of = |t: &law::Term| Term {
        id: route::record_anchor(Kind::Term, t.id.as_str()),
        term: t.term.clone(),
        originals: t.originals.iter().map(localized_text).collect(),
        body: cx.prose(&t.body, &format!("{}-", t.id)),
        citation: t.citation.as_ref().map(|c| cx.citation(c)),
        observed: t.observed.as_ref().map(when),
        cited_by: origin::backlinks(cx, Kind::Term, t.id.as_str()),
        trace: t.head.trace.clone(),
    };
    Glossary { terms: terms.into_iter().map(of).collect() }
}
