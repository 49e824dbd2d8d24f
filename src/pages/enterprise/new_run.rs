//! The way to an execution that was started from a page.

use cloud_api::Subject;
use cloud_api::enterprise::{ExecutionId, PolicyId};
use leptos::prelude::*;

use super::place::Place;
use super::routes::Route;
use crate::i18n::{t, text};
use crate::live::{derived, live, shown};
use crate::work::use_work;

/// A link to the newest execution that was started of a policy, once the service has told its ID, as long as
/// the line of that change stands; nothing on its own page.
pub fn new_run(place: &Place, policy: PolicyId, on_page: Option<ExecutionId>) -> AnyView {
    let (work, instance) = (use_work(), place.instance.clone());
    let started = Subject::new_execution(&instance, policy);
    let new = derived(move || {
        let entry = work.newest(|subject| *subject == started)?;
        let id = entry.record.with(|record| record.made(&started));
        let id = id.filter(|_| !entry.is_put_away.get());
        id.and_then(ExecutionId::listed)
            .filter(|id| Some(*id) != on_page)
    });
    let link = move || {
        shown(new.get().map(|id| {
            let address = Route::Execution(instance.clone(), policy, id).to_string();
            let words = text::execution_open_new(id.to_string());
            view! {
                <p>
                    <a href=address>{t(words)}</a>
                </p>
            }
        }))
    };
    view! { <div role="status">{live(link)}</div> }.into_any()
}
