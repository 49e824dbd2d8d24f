//! Both languages are complete.

use words::Language;

use crate::parsing::{Text, Texts, compare, parse};
use crate::support::CHINESE_FILE;

const ENGLISH_FILE: &str = include_str!("../../../../locales/en.json");

fn english() -> Texts {
    parse("en.json", ENGLISH_FILE).expect("the file is good")
}

fn chinese() -> Texts {
    parse("zh-CN.json", CHINESE_FILE).expect("the file is good")
}

fn forms(text: &Text) -> Vec<&String> {
    match text {
        Text::Plain(text) => vec![text],
        Text::Plural(forms) => forms.values().collect(),
    }
}

#[test]
fn both_languages_say_the_same_with_the_same_parameters() {
    assert_eq!(compare(&english(), &chinese()), Ok(()));
}

#[test]
fn no_text_is_empty_or_padded() {
    for (key, text) in english().iter().chain(&chinese()) {
        for form in forms(text) {
            assert_eq!(form.trim(), form, "{key}");
            assert!(!form.is_empty(), "{key}");
        }
    }
}

#[test]
fn english_tells_one_from_many_wherever_it_counts_and_chinese_nowhere() {
    for (key, text) in &english() {
        if let Text::Plural(forms) = text {
            let categories: Vec<&String> = forms.keys().collect();
            assert_eq!(categories, ["one", "other"], "{key}");
        }
    }
    for (key, text) in &chinese() {
        if let Text::Plural(forms) = text {
            let categories: Vec<&String> = forms.keys().collect();
            assert_eq!(categories, ["other"], "{key}");
        }
    }
}

#[test]
fn every_language_is_found_by_its_own_tag() {
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), language);
    }
}

#[test]
fn every_language_is_offered_under_its_own_name() {
    let names = Language::ALL.map(Language::name);
    assert_eq!(names, ["English", "简体中文"]);
}

#[test]
fn a_tag_of_any_chinese_is_chinese_and_an_unknown_one_is_english() {
    assert_eq!(Language::from_tag("zh-Hans-CN"), Language::Chinese);
    assert_eq!(Language::from_tag("zh"), Language::Chinese);
    for other in ["", "-", "de-DE", "zhx"] {
        assert_eq!(Language::from_tag(other), Language::English, "{other}");
    }
}

#[test]
fn a_chinese_character_and_a_digit_have_one_space_between_them() {
    let chinese = |text| words::spaced(text, Language::Chinese);
    assert_eq!(chinese("7天前"), "7 天前");
    assert_eq!(chinese("第10个UTC时间"), "第 10 个 UTC 时间");
    assert_eq!(chinese("10 个月前"), "10 个月前");
    assert_eq!(chinese("刚刚（7）"), "刚刚（7）");
    assert_eq!(words::spaced("7天", Language::English), "7天");
}

#[test]
fn chinese_brackets_are_as_wide_as_its_characters_and_have_no_space_before_them() {
    assert_eq!(words::in_brackets("7", Language::Chinese), "（7）");
    assert_eq!(words::in_brackets("7/9", Language::English), " (7/9)");
}
