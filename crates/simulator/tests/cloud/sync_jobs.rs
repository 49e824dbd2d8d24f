//! Sync jobs: started by hand and by pushes, and what the clock makes of them.

use serde_json::{Value, json};
use simulator::identities::{FAILING_REGION, PEOPLE};
use simulator::{Response, Settings, Simulator};

use super::support::*;

const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/shop$own";

fn images(tags: &Value, region: &str) -> Value {
    json!({
        "imageTag": tags, "remoteRegionId": region, "remoteNamespace": "acme-web",
        "override": false,
    })
}

fn own_cloud() -> Simulator {
    let mut cloud = cloud();
    push(&mut cloud, "v1");
    cloud
}

fn push(cloud: &mut Simulator, tag: &str) {
    let order = json!({ "organization": "acme-web", "repository": "shop/own", "tag": tag });
    assert_eq!(
        ask(cloud, "POST", "/_simulator/push", ANNA, order).status,
        204
    );
}

fn sync(cloud: &mut Simulator, body: Value, person: usize) -> Response {
    ask(
        cloud,
        "POST",
        &format!("{REPOSITORY}/sync_images"),
        person,
        body,
    )
}

fn jobs_with(cloud: &mut Simulator, filter: &str, person: usize) -> Response {
    let filter = filter.replace('|', "%7C").replace(':', "%3A");
    let address = format!("{REPOSITORY}/sync_job?filter={filter}");
    ask(cloud, "GET", &address, person, Value::Null)
}

/// The newest first.
fn jobs(cloud: &mut Simulator) -> Vec<Value> {
    let response = jobs_with(cloud, "limit::100|offset::0|order::desc", ANNA);
    read(&response).as_array().unwrap().clone()
}

fn newest_status(cloud: &mut Simulator) -> String {
    jobs(cloud)[0]["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_job_waits_runs_and_ends_well() {
    let mut cloud = own_cloud();
    let started = sync(&mut cloud, images(&json!(["v1"]), "eu-nl"), ANNA);
    assert_eq!((started.status, read(&started)), (200, json!([])));
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(newest_status(&mut cloud));
        advance(&mut cloud, 2);
    }
    assert_eq!(
        statuses,
        ["waiting", "running", "running", "success", "success"]
    );
}

#[test]
fn a_job_into_the_failing_region_fails() {
    let mut cloud = own_cloud();
    sync(&mut cloud, images(&json!(["v1"]), FAILING_REGION), ANNA);
    advance(&mut cloud, 2);
    assert_eq!(newest_status(&mut cloud), "running");
    advance(&mut cloud, 60);
    assert_eq!(newest_status(&mut cloud), "failed");
}

#[test]
fn a_tag_that_is_there_is_copied_only_when_it_may_be_overwritten() {
    let mut cloud = own_cloud();
    sync(&mut cloud, images(&json!(["v1"]), "eu-nl"), ANNA);
    advance(&mut cloud, 60);
    sync(&mut cloud, images(&json!(["v1"]), "eu-nl"), ANNA);
    advance(&mut cloud, 60);
    assert_eq!(newest_status(&mut cloud), "existed");
    let mut body = images(&json!(["v1"]), "eu-nl");
    body["override"] = json!(true);
    sync(&mut cloud, body, ANNA);
    advance(&mut cloud, 60);
    assert_eq!(newest_status(&mut cloud), "success");
}

#[test]
fn a_tag_is_not_there_because_it_is_somewhere_else() {
    let mut cloud = own_cloud();
    sync(&mut cloud, images(&json!(["v1"]), "eu-nl"), ANNA);
    sync(&mut cloud, images(&json!(["v1"]), "eu-west-101"), ANNA);
    advance(&mut cloud, 60);
    assert_eq!(newest_status(&mut cloud), "success");
}

#[test]
fn each_tag_gets_a_job_of_its_own_by_the_one_who_asked() {
    let mut cloud = own_cloud();
    push(&mut cloud, "v2");
    sync(&mut cloud, images(&json!(["v1", "v2"]), "eu-nl"), BEN);
    let jobs = jobs(&mut cloud);
    let tags: Vec<&Value> = jobs.iter().map(|job| &job["tag"]).collect();
    assert_eq!(tags, [&json!("v2"), &json!("v1")]);
    for job in &jobs {
        assert_eq!(
            (&job["syncOperatorId"], &job["syncOperatorName"]),
            (&json!(PEOPLE[BEN].id), &json!("ben"))
        );
        assert_eq!(
            (&job["remoteRegionId"], &job["remoteNamespace"]),
            (&json!("eu-nl"), &json!("acme-web"))
        );
    }
    assert!(jobs[0]["id"].as_u64() > jobs[1]["id"].as_u64());
}

#[test]
fn missing_tags_are_named_in_the_answer_and_the_others_are_copied() {
    let mut cloud = own_cloud();
    let response = sync(&mut cloud, images(&json!(["v1", "v9"]), "eu-nl"), ANNA);
    assert_eq!((response.status, read(&response)), (200, json!(["v9"])));
    assert_eq!(jobs(&mut cloud).len(), 1);
}

#[test]
fn a_sync_of_missing_tags_alone_is_refused() {
    let mut cloud = own_cloud();
    let response = sync(&mut cloud, images(&json!(["v9"]), "eu-nl"), ANNA);
    assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040115"));
    assert_eq!(jobs(&mut cloud), [] as [Value; 0]);
}

#[test]
fn a_reader_may_not_copy() {
    let mut cloud = cloud();
    let address = "/v2/manage/namespaces/acme-web/repos/shop$api/sync_images";
    let body = images(&json!(["latest"]), "eu-nl");
    let response = ask(&mut cloud, "POST", address, CARLA, body);
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
}

#[test]
fn each_wrong_field_of_a_sync_is_refused() {
    let mut cloud = own_cloud();
    for (key, value, status, code) in [
        ("imageTag", json!([]), 400, "SVCSTG.SWR.4000014"),
        ("imageTag", json!("v1"), 400, "SVCSTG.SWR.4000014"),
        ("imageTag", json!([1]), 400, "SVCSTG.SWR.4000014"),
        ("remoteRegionId", json!("eu-de"), 400, "SVCSTG.SWR.4000014"),
        (
            "remoteNamespace",
            json!("nobody"),
            404,
            "SVCSTG.SWR.4040058",
        ),
        ("override", json!("no"), 400, "SVCSTG.SWR.4000014"),
    ] {
        let mut body = images(&json!(["v1"]), "eu-nl");
        body[key] = value;
        let response = sync(&mut cloud, body.clone(), ANNA);
        assert_eq!(refusal(&response), expected(status, code), "{body}");
    }
    assert_eq!(jobs(&mut cloud), [] as [Value; 0]);
}

#[test]
fn a_push_is_copied_by_automatic_tasks_alone_and_nobody_did_it() {
    let mut cloud = own_cloud();
    for (organization, automatic) in [("acme-web", true), ("acme-mirror", false)] {
        let body = json!({
            "remoteRegionId": "eu-west-101", "remoteNamespace": organization,
            "syncAuto": automatic,
        });
        let address = format!("{REPOSITORY}/sync_repo");
        assert_eq!(ask(&mut cloud, "POST", &address, ANNA, body).status, 200);
    }
    push(&mut cloud, "v2");
    let jobs = jobs(&mut cloud);
    assert_eq!(jobs.len(), 1);
    assert_eq!(
        (&jobs[0]["tag"], &jobs[0]["remoteNamespace"]),
        (&json!("v2"), &json!("acme-web"))
    );
    assert_eq!(
        (&jobs[0]["syncOperatorId"], &jobs[0]["syncOperatorName"]),
        (&json!(""), &json!(""))
    );
}

#[test]
fn pages_of_jobs_carry_their_range_in_either_order() {
    let mut cloud = own_cloud();
    for tag in ["v2", "v3"] {
        push(&mut cloud, tag);
    }
    sync(
        &mut cloud,
        images(&json!(["v1", "v2", "v3"]), "eu-nl"),
        ANNA,
    );
    for (filter, range, tags) in [
        ("limit::2|offset::0", "0-2/3", json!(["v1", "v2"])),
        (
            "limit::2|offset::0|order::asc",
            "0-2/3",
            json!(["v1", "v2"]),
        ),
        (
            "order::desc|offset::1|limit::2",
            "1-2/3",
            json!(["v2", "v1"]),
        ),
        ("limit::2|offset::9", "9-0/3", json!([])),
    ] {
        let response = jobs_with(&mut cloud, filter, ANNA);
        assert_eq!(response.header("Content-Range"), Some(range), "{filter}");
        let rows = read(&response);
        let found: Vec<&Value> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|job| &job["tag"])
            .collect();
        assert_eq!(json!(found), tags, "{filter}");
    }
}

#[test]
fn a_list_of_jobs_needs_limit_and_offset_and_knows_no_other_key() {
    let mut cloud = own_cloud();
    for (filter, code) in [
        ("", "SVCSTG.SWR.4009014"),
        ("limit::10", "SVCSTG.SWR.4009014"),
        ("offset::0", "SVCSTG.SWR.4009014"),
        ("limit", "SVCSTG.SWR.4009014"),
        ("limit::1001|offset::0", "SVCSTG.SWR.4000056"),
        ("limit::0|offset::0", "SVCSTG.SWR.4000056"),
        ("limit::x|offset::0", "SVCSTG.SWR.4000056"),
        ("limit::10|offset::0|order::up", "SVCSTG.SWR.4001035"),
        ("limit::10|offset::0|tag::v1", "SVCSTG.SWR.4001035"),
    ] {
        let response = jobs_with(&mut cloud, filter, ANNA);
        assert_eq!(refusal(&response), expected(400, code), "{filter}");
    }
}

#[test]
fn who_sees_no_repository_sees_no_jobs() {
    let response = jobs_with(&mut cloud(), "limit::10|offset::0", CARLA);
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
}

#[test]
fn jobs_of_the_beginning_are_over_whenever_the_cloud_starts() {
    for start in [0, START] {
        let mut cloud = Simulator::new(Settings {
            repositories: 1,
            start_milliseconds: start,
            ..settings()
        });
        let address =
            "/v2/manage/namespaces/acme-web/repos/shop$api/sync_job?filter=limit::9|offset::0";
        let request = incoming("GET", address, PEOPLE[ANNA].token, &Value::Null);
        let now = cloud_api::Timestamp::from_milliseconds(start);
        let simulator::Fate::Answer(response) = cloud.handle(&request, now, 1.0).fate else {
            panic!("no answer");
        };
        let rows = read(&response);
        let mut statuses = texts(rows.as_array().unwrap(), "status");
        statuses.sort_unstable();
        assert_eq!(statuses, ["existed", "failed", "success", "success"]);
    }
}

#[test]
fn an_order_to_push_that_names_no_tag_is_refused() {
    let mut cloud = cloud();
    for order in [
        json!({}),
        json!({ "organization": "acme-web", "repository": "shop/own", "tag": "a/b" }),
    ] {
        let response = ask(&mut cloud, "POST", "/_simulator/push", ANNA, order);
        assert_eq!(response.status, 400);
    }
}
