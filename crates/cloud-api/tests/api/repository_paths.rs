//! Where a repository is, in one text.

use cloud_api::{CharacterRule, RepositoryPath, TextError};
use proptest::prelude::*;

fn parts(text: &str) -> Option<(String, String)> {
    let path: RepositoryPath = text.parse().ok()?;
    Some((path.organization.to_string(), path.name.to_string()))
}

#[test]
fn the_organization_ends_at_the_first_slash() {
    let both = |organization: &str, name: &str| Some((organization.to_owned(), name.to_owned()));
    assert_eq!(parts("acme-web/shop/api"), both("acme-web", "shop/api"));
    assert_eq!(parts("a/0"), both("a", "0"));
}

#[test]
fn what_lacks_a_part_is_no_path() {
    for text in [
        "",
        "/",
        "acme-web",
        "acme-web/",
        "/shop",
        "//",
        "acme-web//shop",
    ] {
        assert_eq!(parts(text), None, "{text}");
    }
    let without_name = "acme-web".parse::<RepositoryPath>();
    assert_eq!(without_name, Err(TextError::Empty));
}

#[test]
fn a_wrong_character_is_named_in_its_part() {
    assert_eq!(
        "acme-web/Shop".parse::<RepositoryPath>(),
        Err(TextError::Character {
            text: "Shop".to_owned(),
            position: 1,
            character: 'S',
            rule: CharacterRule::NotAllowed,
        })
    );
}

#[test]
fn a_hostile_path_is_refused_in_json_too() {
    for text in ["../x", "acme-web/../x", "a/b\u{0}", "a/b//c", "a/b$c"] {
        let json = serde_json::json!(text);
        assert!(serde_json::from_value::<RepositoryPath>(json).is_err());
    }
}

#[test]
fn names_of_a_service_that_are_none_make_no_path() {
    assert!(RepositoryPath::of("acme-web", "shop/api").is_some());
    for (organization, name) in [("", "shop"), ("acme-web", ""), ("acme/web", "shop")] {
        assert_eq!(RepositoryPath::of(organization, name), None);
    }
}

proptest! {
    #[test]
    fn a_path_displays_as_it_was_written(text in "[a-z][a-z0-9]{0,5}(/[a-z0-9]{1,5}){1,3}") {
        let parsed = text.parse::<RepositoryPath>().map(|path| path.to_string());
        prop_assert_eq!(parsed, Ok(text));
    }

    #[test]
    fn no_text_makes_parsing_panic(text in any::<String>()) {
        if let Ok(path) = text.parse::<RepositoryPath>() {
            prop_assert_eq!(path.to_string(), text);
        }
    }
}
