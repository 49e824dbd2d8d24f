//! How a registry to pick stands in the table.

use cloud_api::hss::{AccessStatus, Registry};
use leptos::prelude::*;
use words::access_status::access_words;

use crate::i18n::{Untrusted, t, text};
use crate::pages::security_sync::registry_type::type_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::untold;
use crate::table::{Column, Columns, selectable_where};
use crate::ui::{IconName, Pill, Tone};

/// The columns; none can be sorted by.
pub fn columns() -> Columns<Registry> {
    Columns {
        key: |registry| registry.id.clone(),
        name: |registry| registry.registry_name.clone(),
        selectable: Some(|registry| {
            selectable_where(registry.to_sync().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::plain(text::registries_name())
                .of(|registry: &Registry| &registry.registry_name)
                .searched()
                .cell(name_cell)
                .wide(8.0, 1.5),
            Column::plain(text::registries_type())
                .of(|registry: &Registry| &registry.registry_type)
                .searched()
                .cell(|registry| type_cell(&registry.registry_type))
                .wide(6.5, 0.0),
            Column::plain(text::registries_address())
                .of(|registry: &Registry| &registry.registry_addr)
                .searched()
                .wide(6.0, 1.0),
            Column::plain(text::registries_status())
                .of(|registry: &Registry| &registry.status)
                .cell(status_cell)
                .wide(7.5, 0.0),
            Column::unseen()
                .of(|registry: &Registry| &registry.id)
                .searched(),
        ],
    }
}

fn name_cell(registry: &Registry) -> AnyView {
    view! {
        <Untrusted text=registry.registry_name.clone() />
        {unnameable(registry.to_sync().is_some())}
    }
    .into_any()
}

/// Whether HSS gets at it; an unknown word is shown as it is.
fn status_cell(registry: &Registry) -> AnyView {
    let Some(status) = registry.access() else {
        return match registry.status.is_empty() {
            true => untold(),
            false => view! { <Untrusted text=registry.status.clone() /> }.into_any(),
        };
    };
    let (tone, icon) = match status {
        AccessStatus::Success => (Tone::Success, IconName::Success),
        AccessStatus::Fail => (Tone::Danger, IconName::Danger),
        AccessStatus::Accessing => (Tone::Neutral, IconName::Running),
    };
    view! { <Pill tone icon label=t(access_words(status)) /> }.into_any()
}
