//! One record of every kind, for the tests of tables and pages, built of the same records as the samples of rules.

use crate::text::At;

use super::super::*;
use super::builder::Sample;
use super::record::{self, at, citation, date, here, prose, statement, xr};

/// What a record says of itself in the tables.
fn head() -> Head {
    Head { trace: vec!["R-1".into(), "R-2".into()], confirmed_on: Some(date("2026-01")), ..record::head() }
}

fn when(text: &str) -> Option<At<Date>> {
    Some(at(date(text)))
}

/// A finding on `question` for the country `xr`.
pub(crate) fn finding(question: &str, answer: Answer, observed: &str) -> Finding {
    Finding {
        head: head(),
        rests_on: vec![RestsOn::Provision(at(ProvisionId::new("xr/code/12")), None), RestsOn::Source(here())],
        modality: Some(Modality::InForce),
        quotation: Some(Quotation {
            at: here(),
            text: "=HYPERLINK(\"x\")".into(),
            language: "en".into(),
            translation: None,
            original: None,
        }),
        ..record::finding(question, "report", observed, answer)
    }
}

fn country(id: &str, kind: CountryKind, members: &[&str]) -> Country {
    Country {
        head: head(),
        name: format!("Land {id}").into(),
        kind,
        members: members.iter().map(|id| at(CountryId::new(*id))).collect(),
        m49: Some("004".into()),
        languages: vec!["de".into(), "ru".into()],
        names: vec![LocalizedText { text: "Земля".into(), language: "ru".into() }],
        ..record::country(id)
    }
}

/// What a question of the codebook has beside its kind.
fn explain(question: &mut Question) {
    question.head = head();
    question.wording = "Can it be punished?".into();
    question.label = "Punished".into();
    question.answers = vec![("yes".into(), prose("It can.")), ("no".into(), prose("It cannot."))];
    question.basis = Basis::Provision;
    question.benchmark = Some(at("treaty#3-a".into()));
    question.topics = vec![at(TopicId::new("t"))];
}

fn source(id: &str, tier: Option<Tier>) -> Source {
    Source {
        head: head(),
        citation: "A, \"B\"\r\n(C 2005)".into(),
        year: Some("2005".into()),
        url: Some(at("https://example.org/".into())),
        stored: Some(date("mid-2005")),
        ..record::source(id, tier)
    }
}

/// What the treaty has beside its rule of entry into force.
fn describe(treaty: &mut Instrument) {
    treaty.head = head();
    treaty.order = 1;
    treaty.adopted = Some(date("2000"));
    treaty.opened = None;
    if let Some(entry) = &mut treaty.entry {
        entry.words = "30 days".into();
        entry.citation = citation("depositary");
    }
    treaty.citations = vec![citation("depositary")];
    treaty.articles = vec![Article {
        at: here(),
        key: at("3-a".into()),
        number: "3 (a)".into(),
        heading: None,
        quotation: None,
        citation: None,
        summary: Some(prose("It defines.")),
    }];
}

fn statutes(corpus: &mut Corpus) {
    corpus.laws = Table::new(vec![Law {
        head: head(),
        title_translation: Some(Translation::Unofficial),
        official_title: Some(LocalizedText { text: "Кодекс".into(), language: "ru".into() }),
        number: Some("№ 1".into()),
        adopted: when("1997-07-16"),
        commences: when("1998"),
        repeal: Some(record::repeal(RepealVerb::Replaced, date("2015-01-01"), "report")),
        citations: vec![citation("report")],
        ..record::law()
    }]);
    let wording = |from: &str, until: Option<&str>| Wording {
        heading: Some("Heading".into()),
        translations: vec![WordingTranslation {
            language: "en".to_owned(),
            heading: None,
            text: "Words in another language.".to_owned(),
            extract: false,
            standing: Translation::Machine,
        }],
        by: vec![at(AmendmentId::new("xr/bill"))],
        ..record::wording(Some(from), until, "report")
    };
    corpus.provisions = Table::new(vec![Provision {
        head: head(),
        topics: vec![at(TopicId::new("t"))],
        ..record::provision("12", vec![wording("1998", Some("2006-03-02")), wording("2006-03-02", None)])
    }]);
    punished_and_changed(corpus);
}

fn punished_and_changed(corpus: &mut Corpus) {
    let offence = |id: &str, provision: Option<&str>, code: Option<&str>| Offence {
        head: head(),
        id: OffenceId::new(id),
        country: xr(),
        conduct: "Taking".into(),
        provision: provision.map(|id| at(ProvisionId::new(id))),
        law: None,
        code: code.map(Into::into),
        topics: Vec::new(),
        observed: date("2005"),
        observed_at: here(),
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
        ..record::bill("xr/code", vec![record::stage(StageKind::InForce, "2006", "report")])
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
        country: xr(),
        id: at("cases".into()),
        counted: "cases".into(),
        value: "-3".into(),
        value_at: here(),
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
        country: xr(),
        id: at("shelter".into()),
        text: prose("No shelter."),
        topics: Vec::new(),
        observed: date("2005"),
        citation: citation("report"),
        later: None,
    }];
    corpus.observations = vec![Observation {
        head: head(),
        country: xr(),
        id: at("few-inspectors".into()),
        text: prose("There were few inspectors."),
        modality: Modality::Practice,
        observed: date("2005"),
        observed_at: here(),
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
        steps: vec![Step {
            title: "Reading".into(),
            minutes: 45,
            text: prose("Read."),
            slide: Some(prose("A row.")),
            cards: Vec::new(),
            versions: Vec::new(),
        }],
        handouts: vec![Handout {
            id: at("row".into()),
            title: "One row".into(),
            questions: vec![at(QuestionId::new("q"))],
            countries: Vec::new(),
            day: None,
            note: None,
            versions: Vec::new(),
        }],
        exercises: vec![Exercise {
            id: at("taken".into()),
            title: "Taken away".into(),
            situation: prose("Somebody was taken away."),
            task: prose("Say by which law."),
            answer: prose("By the code."),
            day: None,
            proves: vec![at("q#xr".into())],
            versions: Vec::new(),
        }],
        body: prose(""),
    }]);
}

fn columns(corpus: &mut Corpus) {
    corpus.countries =
        Table::new(vec![country("xr", CountryKind::State, &[]), country("region", CountryKind::Region, &["xr"])]);
    corpus.columns = vec![xr(), CountryId::new("region")];
    corpus.actions = [1, 2]
        .map(|number| {
            let deposit = Statement { deposited: when("2004-10-05"), ..statement("depositary") };
            let report = Statement { deposited: when("after 2003"), ..statement("report") };
            Action { head: head(), ..record::action(ActionKind::Ratification, number, vec![deposit, report]) }
        })
        .to_vec()
        .into();
    corpus.absences = vec![Absence { head: head(), ..record::absence("region", "depositary", "2015-03-14") }].into();
    corpus.sections = Table::new(vec![Section {
        head: head(),
        id: SectionId::new("s"),
        title: "Section".into(),
        order: 1,
        shows: Vec::new(),
        body: prose(""),
    }]);
    corpus.codebook = vec![QuestionId::new("q"), QuestionId::new("q-sub")];
    corpus.changes = vec![Change {
        head: head(),
        country: xr(),
        question: at(QuestionId::new("q")),
        was: "no".into(),
        changed: date("2026-02-01"),
        reason: "the act was found".into(),
        coder: None,
    }];
    corpus.aliases.insert((Kind::Law, "xr/old-code".into()), "xr/code".into());
    corpus.settings.title = Some("Atlas of Ruritania".into());
    corpus.settings.licence = Some("CC BY 4.0".into());
}

/// The corpus with these findings. Its codebook has a question `q`, and `q-sub`, which applies only where `q` is
/// answered with yes.
pub(crate) fn corpus(findings: Vec<Finding>) -> Corpus {
    Sample::default()
        .source(source("depositary", Some(Tier::Depositary)))
        .source(source("report", None))
        .treaty(Some("2001-01-01"), Some(30))
        .instrument(describe)
        .question("q", AnswerKind::YesNo)
        .asking(explain)
        .question("q-sub", AnswerKind::YesNo)
        .below("q", &["yes"])
        .asking(explain)
        .with(columns)
        .with(statutes)
        .with(matters)
        .with(training)
        .with(|corpus| corpus.findings = findings)
        .corpus()
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
