//! Writes before they are confirmed: what is done and to which things, and what follows from it.

use std::collections::HashMap;
use std::mem::Discriminant;

use changes::PlannedWrite;
use cloud_api::swr::Deadline;
use cloud_api::{Kind, Mutation, Subject};
use leptos::prelude::*;
use words::change::{consequence_of_undo, place, title_of};
use words::item::identifier_beside;

use super::grant_line::grant_line;
use crate::i18n::{Message, Untrusted, exact_time, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::SHOWN;

/// What the writes take from somebody or give to everyone, each told once.
pub fn consequences(stages: &[Vec<PlannedWrite>]) -> Vec<Message> {
    let planned = || stages.iter().flatten();
    let mut counts: HashMap<Discriminant<Mutation>, usize> = HashMap::new();
    for write in planned() {
        *counts.entry(kind_of(write)).or_default() += write.mutation.subjects().len();
    }
    let mut told: Vec<Message> = Vec::new();
    for write in planned() {
        let count = counts.get(&kind_of(write)).copied().unwrap_or_default();
        let consequence = consequence_of_undo(&write.mutation, count);
        let new = consequence.filter(|it| !told.contains(it));
        told.extend(new);
    }
    told
}

/// Whether it gives something to everyone, which is confirmed like taking something away.
pub fn makes_public(planned: &PlannedWrite) -> bool {
    matches!(&planned.mutation, Mutation::UpdateRepository(write) if write.is_public)
}

/// Whether two writes are told as one: they do the same, and where it is access, at one place.
fn is_same(one: &PlannedWrite, other: &PlannedWrite) -> bool {
    kind_of(one) == kind_of(other) && place_of(one) == place_of(other)
}

fn kind_of(planned: &PlannedWrite) -> Discriminant<Mutation> {
    std::mem::discriminant(&planned.mutation)
}

/// Where access is given or taken.
fn place_of(planned: &PlannedWrite) -> Option<cloud_api::Owner> {
    let subject = planned.mutation.subjects().into_iter().next();
    subject.filter(|it| it.kind == Kind::Grant).map(|it| it.of)
}

/// The writes of each stage, those of one kind together.
pub fn groups(stages: &[Vec<PlannedWrite>]) -> Vec<&[PlannedWrite]> {
    let stages = stages.iter();
    stages.flat_map(|stage| stage.chunk_by(is_same)).collect()
}

pub fn group_title(group: &[PlannedWrite]) -> Message {
    let count = group.iter().map(|it| it.mutation.subjects().len()).sum();
    title_of(&group[0].mutation, count)
}

/// What is done and to which things, so many lines of it as anybody reads.
pub fn planned_list(stages: &[Vec<PlannedWrite>]) -> AnyView {
    let mut room = SHOWN;
    let mut more = 0;
    let mut drawn: Vec<AnyView> = Vec::new();
    for group in groups(stages) {
        let count: usize = group.iter().map(|it| it.mutation.subjects().len()).sum();
        let lines = count.min(room);
        room -= lines;
        more += count - lines;
        if lines > 0 {
            drawn.push(group_view(group, lines));
        }
    }
    let more = (more > 0).then(|| view! { <li>{t(text::list_more(more as u64))}</li> });
    view! {
        <ul class="dialog-list" tabindex="0">
            {drawn}
            {shown(more)}
        </ul>
    }
    .into_any()
}

fn group_view(group: &[PlannedWrite], most: usize) -> AnyView {
    let words = use_i18n();
    let title = group_title(group);
    let mut things: Vec<AnyView> = Vec::new();
    for planned in group {
        things.extend(things_of(planned, most - things.len()));
    }
    view! {
        <li>
            <strong>{live(move || words.show(&title))}</strong>
            <ul>{things}</ul>
        </li>
    }
    .into_any()
}

/// The first things that a write acts on, by name and ID, and the level that is given.
fn things_of(planned: &PlannedWrite, most: usize) -> Vec<AnyView> {
    let grants = planned.mutation.grants();
    let of_grants = grants.iter().take(most).map(|grant| {
        let (name, id) = (grant.user_name.clone(), grant.user_id.to_string());
        grant_line(name, id, Some(grant.auth.number()))
    });
    if !grants.is_empty() {
        return of_grants.collect();
    }
    let subjects = planned.mutation.subjects();
    let until = match &planned.mutation {
        Mutation::CreateSharedAccount(write) => Some(&write.deadline),
        _ => None,
    };
    let thing = |(place, subject): (usize, &Subject)| {
        // Where nobody has seen it under a name, the ID says all.
        let name = planned.names.get(place).map_or("", String::as_str);
        let id = identifier_beside(subject, name);
        let name = shown_name(subject, name);
        view! {
            <li>
                <Untrusted text=name />
                " "
                <span class="identifier">
                    <Untrusted text=id />
                </span>
                {shown(until.map(valid_until))}
            </li>
        }
        .into_any()
    };
    subjects.iter().enumerate().take(most).map(thing).collect()
}

/// What a thing is called here: where it is, where that is all there is to it.
pub fn shown_name(subject: &Subject, name: &str) -> String {
    match subject.kind {
        Kind::Organization | Kind::Repository | Kind::Visibility => place(subject),
        _ => name.to_owned(),
    }
}

/// Until when a repository is shared with the account.
fn valid_until(deadline: &Deadline) -> AnyView {
    let words = use_i18n();
    let end = match deadline.time() {
        Some(time) => live(move || exact_time(time, words.language())).into_any(),
        None => t(text::shared_accounts_forever()).into_any(),
    };
    view! {
        " – "
        {t(text::shared_accounts_valid_until())}
        ": "
        {end}
    }
    .into_any()
}
