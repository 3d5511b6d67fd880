//! Faults that several files of this room report.

use crate::text::{BadTag, Diagnostic, Fault, Level, Span, check_language};

pub static FOREIGN_LETTER: Fault = Fault {
    code: "foreign-letter",
    level: Level::Error,
    summary: "a name has a letter that is not ASCII",
    explanation: "Ids, fields and keywords are written in ASCII letters. Letters of other alphabets can look the \
same (Cyrillic `а`, `е`, `о`, `с`) and are not: the name would never be found. Retype it with a Latin keyboard.",
};

pub static UNKNOWN_WORD: Fault = Fault {
    code: "unknown-word",
    level: Level::Error,
    summary: "a field has a value that is not among those allowed",
    explanation: "Some fields take one of a few words, in lower case and as the form lists them, so that records can be \
counted and compared.",
};

pub static BAD_IDENTITY: Fault = Fault {
    code: "bad-id",
    level: Level::Error,
    summary: "an id has characters that it cannot have",
    explanation: "An id consists of lower-case ASCII letters, digits and single `-`; its parts are joined by `/` \
and an anchor by `#`: `xr/penal-code/12`, `my-treaty#3-a`. Ids become addresses, and these must work everywhere.",
};

pub static BAD_FILE_NAME: Fault = Fault {
    code: "bad-file-name",
    level: Level::Error,
    summary: "the name of a file or folder cannot be an id",
    explanation: "Names of files and folders are ids and become addresses: lower-case ASCII letters, digits and \
single `-`, on every system. `128¹` is written `128-sup1`. Letters of other alphabets that look the same are refused.",
};

pub static BAD_DATE: Fault = Fault {
    code: "bad-date",
    level: Level::Error,
    summary: "a date cannot be read",
    explanation: "A date is `\"2004\"`, `\"2004-10\"`, `\"2004-10-05\"`, `\"early-2005\"`, `\"mid-2005\"`, `\"late-2005\"`, \
`\"between 2008-02-21 and 2010\"`, `\"after 2017\"`, `\"before 2003\"`, `\"by 2005\"` or `\"undated\"`. The first date of \
`between` does not lie after the second, and the calendar has the day.",
};

pub static STRAY_FIELD: Fault = Fault {
    code: "stray-field",
    level: Level::Error,
    summary: "a field describes something that the record does not have",
    explanation: "A language or a standing of a translation belongs to a quotation, a limit to the answer `partial`, a \
stage to `pending`. Standing alone they would be lost: write what they speak of, or delete them.",
};

pub static BAD_LANGUAGE: Fault = Fault {
    code: "bad-language",
    level: Level::Error,
    summary: "the tag of a language is not one",
    explanation: "Languages are named by their BCP 47 tags: `en`, `ru`, `ja`, `sr-Latn`, `uz-Cyrl`. A tag begins with the \
code of a language, the one of two letters where there is one, not with that of a country: Japanese is `ja`, Japan `JP`. \
Browsers choose voices, hyphens and letters by it, and readers of the data count by it.\n\nIn the configuration, `languages` \
lists each once. The first is the language of the site itself; the pages in each further one lie in a folder of that name.",
};

/// The diagnostic for a malformed or unknown language tag; `None` for a good one.
pub(super) fn bad_language(tag: &str, at: Span) -> Option<Diagnostic> {
    let BadTag { message, meant } = check_language(tag).err()?;
    let fault = BAD_LANGUAGE.at(at, message);
    Some(match meant {
        Some(meant) => fault.suggest(Some(meant)),
        None => fault.help("write its BCP 47 tag: \"ru\", \"kk\", \"sr-Latn\""),
    })
}
