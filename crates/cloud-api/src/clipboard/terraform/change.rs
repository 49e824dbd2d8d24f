//! Writes as what is there after them.

use super::block::Labels;
use crate::{Before, Mutation};

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
