//! Tokens: pasted, made from a password, checked.

use cloud_api::iam::{CreateToken, Password, TokenError, TokenScope, TokenText, ValidateToken};
use cloud_api::{ApiError, HeaderValue, Method, Operation, Response, Secret, Service, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

const TOKEN: &str = "MIIPvQYJKoZIhvcNAQcCoIIPrjCCD6oCAQExDTALBglg-_+/==";

fn parsed(pasted: &str) -> Result<String, TokenError> {
    TokenText::parse(pasted).map(|token| token.into_secret().reveal().to_owned())
}

fn found() -> Result<String, TokenError> {
    Ok(TOKEN.to_owned())
}

#[test]
fn a_bare_token_is_taken() {
    assert_eq!(parsed(TOKEN), found());
}

#[test]
fn white_space_around_a_token_is_dropped() {
    assert_eq!(parsed(&format!("\u{a0}\t {TOKEN}\r\n\n")), found());
}

#[test]
fn the_token_is_taken_out_of_an_answer() {
    let answer = format!("HTTP/1.1 201 Created\nX-Subject-Token: {TOKEN}\n\n{{\"token\":{{}}}}");
    assert_eq!(parsed(&answer), found());
}

#[test]
fn the_token_is_taken_out_of_an_answer_with_crlf_and_small_letters() {
    let answer = format!(
        "HTTP/2 201 \r\ncontent-type: application/json\r\nx-subject-token: {TOKEN}\r\n\r\n{{}}\r\n"
    );
    assert_eq!(parsed(&answer), found());
}

#[test]
fn the_token_is_taken_out_of_a_single_header_line() {
    assert_eq!(parsed(&format!("X-Subject-Token:{TOKEN}")), found());
}

#[test]
fn the_token_is_taken_out_of_headers_without_a_status_line() {
    let headers = format!("Server: api\nX-SUBJECT-TOKEN: {TOKEN}\nVary: x");
    assert_eq!(parsed(&headers), found());
}

#[test]
fn nothing_is_told_that_a_token_is_needed() {
    assert_eq!(parsed(" \r\n\t"), Err(TokenError::Empty));
}

#[test]
fn an_answer_without_a_token_is_told_so() {
    let answer = "HTTP/2 401 \r\ncontent-type: application/json\r\n\r\n{\"error\":{}}";
    assert_eq!(parsed(answer), Err(TokenError::AnswerWithoutToken));
}

#[test]
fn an_answer_with_an_empty_token_is_told_so() {
    let answer = "HTTP/2 201 \r\nx-subject-token: \r\n\r\n";
    assert_eq!(parsed(answer), Err(TokenError::AnswerWithoutToken));
}

#[test]
fn a_space_inside_is_told_its_place() {
    assert_eq!(
        parsed("abc def"),
        Err(TokenError::WhiteSpace { position: 4 })
    );
}

#[test]
fn a_line_break_inside_is_told_its_place() {
    assert_eq!(
        parsed("  ab\ncd"),
        Err(TokenError::WhiteSpace { position: 3 })
    );
}

#[test]
fn a_space_inside_an_answers_token_is_told_its_place_in_the_token() {
    let answer = "HTTP/2 201\r\nx-subject-token: ab cd\r\n";
    assert_eq!(parsed(answer), Err(TokenError::WhiteSpace { position: 3 }));
}

#[test]
fn control_and_foreign_characters_are_told_their_place() {
    for text in [
        "ab\u{0}c",
        "ab\u{7f}c",
        "ab\u{1b}c",
        "abéc",
        "ab\u{200b}c",
        "ab\u{feff}",
    ] {
        assert_eq!(
            parsed(text),
            Err(TokenError::Character { position: 3 }),
            "{text:?}"
        );
    }
}

#[test]
fn the_longest_token_is_taken() {
    let longest = "a".repeat(32_768);
    assert_eq!(parsed(&longest), Ok(longest));
}

#[test]
fn a_longer_token_is_told_its_length_and_the_limit() {
    assert_eq!(
        parsed(&"a".repeat(32_769)),
        Err(TokenError::TooLong {
            length: 32_769,
            maximum: 32_768,
        })
    );
}

fn password_request(scope: TokenScope) -> cloud_api::Request {
    CreateToken {
        password: Password {
            account: "ACME-EU".to_owned(),
            user: "anna".to_owned(),
            password: Secret::new("pass\"word"),
        },
        scope,
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
fn a_token_for_a_region_is_asked_for_by_name() {
    let region = "eu-de".parse().expect("a region");
    let body = serde_json::from_slice(&password_request(TokenScope::Region(region)).body).ok();
    assert_eq!(body, Some(body_for(&json!({ "name": "eu-de" }))));
}

#[test]
fn a_token_for_a_project_is_asked_for_by_id() {
    let id = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
    let project = id.parse().expect("a project");
    let body = serde_json::from_slice(&password_request(TokenScope::Project(project)).body).ok();
    assert_eq!(body, Some(body_for(&json!({ "id": id }))));
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
        body: br#"{"token":{"user":{"name":"anna"},"domain":{"id":"d"}}}"#.to_vec(),
        ..issued(&[])
    };
    assert_eq!(
        ValidateToken::decode(&response).map(|token| token.project),
        Ok(None)
    );
}

proptest! {
    #[test]
    fn no_complaint_holds_any_part_of_the_pasted_text(
        text in "[Q-Zéü\u{0}]{8,40}[ \n\u{1}][Q-Zéü]{8,40}",
    ) {
        let Err(error) = TokenText::parse(&text) else {
            return Err(TestCaseError::fail("taken"));
        };
        let shown = format!("{error} {error:?}");
        let letters: Vec<char> = text.trim().chars().collect();
        for piece in letters.windows(4) {
            let piece: String = piece.iter().collect();
            prop_assert!(!shown.contains(&piece), "{shown}");
        }
    }

    #[test]
    fn no_text_makes_reading_a_token_panic(text in any::<String>()) {
        if let Ok(token) = TokenText::parse(&text) {
            prop_assert!(text.contains(token.into_secret().reveal()));
        }
    }

    #[test]
    fn a_token_survives_being_pasted_as_an_answer(
        token in "[!-9;-~]{1,60}",
        line_end in "\r?\n",
        name in "[Xx]-[Ss]ubject-[Tt]oken",
    ) {
        let answer = format!("HTTP/2 201{line_end}a: b{line_end}{name}: {token}{line_end}{line_end}{{}}");
        prop_assert_eq!(parsed(&answer), Ok(token));
    }
}
