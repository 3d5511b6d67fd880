//! Real content and the built-in theme, changed as accidents and enemies change files: cut off, mixed up, flipped, with
//! fields of other types. Whole sites are made of them in memory, and every page is printed. Nothing may panic, and all
//! that is wrong is a diagnostic with a place in its file.
//!
//! Each case has a seed of its own, which a failure names. `COLLATIO_SEED=… COLLATIO_CASES=1 cargo test --test suite
//! mutated::` runs it again; a larger number of cases searches longer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::hostile::Numbers;
use crate::sandbox::Sandbox;
use crate::shipped::{files_of, input, repository};
use collatio::publish::ThemeFile;
use collatio::text::{Diagnostic, File, Ink, Reporter};
use collatio::{Build, Input, Unreadable, Why};

/// Where the cases begin, unless somebody names another number.
const SEED: u64 = 20_041_005;

/// A slow machine stops here.
const LONGEST: Duration = Duration::from_secs(9);

/// A file on its way to become another.
struct Torn {
    path: String,
    bytes: Vec<u8>,
}

/// A changed file is read as the disk reads it.
fn laid(files: Vec<Torn>) -> Input {
    let (mut whole, mut unreadable) = (Vec::new(), Vec::new());
    for Torn { path, bytes } in files {
        match String::from_utf8(bytes) {
            Ok(text) => whole.push(File::new(path, text)),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                unreadable.push(Unreadable { path, why: Why::Encoding { offset, looks_like: "Windows-1251" } });
            }
        }
    }
    Input { unreadable, ..input(whole) }
}

/// What stands in the place of a field's value.
const VALUES: &[&str] = &[
    "0",
    "-9223372036854775808",
    "1e308",
    "nan",
    "true",
    "\"\"",
    "\"слово\"",
    "2004-10-05",
    "1979-05-27T07:32:00Z",
    "[]",
    "[[1], {}]",
    "[\"a\", 1, \"a\"]",
    "{}",
    "{ text = 1 }",
    "\"../../etc\"",
    "\"a/b/c/d/e\"",
    "\"#\"",
    "\"\\u202e[[a|b]] <script>\"",
    "'''\nа\n'''",
];

/// What stands in the place of a date.
const DATES: &[&str] = &[
    "\"2004-02-31\"",
    "\"9999-12-31\"",
    "\"0000\"",
    "\"0001-01-01\"",
    "\"10000\"",
    "\"undated\"",
    "\"before 0001-01-01\"",
    "\"by 9999\"",
    "\"between 2005 and 2004\"",
    "\"between 0001 and 9999-12-31\"",
    "\"05.10.2004\"",
    "2004-10-05",
];

/// The lines of a file, with their ends.
fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect()
}

/// Gives a field of one of the files a value of another type, or a date that is none. Files with many fields are met more
/// often than others. Says which.
fn retype(files: &mut [Torn], numbers: &mut Numbers) -> Option<String> {
    let value = |line: &[u8]| line.windows(3).position(|w| w == b" = ").map(|n| n + 3);
    let of = |(at, file): (usize, &Torn)| {
        let lines = lines_of(&file.bytes).into_iter().enumerate();
        lines.filter(|(_, line)| value(line).is_some()).map(|(line, _)| (at, line)).collect::<Vec<_>>()
    };
    let fields: Vec<(usize, usize)> = files.iter().enumerate().flat_map(of).collect();
    let (at, number) = *fields.get(numbers.below(fields.len()))?;
    let mut lines = lines_of(&files[at].bytes);
    let line = &mut lines[number];
    let start = value(line)?;
    let is_date = line[start..].starts_with(b"\"1") || line[start..].starts_with(b"\"2");
    let values = if is_date && numbers.below(4) > 0 { DATES } else { VALUES };
    line.truncate(start);
    line.extend(values[numbers.below(values.len())].bytes());
    let told = format!("{}: {}", files[at].path, String::from_utf8_lossy(line));
    line.push(b'\n');
    files[at].bytes = lines.concat();
    Some(told)
}

fn cut(bytes: &[u8], numbers: &mut Numbers) -> (usize, usize) {
    let (a, b) = (numbers.below(bytes.len() + 1), numbers.below(bytes.len() + 1));
    (a.min(b), a.max(b))
}

/// Changes a file in one way; `other` is another file, from which something may come.
fn change(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) -> &'static str {
    let (from, to) = cut(bytes, numbers);
    let mut lines = lines_of(bytes);
    let (one, another) = (numbers.below(lines.len()), numbers.below(lines.len()));
    match numbers.below(10) {
        0 => {
            bytes.truncate(to);
            "cut off"
        }
        1 => {
            for _ in 0..=numbers.below(8) {
                let at = numbers.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
            "bits flipped"
        }
        2 => {
            bytes.splice(from..to, (0..numbers.below(64)).map(|_| numbers.next() as u8));
            "random bytes"
        }
        3 => {
            bytes.splice(from..to, (0..numbers.below(64)).map(|_| (numbers.next() % 0x60 + 0x20) as u8));
            "random letters"
        }
        4 => {
            let chunk = bytes[from..to].to_vec();
            let at = numbers.below(bytes.len() + 1);
            bytes.splice(at..at, chunk);
            "a chunk twice"
        }
        5 => {
            bytes[from..].rotate_left(to - from);
            "chunks exchanged"
        }
        6 => {
            let (from, to) = cut(other, numbers);
            let at = numbers.below(bytes.len() + 1);
            bytes.splice(at..at, other[from..to].iter().copied());
            "a chunk of another file"
        }
        7 if !lines.is_empty() => {
            lines.remove(one);
            *bytes = lines.concat();
            "a line less"
        }
        8 if !lines.is_empty() => {
            let line = lines[one].clone();
            lines.insert(another, line);
            *bytes = lines.concat();
            "a line twice"
        }
        _ => {
            if !lines.is_empty() {
                lines.swap(one, another);
            }
            *bytes = lines.concat();
            "lines exchanged"
        }
    }
}

/// Changes some of the files in some ways, and says which.
fn changed(files: &[File], most: usize, numbers: &mut Numbers) -> (Vec<Torn>, Vec<String>) {
    let torn = |file: &File| Torn { path: file.path.to_string(), bytes: file.text.as_bytes().to_vec() };
    let mut list: Vec<Torn> = files.iter().map(torn).collect();
    let mut told = Vec::new();
    for _ in 0..=numbers.below(most) {
        let at = numbers.below(list.len());
        let other = files[numbers.below(files.len())].text.clone();
        match numbers.below(16) {
            0 => {
                told.push(format!("{}: gone", list[at].path));
                list.remove(at);
            }
            1 => {
                let path = list[numbers.below(list.len())].path.clone();
                told.push(format!("{}: now also {path}", list[at].path));
                list[at].path = path;
            }
            2..=7 => told.extend(retype(&mut list, numbers)),
            _ => {
                let how = change(&mut list[at].bytes, other.as_bytes(), numbers);
                told.push(format!("{}: {how}", list[at].path));
            }
        }
    }
    // Two files cannot lie at one path.
    list.sort_by(|a, b| a.path.cmp(&b.path));
    list.dedup_by(|a, b| a.path == b.path);
    (list, told)
}

/// Tells every fault in every form, and prints every page; gives back what the theme is at fault for.
fn used(build: &Build) -> Vec<Diagnostic> {
    let mut reporter = Reporter::new(&build.files);
    let mut tell = |fault: &Diagnostic| {
        let words = [reporter.human(fault, Ink::Plain), reporter.concise(fault), reporter.json(fault)];
        assert!(words.iter().all(|words| words.contains(fault.fault.code)), "{words:?}");
    };
    build.diagnostics.iter().for_each(&mut tell);
    let Some(renderer) = &build.renderer else { return Vec::new() };
    let wrong = renderer.print(&mut |_| Ok::<(), ()>(())).expect("nothing stops it");
    wrong.iter().for_each(tell);
    wrong.into_iter().collect()
}

/// Runs cases until there are enough, or for as long as is reasonable; `case` makes an input of numbers, and says what
/// was done to it.
fn run(cases: usize, case: &dyn Fn(&mut Numbers) -> (Input, Vec<String>), is_sound: &dyn Fn(&[Diagnostic]) -> bool) {
    let named = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let first = named("COLLATIO_SEED").unwrap_or(SEED);
    let asked = named("COLLATIO_CASES");
    let (begun, mut done, mut faults) = (Instant::now(), 0, 0);
    for seed in first..first + asked.unwrap_or(cases as u64) {
        let (input, told) = case(&mut Numbers(seed));
        let made = catch_unwind(AssertUnwindSafe(|| {
            let build = collatio::build_without_trial(&input);
            (used(&build), build.diagnostics.iter().count())
        }));
        let told = told.join("\n");
        let (wrong, count) = made.unwrap_or_else(|_| panic!("COLLATIO_SEED={seed}: this panics:\n{told}"));
        assert!(is_sound(&wrong), "COLLATIO_SEED={seed}: the theme is at fault: {wrong:?}\n{told}");
        (done, faults) = (done + 1, faults + count);
        if asked.is_none() && begun.elapsed() > LONGEST {
            break;
        }
    }
    let line = format!("seed {first}: {done} cases, {faults} faults told in {:.1} s", begun.elapsed().as_secs_f64());
    assert!(faults > 0, "{line}: nothing was changed");
    println(&line);
}

#[expect(clippy::print_stdout, reason = "how many cases there were is shown with `--nocapture`")]
fn println(line: &str) {
    println!("{line}");
}

/// A theme that is sound prints whatever the content says.
fn prints_all(wrong: &[Diagnostic]) -> bool {
    wrong.is_empty()
}

#[test]
fn changed_files_of_small_sites_are_reported_and_every_page_is_printed() {
    let sites: Vec<Vec<File>> =
        ["velo", "bilingual", "bare"].map(|name| files_of(&repository().join("tests/sites").join(name))).into();
    let case = |numbers: &mut Numbers| {
        let (files, told) = changed(&sites[numbers.below(3)], 8, numbers);
        (laid(files), told)
    };
    run(150, &case, &prints_all);
}

/// Of the shipped content each case takes one country and what all share, so that it is quick.
#[test]
fn changed_files_of_the_shipped_content_are_reported_and_every_page_is_printed() {
    let files = files_of(&repository());
    let country = |file: &File| Some(file.path.strip_prefix("content/countries/")?.split('/').next()?.to_owned());
    let mut countries: Vec<String> = files.iter().filter_map(country).collect();
    countries.dedup();
    let case = |numbers: &mut Numbers| {
        let one = &countries[numbers.below(countries.len())];
        let some: Vec<File> = files.iter().filter(|file| country(file).is_none_or(|c| c == *one)).cloned().collect();
        let (files, told) = changed(&some, 24, numbers);
        (laid(files), told)
    };
    run(12, &case, &prints_all);
}

#[test]
fn changed_templates_and_messages_are_reported() {
    let theme = collatio::publish::built_in();
    let own: Vec<(String, &ThemeFile)> = theme
        .files
        .iter()
        .filter_map(|(path, file)| {
            Some((
                path.strip_prefix("templates/default/")
                    .map(|p| format!("templates/{p}"))
                    .or_else(|| path.strip_prefix("messages/default/").map(|p| format!("messages/{p}")))?,
                file,
            ))
        })
        .collect();
    let site = files_of(&repository().join("tests/sites/bare"));
    let case = |numbers: &mut Numbers| {
        let (path, file) = &own[numbers.below(own.len())];
        let mut bytes = file.bytes.to_vec();
        let other = &own[numbers.below(own.len())].1.bytes;
        let how = change(&mut bytes, other, numbers);
        let laid = ThemeFile { shown: format!("themes/own/{path}"), bytes: bytes.into() };
        let mut input = input(site.clone());
        input.theme = theme.clone().overlay([(path.clone(), laid)]);
        (input, vec![format!("{path}: {how}")])
    };
    run(40, &case, &|_| true);
}

/// What people paste, type and lose in a text: white space of several bytes, quotation marks, brackets, marks.
const SCRAPS: &[&str] = &[
    "\u{a0}",
    "\u{2003}",
    "\u{202f}",
    "\u{3000}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{2028}",
    "\u{85}",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\u{201c}",
    "\u{201d}",
    "\u{201e}",
    "\u{ab}",
    "\u{bb}",
    "\u{2019}",
    "\"",
    "'",
    "\"\"\"",
    "`",
    "(",
    ")",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "<",
    ">",
    "|",
    "\\",
    "\\u",
    "=",
    "#",
    "+++",
    "---",
    "^",
    "*",
    "_",
    "~~",
    "- ",
    "1. ",
    "> ",
    ":   ",
    "[^1]",
    "[@",
    "&#x",
    "&nbsp;",
    "\u{301}",
    "\u{202e}",
    "\u{fffd}",
    "\0",
    "\u{1f9d1}\u{200d}\u{2696}",
    "\u{2029}",
    "128\u{b9}",
    "\u{456}",
    "2004-02-30",
    ",",
    ".",
    "=\u{a0}",
    "\u{a0}+++",
];

/// The byte of a border between characters, at or before a byte.
fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A text changed in one or a few places, as a slip of the hand or a program changes it.
fn slipped(text: &str, other: &str, numbers: &mut Numbers) -> String {
    let mut text = text.to_owned();
    for _ in 0..=numbers.below(3) {
        let at = border(&text, numbers.below(text.len() + 1));
        let next = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let scrap = SCRAPS[numbers.below(SCRAPS.len())];
        let line = text[..at].rfind('\n').map_or(0, |n| n + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |n| at + n + 1);
        // Where a mark of syntax is, more can break.
        let near = text[at..].find(['"', '[', ']', '=', '{', '|', '#', '+', ' ', '*', '(']).map_or(at, |n| at + n);
        let near_end = text[near..].chars().next().map_or(near, |c| near + c.len_utf8());
        match numbers.below(12) {
            0 => text.replace_range(at..next, ""),
            1 => text.replace_range(at..next, scrap),
            2 => text.insert_str(at, scrap),
            3 => text.insert_str(near, scrap),
            4 => text.replace_range(near..near_end, scrap),
            5 => text.replace_range(near..near_end, ""),
            6 => text.replace_range(line..line_end, ""),
            7 => {
                let copy = text[line..line_end].to_owned();
                text.insert_str(border(&text, numbers.below(text.len() + 1)), &copy);
            }
            8 => text.truncate(at),
            9 => text.insert_str(at, &scrap.repeat(1 + numbers.below(40))),
            10 => {
                let from = border(other, numbers.below(other.len() + 1));
                let to = border(other, (from + numbers.below(200)).min(other.len()));
                text.insert_str(at, &other[from..to]);
            }
            _ => {
                let with = if numbers.below(2) == 0 { "\u{a0}" } else { "\u{2003}" };
                let line_text = text[line..line_end].replace(' ', with);
                text.replace_range(line..line_end, &line_text);
            }
        }
    }
    text
}

/// Reads one changed file of the shipped content with the configuration, checks it and tells what was found.
fn read_alone(files: &[File], seed: u64) -> Result<usize, String> {
    let numbers = &mut Numbers(seed);
    let file = &files[numbers.below(files.len())];
    let other = &files[numbers.below(files.len())];
    let text = slipped(&file.text, &other.text, numbers);
    let begun = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| {
        let all = collatio::text::Files::new(vec![File::new(&*file.path, text.as_str())]);
        let (settings, records, mut found) = collatio::content::read(&all, &[]);
        let (corpus, more) = collatio::law::assemble(settings, records, false);
        found.extend(more);
        let found = collatio::check::check(&corpus, None, found);
        let mut reporter = Reporter::new(&all);
        for fault in found.iter().take(8) {
            let told = [reporter.human(fault, Ink::Plain), reporter.concise(fault), reporter.json(fault)];
            assert!(told.iter().all(|words| words.contains(fault.fault.code)), "{told:?}");
        }
        let accident = found.iter().find(|fault| fault.fault.code == "accident").map(|fault| fault.message.clone());
        (found.iter().count(), accident)
    }));
    let took = begun.elapsed();
    match read {
        Ok((count, None)) if took < Duration::from_secs(10) => Ok(count),
        Ok((_, accident)) => Err(format!("COLLATIO_SEED={seed}, {}: {accident:?} in {took:?}", file.path)),
        Err(_) => Err(format!("COLLATIO_SEED={seed}, {}: it panics", file.path)),
    }
}

/// Each mutation is read, assembled and checked alone, which costs a thousandth of a site. `COLLATIO_MUTATIONS=1000000` runs
/// more of them.
#[test]
fn twenty_thousand_slips_in_the_shipped_content_are_read_and_none_brings_the_program_down() {
    use rayon::prelude::*;
    let named = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let (first, count) = (named("COLLATIO_SEED").unwrap_or(SEED), named("COLLATIO_MUTATIONS").unwrap_or(20_000));
    let files = files_of(&repository());
    let begun = Instant::now();
    let read: Vec<Result<usize, String>> =
        (first..first + count).into_par_iter().map(|seed| read_alone(&files, seed)).collect();
    let wrong: Vec<&String> = read.iter().filter_map(|one| one.as_ref().err()).take(10).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let faults: usize = read.iter().flatten().sum();
    println(&format!(
        "{count} mutations from seed {first}, {faults} faults told in {:.1} s",
        begun.elapsed().as_secs_f64()
    ));
    assert!(faults > count as usize, "something is found in them");
}

/// A changed tree, checked by the program itself: it ends with 0 or 1, and each fault is told at a place that its file has.
fn checked_by_the_program(files: &[File], seed: u64) -> Result<usize, String> {
    let (torn, told) = changed(files, 8, &mut Numbers(seed));
    let sandbox = Sandbox::new();
    torn.iter().for_each(|file| sandbox.put(&file.path, &file.bytes));
    let run = sandbox.run(&["check", "--format", "json"]);
    let wrong = |why: &str| format!("COLLATIO_SEED={seed}: {why}\n{}\n{}", told.join("\n"), run.err);
    let faults: Vec<serde_json::Value> = run.out.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let is_error = |fault: &serde_json::Value| fault["level"] == "error";
    if run.code != i32::from(faults.iter().any(is_error)) {
        return Err(wrong(&format!("the program ends with {}", run.code)));
    }
    for fault in &faults {
        let number = |name: &str| fault[name].as_u64().unwrap_or(0) as usize;
        let path = fault["path"].as_str().unwrap_or_default();
        let file = torn.iter().find(|file| file.path == path);
        let lines = file.map_or(1, |file| file.bytes.split(|b| *b == b'\n').count());
        let is_known = file.is_some() || path == "collatio.toml" || path.starts_with("content/");
        if !is_known || number("line") == 0 || number("column") == 0 || number("line") > lines {
            return Err(wrong(&format!("a fault has no place: {fault}")));
        }
        if fault["code"] == "accident" {
            return Err(wrong(&format!("an accident: {fault}")));
        }
    }
    Ok(faults.len())
}

/// `COLLATIO_TREES=2000` runs more of them.
#[test]
fn a_hundred_changed_trees_are_checked_by_the_program_itself() {
    use rayon::prelude::*;
    let named = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let (first, count) = (named("COLLATIO_SEED").unwrap_or(SEED), named("COLLATIO_TREES").unwrap_or(100));
    let sites = ["bare", "bilingual"].map(|name| files_of(&repository().join("tests/sites").join(name)));
    let tree = |seed: u64| checked_by_the_program(&sites[(seed % 2) as usize], seed);
    let made: Vec<Result<usize, String>> = (first..first + count).into_par_iter().map(tree).collect();
    let wrong: Vec<&String> = made.iter().filter_map(|one| one.as_ref().err()).take(10).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let faults: usize = made.iter().flatten().sum();
    println(&format!("{count} trees from seed {first}, {faults} faults told"));
    assert!(faults > count as usize, "something is found in them");
}
