//! Sync tasks to copy: the reads of them, and the tasks as Terraform writes them.

use cloud_api::Request;
use cloud_api::terraform::{Resource, Standing, blocks};
use leptos::prelude::*;

use super::copy_as::copy_as;
use super::delete_sync_tasks::PlacedTask;
use crate::i18n::{text, use_i18n};
use crate::live::{Live, live};

/// The buttons. Tasks that Terraform has no form for are left out there, and a note counts them.
pub fn copy_sync_tasks(reads: Live<Vec<Request>>, tasks: Live<Vec<PlacedTask>>) -> AnyView {
    let words = use_i18n();
    let tasks = StoredValue::new_local(tasks);
    let described = move || tasks.with_value(|tasks| described(&tasks()));
    let resources = move || {
        let (blocks, _) = described();
        (!blocks.is_empty()).then(|| blocks.join("\n"))
    };
    let left_out = move || {
        let (blocks, left_out) = described();
        let is_partial = !blocks.is_empty() && left_out > 0;
        is_partial.then(|| words.say(&text::copy_left_out(left_out)))
    };
    view! {
        {copy_as(reads, Some(live(resources)))}
        <p class="field-hint">{live(left_out)}</p>
    }
    .into_any()
}

/// The blocks of those that have some, and how many have none.
fn described(tasks: &[PlacedTask]) -> (Vec<String>, u64) {
    let block = |placed: &PlacedTask| {
        let PlacedTask {
            organization,
            repository,
            task,
        } = placed;
        let resource = Resource::sync_task(organization, repository, task)?;
        blocks(&resource, Standing::Existing)
    };
    let found: Vec<String> = tasks.iter().filter_map(block).collect();
    let left_out = (tasks.len() - found.len()) as u64;
    (found, left_out)
}
