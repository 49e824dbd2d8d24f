//! Writes as what is there after them.

use super::block::Labels;
use super::provider::Provider;
use crate::{Before, Mutation};

/// What a write makes, or what it makes of a thing that was there before; `None` for one that
/// leaves nothing to describe, or when what was there before was not read.
#[must_use]
pub fn change(mutation: &Mutation, before: &Before, provider: Provider) -> Option<String> {
    changes([(mutation, before)], provider)
}

/// The same of several writes, one under the other; `None` without any, or when one has none.
#[must_use]
pub fn changes<'a>(
    writes: impl IntoIterator<Item = (&'a Mutation, &'a Before)>,
    provider: Provider,
) -> Option<String> {
    let mut labels = Labels::of(provider);
    let mut blocks = Vec::new();
    for (mutation, before) in writes {
        for (resource, standing) in mutation.described(before)? {
            blocks.push(labels.blocks(&resource, standing)?);
        }
    }
    (!blocks.is_empty()).then(|| blocks.join("\n"))
}

/// How many of the things that writes make have no form there, beside those that [`changes`] gives.
#[must_use]
pub fn left_out<'a>(writes: impl IntoIterator<Item = &'a Mutation>) -> usize {
    let left_out = |mutation: &Mutation| match mutation {
        Mutation::AddMembers(write) => write.beyond_projects(),
        _ => 0,
    };
    writes.into_iter().map(left_out).sum()
}
