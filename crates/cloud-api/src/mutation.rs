//! Writes: a closed list with stable names, so that one can be previewed, sent, recorded and read
//! back without knowing which it is.

use crate::hss::StartImageSync;
use crate::swr::{
    AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, UpdateRepository,
};
use crate::{
    ApiError, NotSent, OrganizationName, ProjectId, RepositoryName, Request, Response, UserId,
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
    /// Starts a task that synchronizes the images of registries.
    #[serde(rename = "hss.start_image_sync")]
    StartImageSync(StartImageSync),
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
    /// A new task that synchronizes images; it has no ID before it is found in the list.
    ImageSync {
        /// The project in which it runs.
        project: ProjectId,
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
    /// [`NotSent::NobodyNamed`] for a write over an empty list.
    pub fn request(&self) -> Result<Request, NotSent> {
        match self {
            Self::AddRepositoryAccess(write) => write.request(),
            Self::ChangeRepositoryAccess(write) => write.request(),
            Self::CancelRepositoryAccess(write) => write.request(),
            Self::UpdateRepository(write) => Ok(write.request()),
            Self::StartImageSync(write) => Ok(write.request()),
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
            Self::StartImageSync(write) => vec![write.subject()],
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
            Self::UpdateRepository(write) => wanted
                .contains(&write.subject())
                .then(|| Self::UpdateRepository(write.clone())),
            Self::StartImageSync(write) => wanted
                .contains(&write.subject())
                .then(|| Self::StartImageSync(write.clone())),
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
            Self::StartImageSync(write) => write.read_back(),
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
            Self::StartImageSync(write) => write.judge(read_back),
        }
    }

    /// Whether finding its object gone is what the write wanted.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        match self {
            Self::CancelRepositoryAccess(_) => true,
            Self::AddRepositoryAccess(_)
            | Self::ChangeRepositoryAccess(_)
            | Self::UpdateRepository(_)
            | Self::StartImageSync(_) => false,
        }
    }
}
