//! The faults of themes: templates and message files.

use crate::text::{Fault, Level};

/// A template that cannot be read or printed.
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

/// A message file that is not well formed.
pub static MESSAGE_FAULT: Fault = Fault {
    code: "message-fault",
    level: Level::Error,
    summary: "a message file is not well formed, or a message lacks an argument",
    explanation:
        "\
Message files (`messages/<language>.ftl`) are written in Fluent: `key = words`, with `{ $name }` where an argument goes.
A message that spans several lines is indented. An entry that cannot be read is left out, and so its words are missing.",
};

/// A message that a template asks for and no file has.
pub static MESSAGE_MISSING: Fault = Fault {
    code: "message-missing",
    level: Level::Error,
    summary: "a message that a page needs is in no message file",
    explanation: "\
Every word of the interface comes from `messages/<language>.ftl`, where a message that the site's language lacks is taken
from English. A template, a state or a kind that asks for an unknown message would print its key to readers.

Add the message to the file of the language, or correct the key.",
};
