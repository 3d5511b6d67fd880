//! Which word stands in which entry, and how much it says there. What comes in is the site; what goes out is the index
//! before it is written.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::site::Site;
use crate::site::search::{Entry, KINDS, Piece, Spot};

use super::Wording;
use super::fold::{Stems, each_word, fold, other_scripts};

/// How many entries one thread reads at a time, and how many such stretches are read before what they found is put
/// together: enough for many cores, few enough to hold. What comes out depends on both, so neither depends on the machine.
const STRETCH: usize = 128;
const ROUND: usize = 32;

/// An entry's words are shown up to about this many bytes; all of them are found.
const SHOWN: usize = 1400;

/// How much a word says in an entry, from the least to the most. A name counts the more the fewer words it has.
const SYNONYM: u8 = 0;
const ONCE: u8 = 1;
const OFTEN: u8 = 2;
const CONTEXT: u8 = 3;

/// The index before it is written.
pub(super) struct Index {
    pub(super) spots: Vec<Spot>,
    /// What each entry shows.
    pub(super) records: Vec<Record>,
    /// All forms of words in order, each with its group.
    pub(super) forms: Vec<(String, u32)>,
    /// For each group its entries in order, each as `entry * 8 + weight`.
    pub(super) lists: Vec<Vec<u32>>,
}

/// What an entry shows.
pub(super) struct Record {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) on: String,
    pub(super) key: String,
    pub(super) text: String,
    /// First and last day for which it speaks; empty: open. `None`: it speaks for no time.
    pub(super) days: Option<(String, String)>,
}

/// Words, and where each stands. They are asked for one at a time and never gone through, so their order does not matter.
type Places<K, V> = HashMap<K, V, FxBuildHasher>;

/// The words of all rounds that were read.
#[derive(Default)]
struct Known {
    places: Places<Box<str>, u32>,
    forms: Vec<Form>,
    /// For each form its entries, each as `entry * 8 + weight`.
    lists: Vec<Vec<u32>>,
}

/// What one thread has read.
struct Part {
    /// Forms that were not known, or not by their stem; their numbers follow those of the known ones.
    forms: Vec<Form>,
    /// Form, and `entry * 8 + weight`, in the order of entries.
    found: Vec<(u32, u32)>,
    records: Vec<Record>,
}

/// A form of a word and its stem, where its language has stems.
struct Form {
    form: Box<str>,
    stem: Option<String>,
}

pub(super) fn read(site: &Site, wording: &dyn Wording) -> Index {
    let spots = site.spots();
    let terms = Terms::new(site);
    let extra: Vec<Option<String>> =
        KINDS.iter().map(|kind| wording.optional(&format!("search-words-{kind}"))).collect();
    let mut known = Known::default();
    let mut records = Vec::with_capacity(spots.len());
    for (round, spots) in spots.chunks(STRETCH * ROUND).enumerate() {
        let parts: Vec<Part> = spots
            .par_chunks(STRETCH)
            .enumerate()
            .map(|(at, spots)| {
                let first = (round * ROUND + at) * STRETCH;
                let mut reader = Reader::new(site, wording, &terms, &known);
                for (number, spot) in spots.iter().enumerate() {
                    let entry = u32::try_from(first + number).expect("fewer entries than that");
                    reader.read(entry, &site.entry(spot), extra[spot.kind].as_deref());
                }
                reader.part()
            })
            .collect();
        let before = known.forms.len();
        parts.into_iter().for_each(|part| records.extend(known.add(part, before)));
    }
    finish(spots, records, known)
}

impl Known {
    /// Adds what a thread has read that knew the first `before` forms.
    fn add(&mut self, part: Part, before: usize) -> Vec<Record> {
        let own: Vec<usize> = part.forms.into_iter().map(|form| self.place(form)).collect();
        for (form, value) in part.found {
            let form = form as usize;
            self.lists[form.checked_sub(before).map_or(form, |at| own[at])].push(value);
        }
        part.records
    }

    fn place(&mut self, form: Form) -> usize {
        if let Some(at) = self.places.get(&form.form) {
            let at = *at as usize;
            // A form that stands in texts of several languages goes with that which has stems.
            let known = &mut self.forms[at].stem;
            let better = form.stem.filter(|stem| known.as_ref().is_none_or(|known| stem < known));
            if better.is_some() {
                *known = better;
            }
            return at;
        }
        self.places.insert(form.form.clone(), number_of(self.forms.len()));
        self.forms.push(form);
        self.lists.push(Vec::new());
        self.forms.len() - 1
    }
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).expect("fewer words than that")
}

/// Puts the forms in order, and what was found of the forms of one word together.
fn finish(spots: Vec<Spot>, records: Vec<Record>, known: Known) -> Index {
    let mut forms: Vec<(Form, Vec<u32>)> = known.forms.into_iter().zip(known.lists).collect();
    forms.par_sort_unstable_by(|a, b| a.0.form.cmp(&b.0.form));
    let mut groups: Places<String, u32> = Places::default();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    let mut named: Vec<(String, u32)> = Vec::with_capacity(forms.len());
    for (Form { form, stem }, list) in forms {
        let key = stem.unwrap_or_else(|| form.to_string());
        let group = *groups.entry(key).or_insert_with(|| {
            lists.push(Vec::new());
            number_of(lists.len() - 1)
        });
        let all = &mut lists[group as usize];
        if all.is_empty() {
            *all = list
        } else {
            all.extend(list)
        }
        named.push((form.into_string(), group));
    }
    lists.par_iter_mut().for_each(|list| {
        list.sort_unstable();
        // Of several forms in one entry the one that says most stands last.
        let mut kept = 0;
        for at in 0..list.len() {
            if at + 1 == list.len() || list[at + 1] / 8 != list[at] / 8 {
                list[kept] = list[at];
                kept += 1;
            }
        }
        list.truncate(kept);
    });
    Index { spots, records, forms: named, lists }
}

/// Words that mean the same, by the stem of their first word.
struct Terms {
    /// For each form of a term: its stems, and the term.
    starts: Places<String, Vec<(Vec<String>, usize)>>,
    /// The words of each term in all its forms, with their stems.
    words: Vec<Vec<(String, Option<String>)>>,
}

impl Terms {
    fn new(site: &Site) -> Terms {
        let stems = Stems::new();
        let mut terms = Terms { starts: Places::default(), words: Vec::new() };
        for (number, forms) in site.synonyms().into_iter().enumerate() {
            let mut all: BTreeMap<String, Option<String>> = BTreeMap::new();
            for form in &forms {
                let mut sequence = Vec::new();
                for text in texts(form) {
                    let folded = fold(&text);
                    each_word(&folded, &mut |word| {
                        let stem = stems.stem(&word, form.language);
                        sequence.push(stem.clone().unwrap_or_else(|| word.to_string()));
                        all.insert(word.into_owned(), stem);
                    });
                }
                if let Some(first) = sequence.first().cloned() {
                    terms.starts.entry(first).or_default().push((sequence, number));
                }
            }
            terms.words.push(all.into_iter().collect());
        }
        terms
    }
}

/// A piece in each script in which people look for it.
fn texts<'p>(piece: &'p Piece<'_>) -> impl Iterator<Item = std::borrow::Cow<'p, str>> {
    let others = other_scripts(&piece.text, piece.language);
    std::iter::once((&*piece.text).into()).chain(others.into_iter().map(Into::into))
}

/// Reads entries one after another.
struct Reader<'r> {
    wording: &'r dyn Wording,
    terms: &'r Terms,
    known: &'r Known,
    stems: Stems,
    language: &'r str,
    places: Places<Box<str>, u32>,
    forms: Vec<Form>,
    found: Vec<(u32, u32)>,
    records: Vec<Record>,
    /// The forms of the entry in hand with their weights, in the order of its words.
    own: Vec<(u32, u8)>,
}

impl<'r> Reader<'r> {
    fn new(site: &'r Site, wording: &'r dyn Wording, terms: &'r Terms, known: &'r Known) -> Reader<'r> {
        Reader {
            wording,
            terms,
            known,
            stems: Stems::new(),
            language: site.language(),
            places: Places::default(),
            forms: Vec::new(),
            found: Vec::new(),
            records: Vec::new(),
            own: Vec::new(),
        }
    }

    fn part(self) -> Part {
        Part { forms: self.forms, found: self.found, records: self.records }
    }

    fn read(&mut self, number: u32, entry: &Entry<'_>, extra: Option<&str>) {
        self.own.clear();
        let title = match entry.page {
            "" => entry.title.clone(),
            page => {
                let words = self.wording.message(&format!("page-{page}"));
                self.name(&words, self.language);
                words
            }
        };
        entry.names.iter().for_each(|piece| texts(piece).for_each(|text| self.name(&text, piece.language)));
        for piece in &entry.context {
            texts(piece).for_each(|text| self.add(&text, piece.language, CONTEXT));
        }
        if let Some(extra) = extra {
            self.add(extra, self.language, CONTEXT);
        }
        let keys: Vec<String> = entry.keys.iter().map(|key| self.wording.message(key)).collect();
        keys.iter().for_each(|words| self.add(words, self.language, ONCE));
        let on = entry.speaks.as_ref().map(|speaks| self.wording.date(&speaks.on)).unwrap_or_default();
        self.add(&on, self.language, ONCE);
        // The title of a passage is the beginning of its words.
        let named = entry.names.iter().any(|piece| !piece.text.is_empty()) || !entry.page.is_empty();
        let mut shown = String::new();
        for piece in &entry.words {
            texts(piece).for_each(|text| self.add(&text, piece.language, ONCE));
            if shown.len() < SHOWN {
                if !shown.is_empty() {
                    shown.push_str(" · ");
                }
                shown.push_str(cut(&piece.text, SHOWN.saturating_sub(shown.len())));
            }
        }
        self.finish(number);
        let anchor = if entry.anchor.is_empty() { String::new() } else { format!("#{}", entry.anchor) };
        self.records.push(Record {
            href: format!("{}{anchor}", entry.path),
            title: if named { title } else { entry.title.clone() },
            on,
            key: keys.into_iter().next().unwrap_or_default(),
            text: shown,
            days: entry.speaks.as_ref().map(|speaks| (speaks.first.clone(), speaks.last.clone())),
        });
    }

    /// Adds a name: the fewer words it has, the more each says.
    fn name(&mut self, text: &str, language: &str) {
        let first = self.own.len();
        self.add(text, language, ONCE);
        let weight = match self.own.len() - first {
            0 | 1 => 7,
            2 | 3 => 6,
            4..=8 => 5,
            _ => 4,
        };
        self.own[first..].iter_mut().for_each(|(_, own)| *own = weight);
    }

    fn add(&mut self, text: &str, language: &str, weight: u8) {
        let folded = fold(text);
        each_word(&folded, &mut |word| {
            let form = self.form(&word, |stems, word| stems.stem(word, language));
            self.own.push((form, weight));
        });
    }

    fn form(&mut self, word: &str, stem: impl Fn(&Stems, &str) -> Option<String>) -> u32 {
        // Most words were met before, and with their stem.
        let known = self.known.places.get(word).copied();
        if let Some(at) = known.filter(|at| self.known.forms[*at as usize].stem.is_some()) {
            return at;
        }
        let before = number_of(self.known.forms.len());
        if let Some(at) = self.places.get(word) {
            let form = &mut self.forms[*at as usize];
            if form.stem.is_none() {
                form.stem = stem(&self.stems, word);
            }
            return before + at;
        }
        let stem = stem(&self.stems, word);
        if let Some(at) = known.filter(|_| stem.is_none()) {
            return at;
        }
        let at = number_of(self.forms.len());
        self.forms.push(Form { form: word.into(), stem });
        self.places.insert(word.into(), at);
        before + at
    }

    /// The stem of a form, or the form.
    fn key(&self, form: u32) -> &str {
        let form = form as usize;
        let known = self.known.forms.len();
        let form = if form < known { &self.known.forms[form] } else { &self.forms[form - known] };
        form.stem.as_deref().unwrap_or(&form.form)
    }

    /// Adds what means the same, then the entry's words, each once.
    fn finish(&mut self, number: u32) {
        let mut meant: Vec<usize> = Vec::new();
        if !self.terms.starts.is_empty() {
            let key = |at: usize| self.key(self.own[at].0);
            for at in 0..self.own.len() {
                for (sequence, term) in self.terms.starts.get(key(at)).into_iter().flatten() {
                    let fits = at + sequence.len() <= self.own.len()
                        && sequence.iter().enumerate().all(|(n, stem)| key(at + n) == stem);
                    if fits && !meant.contains(term) {
                        meant.push(*term);
                    }
                }
            }
        }
        let terms = self.terms;
        for (word, stem) in meant.into_iter().flat_map(|term| &terms.words[term]) {
            let form = self.form(word, |_, _| stem.clone());
            self.own.push((form, SYNONYM));
        }
        self.own.sort_unstable();
        let mut at = 0;
        while at < self.own.len() {
            let form = self.own[at].0;
            let end = self.own[at..].iter().position(|(other, _)| *other != form).map_or(self.own.len(), |n| at + n);
            let most = self.own[end - 1].1;
            let weight = if most == ONCE && end - at > 2 { OFTEN } else { most };
            self.found.push((form, number * 8 + u32::from(weight)));
            at = end;
        }
    }
}

/// At most so many bytes, cut between words.
fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words)
}
