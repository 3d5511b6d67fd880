//! Duplicate records: conflict copies of sync programs, files that were copied and not changed, acts entered twice.
//! Each would be counted, listed and compared twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use rustc_hash::FxBuildHasher;

use crate::law::{Citation, Corpus, Country, Date, Provision, article_number};
use crate::text::{Diagnostics, Fault, Level, Span, country_of};

/// Two articles of a law with the same number.
pub static ARTICLE_TWICE: Fault = Fault {
    code: "article-twice",
    level: Level::Error,
    summary: "two articles of one law have the same number",
    explanation: "A law has an article once; what it said in other years is a `[[wording]]` of the same file. Most often one of \
                  the two files is a copy that a program for synchronising or an editor left (`12-copy.md`, `12-laptop.md`). \
                  Numbers are compared as readers read them: spaces, kinds of dashes, capitals and letters of another alphabet \
                  that look the same make no difference.\n\nDelete the copy, or correct the number.",
};

/// Article numbers of one law with letters of two alphabets.
pub static ARTICLE_LETTERS: Fault = Fault {
    code: "article-letters",
    level: Level::Warning,
    summary: "the letters in the numbers of a law's articles are of two alphabets",
    explanation: "`12A` with a Latin and `12\u{410}` with a Cyrillic letter look the same and are two numbers: a search finds one \
                  of them, and they stand apart in lists.\n\nType the letters of all numbers of a law with one keyboard.",
};

/// Findings with the same content.
pub static FINDING_TWICE: Fault = Fault {
    code: "finding-twice",
    level: Level::Warning,
    summary: "two findings are alike in country, question, source, place, day and answer",
    explanation: "One reading of one place in a source is one finding. Twice recorded, it looks like two voices for the same \
                  answer. Two coders who read the same place independently name themselves in `coder`. \
                  What a source says in the same words at two places is one finding, too, with the second place in `[[finding.also]]`.\n\n\
                  Delete one of the two, or correct what tells them apart.",
};

/// Records that differ only in their ids.
pub static TWIN_RECORD: Fault = Fault {
    code: "twin-record",
    level: Level::Warning,
    summary: "two records are alike in all that tells them apart but their ids",
    explanation: "Two laws of a country with the same number or title and the same day, two sources with the same reference or the same title, year, address and days, two \
                  countries with the same name, two topics with the same title, two questions of one domain with the same words, or of one domain and section with the same `wording` or `label`, two \
                  entries with the same words and source: one of them is most likely a copy. References go to one or the other, and \
                  lists show both.\n\n\
                  Delete one and let references lead to the other (`aliases` keeps its old address), or say in what they differ.",
};

/// Parts of one record that say the same.
pub static WRITTEN_TWICE: Fault = Fault {
    code: "written-twice",
    level: Level::Error,
    summary: "a part of a record stands in it twice",
    explanation: "Two statements of one act with the same source, place and dates, two stages of a bill with the same kind, day and source, \
                  two wordings of an article that begin on the same day from the same place, or one place of a source twice among the \
                  citations of a law or a treaty: one is a copy.\n\n\
                  Delete one of the two, or correct what tells them apart.",
};

/// Two countries with the same code.
pub static CODE_TWICE: Fault = Fault {
    code: "code-twice",
    level: Level::Error,
    summary: "two countries have the same code",
    explanation: "`iso`, `iso3` and `m49` are codes by which readers join tables, each of one country. Only a state and the one \
                  that it succeeded may share one, where the state before has ended (`until`).\n\n\
                  Correct the one that is wrong, or delete the copy.",
};

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    check_articles(corpus, found);
    check_codes(corpus, found);
    check_findings(corpus, found);
    check_supports(corpus, found);
    check_named(corpus, found);
    check_entries(corpus, found);
    check_parts(corpus, found);
}

/// Checks the parts of records that are written as entries.
fn check_parts(corpus: &Corpus, found: &mut Diagnostics) {
    let help = "delete one of the two, or correct what tells them apart";
    let mut seen = Seen::new(&WRITTEN_TWICE, help);
    // What has one part alone cannot say it twice, and most have one.
    for action in corpus.actions.iter().filter(|action| action.statements.len() > 1) {
        for statement in &action.statements {
            let dates =
                [&statement.signed, &statement.deposited, &statement.in_force, &statement.effective, &statement.given];
            let dates =
                dates.map(|date| date.as_ref().map(|date| date.value.to_string()).unwrap_or_default()).join(" ");
            let key = (action.head.at, cited(&statement.citation), dates);
            seen.see(key, statement.at, || "another statement says the same from the same place".to_owned(), found);
        }
    }
    for amendment in corpus.amendments.iter().filter(|amendment| amendment.stages.len() > 1) {
        for stage in &amendment.stages {
            let key = (amendment.head.at, cited(&stage.citation), format!("{:?} {}", stage.kind, stage.reached.value));
            seen.see(key, stage.at, || "another stage says the same from the same place".to_owned(), found);
        }
    }
    let citations = corpus.laws.iter().flat_map(|law| law.citations.iter().map(move |c| (law.head.at, c)));
    let instruments = corpus.instruments.iter().flat_map(|i| i.citations.iter().map(move |c| (i.head.at, c)));
    for (owner, citation) in citations.chain(instruments) {
        let key = (owner, cited(citation), "citation".to_owned());
        seen.see(key, citation.source.span, || "the record cites this place of the source already".to_owned(), found);
    }
    for provision in corpus.provisions.iter().filter(|provision| provision.wordings.len() > 1) {
        // A period without a day is reported where dates are compared.
        let ends_at_once = |wording: &&crate::law::Wording| {
            wording.period.from.is_some() && wording.period.from == wording.period.until
        };
        for wording in provision.wordings.iter().filter(|wording| !ends_at_once(wording)) {
            let from =
                wording.period.from.as_ref().or(wording.observed.as_ref()).map(ToString::to_string).unwrap_or_default();
            let key = (provision.head.at, cited(&wording.citation), from);
            seen.see(
                key,
                wording.at,
                || "another wording begins on the same day, from the same place".to_owned(),
                found,
            );
        }
    }
}

/// The first place at which each key occurred.
struct Seen<'f, K> {
    first: HashMap<K, Span, FxBuildHasher>,
    fault: &'static Fault,
    help: &'f str,
}

impl<'f, K: Eq + Hash> Seen<'f, K> {
    fn new(fault: &'static Fault, help: &'f str) -> Seen<'f, K> {
        Seen { first: HashMap::default(), fault, help }
    }

    /// Reports `at` if the key occurred before. Returns whether it did.
    fn see(&mut self, key: K, at: Span, message: impl FnOnce() -> String, found: &mut Diagnostics) -> bool {
        let Some(first) = self.first.get(&key) else {
            self.first.insert(key, at);
            return false;
        };
        found.push(self.fault.at(at, message()).help(self.help).note(*first, "the other one is here"));
        true
    }
}

fn check_articles(corpus: &Corpus, found: &mut Diagnostics) {
    let mut seen =
        Seen::new(&ARTICLE_TWICE, "delete the copy, or correct the number; wordings of other years belong in one file");
    // The longer name is taken for the copy.
    let mut provisions: Vec<&Provision> = corpus.provisions.iter().collect();
    provisions.sort_by_key(|provision| provision.id.as_str().len());
    for provision in provisions {
        let key = (provision.law.clone(), article_number::skeleton(&provision.article));
        let message = || format!("`{}` has an article `{}` already", provision.law, provision.article);
        seen.see(key, provision.head.at, message, found);
    }
    let mut latin = BTreeMap::new();
    for provision in corpus.provisions.iter().filter(|p| article_number::has_latin_letter(&p.article)) {
        latin.entry(&provision.law).or_insert(provision);
    }
    // A number that includes the word for "article" is reported where it is read.
    let is_bare = |number: &str| article_number::word_before(number).or(article_number::word_behind(number)).is_none();
    for provision in corpus.provisions.iter() {
        let Some(letter) = article_number::look_alike(&provision.article) else { continue };
        let Some(other) = latin.get(&provision.law).filter(|_| is_bare(&provision.article)) else { continue };
        let message = format!("`{}` has the letter `{letter}`, which only looks like a Latin one", provision.article);
        let help = format!("retype it as in `{}`", other.article);
        let fault = ARTICLE_LETTERS.at(provision.head.at, message).help(help);
        found.push(fault.note(other.head.at, "a number with a Latin letter is here"));
    }
}

fn check_codes(corpus: &Corpus, found: &mut Diagnostics) {
    let mut seen = Seen::new(&CODE_TWICE, "correct the one that is wrong; a state that has ended says so in `until`");
    for country in corpus.countries.iter().filter(|country| country.until.is_none()) {
        let codes = [("iso", &country.iso), ("iso3", &country.iso3), ("m49", &country.m49)];
        for (name, code) in codes.into_iter().filter_map(|(name, code)| Some((name, code.as_deref()?))) {
            let message = || format!("another country has the `{name}` `{code}` already");
            seen.see((name, code), country.head.place(name), message, found);
        }
    }
    check_countries_of_codes(corpus, found);
}

/// Reports a country whose codes are those of another country in another form: `JP` of one and `392` of the other.
fn check_countries_of_codes(corpus: &Corpus, found: &mut Diagnostics) {
    let told: BTreeSet<Span> = found.iter().filter(|d| d.fault.code == CODE_TWICE.code).map(|d| d.span).collect();
    let mut holders: BTreeMap<String, (&Country, Span)> = BTreeMap::new();
    for country in corpus.countries.iter().filter(|country| country.until.is_none()) {
        let codes = [("iso", &country.iso), ("iso3", &country.iso3), ("m49", &country.m49)];
        let is_told = codes.iter().any(|(name, _)| told.contains(&country.head.place(name)));
        for (name, code) in codes.into_iter().filter_map(|(name, code)| Some((name, code.as_ref()?))) {
            let alpha2 = if code.len() == 2 { Some(code.clone()) } else { country_of(code) };
            let Some(alpha2) = alpha2 else { continue };
            let at = country.head.place(name);
            let (holder, first) = *holders.entry(alpha2.clone()).or_insert((country, at));
            if holder.id == country.id || is_told {
                continue;
            }
            let message =
                format!("`{code}` is a code of the country `{alpha2}`, and another has a code of that country already");
            let help = "correct the one that is wrong; a state that has ended says so in `until`";
            found.push(CODE_TWICE.at(at, message).help(help).note(first, "the other one is here"));
            break;
        }
    }
}

/// Sources that a finding names twice from one place.
fn check_supports(corpus: &Corpus, found: &mut Diagnostics) {
    for finding in &corpus.findings {
        for (at, citation) in finding.citations().enumerate().skip(1) {
            if finding.citations().take(at).any(|before| cited(before) == cited(citation)) {
                let fault =
                    WRITTEN_TWICE.at(citation.source.span, "the finding names this place of the source already");
                found.push(fault.help("delete one of the two, or correct its source or place"));
            }
        }
    }
}

fn check_findings(corpus: &Corpus, found: &mut Diagnostics) {
    let mut seen = Seen::new(&FINDING_TWICE, "delete one of the two, or correct its source, place, day or answer");
    for finding in corpus.findings.iter().filter(|finding| !finding.is_computed()) {
        let key = (
            (&finding.country, &finding.question.value, format!("{:?}", finding.answer.value)),
            (cited(&finding.citation), finding.observed.value.to_string(), finding.coder()),
        );
        let message = || {
            let (country, question) = (&finding.country, &finding.question.value);
            format!(
                "`{country}`, `{question}`: another finding gives the same answer for the same day from the same place"
            )
        };
        seen.see(key, finding.head.at, message, found);
    }
    let told: BTreeSet<Span> = found.iter().filter(|d| d.fault.code == FINDING_TWICE.code).map(|d| d.span).collect();
    let help = "one finding says it once: name the further place below it, in `[[finding.also]]`, or correct what tells the two apart";
    let mut seen = Seen::new(&FINDING_TWICE, help);
    for finding in corpus.findings.iter().filter(|f| !f.is_computed() && !told.contains(&f.head.at)) {
        let said = finding.quotation.as_ref().map(|quotation| words(quotation.text.as_str()));
        let note = finding.note.as_ref().map(|note| words(note.text()));
        // Without words of its own, each place says something for itself.
        if said.is_none() && note.is_none() {
            continue;
        }
        let key = (
            (&finding.country, &finding.question.value, format!("{:?}", finding.answer.value)),
            (finding.citation.source.to_string(), finding.observed.value.to_string(), finding.coder()),
            (said, note),
        );
        let message = || {
            let (country, question) = (&finding.country, &finding.question.value);
            format!(
                "`{country}`, `{question}`: another finding says the same in the same words, from another place of the source"
            )
        };
        seen.see(key, finding.head.at, message, found);
    }
}

/// The source and the place in it, normalized for comparison.
fn cited(citation: &Citation) -> (String, String) {
    (citation.source.to_string(), words(&citation.place))
}

/// Normalizes text for comparison: lower case, single spaces, no period at the end.
fn words(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    joined.trim_end_matches('.').to_owned()
}

/// The number of a law without the sign before it: `5` of `№ 5`, `No. 5` and `N 5`.
fn bare_number(number: &str) -> String {
    let rest = number.trim_start();
    let signs = ["№", "no.", "nr.", "n.", "n°", "nº", "no ", "n "];
    let small = rest.to_lowercase();
    let bare = signs.iter().find_map(|sign| small.strip_prefix(sign)).unwrap_or(&small);
    bare.trim_start().to_owned()
}

/// Checks records with pages of their own.
fn check_named(corpus: &Corpus, found: &mut Diagnostics) {
    let mut seen =
        Seen::new(&TWIN_RECORD, "delete one of the two (`aliases` keeps its address), or say in what they differ");
    let mut see = |kind: &'static str, key: Vec<String>, at: Span, what: &str, found: &mut Diagnostics| {
        let message = || format!("another {kind} has {what}");
        seen.see((kind, key), at, message, found);
    };
    for law in corpus.laws.iter() {
        let adopted = law.adopted.as_ref().or(law.signed.as_ref()).map(|date| date.value.to_string());
        let Some(adopted) = adopted else { continue };
        let key =
            |name: &str, value: &str| vec![law.country.to_string(), name.to_owned(), words(value), adopted.clone()];
        match &law.number {
            Some(number) => {
                see("law", key("number", &bare_number(number)), law.head.at, "the same country, number and day", found)
            }
            None => see("law", key("title", &law.title), law.head.at, "the same country, title and day", found),
        }
    }
    for question in corpus.questions.iter() {
        let key = vec![words(&question.wording), format!("{:?} {:?}", question.kind, question.domain)];
        see("question", key, question.head.at, "the same `wording`", found);
    }
    for country in corpus.countries.iter().filter(|country| country.until.is_none()) {
        see("country", vec![words(&country.name)], country.head.at, "the same `name`", found);
    }
    for topic in corpus.topics.iter() {
        see("topic", vec![words(&topic.title)], topic.head.at, "the same `title`", found);
    }
    for amendment in corpus.amendments.iter() {
        let key =
            vec![amendment.country.to_string(), words(&amendment.title), amendment.number.clone().unwrap_or_default()];
        see("bill or act", key, amendment.head.at, "the same country, title and number", found);
    }
    for instrument in corpus.instruments.iter() {
        let Some(adopted) = instrument.adopted.as_ref().or(instrument.opened.as_ref()) else { continue };
        let key = vec![words(&instrument.title), adopted.to_string(), instrument.kind.word().to_owned()];
        see("instrument", key, instrument.head.at, "the same title and day", found);
    }
    for source in corpus.sources.iter() {
        see("source", vec![words(&source.citation)], source.head.at, "the same reference in `citation`", found);
    }
    check_addresses(corpus, found);
    check_questions(corpus, found);
}

/// Reports questions of one section that readers cannot tell apart by their words or in tables.
fn check_questions(corpus: &Corpus, found: &mut Diagnostics) {
    let told: BTreeSet<Span> = found.iter().filter(|d| d.fault.code == TWIN_RECORD.code).map(|d| d.span).collect();
    let mut seen = Seen::new(&TWIN_RECORD, "delete one of the two, or give it words of its own");
    for question in corpus.questions.iter().filter(|question| !told.contains(&question.head.at)) {
        for (name, text) in [("wording", &question.wording), ("label", &question.label)] {
            let key = (question.section.clone(), question.domain, name, words(text));
            let message = || format!("another question of the section has the same `{name}`");
            if seen.see(key, question.head.place(name), message, found) {
                break;
            }
        }
    }
}

/// Reports sources that are one work at one web address. A page that was looked up or stored twice may have said two things,
/// and several works may be had at one address.
fn check_addresses(corpus: &Corpus, found: &mut Diagnostics) {
    let told: BTreeSet<Span> = found.iter().filter(|d| d.fault.code == TWIN_RECORD.code).map(|d| d.span).collect();
    let help =
        "delete one of the two (`aliases` keeps its address); of parts of one page the `place` tells which is cited";
    let mut seen = Seen::new(&TWIN_RECORD, help);
    for source in corpus.sources.iter().filter(|source| !told.contains(&source.head.at)) {
        let Some(url) = &source.url else { continue };
        let address = url.value.trim_end_matches('/').replacen("http://", "https://", 1);
        let day = |date: &Option<Date>| date.as_ref().map(ToString::to_string);
        let copy = (source.archived.as_ref().map(|at| at.value.as_str()), day(&source.stored), day(&source.accessed));
        let title = source.title.as_deref().map(words);
        let work = (
            title,
            source.author.as_deref().map(words),
            source.year.as_deref(),
            source.language.as_deref(),
            source.extent.as_deref(),
        );
        let key = (address, work, copy);
        seen.see(key, source.head.at, || "another source has the same title, year, address and days".to_owned(), found);
    }
}

/// Checks the entries of a country's files.
fn check_entries(corpus: &Corpus, found: &mut Diagnostics) {
    let mut seen = Seen::new(&TWIN_RECORD, "delete one of the two, or say in what they differ");
    let mut see = |kind: &'static str, key: Vec<String>, citation: &Citation, at: Span, found: &mut Diagnostics| {
        let message = || format!("another {kind} says the same from the same place");
        seen.see((kind, key, cited(citation)), at, message, found);
    };
    for offence in corpus.offences.iter() {
        let named = [
            offence.provision.as_ref().map(|p| p.value.to_string()),
            offence.law.as_ref().map(|l| l.value.to_string()),
        ];
        let named = named.into_iter().flatten();
        let key = [offence.country.to_string(), words(&offence.conduct), offence.observed.to_string()].into_iter();
        see("offence", key.chain(named).collect(), &offence.citation, offence.head.at, found);
    }
    for statistic in corpus.statistics.iter() {
        let bounds =
            [&statistic.from, &statistic.until].map(|date| date.as_ref().map(ToString::to_string).unwrap_or_default());
        let of = statistic.breakdown.as_ref().map(|part| words(part)).unwrap_or_default();
        let key = [statistic.country.to_string(), words(&statistic.counted), words(&statistic.value), of];
        let key = key.into_iter().chain([words(&statistic.unit)]).chain(bounds).collect();
        see("figure", key, &statistic.citation, statistic.head.at, found);
    }
    for gap in corpus.gaps.iter() {
        let key = vec![gap.country.to_string(), words(gap.text.text()), gap.observed.to_string()];
        see("gap", key, &gap.citation, gap.head.at, found);
    }
    for observation in corpus.observations.iter() {
        let key =
            vec![observation.country.to_string(), words(observation.text.text()), observation.observed.to_string()];
        see("observation", key, &observation.citation, observation.head.at, found);
    }
}
