//! The first page, then several at once.

use reads::{Extent, Paging, PagingEvent, PagingPhase};

use super::support::{Run, timed_out};

#[test]
fn the_first_page_is_read_alone() {
    let mut run = Run::begun();
    assert_eq!(run.event(PagingEvent::Begin), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.progress(), (0, None));
}

#[test]
fn a_list_of_one_page_is_whole_with_it() {
    for (received, total) in [(0, 0), (1, 1), (99, 99), (100, 100)] {
        let mut run = Run::begun();
        assert_eq!(run.page(0, received, total), [0; 0]);
        assert!(run.is_whole(), "{total}");
        assert_eq!(run.progress(), (received, Some(total)));
    }
}

#[test]
fn one_row_more_takes_a_second_page() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 101), [100]);
    assert!(run.is_reading());
    assert_eq!(run.paging.outcome(), None);
    assert_eq!(run.page(100, 1, 101), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.outcome(), Some(Ok(Extent::Whole)));
    assert_eq!(run.paging.pages(), [0, 100]);
}

#[test]
fn four_pages_are_read_at_once_and_each_answer_makes_room_for_one() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 650), [100, 200, 300, 400]);
    assert_eq!(run.page(300, 100, 650), [500]);
    assert_eq!(run.page(100, 100, 650), [600]);
    assert_eq!(run.page(200, 100, 650), [0; 0]);
    assert_eq!(run.page(600, 50, 650), [0; 0]);
    assert_eq!(run.page(400, 100, 650), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.progress(), (550, Some(650)));
    assert_eq!(run.page(500, 100, 650), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (650, Some(650)));
    assert_eq!(run.paging.pages(), [0, 100, 200, 300, 400, 500, 600]);
}

#[test]
fn a_page_belongs_to_the_list_when_all_before_it_have_arrived() {
    let mut run = Run::begun();
    run.page(0, 100, 400);
    run.page(200, 100, 400);
    assert_eq!(run.paging.pages(), [0]);
    assert_eq!(run.progress(), (200, Some(400)));
    run.page(100, 100, 400);
    assert_eq!(run.paging.pages(), [0, 100, 200]);
}

#[test]
fn a_page_that_cannot_be_read_ends_the_reading_with_its_reason() {
    let mut run = Run::begun();
    run.page(0, 100, 1_000);
    run.page(100, 100, 1_000);
    assert_eq!(run.fail(300), [0; 0]);
    assert_eq!(run.paging.phase(), &PagingPhase::Failed(timed_out()));
    assert_eq!(run.paging.outcome(), Some(Err(timed_out())));
    let before = run.paging.clone();
    assert_eq!(run.page(200, 100, 1_000), [0; 0]);
    assert_eq!(run.event(PagingEvent::Begin), [0; 0]);
    assert_eq!(run.paging, before);
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let mut run = Run::begun();
    run.page(0, 100, 1_000);
    let before = run.paging.clone();
    assert_eq!(run.page(0, 7, 3), [0; 0]);
    assert_eq!(run.page(500, 100, 1_000), [0; 0]);
    assert_eq!(run.fail(500), [0; 0]);
    assert_eq!(run.paging, before);
}

#[test]
fn a_list_can_be_read_from_where_it_is_known() {
    let mut run = Run {
        paging: Paging::behind(4_000),
        pauses: Vec::new(),
    };
    assert_eq!(run.event(PagingEvent::Begin), [4_000]);
    assert_eq!(run.page(4_000, 100, 4_150), [4_100]);
    assert_eq!(run.page(4_100, 50, 4_150), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [4_000, 4_100]);
    assert_eq!(run.progress(), (150, Some(4_150)));
}

#[test]
fn nothing_stands_behind_a_list_that_is_shorter() {
    let mut run = Run {
        paging: Paging::behind(4_000),
        pauses: Vec::new(),
    };
    run.event(PagingEvent::Begin);
    assert_eq!(run.page(4_000, 0, 3_000), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0; 0]);
}
