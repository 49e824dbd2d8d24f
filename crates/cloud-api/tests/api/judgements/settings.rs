//! A repository's settings, by what showing it answers.

use cloud_api::Mutation;
use cloud_api::swr::{CreateRepository, RepositoryCategory, UpdateRepository};

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
        (r#"{"name":"shop/api","is_public":false}"#, Applied),
        (r#"{"name":"shop/api","is_public":true}"#, NotApplied),
        (
            r#"{"name":"shop/api","is_public":false,"category":"other"}"#,
            NotApplied,
        ),
        (
            r#"{"name":"shop/api","is_public":false,"description":"other"}"#,
            NotApplied,
        ),
        (r#"{"name":"shop/api"}"#, CannotTell),
    ];
    for (body, expected) in cases {
        assert_eq!(verdict(&create_repository(), 200, body), expected, "{body}");
    }
}

#[test]
fn both_words_for_arm_are_one_category_and_the_first_is_sent() {
    let update = |category: &str| {
        Mutation::UpdateRepository(UpdateRepository {
            repository: read("acme-web/shop/api"),
            is_public: false,
            category: category.to_owned(),
            description: String::new(),
        })
    };
    let created = Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: Some(RepositoryCategory::Arm),
        description: String::new(),
    });
    for shown in ["arm", "arms"] {
        let body = format!(r#"{{"name":"shop/api","is_public":false,"category":"{shown}"}}"#);
        for write in [&created, &update("arm"), &update("arms")] {
            assert_eq!(verdict(write, 200, &body), Applied, "{shown}");
        }
        let body = sent(&update(shown)).body;
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["category"], "arm");
    }
}

#[test]
fn a_description_without_its_outer_white_space_and_line_ends_is_the_same() {
    let create = |description: &str| {
        Mutation::CreateRepository(CreateRepository {
            repository: read("acme-web/shop/api"),
            is_public: false,
            category: None,
            description: description.to_owned(),
        })
    };
    let shown = |description: &str| {
        serde_json::json!({ "name": "shop/api", "is_public": false, "description": description })
            .to_string()
    };
    let pairs = [
        ("  text \n", "text"),
        ("a\r\nb", "a\nb"),
        ("a\nb", "a\r\nb"),
        (" ", ""),
    ];
    for (sent, kept) in pairs {
        assert_eq!(
            verdict(&create(sent), 200, &shown(kept)),
            Applied,
            "{sent:?}"
        );
    }
    for (sent, kept) in [("text", "tex"), ("a b", "a  b"), ("text", ""), ("", "text")] {
        assert_eq!(
            verdict(&create(sent), 200, &shown(kept)),
            NotApplied,
            "{sent:?}"
        );
    }
}

#[test]
fn what_is_no_text_tells_nothing_of_category_or_description() {
    let body = r#"{"name":"shop/api","is_public":false,"category":7,"description":{}}"#;
    assert_eq!(verdict(&create_repository(), 200, body), Applied);
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
            r#"{{"name":"shop/api","is_public":false,"category":"{category}","description":"{description}"}}"#
        );
        assert_eq!(verdict(&update, 200, &body), expected, "{body}");
    }
}

#[test]
fn a_category_that_is_not_sent_is_not_judged() {
    let body = r#"{"name":"shop/api","is_public":false,"category":"linux","description":""}"#;
    assert_eq!(verdict(&update(false), 200, body), Applied);
}

#[test]
fn visibility_is_judged_by_the_flag() {
    let cases = [
        (true, r#"{"name":"shop/api","is_public":true}"#, Applied),
        (true, r#"{"name":"shop/api","is_public":false}"#, NotApplied),
        (false, r#"{"name":"shop/api","is_public":false}"#, Applied),
        (false, r#"{"name":"shop/api","is_public":true}"#, NotApplied),
        (
            true,
            r#"{"name":"shop/api","is_public":"true"}"#,
            CannotTell,
        ),
        (false, r#"{"name":"shop/api","is_public":null}"#, CannotTell),
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
