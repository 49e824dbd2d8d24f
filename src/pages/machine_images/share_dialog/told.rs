//! What is told before images are shared: what is added, what is left out, what the service may refuse,
//! and what follows.

use cloud_api::ims::{MemberType, Recipient};
use leptos::prelude::*;

use super::additions::Additions;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::pages::machine_images::members_look::{left_as_it_is, lines_of};
use crate::ui::{Icon, IconName};

/// The images that are shared, each with how often, what may be refused of them, and all that is left
/// out, with why; reacts.
pub fn told(additions: Additions) -> AnyView {
    let look = additions.members;
    if !look.is_read() {
        return look.progress();
    }
    let (added, doubts) = additions.growing();
    let count = additions.found.with(|found| {
        let (new, known) = (found.shares.missing.len(), found.shares.already.len());
        text::share_images_new(new as u64, (new + known) as u64)
    });
    let count = (!added.is_empty()).then(|| view! { <p>{t(count)}</p> });
    let doubtful = (!doubts.is_empty()).then(|| {
        view! {
            <div class="consequence">
                <Icon name=IconName::Warning />
                <div>{lines_of(doubts)}</div>
            </div>
        }
    });
    [
        shown(count),
        lines_of(added),
        shown(doubtful),
        left_as_it_is(left_out(additions)),
    ]
    .into_any()
}

/// What is not sent, and why; reacts.
fn left_out(additions: Additions) -> Vec<Message> {
    let (look, words) = (additions.members, use_i18n());
    let mut lines = look.unread(words, text::share_images_unread);
    lines.extend(additions.left_out());
    additions.found.with(|found| {
        for (image, recipient) in &found.shares.already {
            let (image, recipient) = (look.name(image), recipient.to_string());
            lines.push(text::share_images_already(image, recipient));
        }
    });
    lines
}

/// What recipients can do then.
pub fn follows(additions: Additions) -> AnyView {
    let beyond = move || {
        let is_other = |it: &Recipient| it.kind() != MemberType::Project;
        let is_beyond = !additions.typed.is_of_projects()
            || additions
                .found
                .with(|found| found.recipients.iter().any(is_other));
        shown(is_beyond.then(|| view! { <p>{t(text::share_images_account_consequence())}</p> }))
    };
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Neutral />
            <div>
                <p>{t(text::share_images_consequence())}</p>
                {live(beyond)}
            </div>
        </div>
    }
    .into_any()
}
