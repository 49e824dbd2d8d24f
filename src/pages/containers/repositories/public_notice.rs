//! That everyone can pull a public repository, and the way to make it private.

use cloud_api::RepositoryPath;
use cloud_api::swr::Repository;
use leptos::prelude::*;

use super::private_dialog::private_dialog;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::Query;
use crate::ui::{ButtonKind, dialog_while, write_button};

/// The notice, as long as the repository is read as public.
pub fn public_notice(repository: RepositoryPath, details: Query<Repository>) -> AnyView {
    let is_open = RwSignal::new(false);
    let notice = move || {
        let is_public = details
            .value()
            .is_some_and(|read| read.is_public == Some(true));
        shown(is_public.then(|| {
            view! {
                <div class="banner warning">
                    <p>{t(text::consequence_public())}</p>
                    {write_button(ButtonKind::Plain, text::private_action(), move || is_open.set(true))}
                </div>
            }
        }))
    };
    view! {
        {live(notice)}
        {dialog_while(is_open, move |close| private_dialog(repository.clone(), close))}
    }
    .into_any()
}
