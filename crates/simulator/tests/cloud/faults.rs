//! What goes wrong: by name, by order, by chance.

use serde_json::{Value, json};
use simulator::identities::PEOPLE;
use simulator::{Fate, Reply, Response, Settings, Simulator};

use super::support::*;

const ALWAYS: &str = "/v2/manage/namespaces/acme-web/repos/shop$fault-always/access";
const LAB: &str = "/v2/manage/namespaces/acme-lab/repos";
const LIST: &str = "/v2/manage/namespaces";

fn order(cloud: &mut Simulator, faults: Value) {
    assert_eq!(
        ask(cloud, "POST", "/_simulator/fault", 0, faults).status,
        204
    );
}

fn get(cloud: &mut Simulator, address: &str) -> Reply {
    let request = incoming("GET", address, PEOPLE[ANNA].token, &Value::Null);
    cloud.handle(&request, now(), 1.0)
}

fn status(reply: Reply) -> Option<u16> {
    match reply.fate {
        Fate::Answer(Response { status, .. }) => Some(status),
        Fate::Drop | Fate::Truncate(_) => None,
    }
}

#[test]
fn the_user_of_the_single_fault_comes_last_by_name_and_by_id() {
    let mut grants = granted(
        &mut cloud(),
        "/v2/manage/namespaces/acme-web/repos/shop$fault/access",
    );
    grants.sort_by(|one, other| one.1.cmp(&other.1));
    assert_eq!(grants.last().unwrap().0, "fault-500-once");
    assert_eq!(grants.len(), 4);
}

#[test]
fn the_fault_that_always_happens_happens_again() {
    let mut cloud = cloud();
    let user = id_of(&mut cloud, ALWAYS, "fault-500-always");
    for _ in 0..3 {
        let response = ask(&mut cloud, "DELETE", ALWAYS, 0, json!([user]));
        assert_eq!(refusal(&response), expected(500, "SVCSTG.SWR.5000092"));
    }
    assert!(has(&mut cloud, ALWAYS, "fault-500-always"));
}

#[test]
fn the_fault_that_always_happens_leaves_the_single_one_to_come() {
    let mut cloud = cloud();
    let user = id_of(&mut cloud, ALWAYS, "fault-500-always");
    assert_eq!(
        ask(&mut cloud, "DELETE", ALWAYS, 0, json!([user])).status,
        500
    );
    let fault = API.replace("api", "fault");
    let once = id_of(&mut cloud, &fault, "fault-500-once");
    assert_eq!(
        ask(&mut cloud, "DELETE", &fault, 0, json!([once])).status,
        500
    );
    assert_eq!(
        ask(&mut cloud, "DELETE", &fault, 0, json!([once])).status,
        204
    );
}

#[test]
fn a_reset_brings_the_single_fault_back() {
    let mut cloud = cloud();
    let fault = API.replace("api", "fault");
    let once = id_of(&mut cloud, &fault, "fault-500-once");
    for _ in 0..2 {
        assert_eq!(
            ask(&mut cloud, "DELETE", &fault, 0, json!([once])).status,
            500
        );
        ask(&mut cloud, "POST", "/_simulator/reset", 0, Value::Null);
    }
}

#[test]
fn the_first_write_to_a_repository_of_that_name_changes_nothing() {
    let mut cloud = cloud();
    let access = format!("{LAB}/fault-500-once/access");
    let body = json!([{"user_id": YUSUF, "user_name": "yusuf", "auth": 1}]);
    assert_eq!(ask(&mut cloud, "GET", &access, 0, Value::Null).status, 200);
    let first = ask(&mut cloud, "POST", &access, 0, body.clone());
    assert_eq!(refusal(&first), expected(500, "SVCSTG.SWR.5000093"));
    assert!(!has(&mut cloud, &access, "yusuf"));
    assert_eq!(ask(&mut cloud, "POST", &access, 0, body).status, 201);
}

#[test]
fn a_repository_that_always_fails_fails_alone() {
    let mut cloud = cloud();
    for (method, path) in [
        ("GET", ""),
        ("PATCH", ""),
        ("GET", "/access"),
        ("DELETE", "/access"),
    ] {
        let address = format!("{LAB}/fault-500-always{path}");
        assert_eq!(
            ask(&mut cloud, method, &address, 0, Value::Null).status,
            500,
            "{method} {path}"
        );
    }
    let list = ask(
        &mut cloud,
        "GET",
        "/v2/manage/repos?namespace=acme-lab",
        0,
        Value::Null,
    );
    assert!(read(&list).to_string().contains("fault-500-always"));
}

#[test]
fn a_fault_by_name_needs_the_repository() {
    let mut cloud = cloud();
    let address = API.replace("shop$api", "fault-500-always");
    let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
    assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040010"));
}

#[test]
fn dropped_before_nothing_is_applied() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, API, "david");
    order(
        &mut cloud,
        json!([{"method": "DELETE", "fate": "drop-before"}]),
    );
    let request = incoming("DELETE", API, PEOPLE[ANNA].token, &json!([david]));
    assert!(matches!(
        cloud.handle(&request, now(), 1.0).fate,
        Fate::Drop
    ));
    assert!(has(&mut cloud, API, "david"));
}

#[test]
fn a_truncated_answer_is_the_true_one() {
    let mut cloud = cloud();
    let whole = match get(&mut cloud, LIST).fate {
        Fate::Answer(response) => response.body,
        other => panic!("{other:?}"),
    };
    order(&mut cloud, json!([{"fate": "truncate"}]));
    match get(&mut cloud, LIST).fate {
        Fate::Truncate(response) => assert_eq!(response.body, whole),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_ordered_fault_hits_as_often_as_ordered_after_those_that_pass() {
    let mut cloud = cloud();
    order(
        &mut cloud,
        json!([{"fate": "status", "status": 503, "skip": 1, "times": 2}]),
    );
    let seen: Vec<_> = (0..5).map(|_| status(get(&mut cloud, LIST))).collect();
    assert_eq!(
        seen,
        [Some(200), Some(503), Some(503), Some(200), Some(200)]
    );
}

#[test]
fn an_ordered_fault_hits_only_its_method_and_path() {
    let mut cloud = cloud();
    order(
        &mut cloud,
        json!([{"method": "GET", "path_contains": "/access", "fate": "drop-before"}]),
    );
    assert_eq!(status(get(&mut cloud, LIST)), Some(200));
    assert_eq!(status(get(&mut cloud, API)), None);
}

#[test]
fn a_delay_is_passed_on() {
    let mut cloud = cloud();
    order(&mut cloud, json!([{"fate": "delay", "delay_ms": 700}]));
    let reply = get(&mut cloud, LIST);
    assert_eq!((reply.after, status(reply)), (700, Some(200)));
}

#[test]
fn an_ordered_401_looks_like_the_gateway() {
    let mut cloud = cloud();
    order(&mut cloud, json!([{"fate": "status", "status": 401}]));
    let response = ask(&mut cloud, "GET", LIST, 0, Value::Null);
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
    assert!(read(&response)["request_id"].is_string());
}

#[test]
fn an_ordered_status_is_told_in_the_words_of_the_service_that_was_asked() {
    let mut cloud = cloud();
    let registries = format!("{HSS}/registries");
    for (address, key) in [
        ("/v3/users", "/error/title"),
        (LIST, "/errors/0/errorCode"),
        (registries.as_str(), "/error_description"),
    ] {
        for code in [400, 403, 404, 500] {
            order(&mut cloud, json!([{"fate": "status", "status": code}]));
            let response = ask(&mut cloud, "GET", address, ANNA, Value::Null);
            assert_eq!(response.status, code, "{address}");
            let body = read(&response);
            assert!(body.pointer(key).is_some(), "{address} {code}: {body}");
        }
    }
}

#[test]
fn an_order_that_cannot_be_read_is_refused_and_orders_nothing() {
    let mut cloud = cloud();
    for body in [
        Value::Null,
        json!({}),
        json!([{"fate": "explode"}]),
        json!([{"fate": "status"}]),
    ] {
        assert_eq!(
            ask(&mut cloud, "POST", "/_simulator/fault", 0, body.clone()).status,
            400,
            "{body}"
        );
    }
    assert_eq!(status(get(&mut cloud, LIST)), Some(200));
}

#[test]
fn chaos_knows_all_its_ways_and_spares_iam() {
    let chaos = |path: &str, chance: f64| {
        let mut cloud = Simulator::new(Settings {
            chaos: 0.4,
            control: false,
            ..settings()
        });
        let request = incoming("GET", path, PEOPLE[ANNA].token, &Value::Null);
        let reply = cloud.handle(&request, now(), chance);
        (reply.after > 0, status(reply))
    };
    assert_eq!(chaos(LIST, 0.05), (false, Some(500)));
    assert_eq!(chaos(LIST, 0.15), (true, Some(200)));
    assert_eq!(chaos(LIST, 0.25), (false, None));
    assert_eq!(chaos(LIST, 0.35), (false, None));
    assert_eq!(chaos(LIST, 0.4), (false, Some(200)));
    assert_eq!(chaos("/v3/auth/projects", 0.05), (false, Some(200)));
    let registries = format!("{HSS}/registries");
    assert_eq!(chaos(&registries, 0.05), (false, Some(500)));
    assert_eq!(chaos(&registries, 0.4), (false, Some(200)));
}

#[test]
fn requests_are_remembered_with_status_and_body_until_forgotten() {
    let mut cloud = cloud();
    ask(&mut cloud, "DELETE", API, 0, json!([]));
    let log = read(&ask(
        &mut cloud,
        "GET",
        "/_simulator/requests",
        0,
        Value::Null,
    ));
    assert_eq!(
        log,
        json!([{"method": "DELETE", "path": API, "query": "", "body": [], "status": 400}])
    );
    assert_eq!(
        ask(&mut cloud, "DELETE", "/_simulator/requests", 0, Value::Null).status,
        204
    );
    let log = read(&ask(
        &mut cloud,
        "GET",
        "/_simulator/requests",
        0,
        Value::Null,
    ));
    assert_eq!(log, json!([]));
}

#[test]
fn a_token_that_was_issued_beforehand_is_good_for_a_day_after_a_late_reset() {
    let mut cloud = cloud();
    let later = now().plus_milliseconds(30 * 3_600 * 1_000);
    let token = PEOPLE[ANNA].token;
    let mut status_later = |method: &str, path: &str| {
        let request = incoming(method, path, token, &Value::Null);
        status(cloud.handle(&request, later, 1.0))
    };
    assert_eq!(status_later("GET", LIST), Some(401));
    assert_eq!(status_later("POST", "/_simulator/reset"), Some(204));
    assert_eq!(status_later("GET", LIST), Some(200));
}
