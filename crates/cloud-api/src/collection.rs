//! Collections: what a list shows, and what a write makes old.

use crate::{Kind, Owner, RepositoryPath};

/// The things of one kind under one owner.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Collection {
    /// What they are.
    pub kind: Kind,
    /// Under whom.
    pub of: Owner,
}

impl Collection {
    /// The things of a kind under an owner.
    #[must_use]
    pub fn new(kind: Kind, of: Owner) -> Self {
        Self { kind, of }
    }

    /// A repository and everything in it.
    pub(crate) fn all_of(repository: &RepositoryPath) -> Vec<Self> {
        let kinds = [
            Kind::Repository,
            Kind::Grant,
            Kind::SharedAccount,
            Kind::SyncTask,
            Kind::ManualSync,
            Kind::Tag,
        ];
        let of = || Owner::Repository(repository.clone());
        kinds.map(|kind| Self::new(kind, of())).into()
    }

    /// Whether something can be in both: a list of a whole organization shows what was changed in
    /// one repository, and the other way round.
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        self.kind == other.kind && (self.of.holds(&other.of) || other.of.holds(&self.of))
    }
}
