//! Signatures, against vectors made with the official signer.

use cloud_api::{Secret, signing};
use serde_json::Value;

const VECTORS: &str = include_str!("../../../../tests/vectors/signing_vectors.json");

struct Vector {
    name: String,
    access_key_id: String,
    secret_key: Secret,
    date: String,
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    expected: Value,
}

fn text(value: &Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => panic!("{value} is no text"),
    }
}

fn items(value: &Value) -> &[Value] {
    match value.as_array() {
        Some(items) => items,
        None => panic!("{value} is no list"),
    }
}

/// One name with one value or with a list of values.
fn pairs(pair: &Value) -> Vec<(String, String)> {
    let values = match &pair[1] {
        Value::Array(values) => values.clone(),
        value => vec![value.clone()],
    };
    values
        .iter()
        .map(|value| (text(&pair[0]), text(value)))
        .collect()
}

fn vectors() -> Vec<Vector> {
    let Ok(file) = serde_json::from_str::<Value>(VECTORS) else {
        panic!("the vectors are no JSON")
    };
    let read = |vector: &Value| Vector {
        name: text(&vector["name"]),
        access_key_id: text(&file["ak"]),
        secret_key: Secret::new(text(&file["sk"])),
        date: text(&file["x_sdk_date"]),
        method: text(&vector["method"]),
        path: text(&vector["path"]),
        query: items(&vector["query"]).iter().flat_map(pairs).collect(),
        headers: vector["headers"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.clone(), text(value)))
            .collect(),
        body: text(&vector["body"]).into_bytes(),
        expected: vector.clone(),
    };
    items(&file["vectors"]).iter().map(read).collect()
}

impl Vector {
    fn signable(&self) -> signing::Signable<'_> {
        signing::Signable {
            method: &self.method,
            path: &self.path,
            query: self.query.clone(),
            headers: self.headers.clone(),
            body: &self.body,
        }
    }

    fn expected(&self, field: &str) -> String {
        text(&self.expected[field])
    }
}

#[test]
fn there_are_seven_vectors() {
    assert_eq!(vectors().len(), 7);
}

#[test]
fn canonical_requests_are_those_of_the_official_signer() {
    for vector in vectors() {
        assert_eq!(
            vector.signable().canonical_request(),
            vector.expected("canonical_request"),
            "{}",
            vector.name
        );
    }
}

#[test]
fn signed_headers_are_those_of_the_official_signer() {
    for vector in vectors() {
        let signed = vector.signable().signed_headers();
        assert_eq!(signed, vector.expected("signed_headers"), "{}", vector.name);
    }
}

#[test]
fn strings_to_sign_are_those_of_the_official_signer() {
    for vector in vectors() {
        assert_eq!(
            signing::string_to_sign(&vector.date, &vector.expected("canonical_request")),
            vector.expected("string_to_sign"),
            "{}",
            vector.name
        );
    }
}

#[test]
fn signatures_are_those_of_the_official_signer() {
    for vector in vectors() {
        assert_eq!(
            signing::signature(&vector.secret_key, &vector.expected("string_to_sign")),
            vector.expected("signature"),
            "{}",
            vector.name
        );
    }
}

#[test]
fn authorization_headers_are_those_of_the_official_signer() {
    for vector in vectors() {
        let header = signing::authorization(
            &vector.access_key_id,
            &vector.expected("signed_headers"),
            &vector.expected("signature"),
        );
        assert_eq!(
            header.reveal(),
            vector.expected("authorization"),
            "{}",
            vector.name
        );
    }
}

#[test]
fn queries_are_sent_as_the_official_signer_builds_them() {
    for vector in vectors() {
        let pairs = vector
            .query
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()));
        let query = cloud_api::canonical_query(pairs);
        let sent = if query.is_empty() {
            vector.path.clone()
        } else {
            format!("{}?{query}", vector.path)
        };
        assert_eq!(
            sent,
            vector.expected("request_uri_built_by_signer"),
            "{}",
            vector.name
        );
    }
}

fn signable<'a>(path: &'a str, headers: &[(&str, &str)], body: &'a [u8]) -> signing::Signable<'a> {
    signing::Signable {
        method: "GET",
        path,
        query: Vec::new(),
        headers: headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body,
    }
}

#[test]
fn a_dollar_signs_like_its_escape() {
    assert_eq!(
        signable("/v2/repos/team$sub$app", &[], b"").canonical_request(),
        signable("/v2/repos/team%24sub%24app", &[], b"").canonical_request()
    );
}

#[test]
fn a_path_with_a_slash_at_the_end_signs_like_one_without() {
    assert_eq!(
        signable("/v2/repos/", &[], b"").canonical_request(),
        signable("/v2/repos", &[], b"").canonical_request()
    );
}

#[test]
fn headers_with_an_underscore_are_not_signed() {
    let headers = [("Host", "example.com"), ("x_custom", "1")];
    assert_eq!(signable("/", &headers, b"").signed_headers(), "host");
}

#[test]
fn white_space_around_a_header_is_not_signed() {
    assert_eq!(
        signable("/", &[("Host", "  example.com ")], b"").canonical_request(),
        signable("/", &[("host", "example.com")], b"").canonical_request()
    );
}

#[test]
fn an_announced_hash_stands_for_the_body() {
    let headers = [("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD")];
    let canonical = signable("/", &headers, b"body").canonical_request();
    assert!(canonical.ends_with("\nUNSIGNED-PAYLOAD"), "{canonical}");
}

#[test]
fn an_announced_hash_does_not_stand_for_an_empty_body() {
    let headers = [("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD")];
    let canonical = signable("/", &headers, b"").canonical_request();
    let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert!(canonical.ends_with(of_nothing), "{canonical}");
}

#[test]
fn a_secret_key_of_any_length_signs() {
    for length in [0, 1, 64, 65, 10_000] {
        let signature = signing::signature(&Secret::new("k".repeat(length)), "text");
        assert_eq!(signature.len(), 64, "{length}");
    }
}
