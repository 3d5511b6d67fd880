//! What changed between two wordings, word by word.

use imara_diff::{Algorithm, Diff, InternedInput};

use super::view::Change;

/// The pieces of `new`, with what was taken out of `old` set before what was put in. Empty where both are the same.
pub(super) fn between(old: &str, new: &str) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (before, after) = (words(old), words(new));
    let mut input: InternedInput<&str> = InternedInput::default();
    input.update_before(before.iter().copied());
    input.update_after(after.iter().copied());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let mut out: Vec<Change> = Vec::new();
    let mut at = 0usize;
    for hunk in diff.hunks() {
        push(&mut out, "same", &after[at..hunk.after.start as usize]);
        push(&mut out, "del", &before[hunk.before.start as usize..hunk.before.end as usize]);
        push(&mut out, "ins", &after[hunk.after.start as usize..hunk.after.end as usize]);
        at = hunk.after.end as usize;
    }
    push(&mut out, "same", &after[at..]);
    join_across_spaces(out)
}

fn push(out: &mut Vec<Change>, kind: &'static str, words: &[&str]) {
    if !words.is_empty() {
        out.push(Change { kind, text: words.concat() });
    }
}

/// Words, the white space between them, and single marks of punctuation.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_whitespace() {
            0
        } else if c.is_alphanumeric() {
            1
        } else {
            2
        }
    };
    let mut out = Vec::new();
    let mut start = 0;
    let mut last: Option<u8> = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if last.is_some_and(|before| before != now || now == 2) {
            out.push(&text[start..at]);
            start = at;
        }
        last = Some(now);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// Two changes with nothing but white space between them read better as one.
fn join_across_spaces(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    let mut rest = changes.into_iter().peekable();
    while let Some(change) = rest.next() {
        let blank = change.kind == "same" && change.text.trim().is_empty();
        let between = out.last().is_some_and(|c| c.kind != "same") && rest.peek().is_some_and(|c| c.kind != "same");
        if !(blank && between) {
            add(&mut out, change.kind, &change.text);
            continue;
        }
        for kind in ["del", "ins"] {
            let near = |c: &Change| c.kind == kind;
            if out.iter().rev().take_while(|c| c.kind != "same").any(near) || rest.peek().is_some_and(near) {
                add(&mut out, kind, &change.text);
            }
        }
    }
    out
}

/// Adds to the run of changes at the end: within it, what goes stands before what comes.
fn add(out: &mut Vec<Change>, kind: &'static str, text: &str) {
    let run = out.iter().rposition(|c| c.kind == "same").map_or(0, |at| at + 1);
    let from = if kind == "same" { out.len().saturating_sub(1) } else { run };
    if let Some(change) = out[from..].iter_mut().find(|c| c.kind == kind) {
        change.text.push_str(text);
        return;
    }
    let change = Change { kind, text: text.to_owned() };
    if kind == "del" { out.insert(run, change) } else { out.push(change) }
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
