//! Statistical figures about a country.

use crate::law::{AnyRecord, CountryId, Statistic};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{NOTE, PLACE, SOURCE, citation, head};

const STATISTIC: &[Field] = &[
    required("id", Words, "Its id within the country.", "\"licences-issued\""),
    required_words("counted", Words, "What was counted.", "\"licences issued\""),
    required("value", Words, "The figure as the source prints it, in quotes.", "\"370\""),
    required_words("unit", Words, "Its unit.", "\"licences\""),
    optional_words("breakdown", Words, "Which part of the whole.", "\"female\""),
    optional_words("counted_by", Words, "Who counted.", "\"…\""),
    optional("from", Date, "First day of the period.", "\"2003-09\""),
    optional("until", Date, "End of the period, as the source gives it.", "\"2005-05\""),
    SOURCE,
    PLACE,
    NOTE,
];

/// `statistics.md` in the folder of a country.
pub const STATISTICS: FileKind = FileKind {
    name: "statistics",
    path: "countries/{country}/statistics.md",
    meaning: "Figures: what was counted, by whom, over which period.",
    fields: &[optional("statistic", Entries(STATISTIC), "One figure.", "")],
    body: None,
    decode: Decode::Entries(statistics),
};

fn statistics(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    fields.entries("statistic").iter().filter_map(|fields| statistic(&country, fields)).collect()
}

fn statistic(country: &CountryId, fields: &Fields<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Statistic(Statistic {
        head: head(fields),
        country: country.clone(),
        id: fields.words_at("id")?,
        counted: fields.text("counted")?,
        value: fields.words("value")?,
        value_at: fields.place("value"),
        unit: fields.text("unit")?,
        breakdown: fields.text("breakdown"),
        counted_by: fields.text("counted_by"),
        from: fields.date("from"),
        until: fields.date("until"),
        citation: citation(fields)?,
        note: fields.prose("note"),
    }))
}
