//! The profile of a country, taken apart at its headings of the second level, so that the page can show each part where
//! its subject stands.
//!
//! What comes in is the text of the record; what goes out is prose with its references resolved, each part with the
//! footnotes whose marks it has. This file knows the anchors of the page, but not what else stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::law;
use crate::site::context::{Context, ProseResolver};
use crate::site::route::record_anchor;
use crate::site::view::{Prose, ProsePart, authored};
use crate::text::{Block, Inline, plain};

/// The parts of the page that show the part of the profile with the same anchor.
const PARTS: [&str; 7] = ["treaties", "laws", "statistics", "gaps", "amendments", "observations", "sources"];

/// Further parts of the page to which links within the profile may lead.
const OTHER_ANCHORS: [&str; 3] = ["offences", "conflicts", "latest"];

/// A profile in parts, by where the page shows them.
#[derive(Default)]
pub struct Profile {
    /// The text before the first heading.
    pub lead: Prose,
    /// By the anchor of a part of the page.
    parts: BTreeMap<String, Prose>,
    /// By the id of a section of the codebook, for countries that are compared.
    sections: BTreeMap<String, Prose>,
    /// The remaining parts, in the order of the profile.
    pub rest: Vec<ProsePart>,
}

impl Profile {
    /// Takes out what it says for a part of the page; empty if it says nothing.
    pub fn take_part(&mut self, anchor: &str) -> Prose {
        self.parts.remove(anchor).unwrap_or_default()
    }

    /// Takes out what it says for a section; empty if it says nothing, or if a part of the page has the section's id as its
    /// anchor and so comes first.
    pub fn take_section(&mut self, section: &law::SectionId) -> Prose {
        self.sections.remove(section.as_str()).unwrap_or_default()
    }
}

/// The profile of a country. `compared`: whether the page shows the sections of the codebook.
pub fn of_country(cx: &Context<'_>, country: &law::Country, compared: bool) -> Profile {
    let mut profile = Profile::default();
    if country.body.is_empty() {
        return profile;
    }
    let sections: Vec<&law::Section> = cx.corpus().sections.iter().filter(|_| compared).collect();
    let (notes, blocks): (Vec<Block>, Vec<Block>) =
        country.body.blocks().into_iter().partition(|block| matches!(block, Block::Footnote { .. }));
    let anchors = anchors_on_page(&sections, &blocks);
    for Part { id, heading, mut blocks } in split(blocks) {
        let is_lead = id.is_empty();
        if is_lead && blocks.is_empty() {
            continue;
        }
        let title = plain::inlines(&heading, &|id| cx.site.index.reference_name(id));
        let section = sections.iter().find(|section| section.id.as_str() == id);
        let is_part = PARTS.contains(&&*id);
        // The page's own title stands above: the words of the heading would be printed nowhere, so they stand below it.
        if section.map_or(is_part, |section| *section.title != *title) {
            let text = vec![Inline::Text(title.clone())];
            blocks.insert(0, Block::Heading { level: 3, id: id.clone(), text });
        }
        blocks.extend(notes_of(&blocks, &notes));
        let prefix = if is_lead { String::new() } else { format!("{id}-") };
        let body = ProseResolver::new(*cx, &prefix).of(country.body.span()).among(&anchors).set(blocks);
        if is_lead {
            profile.lead = body;
        } else if is_part {
            profile.parts.insert(id, body);
        } else if section.is_some() {
            profile.sections.insert(id, body);
        } else {
            profile.rest.push(ProsePart { id: authored("", &id), title: title.into(), body });
        }
    }
    profile
}

/// A part before its references are resolved; before the first heading, `id` and `heading` are empty.
#[derive(Default)]
struct Part {
    id: String,
    heading: Vec<Inline>,
    blocks: Vec<Block>,
}

fn split(blocks: Vec<Block>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = Part::default();
    for block in blocks {
        match block {
            Block::Heading { level: 2, id, text } => {
                let next = Part { id, heading: text, blocks: Vec::new() };
                parts.push(std::mem::replace(&mut part, next));
            }
            block => part.blocks.push(block),
        }
    }
    parts.push(part);
    parts
}

/// Where links to anchors within a profile lead on the page: its parts keep their anchors; anchors within a part get
/// the part's as a prefix; and each such page has its standard parts.
fn anchors_on_page(sections: &[&law::Section], blocks: &[Block]) -> BTreeMap<String, String> {
    let section = |s: &&law::Section| (s.id.to_string(), record_anchor(law::Kind::Section, s.id.as_str()));
    let own = PARTS.into_iter().chain(OTHER_ANCHORS).map(|id| (id.to_owned(), id.to_owned()));
    let mut anchors: BTreeMap<String, String> = own.chain(sections.iter().map(section)).collect();
    let mut part = String::new();
    for block in blocks {
        match block {
            Block::Heading { level: 2, id, .. } => {
                part.clone_from(id);
                anchors.entry(id.clone()).or_insert_with(|| authored("", id));
            }
            Block::Heading { id, .. } if !part.is_empty() => {
                anchors.insert(id.clone(), authored(&format!("{part}-"), id));
            }
            _ => {}
        }
    }
    anchors
}

/// The footnotes whose marks are in `blocks`.
fn notes_of(blocks: &[Block], notes: &[Block]) -> Vec<Block> {
    let marks: BTreeSet<&str> = blocks.iter().flat_map(Block::footnote_marks).collect();
    let is_marked = |note: &&Block| matches!(note, Block::Footnote { label, .. } if marks.contains(label.as_str()));
    notes.iter().filter(is_marked).cloned().collect()
}
