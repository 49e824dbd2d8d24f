//! How an execution stands in the table and in its export, which has the API's own names.

use cloud_api::Subject;
use cloud_api::enterprise::{Execution, InstanceId, PolicyId, Progress};
use leptos::prelude::*;

use crate::change::state_pill::pending;
use crate::i18n::text;
use crate::pages::enterprise::cells::{moment_cell, moment_rank, moment_told};
use crate::pages::enterprise::progress_cells::counters;
use crate::pages::enterprise::routes::Route;
use crate::pages::enterprise::run_cells::{by_cell, execution_rank, past_execution_pill};
use crate::table::cells::untold::{told, untold};
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns(instance: &InstanceId, policy: PolicyId) -> Columns<Execution> {
    let of_name = instance.clone();
    Columns {
        key: |it| told(it.id),
        name: |it| told(it.id),
        selectable: Some(|it| {
            selectable_where(it.id.is_some() && !it.is_over(), text::executions_over)
        }),
        columns: vec![
            Column::text("id", text::executions_execution())
                .of_rank(|it: &Execution| it.id.map_or(0, |id| u64::from(id) as i64))
                .exported_words("id", |it| told(it.id))
                .cell(move |it| name_cell(&of_name, policy, it))
                .wide(7.0, 0.75),
            Column::unseen()
                .of_words(|it: &Execution| told(it.id))
                .searched()
                .copied(text::table_copy_id, |it| told(it.id)),
            Column::text("status", text::registries_status())
                .of_rank(|it: &Execution| execution_rank(it.known_status()))
                .exported("status", |it| &it.status)
                .cell(past_execution_pill)
                .wide(9.0, 0.75)
                .fact(),
            Column::unseen().of(|it: &Execution| &it.status).searched(),
            Column::number("images", text::executions_images())
                .of_count(|it: &Execution| it.total)
                .exported_words("total", |it| told(it.total))
                .cell(|it| Progress::of(it).map_or_else(|| ().into_any(), counters))
                .wide(14.0, 1.5)
                .own_line(),
            Column::unseen().exported_words("succeed", |it: &Execution| told(it.succeed)),
            Column::unseen().exported_words("failed", |it: &Execution| told(it.failed)),
            Column::unseen().exported_words("stopped", |it: &Execution| told(it.stopped)),
            Column::text("cause", text::executions_cause())
                .of(|it: &Execution| &it.status_text)
                .searched()
                .exported("status_text", |it| &it.status_text)
                .wide(9.0, 1.5)
                .own_lines()
                .leaves_room(),
            Column::text("trigger", text::executions_by())
                .of(|it: &Execution| &it.trigger)
                .searched()
                .exported("trigger", |it| &it.trigger)
                .cell(by_cell)
                .wide(7.0, 0.75)
                .leaves_room(),
            Column::number("started", text::sync_jobs_created())
                .of_rank(|it: &Execution| moment_rank(&it.created_at))
                .exported_words("created_at", |it| moment_told(&it.created_at))
                .cell(|it| moment_cell(&it.created_at))
                .wide(7.0, 0.5),
            Column::detail(text::sync_jobs_changed())
                .exported_words("updated_at", |it: &Execution| moment_told(&it.updated_at))
                .cell(|it| moment_cell(&it.updated_at)),
        ],
    }
}

fn name_cell(instance: &InstanceId, policy: PolicyId, execution: &Execution) -> AnyView {
    let Some(id) = execution.id else {
        return untold();
    };
    let subject = Subject::execution(instance, id);
    view! {
        <a href=Route::Execution(instance.clone(), policy, id).to_string() tabindex="-1">
            {id.to_string()}
        </a>
        <span class="sign-only">{pending(Some(subject))}</span>
    }
    .into_any()
}
