//! Which places have changed since somebody looked.

use reads::ScanEvent;

use super::support::{Run, no_right};

#[test]
fn an_answer_is_a_change_whatever_it_tells_and_each_look_has_its_own() {
    let (mut run, _) = Run::resumed(4);
    let begin = run.scan.look();
    assert_eq!(run.scan.changed_since(begin), Some(&[][..]));
    run.read(2);
    let later = run.scan.look();
    run.fail(0, no_right());
    assert_eq!(run.scan.changed_since(begin), Some(&[2, 0][..]));
    assert_eq!(run.scan.changed_since(later), Some(&[0][..]));
    assert_eq!(run.scan.changed_since(run.scan.look()), Some(&[][..]));
}

#[test]
fn what_is_asked_again_has_not_changed_until_it_is_answered() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    run.read(1);
    let look = run.scan.look();
    run.again(1);
    assert_eq!(run.scan.changed_since(look), Some(&[][..]));
    run.read(1);
    assert_eq!(run.scan.changed_since(look), Some(&[1][..]));
}

#[test]
fn an_answer_that_nobody_waits_for_is_no_change() {
    let (mut run, _) = Run::resumed(4);
    run.read(1);
    let look = run.scan.look();
    run.read(1);
    assert_eq!(run.scan.changed_since(look), Some(&[][..]));
}

#[test]
fn everything_may_be_another_after_other_places_a_new_beginning_or_leaving() {
    for event in [
        ScanEvent::Cover(vec![0, 2]),
        ScanEvent::StartAgain,
        ScanEvent::Forget,
    ] {
        let (mut run, _) = Run::resumed(4);
        run.read(1);
        let look = run.scan.look();
        run.event(event.clone());
        assert_eq!(run.scan.changed_since(look), None, "{event:?}");
        let look = run.scan.look();
        assert_eq!(run.scan.changed_since(look), Some(&[][..]), "{event:?}");
    }
}

#[test]
fn the_same_places_once_more_change_nothing() {
    let (mut run, _) = Run::resumed(2);
    run.read(1);
    let look = run.scan.look();
    run.cover(&[0, 1]);
    assert_eq!(run.scan.changed_since(look), Some(&[][..]));
}

#[test]
fn of_more_answers_than_places_nothing_is_held_but_that_there_were_more() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    run.read(1);
    let look = run.scan.look();
    run.again(0);
    run.read(0);
    let later = run.scan.look();
    assert_eq!(run.scan.changed_since(look), Some(&[0][..]));
    for _ in 0..2 {
        run.again(1);
        run.read(1);
    }
    assert_eq!(run.scan.changed_since(look), None);
    assert_eq!(run.scan.changed_since(later), None);
}
