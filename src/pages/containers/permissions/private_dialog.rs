//! Making a public repository private.

use cloud_api::swr::{ShowRepository, UpdateRepository};
use cloud_api::{Before, Mutation, OrganizationName, RepositoryName};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::copy_writes;
use crate::change::write_dialog::WriteDialog;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::live;
use crate::query::use_query;
use crate::ui::ButtonKind;
use crate::ui::failure::failure_of;
use crate::work::{Planned, use_work};

/// The dialog. Category and description are read again, because they are sent along.
pub fn private_dialog(
    organization: OrganizationName,
    repository: RepositoryName,
    on_close: Callback<()>,
) -> AnyView {
    let words = use_i18n();
    let work = use_work();
    let details = use_query(ShowRepository {
        organization: organization.clone(),
        repository: repository.clone(),
    });
    let problem = RwSignal::new(None::<Message>);
    let name = format!("{organization}/{repository}");
    let retry = Callback::new(move |()| details.refresh());
    let place = StoredValue::new((organization, repository));
    let planned = move || {
        let read = details.value()?;
        let (organization, repository) = place.get_value();
        let names = vec![repository.to_string()];
        let mutation = Mutation::UpdateRepository(UpdateRepository {
            organization,
            repository,
            is_public: false,
            category: read.category.clone(),
            description: read.description.clone(),
        });
        Some(Planned {
            mutation,
            names,
            before: Before::Repository((*read).clone()),
        })
    };
    let send = move || {
        let Some(planned) = untrack(planned) else {
            problem.set(Some(text::private_not_read()));
            return;
        };
        on_close.run(());
        work.run(vec![vec![planned]]);
    };
    let content = view! {
        <p id="dialog-description" class="consequence">
            {t(text::consequence_private())}
        </p>
        {failure_of(text::private_not_read(), move || details.error(), Some(retry))}
        <p role="alert">{live(move || problem.get().map(|problem| words.say(&problem)))}</p>
    };
    WriteDialog {
        title: text::private_title(),
        place: Some(name),
        content: content.into_any(),
        copies: copy_writes(live(move || planned().into_iter().collect())),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::private_action(),
        send: Box::new(send),
        on_close,
    }
    .show()
}
