//! Jobs that a write has begun: followed until they end, and then read back.

use changes::{Command, Event, ItemState, Reason, Sight, Standing};
use cloud_api::{ApiError, Meaning};

use crate::cloud::*;
use crate::image_shares::*;

/// One image with one project, and the job of it begun.
fn followed() -> Run {
    let mut run = Run::confirmed(stop(1, 1));
    run.answer(0, job_begun());
    run
}

/// The same with the first poll under way.
fn asked() -> Run {
    let mut run = followed();
    run.wake();
    assert_eq!(run.polls(), [0]);
    run
}

fn poll_path(run: &Run) -> Option<String> {
    let request = run.change.poll(changes::CallId(0))?;
    Some(request.path_and_query())
}

fn is_status_unknown(run: &Run) -> bool {
    matches!(
        run.state(0),
        ItemState::InJob {
            poll_error: Some(_)
        }
    )
}

#[test]
fn a_job_is_asked_for_after_1_2_3_and_5_seconds_and_then_every_5() {
    let mut run = followed();
    assert_eq!(*run.state(0), ItemState::InJob { poll_error: None });
    for expected in [1_000, 2_000, 3_000, 5_000, 5_000, 5_000] {
        assert_eq!(run.wake(), expected);
        assert_eq!(run.polls(), [0]);
        run.polled(0, job("RUNNING"));
        assert!(run.sent().is_empty());
    }
    assert_eq!(run.change.standing(), Standing::Working);
    assert!(run.change.is_under_way(), "nobody follows it once left");
}

#[test]
fn a_job_is_asked_for_every_30_seconds_while_nobody_sees_the_page_and_at_once_afterwards() {
    let mut run = followed();
    run.event(Event::Sight(Sight::Hidden));
    assert_eq!(run.wake(), 30_000);
    run.polled(0, job("RUNNING"));
    assert_eq!(run.wake(), 30_000);
    run.polled(0, job("RUNNING"));
    run.now = run.now.plus_milliseconds(10_000);
    run.event(Event::Sight(Sight::Seen));
    assert_eq!(run.polls(), [0]);
}

#[test]
fn a_job_that_has_ended_well_is_believed_only_once_the_members_say_so() {
    let mut run = asked();
    assert_eq!(run.polled(0, job("success")), [read_back(0)]);
    assert!(matches!(
        run.state(0),
        ItemState::Done { verified: None, .. }
    ));
    run.read(0, members([]));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
}

#[test]
fn a_share_that_is_still_there_after_a_success_is_told() {
    let mut run = asked();
    run.polled(0, job("SUCCESS"));
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, members([0]));
        assert_eq!(run.wake(), expected);
    }
    run.read(0, members([0]));
    assert_eq!(*run.state(0), ItemState::Failed(Reason::NotApplied));
    assert!(run.change.is_settled() && run.change.needs_retry());
}

#[test]
fn the_one_reason_of_a_failed_job_is_that_of_the_shares_that_are_still_there() {
    let mut run = Run::confirmed(stop(1, 2));
    run.answer(0, job_begun());
    run.wake();
    assert_eq!(run.polled(0, job_failed()), [read_back(0)]);
    assert_eq!(run.change.progress().unknown, 2);
    for _ in 0..3 {
        run.read(0, members([1]));
        run.wake();
    }
    run.read(0, members([1]));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
    let ItemState::Failed(Reason::Refused(ApiError::Refused(reason))) = run.state(1) else {
        panic!("{:?}", run.state(1));
    };
    assert_eq!(reason.code, "IMG.0113");
    assert_eq!(reason.message, "Failed to delete the tenant.");
}

#[test]
fn a_lost_poll_is_status_unknown_and_asked_again_and_never_failed() {
    let mut run = asked();
    for outcome in [
        lost(),
        offline(),
        refused_by_ims(500, "IMG.0001"),
        refused_by_ims(503, "IMG.0001"),
        Ok(of_ims(200, "{}")),
        Ok(of_ims(200, "<html>")),
    ] {
        run.polled(0, outcome);
        assert!(is_status_unknown(&run));
        assert_eq!(run.change.standing(), Standing::Unknown);
        run.wake();
        assert_eq!(run.polls(), [0]);
    }
    run.polled(0, job("RUNNING"));
    assert_eq!(*run.state(0), ItemState::InJob { poll_error: None });
}

#[test]
fn a_cloud_that_is_gone_for_an_hour_is_asked_until_it_is_back() {
    let mut run = asked();
    for _ in 0..720 {
        run.polled(0, offline());
        run.wake();
        assert_eq!(run.polls(), [0]);
    }
    assert_eq!(run.polled(0, job("SUCCESS")), [read_back(0)]);
}

#[test]
fn a_throttled_poll_rests_for_as_long_as_the_service_says() {
    let mut run = asked();
    let mut told = of_ims(429, r#"{"error_code":"APIGW.0308","error_msg":"m"}"#);
    told.headers
        .push(("Retry-After".to_owned(), "40".to_owned()));
    run.polled(0, Ok(told));
    assert_eq!(run.wake(), 40_000);
    assert_eq!(run.polls(), [0]);
}

#[test]
fn throttled_polls_come_ever_more_seldom_until_a_person_asks() {
    let mut run = asked();
    let mut waited = 0;
    for _ in 0..8 {
        run.polled(0, gateway_refusal(429, "APIGW.0308"));
        let pause = run.wake();
        assert!(pause >= waited);
        waited = pause;
    }
    run.polled(0, gateway_refusal(429, "APIGW.0308"));
    assert!(is_status_unknown(&run) && run.change.has_held());
    assert_eq!(
        run.event(Event::Retry),
        [Command::Poll {
            call: changes::CallId(0)
        }]
    );
}

#[test]
fn a_job_that_is_not_known_is_read_back() {
    for outcome in [
        refused_by_ims(404, "IMG.0086"),
        refused_by_ims(400, "IMG.0086"),
        refused_by_ims(400, "IMG.0030"),
    ] {
        let mut run = asked();
        assert_eq!(run.polled(0, outcome), [read_back(0)]);
    }
}

#[test]
fn a_job_is_asked_for_under_the_older_address_where_the_newer_is_not_known() {
    let glance = r#"{"code":"404 Not Found","title":"x","message":"m"}"#;
    for outcome in [
        gateway_refusal(404, "APIGW.0101"),
        Ok(of_ims(404, "<html>")),
        refused_by_ims(403, "IMG.0026"),
    ] {
        let mut run = asked();
        assert_eq!(poll_path(&run), Some(format!("/v1/cloudimages/job/{JOB}")));
        run.polled(0, outcome.clone());
        assert_eq!(run.polls(), [0]);
        assert_eq!(poll_path(&run), Some(format!("/v1/{PROJECT}/jobs/{JOB}")));
        run.polled(0, job("RUNNING"));
        run.wake();
        assert_eq!(poll_path(&run), Some(format!("/v1/{PROJECT}/jobs/{JOB}")));
    }
    let mut run = asked();
    assert_eq!(run.polled(0, Ok(of_ims(404, glance))), [read_back(0)]);
}

#[test]
fn where_neither_address_is_known_the_members_are_read() {
    let mut run = asked();
    run.polled(0, gateway_refusal(404, "APIGW.0101"));
    run.polled(0, gateway_refusal(404, "APIGW.0101"));
    assert_eq!(run.reads(), [0]);
}

#[test]
fn a_job_that_goes_on_for_10_minutes_is_read_back() {
    let mut run = asked();
    run.now = run.now.plus_milliseconds(600_000);
    assert_eq!(run.polled(0, job("RUNNING")), [read_back(0)]);
}

#[test]
fn a_state_that_nobody_knows_goes_on_and_is_shown() {
    let mut run = asked();
    run.polled(0, job("PAUSED"));
    let note = run.change.calls()[&changes::CallId(0)].job.clone();
    assert_eq!(note.unwrap().status, "PAUSED");
    run.wake();
    assert_eq!(run.polls(), [0]);
}

#[test]
fn an_answer_without_a_job_is_unclear_and_read_back() {
    for body in ["{}", "", r#"{"job_id":null}"#] {
        let mut run = Run::confirmed(stop(1, 1));
        assert_eq!(run.answer(0, Ok(of_ims(200, body))), [read_back(0)]);
        assert!(matches!(run.state(0), ItemState::Unknown { .. }));
    }
}

#[test]
fn a_token_that_expires_in_the_middle_holds_the_job_until_somebody_has_signed_in() {
    let mut run = asked();
    assert_eq!(run.polled(0, token_expired()), []);
    assert!(is_status_unknown(&run));
    assert_eq!(run.event(Event::Tick), []);
    assert_eq!(
        run.event(Event::SignedIn),
        [Command::Poll {
            call: changes::CallId(0)
        }]
    );
    run.polled(0, job("SUCCESS"));
    run.read(0, members([]));
    assert!(run.state(0).is_done() && run.change.is_settled());
}

#[test]
fn after_a_reload_a_job_is_followed_once_there_is_a_credential_and_nothing_is_sent() {
    for mut run in [followed(), asked()] {
        assert_eq!(run.event(Event::Resumed), []);
        assert_eq!(run.event(Event::Tick), []);
        run.now = run.now.plus_milliseconds(3_600_000);
        run.event(Event::SignedIn);
        assert_eq!((run.polls(), run.sent()), (vec![0], Vec::new()));
        run.polled(0, job("SUCCESS"));
        assert_eq!(run.reads(), [0]);
    }
}

#[test]
fn a_clock_that_is_set_back_lets_no_poll_wait_for_hours() {
    let mut run = followed();
    run.now = run.now.plus_milliseconds(-3_600_000);
    run.event(Event::Tick);
    assert_eq!(run.polls(), [0]);
}

#[test]
fn stopping_sends_nothing_more_and_follows_what_was_begun() {
    let mut run = followed();
    run.event(Event::Stop);
    run.now = run.now.plus_milliseconds(1_000);
    run.event(Event::Tick);
    assert_eq!(run.polls(), [0]);
    assert!(!run.change.may_stop());
}

#[test]
fn a_late_poll_changes_nothing() {
    let mut run = asked();
    run.polled(0, job("SUCCESS"));
    let before = run.change.clone();
    assert_eq!(run.polled(0, job_failed()), []);
    assert_eq!(run.change, before);
}

#[test]
fn a_dialog_hears_that_the_service_has_taken_it() {
    assert_eq!(followed().change.taken(), Some(Ok(())));
}

#[test]
fn a_refused_batch_for_want_of_a_right_is_asked_for_once() {
    let mut run = Run::confirmed(stop(3, 4));
    run.answer(0, refused_by_ims(403, "IMG.0026"));
    assert!(run.sent().is_empty() && run.change.is_settled());
    let ItemState::Failed(Reason::Refused(error)) = run.state(11) else {
        panic!("{:?}", run.state(11));
    };
    assert_eq!(error.meaning(), Some(Meaning::NoRight));
}

#[test]
fn a_record_from_before_there_were_jobs_is_read() {
    let run = Run::confirmed(three());
    let mut written = serde_json::to_value(&run.change).unwrap();
    written.as_object_mut().unwrap().remove("sight");
    let text = written.to_string();
    for word in ["job", "reads_back", "pages", "sight"] {
        assert!(!text.contains(&format!("\"{word}\"")), "{word}");
    }
    let read: changes::Change = serde_json::from_str(&text).unwrap();
    assert_eq!(read, run.change);
}

#[test]
fn a_kept_call_that_follows_no_job_is_read_back() {
    let mut written = serde_json::to_value(followed().change).unwrap();
    let call = &mut written["calls"]["0"];
    assert!(call.as_object_mut().unwrap().remove("job").is_some());
    let mut run = followed();
    run.change = serde_json::from_value(written).unwrap();
    run.event(Event::Resumed);
    run.event(Event::SignedIn);
    assert_eq!((run.reads(), run.polls()), (vec![0], Vec::new()));
}

#[test]
fn a_restored_record_of_several_images_is_sound() {
    let record = record(stop(3, 2), |run| {
        run.answer(0, job_begun());
        run.wake();
        run.polled(0, job("SUCCESS"));
        run.read(1, members([]));
    });
    let text = changes::keeping::written(&record).unwrap();
    let (scope, id) = (scope(), record.change.id());
    let key = changes::Key { scope, id };
    assert!(changes::keeping::read(&text, &key).is_ok());
}
