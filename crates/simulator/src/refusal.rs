//! Error bodies, each service's own (examples §1.15, reference §4).

use cloud_api::Response;
use serde_json::{Value, json};

/// An answer with a JSON body.
pub fn json_answer(status: u16, body: &Value) -> Response {
    Response {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.to_string().into_bytes(),
    }
}

/// SWR: the current form, with old and new fields; some codes still come in the older wrapper or as
/// a bare array, so that clients meet all three.
pub fn swr(status: u16, code: &str, message: &str) -> Response {
    let old = json!({ "errorCode": code, "errorMessage": message, "detail": "" });
    let body = match code {
        "SVCSTG.SWR.4040010" | "SVCSTG.SWR.4040058" | "SVCSTG.SWR.4001158" => {
            json!({ "errors": [old] })
        }
        "SVCSTG.SWR.4040091" => json!([old]),
        "SVCSTG.SWR.4030170" => json!({
            "errors": [{ "errorCode": code, "errorMessage": message, "detail": "", "encoded_authorization_message": "CiAg" }],
            "error_code": code,
            "error_msg": message,
            "details": [{ "error_code": code, "error_msg": "" }],
            "encoded_authorization_message": "CiAg",
        }),
        _ => json!({
            "errors": [old],
            "error_code": code,
            "error_msg": message,
            "details": [{ "error_code": code, "error_msg": "" }],
        }),
    };
    json_answer(status, &body)
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    match status {
        401 => gateway_identity("token expires, please acquire a new one"),
        403 => no_right(),
        404 => swr(404, "SVCSTG.SWR.4040010", "The image was not found"),
        429 => gateway(
            429,
            "APIGW.0308",
            "The throttling threshold has been reached",
        ),
        502 | 504 => gateway(status, "APIGW.0201", "Backend unavailable"),
        _ => swr(status, "SVCSTG.SWR.5000000", "Internal error"),
    }
}

/// What a status that a test orders stands for at HSS.
pub fn hss_of_status(status: u16) -> Response {
    match status {
        401 | 429 | 502 | 504 => of_status(status),
        403 => hss_denied(403),
        404 => hss(404, "HSS.1005", "The object does not exist"),
        _ => hss(status, "HSS.0041", "The query failed"),
    }
}

/// HSS: a fault of the request or of the service, with both texts at once (examples §5.5).
pub fn hss(status: u16, code: &str, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error_code": code, "error_description": message, "error_msg": message }),
    )
}

/// HSS: a parameter is not as documented.
pub fn hss_invalid(what: &str) -> Response {
    hss(400, "HSS.0001", &format!("Invalid parameter: {what}"))
}

/// HSS: the caller may not, or the object is outside of what was asked for; one text only.
pub fn hss_denied(status: u16) -> Response {
    json_answer(
        status,
        &json!({ "error_code": "00000010", "error_description": "Access denied" }),
    )
}

/// HSS: a fault with a number as code and one text, as its older calls have it.
pub fn hss_number(status: u16, code: u16, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error_code": code, "error_description": message }),
    )
}

/// SWR: the caller may not.
pub fn no_right() -> Response {
    swr(403, "SVCSTG.SWR.4030170", "Insufficient permissions")
}

/// IAM's older form, with a number as code.
pub fn iam(status: u16, title: &str, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error": { "code": status, "message": message, "title": title } }),
    )
}

/// IAM's newer form.
pub fn iam_code(status: u16, code: &str, message: &str) -> Response {
    json_answer(status, &json!({ "error_code": code, "error_msg": message }))
}

/// The gateway does not accept who is asking.
pub fn gateway_identity(message: &str) -> Response {
    gateway(
        401,
        "APIGW.0301",
        &format!("Incorrect IAM authentication information: {message}"),
    )
}

/// The gateway knows no such path or method.
pub fn unknown_path() -> Response {
    gateway(
        404,
        "APIGW.0101",
        "The API does not exist or has not been published in the environment",
    )
}

/// The proxy's word: only the console may come this way.
pub fn not_the_console() -> Response {
    json_answer(
        403,
        &json!({ "error_code": "PROXY.0403", "error_msg": "X-Image-Console is missing" }),
    )
}

/// The request ID joins when the answer is stamped.
fn gateway(status: u16, code: &str, message: &str) -> Response {
    json_answer(status, &json!({ "error_msg": message, "error_code": code }))
}
