//! The requests that the official SDK was recorded sending.

use serde_json::{Value, json};
use simulator::identities::{PEOPLE, PROJECT_ID};

use super::support::*;

const USER: &str = "dc41bf054962447e8e0a4c712ebd1916";

/// Asks HSS what one vector records, in the simulator's project instead of `p1`.
fn answer_of_hss(vector: &Value) -> simulator::Response {
    let mut cloud = cloud();
    cloud.add_sync_task(&"t1".parse().unwrap());
    let address = vector["path_and_query"].as_str().unwrap();
    let address = address.replace("/v5/p1/", &format!("/v5/{PROJECT_ID}/"));
    let method = vector["method"].as_str().unwrap();
    let mut request = incoming(method, &address, PEOPLE[0].token, &vector["body"]);
    // The recording does not show headers.
    request
        .headers
        .push(("region".to_owned(), "eu-de".to_owned()));
    send(&mut cloud, &request)
}

/// Asks IMS what one vector records, with an image of the recorded ID.
fn answer_of_ims(vector: &Value) -> simulator::Response {
    let mut cloud = cloud();
    let image = "00000000-0000-0000-0000-000000000001".parse().unwrap();
    cloud.add_image(&image, now());
    let address = vector["path_and_query"].as_str().unwrap();
    let mut address = address.replace("/v1/p1/", &format!("/v1/{PROJECT_ID}/"));
    if address.contains("/jobs/") && vector["name"] != "err_unknown_job" {
        // The recording asks for the job that it has begun.
        let body = json!({
            "images": ["00000000-0000-0000-0000-000000000001"],
            "projects": ["bbe8c100590948d696bf0e424d31422e"],
        });
        let begun = ask(&mut cloud, "POST", "/v1/cloudimages/members", 0, body);
        let job = read(&begun)["job_id"].as_str().unwrap().to_owned();
        address = format!("/v1/{PROJECT_ID}/jobs/{job}");
    }
    let method = vector["method"].as_str().unwrap();
    let mut request = incoming(method, &address, PEOPLE[0].token, &vector["body"]);
    request.headers[0].1 = "application/json;charset=utf-8".to_owned();
    send(&mut cloud, &request)
}

/// Asks SWR Enterprise what one vector records, of an instance that has a registry 1.
fn answer_of_enterprise(vector: &Value) -> simulator::Response {
    let mut cloud = cloud();
    cloud.add_instance("i1", now());
    let address = vector["path_and_query"].as_str().unwrap();
    let address = address.replace("/v2/p1/", &format!("/v2/{PROJECT_ID}/"));
    let method = vector["method"].as_str().unwrap();
    ask(&mut cloud, method, &address, 0, vector["body"].clone())
}

/// Asks what one vector records, of a cloud that has what the recording takes for granted.
fn answer(vector: &Value) -> simulator::Response {
    let mut cloud = cloud();
    let organization = "ns1".parse().unwrap();
    cloud.add_repository(&organization, &"app/r1".parse().unwrap());
    cloud.add_user(&USER.parse().unwrap(), "conformance-user");
    let tag = "v1".parse().unwrap();
    cloud.push_tag(&organization, &"app/r1".parse().unwrap(), &tag, now());
    let target = "conformance-ns".parse().unwrap();
    cloud.add_target_organization(&"cn-east-3".parse().unwrap(), &target);
    let access = "/v2/manage/namespaces/ns1/repos/app%24r1/access";
    let method = vector["method"].as_str().unwrap();
    let address = vector["path_and_query"].as_str().unwrap();
    if method == "DELETE" && address.ends_with("/sync_repo") {
        let task = json!({"remoteRegionId": "cn-east-3", "remoteNamespace": "conformance-ns"});
        assert_eq!(ask(&mut cloud, "POST", address, 0, task).status, 200);
    } else if ["PATCH", "DELETE"].contains(&method) {
        let grant = json!([{"user_id": USER, "user_name": "conformance-user", "auth": 1}]);
        assert_eq!(ask(&mut cloud, "POST", access, 0, grant).status, 201);
    }
    ask(&mut cloud, method, address, 0, vector["body"].clone())
}

#[test]
fn each_is_accepted_with_the_status_of_its_operation() {
    let file = include_str!("../../../../tests/vectors/sdk_requests.json");
    let vectors: Vec<Value> = serde_json::from_str(file).unwrap();
    assert_eq!(vectors.len(), 73);
    for vector in vectors {
        let address = vector["path_and_query"].as_str().unwrap();
        let response = if address.starts_with("/v2/p1/instances") {
            answer_of_enterprise(&vector)
        } else if address.starts_with("/v5/") {
            answer_of_hss(&vector)
        } else if address.starts_with("/v1/")
            || address.starts_with("/v2/cloudimages")
            || address.starts_with("/v2/images/")
        {
            answer_of_ims(&vector)
        } else {
            answer(&vector)
        };
        let name = vector["name"].as_str().unwrap();
        match name {
            "err_unknown_namespace" => {
                assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040058"));
            }
            "err_unknown_repo" => {
                assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040010"));
            }
            "err_limit_9" | "err_limit_201" => {
                assert_eq!(refusal(&response), expected(400, "HSS.0001"));
            }
            "err_unknown_image" => {
                assert_eq!(refusal(&response), expected(400, "IMG.0027"));
            }
            "err_unknown_job" => {
                assert_eq!(refusal(&response), expected(400, "IMG.0086"));
            }
            "err_unknown_task" => {
                assert_eq!(refusal(&response), expected(400, "HSS.1005"));
            }
            "err_invalid_registry" | "err_unknown_instance" => {
                assert_eq!(refusal(&response), expected(404, "SWR.404001"));
            }
            "registry_lifecycle" => {
                let expected = match vector["method"].as_str() {
                    Some("POST") => 201,
                    Some("DELETE") => 204,
                    _ => 200,
                };
                assert_eq!(response.status, expected, "{vector}");
            }
            "create_repo_auth" | "update_repo_auth" => assert_eq!(response.status, 201, "{name}"),
            "delete_repo_auth" => assert_eq!(response.status, 204, "{name}"),
            _ => assert_eq!(response.status, 200, "{name}"),
        }
    }
}

#[test]
fn the_list_finds_the_repository_by_its_name_with_a_slash() {
    let vector = json!({
        "method": "GET",
        "path_and_query": "/v2/manage/repos?filter=namespace%3A%3Ans1%7Cname%3A%3Aapp%2Fr1%7Coffset%3A%3A0%7Climit%3A%3A10%7Corder_column%3A%3Aname%7Corder_type%3A%3Aasc",
    });
    let rows = read(&answer(&vector));
    assert_eq!(rows[0]["name"], "app/r1");
    assert_eq!(rows[0]["tags"], json!(["v1"]));
}
