//! A small corpus for the tests of tables and pages: one record of each kind, written out by hand.

use crate::text::{At, FileId, Prose, Span};

use super::*;

fn here() -> Span {
    Span::head(FileId(0))
}

fn at<T>(value: T) -> At<T> {
    At::new(value, here())
}

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn when(text: &str) -> Option<At<Date>> {
    Some(at(date(text)))
}

fn prose(text: &str) -> Prose {
    Prose::of_value(text, here())
}

fn head() -> Head {
    Head {
        at: here(),
        draft: false,
        aliases: Vec::new(),
        trace: vec!["R-1".into(), "R-2".into()],
        acknowledge: Vec::new(),
        confirmed_on: Some(date("2026-01")),
    }
}

fn citation(source: &str) -> Citation {
    Citation { source: at(SourceId::new(source)), place: "p. 1".into(), tier: None }
}

/// A finding on `question` for the country `xr`.
pub(crate) fn finding(question: &str, answer: Answer, observed: &str) -> Finding {
    Finding {
        head: head(),
        country: CountryId::new("xr"),
        question: at(QuestionId::new(question)),
        answer: at(answer),
        rests_on: vec![RestsOn::Provision(at(ProvisionId::new("xr/code/12")), None), RestsOn::Source(here())],
        citation: citation("report"),
        observed: at(date(observed)),
        origin: Origin::Coded { coder: "coder-1".into(), reviewer: None },
        from: None,
        until: None,
        modality: Some(Modality::InForce),
        preferred: None,
        region: None,
        quotation: Some(Quotation {
            text: "=HYPERLINK(\"x\")".into(),
            language: "en".into(),
            translation: None,
            original: None,
        }),
        plain: None,
        note: None,
    }
}

fn country(id: &str, kind: CountryKind, members: &[&str]) -> Country {
    Country {
        head: head(),
        id: CountryId::new(id),
        name: format!("Land {id}").into(),
        official_name: None,
        kind,
        members: members.iter().map(|id| at(CountryId::new(*id))).collect(),
        compared: true,
        iso: None,
        iso3: None,
        m49: Some("004".into()),
        capital: None,
        languages: vec!["de".into(), "ru".into()],
        names: vec![LocalizedText { text: "Земля".into(), language: "ru".into() }],
        former_names: Vec::new(),
        from: None,
        until: None,
        predecessors: Vec::new(),
        successors: Vec::new(),
        part_of: None,
        body: prose(""),
    }
}

fn question(id: &str, parent: Option<Parent>) -> Question {
    Question {
        head: head(),
        id: QuestionId::new(id),
        section: SectionId::new("s"),
        order: 0,
        wording: "Can it be punished?".into(),
        label: "Punished".into(),
        kind: AnswerKind::YesNo,
        answers: vec![("yes".into(), prose("It can.")), ("no".into(), prose("It cannot."))],
        domain: Domain::Law,
        basis: Basis::Provision,
        computed: None,
        benchmark: Some(at("treaty#3-a".into())),
        headline: false,
        about: None,
        parent,
        topics: vec![at(TopicId::new("t"))],
        include: None,
        exclude: None,
        body: prose(""),
    }
}

fn source(id: &str, tier: Option<Tier>) -> Source {
    Source {
        head: head(),
        id: SourceId::new(id),
        citation: "A, \"B\"\r\n(C 2005)".into(),
        short: None,
        author: None,
        title: None,
        publisher: None,
        year: Some("2005".into()),
        kind: None,
        tier,
        url: Some(at("https://example.org/".into())),
        archived: None,
        language: None,
        licence: None,
        stored: Some(date("mid-2005")),
        complete: Vec::new(),
        accessed: None,
        role: SourceRole::Cited,
        body: prose(""),
    }
}

fn instrument() -> Instrument {
    Instrument {
        head: head(),
        id: InstrumentId::new("treaty"),
        title: "Treaty".into(),
        short: None,
        kind: InstrumentKind::Treaty,
        order: 1,
        adopted: Some(date("2000")),
        opened: None,
        closed: None,
        in_force: Some(date("2001-01-01")),
        also_adopted: None,
        end: None,
        provisional_until: None,
        entry: Some(EntryIntoForce {
            count: Some(EntryCount { days: 30, ..EntryCount::default() }),
            applies_after: None,
            exceptions: Vec::new(),
            words: "30 days".into(),
            citation: citation("depositary"),
        }),
        ratification_needs_signature: true,
        depositary: None,
        supplements: None,
        citations: vec![citation("depositary")],
        articles: vec![Article {
            at: here(),
            key: at("3-a".into()),
            number: "3 (a)".into(),
            heading: None,
            quotation: None,
            citation: None,
            summary: Some(prose("It defines.")),
        }],
        body: prose(""),
    }
}

fn action(kind: ActionKind, number: u32) -> Action {
    let statement = |source: &str, given: &str| Statement {
        at: here(),
        citation: citation(source),
        observed: None,
        signed: None,
        deposited: when(given),
        in_force: None,
        domestic: None,
        effective: None,
        given: None,
        mark: None,
        quote: None,
        preferred: None,
        note: None,
        trace: Vec::new(),
    };
    Action {
        head: head(),
        country: CountryId::new("xr"),
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
        statements: vec![statement("depositary", "2004-10-05"), statement("report", "after 2003")],
        note: None,
    }
}

fn statutes(corpus: &mut Corpus) {
    corpus.laws = Table::new(vec![Law {
        head: head(),
        id: LawId::new("xr/code"),
        country: CountryId::new("xr"),
        kind: LawKind::Code,
        title: "Code".into(),
        title_translation: Some(Translation::Unofficial),
        article_word: None,
        official_title: Some(LocalizedText { text: "Кодекс".into(), language: "ru".into() }),
        number: Some("№ 1".into()),
        adopted: when("1997-07-16"),
        signed: None,
        published: None,
        commences: when("1998"),
        commences_in_part: false,
        repeal: Some(Repeal {
            repealed: at(date("2015-01-01")),
            verb: RepealVerb::Replaced,
            by: None,
            citation: citation("report"),
        }),
        citations: vec![citation("report")],
        topics: Vec::new(),
        body: prose(""),
    }]);
    let wording = |from: Option<&str>, until: Option<&str>| Wording {
        at: here(),
        period: Period { from: from.map(date), until: until.map(date) },
        observed: None,
        heading: Some("Heading".into()),
        heading_language: None,
        extract: false,
        translations: vec![WordingTranslation {
            language: "en".to_owned(),
            heading: None,
            text: "Words in another language.".to_owned(),
            standing: Translation::Machine,
        }],
        quotation: None,
        summary: None,
        penalty: None,
        by: vec![at(AmendmentId::new("xr/bill"))],
        repealed: false,
        repealed_by: Vec::new(),
        citation: citation("report"),
        trace: Vec::new(),
    };
    corpus.provisions = Table::new(vec![Provision {
        head: head(),
        id: ProvisionId::new("xr/code/12"),
        law: LawId::new("xr/code"),
        article: "12".into(),
        topics: vec![at(TopicId::new("t"))],
        wordings: vec![wording(Some("1998"), Some("2006-03-02")), wording(Some("2006-03-02"), None)],
        body: prose(""),
    }]);
    punished_and_changed(corpus);
}

fn punished_and_changed(corpus: &mut Corpus) {
    let offence = |id: &str, provision: Option<&str>, code: Option<&str>| Offence {
        head: head(),
        id: OffenceId::new(id),
        country: CountryId::new("xr"),
        conduct: "Taking".into(),
        provision: provision.map(|id| at(ProvisionId::new(id))),
        law: None,
        code: code.map(Into::into),
        topics: Vec::new(),
        observed: date("2005"),
        modality: None,
        citation: citation("report"),
        note: None,
    };
    corpus.offences = Table::new(vec![
        offence("xr/taking", Some("xr/code/12"), None),
        offence("xr/taking-away", None, Some("the old code")),
    ]);
    corpus.amendments = Table::new(vec![Amendment {
        head: head(),
        id: AmendmentId::new("xr/bill"),
        country: CountryId::new("xr"),
        title: "Bill".into(),
        kind: AmendmentKind::Bill,
        number: None,
        law: None,
        amends: vec![at("xr/code".into())],
        follows: Vec::new(),
        stages: vec![Stage {
            at: here(),
            kind: StageKind::InForce,
            reached: at(date("2006")),
            citation: citation("report"),
            note: None,
            trace: Vec::new(),
        }],
        elements: vec![Element {
            at: here(),
            id: at("one".into()),
            text: prose("- raises the penalty"),
            topics: vec![at(TopicId::new("t"))],
            modality: None,
            observed: None,
            citation: citation("report"),
            trace: Vec::new(),
        }],
        topics: Vec::new(),
        body: prose(""),
    }]);
}

fn matters(corpus: &mut Corpus) {
    corpus.topics = Table::new(vec![Topic {
        head: head(),
        id: TopicId::new("t"),
        title: "Topic".into(),
        order: 1,
        body: prose("What it covers."),
    }]);
    corpus.terms = Table::new(vec![Term {
        head: head(),
        id: TermId::new("term"),
        term: "term".into(),
        forms: vec!["terms".into()],
        originals: Vec::new(),
        citation: None,
        observed: None,
        body: prose("A word."),
    }]);
    corpus.statistics = vec![Statistic {
        head: head(),
        country: CountryId::new("xr"),
        id: at("cases".into()),
        counted: "cases".into(),
        value: "-3".into(),
        unit: "cases".into(),
        breakdown: None,
        counted_by: None,
        from: Some(date("2004")),
        until: None,
        citation: citation("report"),
        note: None,
    }];
    corpus.gaps = vec![Gap {
        head: head(),
        country: CountryId::new("xr"),
        id: at("shelter".into()),
        text: prose("No shelter."),
        topics: Vec::new(),
        observed: date("2005"),
        citation: citation("report"),
        later: None,
    }];
    corpus.observations = vec![Observation {
        head: head(),
        country: CountryId::new("xr"),
        id: at("few-inspectors".into()),
        text: prose("There were few inspectors."),
        modality: Modality::Practice,
        observed: date("2005"),
        period: Some("since 2003".into()),
        topics: vec![at(TopicId::new("t"))],
        citation: citation("report"),
        quotation: None,
        note: None,
    }];
    let side = |says: &str| Side { at: here(), says: prose(says), citation: citation("report") };
    corpus.conflicts = Table::new(vec![Conflict {
        head: head(),
        id: ConflictId::new("k-01"),
        title: "Which year".into(),
        sides: vec![side("2004"), side("2005")],
        preferred: Some(at(2)),
        reason: prose("The later print."),
        touches: vec![at("xr/code".into())],
        body: prose(""),
    }]);
}

fn training(corpus: &mut Corpus) {
    corpus.modules = Table::new(vec![Module {
        head: head(),
        id: ModuleId::new("first-day"),
        title: "The first day".into(),
        audience: "inspectors".into(),
        objectives: vec!["to read a row".into()],
        minutes: at(45),
        order: 1,
        topics: vec![at(TopicId::new("t"))],
        steps: vec![Step { title: "Reading".into(), minutes: 45, text: prose("Read.") }],
        handouts: vec![Handout {
            id: at("row".into()),
            title: "One row".into(),
            questions: vec![at(QuestionId::new("q"))],
            countries: Vec::new(),
            day: None,
            note: None,
        }],
        exercises: vec![Exercise {
            id: at("taken".into()),
            title: "Taken away".into(),
            situation: prose("Somebody was taken away."),
            task: prose("Say by which law."),
            answer: prose("By the code."),
            day: None,
            proves: vec![at("q#xr".into())],
        }],
        body: prose(""),
    }]);
}

/// The corpus with these findings. Its codebook has a question `q`, and `q-sub`, which applies only where `q` is
/// answered with yes.
pub(crate) fn corpus(mut findings: Vec<Finding>) -> Corpus {
    let parent = Parent { question: at(QuestionId::new("q")), when: vec!["yes".into()] };
    findings.sort_by(|a, b| a.question.value.cmp(&b.question.value));
    let mut corpus = Corpus {
        countries: Table::new(vec![
            country("xr", CountryKind::State, &[]),
            country("region", CountryKind::Region, &["xr"]),
        ]),
        columns: vec![CountryId::new("xr"), CountryId::new("region")],
        instruments: Table::new(vec![instrument()]),
        actions: vec![action(ActionKind::Ratification, 1), action(ActionKind::Ratification, 2)],
        absences: vec![Absence {
            head: head(),
            country: CountryId::new("region"),
            instrument: at(InstrumentId::new("treaty")),
            finding: "no entry".into(),
            signature_only: false,
            observed: date("2015-03-14"),
            citation: citation("depositary"),
        }],
        sections: Table::new(vec![Section {
            head: head(),
            id: SectionId::new("s"),
            title: "Section".into(),
            order: 1,
            shows: Vec::new(),
            body: prose(""),
        }]),
        questions: Table::new(vec![question("q", None), question("q-sub", Some(parent))]),
        codebook: vec![QuestionId::new("q"), QuestionId::new("q-sub")],
        sources: Table::new(vec![source("depositary", Some(Tier::Depositary)), source("report", None)]),
        changes: vec![Change {
            head: head(),
            country: CountryId::new("xr"),
            question: at(QuestionId::new("q")),
            was: "no".into(),
            changed: date("2026-02-01"),
            reason: "the act was found".into(),
            coder: None,
        }],
        ..Corpus::default()
    };
    statutes(&mut corpus);
    matters(&mut corpus);
    training(&mut corpus);
    for (number, finding) in findings.iter().enumerate() {
        let (question, country) = (finding.question.value.clone(), finding.country.clone());
        let start = corpus.cells.get(&question, &country).map_or(number, |range| range.start);
        corpus.cells.insert(question, country, start..number + 1);
    }
    corpus.findings = findings;
    corpus.aliases.insert((Kind::Law, "xr/old-code".into()), "xr/code".into());
    corpus.settings.title = Some("Atlas of Ruritania".into());
    corpus.settings.licence = Some("CC BY 4.0".into());
    corpus
}

/// Findings for the notable kinds of cell: a date known in part, a limit, a silence.
pub(crate) fn findings() -> Vec<Finding> {
    let partial = Answer::Partial { met: vec!["taking|away".into(), "keeping".into()], unmet: Vec::new(), limit: None };
    vec![
        finding("q", Answer::No, "2003"),
        finding("q", partial, "2005-06-01"),
        finding("q", Answer::Yes, "2008"),
        finding("q-sub", Answer::SourceSilent, "2004-01-01"),
    ]
}
