//! Writes: a closed list with stable names, so that one can be previewed, sent, recorded and read
//! back without knowing which it is.

use crate::swr::{
    AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, CreateSyncTask,
    DeleteSyncTask, DeleteTag, SyncImages, SyncTarget, UpdateRepository,
};
use crate::{
    ApiError, NotSent, OrganizationName, RepositoryName, Request, Response, TagName, UserId,
};

/// Every write that the console can send.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "operation", content = "parameters", deny_unknown_fields)]
pub enum Mutation {
    /// Grants users access to a repository.
    #[serde(rename = "swr.add_repository_access")]
    AddRepositoryAccess(AddRepositoryAccess),
    /// Changes the level of users who have a grant.
    #[serde(rename = "swr.change_repository_access")]
    ChangeRepositoryAccess(ChangeRepositoryAccess),
    /// Cancels users' grants on a repository.
    #[serde(rename = "swr.cancel_repository_access")]
    CancelRepositoryAccess(CancelRepositoryAccess),
    /// Makes a repository public or private.
    #[serde(rename = "swr.update_repository")]
    UpdateRepository(UpdateRepository),
    /// Makes an automatic sync task.
    #[serde(rename = "swr.create_sync_task")]
    CreateSyncTask(CreateSyncTask),
    /// Deletes an automatic sync task.
    #[serde(rename = "swr.delete_sync_task")]
    DeleteSyncTask(DeleteSyncTask),
    /// Copies tags by hand.
    #[serde(rename = "swr.sync_images")]
    SyncImages(SyncImages),
    /// Deletes a tag.
    #[serde(rename = "swr.delete_tag")]
    DeleteTag(DeleteTag),
}

/// One thing that a write acts on, as a person would name it. One call may cover many.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A user's direct grant on a repository.
    RepositoryGrant {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
        /// Whose grant.
        user: UserId,
    },
    /// Whether everyone can pull from a repository.
    RepositoryVisibility {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
    },
    /// A repository's automatic sync task.
    SyncTask {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
        /// Where it copies to.
        target: SyncTarget,
    },
    /// One copying of one tag.
    ManualSync {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
        /// The tag.
        tag: TagName,
        /// Where it is copied to.
        target: SyncTarget,
    },
    /// A tag of a repository.
    Tag {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
        /// The tag.
        tag: TagName,
    },
}

/// What a read-back says of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is as the write wanted it.
    Applied,
    /// It is not (yet) as the write wanted it.
    NotApplied,
    /// The read-back could not be done or understood.
    CannotTell(ApiError),
}

impl Mutation {
    /// The request, complete but for the credential.
    ///
    /// # Errors
    /// [`NotSent::NobodyNamed`] and [`NotSent::NoTagNamed`] for a write over an empty list.
    pub fn request(&self) -> Result<Request, NotSent> {
        match self {
            Self::AddRepositoryAccess(write) => write.request(),
            Self::ChangeRepositoryAccess(write) => write.request(),
            Self::CancelRepositoryAccess(write) => write.request(),
            Self::UpdateRepository(write) => Ok(write.request()),
            Self::CreateSyncTask(write) => Ok(write.request()),
            Self::DeleteSyncTask(write) => Ok(write.request()),
            Self::SyncImages(write) => write.request(),
            Self::DeleteTag(write) => Ok(write.request()),
        }
    }

    /// What the write acts on, in the order in which the request names it.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        match self {
            Self::AddRepositoryAccess(write) => write.subjects(),
            Self::ChangeRepositoryAccess(write) => write.subjects(),
            Self::CancelRepositoryAccess(write) => write.subjects(),
            Self::UpdateRepository(write) => vec![write.subject()],
            Self::CreateSyncTask(write) => vec![write.subject()],
            Self::DeleteSyncTask(write) => vec![write.subject()],
            Self::SyncImages(write) => write.subjects(),
            Self::DeleteTag(write) => vec![write.subject()],
        }
    }

    /// The same write over those of its subjects that are in `wanted`; `None` when none is.
    #[must_use]
    pub fn only(&self, wanted: &[Subject]) -> Option<Self> {
        match self {
            Self::AddRepositoryAccess(write) => write.only(wanted).map(Self::AddRepositoryAccess),
            Self::ChangeRepositoryAccess(write) => {
                write.only(wanted).map(Self::ChangeRepositoryAccess)
            }
            Self::CancelRepositoryAccess(write) => {
                write.only(wanted).map(Self::CancelRepositoryAccess)
            }
            Self::SyncImages(write) => write.only(wanted).map(Self::SyncImages),
            // Of one subject: whole or not at all.
            Self::UpdateRepository(_)
            | Self::CreateSyncTask(_)
            | Self::DeleteSyncTask(_)
            | Self::DeleteTag(_) => self
                .subjects()
                .iter()
                .all(|subject| wanted.contains(subject))
                .then(|| self.clone()),
        }
    }

    /// The read that shows whether the write took effect.
    #[must_use]
    pub fn read_back(&self) -> Request {
        match self {
            Self::AddRepositoryAccess(write) => write.read_back(),
            Self::ChangeRepositoryAccess(write) => write.read_back(),
            Self::CancelRepositoryAccess(write) => write.read_back(),
            Self::UpdateRepository(write) => write.read_back(),
            Self::CreateSyncTask(write) => write.read_back(),
            Self::DeleteSyncTask(write) => write.read_back(),
            Self::SyncImages(write) => write.read_back(),
            Self::DeleteTag(write) => write.read_back(),
        }
    }

    /// What the answer to [`Mutation::read_back`] says of one subject.
    #[must_use]
    pub fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        match self {
            Self::AddRepositoryAccess(write) => write.judge(subject, read_back),
            Self::ChangeRepositoryAccess(write) => write.judge(subject, read_back),
            Self::CancelRepositoryAccess(write) => write.judge(subject, read_back),
            Self::UpdateRepository(write) => write.judge(read_back),
            Self::CreateSyncTask(write) => write.judge(read_back),
            Self::DeleteSyncTask(write) => write.judge(read_back),
            Self::SyncImages(write) => write.judge(subject, read_back),
            Self::DeleteTag(write) => write.judge(read_back),
        }
    }

    /// Whether finding its object gone is what the write wanted.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        match self {
            Self::CancelRepositoryAccess(_) | Self::DeleteSyncTask(_) | Self::DeleteTag(_) => true,
            Self::AddRepositoryAccess(_)
            | Self::ChangeRepositoryAccess(_)
            | Self::UpdateRepository(_)
            | Self::CreateSyncTask(_)
            | Self::SyncImages(_) => false,
        }
    }
}
