//! What the provider `huaweicloud` has.

use super::attribute::Attribute;
use super::described::Described;
use super::replication;
use super::resource::Resource;
use crate::swr::AccessPlace;
use crate::{ProjectId, RepositoryPath};

use Attribute::{Flag, Number, Text, Texts};

/// Every resource has its kind there.
pub(super) fn described(resource: &Resource) -> Described<'_> {
    match resource {
        Resource::Organization { organization } => Described::new(
            "huaweicloud_swr_organization",
            vec![organization.as_str()],
            vec![("name", Text(organization.as_str()))],
        ),
        Resource::Permissions { place, users } => match place {
            AccessPlace::Organization(organization) => Described {
                users: Some(users),
                ..Described::new(
                    "huaweicloud_swr_organization_permissions",
                    vec![organization.as_str()],
                    vec![("organization", Text(organization.as_str()))],
                )
            },
            AccessPlace::Repository(repository) => Described {
                users: Some(users),
                ..Described::new(
                    "huaweicloud_swr_image_permissions",
                    repository.parameters().into(),
                    of_repository(repository),
                )
            },
        },
        Resource::Repository {
            repository,
            is_public,
            category,
            description,
        } => {
            let kind = "huaweicloud_swr_repository";
            Described::repository(
                kind,
                repository,
                *is_public,
                [category.as_str(), description],
            )
        }
        Resource::SyncTask {
            repository,
            target,
            overwrite,
        } => {
            let mut parts = repository.parameters().to_vec();
            parts.extend([target.region.as_str(), target.organization.as_str()]);
            let mut attributes = of_repository(repository);
            attributes.extend([
                ("target_region", Text(target.region.as_str())),
                ("target_organization", Text(target.organization.as_str())),
                ("override", Flag(*overwrite)),
            ]);
            Described::new("huaweicloud_swr_image_auto_sync", parts, attributes)
        }
        Resource::ImageShare { image, projects } => {
            let projects = projects.iter().map(ProjectId::as_str).collect();
            let attributes = vec![
                ("source_image_id", Text(image.as_str())),
                ("target_project_ids", Texts(projects)),
            ];
            let kind = "huaweicloud_images_image_share";
            Described::new(kind, vec![image.as_str()], attributes)
        }
        Resource::ImageShareAccepter { image, vault } => {
            let mut attributes = vec![("image_id", Text(image.as_str()))];
            attributes.extend(vault.iter().map(|vault| ("vault_id", Text(vault.as_str()))));
            let kind = "huaweicloud_images_image_share_accepter";
            Described::new(kind, vec![image.as_str()], attributes)
        }
        Resource::SharedAccount {
            repository,
            account,
            deadline,
            description,
        } => {
            let mut parts = repository.parameters().to_vec();
            parts.push(account.as_str());
            let mut attributes = of_repository(repository);
            attributes.extend([
                ("sharing_account", Text(account.as_str())),
                ("permission", Text("pull")),
                ("deadline", Text(deadline)),
            ]);
            if !description.is_empty() {
                attributes.push(("description", Text(description)));
            }
            Described::new("huaweicloud_swr_repository_sharing", parts, attributes)
        }
        Resource::TargetRegistry {
            instance,
            id,
            settings,
        } => {
            let (attributes, blocks) = replication::registry(instance, settings);
            Described {
                blocks,
                ..Described::new(
                    "huaweicloud_swr_enterprise_instance_registry",
                    vec![instance.as_str(), id],
                    attributes,
                )
            }
        }
        Resource::ReplicationPolicy {
            instance,
            id,
            settings,
        } => {
            let (attributes, blocks) = replication::policy(instance, settings);
            Described {
                blocks,
                ..Described::new(
                    "huaweicloud_swr_enterprise_replication_policy",
                    vec![instance.as_str(), id],
                    attributes,
                )
            }
        }
        Resource::Execution { instance, policy } => Described::new(
            "huaweicloud_swr_enterprise_replication_policy_execute",
            vec![instance.as_str()],
            vec![
                ("instance_id", Text(instance.as_str())),
                ("policy_id", Number((*policy).into())),
            ],
        ),
        Resource::ExecutionStop {
            instance,
            execution,
        } => Described::new(
            "huaweicloud_swr_enterprise_replication_policy_execution_stop",
            vec![instance.as_str()],
            vec![
                ("instance_id", Text(instance.as_str())),
                ("execution_id", Number((*execution).into())),
            ],
        ),
    }
}

fn of_repository(repository: &RepositoryPath) -> Vec<(&'static str, Attribute<'_>)> {
    vec![
        ("organization", Text(repository.organization.as_str())),
        ("repository", Text(repository.name.as_str())),
    ]
}
