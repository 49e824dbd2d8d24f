//! Refusals, in every body shape that the services and the gateway send.

use cloud_api::Service::{self, Hss, Iam, Swr};
use cloud_api::{ApiError, Meaning, Refusal, Response};

/// A refusal in the service's own words.
pub const OWN: &str = r#"{"error_code":"SVCSTG.SWR.4000014","error_msg":"m"}"#;

/// What is told of a refusal that came from where SWR was asked.
pub fn refused(status: u16, headers: &[(&str, &str)], body: &str) -> Refusal {
    refused_at(Swr, status, headers, body)
}

fn refused_at(service: Service, status: u16, headers: &[(&str, &str)], body: &str) -> Refusal {
    let response = Response {
        service,
        status,
        headers: headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.as_bytes().to_vec(),
    };
    match ApiError::from_response(&response) {
        ApiError::Refused(refusal) => refusal,
        other => panic!("{other:?} is no refusal"),
    }
}

/// Code, message and meaning where SWR was asked.
pub fn told(status: u16, body: &str) -> (String, String, Meaning) {
    told_at(Swr, status, body)
}

/// The same where this service was asked.
pub fn told_at(service: Service, status: u16, body: &str) -> (String, String, Meaning) {
    let Refusal {
        code,
        message,
        meaning,
        ..
    } = refused_at(service, status, &[], body);
    (code, message, meaning)
}

pub fn expected(code: &str, message: &str, meaning: Meaning) -> (String, String, Meaning) {
    (code.to_owned(), message.to_owned(), meaning)
}

#[test]
fn the_current_combined_form_is_understood() {
    let body = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"Insufficient permissions","detail":"","encoded_authorization_message":"CiAg"}],"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions","details":[{"error_code":"SVCSTG.SWR.4030170","error_msg":""}],"encoded_authorization_message":"CiAg"}"#;
    assert_eq!(
        told(403, body),
        expected(
            "SVCSTG.SWR.4030170",
            "Insufficient permissions",
            Meaning::NoRight
        )
    );
}

#[test]
fn the_older_wrapper_is_understood() {
    let body = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"The image was not found","detail":""}]}"#;
    assert_eq!(
        told(404, body),
        expected(
            "SVCSTG.SWR.4040010",
            "The image was not found",
            Meaning::AlreadyGone
        )
    );
}

#[test]
fn the_top_level_array_is_understood() {
    let body = r#"[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]"#;
    assert_eq!(
        told(400, body),
        expected(
            "SVCSTG.SWR.4001048",
            "Failed to get Token from Context",
            Meaning::SignInAgain
        )
    );
}

#[test]
fn the_short_message_name_is_understood() {
    let body = r#"{"errorCode":"SVCSTG.SWR.4090060","errorMsg":"exists"}"#;
    assert_eq!(
        told(409, body),
        expected("SVCSTG.SWR.4090060", "exists", Meaning::AlreadyThere)
    );
}

#[test]
fn the_enterprise_form_is_understood() {
    let body =
        r#"{"error_code":"SWR.400003","error_msg":"bad","encoded_authorization_message":"CiAg"}"#;
    assert_eq!(
        told(400, body),
        expected("SWR.400003", "bad", Meaning::Invalid)
    );
}

#[test]
fn a_description_in_place_of_a_message_is_understood() {
    let body = r#"{"error_code":"HSS.0001","error_description":"invalid parameter"}"#;
    assert_eq!(
        told_at(Hss, 400, body),
        expected("HSS.0001", "invalid parameter", Meaning::Invalid)
    );
}

#[test]
fn a_number_with_a_description_is_understood() {
    let body = r#"{"error_code":41,"error_description":"query failed"}"#;
    assert_eq!(
        told_at(Hss, 500, body),
        expected("41", "query failed", Meaning::Other)
    );
}

#[test]
fn both_texts_at_once_are_understood() {
    let body = r#"{"error_code":"HSS.1019","error_description":"longer","error_msg":"short"}"#;
    assert_eq!(
        told_at(Hss, 400, body),
        expected("HSS.1019", "short", Meaning::AlreadyGone)
    );
}

#[test]
fn an_empty_message_gives_way_to_the_description() {
    let body = r#"{"error_code":"HSS.0001","error_description":"invalid","error_msg":""}"#;
    assert_eq!(
        told_at(Hss, 400, body),
        expected("HSS.0001", "invalid", Meaning::Invalid)
    );
}

#[test]
fn denied_access_is_no_right_whatever_the_status() {
    let body = r#"{"error_code":"00000010","error_description":"access denied"}"#;
    for status in [400, 403, 404] {
        assert_eq!(
            told_at(Hss, status, body),
            expected("00000010", "access denied", Meaning::NoRight),
            "{status}"
        );
    }
}

#[test]
fn the_identity_form_with_a_number_is_understood() {
    let body = r#"{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"#;
    assert_eq!(
        told_at(Iam, 401, body),
        expected(
            "401",
            "The username or password is wrong.",
            Meaning::SignInAgain
        )
    );
}

#[test]
fn a_checked_token_that_is_unknown_is_gone() {
    let body = r#"{"error":{"code":404,"message":"X-Subject-Token is invalid in the request","title":"Not Found"}}"#;
    assert_eq!(
        told_at(Iam, 404, body),
        expected(
            "404",
            "X-Subject-Token is invalid in the request",
            Meaning::AlreadyGone
        )
    );
}

#[test]
fn a_missing_subject_token_is_invalid() {
    let body = r#"{"error":{"code":400,"message":"X-Subject-Token is invalid in the request","title":"Bad Request"}}"#;
    assert_eq!(
        told_at(Iam, 400, body),
        expected(
            "400",
            "X-Subject-Token is invalid in the request",
            Meaning::Invalid
        )
    );
}

#[test]
fn an_expired_token_is_understood_in_the_newer_form() {
    let body = r#"{"error_code":"IAM.0066","error_msg":"The token has expired."}"#;
    assert_eq!(
        told_at(Iam, 401, body),
        expected("IAM.0066", "The token has expired.", Meaning::SignInAgain)
    );
}

#[test]
fn a_gateway_to_which_no_token_came_says_that_a_server_on_the_way_dropped_it() {
    let body = |words: &str| {
        format!(
            r#"{{"error_msg":"Incorrect IAM authentication information: {words}","error_code":"APIGW.0301"}}"#
        )
    };
    let meaning = |words: &str| told(401, &body(words)).2;
    assert_eq!(meaning("x-auth-token not found"), Meaning::CredentialLost);
    assert_eq!(meaning("decrypt token fail"), Meaning::SignInAgain);
    let proxy = r#"{"error_code":"PROXY.1","error_msg":"x-auth-token not found"}"#;
    assert_eq!(told(401, proxy).2, Meaning::NotTheService);
}

#[test]
fn a_receipt_for_a_first_factor_names_the_factors_that_are_wanted() {
    let body = r#"{"receipt":{"methods":["password"]},"required_auth_methods":[["totp","password"],["x509"]]}"#;
    assert_eq!(
        told_at(Iam, 401, body),
        expected(
            "required_auth_methods",
            "totp+password, x509",
            Meaning::SignInAgain
        )
    );
}

#[test]
fn another_users_token_is_no_right() {
    let body = r#"{"error":{"code":403,"message":"You are not authorized to perform the requested action.","title":"Forbidden"}}"#;
    assert_eq!(
        told_at(Iam, 403, body),
        expected(
            "403",
            "You are not authorized to perform the requested action.",
            Meaning::NoRight
        )
    );
}

#[test]
fn the_gateway_says_which_path_it_does_not_know() {
    let body = r#"{"error_msg":"The API does not exist or has not been published in the environment","error_code":"APIGW.0101","request_id":"8080d377"}"#;
    assert_eq!(
        told(404, body),
        expected(
            "APIGW.0101",
            "The API does not exist or has not been published in the environment",
            Meaning::WrongPath
        )
    );
}

#[test]
fn a_wrapper_with_an_empty_list_still_gives_the_details() {
    let body = r#"{"errors":[],"details":[{"error_code":"SWR.1","error_msg":"deep"}]}"#;
    assert_eq!(told(400, body), expected("SWR.1", "deep", Meaning::Invalid));
}

#[test]
fn codes_and_statuses_mean_what_the_reference_says() {
    let cases = [
        (400, "SVCSTG.SWR.4001158", Meaning::AlreadyGone),
        (400, "SVCSTG.SWR.4000306", Meaning::AlreadyGone),
        (400, "SVCSTG.SWR.4001090", Meaning::AlreadyGone),
        (400, "SVCSTG.SWR.4001091", Meaning::Invalid),
        (400, "SVCSTG.SWR.4000097", Meaning::QuotaReached),
        (401, "SVCSTG.SWR.4010000", Meaning::SignInAgain),
        (401, "SVCSTG.SWR.4011064", Meaning::NoRight),
        (403, "SVCSTG.SWR.4037017", Meaning::NoRight),
        (403, "SVCSTG.SWR.4037018", Meaning::NoRight),
        (403, "SVCSTG.SWR.4037020", Meaning::NoRight),
        (403, "SVCSTG.SWR.4039001", Meaning::NoRight),
        (403, "SVCSTG.SWR.4039002", Meaning::NoRight),
        (403, "SVCSTG.SWR.4031032", Meaning::Throttled),
        (403, "SVCSTG.SWR.4031042", Meaning::Throttled),
        (404, "SVCSTG.SWR.4040058", Meaning::AlreadyGone),
        (404, "SVCSTG.SWR.4040091", Meaning::AlreadyGone),
        (404, "SVCSTG.SWR.4040078", Meaning::AlreadyGone),
        (406, "SVCSTG.SWR.4060012", Meaning::InUse),
        (406, "SVCSTG.SWR.4060074", Meaning::InUse),
        (409, "SVCSTG.SWR.4090006", Meaning::AlreadyThere),
        (409, "SVCSTG.SWR.4090060", Meaning::AlreadyThere),
        (409, "SVCSTG.SWR.4090023", Meaning::Throttled),
        (409, "SVCSTG.SWR.4090076", Meaning::AlreadyThere),
        (409, "SVCSTG.SWR.4090089", Meaning::AlreadyThere),
        (413, "SVCSTG.SWR.4131012", Meaning::Invalid),
        (404, "SVCSTG.SWR.4040083", Meaning::WrongPath),
        (401, "SVCSTG.SWR.4011044", Meaning::NoRight),
        (401, "SVCSTG.S2I.4019000", Meaning::CredentialLost),
        (400, "SVCSTG.SWR.4000031", Meaning::SignInAgain),
        (400, "SVCSTG.SWR.4001048", Meaning::SignInAgain),
        (403, "SVCSTG.SWR.4031043", Meaning::SignInAgain),
        (400, "SVCSTG.SWR.4000098", Meaning::QuotaReached),
        (400, "SVCSTG.SWR.4000099", Meaning::QuotaReached),
        (500, "SVCSTG.SWR.5007019", Meaning::QuotaReached),
        (507, "SVCSTG.SWR.5070070", Meaning::Other),
        (410, "IAM.0020", Meaning::ServiceDown),
        (400, "IAM.0009", Meaning::SignInAgain),
        (400, "IAM.1105", Meaning::SignInAgain),
        (400, "IAM.1108", Meaning::SignInAgain),
        (404, "APIG.0101", Meaning::WrongPath),
        (404, "APIGW.0105", Meaning::WrongPath),
        (401, "APIG.0301", Meaning::SignInAgain),
        (403, "APIG.0302", Meaning::NoRight),
        (429, "APIG.0308", Meaning::Throttled),
        (400, "HSS.0001", Meaning::Invalid),
        (400, "HSS.1005", Meaning::AlreadyGone),
        (400, "HSS.1019", Meaning::AlreadyGone),
        (400, "HSS.1020", Meaning::Invalid),
        (403, "APIGW.0302", Meaning::NoRight),
        (404, "APIGW.0101", Meaning::WrongPath),
        (500, "HSS.0041", Meaning::Other),
        (429, "APIGW.0308", Meaning::Throttled),
        (429, "IAM.0012", Meaning::Throttled),
        (500, "SVCSTG.SWR.5000093", Meaning::Other),
        (502, "APIGW.0201", Meaning::ServiceDown),
        (503, "", Meaning::ServiceDown),
        (504, "", Meaning::ServiceDown),
    ];
    let differing: Vec<_> = cases
        .into_iter()
        .filter(|(status, code, meaning)| {
            let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
            let service = match code {
                code if code.starts_with("IAM.") => Iam,
                code if code.starts_with("HSS.") => Hss,
                _ => Swr,
            };
            told_at(service, *status, &body) != expected(code, "m", *meaning)
        })
        .collect();
    assert_eq!(differing, Vec::new());
}

#[test]
fn a_request_id_in_the_body_goes_before_the_header() {
    let body = r#"{"error_code":"A","error_msg":"m","request_id":"in-body"}"#;
    let refusal = refused(404, &[("x-request-id", "in-header")], body);
    assert_eq!(refusal.request_id.as_deref(), Some("in-body"));
}

#[test]
fn a_request_id_in_the_header_is_found_in_any_case() {
    let refusal = refused(500, &[("x-REQUEST-id", "in-header")], "");
    assert_eq!(refusal.request_id.as_deref(), Some("in-header"));
}

#[test]
fn without_any_request_id_there_is_none() {
    assert_eq!(refused(500, &[], "{}").request_id, None);
}

#[test]
fn of_a_boundless_refusal_only_the_beginning_is_kept() {
    let long = "é".repeat(1_000_000);
    let body = format!(r#"{{"error_code":"{long}","error_msg":"{long}","request_id":"{long}"}}"#);
    let refusal = refused(400, &[], &body);
    let kept = [
        &refusal.code,
        &refusal.message,
        refusal.request_id.as_ref().unwrap(),
    ];
    assert_eq!(kept.map(|text| text.chars().count()), [200, 2_000, 200]);
}

#[test]
fn json_of_any_depth_is_survived() {
    for depth in [1, 4, 127, 128, 129, 100_000] {
        let arrays = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}1{}", r#"{"error":"#.repeat(depth), "}".repeat(depth));
        assert_eq!(refused(400, &[], &arrays).code, "");
        assert_eq!(refused(400, &[], &objects).code, "");
    }
}

#[test]
fn a_refusal_behind_a_byte_order_mark_is_understood() {
    let body = format!("\u{feff}{OWN}");
    assert_eq!(told(400, &body).0, "SVCSTG.SWR.4000014");
}

#[test]
fn an_error_reads_the_same_after_a_round_through_json() {
    let error = ApiError::Refused(refused(403, &[], r#"{"error_code":"A","error_msg":"m"}"#));
    let read = serde_json::to_string(&error).and_then(|text| serde_json::from_str(&text));
    assert_eq!(read.ok(), Some(error));
}
