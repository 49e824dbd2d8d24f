//! Calls: what is sent, each covering one or more items.

use cloud_api::{ApiError, Before, Mutation, Response, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{CallId, ItemId, JobNote, Pages, Polling, Step, schedule};

/// One write and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The write.
    pub mutation: Mutation,
    /// What was read before the change was confirmed.
    pub before: Before,
    /// What it covers, in the order in which the write names them.
    pub items: Vec<ItemId>,
    /// Calls of a later stage wait for those of an earlier one.
    pub stage: u32,
    /// How it stands.
    pub state: CallState,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// What was answered, when an answer arrived.
    pub answer: Option<AnswerNote>,
    /// How often the service wanted it later.
    #[serde(default)]
    pub put_off: u32,
    /// Whether the service may have carried it out although that was not seen.
    #[serde(default)]
    pub is_in_doubt: bool,
    /// The job that it has begun, where the service named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobNote>,
    /// The call of which it only reads back a part: it is not sent itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reads_back: Option<CallId>,
}

/// How a call stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    /// Not sent yet, or refused because the service wants it later.
    Planned,
    /// Sent, no answer yet.
    Sent,
    /// The service works on it in a job, which is asked for until it has ended.
    Following(Polling),
    /// Answered, or not: a read-back tells what its items are now.
    Checking(Check),
    /// Nothing more comes of it.
    Settled,
    /// Never sent, or put off by the service, and never will be sent; Retry makes a new call.
    Withdrawn,
}

/// A read-back and its repetitions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Why it is made.
    pub cause: Cause,
    /// How far it is.
    pub step: Step,
    /// Read-backs that showed the write not applied.
    pub not_applied: u32,
    /// Read-backs in a row that told nothing.
    pub unread: u32,
    /// How far the list was read, where it has several pages.
    #[serde(default, skip_serializing_if = "Pages::is_first")]
    pub pages: Pages,
}

/// Why a call is read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The service accepted it.
    Accepted,
    /// It may or may not have been applied.
    Unclear(ApiError),
    /// Nothing of it was applied, yet its items may be as they were wanted.
    Refused(ApiError),
    /// The job that it has begun has failed, for this one reason: some of it may have been applied.
    JobFailed(ApiError),
}

/// What is kept of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerNote {
    /// HTTP status.
    pub status: u16,
    /// The ID to quote to the cloud's support.
    pub request_id: Option<String>,
    /// When it arrived.
    pub at: Timestamp,
}

impl AnswerNote {
    pub(crate) fn of(outcome: &Result<Response, ApiError>, at: Timestamp) -> Option<Self> {
        let (status, request_id) = match outcome {
            Ok(response) => (response.status, response.request_id()),
            Err(ApiError::Refused(refusal)) => (refusal.status, refusal.request_id.clone()),
            Err(ApiError::Unreadable(unreadable)) => {
                (unreadable.status, unreadable.request_id.clone())
            }
            Err(ApiError::NotSent(_) | ApiError::NoAnswer(_)) => return None,
        };
        Some(Self {
            status,
            request_id,
            at,
        })
    }
}

impl Call {
    pub(crate) fn planned(
        mutation: Mutation,
        before: Before,
        items: Vec<ItemId>,
        stage: u32,
    ) -> Self {
        Self {
            mutation,
            before,
            items,
            stage,
            state: CallState::Planned,
            sent_at: None,
            answer: None,
            put_off: 0,
            is_in_doubt: false,
            job: None,
            reads_back: None,
        }
    }

    /// Whether its items' states stay as they are unless a person acts.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        match &self.state {
            CallState::Settled | CallState::Withdrawn => true,
            CallState::Checking(check) => {
                check.step == Step::Held && check.cause == Cause::Accepted
            }
            CallState::Planned | CallState::Sent | CallState::Following(_) => false,
        }
    }

    /// Whether it covers more than one item, so that a refusal says nothing of a single one.
    #[must_use]
    pub fn covers_many(&self) -> bool {
        self.items.len() > 1
    }
}

impl Check {
    /// One that is due at once.
    pub(crate) fn begin(cause: Cause, now: Timestamp) -> Self {
        Self {
            cause,
            step: Step::Pausing { until: now },
            not_applied: 0,
            unread: 0,
            pages: Pages::default(),
        }
    }

    /// When the next read-back is due. One that is further away than any that is planned shows that the
    /// clock was set back: it is due now.
    pub(crate) fn until(&self, now: Timestamp) -> Option<Timestamp> {
        match self.step {
            Step::Pausing { until } => {
                let is_planned = until.milliseconds_since(now) <= schedule::STEADY;
                Some(if is_planned { until } else { now })
            }
            Step::Reading | Step::Held => None,
        }
    }
}
