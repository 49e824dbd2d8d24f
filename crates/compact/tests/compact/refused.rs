//! What is not of the form that is known stays as it is, and why is told.

use compact::{Fault, compact};

use crate::module::{BEGINNING, elements, imports, module};

const SCRIPT: &str = "\"./main_bg.js\": import0,\n";

#[test]
fn a_file_that_is_no_module() {
    assert_eq!(compact(b"<!DOCTYPE html>", SCRIPT), Err(Fault::NoModule));
}

#[test]
fn a_module_that_ends_in_the_middle() {
    let program = [BEGINNING, &[2, 9, 1]].concat();

    assert_eq!(compact(&program, SCRIPT), Err(Fault::Ends));
}

#[test]
fn a_function_that_the_script_does_not_hand() {
    let program = module(&[imports(&[("./main_bg.js", "__wbg_blur")])]);

    let not_handed = Fault::NotHanded("__wbg_blur".to_owned());
    assert_eq!(compact(&program, SCRIPT), Err(not_handed));
}

#[test]
fn a_script_that_hands_nothing() {
    let not_handed = Fault::NotHanded("./main_bg.js".to_owned());

    assert_eq!(compact(&module(&[]), ""), Err(not_handed));
}

#[test]
fn a_table_that_is_full_at_first() {
    // One table of functions, none of its places empty: `ref.func 0`.
    let full = vec![1, 0x40, 0, 0x70, 0, 1, 0xd2, 0, 0x0b];

    assert_eq!(compact(&module(&[(4, full)]), SCRIPT), Err(Fault::Table));
}

#[test]
fn a_table_of_another_module() {
    let table = vec![1, 1, b'm', 1, b't', 1, 0x70, 0, 1];

    assert_eq!(compact(&module(&[(2, table)]), SCRIPT), Err(Fault::Table));
}

#[test]
fn functions_for_a_table_that_are_put_in_later() {
    let later = vec![1, 0, 1, 7];

    let unknown = Fault::Unknown {
        what: "functions for a table",
        kind: 1,
    };
    assert_eq!(
        compact(&module(&[elements(&[later])]), SCRIPT),
        Err(unknown)
    );
}
