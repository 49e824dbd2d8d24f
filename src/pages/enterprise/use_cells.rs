//! How runs stand, and who uses a target registry, in a table.

use cloud_api::enterprise::{Execution, RunStatus};
use leptos::prelude::*;
use words::enterprise::run_status_words;
use words::list::listed;

use super::cells::moment_cell;
use super::registry_row::{LastRun, Users};
use crate::i18n::{t, text};
use crate::live::shown;
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone, label_of};

/// How a run stands, by the service's word in any spelling; `failed` is how a failure feels.
pub fn run_pill(status: &str, failed: Tone) -> AnyView {
    let (tone, icon) = match RunStatus::named(status) {
        Some(RunStatus::Succeeded) => (Tone::Plain, IconName::Success),
        Some(RunStatus::Failed) => (failed, IconName::Danger),
        Some(RunStatus::Stopped) => (Tone::Neutral, IconName::Neutral),
        Some(RunStatus::Initialized | RunStatus::Pending | RunStatus::InProgress) => {
            (Tone::Neutral, IconName::Running)
        }
        None if status.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label_of(run_status_words(status), status);
    view! { <Pill tone icon label /> }.into_any()
}

/// How the last execution with a registry went, and when.
pub fn last_run_cell(last: &LastRun) -> AnyView {
    match last {
        LastRun::NotRead => untold(),
        LastRun::Unused => ().into_any(),
        LastRun::Never => {
            view! { <span class="field-hint">{t(text::all_sync_tasks_never())}</span> }.into_any()
        }
        LastRun::Run(run) => run_with_age(run),
    }
}

fn run_with_age(run: &Execution) -> AnyView {
    view! {
        {run_pill(&run.status, Tone::Danger)}
        <span class="field-hint">{moment_cell(&run.created_at)}</span>
    }
    .into_any()
}

/// How many policies use a registry, and which.
pub fn users_cell(users: &Users) -> AnyView {
    let Some(count) = users.count() else {
        return untold();
    };
    let policies = text::target_registries_policies(count);
    let policies = match users.is_all {
        true => policies,
        false => text::table_at_least_of(policies),
    };
    let names = (count > 0).then(|| {
        let names = t(listed(&users.names));
        view! { <span class="field-hint">{names}</span> }
    });
    view! {
        <span>{t(policies)}</span>
        " "
        {shown(names)}
    }
    .into_any()
}
