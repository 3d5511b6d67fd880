//! Web addresses in running text: readers cannot follow them.

use std::ops::Range;

use super::address::is_web_address;
use super::construct::Refusal;
use super::{Fault, Level};

/// A web address in running text.
pub static BARE_ADDRESS: Fault = Fault {
    code: "bare-address",
    level: Level::Warning,
    summary: "a web address stands in running text and is no link",
    explanation: "As in CommonMark an address alone is words: readers cannot follow it, and nothing looks whether it can be followed. `<https://un.org>` is \
a link that shows its address, `[the report](https://un.org)` one on words. An address that is meant as words stands between backticks.",
};

/// The web addresses that stand in the running text `range` without the brackets of a link.
pub(super) fn bare(text: &str, range: Range<usize>) -> Vec<Refusal> {
    let piece = &text[range.clone()];
    let mut out: Vec<Refusal> = Vec::new();
    for (at, start) in ["https://", "http://", "www."].iter().flat_map(|start| piece.match_indices(start)) {
        let is_within = out.iter().any(|told| told.range.contains(&(range.start + at)));
        // The end of a link that is refused already, or would be.
        let is_target = ["](", "] (", "]:", "]: "].iter().any(|mark| text[..range.start + at].ends_with(mark));
        if piece[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '<' | '@' | '-'))
            || is_within
            || is_target
        {
            continue;
        }
        let ends = |c: char| c.is_whitespace() || "<>[]|”“»\"".contains(c);
        // What looks like emphasis parts the running text, and not the address.
        let whole = &text[range.start + at..];
        let mut whole = &whole[..whole.find(ends).unwrap_or(whole.len())];
        loop {
            let shorter = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
            let is_open = shorter.matches(')').count() > shorter.matches('(').count();
            let shorter = shorter.strip_suffix(')').filter(|_| is_open).unwrap_or(shorter);
            if shorter.len() == whole.len() {
                break;
            }
            whole = shorter;
        }
        let address = if start == "www." { format!("https://{whole}") } else { whole.to_owned() };
        let has_host = whole.len() > start.len() && whole[start.len()..].contains('.');
        if has_host && is_web_address(&address) {
            let range = range.start + at..range.start + at + whole.len();
            let message = format!("the address `{whole}` is no link");
            out.push(Refusal {
                fault: &BARE_ADDRESS,
                range,
                message,
                help: format!("write `<{address}>`, or `[words]({address})`"),
            });
        }
    }
    out
}
