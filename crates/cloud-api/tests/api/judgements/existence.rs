//! Creating and deleting whole things.

use cloud_api::Subject;
use cloud_api::swr::is_there;

use super::support::*;
use crate::support::Verdict::{Applied, CannotTell, NotApplied};
use crate::support::{answer, read};

const ORGANIZATION: &str = r#"{"id":1,"name":"acme-web","creator_name":"anna","auth":7}"#;

#[test]
fn creations_and_deletions_are_judged_by_what_is_there() {
    let there =
        r#"{"id":1,"name":"shop/api","is_public":false,"category":"linux","description":"text"}"#;
    for (status, body, organization, created, deleted) in [
        (200, there, ORGANIZATION, Applied, NotApplied),
        (404, GONE, GONE, NotApplied, Applied),
    ] {
        for (mutation, body, expected) in [
            (create_organization(), organization, &created),
            (delete_organization(), organization, &deleted),
            (create_repository(), body, &created),
            (delete_repository(), body, &deleted),
        ] {
            assert_eq!(verdict(&mutation, status, body), *expected, "{mutation:?}");
        }
    }
}

#[test]
fn an_answer_about_something_else_does_not_say_that_anything_is_there() {
    let of_organizations = [
        r#"{"id":1,"name":"acme-ops","creator_name":"anna","auth":7}"#,
        r#"{"name":"acme-web"}"#,
        r#"{"id":{},"name":"acme-web"}"#,
        r#"{"id":1,"name":["acme-web"]}"#,
    ];
    for body in of_organizations {
        for mutation in [create_organization(), delete_organization()] {
            assert_eq!(verdict(&mutation, 200, body), CannotTell, "{body}");
        }
    }
    let of_repositories = [
        r#"{"id":1,"name":"shop/ui","is_public":false}"#,
        r#"{"id":1,"name":"api","is_public":false}"#,
        r#"{"id":1,"name":"shop/api"}"#,
        r#"{"id":1,"name":"shop/api","is_public":false,"path":"swr/acme-ops/shop/api"}"#,
    ];
    for body in of_repositories {
        for mutation in [create_repository(), delete_repository(), update(false)] {
            assert_eq!(verdict(&mutation, 200, body), CannotTell, "{body}");
        }
    }
}

#[test]
fn a_404_of_another_service_does_not_say_that_anything_is_gone() {
    for body in [
        r#"{"error":{"code":404,"message":"m","title":"Not Found"}}"#,
        r#"{"error_code":404,"error_description":"m"}"#,
    ] {
        for mutation in of_one_thing() {
            assert_eq!(verdict(&mutation, 404, body), CannotTell, "{body}");
        }
    }
}

#[test]
fn an_answer_without_a_name_does_not_say_that_anything_is_there() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        r#"{"error_code":"A","error_msg":"m"}"#,
    ] {
        for mutation in [
            create_organization(),
            delete_organization(),
            delete_repository(),
        ] {
            assert_eq!(verdict(&mutation, 200, body), CannotTell, "{body}");
        }
    }
}

#[test]
fn a_new_organization_that_may_not_be_shown_is_somebody_elses() {
    let refusals = [(401, "SVCSTG.SWR.4011064"), (403, "SVCSTG.SWR.4030170")];
    for (status, code) in refusals {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        assert_eq!(verdict(&create_organization(), status, &body), NotApplied);
        assert_eq!(verdict(&delete_organization(), status, &body), CannotTell);
    }
}

#[test]
fn a_look_says_whether_something_is_there_or_nothing_at_all() {
    let subject = Subject::of_organization(&read("acme-web"));
    let look = |status, body: &str| is_there(&subject, &answer(status, body));
    assert_eq!(look(200, ORGANIZATION), Some(true));
    assert_eq!(look(404, GONE), Some(false));
    for (status, body) in [(200, "{}"), (404, "<html>"), (500, ""), (403, "")] {
        assert_eq!(look(status, body), None, "{status} {body}");
    }
}
