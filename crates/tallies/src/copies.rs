//! Where copies go, from each organization to each region.

use cloud_api::Timestamp;
use cloud_api::swr::{CopyArrow, CopyMap, CountedTask, LastCopy, RegionCopies};

use crate::pairs::Pairs;

/// A sync task as it was counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CountedCopy {
    way: usize,
    last_copy: LastCopy,
    arrived_at: Option<Timestamp>,
}

/// All sync tasks, counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copies {
    /// From which organization to which region.
    ways: Pairs,
    counted: Vec<Way>,
}

#[derive(Clone, Debug, Default)]
struct Way {
    copies: RegionCopies,
    /// Whether the task is gone whose copy arrived last, and another may have been the last.
    is_latest_gone: bool,
}

impl Copies {
    /// Takes in a task of a repository of this organization.
    pub(crate) fn add(&mut self, organization: &str, task: CountedTask<'_>) -> CountedCopy {
        let number = self.ways.number_of(organization, task.region);
        if number == self.counted.len() {
            let mut way = Way::default();
            way.copies.region = task.region.to_owned();
            self.counted.push(way);
        }
        let way = &mut self.counted[number];
        *way.copies.count(task.last_copy) += 1;
        if task.arrived_at >= way.copies.arrived_at {
            way.copies.arrived_at = task.arrived_at;
            way.is_latest_gone = false;
        }
        CountedCopy {
            way: number,
            last_copy: task.last_copy,
            arrived_at: task.arrived_at,
        }
    }

    /// Takes it out again.
    pub(crate) fn remove(&mut self, copy: CountedCopy) {
        let way = &mut self.counted[copy.way];
        *way.copies.count(copy.last_copy) -= 1;
        way.is_latest_gone |= copy.arrived_at.is_some() && copy.arrived_at == way.copies.arrived_at;
    }

    /// The picture; `all` are the tasks that are counted, looked through only where the latest is gone.
    pub(crate) fn map<'a>(&mut self, all: impl Iterator<Item = &'a CountedCopy>) -> CopyMap {
        if self.counted.iter().any(|way| way.is_latest_gone) {
            for way in self.counted.iter_mut().filter(|way| way.is_latest_gone) {
                way.copies.arrived_at = None;
            }
            for copy in all {
                let latest = &mut self.counted[copy.way].copies.arrived_at;
                *latest = (*latest).max(copy.arrived_at);
            }
            for way in &mut self.counted {
                way.is_latest_gone = false;
            }
        }
        let arrows = self
            .ways
            .in_order()
            .filter_map(|(number, organization, _)| {
                let copies = &self.counted.get(number)?.copies;
                (copies.tasks() > 0).then(|| CopyArrow {
                    organization: organization.to_owned(),
                    copies: copies.clone(),
                })
            });
        CopyMap::of(arrows.collect())
    }
}
