//! Image Console: who can get our container images, and taking it back.
//!
//! Data flows one way: a page asks a query or hands work a change; both go through the session and
//! the net to the cloud.

pub mod app;
pub mod clock;
mod download;
pub mod form;
pub mod i18n;
pub mod live;
pub mod navigation;
pub mod net;
pub mod pages;
mod panic;
pub mod query;
pub mod route;
pub mod session;
pub mod store;
pub mod table;
mod trouble;
pub mod ui;
pub mod work;

/// Mounts the console in the page.
pub fn start() {
    panic::show_crash_page();
    leptos::mount::mount_to_body(app::App);
}
