//! When something that is under way is read again.

use reads::schedule::{Sight, before_refresh};

#[test]
fn the_first_waits_are_one_two_three_and_five_seconds() {
    let waits: Vec<i64> = (0..4)
        .map(|earlier| before_refresh(earlier, Sight::Seen))
        .collect();
    assert_eq!(waits, [1_000, 2_000, 3_000, 5_000]);
}

#[test]
fn afterwards_it_is_every_five_seconds_for_as_long_as_it_takes() {
    for earlier in [4, 5, 1_000, u32::MAX] {
        assert_eq!(before_refresh(earlier, Sight::Seen), 5_000);
    }
}

#[test]
fn what_nobody_sees_is_read_less_often_from_the_start() {
    for earlier in [0, 4, u32::MAX] {
        assert_eq!(before_refresh(earlier, Sight::Hidden), 30_000);
    }
}
