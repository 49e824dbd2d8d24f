//! How an image that a recipient holds stands in the table and in its export.

use cloud_api::ims::OtherRoute;
use leptos::prelude::*;

use super::held::Held;
use crate::i18n::{t, text};
use crate::pages::machine_images::cells::{image_link, member_status_pill};
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<Held> {
    Columns {
        key: |held| held.share.image.to_string(),
        name: |held| held.name.clone(),
        selectable: Some(|_| Ok(())),
        columns: vec![
            Column::unseen()
                .of(|held: &Held| held.share.image.as_str())
                .searched()
                .exported("image_id", |held| held.share.image.as_str()),
            Column::text("image", text::machine_images_image())
                .of(|held: &Held| &held.name)
                .searched()
                .exported("name", |held| &held.name)
                .cell(|held| image_link(&held.name, Some(&held.share.image)))
                .wide(12.0, 2.0),
            Column::unseen().exported("member_id", |held: &Held| &held.share.member.member_id),
            Column::unseen().exported("urn", |held: &Held| &held.share.member.urn),
            Column::text("status", text::registries_status())
                .of_words(|held: &Held| held.share.member.status.to_lowercase())
                .exported("status", |held| &held.share.member.status)
                .cell(|held| member_status_pill(&held.share.member))
                .wide(9.0, 1.0)
                .fact(),
            Column::text("also", text::image_recipients_also())
                .of_rank(|held: &Held| match held.share.other_route {
                    OtherRoute::Account => 0,
                    OtherRoute::Maybe => 1,
                    OtherRoute::None => 2,
                })
                .exported_words("other_route", |held| other_route(held).to_owned())
                .cell(also_cell)
                .wide(14.0, 1.5),
            Column::number("since", text::image_members_since())
                .of_time(|held: &Held| &held.share.member.created_at)
                .exported("created_at", |held| &held.share.member.created_at)
                .wide(8.0, 0.5),
        ],
    }
}

fn other_route(held: &Held) -> &'static str {
    match held.share.other_route {
        OtherRoute::Account => "account",
        OtherRoute::Maybe => "maybe",
        OtherRoute::None => "",
    }
}

fn also_cell(held: &Held) -> AnyView {
    match held.share.other_route {
        OtherRoute::Account => t(text::image_recipient_through_account()).into_any(),
        OtherRoute::Maybe => t(text::image_recipient_may_otherwise()).into_any(),
        OtherRoute::None => ().into_any(),
    }
}
