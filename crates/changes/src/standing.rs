//! How a change stands as a whole.

use cloud_api::Timestamp;

use crate::{Change, Item, ItemState};

/// How a change stands as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Something is sent or waits to be sent.
    Sending,
    /// Everything was sent, and the service works on some of it in a job.
    Working,
    /// No clear answer came to something, and it is being found out.
    Unknown,
    /// No clear answer came to something, and nothing more is asked unless the person asks.
    StillUnknown,
    /// Everything was sent; what the service has accepted is being read back.
    Checking,
    /// Something is not as it was wanted, and nothing more is sent unless the person sends it.
    Left,
    /// Everything was accepted, and something of it could not be read back.
    NotChecked,
    /// Everything is as it was wanted, as read back.
    Checked {
        /// When the last of it was read back.
        at: Timestamp,
    },
}

impl Change {
    /// How it stands as a whole.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let progress = self.progress();
        let is_settled = self.is_settled();
        let is_lost = |item: &Item| {
            matches!(
                item.state,
                ItemState::InJob {
                    poll_error: Some(_)
                }
            )
        };
        if progress.unknown > 0 || self.items.values().any(is_lost) {
            return match is_settled {
                true => Standing::StillUnknown,
                false => Standing::Unknown,
            };
        }
        if progress.running + progress.waiting > 0 {
            return Standing::Sending;
        }
        if progress.working > 0 {
            return Standing::Working;
        }
        if progress.failed + progress.stopped > 0 {
            return Standing::Left;
        }
        match self.checked_at() {
            Some(at) => Standing::Checked { at },
            None if is_settled => Standing::NotChecked,
            None => Standing::Checking,
        }
    }

    /// When the last item was read back; `None` while one was not.
    fn checked_at(&self) -> Option<Timestamp> {
        let checked = self.items().values().map(|item| match item.state {
            ItemState::Done { verified, .. } => verified,
            ItemState::AlreadyDone { verified } => Some(verified),
            ItemState::Waiting
            | ItemState::Running
            | ItemState::InJob { .. }
            | ItemState::Unknown { .. }
            | ItemState::Failed(_)
            | ItemState::Stopped => None,
        });
        let all: Option<Vec<Timestamp>> = checked.collect();
        all?.into_iter().max()
    }
}
