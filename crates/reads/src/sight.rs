//! How much of what there is a person can see.

use crate::Extent;

/// So many can be seen of more that there are, by the service's own count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialSight {
    /// How many the person can see.
    pub seen: u64,
    /// How many there are.
    pub total: u64,
}

impl PartialSight {
    /// Of a list with so many rows, where the service counts more in all. `None` where nothing proves
    /// that there are more: the service does not tell, or the list is not known to be all that the
    /// person can see.
    #[must_use]
    pub fn of(seen: u64, extent: Option<Extent>, counted: Option<u64>) -> Option<Self> {
        let is_whole = extent.is_some_and(Extent::is_whole);
        let total = counted.filter(|counted| is_whole && *counted > seen)?;
        Some(Self { seen, total })
    }
}
