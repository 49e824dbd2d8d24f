//! Blocks of Terraform's language, with the block that imports what is there already.

use std::collections::BTreeSet;

use super::attribute::{Attribute, Block, lines, string};
use super::replication;
use super::resource::{Resource, Standing};
use crate::swr::{AccessLevel, AccessPlace, AccessRow};
use crate::{ProjectId, RepositoryPath};

use Attribute::{Flag, Number, Text, Texts};

/// What several things are written as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Their blocks, one under the other.
    pub text: String,
    /// How many of them Terraform cannot say.
    pub left_out: u64,
}

/// The blocks of several things that are there, no two under the same address.
#[must_use]
pub fn all(resources: impl IntoIterator<Item = Resource>) -> Written {
    let mut labels = Labels::default();
    let mut written = Written::default();
    for resource in resources {
        let Some(blocks) = labels.blocks(&resource, Standing::Existing) else {
            written.left_out += 1;
            continue;
        };
        if !written.text.is_empty() {
            written.text.push('\n');
        }
        written.text += &blocks;
    }
    written
}

/// The labels that are in use, each with its kind. Different names can become the same label.
#[derive(Default)]
pub(super) struct Labels {
    taken: BTreeSet<(&'static str, String)>,
}

impl Labels {
    /// A label that nothing of this kind has yet, numbered where the plain one is taken.
    fn free(&self, kind: &'static str, plain: String) -> String {
        let is_free = |label: &String| !self.taken.contains(&(kind, label.clone()));
        if is_free(&plain) {
            return plain;
        }
        let mut numbered = (2_u32..).map(|number| format!("{plain}_{number}"));
        numbered.find(is_free).unwrap_or(plain)
    }

    /// The blocks of a thing, and notes its label.
    pub(super) fn blocks(&mut self, resource: &Resource, standing: Standing) -> Option<String> {
        let Described {
            kind,
            parts,
            attributes,
            users,
            blocks,
        } = described(resource);
        let label = self.free(kind, label(&parts));
        let mut text = String::new();
        if standing == Standing::Existing {
            // Slashes part the ID unless one of its parts has some itself.
            let has_slash = parts.iter().any(|part| part.contains('/'));
            // Neither can stand in a part of an ID whose parts it parts.
            if parts.iter().any(|part| part.contains(',')) {
                return None;
            }
            let id = string(&parts.join(if has_slash { "," } else { "/" }))?;
            text = format!("import {{\n  to = {kind}.{label}\n  id = {id}\n}}\n\n");
        }
        text += &format!("resource \"{kind}\" \"{label}\" {{\n");
        text += &lines(&attributes, "  ")?;
        if let Some(users) = users {
            // The provider takes no empty list.
            users.first()?;
            for user in users {
                text += &format!("\n  users {{\n{}  }}\n", user_lines(user)?);
            }
        }
        for block in blocks {
            text += &format!("\n{}", block.text("  ")?);
        }
        text += "}\n";
        self.taken.insert((kind, label));
        Some(text)
    }
}

/// The blocks of one thing, or `None` when Terraform cannot say it: a level or user ID that the API
/// does not take, no users at all, or a character that nobody sees, other than tab and line break.
#[must_use]
pub fn blocks(resource: &Resource, standing: Standing) -> Option<String> {
    Labels::default().blocks(resource, standing)
}

/// How a thing is written down.
struct Described<'a> {
    /// The provider's name of its kind.
    kind: &'static str,
    /// What its ID consists of.
    parts: Vec<&'a str>,
    attributes: Vec<(&'static str, Attribute<'a>)>,
    /// Where its kind has any.
    users: Option<&'a [AccessRow]>,
    blocks: Vec<Block<'a>>,
}

impl<'a> Described<'a> {
    fn new(
        kind: &'static str,
        parts: Vec<&'a str>,
        attributes: Vec<(&'static str, Attribute<'a>)>,
    ) -> Self {
        Self {
            kind,
            parts,
            attributes,
            users: None,
            blocks: Vec::new(),
        }
    }
}

fn described(resource: &Resource) -> Described<'_> {
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
            let mut attributes = vec![
                ("organization", Text(repository.organization.as_str())),
                ("name", Text(repository.name.as_str())),
                ("is_public", Flag(*is_public)),
            ];
            for (name, text) in [("category", category), ("description", description)] {
                if !text.is_empty() {
                    attributes.push((name, Text(text)));
                }
            }
            let parts = repository.parameters().into();
            Described::new("huaweicloud_swr_repository", parts, attributes)
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

fn user_lines(user: &AccessRow) -> Option<String> {
    let permission = match user.grant()?.auth {
        AccessLevel::Read => "Read",
        AccessLevel::Edit => "Write",
        AccessLevel::Manage => "Manage",
    };
    let attributes = [
        ("user_name", Text(&user.user_name)),
        ("user_id", Text(&user.user_id)),
        ("permission", Text(permission)),
    ];
    // Without a name the provider looks it up.
    let known = if user.user_name.is_empty() { 1 } else { 0 };
    lines(attributes.get(known..)?, "    ")
}

/// A label from the parts of a name: letters, digits, `_` and `-`, a letter or `_` first.
fn label(parts: &[&str]) -> String {
    let joined = parts.join("_");
    let label: String = joined
        .chars()
        .map(|character| match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => character,
            _ => '_',
        })
        .collect();
    match label.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
        true => format!("_{label}"),
        false => label,
    }
}
