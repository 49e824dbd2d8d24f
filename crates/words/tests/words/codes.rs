//! The codes that the services document beyond their statuses (corrections §1): what each means, and
//! what it tells a person to do.

use cloud_api::{ApiError, Meaning, Response, Service};
use words::failure::remedy;

use crate::support::{english, says};

/// A refusal with this code, as SWR and IAM word it.
fn refused(status: u16, code: &str) -> ApiError {
    let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    let service = match code.starts_with("IAM.") {
        true => Service::Iam,
        false => Service::Swr,
    };
    ApiError::from_response(&Response {
        service,
        status,
        headers: Vec::new(),
        body: body.into_bytes(),
    })
}

const SIGN_IN: &str = "The token is not accepted any more. Sign in again.";
const NO_RIGHT: &str = "You may not do this. Ask an administrator or someone with Manage.";
const NO_PERMISSION: &str = "You may not do this. Ask an administrator.";
const QUOTA: &str =
    "The quota is reached. Delete what is no longer needed, or ask the provider for more.";
const TOO_LONG: &str = "A text is too long. Shorten it and try again.";
const KEY: &str = "This access key cannot be used: it is inactive, blocked or its user is gone. Use another one, or ask an administrator.";
const TEMPORARY_KEY: &str = "This temporary access key has expired. Get a new one.";
const WRONG_PATH: &str = "The API gateway does not know this address: the service is not offered here, or the proxy is misconfigured.";
const INVALID: &str = "SWR rejected a value; the reason is below.";
const GATEWAY_INVALID: &str = "The API gateway rejected a value; the reason is below.";

/// Status, code, meaning and words.
const CODES: [(u16, &str, Meaning, &str); 34] = [
    (400, "SVCSTG.SWR.4001048", Meaning::SignInAgain, SIGN_IN),
    (400, "SVCSTG.SWR.4000031", Meaning::SignInAgain, SIGN_IN),
    (401, "SVCSTG.SWR.4010000", Meaning::SignInAgain, SIGN_IN),
    (403, "SVCSTG.SWR.4031043", Meaning::SignInAgain, SIGN_IN),
    (400, "IAM.1105", Meaning::SignInAgain, TEMPORARY_KEY),
    (400, "IAM.1108", Meaning::SignInAgain, TEMPORARY_KEY),
    (401, "SVCSTG.SWR.4011044", Meaning::NoRight, NO_RIGHT),
    (401, "SVCSTG.SWR.4011064", Meaning::NoRight, NO_RIGHT),
    (403, "SVCSTG.SWR.4030170", Meaning::NoRight, NO_RIGHT),
    (
        401,
        "SVCSTG.S2I.4019000",
        Meaning::CredentialLost,
        "The request arrived without your token: the proxy does not pass the header X-Auth-Token on. Set it up to do so.",
    ),
    (400, "SVCSTG.SWR.4000097", Meaning::QuotaReached, QUOTA),
    (400, "SVCSTG.SWR.4000098", Meaning::QuotaReached, QUOTA),
    (500, "SVCSTG.SWR.5007019", Meaning::QuotaReached, QUOTA),
    (400, "SVCSTG.SWR.4000099", Meaning::QuotaReached, QUOTA),
    (
        507,
        "SVCSTG.SWR.5070070",
        Meaning::Other,
        "The account's object storage, which holds the images, is switched off or failing. Check it with the provider.",
    ),
    (413, "SVCSTG.SWR.4131012", Meaning::Invalid, TOO_LONG),
    (413, "SVCSTG.SWR.4131001", Meaning::Invalid, TOO_LONG),
    (400, "IAM.1104", Meaning::SignInAgain, KEY),
    (400, "IAM.1106", Meaning::SignInAgain, KEY),
    (400, "IAM.1107", Meaning::SignInAgain, KEY),
    (
        400,
        "IAM.1109",
        Meaning::Invalid,
        "The access key's project is not known here. Check the region and the project.",
    ),
    (404, "SVCSTG.SWR.4040083", Meaning::WrongPath, WRONG_PATH),
    (
        410,
        "IAM.0020",
        Meaning::ServiceDown,
        "IAM failed. Wait a moment and try again.",
    ),
    (404, "APIGW.0101", Meaning::WrongPath, WRONG_PATH),
    (404, "APIG.0101", Meaning::WrongPath, WRONG_PATH),
    (400, "APIG.0201", Meaning::Invalid, GATEWAY_INVALID),
    (413, "APIGW.0201", Meaning::Invalid, GATEWAY_INVALID),
    (401, "APIG.0301", Meaning::SignInAgain, SIGN_IN),
    (403, "APIG.0302", Meaning::NoRight, NO_PERMISSION),
    (401, "APIG.0303", Meaning::SignInAgain, SIGN_IN),
    (
        429,
        "APIG.0308",
        Meaning::Throttled,
        "The API gateway gets too many requests. Wait a minute and try again.",
    ),
    (405, "SVCSTG.SWR.4050000", Meaning::Invalid, INVALID),
    (431, "APIGW.0201", Meaning::Invalid, GATEWAY_INVALID),
    (
        408,
        "SVCSTG.SWR.4080000",
        Meaning::Other,
        "SWR has an internal error. Try again in a moment.",
    ),
];

#[test]
fn every_documented_code_has_its_meaning_and_a_next_step_in_both_languages() {
    for (status, code, meaning, told) in CODES {
        let error = refused(status, code);
        assert_eq!(error.meaning(), Some(meaning), "{status} {code}");
        let words = remedy(&error);
        assert_eq!(english(&words), told, "{code}");
        says(&words, told);
    }
}

#[test]
fn a_bare_number_is_no_code_of_any_service() {
    for number in ["1104", "1105", "4001048"] {
        let meaning = refused(400, number).meaning();
        assert_eq!(meaning, Some(Meaning::NotTheService), "{number}");
    }
}

#[test]
fn what_stands_on_the_way_is_told_by_who_answered_and_never_by_the_status() {
    let words = "This is not an answer of the service: a proxy, a firewall or another server on the way gave it. Check that the address /api/ of the console's server leads to the cloud.";
    for status in [
        200, 204, 301, 302, 307, 400, 401, 403, 404, 405, 407, 410, 413, 429, 431, 500, 511,
    ] {
        let error = ApiError::from_response(&Response {
            service: Service::Swr,
            status,
            headers: Vec::new(),
            body: b"<html><h1>Somebody</h1></html>".to_vec(),
        });
        assert_eq!(english(&remedy(&error)), words, "{status}");
    }
}
