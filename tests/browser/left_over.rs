//! What tests find in the browser and leave in it.

use leptos::prelude::{document, window};

/// What tests before this one have kept of changes goes, and what they claimed.
pub fn forget_changes() {
    let storage = window().local_storage().unwrap().unwrap();
    let keys = (0..storage.length().unwrap()).filter_map(|index| storage.key(index).unwrap());
    for key in keys
        .filter(|key| {
            [":live:changes:", ":live:claims:"]
                .iter()
                .any(|it| key.contains(it))
        })
        .collect::<Vec<_>>()
    {
        storage.remove_item(&key).unwrap();
    }
}

/// As the console's page has it: without one, what the browser stores would be found at the address alone at which it was.
pub fn has_base() {
    let head = document().head().unwrap();
    if head.query_selector("base").unwrap().is_none() {
        let base = document().create_element("base").unwrap();
        base.set_attribute("href", "/").unwrap();
        head.append_child(&base).unwrap();
    }
}
