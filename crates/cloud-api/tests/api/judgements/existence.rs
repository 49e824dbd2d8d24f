//! Creating and deleting whole things.

use cloud_api::Response;
use cloud_api::swr::is_there;

use super::support::*;
use crate::support::Verdict::{Applied, CannotTell, NotApplied};

#[test]
fn creations_and_deletions_are_judged_by_what_is_there() {
    let there =
        r#"{"name":"x","is_public":false,"category":"linux","description":"text","auth":7}"#;
    for (status, body, created, deleted) in [
        (200, there, Applied, NotApplied),
        (404, GONE, NotApplied, Applied),
    ] {
        for mutation in [create_organization(), create_repository()] {
            assert_eq!(verdict(&mutation, status, body), created, "{mutation:?}");
        }
        for mutation in [delete_organization(), delete_repository()] {
            assert_eq!(verdict(&mutation, status, body), deleted, "{mutation:?}");
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
    let look = |status, body: &str| {
        is_there(&Response {
            status,
            headers: Vec::new(),
            body: body.as_bytes().to_vec(),
        })
    };
    assert_eq!(look(200, r#"{"name":"x"}"#), Some(true));
    assert_eq!(look(404, GONE), Some(false));
    for (status, body) in [(200, "{}"), (404, "<html>"), (500, ""), (403, "")] {
        assert_eq!(look(status, body), None, "{status} {body}");
    }
}
