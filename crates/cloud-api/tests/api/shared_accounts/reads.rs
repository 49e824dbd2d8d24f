//! What is asked, which names a request can carry, what answers mean.

use cloud_api::clipboard::koocli;
use cloud_api::swr::{
    AccountName, Deadline, ListSharedAccounts, ShareDescription, SharedAccount, ShowSharedAccount,
};
use cloud_api::{ApiError, Method, Mutation, Operation, Request, TextError, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::*;
use crate::support::{answer, decoded, read, sent};

fn list() -> ListSharedAccounts {
    ListSharedAccounts {
        repository: read("acme-web/shop/api"),
    }
}

fn show() -> ShowSharedAccount {
    ShowSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read("PARTNER-GMBH"),
    }
}

#[test]
fn sharing_is_asked_for_below_repositories_with_a_dollar_for_the_slash() {
    let one = format!("{ALL}/PARTNER-GMBH");
    for (request, method, path) in [
        (list().request(), Method::Get, ALL),
        (show().request(), Method::Get, &one),
        (sent(&create("forever", "")), Method::Post, ALL),
        (sent(&delete("PARTNER-GMBH")), Method::Delete, &one),
        (create("forever", "").read_back(), Method::Get, &one),
        (delete("PARTNER-GMBH").read_back(), Method::Get, &one),
    ] {
        let asked = (request.method(), request.path_and_query());
        assert_eq!(asked, (method, path.to_owned()));
    }
}

#[test]
fn a_share_is_sent_with_the_one_right_and_the_deadline_as_it_was_given() {
    let body = |mutation: &Mutation| -> Option<Value> {
        serde_json::from_slice(&sent(mutation).body).ok()
    };
    let expected = json!({ "access_domain": "PARTNER-GMBH", "permit": "read",
        "deadline": END, "description": "till spring" });
    assert_eq!(body(&create(END, "till spring")), Some(expected));
    let expected = json!({ "access_domain": "PARTNER-GMBH", "permit": "read",
        "deadline": "forever", "description": "" });
    assert_eq!(body(&create("forever", "")), Some(expected));
    assert_eq!(sent(&delete("PARTNER-GMBH")).body, Vec::<u8>::new());
}

#[test]
fn the_commands_have_the_names_of_the_api() {
    let line = |request: &Request| koocli::command(request, &read("eu-de")).unwrap_or_default();
    for (request, name) in [
        (list().request(), "ListRepoDomains"),
        (show().request(), "ShowAccessDomain"),
        (sent(&create("forever", "")), "CreateRepoDomains"),
        (sent(&delete("PARTNER-GMBH")), "DeleteRepoDomains"),
    ] {
        assert!(line(&request).contains(&format!("hcloud SWR {name} ")));
    }
}

#[test]
fn an_odd_name_stays_one_segment_of_the_path() {
    for (name, escaped) in [
        ("50% & more?#", "50%25%20%26%20more%3F%23"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        (r"..\..", "..%5C.."),
        ("a$b", "a%24b"),
        ("müller", "m%C3%BCller"),
        ("part\u{202E}ner", "part%E2%80%AEner"),
    ] {
        let path = sent(&delete(name)).path_and_query();
        assert_eq!(path, format!("{ALL}/{escaped}"));
    }
}

#[test]
fn a_name_that_would_lead_to_another_path_or_account_is_none() {
    for (name, position) in [
        (".", 1),
        ("..", 1),
        ("a/b", 2),
        ("/", 1),
        ("a\nb", 2),
        ("a\0", 2),
    ] {
        match name.parse::<AccountName>() {
            Err(TextError::Character { position: at, .. }) => assert_eq!(at, position, "{name:?}"),
            other => panic!("{name:?}: {other:?}"),
        }
        let shared = SharedAccount {
            account: name.to_owned(),
            ..row()
        };
        assert_eq!(shared.name(), None);
    }
    assert_eq!("".parse::<AccountName>(), Err(TextError::Empty));
}

#[test]
fn a_description_may_be_empty_and_has_at_most_a_thousand_characters() {
    for text in ["", &"ä".repeat(1_000)] {
        assert!(text.parse::<ShareDescription>().is_ok());
    }
    let (length, maximum) = (1_001, 1_000);
    let too_long = Err(TextError::TooLong { length, maximum });
    assert_eq!("ä".repeat(1_001).parse::<ShareDescription>(), too_long);
}

#[test]
fn a_deadline_is_forever_or_a_time_and_keeps_its_form() {
    let time = |text: &str| read::<Deadline>(text).time();
    assert_eq!(time("forever"), None);
    assert_eq!(read::<Deadline>("forever"), Deadline::forever());
    let milliseconds = Timestamp::from_milliseconds(1_538_409_600_000);
    assert_eq!(time("2018-10-01T16:00:00.000Z"), Some(milliseconds));
    let kept = read::<Deadline>("2018-10-01T16:00:00.000Z").to_string();
    assert_eq!(kept, "2018-10-01T16:00:00.000Z");
    for odd in ["", "Forever", "never", "2027-01-31", "2027-02-30T00:00:00Z"] {
        assert!(odd.parse::<Deadline>().is_err(), "{odd}");
    }
}

#[test]
fn a_row_is_read_field_by_field() {
    let row = row();
    assert_eq!(
        row,
        SharedAccount {
            account: "PARTNER-GMBH".to_owned(),
            permit: "read".to_owned(),
            deadline: END.to_owned(),
            description: "till spring".to_owned(),
            creator_name: "anna".to_owned(),
            created: "2026-06-10T08:14:42.56632Z".to_owned(),
            is_valid: Some(true),
        }
    );
    assert_eq!(row.deadline(), Some(read(END)));
    assert!(!row.has_expired());
}

#[test]
fn missing_and_null_fields_and_lists_are_taken_as_empty() {
    assert_eq!(decoded::<ListSharedAccounts>("null").rows, []);
    assert_eq!(decoded::<ListSharedAccounts>("[]").rows, []);
    let odd = r#"[{},{"access_domain":null,"permit":"write","deadline":"soon","status":null}]"#;
    let rows = decoded::<ListSharedAccounts>(odd);
    assert_eq!(rows[0], SharedAccount::default());
    assert_eq!((rows[1].name(), rows[1].deadline()), (None, None));
    assert_eq!(rows[1].permit, "write");
    assert!(!rows[1].has_expired());
}

#[test]
fn an_answer_that_is_no_list_is_unreadable() {
    for body in ["{}", "7", "\"\"", ""] {
        let read = ListSharedAccounts::decode(&answer(200, body));
        assert!(matches!(read, Err(ApiError::Unreadable(_))), "{body}");
    }
}

#[test]
fn showing_tells_whether_it_is_shared() {
    let there = decoded::<ShowSharedAccount>(&shown(json!({})));
    assert_eq!(there, Some(row()));
    let gone = r#"{"exist":false,"namespace":"","access_domain":""}"#;
    assert_eq!(decoded::<ShowSharedAccount>(gone), None);
    assert_eq!(decoded::<ShowSharedAccount>(ROW), Some(row()));
    for nothing in ["{}", r#"{"exist":null}"#, "[]", "null"] {
        let read = ShowSharedAccount::decode(&answer(200, nothing));
        assert!(matches!(read, Err(ApiError::Unreadable(_))), "{nothing}");
    }
}

fn percent_decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

proptest! {
    #[test]
    fn whatever_the_name_the_request_stays_below_the_repository(name in any::<String>()) {
        if let Ok(account) = name.parse::<AccountName>() {
            let path = sent(&delete(account.as_str())).path_and_query();
            let segment = path.strip_prefix(&format!("{ALL}/")).unwrap_or("/");
            prop_assert!(!segment.is_empty() && ![".", ".."].contains(&segment));
            prop_assert!(segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte)));
            let unescaped = percent_decoded(segment);
            prop_assert_eq!(unescaped, account.to_string());
        }
    }
}
