//! Which rows match what was typed.

use proptest::prelude::*;
use rows::{Filter, RowIndex};

fn table(texts: &[&str]) -> RowIndex {
    let keys = texts.iter().map(|text| (*text).into()).collect();
    let search: Vec<Box<str>> = texts.iter().map(|text| (*text).into()).collect();
    match RowIndex::new(keys, Vec::new(), &search) {
        Ok(index) => index,
        Err(error) => panic!("{error}"),
    }
}

fn found(texts: &[&str], typed: &str) -> Vec<u32> {
    table(texts).view(&Filter::new(typed), None)
}

const REPOSITORIES: [&str; 4] = [
    "shop/api acme-web",
    "shop-ui acme-web",
    "nginx Library",
    "API gateway",
];

#[test]
fn without_words_every_row_matches() {
    assert_eq!(found(&REPOSITORIES, ""), [0, 1, 2, 3]);
}

#[test]
fn only_white_space_of_any_kind_is_no_words() {
    assert_eq!(found(&REPOSITORIES, " \t\u{3000}\n"), [0, 1, 2, 3]);
}

#[test]
fn only_white_space_makes_an_empty_filter() {
    assert!(Filter::new(" \u{3000}").is_empty());
}

#[test]
fn a_word_matches_as_a_part_of_words() {
    assert_eq!(found(&REPOSITORIES, "hop"), [0, 1]);
}

#[test]
fn all_words_must_occur() {
    assert_eq!(found(&REPOSITORIES, "acme ui"), [1]);
}

#[test]
fn the_order_of_words_does_not_matter() {
    assert_eq!(
        found(&REPOSITORIES, "web shop"),
        found(&REPOSITORIES, "shop web")
    );
}

#[test]
fn case_does_not_matter_on_either_side() {
    assert_eq!(found(&REPOSITORIES, "aPi"), [0, 3]);
}

#[test]
fn case_does_not_matter_outside_of_ascii() {
    let texts = [
        "ÄPFEL",
        "Straße",
        "STRASSE",
        "STRAẞE",
        "ΟΔΟΣ",
        "οδος",
        "İzmir",
        "\u{212a}elvin",
    ];
    for (typed, expected) in [
        ("äpfel", vec![0]),
        ("strasse", vec![1, 2, 3]),
        ("straße", vec![1, 2, 3]),
        ("οδοσ", vec![4, 5]),
        ("kelvin", vec![7]),
    ] {
        assert_eq!(found(&texts, typed), expected, "{typed}");
    }
}

#[test]
fn a_word_never_matches_across_two_rows() {
    assert_eq!(found(&["ab", "cd"], "bc"), Vec::<u32>::new());
}

#[test]
fn characters_of_patterns_are_plain_text() {
    assert_eq!(found(&["a.c", "abc", "a*", "[a]"], "a.c"), [0]);
}

#[test]
fn a_very_long_word_matches_nothing() {
    assert_eq!(
        found(&REPOSITORIES, &"x".repeat(1_000_000)),
        Vec::<u32>::new()
    );
}

#[test]
fn an_empty_table_has_no_matches() {
    assert_eq!(found(&[], "a"), Vec::<u32>::new());
}

#[test]
fn an_empty_table_has_an_empty_view() {
    assert_eq!(found(&[], ""), Vec::<u32>::new());
}

#[test]
fn a_row_without_a_search_text_matches_no_word() {
    assert_eq!(found(&["", "a"], "a"), [1]);
}

proptest! {
    #[test]
    fn the_filter_agrees_with_a_plain_one(
        texts in prop::collection::vec("[a-cA-C \\-]{0,8}", 0..40),
        typed in "[a-cA-C \t]{0,5}",
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let small = typed.to_lowercase();
        let expected: Vec<u32> = (0..)
            .zip(&texts)
            .filter(|(_, text)| small.split(' ').flat_map(|part| part.split('\t')).all(|word| {
                text.to_lowercase().contains(word)
            }))
            .map(|(row, _)| row)
            .collect();
        prop_assert_eq!(found(&texts, &typed), expected);
    }

    #[test]
    fn every_text_finds_its_own_row_in_any_case(text in any::<String>()) {
        for typed in [text.clone(), text.to_uppercase(), text.to_lowercase()] {
            prop_assert_eq!(found(&[&text], &typed), vec![0], "{}", typed);
        }
    }

    #[test]
    fn no_text_makes_filtering_panic(
        texts in prop::collection::vec(any::<String>(), 0..8),
        typed in any::<String>(),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        prop_assert!(found(&texts, &typed).len() <= texts.len());
    }
}
