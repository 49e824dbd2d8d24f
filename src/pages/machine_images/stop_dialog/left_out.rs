//! What is not stopped because it could not be read, or because no request can name it.

use leptos::prelude::*;

use super::shares_read::SharesRead;
use crate::i18n::{Message, text, use_i18n};
use crate::pages::machine_images::members_look::left_as_it_is;

/// The images and members, each with why; reacts.
pub fn left_out(read: SharesRead) -> AnyView {
    let words = use_i18n();
    let mut lines: Vec<Message> = read.members.read.with(|all| {
        let lines = all.iter().filter_map(|(image, members)| match members {
            Err(error) => Some(read.members.not_read(image, error, words)),
            Ok(found) if found.left_out > 0 || !found.is_whole => {
                Some(text::stop_sharing_unread(read.members.name(image)))
            }
            Ok(_) => None,
        });
        lines.collect()
    });
    let unnameable = read.unnameable().into_iter();
    lines.extend(unnameable.map(|share| {
        let recipient = share.member.identifier().to_owned();
        text::stop_sharing_unnameable(read.members.name(&share.image), recipient)
    }));
    left_as_it_is(lines)
}
