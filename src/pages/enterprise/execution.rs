//! One execution of a policy: how far it is, the images that it copies, and the tags of one of them.

mod found;
mod summary;
mod tags;
mod tasks;

use cloud_api::Subject;
use cloud_api::enterprise::{Execution, ExecutionId, PolicyId};
use leptos::prelude::*;
use words::explanation;

use super::called::{call_instance_above, call_policy_above};
use super::deed::Deed;
use super::dialogs::{Asked, dialog_about};
use super::lists;
use super::new_run::new_run;
use super::place::Place;
use super::policy_actions::PolicyActions;
use super::run_cells::execution_pill;
use crate::browser::clock::use_clock;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::empty::failed_view;
use crate::listing::pause::pause_button;
use crate::live::{derived, follow_from, live, shown};
use crate::query::use_live_refresh;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, HeadRoom, dialog_while, in_page_head, write_button};
use found::Found;
use summary::summary;
use tags::Tags;
use tasks::tasks;

/// Tasks that are read again each time; more of them only when the counters have changed.
const FEW: usize = 100;

/// The page.
pub fn page(place: Place, policy: PolicyId, id: ExecutionId) -> AnyView {
    let clock = use_clock();
    let found = Found::begin(&place, policy, id);
    call_instance_above(&place);
    call_policy_above(&place, policy);
    let list = lists::tasks(&place, id);
    let tags = Tags::of(&place, id);
    let goes_on = derived(move || {
        let now = clock.get();
        found
            .execution
            .with(|it| it.as_ref().is_some_and(|it| it.goes_on(now)))
    });
    let live_refresh = use_live_refresh(
        live(move || goes_on.get()),
        live(move || found.is_reading() || list.status.is_reading.get() || tags.is_reading()),
        Callback::new(move |()| {
            found.refresh();
            if list.rows.with_untracked(|rows| rows.len() <= FEW) {
                list.status.refresh();
            }
            tags.refresh();
        }),
    );
    // What changes the counters, and the end itself, changes tasks.
    follow_from(move |before| {
        let stamp = found.stamp();
        if before.is_some_and(|before| before != stamp) {
            list.status.refresh();
            tags.refresh();
        }
        stamp
    });
    found.tell_the_end();
    let refresh = Callback::new(move |()| {
        found.refresh();
        list.status.refresh();
        tags.refresh();
    });
    let state = move || {
        found
            .execution
            .with(|it| shown(it.as_ref().map(execution_pill)))
    };
    let facts = move || found.execution.with(|it| shown(it.as_ref().map(summary)));
    let missing = move || {
        let is_missing = found.is_missing.get();
        shown(is_missing.then(|| view! { <p>{t(text::execution_unknown())}</p> }))
    };
    let never_came = move || {
        let error = found
            .error()
            .filter(|_| found.execution.with(Option::is_none));
        shown(error.map(|error| failed_view(&error, explanation::of_policies, refresh)))
    };
    let stale = failure_of(
        text::live_lost(),
        move || {
            found
                .error()
                .filter(|_| found.execution.with(Option::is_some))
        },
        Some(refresh),
    );
    let subject = Subject::execution(&place.instance, id);
    let of_policy = Subject::new_execution(&place.instance, policy);
    let notices = recent_change(move |it| *it == subject || *it == of_policy);
    let actions = PolicyActions::closed();
    let is_stopping = RwSignal::new(false);
    let buttons = live(move || {
        let is_over = found
            .execution
            .with(|it| it.as_ref().map(Execution::is_over));
        match is_over {
            None => ().into_any(),
            Some(true) => actions.button(Deed::Run, text::policy_run_again()),
            Some(false) => {
                write_button(ButtonKind::DangerText, text::execution_stop(), move || {
                    is_stopping.set(true)
                })
            }
        }
    });
    let of_stop = place.clone();
    let stopping = dialog_while(is_stopping, move |close| {
        let stop = found.stop(of_stop.clone(), policy, id);
        shown(stop.map(|stop| dialog_about(Asked::Stop(stop), Callback::new(|()| ()), close)))
    });
    let of_run = place.clone();
    let again = move || vec![policy];
    view! {
        {in_page_head(HeadRoom::Beside, live(state).into_any())}
        {in_page_head(HeadRoom::Tools, buttons.into_any())}
        {notices}
        {new_run(&place, policy, Some(id))}
        {live(missing)}
        {live(never_came)}
        {stale}
        {found.view()}
        {live(facts)}
        {tasks(&place, id, list, (refresh, pause_button(live_refresh)))}
        {tags.view(list)}
        {stopping}
        {actions.dialogs(of_run, Box::new(again), Callback::new(|()| ()))}
    }
    .into_any()
}
