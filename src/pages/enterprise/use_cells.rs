//! Who uses a target registry, and how that went last, in a table.

use cloud_api::enterprise::{Execution, InstanceId};
use leptos::prelude::*;

use super::registry_row::{LastRun, Users};
use super::routes::Route;
use super::run_cells::{began_cell, execution_pill};
use crate::i18n::{Untrusted, t, text};
use crate::table::cells::untold::untold;

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
        {execution_pill(run)}
        " "
        <span class="field-hint">{began_cell(run)}</span>
    }
    .into_any()
}

/// How many policies use a registry of an instance, and which.
pub fn users_cell(instance: &InstanceId, users: &Users) -> AnyView {
    let Some(count) = users.count() else {
        return untold();
    };
    let policies = text::target_registries_policies(count);
    let policies = match users.is_all {
        true => policies,
        false => text::table_at_least_of(policies),
    };
    let links = users
        .policies
        .iter()
        .enumerate()
        .map(|(place, (id, name))| {
            let before = (place > 0).then_some(", ");
            let name = view! { <Untrusted text=name.clone() /> };
            let name = match id {
                Some(id) => {
                    let page = Route::Policy(instance.clone(), *id).to_string();
                    view! { <a href=page tabindex="-1">{name}</a> }.into_any()
                }
                None => name.into_any(),
            };
            (before, name).into_any()
        });
    let links: Vec<AnyView> = links.collect();
    // One element, so that a cell cuts the end of all and not of each.
    let links = (!links.is_empty()).then(|| view! { <span class="source">{links}</span> });
    view! {
        <span>{t(policies)}</span>
        " "
        {links}
    }
    .into_any()
}
