//! One change: what it does, how each item stands, what can be done about it.

use changes::{Call, Change, Item, ItemState};
use cloud_api::{Manner, Mutation};
use leptos::prelude::*;
use words::change::{summary, title};
use words::failure::details;
use words::item::{error_of, identifier, item_name, remedy};
use words::remaining::remaining;

use super::copy_as::copy_as;
use super::state_pill::state_pill;
use super::undo::undo_button;
use crate::i18n::{I18n, Message, Untrusted, moment, t, text, timed, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::{SHOWN, bounded};
use crate::ui::failure::authorization_message;
use crate::ui::{ButtonKind, button, focus_by_id};
use crate::work::{Entry, use_work};

/// The card.
pub fn change_card(entry: Entry) -> AnyView {
    let words = use_i18n();
    let work = use_work();
    let record = entry.record;
    let heading_id = format!("change-{}", entry.id);
    let labelled_by = heading_id.clone();
    // What was pressed leaves the page, and the focus must not leave with it.
    let stay = {
        let heading_id = heading_id.clone();
        move || focus_by_id(&heading_id)
    };
    let stay_at_stop = stay.clone();
    let heading = move || record.with(|record| words.show(&title(&record.change)));
    let time = record.with_untracked(|record| record.change.made_at());
    let made_at = timed(time, move |now| moment(time, now, words.language()));
    let progress = move || record.with(|record| words.say(&summary(&record.change)));
    let waiting = move || {
        let until = record.with(|record| record.change.waits_until())?;
        Some(words.say(&text::waiting_until(until)))
    };
    let items = move || record.with(|record| item_views(words, &record.change));
    let calls = move || record.with(|record| call_views(&record.change));
    let remains = move || {
        let remains: Vec<Message> =
            record.with(|record| record.remains_after().iter().map(remaining).collect());
        shown((!remains.is_empty()).then(|| {
            let lines: Vec<AnyView> = remains
                .into_iter()
                .map(|line| view! { <li>{live(move || words.show(&line))}</li> }.into_any())
                .collect();
            view! {
                <p>{t(text::remains_title())}</p>
                <ul>{lines}</ul>
            }
        }))
    };
    let retry = move || {
        let (again, needs_retry) = record.with(|record| {
            let change = &record.change;
            let items = change.items().values();
            let again = items.filter(|item| item.state.may_be_sent_again());
            (again.count() as u64, change.needs_retry())
        });
        let label = if again > 0 {
            text::activity_retry(again)
        } else {
            text::activity_check_again()
        };
        let stay = stay.clone();
        let again = move || {
            work.retry(entry);
            stay();
        };
        shown(needs_retry.then(|| button(ButtonKind::Plain, label, again)))
    };
    let stop = move || {
        let may_stop =
            record.with(|record| record.change.may_stop() && !record.change.is_settled());
        let stay = stay_at_stop.clone();
        let stop = move || {
            work.stop(entry);
            stay();
        };
        shown(may_stop.then(|| button(ButtonKind::Plain, text::activity_stop(), stop)))
    };
    view! {
        <article class="change" aria-labelledby=labelled_by>
            <h3 id=heading_id tabindex="-1">{live(heading)}</h3>
            <p>
                <span class="freshness">{made_at}</span>
                " – "
                {live(progress)}
            </p>
            <p role="status">{live(waiting)}</p>
            <ul class="plain-list" tabindex="0">
                {live(items)}
            </ul>
            {live(remains)}
            <ul class="plain-list details" tabindex="0">
                {live(calls)}
            </ul>
            <div class="toolbar-actions">{live(retry)} {live(stop)} {undo_button(entry)}</div>
        </article>
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
        ItemState::Unknown { .. } | ItemState::Failed(_) | ItemState::Stopped => false,
        ItemState::Waiting
        | ItemState::Running
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
    let id = identifier(&item.subject);
    let why = error_of(&item.state).map(|error| {
        let line = details(error);
        let remedy = remedy(&item.subject, error);
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
            {state_pill(item.state.clone(), manner)}
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
