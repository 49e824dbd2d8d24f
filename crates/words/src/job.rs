//! How a job stands, in words.

use changes::{Call, CallState, Change, JobNote, Step};
use cloud_api::Timestamp;
use cloud_api::ims::JobStatus;

use crate::{Message, text};

/// How the job of a call stands: the service's word, and how far it is where that is told. What a poll did
/// not tell is unknown, and never failed; so is what is not asked for any more.
#[must_use]
pub fn job_state(call: &Call, job: &JobNote) -> Message {
    let step = match &call.state {
        CallState::Following(polling) => Some(&polling.step),
        _ => None,
    };
    match (JobStatus::named(&job.status), step) {
        (_, Some(Step::Held)) if job.poll_error.is_some() => text::job_unknown(),
        (_, Some(_)) if job.poll_error.is_some() => text::job_retrying(),
        (Some(JobStatus::Success), _) => text::job_success(),
        (Some(JobStatus::Fail), _) => text::job_fail(),
        (None, _) if !job.status.is_empty() => text::item_name(job.status.clone()),
        (_, Some(_)) => running(job),
        (_, None) => text::job_unknown(),
    }
}

fn running(job: &JobNote) -> Message {
    match job.percent {
        Some(percent) => text::job_running_percent(u64::from(percent)),
        None => text::job_running(),
    }
}

/// How the jobs of a change stand that are followed, where there are any: the one, or how many.
#[must_use]
pub fn followed(change: &Change) -> Option<Message> {
    let mut calls = change.followed();
    let first = calls.next()?;
    match calls.count() as u64 {
        0 => Some(job_state(first, first.job.as_ref()?)),
        others => Some(text::job_followed(others + 1)),
    }
}

/// How long something has gone on that was sent at a time. A clock that was set back tells nothing.
#[must_use]
pub fn elapsed(since: Timestamp, now: Timestamp) -> Message {
    let seconds = u64::try_from(now.milliseconds_since(since) / 1_000).unwrap_or(0);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => text::elapsed_seconds(seconds),
        (minutes, seconds) if minutes < 60 => text::elapsed_minutes(minutes, seconds),
        (minutes, _) => text::elapsed_hours(minutes / 60, minutes % 60),
    }
}
