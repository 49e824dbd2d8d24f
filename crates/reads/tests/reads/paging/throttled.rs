//! Lists of a service that asks for fewer requests.

use reads::{PagingPhase, Stride};

use super::support::Run;
use crate::scan::support::{throttled, throttled_for};

#[test]
fn a_page_that_came_too_soon_is_asked_for_once_more_after_a_pause() {
    let mut run = Run::begun();
    assert_eq!(run.fail_with(0, throttled()), [0]);
    assert_eq!(run.pauses, [(0, 2_000)]);
    assert_eq!(run.paging.progress().stride, Stride::Resting);
    assert_eq!(run.page(0, 50, 50), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.progress().stride, Stride::Going);
}

#[test]
fn it_waits_as_long_as_the_service_says() {
    let mut run = Run::begun();
    run.fail_with(0, throttled_for(7));
    assert_eq!(run.pauses, [(0, 7_000)]);
}

#[test]
fn pages_that_are_refused_together_are_asked_for_one_after_another() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 700), [100, 200, 300, 400]);
    for offset in [200, 100, 300] {
        assert_eq!(run.fail_with(offset, throttled_for(5)), [offset]);
    }
    assert_eq!(run.pauses, [(200, 5_000), (100, 10_000), (300, 15_000)]);
    assert_eq!(run.page(400, 100, 700), [0; 0]);
    assert_eq!(run.page(200, 100, 700), [0; 0]);
    // Half as many at once as before.
    assert_eq!(run.page(100, 100, 700), [500]);
    assert_eq!(run.page(300, 100, 700), [600]);
    run.page(500, 100, 700);
    run.page(600, 100, 700);
    assert!(run.is_whole());
}

#[test]
fn pauses_that_do_not_help_end_the_reading_with_the_reason() {
    let mut run = Run::begun();
    for _ in 0..8 {
        assert_eq!(run.fail_with(0, throttled()), [0]);
    }
    assert_eq!(run.fail_with(0, throttled()), [0; 0]);
    assert_eq!(run.paging.phase(), &PagingPhase::Failed(throttled()));
}
