//! Whether the console's server has another version than the one that runs.

use futures::FutureExt as _;
use gloo_net::http::RequestBuilder;
use leptos::prelude::*;
use web_sys::{AbortController, RequestCache};

use super::fetch::AbortOnDrop;
use super::limit::{VERSION_MILLISECONDS, in_time};
use crate::browser::program::program;

/// What stands before the name of the program in the console's page.
const BEFORE_PROGRAM: &str = "boot.js?script=";

thread_local! {
    /// Whether another one was seen; stays so until the page is loaded anew.
    static WAS_SEEN: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Whether another version was seen; reacts.
#[must_use]
pub fn other_version_was_seen() -> bool {
    WAS_SEEN.with(ArcRwSignal::clone).get()
}

/// Looks for another version and notes that there is one; `false` where the server does not say so.
pub async fn look_for_other_version() -> bool {
    let is_there = has_other_version().await;
    if is_there {
        WAS_SEEN.with(ArcRwSignal::clone).set(true);
    }
    is_there
}

/// Whether it has; `false` where it does not say in time. It is asked past what the browser has stored.
pub async fn has_other_version() -> bool {
    let Some(running) = program() else {
        return false;
    };
    let page = async {
        let controller = AbortController::new().ok()?;
        let request = RequestBuilder::new("./")
            .abort_signal(Some(&controller.signal()))
            .cache(RequestCache::NoCache);
        let _abort = AbortOnDrop(controller);
        let answer = request.send().await.ok()?;
        answer.text().await.ok().filter(|_| answer.ok())
    };
    let page = in_time(page.boxed_local(), VERSION_MILLISECONDS).await;
    page.flatten()
        .is_some_and(|page| starts_another(&page, &running))
}

/// Whether a page is the console's and starts another program than this one. Something else may answer in
/// its place, such as the page of a proxy that wants a password.
#[must_use]
pub fn starts_another(page: &str, running: &str) -> bool {
    let mut parts = page.splitn(2, BEFORE_PROGRAM);
    let after = parts.nth(1).unwrap_or_default();
    let name = after.split(['&', '"']).next().unwrap_or_default();
    name.ends_with(".js") && name != running
}
