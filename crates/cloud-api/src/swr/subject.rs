//! What the writes of SWR act on.

use super::access_place::AccessPlace;
use super::shared_account::AccountName;
use super::sync_target::SyncTarget;
use crate::{Kind, OrganizationName, Owner, RepositoryPath, Subject, TagName, UserId};

fn of_repository(repository: &RepositoryPath) -> Owner {
    Owner::Repository(repository.clone())
}

impl Subject {
    /// An organization itself.
    #[must_use]
    pub fn of_organization(organization: &OrganizationName) -> Self {
        let of = Owner::Organization(organization.clone());
        Self::only(Kind::Organization, of)
    }

    /// A repository itself.
    #[must_use]
    pub fn of_repository(repository: &RepositoryPath) -> Self {
        Self::only(Kind::Repository, of_repository(repository))
    }

    /// Whether everyone can pull from a repository, with its category and description.
    #[must_use]
    pub fn visibility(repository: &RepositoryPath) -> Self {
        Self::only(Kind::Visibility, of_repository(repository))
    }

    /// A user's direct grant.
    #[must_use]
    pub fn grant(place: &AccessPlace, user: &UserId) -> Self {
        Self::named(Kind::Grant, place.owner(), user.to_string())
    }

    /// An account that a repository is shared with.
    #[must_use]
    pub fn shared_account(repository: &RepositoryPath, account: &AccountName) -> Self {
        let of = of_repository(repository);
        Self::named(Kind::SharedAccount, of, account.to_string())
    }

    /// A repository's automatic sync task.
    #[must_use]
    pub fn sync_task(repository: &RepositoryPath, target: &SyncTarget) -> Self {
        let of = of_repository(repository);
        Self::named(Kind::SyncTask, of, target.to_string())
    }

    /// One copying of one tag; what stands behind the last `@` is the target.
    #[must_use]
    pub fn manual_sync(repository: &RepositoryPath, tag: &TagName, target: &SyncTarget) -> Self {
        let of = of_repository(repository);
        Self::named(Kind::ManualSync, of, format!("{tag}@{target}"))
    }

    /// The target of a copying of a tag, as [`SyncTarget`] displays it; `None` of other things.
    #[must_use]
    pub fn copied_to(&self) -> Option<&str> {
        let (_, target) = self.id.rsplit_once('@')?;
        (self.kind == Kind::ManualSync).then_some(target)
    }

    /// A tag of a repository.
    #[must_use]
    pub fn tag(repository: &RepositoryPath, tag: &TagName) -> Self {
        let of = of_repository(repository);
        Self::named(Kind::Tag, of, tag.to_string())
    }
}
