//! The field for the registry at the far end of a policy: by its name, or by its ID where no list tells
//! names.

use cloud_api::enterprise::{RegistryId, RegistryType, TargetRegistry};
use leptos::prelude::*;

use crate::form::{Field, TextField};
use crate::i18n::{t, text};
use crate::live::{follow, live, shown};
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::query::List;

/// ID of the field in the page.
pub const REGISTRY: &str = "policy-registry";

/// The field with the registries that can be picked.
#[derive(Clone, Copy)]
pub struct RegistryField {
    /// Its state.
    pub field: Field,
    registries: List<TargetRegistry>,
    kept: Kept,
}

/// The registry that a policy has, with the text that stands for it while the field is untouched: a text of
/// digits may be the name of another registry.
type Kept = StoredValue<Option<(RegistryId, String)>>;

impl RegistryField {
    /// The field, empty.
    pub fn new(place: &Place) -> Self {
        let registries = lists::target_registries(place);
        let kept: Kept = StoredValue::new(None);
        let field = Field::new(move |text| match text.trim() {
            "" => Some(text::policy_registry_needed()),
            text => meant(kept, registries, text)
                .is_none()
                .then(text::policy_registry_unknown),
        });
        let this = Self {
            field,
            registries,
            kept,
        };
        follow(move || {
            registries.rows.track();
            // What a person has typed meanwhile stays.
            let untouched = kept.with_value(|kept| {
                let kept = kept.as_ref().map(|(registry, _)| *registry);
                kept.filter(|it| field.text.with_untracked(|text| *text == it.to_string()))
            });
            if let Some(registry) = untouched {
                this.fill(registry);
            }
        });
        this
    }

    /// Puts a registry in, by its name as soon as that is read.
    pub fn fill(self, registry: RegistryId) {
        let text = self.name_of(registry);
        self.kept.set_value(Some((registry, text.clone())));
        self.field.text.set(text);
    }

    /// What the registry of this ID is called; its ID where no list tells its name.
    pub fn name_of(self, registry: RegistryId) -> String {
        let name = self.registries.rows.with_untracked(|rows| {
            let mut named = rows.iter().filter(|row| !row.name.is_empty());
            let named = named.find(|row| row.id == Some(registry));
            named.map(|row| row.name.clone())
        });
        name.unwrap_or_else(|| registry.to_string())
    }

    /// The registry that stands in it; reacts.
    pub fn typed(self) -> Option<RegistryId> {
        let text = self.field.text.get();
        meant(self.kept, self.registries, text.trim())
    }

    /// The field, and what is to be known of the registry that stands in it.
    pub fn view(self) -> AnyView {
        let options = move || {
            let rows = self.registries.rows.get();
            let named = rows
                .iter()
                .filter(|row| row.id.is_some() && !row.name.is_empty());
            let option = |row: &TargetRegistry| {
                view! { <option value=row.name.clone()></option> }.into_any()
            };
            named.map(option).collect::<Vec<AnyView>>().into_any()
        };
        let is_shared = move || {
            let registry = self.typed()?;
            let rows = self.registries.rows.get();
            let found = rows.iter().find(|row| row.id == Some(registry))?;
            let known = RegistryType::named(&found.registry_type);
            (known == Some(RegistryType::Shared)).then_some(())
        };
        let filters_do_not_count = move || {
            let words =
                || view! { <p class="field-hint">{t(text::policy_filters_not_shared())}</p> };
            shown(is_shared().map(|()| words()))
        };
        view! {
            <TextField
                id=REGISTRY
                label=text::target_registries_name()
                hint=text::policy_registry_hint()
                field=self.field
                suggestions="policy-registries"
            />
            <datalist id="policy-registries">{live(options)}</datalist>
            {live(filters_do_not_count)}
        }
        .into_any()
    }
}

/// The registry that stands in the field: the one that the policy has while nothing else is typed. Reacts.
fn meant(kept: Kept, registries: List<TargetRegistry>, text: &str) -> Option<RegistryId> {
    let called = registry_called(registries, text);
    let untouched = kept.with_value(|kept| {
        let kept = kept.as_ref().filter(|(_, put)| put.trim() == text);
        kept.map(|(registry, _)| *registry)
    });
    untouched.or(called)
}

/// The registry of a name, or else of an ID. Reacts.
fn registry_called(registries: List<TargetRegistry>, text: &str) -> Option<RegistryId> {
    let named = registries.rows.with(|rows| {
        let mut rows = rows.iter();
        rows.find(|row| row.name == text).and_then(|row| row.id)
    });
    named.or_else(|| text.parse().ok())
}
