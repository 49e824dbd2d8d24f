//! A user's grant in a list.

use leptos::prelude::*;

use crate::i18n::Untrusted;
use crate::table::cells::level::LevelName;

/// Name, ID and level of a user.
pub fn grant_line(name: String, id: String, auth: Option<i64>) -> AnyView {
    view! {
        <li>
            <Untrusted text=name />
            " "
            <span class="identifier">
                <Untrusted text=id />
            </span>
            " – "
            <LevelName number=auth />
        </li>
    }
    .into_any()
}
