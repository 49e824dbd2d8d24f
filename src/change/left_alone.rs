//! What is left as it is, each with why.

use cloud_api::ApiError;
use leptos::prelude::*;
use words::failure::{details, remedy};

use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::bounded;

/// A thing that stays as it is.
pub struct Stays<'a> {
    /// What a person calls it.
    pub name: Message,
    /// Why it stays.
    pub why: Message,
    /// What kept it from being read.
    pub error: Option<&'a ApiError>,
}

/// These things under the words that they stay as they are; nothing without any.
pub fn left_alone(all: Vec<Stays<'_>>) -> AnyView {
    let words = use_i18n();
    let line = |Stays { name, why, error }: Stays<'_>| {
        let error = error.map(|error| {
            let line = details(error, |it| words.say(it));
            view! {
                <p>{t(remedy(error))}</p>
                <p class="details">
                    <Untrusted text=line />
                </p>
            }
        });
        let line = view! {
            <li>
                {live(move || words.show(&name))}
                ": "
                {t(why)}
                {shown(error)}
            </li>
        };
        Some(line.into_any())
    };
    shown((!all.is_empty()).then(|| {
        view! {
            <p>{t(text::undo_left_alone())}</p>
            <ul class="dialog-list" tabindex="0">
                {bounded(all.into_iter(), line)}
            </ul>
        }
    }))
}
