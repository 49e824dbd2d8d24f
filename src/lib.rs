//! Image Console: who can get our container images, and taking it back.
//!
//! Data flows one way: a page asks a query or hands work a change; both go through the session and
//! the net to the cloud.

use futures::future::join;

pub mod app;
pub mod browser;
pub mod change;
pub mod config;
pub mod form;
pub mod i18n;
pub mod listing;
pub mod live;
pub mod net;
pub mod pages;
pub mod query;
pub mod route;
pub mod scans;
pub mod session;
pub mod table;
pub mod ui;
pub mod work;

/// Reads `config.json`, then mounts the console in the page: in place of what stands there until then.
pub fn start() {
    browser::panic::show_crash_page();
    wasm_bindgen_futures::spawn_local(async {
        let (answer, ()) = join(net::config_file(), app::load_words()).await;
        let read = ::config::read(answer.as_ref().map(|(status, file)| (*status, &**file)));
        browser::program::has_started();
        app::mount(read);
    });
}
