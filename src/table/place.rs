//! Tables of countries and regions, and of what is recorded about them outside the comparison.

use crate::law::{Corpus, Country, CountryKind, FormerName, Gap, Observation, Statistic};

use super::list::{TableOf, applicable, some, table, where_applicable};

pub(super) fn countries(corpus: &Corpus) -> TableOf<'_, &Country> {
    table(corpus.countries.iter(), &["id"], "Jurisdictions.")
        .column("id", "Id, as in the address of its page.", |country| &country.id)
        .column("name", "Usual name.", |country| &country.name)
        .column("official_name", "Full name, if it differs.", |country| &country.official_name)
        .column("kind", "state, part, region or organisation.", |country| country.kind)
        .column(
            "compared",
            "Whether it has a column in the comparison; others appear with the instruments alone.",
            |country| country.compared,
        )
        .column("members", "For a region: the countries of which its statements may speak.", |country| {
            where_applicable(country.kind == CountryKind::Region, some(&country.members))
        })
        .column("iso", "ISO 3166-1 alpha-2 or ISO 3166-2.", |country| &country.iso)
        .column("iso3", "ISO 3166-1 alpha-3.", |country| &country.iso3)
        .column("m49", "The code M49 of the United Nations.", |country| &country.m49)
        .column("capital", "Seat of government.", |country| &country.capital)
        .column("languages", "Languages of its laws, BCP 47.", |country| &country.languages)
        .column("names", "Names in other languages, each with its language before it.", |country| &country.names)
        .column(
            "former_names",
            "What it was called before, each with the day from which it had another name; `;` between them.",
            |country| {
                let name = |former: &FormerName| format!("{} ({})", former.name, former.until);
                let names: Vec<String> = country.former_names.iter().map(name).collect();
                (!names.is_empty()).then(|| names.join("; "))
            },
        )
        .column("from", "From when it exists.", |country| &country.from)
        .column("until", "From when it does not exist any more.", |country| &country.until)
        .column("predecessors", "The states before it.", |country| &country.predecessors)
        .column("successors", "The states after it.", |country| &country.successors)
        .reference("part_of", "countries", "For a part: the state that it is a part of.", |country| &country.part_of)
        .common(|country| &country.head)
}

pub(super) fn statistics(corpus: &Corpus) -> TableOf<'_, &Statistic> {
    table(&corpus.statistics, &["country", "id"], "Figures.")
        .reference("country", "countries", "The country or region.", |statistic| &statistic.country)
        .column("id", "Id within the country.", |statistic| &statistic.id)
        .column("counted", "What was counted.", |statistic| &statistic.counted)
        .column("value", "The figure as the source prints it.", |statistic| &statistic.value)
        .column("unit", "Unit.", |statistic| &statistic.unit)
        .column("breakdown", "Which part of the whole.", |statistic| &statistic.breakdown)
        .column("counted_by", "Who counted.", |statistic| &statistic.counted_by)
        .column("from", "First day of the period.", |statistic| &statistic.from)
        .column("until", "The day after its last, or the date as given.", |statistic| &statistic.until)
        .column("citation", "The source.", |statistic| &statistic.citation)
        .column("note", "A remark.", |statistic| &statistic.note)
        .common(|statistic| &statistic.head)
}

pub(super) fn gaps(corpus: &Corpus) -> TableOf<'_, &Gap> {
    table(&corpus.gaps, &["country", "id"], "What the law or practice of a country lacked, as sources say.")
        .reference("country", "countries", "The country or region.", |gap| &gap.country)
        .column("id", "Id within the country.", |gap| &gap.id)
        .column("text", "What was lacking.", |gap| &gap.text)
        .column("topics", "Topics.", |gap| &gap.topics)
        .column("observed", "The day for which the source says so.", |gap| &gap.observed)
        .column("citation", "The source.", |gap| &gap.citation)
        .column("later", "What changed later.", |gap| gap.later.as_ref().map(|(words, _)| words))
        .column("later_citation", "The source of what changed later.", |gap| {
            applicable(gap.later.as_ref().map(|(_, citation)| citation))
        })
        .common(|gap| &gap.head)
}

pub(super) fn observations(corpus: &Corpus) -> TableOf<'_, &Observation> {
    table(&corpus.observations, &["country", "id"], "What sources say of a country where no question asks for it.")
        .reference("country", "countries", "The country or region.", |observation| &observation.country)
        .column("id", "Id within the country.", |observation| &observation.id)
        .column("text", "What the source says, in the site's own words.", |observation| &observation.text)
        .column(
            "modality",
            "How the source puts it: announced, in-force, practice and so on, as in the files.",
            |observation| observation.modality,
        )
        .column("observed", "The day for which the source speaks.", |observation| &observation.observed)
        .column("period", "The time of which it speaks, in words, where that is another.", |observation| {
            &observation.period
        })
        .column("topics", "Topics.", |observation| &observation.topics)
        .column("citation", "The source.", |observation| &observation.citation)
        .column("quotation", "The words of the source.", |observation| &observation.quotation)
        .column("note", "A remark.", |observation| &observation.note)
        .common(|observation| &observation.head)
}
