//! Why an access key lets nobody in, in words.

use cloud_api::{ApiError, NoAnswer, NoAnswerKind, Response, Service, WrongClock};
use words::sign_in::{Concern, of_access_key, of_skew};

use crate::support::says;

fn refused(status: u16, code: &str, message: &str) -> ApiError {
    let body = serde_json::json!({ "error_code": code, "error_msg": message });
    ApiError::from_response(&Response {
        service: Service::Iam,
        status,
        headers: Vec::new(),
        body: body.to_string().into_bytes(),
    })
}

#[test]
fn what_the_gateway_does_not_accept_is_told_by_its_words() {
    for (message, words) in [
        (
            "verify aksk signature fail",
            "The signature is wrong: the secret access key is not that of this access key ID, or not complete. After more than five refused signatures the key is locked for five minutes.",
        ),
        (
            "verify securityToken fail",
            "The security token is wrong, missing or has expired. Temporary access keys come with one, permanent ones have none.",
        ),
        (
            "",
            "The cloud does not accept this access key and does not say why. Check all of it. After more than five refused signatures the key is locked for five minutes.",
        ),
    ] {
        for code in ["APIGW.0301", "APIG.0301"] {
            let message = format!("Incorrect IAM authentication information: {message}");
            let (told, concern) = of_access_key(&refused(401, code, &message));
            says(&told, words);
            assert_eq!(concern, Concern::Credential, "{message}");
        }
    }
}

#[test]
fn a_key_that_nobody_knows_is_about_its_id() {
    let message = "Incorrect IAM authentication information: ak HPUA1 not exist";
    let (told, concern) = of_access_key(&refused(401, "APIGW.0301", message));
    says(
        &told,
        "The cloud does not know this access key ID. Check it: it may have been deleted.",
    );
    assert_eq!(concern, Concern::KeyId);
}

#[test]
fn who_has_tried_too_often_is_told_to_wait() {
    let message =
        "Incorrect IAM authentication information: AK access failed to reach the limit,forbidden";
    let (told, concern) = of_access_key(&refused(401, "APIGW.0301", message));
    says(
        &told,
        "This access key is locked after too many refused signatures. Wait five minutes, then try once more.",
    );
    assert_eq!(concern, Concern::Nothing);
}

#[test]
fn keys_that_iam_knows_and_does_not_let_in_are_told_by_their_codes() {
    let inactive = "This access key cannot be used: it is inactive, blocked or its user is gone. Use another one, or ask an administrator.";
    let expired = "This temporary access key has expired. Get a new one.";
    for (code, words) in [
        ("IAM.1104", inactive),
        ("IAM.1106", inactive),
        ("IAM.1107", inactive),
        ("IAM.1105", expired),
        ("IAM.1108", expired),
    ] {
        let (told, concern) = of_access_key(&refused(400, code, "m"));
        says(&told, words);
        assert_eq!(concern, Concern::Credential, "{code}");
    }
    let (_, concern) = of_access_key(&refused(400, "IAM.1109", "m"));
    assert_eq!(concern, Concern::Scope);
}

#[test]
fn what_is_no_refusal_of_the_key_is_about_nothing_that_was_given() {
    let lost = ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::TimedOut,
        may_have_been_applied: true,
    });
    let page = ApiError::from_response(&Response {
        service: Service::Iam,
        status: 401,
        headers: Vec::new(),
        body: b"<html>signature token</html>".to_vec(),
    });
    for error in [lost, page, refused(403, "IAM.0002", "signature")] {
        assert_eq!(of_access_key(&error).1, Concern::Nothing, "{error:?}");
    }
}

#[test]
fn a_wrong_clock_is_to_be_set_first() {
    says(
        &of_skew(WrongClock::Ahead(61)),
        "This computer's clock is 1 h 1 min ahead. Times here follow the cloud's clock. Set the clock, then sign in: requests signed more than 15 minutes off are refused.",
    );
}
