//! How much of the codebook is answered: for each country and section, the cells that answer, that are silent, that nobody
//! has researched, and the answers that lack the words of a source or are a machine's translation.

use super::cell::{self, CellOn, State};
use super::{Corpus, Country, CountryId, Day, Finding, QuestionId, SectionId, Translation};
use crate::text::{Origin, Prose, TaggedText};

/// The cells of one country in one section of the codebook, counted.
#[derive(Clone, Debug)]
pub struct SectionCoverage {
    /// The country of the column.
    pub country: CountryId,
    /// The section of the questions.
    pub section: SectionId,
    /// What its cells say.
    pub counts: Counts,
}

/// Numbers of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All questions.
    pub questions: usize,
    /// Cells that give an answer, be it disputed.
    pub answered: usize,
    /// Cells whose source says nothing, or of whose law no text was obtained.
    pub silent: usize,
    /// Cells without any finding.
    pub not_researched: usize,
    /// Cells to whose country the question does not apply.
    pub not_applicable: usize,
    /// Answered cells, not computed ones, of which no finding that is shown quotes its source.
    pub without_quotation: usize,
    /// Answered cells with words by a machine: a quotation in its translation, or in a further language a text of ours.
    pub machine_translated: usize,
    /// In a further language of the site, answered cells with words that stand in the first language only.
    pub untranslated: usize,
}

impl Counts {
    /// The questions that apply to the country.
    pub fn asked(&self) -> usize {
        self.questions - self.not_applicable
    }

    /// The share of these that is answered, in whole percent, rounded down: 100 means all. `None` where nothing is asked.
    pub fn percent(&self) -> Option<usize> {
        (100 * self.answered).checked_div(self.asked())
    }

    /// Adds the numbers of another part.
    pub fn add(&mut self, other: &Counts) {
        self.questions += other.questions;
        self.answered += other.answered;
        self.silent += other.silent;
        self.not_researched += other.not_researched;
        self.not_applicable += other.not_applicable;
        self.without_quotation += other.without_quotation;
        self.machine_translated += other.machine_translated;
        self.untranslated += other.untranslated;
    }
}

/// The cells of all compared countries on `day`, by country in the order of the columns, then by section in the order of
/// the codebook.
pub fn coverage(corpus: &Corpus, day: Day) -> Vec<SectionCoverage> {
    corpus.columns.iter().flat_map(|country| coverage_of(corpus, country, day)).collect()
}

/// The cells of one country on `day`, by section in the order of the codebook.
pub fn coverage_of(corpus: &Corpus, country: &CountryId, day: Day) -> Vec<SectionCoverage> {
    let mut list: Vec<SectionCoverage> = Vec::new();
    for id in &corpus.codebook {
        let Some(section) = corpus.questions.get(id.as_str()).map(|question| &question.section) else { continue };
        if list.last().is_none_or(|last| last.section != *section) {
            let (country, section) = (country.clone(), section.clone());
            list.push(SectionCoverage { country, section, counts: Counts::default() });
        }
        if let Some(last) = list.last_mut() {
            last.counts.add(&of_cell(corpus, id, country, day));
        }
    }
    list
}

/// The counts of a single cell: each is 0 or 1.
fn of_cell(corpus: &Corpus, question: &QuestionId, country: &CountryId, day: Day) -> Counts {
    let mut counts = Counts { questions: 1, ..Counts::default() };
    let Some(question) = corpus.questions.get(question.as_str()) else { return counts };
    let cell = cell::on(corpus, question, country, day);
    match cell.state {
        State::NotApplicable => counts.not_applicable = 1,
        State::NotResearched => counts.not_researched = 1,
        State::SourceSilent | State::SourceUnavailable => counts.silent = 1,
        _ => {
            counts.answered = 1;
            let shown: Vec<&Finding> = shown(&cell).filter(|finding| !finding.is_computed()).collect();
            let quotes = |finding: &&Finding| finding.quotation.is_some();
            counts.without_quotation = usize::from(!shown.is_empty() && !shown.iter().any(quotes));
            counts.machine_translated = usize::from(shown.iter().any(|finding| by_machine(corpus, finding)));
            counts.untranslated = usize::from(shown.iter().any(|finding| is_untranslated(corpus, finding)));
        }
    }
    counts
}

/// The findings that a cell shows: the one that decides it, and those that disagree.
pub fn shown<'c>(cell: &CellOn<'c>) -> impl Iterator<Item = &'c Finding> {
    let also = cell.shown.filter(|shown| !cell.disputing.iter().any(|other| other.head.at == shown.head.at));
    also.into_iter().chain(cell.disputing.clone())
}

fn by_machine(corpus: &Corpus, finding: &Finding) -> bool {
    let quoted = finding.quotation.as_ref().and_then(|quotation| quotation.translation);
    quoted == Some(Translation::Machine)
        || words(finding).any(TaggedText::is_of_machine)
        || prose(finding).any(|prose| origin(corpus, prose) == Some(Origin::Machine))
}

fn is_untranslated(corpus: &Corpus, finding: &Finding) -> bool {
    words(finding).any(|words| words.untranslated().is_some())
        || prose(finding).any(|prose| matches!(origin(corpus, prose), Some(Origin::Untranslated(_))))
}

fn origin(corpus: &Corpus, prose: &Prose) -> Option<Origin> {
    corpus.rendering.as_ref()?.origin(prose.span())
}

/// The texts of a finding in the language of the site.
fn words(finding: &Finding) -> impl Iterator<Item = &TaggedText> {
    use super::Answer;
    let of_answer: Vec<&TaggedText> = match &finding.answer.value {
        Answer::NoProvision { searched } => searched.iter().collect(),
        Answer::Partial { met, unmet, limit } => met.iter().chain(unmet).chain(limit).collect(),
        Answer::Varies { parts } => parts.iter().collect(),
        Answer::SourceUnavailable { title } => title.iter().collect(),
        _ => Vec::new(),
    };
    of_answer.into_iter().chain(&finding.preferred)
}

fn prose(finding: &Finding) -> impl Iterator<Item = &Prose> {
    finding.plain.iter().chain(&finding.note)
}

/// The counts of all sections of one country together.
pub fn total<'a>(of: impl Iterator<Item = &'a SectionCoverage>) -> Counts {
    let mut sum = Counts::default();
    of.for_each(|section| sum.add(&section.counts));
    sum
}

/// The compared countries in the order of the columns.
pub fn compared(corpus: &Corpus) -> impl Iterator<Item = &Country> {
    corpus.columns.iter().filter_map(|id| corpus.countries.get(id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::sample::{Sample, day};
    use crate::law::{Answer, AnswerKind};

    #[test]
    fn a_cell_is_counted_once_and_silence_is_no_answer() {
        let whole = |sample: Sample| {
            let mut corpus = sample.corpus();
            corpus.codebook = vec![QuestionId::new("q")];
            total(coverage(&corpus, day("2010-01-01")).iter())
        };
        let asked = Sample::new().question("q", AnswerKind::YesNo).country();
        let empty = whole(asked.clone());
        assert_eq!((empty.questions, empty.not_researched, empty.percent()), (1, 1, Some(0)));
        let silent = whole(asked.clone().finding("paper", "2004", Answer::SourceSilent, |_| {}));
        assert_eq!((silent.silent, silent.answered), (1, 0));
        let answered = whole(asked.clone().finding("paper", "2004", Answer::Yes, |_| {}));
        assert_eq!((answered.answered, answered.without_quotation, answered.percent()), (1, 1, Some(100)));
        let later = whole(asked.finding("paper", "2011", Answer::Yes, |_| {}));
        assert_eq!(later.not_researched, 1, "what was observed later does not count on the day");
    }
}
