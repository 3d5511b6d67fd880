//! The desk at which mistakes are made: the shipped content line by line, and what a mistake changes in it.

use collatio::text::File;

/// A small generator (SplitMix64): the same seed makes the same mistakes.
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `most`; nought where there is none.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// A line of a file, and where it stands.
#[derive(Clone, Copy)]
pub struct Line<'d> {
    pub path: &'d str,
    /// All lines of the file.
    pub lines: &'d [&'d str],
    /// From 0.
    pub number: usize,
    pub text: &'d str,
    /// Whether it stands among the fields, and not in the prose below them.
    pub in_fields: bool,
    /// Whether it stands between `"""`.
    pub in_words: bool,
}

impl<'d> Line<'d> {
    /// The field of the line and its raw value.
    pub fn field(&self) -> Option<(&'d str, &'d str)> {
        if !self.in_fields || self.in_words {
            return None;
        }
        let (name, value) = self.text.split_once(" = ")?;
        (!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'))
            .then_some((name, value))
    }

    /// The value of the field `name` in quotation marks, without them.
    pub fn quoted(&self, name: &str) -> Option<&'d str> {
        let (field, value) = self.field().filter(|(field, _)| *field == name)?;
        let _ = field;
        inner(value)
    }

    /// A field whose value is one text on its line: name and text.
    pub fn words(&self) -> Option<(&'d str, &'d str)> {
        let (name, value) = self.field()?;
        Some((name, inner(value)?))
    }

    /// Whether it is a paragraph of prose, or an item of a list.
    pub fn is_prose(&self) -> bool {
        !self.in_fields && self.text.len() > 60 && !self.text.starts_with(['#', '|', '>', ':', '`'])
    }

    pub fn before(&self) -> &'d str {
        self.number.checked_sub(1).map_or("", |at| self.lines[at])
    }

    pub fn after(&self) -> &'d str {
        self.lines.get(self.number + 1).copied().unwrap_or("")
    }

    /// The lines of the entry that begins here: up to the next header or the fence.
    pub fn entry(&self) -> usize {
        let rest = &self.lines[self.number + 1..];
        let top = self.text.trim_end_matches(']');
        let is_end = |line: &str| {
            line == "+++"
                || (line.starts_with("[[") && !line.starts_with(&format!("{top}.")))
                || line.starts_with('[') && !line.starts_with("[[")
        };
        self.number + 1 + rest.iter().position(|line| is_end(line)).unwrap_or(rest.len())
    }
}

fn inner(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.is_empty() && !inner.contains('"')).then_some(inner)
}

/// What is made of some lines.
pub struct Edit {
    /// In place of the lines from `from` on, `instead` of them.
    pub from: usize,
    pub instead: usize,
    pub text: String,
    /// The lines, from 0 in the new file, at which a report is right.
    pub right: std::ops::RangeInclusive<usize>,
    /// The help works if it holds one of these.
    pub help: Vec<String>,
}

impl Edit {
    /// Another text in place of the line.
    pub fn line(line: &Line<'_>, text: impl Into<String>) -> Edit {
        Edit::lines(line, line.number, 1, text)
    }

    pub fn lines(_: &Line<'_>, from: usize, instead: usize, text: impl Into<String>) -> Edit {
        let text = text.into();
        let last = from + text.matches('\n').count();
        Edit { from, instead, text, right: from..=last, help: Vec::new() }
    }

    pub fn help<S: Into<String>>(mut self, help: impl IntoIterator<Item = S>) -> Edit {
        self.help = help.into_iter().map(Into::into).collect();
        self
    }

    /// Other lines at which a report is right as well.
    pub fn right(mut self, right: std::ops::RangeInclusive<usize>) -> Edit {
        self.right = right;
        self
    }
}

/// A mistake in the content.
pub struct Mistake {
    /// Files with their new text; `None` for a file that is gone.
    pub files: Vec<(String, Option<String>)>,
    /// Where a report is right; any line of any file where this is `None`.
    pub right: Option<(String, std::ops::RangeInclusive<usize>)>,
    pub help: Vec<String>,
    /// What was done, for the list of what was missed.
    pub told: String,
}

/// The shipped content.
pub struct Desk {
    pub files: Vec<File>,
}

impl Desk {
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| &*file.path == path).map(|file| &*file.text)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| &*file.path)
    }

    /// A mistake at one of the lines of files for which `make` makes one, chosen by number.
    pub fn at_line(
        &self,
        numbers: &mut Numbers,
        of: impl Fn(&str) -> bool,
        make: impl Fn(&Line<'_>) -> Option<Edit>,
    ) -> Option<Mistake> {
        let mut list = Vec::new();
        for file in self.files.iter().filter(|file| file.path.ends_with(".md") && of(&file.path)) {
            let lines: Vec<&str> = file.text.lines().collect();
            let (mut fences, mut in_words) = (0, false);
            for (number, text) in lines.iter().copied().enumerate() {
                fences += usize::from(text == "+++");
                let marks = text.matches("\"\"\"").count();
                let in_fields = fences == 1 && text != "+++";
                let line =
                    Line { path: &file.path, lines: &lines, number, text, in_fields, in_words: in_words || marks > 0 };
                if let Some(edit) = make(&line) {
                    list.push((file.path.to_string(), edit));
                }
                if in_fields && marks % 2 == 1 {
                    in_words = !in_words;
                }
            }
        }
        let count = list.len();
        let (path, edit) = list.into_iter().nth(numbers.below(count))?;
        let old = self.text(&path)?;
        let lines: Vec<&str> = old.lines().collect();
        let was = lines.get(edit.from..edit.from + edit.instead).unwrap_or_default().join(" ⏎ ");
        let told = format!("{path}:{}: `{}` → `{}`", edit.from + 1, shortened(&was), shortened(&edit.text));
        let mut new: Vec<&str> = lines[..edit.from].to_vec();
        if !(edit.text.is_empty() && edit.instead > 0) {
            new.extend(edit.text.split('\n'));
        }
        new.extend(&lines[edit.from + edit.instead..]);
        let text = new.join("\n") + "\n";
        Some(Mistake {
            files: vec![(path.clone(), Some(text))],
            right: Some((path, edit.right)),
            help: edit.help,
            told,
        })
    }
}

fn shortened(text: &str) -> String {
    let text = text.replace('\n', " ⏎ ");
    match text.char_indices().nth(110) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// Makes mistakes of one kind.
pub type Make = fn(&Desk, &mut Numbers) -> Option<Mistake>;

/// A kind of mistake.
pub struct Kind {
    pub group: &'static str,
    pub name: &'static str,
    pub make: Make,
}
