//! Counts the turns of a site's own templates, so that loops that print nothing have an end, too.
//!
//! Tera cannot be interrupted. So a call is inserted into each loop, each component and behind each inclusion of a
//! template that is the site's own; it prints nothing and fails when a page has taken too many turns. The built-in
//! templates have no such call: they repeat only what there is.

use std::cell::Cell;

use tera::{Error, Kwargs, State, Tera, TeraResult};

use super::tag::{inner, statements};

/// The most turns of a page. The largest known pages write two million pieces, several in each turn.
const MOST_TURNS: u64 = 5_000_000;

/// The name of the inserted function.
const NAME: &str = "one_more_turn";

/// How the message begins that the function fails with.
const TOO_MANY: &str = "a page of this template has no end: it takes more than";

thread_local! {
    /// The turns of the page that this thread prints.
    static TURNS: Cell<u64> = const { Cell::new(0) };
}

/// Starts to count anew.
pub(super) fn begin() {
    TURNS.set(0);
}

/// Registers the function that counts.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(NAME, |_: Kwargs, _: &State| -> TeraResult<&'static str> {
        TURNS.set(TURNS.get() + 1);
        match TURNS.get() > MOST_TURNS {
            true => Err(Error::message(format!("{TOO_MANY} {} million turns", MOST_TURNS / 1_000_000))),
            false => Ok(""),
        }
    });
}

/// Whether a message of Tera is that of the function.
pub(super) fn is_of_too_many(message: &str) -> bool {
    message.starts_with(TOO_MANY)
}

/// The places of a template at which a call is inserted, and the call.
pub(super) fn calls(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for tag in statements(text) {
        let inner = inner(text, &tag);
        let name = inner.trim_start_matches(['-']).trim_start();
        let name = name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        if ["for", "component", "include"].contains(&name) {
            // White space that the tag trims behind itself must still be trimmed.
            let trims = if inner.ends_with('-') { "-" } else { "" };
            out.push((tag.end, format!("{{{{ {NAME}() {trims}}}}}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> String {
        let mut out = text.to_owned();
        for (at, call) in calls(text).into_iter().rev() {
            out.insert_str(at, &call.replace(NAME, "n"));
        }
        out
    }

    #[test]
    fn loops_components_and_inclusions_are_counted() {
        assert_eq!(counted("{% for a in b %}x{% endfor %}"), "{% for a in b %}{{ n() }}x{% endfor %}");
        assert_eq!(counted("{%- for a in b -%} x{% endfor %}"), "{%- for a in b -%}{{ n() -}} x{% endfor %}");
        assert_eq!(counted("{% include \"%}\" %}я"), "{% include \"%}\" %}{{ n() }}я");
        assert_eq!(counted("{% component a(n) %}{{ \"}}\" }}"), "{% component a(n) %}{{ n() }}{{ \"}}\" }}");
    }

    #[test]
    fn what_is_no_tag_stays() {
        for text in [
            "{# {% for a in b %} #}{ % }",
            "{% raw %}{% for a in b %}{% endraw %}",
            "{%- raw -%} {% for a in b %} {%- endraw -%}",
            "{{ \"{% for a in b %}\" }}",
            "{% if format %}{% set for_all = 1 %}{% endif %}{% endfor %}",
            "{% for a in \"",
            "{% for",
            "{",
            "{%%}",
            "{% raw %}",
        ] {
            assert_eq!(counted(text), text);
        }
    }
}
