//! Where a field belongs that stands in a table which does not have it.

use super::form::{Field, FieldType};
use super::kind::KINDS;
use super::noun::form_noun;

/// Other words for fields, and the fields that they may mean, in the order of likelihood.
pub(super) const SYNONYMS: &[(&str, &[&str])] = &[
    ("address", &["url"]),
    ("article", &["place", "rests_on"]),
    ("as_of", &["observed"]),
    ("author", &["coder"]),
    ("based_on", &["rests_on"]),
    ("basis", &["rests_on"]),
    ("cite", &["source", "citation"]),
    ("code", &["iso"]),
    ("coded_by", &["coder"]),
    ("comment", &["note"]),
    ("consulted", &["accessed"]),
    ("content", &["text", "quote"]),
    ("country", &["name"]),
    ("date", &["observed", "reached", "deposited", "adopted", "accessed", "year", "given"]),
    ("day", &["observed", "reached", "deposited", "adopted"]),
    ("definition", &["text"]),
    ("description", &["note", "text"]),
    ("entry_into_force", &["in_force", "commences"]),
    ("in_force", &["commences"]),
    ("label", &["title", "name"]),
    ("lang", &["language", "quote_language"]),
    ("law", &["rests_on"]),
    ("legal_basis", &["rests_on"]),
    ("line", &["place"]),
    ("lines", &["place"]),
    ("link", &["url"]),
    ("locator", &["place"]),
    ("name", &["title"]),
    ("notes", &["note"]),
    ("page", &["place"]),
    ("pages", &["place"]),
    ("paragraph", &["place"]),
    ("pinpoint", &["place"]),
    ("provision", &["rests_on"]),
    ("published", &["year"]),
    ("question_id", &["question"]),
    ("quotation", &["quote"]),
    ("ratified", &["deposited"]),
    ("reference", &["citation", "source"]),
    ("references", &["citation", "source"]),
    ("remark", &["note"]),
    ("remarks", &["note"]),
    ("response", &["answer"]),
    ("result", &["answer"]),
    ("retrieved", &["accessed"]),
    ("section", &["place"]),
    ("state", &["answer"]),
    ("status", &["answer", "modality"]),
    ("tag", &["topics"]),
    ("tags", &["topics"]),
    ("text", &["quote", "summary", "note"]),
    ("theme", &["topics"]),
    ("type", &["kind"]),
    ("value", &["answer"]),
    ("visited", &["accessed"]),
    ("web", &["url"]),
    ("website", &["url"]),
    ("words", &["quote", "text"]),
    ("year", &["observed", "adopted", "reached"]),
];

/// The table or the list of entries below `fields`, which stand at `path`, to which a field `name` belongs whose header was
/// forgotten: its header, and its outermost name.
///
/// One that is required and missing goes before all others; one to which another of the unknown `keys` alone can belong goes
/// before one that is there. A single table that is optional says something by being there (a law with `[repeal]` has
/// ended), so it is proposed only for a field that nothing else has.
pub(super) fn entry_of(
    name: &str,
    fields: &'static [Field],
    path: &str,
    given: &dyn Fn(&str) -> bool,
    keys: &[&str],
) -> Option<(String, &'static str)> {
    let has = |field: &Field, name: &str| inner(field).is_some_and(|list| list.iter().any(|own| own.name == name));
    let holders = |name: &str| fields.iter().filter(|field| has(field, name)).count();
    let is_alone = holders(name) == 1;
    let rank = |field: &Field| match () {
        () if field.required && !given(field.name) => Some(0),
        () if keys.iter().any(|key| has(field, key) && holders(key) == 1) => Some(1),
        () if field.required => Some(2),
        () if given(field.name) => Some(3),
        () if matches!(field.holds, FieldType::Entries(_)) => Some(4),
        () => is_alone.then_some(5),
    };
    let candidates = fields.iter().filter_map(|field| {
        let own = inner(field)?.iter().find(|own| own.name == name)?;
        // Of several alike, the one that needs the field goes before.
        Some(((rank(field)?, !own.required), field, own))
    });
    let (_, field, own) = candidates.min_by_key(|(rank, _, _)| *rank)?;
    let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
    let header = match (&own.holds, &field.holds) {
        (FieldType::Entries(_), _) => format!("[[{path}.{name}]]"),
        (_, FieldType::Entries(_)) => format!("[[{path}]]"),
        _ => format!("[{path}]"),
    };
    Some((header, field.name))
}

/// The fields of the table or of the entries that `field` holds.
fn inner(field: &Field) -> Option<&'static [Field]> {
    match field.holds {
        FieldType::Entries(fields) | FieldType::Table(fields) if field.name != "defaults" => Some(fields),
        _ => None,
    }
}

/// The kind whose form has a field `name`, for the help to an author who wrote it in another kind of file.
pub(super) fn owner(name: &str) -> Option<String> {
    for kind in KINDS {
        for field in kind.fields {
            if field.name == name {
                return Some(form_noun(kind));
            }
            if let FieldType::Entries(inner) | FieldType::Table(inner) = field.holds
                && inner.iter().any(|inner| inner.name == name)
            {
                return Some(format!("`{}` in {}", field.name, form_noun(kind)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::kind::{INSTRUMENT, LAW};
    use super::*;

    #[test]
    fn a_forgotten_header_is_the_one_that_is_missing_and_never_one_that_says_something() {
        let of = |name, given: &[&str], keys: &[&str]| {
            entry_of(name, LAW.fields, "", &|name| given.contains(&name), keys).map(|(header, _)| header)
        };
        assert_eq!(of("source", &[], &["source", "place"]).as_deref(), Some("[[citation]]"));
        assert_eq!(of("source", &["repeal"], &["source", "place"]).as_deref(), Some("[[citation]]"));
        assert_eq!(of("place", &["citation"], &["source", "place"]).as_deref(), Some("[[citation]]"));
        assert_eq!(of("verb", &[], &["verb"]).as_deref(), Some("[repeal]"), "nothing else has it");
        assert_eq!(of("source", &["citation"], &["verb", "source"]).as_deref(), Some("[repeal]"));
        let treaty = entry_of("source", INSTRUMENT.fields, "", &|_| false, &["source", "place"]);
        assert_eq!(treaty.map(|(header, _)| header).as_deref(), Some("[[citation]]"));
    }
}
