//! Where copies go, as a picture: organizations, regions, and an arrow for each pair that has sync tasks.

use super::region_copies::RegionCopies;
use crate::sorted::sort_by;

/// The sync tasks from one organization to one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyArrow {
    /// The organization; untrusted text.
    pub organization: String,
    /// How the tasks stand, with the region.
    pub copies: RegionCopies,
}

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyMap {
    /// Every pair that has tasks, by organization and region.
    pub arrows: Vec<CopyArrow>,
    /// The regions by name, each with all tasks to it.
    pub regions: Vec<RegionCopies>,
}

impl CopyMap {
    /// Of these pairs, by organization and region.
    #[must_use]
    pub fn of(arrows: Vec<CopyArrow>) -> Self {
        let mut regions: Vec<RegionCopies> = Vec::new();
        for CopyArrow { copies, .. } in &arrows {
            match regions.binary_search_by(|it| it.region.cmp(&copies.region)) {
                Ok(place) => regions[place].take(copies),
                Err(place) => regions.insert(place, copies.clone()),
            }
        }
        Self { arrows, regions }
    }

    /// The failed ones among all tasks.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.regions.iter().map(|region| region.failed).sum()
    }

    /// All tasks.
    #[must_use]
    pub fn tasks(&self) -> u64 {
        self.regions.iter().map(RegionCopies::tasks).sum()
    }

    /// The organizations that copy something, those with the most tasks first, each with how many.
    #[must_use]
    pub fn organizations(&self) -> Vec<(&str, u64)> {
        let of_one = self
            .arrows
            .chunk_by(|one, other| one.organization == other.organization);
        let mut organizations: Vec<(&str, u64)> = of_one
            .map(|arrows| {
                let tasks = arrows.iter().map(|arrow| arrow.copies.tasks());
                (arrows[0].organization.as_str(), tasks.sum())
            })
            .collect();
        sort_by(&mut organizations, |(_, one), (_, other)| other.cmp(one));
        organizations
    }
}
