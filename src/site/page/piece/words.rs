//! The words of a wording as its page prints them: its paragraphs with their anchors, and its tables as tables.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::site::route::paragraph_anchor;
use crate::site::view::{WordingBlock, WordingPiece};
use crate::text::paragraphs;

/// The blocks of a quoted wording; empty where it has neither a numbered paragraph nor a table. `taken`: the anchors
/// that stand on the page already; each is given once, to the wording that is shown first.
pub fn blocks(text: &str, taken: &mut BTreeSet<String>) -> Vec<WordingBlock> {
    let tables = tables(text);
    let mut marks: Vec<(usize, String)> = Vec::new();
    for paragraph in paragraphs(text) {
        let anchor = paragraph.address.map(|address| paragraph_anchor(&address));
        marks.extend(anchor.filter(|anchor| taken.insert(anchor.clone())).map(|id| (paragraph.range.start, id)));
    }
    if tables.is_empty() && marks.is_empty() {
        return Vec::new();
    }
    let mut list = Vec::new();
    let mut start = 0;
    for table in &tables {
        list.extend(running(text, start..table.range.start, &marks));
        list.push(WordingBlock { pieces: Vec::new(), head: table.head.clone(), rows: table.rows.clone() });
        start = table.range.end;
    }
    list.extend(running(text, start..text.len(), &marks));
    list
}

/// Running text, cut where a paragraph with an anchor begins; `None` where there are no words.
fn running(text: &str, range: Range<usize>, marks: &[(usize, String)]) -> Option<WordingBlock> {
    let end = range.start + text[range.clone()].trim_end().len();
    let words = &text[range.start..end];
    let first = end - words.trim_start().len();
    if first == end {
        return None;
    }
    let inside = marks.iter().filter(|(at, _)| (first..end).contains(at));
    let mut cuts: Vec<(usize, &str)> = inside.map(|(at, id)| (*at, id.as_str())).collect();
    if cuts.first().is_none_or(|(at, _)| *at > first) {
        cuts.insert(0, (first, ""));
    }
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([end]);
    let piece = |((at, id), end): (&(usize, &str), usize)| WordingPiece {
        id: (*id).to_owned(),
        text: text[*at..end].to_owned(),
    };
    let pieces = cuts.iter().zip(ends).map(piece).collect();
    Some(WordingBlock { pieces, head: Vec::new(), rows: Vec::new() })
}

/// A table in a text: a row of `|` cells, a row of dashes, and further rows.
struct Table {
    /// Its lines, with the line break behind the last one.
    range: Range<usize>,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The tables of a text. All rows of a table have as many cells as its head: what has not, is no table.
fn tables(text: &str) -> Vec<Table> {
    let mut list: Vec<Table> = Vec::new();
    let mut start = 0;
    // The line before, if it may be the head of a table; and whether the last table may go on.
    let mut head: Option<(usize, Vec<String>)> = None;
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        let (at, end) = (start, start + line.len());
        start = end;
        let own = cells(line);
        if is_open
            && let (Some(row), Some(table)) = (&own, list.last_mut())
            && row.len() == table.head.len()
        {
            table.rows.push(row.clone());
            table.range.end = end;
            continue;
        }
        is_open = false;
        match (head.take(), own) {
            (Some((first, head)), Some(row)) if row.len() == head.len() && row.iter().all(|cell| is_rule(cell)) => {
                list.push(Table { range: first..end, head, rows: Vec::new() });
                is_open = true;
            }
            (_, own) => head = own.map(|row| (at, row)),
        }
    }
    list
}

/// The cells of a line that begins and ends with `|`.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(|cell| cell.trim().to_owned()).collect())
}

/// Whether a cell is of the row below the head: dashes, perhaps with colons.
fn is_rule(cell: &str) -> bool {
    let dashes = cell.trim_start_matches(':').trim_end_matches(':');
    !dashes.is_empty() && dashes.bytes().all(|c| c == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block in one line: its pieces as `id=text`, or the rows of its table.
    fn shown(text: &str) -> Vec<String> {
        let piece = |piece: &WordingPiece| format!("{}={}", piece.id, piece.text);
        let block = |block: WordingBlock| match block.head.is_empty() {
            true => block.pieces.iter().map(piece).collect::<Vec<_>>().join("|"),
            false => format!("{:?} {:?}", block.head, block.rows),
        };
        blocks(text, &mut BTreeSet::new()).into_iter().map(block).collect()
    }

    #[test]
    fn no_character_between_two_paragraphs_is_lost() {
        let text = "(1) One.\n\n(2) Two:\na) first.";
        assert_eq!(shown(text), ["paragraph-1=(1) One.\n\n|paragraph-2=(2) Two:\n|paragraph-2--a=a) first."]);
        assert_eq!(shown("One.\n\nTwo."), [""; 0]);
    }

    #[test]
    fn a_table_in_the_words_is_a_table() {
        let text = "1. The fees:\n| Up to | Fee |\n| --- | ---: |\n| 350 | 100 |\n2. Others are free.";
        assert_eq!(
            shown(text),
            [
                "paragraph-1=1. The fees:",
                "[\"Up to\", \"Fee\"] [[\"350\", \"100\"]]",
                "paragraph-2=2. Others are free."
            ]
        );
        assert_eq!(shown("| a | b |\n| 1 | 2 |"), [""; 0]);
    }

    #[test]
    fn an_anchor_is_given_once_on_a_page() {
        let mut taken = BTreeSet::new();
        assert_eq!(blocks("1. New.", &mut taken)[0].pieces[0].id, "paragraph-1");
        assert_eq!(blocks("1. Old.\n2. Gone.", &mut taken)[0].pieces[1].id, "paragraph-2");
    }
}
