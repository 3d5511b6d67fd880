//! Invented words: a small generator of numbers, and syllables strung together. What comes out belongs to no language
//! and names no country; the same seed gives the same words on every machine.
//!
//! Words are drawn from a vocabulary of [`VOCABULARY`] forms by Zipf's law, as those of a language are: the form of rank
//! `r` occurs in proportion to `1 / (r + 2)`, frequent forms are short, and a few hundred make half of any text. So an index
//! of these words has the size that an index of a language has.

use std::sync::LazyLock;

/// A stream of numbers (SplitMix64): small, fast, and the same everywhere.
pub struct Stream(u64);

impl Stream {
    /// A stream of its own for each `seed` and `lane`, so that one country's records do not depend on how many other
    /// countries there are.
    pub fn new(seed: u64, lane: u64) -> Stream {
        let mut stream = Stream(seed ^ lane.wrapping_mul(0xd134_2543_de82_ef95));
        stream.next();
        stream
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number from `first` to `last`, both included.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// Whether one of `of` equal chances has come.
    pub fn once_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Syllables whose strings do not spell a word that the checks take for a placeholder.
const SYLLABLES: &[&str] = &[
    "ba", "be", "bo", "da", "di", "fa", "fe", "ga", "go", "ka", "ke", "ki", "la", "le", "li", "lo", "ma", "me", "mi",
    "mo", "na", "ne", "no", "pa", "pe", "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "ti", "va", "ve", "vi",
    "vo", "za", "ze", "zo",
];

/// The number of forms: about what a body of law of some millions of words uses.
const VOCABULARY: usize = 40_000;

/// How many forms have one syllable, one or two, and so on.
const RANKS: [usize; 3] = [30, 1_200, 16_000];

/// For each rank the weight of it and of all that are more frequent. In whole numbers, so that every machine draws the
/// same.
static WEIGHTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let weight = |rank: usize| (1 << 40) / (rank as u64 + 2);
    let mut all = 0;
    (0..VOCABULARY)
        .map(|rank| {
            all += weight(rank);
            all
        })
        .collect()
});

/// A form of the vocabulary, drawn by its frequency among those of `first` rank and rarer.
fn drawn(stream: &mut Stream, first: usize) -> String {
    let before = first.checked_sub(1).map_or(0, |last| WEIGHTS[last]);
    let at = before + stream.next() % (WEIGHTS[VOCABULARY - 1] - before);
    form(WEIGHTS.partition_point(|weight| *weight <= at))
}

/// The form of a rank: the more frequent, the shorter. No two ranks share one.
fn form(rank: usize) -> String {
    let syllables = 1 + RANKS.partition_point(|end| rank >= *end);
    let first = syllables.checked_sub(2).map_or(0, |at| RANKS[at]);
    let (count, all) = (SYLLABLES.len(), SYLLABLES.len().pow(syllables as u32));
    // The step shares no divisor with the number of syllables, so that neighbours are spread and none meets another.
    let mut spread = ((rank - first) * 40_009 + 5) % all;
    let mut parts = Vec::with_capacity(syllables);
    for _ in 0..syllables {
        parts.push(SYLLABLES[spread % count]);
        spread /= count;
    }
    parts.concat()
}

/// A word of at least so many syllables, four at most.
pub fn word(stream: &mut Stream, syllables: usize) -> String {
    drawn(stream, syllables.checked_sub(2).map_or(0, |at| RANKS[at.min(RANKS.len() - 1)]))
}

/// The `number`th name: each number has another one. Four syllables, told apart by their first three.
pub fn name(number: usize) -> String {
    let count = SYLLABLES.len();
    // Steps that share no divisor with the number of names spread neighbours over the alphabet.
    let spread = (number * 40_009 + 17) % (count * count * count);
    let parts = [spread / (count * count), spread / count % count, spread % count];
    parts.iter().map(|at| SYLLABLES[*at]).chain(["ra"]).collect()
}

/// The word with a capital.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence of so many words.
pub fn sentence(stream: &mut Stream, words: usize) -> String {
    let mut sentence = String::new();
    for at in 0..words {
        if at > 0 {
            sentence.push_str(if at % 9 == 8 { ", " } else { " " });
        }
        sentence.push_str(&word(stream, 1));
    }
    capital(&sentence) + "."
}

/// Several sentences.
pub fn sentences(stream: &mut Stream, count: usize) -> String {
    let list: Vec<String> = (0..count)
        .map(|_| {
            let words = stream.between(9, 17);
            sentence(stream, words)
        })
        .collect();
    list.join(" ")
}
