//! Making a public repository private.

use cloud_api::swr::{ShowRepository, UpdateRepository};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::live;
use crate::pages::confirmation::dialog_actions;
use crate::pages::failure::failure_of;
use crate::pages::place::Place;
use crate::query::use_query;
use crate::ui::{ButtonKind, Dialog};
use crate::work::{Planned, use_work};

/// The dialog. Category and description are read again, because they are sent along.
pub fn private_dialog(place: Place, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let work = use_work();
    let details = use_query(ShowRepository {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
    });
    let problem = RwSignal::new(None::<Message>);
    let repository = format!("{}/{}", place.organization, place.repository);
    let retry = Callback::new(move |()| details.refresh());
    let send = move || {
        let Some(read) = details.value_untracked() else {
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
        work.run(vec![vec![Planned {
            mutation,
            names: vec![place.repository.to_string()],
            before: Before::Repository((*read).clone()),
        }]]);
    };
    view! {
        <Dialog title=text::private_title() on_close>
            <p class="identifier">{repository}</p>
            <p id="dialog-description" class="consequence">
                {t(text::consequence_private())}
            </p>
            {failure_of(text::private_not_read(), move || details.error(), Some(retry))}
            <p role="alert">{live(move || problem.get().map(|problem| words.say(&problem)))}</p>
            {dialog_actions(ButtonKind::Primary, text::private_action(), on_close, send)}
        </Dialog>
    }
    .into_any()
}
