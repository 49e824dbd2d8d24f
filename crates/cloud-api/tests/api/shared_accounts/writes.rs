//! How shares are judged, undone and written down.

use cloud_api::swr::SharedAccount;
use cloud_api::{ApiError, Before, Inverse, Loss, Meaning, Mutation, Subject, Why};
use proptest::prelude::*;
use serde_json::json;

use super::support::*;
use crate::support::Verdict::{Applied, CannotTell, NotApplied};
use crate::support::{Verdict, answer, read};

fn verdict(mutation: &Mutation, status: u16, body: &str) -> Verdict {
    let subject = mutation.subjects().remove(0);
    let read_back = answer(status, body);
    mutation
        .judge(&subject, &Before::Nothing, &read_back)
        .into()
}

/// The fourth form of an error body, without a list around it (examples §2.11).
const GONE: &str = r#"{"errorCode":"SVCSTG.SWR.4001090","errorMessage":"gone"}"#;

#[test]
fn a_share_that_was_stopped_already_is_gone_whatever_the_status_says() {
    let refused = ApiError::from_response(&answer(400, GONE));
    assert_eq!(refused.meaning(), Some(Meaning::AlreadyGone));
}

#[test]
fn sharing_has_stopped_when_the_account_is_not_shown_any_more() {
    let stop = delete("PARTNER-GMBH");
    assert_eq!(verdict(&stop, 200, r#"{"exist":false}"#), Applied);
    assert_eq!(verdict(&stop, 400, GONE), Applied);
    let repository_gone = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"m"}]}"#;
    assert_eq!(verdict(&stop, 404, repository_gone), Applied);
    assert_eq!(verdict(&stop, 200, &shown(json!({}))), NotApplied);
    assert_eq!(verdict(&stop, 200, r#"{"exist":true}"#), NotApplied);
    assert_eq!(
        verdict(&stop, 200, &shown(json!({ "status": false }))),
        NotApplied
    );
}

#[test]
fn it_is_shared_when_the_account_is_shown_with_the_same_end() {
    let share = create("2027-01-31T23:00:00.000Z", "till spring");
    assert_eq!(verdict(&share, 200, &shown(json!({}))), Applied);
    let with = |deadline: &str| shown(json!({ "deadline": deadline, "description": "" }));
    assert_eq!(
        verdict(&share, 200, &with("2027-01-31T23:00:00.4Z")),
        Applied
    );
    assert_eq!(
        verdict(&share, 200, &with("2027-01-31T23:00:01Z")),
        NotApplied
    );
    assert_eq!(verdict(&share, 200, &with("forever")), NotApplied);
    assert_eq!(
        verdict(&create("forever", ""), 200, &with("forever")),
        Applied
    );
    assert_eq!(verdict(&create("forever", ""), 200, &with(END)), NotApplied);
    assert_eq!(verdict(&share, 200, r#"{"exist":false}"#), NotApplied);
    assert_eq!(verdict(&share, 400, GONE), NotApplied);
    assert_eq!(verdict(&share, 200, &with("soon")), CannotTell);
}

#[test]
fn an_answer_about_another_account_or_none_tells_nothing() {
    for mutation in [create(END, ""), delete("PARTNER-GMBH")] {
        let other = shown(json!({ "access_domain": "SOMEBODY" }));
        let no_right = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#;
        for (status, body) in [
            (200, other.as_str()),
            (200, "{}"),
            (200, ""),
            (403, no_right),
            (404, "<html>"),
            (500, ""),
            (0, ""),
        ] {
            assert_eq!(
                verdict(&mutation, status, body),
                CannotTell,
                "{status} {body}"
            );
        }
    }
}

#[test]
fn what_was_stopped_is_shared_again_as_it_was() {
    let stop = delete("PARTNER-GMBH");
    let again = Inverse::Exact(vec![create(END, "till spring")]);
    assert_eq!(stop.inverse(&Before::SharedAccount(row())), again);
    let forever = SharedAccount {
        deadline: "forever".to_owned(),
        is_valid: None,
        ..row()
    };
    let again = Inverse::Exact(vec![create("forever", "till spring")]);
    assert_eq!(stop.inverse(&Before::SharedAccount(forever)), again);
}

#[test]
fn a_share_that_had_ended_is_not_given_back() {
    let ended = SharedAccount {
        is_valid: Some(false),
        ..row()
    };
    let lost = Loss::SharedAccountExpired("PARTNER-GMBH".to_owned());
    let inverse = delete("PARTNER-GMBH").inverse(&Before::SharedAccount(ended));
    assert_eq!(inverse, Inverse::None(Why::AllLost(lost)));
}

#[test]
fn a_share_of_a_form_that_the_api_does_not_take_is_not_given_back() {
    let (deadline, permit) = ("soon".to_owned(), "write".to_owned());
    let description = "ä".repeat(1_001);
    for odd in [
        SharedAccount { deadline, ..row() },
        SharedAccount { permit, ..row() },
        SharedAccount {
            description,
            ..row()
        },
    ] {
        let lost = Loss::SharedAccountNotTaken("PARTNER-GMBH".to_owned());
        let inverse = delete("PARTNER-GMBH").inverse(&Before::SharedAccount(odd));
        assert_eq!(inverse, Inverse::None(Why::AllLost(lost)));
    }
}

#[test]
fn without_having_read_that_very_share_nothing_is_given_back() {
    for before in [
        Before::Nothing,
        Before::Absent,
        Before::SharedAccount(row()),
    ] {
        let inverse = delete("SOMEBODY").inverse(&before);
        assert_eq!(inverse, Inverse::None(Why::NotRead));
    }
}

#[test]
fn a_new_share_is_stopped_only_when_it_was_looked_for_and_not_there() {
    let share = create(END, "");
    let stop = Inverse::Exact(vec![delete("PARTNER-GMBH")]);
    assert_eq!(share.inverse(&Before::Absent), stop);
    let there = share.inverse(&Before::SharedAccount(row()));
    assert_eq!(there, Inverse::None(Why::ThereBefore));
    assert_eq!(share.inverse(&Before::Nothing), Inverse::None(Why::NotRead));
}

#[test]
fn the_written_forms_stay_as_they_are() {
    assert_eq!(
        json!([create(END, "x"), delete("PARTNER-GMBH")]),
        json!([
            { "operation": "swr.create_shared_account", "parameters": {
                "repository": "acme-web/shop/api", "account": "PARTNER-GMBH",
                "deadline": END, "description": "x" } },
            { "operation": "swr.delete_shared_account", "parameters": {
                "repository": "acme-web/shop/api", "account": "PARTNER-GMBH" } },
        ])
    );
    let subject = Subject::shared_account(&read("acme-web/shop/api"), &read("PARTNER-GMBH"));
    let written = json!({ "kind": "shared_account", "of": { "repository": "acme-web/shop/api" },
        "id": "PARTNER-GMBH" });
    assert_eq!(json!(subject), written);
    let before = Before::SharedAccount(row());
    let written = json!({ "shared_account": { "account": "PARTNER-GMBH", "permit": "read",
        "deadline": END, "description": "till spring", "creator_name": "anna",
        "created": "2026-06-10T08:14:42.56632Z", "is_valid": true } });
    assert_eq!(json!(before), written);
    assert_eq!(serde_json::from_value::<Before>(written).ok(), Some(before));
}

#[test]
fn a_written_share_that_no_request_can_carry_is_refused() {
    for (name, value) in [
        ("account", json!("..")),
        ("account", json!("")),
        ("deadline", json!("soon")),
        ("description", json!("ä".repeat(1_001))),
    ] {
        let mut written = json!(create(END, ""));
        written["parameters"][name] = value;
        assert!(
            serde_json::from_value::<Mutation>(written).is_err(),
            "{name}"
        );
    }
}

proptest! {
    #[test]
    fn no_answer_makes_judging_panic(status in any::<u16>(), body in any::<String>()) {
        for mutation in [create(END, ""), delete("PARTNER-GMBH")] {
            verdict(&mutation, status, &body);
        }
    }
}
