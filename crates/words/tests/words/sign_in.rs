//! Why IAM lets nobody in, in words.

use cloud_api::{ApiError, Response, Service};
use words::Message;
use words::sign_in::{self, Concern};

use crate::support::says;

fn answered(status: u16, body: &str) -> ApiError {
    ApiError::from_response(&Response {
        service: Service::Iam,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    })
}

fn of_password(error: &ApiError) -> Message {
    sign_in::of_password(error).0
}

fn of_token(error: &ApiError) -> Message {
    sign_in::of_token(error).0
}

fn coded(status: u16, code: &str) -> ApiError {
    answered(
        status,
        &format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#),
    )
}

/// IAM's older form.
fn worded(status: u16, message: &str) -> ApiError {
    answered(
        status,
        &format!(r#"{{"error":{{"code":{status},"message":"{message}","title":"t"}}}}"#),
    )
}

const LOCKED: &str = "IAM has locked this user after too many wrong attempts. Wait a while and try again, or ask an administrator.";
const WRONG: &str = "IAM does not accept this account, user name and password. Check all three; after many attempts the user is locked for a while.";
const DISABLED: &str = "This user is disabled. Ask an administrator to enable it.";
const FACTOR: &str =
    "This user needs a second factor: enter the password and the one-time code of now.";
const SCOPE: &str = "This region or project does not exist, or you have no access to it.";

#[test]
fn every_code_of_a_password_sign_in_has_its_words_and_next_step() {
    for (status, code, words) in [
        (401, "IAM.0061", LOCKED),
        (401, "IAM.0062", WRONG),
        (403, "IAM.0080", DISABLED),
        (403, "IAM.0082", DISABLED),
        (
            403,
            "IAM.0081",
            "This user may sign in to the cloud's own console only: programmatic access is off. Ask an administrator to turn it on.",
        ),
        (
            403,
            "IAM.0083",
            "This user cannot be used in this region. Check the region, or ask an administrator.",
        ),
        (
            400,
            "IAM.1061",
            "IAM does not accept the one-time code. Enter the password and the code of now.",
        ),
    ] {
        says(&of_password(&coded(status, code)), words);
    }
}

#[test]
fn a_missing_second_factor_is_told_by_the_receipt_of_keystone() {
    let receipt = r#"{"receipt":{"methods":["password"],"user":{"id":"u"}},"required_auth_methods":[["totp","password"]]}"#;
    says(&of_password(&answered(401, receipt)), FACTOR);
    let words = "Insufficient auth methods received for u. Auth Methods Provided: ['password'].";
    says(&of_password(&worded(401, words)), FACTOR);
}

#[test]
fn bodies_without_a_code_are_told_by_their_words() {
    for (status, message, words) in [
        (401, "The username or password is wrong.", WRONG),
        (401, "The account is locked for user: u.", LOCKED),
        (401, "The account is disabled for user: u.", DISABLED),
        (
            401,
            "The password is expired and needs to be changed for user: u.",
            "The password has expired. Change it in the cloud's own console, then sign in here.",
        ),
        (403, "You have no right to do this action", SCOPE),
        (
            403,
            "Access denied: IP 192.0.2.7 is not allowed",
            "A rule of the account does not allow this address. IAM sees the address of the console's server. Ask an administrator to allow it.",
        ),
        (404, "Could not find project: eu-xx.", SCOPE),
    ] {
        says(&of_password(&worded(status, message)), words);
    }
}

#[test]
fn what_iam_does_not_say_is_not_told_as_a_wrong_password_or_project() {
    says(
        &of_password(&worded(
            401,
            "The request you have made requires authentication.",
        )),
        "IAM does not accept this sign-in and does not say why. Check the account, user name, password, and region or project ID. After many attempts the user is locked for a while.",
    );
    says(
        &of_password(&worded(403, "Forbidden by policy, description of a zip")),
        "IAM knows the user but does not let them in here: no access to this region or project, or a rule of the account, such as allowed addresses. IAM's words below may say more.",
    );
}

#[test]
fn a_proxy_says_nothing_of_passwords_and_tokens() {
    let page = "<html>401 locked, password is wrong</html>";
    for told in [
        of_password(&answered(401, page)),
        of_token(&answered(401, page)),
    ] {
        says(
            &told,
            "This is not an answer of the service: a proxy, a firewall or another server on the way gave it. Check that the address /api/ of the console's server leads to the cloud.",
        );
    }
}

#[test]
fn a_token_that_iam_refuses_is_told_apart_from_one_that_has_expired() {
    says(
        &of_token(&coded(401, "IAM.0066")),
        "This token has expired. Get a new one and paste it here.",
    );
    for error in [
        coded(401, "IAM.0067"),
        worded(401, "The X-Auth-Token is invalid!"),
        worded(404, "X-Subject-Token is invalid in the request"),
    ] {
        says(
            &of_token(&error),
            "IAM does not accept this token: it has expired, was revoked, or is not complete. Get a new one and paste the whole of it.",
        );
    }
    says(&of_token(&coded(403, "IAM.0080")), DISABLED);
}

#[test]
fn an_error_tells_what_to_give_anew() {
    let password = |error: ApiError| sign_in::of_password(&error).1;
    assert_eq!(password(coded(401, "IAM.0062")), Concern::Credential);
    assert_eq!(password(coded(403, "IAM.0083")), Concern::Scope);
    assert_eq!(password(coded(401, "IAM.0061")), Concern::Nothing);
    assert_eq!(password(worded(401, "m")), Concern::Credential);
    assert_eq!(password(worded(404, "m")), Concern::Scope);
    assert_eq!(password(worded(403, "m")), Concern::Nothing);
    assert_eq!(password(answered(502, "")), Concern::Nothing);
    let token = |error: ApiError| sign_in::of_token(&error).1;
    assert_eq!(token(coded(401, "IAM.0066")), Concern::Credential);
    assert_eq!(token(worded(401, "m")), Concern::Credential);
    assert_eq!(token(worded(404, "m")), Concern::Credential);
    assert_eq!(token(answered(401, "<html>")), Concern::Nothing);
}
