//! Before sharing is stopped: of which images, with whom, by which calls, and what recipients keep.

mod follows;
mod left_out;
mod share_grid;
mod shares_read;

use changes::RestsOn;
use cloud_api::ims::{ImageId, RecipientId};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::write_dialog::{Ends, WriteDialog, plan_of};
use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::table::Selected;
use crate::ui::ButtonKind;
use follows::follows;
use left_out::left_out;
use share_grid::share_grid;
use shares_read::SharesRead;

/// What shall be stopped.
pub struct StopSharing {
    /// The images, each with what a person calls it; untrusted text.
    pub images: Vec<(ImageId, String)>,
    /// With whom alone; `None` for whoever holds them.
    pub recipients: Option<Vec<RecipientId>>,
    /// What the dialog is called while nothing is read.
    pub title: Message,
    /// What is to be known of what was selected: what is not among the images, and why.
    pub doubts: Vec<Message>,
}

/// The dialog. Who holds the images is read when it opens and once more before anything is sent, which
/// is also what an undo rests on: when that differs, the person looks again. What has gone by then is not
/// sent, nor are the shares of an image whose members cannot be read.
pub fn stop_dialog(stop: StopSharing, selected: Selected, on_close: Callback<()>) -> AnyView {
    let StopSharing {
        images,
        recipients,
        title: nothing_read,
        doubts,
    } = stop;
    let read = SharesRead::begin(images, recipients);
    let confirmation = Confirmation::for_count(1);
    // Who loses an image has to accept it again after an undo.
    confirmation.require();
    let is_asked = RwSignal::new(false);
    let needed = move || {
        let words = match (read.found.with(Vec::is_empty), read.members.is_whole()) {
            (true, true) => text::stop_sharing_nothing(),
            (true, false) => text::stop_sharing_not_checked(),
            (false, _) => text::stop_sharing_needed(),
        };
        let is_needed = read.members.is_read() && read.chosen.with(Vec::is_empty);
        let is_told = is_needed && (is_asked.get() || read.found.with(Vec::is_empty));
        shown(is_told.then(|| view! { <p class="field-error">{t(words)}</p> }))
    };
    let doubts: Vec<AnyView> = doubts
        .into_iter()
        .map(|doubt| view! { <p>{t(doubt)}</p> }.into_any())
        .collect();
    let content = view! {
        {doubts}
        {live(move || share_grid(read))}
        {live(move || left_out(read))}
        {follows(read)}
        <div role="alert">{live(needed)}</div>
    };
    let title = move || match read.chosen.with(Vec::is_empty) {
        true => nothing_read.clone(),
        false => read.title(),
    };
    let says = move || match read.chosen.with(Vec::len) {
        0 => text::stop_sharing_action(),
        count => text::work_stop_sharing_images(count as u64),
    };
    WriteDialog {
        title: text::stop_sharing_action(),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(move || read.planned())),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::stop_sharing_action(),
        check: Box::new(move || {
            is_asked.set(true);
            let is_any = read.chosen.with_untracked(|chosen| !chosen.is_empty());
            is_any || read.members.may_find_more()
        }),
        look: read.look(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::stop_sharing_not_checked(),
        plan: Box::new(move || plan_of(read.planned())),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show_following(live(title), live(says))
}
