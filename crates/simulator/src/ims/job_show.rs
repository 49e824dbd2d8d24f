//! A job, by both of its paths (corrections §4).

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::refusal;

use super::call::Call;
use super::fault::PollFault;
use super::job::Job;
use super::refusal::unknown_job;
use super::state::State;

/// Seconds to wait that a throttled poll is told.
const RETRY_AFTER: &str = "4";

/// By its ID alone.
pub fn progress(state: &mut State, call: &Call<'_>, id: &str) -> Answer {
    let job = polled(state, call, id)?;
    Ok(json_answer(200, &job.progress(call.now)))
}

/// By the project and its ID.
pub fn results(state: &mut State, call: &Call<'_>, id: &str) -> Answer {
    let job = polled(state, call, id)?;
    Ok(json_answer(200, &job.results(call.now)))
}

fn polled<'s>(state: &'s mut State, call: &Call<'_>, id: &str) -> Result<&'s Job, Response> {
    let job = state.jobs.find(call.project, id).ok_or_else(unknown_job)?;
    job.polls += 1;
    let status = match (job.poll_fault, job.polls) {
        (PollFault::Throttled, 1..=2) => 429,
        (PollFault::Lost, 2..=4) => 504,
        (PollFault::None | PollFault::Throttled | PollFault::Lost, _) => return Ok(job),
    };
    let mut refusal = refusal::of_status(status).unwrap_or_else(unknown_job);
    if status == 429 {
        let told = ("Retry-After".to_owned(), RETRY_AFTER.to_owned());
        refusal.headers.push(told);
    }
    Err(refusal)
}
