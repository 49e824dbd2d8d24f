//! Copying by hand what the targets of chosen tasks do not have.

use std::collections::BTreeMap;

use changes::{Found as Looked, PlannedWrite, RestsOn};
use cloud_api::swr::{
    ListSyncJobs, ListSyncTasks, SyncImages, SyncTarget, Tag, TagPage, missing_tags,
};
use cloud_api::{ApiError, Before, Meaning, Mutation, RepositoryPath, TagName};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use reads::Paging;

use super::columns::name;
use super::found_task::FoundTask;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::listing::extent::extent_words;
use crate::live::{live, shown};
use crate::pages::containers::tags::list::{key, tags_from};
use crate::query::{Extent, Gathered, Page, Rest, read_whole, use_rest};
use crate::session::{Session, use_session};
use crate::ui::ButtonKind;
use crate::ui::failure::failure;

/// Repositories that are read at once.
const AT_ONCE: usize = 4;

/// What the target of one task lacks.
#[derive(Clone)]
struct Missing {
    repository: RepositoryPath,
    target: SyncTarget,
    overwrite: bool,
    tags: Vec<TagName>,
    /// What the jobs of this sync are told from.
    before: Before,
    /// Whether these are all tags of the repository.
    extent: Extent,
    /// How many jobs there are, when not all were looked at, and how many were.
    not_all_jobs: Option<(u64, u64)>,
}

/// What came of reading one task, its tags and its jobs.
#[derive(Clone)]
enum Found {
    Missing(Box<Missing>),
    /// There is no such task any more: nothing is copied to its target.
    Gone,
    NotRead(ApiError),
}

/// The same, under the name that the person sees.
type Finding = (String, Found);

/// In whose name it is read, and how fast.
type Reader = (Session, Rest);

/// Where, whether what is there is overwritten, and which tags.
type Copied = (SyncTarget, bool, Vec<TagName>);

impl Found {
    fn missing(&self) -> Option<&Missing> {
        match self {
            Self::Missing(missing) => Some(missing),
            Self::Gone | Self::NotRead(_) => None,
        }
    }

    /// What the person decides on: which tags go where, and how; `None` where nothing is sent.
    fn shown(&self) -> Option<Copied> {
        let missing = self.missing()?;
        Some((
            missing.target.clone(),
            missing.overwrite,
            missing.tags.clone(),
        ))
    }
}

/// The dialog. It reads every chosen task, its tags and its jobs before it says what is missing, and
/// once more before anything is sent: when that differs, the person looks again.
pub fn missing_dialog(chosen: Vec<FoundTask>, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let reader = (use_session(), use_rest());
    let total = chosen.len();
    let findings: RwSignal<Vec<Finding>, LocalStorage> = RwSignal::new_local(Vec::new());
    let chosen = StoredValue::new(chosen);
    leptos::task::spawn_local(async move {
        let add = |finding| {
            let kept = findings.try_update(|findings| findings.push(finding));
            kept.is_some()
        };
        read_all(reader, chosen, add).await;
    });
    let confirmation = Confirmation::for_count(total);
    let problem = RwSignal::new(false);
    let count = move || {
        findings.with(|findings| {
            let read = findings.iter().filter_map(|(_, found)| found.missing());
            read.map(|missing| missing.tags.len() as u64).sum::<u64>()
        })
    };
    let pending = move || -> Vec<PlannedWrite> {
        findings.with(|findings| {
            let read = findings.iter().filter_map(|(_, found)| found.missing());
            read.filter(|missing| !missing.tags.is_empty())
                .cloned()
                .map(planned)
                .collect()
        })
    };
    let check = move || {
        let is_read = findings.with(Vec::len) == total;
        problem.set(!is_read || count() == 0);
        !problem.get()
    };
    let look = Look::by(move || {
        async move {
            let mut read: Vec<Finding> = Vec::new();
            let add = |finding| {
                read.push(finding);
                // The person may leave the dialog meanwhile.
                findings.try_with_untracked(|_| ()).is_some()
            };
            read_all(reader, chosen, add).await;
            let errors: Option<Vec<&ApiError>> = read
                .iter()
                .map(|(_, found)| match found {
                    Found::NotRead(error) => Some(error),
                    Found::Missing(_) | Found::Gone => None,
                })
                .collect();
            // When nothing could be read, what was shown before still stands.
            if let Some(error) = errors.and_then(|errors| errors.first().copied().cloned()) {
                return Looked::NotRead(error);
            }
            let is_same = findings.try_with_untracked(|shown| pictures(shown) == pictures(&read));
            findings.try_set(read);
            match is_same {
                Some(true) => Looked::Same,
                Some(false) | None => Looked::Changed,
            }
        }
        .boxed_local()
    });
    let progress = move || {
        let read = findings.with(Vec::len) as u64;
        words.say(&text::missing_progress(count(), read, total as u64))
    };
    let list = move || {
        let rows: Vec<AnyView> = findings.with(|findings| findings.iter().map(row).collect());
        rows.into_any()
    };
    let nothing = || view! { <p>{t(text::missing_nothing_to_send())}</p> };
    let content = view! {
        <p id="dialog-description" class="consequence">
            {t(text::missing_purpose())}
        </p>
        <p>{live(progress)}</p>
        <ul class="dialog-list" tabindex="0">{live(list)}</ul>
        <div role="alert">{live(move || shown(problem.get().then(nothing)))}</div>
    };
    WriteDialog {
        title: text::missing_title(),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(pending)),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::missing_action(),
        check: Box::new(check),
        look,
        rests_on: RestsOn::WhatWasShown,
        not_read: text::missing_not_read(),
        plan: Box::new(move || {
            let pending = pending();
            problem.set(pending.is_empty());
            (!pending.is_empty()).then(|| vec![pending])
        }),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
}

/// What the person decides on, whichever was read first.
fn pictures(findings: &[Finding]) -> BTreeMap<&str, Option<Copied>> {
    let findings = findings.iter();
    findings
        .map(|(name, found)| (name.as_str(), found.shown()))
        .collect()
}

/// Reads every chosen task, as long as what comes of each is taken.
async fn read_all(
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

fn planned(missing: Missing) -> PlannedWrite {
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

fn row((name, found): &Finding) -> AnyView {
    let name = name.clone();
    let what = match found {
        Found::NotRead(error) => failure(text::missing_not_read(), error, None),
        Found::Gone => t(text::automatic_sync_gone()).into_any(),
        Found::Missing(missing) if missing.tags.is_empty() => {
            let part = extent_words(missing.extent);
            t(part.unwrap_or_else(text::missing_none)).into_any()
        }
        Found::Missing(missing) => {
            let tags: Vec<String> = missing.tags.iter().map(ToString::to_string).collect();
            let not_all = missing.not_all_jobs.map(|(all, count)| {
                view! {
                    " "
                    <span class="field-hint">{t(text::missing_not_all_jobs(all, count))}</span>
                }
            });
            let not_all_tags = extent_words(missing.extent).map(|part| {
                view! {
                    " "
                    <span class="field-hint">{t(part)}</span>
                }
            });
            view! {
                <span class="identifier">
                    <Untrusted text=tags.join(", ") />
                </span>
                {shown(not_all_tags)}
                {shown(not_all)}
            }
            .into_any()
        }
    };
    view! {
        <li>
            <Untrusted text=name />
            ": "
            {what}
        </li>
    }
    .into_any()
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
            before: page.before(),
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
