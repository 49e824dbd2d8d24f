//! What keeps a person from signing in with a right password.

use serde_json::{Value, json};
use simulator::identities::{PASSCODE, PEOPLE};
use simulator::{Response, Simulator};

use super::support::*;

fn order(cloud: &mut Simulator, user: &str, standing: &str) -> u16 {
    let order = json!({ "user": user, "standing": standing });
    ask(cloud, "POST", "/_simulator/sign-in", 0, order).status
}

fn sign_in(cloud: &mut Simulator, password: &str, totp: Value) -> Response {
    let user = json!({"name": "ben", "password": password, "domain": {"name": "ACME-EU"}});
    let mut identity = json!({"methods": ["password"], "password": {"user": user}});
    if !totp.is_null() {
        identity["methods"] = json!(["password", "totp"]);
        identity["totp"] = json!({ "user": totp });
    }
    let body = json!({ "auth": { "identity": identity } });
    ask(cloud, "POST", "/v3/auth/tokens", 0, body)
}

#[test]
fn each_has_the_status_and_code_of_iam() {
    let mut cloud = small_cloud();
    for (standing, status, code) in [
        ("locked", 401, "IAM.0061"),
        ("password-expired", 401, "401"),
        ("disabled", 403, "IAM.0080"),
        ("console-only", 403, "IAM.0081"),
    ] {
        assert_eq!(order(&mut cloud, "ben", standing), 204);
        let refused = sign_in(&mut cloud, PEOPLE[1].password, Value::Null);
        let body = read(&refused);
        let told = match body["error_code"].as_str() {
            Some(code) => code.to_owned(),
            None => body["error"]["code"].to_string(),
        };
        assert_eq!((refused.status, &*told), (status, code), "{standing}");
    }
    assert_eq!(order(&mut cloud, "ben", "good"), 204);
    assert_eq!(
        sign_in(&mut cloud, PEOPLE[1].password, Value::Null).status,
        201
    );
}

#[test]
fn a_wrong_password_does_not_tell_them() {
    let mut cloud = small_cloud();
    order(&mut cloud, "ben", "locked");
    let refused = sign_in(&mut cloud, "wrong", Value::Null);
    assert_eq!(read(&refused)["error"]["code"], 401);
}

#[test]
fn a_second_factor_wants_the_id_of_the_user_and_the_code() {
    let mut cloud = small_cloud();
    order(&mut cloud, "ben", "second-factor");
    let password = PEOPLE[1].password;
    let receipt = sign_in(&mut cloud, password, Value::Null);
    assert_eq!(receipt.status, 401);
    assert_eq!(read(&receipt)["required_auth_methods"][0][1], "totp");
    let id = PEOPLE[1].id;
    for (user, status) in [
        (json!({"id": id, "passcode": PASSCODE}), 201),
        (json!({"id": id, "passcode": "1"}), 400),
        (
            json!({"name": "ben", "domain": {"name": "ACME-EU"}, "passcode": PASSCODE}),
            400,
        ),
    ] {
        assert_eq!(
            sign_in(&mut cloud, password, user.clone()).status,
            status,
            "{user}"
        );
    }
}

#[test]
fn orders_that_name_nobody_are_refused() {
    let mut cloud = small_cloud();
    assert_eq!(order(&mut cloud, "nobody", "locked"), 400);
    assert_eq!(order(&mut cloud, "ben", "strange"), 400);
}
