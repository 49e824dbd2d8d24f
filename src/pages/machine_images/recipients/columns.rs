//! How a recipient stands in the table and in its export.

use cloud_api::ims::{MemberStatus, OtherRoute, RecipientShares};
use leptos::prelude::*;

use crate::i18n::{Message, Untrusted, t, text};
use crate::live::shown;
use crate::pages::machine_images::cells::{alias, kind_cell, pending_shares};
use crate::pages::machine_images::routes::Route;
use crate::table::cells::identifier::shortened;
use crate::table::cells::untold::{told, untold};
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns() -> Columns<RecipientShares> {
    let standing = |key, title, count: fn(&RecipientShares) -> Option<u64>| {
        Column::number(key, title).of_count(count).wide(6.5, 0.25)
    };
    Columns {
        key: |recipient| format!("{} {}", recipient.id.member_type, recipient.id.identifier),
        name: |recipient| recipient.id.identifier.clone(),
        selectable: Some(|recipient| {
            selectable_where(!recipient.id.identifier.is_empty(), text::table_unnameable)
        }),
        columns: vec![
            Column::text("recipient", text::image_members_recipient())
                .of(|it: &RecipientShares| &it.id.identifier)
                .searched()
                .exported("member_id", |it| &it.id.identifier)
                .copied(text::image_members_copy, |it| it.id.identifier.clone())
                .cell(recipient_cell)
                .wide(10.0, 1.0),
            Column::text("kind", text::image_members_kind())
                .of(|it: &RecipientShares| &it.id.member_type)
                .exported("member_type", |it| &it.id.member_type)
                .cell(|it| kind_cell(&it.id))
                .wide(9.0, 1.25)
                .leaves_room(),
            Column::number("images", text::image_recipients_images())
                .of_count(|it: &RecipientShares| Some(it.shares.len() as u64))
                .exported_words("images", |it| told(Some(it.shares.len())))
                .wide(6.0, 0.25)
                .fact(),
            standing("accepted", text::image_member_accepted(), |it| {
                Some(it.count(Some(MemberStatus::Accepted)))
            })
            .exported_words("accepted", |it| counted(it, Some(MemberStatus::Accepted))),
            standing("pending", text::image_member_pending(), |it| {
                Some(it.count(Some(MemberStatus::Pending)))
            })
            .exported_words("pending", |it| counted(it, Some(MemberStatus::Pending))),
            standing("rejected", text::image_member_rejected(), |it| {
                Some(it.count(Some(MemberStatus::Rejected)))
            })
            .exported_words("rejected", |it| counted(it, Some(MemberStatus::Rejected))),
            Column::unseen().exported_words("other_status", |it| counted(it, None)),
            Column::text("also", text::image_recipients_also())
                .of_rank(|it: &RecipientShares| {
                    let [certain, possible] = by_other_routes(it).map(u64::cast_signed);
                    -(certain * 1_000_000 + possible)
                })
                .exported_words("through_account", |it| {
                    told(Some(it.count_by(OtherRoute::Account)))
                })
                .cell(also_cell)
                .wide(12.0, 1.5)
                .leaves_room(),
            Column::unseen().exported_words("may_hold_otherwise", |it: &RecipientShares| {
                told(Some(it.count_by(OtherRoute::Maybe)))
            }),
        ],
    }
}

fn counted(recipient: &RecipientShares, status: Option<MemberStatus>) -> String {
    told(Some(recipient.count(status)))
}

fn by_other_routes(recipient: &RecipientShares) -> [u64; 2] {
    [OtherRoute::Account, OtherRoute::Maybe].map(|route| recipient.count_by(route))
}

fn recipient_cell(recipient: &RecipientShares) -> AnyView {
    let identifier = &recipient.id.identifier;
    if identifier.is_empty() {
        return untold();
    }
    let pending = pending_shares(None, Some(recipient.id.clone()));
    view! {
        {alias(&recipient.id)}
        <a
            class="identifier"
            href=Route::Recipient(recipient.id.clone()).to_string()
            tabindex="-1"
            title=crate::i18n::visible(identifier)
        >
            <Untrusted text=shortened(identifier) />
        </a>
        {pending}
    }
    .into_any()
}

/// How many of its images it keeps, or may keep, when it is taken from them.
fn also_cell(recipient: &RecipientShares) -> AnyView {
    let [certain, possible] = by_other_routes(recipient);
    let line = |count: u64, words: fn(u64) -> Message| {
        shown((count > 0).then(|| view! { <span>{t(words(count))} " "</span> }))
    };
    [
        line(certain, text::image_recipients_through_account),
        line(possible, text::image_recipients_may_otherwise),
    ]
    .into_any()
}
