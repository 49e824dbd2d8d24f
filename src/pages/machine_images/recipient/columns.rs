//! How an image that a recipient holds stands in the table and in its export.

use cloud_api::ims::{OtherRoute, RecipientId};
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::pages::machine_images::cells::{image_link, pending_shares, standing_pill};
use crate::pages::machine_images::row::Row;
use crate::table::{Column, Columns};

/// The columns of what a recipient holds.
pub fn columns(recipient: RecipientId) -> Columns<Row> {
    Columns {
        key: |row| row.image.id.clone(),
        name: |row| row.image.shown_name().to_owned(),
        selectable: Some(|_| Ok(())),
        columns: vec![
            Column::unseen()
                .of(|row: &Row| &row.image.id)
                .searched()
                .exported("image_id", |row| &row.image.id),
            Column::text("image", text::machine_images_image())
                .of(|row: &Row| row.image.shown_name())
                .searched()
                .exported("name", |row| row.image.shown_name())
                .cell(move |row| {
                    let id = row.image.image_id();
                    let link = image_link(row.image.shown_name(), id.as_ref());
                    [link, pending_shares(id, Some(recipient.clone()))].into_any()
                })
                .wide(10.0, 2.0),
            Column::unseen().exported("member_id", member_id),
            Column::unseen().exported("urn", urn),
            Column::text("status", text::registries_status())
                .of_words(|row: &Row| row.held.status.clone())
                .exported("status", |row| &row.held.status)
                .cell(|row| standing_pill(&row.held.status))
                .wide(9.0, 1.0)
                .fact(),
            Column::text("also", text::image_recipients_also())
                .of_rank(|row: &Row| match row.held.other_route {
                    OtherRoute::Account => 0,
                    OtherRoute::Maybe => 1,
                    OtherRoute::None => 2,
                })
                .exported_words("other_route", |row| other_route(row).to_owned())
                .cell(also_cell)
                .wide(9.5, 1.75),
            Column::number("since", text::image_members_since())
                .of_time(Row::since)
                .exported("created_at", Row::since)
                .wide(8.0, 0.5),
        ],
    }
}

fn member_id(row: &Row) -> &str {
    let member = row.held.member.as_ref();
    member.map_or("", |member| &member.member_id)
}

fn urn(row: &Row) -> &str {
    row.held.member.as_ref().map_or("", |member| &member.urn)
}

fn other_route(row: &Row) -> &'static str {
    match row.held.other_route {
        OtherRoute::Account => "account",
        OtherRoute::Maybe => "maybe",
        OtherRoute::None => "",
    }
}

fn also_cell(row: &Row) -> AnyView {
    match row.held.other_route {
        OtherRoute::Account => t(text::image_recipient_through_account()).into_any(),
        OtherRoute::Maybe => t(text::image_recipient_may_otherwise()).into_any(),
        OtherRoute::None => ().into_any(),
    }
}
