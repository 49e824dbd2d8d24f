//! Before sync tasks are deleted: which, what stops, the typed word. Of one repository or of many.

use cloud_api::swr::{DeleteSyncTask, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Before, Mutation, OrganizationName, RepositoryName};
use futures::{StreamExt as _, stream};
use leptos::prelude::*;

use super::confirmation::{Confirmation, dialog_actions};
use super::failure::failure_of;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::session::{Session, use_session};
use crate::ui::{ButtonKind, Dialog};
use crate::work::{Planned, use_work};

/// Repositories that are read at once.
const AT_ONCE: usize = 4;

/// A task and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedTask {
    /// Its repository's organization.
    pub organization: OrganizationName,
    /// Its repository.
    pub repository: RepositoryName,
    /// The task as it was read.
    pub task: SyncTask,
}

/// The dialog. Everything is read once more before anything is sent: when a task has changed, the
/// person looks again. One that has gone meanwhile is still sent, and the answer tells.
pub fn delete_sync_tasks_dialog(
    tasks: Vec<PlacedTask>,
    on_sent: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let work = use_work();
    let session = use_session();
    let count = tasks.len();
    let confirmation = Confirmation::for_count(count);
    let shown_tasks = RwSignal::new(tasks);
    let has_changed = RwSignal::new(false);
    let is_checking = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let send = move || {
        if is_checking.get_untracked() || !confirmation.is_given() {
            return;
        }
        let before = shown_tasks.get_untracked();
        is_checking.set(true);
        leptos::task::spawn_local(async move {
            let now = read_again(session, before.clone()).await;
            // The person may have left the dialog meanwhile.
            if is_checking.try_set(false).is_some() {
                return;
            }
            match now {
                Err(error) => refused.set(Some(error)),
                Ok(now) if now == before => {
                    on_sent.run(());
                    on_close.run(());
                    work.run(vec![now.into_iter().filter_map(planned).collect()]);
                }
                Ok(now) => {
                    refused.set(None);
                    has_changed.set(true);
                    shown_tasks.set(now);
                }
            }
        });
    };
    let list = move || {
        let rows: Vec<AnyView> = shown_tasks.with(|tasks| tasks.iter().map(row).collect());
        rows.into_any()
    };
    let changed = move || {
        let warning = || view! { <p class="banner warning">{t(text::cancel_changed())}</p> };
        shown(has_changed.get().then(warning))
    };
    view! {
        <Dialog title=text::delete_sync_tasks_title(count as u64) on_close>
            <div role="alert">{live(changed)}</div>
            <ul id="dialog-description" class="dialog-list" tabindex="0">
                {live(list)}
            </ul>
            {failure_of(text::delete_sync_tasks_not_read(), move || refused.get(), None)}
            {confirmation.field()}
            {dialog_actions(
                ButtonKind::Danger,
                text::delete_sync_tasks_title(count as u64),
                on_close,
                send,
            )}
        </Dialog>
    }
    .into_any()
}

/// A task with what its end means.
fn row(placed: &PlacedTask) -> AnyView {
    let words = use_i18n();
    let PlacedTask {
        organization,
        repository,
        task,
    } = placed;
    let name = format!("{organization}/{repository}");
    let target = format!("{}/{}", task.target_region, task.target_organization);
    let consequence = text::consequence_delete_sync_task(target);
    view! {
        <li>
            <span class="identifier">
                <Untrusted text=name />
            </span>
            " – "
            {live(move || words.show(&consequence))}
        </li>
    }
    .into_any()
}

fn planned(placed: PlacedTask) -> Option<Planned> {
    let PlacedTask {
        organization,
        repository,
        task,
    } = placed;
    let target = task.target()?;
    Some(Planned {
        names: vec![format!("{organization}/{repository}")],
        mutation: Mutation::DeleteSyncTask(DeleteSyncTask {
            organization,
            repository,
            target,
        }),
        before: Before::SyncTasks(vec![task]),
    })
}

/// The same tasks as they are now; one that has gone stays as it was.
async fn read_again(session: Session, tasks: Vec<PlacedTask>) -> Result<Vec<PlacedTask>, ApiError> {
    let mut read = Vec::new();
    let mut readings = stream::iter(tasks)
        .map(|placed| async move {
            let listed = session.ask(ListSyncTasks {
                organization: placed.organization.clone(),
                repository: placed.repository.clone(),
            });
            (listed.await, placed)
        })
        .buffered(AT_ONCE);
    while let Some((listed, mut placed)) = readings.next().await {
        let same = listed?.into_iter().find(|task| {
            task.target_region == placed.task.target_region
                && task.target_organization == placed.task.target_organization
        });
        placed.task = same.unwrap_or(placed.task);
        read.push(placed);
    }
    Ok(read)
}
