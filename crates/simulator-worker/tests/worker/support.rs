//! Asking the demo cloud.

use cloud_api::Timestamp;
use demo::{Asked, Order, Person, Standing, Told};
use serde_json::Value;
use simulator_worker::{Beginning, DemoCloud, Outcome, Then};

/// When the cloud begins: 2026-11-20T18:40:00Z.
pub const START: i64 = 1_795_200_000_000;
/// The grants on a repository.
pub const ACCESS: &str = "/api/swr/v2/manage/namespaces/acme-web/repos/shop$api/access";

pub fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_milliseconds(START + milliseconds)
}

pub fn begun(standing: Standing) -> DemoCloud {
    DemoCloud::begin(Beginning {
        repositories: 10,
        now: at(0),
        chance: 7,
        standing,
    })
}

pub fn asked(method: &str, path: &str, token: &str, body: &str) -> Asked {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Asked {
        method: method.to_owned(),
        path: path.to_owned(),
        query: String::new(),
        headers: vec![
            header("X-Image-Console", "1"),
            header("Content-Type", "application/json"),
            header("X-Auth-Token", token),
        ],
        body: body.as_bytes().to_vec(),
    }
}

pub fn outcome(cloud: &mut DemoCloud, asked: &Asked, now: Timestamp) -> Outcome {
    let outcome = cloud.answer(&asked.written(), now);
    outcome.expect("the request can be read")
}

pub fn told(outcome: &Outcome) -> Told {
    Told::read(&outcome.told).expect("the answer can be read")
}

pub fn order(cloud: &mut DemoCloud, order: Order) -> (String, Then) {
    let outcome = outcome(cloud, &order.asked(), at(0));
    let body = told(&outcome).body;
    (String::from_utf8(body).expect("a text"), outcome.then)
}

pub fn sign_in(cloud: &mut DemoCloud, person: Person) -> String {
    order(cloud, Order::SignIn(person)).0
}

/// Makes an organization, which is an entry of the journal.
pub fn make_organization(cloud: &mut DemoCloud, token: &str, name: &str) -> Then {
    let body = format!(r#"{{"namespace":"{name}"}}"#);
    let asked = asked("POST", "/api/swr/v2/manage/namespaces", token, &body);
    outcome(cloud, &asked, at(1_000)).then
}

/// The names of the organizations.
pub fn organizations(cloud: &mut DemoCloud) -> Vec<String> {
    let token = sign_in(cloud, Person::Administrator);
    let asked = asked("GET", "/api/swr/v2/manage/namespaces", &token, "");
    let told = told(&outcome(cloud, &asked, at(2_000)));
    assert_eq!(told.status, 200);
    let body: Value = serde_json::from_slice(&told.body).expect("JSON");
    let list = body["namespaces"].as_array().expect("a list");
    let names = list.iter().filter_map(|it| it["name"].as_str());
    names.map(str::to_owned).collect()
}
