//! What is not stopped because it could not be read, or because no request can name it.

use leptos::prelude::*;

use super::shares_read::SharesRead;
use crate::i18n::{text, use_i18n};
use crate::pages::machine_images::members_look::left_as_it_is;

/// The images and members, each with why; reacts.
pub fn left_out(read: SharesRead) -> AnyView {
    let words = use_i18n();
    let mut lines = read.members.unread(words, text::stop_sharing_unread);
    let unnameable = read.unnameable().into_iter();
    lines.extend(unnameable.map(|share| {
        let recipient = share.member.identifier().to_owned();
        text::stop_sharing_unnameable(read.members.name(&share.image), recipient)
    }));
    left_as_it_is(lines)
}
