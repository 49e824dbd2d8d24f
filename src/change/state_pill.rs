//! How a thing of a change stands, as icon and words.

use changes::ItemState;
use cloud_api::{Kind, Manner, Subject};
use leptos::prelude::*;
use words::item::state_words;

use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::ui::{IconName, Pill, Tone};
use crate::work::use_work;

/// How an item stands, as icon and words.
pub fn state_pill(kind: Kind, state: ItemState, manner: Manner) -> AnyView {
    let (tone, icon) = match &state {
        ItemState::Waiting | ItemState::Stopped => (Tone::Neutral, IconName::Neutral),
        ItemState::Running | ItemState::InJob { poll_error: None } => {
            (Tone::Neutral, IconName::Running)
        }
        ItemState::InJob {
            poll_error: Some(_),
        }
        | ItemState::Unknown { .. } => (Tone::Warning, IconName::Unknown),
        // It ends once what is under way has ended.
        ItemState::Done { verified: None, .. }
            if (kind, manner) == (Kind::Execution, Manner::Remove) =>
        {
            (Tone::Neutral, IconName::Running)
        }
        ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {
            (Tone::Success, IconName::Success)
        }
        ItemState::Failed(_) => (Tone::Danger, IconName::Danger),
    };
    let label = t(state_words(kind, &state, manner));
    view! { <Pill tone icon label /> }.into_any()
}

/// That something is under way, whatever it is.
pub fn running() -> AnyView {
    let label = t(text::state_running());
    view! { <Pill tone=Tone::Neutral icon=IconName::Running label /> }.into_any()
}

/// What is being done to a thing, until it is known how it ended.
pub fn pending(subject: Option<Subject>) -> AnyView {
    let work = use_work();
    live(move || {
        let subject = subject.as_ref();
        let state = subject.and_then(|subject| work.state_of(subject));
        let pending = state.filter(|(state, _)| is_pending(state));
        let kind = subject.map(|subject| subject.kind);
        shown(
            pending
                .zip(kind)
                .map(|((state, manner), kind)| standing_back(kind, state, manner)),
        )
    })
    .into_any()
}

/// What is being done to some of many things, until it is known how it ended with each of them.
pub fn pending_among(is_meant: impl Fn(&Subject) -> bool + Send + 'static) -> AnyView {
    let work = use_work();
    live(move || {
        let entry = work.newest(&is_meant);
        let pending = entry.and_then(|entry| {
            entry.record.with(|record| {
                let items = record.change.items().iter();
                let mut meant = items.filter(|(_, item)| is_meant(&item.subject));
                meant.find_map(|(id, item)| {
                    let (state, manner) = record.state_of(*id)?;
                    is_pending(state).then(|| (item.subject.kind, state.clone(), manner))
                })
            })
        });
        shown(pending.map(|(kind, state, manner)| standing_back(kind, state, manner)))
    })
    .into_any()
}

fn is_pending(state: &ItemState) -> bool {
    match state {
        ItemState::Waiting
        | ItemState::Running
        | ItemState::InJob { .. }
        | ItemState::Unknown { .. } => true,
        ItemState::Done { .. }
        | ItemState::AlreadyDone { .. }
        | ItemState::Failed(_)
        | ItemState::Stopped => false,
    }
}

/// The row stands back while it is so.
fn standing_back(kind: Kind, state: ItemState, manner: Manner) -> AnyView {
    view! { <span class="under-way">{state_pill(kind, state, manner)}</span> }.into_any()
}
