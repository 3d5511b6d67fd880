//! Corrects what is certain: the fixes that nothing else can be meant by, in all files at once.

use crate::text::{Diagnostic, FileId, Files, Span};

/// A file with its corrections made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub file: FileId,
    /// Its text with all corrections.
    pub text: String,
    /// Each correction: the span of its fault, what stood there, what stands there now.
    pub changes: Vec<(Span, String, String)>,
}

/// Makes the certain fixes of these diagnostics. Of two that would change the same bytes the first is made; the other is
/// found again in what came of it.
pub fn mended<'d>(files: &Files, diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Vec<Mended> {
    let certain = |diagnostic: &&Diagnostic| diagnostic.fix.as_ref().is_some_and(|fix| fix.is_certain);
    let mut found: Vec<&Diagnostic> = diagnostics.into_iter().filter(certain).collect();
    found.sort_by_key(|diagnostic| diagnostic.span);
    let mut list: Vec<Mended> = Vec::new();
    let mut end = 0;
    for diagnostic in found {
        let file = diagnostic.span.file;
        let old = &files.get(file).text;
        let Some((range, new)) = diagnostic.fix.as_ref().and_then(|fix| fix.edit(old, diagnostic.span)) else {
            continue;
        };
        if list.last().is_none_or(|last| last.file != file) {
            list.push(Mended { file, text: String::new(), changes: Vec::new() });
            end = 0;
        }
        let Some(mended) = list.last_mut().filter(|_| range.start >= end) else { continue };
        mended.text.push_str(&old[end..range.start]);
        mended.text.push_str(&new);
        mended.changes.push((diagnostic.span, old[range.clone()].to_owned(), new));
        end = range.end;
    }
    for mended in &mut list {
        let old = &files.get(mended.file).text;
        mended.text.push_str(&old[done(old, mended)..]);
    }
    list
}

/// The bytes of the old text that the corrections have dealt with.
fn done(old: &str, mended: &Mended) -> usize {
    let gone: usize = mended.changes.iter().map(|(_, before, _)| before.len()).sum();
    let come: usize = mended.changes.iter().map(|(_, _, after)| after.len()).sum();
    (mended.text.len() + gone).saturating_sub(come).min(old.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Change, Fault, File, Level};

    static BARE: Fault = Fault { code: "bare", level: Level::Error, summary: "", explanation: "" };

    #[test]
    fn certain_corrections_are_made_in_each_file_and_guesses_are_not() {
        let files = Files::new(vec![File::new("a", "x = 2004 # я\ny = 2005\n"), File::new("b", "z = 1\n")]);
        let at = |file: u32, start: usize, end: usize| BARE.at(Span::new(FileId(file), start, end), "");
        let quoted = |text: &str| Change::Whole(format!("\"{text}\""));
        let found = [
            at(0, 18, 22).certain_fix(quoted("2005")),
            at(0, 4, 8).certain_fix(quoted("2004")),
            at(0, 4, 8).certain_fix(Change::DeleteLine),
            at(1, 4, 5).fix(quoted("1")),
        ];
        let list = mended(&files, &found);
        assert_eq!(list.len(), 1, "{list:?}");
        assert_eq!(list[0].text, "x = \"2004\" # я\ny = \"2005\"\n");
        assert_eq!(list[0].changes.len(), 2);
    }
}
