//! References between records: sources that are not cited, forms of terms that belong to two entries of the glossary,
//! columns that compare nothing, pictures, and anchors.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{Citation, Corpus, Kind, SourceRole, walk};
use crate::text::{Block, Diagnostics, Fault, Level, Prose, Target, nearest};

use super::alone::alone;

/// A source that is not cited.
pub static UNUSED_SOURCE: Fault = Fault {
    code: "unused-source",
    level: Level::Warning,
    summary: "a source on which nothing rests",
    explanation: "A list of sources tells readers on what the site rests. One that no statement and no prose cites was \
                  perhaps forgotten where it is needed, or is not needed any more.\n\n\
                  Cite it, remove it, or say that it is context only: `role = \"background\"`.",
};

/// A background source that is cited as evidence.
pub static BACKGROUND_CITED: Fault = Fault {
    code: "background-cited",
    level: Level::Warning,
    summary: "a statement rests on a source that is said to be background only",
    explanation: "`role = \"background\"` tells readers that no statement of the site rests on the source. Prose may still \
                  mention it.\n\nRemove the role, or let the statement rest on another source.",
};

/// A form of a term that belongs to two entries.
pub static TERM_FORM_TWICE: Fault = Fault {
    code: "term-form-twice",
    level: Level::Error,
    summary: "one word leads to two entries of the glossary",
    explanation: "A term and its `forms` are linked where they occur in prose. A word that stands in two entries could lead \
                  to either.\n\nKeep the form in the entry that it should lead to.",
};

/// A column that the configuration or a handout asks for, of a country that is not compared.
pub static COLUMN_NOT_COMPARED: Fault = Fault {
    code: "column-not-compared",
    level: Level::Warning,
    summary: "a column is asked for of a country that is not compared",
    explanation: "`countries` in `collatio.toml` orders the columns of the matrix, `groups` names countries that are set beside \
                  each other, and a handout of a module shows columns of the matrix. A country with `compared = false` has no \
                  column.\n\n\
                  Remove it there, or let it be compared.",
};

/// A picture in prose that does not exist.
pub static UNKNOWN_PICTURE: Fault = Fault {
    code: "unknown-picture",
    level: Level::Error,
    summary: "prose shows a picture that is not among the content",
    explanation: "Where the picture should be, readers would see a gap. The path is written from `content/` on, letter by \
                  letter as the file is named, capitals too: `![What it shows](pictures/map.png)` is \
                  `content/pictures/map.png`.\n\n\
                  Put the file there, or correct the path.",
};

/// A link to an anchor that the page does not have.
pub static UNKNOWN_ANCHOR: Fault = Fault {
    code: "unknown-anchor",
    level: Level::Error,
    summary: "a link leads to a place that the page does not have",
    explanation: "`[words](#name)` leads to a heading of the same text: to the name that it was given (`## Heading {#name}`) \
                  or that is made from its words. In a country's profile it may also lead to a part that every such page \
                  has (`#gaps`, `#amendments`, `#laws` …) or to a section of the codebook.\n\n\
                  Correct the name, or give the heading that name. A place on another page is named `[[id]]`.",
};

/// The anchors of a country's page to which its profile may link, besides those of its own and of the codebook's
/// sections.
const PARTS: &[&str] = &[
    "treaties",
    "laws",
    "offences",
    "statistics",
    "observations",
    "gaps",
    "amendments",
    "conflicts",
    "latest",
    "sources",
];

/// The file name of a path without its extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Reports pictures in prose that are not among `pictures`, which are paths below `content/`.
pub(super) fn check_pictures(corpus: &Corpus, pictures: &BTreeSet<&str>, found: &mut Diagnostics) {
    for prose in proses(corpus).filter(|prose| prose.text().contains("![")) {
        for (path, at) in prose.pictures().into_iter().filter(|(path, _)| !pictures.contains(path.as_str())) {
            let fault = UNKNOWN_PICTURE.at(at, format!("there is no picture `{path}`"));
            // Folder and extension are much the same in all paths, so they say nothing about similarity.
            let near = nearest(stem(&path), pictures.iter().map(|picture| stem(picture)));
            found.push(match near.and_then(|near| pictures.iter().find(|picture| stem(picture) == near)) {
                Some(near) => fault.suggest(Some(near)),
                None => fault.help(format!("put it at `content/{path}`, or correct the path")),
            });
        }
    }
}

/// Runs all checks of references. Where `faulty` records were left out, their citations are unknown, so no source is
/// reported as unused.
pub(super) fn check(corpus: &Corpus, faulty: bool, found: &mut Diagnostics) {
    if !faulty {
        check_unused(corpus, found);
    }
    check_background(corpus, found);
    check_terms(corpus, found);
    check_columns(corpus, found);
    check_anchors(corpus, found);
}

fn check_anchors(corpus: &Corpus, found: &mut Diagnostics) {
    for prose in proses(corpus).filter(|prose| prose.text().contains("(#")) {
        alone(prose.span(), found, |found| check_anchors_of(corpus, prose, found));
    }
}

fn check_anchors_of(corpus: &Corpus, prose: &Prose, found: &mut Diagnostics) {
    let mut there: BTreeSet<String> = headings(&prose.blocks());
    if corpus.countries.iter().any(|country| std::ptr::eq(&country.body, prose)) {
        there.extend(PARTS.iter().map(|part| (*part).to_owned()));
        there.extend(corpus.sections.iter().map(|section| section.id.to_string()));
    }
    for (anchor, at) in prose.anchors().into_iter().filter(|(anchor, _)| !there.contains(anchor)) {
        let near = nearest(&anchor, there.iter().map(String::as_str)).map(|near| format!("#{near}"));
        let fault = UNKNOWN_ANCHOR.at(at, format!("the page has no place `#{anchor}`"));
        found.push(match near {
            Some(near) => fault.suggest(Some(near.as_str())),
            None => fault.help("give a heading that name: `## Heading {#name}`; a place on another page is `[[id]]`"),
        });
    }
}

/// The anchors of all headings of a prose.
fn headings(blocks: &[Block]) -> BTreeSet<String> {
    let name = |block: &Block| match block {
        Block::Heading { id, .. } => Some(id.clone()),
        _ => None,
    };
    blocks.iter().filter_map(name).collect()
}

/// Every citation, in the order of the records.
fn citations(corpus: &Corpus) -> impl Iterator<Item = &Citation> {
    let instruments = corpus.instruments.iter().flat_map(|i| {
        let articles = i.articles.iter().filter_map(|a| a.citation.as_ref());
        let end = i.end.iter().map(|e| &e.citation);
        i.citations.iter().chain(i.entry.iter().map(|e| &e.citation)).chain(end).chain(articles)
    });
    let actions = corpus.actions.iter().flat_map(|a| &a.statements).map(|s| &s.citation);
    let absences = corpus.absences.iter().map(|a| &a.citation);
    let laws = corpus.laws.iter().flat_map(|l| l.citations.iter().chain(l.repeal.iter().map(|r| &r.citation)));
    let wordings = corpus.provisions.iter().flat_map(|p| &p.wordings).map(|w| &w.citation);
    let offences = corpus.offences.iter().map(|o| &o.citation);
    let amendments = corpus
        .amendments
        .iter()
        .flat_map(|a| a.stages.iter().map(|s| &s.citation).chain(a.elements.iter().map(|e| &e.citation)));
    let findings = corpus.findings.iter().flat_map(|f| f.citations());
    let statistics = corpus.statistics.iter().map(|s| &s.citation);
    let gaps = corpus.gaps.iter().flat_map(|g| [Some(&g.citation), g.later.as_ref().map(|(_, c)| c)]).flatten();
    let observations = corpus.observations.iter().map(|o| &o.citation);
    let terms = corpus.terms.iter().filter_map(|t| t.citation.as_ref());
    let sides = corpus.conflicts.iter().flat_map(|c| &c.sides).map(|s| &s.citation);
    instruments
        .chain(actions)
        .chain(absences)
        .chain(laws)
        .chain(wordings)
        .chain(offences)
        .chain(amendments)
        .chain(findings)
        .chain(statistics)
        .chain(gaps)
        .chain(observations)
        .chain(terms)
        .chain(sides)
}

/// Every prose, in the order of the records.
fn proses(corpus: &Corpus) -> impl Iterator<Item = &Prose> {
    let countries = corpus.countries.iter().map(|c| &c.body);
    let instruments =
        corpus.instruments.iter().flat_map(|i| i.articles.iter().filter_map(|a| a.summary.as_ref()).chain([&i.body]));
    let actions =
        corpus.actions.iter().flat_map(|a| a.statements.iter().filter_map(|s| s.note.as_ref()).chain(&a.note));
    let laws = corpus.laws.iter().map(|l| &l.body);
    let provisions =
        corpus.provisions.iter().flat_map(|p| p.wordings.iter().filter_map(|w| w.summary.as_ref()).chain([&p.body]));
    let offences = corpus.offences.iter().filter_map(|o| o.note.as_ref());
    let amendments = corpus.amendments.iter().flat_map(|a| {
        let stages = a.stages.iter().filter_map(|s| s.note.as_ref());
        stages.chain(a.elements.iter().map(|e| &e.text)).chain([&a.body])
    });
    let topics = corpus.topics.iter().map(|t| &t.body);
    let sections = corpus.sections.iter().map(|s| &s.body);
    let questions = corpus.questions.iter().flat_map(|q| {
        let answers = q.answers.iter().map(|(_, meaning)| meaning);
        answers.chain(&q.include).chain(&q.exclude).chain([&q.body])
    });
    let findings = corpus.findings.iter().flat_map(|f| f.plain.iter().chain(&f.note));
    let sources = corpus.sources.iter().map(|s| &s.body);
    let statistics = corpus.statistics.iter().filter_map(|s| s.note.as_ref());
    let gaps = corpus.gaps.iter().flat_map(|g| [Some(&g.text), g.later.as_ref().map(|(text, _)| text)]).flatten();
    let observations = corpus.observations.iter().flat_map(|o| [Some(&o.text), o.note.as_ref()]).flatten();
    let terms = corpus.terms.iter().map(|t| &t.body);
    let conflicts = corpus.conflicts.iter().flat_map(|c| c.sides.iter().map(|s| &s.says).chain([&c.reason, &c.body]));
    let pages = corpus.pages.iter().chain(&corpus.home).map(|p| &p.body);
    let modules = corpus.modules.iter().flat_map(|m| {
        let steps = m.steps.iter().flat_map(|s| {
            let notes = s.versions.iter().filter_map(|version| version.note.as_ref());
            [&s.text].into_iter().chain(&s.slide).chain(notes)
        });
        let handouts = m.handouts.iter().filter_map(|h| h.note.as_ref());
        let exercises = m.exercises.iter().flat_map(|e| [&e.situation, &e.task, &e.answer]);
        steps.chain(handouts).chain(exercises).chain([&m.body])
    });
    countries
        .chain(instruments)
        .chain(actions)
        .chain(laws)
        .chain(provisions)
        .chain(offences)
        .chain(amendments)
        .chain(topics)
        .chain(sections)
        .chain(questions)
        .chain(findings)
        .chain(sources)
        .chain(statistics)
        .chain(gaps)
        .chain(observations)
        .chain(terms)
        .chain(conflicts)
        .chain(pages)
        .chain(modules)
}

/// Reports sources that are not cited. Parsing prose is the expensive part, so it stops as soon as every source is
/// cited.
fn check_unused(corpus: &Corpus, found: &mut Diagnostics) {
    let cited = corpus.sources.iter().filter(|s| s.role == SourceRole::Cited);
    let mut unused: BTreeSet<&str> = cited.map(|s| s.id.as_str()).collect();
    for citation in citations(corpus) {
        unused.remove(citation.source.as_str());
    }
    walk::each_named(corpus, &mut |_, record_ref| {
        if record_ref.kind == Kind::Source {
            unused.remove(&*record_ref.id);
        }
    });
    for prose in proses(corpus) {
        if unused.is_empty() {
            break;
        }
        if !prose.text().contains('@') && !prose.text().contains("[[") {
            continue;
        }
        for reference in prose.refs() {
            match &reference.target {
                Target::Source { source, .. } => unused.remove(corpus.source_id(source)),
                Target::Record(id) => unused.remove(id.strip_prefix("source:").unwrap_or(id)),
            };
        }
    }
    for source in corpus.sources.iter().filter(|s| unused.contains(s.id.as_str())) {
        found.push(
            UNUSED_SOURCE
                .at(source.head.at, format!("nothing rests on the source `{}`", source.id))
                .help("cite it, remove it, or write `role = \"background\"`"),
        );
    }
}

fn check_background(corpus: &Corpus, found: &mut Diagnostics) {
    for citation in citations(corpus) {
        let source = corpus.sources.get(citation.source.as_str());
        if let Some(source) = source.filter(|s| s.role == SourceRole::Background) {
            found.push(
                BACKGROUND_CITED
                    .at(citation.source.span, format!("a statement rests on `{}`, which is background only", source.id))
                    .help("remove `role = \"background\"` from the source, or cite another")
                    .note(source.head.at, "the source is here"),
            );
        }
    }
}

fn check_terms(corpus: &Corpus, found: &mut Diagnostics) {
    let mut known = BTreeMap::new();
    for term in corpus.terms.iter() {
        for form in std::iter::once(term.term.as_str()).chain(term.forms.iter().map(String::as_str)) {
            let other = *known.entry(form.to_lowercase()).or_insert(term);
            if other.id != term.id {
                found.push(
                    TERM_FORM_TWICE
                        .at(term.head.at, format!("\"{form}\" leads to `{}` and to `{}`", other.id, term.id))
                        .help("keep the form in the entry that it should lead to")
                        .note(other.head.at, "the other entry is here"),
                );
            }
        }
    }
}

fn check_columns(corpus: &Corpus, found: &mut Diagnostics) {
    let settings = &corpus.settings;
    let groups = settings.groups.iter().flat_map(|g| &g.countries);
    let handouts = corpus.modules.iter().flat_map(|m| &m.handouts).flat_map(|h| &h.countries);
    for named in settings.countries.iter().chain(groups).chain(handouts) {
        let country = corpus.countries.get(named.as_str());
        if let Some(country) = country.filter(|c| !c.compared) {
            found.push(
                COLUMN_NOT_COMPARED
                    .at(named.span, format!("`{}` is not compared", named.value))
                    .help("remove it here, or `compared = false` there")
                    .note(country.head.at, "the country is here"),
            );
        }
    }
}
