//! The look before sending.

use changes::PreflightCommand::{Close, Look, Plan};
use changes::PreflightEvent::{Looked, NothingToSend, Pressed, Refused, Sent, Taken};
use changes::{Closes, Found, Preflight, PreflightEvent, PreflightState, RestsOn};
use cloud_api::{ApiError, NotSent};

const LOST: ApiError = ApiError::NotSent(NotSent::NoCredential);

fn opened(rests_on: RestsOn, closes: Closes) -> Preflight {
    Preflight::new(rests_on, closes)
}

/// Presses and gives what the look has found.
fn press_and_find(preflight: &mut Preflight, found: Found) -> Option<changes::PreflightCommand> {
    assert_eq!(preflight.handle(Pressed), Some(Look));
    preflight.handle(Looked(found))
}

#[test]
fn nothing_is_planned_before_it_was_looked_once_more() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    assert_eq!(preflight.state(), PreflightState::Open);
    assert_eq!(preflight.handle(Pressed), Some(Look));
    assert_eq!(preflight.state(), PreflightState::Looking);
    assert_eq!(preflight.handle(Looked(Found::Same)), Some(Plan));
    assert_eq!(preflight.state(), PreflightState::Planning);
}

#[test]
fn a_second_press_while_it_is_read_or_sent_does_nothing() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::WhenTaken);
    preflight.handle(Pressed);
    assert_eq!(preflight.handle(Pressed), None);
    preflight.handle(Looked(Found::Same));
    assert_eq!(preflight.handle(Pressed), None);
    preflight.handle(Sent);
    assert_eq!(preflight.handle(Pressed), None);
    assert_eq!(preflight.state(), PreflightState::Waiting);
}

#[test]
fn what_has_changed_since_it_was_shown_is_looked_at_again_by_the_person() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    assert_eq!(press_and_find(&mut preflight, Found::Changed), None);
    assert!(preflight.has_changed());
    assert_eq!(preflight.state(), PreflightState::Open);
    assert_eq!(press_and_find(&mut preflight, Found::Same), Some(Plan));
    assert!(!preflight.has_changed());
}

#[test]
fn what_has_changed_once_more_is_told_anew() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    press_and_find(&mut preflight, Found::Changed);
    preflight.handle(Pressed);
    assert!(!preflight.has_changed());
    preflight.handle(Looked(Found::Changed));
    assert!(preflight.has_changed());
}

#[test]
fn a_plan_that_rests_on_what_is_found_goes_on_when_that_has_changed() {
    for rests_on in [RestsOn::WhatIsFound, RestsOn::WhatIsFoundIfRead] {
        let mut preflight = opened(rests_on, Closes::AtOnce);
        assert_eq!(press_and_find(&mut preflight, Found::Changed), Some(Plan));
        assert!(!preflight.has_changed());
    }
}

#[test]
fn nothing_is_sent_unread_unless_the_service_may_judge() {
    for rests_on in [RestsOn::WhatWasShown, RestsOn::WhatIsFound] {
        let mut preflight = opened(rests_on, Closes::AtOnce);
        let unread = Found::NotRead(LOST);
        assert_eq!(press_and_find(&mut preflight, unread), None);
        assert_eq!(preflight.not_read(), Some(&LOST));
        assert_eq!(preflight.state(), PreflightState::Open);
    }
    let mut preflight = opened(RestsOn::WhatIsFoundIfRead, Closes::AtOnce);
    let unread = Found::NotRead(LOST);
    assert_eq!(press_and_find(&mut preflight, unread), Some(Plan));
    assert_eq!(preflight.not_read(), None);
}

#[test]
fn why_it_was_not_read_is_gone_with_the_next_press() {
    let mut preflight = opened(RestsOn::WhatIsFound, Closes::AtOnce);
    press_and_find(&mut preflight, Found::NotRead(LOST));
    assert_eq!(preflight.handle(Pressed), Some(Look));
    assert_eq!(preflight.not_read(), None);
}

#[test]
fn an_unreadable_look_takes_back_that_something_has_changed() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    press_and_find(&mut preflight, Found::Changed);
    press_and_find(&mut preflight, Found::NotRead(LOST));
    assert!(!preflight.has_changed());
}

#[test]
fn a_dialog_that_closes_at_once_closes_when_the_writes_are_on_their_way() {
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    press_and_find(&mut preflight, Found::Same);
    assert_eq!(preflight.handle(Sent), Some(Close));
    assert_eq!(preflight.state(), PreflightState::Closed);
    assert_eq!(preflight.handle(Pressed), None);
}

#[test]
fn a_dialog_that_waits_closes_when_the_service_has_taken_it() {
    let mut preflight = opened(RestsOn::WhatIsFound, Closes::WhenTaken);
    press_and_find(&mut preflight, Found::Same);
    assert_eq!(preflight.handle(Sent), None);
    assert_eq!(preflight.handle(Taken), Some(Close));
    assert_eq!(preflight.state(), PreflightState::Closed);
}

#[test]
fn a_refused_dialog_stays_and_can_be_sent_again() {
    let mut preflight = opened(RestsOn::WhatIsFound, Closes::WhenTaken);
    press_and_find(&mut preflight, Found::Same);
    preflight.handle(Sent);
    assert_eq!(preflight.handle(Refused), None);
    assert_eq!(preflight.state(), PreflightState::Open);
    assert_eq!(press_and_find(&mut preflight, Found::Same), Some(Plan));
}

#[test]
fn a_dialog_with_nothing_to_send_stays_open() {
    let mut preflight = opened(RestsOn::WhatIsFound, Closes::AtOnce);
    press_and_find(&mut preflight, Found::Same);
    assert_eq!(preflight.handle(NothingToSend), None);
    assert_eq!(preflight.state(), PreflightState::Open);
}

#[test]
fn what_nobody_waits_for_changes_nothing() {
    let late: [PreflightEvent; 5] = [Looked(Found::Same), Sent, NothingToSend, Taken, Refused];
    let mut preflight = opened(RestsOn::WhatWasShown, Closes::AtOnce);
    let untouched = preflight.clone();
    for event in late {
        assert_eq!(preflight.handle(event), None);
        assert_eq!(preflight, untouched);
    }
}

#[test]
fn a_comparison_tells_same_from_changed_and_from_unread() {
    assert_eq!(Found::compare(&1, Ok(&1)), Found::Same);
    assert_eq!(Found::compare(&1, Ok(&2)), Found::Changed);
    assert_eq!(Found::compare(&1, Err(LOST)), Found::NotRead(LOST));
}
