//! Quotations of the same place of a source that differ.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use rapidfuzz::distance::levenshtein::{self, Args};
use rustc_hash::FxBuildHasher;

use crate::law::{Citation, Corpus, Finding, Quotation, walk};
use crate::text::{Diagnostics, Fault, Level, Prose, Span, amounts};

/// A quotation in two versions.
pub static QUOTATION_DIFFERS: Fault = Fault {
    code: "quotation-differs",
    level: Level::Warning,
    summary: "the same words are quoted twice from one place of a source, and differ",
    explanation: "Two records quote one place of one source in almost the same words. Only one can be what stands there. Quotations of other \
                  parts of the place, and shorter ones, are no alarm: only those that differ in a few letters, or in one word. Quotations of answers, \
                  acts, wordings and observations are compared, and those of six words and more that stand in prose right before a citation of \
                  the source (`“…” [@source, place]`): these may be a part of what is recorded.\n\n\
                  Compare both with the source.",
};

/// A text for comparison: its words in lower case, with one space between.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text.chars() {
        if !c.is_alphanumeric() {
            is_apart = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut is_apart) {
            out.push(' ');
        }
        match c.is_ascii() {
            true => out.push(c.to_ascii_lowercase()),
            false => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// In bytes. To compare longer texts letter by letter takes too long: of these one word is looked for.
const LONGEST: usize = 1000;

/// Whether two texts are the same but for a few letters or one word. A longer quotation of the same words is none.
fn is_near(first: &Quoted, second: &Quoted) -> bool {
    let (one, other) = (first.text, second.text);
    let most = one.len() / 10;
    let in_letters = || {
        (41..LONGEST).contains(&one.len())
            && other.len().abs_diff(one.len()) <= most
            && levenshtein::distance_with_args(one.chars(), other.chars(), &Args::default().score_cutoff(most))
                .is_some()
    };
    one != other && (differ_in_a_word(first, second) || in_letters())
}

/// A text whose words have one space between.
struct Quoted<'t> {
    text: &'t str,
    /// The number of its words.
    words: usize,
}

impl<'t> Quoted<'t> {
    fn new(text: &'t str) -> Quoted<'t> {
        Quoted { text, words: 1 + text.bytes().filter(|b| *b == b' ').count() }
    }
}

/// Whether two texts of five words and more differ in one word: another one stands in its place, or it is missing between two
/// others.
fn differ_in_a_word(one: &Quoted, other: &Quoted) -> bool {
    let (short, long) = if one.words < other.words { (one, other) } else { (other, one) };
    let (words, more) = (short.words, long.words);
    let (short, long) = (short.text, long.text);
    let before = || short.split(' ').zip(long.split(' ')).take_while(|(a, b)| a == b).count();
    let behind = || short.rsplit(' ').zip(long.rsplit(' ')).take_while(|(a, b)| a == b).count();
    match more - words {
        _ if words < 5 => false,
        0 => before() + behind() + 1 == words,
        1 => {
            let (before, behind) = (before(), behind());
            before > 0 && behind > 0 && before + behind >= words
        }
        _ => false,
    }
}

/// Compares all quotations of one place of a source.
pub(super) fn check<'c>(corpus: &'c Corpus, found: &mut Diagnostics) {
    // By source and place.
    let mut quoted: BTreeMap<(&str, &str), Vec<(&str, Span)>> = BTreeMap::new();
    let findings = corpus.findings.iter().filter(|finding| !finding.is_computed());
    let findings = findings.flat_map(|f: &Finding| f.quotations().map(|(citation, q)| (citation, &*q.text, q.at)));
    let statements = corpus.actions.iter().flat_map(|action| &action.statements);
    let statements = statements.filter_map(|s| s.quote.as_deref().map(|quote| (&s.citation, quote, s.quote_at)));
    let observations =
        corpus.observations.iter().map(|observation| (&observation.citation, observation.quotation.as_ref()));
    let wordings = corpus.provisions.iter().flat_map(|provision| &provision.wordings);
    let wordings = wordings.map(|wording| (&wording.citation, wording.quotation.as_ref()));
    let quoted_in = |(citation, quotation): (&'c Citation, Option<&'c Quotation>)| {
        quotation.map(|quotation| (citation, &*quotation.text, quotation.at))
    };
    let further = observations.chain(wordings).filter_map(quoted_in);
    for (citation, text, at) in findings.chain(statements).chain(further).filter(|(_, text, _)| text.len() > 20) {
        let key = (citation.source.as_str(), citation.place.as_str());
        quoted.entry(key).or_default().push((text, at));
    }
    check_prose(corpus, &quoted, found);
    for ((source, _), list) in quoted.into_iter().filter(|(_, list)| list.len() > 1) {
        compare(source, &list.into_iter().map(|(text, at)| (plain(text), at)).collect::<Vec<_>>(), found);
    }
}

/// A quotation in prose, with the source and the place that are cited behind it.
struct InProse {
    source: String,
    place: String,
    /// Its words, in the form of [`plain`].
    words: String,
    at: Span,
}

/// The fewest words of a quotation in prose that are compared: fewer may well stand at several places of a source.
const FEWEST: usize = 6;

/// The quotations of a prose that stand right before a citation. What stands between marks of an omission is a piece of its
/// own.
fn in_prose(prose: &Prose, out: &mut Vec<InProse>) {
    let text = prose.text();
    for (at, _) in text.match_indices("[@") {
        let before = text[..at].trim_end_matches([' ', '\u{a0}', '\n', '.', ',', ';', ')']);
        let marks = [('“', '”'), ('«', '»'), ('"', '"')];
        let Some((open, close)) = marks.into_iter().find(|(_, close)| before.ends_with(*close)) else { continue };
        let end = before.len() - close.len_utf8();
        let Some(start) = before[..end].rfind(open).map(|start| start + open.len_utf8()) else { continue };
        let cited = text[at + 2..].split([']', ';']).next().unwrap_or_default();
        let Some((source, place)) = cited.split_once(',') else { continue };
        let quoted = &text[start..end];
        if quoted.contains("\n\n") {
            continue;
        }
        for piece in quoted.split(['…', '[', ']', '*', '_']).flat_map(|piece| piece.split("...")) {
            let offset = piece.as_ptr() as usize - text.as_ptr() as usize;
            let words = plain(piece);
            if Quoted::new(&words).words >= FEWEST {
                let at = prose.place(offset..offset + piece.len());
                out.push(InProse { source: source.trim().into(), place: place.trim().into(), words, at });
            }
        }
    }
}

/// Compares quotations in prose with the recorded ones of the same source: of these they may be a part, but no word may be
/// another.
fn check_prose(corpus: &Corpus, quoted: &BTreeMap<(&str, &str), Vec<(&str, Span)>>, found: &mut Diagnostics) {
    let mut list = Vec::new();
    let mut seen = HashSet::<Span, FxBuildHasher>::default();
    walk::each_prose(corpus, &mut |_, prose| {
        if prose.text().contains("[@") && seen.insert(prose.span()) {
            in_prose(prose, &mut list);
        }
    });
    for own in &list {
        let source = corpus.source_id(&own.source);
        let of_source = quoted.iter().filter(|((id, _), _)| *id == source);
        let recorded = of_source.flat_map(|((_, place), list)| list.iter().map(move |(text, at)| (*place, *text, *at)));
        let recorded: Vec<(&str, String, Span)> = recorded.map(|(place, text, at)| (place, plain(text), at)).collect();
        if recorded.iter().any(|(_, text, _)| text.contains(&own.words)) {
            continue;
        }
        let near = recorded.iter().find(|(place, text, _)| has_near(&own.words, text, *place == own.place));
        if let Some((_, _, other)) = near {
            let message = format!("almost the same words of `{}` are recorded elsewhere", own.source);
            let fault =
                QUOTATION_DIFFERS.at(own.at, message).help("compare both with the source, and quote the same words");
            found.push(fault.note(*other, "the other quotation is here"));
        }
    }
}

/// Whether words of `text` differ from `own` in one word that is neither the first nor the last. At another place of a source
/// the number may be another one.
fn has_near(own: &str, text: &str, is_same_place: bool) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let own = Quoted::new(own);
    let (first, last) = (own.text.split(' ').next(), own.text.rsplit(' ').next());
    let starts = words.iter().enumerate().filter(|(_, word)| Some(**word) == first);
    let numbers = |text: &str| amounts(text).into_iter().map(|amount| amount.number).collect::<Vec<_>>();
    starts.into_iter().any(|(start, _)| {
        (own.words - 1..=own.words + 1).any(|count| {
            let Some(piece) = words.get(start..start + count).filter(|piece| piece.last().copied() == last) else {
                return false;
            };
            let piece = piece.join(" ");
            let is_comparable = is_same_place || (piece.is_ascii() && numbers(&piece) == numbers(own.text));
            is_comparable && differ_in_a_word(&own, &Quoted::new(&piece))
        })
    })
}

/// Compares what is quoted from one place of a source.
fn compare(source: &str, quoted: &[(String, Span)], found: &mut Diagnostics) {
    // What is quoted more often is taken for right.
    let mut counts: HashMap<&str, usize, FxBuildHasher> = HashMap::default();
    quoted.iter().for_each(|(text, _)| *counts.entry(text).or_default() += 1);
    let mut list: Vec<(Reverse<usize>, Span, &str)> =
        quoted.iter().map(|(text, at)| (Reverse(counts[text.as_str()]), *at, text.as_str())).collect();
    list.sort_unstable();
    let texts: Vec<Quoted> = list.iter().map(|(_, _, text)| Quoted::new(text)).collect();
    let mut earlier: HashMap<&str, Vec<usize>, FxBuildHasher> = HashMap::default();
    let mut seen: HashSet<&str, FxBuildHasher> = HashSet::default();
    for (number, (_, at, text)) in list.iter().enumerate() {
        let ends = ends(text);
        let mut alike: Vec<usize> = ends.iter().filter_map(|end| earlier.get(end)).flatten().copied().collect();
        alike.sort_unstable();
        let near = |other: &&usize| is_near(&texts[number], &texts[**other]);
        if let Some(other) = alike.iter().find(near) {
            let fault = QUOTATION_DIFFERS
                .at(*at, format!("almost the same words are quoted from this place of `{source}` elsewhere"));
            found.push(
                fault
                    .help("compare both with the source, and quote the same words")
                    .note(list[*other].1, "the other quotation is here"),
            );
        }
        if seen.insert(text) {
            for end in ends {
                let places = earlier.entry(end).or_default();
                if places.len() < MOST_ALIKE {
                    places.push(number);
                }
            }
        }
    }
}

/// A quotation is compared with at most so many others that begin or end alike, so that a code that is quoted article by
/// article from one place takes a time that grows with its length alone.
const MOST_ALIKE: usize = 20;

/// The first and the last two words of a text whose words have one space between. Texts that differ in one word share one
/// of both.
fn ends(text: &str) -> [&str; 2] {
    let first = text.match_indices(' ').nth(1).map_or(text, |(at, _)| &text[..at]);
    let last = text.rmatch_indices(' ').nth(1).map_or(text, |(at, _)| &text[at..]);
    [first, last]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_longer_quotation_may_not_be_others() {
        let text = plain("The court shall grant leave within ten days. It may grant leave again within nine days.");
        for (own, same, other) in [
            ("shall grant a leave within ten", true, true),
            ("court must grant leave within ten days", true, true),
            ("the court shall leave within ten days", true, true),
            ("court shall grant leave within nine days", true, false),
            ("court shall grant leave within ten months", false, false),
            ("nothing of this is said in it", false, false),
        ] {
            assert_eq!((has_near(own, &text, true), has_near(own, &text, false)), (same, other), "{own}");
        }
    }

    #[test]
    fn texts_are_near_that_differ_in_a_tenth_of_their_letters_or_in_a_word() {
        let texts = [
            "shall be punished by deprivation of liberty for a term of three to five years",
            "shall be punished by deprivation of liberty for a term of three to six years",
            "shall be punishd by deprivation of libertty for a term of three to five yaers",
            "наказывается лишением свободы на срок от трёх до пяти лет",
            "наказывается лишением свободы на срок от трех до шести лет",
            "",
        ];
        let near = [(0, 1), (0, 2), (1, 2), (3, 4)];
        for (one, first) in texts.iter().enumerate() {
            for (other, second) in texts.iter().enumerate() {
                let expected = near.contains(&(one, other)) || near.contains(&(other, one));
                assert_eq!(is_near(&Quoted::new(first), &Quoted::new(second)), expected, "{first} / {second}");
            }
        }
        let differ = |one, other| differ_in_a_word(&Quoted::new(one), &Quoted::new(other));
        assert!(differ("a b c d e", "a b x d e") && differ("a b d e f", "a b c d e f"));
        assert!(!differ("a b c d e", "a x c y e") && !differ("a b c d", "a b x d"));
        assert!(!differ("b c d e f", "a b c d e f"), "more is quoted at the start");
    }
}
