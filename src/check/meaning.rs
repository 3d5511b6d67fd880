//! Slips of meaning: all is well-formed, and two things that are written do not fit together. All are warnings, which a
//! record acknowledges where a source writes so.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{
    Action, AnswerKind, Citation, Corpus, CountryKind, Date, Day, Finding, Kind, RecordRef, Source, StageKind,
    Statistic, Tier, walk,
};
use crate::text::{Amount, Diagnostics, Fault, Level, MONTHS, Prose, Span, Target, amounts, nearest};

use super::alone::alone;
use super::quotation;

/// Words of a link that name another article, law or country than it leads to.
pub static LINK_WORDS: Fault = Fault {
    code: "link-words",
    level: Level::Warning,
    summary: "the words of a link name another thing than the one to which it leads",
    explanation: "`[[xr/penal-code/128|Article 124]]` leads to Article 128 and says 124; `[[xr|Ruritania]]` whose `xr` is another country sends \
                  readers to the wrong one. Compared are the number of an article, the number and the year of a law, a bill or a treaty, and \
                  the names of countries; other words are free.\n\n\
                  Correct the words or the id.",
};

/// A day in prose that is almost a day of the record to which it is linked.
pub static DAY_BESIDE_LINK: Fault = Fault {
    code: "day-beside-link",
    level: Level::Warning,
    summary: "a day beside a link differs in one part from a day of the record",
    explanation: "Where a day stands right beside a link to a law or a bill, and all but its year (or its month, or its day) is a recorded day \
                  of that law, one of the two is most likely a slip. A day of another matter differs in more than one part. Where the words behind \
                  the link say what happened (`[[xr/code]] was adopted on 3 March 2001`, `(adopted in 2001)`), the day or year is compared with the recorded day of that very \
                  step, also for a treaty.\n\n\
                  Compare both with the source.",
};

/// Something observed after its source was made.
pub static OBSERVED_AFTER_SOURCE: Fault = Fault {
    code: "observed-after-source",
    level: Level::Warning,
    summary: "a source is said to speak of a day after its own year",
    explanation: "A report of 2005 cannot say what the law was in 2009. `observed` is the day for which the source speaks, not the day on \
                  which it was read. The year, and the days of the stored copy and of the last look-up, are those of the source's record.\n\n\
                  Correct `observed`, or `year` of the source.",
};

/// A source that is about another country.
pub static SOURCE_OF_ANOTHER: Fault = Fault {
    code: "source-of-another-country",
    level: Level::Warning,
    summary: "a record cites a source, or a row of one, that is for another country",
    explanation: "Where the id of a source ends with the id of a country (`report-2004-xr`), and the country of the record has a source of the same \
                  series (`report-2004-xs` or of another year), the wrong one of the two was most likely copied. Sources without such a \
                  counterpart are no alarm: one country's paper may well speak of another. So it is with the place of a statement on a treaty \
                  that names the row of another country in the depositary's table.\n\n\
                  Cite the country's own, or acknowledge the warning with the reason.",
};

/// A place outside the extent of its source.
pub static BEYOND_SOURCE: Fault = Fault {
    code: "beyond-source",
    level: Level::Warning,
    summary: "a place lies outside the extent of its source",
    explanation: "`extent` of a source says how its places are counted and where it ends: `extent = \"L1-478\"`, `extent = \"p. 1-320\"`. A place that \
                  is counted in the same way and lies behind the end is a slip. Other places (a footnote, a heading) are not compared.",
};

/// A coder who coded one finding.
pub static CODER_ONCE: Fault = Fault {
    code: "coder-once",
    level: Level::Warning,
    summary: "a coder's name stands at one finding alone, and is almost that of another coder",
    explanation: "The name of a coder is an id: `coder-1` and `coder1` count as two people, and agreement between coders is computed from two. A new \
                  coder whose name is like no other's is no alarm.\n\n\
                  Correct the name, or acknowledge the warning at the finding.",
};

/// A figure that its own note gives otherwise.
pub static FIGURE_AND_NOTE: Fault = Fault {
    code: "figure-and-note",
    level: Level::Warning,
    summary: "a figure is almost one that its note gives, or cannot be one",
    explanation: "The note of a figure repeats it, and the two differ in one figure or in the order of their figures: 139 and 193. One of them is a \
                  slip. Numbers in the note that are of another size are no alarm. Beside the answer to a question for a number (`50 hives`), a \
                  note that gives no such number, but another of the same unit (`60 hives`), is one as well; not where its sentence says that it \
                  speaks of another time or case (`before`, `until`, `for minors`, `if` …). A count below nought and a share above a hundred of a \
                  hundred are slips as well, where `counted` does not say that a change is counted.\n\n\
                  Compare both with the source.",
};

/// Runs all checks of meaning.
pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    check_links(corpus, found);
    check_sources(corpus, found);
    quotation::check(corpus, found);
    check_coders(corpus, found);
    check_figures(corpus, found);
    check_numbers(corpus, found);
}

/// The runs of figures in a text.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// Names of countries, regions left out: id, names in the site's language.
struct Names<'c>(Vec<(&'c str, Vec<&'c str>)>);

impl<'c> Names<'c> {
    fn of(corpus: &'c Corpus) -> Names<'c> {
        let states = corpus.countries.iter().filter(|country| country.kind != CountryKind::Region);
        let names = states.map(|country| {
            let official = country.official_name.as_ref().map(|name| name.as_str());
            (country.id.as_str(), std::iter::once(country.name.as_str()).chain(official).collect())
        });
        Names(names.collect())
    }

    /// Another country than `own` that `words` name, where they do not name `own`.
    fn other_than(&self, own: &str, words: &str) -> Option<(&'c str, &'c str)> {
        let named = |(_, names): &&(&'c str, Vec<&'c str>)| names.iter().any(|name| holds(words, name));
        if self.0.iter().filter(|(id, _)| *id == own).any(|country| named(&country)) {
            return None;
        }
        let (id, names) = self.0.iter().filter(|(id, _)| *id != own).find(named)?;
        Some((id, names[0]))
    }
}

/// Whether a text holds a name as words of its own.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let joins = |c: char| c.is_alphanumeric() || c == '-';
        !text[..at].ends_with(joins) && !text[at + name.len()..].starts_with(joins)
    })
}

fn check_links(corpus: &Corpus, found: &mut Diagnostics) {
    let names = Names::of(corpus);
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    walk::each_prose(corpus, &mut |origin, prose| {
        if !prose.text().contains("[[") {
            return;
        }
        let country = country_of(&origin);
        alone(prose.span(), found, |found| {
            for link in prose.links() {
                if !seen.insert(link.span) {
                    continue;
                }
                let Ok(record) = corpus.resolve(link.id) else { continue };
                let wrong = link.words.as_deref().and_then(|words| wrong_words(corpus, &names, &record, words));
                if let Some((what, right)) = wrong {
                    let words = link.words.as_deref().unwrap_or_default();
                    let fault =
                        LINK_WORDS.at(link.span, format!("the words `{words}` of a link to `{}` name {what}", link.id));
                    found.push(fault.help(format!("correct the words or the id: the link leads to {right}")));
                } else {
                    let days = days_of(corpus, &record, country);
                    check_day(corpus, prose, &link, &record, &days, found);
                }
            }
        });
    });
}

/// What the words of a link name that the record is not, and what it is.
fn wrong_words(corpus: &Corpus, names: &Names<'_>, record: &RecordRef, words: &str) -> Option<(String, String)> {
    match record.kind {
        Kind::Country if record.anchor.is_none() => {
            let (other, name) = names.other_than(&record.id, words)?;
            let own = corpus.countries.get(&record.id)?;
            (own.kind != CountryKind::Region).then(|| (format!("{name} (`{other}`)"), own.name.as_str().to_owned()))
        }
        Kind::Provision => {
            let own = &corpus.provisions.get(&record.id)?.article;
            let small = words.to_lowercase();
            let at = ["article ", "art. ", "section ", "§ ", "статья ", "ст. "]
                .iter()
                .find_map(|word| small.find(word).map(|at| at + word.len()))?;
            let named: String =
                small.get(at..)?.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).collect();
            let named = named.trim_end_matches(['.', '-']);
            let first = |text: &str| numbers(text).next().map(str::to_owned);
            // Where the words are of one mind with the name of the file, the number in the file is the slip, and is told there.
            let file = record.id.rsplit('/').next().unwrap_or_default();
            let is_number = named.starts_with(|c: char| c.is_ascii_digit());
            let differs = is_number && first(named) != first(own) && first(named) != first(file);
            differs.then(|| (format!("Article {named}"), format!("Article {own}")))
        }
        Kind::Law | Kind::Amendment => {
            let number = match record.kind {
                Kind::Law => corpus.laws.get(&record.id)?.number.clone(),
                _ => corpus.amendments.get(&record.id)?.number.clone(),
            }?;
            let at = ["№ ", "No. ", "N "].iter().find_map(|mark| words.find(mark).map(|at| at + mark.len()))?;
            let named = numbers(words[at..].split(' ').next()?).next()?;
            let own = numbers(&number).next()?;
            (named != own).then(|| (format!("the number {named}"), format!("the number `{number}`")))
        }
        _ => None,
    }
}

/// The country of whose page a text is a part.
fn country_of(origin: &RecordRef) -> Option<&str> {
    match origin.kind {
        Kind::Country => Some(&origin.id),
        Kind::Law | Kind::Provision | Kind::Amendment | Kind::Offence => origin.id.split('/').next(),
        Kind::Question | Kind::Instrument => origin.anchor.as_deref(),
        _ => None,
    }
}

/// Days of a law or a bill, or of the acts of a country towards a treaty, that are recorded exactly.
fn days_of(corpus: &Corpus, record: &RecordRef, country: Option<&str>) -> Vec<Day> {
    let exact = |date: &Date| date.exact();
    match record.kind {
        Kind::Law => corpus.laws.get(&record.id).map(|law| law.dates().filter_map(|(_, date)| exact(date)).collect()),
        Kind::Amendment => {
            let amendment = corpus.amendments.get(&record.id);
            amendment.map(|amendment| amendment.stages.iter().filter_map(|stage| exact(&stage.reached.value)).collect())
        }
        Kind::Instrument => {
            let is_of = |action: &&Action| {
                *action.instrument.value.as_str() == *record.id && Some(action.country.as_str()) == country
            };
            let statements = corpus.actions.iter().filter(is_of).flat_map(|action| &action.statements);
            let dates = statements
                .flat_map(|s| [&s.signed, &s.deposited, &s.in_force, &s.domestic, &s.effective, &s.given, &s.revoked]);
            Some(dates.flatten().filter_map(|date| exact(&date.value)).collect())
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// The days written in English in a piece of a text that begins at the byte `offset`: `3 March 2001`, `March 3, 2001`.
fn days_in(piece: &str, offset: usize) -> Vec<(Day, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    for (number, month) in (1..).zip(MONTHS) {
        for (at, _) in piece.match_indices(month) {
            let behind = at + month.len();
            let before = piece[..at].strip_suffix(' ').unwrap_or_default();
            let day_at = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let (day, year_at, start) = match before[day_at..].parse::<u8>() {
                Ok(day) => (Some(day), behind + 1, day_at),
                Err(_) => {
                    let figures = numbers(&piece[behind..]).next().unwrap_or_default();
                    (figures.parse().ok(), behind + 1 + figures.len() + 2, at)
                }
            };
            let year = piece.get(year_at..year_at + 4).and_then(|year| year.parse::<i16>().ok());
            if let Some(day) = day.zip(year).and_then(|(day, year)| Day::new(year, number, day)) {
                found.push((day, offset + start..offset + year_at + 4));
            }
        }
    }
    found
}

/// Verbs of what happens to a law, a bill or a treaty, in English; the names are those of [`recorded`].
const VERBS: [(&str, &str); 15] = [
    ("adopted", "adopted"),
    ("passed", "adopted"),
    ("enacted", "adopted"),
    ("signed", "signed"),
    ("opened for signature", "opened"),
    ("published", "published"),
    ("promulgated", "published"),
    ("entered into force", "commences"),
    ("came into force", "commences"),
    ("took effect", "commences"),
    ("commenced", "commences"),
    ("in force since", "commences"),
    ("in force from", "commences"),
    ("repealed", "repealed"),
    ("terminated", "repealed"),
];

/// What the words right behind a link say happened to its record, and when.
fn said_behind(text: &str, end: usize) -> Option<(&'static str, Date, std::ops::Range<usize>)> {
    let behind = text[end..].split(['.', ';', '[']).next().unwrap_or_default();
    let mut rest = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    for word in ["(", "which ", "that ", "was ", "were ", "is ", "has been ", "had been ", "first "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let (verb, event) = VERBS.iter().find(|(verb, _)| rest.starts_with(verb))?;
    let piece = rest[verb.len()..].strip_prefix(' ')?;
    let piece = ["on ", "in "].iter().find_map(|word| piece.strip_prefix(word)).unwrap_or(piece);
    let offset = end + behind.len() - piece.len();
    let day = days_in(piece, offset).into_iter().find(|(_, range)| range.start == offset);
    let (date, range) = match day {
        Some((day, range)) => (Date::day(day), range),
        None => {
            let (date, length) = month_or_year(piece)?;
            (date, offset..offset + length)
        }
    };
    // "…, in force for Ruritania": a day of a state, and not of the treaty.
    let is_of_a_state = text[range.end..].trim_start().starts_with("for ");
    (!is_of_a_state).then_some((event, date, range))
}

/// The month or the year with which a piece of a text begins, and its length: `March 2005`, `2005`.
fn month_or_year(piece: &str) -> Option<(Date, usize)> {
    let month =
        (1..).zip(MONTHS).find_map(|(number, name)| Some((number, piece.strip_prefix(name)?.strip_prefix(' ')?)));
    let rest = month.map_or(piece, |(_, rest)| rest);
    let year = numbers(rest).next().filter(|year| year.len() == 4 && rest.starts_with(year))?;
    let behind = &rest[4..];
    // `2005–2006` and `2005/06` are two.
    if behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/')) {
        return None;
    }
    let iso = month.map_or_else(|| year.to_owned(), |(number, _): (u8, _)| format!("{year}-{number:02}"));
    Some((Date::parse(&iso).ok()?, piece.len() - behind.len()))
}

/// The recorded days of what happened to a law, a bill or a treaty.
fn recorded<'c>(corpus: &'c Corpus, record: &RecordRef, event: &str) -> Vec<&'c Date> {
    match record.kind {
        Kind::Law => {
            let dates = corpus.laws.get(&record.id).into_iter().flat_map(|law| law.dates());
            dates.filter(|(name, _)| *name == event).map(|(_, date)| date).collect()
        }
        Kind::Amendment => {
            let kind = match event {
                "adopted" => StageKind::Adopted,
                "signed" => StageKind::Signed,
                "published" => StageKind::Published,
                "commences" => StageKind::InForce,
                _ => return Vec::new(),
            };
            let stages = corpus.amendments.get(&record.id).into_iter().flat_map(|amendment| &amendment.stages);
            stages.filter(|stage| stage.kind == kind).map(|stage| &stage.reached.value).collect()
        }
        Kind::Instrument => {
            let Some(instrument) = corpus.instruments.get(&record.id) else { return Vec::new() };
            let end = instrument.end.as_ref().map(|end| &end.ended.value);
            let dates = match event {
                "adopted" => [instrument.adopted.as_ref(), instrument.also_adopted.as_ref()],
                "opened" => [instrument.opened.as_ref(), None],
                "commences" => [instrument.in_force.as_ref(), None],
                "repealed" => [end, None],
                _ => [None, None],
            };
            dates.into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Compares what the words behind a link say of its record. Returns whether they say anything.
fn check_said(
    corpus: &Corpus,
    prose: &Prose,
    link: &crate::text::RecordLink,
    record: &RecordRef,
    found: &mut Diagnostics,
) -> bool {
    let Some((event, said, range)) = said_behind(prose.text(), link.range.end) else { return false };
    let dates = recorded(corpus, record, event);
    if let Some(first) = dates.first().filter(|_| !dates.iter().any(|date| date.may_equal(&said))) {
        let joint = if said.exact().is_some() { "on" } else { "in" };
        let message = format!("the words behind the link to `{}` say {event} {joint} {said}", link.id);
        let fault = DAY_BESIDE_LINK.at(prose.place(range), message);
        found.push(fault.help(format!("compare both with the source: the record has {first}")));
    }
    !dates.is_empty()
}

/// A day written in English right before or behind a place of the text: the day, and its bytes.
fn day_beside(text: &str, start: usize, end: usize) -> Option<(Day, std::ops::Range<usize>)> {
    let mut from = start.saturating_sub(40);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut until = (end + 30).min(text.len());
    while !text.is_char_boundary(until) {
        until += 1;
    }
    // In the same sentence, with no other link between.
    let before = &text[from..start];
    let cut = before.rfind([';', ']', '[']).map_or(0, |at| at + 1);
    let behind = &text[end..until];
    let behind = &behind[..behind.find([';', ']', '[', ',']).unwrap_or(behind.len())];
    let behind =
        Some(behind).filter(|behind| behind.starts_with(" of ") || behind.starts_with(" on ")).unwrap_or_default();
    days_in(behind, end).into_iter().next().or_else(|| days_in(&before[cut..], from + cut).into_iter().next_back())
}

fn check_day(
    corpus: &Corpus,
    prose: &Prose,
    link: &crate::text::RecordLink,
    record: &RecordRef,
    days: &[Day],
    found: &mut Diagnostics,
) {
    if check_said(corpus, prose, link, record, found) || days.is_empty() {
        return;
    }
    // The words of the link come first: `[[xr/act|the law of 4 July 2013]]`.
    let within =
        prose.text().get(link.range.clone()).and_then(|words| days_in(words, link.range.start).into_iter().next());
    let beside = || day_beside(prose.text(), link.range.start, link.range.end);
    let Some((day, range)) = within.or_else(beside) else { return };
    let same = |other: &&Day| {
        usize::from(day.year() == other.year())
            + usize::from(day.month() == other.month())
            + usize::from(day.day() == other.day())
    };
    if days.contains(&day) {
        return;
    }
    if let Some(other) = days.iter().find(|other| same(other) == 2) {
        let fault =
            DAY_BESIDE_LINK.at(prose.place(range), format!("the day beside the link to `{}` is {day}", link.id));
        found.push(fault.help(format!("compare both with the source: the record has {other}")));
    }
}

/// The last day of which a source can speak; `None` where its record gives none.
fn last_day(source: &Source) -> Option<Day> {
    // The text of a law and the table of a depositary speak of later days, too.
    if matches!(source.tier, Some(Tier::Depositary | Tier::OfficialTranslation | Tier::LegalDatabase)) {
        return None;
    }
    let year =
        source.year.as_deref().and_then(|text| numbers(text).filter(|run| run.len() == 4).last()?.parse::<i16>().ok());
    let year = year.and_then(Day::year_end);
    let stored = source.stored.as_ref().and_then(Date::latest);
    let accessed = source.accessed.as_ref().and_then(Date::latest);
    // A page that was read without a year of its own speaks up to the day on which it was read.
    year.into_iter().chain(stored).max().or(accessed)
}

fn check_sources(corpus: &Corpus, found: &mut Diagnostics) {
    let countries: BTreeSet<&str> = corpus.countries.iter().map(|country| country.id.as_str()).collect();
    let observed = |country: &str, citation: &Citation, observed: Option<(&Date, Span)>, found: &mut Diagnostics| {
        let Some(source) = corpus.sources.get(citation.source.as_str()) else { return };
        if let (Some((date, at)), Some(last)) = (observed, last_day(source))
            && date.earliest().is_some_and(|first| first > last)
        {
            let fault =
                OBSERVED_AFTER_SOURCE.at(at, format!("observed {date}, but `{}` is of {}", source.id, last.year()));
            let help = "compare with the source: `observed` is the day for which it speaks; or correct its `year`";
            found.push(fault.help(help).note(source.head.at, "the source is here"));
        }
        let (series, other) = match source.id.as_str().rsplit_once('-') {
            Some((series, other)) if other != country && countries.contains(other) => (series, other),
            _ => return,
        };
        let series = series.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        let own = || {
            corpus.sources.iter().map(|source| source.id.as_str()).filter(|id| {
                let rest = id.strip_prefix(series).and_then(|rest| rest.strip_suffix(country)).unwrap_or("?");
                rest.ends_with('-') && rest.chars().all(|c| c.is_ascii_digit() || c == '-')
            })
        };
        // That of the same year, if there is one.
        let same = |id: &&str| numbers(id).eq(numbers(source.id.as_str()));
        let own = own().find(same).or_else(|| own().next());
        if let Some(own) = own {
            let message = format!("`{}` is a source of `{other}`, and this is said of `{country}`", source.id);
            let fault = SOURCE_OF_ANOTHER.at(citation.source.span, message);
            found.push(fault.help(format!("cite the country's own, such as `{own}`, or acknowledge the warning")));
        }
    };
    for finding in corpus.findings.iter().filter(|finding| !finding.is_computed()) {
        let at = (&finding.observed.value, finding.observed.span);
        finding.citations().for_each(|citation| observed(finding.country.as_str(), citation, Some(at), found));
    }
    for offence in corpus.offences.iter() {
        observed(offence.country.as_str(), &offence.citation, Some((&offence.observed, offence.observed_at)), found);
    }
    for observation in &corpus.observations {
        observed(
            observation.country.as_str(),
            &observation.citation,
            Some((&observation.observed, observation.observed_at)),
            found,
        );
    }
    for gap in &corpus.gaps {
        observed(gap.country.as_str(), &gap.citation, Some((&gap.observed, gap.head.at)), found);
    }
    for statistic in &corpus.statistics {
        observed(statistic.country.as_str(), &statistic.citation, None, found);
    }
    check_rows(corpus, found);
    check_extents(corpus, found);
}

/// Reports a statement on a treaty whose place is the row of another country.
fn check_rows(corpus: &Corpus, found: &mut Diagnostics) {
    let names = Names::of(corpus);
    for action in corpus.actions.iter().filter(|action| action.to.is_none()) {
        for statement in &action.statements {
            let citation = &statement.citation;
            let Some((_, row)) = citation.place.split_once("row ") else { continue };
            if let Some((_, name)) = names.other_than(action.country.as_str(), row) {
                let message = format!("the place is the row of {name}, and the act is of `{}`", action.country);
                let fault = SOURCE_OF_ANOTHER.at(citation.place_at, message);
                found.push(fault.help("correct the place, or move the act to the file of that country"));
            }
        }
    }
}

/// How the places of a source are counted, and the last of them.
struct Extent<'c> {
    mark: &'c str,
    last: u32,
}

fn extent(source: &Source) -> Option<Extent<'_>> {
    let text = source.extent.as_deref()?;
    let mark = text.split(|c: char| c.is_ascii_digit()).next()?;
    Some(Extent { mark, last: numbers(text).last()?.parse().ok()? })
}

/// The numbers of a place that is counted as the extent is.
fn beyond(place: &str, extent: &Extent<'_>) -> Option<u32> {
    let mut from = 0;
    while let Some(at) = place[from..].find(extent.mark).map(|at| from + at) {
        from = at + extent.mark.len().max(1);
        if extent.mark.is_empty() || place[..at].ends_with(char::is_alphanumeric) {
            return None;
        }
        let run: String = place[from..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '–')).collect();
        if let Some(number) =
            numbers(&run).filter_map(|run| run.parse::<u32>().ok()).find(|number| *number > extent.last)
        {
            return Some(number);
        }
    }
    None
}

fn check_extents(corpus: &Corpus, found: &mut Diagnostics) {
    let extents: BTreeMap<&str, Extent<'_>> =
        corpus.sources.iter().filter_map(|source| Some((source.id.as_str(), extent(source)?))).collect();
    if extents.is_empty() {
        return;
    }
    let told = |id: &str, place: &str, at: Span, found: &mut Diagnostics| {
        let Some(extent) = extents.get(id) else { return };
        if let Some(number) = beyond(place, extent) {
            let fault = BEYOND_SOURCE.at(at, format!("`{id}` has no place {}{number}", extent.mark));
            found.push(fault.help(format!(
                "it ends at {}{}; correct the place, or `extent` of the source",
                extent.mark, extent.last
            )));
        }
    };
    walk::each_citation(corpus, &mut |_, citation| {
        told(citation.source.as_str(), &citation.place, citation.place_at, found);
    });
    walk::each_prose(corpus, &mut |_, prose| {
        if !prose.text().contains("[@") {
            return;
        }
        for reference in prose.refs() {
            if let Target::Source { source, place: Some(place) } = &reference.target {
                told(source, place, reference.span, found);
            }
        }
    });
}

fn check_coders(corpus: &Corpus, found: &mut Diagnostics) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in corpus.findings.iter().filter(|finding| !finding.is_computed()) {
        *counts.entry(finding.coder()).or_default() += 1;
    }
    let often = || counts.iter().filter(|(_, count)| **count > 2).map(|(coder, _)| *coder);
    for finding in corpus.findings.iter().filter(|finding| counts.get(finding.coder()) == Some(&1)) {
        let own = finding.coder();
        let letters = |name: &str| name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
        let figures = |name: &str| numbers(name).map(str::to_owned).collect::<Vec<_>>();
        // Or a letter stands for the figure: `coder-l` for `coder-1`.
        let read = |name: &str| name.replace('l', "1").replace(['o', 'O'], "0");
        let alike =
            |name: &&str| read(name) == read(own) || figures(name) == figures(own) && letters(name) != letters(own);
        if let Some(near) = nearest(own, often().filter(alike)) {
            let fault = CODER_ONCE.at(finding.coder_at, format!("the coder `{own}` coded this finding alone"));
            found.push(fault.suggest(Some(near)));
        }
    }
}

fn check_figures(corpus: &Corpus, found: &mut Diagnostics) {
    for statistic in &corpus.statistics {
        check_bounds(statistic, found);
        let value: String = statistic.value.chars().filter(char::is_ascii_digit).collect();
        let Some(note) = statistic.note.as_ref().filter(|_| value.len() >= 2) else { continue };
        // Citations and links hold other numbers.
        let words: String =
            note.text().split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
        let given: Vec<String> =
            words.replace([',', '\u{a0}'], "").split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
        let sorted = |text: &str| {
            let mut list: Vec<char> = text.chars().collect();
            list.sort_unstable();
            list
        };
        let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        let near = |other: &&String| {
            other.len() == value.len() && **other != value && !is_year(other) && sorted(other) == sorted(&value)
        };
        if given.contains(&value) {
            continue;
        }
        if let Some(other) = given.iter().find(near) {
            let fault = FIGURE_AND_NOTE
                .at(statistic.value_at, format!("the figure is {}, and its note gives {other}", statistic.value));
            found.push(fault.help("compare the figure and the note with the source"));
        }
    }
}

/// Reports a count below nought, and a share above the whole.
fn check_bounds(statistic: &Statistic, found: &mut Diagnostics) {
    let text = statistic.value.trim();
    let number = text.trim_start_matches(['-', '−']).split([' ', '%']).next().unwrap_or_default().parse::<f64>().ok();
    let Some(number) = number else { return };
    let unit = statistic.unit.to_lowercase();
    let is_share = matches!(unit.as_str(), "%" | "percent" | "per cent" | "процент" | "процентов");
    let counts =
        is_share || !["change", "growth", "difference", "balance", "рост"].iter().any(|word| unit.contains(word));
    let words = statistic.counted.to_lowercase();
    let changes =
        ["change", "growth", "rise", "increase", "decrease", "fall", "рост"].iter().any(|word| words.contains(word));
    let message = match () {
        () if changes => return,
        () if text.starts_with(['-', '−']) && counts => format!("`{text}` is below nought, and a count cannot be"),
        () if is_share && number > 100.0 => format!("`{text}` of a hundred is more than the whole"),
        () => return,
    };
    let fault = FIGURE_AND_NOTE.at(statistic.value_at, message);
    found.push(fault.help("compare the figure with the source; say in `counted` if it is a change"));
}

/// Words with which a sentence says that its number is that of another time or case.
const OTHER_CASE: [&str; 22] = [
    "before",
    "until",
    "since",
    "earlier",
    "former",
    "was",
    "were",
    "previous",
    "minor",
    "if",
    "unless",
    "except",
    "reduced",
    "raised",
    "increased",
    "more",
    "less",
    "instead",
    "another",
    "other",
    "above",
    "below",
];

/// The numbers of answers against those of their notes.
fn check_numbers(corpus: &Corpus, found: &mut Diagnostics) {
    let asks_number = |finding: &&Finding| {
        let question = corpus.questions.get(finding.question.value.as_str());
        !finding.is_computed() && question.is_some_and(|question| question.kind == AnswerKind::Number)
    };
    for finding in corpus.findings.iter().filter(asks_number) {
        let own = finding.answer.value.value().map(amounts).unwrap_or_default();
        let Some(last) = own.last() else { continue };
        for prose in finding.note.iter().chain(&finding.plain) {
            let given: Vec<Amount> = amounts(prose.text()).into_iter().filter(|amount| amount.is_alike(last)).collect();
            let (least, most) = (own.iter().map(|a| a.number).min(), own.iter().map(|a| a.number).max());
            let is_answer = |amount: &Amount| Some(amount.number) >= least && Some(amount.number) <= most;
            if given.iter().any(is_answer) {
                continue;
            }
            if let Some(other) = given.iter().find(|amount| is_of_the_case(prose.text(), amount)) {
                let words = &prose.text()[other.range.clone()];
                let message = format!(
                    "the answer is `{}`, and its note gives {words}",
                    finding.answer.value.value().unwrap_or_default()
                );
                found.push(
                    FIGURE_AND_NOTE
                        .at(finding.answer.span, message)
                        .help("compare the answer and the note with the source")
                        .note(prose.place(other.range.clone()), format!("{words} is here")),
                );
            }
        }
    }
}

/// Whether a number of a note speaks of the case of the answer: not in a link or a citation, and not where its sentence names
/// another time or case.
fn is_of_the_case(text: &str, amount: &Amount) -> bool {
    let (before, behind) = (&text[..amount.range.start], &text[amount.range.end..]);
    let is_in_link = before.rfind('[') > before.rfind(']');
    let from = before.rfind(['.', ';']).map_or(0, |at| at + 1);
    let until = amount.range.end + behind.find(['.', ';']).unwrap_or(behind.len());
    let mut words = text[from..until].split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    !is_in_link
        && !words.any(|word| OTHER_CASE.iter().any(|other| word == *other || word.trim_end_matches('s') == *other))
}
