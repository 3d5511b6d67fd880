//! What changed between two wordings, word by word.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, NoSliderHeuristic, Token};
use rustc_hash::FxBuildHasher;

use super::view::Change;

/// The pieces of `new`, with what was taken out of `old` set before what was put in. Empty where both are the same.
pub(super) fn between(old: &str, new: &str) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (before, after) = (words(old), words(new));
    let (tokens_before, tokens_after, count) = tokens(old, &before, new, &after);
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &tokens_before, &tokens_after, count);
    diff.postprocess_with(&tokens_before, &tokens_after, NoSliderHeuristic);
    let start = |list: &[Range<usize>], text: &str, at: u32| list.get(at as usize).map_or(text.len(), |r| r.start);
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    for Hunk { before: gone, after: come } in diff.hunks() {
        let gone = start(&before, old, gone.start)..start(&before, old, gone.end);
        let come = start(&after, new, come.start)..start(&after, new, come.end);
        match runs.last_mut() {
            // Two changes with nothing but white space between them read better as one.
            Some(run) if new[at..come.start].trim().is_empty() => run.join(gone, come.clone(), come.start - at),
            _ => runs.push(Run::new(gone, come.clone(), at)),
        }
        at = come.end;
    }
    pieces(old, new, &runs, at)
}

/// Changes that stand together: what goes, and what comes.
struct Run {
    /// Where in the new wording the piece begins that is the same and stands before them.
    from: usize,
    /// Where in the new wording they begin.
    at: usize,
    gone: Range<usize>,
    come: Range<usize>,
}

impl Run {
    fn new(gone: Range<usize>, come: Range<usize>, from: usize) -> Run {
        Run { from, at: come.start, gone, come }
    }

    /// Adds the next change; `blank` bytes of white space stand between. The space belongs to both sides, but for one
    /// that has nothing yet: it then begins with its own words, and what comes before a change that only adds is left.
    fn join(&mut self, gone: Range<usize>, come: Range<usize>, blank: usize) {
        self.gone = match (self.gone.is_empty(), gone.is_empty()) {
            (true, true) => self.gone.clone(),
            (true, false) => gone.start - blank..gone.end,
            (false, _) => self.gone.start..gone.end,
        };
        self.come = match (self.come.is_empty(), gone.is_empty()) {
            (true, true) => come.start - blank..come.end,
            (true, false) => come,
            (false, _) => self.come.start..come.end,
        };
    }
}

/// The runs and what is the same between them, from the beginning of the new wording to its end.
fn pieces(old: &str, new: &str, runs: &[Run], rest: usize) -> Vec<Change> {
    let mut out = Vec::with_capacity(runs.len() * 3 + 1);
    let mut push = |kind: &'static str, text: &str| {
        if !text.is_empty() {
            out.push(Change { kind, text: text.to_owned() });
        }
    };
    for run in runs {
        push("same", &new[run.from..run.at]);
        push("del", &old[run.gone.clone()]);
        push("ins", &new[run.come.clone()]);
    }
    push("same", &new[rest..]);
    out
}

/// The words of both wordings as numbers: the same word has the same number. What both begin with is looked at once,
/// and white space and signs need no looking up.
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

/// Words, the white space between them, and single marks of punctuation: where each stands.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    let mut start = 0;
    let mut last: Option<Class> = None;
    for (at, c) in text.char_indices() {
        let now = Class::of(c);
        if last.is_some_and(|before| before != now || now == Class::Sign) {
            out.push(start..at);
            start = at;
        }
        last = Some(now);
    }
    if start < text.len() {
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
        let old = "Вербовка людей для эксплуатации, совершённая путём обмана";
        let new = "Вербовка, вывоз и транзит людей для сексуальной или иной эксплуатации";
        let changes = between(old, new);
        assert_eq!(side(&changes, "ins"), old);
        assert_eq!(side(&changes, "del"), new);
        assert!(changes.iter().any(|c| c.kind == "same" && c.text.contains("людей")));
    }

    #[test]
    fn words_that_follow_each_other_change_together() {
        let changes = between("two to seven years", "three to ten years");
        let kinds: Vec<&str> = changes.iter().map(|c| c.kind).collect();
        assert_eq!(side(&changes, "ins"), "two to seven years");
        assert_eq!(side(&changes, "del"), "three to ten years");
        assert!(kinds.contains(&"same"));
    }

    #[test]
    fn the_same_wording_twice_has_no_redline() {
        assert!(between("a b", "a b").is_empty());
    }
}
