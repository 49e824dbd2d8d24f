//! Where a list ends, whatever is told of its length.

use reads::{Extent, Flaw, PagingEvent, PagingPhase};

use super::support::{Run, unreadable};

#[test]
fn without_a_total_pages_are_read_one_after_another_until_one_is_empty() {
    let mut run = Run::begun();
    assert_eq!(run.answer(0, 100, None), [100]);
    assert_eq!(run.answer(100, 100, None), [200]);
    assert_eq!(run.answer(200, 99, None), [299]);
    assert!(run.is_reading());
    assert_eq!(run.answer(299, 0, None), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (299, None));
}

#[test]
fn without_a_total_an_empty_page_is_the_end() {
    let mut run = Run::begun();
    assert_eq!(run.answer(0, 100, None), [100]);
    assert_eq!(run.answer(100, 0, None), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0]);
}

#[test]
fn a_total_of_which_the_service_speaks_once_is_enough() {
    let mut run = Run::begun();
    assert_eq!(run.answer(0, 100, Some(250)), [100, 200]);
    assert_eq!(run.answer(100, 100, None), [0; 0]);
    assert_eq!(run.answer(200, 50, None), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (250, Some(250)));
}

#[test]
fn a_total_without_end_ends_on_the_first_empty_page() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, u64::MAX), [100, 200, 300, 400]);
    assert_eq!(run.page(200, 0, u64::MAX), [0; 0]);
    assert_eq!(run.page(400, 0, u64::MAX), [0; 0]);
    assert_eq!(run.page(300, 0, u64::MAX), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.page(100, 100, u64::MAX), [0; 0]);
    let counted = u64::MAX;
    assert_eq!(run.extent(), Some(Extent::Fewer { read: 200, counted }));
    assert_eq!(run.paging.pages(), [0, 100]);
}

#[test]
fn an_empty_list_with_a_total_without_end_is_empty() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 0, u64::MAX), [0; 0]);
    let counted = u64::MAX;
    assert_eq!(run.extent(), Some(Extent::Fewer { read: 0, counted }));
    assert_eq!(run.paging.pages(), [0; 0]);
}

#[test]
fn the_rest_of_a_page_before_the_end_is_asked_for() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, u64::MAX), [100, 200, 300, 400]);
    run.page(200, 0, u64::MAX);
    run.page(300, 0, u64::MAX);
    run.page(400, 0, u64::MAX);
    assert_eq!(run.page(100, 70, u64::MAX), [170]);
    assert_eq!(run.page(170, 0, u64::MAX), [0; 0]);
    assert_eq!(run.progress(), (170, Some(u64::MAX)));
}

#[test]
fn a_total_that_is_smaller_than_what_came_tells_nothing() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 99), [100]);
    assert_eq!(run.page(100, 100, 99), [200]);
    assert_eq!(run.page(200, 30, 99), [230]);
    assert_eq!(run.page(230, 0, 99), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100, 200]);
}

#[test]
fn a_total_of_nothing_does_not_hide_the_rows_that_came() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 5, 0), [5]);
    assert_eq!(run.page(5, 0, 0), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0]);
}

#[test]
fn a_list_without_end_is_given_up_after_ten_thousand_pages() {
    let mut run = Run::begun();
    let mut asked = vec![0];
    let mut pages = 0;
    while let Some(offset) = asked.pop() {
        pages += 1;
        asked.extend(run.answer(offset, 100, None));
    }
    assert_eq!(pages, 10_000);
    assert_eq!(run.paging.phase(), &PagingPhase::NotWhole(Flaw::Endless));
    assert_eq!(
        run.paging.outcome(),
        Some(Err(unreadable("more than 10000 pages")))
    );
    assert_eq!(run.event(PagingEvent::Begin), [0; 0]);
}

#[test]
fn a_list_of_ten_thousand_pages_is_whole() {
    let mut run = Run::begun();
    let mut asked = vec![0];
    while let Some(offset) = asked.pop() {
        asked.extend(run.page(offset, 100, 1_000_000));
    }
    assert!(run.is_whole());
    assert_eq!(run.progress(), (1_000_000, Some(1_000_000)));
}
