//! How images and members stand: icons and words.

use cloud_api::ims::{ImageStatus, Member, MemberStatus};
use leptos::prelude::*;
use words::machine_image::{member_status_words, member_type_words, status_words};

use crate::i18n::{Message, Untrusted, t, use_i18n, visible};
use crate::live::{Live, live};
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone};

/// A known word in ours, another as the service wrote it; untrusted text.
fn label(said: Option<Message>, word: &str) -> Live<String> {
    let (words, word) = (use_i18n(), visible(word));
    live(move || match &said {
        Some(said) => words.say(said),
        None => word.clone(),
    })
}

/// How an image stands; one that can be used takes no colour.
pub fn status_pill(name: &str) -> AnyView {
    let (tone, icon) = match ImageStatus::named(name) {
        Some(ImageStatus::Active) => (Tone::Plain, IconName::Success),
        Some(ImageStatus::Queued | ImageStatus::Saving) => (Tone::Neutral, IconName::Running),
        Some(ImageStatus::Deleted) => (Tone::Neutral, IconName::Neutral),
        Some(ImageStatus::Killed) => (Tone::Danger, IconName::Danger),
        None if name.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label(status_words(name), name);
    view! { <Pill tone icon label /> }.into_any()
}

/// The place of a status in the order: what failed first, then what nobody knows.
#[must_use]
pub fn status_rank(name: &str) -> i64 {
    match ImageStatus::named(name) {
        Some(ImageStatus::Killed) => 0,
        None => 1,
        Some(ImageStatus::Queued) => 2,
        Some(ImageStatus::Saving) => 3,
        Some(ImageStatus::Deleted) => 4,
        Some(ImageStatus::Active) => 5,
    }
}

/// How a member stands.
pub fn member_status_pill(member: &Member) -> AnyView {
    let (tone, icon) = match member.known_status() {
        Some(MemberStatus::Accepted) => (Tone::Plain, IconName::Success),
        Some(MemberStatus::Pending) => (Tone::Neutral, IconName::Running),
        Some(MemberStatus::Rejected) => (Tone::Neutral, IconName::Danger),
        None if member.status.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let said = member.known_status().map(member_status_words);
    let label = label(said, &member.status);
    view! { <Pill tone icon label /> }.into_any()
}

/// What a member is; an unknown word as it is.
pub fn member_type_cell(member: &Member) -> AnyView {
    match member.known_type() {
        Some(known) => t(member_type_words(known)).into_any(),
        None => view! { <Untrusted text=member.member_type.clone() /> }.into_any(),
    }
}
