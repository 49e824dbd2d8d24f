//! Before shared images are accepted or rejected: for which project, which images, what follows, and the
//! vault of those that need one.

mod answered;
mod told;
mod vault;

use changes::RestsOn;
use cloud_api::ims::{Decision, Image};
use cloud_api::{ApiError, ProjectId};
use leptos::prelude::*;
use words::explanation::is_about_vault;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::write_dialog::{Ends, WriteDialog, plan_of};
use crate::i18n::{Message, t, text};
use crate::live::{derived, follow, live, shown};
use crate::pages::machine_images::refused::refused;
use crate::ui::ButtonKind;
use answered::Answered;
use told::{follows, images};
use vault::Vault;

/// What is answered, and how.
pub struct Answer {
    /// Accepted or rejected.
    pub decision: Decision,
    /// For which project.
    pub project: ProjectId,
    /// The images that were selected.
    pub images: Vec<Image>,
}

/// The dialog. How the images stand is read when it opens and once more before anything is sent: what was answered meanwhile is told
/// and left out. It stays open until the service has taken the answer, for only then is known whether a
/// vault is missing. `on_sent` runs when something was sent and the dialog closes.
pub fn answer_dialog(answer: Answer, on_sent: Callback<()>, on_close: Callback<()>) -> AnyView {
    let Answer {
        decision,
        project,
        images: selected,
    } = answer;
    let total = selected.len() as u64;
    let answered = Answered::begin(decision, project, &selected);
    let count = derived(move || answered.open().len());
    let vault = Vault::of(answered);
    let confirmation = Confirmation::for_count(1);
    if decision == Decision::Rejected {
        follow(move || confirmation.require_when(count.get() > 1));
    }
    let refusal = RwSignal::new(None::<ApiError>);
    let is_sent = StoredValue::new(false);
    let nothing = move || {
        let words = match answered.members.is_whole() {
            true => text::answer_nothing(),
            false => text::answer_not_checked(),
        };
        let is_none = answered.members.is_read() && count.get() == 0;
        shown(is_none.then(|| view! { <p class="field-error">{t(words)}</p> }))
    };
    let content = view! {
        {live(move || images(answered))}
        {follows(answered)}
        {vault.view()}
        <div role="alert">{live(nothing)} {refused(refusal)}</div>
    };
    let says: fn(u64) -> Message = match decision {
        Decision::Accepted => text::work_accept_images,
        Decision::Rejected => text::work_reject_images,
    };
    let words = move || match count.get() {
        0 => says(total),
        count => says(count as u64),
    };
    let written = live(move || {
        let planned = vault.typed().ok().and_then(|vault| answered.planned(vault));
        planned.into_iter().collect()
    });
    let (kind, copies) = match decision {
        Decision::Accepted => (ButtonKind::Primary, Copies::Described(written)),
        Decision::Rejected => (ButtonKind::Danger, Copies::Requests(written)),
    };
    WriteDialog {
        title: says(total),
        place: None,
        content: content.into_any(),
        copies,
        confirmation,
        kind,
        action: says(total),
        check: Box::new(move || {
            refusal.set(None);
            (count.get() > 0 || answered.members.may_find_more()) && vault.check()
        }),
        look: answered.look(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::answer_not_checked(),
        plan: Box::new(move || {
            let planned = answered.planned(vault.asked());
            is_sent.set_value(planned.is_some());
            plan_of(planned.into_iter().collect())
        }),
        ends: Ends::WhenTaken(Box::new(move |error| {
            is_sent.set_value(false);
            match decision == Decision::Accepted && is_about_vault(&error) {
                true => vault.refuse(&error),
                false => refusal.set(Some(error)),
            }
        })),
        on_close: Callback::new(move |()| {
            if is_sent.get_value() {
                on_sent.run(());
            }
            on_close.run(());
        }),
    }
    .show_following(live(words), live(words))
}
