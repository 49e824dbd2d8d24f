//! One change: what it does, how each item stands, what can be done about it.

use changes::{Call, Change, Item, ItemState, Reason};
use cloud_api::{HeaderValue, Timestamp};
use leptos::prelude::*;

use super::failure::{CopyButton, details, remedy};
use crate::i18n::{I18n, Message, Untrusted, clock_time, t, text, use_i18n};
use crate::ui::{IconName, Pill, Tone};
use crate::work::{Entry, summary, title, use_work};

/// The card.
#[component]
pub fn ChangeCard(
    /// Which.
    entry: Entry,
) -> impl IntoView {
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
        change.with(|change| {
            change
                .items()
                .values()
                .map(|item| item_view(words, change, item))
                .collect_view()
        })
    };
    let calls =
        move || change.with(|change| change.calls().values().filter_map(call_view).collect_view());
    let left = Memo::new(move |_| {
        change.with(|change| {
            let again = change
                .items()
                .values()
                .filter(|item| item.state.may_be_sent_again());
            (
                again.count() as u64,
                change.needs_retry(),
                change.may_stop(),
                change.is_settled(),
            )
        })
    });
    let retry = move || {
        let (again, needs_retry, _, _) = left.get();
        needs_retry.then(|| {
            let label = if again > 0 {
                text::activity_retry(again)
            } else {
                text::activity_check_again()
            };
            view! {
                <button type="button" class="button" on:click=move |_| work.retry(entry)>
                    {t(label)}
                </button>
            }
        })
    };
    let stop = move || {
        let (_, _, may_stop, is_settled) = left.get();
        (may_stop && !is_settled).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| work.stop(entry)>
                    {t(text::activity_stop())}
                </button>
            }
        })
    };
    view! {
        <article class="change" aria-labelledby=labelled_by>
            <h3 id=heading_id>{heading}</h3>
            <p>
                <span class="freshness">{made_at}</span>
                " – "
                {progress}
            </p>
            <ul class="plain-list">{items}</ul>
            <ul class="plain-list details">{calls}</ul>
            <div class="toolbar-actions">{retry} {stop}</div>
        </article>
    }
}

fn item_view(words: I18n, change: &Change, item: &Item) -> AnyView {
    let is_removal = change
        .calls()
        .get(&item.planned_in)
        .is_some_and(|call| call.mutation.is_removal());
    let id = match &item.subject {
        cloud_api::Subject::RepositoryGrant { user, .. } => user.to_string(),
        cloud_api::Subject::RepositoryVisibility { .. } => String::new(),
    };
    let why = reason(&item.state).map(|error| {
        let line = details(error);
        let remedy = remedy(error);
        view! {
            <p>{move || words.show(&remedy)}</p>
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
            <StatePill state=item.state.clone() is_removal />
            {why}
        </li>
    }
    .into_any()
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
        ItemState::Failed(Reason::NotApplied)
        | ItemState::Waiting
        | ItemState::Running
        | ItemState::AlreadyDone { .. }
        | ItemState::Stopped => None,
    }
}

/// How an item stands, as icon and words.
#[component]
pub fn StatePill(
    /// How it stands.
    state: ItemState,
    /// Whether it is about taking something away.
    is_removal: bool,
) -> impl IntoView {
    let words = use_i18n();
    let (tone, icon) = match &state {
        ItemState::Waiting | ItemState::Stopped => (Tone::Neutral, IconName::Neutral),
        ItemState::Running => (Tone::Neutral, IconName::Running),
        ItemState::Unknown { .. } => (Tone::Warning, IconName::Unknown),
        ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {
            (Tone::Success, IconName::Success)
        }
        ItemState::Failed(_) => (Tone::Danger, IconName::Danger),
    };
    let label = Signal::derive(move || words.say(&state_words(words, &state, is_removal)));
    view! { <Pill tone icon label /> }
}

fn state_words(words: I18n, state: &ItemState, is_removal: bool) -> Message {
    let time = |time: Timestamp| clock_time(time, words.language());
    match (state, is_removal) {
        (ItemState::Waiting, _) => text::state_waiting(),
        (ItemState::Running, true) => text::state_removing(),
        (ItemState::Running, false) => text::state_running(),
        (ItemState::Unknown { .. }, _) => text::state_unknown(),
        (ItemState::Done { verified: None, .. }, _) => text::state_done(),
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            true,
        ) => text::state_removed_verified(time(*at)),
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            false,
        ) => text::state_done_verified(time(*at)),
        (ItemState::AlreadyDone { verified }, true) => text::state_already_gone(time(*verified)),
        (ItemState::AlreadyDone { verified }, false) => text::state_already_so(time(*verified)),
        (ItemState::Failed(Reason::Refused(_)), _) => text::state_refused(),
        (ItemState::Failed(Reason::LeftAfterUnclear(_)), _) => text::state_left(),
        (ItemState::Failed(Reason::NotApplied), _) => text::state_not_applied(),
        (ItemState::Stopped, _) => text::state_stopped(),
    }
}

/// The request behind a call, to copy, and the answer's ID.
fn call_view(call: &Call) -> Option<AnyView> {
    call.sent_at?;
    let request = call.mutation.request().ok()?;
    let has_secret = request
        .headers
        .iter()
        .any(|(_, value)| matches!(value, HeaderValue::Secret(_)));
    let command = cloud_api::curl::command(&request, &origin()).filter(|_| !has_secret);
    let line = format!("{} {}", request.method.as_str(), request.path_and_query());
    let answer = call.answer.as_ref().map(|answer| {
        let id = answer.request_id.clone();
        view! {
            " → "
            {answer.status.to_string()}
            " "
            {id.map(|id| {
                let words = use_i18n();
                let message = text::activity_request_id(id);
                move || words.show(&message)
            })}
        }
    });
    let copy = command.map(|command| {
        let content = Signal::derive(move || command.clone());
        view! { <CopyButton label=text::activity_copy_curl() content /> }
    });
    Some(
        view! {
            <li>
                <span class="identifier">{line}</span>
                {answer}
                " "
                {copy}
            </li>
        }
        .into_any(),
    )
}

/// What stands before `/api/` in a copied command.
fn origin() -> String {
    let origin = window().location().origin().unwrap_or_default();
    let base = crate::navigation::base_path();
    format!("{origin}{}", base.trim_end_matches('/'))
}
