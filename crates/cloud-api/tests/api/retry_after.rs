//! When the same may be asked again.

use cloud_api::{ApiError, Response};

/// What a refusal with this header tells.
fn after(header: Option<&str>) -> Option<u32> {
    let value = header.map(|value| ("retry-after".to_owned(), value.to_owned()));
    let response = Response {
        status: 429,
        headers: value.into_iter().collect(),
        body: b"{}".to_vec(),
    };
    ApiError::from_response(&response).retry_after()
}

#[test]
fn a_refusal_tells_after_how_many_seconds_to_ask_again() {
    assert_eq!(after(Some("7")), Some(7));
    assert_eq!(after(Some(" 60 ")), Some(60));
    assert_eq!(after(None), None);
}

#[test]
fn what_is_no_number_of_seconds_tells_nothing() {
    for odd in [
        "",
        "-1",
        "1.5",
        "soon",
        "99999999999",
        "Fri, 27 Nov 2026 10:00:00 GMT",
    ] {
        assert_eq!(after(Some(odd)), None, "{odd}");
    }
}
