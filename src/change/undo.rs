//! Taking back what a change did: what comes back, what stays lost, and the word for it.

use changes::RestsOn;
use cloud_api::{Loss, LostBecause, LostGrant, Mutation, Subject};
use leptos::prelude::*;

use super::card::identifier;
use super::confirmation::Confirmation;
use super::look::Look;
use super::write_dialog::{Copies, Ends, WriteDialog};
use crate::change::grant_line::grant_line;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, button};
use crate::words::change::{place, title_of};
use crate::work::{Entry, Planned, Undo};

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
    let words = use_i18n();
    let Undo { stages, lost } = undo;
    let planned = || stages.iter().flatten();
    let count: usize = planned().map(|it| it.mutation.subjects().len()).sum();
    let confirmation = Confirmation::for_count(count);
    // What was pushed into a new repository since then would go with it.
    let is_repository = |it: &Planned| matches!(it.mutation, Mutation::DeleteRepository(_));
    let is_organization = |it: &Planned| matches!(it.mutation, Mutation::DeleteOrganization(_));
    if planned().any(is_repository) {
        confirmation.require();
    }
    // Giving access to everyone is confirmed like taking something away.
    let is_public =
        |it: &Planned| matches!(&it.mutation, Mutation::UpdateRepository(write) if write.is_public);
    let makes_public = planned().any(is_public);
    if makes_public {
        confirmation.require();
    }
    let stops_syncing = planned().any(|it| matches!(it.mutation, Mutation::DeleteSyncTask(_)));
    let groups = groups(&stages);
    let removal = groups
        .iter()
        .find(|group| group[0].mutation.is_removal() || makes_public);
    let removal = removal.map(|group| group_title(group));
    let list: Vec<AnyView> = groups.iter().map(|group| group_view(group)).collect();
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
    let warning = if planned().any(is_repository) {
        Some(text::delete_repositories_consequence())
    } else if planned().any(is_organization) {
        Some(text::delete_organizations_consequence())
    } else if makes_public {
        Some(text::undo_public())
    } else if stops_syncing {
        Some(text::automatic_sync_consequence_delete_many())
    } else {
        None
    };
    let copied: Vec<Planned> = planned().cloned().collect();
    let warning = warning.map(|words| view! { <p class="banner warning">{t(words)}</p> });
    let content = view! {
        <ul class="dialog-list" tabindex="0">{list}</ul>
        <div id="dialog-description" class="consequence">
            <p>{t(text::undo_purpose())}</p>
            {shown((!losses.is_empty()).then(|| view! { <ul>{losses}</ul> }))}
        </div>
        {shown(warning)}
    };
    let kind = match removal {
        Some(_) => ButtonKind::Danger,
        None => ButtonKind::Primary,
    };
    WriteDialog {
        title: text::undo_title(),
        place: None,
        content: content.into_any(),
        copies: Copies::Described(live(move || copied.clone())),
        confirmation,
        kind,
        action: removal.unwrap_or_else(text::undo_action),
        check: Box::new(|| true),
        look: Look::none(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::cancel_not_checked(),
        plan: Box::new(move || Some(stages.clone())),
        ends: Ends::WhenSent(Box::new(move |_| entry.is_undone.set(true))),
        on_close,
    }
    .show()
}

/// The writes of each stage, those of one kind together.
fn groups(stages: &[Vec<Planned>]) -> Vec<&[Planned]> {
    let is_same = |one: &Planned, other: &Planned| {
        std::mem::discriminant(&one.mutation) == std::mem::discriminant(&other.mutation)
    };
    let stages = stages.iter();
    stages.flat_map(|stage| stage.chunk_by(is_same)).collect()
}

fn group_title(group: &[Planned]) -> Message {
    let count = group.iter().map(|it| it.mutation.subjects().len()).sum();
    title_of(&group[0].mutation, count)
}

/// What is done, and to which things.
fn group_view(group: &[Planned]) -> AnyView {
    let words = use_i18n();
    let title = group_title(group);
    let things: Vec<AnyView> = group.iter().flat_map(things).collect();
    view! {
        <li>
            <strong>{live(move || words.show(&title))}</strong>
            <ul>{things}</ul>
        </li>
    }
    .into_any()
}

/// The things that a write acts on, by name and ID, and the level that is given.
fn things(planned: &Planned) -> Vec<AnyView> {
    let grants = planned.mutation.grants();
    let of_grants = grants.iter().map(|grant| {
        let (name, id) = (grant.user_name.clone(), grant.user_id.to_string());
        grant_line(name, id, grant.auth.number())
    });
    if !grants.is_empty() {
        return of_grants.collect();
    }
    let subjects = planned.mutation.subjects();
    let names = planned.names.iter();
    let thing = |(subject, name): (&Subject, &String)| {
        let name = match subject {
            Subject::Organization { .. }
            | Subject::Repository { .. }
            | Subject::RepositoryVisibility { .. } => place(subject),
            _ => name.clone(),
        };
        let id = identifier(subject);
        view! {
            <li>
                <Untrusted text=name />
                " "
                <span class="identifier">{id}</span>
            </li>
        }
        .into_any()
    };
    subjects.iter().zip(names).map(thing).collect()
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
