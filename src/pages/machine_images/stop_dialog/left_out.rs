//! What is not stopped because it could not be read, or because no request can name it.

use leptos::prelude::*;
use words::failure::details;

use super::shares_read::SharesRead;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::bounded;

/// The images and members, each with why; reacts.
pub fn left_out(read: SharesRead) -> AnyView {
    let words = use_i18n();
    let mut lines: Vec<Message> = read.read.with(|all| {
        let lines = all.iter().filter_map(|(image, members)| {
            let name = read.name(image);
            match members {
                Err(error) => {
                    let why = details(error, |it| words.say(it));
                    Some(text::region_check_not_read(name, why))
                }
                Ok(found) if found.left_out > 0 || !found.is_whole => {
                    Some(text::stop_sharing_unread(name))
                }
                Ok(_) => None,
            }
        });
        lines.collect()
    });
    let unnameable = read.unnameable().into_iter();
    lines.extend(unnameable.map(|share| {
        let recipient = share.member.identifier().to_owned();
        text::stop_sharing_unnameable(read.name(&share.image), recipient)
    }));
    shown((!lines.is_empty()).then(|| {
        let line =
            |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
        view! {
            <p>{t(text::undo_left_alone())}</p>
            <ul class="dialog-list" tabindex="0">
                {bounded(lines.into_iter(), line)}
            </ul>
        }
    }))
}
