//! Lists that change while they are read, and answers that contradict each other.

use reads::{Extent, Flaw, Paging, PagingEvent, PagingPhase};

use super::support::{Run, unreadable};

/// A list whose total has changed: what was under way is there, and it is read the second time.
fn begun_again() -> Run {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 201), [100, 200]);
    assert_eq!(run.page(100, 100, 200), [0; 0]);
    assert_eq!(run.page(200, 0, 200), [0]);
    run
}

#[test]
fn when_the_total_changes_the_list_is_read_once_more() {
    let mut run = begun_again();
    assert_eq!(run.progress(), (0, None));
    assert_eq!(run.paging.pages(), [0; 0]);
    assert_eq!(run.page(0, 100, 200), [100]);
    assert_eq!(run.page(100, 100, 200), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100]);
}

#[test]
fn what_is_under_way_when_the_total_changes_is_awaited() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 1_000), [100, 200, 300, 400]);
    assert_eq!(run.page(200, 100, 999), [0; 0]);
    assert_eq!(run.page(100, 100, 999), [0; 0]);
    assert_eq!(run.page(400, 100, 999), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.page(300, 100, 999), [0]);
}

#[test]
fn pages_of_no_use_are_awaited_as_well_before_the_list_is_read_once_more() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 400), [100, 200, 300]);
    assert_eq!(run.page(100, 50, 400), [150, 250]);
    assert_eq!(run.page(150, 100, 401), [0; 0]);
    assert_eq!(run.page(250, 100, 401), [0; 0]);
    assert_eq!(run.page(200, 100, 401), [0; 0]);
    assert_eq!(run.fail(300), [0]);
}

#[test]
fn a_list_that_changes_all_the_time_is_taken_as_it_comes_and_says_so() {
    let mut run = begun_again();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    assert_eq!(run.page(100, 100, 299), [0; 0]);
    assert_eq!(run.page(200, 99, 299), [0; 0]);
    assert_eq!(run.extent(), Some(Extent::Changed { read: 299 }));
    assert_eq!(run.progress(), (299, Some(299)));
}

#[test]
fn a_list_that_grows_all_the_time_is_read_to_its_new_end() {
    let mut run = begun_again();
    assert_eq!(run.page(0, 100, 250), [100, 200]);
    assert_eq!(run.page(200, 50, 250), [0; 0]);
    assert_eq!(run.page(100, 100, 260), [250]);
    assert_eq!(run.page(250, 10, 260), [0; 0]);
    assert_eq!(run.extent(), Some(Extent::Changed { read: 260 }));
    assert_eq!(run.paging.pages(), [0, 100, 200, 250]);
}

#[test]
fn a_list_that_shrinks_below_what_came_is_read_until_a_page_is_empty() {
    let mut run = begun_again();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    assert_eq!(run.page(200, 100, 300), [0; 0]);
    assert_eq!(run.page(100, 100, 299), [300]);
    assert_eq!(run.page(300, 0, 299), [0; 0]);
    assert_eq!(run.extent(), Some(Extent::Changed { read: 300 }));
    assert_eq!(run.paging.pages(), [0, 100, 200]);
}

#[test]
fn a_page_that_fails_while_the_others_are_awaited_ends_the_reading() {
    let mut run = Run::begun();
    run.page(0, 100, 300);
    run.page(100, 100, 299);
    assert_eq!(run.fail(200), [0; 0]);
    assert!(matches!(run.paging.phase(), PagingPhase::Failed(_)));
}

#[test]
fn an_empty_page_before_others_with_rows_has_the_list_read_once_more() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    assert_eq!(run.page(100, 0, 300), [0; 0]);
    assert_eq!(run.page(200, 100, 300), [0]);
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    run.page(100, 100, 300);
    run.page(200, 100, 300);
    assert!(run.is_whole());
}

#[test]
fn a_list_that_has_a_hole_twice_is_never_whole() {
    let mut run = Run::begun();
    run.page(0, 100, 300);
    run.page(200, 100, 300);
    assert_eq!(run.page(100, 0, 300), [0]);
    run.page(0, 100, 300);
    run.page(100, 0, 300);
    assert_eq!(run.page(200, 100, 300), [0; 0]);
    let hole = Flaw::Hole { at: 100 };
    assert_eq!(run.paging.phase(), &PagingPhase::NotWhole(hole));
    let words = "no rows after the first 100, although others follow";
    assert_eq!(run.paging.outcome(), Some(Err(unreadable(words))));
    assert_eq!(run.paging.pages(), [0]);
}

#[test]
fn a_hole_is_awaited_like_a_change_while_pages_of_no_use_are_under_way() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 400), [100, 200, 300]);
    assert_eq!(run.page(100, 50, 400), [150, 250]);
    run.page(150, 0, 400);
    run.page(250, 100, 400);
    assert!(run.is_reading());
    assert_eq!(run.page(200, 100, 400), [0; 0]);
    assert_eq!(run.page(300, 100, 400), [0]);
}

#[test]
fn a_list_without_end_is_given_up_after_ten_thousand_pages_of_both_readings() {
    let mut run = begun_again();
    let mut asked = vec![0];
    let mut pages = 3;
    while let Some(offset) = asked.pop() {
        pages += 1;
        asked.extend(run.answer(offset, 100, None));
    }
    assert_eq!(pages, 10_000);
    assert_eq!(run.paging.phase(), &PagingPhase::NotWhole(Flaw::Endless));
}

#[test]
fn a_list_that_only_grows_at_its_end_is_read_once() {
    let mut run = Run {
        paging: Paging::behind(400),
        pauses: Vec::new(),
    };
    run.event(PagingEvent::Begin);
    assert_eq!(run.page(400, 100, 580), [500]);
    assert_eq!(run.page(500, 90, 590), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [400, 500]);
}

#[test]
fn a_hole_in_a_list_that_only_grows_is_one_at_once() {
    let mut run = Run {
        paging: Paging::behind(400),
        pauses: Vec::new(),
    };
    run.event(PagingEvent::Begin);
    assert_eq!(run.page(400, 100, 700), [500, 600]);
    run.page(500, 0, 700);
    assert_eq!(run.page(600, 100, 700), [0; 0]);
    let hole = Flaw::Hole { at: 500 };
    assert_eq!(run.paging.phase(), &PagingPhase::NotWhole(hole));
}
