//! What starts the copies of a sync task, and how the stopping of it ended, in its row.

use changes::ItemState;
use cloud_api::swr::SyncTask;
use cloud_api::{Manner, Subject, Timestamp};
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::live;
use crate::ui::{IconName, Pill, Tone};
use crate::work::{Work, use_work};

/// What starts a copy; of a task that was stopped that it is, until the list is read again without it, and
/// of one that could not be stopped that it is not, as long as the result says so.
pub fn starts_cell(subject: Option<Subject>, task: &SyncTask) -> AnyView {
    let work = use_work();
    let (automatic, made_at) = (task.automatic, Timestamp::parse(&task.created_at));
    live(move || {
        let ended = subject.as_ref().and_then(|it| ended(work, it, made_at));
        match ended {
            None => t(starts(automatic)).into_any(),
            Some(Ended::Stopped) => {
                let label = t(text::stopping_stopped());
                let pill = view! { <Pill tone=Tone::Neutral icon=IconName::Neutral label /> };
                // The row stands back: the task is not there any more.
                view! { <span class="under-way">{pill}</span> }.into_any()
            }
            Some(Ended::Failed) => {
                let label = t(text::stopping_failed());
                view! { <Pill tone=Tone::Danger icon=IconName::Danger label /> }.into_any()
            }
        }
    })
    .into_any()
}

/// Each push, or a person.
fn starts(automatic: Option<bool>) -> Message {
    match automatic {
        Some(true) => text::automatic_sync_on_push(),
        Some(false) => text::automatic_sync_by_hand(),
        None => text::automatic_sync_not_told(),
    }
}

/// How the stopping of a task ended.
enum Ended {
    Stopped,
    Failed,
}

/// How it ended, where it did; reacts. What was made later is another task.
fn ended(work: Work, subject: &Subject, made_at: Option<Timestamp>) -> Option<Ended> {
    let (state, manner) = work.state_of(subject)?;
    if manner != Manner::Remove {
        return None;
    }
    match state {
        ItemState::Done {
            verified: Some(at), ..
        }
        | ItemState::AlreadyDone { verified: at } => {
            let is_of_before = made_at.is_some_and(|made_at| made_at <= at);
            is_of_before.then_some(Ended::Stopped)
        }
        ItemState::Failed(_) => {
            let entry = work.newest(|of| of == subject)?;
            (!entry.is_put_away.get()).then_some(Ended::Failed)
        }
        ItemState::Done { verified: None, .. }
        | ItemState::Waiting
        | ItemState::Running
        | ItemState::InJob { .. }
        | ItemState::Unknown { .. }
        | ItemState::Stopped => None,
    }
}
