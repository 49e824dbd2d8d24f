//! Before images are shared: which, with whom, what is shared already, what follows, and what the service
//! may refuse.

mod additions;
mod same_as;
mod told;
mod typed;

use changes::RestsOn;
use cloud_api::ims::Image;
use cloud_api::{ApiError, ProjectId};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::write_dialog::{Ends, WriteDialog, plan_of};
use crate::i18n::{t, text};
use crate::live::{follow, live, shown};
use crate::pages::machine_images::refused::refused;
use crate::ui::ButtonKind;
use additions::Additions;
use same_as::same_as;
use told::{follows, told};

/// What is shared, and by which project.
pub struct ShareImages {
    /// The project whose credential is sent.
    pub project: ProjectId,
    /// The images that were selected, those that it cannot share too.
    pub images: Vec<Image>,
}

/// The dialog. With whom the images are shared is read when it opens and once more before anything is
/// sent: what is shared already is told and left out. It stays open until the service has taken the first
/// call, for a refusal is mended in what was typed. `on_sent` runs when something was sent and it closes.
pub fn share_dialog(share: ShareImages, on_sent: Callback<()>, on_close: Callback<()>) -> AnyView {
    let ShareImages { project, images } = share;
    let selected = images.len() as u64;
    let additions = Additions::begin(&project, images);
    let (typed, look) = (additions.typed, additions.members);
    let confirmation = Confirmation::for_count(1);
    follow(move || confirmation.require_when(additions.missing().0 > 1));
    let refusal = RwSignal::new(None::<ApiError>);
    let is_sent = StoredValue::new(false);
    let nothing = move || {
        let is_named = additions.found.with(|found| !found.recipients.is_empty());
        let words = match (additions.is_empty(), look.is_whole()) {
            (true, _) => Some(text::share_images_none()),
            (false, _) if !is_named || !look.is_read() || additions.missing().0 > 0 => None,
            (false, true) => Some(text::share_images_nothing()),
            (false, false) => Some(text::share_images_not_checked()),
        };
        shown(words.map(|words| view! { <p class="field-error">{t(words)}</p> }))
    };
    let content = view! {
        {typed.view()}
        {same_as(project, additions)}
        {live(move || told(additions))}
        {follows(additions)}
        <div role="alert">{live(nothing)} {refused(refusal)}</div>
    };
    let title = move || match additions.missing().1 {
        0 => text::share_images_action(selected),
        images => text::share_images_with(
            additions.found.with(|found| found.recipients.len()) as u64,
            text::stop_sharing_images(images as u64),
        ),
    };
    let says = move || match additions.missing().0 {
        0 => text::share_images_action(selected),
        count => text::work_share_images(count as u64),
    };
    WriteDialog {
        title: text::share_images_action(selected),
        place: None,
        content: content.into_any(),
        copies: Copies::Described(live(move || additions.planned_so_far())),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::share_images_action(selected),
        check: Box::new(move || {
            refusal.set(None);
            typed.check() && additions.ask()
        }),
        look: additions.look(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::share_images_not_checked(),
        plan: Box::new(move || {
            let planned = additions.asked_for();
            is_sent.set_value(!planned.is_empty());
            plan_of(planned)
        }),
        ends: Ends::WhenTaken(Box::new(move |error| {
            is_sent.set_value(false);
            refusal.set(Some(error));
        })),
        on_close: Callback::new(move |()| {
            if is_sent.get_value() {
                on_sent.run(());
            }
            on_close.run(());
        }),
    }
    .show_following(live(title), live(says))
}
