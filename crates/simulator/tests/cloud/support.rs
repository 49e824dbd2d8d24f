//! Asking the simulated cloud, and reading what it says.

use cloud_api::signing::{Signable, authorization, signature, string_to_sign};
use cloud_api::{Request, Secret, Service, Timestamp};
use serde_json::Value;
use simulator::identities::{ACCESS_KEY_ID, PEOPLE, PROJECT_ID};
use simulator::{Fate, ImageSharing, Incoming, Response, Settings, Simulator};

/// When the cloud starts: 2026-11-20T18:40:00Z.
pub const START: i64 = 1_795_200_000_000;
/// Who has access to `acme-web/shop/api`.
pub const API: &str = "/v2/manage/namespaces/acme-web/repos/shop$api/access";

/// What HSS knows of the main project's images.
pub const HSS: &str = "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image";

/// Place in [`PEOPLE`] of the administrator.
pub const ANNA: usize = 0;
/// Place of the one who may edit `acme-web`.
pub const BEN: usize = 1;
/// Place of the one who may read one repository.
pub const CARLA: usize = 2;
/// ID of the user `yusuf`, who has a grant neither on `acme-web` nor on its `shop/api`.
pub const YUSUF: &str = "30000000000000000000000000001515";

/// Of a cloud with few repositories, quick to make.
pub fn settings() -> Settings {
    Settings {
        repositories: 10,
        seed: 1,
        chaos: 0.0,
        control: true,
        without: Vec::new(),
        image_sharing: ImageSharing::HuaweiCloud,
        referring_policies: simulator::ReferringPolicies::Refuse,
        start_milliseconds: START,
    }
}

/// A cloud with few repositories.
pub fn small_cloud() -> Simulator {
    Simulator::new(settings())
}

/// A cloud with as many repositories as a demonstration has.
pub fn cloud() -> Simulator {
    Simulator::new(Settings {
        repositories: 300,
        ..settings()
    })
}

pub fn now() -> Timestamp {
    Timestamp::from_milliseconds(START + 1_000)
}

pub fn incoming(method: &str, address: &str, token: &str, body: &Value) -> Incoming {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Incoming {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: vec![
            ("Content-Type".to_owned(), "application/json".to_owned()),
            ("X-Auth-Token".to_owned(), token.to_owned()),
            ("X-Image-Console".to_owned(), "1".to_owned()),
        ],
        body: if body.is_null() {
            Vec::new()
        } else {
            body.to_string().into_bytes()
        },
    }
}

pub fn send(cloud: &mut Simulator, request: &Incoming) -> Response {
    match cloud.handle(request, now(), 1.0).fate {
        Fate::Answer(response) => response,
        Fate::Drop | Fate::Truncate(_) => panic!("{request:?} was not answered"),
    }
}

pub fn ask(
    cloud: &mut Simulator,
    method: &str,
    address: &str,
    person: usize,
    body: Value,
) -> Response {
    send(
        cloud,
        &incoming(method, address, PEOPLE[person].token, &body),
    )
}

pub fn get(cloud: &mut Simulator, address: &str, person: usize) -> Response {
    ask(cloud, "GET", address, person, Value::Null)
}

pub fn read(response: &Response) -> Value {
    serde_json::from_slice(&response.body).unwrap()
}

pub fn code(response: &Response) -> String {
    match cloud_api::ApiError::from_response(&response.clone().to_asker_of(Service::Swr)) {
        cloud_api::ApiError::Refused(refusal) => refusal.code,
        other => panic!("{other:?}"),
    }
}

/// IDs by name of those with a direct grant.
pub fn granted(cloud: &mut Simulator, address: &str) -> Vec<(String, String, i64)> {
    let list = read(&ask(cloud, "GET", address, 0, Value::Null));
    list["others_auths"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            (
                text("user_name"),
                text("user_id"),
                row["auth"].as_i64().unwrap(),
            )
        })
        .collect()
}

pub fn id_of(cloud: &mut Simulator, address: &str, name: &str) -> String {
    granted(cloud, address)
        .into_iter()
        .find(|(known, _, _)| known == name)
        .unwrap()
        .1
}

pub fn has(cloud: &mut Simulator, address: &str, name: &str) -> bool {
    granted(cloud, address)
        .iter()
        .any(|(known, _, _)| known == name)
}

/// A grant as a write names it.
pub fn grant(user_id: &str, auth: impl Into<Value>) -> Value {
    serde_json::json!({ "user_id": user_id, "user_name": "somebody", "auth": auth.into() })
}

/// Status and code of a write of access that is refused and changes nothing.
pub fn refused_write(
    cloud: &mut Simulator,
    method: &str,
    address: &str,
    person: usize,
    body: Value,
) -> (u16, String) {
    let before = granted(cloud, address);
    let response = ask(cloud, method, address, person, body);
    assert_eq!(granted(cloud, address), before, "nothing may be applied");
    refusal(&response)
}

/// The texts under a key, row by row.
pub fn texts<'a>(rows: &'a [Value], key: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[key].as_str().unwrap()).collect()
}

/// The same as [`ask`], for what is neither a person's token nor a JSON body.
pub fn ask_with(cloud: &mut Simulator, method: &str, address: &str, token: &str) -> Response {
    send(cloud, &incoming(method, address, token, &Value::Null))
}

/// Status and code of a refusal.
pub fn refusal(response: &Response) -> (u16, String) {
    (response.status, code(response))
}

/// The status and the code that are expected.
pub fn expected(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

/// A signed `GET` of the access list of `acme-web/shop/api`.
pub fn signed(prefix: &str, date: &str, secret: &str) -> Incoming {
    signed_call(API, prefix, date, secret)
}

/// A signed `GET`; the prefix is not part of what is signed.
pub fn signed_call(path: &str, prefix: &str, date: &str, secret: &str) -> Incoming {
    let headers = vec![
        ("Content-Type".to_owned(), "application/json".to_owned()),
        ("Host".to_owned(), "127.0.0.1:8080".to_owned()),
        ("X-Project-Id".to_owned(), PROJECT_ID.to_owned()),
        ("X-Sdk-Date".to_owned(), date.to_owned()),
    ];
    let signable = Signable {
        method: "GET",
        path,
        query: Vec::new(),
        headers: headers.clone(),
        body: b"",
    };
    let text = string_to_sign(date, &signable.canonical_request());
    let value = authorization(
        ACCESS_KEY_ID,
        &signable.signed_headers(),
        &signature(&Secret::new(secret), &text),
    );
    let mut request = Incoming {
        method: "GET".to_owned(),
        path: format!("{prefix}{path}"),
        headers,
        ..Incoming::default()
    };
    request
        .headers
        .push(("X-Image-Console".to_owned(), "1".to_owned()));
    request
        .headers
        .push(("Authorization".to_owned(), value.reveal().to_owned()));
    request
}

/// START as a signed date.
pub const DATE: &str = "20261120T184000Z";

/// Moves the cloud's clock.
pub fn advance(cloud: &mut Simulator, seconds: i64) {
    let order = serde_json::json!({ "advance_seconds": seconds });
    let moved = ask(cloud, "POST", "/_simulator/clock", 0, order);
    assert_eq!(moved.status, 204);
}

/// The rows and the total of a list of HSS.
pub fn page(cloud: &mut Simulator, address: &str, person: usize) -> (Vec<Value>, u64) {
    let response = ask(cloud, "GET", address, person, Value::Null);
    assert_eq!(response.status, 200, "{address}");
    let mut body = read(&response);
    let total = body["total_num"].as_u64().unwrap();
    let rows = body["data_list"].as_array_mut().unwrap();
    (std::mem::take(rows), total)
}

/// The sync tasks of all enterprise projects, the newest first.
pub fn sync_tasks(cloud: &mut Simulator) -> Vec<Value> {
    let address = format!(
        "{HSS}/tasks?type=image_sync&global_image_type=registry&limit=200\
         &enterprise_project_id=all_granted_eps"
    );
    page(cloud, &address, 0).0
}

/// The one with the most images.
pub fn largest_task(cloud: &mut Simulator) -> Value {
    let tasks = sync_tasks(cloud).into_iter();
    tasks.max_by_key(|task| task["total_num"].as_u64()).unwrap()
}

/// The first registries of a task.
pub fn registries_of(cloud: &mut Simulator, task: &Value) -> Vec<Value> {
    let id = task["task_id"].as_str().unwrap();
    let address = format!(
        "{HSS}/image-sync/tasks/{id}/registries?limit=200&enterprise_project_id=all_granted_eps"
    );
    page(cloud, &address, 0).0
}

/// Starts a sync.
pub fn start_sync(cloud: &mut Simulator, person: usize, query: &str, body: &Value) -> Response {
    let address = format!("{HSS}/image-sync/tasks{query}");
    let mut request = incoming("POST", &address, PEOPLE[person].token, body);
    request
        .headers
        .push(("region".to_owned(), "eu-de".to_owned()));
    send(cloud, &request)
}

/// A registry as a start of a sync names it.
pub fn named(cloud: &mut Simulator, name: &str) -> Value {
    let address =
        format!("{HSS}/registries?registry_name={name}&enterprise_project_id=all_granted_eps");
    let (rows, _) = page(cloud, &address, 0);
    let row = rows
        .iter()
        .find(|row| row["registry_name"] == name)
        .unwrap();
    serde_json::json!({ "registry_id": row["id"], "registry_type": row["registry_type"] })
}

/// Sends what the console would send.
pub fn carry(cloud: &mut Simulator, request: &Request, person: usize) -> cloud_api::Response {
    let segment = request.service().segment();
    let address = format!("/api/{segment}{}", request.path_and_query());
    let method = request.method().as_str();
    let mut incoming = incoming(method, &address, PEOPLE[person].token, &Value::Null);
    incoming.body.clone_from(&request.body);
    for (name, value) in &request.headers {
        incoming
            .headers
            .push(((*name).to_owned(), value.reveal().to_owned()));
    }
    send(cloud, &incoming).to_asker_of(request.service())
}
