//! One replication policy: what it does, and its executions.

mod columns;
mod executions;
mod settings;

use cloud_api::enterprise::{PolicyId, ReplicationPolicy, ShowPolicy};
use cloud_api::{Kind, Meaning, Subject};
use leptos::prelude::*;
use words::explanation;

use super::lists;
use super::place::Place;
use super::run_cells::enabled_pill;
use crate::change::recent::recent_change;
use crate::i18n::{Message, text};
use crate::listing::empty::failed_view;
use crate::live::{derived, live, shown};
use crate::query::use_query;
use crate::ui::failure::failure_of;
use crate::ui::{HeadRoom, call_page, in_page_head};
use executions::executions;
use settings::settings;

/// The page.
pub fn page(place: Place, id: PolicyId) -> AnyView {
    let details = use_query(ShowPolicy {
        project: place.project.clone(),
        instance: place.instance.clone(),
        policy: id,
    });
    let registries = lists::target_registries(&place);
    call_page(move || called(&*details.value()?));
    let refresh = Callback::new(move |()| details.refresh());
    let state = move || {
        let policy = details.value();
        shown(policy.map(|policy| enabled_pill(policy.enabled)))
    };
    let facts = move || {
        let policy = details.value();
        shown(policy.map(|policy| settings(&policy, &registries.rows.get())))
    };
    let is_gone = derived(move || {
        let error = details.error();
        error.is_some_and(|error| error.meaning() == Some(Meaning::AlreadyGone))
    });
    let stale = failure_of(
        text::policy_failed(),
        // Of a policy that is gone the page tells nothing else.
        move || details.error().filter(|_| !is_gone.get()),
        Some(refresh),
    );
    let of_page = place.clone();
    let policy = Subject::replication_policy(&place.instance, id);
    let notices = recent_change(move |subject| {
        *subject == policy || (subject.kind == Kind::Execution && of_page.holds(subject))
    });
    let content = move || match details.error().filter(|_| is_gone.get()) {
        Some(error) => failed_view(&error, explanation::of_policy, refresh),
        None => untrack(|| {
            view! {
                {live(facts)}
                {executions(&place, id)}
            }
            .into_any()
        }),
    };
    view! {
        {in_page_head(HeadRoom::Beside, live(state).into_any())}
        {notices}
        {stale}
        {live(content)}
    }
    .into_any()
}

/// What the page is called; a policy without a name keeps its ID.
fn called(policy: &ReplicationPolicy) -> Option<Message> {
    (!policy.name.is_empty()).then(|| text::item_name(policy.name.as_str()))
}
