//! Creating a repository.

use cloud_api::swr::{CreateRepository, RepositoryCategory};
use cloud_api::{Before, Mutation, OrganizationName, RepositoryName};
use leptos::prelude::*;

use crate::change::creation::Creation;
use crate::form::name_problem::name_field;
use crate::form::{Field, TextField};
use crate::i18n::{t, text};
use crate::live::{live, on};
use crate::work::Planned;

const FIELD: &str = "repository-name";

/// The dialog.
pub fn create_dialog(organization: OrganizationName, on_close: Callback<()>) -> AnyView {
    let heading = organization.to_string();
    let organization = StoredValue::new(organization);
    let name = name_field::<RepositoryName>();
    let description = Field::new(|_| None);
    let is_public = RwSignal::new(false);
    let category = RwSignal::new(String::new());
    let planned = move || {
        let category = category.get();
        let mut categories = RepositoryCategory::ALL.into_iter();
        let create = CreateRepository {
            organization: organization.get_value(),
            repository: name.text.get().parse().ok()?,
            is_public: is_public.get(),
            category: categories.find(|known| known.as_str() == category),
            description: description.text.get(),
        };
        Some(Planned {
            mutation: Mutation::CreateRepository(create),
            names: Vec::new(),
            before: Before::Nothing,
        })
    };
    let content = view! {
        <p id="dialog-description">{t(text::create_repository_purpose())}</p>
        <TextField
            id=FIELD
            label=text::repositories_name()
            hint=text::create_repository_hint()
            field=name
        />
        {public_choice(is_public)}
        {category_choice(category)}
        <TextField id="description" label=text::permissions_description() field=description />
    };
    Creation {
        title: text::create_repository_action(),
        place: Some(heading),
        content: content.into_any(),
        name,
        name_id: FIELD,
        planned,
        on_close,
    }
    .show()
}

fn public_choice(is_public: RwSignal<bool>) -> AnyView {
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                prop:checked=live(move || is_public.get())
                on:change=on(move |event| is_public.set(event_target_checked(&event)))
            />
            <span>{t(text::create_repository_public())}</span>
        </label>
    }
    .into_any()
}

/// The API's own words for what a repository holds.
fn category_choice(category: RwSignal<String>) -> AnyView {
    let options: Vec<AnyView> = RepositoryCategory::ALL
        .into_iter()
        .map(|known| {
            let word = known.as_str();
            view! {
                <option value=word translate="no">
                    {word}
                </option>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="field">
            <label for="category">{t(text::create_repository_category())}</label>
            <select
                id="category"
                class="input"
                on:change=on(move |event| category.set(event_target_value(&event)))
            >
                <option value="">{t(text::create_repository_no_category())}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
