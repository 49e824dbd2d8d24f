//! How a task stands in the table of all tasks.

use cloud_api::hss::SyncTask;
use leptos::prelude::*;

use crate::i18n::{Untrusted, text};
use crate::pages::security_sync::routes::Route;
use crate::pages::security_sync::task_state::{
    began, failed_count, kind, percent, started, state_pill,
};
use crate::table::cells::untold::told;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<SyncTask> {
    Columns {
        key: |task| task.task_id.clone(),
        name: |task| shown_name(task).to_owned(),
        selectable: None,
        columns: vec![
            Column::text("name", text::image_sync_tasks_name())
                .of(shown_name)
                .searched()
                .cell(name_cell)
                .wide(11.0, 2.0),
            Column::unseen()
                .of(|task: &SyncTask| &task.task_id)
                .exported("task_id", |task| &task.task_id)
                .copied(text::table_copy_id, |task| task.task_id.clone())
                .searched(),
            Column::unseen().exported("task_name", |task: &SyncTask| &task.task_name),
            Column::text("kind", text::image_sync_tasks_kind())
                .of(SyncTask::kind_name)
                .exported("sync_task_type", SyncTask::kind_name)
                .searched()
                .cell(kind)
                .wide(5.75, 0.75),
            Column::text("status", text::image_sync_tasks_status())
                .of_rank(|task: &SyncTask| task.task_status.unwrap_or(i64::MIN))
                .exported_words("task_status", |task| told(task.task_status))
                .cell(state_pill)
                .wide(12.25, 1.0),
            Column::number("progress", text::image_sync_tasks_progress())
                .of_count(|task: &SyncTask| task.percent().map(u64::from))
                .cell(percent)
                .wide(6.25, 0.5),
            Column::number("started", text::image_sync_tasks_started())
                .of_rank(began)
                .cell(started)
                .wide(7.75, 0.75),
            Column::number("total", text::image_sync_tasks_total())
                .of_count(|task: &SyncTask| task.total_num)
                .exported_words("total_num", |task| told(task.total_num))
                .wide(6.75, 0.5),
            Column::number("done", text::image_sync_tasks_done())
                .of_count(|task: &SyncTask| task.success_num)
                .exported_words("success_num", |task| told(task.success_num))
                .wide(6.0, 0.4),
            Column::number("failed", text::image_sync_tasks_failed())
                .of_count(|task: &SyncTask| task.failed_num)
                .exported_words("failed_num", |task| told(task.failed_num))
                .cell(failed_count)
                .wide(5.75, 0.4),
        ],
    }
}

/// A task's name, or its ID where it has none.
fn shown_name(task: &SyncTask) -> &str {
    if task.task_name.is_empty() {
        &task.task_id
    } else {
        &task.task_name
    }
}

fn name_cell(task: &SyncTask) -> AnyView {
    let name = view! { <Untrusted text=shown_name(task).to_owned() /> };
    match task.id() {
        Some(id) => view! {
            <a href=Route::Task(id).to_string() tabindex="-1">
                {name}
            </a>
        }
        .into_any(),
        // No request could carry this ID, so there is no page to open.
        None => name.into_any(),
    }
}
