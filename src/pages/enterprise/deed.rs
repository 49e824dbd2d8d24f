//! What can be done with replication policies that are there.

use crate::i18n::{Message, text};

/// What shall be done with policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Started once.
    Run,
    /// Let run by their triggers.
    Enable,
    /// No longer.
    Disable,
    /// Deleted, after what runs of them was stopped.
    Delete,
}

impl Deed {
    /// What it is called, with how many policies.
    #[must_use]
    pub fn words(self) -> fn(u64) -> Message {
        match self {
            Self::Run => text::work_run_policies,
            Self::Enable => text::work_enable_policies,
            Self::Disable => text::work_disable_policies,
            Self::Delete => text::work_delete_policies,
        }
    }

    /// The same on the page of the one policy that it is about.
    #[must_use]
    pub fn alone(self) -> Message {
        match self {
            Self::Run => text::policy_run(),
            Self::Enable => text::policy_enable(),
            Self::Disable => text::policy_disable(),
            Self::Delete => text::policy_delete(),
        }
    }
}
