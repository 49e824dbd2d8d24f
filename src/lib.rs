//! Image Console: who can get our container images, and taking it back.
//!
//! Data flows one way: a page asks a query or hands work a change; both go through the session and
//! the net to the cloud.

pub mod app;
pub mod browser;
pub mod change;
pub mod form;
pub mod i18n;
pub mod listing;
pub mod live;
pub mod net;
pub mod pages;
pub mod query;
pub mod route;
pub mod session;
pub mod table;
pub mod ui;
pub mod work;

/// Mounts the console in the page.
pub fn start() {
    browser::panic::show_crash_page();
    leptos::mount::mount_to_body(app::App);
}
