//! The title of the tab.

use leptos::prelude::document;

use super::environment::is_demo;

/// Names the tab; one in the demo can be told from the others before it is looked at.
pub fn name_tab(title: &str) {
    match is_demo() {
        true => document().set_title(&format!("DEMO {title}")),
        false => document().set_title(title),
    }
}
