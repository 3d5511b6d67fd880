//! What changed between two wordings, word by word.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, NoSliderHeuristic, Token};
use rustc_hash::FxBuildHasher;

use super::view::Change;

/// The pieces of `new`, with what was taken out of `old` set before what was put in. Empty where the words are the same.
pub(super) fn between(old: &str, new: &str) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (before, after) = (words(old), words(new));
    let (tokens_before, tokens_after, count) = tokens(old, &before, new, &after);
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &tokens_before, &tokens_after, count);
    diff.postprocess_with(&tokens_before, &tokens_after, NoSliderHeuristic);
    let mut out = Vec::new();
    let mut push = |kind: &'static str, text: &str| {
        if !text.is_empty() {
            out.push(Change { kind, text: text.to_owned() });
        }
    };
    let mut at = 0;
    let mut changed = false;
    for Hunk { before: gone, after: come } in diff.hunks() {
        let (gone, come) = apart(old, around(&before, gone, old.len()), new, around(&after, come, new.len()));
        push("same", &new[at..come.start]);
        push("del", &old[gone]);
        push("ins", &new[come.clone()]);
        at = come.end;
        changed = true;
    }
    if changed {
        push("same", &new[at..]);
    }
    out
}

/// Whether there is anything to show between two wordings.
pub(super) fn differ(old: &str, new: &str) -> bool {
    let same = || words(old).into_iter().map(|at| &old[at]).eq(words(new).into_iter().map(|at| &new[at]));
    old != new && !same()
}

/// Where some words stand, with the white space before and behind them.
fn around(words: &[Range<usize>], some: Range<u32>, length: usize) -> Range<usize> {
    let before = some.start.checked_sub(1).and_then(|last| words.get(last as usize));
    let behind = words.get(some.end as usize);
    before.map_or(0, |word| word.end)..behind.map_or(length, |word| word.start)
}

/// Two stretches without the white space that both begin and end with: that did not change.
fn apart(old: &str, gone: Range<usize>, new: &str, come: Range<usize>) -> (Range<usize>, Range<usize>) {
    let blank = |(a, b): &(char, char)| a == b && a.is_whitespace();
    let (a, b) = (old[gone.clone()].chars(), new[come.clone()].chars());
    let front: usize = a.zip(b).take_while(blank).map(|(c, _)| c.len_utf8()).sum();
    let (gone, come) = (gone.start + front..gone.end, come.start + front..come.end);
    let (a, b) = (old[gone.clone()].chars().rev(), new[come.clone()].chars().rev());
    let back: usize = a.zip(b).take_while(blank).map(|(c, _)| c.len_utf8()).sum();
    (gone.start..gone.end - back, come.start..come.end - back)
}

/// The words of both wordings as numbers: the same word has the same number. What both begin with is looked at once,
/// and signs need no looking up.
fn tokens(old: &str, before: &[Range<usize>], new: &str, after: &[Range<usize>]) -> (Vec<Token>, Vec<Token>, u32) {
    /// Numbers below this stand for a single byte.
    const SINGLE: u32 = 128;
    let mut known: HashMap<&str, u32, FxBuildHasher> = HashMap::with_capacity_and_hasher(before.len(), FxBuildHasher);
    let mut token = |word| number(word, SINGLE, &mut known);
    let first: Vec<Token> = before.iter().map(|word| Token(token(&old[word.clone()]))).collect();
    let shared = before.iter().zip(after).take_while(|(a, b)| a == b && old[(*a).clone()] == new[(*b).clone()]).count();
    let mut second = first[..shared].to_vec();
    second.extend(after[shared..].iter().map(|word| Token(token(&new[word.clone()]))));
    (first, second, SINGLE + known.len() as u32)
}

fn number<'t>(word: &'t str, single: u32, known: &mut HashMap<&'t str, u32, FxBuildHasher>) -> u32 {
    match word.as_bytes() {
        [one] => u32::from(*one),
        _ => {
            let next = single + known.len() as u32;
            *known.entry(word).or_insert(next)
        }
    }
}

/// Words and single marks of punctuation: where each stands. White space is none of them: it is everywhere, and to
/// compare it costs more than all words together.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = 0;
    let mut last = Class::Space;
    for (at, c) in text.char_indices() {
        let now = Class::of(c);
        if last != now || now == Class::Sign {
            if last != Class::Space {
                out.push(start..at);
            }
            start = at;
        }
        last = now;
    }
    if last != Class::Space {
        out.push(start..text.len());
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Sign,
}

impl Class {
    /// The letters that most texts consist of come first: to look up all others costs more.
    fn of(c: char) -> Class {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | 'А'..='я' | 'Ё' | 'ё' => Class::Word,
            ' ' | '\t'..='\r' => Class::Space,
            c if c.is_ascii() => Class::Sign,
            c if c.is_whitespace() => Class::Space,
            c if c.is_alphanumeric() => Class::Word,
            _ => Class::Sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(changes: &[Change], gone: &str) -> String {
        changes.iter().filter(|c| c.kind != gone).map(|c| c.text.as_str()).collect()
    }

    #[test]
    fn a_redline_holds_both_wordings_whole() {
        let old = "Починка лодок для рыбалки, совершённая путём обмана";
        let new = "Починка, покраска и прокат лодок для весенней или иной рыбалки";
        let changes = between(old, new);
        assert_eq!(side(&changes, "ins"), old);
        assert_eq!(side(&changes, "del"), new);
        assert!(changes.iter().any(|c| c.kind == "same" && c.text.contains("лодок")));
    }

    #[test]
    fn words_that_follow_each_other_change_together() {
        let changes = between("two to seven years", "three to ten years");
        let kinds: Vec<&str> = changes.iter().map(|c| c.kind).collect();
        assert_eq!(side(&changes, "ins"), "two to seven years");
        assert_eq!(side(&changes, "del"), "three to ten years");
        assert!(kinds.contains(&"same"));
    }

    fn shown(old: &str, new: &str) -> String {
        let mark = |c: &Change| match c.kind {
            "del" => format!("[-{}-]", c.text),
            "ins" => format!("{{+{}+}}", c.text),
            _ => c.text.clone(),
        };
        between(old, new).iter().map(mark).collect()
    }

    #[test]
    fn white_space_goes_and_comes_with_the_words_that_need_it() {
        assert_eq!(shown("a b c", "a c"), "a [-b -]c");
        assert_eq!(shown("a c", "a b c"), "a {+b +}c");
        assert_eq!(shown("a b, c", "a, c"), "a[- b-], c");
        assert_eq!(shown("a b c", "a x c"), "a [-b-]{+x+} c");
        assert_eq!(shown("a b", "a x y"), "a [-b-]{+x y+}");
        assert_eq!(shown("a", "b"), "[-a-]{+b+}");
        assert_eq!(shown("a b", "a"), "a[- b-]");
        assert_eq!(shown("a  b", "a\nb"), "");
    }

    #[test]
    fn whatever_changes_a_redline_holds_both_wordings_whole() {
        let mut seed = 1_u32;
        let mut pick = |most: u32| {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            (seed >> 16) % most
        };
        for _ in 0..2000 {
            let mut text =
                || (0..pick(12)).map(|_| ["a", "b", "c", ", ", ". ", " "][pick(6) as usize]).collect::<String>();
            let (old, new) = (text(), text());
            let changes = between(&old, &new);
            let words = |text: &str| text.split_whitespace().collect::<String>();
            if !changes.is_empty() {
                assert_eq!(words(&side(&changes, "ins")), words(&old), "{old:?} {new:?} {changes:?}");
                assert_eq!(side(&changes, "del"), new, "{old:?} {new:?} {changes:?}");
            }
        }
    }

    #[test]
    fn the_same_wording_twice_has_no_redline() {
        assert!(between("a b", "a b").is_empty());
    }
}
