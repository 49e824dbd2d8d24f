//! How a registry to pick stands in the table.

use cloud_api::hss::Registry;

use crate::i18n::text;
use crate::table::{Column, Columns};

/// The columns; none can be sorted by.
pub fn columns() -> Columns<Registry> {
    Columns {
        key: |registry| registry.id.clone(),
        name: |registry| registry.registry_name.clone(),
        selectable: Some(|registry| registry.to_sync().is_some()),
        columns: vec![
            Column::plain(text::registries_name())
                .of(|registry: &Registry| &registry.registry_name)
                .searched()
                .wide(8.0, 1.5),
            Column::plain(text::registries_type())
                .of(|registry: &Registry| &registry.registry_type)
                .searched()
                .wide(6.5, 0.0),
            Column::plain(text::registries_address())
                .of(|registry: &Registry| &registry.registry_addr)
                .searched()
                .wide(6.0, 1.0),
            Column::unseen()
                .of(|registry: &Registry| &registry.id)
                .searched(),
        ],
    }
}
