//! How an image stands in the table and in its export, which has the API's own names.

use cloud_api::ims::SharedWith;
use leptos::prelude::*;

use crate::i18n::text;
use crate::pages::machine_images::cells::{
    image_link, pending_shares, shared_with_cell, status_pill, status_rank,
};
use crate::pages::machine_images::choices::{CONTENT, VISIBILITY};
use crate::pages::machine_images::row::Row;
use crate::table::cells::size::size_cell;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns() -> Columns<Row> {
    Columns {
        key: |row| row.image.id.clone(),
        name: |row| row.image.shown_name().to_owned(),
        selectable: Some(|row| {
            selectable_where(row.image.image_id().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::unseen()
                .of(|row: &Row| &row.image.id)
                .searched()
                .exported("id", |row| &row.image.id),
            Column::text("image", text::machine_images_image())
                .of(|row: &Row| row.image.shown_name())
                .searched()
                .exported("name", |row| &row.image.name)
                .cell(image_cell)
                .wide(10.75, 2.0),
            Column::text("type", text::registries_type())
                .of(|row: &Row| &row.content)
                .exported("virtual_env_type", |row| &row.image.virtual_env_type)
                .cell(|row| CONTENT.said(&row.content))
                .wide(7.5, 0.75)
                .leaves_room(),
            Column::text("system", text::machine_images_system())
                .of(|row: &Row| row.image.operating_system())
                .searched()
                .exported("__os_version", |row| &row.image.os_version)
                .wide(7.0, 1.5),
            Column::number("size", text::machine_images_size())
                .of_count(|row: &Row| row.image.image_size)
                .exported_words("__image_size", |row| told(row.image.image_size))
                .cell(|row| size_cell(row.image.image_size))
                .wide(5.0, 0.5)
                .leaves_room(),
            Column::text("status", text::registries_status())
                .of_rank(|row: &Row| status_rank(&row.image.status))
                .exported("status", |row| &row.image.status)
                .cell(|row| status_pill(&row.image.status))
                .wide(7.0, 0.75),
            Column::text("visibility", text::machine_images_visibility())
                .of(|row: &Row| &row.visibility)
                .exported("__imagetype", |row| &row.image.image_type)
                .cell(|row| VISIBILITY.said(&row.visibility))
                .wide(5.75, 0.75)
                .fact(),
            Column::number("shared", text::machine_images_shared_with())
                .of_count(|row: &Row| row.shared_with.count())
                .exported_words("shared_with", |row| match row.shared_with {
                    SharedWith::Exactly(count) => count.to_string(),
                    _ => String::new(),
                })
                .cell(|row| shared_with_cell(row.shared_with))
                .wide(6.0, 0.5)
                .named(),
            Column::unseen().exported("owner", |row: &Row| &row.image.owner),
            Column::unseen().exported("enterprise_project_id", |row: &Row| {
                &row.image.enterprise_project_id
            }),
            Column::number("created", text::machine_images_created())
                .of_time(|row: &Row| &row.image.created_at)
                .exported("created_at", |row| &row.image.created_at)
                .wide(7.5, 0.5)
                .leaves_room(),
        ],
    }
}

fn image_cell(row: &Row) -> AnyView {
    let id = row.image.image_id();
    let link = image_link(row.image.shown_name(), id.as_ref());
    view! {
        {link}
        <span class="sign-only">{pending_shares(id, None)}</span>
    }
    .into_any()
}
