//! What is asked about repositories, and what of it they do not tell.

/// Of what a reading told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// Who has access.
    Access,
    /// Which accounts it is shared with.
    SharedAccounts,
    /// Where it is copied to.
    SyncTasks,
}

/// What is asked about repositories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who has access, accounts that they are shared with among them.
    Access,
    /// Where they are copied to.
    SyncTasks,
    /// Both.
    Everything,
}

impl Asked {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Access, Self::SyncTasks, Self::Everything];
}

impl Lacks {
    /// What was asked that it is of.
    pub(crate) fn asked(self) -> Asked {
        match self {
            Self::Access | Self::SharedAccounts => Asked::Access,
            Self::SyncTasks => Asked::SyncTasks,
        }
    }
}
