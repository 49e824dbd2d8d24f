//! The target registries of an instance.

mod columns;

use cloud_api::Operation as _;
use cloud_api::enterprise::Paging;
use leptos::prelude::*;
use words::explanation;

use super::lists;
use super::place::Place;
use super::places::note_registries;
use super::routes::REGISTRIES_TABLE;
use crate::change::copy_as::copy_as;
use crate::i18n::text;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live};
use crate::query::use_places;
use crate::table::{use_rows, use_sort_in_address};
use columns::columns;

/// The tab.
pub fn page(place: &Place) -> AnyView {
    let list = lists::target_registries(place);
    let (places, of) = (use_places(), place.clone());
    follow(move || {
        if list.status.read_at.get().is_some() {
            note_registries(places, &of, &list.rows.get_untracked());
        }
    });
    let filter = use_filter(text::target_registries_filter);
    let sort = use_sort_in_address("name");
    let rows = use_rows(
        columns(),
        move || list.rows.get(),
        filter.text(),
        Some(sort),
    );
    let request = lists::registries_page(place, Paging::holding(0)).request();
    Listing {
        id: REGISTRIES_TABLE,
        title: text::target_registries_title(),
        count: text::target_registries_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list),
        nothing: live(text::target_registries_nothing),
        around: Around {
            standing: Standing::Tab,
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            explain: explanation::of_target_registries,
            ..Around::default()
        },
    }
    .view()
}
