//! "Copy as Terraform": organizations, repositories and their permissions as the provider
//! `huaweicloud` writes them down, with the block that imports what is there already.

use std::collections::BTreeSet;

use crate::swr::{AccessLevel, AccessRow, SyncTarget, SyncTask};
use crate::{Before, Mutation, OrganizationName, RegionId, RepositoryName, UserId};

/// What a resource describes. Attributes are those of the provider's own pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// `huaweicloud_swr_organization`
    Organization {
        /// Its name.
        organization: OrganizationName,
    },
    /// `huaweicloud_swr_organization_permissions`
    OrganizationPermissions {
        /// On which organization.
        organization: OrganizationName,
        /// Who has which level.
        users: Vec<AccessRow>,
    },
    /// `huaweicloud_swr_repository`
    Repository {
        /// Its organization.
        organization: OrganizationName,
        /// Its name.
        repository: RepositoryName,
        /// Whether everyone can pull.
        is_public: bool,
        /// The category; not written when empty.
        category: String,
        /// The description; not written when empty.
        description: String,
    },
    /// `huaweicloud_swr_image_permissions`
    RepositoryPermissions {
        /// The repository's organization.
        organization: OrganizationName,
        /// On which repository.
        repository: RepositoryName,
        /// Who has which level.
        users: Vec<AccessRow>,
    },
    /// `huaweicloud_swr_image_auto_sync`
    SyncTask {
        /// The repository's organization.
        organization: OrganizationName,
        /// Of which repository.
        repository: RepositoryName,
        /// Where its images are copied to.
        target_region: RegionId,
        /// The organization there.
        target_organization: OrganizationName,
        /// Whether images of the same name are overwritten there.
        overwrite: bool,
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
    pub fn sync_task(
        organization: &OrganizationName,
        repository: &RepositoryName,
        task: &SyncTask,
    ) -> Option<Self> {
        let SyncTarget {
            region,
            organization: target_organization,
        } = task.target()?;
        let is_automatic = task.automatic == Some(true);
        is_automatic.then_some(Self::SyncTask {
            organization: organization.clone(),
            repository: repository.clone(),
            target_region: region,
            target_organization,
            overwrite: task.overwrite?,
        })
    }

    /// The permissions on an organization without the caller's own, which the provider leaves out
    /// of what it reads as well.
    #[must_use]
    pub fn organization_permissions(
        organization: &OrganizationName,
        grants: &[AccessRow],
        caller: &UserId,
    ) -> Self {
        let others = grants.iter().filter(|row| row.user_id != caller.as_str());
        Self::OrganizationPermissions {
            organization: organization.clone(),
            users: others.cloned().collect(),
        }
    }
}

/// What a write makes, or what it makes of a thing that was there before; `None` for one that
/// leaves nothing to describe, or when what was there before was not read.
#[must_use]
pub fn change(mutation: &Mutation, before: &Before) -> Option<String> {
    changes([(mutation, before)])
}

/// The same of several writes, one under the other; `None` without any, or when one has none.
#[must_use]
pub fn changes<'a>(writes: impl IntoIterator<Item = (&'a Mutation, &'a Before)>) -> Option<String> {
    let mut labels = Labels::default();
    let block = |(mutation, before): (&Mutation, &Before)| {
        let (resource, standing) = mutation.described(before)?;
        labels.blocks(&resource, standing)
    };
    let blocks: Option<Vec<String>> = writes.into_iter().map(block).collect();
    blocks
        .filter(|blocks| !blocks.is_empty())
        .map(|blocks| blocks.join("\n"))
}

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
struct Labels {
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
    fn blocks(&mut self, resource: &Resource, standing: Standing) -> Option<String> {
        let (kind, parts, attributes, users) = match resource {
            Resource::Organization { organization } => (
                "huaweicloud_swr_organization",
                vec![organization.as_str()],
                vec![("name", Text(organization.as_str()))],
                None,
            ),
            Resource::OrganizationPermissions {
                organization,
                users,
            } => (
                "huaweicloud_swr_organization_permissions",
                vec![organization.as_str()],
                vec![("organization", Text(organization.as_str()))],
                Some(users),
            ),
            Resource::Repository {
                organization,
                repository,
                is_public,
                category,
                description,
            } => {
                let mut attributes = vec![
                    ("organization", Text(organization.as_str())),
                    ("name", Text(repository.as_str())),
                    ("is_public", Flag(*is_public)),
                ];
                for (name, text) in [("category", category), ("description", description)] {
                    if !text.is_empty() {
                        attributes.push((name, Text(text)));
                    }
                }
                (
                    "huaweicloud_swr_repository",
                    vec![organization.as_str(), repository.as_str()],
                    attributes,
                    None,
                )
            }
            Resource::RepositoryPermissions {
                organization,
                repository,
                users,
            } => (
                "huaweicloud_swr_image_permissions",
                vec![organization.as_str(), repository.as_str()],
                vec![
                    ("organization", Text(organization.as_str())),
                    ("repository", Text(repository.as_str())),
                ],
                Some(users),
            ),
            Resource::SyncTask {
                organization,
                repository,
                target_region,
                target_organization,
                overwrite,
            } => (
                "huaweicloud_swr_image_auto_sync",
                vec![
                    organization.as_str(),
                    repository.as_str(),
                    target_region.as_str(),
                    target_organization.as_str(),
                ],
                vec![
                    ("organization", Text(organization.as_str())),
                    ("repository", Text(repository.as_str())),
                    ("target_region", Text(target_region.as_str())),
                    ("target_organization", Text(target_organization.as_str())),
                    ("override", Flag(*overwrite)),
                ],
                None,
            ),
        };
        let label = self.free(kind, label(&parts));
        let mut text = String::new();
        if standing == Standing::Existing {
            // Slashes part the ID unless one of its parts has some itself.
            let has_slash = parts.iter().any(|part| part.contains('/'));
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
        text += "}\n";
        self.taken.insert((kind, label));
        Some(text)
    }
}

/// The blocks of one thing, or `None` when Terraform cannot say it: a level or user ID that the API
/// does not take, no users at all, or a control character other than tab and line break.
#[must_use]
pub fn blocks(resource: &Resource, standing: Standing) -> Option<String> {
    Labels::default().blocks(resource, standing)
}

/// A value of an attribute.
enum Attribute<'a> {
    Text(&'a str),
    Flag(bool),
}

use Attribute::{Flag, Text};

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

/// Attributes one a line, their values in one column, as `terraform fmt` has them.
fn lines(attributes: &[(&str, Attribute<'_>)], indent: &str) -> Option<String> {
    let width = attributes.iter().map(|(name, _)| name.len()).max()?;
    let mut text = String::new();
    for (name, value) in attributes {
        let value = match value {
            Text(text) => string(text)?,
            Flag(flag) => flag.to_string(),
        };
        text += &format!("{indent}{name:width$} = {value}\n");
    }
    Some(text)
}

/// A label from the parts of a name: letters, digits, `_` and `-`, a letter first.
fn label(parts: &[&str]) -> String {
    let joined = parts.join("_");
    joined
        .chars()
        .map(|character| match character {
            'a'..='z' | '0'..='9' | '-' => character,
            _ => '_',
        })
        .collect()
}

/// A quoted string of Terraform's language, in which `${` and `%{` begin what is evaluated.
fn string(text: &str) -> Option<String> {
    let mut quoted = "\"".to_owned();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted += "\\n",
            '\r' => quoted += "\\r",
            '\t' => quoted += "\\t",
            '$' | '%' if characters.peek() == Some(&'{') => quoted.extend([character, character]),
            _ if character.is_control() => return None,
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    Some(quoted)
}
