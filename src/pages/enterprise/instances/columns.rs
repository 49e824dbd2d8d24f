//! How an instance stands in the table and in its export, which has the API's own names.

use cloud_api::enterprise::Instance;
use leptos::prelude::*;

use crate::i18n::{Untrusted, text};
use crate::pages::enterprise::cells::{
    instance_pill, instance_rank, moment_cell, moment_rank, moment_told,
};
use crate::pages::enterprise::routes::{Route, Tab};
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<Instance> {
    Columns {
        key: |instance| instance.id.clone(),
        name: |instance| shown_name(instance).to_owned(),
        selectable: None,
        columns: vec![
            Column::unseen()
                .of(|it: &Instance| &it.id)
                .searched()
                .exported("id", |it| &it.id)
                .copied(text::table_copy_id, |it| it.id.clone()),
            Column::text("name", text::instances_name())
                .of(shown_name)
                .searched()
                .exported("name", |it| &it.name)
                .cell(name_cell)
                .wide(12.0, 1.0),
            Column::text("status", text::registries_status())
                .of_rank(|it: &Instance| instance_rank(&it.status))
                .exported("status", |it| &it.status)
                .cell(|it| instance_pill(&it.status))
                .wide(8.0, 0.5)
                .fact(),
            Column::text("address", text::registries_address())
                .of(|it: &Instance| &it.access_address)
                .searched()
                .exported("access_address", |it| &it.access_address)
                .cell(|it| identifier_cell(it.access_address.clone()))
                .copied(text::instances_copy_address, |it| it.access_address.clone())
                .wide(16.0, 2.0)
                .own_line(),
            Column::text("spec", text::instances_spec())
                .of(|it: &Instance| &it.spec)
                .searched()
                .exported("spec", |it| &it.spec)
                .wide(9.0, 0.75)
                .leaves_room(),
            Column::unseen()
                .of(|it: &Instance| &it.description)
                .searched()
                .exported("description", |it| &it.description),
            Column::unseen().exported("enterprise_project_id", |it: &Instance| {
                &it.enterprise_project_id
            }),
            Column::number("created", text::machine_images_created())
                .of_rank(|it: &Instance| moment_rank(&it.created_at))
                .exported_words("created_at", |it| moment_told(&it.created_at))
                .cell(|it| moment_cell(&it.created_at))
                .wide(8.0, 0.5)
                .leaves_room(),
        ],
    }
}

/// What a person calls it; one without a name keeps its ID.
fn shown_name(instance: &Instance) -> &str {
    match &*instance.name {
        "" => &instance.id,
        name => name,
    }
}

fn name_cell(instance: &Instance) -> AnyView {
    let name = shown_name(instance).to_owned();
    let name = view! { <Untrusted text=name /> };
    match instance.instance_id() {
        Some(id) => view! {
            <a href=Route::Instance(id, Tab::TargetRegistries).to_string() tabindex="-1">
                {name}
            </a>
        }
        .into_any(),
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}
