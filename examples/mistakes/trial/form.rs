//! Mistakes of those who come from other formats, other calendars and other programs: they were invented after the other
//! groups, to see whether these had been learnt by heart.

use super::desk::{Desk, Edit, Line, Make, Mistake, Numbers};

const GROUP: &str = "other forms";

fn content(path: &str) -> bool {
    path.starts_with("content/") && !path.starts_with("content/modules")
}

fn countries(path: &str) -> bool {
    path.starts_with("content/countries/")
}

/// Another text in place of a line of fields that holds words.
fn words(
    desk: &Desk,
    numbers: &mut Numbers,
    make: impl Fn(&str, &str) -> String,
    help: &'static [&'static str],
) -> Option<Mistake> {
    desk.at_line(numbers, content, |line| {
        let (name, text) = line.words().filter(|(_, text)| !text.contains(['\\', '\'', '[']))?;
        Some(Edit::line(line, make(name, text)).help(help.iter().map(|help| help.replace("{}", name))))
    })
}

/// Another value of a field `name` of which the old one passes `of`.
fn value(
    desk: &Desk,
    numbers: &mut Numbers,
    names: &'static [&'static str],
    make: impl Fn(&str) -> Option<String>,
    help: &'static [&'static str],
) -> Option<Mistake> {
    desk.at_line(numbers, content, |line| {
        let (name, text) = line.words().filter(|(name, _)| names.contains(name))?;
        let new = make(text)?;
        Some(Edit::line(line, format!("{name} = \"{new}\"")).help(help.iter().map(|help| help.replace("{}", text))))
    })
}

const DATES: &[&str] = &["adopted", "deposited", "signed", "accessed", "observed", "reached"];

/// A day in full: year, month and day.
fn day(text: &str) -> Option<(&str, &str, &str)> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    (text.len() == 10 && year.len() == 4).then_some((year, month, day))
}

fn items(line: &Line<'_>) -> Option<(String, Vec<String>)> {
    let (name, value) = line.field()?;
    let inner = value.strip_prefix("[\"")?.strip_suffix("\"]")?;
    let list: Vec<String> = inner.split("\", \"").map(str::to_owned).collect();
    (list.len() > 1 && name != "trace" && !inner.contains('{')).then(|| (name.to_owned(), list))
}

fn prose(
    desk: &Desk,
    numbers: &mut Numbers,
    make: impl Fn(&str) -> Option<String>,
    help: &'static [&'static str],
) -> Option<Mistake> {
    desk.at_line(numbers, countries, |line| {
        let is_whole = line.is_prose() && line.before().is_empty() && !line.text.starts_with(['-', '*', '1']);
        let new = make(line.text).filter(|_| is_whole)?;
        let lines = new.matches('\n').count();
        Some(Edit::line(line, new).right(line.number..=line.number + lines).help(help.iter().copied()))
    })
}

/// Another id in the first link of a paragraph; the help has to name the id that stood there.
fn of_link(desk: &Desk, numbers: &mut Numbers, make: impl Fn(&str) -> Option<String>) -> Option<Mistake> {
    desk.at_line(numbers, countries, |line| {
        let is_whole = line.is_prose() && line.before().is_empty() && !line.text.starts_with(['-', '*', '1']);
        let at = line.text.find("[[").filter(|_| is_whole)? + 2;
        let id = &line.text[at..at + line.text[at..].find(['|', ']'])?];
        let new = make(id).filter(|_| !id.contains([':', '#']))?;
        Some(Edit::line(line, line.text.replacen(id, &new, 1)).help([format!("did you mean `{id}`")]))
    })
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "a list of dashes (YAML)", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, list) = items(line)?;
            Some(
                Edit::line(line, format!("{name}:\n  - {}", list.join("\n  - ")))
                    .help([format!("`{name} = [\"{}\"", list[0])]),
            )
        })
    }),
    (GROUP, "words behind | (YAML)", |desk, numbers| {
        words(desk, numbers, |name, text| format!("{name}: |\n  {text}"), &["stand between `\"\"\"`"])
    }),
    (GROUP, ":= or => for =", |desk, numbers| {
        let sign = [":=", "=>"][numbers.below(2)];
        words(desk, numbers, |name, text| format!("{name} {sign} \"{text}\""), &["write `{} = \""])
    }),
    (GROUP, "a field of JSON", |desk, numbers| {
        words(desk, numbers, |name, text| format!("\"{name}\": \"{text}\","), &["write `{} = \""])
    }),
    (GROUP, "a wide sign for =", |desk, numbers| {
        words(desk, numbers, |name, text| format!("{name} ＝ \"{text}\""), &["write `{} = \""])
    }),
    (GROUP, "two fields on a line", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(_, text)| !text.contains('\\'))?;
            let next = line.after().split_once(" = \"").filter(|_| line.after().ends_with('"'))?.0;
            let whole = format!("{name} = \"{text}\", {}", line.after());
            Some(Edit::lines(line, line.number, 2, whole).help([format!("write `{next} = ")]))
        })
    }),
    (GROUP, "single quotation marks around an apostrophe", |desk, numbers| {
        words(desk, numbers, |name, text| format!("{name} = 'the state's {text}'"), &["double quotation marks"])
    }),
    (GROUP, "a figure with its unit, without quotation marks", |desk, numbers| {
        words(desk, numbers, |name, _| format!("{name} = 12 persons"), &["`{} = \"12 persons\"`", "\"12 persons\""])
    }),
    (GROUP, "braces around the name of an entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let name = line.text.strip_prefix("[[")?.strip_suffix("]]").filter(|_| line.in_fields && !line.in_words)?;
            Some(Edit::line(line, format!("{{{{{name}}}}}")).help([format!("write `[[{name}]]`")]))
        })
    }),
    (GROUP, "a field behind the name of its entry", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let is_header =
                line.text.starts_with("[[") && line.text.ends_with("]]") && line.in_fields && !line.in_words;
            let whole = format!("{} {}", line.text, line.after());
            (is_header && line.after().contains(" = \""))
                .then(|| Edit::lines(line, line.number, 2, whole).help(["on a line of its own"]))
        })
    }),
    (GROUP, "the quotation mark behind an item forgotten", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, list) = items(line)?;
            let whole = format!("{name} = [\"{}, \"{}\"]", list[0], list[1..].join("\", \""));
            Some(Edit::line(line, whole).help([format!("`\"{}\"`", list[0])]))
        })
    }),
    (GROUP, "items on lines without commas", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, list) = items(line)?;
            Some(Edit::line(line, format!("{name} = [\n  \"{}\"\n]", list.join("\"\n  \""))).help(["a comma between"]))
        })
    }),
    (GROUP, "words for a list", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, list) = items(line)?;
            let quoted = format!("[\"{}\"]", list.join("\", \""));
            Some(Edit::line(line, format!("{name} = \"{}\"", list.join(", "))).help([quoted]))
        })
    }),
    (GROUP, "the second fence with spaces", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            (line.text == "+++" && line.number > 2).then(|| Edit::line(line, "+ + +").help(["write `+++`"]))
        })
    }),
    (GROUP, "fields a second time below the fields", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/sources/"),
            |line| {
                (line.text == "+++" && line.number > 2).then(|| {
                    Edit::line(line, "+++\n\n+++\nkind = \"book\"\n+++")
                        .right(line.number..=line.number + 4)
                        .help(["at the top of the file alone"])
                })
            },
        )
    }),
    (GROUP, "a day with long dashes", |desk, numbers| {
        value(desk, numbers, DATES, |text| day(text).map(|_| text.replace('-', "–")), &["`{}`"])
    }),
    (GROUP, "month and day exchanged", |desk, numbers| {
        let make = |text: &str| day(text).filter(|(_, _, day)| *day > "12").map(|(y, m, d)| format!("{y}-{d}-{m}"));
        value(desk, numbers, DATES, make, &["`{}`"])
    }),
    (GROUP, "letters for figures in a day", |desk, numbers| {
        let make = |text: &str| day(text).filter(|_| text.contains("-0")).map(|_| text.replacen("-0", "-O", 1));
        value(desk, numbers, DATES, make, &["`{}`"])
    }),
    (GROUP, "a month in Roman figures", |desk, numbers| {
        let make = |text: &str| {
            const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
            let (year, month, day) = day(text)?;
            Some(format!("{day}.{}.{year}", ROMAN[month.parse::<usize>().ok()? - 1]))
        };
        value(desk, numbers, DATES, make, &["`{}`"])
    }),
    (GROUP, "a quarter of a year", |desk, numbers| {
        let make = |text: &str| (text.len() == 4).then(|| format!("Q3 {text}"));
        value(desk, numbers, DATES, make, &["between {}-07 and {}-09"])
    }),
    (GROUP, "a day without quotation marks, the year last", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, _)| DATES.contains(name))?;
            let (year, month, day) = day(text).filter(|(_, _, day)| *day > "12")?;
            Some(Edit::line(line, format!("{name} = {day}/{month}/{year}")).help([format!("\"{text}\"")]))
        })
    }),
    (GROUP, "the marks of a citation around an id", |desk, numbers| {
        let marks = [("@", ""), ("[@", "]"), ("[[", "]]")][numbers.below(3)];
        value(desk, numbers, &["source"], |id| Some(format!("{}{id}{}", marks.0, marks.1)), &["write `{}`"])
    }),
    (GROUP, "a long dash in an id", |desk, numbers| {
        value(desk, numbers, &["source"], |id| id.contains('-').then(|| id.replacen('-', "–", 1)), &["write `{}`"])
    }),
    (GROUP, "a paragraph behind the id of an article", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let (name, text) = line.field()?;
            let id = text.strip_prefix("[\"")?.strip_suffix("\"]").filter(|id| id.matches('/').count() == 2)?;
            let is_one = name == "rests_on" && !id.contains('"');
            is_one.then(|| Edit::line(line, format!("{name} = [\"{id}(2)\"]")).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "two ids in one pair of quotation marks", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, list) =
                items(line).filter(|(name, _)| name == "topics" || name == "amends" || name == "touches")?;
            Some(
                Edit::line(line, format!("{name} = [\"{}\"]", list.join(", "))).help([format!("[\"{}\", \"", list[0])]),
            )
        })
    }),
    (GROUP, "the folder within an id", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let at = line.text.find("[[").filter(|_| line.is_prose())? + 2;
            let (id, rest) = line.text[at..].split_once('|')?;
            let (country, law) = id.split_once('/').filter(|(_, law)| !law.contains(['/', ']']))?;
            let path = format!("content/countries/{country}/amendments/{law}.md");
            desk.text(&path)?;
            let new = format!("{}{country}/amendments/{law}|{rest}", &line.text[..at]);
            Some(Edit::line(line, new).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "an address in the brackets of another program", |desk, numbers| {
        let marks = [("<", ">"), ("[report](", ")")][numbers.below(2)];
        value(desk, numbers, &["url"], |url| Some(format!("{}{url}{}", marks.0, marks.1)), &["{}"])
    }),
    (GROUP, "an address through a search engine", |desk, numbers| {
        let make = |url: &str| {
            (!url.contains('?'))
                .then(|| format!("https://www.google.com/url?q={}&sa=D", url.replace("://", "%3A%2F%2F")))
        };
        value(desk, numbers, &["url"], make, &["{}"])
    }),
    (GROUP, "a slip in the host of an address", |desk, numbers| {
        let make = |url: &str| {
            let wrong = [("://www.", "://wwww."), (".org/", ".ogr/"), (".com/", ".con/")];
            wrong.iter().find(|(right, _)| url.contains(right)).map(|(right, wrong)| url.replacen(right, wrong, 1))
        };
        value(desk, numbers, &["url"], make, &["{}"])
    }),
    (GROUP, "an identifier for an address", |desk, numbers| {
        value(desk, numbers, &["url"], |_| Some("doi:10.1000/182".into()), &["https://doi.org/10.1000/182"])
    }),
    (GROUP, "ibid. for a place", |desk, numbers| {
        let word = ["ibid.", "Ibid., p. 3", "op. cit.", "там же", "passim"][numbers.below(5)];
        value(desk, numbers, &["place"], |_| Some(word.to_owned()), &["fill it in"])
    }),
    (GROUP, "a word for the year of a source", |desk, numbers| {
        let word = ["forthcoming", "in press", "n.d.", "б. г.", "05"][numbers.below(5)];
        value(desk, numbers, &["year"], |_| Some(word.to_owned()), &["four figures"])
    }),
    (GROUP, "a day that is told roughly", |desk, numbers| {
        let word = ["ca. ", "summer ", "~", "около "][numbers.below(4)];
        let make = |text: &str| Some(format!("{word}{}", day(text)?.0));
        value(desk, numbers, &["adopted", "deposited", "observed", "reached"], make, &["write what is sure"])
    }),
    (GROUP, "the id of a link in capitals", |desk, numbers| of_link(desk, numbers, |id| Some(id.to_uppercase()))),
    (GROUP, "the path of a file for the id of a link", |desk, numbers| {
        of_link(desk, numbers, |id| {
            let parts: Vec<&str> = id.split('/').collect();
            let [country, law, article] = parts[..] else { return None };
            Some(format!("content/countries/{country}/laws/{law}/{article}.md"))
        })
    }),
    (GROUP, "a citation of a place that says nothing", |desk, numbers| {
        let word = ["ibid.", "passim", "p. ??", "art."][numbers.below(4)];
        let make = |text: &str| {
            let at = text.find("[@")?;
            let comma = at + text[at..].find(", ")? + 2;
            let end = at + text[at..].find(']')?;
            (comma < end).then(|| format!("{}{word}{}", &text[..comma], &text[end..]))
        };
        prose(desk, numbers, make, &["fill it in"])
    }),
    (GROUP, "a word for a number without its number", |desk, numbers| {
        let word = ["art. , para. 2", "p.", "no.", "art. 5, para."][numbers.below(4)];
        value(desk, numbers, &["place"], |_| Some(word.to_owned()), &["fill it in"])
    }),
    (GROUP, "the name of a field for its value", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, _) =
                line.words().filter(|(name, _)| matches!(*name, "title" | "publisher" | "author" | "heading"))?;
            let word = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
            Some(Edit::line(line, format!("{name} = \"{word}\"")).help(["fill it in"]))
        })
    }),
    (GROUP, "a remark to oneself", |desk, numbers| {
        let word = ["(to be added later)", "(уточнить)", "(check again)", "[not sure]"][numbers.below(4)];
        prose(
            desk,
            numbers,
            |text| text.split_once(", ").map(|(first, rest)| format!("{first} {word}, {rest}")),
            &["finish the text"],
        )
    }),
    (GROUP, "an anchor that is not closed", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let cut = line.text.strip_suffix('}').filter(|text| text.starts_with("## ") && text.contains("{#"))?;
            let anchor = &line.text[line.text.find("{#")?..];
            Some(Edit::line(line, cut).help([format!("write `{anchor}`")]))
        })
    }),
    (GROUP, "three brackets before a link", |desk, numbers| {
        prose(
            desk,
            numbers,
            |text| text.contains("[[").then(|| text.replacen("[[", "[[[", 1).replacen("]]", "]]]", 1)),
            &["`[[id|words]]`"],
        )
    }),
    (GROUP, "a citation twice", |desk, numbers| {
        prose(
            desk,
            numbers,
            |text| {
                let at = text.find("[@")?;
                let citation = &text[at..=at + text[at..].find(']')?];
                Some(text.replacen(citation, &format!("{citation} {citation}"), 1))
            },
            &["delete one"],
        )
    }),
    (GROUP, "a sentence twice", |desk, numbers| {
        prose(
            desk,
            numbers,
            |text| {
                let first = text.split_inclusive(". ").next()?;
                (first.len() > 60 && first.len() < text.len()).then(|| format!("{first}{text}"))
            },
            &["delete one"],
        )
    }),
    (GROUP, "a citation of a record twice", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let end = line.entry();
            let entry = line.lines[line.number..end].iter().take_while(|l| !l.is_empty()).copied().collect::<Vec<_>>();
            let twice = format!("{0}\n\n{0}", entry.join("\n"));
            (line.text == "[[citation]]" && line.in_fields)
                .then(|| Edit::lines(line, line.number, entry.len(), twice).help(["delete one"]))
        })
    }),
];
