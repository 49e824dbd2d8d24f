//! Tokens: made from a password, checked.

use cloud_api::iam::{CreateToken, Password, RevokeToken, SecondFactor, TokenScope, ValidateToken};
use cloud_api::{ApiError, HeaderValue, Method, Operation, Response, Secret, Service, Timestamp};
use serde_json::{Value, json};

const TOKEN: &str = "MIIPvQYJKoZIhvcNAQcCoIIPrjCCD6oCAQExDTALBglg-_+/==";

fn password(second_factor: Option<SecondFactor>) -> Password {
    Password {
        account: "ACME-EU".to_owned(),
        user: "anna".to_owned(),
        password: Secret::new("pass\"word"),
        second_factor,
    }
}

fn password_request(scope: TokenScope) -> cloud_api::Request {
    CreateToken {
        password: password(None),
        scope: Some(scope),
    }
    .request()
}

fn body_for(scope: &Value) -> Value {
    json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": {
            "name": "anna", "password": "pass\"word", "domain": { "name": "ACME-EU" },
        } } },
        "scope": { "project": scope },
    } })
}

#[test]
fn a_token_for_a_region_is_asked_for_by_name_within_the_account() {
    let region = "eu-de".parse().expect("a region");
    let body = serde_json::from_slice(&password_request(TokenScope::Region(region)).body).ok();
    let project = json!({ "name": "eu-de", "domain": { "name": "ACME-EU" } });
    assert_eq!(body, Some(body_for(&project)));
}

#[test]
fn a_token_for_a_project_is_asked_for_by_id() {
    let id = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
    let project = id.parse().expect("a project");
    let body = serde_json::from_slice(&password_request(TokenScope::Project(project)).body).ok();
    assert_eq!(body, Some(body_for(&json!({ "id": id }))));
}

#[test]
fn a_token_without_a_scope_leaves_it_to_iam() {
    let request = CreateToken {
        password: password(None),
        scope: None,
    }
    .request();
    let body: Value = serde_json::from_slice(&request.body).expect("a body");
    assert_eq!(body["auth"].get("scope"), None);
}

#[test]
fn a_second_factor_names_its_user_by_id_or_by_name() {
    let totp = |user_id: Option<&str>| {
        let second_factor = SecondFactor {
            passcode: Secret::new("123456"),
            user_id: user_id.map(|id| id.parse().expect("a user")),
        };
        let request = CreateToken {
            password: password(Some(second_factor)),
            scope: None,
        }
        .request();
        let body: Value = serde_json::from_slice(&request.body).expect("a body");
        body["auth"]["identity"].clone()
    };
    let id = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
    let identity = totp(Some(id));
    assert_eq!(identity["methods"], json!(["password", "totp"]));
    assert_eq!(identity["password"]["user"]["name"], "anna");
    let user = &identity["totp"]["user"];
    assert_eq!(*user, json!({ "id": id, "passcode": "123456" }));
    let domain = json!({ "name": "ACME-EU" });
    let user = &totp(None)["totp"]["user"];
    let expected = json!({ "name": "anna", "domain": domain, "passcode": "123456" });
    assert_eq!(*user, expected);
}

#[test]
fn a_token_is_asked_for_without_the_catalogue() {
    let region = "eu-de".parse().expect("a region");
    let request = password_request(TokenScope::Region(region));
    assert_eq!(
        (
            request.service(),
            request.method(),
            request.path_and_query()
        ),
        (
            Service::Iam,
            Method::Post,
            "/v3/auth/tokens?nocatalog=true".to_owned()
        )
    );
}

fn validation() -> cloud_api::Request {
    ValidateToken {
        token: Secret::new(TOKEN),
    }
    .request()
}

#[test]
fn a_token_is_checked_without_the_catalogue() {
    assert_eq!(
        (validation().method(), validation().path_and_query()),
        (Method::Get, "/v3/auth/tokens?nocatalog=true".to_owned())
    );
}

#[test]
fn the_token_to_check_is_a_secret_header() {
    let request = validation();
    let secret = HeaderValue::Secret(Secret::new(TOKEN));
    assert!(request.headers.contains(&("X-Subject-Token", secret)));
}

fn issued(headers: &[(&str, &str)]) -> Response {
    let body = json!({ "token": {
        "expires_at": "2026-11-23T09:48:42.000000Z",
        "user": { "id": "u", "name": "anna", "password_expires_at": "",
            "domain": { "id": "d", "name": "ACME-EU" } },
        "project": { "id": "p", "name": "eu-de", "domain": { "id": "d", "name": "ACME-EU" } },
        "roles": [{ "id": "0", "name": "te_admin" }],
    } });
    Response {
        service: Service::Iam,
        status: 201,
        headers: headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.to_string().into_bytes(),
    }
}

#[test]
fn an_issued_token_comes_from_the_header() {
    let token = CreateToken::decode(&issued(&[("x-subject-token", TOKEN)]));
    assert_eq!(token.map(|issued| issued.token), Ok(Secret::new(TOKEN)));
}

#[test]
fn an_answer_whose_token_header_is_hidden_is_unreadable() {
    let token = CreateToken::decode(&issued(&[]));
    assert!(matches!(token, Err(ApiError::Unreadable(_))));
}

#[test]
fn a_token_tells_until_when_it_is_good() {
    let description = ValidateToken::decode(&issued(&[]));
    assert_eq!(
        description.map(|token| token.expires_at()),
        Ok(Some(Timestamp::from_milliseconds(1_795_427_322_000)))
    );
}

#[test]
fn a_token_for_a_whole_account_has_no_project() {
    let response = Response {
        body: br#"{"token":{"user":{"id":"u","name":"anna"},"domain":{"id":"d"}}}"#.to_vec(),
        ..issued(&[])
    };
    assert_eq!(
        ValidateToken::decode(&response).map(|token| token.project),
        Ok(None)
    );
}

#[test]
fn a_token_that_does_not_say_whose_it_is_is_nobodys() {
    for user in [
        r#"{"name":"anna"}"#,
        r#"{"id":"","name":"anna"}"#,
        r#"{"id":null,"name":"anna"}"#,
    ] {
        let response = Response {
            body: format!(r#"{{"token":{{"user":{user},"project":{{"id":"p","name":"eu-de"}}}}}}"#)
                .into_bytes(),
            ..issued(&[])
        };
        let description = ValidateToken::decode(&response);
        assert!(
            matches!(description, Err(ApiError::Unreadable(_))),
            "{user}"
        );
    }
}

#[test]
fn a_token_is_ended_by_naming_it_in_a_header_and_nothing_else() {
    let token = Secret::new(TOKEN);
    let request = RevokeToken { token }.request();
    assert_eq!(request.method(), Method::Delete);
    assert_eq!(request.path_and_query(), "/v3/auth/tokens");
    assert!(request.body.is_empty());
    let subject = request
        .headers
        .iter()
        .find(|(name, _)| *name == "X-Subject-Token");
    let subject = subject.map(|(_, value)| value.clone());
    assert_eq!(subject, Some(HeaderValue::Secret(Secret::new(TOKEN))));
}

#[test]
fn a_token_is_ended_although_the_page_is_closed_and_nothing_else_outlives_it() {
    let token = Secret::new(TOKEN);
    let ending = RevokeToken {
        token: token.clone(),
    };
    assert!(ending.request().outlives_page);
    assert!(!ValidateToken { token }.request().outlives_page);
}

#[test]
fn a_token_has_ended_only_where_iam_says_so() {
    let answer = |status, body: &str| Response {
        service: Service::Iam,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    };
    assert_eq!(RevokeToken::decode(&answer(204, "")), Ok(()));
    for (status, body) in [
        (200, "<!DOCTYPE html><html></html>"),
        (403, "{}"),
        (404, ""),
        (502, ""),
    ] {
        assert!(
            RevokeToken::decode(&answer(status, body)).is_err(),
            "{status}"
        );
    }
}
