//! What the targets of sync tasks do not have: read of each task, of its tags and of its jobs.

use changes::PlannedWrite;
use cloud_api::swr::{
    ListSyncJobs, ListSyncTasks, SyncImages, SyncTarget, Tag, TagPage, missing_tags,
};
use cloud_api::{ApiError, Before, Meaning, Mutation, RepositoryPath, TagName};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use reads::Paging;

use super::columns::name;
use crate::pages::containers::tags::list::{key, tags_from};
use crate::query::{Extent, Gathered, Page, Rest, read_whole};
use crate::scans::sync_tasks::FoundTask;
use crate::session::Session;

/// Repositories that are read at once.
const AT_ONCE: usize = 4;

/// What the target of one task lacks.
#[derive(Clone)]
pub struct Missing {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Where to.
    pub target: SyncTarget,
    /// Whether a tag that is already there is overwritten.
    pub overwrite: bool,
    /// What is missing there.
    pub tags: Vec<TagName>,
    /// What the jobs of this sync are told from.
    before: Before,
    /// Whether these are all tags of the repository.
    pub extent: Extent,
    /// How many jobs there are, when not all were looked at, and how many were.
    pub not_all_jobs: Option<(u64, u64)>,
}

/// What came of reading one task, its tags and its jobs.
#[derive(Clone)]
pub enum Found {
    /// This is missing, maybe nothing.
    Missing(Box<Missing>),
    /// There is no such task any more: nothing is copied to its target.
    Gone,
    /// It could not be read.
    NotRead(ApiError),
}

/// The same, under the name that the person sees.
pub type Finding = (String, Found);

/// In whose name it is read, and how fast.
pub type Reader = (Session, Rest);

/// Where, whether what is there is overwritten, and which tags.
pub type Copied = (SyncTarget, bool, Vec<TagName>);

impl Found {
    /// What is missing, where it was read.
    pub fn missing(&self) -> Option<&Missing> {
        match self {
            Self::Missing(missing) => Some(missing),
            Self::Gone | Self::NotRead(_) => None,
        }
    }

    /// What the person decides on: which tags go where, and how; `None` where nothing is sent.
    pub fn shown(&self) -> Option<Copied> {
        let missing = self.missing()?;
        Some((
            missing.target.clone(),
            missing.overwrite,
            missing.tags.clone(),
        ))
    }
}

/// Reads every chosen task, as long as what comes of each is taken.
pub async fn read_all(
    reader: Reader,
    chosen: StoredValue<Vec<FoundTask>>,
    mut take: impl FnMut(Finding) -> bool,
) {
    let Some(tasks) = chosen.try_get_value() else {
        return;
    };
    let is_awaited = move || chosen.try_with_value(|_| ()).is_some();
    let mut readings = stream::iter(tasks)
        .map(|found| read(reader, found, is_awaited))
        .buffer_unordered(AT_ONCE);
    while let Some(Some(finding)) = readings.next().await {
        if !take(finding) {
            return;
        }
    }
}

/// The copy of what is missing.
pub fn planned(missing: Missing) -> PlannedWrite {
    PlannedWrite {
        names: missing
            .tags
            .iter()
            .map(|tag| format!("{}:{tag}", missing.repository))
            .collect(),
        mutation: Mutation::SyncImages(SyncImages {
            repository: missing.repository,
            tags: missing.tags,
            target: missing.target,
            overwrite: missing.overwrite,
        }),
        before: missing.before,
    }
}

/// `None` when the dialog was left.
async fn read(
    (session, rest): Reader,
    found: FoundTask,
    is_awaited: impl Fn() -> bool,
) -> Option<Finding> {
    let name = name(&found);
    let place = found.place.zip(found.task.target());
    let Some((repository, target)) = place else {
        // Only tasks that a request can name are selectable.
        let error = ApiError::NotSent(cloud_api::NotSent::NoTarget);
        return Some((name, Found::NotRead(error)));
    };
    let list = ListSyncTasks {
        repository: repository.clone(),
    };
    let task = match rest.read(session, list, &is_awaited).await? {
        Ok(tasks) => tasks.rows.into_iter().find(|task| task.is_for(&target)),
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => None,
        Err(error) => return Some((name, Found::NotRead(error))),
    };
    let Some(task) = task else {
        return Some((name, Found::Gone));
    };
    let tags = all_tags(session, &repository, &is_awaited).await?;
    let jobs = ListSyncJobs::newest(&repository);
    let jobs = rest.read(session, jobs, &is_awaited).await?;
    let found = match (tags, jobs) {
        (Ok(tags), Ok(page)) => Found::Missing(Box::new(Missing {
            repository,
            overwrite: task.overwrite == Some(true),
            tags: missing_tags(&tags.rows, &page.jobs, &target),
            extent: tags.extent,
            before: page.before(&session.user_id()),
            not_all_jobs: page
                .total
                .filter(|_| !page.is_whole())
                .map(|total| (total, page.jobs.received())),
            target,
        })),
        (Err(error), _) | (_, Err(error)) => Found::NotRead(error),
    };
    Some((name, found))
}

/// `None` when the dialog was left.
async fn all_tags(
    session: Session,
    repository: &RepositoryPath,
    is_awaited: &dyn Fn() -> bool,
) -> Option<Result<Gathered<Tag>, ApiError>> {
    let page = |offset| {
        let page = tags_from(repository, offset);
        async move {
            let TagPage { tags, total } = session.ask(page).await?;
            Ok(Page::of(tags, total))
        }
        .boxed_local()
    };
    let paging = Paging::from_the_first();
    read_whole(paging, key, &page, is_awaited).await
}
