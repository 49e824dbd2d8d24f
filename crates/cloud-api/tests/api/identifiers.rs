//! Tags and the identifiers that IAM gives out.

use cloud_api::{CharacterRule, ProjectId, RegionId, TagName, TextError, UserId};
use proptest::prelude::*;

use crate::support::ANNA;

#[test]
fn valid_tags_are_taken() {
    let longest = "Z".repeat(128);
    let valid = [
        "latest", "1.4.2", "_x", "V1", "a-b.c_d", "a..b", "a--", &longest,
    ];
    let refused: Vec<_> = valid
        .into_iter()
        .filter(|text| text.parse::<TagName>().is_err())
        .collect();
    assert_eq!(refused, Vec::<&str>::new());
}

#[test]
fn invalid_tags_are_refused() {
    let too_long = "a".repeat(129);
    let invalid = ["", ".a", "-a", "a/b", "a:b", "a b", "ä", "a\n", &too_long];
    let taken: Vec<_> = invalid
        .into_iter()
        .filter(|text| text.parse::<TagName>().is_ok())
        .collect();
    assert_eq!(taken, Vec::<&str>::new());
}

#[test]
fn a_tag_with_a_dot_first_is_told_the_place() {
    assert_eq!(
        ".a".parse::<TagName>(),
        Err(TextError::Character {
            text: ".a".to_owned(),
            position: 1,
            character: '.',
            rule: CharacterRule::NotAllowed,
        })
    );
}

#[test]
fn a_long_tag_is_told_its_length_and_the_limit() {
    assert_eq!(
        "a".repeat(129).parse::<TagName>(),
        Err(TextError::TooLong {
            length: 129,
            maximum: 128,
        })
    );
}

#[test]
fn a_user_id_displays_as_it_was_written() {
    let parsed: Result<UserId, _> = ANNA.parse();
    assert_eq!(parsed.map(|id| id.to_string()), Ok(ANNA.to_owned()));
}

#[test]
fn an_empty_user_id_is_told_that_it_is_empty() {
    assert_eq!("".parse::<UserId>(), Err(TextError::Empty));
}

#[test]
fn a_user_id_one_digit_short_is_told_its_length() {
    assert_eq!(
        ANNA[..31].parse::<UserId>(),
        Err(TextError::Length {
            length: 31,
            exactly: 32
        })
    );
}

#[test]
fn a_user_id_one_digit_long_is_told_its_length() {
    assert_eq!(
        format!("{ANNA}0").parse::<UserId>(),
        Err(TextError::Length {
            length: 33,
            exactly: 32
        })
    );
}

#[test]
fn a_user_name_in_place_of_an_id_is_told_the_first_wrong_letter() {
    let complaint = "ben".parse::<UserId>().map_err(|error| error.to_string());
    assert_eq!(
        complaint,
        Err(r#""ben": character 3, "n", is not one of 0-9 and a-f"#.to_owned())
    );
}

#[test]
fn upper_case_digits_are_no_project_id() {
    assert_eq!(
        ANNA.to_uppercase().parse::<ProjectId>(),
        Err(TextError::Character {
            text: ANNA.to_uppercase(),
            position: 2,
            character: 'D',
            rule: CharacterRule::HexDigit,
        })
    );
}

#[test]
fn an_id_that_no_request_can_carry_is_refused_in_json_too() {
    assert!(serde_json::from_str::<ProjectId>(r#""x/y""#).is_err());
    assert!(serde_json::from_str::<UserId>(r#""""#).is_err());
}

#[test]
fn known_regions_are_taken() {
    let longest = "a".repeat(64);
    let valid = [
        "eu-de",
        "eu-nl",
        "cn-north-4",
        "ap-southeast-1",
        "a",
        "9",
        &longest,
    ];
    let refused: Vec<_> = valid
        .into_iter()
        .filter(|text| text.parse::<RegionId>().is_err())
        .collect();
    assert_eq!(refused, Vec::<&str>::new());
}

#[test]
fn what_no_region_is_called_is_refused() {
    let invalid = [
        "", "-eu", "eu-", "eu--de", "EU-DE", "eu de", "eu.de", "eu-dé",
    ];
    let taken: Vec<_> = invalid
        .into_iter()
        .filter(|text| text.parse::<RegionId>().is_ok())
        .collect();
    assert_eq!(taken, Vec::<&str>::new());
}

#[test]
fn a_sub_project_is_no_region_because_of_its_underscore() {
    assert_eq!(
        "eu-de_team".parse::<RegionId>(),
        Err(TextError::Character {
            text: "eu-de_team".to_owned(),
            position: 6,
            character: '_',
            rule: CharacterRule::NotAllowed,
        })
    );
}

#[test]
fn a_long_region_is_told_its_length_and_the_limit() {
    assert_eq!(
        "a".repeat(65).parse::<RegionId>(),
        Err(TextError::TooLong {
            length: 65,
            maximum: 64,
        })
    );
}

proptest! {
    #[test]
    fn every_tag_of_the_protocol_displays_as_it_was_written(
        text in "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}",
    ) {
        prop_assert_eq!(text.parse::<TagName>().map(|tag| tag.to_string()), Ok(text));
    }

    #[test]
    fn user_ids_are_exactly_32_hexadecimal_digits(text in "[0-9a-f]{30,34}|[0-9a-g]{32}|.{32}") {
        let digits = text.chars().filter(|character| "0123456789abcdef".contains(*character));
        let expected = digits.count() == 32 && text.chars().count() == 32;
        prop_assert_eq!(text.parse::<UserId>().is_ok(), expected);
    }

    #[test]
    fn regions_are_words_joined_by_single_hyphens(text in "[a0\\-_A]{0,9}") {
        let expected = text.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|character| matches!(character, 'a' | '0'))
        });
        prop_assert_eq!(text.parse::<RegionId>().is_ok(), expected);
    }
}
