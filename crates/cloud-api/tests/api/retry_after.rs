//! When the same may be asked again.

use cloud_api::{ApiError, Response, Service};

const TEN: &str = "Fri, 27 Nov 2026 10:00:00 GMT";

/// What a refusal with these headers tells.
fn after(told: Option<&str>, date: Option<&str>) -> Option<u32> {
    let headers = [("retry-after", told), ("date", date)];
    let headers = headers
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())));
    let response = Response {
        service: Service::Swr,
        status: 429,
        headers: headers.collect(),
        body: b"{}".to_vec(),
    };
    ApiError::from_response(&response).retry_after()
}

#[test]
fn a_refusal_tells_after_how_many_seconds_to_ask_again() {
    assert_eq!(after(Some("7"), None), Some(7));
    assert_eq!(after(Some(" 60 "), Some(TEN)), Some(60));
    assert_eq!(after(None, Some(TEN)), None);
}

#[test]
fn a_date_counts_from_the_date_of_the_answer() {
    let until = |told| after(Some(told), Some(TEN));
    assert_eq!(until("Fri, 27 Nov 2026 10:01:30 GMT"), Some(90));
    assert_eq!(until("Sat, 28 Nov 2026 10:00:00 GMT"), Some(86_400));
    assert_eq!(until(TEN), Some(0));
    assert_eq!(until("Fri, 27 Nov 2026 09:00:00 GMT"), Some(0));
}

#[test]
fn a_date_tells_nothing_while_it_is_not_known_when_the_answer_was_made() {
    assert_eq!(after(Some(TEN), None), None);
    assert_eq!(after(Some(TEN), Some("yesterday")), None);
}

#[test]
fn what_is_neither_seconds_nor_a_date_tells_nothing() {
    for odd in [
        "",
        "-1",
        "1.5",
        "soon",
        "99999999999",
        "27 Nov 2026 10:00:00 GMT",
        "Fri, 27 Nov 2026 10:00:00",
        "Fri, 31 Feb 2026 10:00:00 GMT",
        "Fri, 27 Nov 2026 25:00:00 GMT",
        "Fri, 27 November 2026 10:00:00 GMT",
        "Fri, 27 Nov 2026 10:00:00 1 GMT",
        "Fri, 27-Nov-26 10:00:00 GMT",
        "2026-11-27T10:00:00Z",
        "Fri, 27 Nov 9999 10:00:00 GMT",
    ] {
        assert_eq!(after(Some(odd), Some(TEN)), None, "{odd}");
    }
}
