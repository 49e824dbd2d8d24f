//! All images that the project can use.

mod columns;

use std::rc::Rc;

use cloud_api::ims::ListImages;
use cloud_api::{Operation as _, ProjectId};
use leptos::prelude::*;
use words::explanation;

use super::choices::{PARAMETERS, TRAITS, menus};
use super::lists;
use super::row::Row;
use crate::change::copy_as::copy_as;
use crate::i18n::text;
use crate::listing::choices::{AllRows, use_choices};
use crate::listing::filter::use_filter_with;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing};
use crate::live::{follow, live};
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::page_help;
use columns::columns;

/// The page.
pub fn page(project: ProjectId) -> AnyView {
    let list = lists::images();
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    follow(move || {
        let images = list.rows.get();
        let rows = images.iter().map(|image| Row::of(image, &project));
        all.set(Rc::new(rows.collect()));
    });
    let choices = use_choices(TRAITS, text::machine_images_count);
    let filter = use_filter_with(text::machine_images_filter, PARAMETERS);
    let sort = use_sort_in_address("-created");
    let rows = use_rows_where(
        columns(),
        move || all.get(),
        filter.text(),
        Some(sort),
        move || choices.admits(),
    );
    let request = ListImages::after(None).request();
    let listing = Listing {
        id: "machine-images-title",
        title: text::frame_machine_images(),
        count: text::machine_images_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list),
        nothing: live(text::machine_images_nothing),
        around: Around {
            filters: menus(choices, all, rows.grid()),
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::machine_images_purpose())}
        {listing.view()}
    }
    .into_any()
}
