//! Components in a real browser, against a cloud that answers from a list.

#![cfg(target_arch = "wasm32")]

#[cfg(test)]
mod access;
#[cfg(test)]
mod access_key;
#[cfg(test)]
mod activity;
#[cfg(test)]
mod address_bar;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod again;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod asked;
#[cfg(test)]
mod at_work;
#[cfg(test)]
mod causes;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod clouds;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod connection_check;
#[cfg(test)]
mod copying;
#[cfg(test)]
mod days;
#[cfg(test)]
mod dialog_focus;
#[cfg(test)]
mod ended_tokens;
#[cfg(test)]
mod enter;
#[cfg(test)]
mod enterprise;
#[cfg(test)]
mod enterprise_audit_log;
#[cfg(test)]
mod enterprise_overview;
#[cfg(test)]
mod enterprise_registries;
#[cfg(test)]
mod enterprise_registries_dialogs;
#[cfg(test)]
mod enterprise_registry_form;
#[cfg(test)]
mod enterprise_registry_meanwhile;
#[cfg(test)]
mod enterprise_registry_restore;
#[cfg(test)]
mod extent;
#[cfg(test)]
mod freeing_looks;
#[cfg(test)]
mod global_iam;
#[cfg(test)]
mod granting;
#[cfg(test)]
mod grid;
#[cfg(test)]
mod held_scopes;
#[cfg(test)]
mod image_answers;
#[cfg(test)]
mod image_recipients;
#[cfg(test)]
mod image_share;
#[cfg(test)]
mod image_sharing;
#[cfg(test)]
mod in_front;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod key_projects;
#[cfg(test)]
mod key_turns;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod lagging;
#[cfg(test)]
mod large_answers;
#[cfg(test)]
mod late_pages;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod left;
#[cfg(test)]
mod left_alone;
#[cfg(test)]
mod left_over;
#[cfg(test)]
mod left_while_looking;
#[cfg(test)]
mod lock;
#[cfg(test)]
mod look_again;
#[cfg(test)]
mod machine_images;
#[cfg(test)]
mod many;
#[cfg(test)]
mod memory;
#[cfg(test)]
mod never_came;
#[cfg(test)]
mod nothing_stored;
#[cfg(test)]
mod order;
#[cfg(test)]
mod organization_file;
#[cfg(test)]
mod outliving;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod overview_coverage;
#[cfg(test)]
mod overview_file;
#[cfg(test)]
mod overview_registries;
#[cfg(test)]
mod password;
#[cfg(test)]
mod places;
#[cfg(test)]
mod read_only;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod reloaded;
#[cfg(test)]
mod replication;
#[cfg(test)]
mod replication_dialogs;
#[cfg(test)]
mod replication_execution;
#[cfg(test)]
mod replication_form;
#[cfg(test)]
mod replication_meanwhile;
#[cfg(test)]
mod row_menu;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod scope;
#[cfg(test)]
mod scopes;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod set_up;
#[cfg(test)]
mod shared_accounts;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod sign_in_over_page;
#[cfg(test)]
mod sign_out;
#[cfg(test)]
mod skip;
#[cfg(test)]
mod slept;
#[cfg(test)]
mod stop_sharing;
#[cfg(test)]
mod stopping;
#[cfg(test)]
mod sync_jobs;
#[cfg(test)]
mod tabs;
#[cfg(test)]
mod throttled;
#[cfg(test)]
mod times;
#[cfg(test)]
mod told;
#[cfg(test)]
mod turns;
#[cfg(test)]
mod unfinished;
#[cfg(test)]
mod unread;
#[cfg(test)]
mod unused_tokens;
#[cfg(test)]
mod version;
#[cfg(test)]
mod ways_at_places;
#[cfg(test)]
mod whose_token;
#[cfg(test)]
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
