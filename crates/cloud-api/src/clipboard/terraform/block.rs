//! Blocks of Terraform's language, with the block that imports what is there already.

use std::collections::BTreeSet;

use super::attribute::{Attribute, lines, string};
use super::described::Described;
use super::provider::Provider;
use super::resource::{Resource, Standing};
use super::{huawei_cloud, open_telekom_cloud};
use crate::swr::{AccessLevel, AccessRow};

use Attribute::Text;

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
pub fn all(resources: impl IntoIterator<Item = Resource>, provider: Provider) -> Written {
    let mut labels = Labels::of(provider);
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
pub(super) struct Labels {
    provider: Provider,
    taken: BTreeSet<(&'static str, String)>,
}

impl Labels {
    /// None yet.
    pub(super) fn of(provider: Provider) -> Self {
        Self {
            provider,
            taken: BTreeSet::new(),
        }
    }

    /// A label that nothing of this kind has yet, numbered where the plain one is taken.
    fn free(&self, kind: &'static str, plain: String) -> String {
        let is_free = |label: &String| !self.taken.contains(&(kind, label.clone()));
        if is_free(&plain) {
            return plain;
        }
        let mut numbered = (2_u32..).map(|number| format!("{plain}_{number}"));
        numbered.find(is_free).unwrap_or(plain)
    }

    /// The blocks of a thing, and notes their labels; `None` where the provider has no form for it.
    pub(super) fn blocks(&mut self, resource: &Resource, standing: Standing) -> Option<String> {
        match self.provider {
            Provider::HuaweiCloud => self.written(huawei_cloud::described(resource), standing),
            Provider::OpenTelekomCloud => {
                let parts = open_telekom_cloud::described(resource, standing)?;
                let blocks = parts.into_iter().map(|part| self.written(part, standing));
                let blocks: Vec<String> = blocks.collect::<Option<_>>()?;
                (!blocks.is_empty()).then(|| blocks.join("\n"))
            }
            Provider::Unknown => None,
        }
    }

    fn written(&mut self, described: Described<'_>, standing: Standing) -> Option<String> {
        let Described {
            kind,
            parts,
            attributes,
            users,
            blocks,
        } = described;
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
/// does not take, no users at all, what the provider has no form for, or a character that nobody sees, other than tab and line break.
#[must_use]
pub fn blocks(resource: &Resource, standing: Standing, provider: Provider) -> Option<String> {
    Labels::of(provider).blocks(resource, standing)
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
