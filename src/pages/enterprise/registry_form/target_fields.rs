//! The fields that only one type of target registry has.

use std::str::FromStr;

use cloud_api::enterprise::{
    AccessKey, Certificates, HostMapping, InstanceId, RegistrySetting, RegistryTarget,
    RegistryType, TargetRegistry,
};
use cloud_api::{ProjectId, RegionId, TextError};
use leptos::prelude::*;
use words::replication_problem::{hosts_problem, project_problem};
use words::text_problem::text_problem;

use crate::form::{Field, TextField, check_box, text_area};
use crate::i18n::{Message, t, text};
use crate::live::live;
use crate::pages::enterprise::listed_field::ListedField;

const HOSTS: &str = "registry-hosts";
const PROJECT: &str = "registry-project";
const REGION: &str = "registry-region";
const INSTANCE: &str = "registry-instance";

/// The fields.
#[derive(Clone, Copy)]
pub struct TargetFields {
    hosts: ListedField,
    checks_certificate: RwSignal<bool>,
    project: ListedField,
    region: ListedField,
    instance: ListedField,
}

/// What of a registry that is known its answer leaves out, so that it has to be typed once more.
#[derive(Clone, Copy, Default)]
pub struct Untold {
    hosts: bool,
    project: bool,
    certificate: bool,
}

impl Untold {
    /// What this answer leaves out.
    pub fn of(registry: &TargetRegistry) -> Self {
        Self {
            hosts: registry.hosts.is_none(),
            project: registry.project_id.is_empty(),
            certificate: registry.insecure.is_none(),
        }
    }
}

/// A field for what only an instance of the enterprise edition has.
fn id_field<T: FromStr<Err = TextError>>(
    problem: fn(&TextError) -> Message,
    carried: fn(&str) -> bool,
) -> ListedField {
    let check = move |text: &str| text.trim().parse::<T>().err().as_ref().map(problem);
    ListedField::new(check, carried)
}

fn trimmed<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

impl TargetFields {
    /// Empty ones; the certificate is checked.
    pub fn new() -> Self {
        Self {
            hosts: ListedField::new(
                |text| {
                    let problem = HostMapping::typed(text).err();
                    problem.map(|error| hosts_problem(&error))
                },
                |lines| HostMapping::listed(lines).is_some(),
            ),
            checks_certificate: RwSignal::new(true),
            project: id_field::<ProjectId>(project_problem, |it| ProjectId::listed(it).is_some()),
            region: id_field::<RegionId>(
                |it| text_problem(it, text::registry_form_region_needed),
                |it| RegionId::listed(it).is_some(),
            ),
            instance: id_field::<InstanceId>(
                |it| text_problem(it, text::registry_form_instance_needed),
                |it| InstanceId::listed(it).is_some(),
            ),
        }
    }

    /// The field of a setting that only one type has; the certificate has a box.
    pub fn of(self, setting: RegistrySetting) -> Option<ListedField> {
        match setting {
            RegistrySetting::Hosts => Some(self.hosts),
            RegistrySetting::Project => Some(self.project),
            RegistrySetting::Region => Some(self.region),
            RegistrySetting::Instance => Some(self.instance),
            RegistrySetting::Name
            | RegistrySetting::Description
            | RegistrySetting::Url
            | RegistrySetting::Insecure
            | RegistrySetting::AccessKey => None,
        }
    }

    /// Says whether the certificate is checked.
    pub fn checks(self, is_checked: bool) {
        self.checks_certificate.set(is_checked);
    }

    /// Whether it says so.
    pub fn checks_as(self, is_checked: bool) -> bool {
        self.checks_certificate.get_untracked() == is_checked
    }

    /// Those of a type.
    pub fn view(self, kind: RegistryType, untold: Untold) -> AnyView {
        match kind {
            RegistryType::Harbor => {
                let hint = match untold.hosts {
                    true => text::registry_form_hosts_untold(),
                    false => text::registry_form_hosts_hint("harbor.example.com 192.0.2.10"),
                };
                view! {
                    {text_area(HOSTS, text::registry_form_hosts(), hint, self.hosts.field)}
                    {self.certificate(untold)}
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
                        field=self.project.field
                    />
                    <TextField id=REGION label=text::header_region() field=self.region.field />
                    <TextField
                        id=INSTANCE
                        label=text::registry_form_instance()
                        field=self.instance.field
                    />
                    <p class="field-hint">{t(text::registry_form_any_certificate())}</p>
                }
                .into_any()
            }
            RegistryType::Shared => self.certificate(untold),
        }
    }

    /// Whether the certificate is checked, and what follows.
    fn certificate(self, untold: Untold) -> AnyView {
        let effect = move || {
            let words = match self.checks_certificate.get() {
                true if untold.certificate => text::registry_form_certificate_untold(),
                true => text::target_registry_secure(),
                false => {
                    let words = text::registry_form_insecure();
                    return view! { <p class="banner warning">{t(words)}</p> }.into_any();
                }
            };
            view! { <p class="field-hint">{t(words)}</p> }.into_any()
        };
        view! {
            {check_box(text::registry_form_check_certificate(), self.checks_certificate)}
            <div role="status">{live(effect)}</div>
        }
        .into_any()
    }

    /// What is typed for a type, where nothing is wrong with it; reacts. The region of the shared edition
    /// is that of its access key.
    pub fn typed(self, kind: RegistryType, key: &AccessKey) -> Option<RegistryTarget> {
        let certificates = match self.checks_certificate.get() {
            true => Certificates::Valid,
            false => Certificates::Any,
        };
        Some(match kind {
            RegistryType::Harbor => RegistryTarget::Harbor {
                hosts: self
                    .hosts
                    .read(|text| HostMapping::typed(text).ok(), HostMapping::listed)?,
                certificates,
            },
            RegistryType::Enterprise => RegistryTarget::Enterprise {
                project: self.project.read(trimmed, ProjectId::listed)?,
                region: self.region.read(trimmed, RegionId::listed)?,
                instance: self.instance.read(trimmed, InstanceId::listed)?,
            },
            RegistryType::Shared => RegistryTarget::Shared {
                region: key.region(),
                certificates,
            },
        })
    }

    /// Those of a type that can be wrong, each with its ID in the page.
    pub fn by_id(self, kind: RegistryType) -> Vec<(&'static str, Field)> {
        match kind {
            RegistryType::Harbor => vec![(HOSTS, self.hosts.field)],
            RegistryType::Enterprise => vec![
                (PROJECT, self.project.field),
                (REGION, self.region.field),
                (INSTANCE, self.instance.field),
            ],
            RegistryType::Shared => Vec::new(),
        }
    }
}
