//! How a thing is written down, before it is text.

use super::attribute::{Attribute, Block};
use crate::RepositoryPath;
use crate::swr::AccessRow;

/// How a thing is written down.
pub(super) struct Described<'a> {
    /// The provider's name of its kind.
    pub(super) kind: &'static str,
    /// What its ID consists of.
    pub(super) parts: Vec<&'a str>,
    pub(super) attributes: Vec<(&'static str, Attribute<'a>)>,
    /// Where its kind has any.
    pub(super) users: Option<&'a [AccessRow]>,
    pub(super) blocks: Vec<Block<'a>>,
}

impl<'a> Described<'a> {
    /// Without users and blocks.
    pub(super) fn new(
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
    /// A repository, which all providers write alike, with its category and description.
    pub(super) fn repository(
        kind: &'static str,
        repository: &'a RepositoryPath,
        is_public: bool,
        [category, description]: [&'a str; 2],
    ) -> Self {
        let mut attributes = vec![
            (
                "organization",
                Attribute::Text(repository.organization.as_str()),
            ),
            ("name", Attribute::Text(repository.name.as_str())),
            ("is_public", Attribute::Flag(is_public)),
        ];
        for (name, text) in [("category", category), ("description", description)] {
            if !text.is_empty() {
                attributes.push((name, Attribute::Text(text)));
            }
        }
        Self::new(kind, repository.parameters().into(), attributes)
    }
}
