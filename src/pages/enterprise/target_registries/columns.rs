//! How a target registry stands in the table and in its export, which has the API's own names.

use cloud_api::enterprise::TargetRegistry;
use leptos::prelude::*;

use crate::i18n::{Untrusted, text};
use crate::pages::enterprise::cells::{
    health_pill, health_rank, moment_cell, moment_rank, moment_told, type_cell,
};
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<TargetRegistry> {
    Columns {
        key: |it| told(it.id),
        name: |it| it.name.clone(),
        selectable: None,
        columns: vec![
            Column::unseen()
                .of_words(|it: &TargetRegistry| told(it.id))
                .searched()
                .exported_words("id", |it| told(it.id))
                .copied(text::table_copy_id, |it| told(it.id)),
            Column::text("name", text::target_registries_name())
                .of(|it: &TargetRegistry| &it.name)
                .searched()
                .exported("name", |it| &it.name)
                .cell(name_cell)
                .wide(10.0, 1.0),
            Column::text("type", text::registries_type())
                .of(|it: &TargetRegistry| &it.registry_type)
                .exported("type", |it| &it.registry_type)
                .cell(|it| type_cell(&it.registry_type))
                .wide(8.0, 0.5),
            Column::text("url", text::target_registries_url())
                .of(|it: &TargetRegistry| &it.url)
                .searched()
                .exported("url", |it| &it.url)
                .cell(|it| identifier_cell(it.url.clone()))
                .copied(text::target_registries_copy_url, |it| it.url.clone())
                .wide(14.0, 2.0)
                .own_line(),
            Column::text("health", text::target_registries_health())
                .of_rank(|it: &TargetRegistry| health_rank(&it.status))
                .exported("status", |it| &it.status)
                .cell(|it| health_pill(&it.status))
                .wide(7.5, 0.5)
                .fact(),
            Column::number("created", text::machine_images_created())
                .of_rank(|it: &TargetRegistry| moment_rank(&it.created_at))
                .exported_words("created_at", |it| moment_told(&it.created_at))
                .cell(|it| moment_cell(&it.created_at))
                .wide(7.5, 0.5),
        ],
    }
}

fn name_cell(registry: &TargetRegistry) -> AnyView {
    let name = registry.name.clone();
    view! {
        <Untrusted text=name />
        {unnameable(registry.id.is_some())}
    }
    .into_any()
}
