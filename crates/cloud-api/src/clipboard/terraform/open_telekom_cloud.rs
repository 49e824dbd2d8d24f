//! What the provider `opentelekomcloud` has, by its own pages.

use super::attribute::Attribute;
use super::described::Described;
use super::resource::{Resource, Standing};
use crate::ProjectId;
use crate::swr::{AccessPlace, AccessRow};

use Attribute::{Number, Text, Texts};

/// One for each of its resources; `None` where it has none, or none that takes over what is there: it
/// imports organizations, and repositories in whose name nothing parts.
pub(super) fn described(resource: &Resource, standing: Standing) -> Option<Vec<Described<'_>>> {
    let is_new = standing == Standing::New;
    match resource {
        Resource::Organization { organization } => Some(vec![Described::new(
            "opentelekomcloud_swr_organization_v2",
            vec![organization.as_str()],
            vec![("name", Text(organization.as_str()))],
        )]),
        Resource::Repository {
            repository,
            is_public,
            category,
            description,
        } => {
            if !is_new && repository.name.as_str().contains('/') {
                return None;
            }
            let kind = "opentelekomcloud_swr_repository_v2";
            let texts = [category.as_str(), description];
            Some(vec![Described::repository(
                kind, repository, *is_public, texts,
            )])
        }
        Resource::Permissions {
            place: AccessPlace::Organization(organization),
            users,
        } if is_new => {
            let permission = |user| of_user(organization.as_str(), user);
            users.iter().map(permission).collect()
        }
        Resource::SharedAccount {
            repository,
            account,
            deadline,
            description,
        } if is_new => {
            let mut parts = repository.parameters().to_vec();
            parts.push(account.as_str());
            let mut attributes = vec![
                ("organization", Text(repository.organization.as_str())),
                ("repository", Text(repository.name.as_str())),
                ("access_domain", Text(account.as_str())),
                ("permission", Text("read")),
                ("deadline", Text(deadline)),
            ];
            if !description.is_empty() {
                attributes.push(("description", Text(description)));
            }
            Some(vec![Described::new(
                "opentelekomcloud_swr_domain_v2",
                parts,
                attributes,
            )])
        }
        Resource::ImageShare { image, projects } if is_new => {
            let projects = projects.iter().map(ProjectId::as_str).collect();
            Some(vec![Described::new(
                "opentelekomcloud_ims_image_share_v1",
                vec![image.as_str()],
                vec![
                    ("source_image_id", Text(image.as_str())),
                    ("target_project_ids", Texts(projects)),
                ],
            )])
        }
        Resource::ImageShareAccepter { image, vault } if is_new => {
            let mut attributes = vec![("image_id", Text(image.as_str()))];
            attributes.extend(vault.iter().map(|vault| ("vault_id", Text(vault.as_str()))));
            Some(vec![Described::new(
                "opentelekomcloud_ims_image_share_accept_v1",
                vec![image.as_str()],
                attributes,
            )])
        }
        Resource::Permissions { .. }
        | Resource::SharedAccount { .. }
        | Resource::ImageShare { .. }
        | Resource::ImageShareAccepter { .. }
        | Resource::SyncTask { .. }
        | Resource::TargetRegistry { .. }
        | Resource::ReplicationPolicy { .. }
        | Resource::Execution { .. }
        | Resource::ExecutionStop { .. } => None,
    }
}

/// The permission of one user; the provider wants the name too.
fn of_user<'a>(organization: &'a str, user: &'a AccessRow) -> Option<Described<'a>> {
    let level = user.grant()?.auth;
    (!user.user_name.is_empty()).then(|| {
        Described::new(
            "opentelekomcloud_swr_organization_permissions_v2",
            vec![organization, &user.user_id],
            vec![
                ("organization", Text(organization)),
                ("user_id", Text(&user.user_id)),
                ("username", Text(&user.user_name)),
                ("auth", Number(level.number().unsigned_abs())),
            ],
        )
    })
}
