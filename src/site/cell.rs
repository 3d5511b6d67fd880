//! Cells, their details, and the matrix.

use crate::law::{self, Answer, Corpus, CountryId, Day, Kind, Question, cell, cell::State};
use crate::text::At;

use super::date::{list_order, of_day, span, when};
use super::likeness::says;
use super::references::rests_on;
use super::sheet::Sheet;
use super::view::{
    Cell, CellChange, CellDetail, Earlier, Finding, Interval, Link, Matrix, MatrixRow, MatrixSection, Span,
};

impl<'s> Sheet<'s> {
    /// The cell of a question and a country on the sheet's day.
    pub(super) fn cell_of(&self, question: &'s Question, country: &CountryId) -> Cell {
        let on = cell::on(self.corpus(), question, country, self.day);
        self.cell_view(question, country, &on)
    }

    pub(super) fn cell_view(&self, question: &Question, country: &CountryId, on: &cell::CellOn<'_>) -> Cell {
        let shown = on.shown.map(|f| &f.answer.value);
        let value = shown.and_then(Answer::value).map(str::to_owned);
        Cell {
            country: country.to_string(),
            country_name: self.site.name(Kind::Country, country.as_str()),
            question: question.id.to_string(),
            label: question.label.clone(),
            href: self.cell(&question.id, country),
            state: on.state.word(),
            value_date: value_date(question, value.as_deref()),
            value,
            preferred: match (on.state, shown) {
                (State::Conflicting, Some(answer)) => answer.state().word(),
                _ => "",
            },
            detail: shown.and_then(detail),
            lacking: match shown {
                Some(Answer::Partial { unmet, .. }) => unmet.join(", "),
                _ => String::new(),
            },
            earlier: on.shown.is_none().then(|| self.ended(question, country)).flatten(),
            stage: match (on.state, shown) {
                (State::Pending, Some(Answer::Pending { stage: Some(stage), .. })) => stage.word(),
                _ => "",
            },
            no_act: on.shown.is_some_and(|f| law::status::before_any_act(self.corpus(), f)),
            observed: on.shown.map(|f| when(&f.observed)),
            uncertain: on.uncertain,
            said_of: on.said_of.map(|region| self.said_of(question, region)),
            disputed: !on.disputing.is_empty(),
            source: on.shown.map(|f| self.cited(&f.citation)),
            findings: self.corpus().findings_of(&question.id, country).len(),
        }
    }

    /// A source and the place in it, in one line.
    fn cited(&self, citation: &law::Citation) -> String {
        let source = self.citation(citation);
        if source.place.is_empty() { source.short } else { format!("{}, {}", source.short, source.place) }
    }

    /// The latest answer for a day before that of the view, where none speaks for this one.
    fn ended(&self, question: &Question, country: &CountryId) -> Option<Earlier> {
        let findings = self.corpus().findings_of(&question.id, country);
        let spoke = |f: &&law::Finding| f.answer.value.state().answers() && f.observed.reached(self.day) == Some(true);
        let last = findings.iter().filter(spoke).max_by_key(|f| f.observed.latest())?;
        let value = last.answer.value.value().map(str::to_owned);
        Some(Earlier {
            state: last.answer.value.state().word(),
            value_date: value_date(question, value.as_deref()),
            value,
            observed: when(&last.observed),
        })
    }

    /// The region's own cell, under the region's name.
    fn said_of(&self, question: &Question, region: &CountryId) -> Link {
        Link { href: self.cell(&question.id, region), text: self.site.name(Kind::Country, region.as_str()) }
    }

    /// A cell with all that is behind it.
    pub(super) fn cell_detail(&self, question: &'s Question, country: &'s CountryId) -> CellDetail {
        let corpus = self.corpus();
        let on = cell::on(corpus, question, country, self.day);
        let findings = corpus.findings_of(&question.id, country);
        let mut order: Vec<(usize, &law::Finding)> = findings.iter().enumerate().collect();
        order.sort_by_key(|(number, f)| {
            let shown = on.shown.is_some_and(|s| std::ptr::eq(s, *f));
            (!shown, std::cmp::Reverse(list_order(Some(&f.observed))), *number)
        });
        let changes = corpus.changes.iter().filter(|c| c.question.value == question.id && c.country == *country);
        CellDetail {
            id: country.to_string(),
            cell: self.cell_view(question, country, &on),
            country: self.country(country),
            findings: order.iter().map(|(number, f)| self.finding(question, f, *number, on.shown)).collect(),
            reason: on.shown.and_then(|f| f.preferred.clone()).filter(|_| !on.disputing.is_empty()),
            changes: changes.map(cell_change).collect(),
            intervals: intervals(corpus, question, country).into_iter().map(|s| interval(question, s)).collect(),
        }
    }

    fn finding(
        &self,
        question: &Question,
        finding: &law::Finding,
        number: usize,
        shown: Option<&law::Finding>,
    ) -> Finding {
        let answer = &finding.answer.value;
        let value = answer.value().map(str::to_owned);
        let prefix = |part: &str| format!("{}-{number}-{part}-", finding.country);
        let mut view = Finding {
            shown: shown.is_some_and(|s| std::ptr::eq(s, finding)),
            later: finding.observed.reached(self.day) == Some(false),
            computed: finding.coder == law::status::COMPUTED,
            state: answer.state().word(),
            value_date: value_date(question, value.as_deref()),
            value,
            observed: when(&finding.observed),
            rests_on: finding.rests_on.iter().filter_map(rests_on).map(|(kind, id)| self.link(kind, id)).collect(),
            source_only: finding.rests_on.iter().all(|r| rests_on(r).is_none()),
            citation: self.citation(&finding.citation),
            modality: finding.modality.map_or("", law::Modality::word),
            met: Vec::new(),
            unmet: Vec::new(),
            limit: None,
            searched: None,
            stage: "",
            reached: None,
            parts: Vec::new(),
            law_title: None,
            region: finding.region.as_ref().map(|r| self.said_of(question, &r.id.value)),
            in_force: in_force(&finding.from, &finding.until),
            quotation: finding.quotation.as_ref().map(|q| self.quotation(q)),
            plain: self.note(finding.plain.as_ref(), &prefix("plain")),
            note: self.note(finding.note.as_ref(), &prefix("note")),
            preferred: finding.preferred.clone(),
            coder: finding.coder.clone(),
            reviewer: finding.reviewer.clone(),
            confirmed: finding.head.confirmed_on.as_ref().map(when),
            trace: finding.head.trace.clone(),
        };
        match answer.clone() {
            Answer::NoProvision { searched } => view.searched = searched,
            Answer::Partial { met, unmet, limit } => (view.met, view.unmet, view.limit) = (met, unmet, limit),
            Answer::Pending { stage, reached } => {
                view.stage = stage.map_or("", law::StageKind::word);
                view.reached = reached.as_ref().map(when);
            }
            Answer::Varies { parts } => view.parts = parts,
            Answer::SourceUnavailable { title } => view.law_title = title,
            _ => {}
        }
        view
    }

    /// The whole matrix, or the slice of it with the questions that `of` picks. `other_way` leads to its transposed form.
    pub(super) fn matrix(&self, of: impl Fn(&Question) -> bool, other_way: String) -> Matrix {
        self.slice(of, &self.corpus().columns.iter().collect::<Vec<_>>(), other_way)
    }

    /// The same for some of the countries.
    pub(super) fn slice(&self, of: impl Fn(&Question) -> bool, columns: &[&CountryId], other_way: String) -> Matrix {
        let mut sections: Vec<MatrixSection> = Vec::new();
        for question in self.site.codebook().filter(|q| of(q)) {
            let cells: Vec<Cell> = columns.iter().map(|country| self.cell_of(question, country)).collect();
            let row = MatrixRow {
                id: question.id.to_string(),
                says: says(question, &cells),
                question: self.link(Kind::Question, question.id.as_str()),
                wording: question.wording.clone(),
                domain: question.domain.word(),
                cells,
            };
            match sections.last_mut().filter(|s| s.id == question.section.as_str()) {
                Some(section) => section.rows.push(row),
                None => sections.push(MatrixSection {
                    id: question.section.to_string(),
                    title: self.site.name(Kind::Section, question.section.as_str()),
                    rows: vec![row],
                }),
            }
        }
        let cells = || sections.iter().flat_map(|s| &s.rows).flat_map(|r| &r.cells);
        let occurs = |key: &str| cells().any(|c| c.state == key);
        Matrix {
            countries: columns.iter().map(|c| self.country(c)).collect(),
            ids: columns.iter().map(|c| c.to_string()).collect(),
            regions: columns.iter().filter(|c| self.is_region(c)).map(|c| c.to_string()).collect(),
            states: State::WORDS.iter().copied().filter(|key| occurs(key)).collect(),
            sections,
            other_way,
        }
    }
}

/// A state of a cell from a first to a last day.
pub(super) struct Stretch<'c> {
    pub(super) first: Option<Day>,
    pub(super) last: Option<Day>,
    pub(super) on: cell::CellOn<'c>,
}

/// How the state of a cell runs through time: adjacent stretches differ.
pub(super) fn intervals<'c>(corpus: &'c Corpus, question: &'c Question, country: &CountryId) -> Vec<Stretch<'c>> {
    let mut days = cell::change_days(corpus.findings_of(&question.id, country));
    // A date known in part is over on the day after its last; a parent's changes are its children's.
    let mut above = question.parent.as_ref();
    for _ in 0..32 {
        let Some(parent) = above.and_then(|p| corpus.questions.get(p.question.value.as_str())) else { break };
        days.extend(cell::change_days(corpus.findings_of(&parent.id, country)));
        above = parent.parent.as_ref();
    }
    days.sort();
    days.dedup();
    let mut out: Vec<Stretch<'c>> = Vec::new();
    let mut add = |first: Option<Day>, on: cell::CellOn<'c>| {
        let same = |s: &Stretch<'_>| {
            s.on.state == on.state
                && s.on.uncertain == on.uncertain
                && s.on.shown.map(|f| f.answer.value.value()) == on.shown.map(|f| f.answer.value.value())
        };
        match out.last_mut() {
            Some(last) if same(last) => {}
            last => {
                if let (Some(last), Some(first)) = (last, first) {
                    last.last = Some(first.previous());
                }
                out.push(Stretch { first, last: None, on });
            }
        }
    };
    if let Some(first) = days.first() {
        add(None, cell::on(corpus, question, country, first.previous()));
    }
    for day in &days {
        add(Some(*day), cell::on(corpus, question, country, *day));
    }
    out
}

fn interval(question: &Question, stretch: Stretch<'_>) -> Interval {
    let value = stretch.on.shown.and_then(|f| f.answer.value.value());
    Interval {
        first: stretch.first.map(of_day),
        last: stretch.last.map(of_day),
        state: stretch.on.state.word(),
        value: value.map(str::to_owned),
        value_date: value_date(question, value),
        uncertain: stretch.on.uncertain,
    }
}

fn cell_change(change: &law::Change) -> CellChange {
    CellChange {
        was: change.was.clone(),
        changed: when(&change.changed),
        reason: change.reason.clone(),
        coder: change.coder.clone(),
    }
}

fn in_force(from: &Option<At<law::Date>>, until: &Option<At<law::Date>>) -> Option<Span> {
    let period =
        law::Period { from: from.as_ref().map(|d| d.value.clone()), until: until.as_ref().map(|d| d.value.clone()) };
    (period.from.is_some() || period.until.is_some()).then(|| span(&period))
}

pub(super) fn value_date(question: &Question, value: Option<&str>) -> Option<super::view::When> {
    let value = value.filter(|_| question.kind == law::AnswerKind::Date)?;
    law::Date::parse(value).ok().as_ref().map(when)
}

/// One line behind a state that says little by itself.
fn detail(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Partial { limit: Some(limit), .. } => Some(limit.clone()),
        Answer::Partial { met, .. } if !met.is_empty() => Some(met.join(", ")),
        Answer::Varies { parts } if !parts.is_empty() => Some(parts.join(", ")),
        Answer::SourceUnavailable { title } => title.clone(),
        _ => None,
    }
}
