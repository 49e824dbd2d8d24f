//! Sync tasks to copy: the reads of them, and the tasks as Terraform writes them.

use cloud_api::Request;
use cloud_api::clipboard::terraform::{Resource, Written, all};
use leptos::prelude::*;

use super::delete_dialog::PlacedTask;
use crate::change::copy_as::{Blocks, copy_as};
use crate::i18n::{text, use_i18n};
use crate::live::{Live, live};

/// The buttons. Tasks that Terraform has no form for are left out there, and a note counts them.
pub fn copy_sync_tasks(reads: Live<Vec<Request>>, tasks: Live<Vec<PlacedTask>>) -> AnyView {
    let words = use_i18n();
    let tasks = StoredValue::new_local(tasks);
    let described = move || tasks.with_value(|tasks| described(&tasks()));
    let resources = move || {
        let written = described();
        match written.text.is_empty() {
            true if written.left_out == 0 => Blocks::NotYet,
            true => Blocks::NoForm,
            false => Blocks::Written(written.text),
        }
    };
    let left_out = move || {
        let written = described();
        let is_partial = !written.text.is_empty() && written.left_out > 0;
        is_partial.then(|| words.say(&text::copy_left_out(written.left_out)))
    };
    view! {
        {copy_as(reads, Some(live(resources)))}
        <p class="field-hint">{live(left_out)}</p>
    }
    .into_any()
}

/// The blocks of those that have some, and how many have none.
fn described(tasks: &[PlacedTask]) -> Written {
    let resource = |placed: &PlacedTask| Resource::sync_task(&placed.repository, &placed.task);
    let found: Vec<Resource> = tasks.iter().filter_map(resource).collect();
    let without = (tasks.len() - found.len()) as u64;
    let mut written = all(found);
    written.left_out += without;
    written
}
