//! What other kinds of cloud share machine images with: one member a call, and jobs by another path.

use serde_json::{Value, json};
use simulator::identities::{
    OTHER_ACCOUNT_ID, OTHER_PROJECT_ID, PAULA, PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TOKEN,
    VAULT_ID,
};
use simulator::{ImageSharing, Settings, Simulator};

use super::ims_support::*;
use super::support::*;

fn like(image_sharing: ImageSharing) -> Simulator {
    Simulator::new(Settings {
        image_sharing,
        ..settings()
    })
}

fn order(cloud: &mut Simulator, what: &str, body: Value) -> u16 {
    ask(cloud, "POST", &format!("/_simulator/{what}"), ANNA, body).status
}

#[test]
fn openstack_knows_no_batch_no_jobs_and_no_quota() {
    let mut cloud = like(ImageSharing::OpenStack);
    let id = image(&mut cloud, "release-a");
    let body = pairs(&[id], &[stranger(1)]);
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(
            refused(&mut cloud, method, &body),
            expected(404, "APIGW.0101")
        );
    }
    for path in [
        "/v1/cloudimages/job/1".to_owned(),
        format!("/v1/{PROJECT_ID}/jobs/1"),
        "/v1/cloudimages/quota".to_owned(),
    ] {
        let refused = get(&mut cloud, &path, ANNA);
        assert_eq!(refusal(&refused), expected(404, "APIGW.0101"), "{path}");
    }
}

#[test]
fn one_member_is_added_answers_and_is_deleted_at_once_on_every_cloud() {
    for sharing in [
        ImageSharing::HuaweiCloud,
        ImageSharing::OpenTelekomCloud,
        ImageSharing::OpenStack,
    ] {
        let mut cloud = like(sharing);
        let id = image(&mut cloud, "bare-metal-base");
        let list = format!("/v2/images/{id}/members");
        let one = format!("{list}/{SUB_PROJECT_ID}");
        let member = json!({ "member": SUB_PROJECT_ID });
        let added = ask_as(&mut cloud, anna(), "POST", &list, &member);
        assert_eq!(added.status, 200);
        assert_eq!(read(&added)["status"], "pending");
        assert_eq!(read(&added)["member_id"], SUB_PROJECT_ID);
        let accepted = json!({ "status": "accepted" });
        let answered = ask_as(&mut cloud, SUB_PROJECT_TOKEN, "PUT", &one, &accepted);
        assert_eq!(
            (answered.status, &read(&answered)["status"]),
            (200, &json!("accepted"))
        );
        let deleted = ask_as(&mut cloud, anna(), "DELETE", &one, &Value::Null);
        assert_eq!((deleted.status, deleted.body.len()), (204, 0));
        assert!(member_ids(&mut cloud, &id).is_empty());
    }
}

#[test]
fn one_member_is_refused_by_the_same_rules_as_many() {
    let mut cloud = small_cloud();
    for (name, member, status, code) in [
        ("release-a", PROJECT_ID, 400, "IMG.0076"),
        ("release-a", "eu-de", 400, "IMG.0067"),
        ("release-a", "", 400, "IMG.0024"),
        ("payroll-encrypted", SUB_PROJECT_ID, 400, "IMG.0098"),
        ("partner-accepted-0", SUB_PROJECT_ID, 400, "IMG.0047"),
        ("shared-to-the-limit", SUB_PROJECT_ID, 400, "IMG.0088"),
        ("erp-full-ecs", OTHER_PROJECT_ID, 409, "IMG.0112"),
        ("fault-500-once", SUB_PROJECT_ID, 500, "IMG.0001"),
    ] {
        let id = image(&mut cloud, name);
        let address = format!("/v2/images/{id}/members");
        let body = json!({ "member": member });
        let refused = ask_as(&mut cloud, anna(), "POST", &address, &body);
        assert_eq!(refusal(&refused), expected(status, code), "{name} {member}");
    }
}

#[test]
fn only_the_recipient_answers_and_only_the_owner_deletes_one_member() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "crm-full-ecs");
    let one = format!("/v2/images/{id}/members/{OTHER_PROJECT_ID}");
    let accepted = json!({ "status": "accepted", "vault_id": VAULT_ID });
    for (token, code) in [
        (anna(), expected(403, "IMG.0026")),
        (SUB_PROJECT_TOKEN, expected(404, "IMG.0114")),
    ] {
        let refused = ask_as(&mut cloud, token, "PUT", &one, &accepted);
        assert_eq!(refusal(&refused), code);
    }
    let without = json!({ "status": "accepted" });
    let refused = ask_as(&mut cloud, PAULA.token, "PUT", &one, &without);
    assert_eq!(refusal(&refused), expected(400, "IMG.0184"));
    assert_eq!(
        ask_as(&mut cloud, PAULA.token, "PUT", &one, &accepted).status,
        200
    );
    let refused = ask_as(&mut cloud, PAULA.token, "DELETE", &one, &Value::Null);
    assert_eq!(refusal(&refused), expected(400, "IMG.0047"));
    let nobody = format!("/v2/images/{id}/members/{}", stranger(9));
    let refused = ask_as(&mut cloud, anna(), "DELETE", &nobody, &Value::Null);
    assert_eq!(refusal(&refused), expected(404, "IMG.0114"));
}

#[test]
fn open_telekom_cloud_reads_jobs_by_the_project_and_shares_with_projects_alone() {
    let mut cloud = like(ImageSharing::OpenTelekomCloud);
    let id = image(&mut cloud, "release-a");
    let members = member_ids(&mut cloud, &id);
    let job = begin(
        &mut cloud,
        anna(),
        "DELETE",
        &pairs(std::slice::from_ref(&id), &members),
    );
    let refused = get(&mut cloud, &format!("/v1/cloudimages/job/{job}"), ANNA);
    assert_eq!(refusal(&refused), expected(404, "APIGW.0101"));
    let address = format!("/v1/{PROJECT_ID}/jobs/{job}");
    assert_eq!(read(&get(&mut cloud, &address, ANNA))["status"], "INIT");
    let body = json!({ "images": [id], "projects": [], "domains": [OTHER_ACCOUNT_ID] });
    let refused = super::ims_support::refused(&mut cloud, "POST", &body);
    assert_eq!(refused, expected(400, "IMG.0024"));
}

#[test]
fn a_test_orders_the_kind_of_cloud_and_a_reset_takes_it_back() {
    let mut cloud = small_cloud();
    assert_eq!(
        order(&mut cloud, "image-sharing", json!({ "cloud": "openstack" })),
        204
    );
    let quota = |cloud: &mut Simulator| get(cloud, "/v1/cloudimages/quota", ANNA).status;
    assert_eq!(quota(&mut cloud), 404);
    for body in [json!({ "cloud": "other" }), json!({}), Value::Null] {
        assert_eq!(order(&mut cloud, "image-sharing", body), 400);
    }
    order(&mut cloud, "reset", Value::Null);
    assert_eq!(quota(&mut cloud), 200);
}

#[test]
fn a_test_orders_members_behind_everybodys_back() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "release-a");
    let all = member_ids(&mut cloud, &id);
    let order = |cloud: &mut Simulator, body: Value| order(cloud, "member", body);
    let removed = json!({ "image": "release-a", "member": all[0] });
    assert_eq!(order(&mut cloud, removed), 204);
    let changed = json!({ "image": id, "member": all[1], "status": "REJECTED" });
    assert_eq!(order(&mut cloud, changed), 204);
    let added = json!({
        "image": id, "member": OTHER_ACCOUNT_ID, "kind": "domain", "status": "accepted",
    });
    assert_eq!(order(&mut cloud, added), 204);
    let members = members(&mut cloud, &id);
    assert_eq!(members[0], (all[1].clone(), "rejected".to_owned()));
    assert_eq!(
        members[3],
        (OTHER_ACCOUNT_ID.to_owned(), "accepted".to_owned())
    );
    for body in [
        json!({ "image": "no such image", "member": all[1] }),
        json!({ "image": id }),
        json!({ "image": id, "member": all[1], "kind": "team" }),
        json!({ "image": id, "member": all[1], "status": "gone" }),
        Value::Null,
    ] {
        assert_eq!(order(&mut cloud, body.clone()), 400, "{body}");
    }
}

#[test]
fn what_is_ordered_comes_after_the_jobs_that_have_ended() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "release-a");
    let all = member_ids(&mut cloud, &id);
    begin(
        &mut cloud,
        anna(),
        "DELETE",
        &pairs(std::slice::from_ref(&id), &all),
    );
    advance(&mut cloud, 10);
    let back = json!({ "image": id, "member": all[0], "status": "pending" });
    assert_eq!(order(&mut cloud, "member", back), 204);
    assert_eq!(member_ids(&mut cloud, &id), all[..1]);
}
