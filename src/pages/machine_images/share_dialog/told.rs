//! What is told before images are shared: what is added, what is left out, what the service may refuse,
//! and what follows.

use leptos::prelude::*;
use words::machine_image::{not_shareable_words, share_doubt_words};

use super::additions::Additions;
use super::typed::Typed;
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
    let (mut added, mut doubts): (Vec<Message>, Vec<Message>) = (Vec::new(), Vec::new());
    for (image, more, doubted) in additions.growing() {
        let name = look.name(&image);
        let doubted = doubted.into_iter();
        doubts.extend(doubted.map(|doubt| share_doubt_words(name.clone(), doubt)));
        added.push(text::share_images_line(more, name));
    }
    let count = additions.shares.with(|shares| {
        let (new, known) = (shares.missing.len(), shares.already.len());
        text::share_images_new(new as u64, (new + known) as u64)
    });
    let count = (!added.is_empty()).then(|| view! { <p>{t(count)}</p> });
    [
        shown(count),
        lines_of(added),
        doubtful(doubts),
        left_as_it_is(left_out(additions)),
    ]
    .into_any()
}

/// What the service may refuse, in a box that warns.
fn doubtful(doubts: Vec<Message>) -> AnyView {
    let is_any = !doubts.is_empty();
    let lines = lines_of(doubts);
    shown(is_any.then(|| {
        view! {
            <div class="consequence">
                <Icon name=IconName::Warning />
                <div>{lines}</div>
            </div>
        }
    }))
}

/// What is not sent, and why; reacts.
fn left_out(additions: Additions) -> Vec<Message> {
    let (look, words) = (additions.members, use_i18n());
    let mut lines: Vec<Message> = additions.left.with_value(|left| {
        let line = |(name, why): &(String, _)| {
            text::share_images_left(name.clone(), not_shareable_words(*why))
        };
        left.iter().map(line).collect()
    });
    look.read.with(|read| {
        lines.extend(read.iter().filter_map(|(image, members)| match members {
            Err(error) => Some(look.not_read(image, error, words)),
            Ok(found) if found.left_out > 0 || !found.is_whole => {
                Some(text::share_images_unread(look.name(image)))
            }
            Ok(_) => None,
        }));
    });
    lines.extend(additions.typed.left_out());
    additions.shares.with(|shares| {
        let already = shares.already.iter();
        lines.extend(already.map(|(image, recipient)| {
            text::share_images_already(look.name(image), recipient.to_string())
        }));
    });
    lines
}

/// What recipients can do then.
pub fn follows(typed: Typed) -> AnyView {
    let beyond = move || {
        let is_beyond = typed.is_beyond_projects();
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
