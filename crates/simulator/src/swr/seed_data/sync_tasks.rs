//! The sync tasks that repositories begin with, and their jobs.

use cloud_api::Timestamp;

use crate::gateway::identities::{FAILING_REGION, PEOPLE};
use crate::swr::state::repository::Repository;
use crate::swr::sync_jobs::{End, SyncJob};
use crate::swr::sync_target::Target;
use crate::swr::sync_tasks::SyncTask;

/// Where the tasks of the largest organization copy to.
const TARGETS: [(&str, &str); 4] = [
    ("eu-nl", "acme-web-nl"),
    ("eu-west-101", "acme-web"),
    ("ap-southeast-3", "acme-mirror"),
    (FAILING_REGION, "acme-web"),
];

/// One repository in so many has tasks.
const RARITY: u64 = 7;

const MINUTE: i64 = 60_000;
const MONTH: i64 = 30 * 24 * 60 * MINUTE;

/// Tasks and jobs of a repository that is being filled.
pub struct Seed<'a> {
    repository: &'a mut Repository,
    /// Everything ended before: a cloud whose clock starts early has no jobs of the future.
    end: Timestamp,
}

impl<'a> Seed<'a> {
    /// For a cloud that starts at this time.
    pub fn of(repository: &'a mut Repository, start: Timestamp) -> Self {
        Self {
            repository,
            end: start.plus_milliseconds(-60 * MINUTE),
        }
    }

    fn newest_push(&self) -> Timestamp {
        let newest = self.repository.tags.first(1);
        newest
            .first()
            .map_or(self.end, |tag| tag.updated)
            .min(self.end)
    }

    /// A task with the target at this place.
    fn task(&mut self, place: usize, automatic: bool, overwrite: bool) -> Target {
        let (region, organization) = TARGETS[place % TARGETS.len()];
        let target = Target {
            region: region.to_owned(),
            organization: organization.to_owned(),
        };
        let created_at = self.newest_push().plus_milliseconds(-MONTH);
        let first_id = self.repository.id * 10;
        self.repository.lists.change(|known: &mut Vec<SyncTask>| {
            if !known.iter().any(|task| task.target == target) {
                known.push(SyncTask {
                    id: first_id + known.len() as u64,
                    target: target.clone(),
                    automatic,
                    overwrite,
                    created_at,
                });
            }
        });
        target
    }

    /// A job of the tag at this place, a minute after it was pushed.
    fn job(&mut self, target: &Target, tag: usize, by_hand: bool, end: End) {
        let tags = self.repository.tags.first(tag + 1);
        let Some(tag) = tags.get(tag) else {
            return;
        };
        let job = SyncJob {
            id: 0,
            tag: tag.name.clone(),
            target: target.clone(),
            overwrite: false,
            operator_id: if by_hand { PEOPLE[0].id } else { "" }.to_owned(),
            created_at: tag.updated.plus_milliseconds(MINUTE).min(self.end),
            end: if target.region == FAILING_REGION {
                End::Failed
            } else {
                end
            },
        };
        let first_id = self.repository.id * 10;
        self.repository.lists.change(|jobs: &mut Vec<SyncJob>| {
            jobs.push(job);
            jobs.sort_by_key(|job| job.created_at);
            for (place, job) in (0..).zip(jobs) {
                job.id = first_id + place;
            }
        });
    }

    /// Tasks and jobs of one in [`RARITY`] repositories; some tasks never had a job.
    pub fn by_chance(mut self, value: u64) {
        if !value.is_multiple_of(RARITY) {
            return;
        }
        for step in 0..=(value >> 20) % 2 {
            let bits = value >> (8 * step);
            let (automatic, overwrite) = ((bits >> 6) & 3 != 0, (bits >> 9) & 1 == 1);
            let target = self.task((bits >> 4) as usize + step as usize, automatic, overwrite);
            for number in 0..(bits >> 11) % 4 {
                let end = match (bits >> 13).wrapping_add(number) % 8 {
                    0 => End::Failed,
                    1 => End::Timeout,
                    2 => End::Cancel,
                    3 => End::Existed,
                    _ => End::Success,
                };
                let by_hand = !automatic || number % 2 == 1;
                self.job(&target, number as usize, by_hand, end);
            }
        }
    }

    /// One task that works, one into the region that always fails.
    pub fn of_the_shop(mut self) {
        let works = self.task(0, true, false);
        let fails = self.task(TARGETS.len() - 1, true, true);
        self.job(&works, 4, false, End::Success);
        self.job(&works, 1, true, End::Existed);
        self.job(&works, 0, false, End::Success);
        self.job(&fails, 0, false, End::Failed);
    }

    /// A task that never had a job.
    pub fn without_jobs(mut self) {
        self.task(0, true, false);
    }
}
