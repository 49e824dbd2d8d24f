//! All instances of the project.

mod columns;

use cloud_api::enterprise::{ListInstances, Paging};
use cloud_api::{Operation as _, ProjectId};
use leptos::prelude::*;
use words::explanation;

use super::lists;
use super::places::note_instances;
use crate::change::copy_as::copy_as;
use crate::i18n::text;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing};
use crate::live::{follow, live};
use crate::query::use_places;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::page_help;
use columns::columns;

/// The page.
pub fn page(project: ProjectId) -> AnyView {
    let list = lists::instances(&project);
    let places = use_places();
    follow(move || {
        if list.status.read_at.get().is_some() {
            note_instances(places, &list.rows.get_untracked());
        }
    });
    let filter = use_filter(text::instances_filter);
    let sort = use_sort_in_address("name");
    let rows = use_rows(
        columns(),
        move || list.rows.get(),
        filter.text(),
        Some(sort),
    );
    let paging = Paging::holding(0);
    let request = ListInstances { project, paging }.request();
    let listing = Listing {
        id: "instances-title",
        title: text::instances_title(),
        count: text::instances_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list),
        nothing: live(text::instances_nothing),
        around: Around {
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            explain: explanation::of_instances,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::instances_purpose())}
        {listing.view()}
    }
    .into_any()
}
