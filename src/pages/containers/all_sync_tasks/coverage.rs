//! How far the scan is, and what it could not read.

use cloud_api::{ApiError, RepositoryPath};
use leptos::prelude::*;
use reads::{Coverage, ScanPhase};
use words::failure::{details, remedy};

use super::found_task::SyncTaskScan;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::query::Extent;
use crate::ui::failure::failure;
use crate::ui::{Action, ButtonKind, action_button};

/// Whether more is being read; reacts.
pub fn is_reading(scan: SyncTaskScan) -> bool {
    let coverage = scan.coverage();
    let goes_on = matches!(scan.phase(), ScanPhase::Running | ScanPhase::Waiting { .. });
    goes_on && coverage.read + coverage.refused < coverage.total
}

/// How much was read, what could not be, and the way to stop and go on. `unnameable` are repositories
/// whose names no request can carry; `extent` says whether the repositories are all that there are.
pub fn coverage(
    scan: SyncTaskScan,
    unnameable: RwSignal<Vec<String>>,
    extent: RwSignal<Option<Extent>>,
) -> AnyView {
    let words = use_i18n();
    let so_far = move || {
        let Coverage {
            read,
            refused,
            total,
            ..
        } = scan.coverage();
        let never = unnameable.with(Vec::len);
        let (read, refused, total) = (
            read as u64,
            (refused + never) as u64,
            (total + never) as u64,
        );
        words.say(&match extent.get() {
            Some(Extent::Fewer { counted, .. }) => {
                text::all_sync_tasks_coverage(read, refused, counted)
            }
            Some(Extent::Changed { .. } | Extent::Repeated { .. }) => {
                text::all_sync_tasks_coverage_part(read, refused, total)
            }
            Some(Extent::Whole) | None => text::all_sync_tasks_coverage(read, refused, total),
        })
    };
    let halted = move || match scan.phase() {
        ScanPhase::Halted(error) => {
            let resume = Callback::new(move |()| scan.resume());
            failure(text::all_sync_tasks_halted(), &error, Some(resume))
        }
        ScanPhase::Paused | ScanPhase::Running | ScanPhase::Waiting { .. } => ().into_any(),
    };
    let waiting = move || match scan.phase() {
        ScanPhase::Waiting { until } => Some(words.say(&text::all_sync_tasks_waiting(until))),
        ScanPhase::Paused | ScanPhase::Running | ScanPhase::Halted(_) => None,
    };
    let can_switch = derived(move || is_reading(scan) || scan.phase() == ScanPhase::Paused);
    let switch = move || {
        action_button(Action {
            kind: ButtonKind::Plain,
            label: Box::new(move || {
                if scan.phase() == ScanPhase::Paused {
                    text::all_sync_tasks_resume()
                } else {
                    text::all_sync_tasks_pause()
                }
            }),
            is_enabled: Box::new(|| true),
            run: Box::new(move || {
                if untrack(|| scan.phase()) == ScanPhase::Paused {
                    scan.resume();
                } else {
                    scan.pause();
                }
            }),
        })
    };
    view! {
        <div class="coverage">
            <p>{live(so_far)}</p>
            <p role="status">{live(waiting)}</p>
            {live(move || shown(can_switch.get().then(switch)))}
        </div>
        {live(halted)}
        {live(move || shown(refused(&scan.refused(), &unnameable.get())))}
    }
    .into_any()
}

/// The repositories that could not be read, each with why.
fn refused(refused: &[(RepositoryPath, ApiError)], unnameable: &[String]) -> Option<AnyView> {
    let count = (refused.len() + unnameable.len()) as u64;
    if count == 0 {
        return None;
    }
    let words = use_i18n();
    let mut rows: Vec<AnyView> = refused
        .iter()
        .map(|(repository, error)| {
            let name = repository.to_string();
            let why = remedy(error);
            let line = details(error, |it| words.say(it));
            view! {
                <li>
                    <span class="identifier">
                        <Untrusted text=name />
                    </span>
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
    rows.extend(unnameable.iter().map(|name| {
        view! {
            <li>
                <Untrusted text=name.clone() />
                " – "
                {t(text::all_sync_tasks_unnameable())}
            </li>
        }
        .into_any()
    }));
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
