//! How an image that others share stands in the table and in its export, which has the API's own names.

use cloud_api::ims::MemberStatus;
use leptos::prelude::*;

use crate::i18n::text;
use crate::pages::machine_images::cells::{
    image_link, member_type_cell, pending_shares, standing_pill,
};
use crate::pages::machine_images::row::Row;
use crate::table::cells::identifier::short_identifier_cell;
use crate::table::cells::untold::untold;
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns() -> Columns<Row> {
    Columns {
        key: |received| received.image.id.clone(),
        name: |received| received.image.shown_name().to_owned(),
        selectable: Some(|received| {
            selectable_where(received.image.image_id().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::unseen()
                .of(|received: &Row| &received.image.id)
                .searched()
                .exported("id", |received| &received.image.id),
            Column::text("image", text::machine_images_image())
                .of(|received: &Row| received.image.shown_name())
                .searched()
                .exported("name", |received| &received.image.name)
                .cell(|received| {
                    let id = received.image.image_id();
                    let link = image_link(received.image.shown_name(), id.as_ref());
                    view! {
                        {link}
                        <span class="sign-only">{pending_shares(id, None)}</span>
                    }
                    .into_any()
                })
                .wide(10.0, 2.0),
            Column::text("status", text::registries_status())
                .of_rank(
                    |received: &Row| match MemberStatus::named(&received.held.status) {
                        Some(MemberStatus::Pending) => 0,
                        None => 1,
                        Some(MemberStatus::Accepted) => 2,
                        Some(MemberStatus::Rejected) => 3,
                    },
                )
                .exported("member_status", |received| &received.held.status)
                .cell(|received| standing_pill(&received.held.status))
                .wide(8.5, 0.75)
                .fact(),
            Column::text("owner", text::received_from())
                .of(|received: &Row| &received.image.owner)
                .searched()
                .exported("owner", |received| &received.image.owner)
                .copied(text::machine_image_owner_copy, |it| it.image.owner.clone())
                .cell(|received| {
                    short_identifier_cell(&received.image.owner, text::machine_image_owner_copy())
                })
                .wide(9.5, 0.75),
            Column::text("via", text::received_via())
                .of(via)
                .exported("member_type", via)
                .cell(via_cell)
                .wide(8.5, 0.75)
                .leaves_room(),
            Column::text("system", text::machine_images_system())
                .of(|received: &Row| received.image.operating_system())
                .searched()
                .exported("__os_version", |received| &received.image.os_version)
                .wide(9.0, 1.5)
                .leaves_room(),
            Column::number("since", text::image_members_since())
                .of_time(Row::since)
                .exported("created_at", Row::since)
                .wide(8.5, 0.5),
        ],
    }
}

/// What the image is shared with, of which the project is or is a part.
fn via(received: &Row) -> &str {
    let member = received.held.member.as_ref();
    member.map_or("", |member| &member.member_type)
}

fn via_cell(received: &Row) -> AnyView {
    let member = &received.held.member;
    member.as_ref().map_or_else(untold, member_type_cell)
}
