//! The tags of one repository.

mod columns;
mod delete_dialog;
pub mod list;

use cloud_api::swr::{ShowRepository, Tag};
use cloud_api::{Kind, Operation as _, RepositoryPath};
use leptos::prelude::*;

use super::repositories::facts::facts;
use super::tags::list::{tag_list, tags_from};
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::text;
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::use_query;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, page_help};
use columns::columns;
use delete_dialog::delete_dialog;

/// The page.
pub fn tags(place: RepositoryPath) -> AnyView {
    let list = tag_list(place.clone());
    let details = use_query(ShowRepository {
        repository: place.clone(),
    });
    let filter = use_filter(text::tags_filter);
    let sort = use_sort_in_address("-pushed");
    let is_deleting = RwSignal::new(false);
    let read = move || list.rows.get();
    let rows = use_rows(columns(place.clone()), read, filter.text(), Some(sort));
    let selected = rows.selected();
    let delete = selected_action(ButtonKind::DangerText, text::tags_delete_count, move || {
        is_deleting.set(true)
    });
    let (of_dialog, of_copies) = (place.clone(), place.clone());
    let dialog = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = is_deleting.get().then(|| {
            let chosen = rows.acted_on();
            let chosen = chosen.iter().filter_map(Tag::tag_name).collect();
            delete_dialog(of_dialog.clone(), list, chosen, selected, close)
        });
        shown(dialog)
    };
    let listing = Listing {
        id: "tags-title",
        title: text::tags_title(),
        count: text::tags_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list),
        nothing: live(text::tags_nothing),
        around: Around {
            standing: Standing::Tab,
            selected: vec![delete],
            export: Export::of_place("tags", &place.to_string()),
            copies: Some(copy_as(
                live(move || vec![tags_from(&of_copies, 0).request()]),
                None,
            )),
            notices: recent_change(move |subject| {
                subject.kind == Kind::Tag && subject.repository() == Some(&place)
            }),
            ..Around::default()
        },
    };
    view! {
        {facts(details)}
        {page_help(text::tags_purpose())}
        {listing.view()}
        {live(dialog)}
    }
    .into_any()
}
