//! The JSON schema of Nenpyo's format, made from the record's types, for editors that complete
//! and validate.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::record::Record;

/// Where the schema is published: its name, not an address that the program ever visits.
const ID: &str = "https://nenpyo.invalid/nenpyo.schema.json";

/// The schema (JSON Schema, draft 2020-12) as it stands in `data/nenpyo.schema.json`.
pub fn schema_json() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Record>();
    schema.insert("$id".to_owned(), Value::from(ID));
    schema.insert("title".to_owned(), Value::from("Nenpyo record"));
    // A schema is maps, lists and strings: writing it as JSON cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
