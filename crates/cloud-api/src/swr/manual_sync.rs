//! Copying chosen tags by hand.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::sync_job::{ListSyncJobs, SyncJob, SyncJobPage, SyncStatus};
use super::sync_target::SyncTarget;
use super::tag::Tag;
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Meaning, Method, NotSent, Operation, Owner,
    RepositoryPath, Request, Response, Subject, TagName, Timestamp, Why,
};

const SYNC: Endpoint = Endpoint::swr(
    Method::Post,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_images",
    "CreateManualImageSyncRepo",
);

/// Copies tags to a target: `POST …/repos/{repository}/sync_images`, answered with 200 (examples
/// §2.4). The service makes a sync job for each and copies in the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncImages {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Which tags.
    pub tags: Vec<TagName>,
    /// Where to.
    pub target: SyncTarget,
    /// Whether a tag that is already at the target is overwritten.
    pub overwrite: bool,
}

/// The tags that the target does not have as they are now, as far as the jobs tell: none of them
/// copied the tag, or is about to, since it was last pushed. What was copied by other means, or by a
/// job that the service no longer lists, is not known here.
#[must_use]
pub fn missing_tags(tags: &[Tag], jobs: &[SyncJob], target: &SyncTarget) -> Vec<TagName> {
    let is_copied = |tag: &Tag| {
        let pushed = Timestamp::parse(&tag.updated);
        jobs.iter()
            .filter(|job| job.tag == tag.name() && job.is_for(target))
            .filter(|job| match job.status {
                SyncStatus::Success
                | SyncStatus::Existed
                | SyncStatus::Waiting
                | SyncStatus::Running => true,
                SyncStatus::Failed
                | SyncStatus::Timeout
                | SyncStatus::Cancel
                | SyncStatus::Unknown(_) => false,
            })
            .any(|job| match (Timestamp::parse(&job.created_at), pushed) {
                (Some(made), Some(pushed)) => made >= pushed,
                // Without a readable time the job's word counts.
                _ => true,
            })
    };
    tags.iter()
        .filter(|tag| !is_copied(tag))
        .filter_map(Tag::tag_name)
        .collect()
}

impl<M: From<Self>> Write<M> for SyncImages {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            image_tag: &'a [TagName],
            remote_region_id: &'a str,
            remote_namespace: &'a str,
            r#override: bool,
        }
        if self.tags.is_empty() {
            return Err(NotSent::NoTagNamed);
        }
        let content = Body {
            image_tag: &self.tags,
            remote_region_id: self.target.region.as_str(),
            remote_namespace: self.target.organization.as_str(),
            r#override: self.overwrite,
        };
        let request = Request::new(&SYNC, &self.repository.parameters());
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        self.tags.iter().map(|tag| self.subject(tag)).collect()
    }

    fn part(&self, wanted: &BTreeSet<&Subject>) -> Option<M> {
        let tags: Vec<TagName> = self
            .tags
            .iter()
            .filter(|tag| wanted.contains(&self.subject(tag)))
            .cloned()
            .collect();
        let part = |tags| Self {
            tags,
            ..self.clone()
        };
        (!tags.is_empty()).then(|| part(tags).into())
    }

    /// The newest jobs, as many as one call gives: calls for other targets make some at the same
    /// time, and so do others.
    fn read_back(&self) -> Request {
        ListSyncJobs::newest(&self.repository).request()
    }

    fn judge(&self, subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        let mut judged = self.began(&[subject], before, read_back);
        judged.pop().unwrap_or(Judgement::NotApplied)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        self.began(subjects, before, read_back)
    }

    fn left_out(&self, answer: &Response) -> Vec<Subject> {
        let failed: BTreeSet<String> = Self::failed_tags(answer).into_iter().collect();
        let tags = self.tags.iter();
        tags.filter(|tag| failed.contains(tag.as_str()))
            .map(|tag| self.subject(tag))
            .collect()
    }

    fn manner(&self) -> Manner {
        Manner::Start
    }

    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::CopiesStay)
    }

    fn changes(&self) -> Vec<Collection> {
        let of = Owner::Repository(self.repository.clone());
        vec![Collection::new(Kind::ManualSync, of)]
    }
}

/// Why a job that was made since proves nothing: it is not said to be the caller's.
const PERHAPS_ANOTHERS: &str = "a copy has begun since then, and others may have started it";

/// Whether a copy is unknown because the job that was made since may be somebody else's.
#[must_use]
pub fn may_be_anothers_copy(error: &ApiError) -> bool {
    matches!(error, ApiError::Unreadable(unreadable) if unreadable.at == PERHAPS_ANOTHERS)
}

/// Whether one of these jobs of a tag is the write's: only the caller's that is later than all before is,
/// and one that is not said to be the caller's may be. That there is none says something only where every later one would be on the page.
/// Otherwise why nothing is known.
fn has_begun(
    page: &SyncJobPage,
    jobs: &[&SyncJob],
    before: &Before,
    read_back: &Response,
) -> Result<Judgement, &'static str> {
    let (newest, caller) = match before {
        Before::SyncJobs { newest, caller } => (*newest, caller.as_str()),
        _ if jobs.is_empty() => (None, ""),
        _ => return Err("a sync job that may be older than the write"),
    };
    let is_later = |number: u64| newest.is_none_or(|known| number > known);
    let mut later = jobs.iter().filter(|job| job.id.is_some_and(is_later));
    if later.clone().any(|job| job.is_of(caller)) {
        return Ok(Judgement::Applied);
    }
    if later.next().is_some() {
        let anothers = body::unreadable(read_back, PERHAPS_ANOTHERS);
        return Ok(Judgement::PerhapsAnothers(anothers));
    }
    // What could not be read may be the one that is looked for.
    if page.jobs.left_out > 0 || jobs.iter().any(|job| job.id.is_none()) {
        return Err("a sync job without a number");
    }
    if page.shows_all_after(newest) {
        Ok(Judgement::NotApplied)
    } else {
        Err("not all sync jobs that were made since")
    }
}

/// The tag that an object is about.
fn tag_of(row: &Value) -> Option<String> {
    const NAMES: [&str; 4] = ["tag", "Tag", "imageTag", "image_tag"];
    let mut named = NAMES.iter().filter_map(|name| row.get(name)?.as_str());
    named.next().map(str::to_owned)
}

impl SyncImages {
    fn subject(&self, tag: &TagName) -> Subject {
        Subject::manual_sync(&self.repository, tag, &self.target)
    }

    /// Whether copying each of these has begun, by one reading of the newest jobs.
    fn began(
        &self,
        subjects: &[&Subject],
        before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        let page = match ListSyncJobs::decode(read_back) {
            Ok(page) => page,
            Err(error) => {
                let judgement = match error.meaning() {
                    Some(Meaning::AlreadyGone) => Judgement::NotApplied,
                    _ => Judgement::CannotTell(error),
                };
                return vec![judgement; subjects.len()];
            }
        };
        let mut jobs: BTreeMap<&str, Vec<&SyncJob>> = BTreeMap::new();
        for job in page.jobs.iter().filter(|job| job.is_for(&self.target)) {
            jobs.entry(&job.tag).or_default().push(job);
        }
        let tags = self.tags.iter();
        let tags: BTreeMap<Subject, &TagName> = tags.map(|tag| (self.subject(tag), tag)).collect();
        let judge = |subject: &&Subject| match tags.get(*subject) {
            Some(tag) => {
                let jobs = jobs.get(tag.as_str()).map_or(&[][..], Vec::as_slice);
                has_begun(&page, jobs, before, read_back)
                    .unwrap_or_else(|at| Judgement::CannotTell(body::unreadable(read_back, at)))
            }
            None => Judgement::NotApplied,
        };
        subjects.iter().map(judge).collect()
    }

    /// The tags that an answer names as not copied; untrusted text. Whether they come as texts or as
    /// objects, and with which status, is not documented: an object that names no tag under a name
    /// that SWR has elsewhere is given as its JSON.
    #[must_use]
    pub fn failed_tags(answer: &Response) -> Vec<String> {
        // An array can also be a refusal in the oldest form.
        if let ApiError::Refused(refusal) = ApiError::from_response(answer)
            && !refusal.code.is_empty()
        {
            return Vec::new();
        }
        let rows: Vec<Value> = serde_json::from_slice(&answer.body).unwrap_or_default();
        rows.into_iter()
            .map(|row| match row {
                Value::String(tag) => tag,
                other => tag_of(&other).unwrap_or_else(|| other.to_string()),
            })
            .collect()
    }
}
