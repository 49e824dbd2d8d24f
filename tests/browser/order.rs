//! Texts made comparable, as the browser knows languages.

use image_console::i18n::{Language, compatible, ranks};
use wasm_bindgen_test::wasm_bindgen_test;

fn sorted(texts: &[&str], language: Language) -> Vec<String> {
    let texts: Vec<Box<str>> = texts.iter().map(|text| Box::from(*text)).collect();
    let mut ranked: Vec<_> = ranks(&texts, language).into_iter().zip(&texts).collect();
    ranked.sort();
    ranked
        .into_iter()
        .map(|(_, text)| text.to_string())
        .collect()
}

#[wasm_bindgen_test]
fn accents_stand_beside_their_letters() {
    let order = sorted(&["zoë", "émile", "emil", "öner", "oto"], Language::English);
    assert_eq!(order, ["emil", "émile", "öner", "oto", "zoë"]);
}

#[wasm_bindgen_test]
fn chinese_names_stand_in_the_order_of_their_sounds() {
    let order = sorted(&["张伟", "陈静", "李娜"], Language::Chinese);
    assert_eq!(order, ["陈静", "李娜", "张伟"]);
}

#[wasm_bindgen_test]
fn equal_texts_share_a_rank_and_nothing_has_no_ranks() {
    let texts: Vec<Box<str>> = vec!["ü".into(), "a".into(), "ü".into()];
    let ranks_of = ranks(&texts, Language::English);
    assert_eq!(ranks_of[0], ranks_of[2]);
    assert!(ranks_of[1] < ranks_of[0]);
    assert!(ranks(&[], Language::English).is_empty());
}

#[wasm_bindgen_test]
fn full_width_and_ordinary_letters_are_the_same_to_a_filter() {
    assert_eq!(compatible("ＡＰＩ ﬁle".to_owned()), "API file");
    assert_eq!(compatible("plain".to_owned()), "plain");
}
