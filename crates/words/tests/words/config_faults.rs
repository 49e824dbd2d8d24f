//! What is wrong with `config.json`, in words.

use std::collections::BTreeSet;

use config::{Fault, Form, Kind, Problem};
use words::config_fault::correction;

use crate::support::{english, says};

fn told(problem: Problem) -> words::Message {
    let place = "clouds[0]".to_owned();
    correction(&Fault { place, problem })
}

#[test]
fn every_fault_has_words_of_its_own_in_both_languages() {
    let problems = [
        Problem::Refused(403),
        Problem::NotLoaded,
        Problem::WebPage,
        Problem::Refused(503),
        Problem::NothingInFile,
        Problem::NotJson { line: 3, column: 1 },
        Problem::UnknownKey(vec!["id"]),
        Problem::Missing("id"),
        Problem::NotOfKind(Kind::Text),
        Problem::NotOfKind(Kind::Switch),
        Problem::NotOfKind(Kind::List),
        Problem::NotOfKind(Kind::Object),
        Problem::NotOfForm(Form::Segment),
        Problem::NotOfForm(Form::ProjectId),
        Problem::NotOfForm(Form::Host),
        Problem::NotOfForm(Form::Address),
        Problem::NoneOf(&["en"]),
        Problem::TextLength(64),
        Problem::Empty,
        Problem::Repeated,
        Problem::RepeatedPreset,
        Problem::Twice,
        Problem::EmptyNeeded,
        Problem::NotUtf8 { line: 3 },
        Problem::NotInPreset(&["eu-de", "eu-nl"]),
        Problem::NothingOffered,
    ];
    let count = problems.len();
    let words: Vec<words::Message> = problems.into_iter().map(told).collect();
    let sentences: BTreeSet<String> = words.iter().map(english).collect();
    assert_eq!(sentences.len(), count);
    for words in &words {
        says(words, &english(words));
    }
}

#[test]
fn a_fault_of_the_text_is_told_by_line_and_column() {
    let told = english(&told(Problem::NotJson { line: 3, column: 1 }));
    assert!(
        told.starts_with("Not readable as JSON from line 3, column 1 on."),
        "{told}"
    );
}

#[test]
fn what_is_known_stands_beside_what_is_not() {
    let told = english(&told(Problem::UnknownKey(vec!["host", "address"])));
    assert!(told.ends_with("Known here: host, address."), "{told}");
}

#[test]
fn a_region_that_is_unknown_is_told_with_those_that_are_known() {
    let told = english(&told(Problem::NotInPreset(&["eu-de", "eu-nl"])));
    assert!(told.ends_with("Known here: eu-de, eu-nl."), "{told}");
}

#[test]
fn nobody_is_told_to_do_what_would_be_wrong_as_well() {
    assert_eq!(
        english(&told(Problem::EmptyNeeded)),
        "Nothing is in it. Fill it in."
    );
    for twice in [Problem::Twice, Problem::RepeatedKey] {
        assert_eq!(english(&told(twice)), "This is there already. Remove it.");
    }
}

#[test]
fn a_file_names_the_languages_that_there_are() {
    let tags: Vec<&str> = words::Language::ALL.iter().map(|it| it.tag()).collect();
    assert_eq!(config::LANGUAGES.to_vec(), tags);
}
