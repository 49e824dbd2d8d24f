//! What the schema takes and refuses, asked of a validator of schemas.

use boon::{Compiler, Schemas};
use config::{Kind, Problem};
use serde_json::Value;

use crate::examples::{deploy, schema};

/// What is wrong with a file by the schema; `None` where nothing is.
fn refusal(file: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler
        .add_resource("config.schema.json", schema())
        .unwrap();
    let index = compiler
        .compile("config.schema.json", &mut schemas)
        .unwrap();
    let judged = schemas.validate(file, index);
    judged.err().map(|refusal| refusal.to_string())
}

/// A file that is read is right by the schema as well.
#[track_caller]
pub fn assert_taken(file: &str) {
    let file = serde_json::from_str(file.trim_start_matches('\u{feff}')).unwrap();
    assert_eq!(refusal(&file), None, "{file}");
}

/// A file in which this is wrong is wrong by the schema as well, where a schema can tell it.
#[track_caller]
pub fn assert_judged_alike(file: &str, problem: &Problem) {
    if let Ok(file) = serde_json::from_str(file) {
        let refusal = refusal(&file);
        assert_eq!(
            refusal.is_some(),
            is_told_by(problem),
            "{file}: {refusal:?}"
        );
    }
}

/// Whether a schema tells it: not what stands twice in a text, nor what goes together with something elsewhere.
fn is_told_by(problem: &Problem) -> bool {
    match problem {
        Problem::UnknownKey(_)
        | Problem::NotOfKind(Kind::Text | Kind::Switch | Kind::List | Kind::Object)
        | Problem::NoWholeNumber(_)
        | Problem::NotOfForm(_)
        | Problem::NoneOf(_)
        | Problem::TextLength(_)
        | Problem::Empty
        | Problem::EmptyNeeded
        | Problem::Twice => true,
        Problem::Missing(key) => ["id", "regions"].contains(key),
        Problem::Refused(_)
        | Problem::NotLoaded
        | Problem::WebPage
        | Problem::NothingInFile
        | Problem::NotUtf8 { .. }
        | Problem::NotJson { .. }
        | Problem::Repeated
        | Problem::RepeatedKey
        | Problem::RepeatedPreset
        | Problem::NotInPreset(_)
        | Problem::NothingOffered => false,
    }
}

#[test]
fn what_is_shipped_is_right_by_the_schema() {
    assert_taken(&deploy("demo.json"));
}
