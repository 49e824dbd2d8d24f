//! Items: what the person sees.

use cloud_api::{ApiError, Meaning, Subject, Timestamp};
use serde::{Deserialize, Serialize};

use crate::CallId;

/// One thing that the person confirmed, such as one user's grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is.
    pub subject: Subject,
    /// The name under which the person saw it; untrusted text.
    pub name: String,
    /// The call in which it was planned; Retry builds its new call from that one.
    pub planned_in: CallId,
    /// How it stands.
    pub state: ItemState,
}

/// How an item stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ItemState {
    /// Not sent yet.
    Waiting,
    /// Sent, no answer yet; or refused together with others and being sorted out.
    Running,
    /// The service has taken it and works on it in a job.
    InJob {
        /// Why the latest poll of the job told nothing, when it did not: how it stands is not known then.
        poll_error: Option<ApiError>,
    },
    /// Nobody knows; it is being checked.
    Unknown {
        /// Since when.
        since: Timestamp,
        /// What came instead of a clear answer.
        error: ApiError,
        /// Why the latest check told nothing, when it did not.
        read_back_error: Option<ApiError>,
    },
    /// The service accepted it.
    Done {
        /// When it was read back; `None` until then.
        verified: Option<Timestamp>,
        /// Why it could not be checked, when it could not.
        read_back_error: Option<ApiError>,
    },
    /// It was so before anything was sent.
    AlreadyDone {
        /// When it was read back.
        verified: Timestamp,
    },
    /// It is not as it was wanted.
    Failed(Reason),
    /// It was never sent, or put off by the service, or refused together with others and not sent
    /// alone.
    Stopped,
}

/// Why an item failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Surely not applied, for this reason: refused, or never reached the service.
    Refused(ApiError),
    /// The answer was unclear, and the read-backs show that it was not applied.
    LeftAfterUnclear(ApiError),
    /// The service accepted the call, and its answer names this as not taken.
    LeftOut,
    /// The service accepted it, and the read-backs show that it was not applied.
    NotApplied,
}

impl ItemState {
    /// Whether it is as it was wanted, as far as the service told.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. } | Self::AlreadyDone { .. })
    }

    /// Whether Retry sends it again.
    #[must_use]
    pub fn may_be_sent_again(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Stopped)
    }

    /// Whether it was refused for want of a right.
    pub(crate) fn lacks_right(&self) -> bool {
        matches!(self, Self::Failed(Reason::Refused(error)) if error.meaning() == Some(Meaning::NoRight))
    }

    /// Whether a read-back may still change it.
    pub(crate) fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Running
                | Self::InJob { .. }
                | Self::Unknown { .. }
                | Self::Done { verified: None, .. }
        )
    }
}
