//! Names of organizations and repositories.

use cloud_api::{CharacterRule, OrganizationName, RepositoryName, TextError};
use proptest::prelude::*;

fn is_organization(text: &str) -> bool {
    text.parse::<OrganizationName>().is_ok()
}

fn is_repository(text: &str) -> bool {
    text.parse::<RepositoryName>().is_ok()
}

/// The rule once more, by runs instead of by characters: words of lowercase letters and digits,
/// with exactly one separator or exactly two underscores between them.
fn follows_rule(text: &str, maximum: usize, letter_first: bool, separators: &[char]) -> bool {
    let is_separator = |character: char| separators.contains(&character);
    let words_are_plain = text
        .split(is_separator)
        .flat_map(str::chars)
        .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit());
    let gaps_are_single = text
        .split(|character| !is_separator(character))
        .all(|gap| gap.len() <= 1 || gap == "__");
    let ends_are_words = !text.starts_with(is_separator) && !text.ends_with(is_separator);
    let first_is_right = !letter_first || !text.starts_with(|first: char| first.is_ascii_digit());
    (1..=maximum).contains(&text.chars().count())
        && words_are_plain
        && gaps_are_single
        && ends_are_words
        && first_is_right
}

fn may_be_organization(text: &str) -> bool {
    follows_rule(text, 64, true, &['.', '_', '-'])
}

fn may_be_repository(text: &str) -> bool {
    follows_rule(text, 128, false, &['.', '_', '-', '/'])
}

/// All strings of up to `longest` characters over the alphabet.
fn all_strings(alphabet: &str, longest: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut from = 0;
    for _ in 0..longest {
        let until = all.len();
        for index in from..until {
            for character in alphabet.chars() {
                all.push(format!("{}{character}", all[index]));
            }
        }
        from = until;
    }
    all
}

fn organization_complaint(text: &str) -> String {
    match text.parse::<OrganizationName>() {
        Ok(_) => format!("{text:?} was taken"),
        Err(error) => error.to_string(),
    }
}

fn repository_complaint(text: &str) -> String {
    match text.parse::<RepositoryName>() {
        Ok(_) => format!("{text:?} was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn valid_organizations_are_taken() {
    let longest = "a".repeat(64);
    let valid = [
        "a",
        "group",
        "team1",
        "dev-ops",
        "dev.ops",
        "dev_ops",
        "dev__ops",
        "a1-b2.c3_d4__e5",
        "z9",
        &longest,
        "a-b-c-d",
        "x0.y0-z0",
    ];
    let refused: Vec<_> = valid
        .into_iter()
        .filter(|text| !is_organization(text))
        .collect();
    assert_eq!(refused, Vec::<&str>::new());
}

#[test]
fn invalid_organizations_are_refused() {
    let too_long = "a".repeat(65);
    let invalid = [
        "", "1team", "-team", "team-", "te--am", "te..am", "te___am", "te-.am", "te_-am", "Team",
        &too_long, "te/am", "te am", "te._am", "tëam", "team\n", " team",
    ];
    let taken: Vec<_> = invalid
        .into_iter()
        .filter(|text| is_organization(text))
        .collect();
    assert_eq!(taken, Vec::<&str>::new());
}

#[test]
fn valid_repositories_are_taken() {
    let longest = "0".repeat(128);
    let valid = [
        "a",
        "0",
        "busybox",
        "library/nginx",
        "team/sub/app",
        "my__image",
        "my_image",
        "my-image",
        "my.image",
        "a1.b2-c3_d4__e5/f6",
        &longest,
        "1/2/3",
    ];
    let refused: Vec<_> = valid
        .into_iter()
        .filter(|text| !is_repository(text))
        .collect();
    assert_eq!(refused, Vec::<&str>::new());
}

#[test]
fn invalid_repositories_are_refused() {
    let too_long = "0".repeat(129);
    let invalid = [
        "", "/app", "app/", "a//b", "a/-b", "a-/b", "a..b", "a--b", "a___b", "a_.b", "App", "a$b",
        "a:b", &too_long, "a__/b", "a/_b", "a/../b", "app\n",
    ];
    let taken: Vec<_> = invalid
        .into_iter()
        .filter(|text| is_repository(text))
        .collect();
    assert_eq!(taken, Vec::<&str>::new());
}

#[test]
fn both_rules_agree_on_every_short_organization() {
    let all = all_strings("a0._-/", 5);
    let disputed: Vec<_> = all
        .iter()
        .filter(|text| is_organization(text) != may_be_organization(text))
        .collect();
    assert_eq!(disputed, Vec::<&String>::new());
}

#[test]
fn both_rules_agree_on_every_short_repository() {
    let all = all_strings("a0._-/", 5);
    let disputed: Vec<_> = all
        .iter()
        .filter(|text| is_repository(text) != may_be_repository(text))
        .collect();
    assert_eq!(disputed, Vec::<&String>::new());
}

#[test]
fn the_short_strings_are_all_of_them() {
    assert_eq!(
        all_strings("a0._-/", 5).len(),
        1 + 6 + 36 + 216 + 1_296 + 7_776
    );
}

#[test]
fn a_hyphen_after_a_hyphen_is_named_with_its_place() {
    assert_eq!(
        organization_complaint("te--am"),
        r#""te--am": character 4, "-", cannot follow another separator"#
    );
}

#[test]
fn a_third_underscore_is_named_with_its_place() {
    assert_eq!(
        organization_complaint("te___am"),
        r#""te___am": character 5, "_", cannot follow two underscores"#
    );
}

#[test]
fn an_organization_says_that_a_letter_must_be_first() {
    assert_eq!(
        organization_complaint("1team"),
        "\"1team\": character 1, \"1\", cannot be the first character; start with a lowercase letter"
    );
}

#[test]
fn a_repository_says_that_a_letter_or_digit_must_be_first() {
    assert_eq!(
        repository_complaint("/app"),
        "\"/app\": character 1, \"/\", cannot be the first character; start with a lowercase letter \
         or digit"
    );
}

#[test]
fn a_separator_at_the_end_is_named_with_its_place() {
    assert_eq!(
        repository_complaint("app/"),
        "\"app/\": character 4, \"/\", cannot be the last character; end with a lowercase letter or \
         digit"
    );
}

#[test]
fn places_are_counted_in_characters_not_bytes() {
    assert_eq!(
        "tëam".parse::<OrganizationName>(),
        Err(TextError::Character {
            text: "tëam".to_owned(),
            position: 2,
            character: 'ë',
            rule: CharacterRule::NotAllowed,
        })
    );
}

#[test]
fn a_long_organization_is_told_its_length_and_the_limit() {
    assert_eq!(
        organization_complaint(&"a".repeat(65)),
        "65 characters are too many, at most 64 are taken"
    );
}

#[test]
fn a_long_repository_is_told_its_length_and_the_limit() {
    assert_eq!(
        repository_complaint(&"ë".repeat(129)),
        "129 characters are too many, at most 128 are taken"
    );
}

#[test]
fn an_empty_name_is_told_that_it_is_empty() {
    assert_eq!(organization_complaint(""), "the text is empty");
}

#[test]
fn a_bad_name_is_refused_in_json_too() {
    assert!(serde_json::from_str::<OrganizationName>(r#""te/am""#).is_err());
}

proptest! {
    #[test]
    fn an_organization_displays_as_it_was_written(
        text in "[a-z]((\\.|-|_|__)?[a-z0-9]){0,21}",
    ) {
        let parsed: Result<OrganizationName, _> = text.parse();
        prop_assert_eq!(parsed.map(|name| name.to_string()), Ok(text));
    }

    #[test]
    fn a_repository_displays_as_it_was_written(
        text in "[a-z0-9]((\\.|-|_|__|/)?[a-z0-9]){0,42}",
    ) {
        let parsed: Result<RepositoryName, _> = text.parse();
        prop_assert_eq!(parsed.map(|name| name.to_string()), Ok(text));
    }

    #[test]
    fn both_rules_agree_on_random_texts(text in "[a0._\\-/Aë]{0,12}|[a0]{60,66}|[a0]{125,131}") {
        prop_assert_eq!(is_organization(&text), may_be_organization(&text));
        prop_assert_eq!(is_repository(&text), may_be_repository(&text));
    }

    #[test]
    fn a_complaint_points_at_the_character_it_names(text in ".{1,70}") {
        if let Err(TextError::Character { position, character, .. }) =
            text.parse::<OrganizationName>()
        {
            prop_assert_eq!(text.chars().nth(position - 1), Some(character));
        }
    }
}
