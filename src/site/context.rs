//! The sheet on which one page is made: it knows the site, where the page lies and on which day it stands, and so it
//! can write links, citations, dates and prose for it.

use crate::law::{self, Corpus, Day, Kind, Thing};

use super::prose::Setter;
use super::route::{self, Address, Page};
use super::view::{Citation, Link, Prose, Quotation, Tongue};
use super::{Site, date};

/// The sheet for one page.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    pub(super) site: &'s Site,
    pub(super) at: &'s Address,
    /// The day on which the page shows the law.
    pub(super) day: Day,
    /// What stands before the anchors of prose, where a page holds what else are several pages.
    pub(super) scope: &'s str,
}

impl<'s> Context<'s> {
    pub(super) fn corpus(&self) -> &'s Corpus {
        &self.site.corpus
    }

    /// The link from this page to a path of the site. An anchor of the page's own main view is one of the page itself,
    /// so that a reader stays on the day.
    pub(super) fn href(&self, path: &str, anchor: Option<&str>) -> String {
        let own = self.at.on.is_some() && self.at.page.path() == path;
        if let Some(anchor) = anchor.filter(|_| own) {
            return format!("#{anchor}");
        }
        route::relative(&self.at.path, path, anchor)
    }

    /// The link from this page to a file that the site has once for all its languages.
    pub(super) fn shared(&self, path: &str) -> String {
        match self.site.folder() {
            "" => self.href(path, None),
            folder => route::relative(&format!("{folder}{}", self.at.path), path, None),
        }
    }

    /// The language of what stands at `span`, where that is not the page's.
    pub(super) fn language_at(&self, span: crate::text::Span) -> Option<String> {
        let rendering = self.corpus().rendering.as_ref()?;
        (!rendering.is_translated(span)).then(|| rendering.first.clone())
    }

    /// Whether a machine translated what stands at `span`.
    pub(super) fn is_of_machine(&self, span: crate::text::Span) -> bool {
        let rendering = self.corpus().rendering.as_ref();
        rendering.is_some_and(|r| r.machine.contains(&span.file) && r.is_translated(span))
    }

    /// The link to the main view of a page.
    pub(super) fn to(&self, page: &Page) -> String {
        self.href(&page.path(), None)
    }

    /// The link to a record: its page, or its anchor on the page where it stands.
    pub(super) fn record(&self, kind: Kind, id: &str) -> String {
        let (path, anchor) = route::path_of(kind, id);
        self.href(&path, anchor.as_deref())
    }

    /// The link to a record with the record's name.
    pub(super) fn link(&self, kind: Kind, id: &str) -> Link {
        Link { href: self.record(kind, id), text: self.site.name(kind, id) }
    }

    /// The link to what a reference names.
    pub(super) fn thing(&self, thing: &Thing) -> Link {
        let (path, anchor) = route::of_thing(thing);
        Link { href: self.href(&path, anchor.as_deref()), text: self.site.name_of(thing) }
    }

    /// The link to what `text` names, as in `[[text]]`.
    pub(super) fn named(&self, text: &str) -> Option<Link> {
        self.corpus().resolve(text).ok().map(|thing| self.thing(&thing))
    }

    /// The anchor of a cell on its question's page.
    pub(super) fn cell(&self, question: &law::QuestionId, country: &law::CountryId) -> String {
        self.href(&route::path_of(Kind::Question, question.as_str()).0, Some(country.as_str()))
    }

    pub(super) fn country(&self, id: &law::CountryId) -> Link {
        self.link(Kind::Country, id.as_str())
    }

    pub(super) fn topics(&self, topics: &[crate::text::At<law::TopicId>]) -> Vec<Link> {
        topics.iter().map(|topic| self.link(Kind::Topic, topic.as_str())).collect()
    }

    pub(super) fn citation(&self, citation: &law::Citation) -> Citation {
        let id = citation.source.value.as_str();
        let source = self.corpus().sources.get(id);
        Citation {
            href: self.record(Kind::Source, id),
            short: source.map_or(id, |s| s.short()).to_owned(),
            place: citation.place.clone(),
            tier: self.corpus().tier(citation).map_or("", law::Tier::word),
        }
    }

    pub(super) fn quotation(&self, quotation: &law::Quotation) -> Quotation {
        Quotation {
            text: quotation.text.to_string(),
            language: quotation.language.clone(),
            translation: quotation.translation.map_or("", law::Translation::word),
            original: quotation.original.as_ref().map(tongue),
        }
    }

    /// Prose with its references resolved. `prefix` keeps the ids of several proses on one page apart.
    pub(super) fn prose(&self, prose: &crate::text::Prose, prefix: &str) -> Prose {
        if prose.is_empty() {
            return Prose::default();
        }
        Setter::new(*self, prefix).of(prose.span()).set(prose.blocks())
    }

    /// Prose of a field: `None` where there is nothing.
    pub(super) fn note(&self, prose: Option<&crate::text::Prose>, prefix: &str) -> Option<Prose> {
        prose.filter(|p| !p.is_empty()).map(|p| self.prose(p, prefix))
    }
}

pub(super) fn tongue(tongue: &law::Tongue) -> Tongue {
    Tongue { text: tongue.text.clone(), language: tongue.language.clone() }
}

/// A date field as a view.
pub(super) fn at_date(field: &Option<crate::text::At<law::Date>>) -> Option<super::view::When> {
    field.as_ref().map(|d| date::when(&d.value))
}
