//! Builds the search index: which word occurs in which entry, and with what weight. What comes in is the site; what
//! goes out are the records of the entries, one after another, and at the end the occurrences of all words.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol as _};

use crate::site::Site;
use crate::site::search::{Entries, Entry, EntryRef, KINDS, SearchText};

use super::code::IN_MEMORY;
use super::fold::{Stems, each_word, fold, other_scripts};
use super::spelling::further;
use crate::publish::localizer::Localizer;

/// Number of entries that one thread reads at a time, and of such batches that are read before their results are
/// merged: enough for many cores, few enough for memory. The output depends on both, so they must not depend on the
/// machine.
const STRETCH: usize = 128;
const ROUND: usize = 32;

/// The length in bytes to which an entry's text is shown in results; all of it is indexed.
const SHOWN: usize = 1000;

/// Weights of a word in an entry, in ascending order. A name weighs more, the fewer words it has.
const SYNONYM: u8 = 0;
const ONCE: u8 = 1;
const OFTEN: u8 = 2;
const CONTEXT: u8 = 3;

/// The record of an entry: what a result shows (address, title, day, state, text) as a JSON list, and its days.
pub(super) struct Record {
    pub(super) bytes: Vec<u8>,
    /// Numbers of the first and the last day for which it holds, 0 and [`LAST_DAY`] where open. `None` if it is not
    /// dated.
    pub(super) days: Option<(u32, u32)>,
}

/// The day number for an open end; larger than that of any day.
const LAST_DAY: u32 = 400_000;

/// The occurrences of all words. A form is a word as it is written, a group all forms of one word. There may be
/// millions of forms, so their letters are interned in one place.
pub(super) struct Index {
    texts: Texts,
    /// The form of each interned text, or [`NONE`] for texts that are only stems.
    form_of: Vec<u32>,
    /// For each form: its text, the text of its stem if its language has stems, and its occurrences.
    forms: Vec<Text>,
    stems: Vec<Option<Text>>,
    found: Vec<Found>,
}

type Texts = StringInterner<StringBackend<Text>, FxBuildHasher>;
type Text = SymbolU32;

const NONE: u32 = u32::MAX;

/// Forms and groups in the order of the files.
pub(super) struct Order<'i> {
    index: &'i Index,
    /// All forms, sorted by their text.
    forms: Vec<Member>,
    /// The same, sorted by group.
    members: Vec<Member>,
}

/// A form and its group.
#[derive(Clone, Copy)]
pub(super) struct Member {
    form: u32,
    group: u32,
}

impl Order<'_> {
    /// All forms, sorted, each with its group.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&str, u32)> {
        self.forms.iter().map(|member| (self.index.form(member.form), member.group))
    }

    /// The forms of each group, sorted.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[Member]> {
        self.members.chunk_by(|a, b| a.group == b.group)
    }

    /// The number of occurrences of all forms.
    pub(super) fn occurrences(&self) -> usize {
        self.index.found.iter().map(Found::count).sum()
    }

    /// The occurrences of a group: each entry once with its highest weight, as `entry * 8 + weight`.
    pub(super) fn found(&self, group: &[Member]) -> Vec<u32> {
        let found = group.iter().flat_map(|member| self.index.found[member.form as usize].values());
        let mut list: Vec<u32> = found.collect();
        if group.len() > 1 {
            list.sort_unstable();
            // Within an entry the highest weight comes last.
            list.dedup_by(|next, kept| {
                let same = *next / 8 == *kept / 8;
                if same {
                    *kept = *next;
                }
                same
            });
        }
        list
    }
}

/// A map from words. It is never iterated, so its order does not matter.
type Places<K, V> = HashMap<K, V, FxBuildHasher>;

/// The occurrences of a form, each as `entry * 8 + weight`, compressed: there may be millions. Most words occur in one
/// entry only, for which nothing is allocated.
struct Found {
    /// All but the last as differences, in variable-length bytes: seven bits each, least significant first; the eighth
    /// bit says that more follow.
    steps: Vec<u8>,
    /// The value before the last one, and the last one, or [`NONE`].
    before: u32,
    last: u32,
}

impl Found {
    const NOWHERE: Found = Found { steps: Vec::new(), before: 0, last: NONE };

    /// Adds an occurrence in the last entry or a later one. A word may occur there in two languages; the higher weight
    /// counts.
    fn push(&mut self, value: u32) {
        if self.last != NONE {
            if self.last / 8 == value / 8 {
                self.last = self.last.max(value);
                return;
            }
            let mut step = self.last - self.before;
            while step > 127 {
                self.steps.push((step & 127) as u8 | 128);
                step >>= 7;
            }
            self.steps.push(step as u8);
            self.before = self.last;
        }
        self.last = value;
    }

    fn count(&self) -> usize {
        self.steps.iter().filter(|byte| **byte < 128).count() + usize::from(self.last != NONE)
    }

    fn values(&self) -> impl Iterator<Item = u32> + '_ {
        let (mut value, mut step, mut shift) = (0, 0, 0);
        let all_but_last = self.steps.iter().filter_map(move |byte| {
            step |= u32::from(byte & 127) << shift;
            shift += 7;
            (byte & 128 == 0).then(|| {
                value += step;
                (step, shift) = (0, 0);
                value
            })
        });
        all_but_last.chain((self.last != NONE).then_some(self.last))
    }
}

/// The results of one thread.
struct ThreadIndex {
    /// Forms that were not known, or not with their stem; their numbers follow those of the known ones.
    forms: Vec<Form>,
    /// Form and `entry * 8 + weight`, in the order of the entries.
    found: Vec<(u32, u32)>,
    records: Vec<Record>,
}

/// A form of a word, and its stem if its language has stems.
struct Form {
    form: Box<str>,
    stem: Option<String>,
}

/// Reads all entries, and passes on the record of each, in order.
pub(super) fn read<E>(
    site: &Site,
    spots: &[EntryRef],
    localizer: &dyn Localizer,
    take: &mut dyn FnMut(Record) -> Result<(), E>,
) -> Result<Index, E> {
    let terms = Terms::new(site);
    let extra: Vec<Option<String>> =
        KINDS.iter().map(|kind| localizer.optional(&format!("search-words-{kind}"))).collect();
    let mut known = Index::new();
    for (round, spots) in spots.chunks(STRETCH * ROUND).enumerate() {
        let parts: Vec<ThreadIndex> = spots
            .par_chunks(STRETCH)
            .enumerate()
            .map(|(at, spots)| {
                let first = (round * ROUND + at) * STRETCH;
                let mut reader = Reader::new(site, localizer, &terms, &known);
                for (number, spot) in spots.iter().enumerate() {
                    let entry = u32::try_from(first + number).expect("fewer entries than that");
                    reader.read(entry, &Entries::of(site).entry(spot), extra[spot.kind].as_deref());
                }
                reader.part()
            })
            .collect();
        let before = known.forms.len();
        for part in parts {
            known.add(part, before).into_iter().try_for_each(&mut *take)?;
        }
    }
    Ok(known)
}

impl Index {
    fn new() -> Index {
        let texts = Texts::with_hasher(FxBuildHasher);
        Index { texts, form_of: Vec::new(), forms: Vec::new(), stems: Vec::new(), found: Vec::new() }
    }

    /// Merges the results of a thread that knew the first `before` forms.
    fn add(&mut self, part: ThreadIndex, before: usize) -> Vec<Record> {
        let own: Vec<usize> = part.forms.into_iter().map(|form| self.place(&form)).collect();
        for (form, value) in part.found {
            let form = form as usize;
            self.found[form.checked_sub(before).map_or(form, |at| own[at])].push(value);
        }
        part.records
    }

    fn place(&mut self, form: &Form) -> usize {
        let text = self.texts.get_or_intern(&form.form);
        let stem = form.stem.as_ref().map(|stem| self.texts.get_or_intern(stem));
        self.form_of.resize(self.texts.len(), NONE);
        let place = &mut self.form_of[text.to_usize()];
        if *place == NONE {
            *place = number_of(self.forms.len());
            self.forms.push(text);
            self.stems.push(stem);
            self.found.push(Found::NOWHERE);
            return self.forms.len() - 1;
        }
        let at = *place as usize;
        // A form from texts in several languages is grouped by the language that has stems.
        let known = self.stems[at].map(|stem| self.text(stem));
        if form.stem.as_deref().is_some_and(|stem| known.is_none_or(|known| stem < known)) {
            self.stems[at] = stem;
        }
        at
    }

    fn find(&self, word: &str) -> Option<u32> {
        let text = self.texts.get(word)?;
        self.form_of.get(text.to_usize()).copied().filter(|form| *form != NONE)
    }

    fn text(&self, text: Text) -> &str {
        self.texts.resolve(text).expect("a text of this index")
    }

    fn form(&self, form: u32) -> &str {
        self.text(self.forms[form as usize])
    }

    /// The text that identifies a form's group: its stem, or the form itself.
    fn key(&self, form: u32) -> Text {
        self.stems[form as usize].unwrap_or(self.forms[form as usize])
    }

    /// Sorts the forms, and numbers their groups.
    pub(super) fn in_order(&self) -> Order<'_> {
        let all = 0..number_of(self.forms.len());
        let keyed = |form| (first_bytes(self.form(form)), Member { form, group: NONE });
        let mut keyed: Vec<(u64, Member)> = all.map(keyed).collect();
        // Most words differ in their first eight bytes, so the interned text is rarely looked up for a comparison.
        let rest = |a: Member, b: Member| self.form(a.form).cmp(self.form(b.form));
        keyed.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| rest(a.1, b.1)));
        let mut forms: Vec<Member> = keyed.into_iter().map(|(_, member)| member).collect();
        let mut group_of = vec![NONE; self.texts.len()];
        let mut count = 0;
        for member in &mut forms {
            let group = &mut group_of[self.key(member.form).to_usize()];
            if *group == NONE {
                *group = count;
                count += 1;
            }
            member.group = *group;
        }
        let mut members = forms.clone();
        members.sort_by_key(|member| member.group);
        Order { index: self, forms, members }
    }
}

/// The first eight bytes of a word as a number that sorts like the word; words with the same first bytes are equal.
fn first_bytes(word: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(bytes.len());
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).expect("fewer words than that")
}

/// Synonyms from the glossary, found by the stem of their first word.
struct Terms {
    /// By the stem of the first word: the stems of each such form of a term, and the number of the term.
    starts: Places<String, Vec<(Vec<String>, usize)>>,
    /// For each term, the words of all its forms, with their stems.
    words: Vec<Vec<(String, Option<String>)>>,
}

impl Terms {
    fn new(site: &Site) -> Terms {
        let stems = Stems::new();
        let mut terms = Terms { starts: Places::default(), words: Vec::new() };
        for (number, forms) in Entries::of(site).synonyms().into_iter().enumerate() {
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

/// Years from the first to the last: "2005", "2005–2017".
fn years((first, last): (i16, i16)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// A text in each script in which people search for it.
fn texts<'p>(piece: &'p SearchText<'_>) -> impl Iterator<Item = std::borrow::Cow<'p, str>> {
    let others = other_scripts(&piece.text, piece.language);
    std::iter::once((&*piece.text).into()).chain(others.into_iter().map(Into::into))
}

/// Reads entries, one after another, on one thread.
struct Reader<'r> {
    localizer: &'r dyn Localizer,
    terms: &'r Terms,
    known: &'r Index,
    stems: Stems,
    language: &'r str,
    places: Places<Box<str>, u32>,
    forms: Vec<Form>,
    found: Vec<(u32, u32)>,
    records: Vec<Record>,
    /// The forms of the current entry with their weights, in the order of the text.
    own: Vec<(u32, u8)>,
    /// Its further words, which neither count in names nor stand between its words.
    further: Vec<(u32, u8)>,
}

impl<'r> Reader<'r> {
    fn new(site: &'r Site, localizer: &'r dyn Localizer, terms: &'r Terms, known: &'r Index) -> Reader<'r> {
        Reader {
            localizer,
            terms,
            known,
            stems: Stems::new(),
            language: site.language(),
            places: Places::default(),
            forms: Vec::new(),
            found: Vec::new(),
            records: Vec::new(),
            own: Vec::new(),
            further: Vec::new(),
        }
    }

    fn part(self) -> ThreadIndex {
        ThreadIndex { forms: self.forms, found: self.found, records: self.records }
    }

    fn read(&mut self, number: u32, entry: &Entry<'_>, extra: Option<&str>) {
        self.own.clear();
        let title = match entry.page {
            "" => entry.title.to_string(),
            page => {
                let words = self.localizer.message(&format!("page-{page}"));
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
        let keys: Vec<String> = entry.keys.iter().map(|key| self.localizer.message(key)).collect();
        keys.iter().for_each(|words| self.add(words, self.language, ONCE));
        let on = entry.speaks.as_ref().map(|speaks| self.localizer.date(&speaks.on)).unwrap_or_default();
        self.add(&on, self.language, ONCE);
        // Days can be searched in words and in ISO form.
        for date in entry.speaks.iter().map(|speaks| &speaks.on).chain(&entry.dates) {
            self.add(&date.iso, self.language, ONCE);
        }
        for date in &entry.dates {
            let words = self.localizer.date(date);
            self.add(&words, self.language, ONCE);
        }
        // A passage without a name has the beginning of its text as its title, which is not indexed twice.
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
        let key = keys[..entry.told.min(keys.len())].join("; ");
        let title = if named { title.as_str() } else { &entry.title };
        let href = format!("{}{anchor}", entry.path);
        // What speaks of no day says at least of which years its sources are.
        let bytes = match entry.sources.filter(|_| on.is_empty()).map(years) {
            Some(years) => serde_json::to_vec(&(href, title, on, key, shown, years)),
            None => serde_json::to_vec(&(href, title, on, key, shown)),
        };
        let bytes = bytes.expect(IN_MEMORY);
        let days = entry.speaks.as_ref().map(|speaks| {
            let (first, last) = (day_number(&speaks.first), day_number(&speaks.last));
            (first.unwrap_or_default(), last.unwrap_or(LAST_DAY))
        });
        self.records.push(Record { bytes, days });
    }

    /// Adds the words of a name: each weighs more, the fewer there are.
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
        further(&folded, &mut |word| {
            let form = self.form(&word, |_, _| None);
            self.further.push((form, weight.min(ONCE)));
        });
    }

    fn form(&mut self, word: &str, stem: impl Fn(&Stems, &str) -> Option<String>) -> u32 {
        // Most words are known with their stem, so the stemmer need not run.
        let known = self.known.find(word);
        if let Some(at) = known.filter(|at| self.known.stems[*at as usize].is_some()) {
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

    /// The text that identifies the group of a form: its stem, or the form itself.
    fn key(&self, form: u32) -> &str {
        let Some(own) = (form as usize).checked_sub(self.known.forms.len()) else {
            return self.known.text(self.known.key(form));
        };
        let form = &self.forms[own];
        form.stem.as_deref().unwrap_or(&form.form)
    }

    /// Adds the synonyms of the current entry's words, then the words, each once.
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
        self.own.append(&mut self.further);
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

/// The number of a day in ISO form, ascending in time. Every month counts 31 days, so that the script can compute it
/// easily.
fn day_number(iso: &str) -> Option<u32> {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some((year.saturating_sub(1000) * 12 + month - 1) * 31 + day)
}

/// At most `most` bytes of `text`, cut between words.
fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_word_was_found_is_kept_as_it_was_given() {
        let kept = |given: &[u32]| {
            let mut found = Found::NOWHERE;
            given.iter().for_each(|value| found.push(*value));
            assert_eq!(found.count(), found.values().count());
            found.values().collect::<Vec<_>>()
        };
        for given in [&[][..], &[0], &[0, 9], &[7, 8, 16], &[3, 130, 139, 20_000, 4_000_000, u32::MAX - 8]] {
            assert_eq!(kept(given), given);
        }
        assert_eq!(kept(&[3, 11, 9, 10, 17, 18]), [3, 11, 18]);
    }
}
