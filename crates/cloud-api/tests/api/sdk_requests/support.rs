//! Comparing requests with the recorded ones.

use cloud_api::swr::PageSize;
use cloud_api::{HeaderValue, Request, Service};
use serde_json::Value;

use crate::support::PROJECT;

const VECTORS: &str = include_str!("../../../../../tests/vectors/sdk_requests.json");

/// The recorded requests of one step.
pub fn recorded(name: &str) -> Vec<Value> {
    let Ok(Value::Array(requests)) = serde_json::from_str(VECTORS) else {
        panic!("the vectors are no list")
    };
    requests
        .into_iter()
        .filter(|request| request["name"] == name)
        .collect()
}

pub fn built(name: &str, request: &Request) -> Value {
    let body = if request.body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&request.body).unwrap_or(Value::Null)
    };
    serde_json::json!({
        "name": name,
        "method": request.method().as_str(),
        // `p1` of the recording is shorter than any real ID.
        "path_and_query": request.path_and_query().replace(PROJECT, "p1"),
        "body": body,
    })
}

pub fn compare(name: &str, requests: &[Request]) {
    let built: Vec<Value> = requests
        .iter()
        .map(|request| built(name, request))
        .collect();
    assert_eq!(built, recorded(name));
}

pub fn check(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers, [("Content-Type", json)]);
        assert_eq!(request.service(), Service::Swr);
    }
}

pub fn check_hss(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers[0], ("Content-Type", json));
        assert_eq!(request.service(), Service::Hss);
    }
}

pub fn check_ims(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers, [("Content-Type", json)]);
        assert_eq!(request.service(), Service::Ims);
    }
}

pub fn check_enterprise(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers, [("Content-Type", json)]);
        assert_eq!(request.service(), Service::Enterprise);
    }
}

pub fn limit(rows: u16) -> PageSize {
    match PageSize::try_from(rows) {
        Ok(limit) => limit,
        Err(error) => panic!("{error}"),
    }
}
