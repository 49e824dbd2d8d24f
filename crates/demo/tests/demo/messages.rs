//! Messages as bytes.

use demo::{Asked, BEGUN_ANEW, Fate, Told, number_of, numbered, without_number};
use proptest::prelude::*;

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec((".*", ".*"), 0..4)
}

proptest! {
    #[test]
    fn a_request_arrives_as_it_was_sent(
        method in ".*", path in ".*", query in ".*", headers in pairs(), body: Vec<u8>, number: u32,
    ) {
        let asked = Asked { method, path, query, headers, body };
        let message = numbered(number, &asked.written());
        prop_assert_eq!(number_of(&message), Some(number));
        prop_assert_eq!(Asked::read(without_number(&message)), Some(asked));
    }

    #[test]
    fn an_answer_arrives_as_it_was_given(
        fate in prop_oneof![Just(Fate::Answered), Just(Fate::Dropped), Just(Fate::BrokenOff)],
        status: u16, headers in pairs(), body: Vec<u8>,
    ) {
        let told = Told { fate, status, headers, body };
        prop_assert_eq!(Told::read(&told.written()), Some(told));
    }

    #[test]
    fn half_a_message_is_none(body: Vec<u8>, share in 0.0..1.0_f64) {
        let asked = Asked { path: "/v2/manage".to_owned(), body, ..Asked::default() }.written();
        let length = (asked.len() as f64 * share) as usize;
        prop_assert_eq!(Asked::read(&asked[..length]), None);
    }

    #[test]
    fn bytes_of_anybody_are_read_without_harm(bytes: Vec<u8>) {
        drop((Asked::read(&bytes), Told::read(&bytes), number_of(&bytes)));
    }
}

#[test]
fn what_follows_a_message_is_not_part_of_it() {
    let mut asked = Asked::default().written();
    asked.push(0);
    assert_eq!(Asked::read(&asked), None);
}

#[test]
fn a_length_beyond_all_memory_is_refused_before_anything_is_taken() {
    assert_eq!(Asked::read(&[0xff; 64]), None);
}

#[test]
fn an_empty_message_has_no_number_and_says_nothing() {
    assert_eq!(number_of(&[]), None);
    assert_eq!(number_of(&numbered(BEGUN_ANEW, &[])), Some(BEGUN_ANEW));
    assert!(without_number(&[]).is_empty());
}
