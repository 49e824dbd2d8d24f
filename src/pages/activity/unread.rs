//! What is kept and cannot be read: how much, why, and the way to be rid of it.

use std::collections::BTreeSet;

use changes::keeping::Unread;
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, button};
use crate::work::use_work;

/// The note, while there is anything that could not be read.
pub fn unread() -> AnyView {
    let work = use_work();
    let note = move || {
        let unread = work.unread();
        let reasons: BTreeSet<Unread> = unread.iter().map(|(_, why)| *why).collect();
        let reasons: Vec<AnyView> = reasons
            .into_iter()
            .map(|why| view! { <p>{t(words(why))}</p> }.into_any())
            .collect();
        let count = unread.len() as u64;
        let forget = move || work.forget_unread();
        shown((count > 0).then(|| {
            view! {
                <div class="banner warning" role="status">
                    <p>{t(text::activity_unread(count))}</p>
                    {reasons}
                    {button(ButtonKind::Quiet, text::activity_forget(), forget)}
                </div>
            }
        }))
    };
    live(note).into_any()
}

fn words(why: Unread) -> Message {
    match why {
        Unread::TooLarge => text::activity_unread_too_large(),
        Unread::Newer => text::activity_unread_newer(),
        Unread::OfAnother => text::activity_unread_of_another(),
        Unread::Damaged => text::activity_unread_damaged(),
    }
}
