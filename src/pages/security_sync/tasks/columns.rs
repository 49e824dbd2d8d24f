//! How a task stands in the table of all tasks.

use cloud_api::hss::SyncTask;
use words::task_state::called;

use crate::i18n::text;
use crate::pages::security_sync::task_state::{
    began, failed_count, name_link, past_state_pill, started,
};
use crate::table::cells::identifier::{InTabOrder, short_identifier_cell};
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
                .of_rank(began)
                .cell(|task| name_link(task, InTabOrder::No))
                .wide(13.0, 1.5),
            Column::text("id", text::image_sync_tasks_identifier())
                .of(|task: &SyncTask| &task.task_id)
                .exported("task_id", |task| &task.task_id)
                .copied(text::table_copy_id, |task| task.task_id.clone())
                .searched()
                .cell(|task| {
                    let label = text::image_sync_tasks_identifier_copy();
                    short_identifier_cell(&task.task_id, label)
                })
                .wide(8.25, 0.25)
                .leaves_room(),
            Column::unseen()
                .of(|task: &SyncTask| &task.task_name)
                .exported("task_name", |task| &task.task_name)
                .searched(),
            Column::unseen()
                .of(SyncTask::kind_name)
                .exported("sync_task_type", SyncTask::kind_name)
                .searched_as(|task| Some(called(task, None))),
            Column::text("status", text::image_sync_tasks_status())
                .of_rank(|task: &SyncTask| task.task_status.unwrap_or(i64::MIN))
                .exported_words("task_status", |task| told(task.task_status))
                .cell(past_state_pill)
                .wide(12.25, 0.5)
                .own_line(),
            Column::number("started", text::image_sync_tasks_started())
                .of_rank(began)
                .cell(started)
                .wide(7.0, 0.75),
            Column::number("total", text::image_sync_tasks_total())
                .of_count(|task: &SyncTask| task.total_num)
                .exported_words("total_num", |task| told(task.total_num))
                .wide(5.0, 0.5)
                .leaves_room(),
            Column::number("done", text::image_sync_tasks_done())
                .of_count(|task: &SyncTask| task.success_num)
                .exported_words("success_num", |task| told(task.success_num))
                .wide(5.0, 0.4)
                .leaves_room(),
            Column::number("failed", text::image_sync_tasks_failed())
                .of_count(|task: &SyncTask| task.failed_num)
                .exported_words("failed_num", |task| told(task.failed_num))
                .cell(failed_count)
                .wide(6.25, 0.4)
                .fact(),
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
