//! The fields that only one type of target registry has.

use cloud_api::enterprise::{RegistryType, TargetRegistry};
use leptos::prelude::*;

use super::fields::{Fields, HOSTS, INSTANCE, PROJECT, REGION};
use crate::form::{TextField, check_box, text_area};
use crate::i18n::{t, text};
use crate::live::live;

/// What of a registry that is known its answer leaves out, so that it has to be typed once more.
#[derive(Clone, Copy, Default)]
pub struct Untold {
    hosts: bool,
    project: bool,
    certificate: bool,
}

/// What is left out of this answer.
pub fn told_before(registry: &TargetRegistry) -> Untold {
    Untold {
        hosts: registry.hosts.is_none(),
        project: registry.project_id.is_empty(),
        certificate: registry.insecure.is_none(),
    }
}

/// The fields of a type.
pub fn target_fields(fields: Fields, kind: RegistryType, untold: Untold) -> AnyView {
    match kind {
        RegistryType::Harbor => {
            let hint = match untold.hosts {
                true => text::registry_form_hosts_untold(),
                false => text::registry_form_hosts_hint("harbor.example.com 192.0.2.10"),
            };
            view! {
                {text_area(HOSTS, text::registry_form_hosts(), hint, fields.hosts)}
                {certificate(fields, untold)}
            }
            .into_any()
        }
        RegistryType::Enterprise => {
            let project = match untold.project {
                true => text::registry_form_project_untold(),
                false => text::registry_form_project_hint(),
            };
            view! {
                <TextField
                    id=PROJECT
                    label=text::header_project()
                    hint=project
                    field=fields.project
                />
                <TextField id=REGION label=text::header_region() field=fields.region />
                <TextField
                    id=INSTANCE
                    label=text::registry_form_instance()
                    field=fields.instance
                />
                <p class="field-hint">{t(text::registry_form_any_certificate())}</p>
            }
            .into_any()
        }
        RegistryType::Shared => certificate(fields, untold),
    }
}

/// Whether the certificate is checked, and what follows.
fn certificate(fields: Fields, untold: Untold) -> AnyView {
    let effect = move || match fields.checks_certificate.get() {
        true if untold.certificate => {
            let words = text::registry_form_certificate_untold();
            view! { <p class="field-hint">{t(words)}</p> }.into_any()
        }
        true => view! { <p class="field-hint">{t(text::target_registry_secure())}</p> }.into_any(),
        false => {
            let words = text::registry_form_insecure();
            view! { <p class="banner warning">{t(words)}</p> }.into_any()
        }
    };
    view! {
        {check_box(text::registry_form_check_certificate(), fields.checks_certificate)}
        <div role="status">{live(effect)}</div>
    }
    .into_any()
}
