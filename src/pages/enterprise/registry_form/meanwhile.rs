//! What somebody else has changed of a target registry while its form was open.

use cloud_api::enterprise::{RegistrySetting, TargetRegistry};
use leptos::prelude::*;

use super::fields::Fields;
use crate::i18n::{Message, t, text};
use crate::pages::enterprise::lines::lines_of;

/// What is told of it; without lines no answer shows what it was.
#[derive(Clone)]
pub struct Meanwhile(Vec<Message>);

impl Meanwhile {
    /// Compares a registry with what the person knows of it. What they have not touched is put into the fields
    /// as it is now; `None` where nothing has changed.
    pub fn take_in(fields: Fields, known: &TargetRegistry, now: &TargetRegistry) -> Option<Self> {
        let changed = RegistrySetting::changed(known, now).into_iter();
        let lines: Vec<Message> = changed
            .map(|setting| {
                let (label, value) = (label_of(setting), value_of(setting, now));
                if fields.have(setting, known) {
                    fields.put(setting, now);
                }
                match fields.have(setting, now) {
                    true => text::registry_form_changed_setting(label, value),
                    false => text::registry_form_changed_typed(label, value),
                }
            })
            .collect();
        let is_saved_again = match (known.updated_at.time(), now.updated_at.time()) {
            (Some(known), Some(now)) => known != now,
            (Some(_) | None, Some(_) | None) => false,
        };
        (is_saved_again || !lines.is_empty()).then_some(Self(lines))
    }

    /// The words.
    pub fn view(self) -> AnyView {
        let words = match self.0.is_empty() {
            true => text::registry_form_saved_again(),
            false => text::registry_form_changed(),
        };
        view! {
            <p class="banner warning">{t(words)}</p>
            {lines_of(self.0)}
        }
        .into_any()
    }
}

fn label_of(setting: RegistrySetting) -> Message {
    match setting {
        RegistrySetting::Name => text::target_registries_name(),
        RegistrySetting::Description => text::permissions_description(),
        RegistrySetting::Url => text::target_registries_url(),
        RegistrySetting::Hosts => text::registry_form_hosts(),
        RegistrySetting::Insecure => text::registry_form_check_certificate(),
        RegistrySetting::Project => text::header_project(),
        RegistrySetting::Region => text::header_region(),
        RegistrySetting::Instance => text::registry_form_instance(),
        RegistrySetting::AccessKey => text::registry_form_key(),
    }
}

fn value_of(setting: RegistrySetting, now: &TargetRegistry) -> Message {
    match (setting, setting.of(now).as_deref()) {
        (RegistrySetting::Insecure, Some("true")) => text::registry_form_insecure(),
        (RegistrySetting::Insecure, _) => text::target_registry_secure(),
        (_, None | Some("")) => text::registry_form_changed_empty(),
        (_, Some(value)) => text::item_name(value),
    }
}
