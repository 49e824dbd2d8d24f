//! Jobs: work of the service that goes on after it has answered.

use serde::{Deserialize, Serialize};

use super::job_id::JobId;
use super::meaning;
use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Refusal, Request, Response};

const SHOW_PROGRESS: Endpoint = Endpoint::ims(
    Method::Get,
    "/v1/cloudimages/job/{job_id}",
    "ShowJobProgress",
);
const SHOW: Endpoint = Endpoint::ims(Method::Get, "/v1/{project_id}/jobs/{job_id}", "ShowJob");

/// Under which address a job is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobAddress {
    /// That of Huawei Cloud, without a project.
    #[default]
    Plain,
    /// The older one, the only one on Open Telekom Cloud (corrections §4).
    OfProject,
}

/// Reads a job: `GET /v1/cloudimages/job/{job_id}`, or `GET /v1/{project_id}/jobs/{job_id}` where the
/// first is not known (examples §3.4, corrections §4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowJob {
    /// Which one.
    pub job: JobId,
    /// The project in which it was begun.
    pub project: ProjectId,
    /// Under which address.
    pub address: JobAddress,
}

/// A job, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// Its ID; untrusted text.
    pub job_id: String,
    /// What it does, such as `imsDelImageMembersJob`.
    pub job_type: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// When it began, as the service wrote it.
    pub begin_time: String,
    /// When it ended, as the service wrote it; empty while it goes on, and sometimes afterwards.
    pub end_time: String,
    /// The code of what failed; empty where nothing did.
    pub error_code: String,
    /// Why it failed, in the service's words; untrusted text.
    pub fail_reason: String,
    /// How far it is, from 0 to 100; `None` where it is not told.
    pub percent: Option<u8>,
    /// What became of each share, where the service tells.
    pub results: Vec<JobResult>,
    /// IDs of the jobs that it consists of; untrusted text.
    pub sub_jobs: Vec<String>,
}

/// What became of one share, as the service gave it. What is there afterwards is told by the members
/// alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobResult {
    /// ID of the image; untrusted text.
    pub image_id: String,
    /// ID of the project; untrusted text, empty where the service does not tell it.
    pub project_id: String,
    /// How it ended; not always a word that is known.
    pub status: String,
}

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobStatus {
    /// It has not begun.
    Init,
    /// It goes on.
    Running,
    /// It has ended well.
    Success,
    /// It has ended, and not all of it was done.
    Fail,
}

impl JobStatus {
    /// The status of that word in any case, where it is a known one; the pages say both `FAIL` and
    /// `failed` (reference §8).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let known = [
            ("init", Self::Init),
            ("running", Self::Running),
            ("success", Self::Success),
            ("fail", Self::Fail),
            ("failed", Self::Fail),
        ];
        let is = |(word, _): &(&str, Self)| word.eq_ignore_ascii_case(name.trim());
        known.into_iter().find(is).map(|(_, status)| status)
    }

    /// Whether it stays so.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Success | Self::Fail)
    }
}

impl Job {
    fn read(fields: Fields<'_>) -> Self {
        let inner = fields.object("entities");
        let of_inner = |name| inner.map_or_else(String::new, |inner| inner.text_or_number(name));
        let or_inner = |name| match fields.text_or_number(name) {
            text if text.is_empty() => of_inner(name),
            text => text,
        };
        let error_code = or_inner("error_code");
        let results = inner.map(|inner| inner.details("results", JobResult::read).rows);
        let sub_job = |sub_job: Fields<'_>| match sub_job.text_or_number("subJobId") {
            id if id.is_empty() => sub_job.text_of(&["sub_job_id", "job_id"]),
            id => id,
        };
        let sub_jobs = |name| inner.map(|inner| inner.details(name, sub_job).rows);
        let mut all_sub_jobs = vec![of_inner("subJobId"), of_inner("sub_job_id")];
        all_sub_jobs.extend(sub_jobs("sub_jobs_list").unwrap_or_default());
        all_sub_jobs.extend(sub_jobs("sub_jobs_result").unwrap_or_default());
        all_sub_jobs.retain(|id| !id.is_empty());
        Self {
            job_id: fields.text_or_number("job_id"),
            job_type: fields.text_or_number("job_type"),
            status: fields.text_or_number("status"),
            begin_time: fields.text_or_number("begin_time"),
            end_time: fields.text_or_number("end_time"),
            error_code,
            fail_reason: match fields.text_or_number("fail_reason") {
                text if text.is_empty() => of_inner("error"),
                text => text,
            },
            // A fraction from 0 to 1 (corrections §4).
            percent: inner.and_then(|inner| inner.percent("process_percent")),
            results: results.unwrap_or_default(),
            sub_jobs: all_sub_jobs,
        }
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<JobStatus> {
        JobStatus::named(&self.status)
    }

    /// Why it failed, as if the service had refused the call with it: which of both it does is not
    /// documented (examples §3.6).
    #[must_use]
    pub fn failure(&self) -> ApiError {
        ApiError::Refused(Refusal {
            status: 200,
            code: self.error_code.clone(),
            message: self.fail_reason.clone(),
            request_id: None,
            meaning: meaning::of_job(&self.error_code),
            retry_after: None,
            encoded_authorization_message: None,
        })
    }
}

impl JobResult {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            image_id: fields.text_or_number("image_id"),
            project_id: fields.text_or_number("project_id"),
            status: fields.text_or_number("status"),
        }
    }
}

impl Operation for ShowJob {
    type Output = Job;

    fn request(&self) -> Request {
        match self.address {
            JobAddress::Plain => Request::new(&SHOW_PROGRESS, &[self.job.as_str()]),
            JobAddress::OfProject => {
                Request::new(&SHOW, &[self.project.as_str(), self.job.as_str()])
            }
        }
    }

    fn decode(response: &Response) -> Result<Job, ApiError> {
        read_object(response, |answer| {
            let job = Job::read(answer);
            if job.status.is_empty() {
                answer.spoil("status");
            }
            job
        })
    }
}
