//! How a replication policy stands in the table and in its export, which has the API's own names.

use cloud_api::Subject;
use cloud_api::enterprise::{InstanceId, ReplicationPolicy, Side, TriggerType};
use leptos::prelude::*;
use words::replication_policy::{filter_words, trigger_words};

use super::row::{LastRun, Row};
use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text};
use crate::pages::enterprise::cells::{moment_rank, moment_told};
use crate::pages::enterprise::routes::Route;
use crate::pages::enterprise::run_cells::{
    began_cell, enabled_pill, execution_pill, execution_rank,
};
use crate::table::cells::flag::flag_rank;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::{told, untold};
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns(instance: &InstanceId) -> Columns<Row> {
    let (of_name, of_run) = (instance.clone(), instance.clone());
    Columns {
        key: |row| told(row.policy.id),
        name: |row| row.policy.name.clone(),
        selectable: Some(|row| selectable_where(row.policy.id.is_some(), text::table_unnameable)),
        columns: vec![
            Column::unseen()
                .of_words(|row: &Row| told(row.policy.id))
                .searched()
                .exported_words("id", |row| told(row.policy.id))
                .copied(text::table_copy_id, |row| told(row.policy.id)),
            Column::text("name", text::policies_name())
                .of(|row: &Row| &row.policy.name)
                .searched()
                .exported("name", |row| &row.policy.name)
                .cell(move |row| name_cell(&of_name, row))
                .wide(8.0, 1.5),
            Column::text("source", text::policies_source())
                .of(|row: &Row| row.source.text())
                .searched()
                .exported_words("src_registry", |row| side_told(row.policy.source))
                .cell(|row| row.source.cell())
                .wide(7.25, 0.75)
                .named(),
            Column::text("destination", text::policies_destination())
                .of(|row: &Row| row.destination.text())
                .searched()
                .exported_words("dest_registry", |row| side_told(row.policy.destination))
                .cell(|row| row.destination.cell())
                .wide(7.0, 1.0)
                .named(),
            Column::text("filters", text::policies_filters())
                .of_words(|row: &Row| patterns(&row.policy))
                .searched()
                .exported_words("filters", |row| patterns(&row.policy))
                .cell(|row| filters_cell(&row.policy))
                .copied(text::policies_copy_pattern, |row| patterns(&row.policy))
                .wide(6.0, 1.5)
                .own_lines()
                .leaves_room(),
            Column::text("trigger", text::policies_trigger())
                .of(|row: &Row| &row.policy.trigger_type)
                .exported("trigger", |row| &row.policy.trigger_type)
                .cell(|row| trigger_cell(&row.policy))
                .wide(6.25, 1.0)
                .leaves_room(),
            Column::unseen()
                .of(|row: &Row| &row.policy.cron)
                .searched()
                .exported("cron", |row| &row.policy.cron),
            Column::text("state", text::registries_status())
                .of_rank(|row: &Row| flag_rank(row.policy.enabled))
                .exported("enabled", Row::state)
                .cell(|row| enabled_pill(row.policy.enabled))
                .wide(7.75, 0.25),
            Column::text("result", text::policies_last_run())
                .of_rank(|row: &Row| last_run_rank(&row.last_run))
                .exported("status", |row| row.last_run.result())
                .cell(move |row| last_run_cell(&of_run, row))
                .wide(7.5, 0.75)
                .fact(),
            Column::number("started", text::sync_jobs_created())
                .of_rank(|row: &Row| {
                    let execution = row.last_run.execution();
                    execution.map_or(i64::MIN, |it| moment_rank(&it.created_at))
                })
                .exported_words("last_run_at", |row| {
                    let execution = row.last_run.execution();
                    execution.map_or_else(String::new, |it| moment_told(&it.created_at))
                })
                .cell(|row| match &row.last_run {
                    // It never began.
                    LastRun::Never => ().into_any(),
                    run => run.execution().map_or_else(untold, began_cell),
                })
                .wide(6.75, 0.5)
                .named()
                .leaves_room(),
            Column::unseen()
                .of(|row: &Row| &row.policy.description)
                .searched()
                .exported("description", |row| &row.policy.description),
        ],
    }
}

fn name_cell(instance: &InstanceId, row: &Row) -> AnyView {
    let name = view! { <Untrusted text=row.policy.name.clone() /> };
    match row.policy.id {
        Some(id) => {
            let subject = Subject::replication_policy(instance, id);
            view! {
                <a href=Route::Policy(instance.clone(), id).to_string() tabindex="-1">
                    {name}
                </a>
                <span class="sign-only">{pending(Some(subject))}</span>
            }
            .into_any()
        }
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}

/// The ID of the registry at a side; empty for the instance itself.
fn side_told(side: Side) -> String {
    match side {
        Side::Registry(id) => id.to_string(),
        Side::Local | Side::Unread => String::new(),
    }
}

/// Its conditions as one text.
fn patterns(policy: &ReplicationPolicy) -> String {
    let conditions = policy.filters.iter().map(|it| {
        let value = it.value.as_deref().unwrap_or_default();
        format!("{} {value}", it.filter_type)
    });
    conditions.collect::<Vec<_>>().join(", ")
}

/// Its conditions in words; without any it takes everything.
pub fn filters_cell(policy: &ReplicationPolicy) -> AnyView {
    let filters = &policy.filters;
    if filters.left_out > 0 {
        return t(text::policies_unread_side()).into_any();
    }
    if filters.is_empty() {
        return t(text::policies_everything()).into_any();
    }
    let conditions = filters.iter().enumerate().map(|(place, filter)| {
        let before = (place > 0).then_some(", ");
        view! {
            {before}
            <span>{t(filter_words(filter))}</span>
        }
        .into_any()
    });
    // One element, so that a cell cuts the end of all and not of each.
    view! { <span>{conditions.collect::<Vec<_>>()}</span> }.into_any()
}

/// When it runs.
pub fn trigger_cell(policy: &ReplicationPolicy) -> AnyView {
    let name = &policy.trigger_type;
    match (policy.known_trigger(), trigger_words(name)) {
        (Some(TriggerType::Scheduled), _) => {
            let words = text::policies_scheduled(policy.cron.as_str());
            view! { <span>{t(words)}</span> }.into_any()
        }
        (_, Some(words)) => view! { <span>{t(words)}</span> }.into_any(),
        (_, None) if name.is_empty() => untold(),
        (_, None) => view! { <Untrusted text=name.clone() /> }.into_any(),
    }
}

fn last_run_cell(instance: &InstanceId, row: &Row) -> AnyView {
    match &row.last_run {
        LastRun::NotRead => untold(),
        LastRun::Never => t(text::policies_never()).into_any(),
        LastRun::Earlier => t(text::policies_earlier()).into_any(),
        LastRun::Was(execution) => {
            let pill = execution_pill(execution);
            match row.policy.id.zip(execution.id) {
                Some((policy, id)) => view! {
                    <a
                        href=Route::Execution(instance.clone(), policy, id).to_string()
                        tabindex="-1"
                    >
                        {pill}
                    </a>
                }
                .into_any(),
                None => pill,
            }
        }
    }
}

/// What needs a hand comes first, what never ran last.
fn last_run_rank(last: &LastRun) -> i64 {
    match last {
        LastRun::Was(execution) => execution_rank(execution.known_status()),
        LastRun::NotRead => 10,
        LastRun::Earlier => 11,
        LastRun::Never => 12,
    }
}
