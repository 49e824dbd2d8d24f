//! How policies and their runs stand: icons and words.

use cloud_api::Timestamp;
use cloud_api::enterprise::{Execution, Moment, Progress, RunStatus};
use leptos::prelude::*;
use words::replication_policy::{run_status_words, trigger_words};

use super::cells::moment_cell;
use crate::browser::clock::use_clock;
use crate::i18n::{Untrusted, t, text};
use crate::live::{derived, live};
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone, label_of};

/// Whether a failure is of now: one that is past is no news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It needs a hand.
    OfNow,
    /// It is history.
    Past,
}

/// Whether a policy runs at all.
pub fn enabled_pill(enabled: Option<bool>) -> AnyView {
    let (icon, words) = match enabled {
        Some(true) => (IconName::Success, text::policies_enabled()),
        Some(false) => (IconName::Neutral, text::policies_disabled()),
        None => return untold(),
    };
    let tone = match enabled {
        Some(true) => Tone::Plain,
        Some(false) | None => Tone::Neutral,
    };
    let label = label_of(Some(words), "");
    view! { <Pill tone icon label /> }.into_any()
}

/// How a run stands, by the service's word for it.
pub fn status_pill(name: &str, failure: Failure) -> AnyView {
    let (tone, icon) = match RunStatus::named(name) {
        Some(RunStatus::Initialized | RunStatus::Pending | RunStatus::InProgress) => {
            (Tone::Neutral, IconName::Running)
        }
        Some(RunStatus::Succeeded) => (Tone::Plain, IconName::Success),
        Some(RunStatus::Stopped) => (Tone::Neutral, IconName::Neutral),
        Some(RunStatus::Failed) => match failure {
            Failure::OfNow => (Tone::Danger, IconName::Danger),
            Failure::Past => (Tone::Neutral, IconName::Danger),
        },
        None if name.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label_of(run_status_words(name), name);
    view! { <Pill tone icon label /> }.into_any()
}

/// The same, unless it has failed so short a time ago that it may be tried again: then it says so, until
/// nobody tries any more.
pub fn status_or_retried(
    name: &str,
    failure: Failure,
    may_be_retried: impl Fn(Timestamp) -> bool + Send + Sync + 'static,
) -> AnyView {
    if RunStatus::named(name) != Some(RunStatus::Failed) {
        return status_pill(name, failure);
    }
    let (clock, name) = (use_clock(), name.to_owned());
    let is_late = derived(move || may_be_retried(clock.get()));
    live(move || match is_late.get() {
        true => {
            let label = label_of(Some(text::run_status_retried()), "");
            view! { <Pill tone=Tone::Neutral icon=IconName::Running label /> }.into_any()
        }
        false => status_pill(&name, failure),
    })
    .into_any()
}

/// How the latest execution stands.
pub fn execution_pill(execution: &Execution) -> AnyView {
    pill_of(execution, Failure::OfNow)
}

/// The same of one in the history.
pub fn past_execution_pill(execution: &Execution) -> AnyView {
    pill_of(execution, Failure::Past)
}

fn pill_of(execution: &Execution, failure: Failure) -> AnyView {
    let has_copied_nothing = execution.known_status() == Some(RunStatus::Succeeded)
        && execution.total.is_some()
        && Progress::of(execution).is_none();
    if has_copied_nothing {
        let label = label_of(Some(text::run_status_nothing()), "");
        return view! { <Pill tone=Tone::Neutral icon=IconName::Neutral label /> }.into_any();
    }
    let of = execution.clone();
    status_or_retried(&execution.status, failure, move |now| {
        of.may_be_retried(now)
    })
}

/// The place of a status in the order: what failed first, then what nobody knows.
#[must_use]
pub fn execution_rank(status: Option<RunStatus>) -> i64 {
    match status {
        Some(RunStatus::Failed) => 0,
        None => 1,
        Some(RunStatus::InProgress) => 2,
        Some(RunStatus::Pending) => 3,
        Some(RunStatus::Initialized) => 4,
        Some(RunStatus::Stopped) => 5,
        Some(RunStatus::Succeeded) => 6,
    }
}

/// How long ago an execution began.
pub fn began_cell(execution: &Execution) -> AnyView {
    moment_cell(&execution.created_at)
}

/// When an image or a tag of such a status began or ended: what has not ended may be yet to begin.
pub fn step_cell(moment: &Moment, status: Option<RunStatus>) -> AnyView {
    match moment {
        Moment::Never if !status.is_some_and(RunStatus::is_over) => {
            t(text::run_status_not_yet()).into_any()
        }
        moment => moment_cell(moment),
    }
}

/// What started it: the words of triggers, or as the service wrote it.
pub fn by_cell(execution: &Execution) -> AnyView {
    let name = &execution.trigger;
    match trigger_words(name) {
        Some(words) => t(words).into_any(),
        None if name.is_empty() => untold(),
        None => view! { <Untrusted text=name.clone() /> }.into_any(),
    }
}
