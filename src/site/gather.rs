//! Pages that gather: home, topics, questions, sources, disagreements, what nobody has researched, glossary, about.

use std::collections::BTreeMap;

use crate::law::{self, Kind, Thing, cell, cell::State, status::Status as Standing};

use super::country::first_paragraph;
use super::date::when;
use super::likeness::answers;
use super::references::country_of;
use super::route;
use super::sheet::{Sheet, tongue};
use super::view::{
    About, AnswerMeaning, Backlink, Benchmark, Cell, CellDetail, Counts, Disagreements, Glossary, Home, Link, Prose,
    ProsePage, Question, QuestionLine, Questions, SectionList, Source, SourceGroup, SourceUse, Sources, Span,
    StateCount, Term, Topic, TopicCountry, TopicElement, TopicLine, TopicProvision, Topics, Unresearched,
    UnresearchedCountry,
};

impl<'s> Sheet<'s> {
    pub(super) fn home(&self) -> Home {
        let corpus = self.corpus();
        let column = |id: &law::CountryId| corpus.countries.get(id.as_str());
        let link = |kind: Kind, id: &str| self.link(kind, id);
        Home {
            body: corpus.home.as_ref().map(|h| self.prose(&h.body, "")).unwrap_or_default(),
            countries: corpus.columns.iter().filter_map(column).map(|c| self.country_card(c)).collect(),
            sections: self.section_lists(),
            topics: self.site.topics().map(|t| link(Kind::Topic, t.id.as_str())).collect(),
            instruments: self.site.instruments().map(|i| link(Kind::Instrument, i.id.as_str())).collect(),
            counts: self.counts(),
        }
    }

    /// Whether a column is that of a region: several states of which sources speak together.
    pub(super) fn is_region(&self, id: &law::CountryId) -> bool {
        self.corpus().countries.get(id.as_str()).is_some_and(|c| c.kind == law::CountryKind::Region)
    }

    pub(super) fn counts(&self) -> Counts {
        let corpus = self.corpus();
        Counts {
            countries: corpus.columns.iter().filter(|id| !self.is_region(id)).count(),
            questions: corpus.questions.len(),
            cells: corpus.cells.len(),
            findings: corpus.findings.len(),
            instruments: corpus.instruments.len(),
            actions: corpus.actions.len(),
            laws: corpus.laws.len(),
            provisions: corpus.provisions.len(),
            amendments: corpus.amendments.len(),
            sources: corpus.sources.len(),
            conflicts: corpus.conflicts.len(),
            terms: corpus.terms.len(),
        }
    }

    pub(super) fn section_lists(&self) -> Vec<SectionList> {
        let line = |q: &law::Question| QuestionLine {
            link: self.link(Kind::Question, q.id.as_str()),
            wording: q.wording.clone(),
            domain: q.domain.word(),
        };
        let list = |s: &law::Section| SectionList {
            id: s.id.to_string(),
            title: self.link(Kind::Section, s.id.as_str()),
            body: self.prose(&s.body, &format!("{}-", s.id)),
            questions: self.site.codebook().filter(|q| q.section == s.id).map(line).collect(),
        };
        self.site.sections().map(list).collect()
    }

    pub(super) fn questions_page(&self) -> Questions {
        Questions { sections: self.section_lists() }
    }

    pub(super) fn topics_page(&self) -> Topics {
        let corpus = self.corpus();
        let line = |topic: &law::Topic| {
            let under = |topics: &[crate::text::At<law::TopicId>]| topics.iter().any(|t| t.value == topic.id);
            TopicLine {
                link: self.link(Kind::Topic, topic.id.as_str()),
                summary: first_paragraph(&topic.body),
                questions: corpus.questions.iter().filter(|q| under(&q.topics)).count(),
                provisions: self.site.provisions_under(&topic.id).len()
                    + corpus.offences.iter().filter(|o| under(&o.topics)).count(),
            }
        };
        Topics { topics: self.site.topics().map(line).collect() }
    }

    pub(super) fn topic(&self, topic: &'s law::Topic) -> Topic {
        let corpus = self.corpus();
        let id = &topic.id;
        let under = |topics: &[crate::text::At<law::TopicId>]| topics.iter().any(|t| t.value == *id);
        let part = self.at.page.part().cloned();
        let divided = self.is_divided();
        let questions = || self.site.codebook().filter(|q| under(&q.topics));
        let matrix = (!divided && part.is_none()).then(|| self.matrix(|q| under(&q.topics), String::new()));
        let mut provisions: BTreeMap<law::CountryId, Vec<TopicProvision>> = BTreeMap::new();
        for at in self.site.provisions_under(id) {
            let provision = &corpus.provisions.rows()[*at];
            if !self.lists(provision.id.as_str().split('/').next().unwrap_or_default()) {
                continue;
            }
            let shown = self.wording_on(provision).or(provision.wordings.len().checked_sub(1));
            provisions.entry(provision.law.country()).or_default().push(TopicProvision {
                link: self.link(Kind::Provision, provision.id.as_str()),
                law: self.link(Kind::Law, provision.law.as_str()),
                heading: shown.and_then(|n| provision.wordings[n].heading.clone()),
            });
        }
        let country = |country: &'s law::Country| TopicCountry {
            id: crate::text::slug(&country.name),
            country: self.country(&country.id),
            laws: corpus
                .laws
                .iter()
                .filter(|l| l.country == country.id && under(&l.topics))
                .map(|l| self.law_line(l))
                .collect(),
            provisions: provisions.remove(&country.id).unwrap_or_default(),
            offences: corpus
                .offences
                .iter()
                .filter(|o| o.country == country.id && under(&o.topics))
                .map(|o| self.offence(o))
                .collect(),
            gaps: self.gaps_under(&country.id, id),
            observations: self.observations_under(&country.id, id),
        };
        let countries = self.site.countries().filter(|country| self.lists(country.id.as_str())).map(country);
        let filled = |c: &TopicCountry| {
            !(c.laws.is_empty()
                && c.provisions.is_empty()
                && c.offences.is_empty()
                && c.gaps.is_empty()
                && c.observations.is_empty())
        };
        Topic {
            id: id.to_string(),
            title: topic.title.clone(),
            body: if part.is_none() { self.prose(&topic.body, "text-") } else { Prose::default() },
            countries: countries.filter(filled).collect(),
            matrix: matrix.filter(|matrix| !matrix.sections.is_empty()),
            questions: questions().filter(|_| divided).map(|q| self.link(Kind::Question, q.id.as_str())).collect(),
            cells: questions()
                .flat_map(|q| part.iter().map(move |country| (q, country)))
                .map(|(q, c)| self.cell_of(q, c))
                .collect(),
            amendments: corpus
                .amendments
                .iter()
                .filter(|a| under(&a.topics) && self.lists(a.country.as_str()))
                .map(|a| self.amendment_line(a))
                .collect(),
            elements: self.elements_under(id),
            cited_by: if part.is_none() { self.backlinks(Kind::Topic, id.as_str()) } else { Vec::new() },
        }
    }

    fn elements_under(&self, topic: &law::TopicId) -> Vec<TopicElement> {
        let mut out = Vec::new();
        for amendment in self.corpus().amendments.iter().filter(|amendment| self.lists(amendment.country.as_str())) {
            for element in amendment.elements.iter().filter(|e| e.topics.iter().any(|t| t.value == *topic)) {
                let link = self.link(Kind::Amendment, amendment.id.as_str());
                out.push(TopicElement {
                    link: Link { href: format!("{}#element-{}", link.href, element.id.value), text: link.text },
                    country: self.country(&amendment.country),
                    text: self.prose(
                        &element.text,
                        &format!("{}-{}-", amendment.id.as_str().replace('/', "-"), element.id.value),
                    ),
                });
            }
        }
        out
    }

    pub(super) fn question(&self, question: &'s law::Question) -> Question {
        let corpus = self.corpus();
        let id = &question.id;
        let cells: Vec<CellDetail> = corpus.columns.iter().map(|c| self.cell_detail(question, c)).collect();
        let count =
            |key: &'static str| StateCount { state: key, count: cells.iter().filter(|c| c.cell.state == key).count() };
        let defined = |key: &str| question.answers.iter().any(|(word, _)| word == key);
        let place = corpus.codebook.iter().position(|q| q == id);
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| corpus.codebook.get(at)).map(|q| self.link(Kind::Question, q.as_str()))
        };
        let counts: Vec<StateCount> = State::WORDS.iter().map(|key| count(key)).filter(|c| c.count > 0).collect();
        let children = self.site.codebook().filter(|q| q.parent.as_ref().is_some_and(|p| p.question.value == *id));
        Question {
            id: id.to_string(),
            wording: question.wording.clone(),
            label: question.label.clone(),
            section: self.link(Kind::Section, question.section.as_str()),
            domain: question.domain.word(),
            basis: match question.basis {
                law::Basis::Provision => "provision",
                law::Basis::Action => "action",
                law::Basis::Source => "source",
            },
            kind: question.kind.word(),
            answers: question
                .answers
                .iter()
                .enumerate()
                .map(|(n, (word, meaning))| self.answer(word, meaning, n))
                .collect(),
            other_states: counts.iter().map(|c| c.state).filter(|key| !defined(key)).collect(),
            include: self.note(question.include.as_ref(), "include-"),
            exclude: self.note(question.exclude.as_ref(), "exclude-"),
            benchmark: question.benchmark.as_ref().and_then(|b| self.benchmark(&b.value)),
            parent: question.parent.as_ref().map(|p| self.link(Kind::Question, p.question.as_str())),
            parent_when: question.parent.as_ref().map(|p| p.when.clone()).unwrap_or_default(),
            children: children.map(|q| self.link(Kind::Question, q.id.as_str())).collect(),
            topics: self.topics(&question.topics),
            body: self.prose(&question.body, "text-"),
            counts,
            cells,
            conflicts: self.conflicts(Kind::Question, id.as_str()),
            previous: neighbour(place.and_then(|at| at.checked_sub(1))),
            next: neighbour(place.map(|at| at + 1)),
            cited_by: self.backlinks(Kind::Question, id.as_str()),
            trace: question.head.trace.clone(),
        }
    }

    fn answer(&self, word: &str, meaning: &crate::text::Prose, number: usize) -> AnswerMeaning {
        AnswerMeaning {
            answer: word.to_owned(),
            is_state: State::parse(word).is_some(),
            meaning: self.prose(meaning, &format!("answer-{number}-")),
        }
    }

    fn benchmark(&self, text: &str) -> Option<Benchmark> {
        let (id, key) = text.split_once('#').map_or((text, None), |(id, key)| (id, Some(key)));
        let instrument = self.corpus().instruments.get(id)?;
        let article = key.and_then(|key| instrument.articles.iter().find(|a| a.key.value == key));
        Some(Benchmark { link: self.named(text)?, article: article.map(|a| self.article(instrument, a)) })
    }

    pub(super) fn sources_page(&self) -> Sources {
        let corpus = self.corpus();
        let of_tier = |tier: Option<law::Tier>| SourceGroup {
            tier: tier.map_or("", law::Tier::word),
            sources: corpus
                .sources
                .iter()
                .filter(|s| s.tier == tier)
                .map(|s| self.source_line(s, self.site.references.citing(s.id.as_str()).len()))
                .collect(),
        };
        let groups = law::Tier::ALL.iter().map(|tier| Some(*tier)).chain([None]).map(of_tier);
        Sources { groups: groups.filter(|g| !g.sources.is_empty()).collect() }
    }

    pub(super) fn source(&self, source: &law::Source) -> Source {
        let uses = self.site.references.citing(source.id.as_str());
        let shown = |origin: &Thing| match country_of(origin, self.corpus()) {
            Some(country) => self.lists(country.as_str()),
            None => self.at.page.part().is_none(),
        };
        let mut cited_by: Vec<SourceUse> = uses
            .iter()
            .filter(|(origin, _)| shown(origin))
            .map(|(origin, place)| SourceUse {
                link: self.origin(origin),
                kind: origin.kind.word(),
                place: place.as_deref().unwrap_or_default().to_owned(),
            })
            .collect();
        cited_by.sort_by(|a, b| {
            let names = self.site.collation.compare(&a.link.text, &b.link.text);
            let places = || self.site.collation.compare(&a.place, &b.place);
            a.kind.cmp(b.kind).then(names).then_with(places).then_with(|| a.link.href.cmp(&b.link.href))
        });
        Source {
            id: source.id.to_string(),
            citation: source.citation.clone(),
            short: source.short().to_owned(),
            author: source.author.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            year: source.year.clone(),
            kind: source.kind.clone(),
            tier: source.tier.map_or("", law::Tier::word),
            url: source.url.as_ref().and_then(|u| route::web(&u.value)),
            archived: source.archived.as_ref().and_then(|u| route::web(&u.value)),
            language: source.language.clone(),
            licence: source.licence.clone(),
            stored: source.stored.as_ref().map(when),
            accessed: source.accessed.as_ref().map(when),
            background: source.role == law::SourceRole::Background,
            body: self.prose(&source.body, "text-"),
            cited_by,
        }
    }

    /// The place that refers to something, with its name.
    pub(super) fn origin(&self, origin: &Thing) -> Link {
        let (path, anchor) = super::route::of_origin(origin);
        Link { href: self.href(&path, anchor.as_deref()), text: self.site.origin_name(origin) }
    }

    /// The pages whose prose names a record.
    pub(super) fn backlinks(&self, kind: Kind, id: &str) -> Vec<Backlink> {
        let naming = self.site.references.naming(kind, id).iter();
        let others = naming.filter(|o| !(o.kind == kind && *o.id == *id));
        let mut list: Vec<Backlink> = others.map(|o| Backlink { link: self.origin(o), kind: o.kind.word() }).collect();
        list.sort_by(|a, b| {
            let names = self.site.collation.compare(&a.link.text, &b.link.text);
            a.kind.cmp(b.kind).then(names).then_with(|| a.link.href.cmp(&b.link.href))
        });
        list.dedup();
        list
    }

    pub(super) fn disagreements(&self) -> Disagreements {
        let corpus = self.corpus();
        let pairs = || self.site.codebook().flat_map(|q| corpus.columns.iter().map(move |c| (q, c)));
        let clashing =
            |(q, c): &(&'s law::Question, &'s law::CountryId)| !cell::on(corpus, q, c, self.day).disputing.is_empty();
        let coders = |(q, c): &(&law::Question, &law::CountryId)| two_coders(q.kind, corpus.findings_of(&q.id, c));
        Disagreements {
            conflicts: corpus.conflicts.iter().map(|c| self.conflict(c)).collect(),
            cells: pairs().filter(clashing).map(|(q, c)| self.cell_detail_elsewhere(q, c)).collect(),
            actions: self.disputed_actions(),
            coders: pairs().filter(coders).map(|(q, c)| self.cell_detail_elsewhere(q, c)).collect(),
        }
    }

    /// A cell's details on a page where cells of several questions stand: its anchor names the question too.
    fn cell_detail_elsewhere(&self, question: &'s law::Question, country: &'s law::CountryId) -> CellDetail {
        CellDetail { id: format!("{}-{}", question.id, country), ..self.cell_detail(question, country) }
    }

    pub(super) fn unresearched(&self) -> Unresearched {
        let of = |country: &'s law::CountryId| {
            let cells: Vec<Cell> = self.site.codebook().map(|q| self.cell_of(q, country)).collect();
            let pick = |key: &str| cells.iter().filter(|c| c.state == key).cloned().collect();
            let unknown = |i: &&law::Instrument| {
                let joins = super::days::joins_treaties(self.corpus(), country);
                joins && law::status::on(self.corpus(), country, &i.id, self.day).status == Standing::NotRecorded
            };
            UnresearchedCountry {
                country: self.country(country),
                not_researched: pick("not-researched"),
                silent: pick("source-silent"),
                unavailable: pick("source-unavailable"),
                answered: cells.iter().filter(|cell| answers(cell)).count(),
                questions: cells.len(),
                treaties: self
                    .site
                    .instruments()
                    .filter(unknown)
                    .map(|i| self.link(Kind::Instrument, i.id.as_str()))
                    .collect(),
            }
        };
        Unresearched { countries: self.corpus().columns.iter().map(of).collect(), contribute: self.site.report() }
    }

    pub(super) fn glossary(&self) -> Glossary {
        let mut terms: Vec<&law::Term> = self.corpus().terms.iter().collect();
        terms.sort_by(|a, b| self.site.collation.compare(&a.term, &b.term).then_with(|| a.id.cmp(&b.id)));
        let of = |t: &law::Term| Term {
            id: t.id.to_string(),
            term: t.term.clone(),
            originals: t.originals.iter().map(tongue).collect(),
            body: self.prose(&t.body, &format!("{}-", t.id)),
            citation: t.citation.as_ref().map(|c| self.citation(c)),
            observed: t.observed.as_ref().map(when),
            cited_by: self.backlinks(Kind::Term, t.id.as_str()),
            trace: t.head.trace.clone(),
        };
        Glossary { terms: terms.into_iter().map(of).collect() }
    }

    pub(super) fn about(&self) -> About {
        let corpus = self.corpus();
        let accessed = || corpus.sources.iter().filter_map(|s| s.accessed.as_ref());
        let first = accessed().min_by_key(|d| (d.earliest().is_none(), d.earliest()));
        let last = accessed().max_by_key(|d| d.latest());
        About {
            body: corpus.pages.get("about").map(|p| self.prose(&p.body, "")).unwrap_or_default(),
            counts: self.counts(),
            states: State::WORDS.iter().copied().collect(),
            statuses: Standing::WORDS.iter().copied().collect(),
            tiers: law::Tier::WORDS.to_vec(),
            accessed: first.map(|first| Span { first: Some(when(first)), last: last.map(when) }),
        }
    }

    pub(super) fn prose_page(&self, page: &law::Page) -> ProsePage {
        ProsePage { body: self.prose(&page.body, ""), cited_by: self.backlinks(Kind::Page, page.id.as_str()) }
    }
}

impl super::Site {
    /// The topics in their order.
    pub(super) fn topics(&self) -> impl Iterator<Item = &law::Topic> {
        let mut list: Vec<&law::Topic> = self.corpus.topics.iter().collect();
        list.sort_by_key(|t| (t.order, t.id.clone()));
        list.into_iter()
    }

    /// The provisions under a topic, by their place in the corpus.
    pub(super) fn provisions_under(&self, topic: &law::TopicId) -> &[usize] {
        self.provisions_by_topic.get(topic).map_or(&[], Vec::as_slice)
    }
}

/// Whether two coders answered one cell differently from the same source for the same time.
fn two_coders(kind: law::AnswerKind, findings: &[law::Finding]) -> bool {
    findings.iter().enumerate().any(|(n, a)| {
        findings[n + 1..].iter().any(|b| {
            a.coder != b.coder
                && a.coder != law::status::COMPUTED
                && b.coder != law::status::COMPUTED
                && a.citation.source.value == b.citation.source.value
                && a.observed.may_equal(&b.observed)
                && cell::differ(kind, a, b)
        })
    })
}
