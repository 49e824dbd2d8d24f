//! What images are narrowed by: who can use them, what they hold, and whether anybody shares them.

use cloud_api::ims::{ImageContent, ImageVisibility};
use leptos::prelude::*;
use words::machine_image::{content_words, shared_with_words, visibility_words};

use super::row::Row;
use crate::i18n::text;
use crate::listing::choices::{AllRows, Called, Choices, Trait, choices_menu};
use crate::table::GridRows;

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["visibility", "types", "recipients"];

/// Who can use it.
pub const VISIBILITY: Trait<Row> = Trait {
    parameter: PARAMETERS[0],
    of: |row| &row.visibility,
    words: visibility_words,
};
/// What it holds.
pub const CONTENT: Trait<Row> = Trait {
    parameter: PARAMETERS[1],
    of: |row| &row.content,
    words: content_words,
};

/// Whether it is shared with somebody.
const RECIPIENTS: Trait<Row> = Trait {
    parameter: PARAMETERS[2],
    of: |row| row.shared_with.name(),
    words: shared_with_words,
};

/// All of them.
pub const TRAITS: &[Trait<Row>] = &[VISIBILITY, CONTENT, RECIPIENTS];

/// All, as check boxes in menus.
pub fn menus(choices: Choices<Row>, all: AllRows<Row>, rows: GridRows) -> AnyView {
    let visibility = Called {
        id: "image-visibility",
        label: text::machine_images_visibility,
        chosen: text::machine_images_visibility_chosen,
    };
    let content = Called {
        id: "image-types",
        label: text::registries_type,
        chosen: text::registries_type_chosen,
    };
    let visibilities = ImageVisibility::ALL.map(ImageVisibility::name);
    let contents = ImageContent::ALL.map(ImageContent::name);
    let recipients = Called {
        id: "image-recipients",
        label: text::machine_images_shared_with,
        chosen: text::machine_images_shared_with_chosen,
    };
    let known = ["somebody", "nobody", "not-read", "refused"];
    [
        choices_menu(visibility, VISIBILITY, choices, all, (&visibilities, rows)),
        choices_menu(content, CONTENT, choices, all, (&contents, rows)),
        choices_menu(recipients, RECIPIENTS, choices, all, (&known, rows)),
    ]
    .into_any()
}
