//! What is told of an answer has bounds, whatever the answer holds: it stands in every item of a
//! change that it is about.

use cloud_api::swr::ListRepositories;
use cloud_api::{ApiError, Operation, Response, Service};

fn answer(status: u16, body: &str) -> Response {
    Response {
        service: Service::Swr,
        status,
        headers: vec![("X-Request-Id".to_owned(), "字".repeat(1_000_000))],
        body: body.as_bytes().to_vec(),
    }
}

fn length(text: Option<&str>) -> Option<usize> {
    text.map(|text| text.chars().count())
}

#[test]
fn of_a_boundless_request_id_the_beginning_is_kept_whatever_the_answer_says() {
    let id = answer(200, "").request_id();
    assert_eq!(length(id.as_deref()), Some(200));
    let refused = ApiError::from_response(&answer(400, "{}"));
    assert_eq!(length(refused.request_id()), Some(200));
}

#[test]
fn an_answer_that_cannot_be_read_is_told_with_bounds() {
    let bodies = [
        "{".repeat(1_000_000),
        format!("\"{}\"", "字".repeat(1_000_000)),
    ];
    for body in bodies {
        let error = ListRepositories::decode(&answer(200, &body)).unwrap_err();
        let ApiError::Unreadable(unreadable) = error else {
            panic!("{error:?}");
        };
        assert!(unreadable.at.chars().count() <= 200);
        assert_eq!(length(unreadable.request_id.as_deref()), Some(200));
    }
}
