//! Whether the service has taken a change, for a dialog that stays open until it has.

use cloud_api::ApiError;

use crate::{Change, ItemState, Reason};

impl Change {
    /// `None` while an answer is waited for; then whether anything of it was taken or must be
    /// followed, or else why all of it was refused.
    #[must_use]
    pub fn taken(&self) -> Option<Result<(), ApiError>> {
        let mut refusal = None;
        for item in self.items.values() {
            match &item.state {
                ItemState::Waiting | ItemState::Running => return None,
                ItemState::Failed(Reason::Refused(error)) => refusal = Some(error.clone()),
                ItemState::Stopped => {}
                ItemState::InJob { .. }
                | ItemState::Unknown { .. }
                | ItemState::Done { .. }
                | ItemState::AlreadyDone { .. }
                | ItemState::Failed(_) => return Some(Ok(())),
            }
        }
        Some(refusal.map_or(Ok(()), Err))
    }
}
