//! How jobs stand.

use changes::{Call, CallState, JobNote, Polling, Step};
use cloud_api::ims::JobAddress;
use cloud_api::{ApiError, Before, Mutation, NoAnswer, NoAnswerKind, Timestamp};
use words::job::{elapsed, job_state};

use crate::support::{NIGHT, chinese, english, says};
use sample_writes::delete_members;

fn note(status: &str, percent: Option<u8>) -> JobNote {
    JobNote {
        id: "9a175ac692fa12540193002a6d4b2720".parse().expect("an ID"),
        since: NIGHT,
        status: status.to_owned(),
        percent,
        end_time: String::new(),
        error_code: String::new(),
        fail_reason: String::new(),
        seen_at: None,
        poll_error: None,
    }
}

fn lost(status: &str) -> JobNote {
    let error = ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::Unreachable,
        may_have_been_applied: true,
    });
    JobNote {
        poll_error: Some(error),
        ..note(status, Some(40))
    }
}

fn call(state: CallState) -> Call {
    let mutation: Mutation = delete_members();
    Call {
        mutation,
        before: Before::Nothing,
        items: Vec::new(),
        stage: 0,
        state,
        sent_at: Some(NIGHT),
        answer: None,
        put_off: 0,
        is_in_doubt: false,
        job: None,
        reads_back: None,
    }
}

fn followed(step: Step) -> Call {
    call(CallState::Following(Polling {
        step,
        polls: 1,
        waits_since: NIGHT,
        address: JobAddress::Plain,
    }))
}

fn after(seconds: i64) -> Timestamp {
    NIGHT.plus_milliseconds(seconds * 1_000)
}

#[test]
fn a_job_that_has_not_begun_or_goes_on_runs_with_how_far_it_is_where_that_is_told() {
    let told = [
        (note("", None), "Running"),
        (note("INIT", None), "Running"),
        (note("running", None), "Running"),
        (note("RUNNING", Some(0)), "Running, 0%"),
        (note("RUNNING", Some(40)), "Running, 40%"),
    ];
    for (job, expected) in told {
        says(&job_state(&followed(Step::Reading), &job), expected);
    }
}

#[test]
fn a_word_that_no_document_knows_is_shown_as_it_is() {
    let job = note("PAUSED_BY_OPERATOR", Some(40));
    let state = job_state(&followed(Step::Reading), &job);
    assert_eq!(english(&state), "PAUSED_BY_OPERATOR");
}

#[test]
fn a_lost_poll_is_unknown_and_retried_and_never_failed() {
    for status in ["", "RUNNING", "PAUSED_BY_OPERATOR"] {
        let step = Step::Pausing { until: NIGHT };
        let state = job_state(&followed(step), &lost(status));
        says(&state, "Status unknown, retrying…");
        // It is asked for only once somebody has signed in.
        says(
            &job_state(&followed(Step::Held), &lost(status)),
            "Status unknown",
        );
    }
}

#[test]
fn how_a_job_has_ended_is_told_and_one_that_is_not_asked_for_any_more_does_not_run() {
    let ended = call(CallState::Settled);
    let told = [
        (note("success", Some(100)), "Ended"),
        (note("FAIL", None), "Failed"),
        (note("failed", None), "Failed"),
        (note("RUNNING", Some(40)), "Status unknown"),
        (note("", None), "Status unknown"),
        (lost("RUNNING"), "Status unknown"),
    ];
    for (job, expected) in told {
        says(&job_state(&ended, &job), expected);
    }
}

#[test]
fn how_long_something_goes_on_is_told_to_the_second_and_after_an_hour_to_the_minute() {
    let told = [
        (-5, "0 s"),
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min 0 s"),
        (125, "2 min 5 s"),
        (3_599, "59 min 59 s"),
        (3_600, "1 h 0 min"),
        (90_061, "25 h 1 min"),
    ];
    for (seconds, expected) in told {
        says(&elapsed(NIGHT, after(seconds)), expected);
    }
    assert_eq!(chinese(&elapsed(NIGHT, after(125))), "2‖ 分 5‖ 秒");
}
