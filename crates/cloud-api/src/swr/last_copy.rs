//! How the latest copy of a sync task stands for a person: what needs a hand, and what is long past.

use super::last_job::LastJob;
use super::sync_job::SyncStatus;
use crate::Timestamp;

/// A copy that failed less than so many milliseconds ago has failed lately: 30 days.
const RECENT: i64 = 30 * 86_400 * 1_000;

/// How the latest copy of a sync task stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastCopy {
    /// It did not arrive and needs a hand: it was tried lately, or the repository has changed since.
    Missing,
    /// It did not arrive, long ago, and nothing has come since that could have been copied.
    FailedBefore,
    /// It goes on.
    UnderWay,
    /// It arrived, or was there already.
    Arrived,
    /// The service did not tell, or in words that no document knows.
    #[default]
    NotTold,
    /// There was none.
    NeverRan,
}

impl LastCopy {
    /// How it stands at `now`, going by the latest job; `changed_at` is when the repository last
    /// changed, where that is known: a failed copy of before is then not all that is missing.
    #[must_use]
    pub fn of(last: &LastJob, changed_at: Option<Timestamp>, now: Timestamp) -> Self {
        let job = match last {
            LastJob::NotTold => return Self::NotTold,
            LastJob::None => return Self::NeverRan,
            LastJob::Job(job) => job,
        };
        match job.status {
            SyncStatus::Success | SyncStatus::Existed => Self::Arrived,
            SyncStatus::Waiting | SyncStatus::Running => Self::UnderWay,
            SyncStatus::Unknown(_) => Self::NotTold,
            SyncStatus::Failed | SyncStatus::Timeout | SyncStatus::Cancel => {
                let Some(made_at) = Timestamp::parse(&job.created_at) else {
                    // Nothing says that it is long past.
                    return Self::Missing;
                };
                let is_recent = now.milliseconds_since(made_at) < RECENT;
                let has_changed = changed_at.is_some_and(|changed_at| changed_at > made_at);
                match is_recent || has_changed {
                    true => Self::Missing,
                    false => Self::FailedBefore,
                }
            }
        }
    }

    /// Whether it did not arrive, whenever that was.
    #[must_use]
    pub fn has_failed(self) -> bool {
        matches!(self, Self::Missing | Self::FailedBefore)
    }
}
