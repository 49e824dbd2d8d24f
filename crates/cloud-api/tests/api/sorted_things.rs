//! Sorting that is the same for every kind of thing sorts as the standard library does.

use cloud_api::sorted::sort_by;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn equal_things_stay_in_their_order(keys in vec(0_u8..8, 0..200)) {
        let mut things: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
        let mut expected = things.clone();
        expected.sort_by_key(|(key, _)| *key);

        sort_by(&mut things, |(one, _), (other, _)| one.cmp(other));

        prop_assert_eq!(things, expected);
    }
}
