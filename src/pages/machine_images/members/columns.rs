//! How a member stands in the table and in its export, which has the API's own names.

use cloud_api::Subject;
use cloud_api::ims::{ImageId, Member};
use leptos::prelude::*;

use crate::change::state_pill::pending;
use crate::i18n::text;
use crate::pages::machine_images::cells::{alias, member_status_pill, member_type_cell};
use crate::table::cells::identifier::short_identifier_cell;
use crate::table::{Column, Columns, Selectable, selectable_where};

/// The columns of an image's members; only its owner can stop sharing it.
pub fn columns(image: &ImageId, is_anothers: bool) -> Columns<Member> {
    let image = image.clone();
    let selectable: Selectable<Member> =
        |member| selectable_where(member.recipient().is_some(), text::table_unnameable);
    Columns {
        key: |member| format!("{} {}", member.member_type, member.identifier()),
        name: |member| member.identifier().to_owned(),
        selectable: (!is_anothers).then_some(selectable),
        columns: vec![
            Column::text("recipient", text::image_members_recipient())
                .of(Member::identifier)
                .searched()
                .exported("member_id", |member| &member.member_id)
                .cell(move |member| recipient_cell(&image, member))
                .wide(10.0, 1.0),
            Column::unseen().exported("urn", |member: &Member| &member.urn),
            Column::text("kind", text::image_members_kind())
                .of(|member: &Member| &member.member_type)
                .exported("member_type", |member| &member.member_type)
                .cell(member_type_cell)
                .wide(9.5, 1.5),
            Column::text("status", text::registries_status())
                .of_words(|member: &Member| member.status.to_lowercase())
                .exported("status", |member| &member.status)
                .cell(member_status_pill)
                .wide(9.0, 1.0)
                .fact(),
            Column::number("since", text::image_members_since())
                .of_time(|member: &Member| &member.created_at)
                .exported("created_at", |member| &member.created_at)
                .wide(8.0, 0.5),
        ],
    }
}

fn recipient_cell(image: &ImageId, member: &Member) -> AnyView {
    let recipient = member.recipient();
    let subject = recipient.map(|recipient| Subject::image_member(image, &recipient));
    [
        alias(&member.recipient_id()),
        short_identifier_cell(member.identifier(), text::image_members_copy()),
        pending(subject),
    ]
    .into_any()
}
