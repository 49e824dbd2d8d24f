//! The names that a program and its script know each other by.

use compact::compact;

use crate::module::{imports, module};

const SCRIPT: &str = "\
import * as import1 from \"./areas.js\"
import * as import2 from \"./areas.js\"
    const import0 = {
        __wbg_focus_0123456789abcdef: function(arg0) {
            arg0.focus();
        },
        __wbg_blur_0123456789abcdef: function(arg0) {
            arg0.blur();
        },
    };
    return {
        \"./main_bg.js\": import0,
        \"./areas.js\": import1,
        \"./areas.js\": import2,
    };
";

#[test]
fn a_program_and_its_script_know_each_other_by_short_names() {
    let program = module(&[imports(&[
        ("./main_bg.js", "__wbg_blur_0123456789abcdef"),
        ("./main_bg.js", "__wbg_focus_0123456789abcdef"),
    ])]);

    let (program, script) = compact(&program, SCRIPT).unwrap();

    assert_eq!(program, module(&[imports(&[("_", "a"), ("_", "b")])]));
    assert!(script.contains("b: function(arg0) {\n            arg0.focus();"));
    assert!(script.contains("a: function(arg0) {\n            arg0.blur();"));
    assert!(script.contains("_: import0,\n"));
}

#[test]
fn a_function_that_is_imported_twice_has_one_name() {
    let twice = ("./main_bg.js", "__wbg_blur_0123456789abcdef");

    let (program, _) = compact(&module(&[imports(&[twice, twice])]), SCRIPT).unwrap();

    assert_eq!(program, module(&[imports(&[("_", "a"), ("_", "a")])]));
}

#[test]
fn what_another_script_hands_keeps_its_name() {
    let program = module(&[imports(&[("./areas.js", "__wasm_split_load_overview")])]);

    let (same, _) = compact(&program, SCRIPT).unwrap();

    assert_eq!(same, program);
}

#[test]
fn another_script_is_imported_once() {
    let (_, script) = compact(&module(&[]), SCRIPT).unwrap();

    assert_eq!(script.matches("from \"./areas.js\"").count(), 1);
    assert!(script.contains("import * as import1 from"));
    assert!(script.contains("\"./areas.js\": import1,"));
    assert!(!script.contains("import2"));
}

#[test]
fn no_two_functions_share_a_name() {
    let long: Vec<String> = (0..100).map(|number| format!("f{number}")).collect();
    let mut script = String::from("\"./main_bg.js\": import0,\n");
    for name in &long {
        script += &format!("{name}: function() {{}},\n");
    }
    // A section of more bytes than one that says how many.
    let mut programs = Vec::new();
    for few in long.chunks(6) {
        let few: Vec<_> = few.iter().map(|name| ("./main_bg.js", &**name)).collect();
        programs.push(imports(&few));
    }

    let (_, script) = compact(&module(&programs), &script).unwrap();

    let mut short: Vec<&str> = script
        .lines()
        .filter_map(|line| line.strip_suffix(": function() {},"))
        .collect();
    short.sort_unstable();
    short.dedup();
    assert_eq!(short.len(), 100);
}
