//! How much of a list is read again while its rows come to their ends.

use reads::{CatchUp, Due, Known};

fn whole(rows: usize) -> Known {
    Known {
        rows,
        is_whole: true,
    }
}

#[test]
fn a_small_list_is_read_whole_and_a_large_one_by_what_ended() {
    for (rows, due) in [
        (0, Due::Everything),
        (400, Due::Everything),
        (401, Due::WhatEnded),
        (usize::MAX, Due::WhatEnded),
    ] {
        assert_eq!(CatchUp::with_small(400).due(true, whole(rows)), due);
    }
}

#[test]
fn a_list_that_has_not_arrived_whole_is_read_whole() {
    let known = Known {
        rows: 5_000,
        is_whole: false,
    };
    assert_eq!(CatchUp::with_small(400).due(true, known), Due::Everything);
}

#[test]
fn every_twelfth_reading_is_of_everything() {
    let mut catch_up = CatchUp::with_small(400);
    for _ in 0..3 {
        for _ in 0..11 {
            assert_eq!(catch_up.due(true, whole(5_000)), Due::WhatEnded);
        }
        assert_eq!(catch_up.due(true, whole(5_000)), Due::Everything);
    }
}

#[test]
fn reading_everything_begins_the_count_anew() {
    let mut catch_up = CatchUp::with_small(400);
    for _ in 0..5 {
        catch_up.due(true, whole(5_000));
    }
    assert_eq!(catch_up.due(true, whole(1)), Due::Everything);
    for _ in 0..11 {
        assert_eq!(catch_up.due(true, whole(5_000)), Due::WhatEnded);
    }
}

#[test]
fn of_what_is_over_everything_is_read_once() {
    let mut catch_up = CatchUp::with_small(400);
    assert_eq!(catch_up.due(false, whole(5_000)), Due::Everything);
    assert_eq!(catch_up.due(false, whole(5_000)), Due::Nothing);
    assert_eq!(catch_up.due(false, whole(1)), Due::Nothing);
}

#[test]
fn when_it_comes_to_its_end_everything_is_read_once_more() {
    let mut catch_up = CatchUp::with_small(400);
    catch_up.due(false, whole(5_000));
    assert_eq!(catch_up.due(true, whole(5_000)), Due::WhatEnded);
    assert_eq!(catch_up.due(false, whole(5_000)), Due::Everything);
    assert_eq!(catch_up.due(false, whole(5_000)), Due::Nothing);
}
