//! The tags of one repository.

mod delete_dialog;
pub mod list;
mod row;

use leptos::prelude::*;

use super::place::Place;
use super::tags::list::{tag_list, tag_request};
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::resource_table::{ResourceTable, use_filter};
use crate::live::{live, shown};
use crate::table::{Column, Describe, Selecting, use_shown, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button};
use delete_dialog::delete_dialog;
use row::{cell, row_text};

/// The page.
pub fn tags(place: Place) -> AnyView {
    let list = tag_list(place.clone());
    let filter = use_filter();
    let sort = use_sort_in_address("-pushed");
    let is_deleting = RwSignal::new(false);
    let of_tag = place.clone();
    let describe = Describe {
        text: row_text,
        name: |tag: &cloud_api::swr::Tag| tag.name().to_owned(),
        is_selectable: |tag| tag.tag_name().is_some(),
        cell: Box::new(move |tag, column| cell(&of_tag, tag, column)),
    };
    let rows = use_shown(move || list.rows.get(), filter.text(), sort, describe);
    let selected = rows.selected;
    let columns = vec![
        Column::text("name", text::sync_jobs_tag()),
        Column::number("size", text::repositories_size()),
        Column::text("digest", text::tags_digest()),
        Column::number("pushed", text::tags_pushed()),
        Column::text("account", text::tags_account()),
        Column::plain(text::tags_pull()),
    ];
    let delete = action_button(Action {
        kind: ButtonKind::DangerText,
        label: Box::new(move || match selected.count() {
            0 => text::tags_delete_none(),
            count => text::tags_delete_count(count),
        }),
        is_enabled: Box::new(move || selected.count() > 0),
        run: Box::new(move || is_deleting.set(true)),
    });
    let (of_dialog, of_copies) = (place.clone(), place.clone());
    let dialog = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = is_deleting.get().then(|| {
            let chosen = untrack(|| {
                let (tags, places) = (list.rows.get(), selected.places());
                let chosen = places
                    .into_iter()
                    .filter_map(|place| tags.get(place as usize));
                chosen.filter_map(cloud_api::swr::Tag::tag_name).collect()
            });
            delete_dialog(of_dialog.clone(), list, chosen, selected, close)
        });
        shown(dialog)
    };
    view! {
        <p class="page-purpose">{t(text::tags_purpose())}</p>
        <ResourceTable
            id="tags-title"
            class="tags-table"
            title=text::tags_title()
            filter=(filter, text::tags_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=list.status
            progress=list.progress
            refresh=Callback::new(move |()| list.status.refresh())
            nothing=live(text::tags_nothing)
            actions=delete
            notices=recent_change(move |subject| place.is_place_of(subject))
        />
        {copy_as(live(move || vec![tag_request(&of_copies, 0)]), None)}
        {live(dialog)}
    }
    .into_any()
}
