//! One replication policy: what it does, and its executions.

mod columns;
mod executions;
mod settings;

use cloud_api::enterprise::{PolicyId, ShowPolicy};
use cloud_api::{Kind, Meaning, Subject};
use leptos::prelude::*;
use words::explanation;

use super::called::{call_instance_above, called};
use super::deed::Deed;
use super::dialogs::{Asked, dialog_about};
use super::lists;
use super::new_run::new_run;
use super::place::Place;
use super::policy_actions::PolicyActions;
use super::policy_form::Edited;
use super::run_cells::enabled_pill;
use crate::change::recent::recent_change;
use crate::i18n::text;
use crate::listing::empty::failed_view;
use crate::live::{derived, live, shown};
use crate::query::use_query;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, HeadRoom, call_page, dialog_while, in_page_head, write_button};
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
    call_page(move || called(&details.value()?.name));
    call_instance_above(&place);
    let refresh = Callback::new(move |()| details.refresh());
    // Only that it is gone takes its parts away: whatever else is read of it leaves them as they are.
    let gone = derived(move || {
        let error = details.error();
        error.filter(|error| error.meaning() == Some(Meaning::AlreadyGone))
    });
    let is_gone = move || gone.with(Option::is_some);
    let state = move || {
        let policy = details.value().filter(|_| !is_gone());
        shown(policy.map(|policy| enabled_pill(policy.enabled)))
    };
    let facts = move || {
        let policy = details.value();
        shown(policy.map(|policy| settings(&policy, &registries.rows.get())))
    };
    let stale = failure_of(
        text::policy_failed(),
        // Of a policy that is gone the page tells nothing else.
        move || details.error().filter(|_| !is_gone()),
        Some(refresh),
    );
    let of_page = place.clone();
    let actions = PolicyActions::closed();
    // Nothing can be done with one that is gone.
    let state_of = derived(move || {
        let policy = details.value().filter(|_| !is_gone());
        policy.map(|policy| policy.enabled)
    });
    let is_editing = RwSignal::new(false);
    let buttons = live(move || {
        let deeds: &[Deed] = match state_of.get() {
            None => &[],
            Some(Some(false)) => &[Deed::Delete, Deed::Enable],
            Some(Some(true) | None) => &[Deed::Delete, Deed::Disable, Deed::Run],
        };
        let deeds = deeds.iter().map(|deed| actions.button(*deed, deed.alone()));
        let edit = state_of.get().map(|_| {
            write_button(ButtonKind::Plain, text::policy_edit_alone(), move || {
                is_editing.set(true);
            })
        });
        view! {
            {deeds.collect::<Vec<_>>()}
            {edit}
        }
        .into_any()
    });
    let (of_dialog, of_edit) = (place.clone(), place.clone());
    let policy = Subject::replication_policy(&place.instance, id);
    let notices = recent_change(move |subject| {
        *subject == policy || (subject.kind == Kind::Execution && of_page.holds(subject))
    });
    let new_run = new_run(&place, id, None);
    let content = move || match gone.get() {
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
        {new_run}
        {stale}
        {live(content)}
        {in_page_head(HeadRoom::Tools, buttons.into_any())}
        {dialog_while(is_editing, move |close| {
            let policy = details.value_untracked();
            shown(policy.map(|policy| {
                let policy = (*policy).clone();
                let asked = Asked::EditPolicy(of_edit.clone(), Edited { id, policy });
                dialog_about(asked, Callback::new(|()| ()), close)
            }))
        })}
        {actions.dialogs(of_dialog, Box::new(move || vec![id]), Callback::new(|()| ()))}
    }
    .into_any()
}
