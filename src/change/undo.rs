//! Taking back what a change did: what comes back, what stays lost, and the word for it.

use changes::{PlannedWrite, Record, RestsOn, Undo};
use cloud_api::{Kind, Manner, Mutation, Subject};
use leptos::prelude::*;
use words::change::{consequence_of_undo, place, title_of};
use words::item::identifier;
use words::loss::losses;

use super::confirmation::Confirmation;
use super::copy_as::Copies;
use super::look::Look;
use super::write_dialog::{Ends, WriteDialog};
use crate::change::grant_line::grant_line;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, button};
use crate::work::Entry;

/// The button that offers the undo, as long as there is one, and its dialog.
pub fn undo_button(entry: Entry) -> AnyView {
    let is_open = RwSignal::new(false);
    let offer = move || {
        let can = entry.record.with(|record| record.undo().is_some());
        shown(can.then(|| {
            button(ButtonKind::Plain, text::undo_action(), move || {
                is_open.set(true);
            })
        }))
    };
    let dialog = move || {
        let undo = is_open
            .get()
            .then(|| entry.record.with_untracked(Record::undo))
            .flatten();
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
    let is_repository = |it: &PlannedWrite| matches!(it.mutation, Mutation::DeleteRepository(_));
    // Giving access to everyone is confirmed like taking something away.
    let is_public = |it: &PlannedWrite| matches!(&it.mutation, Mutation::UpdateRepository(write) if write.is_public);
    let makes_public = planned().any(is_public);
    if makes_public || planned().any(is_repository) {
        confirmation.require();
    }
    let warnings = consequences(&stages);
    let groups = groups(&stages);
    let removal = groups
        .iter()
        .find(|group| group[0].mutation.manner() == Manner::Remove || makes_public);
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
    let copied: Vec<PlannedWrite> = planned().cloned().collect();
    let warnings: Vec<AnyView> = warnings
        .into_iter()
        .map(|words| view! { <p class="banner warning">{t(words)}</p> }.into_any())
        .collect();
    let content = view! {
        <ul class="dialog-list" tabindex="0">{list}</ul>
        <div id="dialog-description" class="consequence">
            <p>{t(text::undo_purpose())}</p>
            {shown((!losses.is_empty()).then(|| view! { <ul>{losses}</ul> }))}
        </div>
        {warnings}
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
        ends: Ends::WhenSent(Box::new(move |_| {
            entry.record.update(|record| record.is_undone = true);
        })),
        on_close,
    }
    .show()
}

/// What the writes take from somebody or give to everyone, each told once.
fn consequences(stages: &[Vec<PlannedWrite>]) -> Vec<Message> {
    let planned = || stages.iter().flatten();
    let count = |write: &PlannedWrite| {
        let of_kind = planned().filter(|it| is_same(it, write));
        of_kind.map(|it| it.mutation.subjects().len()).sum()
    };
    let mut told: Vec<Message> = Vec::new();
    for write in planned() {
        let consequence = consequence_of_undo(&write.mutation, count(write));
        let new = consequence.filter(|it| !told.contains(it));
        told.extend(new);
    }
    told
}

fn is_same(one: &PlannedWrite, other: &PlannedWrite) -> bool {
    std::mem::discriminant(&one.mutation) == std::mem::discriminant(&other.mutation)
}

/// The writes of each stage, those of one kind together.
fn groups(stages: &[Vec<PlannedWrite>]) -> Vec<&[PlannedWrite]> {
    let stages = stages.iter();
    stages.flat_map(|stage| stage.chunk_by(is_same)).collect()
}

fn group_title(group: &[PlannedWrite]) -> Message {
    let count = group.iter().map(|it| it.mutation.subjects().len()).sum();
    title_of(&group[0].mutation, count)
}

/// What is done, and to which things.
fn group_view(group: &[PlannedWrite]) -> AnyView {
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
fn things(planned: &PlannedWrite) -> Vec<AnyView> {
    let grants = planned.mutation.grants();
    let of_grants = grants.iter().map(|grant| {
        let (name, id) = (grant.user_name.clone(), grant.user_id.to_string());
        grant_line(name, id, Some(grant.auth.number()))
    });
    if !grants.is_empty() {
        return of_grants.collect();
    }
    let subjects = planned.mutation.subjects();
    let names = planned.names.iter();
    let thing = |(subject, name): (&Subject, &String)| {
        let name = match subject.kind {
            Kind::Organization | Kind::Repository | Kind::Visibility => place(subject),
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
