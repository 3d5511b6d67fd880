//! JSON Schema of a form, for editors that know no language server.
//!
//! Made from the same tables as the reference and the checks. What a schema cannot say (that a record exists, that dates are
//! in order) remains for `check`. Draft 2020-12: <https://json-schema.org/draft/2020-12>.

use serde_json::{Map, Value, json};

use crate::content::Form;
use crate::content::form::{Field, FieldType, TONGUE};

/// The schema of the fields of a form.
pub fn schema(form: Form) -> Value {
    let fields = form.fields(&[]).unwrap_or_default();
    let names = [];
    let mut schema = object(form, &fields, &names);
    let about = form.kind().map_or("The configuration of a site.", |kind| kind.meaning);
    let title = form.kind().map_or("collatio.toml", |kind| kind.name);
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!(title));
    schema.insert("description".into(), json!(about));
    Value::Object(schema)
}

fn object(form: Form, fields: &[&'static Field], table: &[&str]) -> Map<String, Value> {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), property(form, field, table))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut schema = Map::new();
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema.insert("additionalProperties".into(), json!(false));
    schema
}

fn property(form: Form, field: &Field, table: &[&str]) -> Value {
    let below = || {
        let names: Vec<&str> = table.iter().copied().chain([field.name]).collect();
        Value::Object(object(form, &form.fields(&names).unwrap_or_default(), &names))
    };
    let words = || json!({ "type": "string", "minLength": 1 });
    let list = |item: Value| json!({ "type": "array", "items": item });
    let id = || json!({ "type": "string", "pattern": "^[a-z0-9:/#.\\-]+|.*#.*$" });
    let mut schema = match field.holds {
        FieldType::Words | FieldType::Prose | FieldType::Date | FieldType::Url | FieldType::Language => words(),
        FieldType::OneOf(words) => json!({ "enum": words }),
        FieldType::Id(_) => id(),
        FieldType::Ids(_) | FieldType::AnyIds => list(id()),
        FieldType::IdOrIds(_) => json!({ "anyOf": [id(), list(id())] }),
        FieldType::List | FieldType::Languages => list(words()),
        FieldType::Number => json!({ "type": "integer", "minimum": 0, "maximum": 1_000_000 }),
        FieldType::Flag => json!({ "type": "boolean" }),
        FieldType::Table(_) => below(),
        FieldType::Entries(_) => list(below()),
        FieldType::Map => json!({ "type": "object", "additionalProperties": words() }),
        FieldType::LocalizedText => tongue(),
        FieldType::LocalizedTexts => list(tongue()),
    };
    schema["description"] = json!(field.meaning);
    schema
}

fn tongue() -> Value {
    let properties: Map<String, Value> = TONGUE
        .iter()
        .map(|field| (field.name.to_owned(), json!({ "type": "string", "description": field.meaning })))
        .collect();
    let names: Vec<&str> = TONGUE.iter().map(|field| field.name).collect();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::kind::KINDS;

    #[test]
    fn a_schema_has_the_fields_the_words_and_the_tables_of_its_form() {
        let kind = KINDS.iter().find(|kind| kind.name == "treaties").expect("there is one");
        let schema = schema(Form::Content(kind));
        let action = &schema["properties"]["action"]["items"];
        assert_eq!(action["properties"]["instrument"]["type"], "string");
        assert!(
            action["properties"]["kind"]["enum"].as_array().is_some_and(|words| words.contains(&json!("accession")))
        );
        assert!(
            action["properties"]["statement"]["items"]["required"]
                .as_array()
                .is_some_and(|r| r.contains(&json!("source")))
        );
        assert_eq!(action["additionalProperties"], false);
    }

    #[test]
    fn every_form_has_a_schema_in_which_each_field_is_described() {
        let forms = KINDS.iter().map(Form::Content).chain([Form::Settings]);
        for form in forms {
            let schema = schema(form);
            let properties = schema["properties"].as_object().expect("fields");
            assert!(!properties.is_empty(), "{form:?}");
            assert!(properties.values().all(|field| field["description"].is_string()), "{schema}");
        }
    }
}
