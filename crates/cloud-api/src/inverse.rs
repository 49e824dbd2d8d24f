//! Undo: the writes that bring back what another write took away.

use crate::Mutation;
use crate::swr::SyncTask;

/// What was read before a write; without it nobody knows what to bring back.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// Nothing.
    Nothing,
    /// The sync tasks of the write's repository.
    SyncTasks(Vec<SyncTask>),
}

/// How far a write can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inverse {
    /// These writes make everything as it was.
    Exact(Vec<Mutation>),
    /// These writes bring back all but something.
    Partly {
        /// What to send.
        calls: Vec<Mutation>,
        /// What stays lost.
        lost: Loss,
    },
    /// No write does.
    None(Why),
}

/// What an undo does not bring back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Copies of what is pushed while the sync task is gone: a new task copies later pushes only
    /// (reference §0).
    PushedMeanwhile,
}

/// Why there is no undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// What was read before does not say how it was.
    NotRead,
    /// What the write made was there before.
    ThereBefore,
    /// Copies at the target are outside of this service's reach.
    CopiesStay,
    /// Only a new push brings an image back.
    ContentGone,
    /// The console knows no undo of this write.
    NotOffered,
}

impl Before {
    pub(crate) fn sync_tasks(&self) -> Option<&[SyncTask]> {
        match self {
            Self::SyncTasks(tasks) => Some(tasks),
            Self::Nothing => None,
        }
    }
}

impl Mutation {
    /// The undo of this write, from what was read before it.
    #[must_use]
    pub fn inverse(&self, before: &Before) -> Inverse {
        match self {
            Self::CreateSyncTask(write) => write.inverse(before),
            Self::DeleteSyncTask(write) => write.inverse(before),
            Self::SyncImages(_) => Inverse::None(Why::CopiesStay),
            Self::DeleteTag(_) => Inverse::None(Why::ContentGone),
            Self::AddRepositoryAccess(_)
            | Self::ChangeRepositoryAccess(_)
            | Self::CancelRepositoryAccess(_)
            | Self::UpdateRepository(_) => Inverse::None(Why::NotOffered),
        }
    }
}
