//! Pages of another length than asked for.

use super::support::Run;

#[test]
fn a_service_that_gives_less_than_asked_for_is_read_in_its_own_steps() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 30, 145), [30, 60, 90, 120]);
    for offset in [30, 60, 90] {
        assert_eq!(run.page(offset, 30, 145), [0; 0]);
    }
    assert_eq!(run.page(120, 25, 145), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 30, 60, 90, 120]);
    assert_eq!(run.progress(), (145, Some(145)));
}

#[test]
fn a_service_that_gives_more_than_asked_for_is_read_in_its_own_steps() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 250, 600), [250, 500]);
    run.page(250, 250, 600);
    run.page(500, 100, 600);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 250, 500]);
}

#[test]
fn without_a_total_more_than_asked_for_is_followed_from_its_end() {
    let mut run = Run::begun();
    assert_eq!(run.answer(0, 250, None), [250]);
    assert_eq!(run.answer(250, 99, None), [349]);
    assert_eq!(run.answer(349, 0, None), [0; 0]);
    assert!(run.is_whole());
}

#[test]
fn a_page_with_fewer_rows_in_the_midst_is_followed_from_where_it_ends() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 500), [100, 200, 300, 400]);
    // Those behind it are still on their way: there is room for one.
    assert_eq!(run.page(100, 60, 500), [160]);
    assert_eq!(run.paging.pages(), [0, 100]);
    assert_eq!(run.page(200, 100, 500), [260]);
    assert_eq!(run.page(300, 100, 500), [360]);
    assert_eq!(run.progress(), (160, Some(500)));
    assert_eq!(run.page(160, 100, 500), [460]);
    assert_eq!(run.page(400, 100, 500), [0; 0]);
    assert_eq!(run.page(260, 100, 500), [0; 0]);
    assert_eq!(run.page(360, 100, 500), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.page(460, 40, 500), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100, 160, 260, 360, 460]);
    assert_eq!(run.progress(), (500, Some(500)));
}

#[test]
fn pages_that_had_arrived_behind_a_shorter_one_are_read_anew() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    run.page(200, 100, 300);
    assert_eq!(run.progress(), (200, Some(300)));
    assert_eq!(run.page(100, 50, 300), [150, 250]);
    assert_eq!(run.progress(), (150, Some(300)));
    run.page(150, 100, 300);
    run.page(250, 50, 300);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100, 150, 250]);
}

#[test]
fn a_page_with_more_rows_in_the_midst_is_followed_from_where_it_ends() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 500), [100, 200, 300, 400]);
    assert_eq!(run.page(100, 130, 500), [230]);
    // The longest page so far is the step from now on.
    assert_eq!(run.page(200, 100, 500), [360]);
    assert_eq!(run.page(300, 100, 500), [490]);
    for (offset, received) in [(400, 100), (230, 130), (360, 130), (490, 10)] {
        assert_eq!(run.page(offset, received, 500), [0; 0]);
    }
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100, 230, 360, 490]);
}

#[test]
fn a_page_that_is_under_way_already_is_not_asked_for_twice() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 401), [100, 200, 300, 400]);
    // 200 and 300 begin elsewhere now; the page at 200 is wanted after all.
    assert_eq!(run.page(100, 50, 401), [150]);
    assert_eq!(run.page(150, 50, 401), [0; 0]);
    assert_eq!(run.paging.pages(), [0, 100, 150]);
    assert_eq!(run.page(200, 100, 401), [0; 0]);
    assert_eq!(run.page(300, 100, 401), [0; 0]);
    assert!(run.is_reading());
    assert_eq!(run.page(400, 1, 401), [0; 0]);
    assert!(run.is_whole());
    assert_eq!(run.paging.pages(), [0, 100, 150, 200, 300, 400]);
}

#[test]
fn a_page_that_is_of_no_use_any_more_may_fail() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    assert_eq!(run.page(100, 50, 300), [150, 250]);
    assert_eq!(run.fail(200), [0; 0]);
    run.page(150, 100, 300);
    run.page(250, 50, 300);
    assert!(run.is_whole());
}

#[test]
fn the_list_is_whole_although_a_page_of_no_use_is_still_under_way() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 300), [100, 200]);
    assert_eq!(run.page(100, 50, 300), [150, 250]);
    run.page(150, 100, 300);
    run.page(250, 50, 300);
    assert!(run.is_whole());
}

#[test]
fn rows_on_both_sides_of_an_empty_page_show_that_the_list_goes_on() {
    let mut run = Run::begun();
    assert_eq!(run.page(0, 100, 450), [100, 200, 300, 400]);
    run.page(200, 0, 450);
    run.page(300, 0, 450);
    run.page(400, 0, 450);
    assert_eq!(run.page(100, 60, 450), [160]);
    assert_eq!(run.page(160, 100, 450), [260, 360]);
    run.page(260, 100, 450);
    run.page(360, 90, 450);
    assert!(run.is_whole());
    assert_eq!(run.progress(), (450, Some(450)));
}
