//! Those who can get the images and are no people of the list: everyone, and whom no API names.

use cloud_api::RepositoryPath;
use cloud_api::swr::AccessPlace;
use leptos::prelude::*;

use super::reads::Reads;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::pages::containers::repositories::private_dialog::private_dialog;
use crate::table::fixed_row;
use crate::ui::{ButtonKind, dialog_while, write_button};

/// Everyone, as long as a repository is read as public, with the way to make it private.
pub fn everyone(reads: Reads, repository: RepositoryPath) -> (AnyView, AnyView) {
    let is_open = RwSignal::new(false);
    let row = move || {
        let is_public = reads.is_public() == Some(true);
        shown(is_public.then(|| {
            let make_private = write_button(ButtonKind::Plain, text::private_action(), move || {
                is_open.set(true);
            });
            fixed_row(vec![
                view! { <strong>{t(text::access_everyone())}</strong> }.into_any(),
                t(text::access_everyone_can()).into_any(),
                t(text::access_everyone_via()).into_any(),
                make_private,
            ])
        }))
    };
    let dialog = dialog_while(is_open, move |close| {
        private_dialog(repository.clone(), close)
    });
    (live(row).into_any(), dialog)
}

/// Administrators and user groups.
pub fn administrators(reads: Reads) -> AnyView {
    let row = move || {
        let via = reads.place.with_value(|place| match place {
            AccessPlace::Repository(_) => Some(t(text::access_not_listed()).into_any()),
            AccessPlace::Organization(_) => None,
        });
        let who = t(text::access_administrators()).into_any();
        let mut cells = vec![who, t(text::access_not_reported()).into_any()];
        match via {
            Some(via) => cells.extend([via, ().into_any()]),
            None => cells.push(t(text::access_not_listed()).into_any()),
        }
        shown(reads.access.is_read().then(|| fixed_row(cells)))
    };
    live(row).into_any()
}
