//! Jobs: how they stand by the clock, who may read them, and what goes wrong with reading.

use serde_json::{Value, json};
use simulator::identities::{OTHER_PROJECT_ID, PAULA, PROJECT_ID, SUB_PROJECT_TOKEN};
use simulator::{Response, Simulator};

use super::ims_support::*;
use super::support::*;

/// Begins to stop sharing an image with all its members.
fn stop(cloud: &mut Simulator, name: &str) -> String {
    let id = image(cloud, name);
    let members = member_ids(cloud, &id);
    begin(cloud, anna(), "DELETE", &pairs(&[id], &members))
}

fn of_project(cloud: &mut Simulator, id: &str) -> Value {
    read(&get(cloud, &format!("/v1/{PROJECT_ID}/jobs/{id}"), ANNA))
}

fn poll(cloud: &mut Simulator, id: &str) -> Response {
    get(cloud, &format!("/v1/cloudimages/job/{id}"), ANNA)
}

#[test]
fn a_job_waits_runs_and_ends_by_the_clock_and_the_pairs_change_at_its_end() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "release-a");
    let job = stop(&mut cloud, "release-a");
    let told = of_project(&mut cloud, &job);
    assert_eq!(told["status"], "INIT");
    assert_eq!(told["job_type"], "imsDelImageMembersJob");
    assert_eq!(told["begin_time"], "2026-11-20T18:40:01.000Z");
    assert_eq!(told["end_time"], "");
    assert_eq!(told["entities"], json!({}));
    advance(&mut cloud, 1);
    let told = of_project(&mut cloud, &job);
    assert_eq!(
        (&told["status"], &told["end_time"]),
        (&json!("RUNNING"), &json!(""))
    );
    assert_eq!(member_ids(&mut cloud, &id).len(), 4);
    advance(&mut cloud, 3);
    let told = of_project(&mut cloud, &job);
    assert_eq!(told["status"], "SUCCESS");
    assert_eq!(told["end_time"], "2026-11-20T18:40:05.000Z");
    assert_eq!(told["entities"]["results"], json!([]));
    assert!(told["error_code"].is_null() && told["fail_reason"].is_null());
    assert!(member_ids(&mut cloud, &id).is_empty());
}

#[test]
fn the_path_without_a_project_tells_how_far_it_is_and_no_results() {
    let mut cloud = small_cloud();
    let job = stop(&mut cloud, "release-a");
    let mut fractions = Vec::new();
    for seconds in [0, 2, 10] {
        advance(&mut cloud, seconds);
        let entities = read(&poll(&mut cloud, &job))["entities"].clone();
        assert!(entities.get("results").is_none());
        assert!(entities["subJobId"].is_string());
        fractions.push(entities["process_percent"].as_f64().unwrap());
    }
    assert_eq!(fractions, [0.0, 0.5, 1.0]);
}

#[test]
fn an_addition_ends_with_a_row_for_every_pair() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "erp-full-ecs");
    let projects = [OTHER_PROJECT_ID.to_owned(), stranger(3)];
    let body = pairs(std::slice::from_ref(&id), &projects);
    let job = begin(&mut cloud, anna(), "POST", &body);
    advance(&mut cloud, 10);
    let told = of_project(&mut cloud, &job);
    assert_eq!(told["job_type"], "imsAddImageMembersJob");
    assert_eq!(
        told["entities"]["results"],
        json!([
            { "image_id": id, "project_id": OTHER_PROJECT_ID, "status": "FAIL" },
            { "image_id": id, "project_id": stranger(3), "status": "success" },
        ])
    );
}

#[test]
fn jobs_change_what_is_there_when_they_end_whatever_was_begun_first() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "bare-metal-base");
    let body = pairs(std::slice::from_ref(&id), &[stranger(1)]);
    let added = begin(&mut cloud, anna(), "POST", &body);
    let deleted = begin(&mut cloud, anna(), "DELETE", &body);
    advance(&mut cloud, 10);
    assert_eq!(job(&mut cloud, &added)["status"], "SUCCESS");
    assert_eq!(job(&mut cloud, &deleted)["status"], "SUCCESS");
    assert!(member_ids(&mut cloud, &id).is_empty());
}

#[test]
fn a_short_job_ends_before_a_long_one_that_was_begun_first() {
    let mut cloud = small_cloud();
    let ids = images(&mut cloud, &["release-a", "release-b", "release-c"]);
    let all = member_ids(&mut cloud, &ids[0]);
    let long = begin(&mut cloud, anna(), "DELETE", &pairs(&ids, &all));
    let short = begin(&mut cloud, anna(), "POST", &pairs(&ids[..1], &all[..1]));
    advance(&mut cloud, 10);
    // The member is still there when it is to be added, and gone afterwards.
    assert_eq!(job(&mut cloud, &short)["error_code"], "IMG.0112");
    assert_eq!(job(&mut cloud, &long)["status"], "SUCCESS");
    assert!(member_ids(&mut cloud, &ids[0]).is_empty());
}

#[test]
fn an_unknown_job_and_one_of_another_project_are_refused_alike() {
    let mut cloud = small_cloud();
    let job = stop(&mut cloud, "release-a");
    let unknown = get(&mut cloud, "/v1/cloudimages/job/ff8080", ANNA);
    assert_eq!(refusal(&unknown), expected(400, "IMG.0086"));
    for token in [SUB_PROJECT_TOKEN, PAULA.token] {
        let address = format!("/v1/cloudimages/job/{job}");
        let refused = ask_as(&mut cloud, token, "GET", &address, &Value::Null);
        assert_eq!(refusal(&refused), expected(400, "IMG.0086"));
    }
    let same_project = get(&mut cloud, &format!("/v1/cloudimages/job/{job}"), BEN);
    assert_eq!(same_project.status, 200);
}

#[test]
fn the_project_in_the_path_must_be_that_of_the_token() {
    let mut cloud = small_cloud();
    let job = stop(&mut cloud, "release-a");
    let address = format!("/v1/{OTHER_PROJECT_ID}/jobs/{job}");
    assert_eq!(
        refusal(&get(&mut cloud, &address, ANNA)),
        expected(400, "IMG.0030")
    );
}

#[test]
fn a_slow_job_runs_for_ten_minutes() {
    let mut cloud = small_cloud();
    let id = stop(&mut cloud, "fault-slow-job");
    advance(&mut cloud, 590);
    assert_eq!(job(&mut cloud, &id)["status"], "RUNNING");
    advance(&mut cloud, 10);
    assert_eq!(job(&mut cloud, &id)["status"], "SUCCESS");
}

#[test]
fn the_first_polls_of_a_job_are_throttled_and_say_how_long() {
    let mut cloud = small_cloud();
    let id = stop(&mut cloud, "fault-429-job");
    for _ in 0..2 {
        let throttled = poll(&mut cloud, &id);
        assert_eq!(refusal(&throttled), expected(429, "APIGW.0308"));
        assert_eq!(throttled.header("Retry-After"), Some("4"));
    }
    assert_eq!(poll(&mut cloud, &id).status, 200);
}

#[test]
fn some_polls_of_a_job_are_lost_and_the_job_goes_on() {
    let mut cloud = small_cloud();
    let id = stop(&mut cloud, "fault-504-job");
    let statuses = [(); 5].map(|()| poll(&mut cloud, &id).status);
    assert_eq!(statuses, [200, 504, 504, 504, 200]);
    advance(&mut cloud, 10);
    assert_eq!(job(&mut cloud, &id)["status"], "SUCCESS");
}

#[test]
fn an_ordered_status_tells_how_long_to_wait() {
    let mut cloud = small_cloud();
    let id = stop(&mut cloud, "release-a");
    let fault =
        json!([{ "path_contains": "/job/", "fate": "status", "status": 429, "retry_after": 7 }]);
    ask(&mut cloud, "POST", "/_simulator/fault", ANNA, fault);
    assert_eq!(poll(&mut cloud, &id).header("Retry-After"), Some("7"));
}

#[test]
fn quotas_are_told_of_images_of_accepted_ones_and_of_members() {
    let mut cloud = small_cloud();
    let told = read(&get(&mut cloud, "/v1/cloudimages/quota", ANNA));
    let rows = told["quotas"]["resources"].as_array().unwrap();
    let kinds: Vec<&str> = rows
        .iter()
        .map(|row| row["type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["image", "image_shared", "image_member"]);
    let used = |kind: usize| rows[kind]["used"].as_u64().unwrap();
    // Two that a partner's project shared and one of its account; pending ones use nothing.
    assert_eq!((used(1), used(2)), (3, 256));
    assert!(
        rows.iter()
            .all(|row| row["used"].as_u64() <= row["quota"].as_u64())
    );
}
