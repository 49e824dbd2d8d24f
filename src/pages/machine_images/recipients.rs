//! Everybody with whom the project shares images, as far as their members were read.

mod columns;

use std::rc::Rc;

use cloud_api::ProjectId;
use cloud_api::ims::{RecipientId, RecipientShares, images_of};
use leptos::prelude::*;
use words::explanation;

use super::accounts::Accounts;
use super::cells::is_share_of;
use super::dialogs::{Asked, dialog_about};
use super::image_scan::Begin;
use super::sharing::{Sharing, called};
use super::stop_dialog::StopSharing;
use crate::change::recent::recent_change;
use crate::i18n::{Message, t, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live, shown};
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, page_help};

use columns::columns;

/// The page.
pub fn page(project: ProjectId) -> AnyView {
    let sharing = Sharing::of(project, Begin::AtOnce);
    let accounts = Accounts::known();
    let (covered, words) = (sharing.members.covered, use_i18n());
    let recipients = RwSignal::new_local(Rc::default());
    follow(move || recipients.set(Rc::new(sharing.recipients(accounts))));
    let filter = use_filter(text::image_recipients_filter);
    let sort = use_sort_in_address("-images");
    let rows = use_rows(
        columns(),
        move || recipients.get(),
        filter.text(),
        Some(sort),
    );
    let refresh = Callback::new(move |()| sharing.refresh());
    let is_stopping = RwSignal::new(false);
    let stop = selected_action(ButtonKind::DangerText, text::stop_sharing_with, move || {
        is_stopping.set(true);
    });
    let listing = Listing {
        id: "image-recipients-title",
        title: text::image_recipients_title(),
        count: text::image_recipients_count,
        filter,
        rows: rows.grid(),
        read: ListRead {
            // The rows are of the scan; what is said of the images stands above.
            extent: None,
            ..ListRead::of_list(sharing.images).refreshed_by(refresh)
        },
        nothing: live(move || match covered.counts().is_whole() {
            true => text::image_recipients_nothing(),
            false => text::image_recipients_nothing_part(covered.counts().words()),
        }),
        around: Around {
            standing: Standing::Tab,
            selected: vec![stop],
            export: Export {
                waits: live(move || sharing.members.covered.scan.is_reading()),
                gaps: live(move || covered.outcome().told(words)),
                ..Export::default()
            },
            notices: [
                live(move || as_far_as_read(sharing)).into_any(),
                recent_change(|subject| is_share_of(subject, None, None)),
            ]
            .into_any(),
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::image_recipients_purpose())}
        {sharing.view()}
        {extent_notice(sharing.images.extent)}
        {listing.view()}
        {dialog_while(is_stopping, move |close| {
            let stop = stopping(sharing, &rows.acted_on());
            dialog_about(Asked::Stop(stop, rows.selected()), close)
        })}
    }
    .into_any()
}

/// What these recipients hold, as far as was read.
fn stopping(sharing: Sharing, chosen: &[RecipientShares]) -> StopSharing {
    let shares = chosen.iter().flat_map(|it| &it.shares);
    let named = images_of(shares).into_iter().map(|id| {
        let name = called(sharing.images, &id);
        let name = name.unwrap_or_else(|| id.to_string());
        (id, name)
    });
    let recipients: Vec<RecipientId> = chosen.iter().map(|it| it.id.clone()).collect();
    StopSharing {
        images: named.collect(),
        title: text::stop_sharing_with(recipients.len() as u64),
        recipients: Some(recipients),
        doubts: not_all(sharing),
    }
}

/// That there may be more than was read, and what was not.
pub fn not_all(sharing: Sharing) -> Vec<Message> {
    let covered = sharing.members.covered;
    let counts = covered.counts();
    if counts.is_whole() {
        return Vec::new();
    }
    let part = text::image_recipients_part(counts.words());
    let unread = covered.outcome().reasons(use_i18n());
    [part].into_iter().chain(unread).collect()
}

/// That there may be more, once no more is being read; reacts.
pub fn as_far_as_read(sharing: Sharing) -> AnyView {
    let counts = sharing.members.covered.counts();
    let is_part =
        !counts.is_whole() && counts.total > 0 && !sharing.members.covered.scan.is_reading();
    shown(is_part.then(|| {
        let note = text::image_recipients_part(counts.words());
        view! { <p class="note">{t(note)}</p> }
    }))
}
