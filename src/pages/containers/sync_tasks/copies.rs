//! Sync tasks to copy: the reads of them, and the tasks as Terraform writes them.

use cloud_api::Request;
use cloud_api::clipboard::terraform::{Provider, Resource, Written, all};
use leptos::prelude::*;

use super::delete_dialog::PlacedTask;
use crate::change::copy_written::copy_written;
use crate::change::provider::use_provider;
use crate::i18n::text;
use crate::live::{Live, live};

/// The buttons. Tasks that Terraform has no form for are left out there, and a note counts them.
pub fn copy_sync_tasks(reads: Live<Vec<Request>>, tasks: Live<Vec<PlacedTask>>) -> AnyView {
    let provider = use_provider();
    copy_written(
        reads,
        live(move || described(&tasks(), provider)),
        text::copy_left_out,
    )
}

/// The blocks of those that have some, and how many have none.
fn described(tasks: &[PlacedTask], provider: Provider) -> Written {
    let resource = |placed: &PlacedTask| Resource::sync_task(&placed.repository, &placed.task);
    let found: Vec<Resource> = tasks.iter().filter_map(resource).collect();
    let without = (tasks.len() - found.len()) as u64;
    let mut written = all(found, provider);
    written.left_out += without;
    written
}
