//! Jobs that writes have begun: how they are followed, and what is known of them.

use cloud_api::ims::{Job, JobAddress, JobId};
use cloud_api::{ApiError, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Sight, Step, schedule};

/// What a call has begun and what was seen of it last. All texts are the service's, untrusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JobNote {
    /// Its ID.
    pub id: JobId,
    /// When the service named it.
    pub since: Timestamp,
    /// How it stood, in the service's word; empty until it was seen.
    pub status: String,
    /// How far it was, from 0 to 100, where the service told.
    pub percent: Option<u8>,
    /// When it ended, as the service wrote it; empty where it did not tell.
    pub end_time: String,
    /// The code of its one reason; empty where nothing failed.
    pub error_code: String,
    /// Its one reason in the service's words; empty where nothing failed.
    pub fail_reason: String,
    /// When it was seen last.
    pub seen_at: Option<Timestamp>,
    /// Why the latest poll told nothing, when it did not.
    pub poll_error: Option<ApiError>,
}

/// The polling of a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Polling {
    /// How far the next poll is.
    pub step: Step,
    /// Polls that came back.
    pub polls: u32,
    /// Since when the next poll is waited for.
    pub waits_since: Timestamp,
    /// Under which address it is asked for.
    pub address: JobAddress,
}

/// Characters of a service's word or code, and of its words, that are kept.
const SHORT: usize = 100;
const LONG: usize = 500;

impl JobNote {
    /// Of a job that an answer has named.
    pub(crate) fn begin(id: JobId, now: Timestamp) -> Self {
        Self {
            id,
            since: now,
            status: String::new(),
            percent: None,
            end_time: String::new(),
            error_code: String::new(),
            fail_reason: String::new(),
            seen_at: None,
            poll_error: None,
        }
    }

    pub(crate) fn see(&mut self, job: &Job, now: Timestamp) {
        self.status = beginning(&job.status, SHORT);
        self.percent = job.percent;
        self.end_time = beginning(&job.end_time, SHORT);
        self.error_code = beginning(&job.error_code, SHORT);
        self.fail_reason = beginning(&job.fail_reason, LONG);
        self.seen_at = Some(now);
        self.poll_error = None;
    }

    /// Whether it goes on for longer than it is waited for. A clock that was set back tells nothing.
    pub(crate) fn is_too_long(&self, now: Timestamp) -> bool {
        now.milliseconds_since(self.since) >= schedule::LONGEST_JOB
    }
}

fn beginning(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

impl Polling {
    /// One whose first poll comes in a while.
    pub(crate) fn begin(sight: Sight, now: Timestamp) -> Self {
        let mut polling = Self {
            step: Step::Held,
            polls: 0,
            waits_since: now,
            address: JobAddress::default(),
        };
        polling.wait(sight, now);
        polling
    }

    /// Waits for the next poll.
    pub(crate) fn wait(&mut self, sight: Sight, now: Timestamp) {
        self.waits_since = now;
        let wait = schedule::before_poll(self.polls, sight);
        self.step = Step::Pausing {
            until: now.plus_milliseconds(wait),
        };
    }

    /// Waits for as long as the page is seen, or not seen, by now.
    pub(crate) fn heed(&mut self, sight: Sight) {
        if let Step::Pausing { until } = &mut self.step {
            let wait = schedule::before_poll(self.polls, sight);
            *until = self.waits_since.plus_milliseconds(wait);
        }
    }

    /// When the next poll is due. One that is further away than any that is planned shows that the clock
    /// was set back: it is due now.
    pub(crate) fn until(&self, now: Timestamp) -> Option<Timestamp> {
        match self.step {
            Step::Pausing { until } => {
                let is_planned = until.milliseconds_since(now) <= schedule::UNSEEN;
                Some(if is_planned { until } else { now })
            }
            Step::Reading | Step::Held => None,
        }
    }
}
