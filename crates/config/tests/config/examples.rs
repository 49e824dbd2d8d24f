//! The examples and the schema that are shipped, against what is read.

use std::collections::BTreeSet;
use std::path::Path;

use cloud_api::Service;
use config::{LANGUAGES, Preset, parse, shape};
use serde_json::Value;

use crate::schema::assert_taken;

pub fn deploy(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy");
    std::fs::read_to_string(root.join(path)).unwrap()
}

pub fn schema() -> Value {
    serde_json::from_str(&deploy("config.schema.json")).unwrap()
}

/// The names of an object's keys in the schema.
fn keys_at(schema: &Value, pointer: &str) -> BTreeSet<String> {
    let of = schema.pointer(pointer).unwrap();
    assert_eq!(of["additionalProperties"], false, "{pointer}");
    let keys = of["properties"].as_object().unwrap().keys();
    keys.cloned().collect()
}

fn texts(value: &Value) -> Vec<&str> {
    let texts = value.as_array().unwrap().iter();
    texts.map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    let schema = schema();
    for (pointer, read) in [
        ("", shape::FILE),
        ("/$defs/cloud", shape::CLOUD),
        ("/$defs/region/oneOf/1", shape::REGION),
        ("/$defs/region/oneOf/1/properties/services", shape::SERVICES),
        ("/$defs/service", shape::SERVICE),
    ] {
        let names = shape::names(read).into_iter();
        let read: BTreeSet<String> = names.map(str::to_owned).collect();
        assert_eq!(keys_at(&schema, pointer), read, "{pointer}");
    }
}

#[test]
fn the_schema_lists_what_is_known() {
    let schema = schema();
    let presets = &schema["$defs"]["cloud"]["properties"]["preset"]["enum"];
    assert_eq!(texts(presets), Preset::NAMES);
    let languages = &schema["properties"]["languages"]["items"]["enum"];
    assert_eq!(texts(languages), LANGUAGES);
}

#[test]
fn services_are_called_as_in_addresses() {
    let mut names = Service::ALL.map(Service::segment).to_vec();
    names.push(shape::GLOBAL_IAM);
    assert_eq!(shape::names(shape::SERVICES), names);
}

#[test]
fn every_key_of_the_schema_is_explained() {
    fn look(value: &Value, place: &str) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (key, property) in properties {
                let is_told = property.get("description").is_some();
                assert!(is_told || property.get("$ref").is_some(), "{place}/{key}");
            }
        }
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    look(value, &format!("{place}/{key}"));
                }
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, place)),
            _ => {}
        }
    }
    look(&schema(), "");
}

#[test]
fn every_example_is_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/examples");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let config = parse(&text).unwrap_or_else(|faults| panic!("{path:?}: {faults:?}"));
        assert!(!config.clouds.is_empty(), "{path:?}");
        assert_taken(&text);
        count += 1;
    }
    assert!(count >= 4);
}
