//! How much of what there is a person can see.

use reads::{Extent, PartialSight};

const WHOLE: Option<Extent> = Some(Extent::Whole);

#[test]
fn a_whole_list_of_fewer_than_the_service_counts_is_a_part() {
    let part = PartialSight {
        seen: 1,
        total: 300,
    };
    assert_eq!(PartialSight::of(1, WHOLE, Some(300)), Some(part));
    let none = PartialSight { seen: 0, total: 1 };
    assert_eq!(PartialSight::of(0, WHOLE, Some(1)), Some(none));
}

#[test]
fn nothing_is_said_without_a_count_that_proves_it() {
    assert_eq!(PartialSight::of(1, WHOLE, None), None);
    assert_eq!(PartialSight::of(300, WHOLE, Some(300)), None);
    // Counted before some were made.
    assert_eq!(PartialSight::of(301, WHOLE, Some(300)), None);
}

#[test]
fn nothing_is_said_of_a_list_that_may_not_be_all_that_can_be_seen() {
    let fewer = Extent::Fewer {
        read: 1,
        counted: 2,
    };
    for extent in [
        None,
        Some(fewer),
        Some(Extent::Changed { read: 1 }),
        Some(Extent::Repeated { read: 1 }),
    ] {
        assert_eq!(PartialSight::of(1, extent, Some(300)), None);
    }
}
