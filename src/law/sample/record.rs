//! One plain record of each kind: what must be there, and nothing more. Those who need more change fields of it.

use crate::text::{At, FileId, Prose, Span};

use super::super::*;

/// A place for values whose place does not matter.
pub(super) fn here() -> Span {
    Span::head(FileId(0))
}

pub(super) fn at<T>(value: T) -> At<T> {
    At::new(value, here())
}

pub(super) fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

pub(super) fn prose(text: &str) -> Prose {
    Prose::of_value(text, here())
}

pub(super) fn head() -> Head {
    Head {
        at: here(),
        draft: false,
        aliases: Vec::new(),
        trace: Vec::new(),
        acknowledge: Vec::new(),
        confirmed_on: None,
        places: Box::default(),
    }
}

pub(super) fn citation(source: &str) -> Citation {
    Citation { source: at(SourceId::new(source)), place: "p. 1".to_owned(), place_at: here(), tier: None }
}

/// The country on which all samples look.
pub(super) fn xr() -> CountryId {
    CountryId::new("xr")
}

pub(super) fn source(id: &str, tier: Option<Tier>) -> Source {
    Source {
        head: head(),
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
        extent: None,
        role: SourceRole::Cited,
        body: prose(""),
    }
}

/// A state that is compared.
pub(super) fn country(id: &str) -> Country {
    Country {
        head: head(),
        id: CountryId::new(id),
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
        body: prose(""),
    }
}

pub(super) fn instrument() -> Instrument {
    Instrument {
        head: head(),
        id: InstrumentId::new("treaty"),
        title: "Treaty".into(),
        short: None,
        kind: InstrumentKind::Treaty,
        order: 0,
        adopted: None,
        opened: None,
        closed: None,
        in_force: None,
        also_adopted: None,
        end: None,
        provisional_until: None,
        entry: None,
        ratification_needs_signature: true,
        depositary: None,
        supplements: None,
        article_word: None,
        citations: Vec::new(),
        articles: Vec::new(),
        body: prose(""),
    }
}

pub(super) fn statement(source: &str) -> Statement {
    Statement {
        at: here(),
        citation: citation(source),
        observed: None,
        signed: None,
        deposited: None,
        in_force: None,
        domestic: None,
        effective: None,
        revoked: None,
        given: None,
        mark: None,
        quote: None,
        quote_at: here(),
        preferred: None,
        note: None,
        trace: Vec::new(),
    }
}

/// An act towards the treaty.
pub(super) fn action(kind: ActionKind, number: u32, statements: Vec<Statement>) -> Action {
    Action {
        head: head(),
        country: xr(),
        instrument: at(InstrumentId::new("treaty")),
        kind: at(kind),
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
        by_table: None,
        statements,
        note: None,
    }
}

/// A table of `source` of that day has no entry of the country for the treaty.
pub(super) fn absence(country: &str, source: &str, observed: &str) -> Absence {
    Absence {
        head: head(),
        country: CountryId::new(country),
        instrument: at(InstrumentId::new("treaty")),
        finding: "no entry".into(),
        signature_only: false,
        observed: date(observed),
        citation: citation(source),
    }
}

pub(super) fn question(id: &str, kind: AnswerKind) -> Question {
    Question {
        head: head(),
        id: QuestionId::new(id),
        section: SectionId::new("s"),
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
        body: prose(""),
    }
}

pub(super) fn finding(question: &str, source: &str, observed: &str, answer: Answer) -> Finding {
    Finding {
        head: head(),
        country: xr(),
        question: at(QuestionId::new(question)),
        answer: at(answer),
        rests_on: vec![RestsOn::Source(here())],
        citation: citation(source),
        observed: at(date(observed)),
        origin: Origin::Coded { coder: "coder-1".to_owned(), reviewer: None },
        coder_at: here(),
        basis_note: None,
        also: Vec::new(),
        from: None,
        until: None,
        modality: None,
        preferred: None,
        region: None,
        quotation: None,
        plain: None,
        note: None,
    }
}

pub(super) fn law() -> Law {
    Law {
        head: head(),
        id: LawId::new("xr/code"),
        country: xr(),
        kind: LawKind::Code,
        title: "Code".into(),
        title_translation: None,
        official_title: None,
        article_word: None,
        number: None,
        adopted: None,
        signed: None,
        published: None,
        commences: None,
        commences_in_part: false,
        repeal: None,
        citations: Vec::new(),
        topics: Vec::new(),
        body: prose(""),
    }
}

pub(super) fn repeal(verb: RepealVerb, repealed: Date, source: &str) -> Repeal {
    Repeal { repealed: at(repealed), verb, by: None, citation: citation(source) }
}

pub(super) fn wording(from: Option<&str>, until: Option<&str>, source: &str) -> Wording {
    Wording {
        at: here(),
        period: Period { from: from.map(date), until: until.map(date) },
        from_at: here(),
        until_at: here(),
        observed: None,
        observed_at: here(),
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
        citation: citation(source),
        trace: Vec::new(),
    }
}

/// An article of the law.
pub(super) fn provision(article: &str, wordings: Vec<Wording>) -> Provision {
    Provision {
        head: head(),
        id: ProvisionId::new(format!("xr/code/{article}")),
        law: LawId::new("xr/code"),
        article: article.to_owned(),
        topics: Vec::new(),
        wordings,
        body: prose(""),
    }
}

pub(super) fn stage(kind: StageKind, reached: &str, source: &str) -> Stage {
    Stage { at: here(), kind, reached: at(date(reached)), citation: citation(source), note: None, trace: Vec::new() }
}

/// A bill that amends a law or an article.
pub(super) fn bill(amends: &str, stages: Vec<Stage>) -> Amendment {
    Amendment {
        head: head(),
        id: AmendmentId::new("xr/bill"),
        country: xr(),
        title: "Bill".into(),
        kind: AmendmentKind::Bill,
        number: None,
        law: None,
        amends: vec![at(amends.to_owned())],
        follows: Vec::new(),
        stages,
        elements: Vec::new(),
        topics: Vec::new(),
        body: prose(""),
    }
}
