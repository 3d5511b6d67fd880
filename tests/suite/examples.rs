//! The examples of `collatio explain`: each is run in the site of its case; the wrong form gives its fault at the lines
//! that are shown, the right form does not, and gives no other fault in its place.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::cases::{Case, case};
use collatio::publish::{ThemeFile, bundle};
use collatio::text::{Example, File, Forms, Part};

/// Which form of an example.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Wrong,
    Right,
}

/// A built form: how often each fault was found in each file, and whether the example's own is at the lines shown.
struct Found {
    counts: BTreeMap<(String, &'static str), usize>,
    of_code: usize,
    is_at_the_lines: bool,
}

/// Faults that are found when an offline copy is packed.
const OF_A_COPY: &[&str] = &["over-budget", "unknown-page-kind"];

const THEME: &str = "themes/default/";

fn text_of(case: &Case, path: &str) -> Option<String> {
    case.files.iter().find(|file| *file.path == *path).map(|file| file.text.to_string())
}

fn put(case: &mut Case, path: &str, text: String) {
    if let Some(of_theme) = path.strip_prefix(THEME) {
        case.theme.retain(|(path, _)| path != of_theme);
        case.theme.push((of_theme.to_owned(), ThemeFile { shown: path.to_owned(), bytes: text.into_bytes().into() }));
        return;
    }
    case.files.retain(|file| *file.path != *path);
    case.files.push(File::new(path, text));
    case.files.sort_by(|a, b| a.path.cmp(&b.path));
}

/// The bytes of the only place of these lines in a text, in which further lines may be blank.
fn place_of(text: &str, lines: &[&str]) -> Result<Range<usize>, String> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        starts.push((at, line.trim_end()));
        at += line.len();
    }
    let filled: Vec<(usize, &str)> = starts.into_iter().filter(|(_, line)| !line.is_empty()).collect();
    let wanted: Vec<&str> = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect();
    let is_here = |window: &&[(usize, &str)]| window.iter().map(|(_, line)| *line).eq(wanted.iter().copied());
    let found: Vec<_> = filled.windows(wanted.len()).filter(is_here).collect();
    match found[..] {
        [one] => {
            let (last, line) = one[one.len() - 1];
            Ok(one[0].0..last + line.len() + 1)
        }
        _ => Err(format!("stands {} times in the file: {wanted:?}", found.len())),
    }
}

/// Writes a part's form into the site, and says where it stands.
fn apply(case: &mut Case, part: &Part, form: Form) -> Result<Option<(String, Range<usize>)>, String> {
    let (path, lines) = match form {
        Form::Wrong => (part.wrong_path, &part.wrong),
        Form::Right => (part.right_path, &part.right),
    };
    let of_case = text_of(case, part.wrong_path);
    let Some(text) = of_case else {
        if lines.is_empty() {
            return Ok(None);
        }
        let text = lines.join("\n") + "\n";
        let whole = 0..text.len();
        put(case, path, text);
        return Ok(Some((path.to_owned(), whole)));
    };
    let place = place_of(&text, &part.wrong)?;
    let new: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let (start, end) = (place.start, place.end.min(text.len()));
    case.files.retain(|file| *file.path != *part.wrong_path);
    match form {
        Form::Wrong => put(case, path, text),
        Form::Right => put(case, path, format!("{}{new}{}", &text[..start], &text[end..])),
    }
    Ok(Some((path.to_owned(), start..start + if form == Form::Wrong { end - start } else { new.len() })))
}

fn build(code: &str, forms: &Forms, form: Form) -> Result<Found, String> {
    let mut site = case(forms.site);
    let mut places = Vec::new();
    for part in &forms.parts {
        // A place above an earlier one of the same file would move it.
        places.extend(apply(&mut site, part, form)?);
    }
    // Only the faults of a theme are found where pages are printed.
    let is_of_theme = collatio::publish::FAULTS.iter().any(|fault| fault.code == code);
    let build = if is_of_theme { collatio::build(&site.input()) } else { collatio::build_owned(site.input()) };
    let mut found = Found { counts: BTreeMap::new(), of_code: 0, is_at_the_lines: false };
    let packed = build.renderer.as_ref().filter(|_| OF_A_COPY.contains(&code)).map(|renderer| {
        let package = bundle::package(renderer, None);
        package.map(|package| package.diagnostics).map_err(|_| "it cannot be packed".to_owned())
    });
    let packed = packed.transpose()?;
    for diagnostic in build.diagnostics.iter().chain(packed.iter().flat_map(|found| found.iter())) {
        let path = build.files.get(diagnostic.span.file).path.to_string();
        if diagnostic.fault.code == code {
            let start = diagnostic.span.range().start;
            found.of_code += 1;
            found.is_at_the_lines |= places.iter().any(|(of, place)| *of == path && place.contains(&start));
        } else {
            *found.counts.entry((path, diagnostic.fault.code)).or_default() += 1;
        }
    }
    Ok(found)
}

/// What is wrong with an example, if anything is.
fn trouble(example: &Example) -> Option<String> {
    let forms = example.forms.as_ref().ok()?;
    let built = build(example.code, forms, Form::Wrong).and_then(|wrong| {
        let right = build(example.code, forms, Form::Right)?;
        Ok((wrong, right))
    });
    let why = match built {
        Err(why) => why,
        Ok((wrong, _)) if !wrong.is_at_the_lines => {
            format!("the wrong form has no such fault at its lines ({} elsewhere)", wrong.of_code)
        }
        Ok((wrong, right)) if right.is_at_the_lines || right.of_code >= wrong.of_code => {
            format!("the right form has the fault ({} before, {} now)", wrong.of_code, right.of_code)
        }
        Ok((wrong, right)) => {
            let before = |of: &(String, &str)| {
                let of_code =
                    |(path, code): &(String, &str)| *code == of.1 && (*path == of.0 || is_renamed(forms, path));
                wrong.counts.iter().filter(|(other, _)| of_code(other)).map(|(_, count)| count).sum::<usize>()
            };
            let new: Vec<_> =
                right.counts.iter().filter(|(of, count)| **count > before(of)).map(|(of, _)| of).collect();
            if new.is_empty() {
                return None;
            }
            format!("the right form has faults that the wrong one has not: {new:?}")
        }
    };
    Some(format!("{}: {why}", example.code))
}

fn is_renamed(forms: &Forms, path: &str) -> bool {
    forms.parts.iter().any(|part| part.wrong_path == path && part.right_path != path)
}

#[test]
fn the_wrong_form_of_each_example_has_its_fault_and_the_right_form_has_not() {
    let only = std::env::var("COLLATIO_CASE").unwrap_or_default();
    let examples: Vec<Example> = collatio::examples().into_iter().filter(|one| one.code.contains(&only)).collect();
    let trouble: Vec<String> = examples.par_iter().filter_map(trouble).collect();
    assert!(trouble.is_empty(), "{} of {} examples:\n{}", trouble.len(), examples.len(), trouble.join("\n"));
}

#[test]
fn every_fault_has_one_example_and_few_cannot_be_shown() {
    let examples = collatio::examples();
    let codes: Vec<&str> = examples.iter().map(|example| example.code).collect();
    let faults: Vec<&str> = collatio::faults().iter().map(|fault| fault.code).collect();
    assert_eq!(codes, faults);
    let unshown: Vec<&str> = examples.iter().filter(|one| one.forms.is_err()).map(|one| one.code).collect();
    let too_large = ["beyond-host", "days-thinned", "many-days", "too-large"];
    let no_words = ["accident", "not-content", "not-utf-8", "private-use", "symbolic-link"];
    let mut expected = [&too_large[..], &no_words[..]].concat();
    expected.sort_unstable();
    assert_eq!(unshown, expected);
}
