//! The differences between two wordings: paragraphs are matched first, then the words of matched paragraphs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, NoSliderHeuristic, Token};
use rustc_hash::FxBuildHasher;

use super::view::Change;

mod paragraph;
mod word;

use word::{normal, words};

/// The differences from `old` to `new`: deletions before insertions. Empty if the words are the same.
pub(super) fn between(old: &str, new: &str) -> Vec<Change> {
    if !differ(old, new) {
        return Vec::new();
    }
    let (before, after) = (paragraph::split(old), paragraph::split(new));
    if before.len() * after.len() == 1 || before.len() * after.len() > paragraph::MOST_PAIRS {
        return between_words(old, new);
    }
    let mut out = Redline::default();
    out.push("same", &new[..after[0].start]);
    let mut at = (0, 0);
    let pairs = paragraph::matched(old, &before, new, &after);
    for (gone, come) in pairs.into_iter().map(Some).chain([None]).map(|p| p.unwrap_or((before.len(), after.len()))) {
        before[at.0..gone].iter().for_each(|p| out.push_paragraph("del", &old[p.clone()]));
        // A gap between two paragraphs of the new wording belongs to the paragraph before it.
        let end = |n: usize| after.get(n + 1).map_or(new.len(), |next| next.start);
        (at.1..come).for_each(|n| out.push("ins", &new[after[n].start..end(n)]));
        if let (Some(a), Some(b)) = (before.get(gone), after.get(come)) {
            let (a, b) = (&old[a.clone()], &new[b.clone()]);
            match differ(a, b) {
                true => between_words(a, b).into_iter().for_each(|c| out.push(c.kind, &c.text)),
                false => out.push("same", b),
            }
            out.push("same", &new[after[come].end..end(come)]);
        }
        at = (gone + 1, come + 1);
    }
    out.pieces
}

/// A redline under construction.
#[derive(Default)]
struct Redline {
    pieces: Vec<Change>,
    /// Whether the last piece is a deleted paragraph: what follows begins on a new line.
    is_after_paragraph: bool,
}

impl Redline {
    fn push(&mut self, kind: &'static str, text: &str) {
        if text.is_empty() {
            return;
        }
        if std::mem::take(&mut self.is_after_paragraph)
            && let Some(last) = self.pieces.last_mut()
        {
            last.text.push_str(paragraph::BREAK);
        }
        match self.pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.pieces.push(Change { kind, text: text.to_owned() }),
        }
    }

    /// Adds a whole paragraph of the old wording, separated from its neighbours.
    fn push_paragraph(&mut self, kind: &'static str, text: &str) {
        if text.is_empty() {
            return;
        }
        let is_mid_line = self.pieces.last().is_some_and(|last| !last.text.ends_with('\n'));
        let is_first = !self.is_after_paragraph && is_mid_line;
        self.push(kind, &if is_first { format!("{}{text}", paragraph::BREAK) } else { text.to_owned() });
        self.is_after_paragraph = true;
    }
}

/// The differences within one paragraph.
fn between_words(old: &str, new: &str) -> Vec<Change> {
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

/// The differences of two texts of one line, including the unchanged words. Empty only if both texts are.
pub(super) fn of_line(old: &str, new: &str) -> Vec<Change> {
    match differ(old, new) {
        true => between_words(old, new),
        false => whole(new),
    }
}

/// A text without differences.
pub(super) fn whole(text: &str) -> Vec<Change> {
    vec![Change { kind: "same", text: text.to_owned() }]
}

/// A text in which the rows of tables are lines of cells: a redline shows words, not Markdown's bars.
pub(super) fn without_bars(text: &str) -> Cow<'_, str> {
    let is_rule = |line: &str| line.contains('-') && line.contains('|') && line.chars().all(|c| "|-: \t\r".contains(c));
    if !text.lines().any(is_rule) {
        return text.into();
    }
    let row = |line: &str| match line.trim().starts_with('|') {
        true => {
            let cells = cells(line.trim().trim_matches('|'));
            cells.join(" · ")
        }
        false => line.to_owned(),
    };
    text.lines().filter(|line| !is_rule(line)).map(row).collect::<Vec<_>>().join("\n").into()
}

/// The cells of a row; a bar behind a backslash is a character of its cell.
fn cells(row: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = out.last_mut().expect("there is one from the start");
        match c {
            '\\' if chars.peek() == Some(&'|') => cell.extend(chars.next()),
            '|' => out.push(String::new()),
            c => cell.push(c),
        }
    }
    out.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Whether two wordings differ.
pub(super) fn differ(old: &str, new: &str) -> bool {
    let same = || {
        let (before, after) = (words(old).into_iter(), words(new).into_iter());
        before.map(|at| normal(&old[at])).eq(after.map(|at| normal(&new[at])))
    };
    old != new && !same()
}

/// The byte range of some words with the white space around them.
fn around(words: &[Range<usize>], some: Range<u32>, length: usize) -> Range<usize> {
    let before = some.start.checked_sub(1).and_then(|last| words.get(last as usize));
    let behind = words.get(some.end as usize);
    before.map_or(0, |word| word.end)..behind.map_or(length, |word| word.start)
}

/// Excludes from both ranges the white space with which both begin or end: it did not change.
fn apart(old: &str, gone: Range<usize>, new: &str, come: Range<usize>) -> (Range<usize>, Range<usize>) {
    let blank = |(a, b): &(char, char)| a == b && a.is_whitespace();
    let (a, b) = (old[gone.clone()].chars(), new[come.clone()].chars());
    let front: usize = a.zip(b).take_while(blank).map(|(c, _)| c.len_utf8()).sum();
    let (gone, come) = (gone.start + front..gone.end, come.start + front..come.end);
    let (a, b) = (old[gone.clone()].chars().rev(), new[come.clone()].chars().rev());
    let back: usize = a.zip(b).take_while(blank).map(|(c, _)| c.len_utf8()).sum();
    (gone.start..gone.end - back, come.start..come.end - back)
}

/// The words of both wordings as numbers, equal for equal words. The common beginning is looked up once, and a word of
/// one byte is its own number.
fn tokens(old: &str, before: &[Range<usize>], new: &str, after: &[Range<usize>]) -> (Vec<Token>, Vec<Token>, u32) {
    /// Numbers below this are single bytes.
    const SINGLE: u32 = 128;
    let mut known: HashMap<Cow<'_, str>, u32, FxBuildHasher> =
        HashMap::with_capacity_and_hasher(before.len(), FxBuildHasher);
    let mut token = |word| number(normal(word), SINGLE, &mut known);
    let first: Vec<Token> = before.iter().map(|word| Token(token(&old[word.clone()]))).collect();
    let shared = before.iter().zip(after).take_while(|(a, b)| a == b && old[(*a).clone()] == new[(*b).clone()]).count();
    let mut second = first[..shared].to_vec();
    second.extend(after[shared..].iter().map(|word| Token(token(&new[word.clone()]))));
    (first, second, SINGLE + known.len() as u32)
}

fn number<'t>(word: Cow<'t, str>, single: u32, known: &mut HashMap<Cow<'t, str>, u32, FxBuildHasher>) -> u32 {
    match word.as_bytes() {
        [one] => u32::from(*one),
        _ => {
            let next = single + known.len() as u32;
            *known.entry(word).or_insert(next)
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
    fn rows_of_a_table_are_lines_of_cells() {
        let table = "Rates.\n\n| a | b |\n| --- | :-: |\n| 1 | 10\\|x |\n";
        assert_eq!(without_bars(table), "Rates.\n\na · b\n1 · 10|x");
        assert_eq!(without_bars("a | b"), "a | b");
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
            let mut text = || {
                (0..pick(12))
                    .map(|_| ["a", "b", "c", ", ", ". ", " ", "\n\n", "\n1) "][pick(8) as usize])
                    .collect::<String>()
            };
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
    fn paragraphs_are_matched_first_then_their_words() {
        let old =
            "(1) Boats are let by the day.\n\n(2) A firm pays a fine or is closed.\n\n(3) The court orders a repair.";
        let new = "(1) Boats are let by the day.\n\n(2) A firm pays a fine.\n\n(3) In the case of a firm that paid before \
                   for such an act, the fine is doubled.\n\n(4) The court may order a repair.";
        assert_eq!(
            shown(old, new),
            "(1) Boats are let by the day.\n\n(2) A firm pays a fine[- or is closed-].\n\n{+(3) In the case of a firm that \
             paid before for such an act, the fine is doubled.\n\n+}([-3-]{+4+}) The court [-orders-]{+may order+} a repair."
        );
    }

    #[test]
    fn a_paragraph_that_went_is_struck_out_as_a_whole_on_lines_of_its_own() {
        assert_eq!(shown("One boat.\n\nTwo oars here.", "One boat."), "One boat.[-\n\nTwo oars here.-]");
        assert_eq!(
            shown("One boat.\n\nTwo oars.\n\nThree.", "One boat.\n\nThree."),
            "One boat.\n\n[-Two oars.\n\n-]Three."
        );
        assert_eq!(shown("One boat.", "One boat.\n\nTwo oars."), "One boat.\n\n{+Two oars.+}");
        assert_eq!(shown("Old words.\n\nSame.", "New text!\n\nSame."), "[-Old words.\n\n-]{+New text!\n\n+}Same.");
    }

    #[test]
    fn points_on_lines_of_their_own_are_paragraphs_and_a_line_that_was_broken_is_not() {
        assert_eq!(
            shown("Who\n1) lets;\n2) mends boats.", "Who\n1) lets;\n2) paints;\n3) mends boats."),
            "Who\n1) lets;\n{+2) paints;\n+}[-2-]{+3+}) mends boats."
        );
        assert_eq!(shown("A boat is\nlet by day.", "A boat\nis let by night."), "A boat\nis let by [-day-]{+night+}.");
    }

    #[test]
    fn what_looks_alike_is_no_change() {
        assert_eq!(shown("реб\u{435}\u{308}нка,\u{a0}чужого", "ребёнка, чужого"), "");
        assert_eq!(shown("Вербов\u{ad}ка лиц\u{200b}", "Вербовка лиц"), "");
        assert_eq!(shown("ребе\u{308}нка одного", "ребёнка двух"), "ребёнка [-одного-]{+двух+}");
    }

    #[test]
    fn a_wording_without_spaces_changes_letter_by_letter() {
        assert_eq!(shown("贩卖人口罪的处罚", "贩卖儿童罪的处罚"), "贩卖[-人口-]{+儿童+}罪的处罚");
        assert_eq!(shown("贩卖人口。\n\n其他规定。", "贩卖人口罪。\n\n其他规定。"), "贩卖人口{+罪+}。\n\n其他规定。");
    }

    #[test]
    fn the_same_wording_twice_has_no_redline() {
        assert!(between("a b", "a b").is_empty());
    }
}
