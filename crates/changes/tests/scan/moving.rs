//! A scan whose list becomes another one.

use changes::{Scan, ScanEvent, ScanPhase};

use super::support::{Run, no_right, throttled};

/// The same run over another list; each number is the place of the old resource there.
fn moved(run: &Run, resources: usize, places: &[Option<usize>]) -> Run {
    Run {
        scan: run.scan.moved(resources, |resource| {
            places.get(resource).copied().flatten()
        }),
        now: run.now,
    }
}

#[test]
fn what_was_read_moves_along_and_only_the_new_is_read() {
    let (mut run, _) = Run::resumed(3);
    run.read(0);
    run.fail(1, no_right());
    run.read(2);
    let read_at = run.scan.reading(2).and_then(|reading| reading.read_at());
    // A new one in front, the first gone.
    let mut run = moved(&run, 3, &[None, Some(1), Some(2)]);
    assert_eq!(run.covered(), [1, 1, 0, 1, 3]);
    assert_eq!(
        run.scan.reading(2).and_then(|reading| reading.read_at()),
        read_at
    );
    assert_eq!(run.event(ScanEvent::Resume), [0]);
}

#[test]
fn what_was_under_way_is_asked_for_again() {
    let (run, asked) = Run::resumed(2);
    assert_eq!(asked, [0, 1]);
    let mut run = moved(&run, 2, &[Some(1), Some(0)]);
    let mut again = run.event(ScanEvent::Resume);
    again.sort_unstable();
    assert_eq!(again, [0, 1]);
}

#[test]
fn a_paused_scan_stays_paused() {
    let (mut run, _) = Run::resumed(9);
    run.event(ScanEvent::Pause);
    for resource in 0..4 {
        run.read(resource);
    }
    let places: Vec<Option<usize>> = (0..9).map(Some).collect();
    let mut run = moved(&run, 10, &places);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    assert_eq!(run.covered(), [4, 0, 0, 6, 10]);
}

#[test]
fn a_halted_scan_reads_what_halted_it_again_on_resuming() {
    let (mut run, _) = Run::resumed(1);
    run.fail(0, throttled());
    let mut run = moved(&run, 2, &[Some(1)]);
    assert!(run.halted_by().is_some());
    let mut asked = run.event(ScanEvent::Resume);
    asked.sort_unstable();
    assert_eq!(asked, [0, 1]);
}

#[test]
fn a_place_beyond_the_new_list_is_left_out() {
    let (run, _) = Run::resumed(2);
    let run = moved(&run, 1, &[Some(0), Some(7)]);
    assert_eq!(run.covered(), [0, 0, 0, 1, 1]);
    assert_eq!(Scan::over(0).moved(0, |_| Some(0)), Scan::over(0));
}
