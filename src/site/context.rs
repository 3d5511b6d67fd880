//! The context in which one page is made: the site, the address of the page and its day. It makes links, citations,
//! dates and prose for that page.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{self, Corpus, Day, Kind, RecordRef};
use crate::text::{self, TaggedText};

use super::route::{self, Address, Page};
use super::view::{Block, Citation, Inline, Link, LocalizedText, Prose, Quotation, authored};
use super::{Site, date};

/// How links are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// As addresses. In a copy that lacks some pages, dead links are found only when the page is printed.
    Addresses,
    /// Without addresses, for paper: only the words of each link are printed.
    Words,
}

/// What the functions that make a page need to know.
#[derive(Clone, Copy)]
pub struct Context<'s> {
    pub site: &'s Site,
    pub at: &'s Address,
    /// The day on which the page shows the law.
    pub day: Day,
    /// Prefix of the anchors of prose, on pages that combine the contents of several pages; else empty.
    pub scope: &'s str,
    pub links: Links,
}

impl<'s> Context<'s> {
    pub fn corpus(&self) -> &'s Corpus {
        &self.site.index.corpus
    }

    /// The link from this page to a path of the site. A link to an anchor of this page's own main view stays on this
    /// page, and so on its day.
    pub fn href(&self, path: &str, anchor: Option<&str>) -> String {
        if self.links == Links::Words {
            return String::new();
        }
        if let Some(part) = anchor.and_then(|anchor| self.part_with(path, anchor)) {
            return route::relative(&self.at.path, &part, anchor);
        }
        let own = self.at.on.is_some() && self.at.page.path() == path;
        if let Some(anchor) = anchor.filter(|_| own) {
            return format!("#{anchor}");
        }
        let on_day = self.at.on.filter(|_| !own).and_then(|day| self.view_on(day, path, anchor));
        route::relative(&self.at.path, on_day.as_deref().unwrap_or(path), anchor)
    }

    /// The view of the main page at `path` that shows the law as on `day`, if there is one: a reader of a past day stays on
    /// it. The page of a country changes on its own days: its last one up to the day. A place on it may not be there yet on a
    /// past day, so a link to one leads to the main view.
    fn view_on(&self, day: Day, path: &str, anchor: Option<&str>) -> Option<String> {
        let Site { pages, index, .. } = self.site;
        let main = pages.find(path).filter(|address| address.on.is_none() && address.page.is_dated())?;
        let published = pages.days_of(index, &main);
        let by_change = index.corpus.settings.days.countries == law::Publish::Changes;
        let shown = match &main.page {
            Page::Country(_) if anchor.is_some() => None,
            Page::Country(_) if by_change => published.iter().rfind(|shown| **shown <= day),
            _ => published.iter().find(|shown| **shown == day),
        };
        shown.map(|shown| main.on_day(*shown).path.to_string())
    }

    /// The path of the part to which an anchor has moved, where the page at `path` is split.
    fn part_with(&self, path: &str, anchor: &str) -> Option<String> {
        let country = anchor.strip_prefix("country-")?;
        let part = self.site.pages.parts.with_country(path, country)?;
        Some(if part == self.at.page { self.at.path.to_string() } else { part.path().into_owned() })
    }

    /// The link from this page to a file that all languages of the site share.
    pub fn shared(&self, path: &str) -> String {
        self.site.shared(self.at, path)
    }

    /// The language of the text at `span`, if it is not that of the page.
    pub fn language_at(&self, span: crate::text::Span) -> Option<String> {
        let rendering = self.corpus().rendering.as_ref()?;
        (!rendering.is_translated(span)).then(|| rendering.first.to_string())
    }

    /// Whether a machine translated the text at `span`.
    pub fn is_of_machine(&self, span: crate::text::Span) -> bool {
        let rendering = self.corpus().rendering.as_ref();
        rendering.is_some_and(|r| r.machine.contains(&span.file) && r.is_translated(span))
    }

    /// The link to the main view of a page.
    pub fn to(&self, page: &Page) -> String {
        self.href(&page.path(), None)
    }

    /// The address of a record: its page, or its anchor on another page.
    pub fn record(&self, kind: Kind, id: &str) -> String {
        let (path, anchor) = route::path_of(kind, id);
        self.href(&path, anchor.as_deref())
    }

    /// The link to a record, with the record's name.
    pub fn link(&self, kind: Kind, id: &str) -> Link {
        Link { href: self.record(kind, id), text: self.site.index.name(kind, id) }
    }

    /// The link to the target of a reference.
    pub fn record_ref(&self, record_ref: &RecordRef) -> Link {
        let (path, anchor) = route::of_record_ref(record_ref);
        Link { href: self.href(&path, anchor.as_deref()), text: self.site.index.name_of(record_ref) }
    }

    /// The link to the target of `[[text]]`; `None` if there is none.
    pub fn named(&self, text: &str) -> Option<Link> {
        self.corpus().resolve(text).ok().map(|record_ref| self.record_ref(&record_ref))
    }

    /// The address of a cell on its question's page.
    pub fn cell(&self, question: &law::QuestionId, country: &law::CountryId) -> String {
        let anchor = route::record_anchor(Kind::Country, country.as_str());
        self.href(&route::path_of(Kind::Question, question.as_str()).0, Some(&anchor))
    }

    pub fn country(&self, id: &law::CountryId) -> Link {
        Link { text: self.country_name(id), ..self.link(Kind::Country, id.as_str()) }
    }

    /// The name of a country on the page's day.
    pub fn country_name(&self, id: &law::CountryId) -> TaggedText {
        self.site.index.country_on(id, self.day)
    }

    /// Whether a column is that of a region.
    pub fn is_region(&self, id: &law::CountryId) -> bool {
        self.corpus().countries.get(id.as_str()).is_some_and(|country| country.kind == law::CountryKind::Region)
    }

    pub fn topics(&self, topics: &[crate::text::At<law::TopicId>]) -> Vec<Link> {
        topics.iter().map(|topic| self.link(Kind::Topic, topic.as_str())).collect()
    }

    pub fn citation(&self, citation: &law::Citation) -> Citation {
        let id = citation.source.value.as_str();
        let source = self.corpus().sources.get(id);
        Citation {
            href: self.record(Kind::Source, id),
            short: source.map_or(id, |s| s.short()).to_owned(),
            place: citation.place.clone(),
            tier: self.corpus().tier(citation).map_or("", law::Tier::word),
        }
    }

    pub fn quotation(&self, quotation: &law::Quotation) -> Quotation {
        Quotation {
            text: quotation.text.to_string(),
            language: quotation.language.clone(),
            translation: quotation.translation.map_or("", law::Translation::word),
            original: quotation.original.as_ref().map(localized_text),
        }
    }

    /// Prose with its references resolved. `prefix` keeps the anchors of several texts on one page distinct.
    pub fn prose(&self, prose: &crate::text::Prose, prefix: &str) -> Prose {
        if prose.is_empty() {
            return Prose::default();
        }
        ProseResolver::new(*self, prefix).of(prose.span()).set(prose.blocks())
    }

    /// The prose of an optional field; `None` if it is missing or empty.
    pub fn note(&self, prose: Option<&crate::text::Prose>, prefix: &str) -> Option<Prose> {
        prose.filter(|p| !p.is_empty()).map(|p| self.prose(p, prefix))
    }
}

pub fn localized_text(localized_text: &law::LocalizedText) -> LocalizedText {
    LocalizedText { text: localized_text.text.clone(), language: localized_text.language.clone() }
}

/// An optional date field as a view.
pub fn at_date(field: &Option<crate::text::At<law::Date>>) -> Option<super::view::When> {
    field.as_ref().map(|d| date::when(&d.value))
}

/// Resolves the references, footnotes and terms of one text for one page.
pub struct ProseResolver<'s> {
    cx: Context<'s>,
    prefix: String,
    /// The language of the text, if it is not that of the page.
    language: Option<String>,
    machine: bool,
    /// The number of each footnote by its label, in the order of their first marks, from 1.
    footnotes: BTreeMap<String, usize>,
    /// Terms already linked in this text: each is linked once.
    linked: BTreeSet<&'s str>,
    /// Places elsewhere on the page to which links of this text may lead: from the author's name to the anchor.
    anchors: BTreeMap<String, String>,
}

impl<'s> ProseResolver<'s> {
    pub fn new(cx: Context<'s>, prefix: &str) -> ProseResolver<'s> {
        ProseResolver {
            cx,
            prefix: match cx.scope {
                "" => prefix.to_owned(),
                scope => format!("{scope}.{prefix}"),
            },
            language: None,
            machine: false,
            footnotes: BTreeMap::new(),
            linked: BTreeSet::new(),
            anchors: BTreeMap::new(),
        }
    }

    /// Sets language and origin to those of the text at `span`.
    pub fn of(self, span: text::Span) -> ProseResolver<'s> {
        ProseResolver { language: self.cx.language_at(span), machine: self.cx.is_of_machine(span), ..self }
    }

    /// For a text that is one part of a longer one: links may lead to headings in other parts.
    pub fn among(self, anchors: &BTreeMap<String, String>) -> ProseResolver<'s> {
        ProseResolver { anchors: anchors.clone(), ..self }
    }

    pub fn set(mut self, blocks: Vec<text::Block>) -> Prose {
        let (notes, body): (Vec<_>, Vec<_>) =
            blocks.into_iter().partition(|block| matches!(block, text::Block::Footnote { .. }));
        let mut set = self.blocks(body);
        let mut last = self.blocks(notes);
        last.sort_by_key(|block| match block {
            Block::Footnote(number, _) => *number,
            _ => usize::MAX,
        });
        set.append(&mut last);
        let is_rtl = text::direction(self.language.as_deref().unwrap_or(self.cx.site.index.language())) == "rtl";
        Prose { blocks: set, language: self.language, is_rtl, machine: self.machine, prefix: self.prefix }
    }

    fn blocks(&mut self, blocks: Vec<text::Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: text::Block) -> Block {
        match block {
            text::Block::Heading { level, id, text } => Block::Heading(level, id, self.inlines(text, false)),
            text::Block::Paragraph(text) => Block::Paragraph(self.inlines(text, true)),
            text::Block::Plain(text) => Block::Plain(self.inlines(text, true)),
            text::Block::List { numbering, items } => {
                Block::List(numbering, items.into_iter().map(|item| self.blocks(item)).collect())
            }
            text::Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            text::Block::Table { align, head, rows } => Block::Table(
                align,
                head.into_iter().map(|cell| self.inlines(cell, false)).collect(),
                rows.into_iter().map(|row| row.into_iter().map(|cell| self.inlines(cell, true)).collect()).collect(),
            ),
            text::Block::Definitions(list) => Block::Definitions(
                list.into_iter()
                    .map(|(term, meanings)| {
                        let term = self.inlines(term, false);
                        (term, meanings.into_iter().map(|blocks| self.blocks(blocks)).collect())
                    })
                    .collect(),
            ),
            text::Block::Footnote { label, blocks } => {
                let number = self.footnote(&label);
                Block::Footnote(number, self.blocks(blocks))
            }
            text::Block::Code { text, .. } => Block::Code(text),
            text::Block::Rule => Block::Rule,
        }
    }

    fn footnote(&mut self, label: &str) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(label.to_owned()).or_insert(next)
    }

    fn inlines(&mut self, list: Vec<text::Inline>, terms: bool) -> Vec<Inline> {
        let mut out = Vec::with_capacity(list.len());
        for inline in list {
            self.inline(inline, terms, &mut out);
        }
        out
    }

    fn inline(&mut self, inline: text::Inline, terms: bool, out: &mut Vec<Inline>) {
        out.push(match inline {
            text::Inline::Text(text) if terms => return self.text_with_terms(text, out),
            text::Inline::Text(text) => Inline::Text(text),
            text::Inline::Emphasis(list) => Inline::Emphasis(self.inlines(list, terms)),
            text::Inline::Strong(list) => Inline::Strong(self.inlines(list, terms)),
            text::Inline::Struck(list) => Inline::Struck(self.inlines(list, terms)),
            text::Inline::Superscript(list) => Inline::Superscript(self.inlines(list, false)),
            text::Inline::Code(text) => Inline::Code(text),
            text::Inline::Link { href, text } => self.link(href, text),
            text::Inline::Image { path, alt } => {
                let file = path.strip_prefix("pictures/").unwrap_or(&path);
                Inline::Image(self.cx.shared(&format!("pictures/{file}")), alt)
            }
            text::Inline::Reference { id, text } => self.reference(&id, text),
            text::Inline::Citation { source, place } => self.citation(&source, place),
            text::Inline::FootnoteMark(label) => Inline::FootnoteMark(self.footnote(&label)),
            text::Inline::SoftBreak => Inline::SoftBreak,
            text::Inline::HardBreak => Inline::HardBreak,
        });
    }

    fn link(&mut self, href: String, text: Vec<text::Inline>) -> Inline {
        let text = self.inlines(text, false);
        match href.strip_prefix('#') {
            _ if self.cx.links == Links::Words => Inline::Link(String::new(), text),
            Some(anchor) => match self.anchors.get(anchor) {
                Some(id) => Inline::Link(format!("#{id}"), text),
                None => Inline::Link(format!("#{}", authored(&self.prefix, anchor)), text),
            },
            None => Inline::Outside(href, text),
        }
    }

    fn reference(&mut self, id: &str, text: Vec<text::Inline>) -> Inline {
        let text = self.inlines(text, false);
        match self.cx.named(id) {
            Some(link) if text.is_empty() => Inline::Link(link.href, vec![Inline::Name(link.text)]),
            Some(link) => Inline::Link(link.href, text),
            // The fault was reported by `assemble`; drafts show the words.
            None if text.is_empty() => Inline::Text(id.to_owned()),
            None => Inline::Emphasis(text),
        }
    }

    fn citation(&mut self, source: &str, place: Option<String>) -> Inline {
        let source = self.cx.corpus().source_id(source);
        match self.cx.corpus().sources.get(source) {
            Some(found) => Inline::Citation(self.cx.record(Kind::Source, source), found.short().to_owned(), place),
            None => Inline::Text(format!("[{source}]")),
        }
    }

    fn text_with_terms(&mut self, text: String, out: &mut Vec<Inline>) {
        let glossary = &self.cx.site.index.glossary;
        if glossary.is_empty() {
            return out.push(Inline::Text(text));
        }
        let mut rest = 0;
        for found in glossary.find(&text) {
            let own = self.cx.at.page == Page::Glossary;
            if own || found.start < rest || !self.linked.insert(found.term) {
                continue;
            }
            if found.start > rest {
                out.push(Inline::Text(text[rest..found.start].to_owned()));
            }
            let href = self.cx.record(Kind::Term, found.term);
            out.push(Inline::Term(href, text[found.start..found.end].to_owned(), found.meaning.to_owned()));
            rest = found.end;
        }
        if rest == 0 {
            out.push(Inline::Text(text));
        } else if rest < text.len() {
            out.push(Inline::Text(text[rest..].to_owned()));
        }
    }
}
