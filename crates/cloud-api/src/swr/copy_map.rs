//! Where copies go, as a picture: organizations, regions, and an arrow for each pair that has sync tasks.

use super::region_copies::{CountedTask, RegionCopies};
use crate::sorted::sort_by;

/// What the picture is drawn from: a sync task with the organization whose images it copies.
#[derive(Clone, Copy, Debug)]
pub struct PlacedCopy<'a> {
    /// The organization; untrusted text.
    pub organization: &'a str,
    /// Where it copies to and how that went.
    pub task: CountedTask<'a>,
}

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
    /// Of these tasks.
    #[must_use]
    pub fn of(mut tasks: Vec<PlacedCopy<'_>>) -> Self {
        let regions = RegionCopies::by_region(tasks.iter().map(|placed| placed.task));
        sort_by(&mut tasks, |one, other| {
            one.organization.cmp(other.organization)
        });
        let of_one = tasks.chunk_by(|one, other| one.organization == other.organization);
        let arrows = of_one.flat_map(|tasks| {
            let regions = RegionCopies::by_region(tasks.iter().map(|placed| placed.task));
            let arrow = |copies| CopyArrow {
                organization: tasks[0].organization.to_owned(),
                copies,
            };
            regions.into_iter().map(arrow)
        });
        Self {
            arrows: arrows.collect(),
            regions,
        }
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
