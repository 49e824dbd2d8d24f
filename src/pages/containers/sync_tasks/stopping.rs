//! How the stopping of a sync task stands, in its row.

use changes::ItemState;
use cloud_api::swr::SyncTask;
use cloud_api::{Manner, Subject, Timestamp};
use leptos::prelude::*;

use crate::change::state_pill::pending;
use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::ui::{IconName, Pill, Tone};
use crate::work::{Work, use_work};

/// What is being done to a task; afterwards that it is stopped, until the list is read again without it,
/// or that it is not, as long as the result says so.
pub fn stopping(subject: Option<Subject>, task: &SyncTask) -> AnyView {
    let work = use_work();
    let made_at = Timestamp::parse(&task.created_at);
    let of_ended = subject.clone();
    let ended = live(move || {
        let ended = of_ended.as_ref().and_then(|it| ended(work, it, made_at));
        shown(ended.map(|(tone, icon, words)| {
            let pill = view! { <Pill tone icon label=t(words) /> };
            match tone {
                // The row stands back: the task is not there any more.
                Tone::Neutral => view! { <span class="under-way">{pill}</span> }.into_any(),
                _ => pill.into_any(),
            }
        }))
    });
    [pending(subject), ended.into_any()].into_any()
}

/// How the stopping ended, where it did; reacts. What was made later is another task.
fn ended(
    work: Work,
    subject: &Subject,
    made_at: Option<Timestamp>,
) -> Option<(Tone, IconName, Message)> {
    let (state, manner) = work.state_of(subject)?;
    match (state, manner) {
        (ItemState::Done { verified: at, .. }, Manner::Remove) => {
            let is_of_before = made_at.zip(at).is_some_and(|(made_at, at)| made_at <= at);
            is_of_before.then(|| (Tone::Neutral, IconName::Neutral, text::stopping_stopped()))
        }
        (ItemState::AlreadyDone { verified: at }, Manner::Remove) => {
            let is_of_before = made_at.is_some_and(|made_at| made_at <= at);
            is_of_before.then(|| (Tone::Neutral, IconName::Neutral, text::stopping_stopped()))
        }
        (ItemState::Failed(_), Manner::Remove) => {
            let entry = work.newest(|of| of == subject)?;
            let is_told = !entry.is_put_away.get();
            is_told.then(|| (Tone::Danger, IconName::Danger, text::stopping_failed()))
        }
        _ => None,
    }
}
