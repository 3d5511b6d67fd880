//! The tables: which there are, and how the corpus fills them.

use crate::law::{self, Answer, Corpus, RestsOn, status};
use crate::text::{At, Prose};

use super::cell::{Carried, Cell, Column, Id, Known, List, Missing, Own, OwnDay, Row, Word};
use super::{row, state};

/// One table, and what it says of itself.
#[derive(Debug)]
pub struct Table {
    /// Its name, and that of its file without ending.
    pub name: &'static str,
    /// What a row is.
    pub meaning: &'static str,
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Columns whose values are the `id` of another table: column and table.
    pub references: &'static [(&'static str, &'static str)],
    columns: fn() -> Vec<Column>,
    count: Option<fn(&Corpus) -> usize>,
    read: fn(&Corpus, &mut Take<'_>),
}

/// What takes the rows.
type Take<'t> = dyn FnMut(&[Cell<'_>]) + 't;

impl Table {
    /// Its columns.
    pub fn columns(&self) -> Vec<Column> {
        (self.columns)()
    }

    pub(super) fn count(&self, corpus: &Corpus) -> Option<usize> {
        self.count.map(|count| count(corpus))
    }

    pub(super) fn read(&self, corpus: &Corpus, take: &mut dyn FnMut(&[Cell<'_>])) {
        (self.read)(corpus, take);
    }

    const fn of<R: Row>(count: Option<fn(&Corpus) -> usize>, read: fn(&Corpus, &mut Take<'_>)) -> Table {
        Table {
            name: R::TABLE,
            meaning: R::MEANING.trim_ascii(),
            key: R::KEY,
            references: R::REFERENCES,
            columns: R::columns,
            count,
            read,
        }
    }
}

/// All tables, in the order in which they are listed.
pub static TABLES: [Table; 33] = [
    Table::of::<row::Country<'_>>(Some(|c| c.countries.len()), countries),
    Table::of::<row::Instrument<'_>>(Some(|c| c.instruments.len()), instruments),
    Table::of::<row::Article<'_>>(Some(|c| c.instruments.iter().map(|i| i.articles.len()).sum()), articles),
    Table::of::<row::Action<'_>>(Some(|c| c.actions.len()), actions),
    Table::of::<row::Statement<'_>>(Some(|c| c.actions.iter().map(|a| a.statements.len()).sum()), statements),
    Table::of::<row::Absence<'_>>(Some(|c| c.absences.len()), absences),
    Table::of::<row::Law<'_>>(Some(|c| c.laws.len()), laws),
    Table::of::<row::Provision<'_>>(Some(|c| c.provisions.len()), provisions),
    Table::of::<row::Wording<'_>>(Some(|c| c.provisions.iter().map(|p| p.wordings.len()).sum()), wordings),
    Table::of::<row::Offence<'_>>(Some(|c| c.offences.len()), offences),
    Table::of::<row::Amendment<'_>>(Some(|c| c.amendments.len()), amendments),
    Table::of::<row::Stage<'_>>(Some(|c| c.amendments.iter().map(|a| a.stages.len()).sum()), stages),
    Table::of::<row::Element<'_>>(Some(|c| c.amendments.iter().map(|a| a.elements.len()).sum()), elements),
    Table::of::<row::Rest<'_>>(Some(citation_count), citations),
    Table::of::<row::Topic<'_>>(Some(|c| c.topics.len()), topics),
    Table::of::<row::Section<'_>>(Some(|c| c.sections.len()), sections),
    Table::of::<row::Question<'_>>(Some(|c| c.questions.len()), questions),
    Table::of::<row::AnswerMeaning<'_>>(Some(|c| c.questions.iter().map(|q| q.answers.len()).sum()), answers),
    Table::of::<row::Finding<'_>>(Some(|c| c.cells.iter().map(|(_, _, range)| range.len()).sum()), findings),
    Table::of::<row::Ground<'_>>(Some(ground_count), grounds),
    Table::of::<row::State<'_>>(None, states),
    Table::of::<row::Change<'_>>(Some(|c| c.changes.len()), changes),
    Table::of::<row::Source<'_>>(Some(|c| c.sources.len()), sources),
    Table::of::<row::Term<'_>>(Some(|c| c.terms.len()), terms),
    Table::of::<row::Statistic<'_>>(Some(|c| c.statistics.len()), statistics),
    Table::of::<row::Gap<'_>>(Some(|c| c.gaps.len()), gaps),
    Table::of::<row::Observation<'_>>(Some(|c| c.observations.len()), observations),
    Table::of::<row::Conflict<'_>>(Some(|c| c.conflicts.len()), conflicts),
    Table::of::<row::Side<'_>>(Some(|c| c.conflicts.iter().map(|k| k.sides.len()).sum()), sides),
    Table::of::<row::Module<'_>>(Some(|c| c.modules.len()), modules),
    Table::of::<row::Step<'_>>(Some(|c| c.modules.iter().map(|m| m.steps.len()).sum()), steps),
    Table::of::<row::Handout<'_>>(Some(|c| c.modules.iter().map(|m| m.handouts.len()).sum()), handouts),
    Table::of::<row::Exercise<'_>>(Some(|c| c.modules.iter().map(|m| m.exercises.len()).sum()), exercises),
];

fn give(row: impl Row, take: &mut Take<'_>) {
    take(&row.cells());
}

fn topics_of(topics: &[At<law::TopicId>]) -> List<'_> {
    List::at(topics, law::TopicId::as_str)
}

/// A value where the column applies to the row, else "not applicable".
fn where_it_applies<T>(applies: bool, value: Option<T>) -> Known<T> {
    match (applies, value) {
        (_, Some(value)) => Ok(value),
        (true, None) => Err(Missing::NotRecorded),
        (false, None) => Err(Missing::NotApplicable),
    }
}

fn written(prose: Option<&Prose>) -> Option<&Prose> {
    prose.filter(|prose| !prose.is_empty())
}

fn date(field: &Option<At<law::Date>>) -> Option<&law::Date> {
    field.as_ref().map(|date| &date.value)
}

fn countries(corpus: &Corpus, take: &mut Take<'_>) {
    for country in corpus.countries.iter() {
        let members = Some(List::at(&country.members, law::CountryId::as_str)).filter(|list| !list.0.is_empty());
        give(
            row::Country {
                id: Id(country.id.as_str()),
                name: &country.name,
                official_name: country.official_name.as_deref(),
                kind: Word(country.kind.word()),
                compared: country.compared,
                members: where_it_applies(country.kind == law::CountryKind::Region, members),
                iso: country.iso.as_deref(),
                iso3: country.iso3.as_deref(),
                m49: country.m49.as_deref(),
                capital: country.capital.as_deref(),
                languages: List::of(&country.languages),
                names: List::tongues(&country.names),
                head: Carried(&country.head),
            },
            take,
        );
    }
}

fn instruments(corpus: &Corpus, take: &mut Take<'_>) {
    for instrument in corpus.instruments.iter() {
        let entry = instrument.entry.as_ref();
        give(
            row::Instrument {
                id: Id(instrument.id.as_str()),
                title: &instrument.title,
                short: instrument.short.as_deref(),
                kind: Word(instrument.kind.word()),
                adopted: instrument.adopted.as_ref(),
                opened: instrument.opened.as_ref(),
                closed: instrument.closed.as_ref(),
                in_force: instrument.in_force.as_ref(),
                entry_months: entry.map(|entry| entry.months),
                entry_days: entry.map(|entry| entry.days),
                entry_words: entry.map(|entry| entry.words.as_str()),
                entry_citation: entry.map(|entry| &entry.citation),
                ratification_needs_signature: instrument.ratification_needs_signature,
                depositary: instrument.depositary.as_deref(),
                supplements: instrument.supplements.as_ref().map(|id| id.value.as_str()),
                head: Carried(&instrument.head),
            },
            take,
        );
    }
}

fn articles(corpus: &Corpus, take: &mut Take<'_>) {
    for instrument in corpus.instruments.iter() {
        for article in &instrument.articles {
            give(
                row::Article {
                    instrument: Id(instrument.id.as_str()),
                    id: Id(&article.key.value),
                    number: &article.number,
                    heading: article.heading.as_deref(),
                    quotation: article.quotation.as_ref(),
                    summary: written(article.summary.as_ref()),
                    citation: article.citation.as_ref(),
                },
                take,
            );
        }
    }
}

/// Country, instrument, kind, and a number for a true repetition.
fn action_id(action: &law::Action) -> Own {
    let (country, instrument, kind) = (&action.country, &action.instrument.value, action.kind.value.word());
    match action.number {
        0 | 1 => Own(format!("{country}/{instrument}/{kind}")),
        number => Own(format!("{country}/{instrument}/{kind}/{number}")),
    }
}

fn actions(corpus: &Corpus, take: &mut Take<'_>) {
    for action in &corpus.actions {
        let kind = action.kind.value;
        let entry = status::entry_into_force(corpus, action);
        let articles = Some(List::of(&action.articles)).filter(|list| !list.0.is_empty());
        let said_to_come = matches!(kind, law::ActionKind::Announced | law::ActionKind::Planned);
        let at_home = kind == law::ActionKind::DomesticRatification;
        give(
            row::Action {
                id: action_id(action),
                country: Id(action.country.as_str()),
                instrument: Id(action.instrument.value.as_str()),
                kind: Word(kind.word()),
                binds: kind.binds(),
                number: action.number,
                act: where_it_applies(said_to_come, action.act.map(|act| Word(act.word()))),
                in_force: where_it_applies(kind.binds(), entry.as_ref().map(|entry| entry.date.clone())),
                in_force_computed: entry.as_ref().map(|entry| entry.computed).ok_or(Missing::NotApplicable),
                articles: where_it_applies(kind.modifies(), articles),
                quotation: where_it_applies(kind.modifies(), action.quotation.as_ref()),
                law: where_it_applies(at_home, action.law.as_ref().map(|law| law.value.as_str())),
                note: written(action.note.as_ref()),
                head: Carried(&action.head),
            },
            take,
        );
    }
}

fn statements(corpus: &Corpus, take: &mut Take<'_>) {
    for action in &corpus.actions {
        for (at, statement) in action.statements.iter().enumerate() {
            give(
                row::Statement {
                    action: action_id(action),
                    number: at + 1,
                    recorded: corpus.records_act(action, statement),
                    citation: &statement.citation,
                    observed: statement.observed.as_ref(),
                    signed: date(&statement.signed),
                    deposited: date(&statement.deposited),
                    in_force: date(&statement.in_force),
                    domestic: date(&statement.domestic),
                    effective: date(&statement.effective),
                    given: date(&statement.given),
                    mark: statement.mark.as_deref(),
                    quote: statement.quote.as_deref(),
                    preferred: statement.preferred.as_deref(),
                    note: written(statement.note.as_ref()),
                    trace: List::of(&statement.trace),
                },
                take,
            );
        }
    }
}

fn absences(corpus: &Corpus, take: &mut Take<'_>) {
    let mut number = 0;
    let mut before: Option<&law::Absence> = None;
    for absence in &corpus.absences {
        let of = |absence: &law::Absence| (absence.country.clone(), absence.instrument.value.clone());
        number = if before.is_some_and(|before| of(before) == of(absence)) { number + 1 } else { 1 };
        before = Some(absence);
        give(
            row::Absence {
                country: Id(absence.country.as_str()),
                instrument: Id(absence.instrument.value.as_str()),
                number,
                finding: &absence.finding,
                signature_only: absence.signature_only,
                observed: &absence.observed,
                citation: &absence.citation,
                head: Carried(&absence.head),
            },
            take,
        );
    }
}

fn laws(corpus: &Corpus, take: &mut Take<'_>) {
    for law in corpus.laws.iter() {
        let end = law.repeal.as_ref();
        let official = law.official_title.as_ref();
        give(
            row::Law {
                id: Id(law.id.as_str()),
                country: Id(law.country.as_str()),
                kind: Word(law.kind.word()),
                title: &law.title,
                title_translation: law.title_translation.map(|standing| Word(standing.word())),
                official_title: official.map(|title| title.text.as_str()),
                official_title_language: official.map(|title| title.language.as_str()),
                number: law.number.as_deref(),
                adopted: date(&law.adopted),
                signed: date(&law.signed),
                published: date(&law.published),
                commences: date(&law.commences),
                commences_in_part: law.commences_in_part,
                repealed: end.map(|end| &end.repealed.value),
                repeal_verb: end.map(|end| Word(end.verb.word())).ok_or(Missing::NotApplicable),
                repealed_by: where_it_applies(
                    end.is_some(),
                    end.and_then(|end| end.by.as_ref()).map(|law| law.value.as_str()),
                ),
                repeal_citation: end.map(|end| &end.citation).ok_or(Missing::NotApplicable),
                topics: topics_of(&law.topics),
                head: Carried(&law.head),
            },
            take,
        );
    }
}

fn provisions(corpus: &Corpus, take: &mut Take<'_>) {
    for provision in corpus.provisions.iter() {
        give(
            row::Provision {
                id: Id(provision.id.as_str()),
                country: Own(provision.law.country().to_string()),
                law: Id(provision.law.as_str()),
                article: &provision.article,
                wordings: provision.wordings.len(),
                topics: topics_of(&provision.topics),
                head: Carried(&provision.head),
            },
            take,
        );
    }
}

fn wordings(corpus: &Corpus, take: &mut Take<'_>) {
    for provision in corpus.provisions.iter() {
        for (at, wording) in provision.wordings.iter().enumerate() {
            give(
                row::Wording {
                    provision: Id(provision.id.as_str()),
                    number: at + 1,
                    from: wording.period.from.as_ref(),
                    until: wording.period.until.as_ref(),
                    observed: wording.observed.as_ref(),
                    heading: wording.heading.as_deref(),
                    quotation: wording.quotation.as_ref(),
                    summary: written(wording.summary.as_ref()),
                    penalty: wording.penalty.as_deref(),
                    by: wording.by.as_ref().map(|id| id.value.as_str()),
                    citation: &wording.citation,
                    trace: List::of(&wording.trace),
                },
                take,
            );
        }
    }
}

fn offences(corpus: &Corpus, take: &mut Take<'_>) {
    for offence in corpus.offences.iter() {
        let provision = offence.provision.as_ref().map(|id| id.value.as_str());
        let law = offence.law.as_ref().map(|id| id.value.clone());
        let law = law.or_else(|| offence.provision.as_ref().map(|id| id.value.law()));
        give(
            row::Offence {
                id: Id(offence.id.as_str()),
                country: Id(offence.country.as_str()),
                conduct: &offence.conduct,
                provision: provision.ok_or(Missing::Silent),
                code: where_it_applies(law.is_none(), offence.code.as_deref()),
                law: law.map(|law| Own(law.to_string())).ok_or(Missing::Silent),
                topics: topics_of(&offence.topics),
                observed: &offence.observed,
                modality: offence.modality.map(|modality| Word(modality.word())),
                citation: &offence.citation,
                note: written(offence.note.as_ref()),
                head: Carried(&offence.head),
            },
            take,
        );
    }
}

fn amendments(corpus: &Corpus, take: &mut Take<'_>) {
    for amendment in corpus.amendments.iter() {
        give(
            row::Amendment {
                id: Id(amendment.id.as_str()),
                country: Id(amendment.country.as_str()),
                title: &amendment.title,
                kind: Word(amendment.kind.word()),
                number: amendment.number.as_deref(),
                law: amendment.law.as_ref().map(|id| id.value.as_str()),
                amends: List::at(&amendment.amends, String::as_str),
                follows: List::at(&amendment.follows, law::AmendmentId::as_str),
                topics: topics_of(&amendment.topics),
                head: Carried(&amendment.head),
            },
            take,
        );
    }
}

fn stages(corpus: &Corpus, take: &mut Take<'_>) {
    for amendment in corpus.amendments.iter() {
        for (at, stage) in amendment.stages.iter().enumerate() {
            give(
                row::Stage {
                    amendment: Id(amendment.id.as_str()),
                    number: at + 1,
                    kind: Word(stage.kind.word()),
                    reached: &stage.reached.value,
                    citation: &stage.citation,
                    note: written(stage.note.as_ref()),
                    trace: List::of(&stage.trace),
                },
                take,
            );
        }
    }
}

fn elements(corpus: &Corpus, take: &mut Take<'_>) {
    for amendment in corpus.amendments.iter() {
        for element in &amendment.elements {
            give(
                row::Element {
                    amendment: Id(amendment.id.as_str()),
                    id: Id(&element.id.value),
                    text: &element.text,
                    topics: topics_of(&element.topics),
                    modality: element.modality.map(|modality| Word(modality.word())),
                    observed: element.observed.as_ref(),
                    citation: &element.citation,
                    trace: List::of(&element.trace),
                },
                take,
            );
        }
    }
}

fn citation_count(corpus: &Corpus) -> usize {
    let instruments = corpus.instruments.iter().map(|record| record.citations.len());
    let laws = corpus.laws.iter().map(|record| record.citations.len());
    instruments.chain(laws).sum()
}

fn citations(corpus: &Corpus, take: &mut Take<'_>) {
    for instrument in corpus.instruments.iter() {
        for (at, citation) in instrument.citations.iter().enumerate() {
            let record = Id(instrument.id.as_str());
            let (kind, number, law) = (Word("instrument"), at + 1, Err(Missing::NotApplicable));
            give(row::Rest { kind, record, number, instrument: Ok(record), law, citation }, take);
        }
    }
    for law in corpus.laws.iter() {
        for (at, citation) in law.citations.iter().enumerate() {
            let record = Id(law.id.as_str());
            let (kind, number, instrument) = (Word("law"), at + 1, Err(Missing::NotApplicable));
            give(row::Rest { kind, record, number, instrument, law: Ok(record), citation }, take);
        }
    }
}

fn topics(corpus: &Corpus, take: &mut Take<'_>) {
    for topic in corpus.topics.iter() {
        let (id, head) = (Id(topic.id.as_str()), Carried(&topic.head));
        give(row::Topic { id, title: &topic.title, meaning: &topic.body, head }, take);
    }
}

fn sections(corpus: &Corpus, take: &mut Take<'_>) {
    for section in corpus.sections.iter() {
        let (id, head) = (Id(section.id.as_str()), Carried(&section.head));
        give(row::Section { id, title: &section.title, order: section.order, head }, take);
    }
}

/// The questions in the order of the codebook.
fn codebook(corpus: &Corpus) -> impl Iterator<Item = &law::Question> {
    corpus.codebook.iter().filter_map(|id| corpus.questions.get(id.as_str()))
}

fn questions(corpus: &Corpus, take: &mut Take<'_>) {
    for (at, question) in codebook(corpus).enumerate() {
        let computed = question.computed.as_ref();
        let (benchmark, article) = match question.benchmark.as_ref().map(|at| at.value.as_str()) {
            Some(whole) => whole.split_once('#').map_or((Some(whole), None), |(of, article)| (Some(of), Some(article))),
            None => (None, None),
        };
        let parent = question.parent.as_ref();
        give(
            row::Question {
                id: Id(question.id.as_str()),
                section: Id(question.section.as_str()),
                place: at + 1,
                wording: &question.wording,
                label: &question.label,
                kind: Word(question.kind.word()),
                domain: Word(question.domain.word()),
                basis: Word(question.basis.word()),
                asks: computed.map(|c| Word(c.asks.word())).ok_or(Missing::NotApplicable),
                instruments: computed
                    .map(|c| List::at(&c.instruments, law::InstrumentId::as_str))
                    .ok_or(Missing::NotApplicable),
                benchmark,
                benchmark_article: where_it_applies(benchmark.is_some(), article),
                parent: parent.map(|p| p.question.value.as_str()),
                parent_when: parent.map(|p| List::of(&p.when)).ok_or(Missing::NotApplicable),
                include: written(question.include.as_ref()),
                exclude: written(question.exclude.as_ref()),
                topics: topics_of(&question.topics),
                head: Carried(&question.head),
            },
            take,
        );
    }
}

fn answers(corpus: &Corpus, take: &mut Take<'_>) {
    for question in codebook(corpus) {
        for (answer, meaning) in &question.answers {
            give(row::AnswerMeaning { question: Id(question.id.as_str()), answer: Id(answer), meaning }, take);
        }
    }
}

/// Country, question, and the place of the finding in its cell.
fn finding_id(finding: &law::Finding, number: usize) -> Own {
    Own(format!("{}/{}/{number}", finding.country, finding.question.value))
}

/// Every finding and its number within its cell, from 1, by question and country.
fn numbered(corpus: &Corpus) -> impl Iterator<Item = (usize, &law::Finding)> {
    let cells = corpus.cells.iter().map(|(_, _, range)| &corpus.findings[range]);
    cells.flat_map(|findings| findings.iter().enumerate().map(|(at, finding)| (at + 1, finding)))
}

/// What an answer carries besides its state. Columns of other answers do not apply.
struct Detail<'c> {
    value: Known<&'c str>,
    met: Known<List<'c>>,
    unmet: Known<List<'c>>,
    limit: Known<&'c str>,
    searched: Known<&'c str>,
    stage: Known<Word>,
    reached: Known<&'c law::Date>,
    parts: Known<List<'c>>,
    title: Known<&'c str>,
}

fn detail(answer: &Answer) -> Detail<'_> {
    const NOT: Missing = Missing::NotApplicable;
    fn given<T>(value: Option<T>) -> Known<T> {
        value.ok_or(Missing::NotRecorded)
    }
    let mut detail = Detail {
        value: Err(NOT),
        met: Err(NOT),
        unmet: Err(NOT),
        limit: Err(NOT),
        searched: Err(NOT),
        stage: Err(NOT),
        reached: Err(NOT),
        parts: Err(NOT),
        title: Err(NOT),
    };
    match answer {
        Answer::Value(value) => detail.value = Ok(value),
        Answer::SourceSilent => detail.value = Err(Missing::Silent),
        Answer::NoProvision { searched } => detail.searched = given(searched.as_deref()),
        Answer::Partial { met, unmet, limit } => {
            detail.met = Ok(List::of(met));
            detail.unmet = Ok(List::of(unmet));
            detail.limit = given(limit.as_deref());
        }
        Answer::Pending { stage, reached } => {
            detail.stage = given(stage.map(|stage| Word(stage.word())));
            detail.reached = given(reached.as_ref());
        }
        Answer::Varies { parts } => detail.parts = Ok(List::of(parts)),
        Answer::SourceUnavailable { title } => {
            detail.value = Err(Missing::NotRecorded);
            detail.title = given(title.as_deref());
        }
        Answer::Yes | Answer::No | Answer::Indirect | Answer::Unclear | Answer::NotApplicable => {}
    }
    detail
}

fn findings(corpus: &Corpus, take: &mut Take<'_>) {
    for (number, finding) in numbered(corpus) {
        let Detail { value, met, unmet, limit, searched, stage, reached, parts, title } = detail(&finding.answer.value);
        give(
            row::Finding {
                id: finding_id(finding, number),
                question: Id(finding.question.value.as_str()),
                country: Id(finding.country.as_str()),
                number,
                computed: finding.is_computed(),
                answer: Word(finding.answer.value.state().word()),
                value,
                citation: &finding.citation,
                observed: &finding.observed.value,
                from: date(&finding.from),
                until: date(&finding.until),
                modality: finding.modality.map(|modality| Word(modality.word())),
                coder: finding.coder(),
                reviewer: finding.reviewer(),
                preferred: finding.preferred.as_deref(),
                region: finding.region.as_ref().map(|region| region.id.value.as_str()),
                met,
                unmet,
                limit,
                searched,
                stage,
                reached,
                parts,
                title,
                quotation: finding.quotation.as_ref(),
                plain: written(finding.plain.as_ref()),
                note: written(finding.note.as_ref()),
                head: Carried(&finding.head),
            },
            take,
        );
    }
}

fn ground_count(corpus: &Corpus) -> usize {
    numbered(corpus).map(|(_, finding)| finding.rests_on.len()).sum()
}

fn grounds(corpus: &Corpus, take: &mut Take<'_>) {
    for (number, finding) in numbered(corpus) {
        for (at, ground) in finding.rests_on.iter().enumerate() {
            let not = || Err(Missing::NotApplicable);
            let mut row = row::Ground {
                finding: finding_id(finding, number),
                number: at + 1,
                kind: Word("source"),
                provision: not(),
                law: not(),
                offence: not(),
                amendment: not(),
                instrument: not(),
            };
            match ground {
                RestsOn::Provision(id) => (row.kind, row.provision) = (Word("provision"), Ok(id.value.as_str())),
                RestsOn::Law(id) => (row.kind, row.law) = (Word("law"), Ok(id.value.as_str())),
                RestsOn::Offence(id) => (row.kind, row.offence) = (Word("offence"), Ok(id.value.as_str())),
                RestsOn::Amendment(id) => (row.kind, row.amendment) = (Word("amendment"), Ok(id.value.as_str())),
                RestsOn::Instrument(id) => (row.kind, row.instrument) = (Word("instrument"), Ok(id.value.as_str())),
                RestsOn::Source(_) => {}
            }
            give(row, take);
        }
    }
}

fn states(corpus: &Corpus, take: &mut Take<'_>) {
    for question in codebook(corpus) {
        for country in &corpus.columns {
            for (at, interval) in state::intervals(corpus, question, country).iter().enumerate() {
                give(state_row(corpus, question, country, at + 1, interval), take);
            }
        }
    }
}

fn state_row<'c>(
    corpus: &'c Corpus,
    question: &'c law::Question,
    country: &'c law::CountryId,
    number: usize,
    interval: &state::Interval<'c>,
) -> row::State<'c> {
    let cell = &interval.cell;
    let own = corpus.findings_of(&question.id, country);
    let shown = cell.shown.and_then(|shown| own.iter().position(|finding| std::ptr::eq(finding, shown)));
    let open = |day: Option<law::Day>| day.map(|day| OwnDay(day.to_string())).ok_or(Missing::Open);
    let value = match (cell.state, cell.shown.map(|finding| &finding.answer.value)) {
        (_, Some(Answer::Value(value))) => Ok(value.as_str()),
        (law::cell::State::SourceSilent, _) => Err(Missing::Silent),
        (law::cell::State::SourceUnavailable | law::cell::State::NotResearched, _) => Err(Missing::NotRecorded),
        _ => Err(Missing::NotApplicable),
    };
    row::State {
        question: Id(question.id.as_str()),
        country: Id(country.as_str()),
        number,
        first_day: open(interval.first),
        last_day: open(interval.last),
        state: Word(cell.state.word()),
        value,
        preferred: state::preferred(cell).map(|state| Word(state.word())).ok_or(Missing::NotApplicable),
        uncertain: cell.uncertain,
        finding: shown.map(|at| finding_id(&own[at], at + 1)).ok_or(Missing::NotApplicable),
        said_of: cell.said_of.map(|region| region.as_str()).ok_or(Missing::NotApplicable),
    }
}

fn changes(corpus: &Corpus, take: &mut Take<'_>) {
    for (at, change) in corpus.changes.iter().enumerate() {
        give(
            row::Change {
                question: Id(change.question.value.as_str()),
                country: Id(change.country.as_str()),
                number: at + 1,
                was: &change.was,
                changed: &change.changed,
                reason: &change.reason,
                coder: change.coder.as_deref(),
                head: Carried(&change.head),
            },
            take,
        );
    }
}

fn sources(corpus: &Corpus, take: &mut Take<'_>) {
    for source in corpus.sources.iter() {
        give(
            row::Source {
                id: Id(source.id.as_str()),
                citation: &source.citation,
                short: source.short.as_deref(),
                author: source.author.as_deref(),
                title: source.title.as_deref(),
                publisher: source.publisher.as_deref(),
                year: source.year.as_deref(),
                kind: source.kind.as_deref(),
                tier: source.tier.map(|tier| Word(tier.word())),
                url: source.url.as_ref().map(|url| url.value.as_str()),
                archived: source.archived.as_ref().map(|url| url.value.as_str()),
                language: source.language.as_deref(),
                licence: source.licence.as_deref(),
                stored: source.stored.as_ref(),
                accessed: source.accessed.as_ref(),
                role: Word(source.role.word()),
                head: Carried(&source.head),
            },
            take,
        );
    }
}

fn terms(corpus: &Corpus, take: &mut Take<'_>) {
    for term in corpus.terms.iter() {
        give(
            row::Term {
                id: Id(term.id.as_str()),
                term: &term.term,
                forms: List::of(&term.forms),
                originals: List::tongues(&term.originals),
                meaning: &term.body,
                observed: term.observed.as_ref(),
                citation: term.citation.as_ref(),
                head: Carried(&term.head),
            },
            take,
        );
    }
}

fn statistics(corpus: &Corpus, take: &mut Take<'_>) {
    for statistic in &corpus.statistics {
        give(
            row::Statistic {
                country: Id(statistic.country.as_str()),
                id: Id(&statistic.id.value),
                counted: &statistic.counted,
                value: &statistic.value,
                unit: &statistic.unit,
                breakdown: statistic.breakdown.as_deref(),
                counted_by: statistic.counted_by.as_deref(),
                from: statistic.from.as_ref(),
                until: statistic.until.as_ref(),
                citation: &statistic.citation,
                note: written(statistic.note.as_ref()),
                head: Carried(&statistic.head),
            },
            take,
        );
    }
}

fn gaps(corpus: &Corpus, take: &mut Take<'_>) {
    for gap in &corpus.gaps {
        let later = gap.later.as_ref();
        give(
            row::Gap {
                country: Id(gap.country.as_str()),
                id: Id(&gap.id.value),
                text: &gap.text,
                topics: topics_of(&gap.topics),
                observed: &gap.observed,
                citation: &gap.citation,
                later: later.map(|(words, _)| words),
                later_citation: later.map(|(_, citation)| citation).ok_or(Missing::NotApplicable),
                head: Carried(&gap.head),
            },
            take,
        );
    }
}

fn observations(corpus: &Corpus, take: &mut Take<'_>) {
    for observation in &corpus.observations {
        give(
            row::Observation {
                country: Id(observation.country.as_str()),
                id: Id(&observation.id.value),
                text: &observation.text,
                modality: Word(observation.modality.word()),
                observed: &observation.observed,
                period: observation.period.as_deref(),
                topics: topics_of(&observation.topics),
                citation: &observation.citation,
                quotation: observation.quotation.as_ref(),
                note: written(observation.note.as_ref()),
                head: Carried(&observation.head),
            },
            take,
        );
    }
}

fn conflicts(corpus: &Corpus, take: &mut Take<'_>) {
    for conflict in corpus.conflicts.iter() {
        give(
            row::Conflict {
                id: Id(conflict.id.as_str()),
                title: &conflict.title,
                preferred: conflict.preferred.as_ref().map(|side| side.value).ok_or(Missing::NotApplicable),
                reason: &conflict.reason,
                touches: List::at(&conflict.touches, String::as_str),
                head: Carried(&conflict.head),
            },
            take,
        );
    }
}

fn sides(corpus: &Corpus, take: &mut Take<'_>) {
    for conflict in corpus.conflicts.iter() {
        for (at, side) in conflict.sides.iter().enumerate() {
            give(
                row::Side {
                    conflict: Id(conflict.id.as_str()),
                    number: at + 1,
                    says: &side.says,
                    citation: &side.citation,
                    preferred: conflict.preferred.as_ref().is_some_and(|preferred| preferred.value == at + 1),
                },
                take,
            );
        }
    }
}

fn modules(corpus: &Corpus, take: &mut Take<'_>) {
    for module in corpus.modules.iter() {
        give(
            row::Module {
                id: Id(module.id.as_str()),
                title: &module.title,
                audience: &module.audience,
                objectives: List::of(&module.objectives),
                minutes: module.minutes.value,
                order: module.order,
                topics: topics_of(&module.topics),
                text: written(Some(&module.body)),
                head: Carried(&module.head),
            },
            take,
        );
    }
}

fn steps(corpus: &Corpus, take: &mut Take<'_>) {
    for module in corpus.modules.iter() {
        for (at, step) in module.steps.iter().enumerate() {
            give(
                row::Step {
                    module: Id(module.id.as_str()),
                    number: at + 1,
                    title: &step.title,
                    minutes: step.minutes,
                    text: &step.text,
                },
                take,
            );
        }
    }
}

fn handouts(corpus: &Corpus, take: &mut Take<'_>) {
    for module in corpus.modules.iter() {
        for handout in &module.handouts {
            let columns = corpus.columns_of(handout).into_iter().map(|id| id.as_str().into());
            give(
                row::Handout {
                    module: Id(module.id.as_str()),
                    id: Id(&handout.id.value),
                    title: &handout.title,
                    questions: List::at(&handout.questions, law::QuestionId::as_str),
                    countries: List(columns.collect()),
                    day: handout.day.as_ref().map(|day| OwnDay(day.to_string())).ok_or(Missing::NotApplicable),
                    note: written(handout.note.as_ref()),
                },
                take,
            );
        }
    }
}

fn exercises(corpus: &Corpus, take: &mut Take<'_>) {
    for module in corpus.modules.iter() {
        for exercise in &module.exercises {
            give(
                row::Exercise {
                    module: Id(module.id.as_str()),
                    id: Id(&exercise.id.value),
                    title: &exercise.title,
                    situation: &exercise.situation,
                    task: &exercise.task,
                    answer: &exercise.answer,
                    proves: List::at(&exercise.proves, String::as_str),
                },
                take,
            );
        }
    }
}
