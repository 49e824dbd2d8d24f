//! How far an execution is, by its counters.

use cloud_api::enterprise::{Execution, Progress};
use proptest::prelude::*;

fn execution(
    total: Option<u64>,
    [succeed, failed, in_progress, stopped]: [Option<u64>; 4],
) -> Execution {
    Execution {
        total,
        succeed,
        failed,
        in_progress,
        stopped,
        ..Execution::default()
    }
}

fn of(total: u64, parts: [u64; 4]) -> Option<Progress> {
    Progress::of(&execution(Some(total), parts.map(Some)))
}

#[test]
fn done_and_failed_are_told_apart() {
    let progress = of(12, [7, 1, 4, 0]);
    let counts = progress.map(|it| [it.total(), it.done(), it.failed(), it.stopped()]);
    assert_eq!(counts, Some([12, 7, 1, 0]));
    let percent = progress.map(|it| (it.done_percent(), it.ended_percent()));
    assert_eq!(percent, Some((58, 66)));
}

#[test]
fn nothing_of_nothing_is_no_progress() {
    assert_eq!(of(0, [0; 4]), None);
    assert_eq!(Progress::of(&Execution::default()), None);
}

#[test]
fn a_run_is_complete_only_when_all_has_ended() {
    let percent = |parts| of(1_000, parts).map(|it| (it.done_percent(), it.ended_percent()));
    assert_eq!(percent([999, 0, 1, 0]), Some((99, 99)));
    assert_eq!(percent([0, 1_000, 0, 0]), Some((0, 100)));
    assert_eq!(percent([1_000, 0, 0, 0]), Some((100, 100)));
    assert_eq!(percent([0, 0, 0, 1_000]), Some((0, 100)));
}

#[test]
fn counters_beyond_their_total_are_believed_before_it() {
    let progress = of(3, [4, 2, 0, 0]);
    let told = progress.map(|it| (it.total(), it.ended_percent(), it.done_percent()));
    assert_eq!(told, Some((6, 100, 66)));
    let without = execution(None, [Some(1), None, Some(1), None]);
    let percent = Progress::of(&without).map(Progress::done_percent);
    assert_eq!(percent, Some(50));
}

#[test]
fn numbers_beyond_counting_are_no_progress() {
    assert_eq!(of(1, [u64::MAX, 1, 0, 0]), None);
    let largest = of(u64::MAX, [u64::MAX, 0, 0, 0]).map(Progress::done_percent);
    assert_eq!(largest, Some(100));
}

#[test]
fn of_numbers_that_can_hardly_be_counted_all_but_one_are_not_all() {
    let all_but_one = of(u64::MAX, [u64::MAX - 1, 0, 0, 0]).map(Progress::done_percent);
    assert_eq!(all_but_one, Some(99));
    let half = of(u64::MAX, [u64::MAX / 2, 0, 0, 0]).map(Progress::done_percent);
    assert_eq!(half, Some(50));
}

proptest! {
    #[test]
    fn the_parts_are_never_more_than_the_whole(
        total in any::<Option<u64>>(),
        parts in any::<[Option<u64>; 4]>(),
    ) {
        if let Some(progress) = Progress::of(&execution(total, parts)) {
            let parts = [progress.done(), progress.failed(), progress.stopped()];
            let parts: u128 = parts.into_iter().map(u128::from).sum();
            prop_assert!(parts <= u128::from(progress.total()));
            prop_assert!(progress.ended_percent() <= 100);
            prop_assert!(progress.done_percent() <= progress.ended_percent());
        }
    }
}
