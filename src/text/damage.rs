//! Damage in text that is valid UTF-8: conflict markers of version control, replacement and control characters,
//! characters that change the direction of text, text decoded in the wrong encoding, words of two alphabets, and
//! characters that only one font knows.
//!
//! What comes in is the text of a file of any format; what goes out are diagnostics. It knows neither fields nor
//! Markdown, so that damage is found alike in front matter, prose and messages.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::alphabet::strangers;
use super::character::{idle_unseen, is_unseen, named};
use super::construct::NOT_LISTED;
use super::misread::misread;
use super::undecoded::undecoded_in;
use super::{Change, Diagnostic, Diagnostics, Fault, File, FileCache, FileId, Files, Level, Reporter, Span};

/// Conflict markers that version control left in a file (`<<<<<<<`).
pub static CONFLICT_MARKER: Fault = Fault {
    code: "conflict-marker",
    level: Level::Error,
    summary: "a line begins with the mark of a conflict between two versions",
    explanation: "Where two people changed the same lines, programs such as Git write both versions into the file, between lines \
that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`. Keep the right version and delete these lines and the other. A line \
that begins with seven of these characters for another reason is written in another way.",
};

/// A character that never belongs in a text: control, replacement, direction or non-character.
pub static DAMAGED: Fault = Fault {
    code: "damaged-character",
    level: Level::Error,
    summary: "a character that no text has",
    explanation: "U+FFFD (�) stands for a character that some program could not read: look it up in the source. Control characters \
come from word processors and scanned pages. A row of question marks (`?????`) is what a program wrote for letters that its \
encoding lacks. Characters that turn the order of the letters round (U+202A to U+202E, U+2066 to U+2069) \
make readers see another text than the one that is written; the direction of a passage follows from its language. In the fields \
the escapes of such characters (`\\u202E`) are refused alike.",
};

/// Text that was decoded in the wrong encoding and saved again.
pub static WRONG_ENCODING: Fault = Fault {
    code: "wrong-encoding",
    level: Level::Warning,
    summary: "text was read in the wrong encoding and saved again",
    explanation: "`Ð£Ð³Ð¾Ð»` and `РЈРіРѕР»` are the word `Угол`, `donâ€™t` is `don’t`: a program took the bytes of one encoding for \
those of another. `+BBcEMAQ6BD4EPQ-` (UTF-7), `=D0=97` (mail), `%D0%97` (outside an address), `\\u0417` (JSON), `\\'c7` (RTF) and, in a field, \
`&sect;` (HTML) are letters that no program decoded. Copy the text anew from its source and save it as UTF-8. If the characters are meant, \
acknowledge the fault.",
};

/// A word that mixes letters of two alphabets.
pub static MIXED_ALPHABETS: Fault = Fault {
    code: "mixed-alphabets",
    level: Level::Warning,
    summary: "a word has letters of two alphabets",
    explanation: "Latin `a`, `c`, `e`, `o`, `p`, `x` and their capitals look like Cyrillic letters and are others: a word with both is \
not found by those who look for it, and is read out wrongly. They come from scanned pages and from keyboards. Type the word anew. \
Words joined by a hyphen may be of two alphabets.",
};

/// A character that has a meaning in one font only.
pub static PRIVATE_USE: Fault = Fault {
    code: "private-use",
    level: Level::Warning,
    summary: "a character that only one font knows",
    explanation: "The characters U+E000 to U+F8FF and those of the last two planes have no meaning of their own: a font or a program \
gave them one, and everywhere else a box or nothing is shown. They come from word processors (bullets, ticks), old fonts of rare \
letters and PDF files. Look the character up in the source and type the one that Unicode has for it. If it is meant, acknowledge \
the fault.",
};

/// An invisible character within the words of a text.
pub static UNSEEN_CHARACTER: Fault = Fault {
    code: "invisible-character",
    level: Level::Warning,
    summary: "an invisible character stands among the words",
    explanation: "Soft hyphens, zero width spaces, word joiners and their like come along when text is copied from a web page, a PDF or a word processor. Nobody sees them, but a quotation with one is not letter by letter what its source says, and a word with one is not found by those who look for it. `collatio fix` deletes them. Scripts that need such characters keep them: joiners in Persian and Hindi, zero width spaces in Thai and Khmer. If the character is meant, acknowledge the fault.",
};

/// All faults of this file.
pub static FAULTS: &[&Fault] =
    &[&CONFLICT_MARKER, &DAMAGED, &WRONG_ENCODING, &MIXED_ALPHABETS, &PRIVATE_USE, &UNSEEN_CHARACTER];

/// Which of the checks a text needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    /// Words that people read.
    Words,
    /// Messages of a theme: words with escapes and placeholders of their own.
    Messages,
    /// Templates and other files with few words in them.
    Code,
}

/// Damage in all files, in their order; files are checked in parallel.
pub fn damage(files: &Files) -> Diagnostics {
    let list: Vec<(FileId, &File)> = files.iter().collect();
    let mut found = Diagnostics::new();
    found.extend(list.par_iter().map(|(id, file)| of_file(*id, file)).collect::<Vec<_>>().into_iter().flatten());
    found
}

/// Like [`damage`], but checks only files that changed since the last run.
pub fn damage_again(files: &Files, cache: &mut FileCache<Vec<Diagnostic>>) -> Diagnostics {
    cache.renew(&files.iter().collect::<Vec<_>>(), of_file);
    let mut found = Diagnostics::new();
    found.extend(cache.iter().flatten().cloned());
    found
}

fn of_file(id: FileId, file: &File) -> Vec<Diagnostic> {
    let ends = |end: &str| file.path.ends_with(end);
    let kind = match [".md", ".toml"].iter().any(|end| ends(end)) {
        true => Text::Words,
        false if ends(".ftl") => Text::Messages,
        false => Text::Code,
    };
    of_text(id, &file.text, kind)
}

/// Removes faults that follow from another fault on the same line: everything on a line with a conflict marker, syntax
/// errors on a line with damaged characters, mixed alphabets on a line with any error but damage, and letters that nobody
/// decoded where they are refused as Markdown.
pub fn without_echoes(files: &Files, found: &mut Diagnostics) {
    let is_damage = |d: &Diagnostic| [CONFLICT_MARKER.code, DAMAGED.code].contains(&d.fault.code);
    let mixed = |d: &Diagnostic| [MIXED_ALPHABETS.code, UNSEEN_CHARACTER.code].contains(&d.fault.code);
    let encoded = |d: &Diagnostic| d.fault.code == WRONG_ENCODING.code;
    if !found.iter().any(|d| is_damage(d) || mixed(d) || encoded(d)) {
        return;
    }
    let mut reporter = Reporter::new(files);
    let mut line = |d: &Diagnostic| (d.span.file, reporter.place(d.span.file, d.span.start).line);
    // Sets of codes: a line may have hundreds of thousands of faults.
    let mut lines: BTreeMap<(FileId, u32), BTreeSet<&'static str>> = BTreeMap::new();
    for d in found.iter().filter(|d| d.fault.level == Level::Error) {
        lines.entry(line(d)).or_default().insert(d.fault.code);
    }
    let has = |codes: &BTreeSet<&str>, fault: &Fault| codes.contains(fault.code);
    found.take_if(|d| {
        let Some(codes) = lines.get(&line(d)) else { return false };
        let follows = has(codes, &CONFLICT_MARKER)
            || (has(codes, &DAMAGED) && d.fault.code == "toml-syntax")
            || (mixed(d) && codes.iter().any(|code| *code != DAMAGED.code))
            || (encoded(d) && has(codes, &NOT_LISTED));
        follows && !is_damage(d)
    });
}

fn of_text(file: FileId, text: &str, kind: Text) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut fences = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let words_start = start + if start == 0 && words.starts_with('\u{feff}') { 3 } else { 0 };
        let words = &words[words_start - start..];
        let at = |range: Range<usize>| Span::new(file, words_start + range.start, words_start + range.end);
        start += line.len();
        out.extend(conflict(words, &at));
        if words.trim_end() == "+++" {
            fences += 1;
        }
        // In content, fields stand between two `+++` fences; a configuration has no fences and is all fields.
        let is_field = fences < 2;
        if kind != Text::Code && is_field {
            out.extend(escaped(words, &at));
        }
        out.extend(characters(words, &at));
        if kind == Text::Code {
            continue;
        }
        out.extend(lost_letters(words, &at));
        if kind == Text::Words {
            out.extend(lost_in_word(words, &at));
            out.extend(undecoded(words, is_field, &at));
        }
        if !words.is_ascii() {
            out.extend(encoding(words, &at));
            out.extend(alphabets(words, &at));
            out.extend(private(words, &at));
            out.extend(idle(words, &at));
        }
    }
    out
}

/// Letters in an encoding for transport that nobody decoded.
fn undecoded(line: &str, is_field: bool, at: &dyn Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let found = undecoded_in(line, is_field)?;
    let shown = &line[found.range.clone()];
    let message = match found.meant {
        Some(meant) => format!("`{shown}` is `{meant}` in {}", found.name),
        None => format!("`{shown}` is text in {}", found.name),
    };
    let help = "copy the text anew from its source, and save it as UTF-8";
    Some(WRONG_ENCODING.at(at(found.range), message).help(help))
}

fn conflict(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let first = line.chars().next().filter(|c| matches!(c, '<' | '=' | '>' | '|'))?;
    let marks = line.bytes().take_while(|b| char::from(*b) == first).count();
    if marks < 7 {
        return None;
    }
    let message = format!("the line begins with `{}`, the mark of a conflict", &line[..marks]);
    // Git writes seven; a longer row of equals signs underlines a heading.
    let help = match first == '=' && marks > 7 {
        true => "a heading begins with `## `; for a row of signs write others",
        false => "keep the right version, and delete the marks and the other version",
    };
    Some(CONFLICT_MARKER.at(at(0..marks), message).help(help))
}

/// Whether `c` never belongs in a text: control characters, replacement, direction marks, tags, non-characters.
fn is_damaged(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{fffd}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffc}' => true,
        '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}' => true,
        c => c.is_control() || u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Reports the first character of each run of damaged ones.
fn characters(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut before = false;
    for (start, c) in line.char_indices() {
        let is = is_damaged(c);
        if is && !before {
            out.push(damaged(c, at(start..start + c.len_utf8())));
        }
        before = is;
    }
    out
}

fn damaged(c: char, span: Span) -> Diagnostic {
    let help = match c {
        '\u{fffd}' => "some program could not read the character; look it up in the source",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "delete it: the direction of a passage follows from its language"
        }
        '\u{2028}' | '\u{2029}' => "delete it, and begin a new line",
        _ => "delete it",
    };
    DAMAGED.at(span, format!("{} is no character of a text", named(c))).help(help)
}

/// Reports TOML escapes (`\u202E`) that stand for damaged characters.
fn escaped(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    if line.trim_start().starts_with('#') {
        return out;
    }
    for (start, letter) in line.match_indices(['u', 'U']) {
        let backslashes = line[..start].bytes().rev().take_while(|b| *b == b'\\').count();
        let length = if letter == "u" { 4 } else { 8 };
        let digits =
            line.get(start + 1..start + 1 + length).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        if let Some(c) = code.filter(|c| backslashes % 2 == 1 && is_damaged(*c)) {
            out.push(damaged(c, at(start - 1..start + 1 + length)));
        }
    }
    out
}

fn encoding(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let found = misread(line)?;
    let shown = &line[found.range.clone()];
    let message = format!("`{shown}` is `{}` in {}, read as {}", found.meant, found.written, found.page);
    let help = "copy the text anew from its source, and save it as UTF-8";
    Some(WRONG_ENCODING.at(at(found.range), message).help(help))
}

/// A row of so many question marks is what some program wrote for letters that its encoding lacks.
pub(super) const LOST_LETTERS: &str = "?????";

/// Reports the first passage of a line whose letters were lost: words of question marks, one of them a long row.
fn lost_letters(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let row = line.find(LOST_LETTERS)?;
    let is_of_passage = |c: char| c == '?' || c == ' ';
    let start = row - line[..row].chars().rev().take_while(|c| is_of_passage(*c)).count();
    let passage = &line[start..row + line[row..].chars().take_while(|c| is_of_passage(*c)).count()];
    let start = start + passage.len() - passage.trim_start().len();
    let passage = passage.trim();
    let message = format!("`{passage}` stands where some program could not write letters");
    let help = "copy the text anew from its source, and save it as UTF-8";
    Some(DAMAGED.at(at(start..start + passage.len()), message).help(help))
}

/// Reports the first question mark of a line that stands within a word, or before a small letter: what a program wrote for one
/// letter that its encoding lacks.
fn lost_in_word(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let is_letter = |c: char| c.is_alphabetic() && c.is_lowercase();
    let is_lost = |start: usize| {
        let (before, behind) = (line[..start].chars().next_back(), line[start + 1..].chars().next());
        let begins = before.is_none_or(|c| c.is_whitespace() || "\"«“„(".contains(c));
        behind.is_some_and(is_letter) && (begins || before.is_some_and(char::is_alphabetic))
    };
    let (start, _) = line.match_indices('?').find(|(start, _)| is_lost(*start))?;
    let ends = |c: char| c.is_whitespace() || "\"«»“”„()[]".contains(c);
    let from = line[..start].char_indices().rfind(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let word = &line[from..start + line[start..].find(ends).unwrap_or(line.len() - start)];
    // The query of an address, a pattern.
    if word.contains(['/', '=', '&', '#', '*', '\\', '`', '<', '$', '@']) {
        return None;
    }
    let message = format!("the `?` in `{word}` stands where some program could not write a letter");
    Some(WRONG_ENCODING.at(at(start..start + 1), message).help("look the word up in its source"))
}

/// Reports invisible characters that the words of the line do not need.
fn idle(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let fault = |(start, c): (usize, char)| {
        let end = start + c.len_utf8();
        let ends = |c: char| !(c.is_alphanumeric() || is_unseen(c));
        let from = line[..start].char_indices().rfind(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let to = end + line[end..].find(ends).unwrap_or(line.len() - end);
        let word: String = line[from..to].chars().filter(|c| !is_unseen(*c)).collect();
        let message = format!("{} stands in `{word}`", named(c));
        UNSEEN_CHARACTER
            .at(at(start..end), message)
            .help("delete the character: nobody sees it")
            .certain_fix(Change::Whole(String::new()))
    };
    idle_unseen(line).into_iter().map(fault).collect()
}

/// Reports the first character of each run of characters for private use.
fn private(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let is_private = |c: char| matches!(u32::from(c), 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff) && !is_damaged(c);
    let follows = |start: usize| line[..start].chars().next_back().is_some_and(is_private);
    let firsts = line.char_indices().filter(|(start, c)| is_private(*c) && !follows(*start));
    let fault = |(start, c): (usize, char)| {
        let message = format!("{} is a character for private use", named(c));
        PRIVATE_USE
            .at(at(start..start + c.len_utf8()), message)
            .help("look it up in the source, and type the character that Unicode has for it")
    };
    firsts.map(fault).collect()
}

fn alphabets(line: &str, at: &dyn Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let fault = |stranger: super::alphabet::Stranger| {
        let word = &line[stranger.word];
        let (letter, code) = (stranger.letter, u32::from(stranger.letter));
        let message = format!(
            "`{letter}` (U+{code:04X}) in `{word}` is a {} letter among {} ones",
            stranger.alphabet.name(),
            stranger.of_word.name()
        );
        MIXED_ALPHABETS.at(at(stranger.at), message).help("type the word anew on one keyboard")
    };
    strangers(line).into_iter().map(fault).collect()
}
