//! What brackets mark in a prose: its references, its links, and what may be a citation in another form.
//!
//! What comes in is a [`Located`] text; what is kept are places in it, because a large site has a hundred thousand of them
//! and asks several times: each answer is made of slices of the text.

use std::borrow::Cow;
use std::ops::Range;

use super::Span;
use super::author::ByAuthor;
use super::dialect;
use super::located::{Located, ProseRef, RecordLink, Target};
use super::reference::{Mark, Names, marks};
use super::script::one_line;

/// All that brackets mark in one prose.
#[derive(Debug, Default)]
pub(super) struct Marked {
    names: Box<[Name]>,
    /// Hardly any prose has these.
    unclear: Option<Box<Unclear>>,
}

/// What may be citations in another form than this dialect has, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Unclear {
    /// The id with which it begins, the place, and where it stands.
    pub(super) without_mark: Vec<(String, String, Span)>,
    /// By author and year, or by a number.
    pub(super) by_author: Vec<(ByAuthor, Span)>,
}

/// A record or a source that a reference names.
#[derive(Debug)]
struct Name {
    /// The reference as a whole, from its first bracket to behind its last.
    whole: Bytes,
    id: Bytes,
    /// The words of a link, or the place in a source.
    behind: Option<Bytes>,
    is_source: bool,
    /// Whether it is a reference; a mark that is shown letter by letter is none.
    is_read: bool,
}

/// Bytes of a text. Files are shorter than four gigabytes, as [`Span`] has it.
#[derive(Clone, Copy, Debug)]
struct Bytes {
    start: u32,
    end: u32,
}

impl Bytes {
    fn new(range: &Range<usize>) -> Bytes {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Bytes { start: short(range.start), end: short(range.end) }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

static EMPTY: Unclear = Unclear { without_mark: Vec::new(), by_author: Vec::new() };

impl Marked {
    pub(super) fn of(prose: &Located) -> Marked {
        let read = dialect::read_marks(prose);
        let is_read = |mark: &Mark| read.as_ref().is_none_or(|read| read.contains(&mark.range.start));
        let names = marks(prose.text()).iter().flat_map(|mark| names_of(mark, is_read(mark))).collect();
        let unclear = Unclear { without_mark: dialect::without_mark(prose), by_author: dialect::by_author(prose) };
        let is_clear = unclear.without_mark.is_empty() && unclear.by_author.is_empty();
        Marked { names, unclear: (!is_clear).then(|| Box::new(unclear)) }
    }

    /// The references, in order.
    pub(super) fn refs<'t>(&'t self, prose: &'t Located) -> impl Iterator<Item = ProseRef<'t>> {
        self.names.iter().filter(|name| name.is_read).map(|name| {
            let id = &prose.text()[name.id.range()];
            let place = || name.behind.map(|place| words_of(prose, place));
            let target =
                if name.is_source { Target::Source { source: id, place: place() } } else { Target::Record(id) };
            ProseRef { target, span: prose.place(name.id.range()) }
        })
    }

    /// The links to records, in order.
    pub(super) fn links<'t>(&'t self, prose: &'t Located) -> impl Iterator<Item = RecordLink<'t>> {
        self.names.iter().filter(|name| !name.is_source).map(|name| RecordLink {
            id: &prose.text()[name.id.range()],
            words: name.behind.map(|words| words_of(prose, words)),
            span: prose.place(name.whole.range()),
            range: name.whole.range(),
        })
    }

    pub(super) fn unclear(&self) -> &Unclear {
        self.unclear.as_deref().unwrap_or(&EMPTY)
    }
}

fn words_of(prose: &Located, at: Bytes) -> Cow<'_, str> {
    one_line(&prose.text()[at.range()])
}

fn names_of(mark: &Mark, is_read: bool) -> Vec<Name> {
    let whole = Bytes::new(&mark.range);
    let name = |id: &Range<usize>, behind: &Option<Range<usize>>, is_source| Name {
        whole,
        id: Bytes::new(id),
        behind: behind.as_ref().map(Bytes::new),
        is_source,
        is_read,
    };
    match &mark.names {
        Names::Record { id, words, .. } => vec![name(id, words, false)],
        Names::Sources(list) => list.iter().map(|(id, place)| name(id, place, true)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::FileId;
    use super::*;

    fn prose(text: &str) -> Located {
        Located { text: text.into(), at: Span::head(FileId(0)), exact: false }
    }

    #[test]
    fn references_leave_out_what_is_shown_letter_by_letter_and_links_do_not() {
        for (text, refs, links) in [
            ("[[a]] и [@b, L1; @c](x) ~~[[d|e]]~~ **[[f]]**", "a b c d f", "a d f"),
            ("`[[a]]` [[b]]\n\n    [[c]]\n\n~~~\n[[d]]\n~~~\n", "b", "a b c d"),
            ("| x |\n|---|\n| [[a\\|b]] [@c, L1] |\n\nt[^1]\n\n[^1]: [[d]]\n", "a c d", "a d"),
            ("\\[[a]] \\[@b] [[c", "", ""),
        ] {
            let prose = prose(text);
            let marked = Marked::of(&prose);
            let named = marked.refs(&prose).map(|reference| match reference.target {
                Target::Record(id) => id,
                Target::Source { source, .. } => source,
            });
            assert_eq!(named.collect::<Vec<_>>().join(" "), refs, "{text}");
            assert_eq!(marked.links(&prose).map(|link| link.id).collect::<Vec<_>>().join(" "), links, "{text}");
        }
    }

    #[test]
    fn places_and_words_stand_on_one_line() {
        let prose = prose("See [[a|two\nwords]] [@b, p. 1,\n  line 2; @c].");
        let marked = Marked::of(&prose);
        let places: Vec<Option<Cow<str>>> = marked
            .refs(&prose)
            .filter_map(|reference| match reference.target {
                Target::Source { place, .. } => Some(place),
                Target::Record(_) => None,
            })
            .collect();
        assert_eq!(places, [Some("p. 1, line 2".into()), None]);
        assert_eq!(marked.links(&prose).next().and_then(|link| link.words).as_deref(), Some("two words"));
    }
}
