//! One recipient: the images that it holds, as far as their members were read.

mod columns;

use std::rc::Rc;

use cloud_api::ProjectId;
use cloud_api::ims::{RecipientId, Share};
use leptos::prelude::*;
use words::explanation;

use super::accounts::Accounts;
use super::cells::kind_cell;
use super::image_scan::Begin;
use super::recipients::as_far_as_read;
use super::row::Row;
use super::sharing::Sharing;
use crate::i18n::{text, use_i18n};
use crate::listing::export::Export;
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live};
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{HeadRoom, in_page_head};
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
    let rows = use_rows(columns(), move || held.get(), filter.text(), Some(sort));
    let refresh = Callback::new(move |()| sharing.refresh());
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
            export: Export {
                waits: live(move || covered.scan.is_reading()),
                gaps: live(move || covered.outcome().told(words)),
                ..Export::of_place("shared-with", &id.identifier)
            },
            notices: live(move || as_far_as_read(sharing)).into_any(),
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
