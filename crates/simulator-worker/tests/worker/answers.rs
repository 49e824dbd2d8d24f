//! What the demo cloud answers.

use demo::{Asked, Order, Person, Standing};
use serde_json::Value;
use simulator_worker::Then;

use crate::support::{ACCESS, asked, at, begun, order, outcome, sign_in, told};

#[test]
fn the_administrator_works_with_a_token_that_was_given_without_a_password() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let outcome = outcome(&mut cloud, &asked("GET", ACCESS, &token, ""), at(0));
    assert_eq!(told(&outcome).status, 200);
    assert_eq!((outcome.after, outcome.then), (0, Then::Nothing));
}

#[test]
fn each_person_is_another_one() {
    let mut cloud = begun(Standing::Kept);
    let mut tokens: Vec<String> = Person::ALL
        .into_iter()
        .map(|person| sign_in(&mut cloud, person))
        .collect();
    tokens.dedup();
    assert_eq!(tokens.len(), Person::ALL.len());
    // The reader may not give access.
    let grants = r#"[{"user_id":"30000000000000000000000000001515","user_name":"yusuf","auth":1}]"#;
    let refused = asked("POST", ACCESS, &tokens[2], grants);
    assert_eq!(told(&outcome(&mut cloud, &refused, at(0))).status, 403);
}

#[test]
fn the_recipient_works_in_the_project_that_leads_there() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Recipient);
    let mut validated = asked("GET", "/api/iam/v3/auth/tokens", &token, "");
    validated
        .headers
        .push(("X-Subject-Token".to_owned(), token));
    let told = told(&outcome(&mut cloud, &validated, at(0)));
    let body: Value = serde_json::from_slice(&told.body).expect("JSON");
    assert_eq!(
        body["token"]["project"]["id"],
        Person::RECIPIENT_PROJECT,
        "{body}"
    );
}

#[test]
fn a_person_with_the_name_of_a_fault_is_answered_as_over_a_network() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let access = "/api/swr/v2/manage/namespaces/acme-web/repos/shop$fault/access";
    let taken = asked(
        "DELETE",
        access,
        &token,
        r#"["ff00000000000000000000000000f501"]"#,
    );
    let statuses = [0, 1_000].map(|now| told(&outcome(&mut cloud, &taken, at(now))).status);
    assert_eq!(
        (statuses[0], statuses[1] < 300),
        (500, true),
        "{statuses:?}"
    );
}

#[test]
fn a_request_without_the_consoles_header_is_refused_as_the_proxies_do() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let mut asked = asked("GET", ACCESS, &token, "");
    asked.headers.retain(|(name, _)| name != "X-Image-Console");
    assert_eq!(told(&outcome(&mut cloud, &asked, at(0))).status, 403);
}

#[test]
fn nobody_orders_what_tests_order() {
    let mut cloud = begun(Standing::Kept);
    let asked = asked("POST", "/_simulator/reset", "", "");
    assert_eq!(told(&outcome(&mut cloud, &asked, at(0))).status, 404);
}

#[test]
fn bytes_that_are_no_request_get_no_answer() {
    let mut cloud = begun(Standing::Kept);
    assert!(cloud.answer(b"", at(0)).is_none());
    assert!(cloud.answer(&[7; 40], at(0)).is_none());
}

#[test]
fn the_standing_is_told() {
    for standing in [Standing::Kept, Standing::Full, Standing::NotKept] {
        let (name, then) = order(&mut begun(standing), Order::TellStanding);
        assert_eq!((&*name, then), (standing.name(), Then::Nothing));
    }
}

#[test]
fn an_unknown_path_is_answered_as_the_gateway_does() {
    let mut cloud = begun(Standing::Kept);
    let nowhere = Asked {
        method: "GET".to_owned(),
        path: "/_demo/anything".to_owned(),
        ..Asked::default()
    };
    assert_eq!(told(&outcome(&mut cloud, &nowhere, at(0))).status, 404);
}
