//! What the cloud holds much of, counted by what it is of.

use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holding {
    /// Sync tasks, by target region.
    SyncTasks,
    /// Grants on organizations and repositories, by user ID.
    Grants,
    /// Replication policies that refer to a target registry, by the registry's ID.
    Policies,
    /// Recipients, by machine image.
    Recipients,
}

/// How many there are of each; what there is none of is not in it.
pub type Holdings = BTreeMap<(Holding, String), usize>;

/// Counts one more.
pub fn count(holdings: &mut Holdings, what: Holding, of: impl Into<String>) {
    *holdings.entry((what, of.into())).or_default() += 1;
}

/// Counts all of these: a hundred thousand repositories have grants of a few dozen people.
pub fn count_all<'a>(holdings: &mut Holdings, what: Holding, all: impl Iterator<Item = &'a str>) {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for of in all {
        *counted.entry(of).or_default() += 1;
    }
    for (of, number) in counted {
        *holdings.entry((what, of.to_owned())).or_default() += number;
    }
}
