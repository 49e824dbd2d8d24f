//! How a thing is written down, before it is text.

use super::attribute::{Attribute, Block};
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
}
