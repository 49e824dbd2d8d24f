//! The replication policies of an instance, with what each did last.

mod choices;
mod columns;
mod copies;
mod row;

use std::rc::Rc;

use cloud_api::enterprise::Paging;
use cloud_api::{Kind, Operation as _};
use leptos::prelude::*;
use words::explanation;

use super::dialogs::{Asked, dialog_about};
use super::followed::pause_and_tell;
use super::lists;
use super::place::Place;
use super::policy_actions::PolicyActions;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::choices::{AllRows, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live};
use crate::query::use_query;
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, write_button};
use choices::{PARAMETERS, TRAITS, menus};
use columns::columns;
pub use columns::{filters_cell, trigger_cell};
use copies::copy_policies;
use row::Row;

/// The tab.
pub fn page(place: &Place) -> AnyView {
    let list = lists::policies(place);
    let registries = lists::target_registries(place);
    let executions = use_query(lists::executions_page(place, None, Paging::holding(0)));
    let words = use_i18n();
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    follow(move || {
        let (policies, registries) = (list.rows.get(), registries.rows.get());
        let executions = executions.value();
        let row = |policy| Row::of(policy, &registries, executions.as_deref());
        all.set(Rc::new(policies.iter().map(row).collect()));
    });
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        registries.status.refresh();
        executions.refresh();
    });
    let choices = use_choices(TRAITS, text::policies_count);
    let filter = use_filter_with(text::policies_filter, PARAMETERS);
    let sort = use_sort_in_address("name");
    let rows = use_rows_where(
        columns(&place.instance),
        move || all.get(),
        filter.text(),
        Some(sort),
        move || choices.admits(),
    );
    let gaps = move || {
        let executions = executions.error();
        let executions = executions.map(|_| text::policies_executions_not_read());
        let registries = registries.status.error.get();
        let registries = registries.map(|_| text::policies_registries_not_read());
        let gaps = [executions, registries].into_iter().flatten();
        gaps.map(|gap| words.say(&gap)).collect()
    };
    let (actions, selected) = (PolicyActions::closed(), rows.selected());
    let request = lists::policies_page(place, Paging::holding(0)).request();
    let of_page = place.clone();
    let copies = copy_policies(&place.instance, request, live(move || rows.matching()));
    let is_creating = RwSignal::new(false);
    let create = write_button(ButtonKind::Primary, text::policy_create(), move || {
        is_creating.set(true);
    });
    let of_create = place.clone();
    let listing = Listing {
        id: "policies-title",
        title: text::policies_title(),
        count: text::policies_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).refreshed_by(refresh),
        nothing: live(text::policies_nothing),
        around: Around {
            standing: Standing::Tab,
            filters: [menus(choices, all, rows.grid()), pause_and_tell(executions)].into_any(),
            actions: create,
            copies: Some(copies),
            notices: recent_change(move |subject| {
                let is_of_policy =
                    matches!(subject.kind, Kind::ReplicationPolicy | Kind::Execution);
                is_of_policy && of_page.holds(subject)
            }),
            export: Export {
                waits: live(move || executions.is_awaited()),
                gaps: live(gaps),
                ..Export::default()
            },
            selected: actions.of_rows(),
            explain: explanation::of_policies,
            ..Around::default()
        },
    };
    let acted_on = move || {
        let rows = rows.acted_on().into_iter();
        rows.filter_map(|row| row.policy.id).collect()
    };
    let on_sent = Callback::new(move |()| selected.clear_acted_on());
    view! {
        {listing.view()}
        {actions.dialogs(place.clone(), Box::new(acted_on), on_sent)}
        {dialog_while(is_creating, move |close| {
            let asked = Asked::CreatePolicy(of_create.clone());
            dialog_about(asked, Callback::new(|()| ()), close)
        })}
    }
    .into_any()
}
