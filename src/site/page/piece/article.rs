//! An article of an instrument.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::route;
use crate::site::view::Article;

pub fn view(cx: &Context<'_>, instrument: &law::Instrument, article: &law::Article) -> Article {
    let benchmark = format!("{}#{}", instrument.id, article.key.value);
    let read_against = |q: &&law::Question| q.benchmark.as_ref().is_some_and(|b| b.value == benchmark);
    Article {
        id: route::article_anchor(&article.key.value),
        number: article.number.clone(),
        label: cx.site.index.instrument_article_label(instrument, &article.number),
        heading: article.heading.clone(),
        quotation: article.quotation.as_ref().map(|q| cx.quotation(q)),
        citation: article.citation.as_ref().map(|c| cx.citation(c)),
        summary: cx.note(article.summary.as_ref(), &format!("a-{}-", article.key.value)),
        questions: cx
            .site
            .index
            .codebook()
            .filter(read_against)
            .map(|q| cx.link(Kind::Question, q.id.as_str()))
            .collect(),
    }
}
