//! What is told of an image.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, MembersRead};
use leptos::prelude::*;

use super::cells::alias_of_project;
use super::choices::{CONTENT, VISIBILITY};
use super::row::Row;
use crate::i18n::{Message, Untrusted, t, text};
use crate::table::cells::age::age_cell;
use crate::table::cells::flag::flag_cell;
use crate::table::cells::identifier::{InTabOrder, short_identifier};
use crate::table::cells::size::size_cell;
use crate::ui::facts::facts;

/// The properties; what the service does not tell is left out.
pub fn properties(image: &Image, project: &ProjectId) -> AnyView {
    let row = Row::of(image, project, MembersRead::NotYet);
    let is_for_everybody = image
        .seen_from(project)
        .is_some_and(|seen| !seen.has_members());
    let identifier = |text: &str, label| short_identifier(text, label, InTabOrder::Yes);
    let bounds = |bound: Option<u64>, words: fn(u64) -> Message| {
        let bound = bound.filter(|bound| *bound > 0);
        bound.map(|bound| t(words(bound)).into_any())
    };
    let told = |text: &str| (!text.is_empty()).then(|| untrusted(text));
    let time = |text: &str| (!text.is_empty()).then(|| age_cell(text));
    let enterprise_project = match &*image.enterprise_project_id {
        "" => None,
        "0" => Some(t(text::enterprise_default()).into_any()),
        id => Some(untrusted(id)),
    };
    let all = [
        (
            text::machine_image_identifier(),
            Some(identifier(&image.id, text::machine_image_identifier_copy())),
        ),
        (
            text::machine_images_visibility(),
            Some(VISIBILITY.said(&row.visibility)),
        ),
        (
            text::machine_image_owner(),
            // The cloud's own project is nobody's business.
            (!is_for_everybody && !image.owner.is_empty()).then(|| {
                let owner = identifier(&image.owner, text::machine_image_owner_copy());
                view! { {alias_of_project(&image.owner)} {owner} }.into_any()
            }),
        ),
        (text::registries_type(), Some(CONTENT.said(&row.content))),
        (
            text::machine_images_system(),
            told(image.operating_system()),
        ),
        (
            text::machine_images_size(),
            Some(size_cell(image.image_size)),
        ),
        (
            text::machine_image_minimum_disk(),
            bounds(image.min_disk, text::machine_image_gigabytes),
        ),
        (
            text::machine_image_minimum_memory(),
            bounds(image.min_ram, text::machine_image_megabytes),
        ),
        (text::machine_image_format(), told(&image.disk_format)),
        (
            text::machine_image_encrypted(),
            Some(flag_cell(Some(image.is_encrypted()))),
        ),
        (
            text::machine_image_protected(),
            Some(flag_cell(image.protected)),
        ),
        (text::enterprise_title(), enterprise_project),
        (text::machine_images_created(), time(&image.created_at)),
        (text::machine_image_changed(), time(&image.updated_at)),
        (text::permissions_description(), told(&image.description)),
    ];
    facts(
        text::machine_image_properties(),
        text::machine_image_more_properties(),
        all,
    )
}

fn untrusted(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <Untrusted text /> }.into_any()
}
