//! Copying chosen tags by hand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::repository_list::{PageSize, SortDirection};
use super::sync_job::{ListSyncJobs, SyncJob, SyncStatus};
use super::sync_target::SyncTarget;
use super::tag::Tag;
use crate::inverse::{Before, Inverse, Why};
use crate::request::Method;
use crate::write::Write;
use crate::{
    ApiError, Judgement, Meaning, Mutation, NotSent, Operation, OrganizationName, RepositoryName,
    Request, Response, Subject, TagName, Timestamp, body, path,
};

/// Copies tags to a target: `POST …/repos/{repository}/sync_images`, answered with 200 (examples
/// §2.4). The service makes a sync job for each and copies in the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncImages {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// Of which repository.
    pub repository: RepositoryName,
    /// Which tags.
    pub tags: Vec<TagName>,
    /// Where to.
    pub target: SyncTarget,
    /// Whether a tag that is already at the target is overwritten.
    pub overwrite: bool,
    /// The highest number among the repository's sync jobs before, `None` when there were none:
    /// only a later job is this write's.
    pub newest_job: Option<u64>,
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

impl Write for SyncImages {
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
        let repository = path::repository(&self.organization, &self.repository);
        Ok(
            Request::swr(Method::Post, format!("{repository}/sync_images"))
                .with_body(body::encode(&content)),
        )
    }

    fn subjects(&self) -> Vec<Subject> {
        self.tags.iter().map(|tag| self.subject(tag)).collect()
    }

    fn part(&self, wanted: &[Subject]) -> Option<Mutation> {
        let tags: Vec<TagName> = self
            .tags
            .iter()
            .filter(|tag| wanted.contains(&self.subject(tag)))
            .cloned()
            .collect();
        (!tags.is_empty()).then(|| {
            Mutation::SyncImages(Self {
                tags,
                ..self.clone()
            })
        })
    }

    /// The newest jobs, as many as one call gives: calls for other targets make some at the same
    /// time, and so do others.
    fn read_back(&self) -> Request {
        ListSyncJobs {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
            offset: 0,
            limit: PageSize::LARGEST,
            order: SortDirection::Descending,
        }
        .request()
    }

    fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        let page = match ListSyncJobs::decode(read_back) {
            Ok(page) => page,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                return Judgement::NotApplied;
            }
            Err(error) => return Judgement::CannotTell(error),
        };
        let Subject::ManualSync { tag, target, .. } = subject else {
            return Judgement::NotApplied;
        };
        let mut is_open = false;
        let its = |job: &&SyncJob| job.tag == tag.as_str() && job.is_for(target);
        for job in page.jobs.iter().filter(its) {
            match (job.id, self.newest_job) {
                (Some(id), Some(known)) if id <= known => {}
                (Some(_), _) => return Judgement::Applied,
                (None, _) => is_open = true,
            }
        }
        if is_open {
            Judgement::CannotTell(body::unreadable(read_back, "a sync job without a number"))
        } else {
            Judgement::NotApplied
        }
    }

    fn left_out(&self, answer: &Response) -> Vec<Subject> {
        let failed = Self::failed_tags(answer);
        let tags = self.tags.iter();
        tags.filter(|tag| failed.iter().any(|failed| failed == tag.as_str()))
            .map(|tag| self.subject(tag))
            .collect()
    }

    fn inverse(&self, _before: &Before) -> Inverse {
        Inverse::None(Why::CopiesStay)
    }
}

impl SyncImages {
    fn subject(&self, tag: &TagName) -> Subject {
        Subject::ManualSync {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
            tag: tag.clone(),
            target: self.target.clone(),
        }
    }

    /// The tags that an answer names as not copied; untrusted text. Whether they come as texts or as
    /// objects, and with which status, is not documented, so an object is given as its JSON.
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
                other => other.to_string(),
            })
            .collect()
    }
}
