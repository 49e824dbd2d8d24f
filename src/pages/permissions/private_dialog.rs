//! Making a public repository private.

use cloud_api::Mutation;
use cloud_api::swr::{ShowRepository, UpdateRepository};
use leptos::prelude::*;

use super::Place;
use super::submit::DialogActions;
use crate::i18n::{Message, t, text, use_i18n};
use crate::pages::failure::Failure;
use crate::query::use_query;
use crate::ui::Dialog;
use crate::work::{Planned, use_work};

/// The dialog. Category and description are read again, because they are sent along.
#[component]
pub fn PrivateDialog(
    /// Which.
    place: Place,
    /// Leaves.
    on_close: Callback<()>,
) -> impl IntoView {
    let words = use_i18n();
    let work = use_work();
    let details = use_query(ShowRepository {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
    });
    let problem = RwSignal::new(None::<Message>);
    let repository = format!("{}/{}", place.organization, place.repository);
    let retry = Callback::new(move |()| details.refresh());
    let send = move |()| {
        let Some(read) = details.value.get_untracked() else {
            problem.set(Some(text::private_not_read()));
            return;
        };
        let mutation = Mutation::UpdateRepository(UpdateRepository {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
            is_public: false,
            category: read.category.clone(),
            description: read.description.clone(),
        });
        on_close.run(());
        work.run(Planned {
            mutation,
            names: vec![place.repository.to_string()],
        });
    };
    let title = t(text::private_title());
    view! {
        <Dialog title=Signal::derive(title) on_close>
            <p class="identifier">{repository}</p>
            <p id="dialog-description" class="consequence">
                {t(text::consequence_private())}
            </p>
            {move || {
                details
                    .error
                    .get()
                    .map(|error| view! { <Failure what=text::private_not_read() error retry /> })
            }}
            <p role="alert">{move || problem.get().map(|problem| words.say(&problem))}</p>
            <DialogActions label=text::private_action() on_close on_act=Callback::new(send) />
        </Dialog>
    }
}
