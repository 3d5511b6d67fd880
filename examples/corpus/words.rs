//! Invented words: a small generator of numbers, and syllables strung together. What comes out belongs to no language
//! and names no country; the same seed gives the same words on every machine.

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

/// A word of so many syllables.
pub fn word(stream: &mut Stream, syllables: usize) -> String {
    (0..syllables).map(|_| *stream.one_of(SYLLABLES)).collect()
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
        let syllables = stream.between(1, 4);
        sentence.push_str(&word(stream, syllables));
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
