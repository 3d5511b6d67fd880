//! Finds the terms of the glossary in running text.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxBuildHasher;

use crate::law::Corpus;
use crate::text::plain::{Names, shorten};

/// As many whole sentences of `text` as fit into `most` characters; if the first sentence is longer, its beginning. The
/// explanation of a term is repeated wherever the term occurs, so long ones would dominate many pages.
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
        0 => shorten(text, most),
        end => text[..end].to_owned(),
    }
}

/// The forms of all terms, by their first word. The map is only looked up and never iterated, so its hash order cannot
/// reach the output.
#[derive(Debug, Default)]
pub struct Glossary {
    forms: HashMap<String, Vec<Form>, FxBuildHasher>,
    /// First letters of all forms, to reject most words of a text without a look-up.
    letters: Vec<char>,
}

#[derive(Debug)]
struct Form {
    /// The form in lower case.
    words: String,
    term: String,
    meaning: String,
}

/// An occurrence of a term: its byte range in the text.
pub struct Occurrence<'g> {
    pub start: usize,
    pub end: usize,
    pub term: &'g str,
    pub meaning: &'g str,
}

impl Glossary {
    /// The glossary of a corpus; `names` gives the names of records to which explanations refer.
    pub fn new(corpus: &Corpus, names: Names<'_>) -> Glossary {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for term in corpus.terms.iter() {
            let meaning = first_sentences(&term.body.plain(names), 200);
            for form in std::iter::once(term.term.as_str()).chain(term.forms.iter().map(String::as_str)) {
                let words = form.to_lowercase();
                let first = words.split(|c: char| !is_word(c)).next().unwrap_or_default().to_owned();
                if !first.is_empty() {
                    let form = Form { words, term: term.id.to_string(), meaning: meaning.clone() };
                    forms.entry(first).or_default().push(form);
                }
            }
        }
        // If several forms fit, the longest is meant.
        forms
            .values_mut()
            .for_each(|list| list.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.term.cmp(&b.term))));
        let mut letters: Vec<char> = forms.keys().filter_map(|word| word.chars().next()).collect();
        letters.dedup();
        Glossary { forms: forms.into_iter().collect(), letters }
    }

    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The terms that occur in `text`, in order: whole words only, upper or lower case.
    pub fn find<'g>(&'g self, text: &str) -> Vec<Occurrence<'g>> {
        let mut out: Vec<Occurrence<'g>> = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(is_word).map(|n| at + n) {
            let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |n| start + n);
            at = end;
            let Some(list) = self.beginning_with(&text[start..end]) else { continue };
            let found = list.iter().find_map(|form| Some((form, form_end(text, start, &form.words)?)));
            if let Some((form, end)) = found {
                out.push(Occurrence { start, end, term: &form.term, meaning: &form.meaning });
                at = end;
            }
        }
        out
    }

    /// The forms that begin with a word, ignoring case.
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

/// Checks the most common letters first, because looking up the class of a character is slow.
fn is_word(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | 'А'..='я' | 'Ё' | 'ё') || c.is_alphanumeric()
}

/// If `words` (in lower case) stands at `start` in `text` and ends with a word: the byte offset of its end.
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
