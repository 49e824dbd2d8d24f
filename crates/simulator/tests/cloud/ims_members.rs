//! Who machine images are shared with.

use std::collections::BTreeSet;

use serde_json::Value;
use simulator::Simulator;
use simulator::identities::{PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TOKEN};

use super::support::*;

/// ID of an image by its name.
fn image(cloud: &mut Simulator, name: &str) -> String {
    let address =
        format!("/v2/cloudimages?enterprise_project_id=all_granted_eps&name={name}&limit=1");
    let answer = read(&get(cloud, &address, ANNA));
    answer["images"][0]["id"].as_str().unwrap().to_owned()
}

fn members(cloud: &mut Simulator, name: &str, query: &str) -> Value {
    let id = image(cloud, name);
    read(&get(
        cloud,
        &format!("/v2/images/{id}/members{query}"),
        ANNA,
    ))
}

fn texts(answer: &Value, name: &str) -> Vec<String> {
    let rows = answer["members"].as_array().unwrap().iter();
    rows.map(|row| row[name].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn members_are_projects_accounts_and_organizations_in_every_state_and_case() {
    let answer = members(&mut small_cloud(), "web-golden-2026-11", "");
    let kinds: BTreeSet<String> = texts(&answer, "member_type").into_iter().collect();
    let expected = ["domain", "organization", "project"].map(str::to_owned);
    assert_eq!(kinds, expected.into());
    assert_eq!(
        texts(&answer, "status"),
        ["accepted", "PENDING", "pending", "ACCEPTED", "Rejected"]
    );
    let urns = texts(&answer, "urn");
    assert!(urns[3].starts_with("organizations::"), "{urns:?}");
    assert_eq!(urns.iter().filter(|urn| !urn.is_empty()).count(), 1);
}

#[test]
fn an_image_that_was_never_shared_has_no_members() {
    let answer = members(&mut small_cloud(), "payroll-encrypted", "");
    assert_eq!(answer["members"], serde_json::json!([]));
    assert!(answer["page_info"].is_null());
}

#[test]
fn many_members_come_in_pages_that_name_a_next_one_even_when_there_is_none() {
    let mut cloud = small_cloud();
    let first = members(&mut cloud, "shared-widely", "?limit=100");
    assert_eq!(texts(&first, "member_id").len(), 100);
    let marker = first["page_info"]["next_marker"].as_str().unwrap();
    let second = members(
        &mut cloud,
        "shared-widely",
        &format!("?limit=100&marker={marker}"),
    );
    assert_eq!(texts(&second, "member_id").len(), 20);
    let marker = second["page_info"]["next_marker"].as_str().unwrap();
    let third = members(
        &mut cloud,
        "shared-widely",
        &format!("?limit=100&marker={marker}"),
    );
    assert_eq!(texts(&third, "member_id").len(), 0);
}

#[test]
fn the_older_path_tells_the_page_in_an_array_and_only_of_the_tokens_project() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "web-golden-2026-11");
    let address = |project: &str| format!("/v1/{project}/cloudimages/{id}/members");
    let answer = read(&get(&mut cloud, &address(PROJECT_ID), ANNA));
    assert_eq!(answer["page_info"][0]["current_count"], 5);
    let refused = get(&mut cloud, &address(SUB_PROJECT_ID), ANNA);
    assert_eq!(refusal(&refused), expected(400, "IMG.0030"));
}

#[test]
fn one_member_is_shown_and_an_unknown_one_is_not() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "web-golden-2026-11");
    for path in [
        format!("/v2/images/{id}/members"),
        format!("/v1/{PROJECT_ID}/cloudimages/{id}/members"),
    ] {
        let shown = get(&mut cloud, &format!("{path}/{SUB_PROJECT_ID}"), ANNA);
        assert_eq!(read(&shown)["member_id"], SUB_PROJECT_ID);
        let unknown = get(&mut cloud, &format!("{path}/nobody"), ANNA);
        assert_eq!(refusal(&unknown), expected(404, "IMG.0114"));
    }
}

#[test]
fn a_recipient_sees_itself_alone_and_a_stranger_no_image() {
    let mut cloud = small_cloud();
    let of_sub_project = |cloud: &mut Simulator, name: &str| {
        let id = image(cloud, name);
        let address = format!("/v2/images/{id}/members");
        let request = incoming("GET", &address, SUB_PROJECT_TOKEN, &Value::Null);
        send(cloud, &request)
    };
    let own = read(&of_sub_project(&mut cloud, "web-golden-2026-11"));
    assert_eq!(texts(&own, "member_id"), [SUB_PROJECT_ID]);
    let refused = of_sub_project(&mut cloud, "payroll-encrypted");
    assert_eq!(refusal(&refused), expected(400, "IMG.0027"));
}

#[test]
fn members_of_what_is_for_everybody_and_of_the_fault_are_refused() {
    let mut cloud = small_cloud();
    for name in ["marketplace-appliance-0", "fault-403-members"] {
        let id = image(&mut cloud, name);
        let refused = get(&mut cloud, &format!("/v2/images/{id}/members"), ANNA);
        assert_eq!(refusal(&refused), expected(403, "IMG.0026"), "{name}");
    }
}
