//! Accounts that repositories are shared with.

use cloud_api::swr::{CreateSharedAccount, DeleteSharedAccount};
use cloud_api::{Judgement, Mutation, Request, Timestamp};
use serde_json::{Value, json};
use simulator::Simulator;

use super::support::*;

const SHOP: &str = "/v2/manage/namespaces/acme-web/repositories/shop$api/access-domains";
const OWN: &str = "/v2/manage/namespaces/acme-web/repositories/shop$own/access-domains";
const PUBLIC: &str = "/v2/manage/namespaces/acme-web/repositories/shop$public-page/access-domains";
const HOSTILE: &str = "/v2/manage/namespaces/acme-web/repositories/shop$hostile/access-domains";

fn share(account: &str) -> Value {
    json!({ "access_domain": account, "permit": "read", "deadline": "forever" })
}

fn with(name: &str, value: Value) -> Value {
    let mut body = share("acme-us");
    body[name] = value;
    body
}

fn listed(cloud: &mut Simulator, address: &str) -> Vec<Value> {
    let list = get(cloud, address, ANNA);
    assert_eq!(list.status, 200, "{address}");
    read(&list).as_array().unwrap().clone()
}

#[test]
fn a_share_is_listed_with_all_its_fields() {
    let rows = listed(&mut cloud(), SHOP);
    let row = &rows[0];
    for (name, value) in [
        ("namespace", json!("acme-web")),
        ("repository", json!("shop/api")),
        ("access_domain", json!("PARTNER-GMBH")),
        ("permit", json!("read")),
        ("deadline", json!("forever")),
        ("creator_name", json!("anna")),
        ("status", json!(true)),
    ] {
        assert_eq!(row[name], value, "{name}");
    }
    for name in ["created", "updated"] {
        assert!(Timestamp::parse(row[name].as_str().unwrap()).is_some());
    }
    assert!(row.get("exist").is_none());
    let valid: Vec<&Value> = rows.iter().map(|row| &row["status"]).collect();
    assert_eq!(valid, [true, true, false]);
}

#[test]
fn a_repository_that_is_not_shared_has_an_empty_list() {
    assert_eq!(listed(&mut cloud(), OWN), [] as [Value; 0]);
}

#[test]
fn it_is_shared_once_and_stopped_once() {
    let mut cloud = cloud();
    let made = ask(&mut cloud, "POST", OWN, ANNA, share("acme-us"));
    assert_eq!((made.status, made.body.len()), (201, 0));
    let again = ask(&mut cloud, "POST", OWN, ANNA, share("acme-us"));
    assert_eq!(refusal(&again), expected(409, "SVCSTG.SWR.4090089"));
    let one = format!("{OWN}/acme-us");
    let stopped = ask(&mut cloud, "DELETE", &one, ANNA, Value::Null);
    assert_eq!((stopped.status, stopped.body.len()), (204, 0));
    let gone = ask(&mut cloud, "DELETE", &one, ANNA, Value::Null);
    assert_eq!(refusal(&gone), expected(400, "SVCSTG.SWR.4001090"));
    assert_eq!(read(&gone)["errorCode"], "SVCSTG.SWR.4001090");
    assert_eq!(listed(&mut cloud, OWN), [] as [Value; 0]);
}

#[test]
fn showing_says_whether_it_is_shared_and_never_refuses_a_name() {
    let mut cloud = cloud();
    let shown = get(&mut cloud, &format!("{SHOP}/PARTNER-GMBH"), ANNA);
    let shown = read(&shown);
    assert_eq!(
        (&shown["exist"], &shown["status"]),
        (&json!(true), &json!(true))
    );
    let gone = get(&mut cloud, &format!("{SHOP}/nobody"), ANNA);
    assert_eq!((gone.status, &read(&gone)["exist"]), (200, &json!(false)));
}

#[test]
fn a_share_ends_at_its_deadline() {
    let mut cloud = cloud();
    let end = with("deadline", json!("2026-11-20T18:50:00.000Z"));
    assert_eq!(ask(&mut cloud, "POST", OWN, ANNA, end).status, 201);
    assert_eq!(listed(&mut cloud, OWN)[0]["status"], true);
    assert_eq!(
        listed(&mut cloud, OWN)[0]["deadline"],
        "2026-11-20T18:50:00.000Z"
    );
    advance(&mut cloud, 600);
    assert_eq!(listed(&mut cloud, OWN)[0]["status"], false);
}

#[test]
fn only_who_manages_the_repository_sees_and_changes_its_shares() {
    let mut cloud = cloud();
    let one = format!("{SHOP}/PARTNER-GMBH");
    for person in [BEN, CARLA] {
        for (method, address) in [
            ("GET", SHOP),
            ("POST", SHOP),
            ("GET", &one),
            ("DELETE", &one),
        ] {
            let response = ask(&mut cloud, method, address, person, share("acme-us"));
            assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
        }
    }
    assert_eq!(listed(&mut cloud, SHOP).len(), 3);
}

#[test]
fn a_public_repository_is_shared_with_nobody() {
    let response = ask(&mut cloud(), "POST", PUBLIC, ANNA, share("acme-us"));
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4037020"));
}

#[test]
fn every_value_is_checked() {
    let mut cloud = cloud();
    let unknown = "SVCSTG.SWR.4001041";
    let invalid = "SVCSTG.SWR.4000014";
    for (body, code) in [
        (Value::Null, unknown),
        (json!([]), unknown),
        (share(""), unknown),
        (share("nobody"), unknown),
        (share("ACME-EU"), unknown),
        (with("access_domain", json!(7)), unknown),
        (with("permit", json!("write")), "SVCSTG.SWR.4001091"),
        (with("permit", Value::Null), "SVCSTG.SWR.4001091"),
        (with("deadline", Value::Null), invalid),
        (with("deadline", json!("soon")), invalid),
        (with("deadline", json!("2026-11-20T18:40:01Z")), invalid),
        (with("description", json!(7)), invalid),
        (with("description", json!("ä".repeat(1_001))), invalid),
    ] {
        let response = ask(&mut cloud, "POST", OWN, ANNA, body);
        assert_eq!(refusal(&response), expected(400, code));
    }
    assert_eq!(listed(&mut cloud, OWN), [] as [Value; 0]);
    let longest = with("description", json!("ä".repeat(1_000)));
    assert_eq!(ask(&mut cloud, "POST", OWN, ANNA, longest).status, 201);
}

#[test]
fn a_repository_is_shared_with_500_accounts_of_which_100_are_listed() {
    let mut cloud = cloud();
    for number in 1..=500 {
        let account = share(&format!("account-{number}"));
        assert_eq!(ask(&mut cloud, "POST", OWN, ANNA, account).status, 201);
    }
    let more = ask(&mut cloud, "POST", OWN, ANNA, share("account-501"));
    assert_eq!(refusal(&more), expected(400, "SVCSTG.SWR.4000014"));
    let rows = listed(&mut cloud, OWN);
    assert_eq!(
        (rows.len(), &rows[99]["access_domain"]),
        (100, &json!("account-100"))
    );
    let last = get(&mut cloud, &format!("{OWN}/account-500"), ANNA);
    assert_eq!(read(&last)["exist"], true);
}

#[test]
fn a_missing_repository_is_told() {
    let nowhere = "/v2/manage/namespaces/acme-web/repositories/nothing/access-domains";
    for (method, address) in [
        ("GET", nowhere.to_owned()),
        ("DELETE", format!("{nowhere}/a")),
    ] {
        let response = ask(&mut cloud(), method, &address, ANNA, Value::Null);
        assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040010"));
    }
}

#[test]
fn the_path_of_the_other_calls_does_not_lead_to_shares() {
    let wrong = "/v2/manage/namespaces/acme-web/repos/shop$api/access-domains";
    let response = get(&mut cloud(), wrong, ANNA);
    assert_eq!(refusal(&response), expected(404, "APIGW.0101"));
}

/// What the console would send, and how it judges what it then reads.
fn carried(
    cloud: &mut Simulator,
    mutation: impl Into<Mutation>,
) -> (cloud_api::Response, Judgement) {
    let mutation = mutation.into();
    let request: Request = mutation.request().unwrap();
    let answer = carry(cloud, &request, ANNA);
    let read_back = carry(cloud, &mutation.read_back(), ANNA);
    let subject = mutation.subjects().remove(0);
    let judged = mutation.judge(&subject, &cloud_api::Before::Nothing, &read_back);
    (answer, judged)
}

#[test]
fn what_the_console_sends_is_taken_and_read_back() {
    let mut cloud = cloud();
    for account in ["PARTNER-GMBH", "müller_söhne", "shared with ops"] {
        let create = CreateSharedAccount {
            repository: "acme-web/shop/own".parse().unwrap(),
            account: account.parse().unwrap(),
            deadline: "2027-01-31T23:00:00.000Z".parse().unwrap(),
            description: "".parse().unwrap(),
        };
        let (answer, judged) = carried(&mut cloud, create);
        assert_eq!((answer.status, judged), (201, Judgement::Applied));
        let delete = DeleteSharedAccount {
            repository: "acme-web/shop/own".parse().unwrap(),
            account: account.parse().unwrap(),
        };
        let (answer, judged) = carried(&mut cloud, delete);
        assert_eq!((answer.status, judged), (204, Judgement::Applied));
    }
}

#[test]
fn odd_names_are_stopped_by_the_very_name_that_was_listed() {
    let mut cloud = cloud();
    let before = listed(&mut cloud, HOSTILE);
    assert_eq!(texts(&before, "access_domain").len(), 5);
    for name in texts(&before, "access_domain") {
        let Ok(account) = name.parse() else {
            assert!(["..", "a/b"].contains(&name), "{name}");
            continue;
        };
        let delete = DeleteSharedAccount {
            repository: "acme-web/shop/hostile".parse().unwrap(),
            account,
        };
        let (answer, judged) = carried(&mut cloud, delete);
        assert_eq!((answer.status, judged), (204, Judgement::Applied), "{name}");
    }
    let left = listed(&mut cloud, HOSTILE);
    assert_eq!(texts(&left, "access_domain"), ["..", "a/b"]);
}
