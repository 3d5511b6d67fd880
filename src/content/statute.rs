//! Laws, provisions, offences and amendments.

use crate::law::{
    Amendment, AmendmentId, AmendmentKind, AnyRecord, CountryId, Element, Kind, Law, LawId, LawKind, Modality, Offence,
    OffenceId, Period, Provision, ProvisionId, Repeal, RepealVerb, Stage, StageKind, Wording,
};
use crate::text::{Diagnostic, Fault, Level};

use super::row::Row;

/// An article's number that differs from its file's name.
pub static ARTICLE_NAME: Fault = Fault {
    code: "article-file-name",
    level: Level::Warning,
    summary: "an article's file bears another number",
    explanation: "Articles are found by the names of their files: article 128 lies in `128.md`, 130.1 and 130-1 in \
`130-1.md`, 128¹ in `128-sup1.md`. Where the digits of both differ, one of them is a slip.",
};

/// A law.
pub(super) fn law(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    let id = LawId::new(id);
    Some(AnyRecord::Law(Law {
        head: row.head(),
        country: id.country(),
        id,
        kind: LawKind::parse(row.word("kind")).unwrap_or(LawKind::Act),
        title: row.words("title")?,
        title_translation: row.translation("title_translation"),
        official_title: row.localized_text("official_title"),
        number: row.words("number"),
        adopted: row.date_at("adopted"),
        signed: row.date_at("signed"),
        published: row.date_at("published"),
        commences: row.date_at("commences"),
        commences_in_part: row.flag("commences_in_part").unwrap_or(false),
        repeal: row.table("repeal").and_then(|row| repeal(&row)),
        citations: row.entries("citation").iter().filter_map(Row::citation).collect(),
        topics: row.topics(),
        body: row.content_file.body(),
    }))
}

fn repeal(row: &Row<'_, '_>) -> Option<Repeal> {
    Some(Repeal {
        repealed: row.date_at("repealed")?,
        verb: RepealVerb::parse(row.word("verb")).unwrap_or(RepealVerb::Repealed),
        by: row.id("by", LawId::new),
        citation: row.citation()?,
    })
}

/// An article.
pub(super) fn provision(id: String, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let id = ProvisionId::new(id);
    let article = row.words("article")?;
    let file = id.as_str().rsplit('/').next().unwrap_or_default();
    if digits(&article) != digits(file) {
        let message = format!("article `{article}` lies in a file that is named `{file}`");
        let help = "rename the file, or correct the number; `128¹` lies in `128-sup1.md`";
        faults.push(ARTICLE_NAME.at(row.place("article"), message).help(help));
    }
    let mut wordings: Vec<Wording> = row.entries("wording").iter().filter_map(|row| wording(row, faults)).collect();
    // There is one list for each article of each law, and most have one wording.
    wordings.shrink_to_fit();
    if wordings.is_empty() {
        return None;
    }
    Some(AnyRecord::Provision(Provision {
        head: row.head(),
        law: id.law(),
        id,
        article,
        topics: row.topics(),
        wordings,
        body: row.content_file.body(),
    }))
}

/// The digits of an article's number, superscripts among them.
fn digits(text: &str) -> Vec<u32> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |c: char| RAISED.iter().position(|r| *r == c).map(|n| n as u32);
    text.chars().filter_map(|c| c.to_digit(10).or_else(|| raised(c))).collect()
}

fn wording(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Wording> {
    Some(Wording {
        at: row.at,
        period: Period { from: row.date("from"), until: row.date("until") },
        observed: row.date("observed"),
        heading: row.words("heading"),
        quotation: row.quotation(faults),
        summary: row.prose("summary"),
        penalty: row.words("penalty"),
        by: row.id("by", AmendmentId::new),
        citation: row.citation()?,
        trace: row.list("trace"),
    })
}

/// A country's offences.
pub(super) fn offences(country: &CountryId, row: &Row<'_, '_>) -> Vec<AnyRecord> {
    let unread = |row: &Row<'_, '_>| {
        let id = row.words("id")?;
        Some(AnyRecord::Unread { kind: Kind::Offence, id: format!("{country}/{id}").into() })
    };
    row.entries("offence").iter().filter_map(|row| offence(country, row).or_else(|| unread(row))).collect()
}

fn offence(country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Offence(Offence {
        head: row.head(),
        id: OffenceId::new(format!("{country}/{}", row.words("id")?)),
        country: country.clone(),
        conduct: row.words("conduct")?,
        provision: row.id("provision", ProvisionId::new),
        law: row.id("law", LawId::new),
        code: row.words("code"),
        topics: row.topics(),
        observed: row.date("observed")?,
        modality: Modality::parse(row.word("modality")),
        citation: row.citation()?,
        note: row.prose("note"),
    }))
}

/// An amendment.
pub(super) fn amendment(id: String, country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    let stages: Vec<Stage> = row.entries("stage").iter().filter_map(stage).collect();
    if stages.is_empty() {
        return None;
    }
    Some(AnyRecord::Amendment(Amendment {
        head: row.head(),
        id: AmendmentId::new(id),
        country: country.clone(),
        title: row.words("title")?,
        kind: AmendmentKind::parse(row.word("kind")).unwrap_or(AmendmentKind::Bill),
        number: row.words("number"),
        law: row.id("law", LawId::new),
        amends: row.ids("amends", |text| text),
        follows: row.ids("follows", AmendmentId::new),
        stages,
        elements: row.entries("element").iter().filter_map(element).collect(),
        topics: row.topics(),
        body: row.content_file.body(),
    }))
}

fn stage(row: &Row<'_, '_>) -> Option<Stage> {
    Some(Stage {
        at: row.at,
        kind: StageKind::parse(row.word("kind"))?,
        reached: row.date_at("reached")?,
        citation: row.citation()?,
        note: row.prose("note"),
        trace: row.list("trace"),
    })
}

fn element(row: &Row<'_, '_>) -> Option<Element> {
    Some(Element {
        at: row.at,
        id: row.words_at("id")?,
        text: row.prose("text")?,
        topics: row.topics(),
        modality: Modality::parse(row.word("modality")),
        observed: row.date("observed"),
        citation: row.citation()?,
        trace: row.list("trace"),
    })
}
