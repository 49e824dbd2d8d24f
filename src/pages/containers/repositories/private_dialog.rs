//! Making a public repository private.

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{ShowRepository, UpdateRepository};
use cloud_api::{Before, Mutation, RepositoryPath};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{t, text};
use crate::live::live;
use crate::query::use_query;
use crate::ui::ButtonKind;

/// The dialog. Category and description are read again, because they are sent along.
pub fn private_dialog(repository: RepositoryPath, on_close: Callback<()>) -> AnyView {
    let details = use_query(ShowRepository {
        repository: repository.clone(),
    });
    let heading = repository.to_string();
    let repository = StoredValue::new(repository);
    let planned = move || {
        let read = details.value()?;
        let repository = repository.get_value();
        let names = vec![repository.name.to_string()];
        let mutation = Mutation::UpdateRepository(UpdateRepository {
            repository,
            is_public: false,
            category: read.category.clone(),
            description: read.description.clone(),
        });
        Some(PlannedWrite {
            mutation,
            names,
            before: Before::Repository((*read).clone()),
        })
    };
    let picture = move || details.value().map(|read| (*read).clone());
    let content = view! {
        <p id="dialog-description" class="consequence">
            {t(text::consequence_private())}
        </p>
    };
    WriteDialog {
        title: text::private_action(),
        place: Some(heading),
        content: content.into_any(),
        copies: Copies::Described(live(move || planned().into_iter().collect())),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::private_action(),
        check: Box::new(|| true),
        look: Look::over(
            move || details.read_again(),
            picture,
            move || details.error(),
        ),
        rests_on: RestsOn::WhatIsFound,
        not_read: text::private_not_read(),
        plan: Box::new(move || Some(vec![vec![planned()?]])),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
}
