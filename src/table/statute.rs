//! Tables of national law: laws, their articles and wordings, the conduct that they punish, and their amendments.

use crate::law::provision_state::{self, WordingEnd};
use crate::law::{Amendment, Corpus, Element, Law, LawId, Offence, Provision, Stage, Wording, WordingTranslation};

use super::cell::Missing;
use super::list::{Child, TableOf, applicable, children, table, where_applicable};

pub(super) fn laws(corpus: &Corpus) -> TableOf<'_, &Law> {
    table(corpus.laws.iter(), &["id"], "Acts and codes.")
        .column("id", "Id: country and name.", |law| &law.id)
        .reference("country", "countries", "Its country.", |law| &law.country)
        .column("kind", "code, act, decree, resolution, constitution or other.", |law| law.kind)
        .column("title", "Title in the language of the site.", |law| &law.title)
        .column("title_translation", "If that is a translation: of what standing.", |law| law.title_translation)
        .column("official_title", "Official title.", |law| law.official_title.as_ref().map(|title| &title.text))
        .column("official_title_language", "Language of the official title, BCP 47.", |law| {
            law.official_title.as_ref().map(|title| &title.language)
        })
        .column("number", "Number as issued.", |law| &law.number)
        .column("adopted", "When it was adopted.", |law| &law.adopted)
        .column("signed", "When it was signed.", |law| &law.signed)
        .column("published", "When it was published.", |law| &law.published)
        .column("commences", "When it commences.", |law| &law.commences)
        .column("commences_in_part", "Whether only some of its provisions have commenced.", |law| law.commences_in_part)
        .column("repealed", "When it ended.", |law| law.repeal.as_ref().map(|end| &end.repealed))
        .column("repeal_verb", "How it ended.", |law| applicable(law.repeal.as_ref().map(|end| end.verb)))
        .reference("repealed_by", "laws", "By which law.", |law| applicable(law.repeal.as_ref().map(|end| &end.by)))
        .column("repeal_citation", "The source of its end.", |law| {
            applicable(law.repeal.as_ref().map(|end| &end.citation))
        })
        .column("topics", "Topics.", |law| &law.topics)
        .common(|law| &law.head)
}

pub(super) fn provisions(corpus: &Corpus) -> TableOf<'_, &Provision> {
    table(corpus.provisions.iter(), &["id"], "Articles of laws.")
        .column("id", "Id: law and number.", |provision| &provision.id)
        .reference("country", "countries", "Its country.", |provision| provision.law.country())
        .reference("law", "laws", "Its law.", |provision| &provision.law)
        .column("article", "Its number as printed.", |provision| &provision.article)
        .column("wordings", "How many wordings of it are recorded.", |provision| provision.wordings.len())
        .column("topics", "Topics.", |provision| &provision.topics)
        .common(|provision| &provision.head)
}

pub(super) fn wordings(corpus: &Corpus) -> TableOf<'_, Child<'_, Provision, Wording>> {
    table(
        children(corpus.provisions.rows(), |provision| &provision.wordings),
        &["provision", "number"],
        "What provisions said, and when.",
    )
    .reference("provision", "provisions", "The provision.", |wording| &wording.of.id)
    .column("number", "Which wording, from 1, the oldest first.", |wording| wording.number)
    .column("from", "In force from.", |wording| &wording.item.period.from)
    .column("until", "No longer in force from: the day after its last.", |wording| &wording.item.period.until)
    .column("observed", "A day on which a source shows it in force, where the period is not recorded.", |wording| {
        &wording.item.observed
    })
    .column("heading", "Heading.", |wording| &wording.item.heading)
    .column("heading_language", "Language of the heading, BCP 47, where it is not that of the site.", |wording| {
        &wording.item.heading_language
    })
    .column("quotation", "Its words, where a source quotes them.", |wording| &wording.item.quotation)
    .column("extract", "Whether they are an extract of the article.", |wording| wording.item.extract)
    .column("summary", "The conduct or rule, in the words of the site.", |wording| &wording.item.summary)
    .column("penalty", "The penalty, as the source gives it.", |wording| &wording.item.penalty)
    .column("by", "By which amendments it came.", |wording| &wording.item.by)
    .column(
        "end",
        "What followed when it ended: another wording (followed), nothing, since the article was repealed (repealed), or what \
         is not recorded though a later wording is (gap).",
        |wording| applicable(provision_state::end_of(corpus, wording.of, wording.number - 1)),
    )
    .column("repealed_by", "By which amendments the article ended with it, as far as they are recorded.", |wording| {
        let number = wording.number - 1;
        let is_repealed = provision_state::end_of(corpus, wording.of, number) == Some(WordingEnd::Repealed);
        let acts = || provision_state::repealed_by(corpus, wording.of, number).into_iter().map(|(_, id)| id.to_string());
        applicable(is_repealed.then(|| acts().collect::<Vec<String>>()))
    })
    .column("citation", "The source.", |wording| &wording.item.citation)
    .column("trace", "What an outside register calls it.", |wording| &wording.item.trace)
}

/// A translation of a wording, with the numbers of both.
pub(super) struct Translated<'c> {
    provision: &'c Provision,
    wording: usize,
    number: usize,
    item: &'c WordingTranslation,
}

pub(super) fn translations(corpus: &Corpus) -> TableOf<'_, Translated<'_>> {
    let rows = corpus.provisions.iter().flat_map(|provision| {
        provision.wordings.iter().enumerate().flat_map(move |(wording, of)| {
            of.translations.iter().enumerate().map(move |(number, item)| Translated {
                provision,
                wording: wording + 1,
                number: number + 1,
                item,
            })
        })
    });
    table(rows, &["provision", "wording", "number"], "Translations of wordings, which stand beside the original.")
        .reference("provision", "provisions", "The provision.", |row| &row.provision.id)
        .column("wording", "Which wording, from 1, the oldest first.", |row| row.wording)
        .column("number", "Which translation of it.", |row| row.number)
        .column("language", "Its language, BCP 47.", |row| &row.item.language)
        .column("translation", "Of what standing: official, authorised, unofficial, machine.", |row| row.item.standing)
        .column("heading", "The heading.", |row| &row.item.heading)
        .column("text", "The words of the quotation.", |row| &row.item.text)
        .column("extract", "Whether only a part of the quotation is translated.", |row| row.item.extract)
}

pub(super) fn offences(corpus: &Corpus) -> TableOf<'_, &Offence> {
    table(corpus.offences.iter(), &["id"], "Conduct that is punished, as sources name it.")
        .column("id", "Id: country and name.", |offence| &offence.id)
        .reference("country", "countries", "Its country or region.", |offence| &offence.country)
        .column("conduct", "The conduct, as the source names it.", |offence| &offence.conduct)
        .reference("provision", "provisions", "The provision; silent where the source gives none.", |offence| {
            offence.provision.as_ref().ok_or(Missing::Silent)
        })
        .reference("law", "laws", "The law; silent where the source gives none.", |offence| {
            law_of(offence).ok_or(Missing::Silent)
        })
        .column("code", "The code as the source calls it, where no law is recorded.", |offence| {
            where_applicable(law_of(offence).is_none(), offence.code.as_ref())
        })
        .column("topics", "Topics.", |offence| &offence.topics)
        .column("observed", "The day for which the source says so.", |offence| &offence.observed)
        .column("modality", "How the source puts it, as in the findings.", |offence| offence.modality)
        .column("citation", "The source.", |offence| &offence.citation)
        .column("note", "A remark.", |offence| &offence.note)
        .common(|offence| &offence.head)
}

pub(super) fn amendments(corpus: &Corpus) -> TableOf<'_, &Amendment> {
    table(corpus.amendments.iter(), &["id"], "Bills and acts that change laws.")
        .column("id", "Id: country and name.", |amendment| &amendment.id)
        .reference("country", "countries", "Its country.", |amendment| &amendment.country)
        .column("title", "Title in the language of the site.", |amendment| &amendment.title)
        .column("kind", "bill or act.", |amendment| amendment.kind)
        .column("number", "Number as issued.", |amendment| &amendment.number)
        .reference("law", "laws", "The law that it is, if recorded as one.", |amendment| &amendment.law)
        .column("amends", "What it changes.", |amendment| &amendment.amends)
        .column("follows", "What it came from.", |amendment| &amendment.follows)
        .column("topics", "Topics.", |amendment| &amendment.topics)
        .common(|amendment| &amendment.head)
}

pub(super) fn stages(corpus: &Corpus) -> TableOf<'_, Child<'_, Amendment, Stage>> {
    table(
        children(corpus.amendments.rows(), |amendment| &amendment.stages),
        &["amendment", "number"],
        "Steps of amendments.",
    )
    .reference("amendment", "amendments", "The amendment.", |stage| &stage.of.id)
    .column("number", "Which step, from 1, in the order of the files.", |stage| stage.number)
    .column(
        "kind",
        "announced, planned, drafted, submitted, debated, adopted, signed, published, in-force, rejected, withdrawn.",
        |stage| stage.item.kind,
    )
    .column("reached", "When it was reached.", |stage| &stage.item.reached)
    .column("citation", "The source.", |stage| &stage.item.citation)
    .column("note", "A remark.", |stage| &stage.item.note)
    .column("trace", "What an outside register calls it.", |stage| &stage.item.trace)
}

pub(super) fn elements(corpus: &Corpus) -> TableOf<'_, Child<'_, Amendment, Element>> {
    table(
        children(corpus.amendments.rows(), |amendment| &amendment.elements),
        &["amendment", "id"],
        "What amendments contain.",
    )
    .reference("amendment", "amendments", "The amendment.", |element| &element.of.id)
    .column("id", "Id within the amendment.", |element| &element.item.id)
    .column("text", "What it would do.", |element| &element.item.text)
    .column("topics", "Topics.", |element| &element.item.topics)
    .column("modality", "How the source puts it, as in the findings.", |element| element.item.modality)
    .column("observed", "The day for which the source says so.", |element| &element.item.observed)
    .column("citation", "The source.", |element| &element.item.citation)
    .column("trace", "What an outside register calls it.", |element| &element.item.trace)
}

/// The law that an offence names, or else that of its provision.
fn law_of(offence: &Offence) -> Option<LawId> {
    let own = offence.law.as_ref().map(|id| id.value.clone());
    own.or_else(|| offence.provision.as_ref().map(|id| id.value.law()))
}
