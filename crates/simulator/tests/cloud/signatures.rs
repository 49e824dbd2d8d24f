//! Requests signed with an access key.

use simulator::identities::SECRET_KEY;

use super::support::*;

/// Signs a `GET` of the access list, changes it, and sends it.
fn refused_after(change: impl Fn(&mut simulator::Incoming)) -> (u16, String) {
    let mut request = signed("", DATE, SECRET_KEY);
    change(&mut request);
    refusal(&send(&mut cloud(), &request))
}

fn set(request: &mut simulator::Incoming, name: &str, value: &str) {
    for (key, old) in &mut request.headers {
        if key == name {
            value.clone_into(old);
        }
    }
}

#[test]
fn the_console_header_is_no_part_of_the_signature() {
    let mut request = signed("", DATE, SECRET_KEY);
    request
        .headers
        .retain(|(name, _)| name != "X-Image-Console");
    assert_eq!(send(&mut cloud(), &request).status, 200);
}

#[test]
fn another_host_breaks_the_signature() {
    let refusal = refused_after(|request| set(request, "Host", "127.0.0.1:9090"));
    assert_eq!(refusal, expected(401, "APIGW.0301"));
}

#[test]
fn another_body_breaks_the_signature() {
    let refusal = refused_after(|request| request.body = b"[]".to_vec());
    assert_eq!(refusal, expected(401, "APIGW.0301"));
}

#[test]
fn another_query_breaks_the_signature() {
    let refusal = refused_after(|request| request.query = "limit=1".to_owned());
    assert_eq!(refusal, expected(401, "APIGW.0301"));
}

#[test]
fn an_unknown_access_key_is_refused_by_name() {
    let mut request = signed("", DATE, SECRET_KEY);
    let value = request
        .header("Authorization")
        .unwrap()
        .replace("DEMOACCESSKEY", "OTHERKEY");
    set(&mut request, "Authorization", &value);
    let response = send(&mut cloud(), &request);
    assert_eq!(response.status, 401);
    assert!(
        read(&response)["error_msg"]
            .as_str()
            .unwrap()
            .contains("not exist")
    );
}

#[test]
fn a_date_from_the_future_is_refused() {
    let response = send(&mut cloud(), &signed("", "20261120T185600Z", SECRET_KEY));
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
}

#[test]
fn a_date_within_fifteen_minutes_is_taken() {
    let response = send(&mut cloud(), &signed("", "20261120T182600Z", SECRET_KEY));
    assert_eq!(response.status, 200);
}

#[test]
fn a_date_of_another_form_is_refused() {
    let response = send(&mut cloud(), &signed("", "20261120X184000Q", SECRET_KEY));
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
}

#[test]
fn an_incomplete_authorization_is_refused() {
    for value in [
        "",
        "Bearer x",
        "SDK-HMAC-SHA256 Access=a",
        "SDK-HMAC-SHA256 ",
    ] {
        let refusal = refused_after(|request| set(request, "Authorization", value));
        assert_eq!(refusal, expected(401, "APIGW.0301"), "{value:?}");
    }
}

#[test]
fn a_signature_counts_for_iam_too() {
    let request = signed_call("/v3/auth/projects", "/api/iam", DATE, SECRET_KEY);
    assert_eq!(send(&mut cloud(), &request).status, 200);
}
