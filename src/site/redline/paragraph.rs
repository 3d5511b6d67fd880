//! Splits two wordings into paragraphs and matches them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::text::paragraphs;

use super::word::{normal, words};

/// Separates two paragraphs in a redline if the text itself has nothing there.
pub(super) const BREAK: &str = "\n\n";

/// If there are more possible pairs of paragraphs, words are compared without matching paragraphs.
pub(super) const MOST_PAIRS: usize = 40_000;

/// Two paragraphs match if they share at least this percentage of their words.
const ALIKE: usize = 45;

/// The byte ranges of the paragraphs of a text, at least one, without the white space between them.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    paragraphs(text).into_iter().map(|paragraph| paragraph.range).collect()
}

/// The matching paragraphs in the order of both texts: of all possible matchings the one with the greatest total
/// likeness.
pub(super) fn matched(old: &str, before: &[Range<usize>], new: &str, after: &[Range<usize>]) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let first: Vec<Vec<usize>> = before.iter().map(|p| sorted_words(&old[p.clone()], &mut numbers)).collect();
    let second: Vec<Vec<usize>> = after.iter().map(|p| sorted_words(&new[p.clone()], &mut numbers)).collect();
    let width = second.len() + 1;
    // The greatest total likeness of the paragraphs from (i, j) on.
    let mut best = vec![0_usize; (first.len() + 1) * width];
    let mut alike = vec![0_usize; first.len() * second.len()];
    for i in (0..first.len()).rev() {
        for j in (0..second.len()).rev() {
            let own = likeness(&first[i], &second[j]);
            alike[i * second.len() + j] = own;
            let paired = if own >= ALIKE { own + best[(i + 1) * width + j + 1] } else { 0 };
            best[i * width + j] = paired.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < first.len() && j < second.len() {
        let own = alike[i * second.len() + j];
        if own >= ALIKE && best[i * width + j] == own + best[(i + 1) * width + j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i * width + j] == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The words of a paragraph as sorted numbers, without the paragraph's own number.
fn sorted_words<'t>(text: &'t str, numbers: &mut HashMap<Cow<'t, str>, usize>) -> Vec<usize> {
    let words = words(text).into_iter().map(|at| normal(&text[at]));
    let mut list: Vec<usize> = words
        .filter(|word| word.contains(char::is_alphanumeric))
        .enumerate()
        .filter(|(at, word)| *at > 0 || word.chars().any(|c| !c.is_ascii_digit()))
        .map(|(_, word)| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        })
        .collect();
    list.sort_unstable();
    list
}

/// The percentage of the words of both paragraphs that they share.
fn likeness(a: &[usize], b: &[usize]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0_usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    (200 * shared).checked_div(a.len() + b.len()).unwrap_or(100)
}
