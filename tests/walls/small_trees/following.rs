//! From a path to the file that defines what it names.

use super::tree;
use crate::arrows::{Knows, arrows, lost};

/// Who knows the definitions of whom, by their paths inside `src/`.
fn known(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let tree = tree(files);
    assert_eq!(tree.faults, Vec::<String>::new());
    let short = |path: &str| {
        path.trim_start_matches("src/")
            .trim_end_matches(".rs")
            .to_owned()
    };
    let arrows = arrows(&tree);
    let defined = arrows
        .iter()
        .filter(|arrow| arrow.knows == Knows::Definition);
    let mut pairs: Vec<_> = defined
        .map(|arrow| (short(&arrow.from), short(&arrow.to)))
        .collect();
    pairs.sort();
    pairs
}

fn pair(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn a_use_leads_to_the_file_that_defines() {
    let files = [
        ("src/lib.rs", "mod one; mod two;"),
        ("src/one.rs", "pub struct Thing;"),
        ("src/two.rs", "use crate::one::Thing;"),
    ];
    assert_eq!(known(&files), [pair("two", "one")]);
}

#[test]
fn a_name_that_is_handed_on_leads_to_the_file_that_defines() {
    let files = [
        ("src/lib.rs", "mod room; mod guest;"),
        ("src/room.rs", "mod inner; pub use inner::Thing as Renamed;"),
        ("src/room/inner.rs", "pub struct Thing;"),
        ("src/guest.rs", "use crate::room::Renamed;"),
    ];
    assert_eq!(known(&files), [pair("guest", "room/inner")]);
}

#[test]
fn a_name_is_followed_through_several_hands_and_through_all_names_of_a_module() {
    let files = [
        ("src/lib.rs", "mod room; mod guest; pub use room::*;"),
        ("src/room.rs", "mod inner; pub use self::inner::deep::*;"),
        ("src/room/inner.rs", "pub mod deep;"),
        ("src/room/inner/deep.rs", "pub fn thing() {}"),
        ("src/guest.rs", "fn call() { crate::thing() }"),
    ];
    assert_eq!(known(&files), [pair("guest", "room/inner/deep")]);
}

#[test]
fn what_a_file_hands_on_and_names_itself_is_known_to_it() {
    let inner = ("src/room/inner.rs", "pub struct Thing;");
    let only_handed_on = [
        ("src/lib.rs", "mod room;"),
        ("src/room.rs", "mod inner; pub use inner::Thing;"),
        inner,
    ];
    assert_eq!(known(&only_handed_on), []);
    let named = [
        ("src/lib.rs", "mod room;"),
        (
            "src/room.rs",
            "mod inner; pub use inner::Thing; pub fn make() -> Thing { Thing }",
        ),
        inner,
    ];
    assert_eq!(known(&named), [pair("room", "room/inner")]);
}

#[test]
fn all_names_of_a_module_are_those_of_its_file() {
    let files = [
        ("src/lib.rs", "mod one; mod two;"),
        ("src/one.rs", "pub struct Thing;"),
        ("src/two.rs", "use super::one::*;"),
    ];
    assert_eq!(known(&files), [pair("two", "one")]);
}

#[test]
fn a_declared_module_is_no_arrow() {
    let files = [
        ("src/lib.rs", "mod one;"),
        ("src/one.rs", "pub mod two;"),
        ("src/one/two.rs", ""),
    ];
    assert_eq!(known(&files), []);
}

#[test]
fn a_path_through_an_imported_module_is_followed() {
    let files = [
        ("src/lib.rs", "mod pages; mod frame;"),
        ("src/pages.rs", "pub mod tags;"),
        ("src/pages/tags.rs", "pub fn page() {}"),
        (
            "src/frame.rs",
            "use crate::pages; fn show() { pages::tags::page() }",
        ),
    ];
    assert_eq!(known(&files), [pair("frame", "pages/tags")]);
}

#[test]
fn paths_inside_macros_and_types_are_seen() {
    let files = [
        ("src/lib.rs", "mod one; mod two; mod three;"),
        ("src/one.rs", "pub struct Thing; pub fn make() {}"),
        (
            "src/two.rs",
            "fn show() { view! { <p>{crate::one::make()}</p> } }",
        ),
        ("src/three.rs", "struct Held(Option<crate::one::Thing>);"),
    ];
    assert_eq!(known(&files), [pair("three", "one"), pair("two", "one")]);
}

#[test]
fn a_macro_is_defined_in_its_file() {
    let files = [
        ("src/lib.rs", "#[macro_use] mod one; mod two; mod three;"),
        (
            "src/one.rs",
            "#[macro_export] macro_rules! made { () => { $crate::one::help() } } pub fn help() {}",
        ),
        ("src/two.rs", "made!();"),
        ("src/three.rs", "use crate::made;"),
    ];
    assert_eq!(known(&files), [pair("three", "one"), pair("two", "one")]);
}

#[test]
fn a_function_and_its_module_of_one_name_are_told_apart() {
    let files = [
        ("src/lib.rs", "mod room; mod guest;"),
        (
            "src/room.rs",
            "mod tags; pub use tags::tags; fn own() { tags() }",
        ),
        ("src/room/tags.rs", "pub fn tags() {}"),
        ("src/guest.rs", "use crate::room::tags;"),
    ];
    assert_eq!(
        known(&files),
        [pair("guest", "room/tags"), pair("room", "room/tags")]
    );
}

#[test]
fn a_test_module_of_a_file_knows_its_own_file_only() {
    let files = [
        ("src/lib.rs", "mod one;"),
        (
            "src/one.rs",
            "fn f() {} mod tests { use super::*; fn g() { super::f() } }",
        ),
    ];
    assert_eq!(known(&files), []);
}

#[test]
fn names_of_other_crates_are_nobodys_arrow() {
    let files = [
        ("src/lib.rs", "mod one;"),
        (
            "src/one.rs",
            "use std::fmt; use one::Other; fn f(_: fmt::Error) {}",
        ),
    ];
    assert_eq!(known(&files), []);
}

#[test]
fn what_cannot_be_read_is_told() {
    let files = [
        ("src/lib.rs", "mod gone;\nmod wrong;"),
        ("src/wrong.rs", "fn ("),
        ("src/forgotten.rs", ""),
    ];
    let faults = tree(&files).faults;
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert_eq!(faults[0], "src/lib.rs:1: no file for the module gone");
    assert!(faults[1].starts_with("src/wrong.rs: "), "{faults:?}");
    assert_eq!(faults[2], "src/forgotten.rs: no module reaches it");
}

#[test]
fn a_path_into_our_own_code_that_leads_nowhere_is_told() {
    let files = [
        ("src/lib.rs", "mod one; use one::Missing;"),
        ("src/one.rs", "pub struct Thing;"),
    ];
    assert_eq!(lost(&tree(&files)), ["src/lib.rs:1: one::Missing"]);
    let made = [
        ("src/lib.rs", "mod one; use one::Made;"),
        ("src/one.rs", "make! { Made }"),
    ];
    assert_eq!(lost(&tree(&made)), Vec::<String>::new());
}
