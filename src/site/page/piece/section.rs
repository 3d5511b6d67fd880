//! Sections of the codebook with their questions.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::route::{self, Page};
use crate::site::view::{Link, QuestionLine, SectionList};

/// All sections with their questions.
pub fn lists(cx: &Context<'_>) -> Vec<SectionList> {
    let line = |q: &law::Question| QuestionLine {
        link: cx.link(Kind::Question, q.id.as_str()),
        wording: q.wording.clone(),
        domain: q.domain.word(),
    };
    let list = |s: &law::Section| SectionList {
        id: route::record_anchor(Kind::Section, s.id.as_str()),
        title: cx.link(Kind::Section, s.id.as_str()),
        body: cx.prose(&s.body, &format!("{}-", s.id)),
        questions: cx.site.index.codebook().filter(|q| q.section == s.id).map(line).collect(),
    };
    cx.site.index.sections().map(list).collect()
}

/// The link to the section's own page. [`Context::link`] leads to its place in the matrix.
pub fn link(cx: &Context<'_>, section: &law::Section) -> Link {
    Link {
        href: cx.to(&Page::Section(section.id.clone())),
        text: cx.site.index.name(Kind::Section, section.id.as_str()),
    }
}
