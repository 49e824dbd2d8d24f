//! What is said of a list that is not known to be whole, and rows that come twice.

use reads::{Extent, Paging, PagingCommand, PagingEvent, RowKey};

use super::support::Run;

#[test]
fn an_empty_page_before_the_total_says_how_many_the_service_counts_and_how_many_came() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 50, 100), [50]);
    assert_eq!(run.page(50, 0, 100), [0; 0]);
    let extent = Extent::Fewer {
        read: 50,
        counted: 100,
    };
    assert_eq!(run.extent(), Some(extent));
    assert!(!extent.is_whole());
}

#[test]
fn a_service_that_gives_a_hundred_rows_and_no_total_is_read_to_its_end() {
    let mut run = Run::begun();
    assert_eq!(run.answer(0, 100, None), [100]);
    assert_eq!(run.answer(100, 100, None), [200]);
    assert_eq!(run.answer(200, 100, None), [300]);
    assert_eq!(run.answer(300, 17, None), [317]);
    assert_eq!(run.answer(317, 0, None), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (317, None));
}

#[test]
fn a_row_that_comes_on_two_pages_has_the_list_read_once_more() {
    let mut run = Run::begun();
    assert_eq!(run.rows(0, 0..100, Some(200)), [100]);
    assert_eq!(run.rows(100, 99..199, Some(200)), [0]);
    assert_eq!(run.rows(0, 0..100, Some(200)), [100]);
    assert_eq!(run.rows(100, 100..200, Some(200)), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.doubled(100), [0_usize; 0]);
}

#[test]
fn a_row_that_comes_twice_each_time_counts_once_and_the_list_says_that_it_changed() {
    let mut run = Run::begun();
    run.rows(0, 0..100, None);
    run.rows(100, 99..150, None);
    assert_eq!(run.rows(0, 0..100, None), [100]);
    assert_eq!(run.rows(100, 98..148, None), [150]);
    assert_eq!(run.rows(150, [], None), [0; 0]);
    assert_eq!(run.paging.doubled(100), [0, 1]);
    assert_eq!(run.progress(), (148, None));
    assert_eq!(run.extent(), Some(Extent::Changed { read: 148 }));
}

#[test]
fn rows_that_came_twice_do_not_make_up_for_those_that_are_missing() {
    let mut run = Run::begun();
    run.rows(0, 0..100, Some(150));
    run.rows(100, 90..140, Some(150));
    run.rows(0, 0..100, Some(150));
    run.rows(100, 90..140, Some(150));
    let (read, counted) = (140, 150);
    assert_eq!(run.extent(), Some(Extent::Fewer { read, counted }));
}

#[test]
fn a_service_that_ignores_offsets_is_not_asked_without_end() {
    let mut run = Run::begun();
    assert_eq!(run.rows(0, 0..100, None), [100]);
    assert_eq!(run.rows(100, 0..100, None), [0]);
    assert_eq!(run.rows(0, 0..100, None), [100]);
    assert_eq!(run.rows(100, 0..100, None), [0; 0]);
    assert_eq!(run.extent(), Some(Extent::Repeated { read: 100 }));
    assert_eq!(run.paging.pages(), [0]);
}

#[test]
fn a_service_that_ignores_offsets_and_counts_more_says_how_many() {
    let mut run = Run::begun();
    for _ in 0..2 {
        assert_eq!(run.rows(0, 0..100, Some(317)), [100, 200, 300]);
        for offset in [300, 100, 200] {
            run.rows(offset, 0..100, Some(317));
        }
    }
    let (read, counted) = (100, 317);
    assert_eq!(run.extent(), Some(Extent::Fewer { read, counted }));
    assert_eq!(run.paging.pages(), [0]);
}

#[test]
fn a_longer_page_that_comes_late_is_no_change_of_the_list() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 350), [100, 200, 300]);
    run.page(200, 100, 350);
    assert_eq!(run.page(100, 130, 350), [230]);
    run.page(300, 50, 350);
    run.page(230, 120, 350);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (350, Some(350)));
}

#[test]
fn rows_that_nothing_names_are_like_no_other() {
    let mut paging = Paging::from_the_first();
    paging.handle(PagingEvent::Begin);
    let nameless = |offset| PagingEvent::Page {
        offset,
        keys: vec![RowKey::of(&["", ""]); 2],
        total: Some(4),
    };
    assert_eq!(
        paging.handle(nameless(0)),
        [PagingCommand::Read {
            offset: 2,
            after: 0
        }]
    );
    assert_eq!(paging.handle(nameless(2)), []);
    assert_eq!(paging.outcome(), Some(Ok(Extent::Whole)));
}

#[test]
fn what_one_answer_has_twice_is_left_as_it_came() {
    let mut run = Run::begun();
    assert_eq!(run.rows(0, [1, 1, 2], Some(3)), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.doubled(0), [0_usize; 0]);
}

#[test]
fn two_names_are_not_taken_for_one() {
    assert_ne!(RowKey::of(&["ab", "c"]), RowKey::of(&["a", "bc"]));
    assert_eq!(RowKey::of(&["ab", "c"]), RowKey::of(&["ab", "c"]));
}
