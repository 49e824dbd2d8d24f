//! Sharing machine images with many recipients at once.

use serde_json::{Value, json};
use simulator::identities::{
    ACCOUNT_ID, LEAVING_PROJECT_ID, ORGANIZATION_URN, OTHER_ACCOUNT_ID, OTHER_PROJECT_ID, PEOPLE,
    PROJECT_ID, REFUSING_PROJECT_ID, SUB_PROJECT_ID,
};

use super::ims_support::*;
use super::support::*;

const OTHER_REGION: &str = simulator::identities::OTHER_REGION_PROJECT_ID;

#[test]
fn every_image_is_shared_with_every_project_once_the_job_ends() {
    let mut cloud = small_cloud();
    let ids = images(&mut cloud, &["bare-metal-base", "archive-data-disk"]);
    let projects = [stranger(1), stranger(2), stranger(1)];
    let job = begin(&mut cloud, anna(), "POST", &pairs(&ids, &projects));
    assert_eq!(job.len(), 32);
    assert!(members(&mut cloud, &ids[0]).is_empty());
    advance(&mut cloud, 10);
    for id in &ids {
        let pending = |number| (stranger(number), "pending".to_owned());
        assert_eq!(members(&mut cloud, id), [pending(1), pending(2)]);
    }
}

#[test]
fn a_private_image_is_listed_as_shared_from_then_on() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    done(
        &mut cloud,
        "POST",
        &pairs(std::slice::from_ref(&id), &[stranger(1)]),
    );
    let shown = read(&get(&mut cloud, &format!("/v2/images/{id}"), ANNA));
    assert_eq!(shown["__imagetype"], "shared");
}

#[test]
fn accounts_and_organizations_have_accepted_at_once_and_projects_are_asked() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    let unit = ORGANIZATION_URN.replace(":organization:", ":ou:") + "/ou-4k";
    let body = json!({
        "images": [id],
        "projects": [SUB_PROJECT_ID],
        "domains": [OTHER_ACCOUNT_ID],
        "organizations": [ORGANIZATION_URN, unit],
    });
    done(&mut cloud, "POST", &body);
    let members = members(&mut cloud, &id);
    let statuses: Vec<(&str, &str)> = members
        .iter()
        .map(|(id, status)| (id.as_str(), status.as_str()))
        .collect();
    assert_eq!(
        statuses,
        [
            (SUB_PROJECT_ID, "pending"),
            (OTHER_ACCOUNT_ID, "accepted"),
            ("o-3h9k2m5p7q", "accepted"),
            ("ou-4k", "accepted"),
        ]
    );
    let answer = read(&get(&mut cloud, &format!("/v2/images/{id}/members"), ANNA));
    assert_eq!(answer["members"][3]["urn"], unit);
}

#[test]
fn projects_may_be_missing_or_empty_only_beside_another_list() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    for body in [
        json!({ "images": [id], "domains": [OTHER_ACCOUNT_ID] }),
        json!({ "images": [id], "projects": [], "domains": [OTHER_ACCOUNT_ID] }),
    ] {
        begin(&mut cloud, anna(), "POST", &body);
    }
    for body in [
        json!({ "images": [id] }),
        json!({ "images": [id], "projects": [] }),
        json!({ "images": [id], "domains": [], "organizations": [] }),
    ] {
        assert_eq!(
            refused(&mut cloud, "POST", &body),
            expected(400, "IMG.0024"),
            "{body}"
        );
    }
}

#[test]
fn a_body_that_is_not_as_documented_is_refused_by_every_write() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    let project = stranger(1);
    for body in [
        Value::Null,
        json!([]),
        json!({ "projects": [project] }),
        json!({ "images": [], "projects": [project] }),
        json!({ "images": id, "projects": [project] }),
        json!({ "images": [7], "projects": [project] }),
        json!({ "images": [""], "projects": [project] }),
        json!({ "images": [id], "projects": project }),
        json!({ "images": [id], "projects": null }),
        json!({ "images": [id], "projects": [project, 7] }),
        json!({ "images": [id], "organizations": ["o-3h9k2m5p7q-"] }),
        json!({ "images": [id], "organizations": ["organizations::x:organization:o-1"] }),
    ] {
        for method in ["POST", "DELETE"] {
            assert_eq!(
                refused(&mut cloud, method, &body),
                expected(400, "IMG.0024"),
                "{method} {body}"
            );
        }
    }
    let mut request = incoming("POST", MEMBERS, anna(), &pairs(&[id], &[project]));
    request.headers[0].1 = "text/plain".to_owned();
    assert_eq!(
        refusal(&send(&mut cloud, &request)),
        expected(400, "IMG.0024")
    );
}

#[test]
fn recipients_that_cannot_be_are_refused_at_the_call() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    for (list, recipient, code) in [
        ("projects", PROJECT_ID, "IMG.0076"),
        ("projects", OTHER_REGION, "IMG.0177"),
        ("projects", "eu-de", "IMG.0067"),
        ("domains", ACCOUNT_ID, "IMG.0178"),
        ("domains", "PARTNER-GMBH", "IMG.0024"),
    ] {
        let body = json!({ "images": [id], list: [recipient] });
        assert_eq!(
            refused(&mut cloud, "POST", &body),
            expected(400, code),
            "{recipient}"
        );
    }
}

#[test]
fn what_cannot_be_shared_is_refused_by_the_reason_and_nothing_is_begun() {
    let mut cloud = small_cloud();
    let good = image(&mut cloud, "bare-metal-base");
    for (name, code) in [
        ("marketplace-appliance-0", "IMG.0107"),
        (
            "Debian%20GNU%2FLinux%2012.0.0%2064bit%20%2801%29",
            "IMG.0089",
        ),
        ("partner-accepted-0", "IMG.0047"),
        ("payroll-encrypted", "IMG.0098"),
        ("legacy-full-ecs", "IMG.0135"),
        ("being-made", "IMG.0105"),
    ] {
        let bad = image(&mut cloud, name);
        let body = pairs(&[good.clone(), bad], &[stranger(1)]);
        assert_eq!(
            refused(&mut cloud, "POST", &body),
            expected(400, code),
            "{name}"
        );
    }
    let unknown = pairs(&["nothing".to_owned()], &[stranger(1)]);
    for method in ["POST", "DELETE"] {
        assert_eq!(
            refused(&mut cloud, method, &unknown),
            expected(400, "IMG.0027")
        );
    }
    advance(&mut cloud, 10);
    assert!(members(&mut cloud, &good).is_empty());
}

#[test]
fn a_full_ecs_image_has_ten_recipients_and_another_two_hundred_and_fifty_six() {
    let mut cloud = small_cloud();
    let ecs = image(&mut cloud, "crm-full-ecs");
    assert_eq!(members(&mut cloud, &ecs).len(), 9);
    let full = image(&mut cloud, "shared-to-the-limit");
    let two = [stranger(1), stranger(2)];
    let ask = |ids: &[String], projects: &[String]| pairs(ids, projects);
    for (id, projects) in [(&ecs, &two[..]), (&full, &two[..1])] {
        let body = ask(std::slice::from_ref(id), projects);
        assert_eq!(
            refused(&mut cloud, "POST", &body),
            expected(400, "IMG.0088")
        );
    }
    let body = ask(std::slice::from_ref(&ecs), &two[..1]);
    assert_eq!(done(&mut cloud, "POST", &body)["status"], "SUCCESS");
    // Who is a member already needs no room.
    let known = member_ids(&mut cloud, &full).remove(0);
    begin(&mut cloud, anna(), "POST", &pairs(&[full], &[known]));
}

#[test]
fn a_member_that_is_one_already_fails_in_the_job_and_the_others_are_added() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "erp-full-ecs");
    let projects = [OTHER_PROJECT_ID.to_owned(), stranger(3)];
    let ended = done(
        &mut cloud,
        "POST",
        &pairs(std::slice::from_ref(&id), &projects),
    );
    assert_eq!(ended["status"], "FAIL");
    assert_eq!(ended["error_code"], "IMG.0112");
    assert_eq!(member_ids(&mut cloud, &id), projects);
}

#[test]
fn only_the_job_finds_out_that_a_project_cannot_be_shared_with() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    let projects = [REFUSING_PROJECT_ID.to_owned(), stranger(3)];
    let ended = done(
        &mut cloud,
        "POST",
        &pairs(std::slice::from_ref(&id), &projects),
    );
    assert_eq!(
        (&ended["status"], &ended["error_code"]),
        (&json!("FAIL"), &json!("IMG.0112"))
    );
    assert_eq!(member_ids(&mut cloud, &id), [stranger(3)]);
}

#[test]
fn a_reader_may_not_share_and_may_not_stop_sharing() {
    let mut cloud = small_cloud();
    let address = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=1";
    let listed = read(&get(&mut cloud, address, CARLA));
    let id = listed["images"][0]["id"].as_str().unwrap().to_owned();
    let body = pairs(&[id], &[stranger(1)]);
    for method in ["POST", "DELETE"] {
        let refused = ask_as(&mut cloud, PEOPLE[CARLA].token, method, MEMBERS, &body);
        assert_eq!(refusal(&refused), expected(403, "IMG.0026"), "{method}");
    }
}

#[test]
fn forty_images_are_shared_with_the_project_that_leaves() {
    let mut cloud = small_cloud();
    let mut held = 0;
    let mut marker = String::new();
    loop {
        let address = format!(
            "/v2/cloudimages?enterprise_project_id=all_granted_eps&__imagetype=shared{marker}"
        );
        let listed = read(&get(&mut cloud, &address, ANNA));
        let rows = listed["images"].as_array().unwrap().clone();
        let Some(last) = rows.last() else { break };
        marker = format!("&marker={}", last["id"].as_str().unwrap());
        for row in rows.iter().filter(|row| row["owner"] == PROJECT_ID) {
            let id = row["id"].as_str().unwrap();
            if row["name"] != "fault-403-members"
                && member_ids(&mut cloud, id).contains(&LEAVING_PROJECT_ID.to_owned())
            {
                held += 1;
            }
        }
    }
    assert_eq!(held, 40);
}
