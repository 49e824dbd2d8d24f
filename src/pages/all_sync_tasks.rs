//! The sync tasks of all repositories: where all images are copied to, and what failed.

mod missing_dialog;
mod row;
mod targets;

use changes::{Coverage, ScanPhase};
use cloud_api::swr::{ListRepositories, ListSyncTasks, PageSize, RepositoryPage};
use cloud_api::{
    ApiError, Operation as _, OrganizationName, RepositoryName, Request, Response, Subject,
};
use leptos::prelude::*;

use super::copy_sync_tasks::copy_sync_tasks;
use super::delete_sync_tasks::{PlacedTask, delete_sync_tasks_dialog};
use super::failure::{details, failure, remedy};
use super::recent_change::recent_change;
use super::resource_table::{ResourceTable, use_filter};
use super::sync_offer::where_sync_is_offered;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::navigation::use_navigation;
use crate::query::{List, Page, use_list};
use crate::table::{Column, Describe, Selecting, use_shown, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button};
use crate::work::{FoundTask, SyncTaskScan, use_sync_task_scan};
use missing_dialog::missing_dialog;
use row::{cell, name, row_text};
use targets::{Wanted, targets};

/// A dialog that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Missing,
    Delete,
}

fn placed(found: FoundTask) -> Option<PlacedTask> {
    let (organization, repository) = found.place?;
    Some(PlacedTask {
        organization,
        repository,
        task: found.task,
    })
}

/// The page.
pub fn all_sync_tasks() -> AnyView {
    where_sync_is_offered(page)
}

fn page() -> AnyView {
    let scan = use_sync_task_scan();
    let list = repository_list();
    Effect::new(move |_| {
        // Only a whole list: a part of it would be scanned in vain.
        if list.status.read_at.get().is_some() {
            scan.cover(list.rows.get_untracked().to_vec());
        }
    });
    let navigation = use_navigation();
    let wanted = Wanted {
        target: navigation.parameter("target"),
        last: navigation.parameter("last"),
    };
    let filter = use_filter();
    let sort = use_sort_in_address("target");
    let describe = Describe {
        text: row_text,
        name,
        is_selectable: |found: &FoundTask| found.task.target().is_some(),
        cell: Box::new(cell),
    };
    let rows = use_shown(
        move || wanted.of(&scan.found()),
        filter.text(),
        sort,
        describe,
    );
    let columns = vec![
        Column::text("repository", text::repositories_name()),
        Column::text("target", text::all_sync_tasks_target()),
        Column::text("automatic", text::all_sync_tasks_automatic()),
        Column::text("last", text::all_sync_tasks_last()),
        Column::number("age", text::all_sync_tasks_last_age()),
        Column::number("read", text::all_sync_tasks_read()),
    ];
    let selected = rows.selected;
    let open = RwSignal::new(Open::None);
    let chosen = move || {
        let found = wanted.of(&scan.found());
        let places = selected.places().into_iter();
        let chosen: Vec<FoundTask> = places
            .filter_map(|place| found.get(place as usize).cloned())
            .collect();
        chosen
    };
    let action = move |kind, label: Box<dyn Fn() -> Message + Send>, dialog| {
        action_button(Action {
            kind,
            label,
            is_enabled: Box::new(move || selected.count() > 0),
            run: Box::new(move || open.set(dialog)),
        })
    };
    let delete_label = move || match selected.count() {
        0 => text::delete_sync_tasks_none(),
        count => text::delete_sync_tasks_title(count),
    };
    let actions = [
        action(
            ButtonKind::Plain,
            Box::new(text::missing_action),
            Open::Missing,
        ),
        action(ButtonKind::DangerText, Box::new(delete_label), Open::Delete),
    ]
    .into_any();
    let dialog = move || {
        let close = Callback::new(move |()| open.set(Open::None));
        let clear = Callback::new(move |()| selected.clear());
        match open.get() {
            Open::None => ().into_any(),
            Open::Missing => missing_dialog(untrack(chosen), close),
            Open::Delete => {
                let tasks = untrack(chosen).into_iter().filter_map(placed).collect();
                delete_sync_tasks_dialog(tasks, clear, close)
            }
        }
    };
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        scan.start_again();
    });
    let on_screen = move || -> Vec<PlacedTask> {
        let found = wanted.of(&scan.found());
        let places = rows.matching_places();
        let shown = places.iter().filter_map(|place| found.get(*place as usize));
        shown.cloned().filter_map(placed).collect()
    };
    view! {
        <p class="page-purpose">{t(text::all_sync_tasks_purpose())}</p>
        {coverage(scan)}
        {targets(scan, navigation, wanted)}
        <ResourceTable
            id="all-sync-tasks-title"
            class="all-sync-tasks-table"
            title=text::all_sync_tasks_table()
            filter=(filter, text::all_sync_tasks_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=list.status
            progress=list.progress
            refresh
            nothing=text::all_sync_tasks_nothing()
            actions
            notices=recent_change(is_about_sync)
        />
        {copies(scan, on_screen)}
        {live(dialog)}
    }
    .into_any()
}

/// The tasks on screen to copy, once no more are being found.
fn copies(
    scan: SyncTaskScan,
    on_screen: impl Fn() -> Vec<PlacedTask> + Copy + Send + 'static,
) -> AnyView {
    let reads = move || {
        let mut requests: Vec<Request> = Vec::new();
        for placed in on_screen() {
            let read = ListSyncTasks {
                organization: placed.organization,
                repository: placed.repository,
            };
            let request = read.request();
            // Tasks of one repository stand together.
            if requests.last() != Some(&request) {
                requests.push(request);
            }
        }
        requests
    };
    let is_settled = derived(move || !is_reading(scan));
    live(move || {
        let is_settled = is_settled.get();
        shown(is_settled.then(|| copy_sync_tasks(live(reads), live(on_screen))))
    })
    .into_any()
}

/// Whether more is being read; reacts.
fn is_reading(scan: SyncTaskScan) -> bool {
    let coverage = scan.coverage();
    scan.phase() == ScanPhase::Running && coverage.read + coverage.refused < coverage.total
}

fn is_about_sync(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::SyncTask { .. } | Subject::ManualSync { .. }
    )
}

/// All repositories that the person can see, by name. One that no request could carry is left out.
fn repository_list() -> List<(OrganizationName, RepositoryName)> {
    let request = |offset| {
        ListRepositories {
            organization: None,
            name: None,
            offset,
            limit: PageSize::LARGEST,
            order: None,
        }
        .request()
    };
    let decode = |response: &Response| {
        let RepositoryPage {
            repositories,
            total,
        } = ListRepositories::decode(response)?;
        Ok(Page {
            received: repositories.len() as u64,
            rows: repositories
                .iter()
                .filter_map(|row| Some((row.namespace.parse().ok()?, row.name.parse().ok()?)))
                .collect(),
            total,
        })
    };
    use_list(u64::from(PageSize::LARGEST.rows()), request, decode)
}

/// How much was read, what could not be, and the way to stop and go on.
fn coverage(scan: SyncTaskScan) -> AnyView {
    let words = use_i18n();
    let so_far = move || {
        let Coverage {
            read,
            refused,
            total,
            ..
        } = scan.coverage();
        let (read, refused, total) = (read as u64, refused as u64, total as u64);
        words.say(&text::all_sync_tasks_coverage(read, refused, total))
    };
    let halted = move || match scan.phase() {
        ScanPhase::Halted(error) => {
            let resume = Callback::new(move |()| scan.resume());
            failure(text::all_sync_tasks_halted(), &error, Some(resume))
        }
        ScanPhase::Paused | ScanPhase::Running => ().into_any(),
    };
    let switch = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(move || {
            if scan.phase() == ScanPhase::Paused {
                text::all_sync_tasks_resume()
            } else {
                text::all_sync_tasks_pause()
            }
        }),
        is_enabled: Box::new(move || is_reading(scan) || scan.phase() == ScanPhase::Paused),
        run: Box::new(move || {
            if untrack(|| scan.phase()) == ScanPhase::Paused {
                scan.resume();
            } else {
                scan.pause();
            }
        }),
    });
    view! {
        <div class="coverage">
            <p>{live(so_far)}</p>
            {switch}
        </div>
        {live(halted)}
        {live(move || shown(refused(&scan.refused())))}
    }
    .into_any()
}

/// The repositories that could not be read, each with why.
fn refused(refused: &[((OrganizationName, RepositoryName), ApiError)]) -> Option<AnyView> {
    if refused.is_empty() {
        return None;
    }
    let words = use_i18n();
    let rows: Vec<AnyView> = refused
        .iter()
        .map(|((organization, repository), error)| {
            let name = format!("{organization}/{repository}");
            let why = remedy(error);
            let line = details(error);
            view! {
                <li>
                    <span class="identifier">{name}</span>
                    " – "
                    {live(move || words.show(&why))}
                    " "
                    <span class="details">
                        <Untrusted text=line />
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    let count = refused.len() as u64;
    Some(
        view! {
            <details>
                <summary>{live(move || words.say(&text::all_sync_tasks_refused(count)))}</summary>
                <ul class="plain-list">{rows}</ul>
            </details>
        }
        .into_any(),
    )
}
