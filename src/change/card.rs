//! One change: what it does, how each item stands, what can be done about it.

use changes::{Call, Change, Item, ItemState, Reason};
use cloud_api::{Meaning, Subject, Timestamp};
use leptos::prelude::*;

use super::copy_as::copy_as;
use super::undo::undo_button;
use crate::i18n::{I18n, Message, Untrusted, clock_time, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::failure::{details, remedy};
use crate::ui::{ButtonKind, IconName, Pill, Tone, button};
use crate::words::change::{Manner, summary, title};
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
    let manner = change
        .mutation(item.planned_in)
        .map_or(Manner::Change, Manner::of);
    let id = identifier(&item.subject);
    let why = reason(&item.state).map(|error| {
        let line = details(error);
        let remedy = match (&item.subject, error.meaning()) {
            (Subject::SyncTask { .. }, Some(Meaning::NoRight)) => text::automatic_sync_no_right(),
            (Subject::ImageSync { .. }, Some(Meaning::AlreadyGone)) => text::start_sync_unknown(),
            (Subject::ImageSync { .. }, Some(Meaning::NoRight)) => {
                text::image_sync_tasks_no_right_to_start()
            }
            _ => remedy(error),
        };
        view! {
            <p>{live(move || words.show(&remedy))}</p>
            <p class="details">
                <Untrusted text=line />
            </p>
        }
    });
    view! {
        <li>
            <Untrusted text=item.name.clone() />
            " "
            <span class="identifier">{id}</span>
            " "
            {state_pill(words, item.state.clone(), manner)}
            {why}
        </li>
    }
    .into_any()
}

/// What tells an item from others beside its name, where there is such a thing.
pub fn identifier(subject: &Subject) -> String {
    match subject {
        Subject::RepositoryGrant { user, .. } | Subject::OrganizationGrant { user, .. } => {
            user.to_string()
        }
        Subject::ManualSync { target, .. } => {
            format!("{}/{}", target.region, target.organization)
        }
        // Its name tells the target.
        Subject::SyncTask { .. }
        | Subject::RepositoryVisibility { .. }
        | Subject::Organization { .. }
        | Subject::Repository { .. }
        | Subject::Tag { .. }
        | Subject::ImageSync { .. } => String::new(),
    }
}

fn reason(state: &ItemState) -> Option<&cloud_api::ApiError> {
    match state {
        ItemState::Failed(Reason::Refused(error) | Reason::LeftAfterUnclear(error)) => Some(error),
        ItemState::Unknown {
            read_back_error,
            error,
            ..
        } => Some(read_back_error.as_ref().unwrap_or(error)),
        ItemState::Done {
            read_back_error, ..
        } => read_back_error.as_ref(),
        ItemState::Failed(Reason::NotApplied | Reason::LeftOut)
        | ItemState::Waiting
        | ItemState::Running
        | ItemState::AlreadyDone { .. }
        | ItemState::Stopped => None,
    }
}

/// How an item stands, as icon and words.
pub fn state_pill(words: I18n, state: ItemState, manner: Manner) -> AnyView {
    let (tone, icon) = match &state {
        ItemState::Waiting | ItemState::Stopped => (Tone::Neutral, IconName::Neutral),
        ItemState::Running => (Tone::Neutral, IconName::Running),
        ItemState::Unknown { .. } => (Tone::Warning, IconName::Unknown),
        ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {
            (Tone::Success, IconName::Success)
        }
        ItemState::Failed(_) => (Tone::Danger, IconName::Danger),
    };
    let label = live(move || words.say(&state_words(words, &state, manner)));
    view! { <Pill tone icon label /> }.into_any()
}

/// What is being done to a thing, until it is known how it ended.
pub fn pending(subject: Option<Subject>) -> AnyView {
    let work = use_work();
    let words = use_i18n();
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
        shown(pending.map(|(state, is_removal)| {
            let manner = match is_removal {
                true => Manner::Remove,
                false => Manner::Change,
            };
            state_pill(words, state, manner)
        }))
    })
    .into_any()
}

fn state_words(words: I18n, state: &ItemState, manner: Manner) -> Message {
    let time = |time: &Timestamp| clock_time(*time, words.language());
    match (state, manner) {
        (ItemState::Waiting, _) => text::state_waiting(),
        (ItemState::Running, Manner::Remove) => text::state_removing(),
        (ItemState::Running, _) => text::state_running(),
        (ItemState::Unknown { .. }, _) => text::state_unknown(),
        (ItemState::Done { verified: None, .. }, Manner::Start) => text::state_start_accepted(),
        (ItemState::Done { verified: None, .. }, _) => text::state_done(),
        (
            ItemState::Done {
                verified: Some(verified),
                ..
            }
            | ItemState::AlreadyDone { verified },
            Manner::Start,
        ) => text::state_started_verified(time(verified)),
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            Manner::Remove,
        ) => text::state_removed_verified(time(at)),
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            Manner::Change,
        ) => text::state_done_verified(time(at)),
        (ItemState::AlreadyDone { verified }, Manner::Remove) => {
            text::state_already_gone(time(verified))
        }
        (ItemState::AlreadyDone { verified }, Manner::Change) => {
            text::state_already_so(time(verified))
        }
        (ItemState::Failed(Reason::Refused(_)), _) => text::state_refused(),
        (ItemState::Failed(Reason::LeftAfterUnclear(_)), _) => text::state_left(),
        (ItemState::Failed(Reason::LeftOut), _) => text::state_left_out(),
        (ItemState::Failed(Reason::NotApplied), _) => text::state_not_applied(),
        (ItemState::Stopped, _) => text::state_stopped(),
    }
}

/// The request behind a call, to copy, and the answer's ID.
fn call_view(call: &Call) -> Option<AnyView> {
    call.sent_at?;
    let request = call.mutation.request().ok()?;
    let line = format!("{} {}", request.method.as_str(), request.path_and_query());
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
