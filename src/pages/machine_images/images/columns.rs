//! How an image stands in the table and in its export, which has the API's own names.

use leptos::prelude::*;

use crate::i18n::{Untrusted, text};
use crate::pages::machine_images::cells::{status_pill, status_rank};
use crate::pages::machine_images::choices::{CONTENT, VISIBILITY};
use crate::pages::machine_images::routes::Route;
use crate::pages::machine_images::row::Row;
use crate::table::cells::size::size_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<Row> {
    Columns {
        key: |row| row.image.id.clone(),
        name: |row| shown_name(row).to_owned(),
        selectable: None,
        columns: vec![
            Column::unseen()
                .of(|row: &Row| &row.image.id)
                .searched()
                .exported("id", |row| &row.image.id),
            Column::text("image", text::machine_images_image())
                .of(shown_name)
                .searched()
                .exported("name", |row| &row.image.name)
                .cell(name_cell)
                .wide(12.0, 2.0),
            Column::text("type", text::registries_type())
                .of(|row: &Row| &row.content)
                .exported("virtual_env_type", |row| &row.image.virtual_env_type)
                .cell(|row| CONTENT.said(&row.content))
                .wide(7.5, 0.75),
            Column::text("system", text::machine_images_system())
                .of(|row: &Row| row.image.operating_system())
                .searched()
                .exported("__os_version", |row| &row.image.os_version)
                .wide(9.0, 1.5),
            Column::number("size", text::machine_images_size())
                .of_count(|row: &Row| row.image.image_size)
                .exported_words("__image_size", |row| told(row.image.image_size))
                .cell(|row| size_cell(row.image.image_size))
                .wide(5.5, 0.5),
            Column::text("status", text::registries_status())
                .of_rank(|row: &Row| status_rank(&row.image.status))
                .exported("status", |row| &row.image.status)
                .cell(|row| status_pill(&row.image.status))
                .wide(8.0, 0.75),
            Column::text("visibility", text::machine_images_visibility())
                .of(|row: &Row| &row.visibility)
                .exported("__imagetype", |row| &row.image.image_type)
                .cell(|row| VISIBILITY.said(&row.visibility))
                .wide(8.0, 0.75)
                .fact(),
            Column::unseen().exported("owner", |row: &Row| &row.image.owner),
            Column::unseen().exported("enterprise_project_id", |row: &Row| {
                &row.image.enterprise_project_id
            }),
            Column::number("created", text::machine_images_created())
                .of_time(|row: &Row| &row.image.created_at)
                .exported("created_at", |row| &row.image.created_at)
                .wide(7.5, 0.5),
        ],
    }
}

/// Its name, or else its ID.
fn shown_name(row: &Row) -> &str {
    match &*row.image.name {
        "" => &row.image.id,
        name => name,
    }
}

fn name_cell(row: &Row) -> AnyView {
    let name = view! { <Untrusted text=shown_name(row).to_owned() /> };
    match row.image.image_id() {
        Some(id) => view! {
            <a href=Route::Image(id).to_string() tabindex="-1">
                {name}
            </a>
        }
        .into_any(),
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}
