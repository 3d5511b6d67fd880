//! A file of `src` has at most 900 lines and a function 80, or says in its head why it is longer: in a line that begins
//! with `Long because`, of the file's own documentation or of the comment above the function.

use super::source::{Function, Source};

const LINES_OF_A_FILE: usize = 900;
const LINES_OF_A_FUNCTION: usize = 80;
const REASON: &str = "Long because ";

/// What of a file is too long, without a reason, and by how much.
pub fn too_long(source: &Source) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = source.text.lines().collect();
    let head = lines.iter().take_while(|line| line.starts_with("//!"));
    if lines.len() > LINES_OF_A_FILE && !gives_a_reason(head) {
        found.push((source.path.clone(), format!("has {} lines", lines.len())));
    }
    for Function { name, lines: (first, last) } in &source.functions {
        let above = lines[..first - 1].iter().rev().take_while(|line| is_of_the_head(line));
        let length = last + 1 - first;
        if length > LINES_OF_A_FUNCTION && !gives_a_reason(above) {
            found.push((format!("{} fn {name}", source.path), format!("has {length} lines")));
        }
    }
    found
}

fn is_of_the_head(line: &str) -> bool {
    ["//", "#["].iter().any(|mark| line.trim_start().starts_with(mark))
}

fn gives_a_reason<'l>(mut lines: impl Iterator<Item = &'l &'l str>) -> bool {
    let words = |line: &'l str| line.trim_start().trim_start_matches(['/', '!']).trim_start();
    lines.any(|line| words(line).strip_prefix(REASON).is_some_and(|reason| reason.len() > 10))
}
