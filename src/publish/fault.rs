//! The faults of themes, of the sizes of copies, and of sites too large for their host.

use std::collections::BTreeSet;

use crate::text::{Diagnostic, Diagnostics, Fault, Level, Span};

/// A template that cannot be parsed or rendered.
pub static TEMPLATE_FAULT: Fault = Fault {
    code: "template-fault",
    level: Level::Error,
    summary: "a template cannot be read, or asks for something that is not there",
    explanation: "\
Templates are written in Tera. A template that is not well formed, that names an unknown filter, function, component or
template, or that prints a field which the page does not have, stops the build.

The fields of each kind of page are described in `docs/reference/views.md`. An own template may build on the one that it replaces:
`{% extends \"default/base.html\" %}`.",
};

/// A link of a site's own template that the policy of links cannot see.
pub static PLAIN_LINK: Fault = Fault {
    code: "plain-link",
    level: Level::Warning,
    summary: "a template writes a link to a page without the filter `href`",
    explanation: "\
A copy of a part of the site (`collatio package --only country=…`) takes the pages that are needed, and prints a link to a
page that it does not have as plain words. It knows only the links that go through the filters `link` and `href`:

```html
<a class=\"more\" href=\"{{ law.href }}\">…</a>      <!-- leads nowhere in such a copy -->
<a class=\"more\"{{ law.href | href }}>…</a>          <!-- is left out there -->
```

An address that the template puts together goes through them too: `<a{{ (page.root ~ \"index.html\") | href }}>`. Links to
other sites need none of this. `docs/theme.md` says more (*Links*).",
};

/// A message file with a syntax error, or a message that cannot be formatted.
pub static MESSAGE_FAULT: Fault = Fault {
    code: "message-fault",
    level: Level::Error,
    summary: "a message file is not well formed, or a message lacks an argument",
    explanation:
        "\
Message files (`messages/<language>.ftl`) are written in Fluent: `key = words`, with `{ $name }` where an argument goes.
A message that spans several lines is indented. An entry that cannot be read is left out, and so its words are missing.",
};

/// A message that a template uses but no file has.
pub static MESSAGE_MISSING: Fault = Fault {
    code: "message-missing",
    level: Level::Error,
    summary: "a message that a page needs is in no message file",
    explanation: "\
Every word of the interface comes from `messages/<language>.ftl`, where a message that the site's language lacks is taken
from English. A template, a state or a kind that asks for an unknown message would print its key to readers.

Add the message to the file of the language, or correct the key.",
};

/// A language of the site for which the theme has no messages.
pub static INTERFACE_LANGUAGE: Fault = Fault {
    code: "interface-language",
    level: Level::Warning,
    summary: "the theme has no words in a language of the site",
    explanation: "\
The words of the interface come from `messages/<language>.ftl` of the theme. Without such a file its words are English on
pages that say they are in another language: readers meet two languages, and programs that read aloud pronounce one as the
other.

Write `themes/<theme>/messages/<language>.ftl`; the built-in `en.ftl` is what to translate, and what is not in the file yet
stays English.",
};

/// A part of the offline copy that exceeds a limit of the configuration.
pub static OVER_BUDGET: Fault = Fault {
    code: "over-budget",
    level: Level::Warning,
    summary: "the offline copy, or a part of it, weighs more than `[budget]` allows",
    explanation: "\
`collatio package` weighs what it packs against the limits in the table `[budget]` of `collatio.toml`: the whole ZIP, the
files of one kind together, and single pages. It is a warning; with `--deny warnings` nothing is written.

The report that `collatio package` prints says what weighs how much. Fewer days (`[days]`), smaller pictures, or a part
of the site (`--only country=…`) make a copy lighter. A page that must be heavy has a limit of its own:

```toml
[budget]
package = \"20 MB\"
page = \"60 KB\"

[[budget.kinds]]
kind = \"matrix\"
page = \"400 KB\"
```",
};

/// A limit for a kind of page that does not exist.
pub static UNKNOWN_PAGE_KIND: Fault = Fault {
    code: "unknown-page-kind",
    level: Level::Warning,
    summary: "`[[budget.kinds]]` names a kind of page that does not exist",
    explanation: "\
A kind of page is called as its template: `country`, `matrix`, `provision` … A limit for a kind that no template prints
would never be passed.",
};

/// A site that fits its host only because fewer days were published.
pub static DAYS_THINNED: Fault = Fault {
    code: "days-thinned",
    level: Level::Warning,
    summary: "the site would be larger than its host takes, and has year ends in the place of all days of change",
    explanation: "\
Before a site is written its pages are counted, and some of each kind are weighed. The common hosts of static sites take 1 GB;
`[host]` in `collatio.toml` names what yours takes:

```toml
[host]
size = \"5 GB\"
files = 20000
```

A site that would be larger because each day has pages of its own on which something changes, is published with the ends of
years and the latest changes instead, as if `[days]` said `year-ends`; the days of each country are all on its history.
`collatio serve` and `--as-of` still show each day.",
};

/// A site that does not fit its host, even with fewer days.
pub static BEYOND_HOST: Fault = Fault {
    code: "beyond-host",
    level: Level::Error,
    summary: "the site would be larger than its host takes",
    explanation: "\
Before a site is written its pages are counted, and some of each kind are weighed. A host refuses what is too large, and often
only when everything has been uploaded; the common hosts of static sites take 1 GB.

The message says which pages weigh most. Fewer days (`[days]`), fewer pairs of countries (`[[groups]]`) and fewer languages
make a site smaller. If your host takes more, say so:

```toml
[host]
size = \"5 GB\"
```",
};

/// Collects faults of templates without duplicates: a fault in a shared template occurs on every page, in every
/// language.
#[derive(Default)]
pub struct Faults {
    seen: BTreeSet<(Span, String)>,
    pub list: Diagnostics,
}

impl Faults {
    /// Adds the diagnostics that are not yet in the collection.
    pub fn add(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in found {
            if self.seen.insert((diagnostic.span, diagnostic.message.clone())) {
                self.list.push(diagnostic);
            }
        }
    }
}
