//! What holds for this repository.

use std::sync::LazyLock;

use crate::arrows::{Knows, arrows, lost};
use crate::circles::{circles, told};
use crate::followed::made_elsewhere;
use crate::length::too_long;
use crate::messages::said_by_nobody;
use crate::source::{files_ending_in, house_of, houses};
use crate::tree::{Tree, read_tree};
use crate::walls::{broken, left_over};

/// Read once for all tests.
static TREE: LazyLock<Tree> = LazyLock::new(|| read_tree(&houses()));

/// Fails with everything that was found, one a line.
#[track_caller]
fn assert_none(what: &str, found: &[String]) {
    assert!(
        found.is_empty(),
        "{} {what}:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn every_file_is_read_and_belongs_to_a_module() {
    assert_none("files or modules that cannot be read", &TREE.faults);
}

#[test]
fn every_path_into_our_own_code_leads_to_a_file() {
    assert_none("paths lead nowhere", &lost(&TREE));
}

#[test]
fn nobody_knows_whom_they_may_not_know() {
    assert_none("walls broken", &broken(&TREE, &arrows(&TREE)));
}

#[test]
fn what_is_told_of_the_rooms_is_there() {
    assert_none(
        "names of rooms.rs are nobody's",
        &left_over(&TREE, &arrows(&TREE)),
    );
}

#[test]
fn no_two_files_know_each_other_around_any_corner() {
    let arrows = arrows(&TREE);
    let rings: Vec<String> = circles(&arrows).iter().map(|ring| told(ring)).collect();
    assert_none("circles", &rings);
}

#[test]
fn no_file_is_too_long() {
    assert_none(
        "files too long",
        &too_long(&files_ending_in(&[".rs", ".ts", ".css"])),
    );
}

#[test]
fn what_follows_signals_is_made_in_live_alone() {
    assert_none("made elsewhere", &made_elsewhere(&houses()));
}

#[test]
fn the_whole_house_is_seen() {
    let in_house = |house: &str| {
        TREE.words
            .keys()
            .filter(|path| house_of(path) == Some(house))
            .count()
    };
    assert!(
        in_house("src/") > 80,
        "{} files of the console",
        in_house("src/")
    );
    assert!(in_house("crates/cloud-api/src/") > 50);
    assert!(in_house("crates/simulator/src/") > 30);
    assert!(in_house("crates/changes/src/") > 10);
    assert!(in_house("crates/rows/src/") > 5);
    assert!(files_ending_in(&[".ts"]).len() > 20);
    assert!(files_ending_in(&[".css"]).len() > 10);
}

#[test]
fn known_arrows_are_seen() {
    let arrows = arrows(&TREE);
    let knows = |from: &str, to: &str| {
        arrows.iter().any(|arrow| {
            (arrow.from.as_str(), arrow.to.as_str(), arrow.knows) == (from, to, Knows::Definition)
        })
    };
    // `use crate::filter::Filter`, by its own module.
    assert!(knows(
        "crates/rows/src/index.rs",
        "crates/rows/src/filter.rs"
    ));
    // Through what `i18n` hands on.
    assert!(knows("src/ui/button.rs", "src/i18n/language.rs"));
    assert!(arrows.len() > 500, "{} arrows", arrows.len());
}

#[test]
fn every_message_is_said_by_somebody() {
    let mut catalogues = files_ending_in(&["en.json"]);
    catalogues.retain(|file| file.path == "locales/en.json");
    assert_eq!(catalogues.len(), 1);
    let unsaid = said_by_nobody(&catalogues[0].text, &houses());
    assert_none("messages that nobody says", &unsaid);
}
