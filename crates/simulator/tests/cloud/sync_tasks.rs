//! Automatic sync tasks, and the regions they copy to.

use cloud_api::Timestamp;
use serde_json::{Value, json};
use simulator::identities::{FAILING_REGION, REGION};

use super::support::*;

const TASKS: &str = "/v2/manage/namespaces/acme-web/repos/shop$api/sync_repo";
const OWN: &str = "/v2/manage/namespaces/acme-web/repos/shop$own/sync_repo";

fn target() -> Value {
    json!({ "remoteRegionId": "eu-west-101", "remoteNamespace": "acme-mirror" })
}

fn listed(cloud: &mut simulator::Simulator, address: &str) -> Vec<Value> {
    let list = ask(cloud, "GET", address, ANNA, Value::Null);
    assert_eq!(list.status, 200, "{address}");
    read(&list).as_array().unwrap().clone()
}

#[test]
fn a_task_is_listed_with_all_its_fields() {
    let row = &listed(&mut cloud(), TASKS)[0];
    assert_eq!(
        (&row["namespace"], &row["repoName"]),
        (&json!("acme-web"), &json!("shop/api"))
    );
    assert_eq!(
        (&row["remoteRegionId"], &row["remoteNamespace"]),
        (&json!("eu-nl"), &json!("acme-web-nl"))
    );
    assert_eq!(
        (&row["syncAuto"], &row["override"]),
        (&json!(true), &json!(false))
    );
    assert!(row["id"].is_u64());
    for key in ["createdAt", "updatedAt"] {
        assert!(Timestamp::parse(row[key].as_str().unwrap()).is_some());
    }
}

#[test]
fn a_repository_without_tasks_has_an_empty_list() {
    assert_eq!(listed(&mut cloud(), OWN), [] as [Value; 0]);
}

#[test]
fn a_task_is_made_once_and_deleted_once() {
    let mut cloud = cloud();
    let made = ask(&mut cloud, "POST", OWN, ANNA, target());
    assert_eq!((made.status, made.body.len()), (200, 0));
    let again = ask(&mut cloud, "POST", OWN, ANNA, target());
    assert_eq!(refusal(&again), expected(409, "SVCSTG.SWR.4090089"));
    let deleted = ask(&mut cloud, "DELETE", OWN, ANNA, target());
    assert_eq!((deleted.status, deleted.body.len()), (200, 0));
    let gone = ask(&mut cloud, "DELETE", OWN, ANNA, target());
    assert_eq!(refusal(&gone), expected(400, "SVCSTG.SWR.4001158"));
    assert_eq!(read(&gone)["errors"][0]["errorCode"], "SVCSTG.SWR.4001158");
    assert_eq!(listed(&mut cloud, OWN), [] as [Value; 0]);
}

#[test]
fn a_task_is_neither_automatic_nor_overwriting_unless_asked() {
    let mut cloud = cloud();
    ask(&mut cloud, "POST", OWN, ANNA, target());
    let mut wanted = target();
    wanted["remoteNamespace"] = json!("acme-web");
    wanted["syncAuto"] = json!(true);
    wanted["override"] = json!(true);
    ask(&mut cloud, "POST", OWN, ANNA, wanted);
    let flags: Vec<(Value, Value)> = listed(&mut cloud, OWN)
        .iter()
        .map(|row| (row["syncAuto"].clone(), row["override"].clone()))
        .collect();
    assert_eq!(
        flags,
        [(json!(false), json!(false)), (json!(true), json!(true))]
    );
}

#[test]
fn deleting_takes_only_the_task_of_that_target() {
    let mut cloud = cloud();
    let body = json!({ "remoteRegionId": FAILING_REGION, "remoteNamespace": "acme-web" });
    assert_eq!(ask(&mut cloud, "DELETE", TASKS, ANNA, body).status, 200);
    let left = listed(&mut cloud, TASKS);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["remoteRegionId"], "eu-nl");
}

#[test]
fn only_the_administrator_manages_tasks_whatever_the_level() {
    let mut cloud = cloud();
    for person in [BEN, CARLA] {
        assert_eq!(
            ask(&mut cloud, "GET", TASKS, person, Value::Null).status,
            200
        );
        for method in ["POST", "DELETE"] {
            let response = ask(&mut cloud, method, TASKS, person, target());
            assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
        }
    }
}

#[test]
fn who_sees_no_repository_sees_no_tasks() {
    let response = ask(&mut cloud(), "GET", OWN, CARLA, Value::Null);
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
}

#[test]
fn each_wrong_field_of_a_new_task_is_refused() {
    let mut cloud = cloud();
    let region = "remoteRegionId";
    let organization = "remoteNamespace";
    for (key, value, status, code) in [
        (region, json!("nowhere-1"), 400, "SVCSTG.SWR.4000014"),
        (region, json!(REGION), 400, "SVCSTG.SWR.4000014"),
        (region, json!("EU"), 400, "SVCSTG.SWR.4000014"),
        (region, json!(null), 400, "SVCSTG.SWR.4000014"),
        (organization, json!("no-such"), 404, "SVCSTG.SWR.4040058"),
        (organization, json!("Acme"), 400, "SVCSTG.SWR.4001028"),
        (organization, json!(7), 400, "SVCSTG.SWR.4001028"),
        ("syncAuto", json!("true"), 400, "SVCSTG.SWR.4000014"),
        ("override", json!(1), 400, "SVCSTG.SWR.4000014"),
    ] {
        let mut body = target();
        body[key] = value;
        let response = ask(&mut cloud, "POST", OWN, ANNA, body.clone());
        assert_eq!(refusal(&response), expected(status, code), "{body}");
    }
    assert_eq!(listed(&mut cloud, OWN), [] as [Value; 0]);
}

#[test]
fn a_deletion_without_target_is_refused() {
    let mut cloud = cloud();
    for body in [json!({}), json!([]), Value::Null] {
        let response = ask(&mut cloud, "DELETE", TASKS, ANNA, body);
        assert_eq!(refusal(&response), expected(400, "SVCSTG.SWR.4000014"));
    }
    assert_eq!(listed(&mut cloud, TASKS).len(), 2);
}

#[test]
fn an_unknown_repository_or_organization_has_its_own_code() {
    let mut cloud = cloud();
    for (part, other, code) in [
        ("shop$api", "nothing", "SVCSTG.SWR.4040010"),
        ("acme-web", "nobody", "SVCSTG.SWR.4040058"),
    ] {
        let address = TASKS.replace(part, other);
        for (method, body) in [
            ("GET", Value::Null),
            ("POST", target()),
            ("DELETE", target()),
        ] {
            let response = ask(&mut cloud, method, &address, ANNA, body);
            assert_eq!(
                refusal(&response),
                expected(404, code),
                "{method} {address}"
            );
        }
    }
}

#[test]
fn two_repositories_refuse_or_fail_whatever_is_asked_about_syncing() {
    let mut cloud = cloud();
    for (name, status) in [("fault-403-sync", 403), ("fault-500-always", 500)] {
        let address = format!("/v2/manage/namespaces/acme-lab/repos/{name}/sync_repo");
        for (method, body) in [
            ("GET", Value::Null),
            ("POST", target()),
            ("DELETE", target()),
        ] {
            let response = ask(&mut cloud, method, &address, ANNA, body);
            assert_eq!(response.status, status, "{method} {name}");
        }
        let jobs = address.replace("sync_repo", "sync_job?filter=limit::1|offset::0");
        assert_eq!(
            ask(&mut cloud, "GET", &jobs, ANNA, Value::Null).status,
            status
        );
    }
}

#[test]
fn some_tens_of_repositories_have_tasks_some_without_jobs_some_whose_last_job_failed() {
    let mut cloud = cloud();
    let list = "/v2/manage/repos?namespace=acme-web&offset=0&limit=1000";
    let rows = read(&ask(&mut cloud, "GET", list, ANNA, Value::Null));
    let (mut tasks, mut idle, mut failed) = (0, 0, 0);
    for row in rows.as_array().unwrap() {
        let name = row["name"].as_str().unwrap().replace('/', "$");
        let address = TASKS.replace("shop$api", &name);
        let count = listed(&mut cloud, &address).len();
        if count == 0 {
            continue;
        }
        tasks += count;
        let jobs = address.replace(
            "sync_repo",
            "sync_job?filter=limit::1|offset::0|order::desc",
        );
        match listed(&mut cloud, &jobs).first() {
            None => idle += 1,
            Some(job) if job["status"] == "failed" => failed += 1,
            Some(_) => {}
        }
    }
    assert!((30..100).contains(&tasks), "{tasks}");
    assert!(idle >= 3, "{idle}");
    assert!(failed >= 3, "{failed}");
}

#[test]
fn the_regions_are_listed_for_the_administrator_and_not_offered_to_others() {
    let mut cloud = cloud();
    let regions = ask(&mut cloud, "GET", "/v2/manage/regions", ANNA, Value::Null);
    let rows = read(&regions);
    let ids: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["regionID"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            REGION,
            FAILING_REGION,
            "ap-southeast-3",
            "cn-east-3",
            "eu-nl",
            "eu-west-101"
        ]
    );
    let response = ask(&mut cloud, "GET", "/v2/manage/regions", BEN, Value::Null);
    assert_eq!(refusal(&response), expected(404, "APIGW.0101"));
}
