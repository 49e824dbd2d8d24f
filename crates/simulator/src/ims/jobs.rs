//! All jobs, and what they change when they end.

use cloud_api::Timestamp;

use crate::gateway::identities::REFUSING_PROJECT_ID;

use super::call::Call;
use super::fault::{self, Happened, Plan, PollFault};
use super::image::Image;
use super::job::{Change, Failure, Job, Outcome, Pair};
use super::member::Member;
use super::recipient::Recipient;

/// Milliseconds that a job takes: the shortest, more for each pair, the longest, and a slow one.
const SHORTEST: i64 = 3_000;
const PAIR: i64 = 250;
const LONGEST: i64 = 8_000;
const SLOW: i64 = 600_000;

#[derive(Default)]
pub struct Jobs(Vec<Job>);

impl Jobs {
    /// Begins a job over every pair of image and recipient, and gives its ID.
    pub fn begin(
        &mut self,
        call: &Call<'_>,
        change: Change,
        images: &[&Image],
        recipients: &[Recipient],
        happened: &mut Happened,
    ) -> String {
        let mut pairs = Vec::new();
        for image in images {
            let is_urn_ignored = change == Change::Delete && fault::ignores_urns(image);
            pairs.extend(recipients.iter().map(|recipient| Pair {
                image: image.id.clone(),
                recipient: recipient.clone(),
                plan: match is_urn_ignored && recipient.urn.is_some() {
                    true => Plan::Leave,
                    false => Plan::Do,
                },
            }));
            let plan = happened.plan(image);
            if let Some(last) = pairs.last_mut().filter(|_| plan != Plan::Do) {
                last.plan = plan;
            }
        }
        let usual = (SHORTEST + PAIR * pairs.len() as i64).min(LONGEST);
        let is_slow = images.iter().any(|image| fault::is_slow(image));
        let mut faults = images.iter().map(|image| fault::of_polls(image));
        let poll_fault = faults.find(|fault| *fault != PollFault::None);
        let id = format!("9a175ac692fa1254{:016x}", self.0.len() + 1);
        self.0.push(Job {
            id: id.clone(),
            change,
            project: call.project,
            begin: call.now,
            lasts: if is_slow { SLOW } else { usual },
            pairs,
            outcomes: None,
            poll_fault: poll_fault.unwrap_or(PollFault::None),
            polls: 0,
        });
        id
    }

    /// A job of a project.
    pub fn find(&mut self, project: &str, id: &str) -> Option<&mut Job> {
        let mut jobs = self.0.iter_mut();
        jobs.find(|job| job.id == id && job.project == project)
    }

    /// Carries out what ended by now, in the order in which it ended.
    pub fn settle(&mut self, images: &mut [Image], now: Timestamp) {
        let is_due = |job: &&mut Job| job.outcomes.is_none() && job.is_over(now);
        let mut due: Vec<&mut Job> = self.0.iter_mut().filter(is_due).collect();
        due.sort_by_key(|job| job.end());
        for job in due {
            let (change, end) = (job.change, job.end());
            let pairs = job.pairs.iter();
            let outcomes = pairs.map(|pair| carry_out(images, change, pair, end));
            job.outcomes = Some(outcomes.collect());
        }
    }
}

fn carry_out(images: &mut [Image], change: Change, pair: &Pair, now: Timestamp) -> Outcome {
    let failure = match change {
        Change::Add => Failure {
            code: "IMG.0112",
            reason: "Failed to add the tenant.",
        },
        Change::Update(_) => Failure {
            code: "IMG.0114",
            reason: "Failed to update the status of the tenant.",
        },
        Change::Delete => Failure {
            code: "IMG.0113",
            reason: "Failed to delete the tenant.",
        },
    };
    match pair.plan {
        Plan::Leave => return Ok(()),
        Plan::Fail => return Err(failure),
        Plan::Do => {}
    }
    let found = images.iter_mut().find(|image| image.id == pair.image);
    let image = found.ok_or(failure)?;
    let place = image.place(&pair.recipient);
    match (change, place) {
        (Change::Add, None) if pair.recipient.id != REFUSING_PROJECT_ID => {
            image.members.push(Member::of(&pair.recipient, now));
        }
        (Change::Update(status), Some(place)) => {
            if let Some(member) = image.members.get_mut(place) {
                member.status = status;
                member.changed = now;
            }
        }
        (Change::Delete, Some(place)) => {
            image.members.remove(place);
        }
        (Change::Add, _) | (Change::Update(_) | Change::Delete, None) => return Err(failure),
    }
    Ok(())
}
