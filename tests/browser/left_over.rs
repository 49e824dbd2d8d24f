//! What tests leave in the browser.

use leptos::prelude::window;

/// What tests before this one have kept of changes goes, and what they claimed.
pub fn forget_changes() {
    let storage = window().local_storage().unwrap().unwrap();
    let keys = (0..storage.length().unwrap()).filter_map(|index| storage.key(index).unwrap());
    // Without a base the address is part of the key.
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
