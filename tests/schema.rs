//! The schema is made from the types, the reading is written by hand: here they are held together.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop where it stands")]

use news_explainer::document::{Document, Entry};
use news_explainer::read_json;
use serde_json::{Value, json};

/// A value of this schema with every property in it; `choice` picks among alternatives.
fn example(schema: &Value, root: &Value, choice: usize) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        return example(&root["$defs"][name], root, choice);
    }
    for alternatives in ["oneOf", "anyOf"] {
        if let Some(all) = schema[alternatives].as_array() {
            let sound: Vec<&Value> = all.iter().filter(|one| one["type"] != "null").collect();
            return example(sound[choice % sound.len()], root, choice);
        }
    }
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    if let Some(words) = schema["enum"].as_array() {
        return words[choice % words.len()].clone();
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().find(|kind| *kind != "null").unwrap().as_str().unwrap(),
        kind => kind.as_str().unwrap_or("string"),
    };
    match kind {
        "object" => match schema["properties"].as_object() {
            Some(properties) => {
                properties.iter().map(|(name, schema)| (name.clone(), example(schema, root, choice))).collect()
            }
            None => json!({ "d": example(&schema["additionalProperties"], root, choice) }),
        },
        "array" => match schema["prefixItems"].as_array() {
            Some(items) => items.iter().map(|item| example(item, root, choice)).collect(),
            None => json!([example(&schema["items"], root, choice)]),
        },
        "integer" | "number" => json!(1),
        "boolean" => json!(true),
        _ => json!("x"),
    }
}

fn is_read<T>(list: &[Entry<T>], name: &str) {
    assert_eq!(list.len(), 1, "{name}");
    if let Entry::Broken { path, reason } = &list[0] {
        panic!("{name}: {path}: {reason}");
    }
}

#[test]
fn the_reading_knows_every_field_and_every_word_that_the_schema_allows() {
    let schema = serde_json::to_value(schemars::schema_for!(Document)).unwrap();
    for choice in 0..12 {
        let text = example(&schema, &schema, choice).to_string();
        let (document, problems) = read_json::read(&text).unwrap();
        let unknown: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(unknown, [""; 0], "{text}");
        is_read(&document.sources, "sources");
        is_read(&document.places, "places");
        is_read(&document.organizations, "organizations");
        is_read(&document.facts, "facts");
        is_read(&document.relations, "relations");
        is_read(&document.hierarchies, "hierarchies");
        is_read(&document.tables, "tables");
        is_read(&document.left_out, "left_out");
        is_read(&document.corrections, "corrections");
        is_read(&document.story, "story");
    }
}

#[test]
fn a_field_that_the_schema_does_not_know_is_reported_with_its_path() {
    let text = r#"{"format": 1, "facts": [{"id": "a", "label": "x", "cite": [{"source": "s", "exact": "1", "exat": "2"}]}], "colour": 1}"#;
    let (_, problems) = read_json::read(text).unwrap();
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["facts[0].cite[0].exat", "colour"]);
}
