//! A repository's settings, by what showing it answers.

use cloud_api::Mutation;
use cloud_api::swr::UpdateRepository;

use super::support::*;
use crate::support::Verdict::{Applied, CannotTell, NotApplied};
use crate::support::*;

#[test]
fn a_repository_that_is_gone_has_no_visibility() {
    assert_eq!(verdict(&update(true), 404, GONE), NotApplied);
}

#[test]
fn a_repository_of_the_same_name_with_other_settings_is_not_the_new_one() {
    let cases = [
        (r#"{"name":"x","is_public":false}"#, Applied),
        (r#"{"name":"x","is_public":true}"#, NotApplied),
        (
            r#"{"name":"x","is_public":false,"category":"other"}"#,
            NotApplied,
        ),
        (
            r#"{"name":"x","is_public":false,"description":"other"}"#,
            NotApplied,
        ),
        (r#"{"name":"x"}"#, CannotTell),
    ];
    for (body, expected) in cases {
        assert_eq!(verdict(&create_repository(), 200, body), expected, "{body}");
    }
}

#[test]
fn an_update_is_judged_by_category_and_description_too() {
    let update = Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: "linux".to_owned(),
        description: "text".to_owned(),
    });
    for (category, description, expected) in [
        ("linux", "text", Applied),
        ("other", "text", NotApplied),
        ("", "text", NotApplied),
        ("linux", "other", NotApplied),
        ("linux", "", NotApplied),
    ] {
        let body = format!(
            r#"{{"is_public":false,"category":"{category}","description":"{description}"}}"#
        );
        assert_eq!(verdict(&update, 200, &body), expected, "{body}");
    }
}

#[test]
fn a_category_that_is_not_sent_is_not_judged() {
    let body = r#"{"is_public":false,"category":"linux","description":""}"#;
    assert_eq!(verdict(&update(false), 200, body), Applied);
}

#[test]
fn visibility_is_judged_by_the_flag() {
    let cases = [
        (true, r#"{"is_public":true}"#, Applied),
        (true, r#"{"is_public":false}"#, NotApplied),
        (false, r#"{"is_public":false}"#, Applied),
        (false, r#"{"is_public":true}"#, NotApplied),
        (true, r#"{"is_public":"true"}"#, CannotTell),
        (false, r#"{"is_public":null}"#, CannotTell),
        (false, "{}", CannotTell),
        (false, "[]", CannotTell),
        (false, "[false]", CannotTell),
        (false, "", CannotTell),
    ];
    for (wanted, body, expected) in cases {
        assert_eq!(
            verdict(&update(wanted), 200, body),
            expected,
            "{wanted} {body}"
        );
    }
}
