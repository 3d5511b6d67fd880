//! Prose with its references resolved: links made relative, citations named, terms of the glossary linked where they
//! first occur.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rustc_hash::FxBuildHasher;

use crate::law::{Corpus, Kind};
use crate::text;

use super::context::Context;
use super::route::Page;
use super::view::{Block, Inline, Prose, authored};

/// Sets one prose for one page.
pub(super) struct Setter<'s> {
    sheet: Context<'s>,
    prefix: String,
    /// The language of the text, where that is not the page's.
    language: Option<String>,
    machine: bool,
    /// Labels of footnotes in the order of their marks.
    footnotes: Vec<String>,
    /// Terms that are linked already.
    linked: BTreeSet<&'s str>,
    /// Where the anchors of other texts of the same page lie, and that of which this text is a part.
    anchors: BTreeMap<String, String>,
}

impl<'s> Setter<'s> {
    pub(super) fn new(sheet: Context<'s>, prefix: &str) -> Setter<'s> {
        Setter {
            sheet,
            prefix: match sheet.scope {
                "" => prefix.to_owned(),
                scope => format!("{scope}.{prefix}"),
            },
            language: None,
            machine: false,
            footnotes: Vec::new(),
            linked: BTreeSet::new(),
            anchors: BTreeMap::new(),
        }
    }

    /// The same for the text that stands at `span`.
    pub(super) fn of(self, span: text::Span) -> Setter<'s> {
        Setter { language: self.sheet.language_at(span), machine: self.sheet.is_of_machine(span), ..self }
    }

    /// The same for a text that is one part of a longer one: links may lead to what lies in another part.
    pub(super) fn among(self, anchors: &BTreeMap<String, String>) -> Setter<'s> {
        Setter { anchors: anchors.clone(), ..self }
    }

    pub(super) fn set(mut self, blocks: Vec<text::Block>) -> Prose {
        let (notes, body): (Vec<_>, Vec<_>) =
            blocks.into_iter().partition(|block| matches!(block, text::Block::Footnote { .. }));
        let mut set = self.blocks(body);
        let mut last = self.blocks(notes);
        last.sort_by_key(|block| match block {
            Block::Footnote(number, _) => *number,
            _ => usize::MAX,
        });
        set.append(&mut last);
        Prose { blocks: set, language: self.language, machine: self.machine, prefix: self.prefix }
    }

    fn blocks(&mut self, blocks: Vec<text::Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: text::Block) -> Block {
        match block {
            text::Block::Heading { level, id, text } => Block::Heading(level, id, self.inlines(text, false)),
            text::Block::Paragraph(text) => Block::Paragraph(self.inlines(text, true)),
            text::Block::Plain(text) => Block::Plain(self.inlines(text, true)),
            text::Block::List { start, items } => {
                Block::List(start, items.into_iter().map(|item| self.blocks(item)).collect())
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
        match self.footnotes.iter().position(|known| known == label) {
            Some(at) => at + 1,
            None => {
                self.footnotes.push(label.to_owned());
                self.footnotes.len()
            }
        }
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
                Inline::Image(self.sheet.shared(&format!("pictures/{file}")), alt)
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
            Some(anchor) => match self.anchors.get(anchor) {
                Some(id) => Inline::Link(format!("#{id}"), text),
                None => Inline::Link(format!("#{}", authored(&self.prefix, anchor)), text),
            },
            None => Inline::Outside(href, text),
        }
    }

    fn reference(&mut self, id: &str, text: Vec<text::Inline>) -> Inline {
        let text = self.inlines(text, false);
        match self.sheet.named(id) {
            Some(link) if text.is_empty() => Inline::Link(link.href, vec![Inline::Text(link.text)]),
            Some(link) => Inline::Link(link.href, text),
            // It was reported when the corpus was assembled; a draft of the page shows the words.
            None if text.is_empty() => Inline::Text(id.to_owned()),
            None => Inline::Emphasis(text),
        }
    }

    fn citation(&mut self, source: &str, place: Option<String>) -> Inline {
        match self.sheet.corpus().sources.get(source) {
            Some(found) => Inline::Citation(self.sheet.record(Kind::Source, source), found.short().to_owned(), place),
            None => Inline::Text(format!("[{source}]")),
        }
    }

    fn text_with_terms(&mut self, text: String, out: &mut Vec<Inline>) {
        let glossary = &self.sheet.site.glossary;
        if glossary.is_empty() {
            return out.push(Inline::Text(text));
        }
        let mut rest = 0;
        for found in glossary.find(&text) {
            let own = self.sheet.at.page == Page::Glossary;
            if own || found.start < rest || !self.linked.insert(found.term) {
                continue;
            }
            if found.start > rest {
                out.push(Inline::Text(text[rest..found.start].to_owned()));
            }
            let href = self.sheet.record(Kind::Term, found.term);
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

/// As many whole sentences of `text` as fit into `most` characters; of a longer first sentence, its beginning. A term is
/// explained beside each place where it occurs, so that a long entry would be the larger part of many pages.
fn first_sentences(text: &str, most: usize) -> String {
    let mut end = 0;
    for (at, _) in text.match_indices(". ") {
        if text[..=at].chars().count() > most {
            break;
        }
        end = at + 1;
    }
    match end {
        _ if text.chars().count() <= most => text.to_owned(),
        0 => super::page::shorten(text, most),
        end => text[..end].to_owned(),
    }
}

/// The words of the glossary, by their first word. It is asked for one word at a time and never gone through, so that its
/// order does not matter.
#[derive(Debug, Default)]
pub(super) struct Glossary {
    forms: HashMap<String, Vec<Form>, FxBuildHasher>,
    /// The letters with which a form begins: most words of a text begin with none of them.
    letters: Vec<char>,
}

#[derive(Debug)]
struct Form {
    /// The whole form in lower case.
    words: String,
    term: String,
    meaning: String,
}

/// A term that occurs in a text.
pub(super) struct Found<'g> {
    start: usize,
    end: usize,
    pub(super) term: &'g str,
    meaning: &'g str,
}

impl Glossary {
    pub(super) fn new(corpus: &Corpus) -> Glossary {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for term in corpus.terms.iter() {
            let meaning = first_sentences(&term.body.plain(), 200);
            for form in std::iter::once(&term.term).chain(&term.forms) {
                let words = text::unmarked(form).to_lowercase();
                let first = words.split(|c: char| !is_word(c)).next().unwrap_or_default().to_owned();
                if !first.is_empty() {
                    let form = Form { words, term: term.id.to_string(), meaning: meaning.clone() };
                    forms.entry(first).or_default().push(form);
                }
            }
        }
        // The longest form that fits is meant.
        forms
            .values_mut()
            .for_each(|list| list.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.term.cmp(&b.term))));
        let mut letters: Vec<char> = forms.keys().filter_map(|word| word.chars().next()).collect();
        letters.dedup();
        Glossary { forms: forms.into_iter().collect(), letters }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The terms that occur in `text`, in order; whole words only, in upper or lower case.
    pub(super) fn find<'g>(&'g self, text: &str) -> Vec<Found<'g>> {
        let mut out: Vec<Found<'g>> = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(is_word).map(|n| at + n) {
            let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |n| start + n);
            at = end;
            let Some(list) = self.beginning_with(&text[start..end]) else { continue };
            let found = list.iter().find_map(|form| Some((form, form_end(text, start, &form.words)?)));
            if let Some((form, end)) = found {
                out.push(Found { start, end, term: &form.term, meaning: &form.meaning });
                at = end;
            }
        }
        out
    }

    /// The forms that begin with a word, in upper or lower case.
    fn beginning_with(&self, word: &str) -> Option<&[Form]> {
        let first = word.chars().next()?;
        let known = self.letters.contains(&first) || first.to_lowercase().any(|c| self.letters.contains(&c));
        known.then(|| self.forms.get(&*lower(word)).map(Vec::as_slice))?
    }
}

fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// The letters that most texts consist of come first: to look up all others costs more.
fn is_word(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | 'А'..='я' | 'Ё' | 'ё') || c.is_alphanumeric()
}

/// Where `words` (lower case) ends in `text` if it stands at `start` and ends with a word.
fn form_end(text: &str, start: usize, words: &str) -> Option<usize> {
    let mut wanted = words.chars();
    let mut next = wanted.next();
    for (at, c) in text[start..].char_indices() {
        if next.is_none() {
            return (!is_word(c)).then_some(start + at);
        }
        for lower in c.to_lowercase() {
            if next != Some(lower) {
                return None;
            }
            next = wanted.next();
        }
    }
    next.is_none().then_some(text.len())
}
