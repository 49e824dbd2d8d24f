//! Following what goes on elsewhere.

use changes::{Following, Seen};

fn seen(all: &[(u64, bool)]) -> Vec<Seen<u64>> {
    let seen = |(id, is_over): &(u64, bool)| Seen {
        id: *id,
        is_over: *is_over,
    };
    all.iter().map(seen).collect()
}

const NONE: [u64; 0] = [];
const GOES_ON: bool = false;
const IS_OVER: bool = true;

#[test]
fn an_end_is_told_once() {
    let mut following = Following::default();
    assert_eq!(following.see(&seen(&[(1, GOES_ON)])), NONE);
    assert_eq!(following.see(&seen(&[(1, IS_OVER)])), [1]);
    assert_eq!(following.see(&seen(&[(1, IS_OVER)])), NONE);
}

#[test]
fn what_was_over_when_it_was_first_seen_is_not_told() {
    let mut following = Following::default();
    assert_eq!(following.see(&seen(&[(1, IS_OVER), (2, GOES_ON)])), NONE);
    assert_eq!(following.see(&seen(&[(1, IS_OVER), (2, IS_OVER)])), [2]);
}

#[test]
fn what_is_not_seen_any_more_is_forgotten_without_a_word() {
    let mut following = Following::default();
    following.see(&seen(&[(1, GOES_ON)]));
    assert_eq!(following.see(&[]), NONE);
    assert_eq!(following.see(&seen(&[(1, IS_OVER)])), NONE);
}

#[test]
fn what_ends_together_is_told_when_the_last_has_ended() {
    let mut following = Following::default();
    assert_eq!(
        following.see_together(&seen(&[(1, GOES_ON), (2, GOES_ON)])),
        NONE
    );
    assert_eq!(
        following.see_together(&seen(&[(1, IS_OVER), (2, GOES_ON)])),
        NONE
    );
    let all_over = seen(&[(1, IS_OVER), (2, IS_OVER)]);
    assert_eq!(following.see_together(&all_over), [1, 2]);
    assert_eq!(following.see_together(&all_over), NONE);
}

#[test]
fn what_comes_to_it_later_is_waited_for_too() {
    let mut following = Following::default();
    following.see_together(&seen(&[(1, GOES_ON)]));
    following.see_together(&seen(&[(1, IS_OVER), (2, GOES_ON)]));
    let all_over = seen(&[(1, IS_OVER), (2, IS_OVER), (3, IS_OVER)]);
    assert_eq!(following.see_together(&all_over), [1, 2]);
}
