//! The quick exit that a site offers its readers: that it leads away even without a network, and that some page has it.

use crate::law::Corpus;
use crate::text::{Diagnostics, Fault, Level};

/// A quick exit whose address is on another host, so that it fails without a network.
pub static EXIT_ONLINE: Fault = Fault {
    code: "exit-online",
    level: Level::Warning,
    summary: "the way out leads to another host",
    explanation: "`target` in `[safety]` is where *Leave this page* leads. In the offline copy, and on a bad line, an \
                  address on another host gives an error of the browser that names the address, and until then the page \
                  stays in sight. The empty page that the site brings along is there at once.\n\n\
                  Leave `target` out.",
};

/// A quick exit that is configured for no page.
pub static EXIT_NOWHERE: Fault = Fault {
    code: "exit-nowhere",
    level: Level::Warning,
    summary: "a way out is configured, and no page has it",
    explanation: "`[safety]` in `collatio.toml` names neither `parts` of the site nor `sections` of the codebook, so that \
                  no page has the button *Leave this page*.",
};

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let safety = &corpus.settings.safety;
    if let Some(target) = &safety.target {
        let message = format!("without a network `{}` does not open", target.value);
        let help = "leave out `target`: the site has an empty page of its own";
        found.push(EXIT_ONLINE.at(target.span, message).help(help));
    }
    if let Some(at) = safety.at.filter(|_| safety.parts.is_empty() && safety.sections.is_empty()) {
        let help = "name the parts that need it: parts = [\"topics\"]";
        found.push(EXIT_NOWHERE.at(at, "no page has the way out").help(help));
    }
}
