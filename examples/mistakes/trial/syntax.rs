//! Slips of TOML: marks that are missing, stray or others.

use super::desk::{Edit, Line, Make};

const GROUP: &str = "TOML";

fn content(path: &str) -> bool {
    path.starts_with("content/") && !path.starts_with("content/modules")
}

/// A field of one text that is long enough to break.
fn text<'d>(line: &Line<'d>) -> Option<(&'d str, &'d str)> {
    line.words().filter(|(_, text)| text.contains(' ') && !text.contains('\\'))
}

/// A field of a list of texts on one line.
fn list<'d>(line: &Line<'d>) -> Option<(&'d str, &'d str)> {
    line.field().filter(|(_, value)| value.starts_with("[\"") && value.ends_with(']') && value.contains("\", \""))
}

fn header(line: &Line<'_>) -> bool {
    line.in_fields && line.text.starts_with("[[") && !line.text.contains('.')
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "closing quotation mark forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = \"{text}")).help(["write `\"` behind"]))
        })
    }),
    (GROUP, "opening quotation mark forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = {text}\"")).help([
                "write `\"` before",
                "quotation marks: \"",
                "in quotation marks",
            ]))
        })
    }),
    (GROUP, "no quotation marks", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(_, text)| !text.starts_with(|c: char| c.is_ascii_digit()))?;
            Some(Edit::line(line, format!("{name} = {text}")).help(["in quotation marks"]))
        })
    }),
    (GROUP, "quotation marks of a word processor", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(
                Edit::line(line, format!("{name} = “{text}”"))
                    .help(["type a straight one", "with straight quotation marks"]),
            )
        })
    }),
    (GROUP, "a quotation mark too many", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = \"{text}\"\"")).help([
                "delete the second `\"`",
                "delete the `\"`",
                "delete one",
            ]))
        })
    }),
    (GROUP, "a quotation mark within the words", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            let (first, rest) = text.split_once(' ')?;
            Some(Edit::line(line, format!("{name} = \"{first} \"{rest}\"")).help(["backslash before a quotation mark"]))
        })
    }),
    (GROUP, "single quotation mark closes a double one", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = \"{text}'")).help(["write `\"` behind"]))
        })
    }),
    (GROUP, "colon for the equals sign", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name}: \"{text}\"")).help([format!("write `{name} = ")]))
        })
    }),
    (GROUP, "colon, and no quotation marks (YAML)", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name}: {text}")).help([format!("write `{name} = \"")]))
        })
    }),
    (GROUP, "equals sign forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name} \"{text}\"")).help([format!("write `{name} = ")]))
        })
    }),
    (GROUP, "two equals signs", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(
                Edit::line(line, format!("{name} == \"{text}\""))
                    .help(["one `=`", format!("write `{name} = ").as_str()]),
            )
        })
    }),
    (GROUP, "nothing behind the equals sign", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, _) = line.words()?;
            Some(Edit::line(line, format!("{name} =")).help(["fill it in", "delete the line"]))
        })
    }),
    (GROUP, "comma at the end of the line", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name} = \"{text}\",")).help([
                "delete the comma",
                "delete the `,`",
                "delete `,`",
            ]))
        })
    }),
    (GROUP, "semicolon at the end of the line", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name} = \"{text}\";")).help(["delete `;`", "delete the `;`"]))
        })
    }),
    (GROUP, "comma between items forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = list(line)?;
            Some(
                Edit::line(line, format!("{name} = {}", value.replacen("\", \"", "\" \"", 1)))
                    .help(["comma between", "write a comma"]),
            )
        })
    }),
    (GROUP, "bracket behind a list forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = list(line)?;
            Some(Edit::line(line, format!("{name} = {}", value.trim_end_matches(']'))).help(["write `]`"]))
        })
    }),
    (GROUP, "bracket before a list forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = list(line)?;
            Some(
                Edit::line(line, format!("{name} = {}", value.trim_start_matches('[')))
                    .help(["write `[`", "square brackets"]),
            )
        })
    }),
    (GROUP, "round brackets around a list", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = list(line)?;
            let inner = value.trim_matches(['[', ']']);
            Some(Edit::line(line, format!("{name} = ({inner})")).help(["square brackets"]))
        })
    }),
    (GROUP, "no quotation marks within a list", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = list(line)?;
            Some(Edit::line(line, format!("{name} = {}", value.replace('"', ""))).help(["in quotation marks"]))
        })
    }),
    (GROUP, "one bracket behind the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            header(line).then(|| {
                Edit::line(line, line.text.trim_end_matches(']').to_owned() + "]")
                    .help([format!("write `{}`", line.text)])
            })
        })
    }),
    (GROUP, "one bracket before the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            header(line).then(|| {
                Edit::line(line, format!("[{}", line.text.trim_start_matches('[')))
                    .help([format!("write `{}`", line.text)])
            })
        })
    }),
    (GROUP, "single brackets around the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let single = line.text.replace("[[", "[").replace("]]", "]");
            header(line).then(|| {
                Edit::line(line, single)
                    .help([format!("[{}]", line.text.trim_matches(['[', ']'])), line.text.to_owned()])
            })
        })
    }),
    (GROUP, "no brackets behind the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            header(line)
                .then(|| Edit::line(line, line.text.trim_end_matches(']')).help([format!("write `{}`", line.text)]))
        })
    }),
    (GROUP, "a colon behind the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            header(line).then(|| {
                Edit::line(line, format!("{}:", line.text))
                    .help([format!("write `{}`", line.text), "delete".to_owned()])
            })
        })
    }),
    (GROUP, "a dash before a field (YAML)", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("- {name} = \"{text}\"")).help([
                "delete the `-`",
                "delete `-`",
                format!("write `{name} = ").as_str(),
            ]))
        })
    }),
    (GROUP, "a remark behind //", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            Some(Edit::line(line, format!("{name} = \"{text}\" // see the letter")).help(["`#`"]))
        })
    }),
    (GROUP, "a line of words among the fields", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            line.words()?;
            let text = format!("{}\nsee the letter of the ministry", line.text);
            let at = line.number + 1;
            Some(Edit::line(line, text).right(at..=at).help(["begins with `#`", "begin it with `#`", "`#` before"]))
        })
    }),
    (GROUP, "a space within the name of a field", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, _)| name.contains('_'))?;
            Some(Edit::line(line, format!("{} = \"{text}\"", name.replace('_', " "))).help([name]))
        })
    }),
    (GROUP, "a backslash within the words", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = \"{}\"", text.replacen(' ', "\\ ", 1))).help(["`\\\\`"]))
        })
    }),
    (GROUP, "words broken over two lines", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line).filter(|(_, text)| text.len() > 50)?;
            Some(Edit::line(line, format!("{name} = \"{}\"", text.replacen(' ', "\n", 1))).help(["\"\"\""]))
        })
    }),
    (GROUP, "three quotation marks that nothing closes", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = text(line)?;
            Some(Edit::line(line, format!("{name} = \"\"\"{text}")).help(["write `\"\"\"` behind"]))
        })
    }),
    (GROUP, "brace behind a table forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = line.field().filter(|(_, value)| value.starts_with('{') && value.ends_with('}'))?;
            Some(Edit::line(line, format!("{name} = {}", value.trim_end_matches([' ', '}']))).help(["write `}`"]))
        })
    }),
    (GROUP, "true with a capital, or yes", |desk, numbers| {
        let capital = numbers.below(2) == 0;
        desk.at_line(numbers, content, |line| {
            let (name, _) = line.field().filter(|(_, value)| *value == "true")?;
            Some(
                Edit::line(line, format!("{name} = {}", if capital { "True" } else { "yes" }))
                    .help(["`true`", "= true`"]),
            )
        })
    }),
    (GROUP, "a month without quotation marks", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, text)| {
                matches!(*name, "observed" | "accessed" | "reached" | "adopted" | "deposited" | "signed")
                    && text.starts_with('2')
            })?;
            Some(Edit::line(line, format!("{name} = {text}")).help([format!("\"{text}\"")]))
        })
    }),
    (GROUP, "the second fence forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            (line.text == "+++" && line.number > 2 && line.lines.len() > line.number + 2)
                .then(|| Edit::lines(line, line.number, 1, "").right(0..=line.number + 1).help(["write `+++`"]))
        })
    }),
    (GROUP, "the first fence forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            (line.text == "+++" && line.number == 0)
                .then(|| Edit::lines(line, 0, 1, "").right(0..=0).help(["two lines of `+++`"]))
        })
    }),
    (GROUP, "a fence of dashes, or of two or four plus signs", |desk, numbers| {
        let fence = ["---", "++", "++++"][numbers.below(3)];
        desk.at_line(numbers, content, |line| {
            (line.text == "+++" && line.number > 2)
                .then(|| Edit::line(line, fence).right(0..=line.number + 1).help(["`+++`"]))
        })
    }),
];
