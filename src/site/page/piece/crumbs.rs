//! The breadcrumbs of a page: the pages above it, which follow from its address alone.

use crate::law::Kind;
use crate::site::context::Context;
use crate::site::page::piece::title::title;
use crate::site::route::Page;
use crate::site::view::Crumb;
use crate::text::TaggedText;

/// The pages above this one, from the home page down. Empty for pages that the navigation itself names.
pub fn breadcrumbs(cx: &Context<'_>) -> Vec<Crumb> {
    let page = cx.at.page.unsplit();
    let is_part = *page != cx.at.page;
    if !is_part && (page.is_frame() || matches!(page, Page::Prose(_))) {
        return Vec::new();
    }
    let named = |at: &Page, key: &Page| Crumb { href: cx.to(at), key: Some(key.kind()), text: TaggedText::default() };
    let frame = |page: Page| named(&page, &page);
    let list = |list: &Page| named(list, &Page::Changes);
    let record = |kind: Kind, id: &str| {
        let link = cx.link(kind, id);
        Crumb { href: link.href, key: None, text: link.text }
    };
    let country = || page.country().map(|id| record(Kind::Country, id));
    let mut crumbs = vec![frame(Page::Home)];
    match page {
        Page::Country(_) => crumbs.push(frame(Page::Countries)),
        page if page.country().is_some() && !matches!(page, Page::SearchCountry(_)) => {
            crumbs.push(frame(Page::Countries));
            crumbs.extend(country());
        }
        _ => {}
    }
    match page {
        Page::Provision(id) => crumbs.push(record(Kind::Law, id.law().as_str())),
        Page::Amendment(_) => crumbs.push(frame(Page::Amendments)),
        Page::TimelineCountry(_) => crumbs.push(frame(Page::Timeline)),
        Page::LawsCountry(_) => crumbs.push(frame(Page::Laws)),
        Page::AmendmentsCountry(_) => crumbs.push(frame(Page::Amendments)),
        Page::TopicCountry(_, topic) => crumbs.push(record(Kind::Topic, topic.as_str())),
        Page::SourceCountry(_, source) => crumbs.push(record(Kind::Source, source.as_str())),
        Page::ChangesCountryYear(id, _) | Page::ChangesBetweenCountry(id, ..) => {
            crumbs.push(list(&Page::ChangesCountry(id.clone())));
        }
        Page::Instrument(_) => crumbs.push(frame(Page::Instruments)),
        Page::ChangesInstrument(id) => {
            crumbs.extend([frame(Page::Instruments), record(Kind::Instrument, id.as_str())]);
        }
        Page::ChangesInstrumentYear(id, _) => {
            let instrument = record(Kind::Instrument, id.as_str());
            crumbs.extend([frame(Page::Instruments), instrument, list(&Page::ChangesInstrument(id.clone()))]);
        }
        Page::ChangesYear(_) | Page::ChangesBetween(..) => crumbs.push(frame(Page::Changes)),
        Page::Stale => crumbs.push(frame(Page::Unresearched)),
        Page::Topic(_) => crumbs.push(frame(Page::Topics)),
        Page::Question(id) => {
            crumbs.push(frame(Page::Questions));
            let question = cx.site.index.corpus.questions.get(id.as_str());
            crumbs.extend(question.map(|question| record(Kind::Section, question.section.as_str())));
        }
        Page::Source(_) => crumbs.push(frame(Page::Sources)),
        Page::Module(_) => crumbs.push(frame(Page::Modules)),
        Page::ModuleVersion(module, _) | Page::Handout(module, _) => {
            crumbs.extend([frame(Page::Modules), record(Kind::Module, module.as_str())])
        }
        Page::MatrixTransposed | Page::Section(_) => crumbs.push(frame(Page::Matrix)),
        Page::Pair(..) => crumbs.push(frame(Page::Comparisons)),
        Page::SearchCountry(_) => crumbs.push(frame(Page::Search)),
        // Pages of the frame, and all that remain, lie directly below the home page.
        _ => {}
    }
    if is_part {
        let text = title(cx.site, page, cx.day);
        crumbs.push(Crumb { href: cx.to(page), key: text.is_empty().then(|| page.kind()), text });
    }
    crumbs
}
