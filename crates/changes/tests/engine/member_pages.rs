//! A call over several images is read back image by image, and each list page by page.

use changes::{CallId, ItemState, Reason};

use crate::cloud::*;
use crate::image_shares::*;

/// The job of the first call has ended well.
fn ended(images: u32, projects: u32) -> Run {
    let mut run = Run::confirmed(stop(images, projects));
    run.answer(0, job_begun());
    run.wake();
    run.polled(0, job("SUCCESS"));
    run
}

fn path(run: &Run, call: u32) -> String {
    let request = run.change.read_back(CallId(call)).unwrap();
    request.path_and_query()
}

#[test]
fn each_image_is_read_and_judged_by_itself() {
    let mut run = ended(3, 2);
    assert_eq!(run.reads(), [1, 2, 3]);
    assert_eq!(path(&run, 2), "/v2/images/image-1/members?limit=100");
    run.read(1, members([]));
    run.read(2, members([9]));
    assert_eq!(run.change.progress().verified, 4);
    assert!(!run.change.is_settled());
    run.read(3, members([]));
    assert_eq!(run.change.progress().verified, 6);
    assert!(run.change.is_settled());
}

#[test]
fn no_more_than_four_images_are_read_at_once() {
    let mut run = ended(9, 1);
    assert_eq!(run.reads(), [1, 2, 3, 4]);
    run.read(2, members([]));
    assert_eq!(run.reads(), [5]);
}

#[test]
fn a_list_that_could_not_be_read_is_read_again_alone() {
    let mut run = ended(2, 1);
    run.read(1, members([]));
    run.read(2, lost());
    run.wake();
    assert_eq!(run.reads(), [2]);
    run.read(2, members([]));
    assert_eq!(run.change.progress().verified, 2);
}

#[test]
fn what_is_missing_on_a_page_is_gone_only_when_it_is_missing_on_all() {
    let mut run = ended(1, 2);
    assert_eq!(run.read(0, members(100..200)), [read_back(0)]);
    let marker = project(199);
    let behind = format!("/v2/images/image-0/members?limit=100&marker={marker}");
    assert_eq!(path(&run, 0), behind);
    assert_eq!(run.change.progress().verified, 0);
    run.read(0, members([1]));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
    assert!(matches!(
        run.state(1),
        ItemState::Done { verified: None, .. }
    ));
    run.wake();
    assert_eq!(path(&run, 0), "/v2/images/image-0/members?limit=100");
}

#[test]
fn what_an_earlier_page_showed_is_there_although_the_last_one_does_not_show_it() {
    let mut run = ended(1, 2);
    for _ in 0..3 {
        run.read(0, members((0..1).chain(100..199)));
        run.read(0, members([]));
        run.wake();
    }
    run.read(0, members((0..1).chain(100..199)));
    run.read(0, members([]));
    assert_eq!(*run.state(0), ItemState::Failed(Reason::NotApplied));
    assert!(run.state(1).is_done());
}

#[test]
fn a_list_that_turns_in_circles_proves_nobody_gone() {
    let mut run = ended(1, 1);
    run.read(0, members(100..200));
    run.read(0, members(100..200));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: None,
            read_back_error: Some(_)
        }
    ));
}

#[test]
fn a_lost_answer_is_read_back_image_by_image_and_nothing_is_sent_again() {
    let mut run = Run::confirmed(stop(2, 1));
    run.answer(0, lost());
    assert_eq!((run.reads(), run.sent()), (vec![1, 2], Vec::new()));
    assert_eq!(run.change.progress().unknown, 2);
    run.read(1, members([]));
    run.read(2, members([]));
    assert!(run.change.is_settled() && !run.change.needs_retry());
}

#[test]
fn a_reload_before_the_answer_reads_each_image_back() {
    let mut run = Run::confirmed(stop(2, 1));
    assert_eq!(run.event(changes::Event::Resumed), []);
    assert_eq!(run.change.progress().unknown, 2);
    run.event(changes::Event::SignedIn);
    assert_eq!((run.reads(), run.sent()), (vec![1, 2], Vec::new()));
}
