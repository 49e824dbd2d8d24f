//! The target registries of an instance, and who uses each.

mod columns;

use std::rc::Rc;

use cloud_api::enterprise::{Paging, TargetRegistry};
use cloud_api::{Kind, Operation as _};
use leptos::prelude::*;
use words::explanation;

use super::choices::{PARAMETERS, TRAITS, menus};
use super::lists;
use super::place::Place;
use super::places::note_registries;
use super::registry_actions::RegistryActions;
use super::registry_row::Row;
use super::replication::ReplicationRead;
use super::routes::REGISTRIES_TABLE;
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::choices::{AllRows, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live, shown};
use crate::query::{List, use_places};
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::page_help;
use columns::columns;

/// The tab.
pub fn page(place: &Place) -> AnyView {
    let list = lists::target_registries(place);
    let replication = ReplicationRead::of(place);
    note_when_read(list, place.clone());
    let words = use_i18n();
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    follow(move || {
        let registries = list.rows.get();
        let rows = replication.look(|known| {
            let rows = registries.iter().map(|registry| Row::of(registry, known));
            rows.collect()
        });
        all.set(Rc::new(rows));
    });
    let choices = use_choices(TRAITS, text::target_registries_count);
    let filter = use_filter_with(text::target_registries_filter, PARAMETERS);
    let sort = use_sort_in_address("name");
    let rows = use_rows_where(
        columns(&place.instance),
        move || all.get(),
        filter.text(),
        Some(sort),
        move || choices.admits(),
    );
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        replication.refresh();
    });
    let request = lists::registries_page(place, Paging::holding(0)).request();
    // Where the registries did not come either, that says it all.
    let notices = move || {
        let has_come = list.rows.with(|rows| !rows.is_empty());
        shown(has_come.then(|| untrack(|| replication.notices())))
    };
    let of_page = place.clone();
    let recent = recent_change(move |subject| {
        subject.kind == Kind::TargetRegistry && of_page.holds(subject)
    });
    let (actions, selected) = (RegistryActions::closed(), rows.selected());
    let listing = Listing {
        id: REGISTRIES_TABLE,
        title: text::target_registries_title(),
        count: text::target_registries_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).refreshed_by(refresh),
        nothing: live(text::target_registries_nothing),
        around: Around {
            standing: Standing::Tab,
            filters: [menus(choices, all, rows.grid()), replication.keep_up(place)].into_any(),
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            export: Export {
                waits: live(move || replication.is_awaited()),
                gaps: live(move || replication.gaps(words)),
                ..Export::of_place("target-registries", place.instance.as_str())
            },
            notices: [live(notices).into_any(), recent].into_any(),
            actions: actions.create(),
            selected: actions.of_rows(),
            explain: explanation::of_target_registries,
            ..Around::default()
        },
    };
    let acted_on = move || {
        let rows = rows.acted_on().into_iter();
        rows.map(|row| row.registry).collect()
    };
    let on_sent = Callback::new(move |()| selected.clear_acted_on());
    view! {
        {page_help(text::target_registries_purpose())}
        {listing.view()}
        {actions.dialogs(place.clone(), Box::new(acted_on), on_sent)}
    }
    .into_any()
}

/// Takes note of them, to be gone to.
fn note_when_read(list: List<TargetRegistry>, place: Place) {
    let places = use_places();
    follow(move || {
        if list.status.read_at.get().is_some() {
            note_registries(places, &place, &list.rows.get_untracked());
        }
    });
}
