//! Chosen tags as they are listed, and which other names of their images stay.

use std::collections::{BTreeMap, BTreeSet};

use super::tag::Tag;
use crate::TagName;

/// Chosen tags as they are listed. Two are equal when a person would see the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenTags {
    /// Each name in the order in which it was chosen, and its image; `None` when it is not listed.
    tags: Vec<(String, Option<String>)>,
    /// The names of each image that were not chosen, in the list's order: the same for all chosen
    /// names of it.
    left: BTreeMap<String, Vec<String>>,
}

/// A chosen tag as it is listed; texts are untrusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChosenTag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether it is listed.
    pub is_listed: bool,
    /// Digest of its image; empty where none is told.
    pub digest: &'a str,
    /// The other names of its image that were not chosen; none where no digest is told.
    pub others: &'a [String],
}

impl ChosenTags {
    /// Looks for the chosen tags in a list.
    #[must_use]
    pub fn among(tags: &[Tag], chosen: &[TagName]) -> Self {
        let names: BTreeSet<&str> = chosen.iter().map(TagName::as_str).collect();
        // Of two rows of one name the first counts.
        let digests = tags.iter().rev();
        let digests: BTreeMap<&str, &str> = digests.map(|tag| (tag.name(), &*tag.digest)).collect();
        let mut left: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in &names {
            if let Some(digest) = digests.get(name).filter(|digest| !digest.is_empty()) {
                left.entry((*digest).to_owned()).or_default();
            }
        }
        for tag in tags.iter().filter(|tag| !names.contains(tag.name())) {
            if let Some(left) = left.get_mut(&tag.digest) {
                left.push(tag.name().to_owned());
            }
        }
        let listed = |tag: &TagName| {
            let digest = digests.get(tag.as_str());
            (tag.to_string(), digest.map(|digest| (*digest).to_owned()))
        };
        Self {
            tags: chosen.iter().map(listed).collect(),
            left,
        }
    }

    /// The tags, in the order in which they were chosen.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ChosenTag<'_>> {
        self.tags.iter().map(|(name, digest)| ChosenTag {
            name,
            is_listed: digest.is_some(),
            digest: digest.as_deref().unwrap_or_default(),
            others: digest
                .as_ref()
                .and_then(|digest| self.left.get(digest))
                .map_or(&[], Vec::as_slice),
        })
    }
}
