//! The sync tasks of all repositories.

use leptos::prelude::*;

/// The page.
pub fn all_sync_tasks() -> AnyView {
    ().into_any()
}
