//! Machine images as those see them who they are shared with: a sub-project and another account.

use serde_json::{Value, json};
use simulator::Simulator;
use simulator::identities::{
    DISK_VAULT_ID, ENTERPRISE_PROJECT_ID, FULL_VAULT_ID, OTHER_PROJECT_ID, PAULA, PROJECT_ID,
    SUB_PROJECT_ID, SUB_PROJECT_TOKEN, UNAVAILABLE_VAULT_ID, VAULT_ID,
};

use super::ims_support::*;
use super::support::*;

/// Names of the images of the main project that a recipient finds in a state; none asks for its list.
fn shared(cloud: &mut Simulator, token: &str, state: Option<&str>) -> Vec<String> {
    let state = state.map(|state| format!("&member_status={state}"));
    let address = format!(
        "/v2/cloudimages?enterprise_project_id=all_granted_eps&__imagetype=shared\
         &visibility=shared&owner={PROJECT_ID}{}",
        state.unwrap_or_default()
    );
    let answer = read(&ask_as(cloud, token, "GET", &address, &Value::Null));
    let rows = answer["images"].as_array().unwrap().iter();
    rows.map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

fn has(cloud: &mut Simulator, token: &str, state: Option<&str>, name: &str) -> bool {
    shared(cloud, token, state)
        .iter()
        .any(|known| known == name)
}

/// Answers as a recipient, and gives how the job ended.
fn answer(cloud: &mut Simulator, token: &str, body: &Value) -> Value {
    let job = begin(cloud, token, "PUT", body);
    advance(cloud, 10);
    let address = format!("/v1/cloudimages/job/{job}");
    read(&ask_as(cloud, token, "GET", &address, &Value::Null))
}

const RECIPIENTS: [(&str, &str); 2] = [
    (SUB_PROJECT_TOKEN, SUB_PROJECT_ID),
    (PAULA.token, OTHER_PROJECT_ID),
];

#[test]
fn a_pending_image_is_listed_only_as_pending_and_an_accepted_one_also_without_asking() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "offer-0");
    for (token, project) in RECIPIENTS {
        assert!(has(&mut cloud, token, Some("pending"), "offer-0"));
        assert!(!has(&mut cloud, token, None, "offer-0"));
        let body = json!({ "images": [id], "project_id": project, "status": "accepted" });
        let ended = answer(&mut cloud, token, &body);
        assert_eq!(ended["status"], "SUCCESS");
        assert_eq!(ended["job_type"], "imsUpdateImageMembersJob");
        assert!(!has(&mut cloud, token, Some("pending"), "offer-0"));
        assert!(has(&mut cloud, token, Some("accepted"), "offer-0"));
        assert!(has(&mut cloud, token, None, "offer-0"));
    }
}

#[test]
fn a_rejected_image_leaves_the_list_and_can_still_be_shown() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "offer-0");
    let (token, project) = RECIPIENTS[0];
    let body = json!({ "images": [id], "project_id": project, "status": "rejected" });
    answer(&mut cloud, token, &body);
    assert!(!has(&mut cloud, token, None, "offer-0"));
    assert!(has(&mut cloud, token, Some("rejected"), "offer-0"));
    let shown = ask_as(
        &mut cloud,
        token,
        "GET",
        &format!("/v2/images/{id}"),
        &Value::Null,
    );
    assert_eq!(shown.status, 200);
    let status = ("rejected".to_owned(), SUB_PROJECT_ID.to_owned());
    let members = members(&mut cloud, &id);
    assert!(
        members
            .iter()
            .any(|(id, it)| (it, id) == (&status.0, &status.1))
    );
}

#[test]
fn an_image_that_is_no_longer_shared_is_unknown_to_the_recipient() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "offer-0");
    done(
        &mut cloud,
        "DELETE",
        &pairs(std::slice::from_ref(&id), &[OTHER_PROJECT_ID.to_owned()]),
    );
    let shown = ask_as(
        &mut cloud,
        PAULA.token,
        "GET",
        &format!("/v2/images/{id}"),
        &Value::Null,
    );
    assert_eq!(refusal(&shown), expected(400, "IMG.0027"));
}

#[test]
fn who_holds_an_image_by_several_routes_has_it_until_the_last_is_gone() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "held-by-several-routes");
    let lists = [
        ("projects", member_ids(&mut cloud, &id)[0].clone()),
        ("domains", member_ids(&mut cloud, &id)[1].clone()),
        ("organizations", member_ids(&mut cloud, &id)[2].clone()),
    ];
    for (list, recipient) in lists {
        assert!(
            has(&mut cloud, PAULA.token, None, "held-by-several-routes"),
            "{list}"
        );
        done(
            &mut cloud,
            "DELETE",
            &json!({ "images": [id], list: [recipient] }),
        );
    }
    assert!(!has(
        &mut cloud,
        PAULA.token,
        None,
        "held-by-several-routes"
    ));
}

#[test]
fn the_owner_may_not_accept_for_the_recipient_nor_one_recipient_for_another() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "offer-0");
    let body = json!({ "images": [id], "project_id": OTHER_PROJECT_ID, "status": "accepted" });
    assert_eq!(refused(&mut cloud, "PUT", &body), expected(403, "IMG.0026"));
    let other = ask_as(&mut cloud, SUB_PROJECT_TOKEN, "PUT", MEMBERS, &body);
    assert_eq!(refusal(&other), expected(400, "IMG.0030"));
}

#[test]
fn what_came_by_the_account_alone_cannot_be_answered_by_a_project() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "account-wide-base");
    let body = json!({ "images": [id], "project_id": PROJECT_ID, "status": "rejected" });
    let ended = answer(&mut cloud, anna(), &body);
    assert_eq!(
        (&ended["status"], &ended["error_code"]),
        (&json!("FAIL"), &json!("IMG.0114"))
    );
}

#[test]
fn a_full_ecs_image_is_accepted_into_a_good_vault_only_and_rejected_without_any() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "crm-full-ecs");
    let body = |vault: Value, status: &str| json!({ "images": [id], "project_id": OTHER_PROJECT_ID, "status": status, "vault_id": vault });
    for (vault, code) in [
        (Value::Null, "IMG.0184"),
        (json!("unknown"), "IMG.0184"),
        (json!(FULL_VAULT_ID), "IMG.0185"),
        (json!(UNAVAILABLE_VAULT_ID), "IMG.0188"),
        (json!(DISK_VAULT_ID), "IMG.0193"),
        (json!(7), "IMG.0024"),
    ] {
        let body = body(vault.clone(), "accepted");
        let refused = ask_as(&mut cloud, PAULA.token, "PUT", MEMBERS, &body);
        assert_eq!(refusal(&refused), expected(400, code), "{vault}");
    }
    for (vault, status) in [(Value::Null, "rejected"), (json!(VAULT_ID), "accepted")] {
        let ended = answer(&mut cloud, PAULA.token, &body(vault, status));
        assert_eq!(ended["status"], "SUCCESS");
        assert!(has(&mut cloud, PAULA.token, Some(status), "crm-full-ecs"));
    }
}

#[test]
fn an_answer_that_is_not_as_documented_is_refused() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "offer-0");
    for body in [
        json!({ "images": [id], "project_id": SUB_PROJECT_ID }),
        json!({ "images": [id], "status": "accepted" }),
        json!({ "images": [id], "project_id": SUB_PROJECT_ID, "status": "pending" }),
        json!({ "images": [id], "project_id": SUB_PROJECT_ID, "status": "ACCEPTED" }),
        json!({ "images": [], "project_id": SUB_PROJECT_ID, "status": "accepted" }),
        json!({ "images": [id], "project_id": [SUB_PROJECT_ID], "status": "accepted" }),
    ] {
        let refused = ask_as(&mut cloud, SUB_PROJECT_TOKEN, "PUT", MEMBERS, &body);
        assert_eq!(refusal(&refused), expected(400, "IMG.0024"), "{body}");
    }
    let unknown = json!({ "images": ["x"], "project_id": SUB_PROJECT_ID, "status": "accepted" });
    let refused = ask_as(&mut cloud, SUB_PROJECT_TOKEN, "PUT", MEMBERS, &unknown);
    assert_eq!(refusal(&refused), expected(400, "IMG.0027"));
}

#[test]
fn a_recipient_sees_its_own_rows_alone() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "web-golden-2026-11");
    let address = format!("/v2/images/{id}/members");
    let answer = read(&ask_as(
        &mut cloud,
        PAULA.token,
        "GET",
        &address,
        &Value::Null,
    ));
    let kinds: Vec<&str> = answer["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["member_type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["project", "domain", "organization"]);
}

#[test]
fn the_other_account_has_none_of_the_first_ones_enterprise_projects() {
    let mut cloud = small_cloud();
    let address = format!("/v2/cloudimages?enterprise_project_id={ENTERPRISE_PROJECT_ID}");
    let refused = ask_as(&mut cloud, PAULA.token, "GET", &address, &Value::Null);
    assert_eq!(refusal(&refused), expected(403, "IMG.0026"));
}
