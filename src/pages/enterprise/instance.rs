//! One instance, by its tabs.

use cloud_api::Meaning;
use cloud_api::enterprise::{Instance, ShowInstance};
use leptos::prelude::*;
use words::explanation;

use super::called::called;
use super::cells::instance_pill;
use super::place::Place;
use super::policies;
use super::policy_pages;
use super::reports::{self, Report};
use super::routes::{Route, Tab};
use super::target_registries;
use crate::i18n::text;
use crate::listing::empty::failed_view;
use crate::live::{derived, live, shown};
use crate::query::{Query, use_query};
use crate::ui::failure::failure_of;
use crate::ui::tabs::tabs;
use crate::ui::{HeadRoom, call_page, in_page_head};

/// The page with the tab that is open.
pub fn page(place: Place, tab: Tab) -> AnyView {
    policy_pages::load_ahead();
    reports::load_ahead();
    let details = use_query(ShowInstance {
        project: place.project.clone(),
        instance: place.instance.clone(),
    });
    call_page(move || called(&details.value()?.name));
    let refresh = Callback::new(move |()| details.refresh());
    let status = move || {
        let instance = details.value();
        shown(instance.map(|instance| instance_pill(&instance.status)))
    };
    // Only that it is gone takes its parts away: whatever else is read of it leaves them as they are.
    let gone = derived(move || {
        let error = details.error();
        error.filter(|error| error.meaning() == Some(Meaning::AlreadyGone))
    });
    let of = |part| Route::Instance(place.instance.clone(), part);
    let parts = Tab::ALL.map(|part| (of(part), part.words()));
    let parts = tabs(text::instance_parts(), &of(tab), parts.to_vec());
    let failed = failure_of(
        text::instance_failed(),
        // Of an instance that is gone the page tells nothing else.
        move || details.error().filter(|_| gone.with(Option::is_none)),
        Some(refresh),
    );
    let content = move || match gone.get() {
        Some(error) => failed_view(&error, explanation::of_instance, refresh),
        None => untrack(|| tab_of(&place, details, tab)),
    };
    view! {
        {in_page_head(HeadRoom::Beside, live(status).into_any())}
        {parts}
        {failed}
        {live(content)}
    }
    .into_any()
}

fn tab_of(place: &Place, details: Query<Instance>, tab: Tab) -> AnyView {
    match tab {
        Tab::TargetRegistries => target_registries::page(place),
        Tab::Overview => reports::page(place.clone(), Report::Overview(details)),
        Tab::AuditLog => reports::page(place.clone(), Report::AuditLog),
        Tab::ReplicationPolicies => policies::page(place),
    }
}
