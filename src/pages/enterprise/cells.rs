//! How instances and target registries stand: icons and words.

use cloud_api::enterprise::{InstanceStatus, Moment, RegistryStatus};
use leptos::prelude::*;
use words::enterprise::{instance_status_words, registry_status_words, registry_type_words};

use crate::i18n::{Untrusted, age, machine_time, t, text, timed, use_i18n};
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone, label_of};

/// How an instance stands; one that can be used takes no colour.
pub fn instance_pill(name: &str) -> AnyView {
    let (tone, icon) = match InstanceStatus::named(name) {
        Some(InstanceStatus::Running) => (Tone::Plain, IconName::Success),
        Some(InstanceStatus::Initial | InstanceStatus::Creating) => {
            (Tone::Neutral, IconName::Running)
        }
        Some(InstanceStatus::Unavailable) => (Tone::Danger, IconName::Danger),
        None if name.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label_of(instance_status_words(name), name);
    view! { <Pill tone icon label /> }.into_any()
}

/// The place of an instance's status in the order: what needs a hand first, then what nobody knows.
#[must_use]
pub fn instance_rank(name: &str) -> i64 {
    match InstanceStatus::named(name) {
        Some(InstanceStatus::Unavailable) => 0,
        None => 1,
        Some(InstanceStatus::Initial) => 2,
        Some(InstanceStatus::Creating) => 3,
        Some(InstanceStatus::Running) => 4,
    }
}

/// Whether a target registry can be reached.
pub fn health_pill(name: &str) -> AnyView {
    let (tone, icon) = match RegistryStatus::named(name) {
        Some(RegistryStatus::Healthy) => (Tone::Plain, IconName::Success),
        Some(RegistryStatus::Unhealthy) => (Tone::Danger, IconName::Danger),
        None if name.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label_of(registry_status_words(name), name);
    view! { <Pill tone icon label /> }.into_any()
}

/// The place of a registry's health in the order: what cannot be reached first, then what nobody knows.
#[must_use]
pub fn health_rank(name: &str) -> i64 {
    match RegistryStatus::named(name) {
        Some(RegistryStatus::Unhealthy) => 0,
        None => 1,
        Some(RegistryStatus::Healthy) => 2,
    }
}

/// What a target registry is; a word that is not known as it is.
pub fn type_cell(name: &str) -> AnyView {
    match registry_type_words(name) {
        // An element is cut with an ellipsis where it has too little room.
        Some(words) => view! { <span>{t(words)}</span> }.into_any(),
        None if name.is_empty() => untold(),
        None => view! { <Untrusted text=name.to_owned() /> }.into_any(),
    }
}

/// How long ago something was.
pub fn moment_cell(moment: &Moment) -> AnyView {
    match moment {
        Moment::NotTold => untold(),
        Moment::Never => t(text::instance_never()).into_any(),
        Moment::At(time) => {
            let (time, words) = (*time, use_i18n());
            timed(time, move |now| age(time, now, words.language()))
        }
        Moment::Odd(odd) => view! { <Untrusted text=odd.clone() /> }.into_any(),
    }
}

/// The same to sort by; what is no time comes first.
#[must_use]
pub fn moment_rank(moment: &Moment) -> i64 {
    moment.time().map_or(i64::MIN, |time| time.milliseconds())
}

/// The same as an export holds it.
#[must_use]
pub fn moment_told(moment: &Moment) -> String {
    match moment {
        Moment::NotTold | Moment::Never => String::new(),
        Moment::At(time) => machine_time(*time).unwrap_or_default(),
        Moment::Odd(odd) => odd.clone(),
    }
}
