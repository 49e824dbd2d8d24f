//! The tags of one image that an execution copies: its subtasks, each with its cause.

use std::rc::Rc;

use cloud_api::Operation as _;
use cloud_api::enterprise::{ExecutionId, Paging, SubTask, Task, TaskId};
use leptos::prelude::*;
use words::explanation;

use super::tasks::{IMAGE, resource_text};
use crate::change::copy_as::copy_as;
use crate::i18n::{t, text};
use crate::listing::filter::use_filter_called;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, live, shown};
use crate::pages::enterprise::cells::{moment_rank, moment_told};
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::pages::enterprise::run_cells::{Failure, execution_rank, status_or_retried, step_cell};
use crate::query::List;
use crate::route::use_navigation;
use crate::table::cells::identifier::identifier_cell;
use crate::table::{Column, Columns, use_rows, use_sort_called};

/// The tags on the page.
#[derive(Clone, Copy)]
pub struct Tags {
    of: StoredValue<(Place, ExecutionId)>,
    /// Those that are read, while an image is chosen.
    list: RwSignal<Option<List<SubTask>>, LocalStorage>,
}

impl Tags {
    /// Of an execution.
    pub fn of(place: &Place, execution: ExecutionId) -> Self {
        Self {
            of: StoredValue::new((place.clone(), execution)),
            list: RwSignal::new_local(None),
        }
    }

    /// Whether they are being read; reacts.
    pub fn is_reading(self) -> bool {
        let list = self.list.get();
        list.is_some_and(|list| list.status.is_reading.get())
    }

    /// Reads them again.
    pub fn refresh(self) {
        if let Some(list) = self.list.get_untracked() {
            list.status.refresh();
        }
    }

    /// The table of the chosen image; of an execution with one image that one is chosen.
    pub fn view(self, tasks: List<Task>) -> AnyView {
        let parameter = use_navigation().parameter(IMAGE);
        let chosen = derived(move || {
            let named = parameter.get().and_then(|id| id.parse().ok());
            tasks.rows.with(|rows| {
                let only = match &rows[..] {
                    [task] => task.id,
                    _ => None,
                };
                let task: TaskId = named.or(only)?;
                let row = rows.iter().find(|row| row.id == Some(task));
                let name = row.map(|row| resource_text(&row.src_resource));
                Some((task, name.unwrap_or_else(|| task.to_string())))
            })
        });
        let content = move || match chosen.get() {
            None => {
                self.list.set(None);
                let has_images = tasks.rows.with(|rows| !rows.is_empty());
                let words = || view! { <p class="note">{t(text::execution_choose_image())}</p> };
                shown(has_images.then(words))
            }
            Some((task, name)) => untrack(|| self.table(task, name)),
        };
        live(content).into_any()
    }

    fn table(self, task: TaskId, name: String) -> AnyView {
        let (place, execution) = self.of.get_value();
        let list = lists::sub_tasks(&place, execution, task);
        self.list.set(Some(list));
        let filter = use_filter_called("tag-filter", text::execution_tags_filter, &[]);
        let sort = use_sort_called("tag-sort", "status");
        let all = move || -> Rc<Vec<SubTask>> { list.rows.get() };
        let rows = use_rows(columns(), all, filter.text(), Some(sort));
        let request = lists::sub_tasks_page(&place, execution, task, Paging::holding(0)).request();
        Listing {
            id: "tags-title",
            title: text::execution_tags_of(name),
            count: text::execution_tags_count,
            filter,
            rows: rows.grid(),
            read: ListRead::of_list(list),
            nothing: live(text::execution_tags_nothing),
            around: Around {
                standing: Standing::Section,
                copies: Some(copy_as(live(move || vec![request.clone()]), None)),
                explain: explanation::of_policies,
                stale_words: text::live_lost,
                ..Around::default()
            },
        }
        .view()
    }
}

fn columns() -> Columns<SubTask> {
    Columns {
        key: |it| it.id.clone(),
        name: |it| shown_tag(it).to_owned(),
        selectable: None,
        columns: vec![
            Column::text("tag", text::sync_jobs_tag())
                .of(shown_tag)
                .searched()
                .exported("tag", |it| &it.tag)
                .cell(|it| identifier_cell(shown_tag(it).to_owned()))
                .wide(9.0, 1.0),
            Column::text("status", text::registries_status())
                .of_rank(|it: &SubTask| execution_rank(it.known_status()))
                .exported("status", |it| &it.status)
                .cell(|it| {
                    let of = it.clone();
                    status_or_retried(&it.status, Failure::OfNow, move |now| {
                        of.may_be_retried(now)
                    })
                })
                .wide(9.0, 0.75)
                .fact(),
            Column::text("cause", text::executions_cause())
                .of(|it: &SubTask| &it.status_text)
                .searched()
                .exported("status_text", |it| &it.status_text)
                .wide(14.0, 2.5)
                .own_lines(),
            Column::number("started", text::sync_jobs_created())
                .of_rank(|it: &SubTask| moment_rank(&it.start_time))
                .exported_words("start_time", |it| moment_told(&it.start_time))
                .cell(|it| step_cell(&it.start_time, it.known_status()))
                .wide(7.0, 0.5),
            Column::number("ended", text::execution_ended())
                .of_rank(|it: &SubTask| moment_rank(&it.end_time))
                .exported_words("end_time", |it| moment_told(&it.end_time))
                .cell(|it| step_cell(&it.end_time, it.known_status()))
                .wide(7.0, 0.5)
                .leaves_room(),
            Column::unseen()
                .of(|it: &SubTask| &it.digest)
                .searched()
                .exported("digest", |it| &it.digest),
            Column::unseen().exported("namespace", |it: &SubTask| &it.namespace),
            Column::unseen().exported("repository", |it: &SubTask| &it.repository),
            Column::unseen().exported("job_id", |it: &SubTask| &it.job_id),
            Column::unseen()
                .exported("id", |it: &SubTask| &it.id)
                .copied(text::table_copy_id, |it| it.id.clone()),
        ],
    }
}

/// An artifact without a tag is called by its digest.
fn shown_tag(it: &SubTask) -> &str {
    match &*it.tag {
        "" => &it.digest,
        tag => tag,
    }
}
