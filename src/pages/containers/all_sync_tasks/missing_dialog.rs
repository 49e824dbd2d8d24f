//! Copying by hand what the targets of chosen tasks do not have.

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{ListSyncJobs, SyncImages, SyncTarget, Tag, TagPage, missing_tags};
use cloud_api::{ApiError, Before, Mutation, RepositoryPath, TagName};
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
use crate::query::{Extent, Gathered, Page, read_whole};
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
    newest_job: Option<u64>,
    /// Whether these are all tags of the repository.
    extent: Extent,
    /// How many jobs there are, when not all were looked at, and how many were.
    not_all_jobs: Option<(u64, u64)>,
}

/// What came of reading one task's tags and jobs, under the name that the person sees.
type Finding = (String, Result<Missing, ApiError>);

/// The dialog. It reads the tags and jobs of every chosen task before it says what is missing.
pub fn missing_dialog(chosen: Vec<FoundTask>, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let session = use_session();
    let total = chosen.len();
    let findings: RwSignal<Vec<Finding>, LocalStorage> = RwSignal::new_local(Vec::new());
    leptos::task::spawn_local(async move {
        // The person may leave the dialog meanwhile.
        let is_awaited = move || findings.try_with_untracked(|_| ()).is_some();
        let mut readings = stream::iter(chosen)
            .map(|found| read(session, found, is_awaited))
            .buffer_unordered(AT_ONCE);
        while let Some(Some(finding)) = readings.next().await {
            if findings
                .try_update(|findings| findings.push(finding))
                .is_none()
            {
                return;
            }
        }
    });
    let confirmation = Confirmation::for_count(total);
    let problem = RwSignal::new(false);
    let count = move || {
        findings.with(|findings| {
            let read = findings
                .iter()
                .filter_map(|(_, missing)| missing.as_ref().ok());
            read.map(|missing| missing.tags.len() as u64).sum::<u64>()
        })
    };
    let pending = move || -> Vec<PlannedWrite> {
        findings.with(|findings| {
            let read = findings
                .iter()
                .filter_map(|(_, missing)| missing.as_ref().ok());
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
        look: Look::none(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::missing_not_read(),
        plan: Box::new(move || Some(vec![pending()])),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
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
        before: Before::SyncJobs {
            newest: missing.newest_job,
        },
    }
}

fn row((name, missing): &Finding) -> AnyView {
    let name = name.clone();
    let what = match missing {
        Err(error) => failure(text::missing_not_read(), error, None),
        Ok(missing) if missing.tags.is_empty() => {
            let part = extent_words(missing.extent);
            t(part.unwrap_or_else(text::missing_none)).into_any()
        }
        Ok(missing) => {
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
                <span class="identifier">{tags.join(", ")}</span>
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
    session: Session,
    found: FoundTask,
    is_awaited: impl Fn() -> bool,
) -> Option<Finding> {
    let name = name(&found);
    let place = found.place.zip(found.task.target());
    let Some((repository, target)) = place else {
        // Only tasks that a request can name are selectable.
        return Some((name, Err(ApiError::NotSent(cloud_api::NotSent::NoTarget))));
    };
    let tags = all_tags(session, &repository, &is_awaited).await?;
    let jobs = ListSyncJobs::newest(&repository);
    let missing = match (tags, session.ask(jobs).await) {
        (Ok(tags), Ok(page)) => Ok(Missing {
            repository,
            overwrite: found.task.overwrite == Some(true),
            tags: missing_tags(&tags.rows, &page.jobs, &target),
            extent: tags.extent,
            newest_job: page.newest(),
            not_all_jobs: page
                .total
                .filter(|_| !page.is_whole())
                .map(|total| (total, page.jobs.received())),
            target,
        }),
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    Some((name, missing))
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
