//! What target registries are narrowed by: what they are, whether they can be reached and are used.

use cloud_api::enterprise::{RegistryStatus, RegistryType};
use leptos::prelude::*;
use words::enterprise::{registry_status_words, registry_type_words, use_words};

use super::registry_row::Row;
use crate::i18n::text;
use crate::listing::choices::{AllRows, Called, Choices, Trait, choices_menu};
use crate::table::GridRows;

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["types", "health", "use"];

/// What it is.
const TYPE: Trait<Row> = Trait {
    parameter: PARAMETERS[0],
    of: |row| &row.registry.registry_type,
    words: registry_type_words,
};
/// Whether it can be reached.
const HEALTH: Trait<Row> = Trait {
    parameter: PARAMETERS[1],
    of: |row| &row.registry.status,
    words: registry_status_words,
};
/// Whether a policy uses it.
const USE: Trait<Row> = Trait {
    parameter: PARAMETERS[2],
    of: |row| row.used_by.name(),
    words: use_words,
};

/// All of them.
pub const TRAITS: &[Trait<Row>] = &[TYPE, HEALTH, USE];

/// All, as check boxes in menus.
pub fn menus(choices: Choices<Row>, all: AllRows<Row>, rows: GridRows) -> AnyView {
    let of_type = Called {
        id: "target-registry-types",
        label: text::registries_type,
        chosen: text::registries_type_chosen,
    };
    let of_health = Called {
        id: "target-registry-health",
        label: text::target_registries_health,
        chosen: text::target_registries_health_chosen,
    };
    let of_use = Called {
        id: "target-registry-use",
        label: text::target_registries_use,
        chosen: text::target_registries_use_chosen,
    };
    let types = RegistryType::ALL.map(RegistryType::name);
    let healths = RegistryStatus::ALL.map(RegistryStatus::name);
    let uses = ["used", "unused", "not-read"];
    [
        choices_menu(of_type, TYPE, choices, all, (&types, rows)),
        choices_menu(of_health, HEALTH, choices, all, (&healths, rows)),
        choices_menu(of_use, USE, choices, all, (&uses, rows)),
    ]
    .into_any()
}
