//! A second account: its people sign in wholly, and neither account sees anything of the other's.

use serde_json::{Value, json};
use simulator::identities::{
    OTHER_ACCOUNT_ID, OTHER_ACCOUNT_NAME, OTHER_PROJECT_ID, PAULA, PEOPLE, PROJECT_ID, REGION,
    SUB_PROJECT,
};
use simulator::{Response, Simulator};

use super::support::*;

fn as_paula(cloud: &mut Simulator, method: &str, address: &str, body: &Value) -> Response {
    send(cloud, &incoming(method, address, PAULA.token, body))
}

fn told_to_paula(cloud: &mut Simulator, address: &str) -> Value {
    let response = as_paula(cloud, "GET", address, &Value::Null);
    assert_eq!(response.status, 200, "{address}: {:?}", response.body);
    read(&response)
}

fn sign_in(cloud: &mut Simulator, account: &str, project: &str) -> Response {
    let user = json!({"name": PAULA.name, "password": PAULA.password, "domain": {"name": account}});
    let body = json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": user } },
        "scope": { "project": { "name": project } },
    }});
    ask(cloud, "POST", "/v3/auth/tokens", ANNA, body)
}

#[test]
fn its_administrator_signs_in_by_password_for_its_own_main_project() {
    let mut cloud = small_cloud();
    let issued = sign_in(&mut cloud, OTHER_ACCOUNT_NAME, REGION);
    assert_eq!(issued.status, 201);
    let token = &read(&issued)["token"];
    assert_eq!(token["project"]["id"], OTHER_PROJECT_ID);
    assert_eq!(token["project"]["name"], REGION);
    assert_eq!(token["user"]["name"], PAULA.name);
    assert_eq!(token["user"]["domain"]["id"], OTHER_ACCOUNT_ID);
    assert_eq!(sign_in(&mut cloud, "ACME-EU", REGION).status, 401);
    assert_eq!(
        sign_in(&mut cloud, OTHER_ACCOUNT_NAME, SUB_PROJECT).status,
        403
    );
}

#[test]
fn its_token_is_checked_by_its_own_people_alone() {
    let mut cloud = small_cloud();
    let mut validate = |caller: &str, subject: &str| {
        let mut request = incoming("GET", "/v3/auth/tokens", caller, &Value::Null);
        let header = ("X-Subject-Token".to_owned(), subject.to_owned());
        request.headers.push(header);
        send(&mut cloud, &request)
    };
    let own = validate(PAULA.token, PAULA.token);
    assert_eq!(read(&own)["token"]["project"]["id"], OTHER_PROJECT_ID);
    assert_eq!(validate(PAULA.token, PEOPLE[ANNA].token).status, 403);
    assert_eq!(validate(PEOPLE[ANNA].token, PAULA.token).status, 403);
}

#[test]
fn its_users_and_projects_are_its_own() {
    let mut cloud = small_cloud();
    let users = told_to_paula(&mut cloud, "/v3/users");
    assert_eq!(users["users"].as_array().unwrap().len(), 1);
    assert_eq!(users["users"][0]["name"], PAULA.name);
    let projects = told_to_paula(&mut cloud, "/v3/auth/projects");
    assert_eq!(projects["projects"].as_array().unwrap().len(), 1);
    assert_eq!(projects["projects"][0]["id"], OTHER_PROJECT_ID);
    let users = read(&get(&mut cloud, "/v3/users?name=paula", ANNA));
    assert_eq!(users["users"], json!([]));
}

#[test]
fn swr_shows_it_one_organization_and_nothing_of_the_first_account() {
    let mut cloud = small_cloud();
    let list = told_to_paula(&mut cloud, "/v2/manage/namespaces");
    assert_eq!(list["namespaces"].as_array().unwrap().len(), 1);
    assert_eq!(list["namespaces"][0]["name"], "partner-apps");
    assert_eq!(list["namespaces"][0]["auth"], 7);
    let visible = "/v2/manage/namespaces?filter=namespace::acme-web|mode::visible";
    assert_eq!(told_to_paula(&mut cloud, visible)["namespaces"], json!([]));
    assert_eq!(told_to_paula(&mut cloud, "/v2/manage/repos"), json!([]));
    let overview = told_to_paula(&mut cloud, "/v2/manage/overview");
    assert_eq!(overview["domain_name"], OTHER_ACCOUNT_NAME);
    assert_eq!(
        (&overview["namspace_num"], &overview["repo_num"]),
        (&json!(1), &json!(0))
    );
    for path in [
        "/v2/manage/namespaces/acme-web",
        "/v2/manage/namespaces/acme-web/access",
        "/v2/manage/namespaces/acme-web/repos/shop$api",
        "/v2/manage/namespaces/acme-web/repos/shop$api/access",
        "/v2/manage/namespaces/acme-web/repos/shop$api/tags",
        "/v2/manage/namespaces/acme-web/repos/shop$public-page",
    ] {
        let refused = as_paula(&mut cloud, "GET", path, &Value::Null);
        assert_eq!(
            refusal(&refused),
            expected(401, "SVCSTG.SWR.4011064"),
            "{path}"
        );
    }
}

#[test]
fn swr_tells_it_of_its_own_project_alone() {
    let mut cloud = small_cloud();
    let address = |project: &str| format!("/v2/manage/projects/{project}/feature-gates");
    told_to_paula(&mut cloud, &address(OTHER_PROJECT_ID));
    let refused = as_paula(&mut cloud, "GET", &address(PROJECT_ID), &Value::Null);
    assert_eq!(refused.status, 403);
    assert_eq!(
        get(&mut cloud, &address(OTHER_PROJECT_ID), ANNA).status,
        403
    );
}

#[test]
fn what_it_makes_in_swr_is_its_own_and_names_are_taken_across_accounts() {
    let mut cloud = small_cloud();
    let create = |name: &str| json!({ "namespace": name });
    let namespaces = "/v2/manage/namespaces";
    let taken = as_paula(&mut cloud, "POST", namespaces, &create("acme-web"));
    assert_eq!(refusal(&taken), expected(409, "SVCSTG.SWR.4090060"));
    let made = as_paula(&mut cloud, "POST", namespaces, &create("partner-lab"));
    assert_eq!(made.status, 201);
    let repository = json!({ "repository": "tool", "is_public": true });
    let repositories = "/v2/manage/namespaces/partner-lab/repos";
    assert_eq!(
        as_paula(&mut cloud, "POST", repositories, &repository).status,
        200
    );
    let rows = told_to_paula(&mut cloud, "/v2/manage/repos");
    assert_eq!(rows[0]["domain_name"], OTHER_ACCOUNT_NAME);
    let taken = ask(&mut cloud, "POST", namespaces, ANNA, create("partner-lab"));
    assert_eq!(refusal(&taken), expected(409, "SVCSTG.SWR.4090060"));
    let hidden = get(&mut cloud, "/v2/manage/repos?namespace=partner-lab", ANNA);
    assert_eq!(read(&hidden), json!([]));
}

#[test]
fn it_shares_a_repository_with_others_but_not_with_itself() {
    let mut cloud = small_cloud();
    let repository = json!({ "repository": "tool", "is_public": false });
    let repositories = "/v2/manage/namespaces/partner-apps/repos";
    as_paula(&mut cloud, "POST", repositories, &repository);
    let shares = "/v2/manage/namespaces/partner-apps/repositories/tool/access-domains";
    let mut share = |account: &str| {
        let body = json!({ "access_domain": account, "permit": "read", "deadline": "forever" });
        as_paula(&mut cloud, "POST", shares, &body)
    };
    assert_eq!(share("acme-us").status, 201);
    assert_eq!(
        refusal(&share(OTHER_ACCOUNT_NAME)),
        expected(400, "SVCSTG.SWR.4001041")
    );
}

#[test]
fn nobody_of_one_account_can_be_granted_something_of_the_other() {
    let mut cloud = small_cloud();
    let access = "/v2/manage/namespaces/partner-apps/access";
    let grant = |id: &str| json!([{ "user_id": id, "user_name": "somebody", "auth": 1 }]);
    let refused = as_paula(&mut cloud, "POST", access, &grant(PEOPLE[BEN].id));
    assert_eq!(refusal(&refused), expected(400, "SVCSTG.SWR.4000014"));
    let refused = ask(&mut cloud, "POST", API, ANNA, grant(PAULA.id));
    assert_eq!(refusal(&refused), expected(400, "SVCSTG.SWR.4000014"));
}

#[test]
fn hss_shows_it_no_registry_and_no_task_and_starts_none() {
    let mut cloud = small_cloud();
    let own = format!("/v5/{OTHER_PROJECT_ID}/image");
    for path in [
        format!("{own}/registries?limit=200"),
        format!("{own}/tasks?type=image_sync&global_image_type=registry"),
    ] {
        assert_eq!(told_to_paula(&mut cloud, &path)["total_num"], 0, "{path}");
    }
    let refused = as_paula(
        &mut cloud,
        "GET",
        &format!("{HSS}/registries"),
        &Value::Null,
    );
    assert_eq!(refused.status, 403);
    let tasks = sync_tasks(&mut cloud);
    let id = tasks[0]["task_id"].as_str().unwrap();
    let address = format!("{own}/image-sync/tasks/{id}/registries?limit=10");
    let refused = as_paula(&mut cloud, "GET", &address, &Value::Null);
    assert!(refused.status >= 400);
    let all = json!({ "sync_all_registries": true });
    let refused = as_paula(&mut cloud, "POST", &format!("{own}/image-sync/tasks"), &all);
    assert_eq!(refused.status, 400);
    assert_eq!(sync_tasks(&mut cloud).len(), tasks.len());
}

#[test]
fn statistics_of_hss_count_nothing_of_the_first_account() {
    let mut cloud = small_cloud();
    let address = format!("/v5/{OTHER_PROJECT_ID}/image/registries/statistics");
    let told = told_to_paula(&mut cloud, &address);
    let numbers = told.as_object().unwrap().values().filter_map(Value::as_u64);
    assert_eq!(numbers.sum::<u64>(), 0, "{told}");
}
