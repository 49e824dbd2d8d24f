//! How a target registry stands in the table and in its export, which has the API's own names.

use cloud_api::Subject;
use cloud_api::enterprise::InstanceId;
use leptos::prelude::*;

use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text};
use crate::pages::enterprise::cells::{
    health_pill, health_rank, moment_cell, moment_told, type_cell,
};
use crate::pages::enterprise::registry_row::Row;
use crate::pages::enterprise::use_cells::{last_run_cell, users_cell};
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::{told, untold};
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns(instance: &InstanceId) -> Columns<Row> {
    let (instance, of_name) = (instance.clone(), instance.clone());
    Columns {
        key: |it| told(it.registry.id),
        name: |it| it.registry.name.clone(),
        selectable: Some(|it| selectable_where(it.registry.id.is_some(), text::table_unnameable)),
        columns: vec![
            Column::unseen()
                .of_words(|it: &Row| told(it.registry.id))
                .searched()
                .exported_words("id", |it| told(it.registry.id))
                .copied(text::table_copy_id, |it| told(it.registry.id)),
            Column::text("name", text::target_registries_name())
                .of(|it: &Row| &it.registry.name)
                .searched()
                .exported("name", |it| &it.registry.name)
                .cell(move |it| name_cell(&of_name, it))
                .wide(8.5, 1.25),
            Column::text("type", text::registries_type())
                .of(|it: &Row| &it.registry.registry_type)
                .exported("type", |it| &it.registry.registry_type)
                .cell(|it| type_cell(&it.registry.registry_type))
                .wide(9.25, 0.25)
                .leaves_room(),
            Column::text("url", text::target_registries_url())
                .of(|it: &Row| &it.registry.url)
                .searched()
                .exported("url", |it| &it.registry.url)
                .cell(|it| identifier_cell(it.registry.url.clone()))
                .copied(text::target_registries_copy_url, |it| {
                    it.registry.url.clone()
                })
                .wide(9.5, 1.75)
                .own_line()
                .leaves_room(),
            Column::text("health", text::target_registries_health())
                .of_rank(|it: &Row| health_rank(&it.registry.status))
                .exported("status", |it| &it.registry.status)
                .cell(|it| health_pill(&it.registry.status))
                .wide(8.0, 0.25)
                .fact(),
            Column::text("use", text::target_registries_used_by())
                .of_count(|it: &Row| it.used_by.count())
                .exported_words("used_by", |it| told(it.used_by.count()))
                .cell(move |it| users_cell(&instance, &it.used_by))
                .wide(11.0, 2.25)
                .named(),
            Column::unseen()
                .of_words(|it: &Row| it.used_by.joined(" "))
                .searched()
                .exported_words("used_by_policies", |it| it.used_by.joined(", ")),
            Column::text("last", text::target_registries_last())
                .of_rank(|it: &Row| it.last.rank())
                .exported_words("last_status", |it| {
                    told(it.last.run().map(|run| run.status.clone()))
                })
                .cell(|it| last_run_cell(&it.last))
                .wide(9.75, 0.75)
                .own_line(),
            Column::unseen().exported_words("last_execution_id", |it: &Row| {
                told(it.last.run().and_then(|run| run.id))
            }),
            Column::unseen().exported_words("last_created_at", |it: &Row| {
                it.last
                    .run()
                    .map_or_else(String::new, |run| moment_told(&run.created_at))
            }),
            Column::detail(text::permissions_description())
                .of(|it: &Row| &it.registry.description)
                .searched()
                .exported("description", |it| &it.registry.description),
            Column::detail(text::header_region())
                .of(|it: &Row| &it.registry.region_id)
                .exported("region_id", |it| &it.registry.region_id),
            Column::unseen().exported("instance_id", |it: &Row| &it.registry.instance_id),
            Column::detail(text::target_registries_user())
                .of(|it: &Row| &it.registry.access_key)
                .exported("access_key", |it| &it.registry.access_key),
            Column::detail(text::target_registries_certificate())
                .exported_words("insecure", |it: &Row| told(it.registry.insecure))
                .cell(|it| certificate_cell(it.registry.insecure)),
            Column::detail(text::machine_image_changed())
                .exported_words("updated_at", |it: &Row| {
                    moment_told(&it.registry.updated_at)
                })
                .cell(|it| moment_cell(&it.registry.updated_at)),
            Column::detail(text::machine_images_created())
                .exported_words("created_at", |it: &Row| {
                    moment_told(&it.registry.created_at)
                })
                .cell(|it| moment_cell(&it.registry.created_at)),
        ],
    }
}

fn name_cell(instance: &InstanceId, row: &Row) -> AnyView {
    let name = row.registry.name.clone();
    let subject = row
        .registry
        .id
        .map(|id| Subject::target_registry(instance, id));
    view! {
        <Untrusted text=name />
        {pending(subject)}
        {unnameable(row.registry.id.is_some())}
    }
    .into_any()
}

/// What not checking its certificate means.
fn certificate_cell(insecure: Option<bool>) -> AnyView {
    match insecure {
        Some(true) => t(text::target_registry_insecure()).into_any(),
        Some(false) => t(text::target_registry_secure()).into_any(),
        None => untold(),
    }
}
