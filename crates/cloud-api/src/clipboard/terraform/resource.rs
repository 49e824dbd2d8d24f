//! What can be written down in Terraform's language.

use crate::enterprise::{ExecutionId, InstanceId, PolicyId, PolicySettings, RegistrySettings};
use crate::ims::{ImageId, VaultId};
use crate::swr::{
    AccessPlace, AccessRow, AccountName, Deadline, SharedAccount, SyncTarget, SyncTask,
};
use crate::{OrganizationName, ProjectId, RepositoryPath, UserId};

/// What a resource describes. Attributes are those of the provider's own pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// `huaweicloud_swr_organization`
    Organization {
        /// Its name.
        organization: OrganizationName,
    },
    /// `huaweicloud_swr_organization_permissions` or `huaweicloud_swr_image_permissions`
    Permissions {
        /// On what.
        place: AccessPlace,
        /// Who has which level.
        users: Vec<AccessRow>,
    },
    /// `huaweicloud_swr_repository`
    Repository {
        /// Which.
        repository: RepositoryPath,
        /// Whether everyone can pull.
        is_public: bool,
        /// The category; not written when empty.
        category: String,
        /// The description; not written when empty.
        description: String,
    },
    /// `huaweicloud_swr_image_auto_sync`
    SyncTask {
        /// Of which repository.
        repository: RepositoryPath,
        /// Where its images are copied to.
        target: SyncTarget,
        /// Whether images of the same name are overwritten there.
        overwrite: bool,
    },
    /// `huaweicloud_images_image_share`; the provider knows projects only, imports none and reads nothing
    /// back (corrections §7).
    ImageShare {
        /// Which image.
        image: ImageId,
        /// With which projects.
        projects: Vec<ProjectId>,
    },
    /// `huaweicloud_images_image_share_accepter`, of which no import is told; taken away it rejects the
    /// image (corrections §7).
    ImageShareAccepter {
        /// Which image.
        image: ImageId,
        /// The vault of a full-ECS one.
        vault: Option<VaultId>,
    },
    /// `huaweicloud_swr_repository_sharing`
    SharedAccount {
        /// Which repository.
        repository: RepositoryPath,
        /// With whom it is shared.
        account: AccountName,
        /// Until when, in the provider's words: `forever`, or the day on which it ends in UTC.
        deadline: String,
        /// What is noted beside it; not written when empty.
        description: String,
    },
    /// `huaweicloud_swr_enterprise_instance_registry`
    TargetRegistry {
        /// Of which instance.
        instance: InstanceId,
        /// Its ID, or its name where it has none yet.
        id: String,
        /// What it is.
        settings: RegistrySettings,
    },
    /// `huaweicloud_swr_enterprise_replication_policy`
    ReplicationPolicy {
        /// Of which instance.
        instance: InstanceId,
        /// Its ID, or its name where it has none yet.
        id: String,
        /// What it does.
        settings: PolicySettings,
    },
    /// `huaweicloud_swr_enterprise_replication_policy_execute`
    Execution {
        /// Of which instance.
        instance: InstanceId,
        /// Of which policy.
        policy: PolicyId,
    },
    /// `huaweicloud_swr_enterprise_replication_policy_execution_stop`
    ExecutionStop {
        /// Of which instance.
        instance: InstanceId,
        /// Which execution.
        execution: ExecutionId,
    },
}

/// Whether Terraform finds the thing or makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is there: an `import` block comes first.
    Existing,
    /// Terraform makes it.
    New,
}

impl Resource {
    /// A sync task that is there. `None` when the provider has no form for it: it knows automatic
    /// tasks only, and only with a target and a choice of overwriting that the service told.
    #[must_use]
    pub fn sync_task(repository: &RepositoryPath, task: &SyncTask) -> Option<Self> {
        let target = task.target()?;
        let is_automatic = task.automatic == Some(true);
        is_automatic.then_some(Self::SyncTask {
            repository: repository.clone(),
            target,
            overwrite: task.overwrite?,
        })
    }

    /// A share with an account. `None` when the provider has no form for it: it knows days in UTC
    /// only, and finds no repository in whose name there is a `/`.
    #[must_use]
    pub fn shared_account(
        repository: &RepositoryPath,
        account: &AccountName,
        deadline: &Deadline,
        description: &str,
    ) -> Option<Self> {
        let deadline = match deadline.time() {
            None => deadline.to_string(),
            Some(_) => deadline.utc_day()?,
        };
        let has_slash = repository.name.as_str().contains('/');
        (!has_slash).then(|| Self::SharedAccount {
            repository: repository.clone(),
            account: account.clone(),
            deadline,
            description: description.to_owned(),
        })
    }

    /// A share that is there.
    #[must_use]
    pub fn share(repository: &RepositoryPath, shared: &SharedAccount) -> Option<Self> {
        let (account, deadline) = (shared.name()?, shared.deadline()?);
        Self::shared_account(repository, &account, &deadline, &shared.description)
    }

    /// The permissions that are there; those on an organization without the caller's own, which the
    /// provider leaves out of what it reads as well.
    #[must_use]
    pub fn permissions(place: &AccessPlace, grants: &[AccessRow], caller: &UserId) -> Self {
        let mut users = grants.to_vec();
        if let AccessPlace::Organization(_) = place {
            users.retain(|row| row.user_id != caller.as_str());
        }
        Self::Permissions {
            place: place.clone(),
            users,
        }
    }
}
