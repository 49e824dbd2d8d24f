//! What stands behind the line of a change: each thing with how it stands, and what was sent.

use changes::{Call, Change, Item, ItemState};
use cloud_api::{Manner, Mutation};
use leptos::prelude::*;
use words::failure::details;
use words::item::{error_of, identifier_beside, item_name, remedy};

use super::copy_as::copy_as;
use super::state_pill::state_pill;
use crate::i18n::{I18n, Untrusted, text, use_i18n};
use crate::live::live;
use crate::ui::bounded::{SHOWN, bounded};
use crate::ui::failure::authorization_message;
use crate::work::Entry;

/// The things of a change; react.
pub fn change_items(entry: Entry) -> AnyView {
    let words = use_i18n();
    let items = move || {
        entry
            .record
            .with(|record| item_views(words, &record.change))
    };
    view! {
        <ul class="plain-list" tabindex="0">
            {live(items)}
        </ul>
    }
    .into_any()
}

/// The requests of a change; react.
pub fn change_calls(entry: Entry) -> AnyView {
    let calls = move || entry.record.with(|record| call_views(&record.change));
    view! {
        <ul class="plain-list details" tabindex="0">
            {live(calls)}
        </ul>
    }
    .into_any()
}

/// The items, those that are not well first where they are too many to show all.
fn item_views(words: I18n, change: &Change) -> AnyView {
    let mut items: Vec<&Item> = change.items().values().collect();
    if items.len() > SHOWN {
        items.sort_by_key(|item| is_well(&item.state));
    }
    bounded(items.into_iter(), |item| {
        Some(item_view(words, change, item))
    })
}

fn is_well(state: &ItemState) -> bool {
    match state {
        ItemState::InJob {
            poll_error: Some(_),
        }
        | ItemState::Unknown { .. }
        | ItemState::Failed(_)
        | ItemState::Stopped => false,
        ItemState::Waiting
        | ItemState::Running
        | ItemState::InJob { poll_error: None }
        | ItemState::Done { .. }
        | ItemState::AlreadyDone { .. } => true,
    }
}

/// The calls that were sent, the newest first where they are too many to show all.
fn call_views(change: &Change) -> AnyView {
    let sent = change.calls().values().filter(|it| it.sent_at.is_some());
    let mut sent: Vec<&Call> = sent.collect();
    if sent.len() > SHOWN {
        sent.reverse();
    }
    bounded(sent.into_iter(), call_view)
}

fn item_view(words: I18n, change: &Change, item: &Item) -> AnyView {
    let mutation = change.mutation(item.planned_in);
    let manner = mutation.map_or(Manner::Change, Mutation::manner);
    let name = item_name(item, mutation);
    let id = identifier_beside(&item.subject, &item.name);
    let why = error_of(&item.state).map(|error| {
        let line = details(error, |it| words.say(it));
        let remedy = remedy(&item.subject, &item.name, error, manner);
        view! {
            <p>{live(move || words.show(&remedy))}</p>
            <p class="details">
                <Untrusted text=line />
            </p>
            {authorization_message(error)}
        }
    });
    view! {
        <li>
            {live(move || words.show(&name))}
            " "
            <span class="identifier">
                <Untrusted text=id />
            </span>
            " "
            {state_pill(item.subject.kind, item.state.clone(), manner)}
            {why}
        </li>
    }
    .into_any()
}

/// The request behind a call, to copy, and the answer's ID.
fn call_view(call: &Call) -> Option<AnyView> {
    let request = call.mutation.request().ok()?;
    let line = format!("{} {}", request.method().as_str(), request.path_and_query());
    let words = use_i18n();
    let answer = call.answer.as_ref().map(|answer| {
        let status = answer.status.to_string();
        let id = answer.request_id.clone().map(|id| {
            let message = text::activity_request_id(id);
            live(move || words.show(&message)).into_any()
        });
        view! {
            " → "
            {status}
            " "
            {id}
        }
        .into_any()
    });
    let copy = copy_as(live(move || vec![request.clone()]), None);
    Some(
        view! {
            <li>
                <span class="identifier">{line}</span>
                {answer}
                {copy}
            </li>
        }
        .into_any(),
    )
}
