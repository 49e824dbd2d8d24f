//! What follows, and who keeps which images by another route.

use cloud_api::ims::{OtherRoute, RecipientId, Share, recipients_of};
use leptos::prelude::*;

use super::shares_read::SharesRead;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::bounded;
use crate::ui::{Icon, IconName};

/// What recipients can no longer do, and what they keep.
pub fn follows(read: SharesRead) -> AnyView {
    let words = use_i18n();
    let lines = move || {
        let kept = read.chosen.with(|chosen| kept_otherwise(read, chosen));
        let line =
            |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
        let is_any = !kept.is_empty();
        shown(is_any.then(|| view! { <ul>{bounded(kept.into_iter(), line)}</ul> }))
    };
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <div>
                <p>{t(text::stop_sharing_images_consequence())}</p>
                {live(lines)}
            </div>
        </div>
    }
    .into_any()
}

/// Who keeps what, or may: a line for each recipient.
fn kept_otherwise(read: SharesRead, chosen: &[Share]) -> Vec<Message> {
    let mut lines = Vec::new();
    for recipient in recipients_of(chosen) {
        let by = |route| by_route(chosen, &recipient, route);
        let (certain, possible) = (by(OtherRoute::Account), by(OtherRoute::Maybe));
        let name = recipient.identifier.clone();
        match *certain {
            [] => {}
            [only] => lines.push(text::stop_sharing_keeps(
                read.members.name(&only.image),
                name.clone(),
            )),
            ref all => lines.push(text::stop_sharing_keeps_many(
                all.len() as u64,
                name.clone(),
            )),
        }
        match *possible {
            [] => {}
            [only] => lines.push(text::stop_sharing_may_keep(
                read.members.name(&only.image),
                name,
            )),
            ref all => lines.push(text::stop_sharing_may_keep_many(all.len() as u64, name)),
        }
    }
    lines
}

fn by_route<'a>(chosen: &'a [Share], recipient: &RecipientId, route: OtherRoute) -> Vec<&'a Share> {
    let held = chosen.iter();
    let held = held.filter(|it| it.other_route == route && it.member.recipient_id() == *recipient);
    held.collect()
}
