//! One side of a replication: where images come from, or where they go.

use super::ids::RegistryId;
use crate::wire::fields::Fields;

/// One side of a replication policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The instance itself: `{"id":0}`, null or absent.
    #[default]
    Local,
    /// A target registry.
    Registry(RegistryId),
    /// The answer names something that cannot be read, so it may be any registry.
    Unread,
}

impl Side {
    pub(super) fn read(fields: Fields<'_>, name: &'static str) -> Self {
        if fields.get(name).is_none() {
            return Self::Local;
        }
        let id = fields.object(name).and_then(|it| it.whole_id("id"));
        id.map_or(Self::Unread, |id| {
            RegistryId::listed(id).map_or(Self::Local, Self::Registry)
        })
    }
}
