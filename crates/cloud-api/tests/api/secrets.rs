//! Secrets stay out of everything that prints.

use cloud_api::iam::{
    CreateToken, IssuedToken, Password, SecondFactor, TokenDescription, TokenScope, TokenText,
    TokenUser, ValidateToken,
};
use cloud_api::{HeaderValue, Operation, Response, Secret, Service, signing};

const SECRET: &str = "do-not-show-me";

fn create_token() -> CreateToken {
    CreateToken {
        password: Password {
            account: "ACME-EU".to_owned(),
            user: "anna".to_owned(),
            password: Secret::new(SECRET),
            second_factor: Some(SecondFactor {
                passcode: Secret::new(SECRET),
                user_id: None,
            }),
        },
        scope: Some(TokenScope::Region(match "eu-de".parse() {
            Ok(region) => region,
            Err(error) => panic!("{error}"),
        })),
    }
}

fn validate_token() -> ValidateToken {
    ValidateToken {
        token: Secret::new(SECRET),
    }
}

fn assert_hidden(shown: &str) {
    assert!(!shown.contains(SECRET), "{shown}");
}

#[test]
fn a_secret_prints_as_an_ellipsis() {
    let secret = Secret::new(SECRET);
    assert_eq!(format!("{secret} {secret:?} {secret:#?}"), "… … …");
}

#[test]
fn a_secret_is_read_where_it_is_revealed() {
    assert_eq!(Secret::new(SECRET).reveal(), SECRET);
}

#[test]
fn a_secret_header_does_not_print_its_value() {
    assert_hidden(&format!("{:?}", HeaderValue::Secret(Secret::new(SECRET))));
}

#[test]
fn a_signature_header_does_not_print_its_value() {
    assert_hidden(&format!(
        "{:?}",
        signing::authorization("key", "host", SECRET)
    ));
}

#[test]
fn a_password_does_not_print_with_its_request() {
    assert_hidden(&format!(
        "{0:?} {0:#?} {1:?}",
        create_token(),
        create_token().request()
    ));
}

#[test]
fn a_token_does_not_print_with_its_request() {
    assert_hidden(&format!(
        "{0:?} {0:#?} {1:?}",
        validate_token(),
        validate_token().request()
    ));
}

#[test]
fn an_answer_prints_neither_headers_nor_body() {
    let response = Response {
        service: Service::Iam,
        status: 201,
        headers: vec![("X-Subject-Token".to_owned(), SECRET.to_owned())],
        body: SECRET.as_bytes().to_vec(),
    };
    assert_hidden(&format!("{response:?} {response:#?}"));
}

#[test]
fn a_pasted_token_does_not_print() {
    assert_hidden(&format!("{:?}", TokenText::parse(SECRET)));
}

#[test]
fn an_issued_token_does_not_print() {
    let issued = IssuedToken {
        token: Secret::new(SECRET),
        description: TokenDescription {
            issued_at: String::new(),
            expires_at: String::new(),
            user: TokenUser {
                id: String::new(),
                name: String::new(),
                domain: cloud_api::iam::Named::default(),
            },
            project: None,
        },
    };
    assert_hidden(&format!("{issued:?}"));
}
