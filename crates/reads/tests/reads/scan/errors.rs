//! What an error says of a second question about the same place.

use cloud_api::{ApiError, NoAnswerKind, NotSent, Unreadable};
use reads::would_end_alike;

use super::support::{lost, no_right, throttled, token_expired, wrong_path};

#[test]
fn whoever_is_throttled_signed_out_or_unheard_would_be_so_again() {
    for error in [
        throttled(),
        token_expired(),
        lost(NoAnswerKind::Offline),
        lost(NoAnswerKind::TimedOut),
        lost(NoAnswerKind::TooLarge),
        ApiError::NotSent(NotSent::NoCredential),
    ] {
        assert!(would_end_alike(&error), "{error}");
    }
}

#[test]
fn a_refusal_of_one_thing_says_nothing_of_another() {
    let unreadable = ApiError::Unreadable(Unreadable {
        status: 200,
        at: "jobs".to_owned(),
        request_id: None,
    });
    for error in [no_right(), wrong_path(), unreadable] {
        assert!(!would_end_alike(&error), "{error}");
    }
}
