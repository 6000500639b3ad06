//! The JSON form and its published schema.

use std::{fs, path::Path};

use serde_json::Value;
use throughline_model::Briefing;
use throughline_publish::{Articles, json, schema};

use crate::fixture::{fixture, smallest};

#[test]
fn whole() {
    insta::assert_snapshot!(json(&fixture(), Articles::LeftOut));
}

#[test]
fn it_reads_back_as_the_same_briefing() {
    let briefing = fixture();
    let read: Briefing =
        serde_json::from_str(&json(&briefing, Articles::Embedded)).expect("our JSON");
    assert_eq!(read, briefing);
    let without: Briefing =
        serde_json::from_str(&json(&briefing, Articles::LeftOut)).expect("our JSON");
    assert_eq!(without, Briefing { articles: Vec::new(), ..briefing });
}

/// To publish a changed schema: `UPDATE_SCHEMA=1 cargo test -p throughline-publish`.
#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/briefing.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, schema()).expect("docs can be written");
    }
    let published = fs::read_to_string(&path).expect("docs/briefing.schema.json is there");
    assert_eq!(published, schema(), "run with UPDATE_SCHEMA=1 to publish the change");
}

#[test]
fn briefings_meet_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for briefing in [fixture(), smallest()] {
        for articles in [Articles::Embedded, Articles::LeftOut] {
            let value = serde_json::from_str(&json(&briefing, articles)).expect("our JSON");
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|e| e.to_string()).collect();
            assert_eq!(errors, [""; 0]);
        }
    }
}

#[test]
fn what_is_no_briefing_fails_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let mut value: Value =
        serde_json::from_str(&json(&fixture(), Articles::LeftOut)).expect("our JSON");
    value["schema"] = "throughline/briefing/0".into();
    assert!(!validator.is_valid(&value));
    value["schema"] = throughline_model::SCHEMA.into();
    assert!(validator.is_valid(&value));
    value["headline"].as_object_mut().expect("a statement").remove("citations");
    assert!(!validator.is_valid(&value));
}
