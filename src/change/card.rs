//! One change: what it does, how each item stands, what can be done about it.

use changes::{Call, Change, Item, ItemState};
use cloud_api::{Manner, Mutation, Subject};
use leptos::prelude::*;
use words::change::{summary, title};
use words::failure::details;
use words::item::{error_of, identifier, item_name, remedy, state_words};
use words::remaining::remaining;

use super::copy_as::copy_as;
use super::undo::undo_button;
use crate::i18n::{I18n, Untrusted, clock_time, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, IconName, Pill, Tone, button};
use crate::work::{Entry, use_work};

/// The card.
pub fn change_card(entry: Entry) -> AnyView {
    let words = use_i18n();
    let work = use_work();
    let change = entry.change;
    let heading_id = format!("change-{}", entry.id);
    let labelled_by = heading_id.clone();
    let heading = move || change.with(|change| words.show(&title(change)));
    let made_at = move || {
        let language = words.language();
        change.with(|change| clock_time(change.made_at(), language))
    };
    let progress = move || change.with(|change| words.say(&summary(change)));
    let items = move || {
        let views: Vec<AnyView> = change.with(|change| {
            let items = change.items().values();
            items.map(|item| item_view(words, change, item)).collect()
        });
        views.into_any()
    };
    let calls = move || {
        let views: Vec<AnyView> =
            change.with(|change| change.calls().values().filter_map(call_view).collect());
        views.into_any()
    };
    let remains = move || {
        let is_done = change.with(|change| {
            let mut items = change.items().values();
            change.is_settled() && items.any(|item| matches!(item.state, ItemState::Done { .. }))
        });
        let remains = entry.remains.get_value();
        shown((is_done && !remains.is_empty()).then(|| {
            let lines: Vec<AnyView> = remains
                .iter()
                .map(remaining)
                .map(|line| view! { <li>{live(move || words.show(&line))}</li> }.into_any())
                .collect();
            view! {
                <p>{t(text::remains_title())}</p>
                <ul>{lines}</ul>
            }
        }))
    };
    let retry = move || {
        let (again, needs_retry) = change.with(|change| {
            let items = change.items().values();
            let again = items.filter(|item| item.state.may_be_sent_again());
            (again.count() as u64, change.needs_retry())
        });
        let label = if again > 0 {
            text::activity_retry(again)
        } else {
            text::activity_check_again()
        };
        shown(needs_retry.then(|| button(ButtonKind::Plain, label, move || work.retry(entry))))
    };
    let stop = move || {
        let may_stop = change.with(|change| change.may_stop() && !change.is_settled());
        shown(may_stop.then(|| {
            button(ButtonKind::Plain, text::activity_stop(), move || {
                work.stop(entry)
            })
        }))
    };
    view! {
        <article class="change" aria-labelledby=labelled_by>
            <h3 id=heading_id>{live(heading)}</h3>
            <p>
                <span class="freshness">{live(made_at)}</span>
                " – "
                {live(progress)}
            </p>
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
        }
    });
    view! {
        <li>
            {live(move || words.show(&name))}
            " "
            <span class="identifier">{id}</span>
            " "
            {state_pill(item.state.clone(), manner)}
            {why}
        </li>
    }
    .into_any()
}

/// How an item stands, as icon and words.
pub fn state_pill(state: ItemState, manner: Manner) -> AnyView {
    let (tone, icon) = match &state {
        ItemState::Waiting | ItemState::Stopped => (Tone::Neutral, IconName::Neutral),
        ItemState::Running => (Tone::Neutral, IconName::Running),
        ItemState::Unknown { .. } => (Tone::Warning, IconName::Unknown),
        ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {
            (Tone::Success, IconName::Success)
        }
        ItemState::Failed(_) => (Tone::Danger, IconName::Danger),
    };
    let label = t(state_words(&state, manner));
    view! { <Pill tone icon label /> }.into_any()
}

/// What is being done to a thing, until it is known how it ended.
pub fn pending(subject: Option<Subject>) -> AnyView {
    let work = use_work();
    live(move || {
        let pending = subject
            .as_ref()
            .and_then(|subject| work.state_of(subject))
            .filter(|(state, _)| match state {
                ItemState::Waiting | ItemState::Running | ItemState::Unknown { .. } => true,
                ItemState::Done { .. }
                | ItemState::AlreadyDone { .. }
                | ItemState::Failed(_)
                | ItemState::Stopped => false,
            });
        shown(pending.map(|(state, manner)| state_pill(state, manner)))
    })
    .into_any()
}

/// The request behind a call, to copy, and the answer's ID.
fn call_view(call: &Call) -> Option<AnyView> {
    call.sent_at?;
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
