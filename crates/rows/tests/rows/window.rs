//! Which rows of a long list are drawn.

use proptest::prelude::*;
use rows::window;

#[test]
fn at_the_top_the_first_rows_are_drawn() {
    assert_eq!(window(100_000, 36.0, 0.0, 720.0, 0), 0..20);
}

#[test]
fn a_row_that_is_partly_seen_is_drawn() {
    assert_eq!(window(100_000, 36.0, 35.0, 720.0, 0), 0..21);
}

#[test]
fn rows_more_are_drawn_on_either_side() {
    assert_eq!(window(100_000, 36.0, 3_600.0, 720.0, 5), 95..125);
}

#[test]
fn no_rows_more_are_drawn_before_the_first_one() {
    assert_eq!(window(100_000, 36.0, 36.0, 720.0, 5), 0..26);
}

#[test]
fn at_the_end_the_last_rows_are_drawn() {
    assert_eq!(
        window(100_000, 36.0, 3_599_280.0, 720.0, 5),
        99_975..100_000
    );
}

#[test]
fn a_position_beyond_the_end_counts_as_the_end() {
    assert_eq!(window(30, 36.0, 3_599_280.0, 720.0, 0), 10..30);
}

#[test]
fn a_short_list_is_drawn_whole() {
    assert_eq!(window(3, 36.0, 500.0, 720.0, 5), 0..3);
}

#[test]
fn a_list_pulled_above_its_top_counts_as_the_top() {
    assert_eq!(window(100, 36.0, -80.0, 360.0, 0), 0..10);
}

#[test]
fn an_empty_list_draws_nothing() {
    assert_eq!(window(0, 36.0, 0.0, 720.0, 5), 0..0);
}

#[test]
fn rows_without_a_height_draw_nothing() {
    for height in [0.0, -0.0, -36.0, f64::NAN, f64::INFINITY] {
        assert_eq!(window(100, height, 0.0, 720.0, 5), 0..0, "{height}");
    }
}

#[test]
fn measures_that_are_no_numbers_count_as_zero() {
    for measure in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(window(100, 36.0, measure, measure, 5), 0..5, "{measure}");
    }
}

#[test]
fn the_largest_overscan_draws_everything() {
    assert_eq!(window(100, 36.0, 1_800.0, 36.0, u32::MAX), 0..100);
}

proptest! {
    #[test]
    fn every_row_in_the_viewport_is_drawn(
        rows in 1_u32..100_000,
        height in 20_u32..60,
        scroll in 0.0_f64..1.0,
        viewport in 0_u32..2_000,
        overscan in 0_u32..20,
    ) {
        let (height, viewport) = (f64::from(height), f64::from(viewport));
        let top = (scroll * (f64::from(rows) * height - viewport)).max(0.0).floor();
        let drawn = window(rows, height, top, viewport, overscan);
        for row in 0..rows {
            let above = f64::from(row + 1) * height <= top;
            let below = f64::from(row) * height >= top + viewport;
            prop_assert!(above || below || drawn.contains(&row), "{row} is not in {drawn:?}");
        }
    }

    #[test]
    fn no_more_rows_are_drawn_than_the_viewport_holds_and_the_overscan(
        rows in any::<u32>(),
        height in 20.0_f64..60.0,
        scroll in any::<f64>(),
        viewport in 0.0_f64..2_000.0,
        overscan in 0_u32..20,
    ) {
        let drawn = window(rows, height, scroll, viewport, overscan);
        let most = (viewport / height).ceil() + 1.0 + 2.0 * f64::from(overscan);
        prop_assert!(f64::from(drawn.end - drawn.start) <= most, "{drawn:?}");
    }

    #[test]
    fn no_measures_leave_the_list(
        rows in any::<u32>(),
        height in any::<f64>(),
        scroll in any::<f64>(),
        viewport in any::<f64>(),
        overscan in any::<u32>(),
    ) {
        let drawn = window(rows, height, scroll, viewport, overscan);
        prop_assert!(drawn.start <= drawn.end && drawn.end <= rows);
    }
}
