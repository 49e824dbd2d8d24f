//! What the build refuses of the message files.

use crate::parsing::{Texts, compare, parameters, parse};

fn texts(content: &str) -> Texts {
    parse("en.json", content).expect("the file is good")
}

/// What the build says of two files.
fn refusal(english: &str, chinese: &str) -> Option<String> {
    compare(&texts(english), &texts(chinese)).err()
}

/// What it says of one text.
fn refusal_of(text: &str) -> Option<String> {
    let texts = texts(&format!("{{\"a\": {text}}}"));
    parameters("a", &texts["a"]).err()
}

#[test]
fn a_missing_message_is_named() {
    let refusal = refusal(r#"{"a": "A", "b": "B"}"#, r#"{"a": "甲"}"#);
    assert_eq!(refusal.as_deref(), Some("locales/zh-CN.json lacks \"b\""));
}

#[test]
fn a_surplus_message_is_named() {
    let refusal = refusal(r#"{"a": "A"}"#, r#"{"a": "甲", "b": "乙"}"#);
    let expected = "locales/zh-CN.json has \"b\", locales/en.json has not";
    assert_eq!(refusal.as_deref(), Some(expected));
}

#[test]
fn other_parameters_in_another_language_are_refused() {
    for chinese in [
        "甲",
        "甲 {who:name} {count:number}",
        "甲 {name:name}",
        "甲 {who:time}",
    ] {
        let refusal = refusal(
            r#"{"a": "A {who:name}"}"#,
            &format!("{{\"a\": \"{chinese}\"}}"),
        );
        let expected = "\"a\": the languages have different parameters";
        assert_eq!(refusal.as_deref(), Some(expected), "{chinese}");
    }
}

#[test]
fn the_same_parameters_in_another_order_are_taken() {
    let english = r#"{"a": "{level:message} {who:name} {at:time}"}"#;
    let chinese = r#"{"a": "{at:time} {who:name} {level:message}"}"#;
    assert_eq!(refusal(english, chinese), None);
}

#[test]
fn words_of_another_text_are_no_kind_of_parameter() {
    let refusal = refusal_of("\"{level:text}\"");
    assert_eq!(refusal.as_deref(), Some("\"a\": unknown kind \"text\""));
}

#[test]
fn a_parameter_without_a_kind_or_an_end_or_of_two_kinds_is_refused() {
    assert_eq!(
        refusal_of("\"{who}\"").as_deref(),
        Some("\"a\": {who} has no kind")
    );
    assert_eq!(
        refusal_of("\"{who:name\"").as_deref(),
        Some("\"a\": a brace is not closed")
    );
    assert_eq!(
        refusal_of("\"{it:name} {it:time}\"").as_deref(),
        Some("\"a\": \"it\" is of two kinds")
    );
}

#[test]
fn plural_forms_need_a_count_and_the_form_for_all_others() {
    assert_eq!(
        refusal_of(r#"{"one": "a", "other": "b"}"#).as_deref(),
        Some("\"a\": plural forms need {count:number}")
    );
    let error = parse("en.json", r#"{"a": {"one": "{count:number}"}}"#).err();
    assert_eq!(
        error.as_deref(),
        Some("en.json: a: the form \"other\" is missing")
    );
}

#[test]
fn what_is_neither_text_nor_forms_is_refused() {
    let error = parse("en.json", r#"{"a": 7}"#).err();
    assert_eq!(error.as_deref(), Some("en.json: a: neither text nor forms"));
    let error = parse("en.json", r#"{"a": {"other": 7}}"#).err();
    assert_eq!(error.as_deref(), Some("en.json: a: a form is no text"));
}
