//! The images that an execution copies: its tasks, a repository each.

use cloud_api::Operation as _;
use cloud_api::enterprise::{ExecutionId, Paging, Task, TaskResource};
use leptos::prelude::*;
use words::explanation;

use crate::change::copy_as::copy_as;
use crate::i18n::{Untrusted, t, text};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_called;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::live;
use crate::live::on;
use crate::pages::enterprise::cells::{moment_rank, moment_told};
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::pages::enterprise::run_cells::{Failure, execution_rank, status_or_retried, step_cell};
use crate::query::List;
use crate::route::use_navigation;
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::untold::{told, untold};
use crate::table::{Column, Columns, use_rows, use_sort_called};

/// The image whose tags are shown, in the address.
pub const IMAGE: &str = "image";

/// The table.
pub fn tasks(
    place: &Place,
    execution: ExecutionId,
    list: List<Task>,
    (refresh, pause): (Callback<()>, AnyView),
) -> AnyView {
    let filter = use_filter_called("image-filter", text::execution_images_filter, &[]);
    let sort = use_sort_called("image-sort", "status");
    let rows = use_rows(
        columns(),
        move || list.rows.get(),
        filter.text(),
        Some(sort),
    );
    let request = lists::tasks_page(place, execution, Paging::holding(0)).request();
    Listing {
        id: "images-title",
        title: text::executions_images(),
        count: text::execution_images_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).refreshed_by(refresh),
        nothing: live(text::execution_images_nothing),
        around: Around {
            standing: Standing::Section,
            actions: pause,
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            export: Export {
                waits: live(move || !list.is_whole()),
                ..Export::of_place("execution-images", &execution.to_string())
            },
            explain: explanation::of_policies,
            stale_words: text::live_lost,
            ..Around::default()
        },
    }
    .view()
}

fn columns() -> Columns<Task> {
    Columns {
        key: |task| told(task.id),
        name: |task| resource_text(&task.src_resource),
        selectable: None,
        columns: vec![
            Column::text("source", text::policies_source())
                .of_words(|task: &Task| resource_text(&task.src_resource))
                .searched()
                .exported_words("src_resource", |task| resource_text(&task.src_resource))
                .cell(source_cell)
                .wide(12.0, 1.5),
            Column::text("destination", text::policies_destination())
                .of_words(|task: &Task| resource_text(&task.dst_resource))
                .searched()
                .exported_words("dst_resource", |task| resource_text(&task.dst_resource))
                .cell(|task| resource_cell(&task.dst_resource))
                .wide(12.0, 1.5)
                .own_line(),
            Column::text("status", text::registries_status())
                .of_rank(|task: &Task| execution_rank(task.known_status()))
                .exported("status", |task| &task.status)
                .cell(|task| {
                    let of = task.clone();
                    status_or_retried(&task.status, Failure::OfNow, move |now| {
                        of.may_be_retried(now)
                    })
                })
                .wide(9.0, 0.75)
                .fact(),
            Column::text("operation", text::execution_operation())
                .of(|task: &Task| &task.operation)
                .searched()
                .exported("operation", |task| &task.operation)
                .wide(6.0, 0.5)
                .leaves_room(),
            Column::unseen().exported("resource_type", |task: &Task| &task.resource_type),
            Column::number("started", text::sync_jobs_created())
                .of_rank(|task: &Task| moment_rank(&task.start_time))
                .exported_words("start_time", |task| moment_told(&task.start_time))
                .cell(|task| step_cell(&task.start_time, task.known_status()))
                .wide(7.0, 0.5),
            Column::number("ended", text::execution_ended())
                .of_rank(|task: &Task| moment_rank(&task.end_time))
                .exported_words("end_time", |task| moment_told(&task.end_time))
                .cell(|task| step_cell(&task.end_time, task.known_status()))
                .wide(7.0, 0.5)
                .leaves_room(),
            Column::unseen()
                .of_words(|task: &Task| told(task.id))
                .searched()
                .exported_words("id", |task| told(task.id))
                .copied(text::table_copy_id, |task| told(task.id)),
        ],
    }
}

/// What is copied, and the way to its tags.
fn source_cell(task: &Task) -> AnyView {
    let resource = resource_cell(&task.src_resource);
    let Some(id) = task.id else { return resource };
    let navigation = use_navigation();
    let chosen = navigation.parameter(IMAGE);
    let id = id.to_string();
    let this = id.clone();
    view! {
        <button
            type="button"
            class="button quiet"
            tabindex="-1"
            aria-pressed=live(move || (chosen.get().as_deref() == Some(&*this)).to_string())
            on:click=on(move |_| navigation.open_parameter(IMAGE, &id))
        >
            {resource}
        </button>
    }
    .into_any()
}

/// A repository with its tags, or as the service wrote it; untrusted text.
#[must_use]
pub fn resource_text(resource: &TaskResource) -> String {
    match resource {
        TaskResource::Artifacts { repository, .. } => repository.clone(),
        TaskResource::Text(text) => text.clone(),
    }
}

fn resource_cell(resource: &TaskResource) -> AnyView {
    match resource {
        TaskResource::Text(text) if text.is_empty() => untold(),
        TaskResource::Text(text) => view! { <Untrusted text=text.clone() /> }.into_any(),
        TaskResource::Artifacts { repository, tags } => {
            let count = tags.len() as u64;
            view! {
                {identifier_cell(repository.clone())}
                " "
                <span class="freshness">{t(text::missing_tags(count))}</span>
            }
            .into_any()
        }
    }
}
