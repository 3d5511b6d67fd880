//! Tokens: what stands in a form where its author has not written anything yet. They are no examples, because an example
//! that looks like data is published as data.

use std::ops::Range;

use super::diagnostic::{Fault, Level};

/// With these letters each token begins; what is asked for follows.
pub const TOKEN: &str = "FILL IN:";

/// A token that was not replaced.
pub static UNFILLED: Fault = Fault {
    code: "unfilled",
    level: Level::Error,
    summary: "a part of a form is not filled in",
    explanation: "Forms of `collatio new` and `collatio init` hold tokens where only their author knows what to write: \
`name = \"FILL IN: its usual name\"`. They are no examples, so that nothing invented is ever published. Write what is asked \
for in place of the whole token. Where a field is not needed, delete its line; where an entry is not ready, put a `#` before \
each of its lines.",
};

/// The token that asks for `what`.
pub fn token(what: &str) -> String {
    format!("{TOKEN} {what}")
}

/// Whether a value is a token.
pub fn is_token(value: &str) -> bool {
    value.trim_start().starts_with(TOKEN)
}

/// Where tokens stand in `text`, each to the end of its line.
pub fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(TOKEN)?;
        let line = text[start..].lines().next().unwrap_or_default().trim_end();
        from = start + line.len().max(TOKEN.len());
        Some(start..start + line.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_goes_to_the_end_of_its_line() {
        let text = "слово FILL IN: the name  \nword\nFILL IN: more";
        let found: Vec<&str> = tokens(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["FILL IN: the name", "FILL IN: more"]);
        assert!(is_token(&token("x")) && !is_token("fill in: x") && !is_token("to fill in"));
    }
}
