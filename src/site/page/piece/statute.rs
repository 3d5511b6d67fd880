//! A law in one line, and the banners with its state on the page's day.

use crate::law::{self, Kind, provision_state};
use crate::site::context::{Context, at_date};
use crate::site::date::{list_order, when};
use crate::site::page::piece::{dispute, wording};
use crate::site::view::{ArticleLink, Banner, LawLine, Link, When};

/// The laws of a country by their first date.
pub fn lines_of(cx: &Context<'_>, country: &law::CountryId) -> Vec<LawLine> {
    let mut laws: Vec<&law::Law> = cx.site.index.laws_of(country).collect();
    laws.sort_by_key(|l| (list_order(first_date(l)), l.id.clone()));
    laws.into_iter().map(|l| line(cx, l)).collect()
}

pub fn line(cx: &Context<'_>, law: &law::Law) -> LawLine {
    let provisions = cx.site.index.articles_of(&law.id);
    LawLine {
        link: cx.link(Kind::Law, law.id.as_str()),
        kind: law.kind.word(),
        number: law.number.clone(),
        adopted: law.adopted.as_ref().map(|d| when(d)),
        signed: law.signed.as_ref().map(|d| when(d)),
        banners: banners(cx, law),
        provisions: provisions.iter().map(|p| linked_article(cx, p)).collect(),
    }
}

fn linked_article(cx: &Context<'_>, provision: &law::Provision) -> ArticleLink {
    let on = provision_state::on(cx.corpus(), provision, cx.day);
    ArticleLink { link: article_link(cx, provision), state: wording::state(cx, &on) }
}

pub fn article_link(cx: &Context<'_>, provision: &law::Provision) -> Link {
    Link { href: cx.record(Kind::Provision, provision.id.as_str()), text: cx.site.index.article_label(provision) }
}

/// What a reader must know before the text of a law: whether it is law on the page's day, and what is disputed.
pub fn banners(cx: &Context<'_>, law: &law::Law) -> Vec<Banner> {
    let mut banners = Vec::new();
    let reached = |repeal: &law::Repeal| repeal.repealed.reached(cx.day);
    let ended = |repeal: &law::Repeal, key| Banner {
        on: Some(when(&repeal.repealed)),
        links: repeal.by.iter().map(|l| cx.link(Kind::Law, l.as_str())).collect(),
        word: repeal.verb.word(),
        ..banner(key)
    };
    let repeal = law.repeal.iter();
    banners.extend(repeal.clone().filter(|r| reached(r) == Some(true)).map(|repeal| ended(repeal, "repealed")));
    banners.extend(repeal.clone().filter(|r| reached(r).is_none()).map(|repeal| ended(repeal, "perhaps-repealed")));
    match law.commences.as_ref().map(|start| start.reached(cx.day)) {
        Some(Some(false)) => banners.push(Banner { on: at_date(&law.commences), ..banner("not-yet-in-force") }),
        _ if law.commences_in_part => banners.push(banner("in-force-in-part")),
        Some(None) => banners.push(Banner { on: at_date(&law.commences), ..banner("perhaps-in-force") }),
        Some(Some(true)) | None => {}
    }
    banners.extend(repeal.filter(|r| reached(r) == Some(false)).map(|repeal| ended(repeal, "will-be-repealed")));
    if !cx.corpus().conflicts.is_empty() {
        banners.extend(dispute::banner(cx, Kind::Law, law.id.as_str()));
    }
    banners
}

fn first_date(law: &law::Law) -> Option<&law::Date> {
    [&law.adopted, &law.signed, &law.published, &law.commences].into_iter().flatten().map(|d| &d.value).next()
}

/// A banner that has only a key.
pub fn banner(key: &'static str) -> Banner {
    Banner { key, on: None::<When>, until: None, links: Vec::new(), all: String::new(), word: "" }
}
