//! Writes: a closed list with stable names, so that one can be previewed, sent, recorded, read back
//! and undone without knowing which it is.

use crate::hss::StartImageSync;
use crate::inverse::{Before, Inverse};
use crate::swr::{
    AddOrganizationAccess, AddRepositoryAccess, CancelOrganizationAccess, CancelRepositoryAccess,
    ChangeOrganizationAccess, ChangeRepositoryAccess, CreateOrganization, CreateRepository,
    CreateSyncTask, DeleteOrganization, DeleteRepository, DeleteSyncTask, DeleteTag, Grant,
    SyncImages, SyncTarget, UpdateRepository,
};
use crate::terraform::{Resource, Standing};
use crate::write::Write;
use crate::{
    ApiError, NotSent, OrganizationName, ProjectId, RepositoryName, Request, Response, TagName,
    UserId, path,
};

/// Every write that the console can send.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "operation", content = "parameters", deny_unknown_fields)]
pub enum Mutation {
    /// Grants users access to a whole organization.
    #[serde(rename = "swr.add_organization_access")]
    AddOrganizationAccess(AddOrganizationAccess),
    /// Changes the level of users who have a grant on an organization.
    #[serde(rename = "swr.change_organization_access")]
    ChangeOrganizationAccess(ChangeOrganizationAccess),
    /// Cancels users' grants on an organization.
    #[serde(rename = "swr.cancel_organization_access")]
    CancelOrganizationAccess(CancelOrganizationAccess),
    /// Creates an organization.
    #[serde(rename = "swr.create_organization")]
    CreateOrganization(CreateOrganization),
    /// Deletes an organization without repositories.
    #[serde(rename = "swr.delete_organization")]
    DeleteOrganization(DeleteOrganization),
    /// Grants users access to a repository.
    #[serde(rename = "swr.add_repository_access")]
    AddRepositoryAccess(AddRepositoryAccess),
    /// Changes the level of users who have a grant.
    #[serde(rename = "swr.change_repository_access")]
    ChangeRepositoryAccess(ChangeRepositoryAccess),
    /// Cancels users' grants on a repository.
    #[serde(rename = "swr.cancel_repository_access")]
    CancelRepositoryAccess(CancelRepositoryAccess),
    /// Creates a repository.
    #[serde(rename = "swr.create_repository")]
    CreateRepository(CreateRepository),
    /// Makes a repository public or private, changes its category and description.
    #[serde(rename = "swr.update_repository")]
    UpdateRepository(UpdateRepository),
    /// Deletes a repository with every tag in it.
    #[serde(rename = "swr.delete_repository")]
    DeleteRepository(DeleteRepository),
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
    /// An organization itself.
    Organization {
        /// Which.
        organization: OrganizationName,
    },
    /// A user's direct grant on an organization.
    OrganizationGrant {
        /// The organization.
        organization: OrganizationName,
        /// Whose grant.
        user: UserId,
    },
    /// A repository itself.
    Repository {
        /// Its organization.
        organization: OrganizationName,
        /// Which.
        repository: RepositoryName,
    },
    /// A user's direct grant on a repository.
    RepositoryGrant {
        /// The repository's organization.
        organization: OrganizationName,
        /// The repository.
        repository: RepositoryName,
        /// Whose grant.
        user: UserId,
    },
    /// Whether everyone can pull from a repository, with its category and description.
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
    /// A new task that synchronizes images; it has no ID before it is found in the list.
    ImageSync {
        /// The project in which it runs.
        project: ProjectId,
    },
}

impl Subject {
    /// The organization that it is, or that it belongs to.
    #[must_use]
    pub fn organization(&self) -> Option<&OrganizationName> {
        match self {
            Self::Organization { organization }
            | Self::OrganizationGrant { organization, .. }
            | Self::Repository { organization, .. }
            | Self::RepositoryGrant { organization, .. }
            | Self::RepositoryVisibility { organization, .. }
            | Self::SyncTask { organization, .. }
            | Self::ManualSync { organization, .. }
            | Self::Tag { organization, .. } => Some(organization),
            Self::ImageSync { .. } => None,
        }
    }

    /// The repository that it is, or that it belongs to.
    #[must_use]
    pub fn repository(&self) -> Option<&RepositoryName> {
        match self {
            Self::Repository { repository, .. }
            | Self::RepositoryGrant { repository, .. }
            | Self::RepositoryVisibility { repository, .. }
            | Self::SyncTask { repository, .. }
            | Self::ManualSync { repository, .. }
            | Self::Tag { repository, .. } => Some(repository),
            Self::Organization { .. } | Self::OrganizationGrant { .. } | Self::ImageSync { .. } => {
                None
            }
        }
    }

    /// Whether both are of the same repository, or of the same organization and of no repository:
    /// rights are given on these.
    #[must_use]
    pub fn is_of_same_place(&self, other: &Self) -> bool {
        self.organization() == other.organization() && self.repository() == other.repository()
    }

    /// Path of the list that has a row for it, or for what it belongs to, and does not lie below
    /// the thing's own path.
    #[must_use]
    pub fn list_path(&self) -> Option<&'static str> {
        match self {
            Self::Organization { .. } => Some(path::ORGANIZATIONS),
            Self::Repository { .. } | Self::RepositoryVisibility { .. } | Self::Tag { .. } => {
                Some(path::REPOSITORIES)
            }
            Self::OrganizationGrant { .. }
            | Self::RepositoryGrant { .. }
            | Self::SyncTask { .. }
            | Self::ManualSync { .. }
            | Self::ImageSync { .. } => None,
        }
    }
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
    fn write(&self) -> &dyn Write {
        match self {
            Self::AddOrganizationAccess(write) => write,
            Self::ChangeOrganizationAccess(write) => write,
            Self::CancelOrganizationAccess(write) => write,
            Self::CreateOrganization(write) => write,
            Self::DeleteOrganization(write) => write,
            Self::AddRepositoryAccess(write) => write,
            Self::ChangeRepositoryAccess(write) => write,
            Self::CancelRepositoryAccess(write) => write,
            Self::CreateRepository(write) => write,
            Self::UpdateRepository(write) => write,
            Self::DeleteRepository(write) => write,
            Self::CreateSyncTask(write) => write,
            Self::DeleteSyncTask(write) => write,
            Self::SyncImages(write) => write,
            Self::DeleteTag(write) => write,
            Self::StartImageSync(write) => write,
        }
    }

    /// The request, complete but for the credential.
    ///
    /// # Errors
    /// [`NotSent::NobodyNamed`] and [`NotSent::NoTagNamed`] for a write over an empty list.
    pub fn request(&self) -> Result<Request, NotSent> {
        self.write().request()
    }

    /// What the write acts on, in the order in which the request names it.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        self.write().subjects()
    }

    /// The same write over those of its subjects that are in `wanted`; `None` when none is.
    #[must_use]
    pub fn only(&self, wanted: &[Subject]) -> Option<Self> {
        let subjects = self.subjects();
        if !subjects.is_empty() && subjects.iter().all(|subject| wanted.contains(subject)) {
            return Some(self.clone());
        }
        self.write().part(wanted)
    }

    /// The read that shows whether the write took effect.
    #[must_use]
    pub fn read_back(&self) -> Request {
        self.write().read_back()
    }

    /// What the answer to [`Mutation::read_back`] says of one subject.
    #[must_use]
    pub fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        self.write().judge(subject, read_back)
    }

    /// The subjects that an accepting answer names as not taken all the same.
    #[must_use]
    pub fn left_out(&self, answer: &Response) -> Vec<Subject> {
        self.write().left_out(answer)
    }

    /// Whether finding its object gone is what the write wanted.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.write().is_removal()
    }

    /// The grants that it gives or changes; none for other writes.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        match self {
            Self::AddOrganizationAccess(write) => &write.grants,
            Self::ChangeOrganizationAccess(write) => &write.grants,
            Self::AddRepositoryAccess(write) => &write.grants,
            Self::ChangeRepositoryAccess(write) => &write.grants,
            _ => &[],
        }
    }

    /// What takes the write back, given what was read before it. Where not all of the write was
    /// applied, ask the part that was: [`Mutation::only`].
    #[must_use]
    pub fn inverse(&self, before: &Before) -> Inverse {
        self.write().inverse(before)
    }

    pub(crate) fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        self.write().described(before)
    }
}
