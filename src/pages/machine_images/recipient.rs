//! One recipient: the images that it holds, as far as their members were read.

mod columns;

use std::rc::Rc;

use cloud_api::ProjectId;
use cloud_api::ims::{RecipientId, Share};
use leptos::prelude::*;
use words::explanation;

use super::accounts::Accounts;
use super::cells::{is_share_of, kind_cell};
use super::dialogs::{Asked, dialog_about};
use super::image_scan::Begin;
use super::recipients::{as_far_as_read, not_all};
use super::row::Row;
use super::sharing::Sharing;
use super::stop_dialog::StopSharing;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::export::Export;
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live};
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, HeadRoom, dialog_while, in_page_head};
use columns::columns;

/// The page.
pub fn page(project: ProjectId, id: RecipientId) -> AnyView {
    let sharing = Sharing::of(project, Begin::AtOnce);
    let accounts = Accounts::known();
    let (covered, words) = (sharing.members.covered, use_i18n());
    let held = RwSignal::new_local(Rc::default());
    let of = id.clone();
    follow(move || held.set(Rc::new(held_by(sharing, accounts, &of))));
    let filter = use_filter(text::machine_images_filter);
    let sort = use_sort_in_address("image");
    let rows = use_rows(
        columns(id.clone()),
        move || held.get(),
        filter.text(),
        Some(sort),
    );
    let refresh = Callback::new(move |()| sharing.refresh());
    let is_stopping = RwSignal::new(false);
    let of_page = id.clone();
    let stop = selected_action(
        ButtonKind::DangerText,
        text::stop_sharing_of_images,
        move || is_stopping.set(true),
    );
    let listing = Listing {
        id: "recipient-images-title",
        title: text::image_recipient_images(),
        count: text::machine_images_count,
        filter,
        rows: rows.grid(),
        read: ListRead {
            extent: None,
            ..ListRead::of_list(sharing.images).refreshed_by(refresh)
        },
        nothing: live(move || match covered.counts().is_whole() {
            true => text::image_recipient_nothing(),
            false => text::image_recipients_nothing_part(covered.counts().words()),
        }),
        around: Around {
            standing: Standing::Part,
            selected: vec![stop],
            export: Export {
                waits: live(move || covered.scan.is_reading()),
                gaps: live(move || covered.outcome().told(words)),
                ..Export::of_place("shared-with", &id.identifier)
            },
            notices: [
                live(move || as_far_as_read(sharing)).into_any(),
                recent_change(move |subject| is_share_of(subject, None, Some(&of_page))),
            ]
            .into_any(),
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    let kind = view! { <span class="freshness">{kind_cell(&id)}</span> };
    view! {
        {in_page_head(HeadRoom::Beside, kind.into_any())}
        {sharing.view()}
        {extent_notice(sharing.images.extent)}
        {listing.view()}
        {dialog_while(is_stopping, move |close| {
            let chosen = rows.acted_on();
            let stop = StopSharing {
                images: chosen.iter().filter_map(Row::named).collect(),
                recipients: Some(vec![id.clone()]),
                title: text::stop_sharing_of_images(chosen.len() as u64),
                doubts: not_all(sharing),
            };
            dialog_about(Asked::Stop(stop, rows.selected()), close)
        })}
    }
    .into_any()
}

/// The images that a recipient holds, with what the list tells of them; reacts.
fn held_by(sharing: Sharing, accounts: Accounts, id: &RecipientId) -> Vec<Row> {
    let recipients = sharing.recipients(accounts).into_iter();
    let recipient = recipients.filter(|recipient| recipient.id == *id);
    let shares = recipient.flat_map(|recipient| recipient.shares);
    sharing.images.rows.with(|images| {
        let row = |share: Share| {
            let image = images.iter().find(|it| it.id == share.image.as_str());
            Row::held_by(share, image)
        };
        shares.map(row).collect()
    })
}
