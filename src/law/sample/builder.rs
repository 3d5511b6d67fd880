//! A builder of small corpora: one country `xr`, one treaty, one law, one question, and what a test adds.

use crate::text::Span;

use super::super::*;
use super::record::{self, at, citation, date, here, statement, xr};

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

impl Sample {
    /// Starts with three sources: `un`, which is the depositary, `paper` and `report`, which are not.
    pub(crate) fn new() -> Sample {
        let sources = vec![
            record::source("un", Some(Tier::Depositary)),
            record::source("paper", Some(Tier::Academic)),
            record::source("report", Some(Tier::GovernmentReport)),
        ];
        Sample { sources, ..Sample::default() }
    }

    /// Adds `treaty`, open from 2000-12-12, in force from `in_force`, and for each state `days` after its deposit.
    pub(crate) fn treaty(mut self, in_force: Option<&str>, days: Option<u32>) -> Sample {
        self.instruments.push(Instrument {
            opened: Some(date("2000-12-12")),
            in_force: in_force.map(date),
            entry: days.map(|days| EntryIntoForce {
                count: Some(EntryCount { days, ..EntryCount::default() }),
                applies_after: None,
                exceptions: Vec::new(),
                words: "later".into(),
                citation: citation("un"),
            }),
            ..record::instrument()
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
                "revoked" => &mut statement.revoked,
                "given" => &mut statement.given,
                other => panic!("no field {other}"),
            };
            *place = Some(at(date(text)));
        }
        self.corpus.actions.change(|rows| rows.push(record::action(kind, number, statements)));
        self
    }

    /// Adds a table of `source` without an entry for `xr`.
    pub(crate) fn absence(mut self, source: &str, observed: &str, signature_only: bool) -> Sample {
        let absence = Absence { signature_only, ..record::absence("xr", source, observed) };
        self.corpus.absences.change(|rows| rows.push(absence));
        self
    }

    /// Adds a record of a source.
    pub(super) fn source(mut self, source: Source) -> Sample {
        self.sources.push(source);
        self
    }

    /// Adds a question of this id and kind.
    pub(crate) fn question(mut self, id: &str, kind: AnswerKind) -> Sample {
        self.questions.push(record::question(id, kind));
        self
    }

    /// Makes the last question depend on `parent`: it applies only where that is answered by one of `when`.
    pub(crate) fn below(mut self, parent: &str, when: &[&str]) -> Sample {
        let question = self.questions.last_mut().expect("a question comes first");
        question.parent = Some(Parent {
            question: at(QuestionId::new(parent)),
            when: when.iter().map(|word| (*word).to_owned()).collect(),
        });
        self
    }

    /// Makes the last question computed from what `xr` did towards the treaty.
    pub(crate) fn computed(mut self, asks: Asks) -> Sample {
        let question = self.questions.last_mut().expect("a question comes first");
        question.basis = Basis::Action;
        question.computed =
            Some(Computed { asks, instruments: vec![at(InstrumentId::new("treaty"))], declarations: false });
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
        let start = self.corpus.findings.len();
        let mut finding = record::finding(question.as_str(), source, observed, answer);
        finding.head.at = Span::new(here().file, start, start);
        with(&mut finding);
        self.corpus.findings.push(finding);
        self
    }

    /// A place for values whose place does not matter.
    pub(crate) fn place() -> Span {
        here()
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
        self.corpus.columns.push(xr());
        self.corpus.countries = Table::new(vec![record::country("xr")]);
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
        self.corpus.laws = Table::new(vec![Law {
            adopted: known(adopted).map(at),
            repeal: known(repealed).map(|day| record::repeal(RepealVerb::Repealed, day, "paper")),
            ..record::law()
        }]);
        let wording = |(from, until): &(&str, &str)| {
            let known = |text| Some(text).filter(|text: &&str| !text.is_empty());
            record::wording(known(from), known(until), "paper")
        };
        self.corpus.provisions = Table::new(vec![record::provision("1", wordings.iter().map(wording).collect())]);
        self
    }

    /// Adds a bill that amends `amends`, with these stages.
    pub(crate) fn amendment(mut self, amends: &str, stages: &[(StageKind, &str)]) -> Sample {
        let stage = |(kind, reached): &(StageKind, &str)| record::stage(*kind, reached, "paper");
        self.corpus.amendments = Table::new(vec![record::bill(amends, stages.iter().map(stage).collect())]);
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
        corpus.law_changes = assemble::law_changes(&corpus);
        corpus.actions.change(|rows| rows.sort_by_key(|action| (action.kind.value, action.number)));
        corpus.table_days = assemble::table_days(&corpus);
        let mut days = assemble::days_by_table(&corpus).into_iter();
        corpus.actions.derive(|action| action.by_table = days.next().flatten());
        let xr = xr();
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
