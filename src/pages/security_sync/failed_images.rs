//! The images of a task that failed, by name; on demand, because there can be many.

mod columns;

use std::rc::Rc;

use cloud_api::Listed;
use cloud_api::hss::{FailReason, FailedImage, SyncTask, TaskId};
use leptos::prelude::*;

use super::remedies::remedies;
use crate::i18n::{t, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_called;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, live, on, shown};
use crate::query::List;
use crate::table::{Height, use_rows, use_sort_called};
use columns::columns;

/// What a task tells of its failed images.
#[derive(Clone, Debug, Default, PartialEq)]
struct Failed {
    named: Listed<FailedImage>,
    counted: Option<u64>,
}

/// A button that shows and hides them, while the task has any.
pub fn failed_images(task_id: TaskId, tasks: List<SyncTask>) -> AnyView {
    let words = use_i18n();
    let id = task_id.clone();
    let failed = derived(move || {
        tasks.rows.with(|tasks| {
            let mut tasks = tasks.iter();
            let task = tasks.find(|task| task.task_id == id.as_str());
            task.map_or_else(Failed::default, |task| Failed {
                named: task.failed_images.clone(),
                counted: task.failed_num,
            })
        })
    });
    let count = move || failed.with(|failed| failed.counted.unwrap_or(failed.named.received()));
    let is_open = RwSignal::new(false);
    view! {
        <p hidden=live(move || count() == 0)>
            <button
                type="button"
                class="button"
                aria-expanded=live(move || is_open.get().to_string())
                on:click=on(move |_| is_open.update(|is_open| *is_open = !*is_open))
            >
                {live(move || words.say(&text::failed_images_show(count())))}
            </button>
        </p>
        {live(move || {
            let is_shown = is_open.get() && count() > 0;
            shown(is_shown.then(|| table(&task_id, failed, tasks)))
        })}
    }
    .into_any()
}

fn table(task_id: &TaskId, failed: Memo<Failed>, tasks: List<SyncTask>) -> AnyView {
    let filter = use_filter_called("image", text::failed_images_filter, &[]);
    let sort = use_sort_called("images", "registry");
    let named = move || Rc::new(failed.with(|failed| failed.named.to_vec()));
    let rows = use_rows(columns(), named, filter.text(), Some(sort));
    let said = use_i18n();
    let untold = move || {
        let (named, counted) = failed.with(|failed| (failed.named.received(), failed.counted));
        let counted = counted.filter(|counted| *counted > named)?;
        Some(text::failed_images_some(counted, named))
    };
    let not_all = move || untold().map(|words| view! { <p class="note">{t(words)}</p> });
    let occurs = move |reason: FailReason| {
        failed.with(|failed| {
            let mut images = failed.named.iter();
            images.any(|image| image.failed_reason == reason.name())
        })
    };
    let notices = view! {
        {live(move || shown(not_all()))}
        {remedies(occurs)}
    };
    let file = format!("failed-images-{task_id}");
    let listing = Listing {
        id: "failed-images-title",
        title: text::failed_images_title(),
        count: text::failed_images_count,
        filter,
        rows: rows.grid(),
        read: ListRead {
            status: tasks.status,
            left_out: Callback::new(move |()| failed.with(|failed| failed.named.left_out)),
            progress: None,
            extent: None,
            emptiness: None,
            refresh: Callback::new(move |()| tasks.status.refresh()),
        },
        nothing: live(text::failed_images_nothing),
        around: Around {
            standing: Standing::Section,
            export: Export {
                file: Some(file),
                gaps: live(move || untold().map(|words| said.say(&words)).into_iter().collect()),
                ..Export::default()
            },
            notices: notices.into_any(),
            height: Height::Half,
            ..Around::default()
        },
    };
    listing.view()
}
