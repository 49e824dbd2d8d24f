//! Undo: the writes that take a write back, and what they cannot bring back.

use crate::UserId;
use crate::enterprise::{ExecutionId, PolicySettings, RegistryBefore, RegistryToRestore};
use crate::hss::TasksBefore;
use crate::ims::MembersBefore;
use crate::swr::{AccessRow, Repository, SharedAccount, SyncTask};

/// What was read before a write, of the very thing that it changes; without it nobody knows what to
/// bring back, nor which of several like things the write has made.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Before {
    /// Nothing.
    Nothing,
    /// What the write makes was looked for, and is not there.
    Absent,
    /// The access list of the organization or repository.
    Grants {
        /// Whose write it is: nobody can grant to themselves.
        caller: UserId,
        /// All direct grants.
        rows: Vec<AccessRow>,
    },
    /// The repository.
    Repository(Repository),
    /// The image that the tag stood for, by its digest.
    Tag(String),
    /// The share with the account.
    SharedAccount(SharedAccount),
    /// The sync tasks of the repository.
    SyncTasks(Vec<SyncTask>),
    /// The sync jobs of the repository.
    SyncJobs {
        /// The highest number among them, `None` when there were none.
        newest: Option<u64>,
        /// ID of the user whose write it is: others start jobs too.
        caller: String,
    },
    /// The tasks that synchronize images.
    ImageSyncTasks(TasksBefore),
    /// Who the images were shared with.
    ImageMembers(MembersBefore),
    /// The target registry.
    TargetRegistry(RegistryBefore),
    /// The settings of the replication policy.
    ReplicationPolicy(PolicySettings),
    /// The executions of the replication policy.
    Executions {
        /// The highest ID among them, `None` when there were none.
        newest: Option<ExecutionId>,
    },
    /// There was nothing like it, and the service has given this ID to what the write has made.
    Made(u64),
}

/// What takes a write back; `M` is what holds the writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inverse<M> {
    /// These writes bring everything back. Each waits for the one before it.
    Exact(Vec<M>),
    /// These writes bring some of it back.
    Partly {
        /// The writes; each waits for the one before it.
        calls: Vec<M>,
        /// What stays lost.
        lost: Loss,
    },
    /// Nothing does.
    None(Why),
}

/// What an undo does not bring back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// These grants.
    Grants(Vec<LostGrant>),
    /// Another customer may take the organization's name first, and its creator becomes whoever
    /// undoes.
    Organization {
        /// The grants that stay lost too; `None` when they were not read and all are.
        grants: Option<Vec<LostGrant>>,
    },
    /// The repository had no category, and the API cannot take one away again.
    NoCategory,
    /// Copies of what is pushed while the sync task is gone: a new task copies later pushes only
    /// (reference §0).
    PushedMeanwhile,
    /// The share with the account of this name: it had ended, and the API takes no time of the past.
    SharedAccountExpired(String),
    /// The share with the account of this name: it has a form that the API does not take.
    SharedAccountNotTaken(String),
    /// That recipients have accepted images: they have to accept them again.
    AcceptedShares,
    /// The history of the policy of this name; the one that is made in its place has a new ID.
    PolicyRuns(String),
}

/// A grant that cannot be given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostGrant {
    /// The grant as it was.
    pub row: AccessRow,
    /// Why not.
    pub because: LostBecause,
}

/// Why a grant cannot be given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostBecause {
    /// It is the caller's own, and nobody can grant to themselves.
    OwnGrant,
    /// Its level is none that the API takes, or no request can carry its user's ID.
    NotGrantable,
}

/// Why nothing takes a write back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// What was read before does not say how it was.
    NotRead,
    /// What the write made was there before.
    ThereBefore,
    /// All of it is lost.
    AllLost(Loss),
    /// Copies at the target are outside of this service's reach.
    CopiesStay,
    /// Only a new push brings an image back.
    ContentGone,
    /// No call ends a task that was started.
    CannotBeStopped,
    /// What was stopped does not go on; it can be started anew.
    RunEnded,
    /// A person has to enter the secret, which is kept nowhere, in a form that is filled with the rest.
    SecretNeeded(Box<RegistryToRestore>),
}

impl<M> Inverse<M> {
    /// Whether there is a write that takes something back.
    #[must_use]
    pub fn is_some(&self) -> bool {
        match self {
            Self::Exact(_) | Self::Partly { .. } => true,
            Self::None(_) => false,
        }
    }

    /// Takes away what a write made, when it surely was not there before: a read-back after a lost
    /// answer cannot tell it from an older one.
    pub(crate) fn of_creation(delete: M, before: &Before) -> Self {
        match before {
            Before::Absent => Self::of(vec![delete], None),
            Before::Repository(_) | Before::SharedAccount(_) => Self::None(Why::ThereBefore),
            Before::Nothing
            | Before::Tag(_)
            | Before::Grants { .. }
            | Before::SyncTasks(_)
            | Before::SyncJobs { .. }
            | Before::ImageSyncTasks(_)
            | Before::ImageMembers(_)
            | Before::TargetRegistry(_)
            | Before::ReplicationPolicy(_)
            | Before::Executions { .. }
            | Before::Made(_) => Self::None(Why::NotRead),
        }
    }

    /// The inverse that these writes make, with what they leave lost.
    pub(crate) fn of(calls: Vec<M>, lost: Option<Loss>) -> Self {
        match (calls.is_empty(), lost) {
            (true, None) => Self::None(Why::ThereBefore),
            (true, Some(lost)) => Self::None(Why::AllLost(lost)),
            (false, None) => Self::Exact(calls),
            (false, Some(lost)) => Self::Partly { calls, lost },
        }
    }
}
