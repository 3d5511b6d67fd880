//! A builder of small corpora for the tests of rules: one country `xr`, one treaty, one question, and what a test adds.

use crate::text::{At, FileId, Prose, Span};

use super::*;

/// A corpus under construction.
#[derive(Clone, Default)]
pub(crate) struct Sample {
    corpus: Corpus,
    sources: Vec<Source>,
    instruments: Vec<Instrument>,
    questions: Vec<Question>,
}

/// Parses a day that a test wrote.
pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).expect(text)
}

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn at() -> Span {
    Span::head(FileId(0))
}

fn prose() -> Prose {
    Prose::of_value("", at())
}

fn head(start: usize) -> Head {
    Head {
        at: Span::new(FileId(0), start, start),
        draft: false,
        aliases: Vec::new(),
        trace: Vec::new(),
        acknowledge: Vec::new(),
        confirmed_on: None,
    }
}

fn citation(source: &str) -> Citation {
    Citation { source: At::new(SourceId::new(source), at()), place: "p. 1".to_owned(), tier: None }
}

fn source(id: &str, tier: Option<Tier>) -> Source {
    Source {
        head: head(0),
        id: SourceId::new(id),
        citation: id.to_owned(),
        short: None,
        author: None,
        title: None,
        publisher: None,
        year: None,
        kind: None,
        tier,
        url: None,
        archived: None,
        language: None,
        licence: None,
        stored: None,
        complete: Vec::new(),
        accessed: None,
        role: SourceRole::Cited,
        body: prose(),
    }
}

impl Sample {
    /// Starts with three sources: `un`, which is the depositary, `paper` and `report`, which are not.
    pub(crate) fn new() -> Sample {
        let sources = vec![
            source("un", Some(Tier::Depositary)),
            source("paper", Some(Tier::Academic)),
            source("report", Some(Tier::GovernmentReport)),
        ];
        Sample { sources, ..Sample::default() }
    }

    /// Adds `treaty`, open from 2000-12-12, in force from `in_force`, and for each state `days` after its deposit.
    pub(crate) fn treaty(mut self, in_force: Option<&str>, days: Option<u32>) -> Sample {
        self.instruments.push(Instrument {
            head: head(0),
            id: InstrumentId::new("treaty"),
            title: "Treaty".into(),
            short: None,
            kind: InstrumentKind::Treaty,
            order: 0,
            adopted: None,
            opened: Some(date("2000-12-12")),
            closed: None,
            in_force: in_force.map(date),
            also_adopted: None,
            end: None,
            provisional_until: None,
            entry: days.map(|days| EntryIntoForce {
                count: Some(EntryCount { days, ..EntryCount::default() }),
                applies_after: None,
                exceptions: Vec::new(),
                words: "later".into(),
                citation: citation("un"),
            }),
            ratification_needs_signature: true,
            depositary: None,
            supplements: None,
            citations: Vec::new(),
            articles: Vec::new(),
            body: prose(),
        });
        self
    }

    /// Adds an act of `xr` towards the treaty. Each entry is a source, a field and a date; entries of one source are
    /// one statement.
    pub(crate) fn action(self, kind: &str, entries: &[(&str, &str, &str)]) -> Sample {
        self.numbered(kind, 1, entries)
    }

    /// Adds a repetition of the same act.
    pub(crate) fn again(self, kind: &str, entries: &[(&str, &str, &str)]) -> Sample {
        self.numbered(kind, 2, entries)
    }

    fn numbered(mut self, kind: &str, number: u32, entries: &[(&str, &str, &str)]) -> Sample {
        let kind = ActionKind::parse(kind).expect(kind);
        let mut statements: Vec<Statement> = Vec::new();
        for (source, field, text) in entries {
            let position = statements.iter().position(|s| s.citation.source.as_str() == *source);
            let position = position.unwrap_or_else(|| {
                statements.push(statement(source));
                statements.len() - 1
            });
            let statement = &mut statements[position];
            let place = match *field {
                "signed" => &mut statement.signed,
                "deposited" => &mut statement.deposited,
                "in_force" => &mut statement.in_force,
                "domestic" => &mut statement.domestic,
                "effective" => &mut statement.effective,
                "given" => &mut statement.given,
                other => panic!("no field {other}"),
            };
            *place = Some(At::new(date(text), at()));
        }
        self.corpus.actions.push(Action {
            head: head(0),
            country: CountryId::new("xr"),
            instrument: At::new(InstrumentId::new("treaty"), at()),
            kind: At::new(kind, at()),
            number,
            act: None,
            predecessor: None,
            to: None,
            to_number: None,
            territories: Vec::new(),
            not_computed: None,
            articles: Vec::new(),
            quotation: None,
            law: None,
            statements,
            note: None,
        });
        self
    }

    /// Adds a table of `source` without an entry for `xr`.
    pub(crate) fn absence(mut self, source: &str, observed: &str, signature_only: bool) -> Sample {
        self.corpus.absences.push(Absence {
            head: head(0),
            country: CountryId::new("xr"),
            instrument: At::new(InstrumentId::new("treaty"), at()),
            finding: "no entry".into(),
            signature_only,
            observed: date(observed),
            citation: citation(source),
        });
        self
    }

    /// Adds a question of this id and kind.
    pub(crate) fn question(mut self, id: &str, kind: AnswerKind) -> Sample {
        self.questions.push(Question {
            head: head(0),
            id: QuestionId::new(id),
            section: SectionId::new("section"),
            order: 0,
            wording: "Is it so?".into(),
            label: "So".into(),
            kind,
            answers: Vec::new(),
            domain: Domain::Law,
            basis: Basis::Source,
            computed: None,
            benchmark: None,
            headline: false,
            about: None,
            parent: None,
            topics: Vec::new(),
            include: None,
            exclude: None,
            body: prose(),
        });
        self
    }

    /// Makes the last question depend on `parent`: it applies only where that is answered by one of `when`.
    pub(crate) fn below(mut self, parent: &str, when: &[&str]) -> Sample {
        let question = self.questions.last_mut().expect("a question comes first");
        question.parent = Some(Parent {
            question: At::new(QuestionId::new(parent), at()),
            when: when.iter().map(|word| (*word).to_owned()).collect(),
        });
        self
    }

    /// Makes the last question computed from what `xr` did towards the treaty.
    pub(crate) fn computed(mut self, asks: Asks) -> Sample {
        let question = self.questions.last_mut().expect("a question comes first");
        question.basis = Basis::Action;
        question.computed =
            Some(Computed { asks, instruments: vec![At::new(InstrumentId::new("treaty"), at())], declarations: false });
        self
    }

    /// Adds a finding of `source` on the last question for `xr`, observed on `observed`; `with` sets further fields.
    pub(crate) fn finding(
        mut self,
        source: &str,
        observed: &str,
        answer: Answer,
        with: impl FnOnce(&mut Finding),
    ) -> Sample {
        let question = self.questions.last().expect("a question comes first").id.clone();
        let mut finding = Finding {
            head: head(self.corpus.findings.len()),
            country: CountryId::new("xr"),
            question: At::new(question, at()),
            answer: At::new(answer, at()),
            rests_on: vec![RestsOn::Source(at())],
            citation: citation(source),
            observed: At::new(date(observed), at()),
            origin: Origin::Coded { coder: "coder-1".to_owned(), reviewer: None },
            from: None,
            until: None,
            modality: None,
            preferred: None,
            region: None,
            quotation: None,
            plain: None,
            note: None,
        };
        with(&mut finding);
        self.corpus.findings.push(finding);
        self
    }

    /// A place for values whose place does not matter.
    pub(crate) fn place() -> Span {
        at()
    }

    /// Sets the day on which the source was last looked up.
    pub(crate) fn read(mut self, source: &str, on: &str) -> Sample {
        let source = self.sources.iter_mut().find(|s| s.id.as_str() == source).expect("the source is there");
        source.accessed = Some(date(on));
        self
    }

    /// Sets the year or date of publication of the source, in the words of its reference.
    pub(crate) fn published(mut self, source: &str, year: &str) -> Sample {
        let source = self.sources.iter_mut().find(|s| s.id.as_str() == source).expect("the source is there");
        source.year = Some(year.to_owned());
        self
    }

    /// Adds the record of the country `xr`, which is compared.
    pub(crate) fn country(mut self) -> Sample {
        let id = CountryId::new("xr");
        self.corpus.columns.push(id.clone());
        self.corpus.countries = Table::new(vec![Country {
            head: head(0),
            id,
            name: "Ruritania".into(),
            official_name: None,
            kind: CountryKind::State,
            members: Vec::new(),
            compared: true,
            iso: None,
            iso3: None,
            m49: None,
            capital: None,
            languages: Vec::new(),
            names: Vec::new(),
            former_names: Vec::new(),
            from: None,
            until: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            part_of: None,
            body: prose(),
        }]);
        self
    }

    /// Changes the corpus in ways for which there is no method.
    pub(crate) fn with(mut self, more: impl FnOnce(&mut Corpus)) -> Sample {
        more(&mut self.corpus);
        self
    }

    /// Changes the last instrument in ways for which there is no method.
    pub(crate) fn instrument(mut self, more: impl FnOnce(&mut Instrument)) -> Sample {
        more(self.instruments.last_mut().expect("an instrument comes first"));
        self
    }

    /// Changes the last question in ways for which there is no method.
    pub(crate) fn asking(mut self, more: impl FnOnce(&mut Question)) -> Sample {
        more(self.questions.last_mut().expect("a question comes first"));
        self
    }

    /// Adds the law `xr/code` with one article `xr/code/1`, whose wordings have these bounds; an empty bound is not
    /// recorded.
    pub(crate) fn law(mut self, adopted: &str, repealed: &str, wordings: &[(&str, &str)]) -> Sample {
        let known = |text: &str| Some(text).filter(|t| !t.is_empty()).map(date);
        let law = LawId::new("xr/code");
        self.corpus.laws = Table::new(vec![Law {
            head: head(0),
            id: law.clone(),
            country: CountryId::new("xr"),
            kind: LawKind::Code,
            title: "Code".into(),
            title_translation: None,
            official_title: None,
            article_word: None,
            number: None,
            adopted: known(adopted).map(|d| At::new(d, at())),
            signed: None,
            published: None,
            commences: None,
            commences_in_part: false,
            repeal: known(repealed).map(|d| Repeal {
                repealed: At::new(d, at()),
                verb: RepealVerb::Repealed,
                by: None,
                citation: citation("paper"),
            }),
            citations: Vec::new(),
            topics: Vec::new(),
            body: prose(),
        }]);
        let wording = |(from, until): &(&str, &str)| Wording {
            at: at(),
            period: Period { from: known(from), until: known(until) },
            observed: None,
            heading: None,
            heading_language: None,
            extract: false,
            translations: Vec::new(),
            quotation: None,
            summary: None,
            penalty: None,
            by: Vec::new(),
            repealed: false,
            repealed_by: Vec::new(),
            citation: citation("paper"),
            trace: Vec::new(),
        };
        self.corpus.provisions = Table::new(vec![Provision {
            head: head(0),
            id: ProvisionId::new("xr/code/1"),
            law,
            article: "1".to_owned(),
            topics: Vec::new(),
            wordings: wordings.iter().map(wording).collect(),
            body: prose(),
        }]);
        self
    }

    /// Adds a bill that amends `amends`, with these stages.
    pub(crate) fn amendment(mut self, amends: &str, stages: &[(StageKind, &str)]) -> Sample {
        let stage = |(kind, text): &(StageKind, &str)| Stage {
            at: at(),
            kind: *kind,
            reached: At::new(date(text), at()),
            citation: citation("paper"),
            note: None,
            trace: Vec::new(),
        };
        self.corpus.amendments = Table::new(vec![Amendment {
            head: head(0),
            id: AmendmentId::new("xr/bill"),
            country: CountryId::new("xr"),
            title: "Bill".into(),
            kind: AmendmentKind::Bill,
            number: None,
            law: None,
            amends: vec![At::new(amends.to_owned(), at())],
            follows: Vec::new(),
            stages: stages.iter().map(stage).collect(),
            elements: Vec::new(),
            topics: Vec::new(),
            body: prose(),
        }]);
        self
    }

    /// The finished corpus, sorted, with its computed findings.
    pub(crate) fn corpus(&self) -> Corpus {
        let sample = self.clone();
        let mut corpus = Corpus {
            sources: Table::new(sample.sources),
            instruments: Table::new(sample.instruments),
            questions: Table::new(sample.questions),
            ..sample.corpus
        };
        corpus.law_changes = super::assemble::law_changes(&corpus);
        corpus.actions.sort_by_key(|action| (action.kind.value, action.number));
        corpus.table_days = super::assemble::table_days(&corpus);
        let xr = CountryId::new("xr");
        for question in corpus.questions.rows().to_vec() {
            let computed = computed::findings(&corpus, &question, &xr);
            corpus.findings.extend(computed);
        }
        corpus.findings.sort_by(|a, b| a.question.value.cmp(&b.question.value));
        for (position, finding) in corpus.findings.iter().enumerate() {
            let question = finding.question.value.clone();
            let start = corpus.cells.get(&question, &xr).map_or(position, |range| range.start);
            corpus.cells.insert(question, xr.clone(), start..position + 1);
        }
        corpus
    }
}

fn statement(source: &str) -> Statement {
    Statement {
        at: at(),
        citation: citation(source),
        observed: None,
        signed: None,
        deposited: None,
        in_force: None,
        domestic: None,
        effective: None,
        given: None,
        mark: None,
        quote: None,
        preferred: None,
        note: None,
        trace: Vec::new(),
    }
}
