//! How images and members stand: icons and words.

use cloud_api::ims::{
    ImageId, ImageStatus, Member, MemberStatus, MemberType, RecipientId, SharedWith,
};
use cloud_api::{Kind, Owner, ProjectId, Subject};
use leptos::prelude::*;
use words::machine_image::{member_status_words, member_type_words, status_words};

use super::routes::Route;
use crate::change::state_pill::pending_among;
use crate::i18n::{Untrusted, t, text};
use crate::session::use_session;
use crate::table::cells::count::count_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone, label_of, project_alias};

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
    let label = label_of(status_words(name), name);
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

/// The link to an image, by what it is called; one whose ID no request can carry has no page.
pub fn image_link(name: &str, id: Option<&ImageId>) -> AnyView {
    let name = view! { <Untrusted text=name.to_owned() /> };
    match id {
        Some(id) => view! {
            <a href=Route::Image(id.clone()).to_string() tabindex="-1">
                {name}
            </a>
        }
        .into_any(),
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}

/// With how many an image is shared; what was not read is never 0.
pub fn shared_with_cell(shared: SharedWith) -> AnyView {
    match shared {
        SharedWith::NotOurs => ().into_any(),
        SharedWith::NotRead => untold(),
        SharedWith::Refused => {
            let label = label_of(Some(text::image_scan_refused()), "");
            view! { <Pill tone=Tone::Warning icon=IconName::Warning label /> }.into_any()
        }
        SharedWith::AtLeast(count) => t(text::table_at_least(count)).into_any(),
        SharedWith::Exactly(count) => count_cell(Some(count)),
    }
}

/// What people here call the project that is a recipient, where the console's file tells.
pub fn alias(recipient: &RecipientId) -> AnyView {
    match recipient.known_type() {
        Some(MemberType::Project) => alias_of_project(&recipient.identifier),
        Some(_) | None => ().into_any(),
    }
}

/// The same of a project that the service names.
pub fn alias_of_project(identifier: &str) -> AnyView {
    let found = || {
        let place = untrack(|| use_session().identity())?.place;
        Some((place, ProjectId::listed(identifier)?))
    };
    match found() {
        Some((place, id)) => project_alias(place, &id),
        None => ().into_any(),
    }
}

/// What a recipient is; an unknown word as it is.
pub fn kind_cell(recipient: &RecipientId) -> AnyView {
    match recipient.known_type() {
        Some(known) => t(member_type_words(known)).into_any(),
        None => view! { <Untrusted text=recipient.member_type.clone() /> }.into_any(),
    }
}

/// How a member stands.
pub fn member_status_pill(member: &Member) -> AnyView {
    standing_pill(&member.status)
}

/// The same by the service's word for it.
pub fn standing_pill(status: &str) -> AnyView {
    let known = MemberStatus::named(status);
    let (tone, icon) = match known {
        Some(MemberStatus::Accepted) => (Tone::Plain, IconName::Success),
        Some(MemberStatus::Pending) => (Tone::Neutral, IconName::Running),
        Some(MemberStatus::Rejected) => (Tone::Neutral, IconName::Danger),
        None if status.is_empty() => return untold(),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = label_of(known.map(member_status_words), status);
    view! { <Pill tone icon label /> }.into_any()
}

/// What a member is; an unknown word as it is.
pub fn member_type_cell(member: &Member) -> AnyView {
    kind_cell(&member.recipient_id())
}

/// What is being done to the shares of an image, or of those with a recipient; nothing for neither.
pub fn pending_shares(image: Option<ImageId>, recipient: Option<RecipientId>) -> AnyView {
    if image.is_none() && recipient.is_none() {
        return ().into_any();
    }
    pending_among(move |subject| is_share_of(subject, image.as_ref(), recipient.as_ref()))
}

/// Whether it is a share, and where these are given, of that image and with that recipient.
pub fn is_share_of(
    subject: &Subject,
    image: Option<&ImageId>,
    recipient: Option<&RecipientId>,
) -> bool {
    let (Kind::ImageMember, Owner::Image(of)) = (subject.kind, &subject.of) else {
        return false;
    };
    let with = subject.id.split_once(':');
    let is_with = |it: &RecipientId| with == Some((&*it.member_type, &*it.identifier));
    image.is_none_or(|image| image == of) && recipient.is_none_or(is_with)
}
