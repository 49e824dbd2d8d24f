//! Taking back what a change did: what comes back, what stays lost, and the word for it.

use cloud_api::{Loss, LostBecause, LostGrant, Mutation};
use leptos::prelude::*;

use super::confirmation::Confirmation;
use super::copy_as::copy_writes;
use super::write_dialog::WriteDialog;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, button};
use crate::work::{Entry, Planned, Undo, use_work};

/// The button that offers the undo, as long as there is one, and its dialog.
pub fn undo_button(entry: Entry) -> AnyView {
    let is_open = RwSignal::new(false);
    let offer = move || {
        let can = entry.undo().is_some();
        shown(can.then(|| {
            button(ButtonKind::Plain, text::undo_action(), move || {
                is_open.set(true);
            })
        }))
    };
    let dialog = move || {
        let undo = is_open.get().then(|| untrack(|| entry.undo())).flatten();
        let close = Callback::new(move |()| is_open.set(false));
        shown(undo.map(|undo| undo_dialog(entry, undo, close)))
    };
    view! {
        {live(offer)}
        {live(dialog)}
    }
    .into_any()
}

fn undo_dialog(entry: Entry, undo: Undo, on_close: Callback<()>) -> AnyView {
    let work = use_work();
    let words = use_i18n();
    let Undo { stages, lost } = undo;
    let planned = || stages.iter().flatten();
    let count: usize = planned().map(|it| it.mutation.subjects().len()).sum();
    let confirmation = Confirmation::for_count(count);
    // What was pushed into a new repository since then would go with it.
    let deletes_content = planned().any(|it| matches!(it.mutation, Mutation::DeleteRepository(_)));
    if deletes_content {
        confirmation.require();
    }
    let names: Vec<AnyView> = planned()
        .flat_map(|it| it.names.clone())
        .map(|name| {
            view! {
                <li>
                    <Untrusted text=name />
                </li>
            }
            .into_any()
        })
        .collect();
    let mut told: Vec<Message> = Vec::new();
    for loss in lost.iter().flat_map(losses) {
        // Several calls may lose the same.
        if !told.contains(&loss) {
            told.push(loss);
        }
    }
    let losses: Vec<AnyView> = told
        .into_iter()
        .map(|loss| view! { <li>{live(move || words.show(&loss))}</li> }.into_any())
        .collect();
    let copied: Vec<Planned> = planned().cloned().collect();
    let send = move || {
        on_close.run(());
        entry.is_undone.set(true);
        work.run(stages.clone());
    };
    let warning = || {
        let words = t(text::delete_repositories_consequence());
        view! { <p class="banner warning">{words}</p> }
    };
    let content = view! {
        <ul class="dialog-list" tabindex="0">{names}</ul>
        <div id="dialog-description" class="consequence">
            <p>{t(text::undo_purpose())}</p>
            <ul>{losses}</ul>
        </div>
        {shown(deletes_content.then(warning))}
    };
    WriteDialog {
        title: text::undo_title(),
        place: None,
        content: content.into_any(),
        copies: copy_writes(live(move || copied.clone())),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::undo_action(),
        send: Box::new(send),
        on_close,
    }
    .show()
}

/// What an undo does not bring back, in words.
fn losses(loss: &Loss) -> Vec<Message> {
    let of_grants = |grants: &[LostGrant]| grants.iter().map(lost_grant).collect();
    match loss {
        Loss::Grants(grants) => of_grants(grants),
        Loss::Organization { grants } => {
            let mut losses: Vec<Message> = grants
                .as_deref()
                .map_or_else(|| vec![text::undo_lost_permissions()], of_grants);
            losses.push(text::undo_lost_organization());
            losses
        }
        Loss::NoCategory => vec![text::undo_lost_category()],
        Loss::PushedMeanwhile => vec![text::undo_lost_pushes()],
    }
}

fn lost_grant(lost: &LostGrant) -> Message {
    let name = if lost.row.user_name.is_empty() {
        lost.row.user_id.clone()
    } else {
        lost.row.user_name.clone()
    };
    match lost.because {
        LostBecause::OwnGrant => text::undo_lost_own(name),
        LostBecause::NotGrantable => text::undo_lost_not_grantable(name),
    }
}
