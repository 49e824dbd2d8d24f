//! The tags of a repository.

use std::borrow::Cow;

use super::seeded_tags::SeededTags;
use super::tag::Tag;

/// The tags of a repository, the newest first. Those of the beginning are made when somebody looks:
/// a hundred thousand repositories have two million.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    seeded: Option<SeededTags>,
    listed: Vec<Tag>,
}

impl Tags {
    /// Tags as in the beginning.
    pub fn seeded(seeded: SeededTags) -> Self {
        Self {
            seeded: Some(seeded),
            listed: Vec::new(),
        }
    }

    /// These tags.
    pub fn listed(listed: Vec<Tag>) -> Self {
        Self {
            seeded: None,
            listed,
        }
    }

    /// The newest, at most so many.
    pub fn first(&self, most: usize) -> Cow<'_, [Tag]> {
        match &self.seeded {
            Some(seeded) => Cow::Owned(seeded.first(most)),
            None => Cow::Borrowed(&self.listed[..most.min(self.listed.len())]),
        }
    }

    /// All.
    pub fn all(&self) -> Cow<'_, [Tag]> {
        self.first(usize::MAX)
    }

    /// Names for a row of the repository list: of the newest two. Without tags there is null.
    pub fn newest_names(&self) -> Option<Vec<String>> {
        let newest = self.first(2);
        let names = newest.iter().map(|tag| tag.name.clone()).collect();
        (!newest.is_empty()).then_some(names)
    }

    /// The tag of this name.
    pub fn find(&self, name: &str) -> Option<Tag> {
        self.all().iter().find(|tag| tag.name == name).cloned()
    }

    /// All, to change them.
    pub fn list(&mut self) -> &mut Vec<Tag> {
        if let Some(seeded) = self.seeded.take() {
            self.listed = seeded.first(usize::MAX);
        }
        &mut self.listed
    }
}
