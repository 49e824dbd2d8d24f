//! The fields that only one type of target registry has.

use std::collections::BTreeMap;
use std::str::FromStr;

use cloud_api::enterprise::{
    AccessKey, Certificates, HostMapping, InstanceId, RegistryTarget, RegistryType, TargetRegistry,
};
use cloud_api::{ProjectId, RegionId, TextError};
use leptos::prelude::*;
use words::replication_problem::{hosts_problem, project_problem};
use words::text_problem::text_problem;

use crate::form::{Field, TextField, check_box, text_area};
use crate::i18n::{Message, t, text};
use crate::live::live;

const HOSTS: &str = "registry-hosts";
const PROJECT: &str = "registry-project";
const REGION: &str = "registry-region";
const INSTANCE: &str = "registry-instance";

/// The fields.
#[derive(Clone, Copy)]
pub struct TargetFields {
    hosts: Field,
    checks_certificate: RwSignal<bool>,
    project: Field,
    region: Field,
    instance: Field,
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
fn id_field<T: FromStr<Err = TextError>>(problem: fn(&TextError) -> Message) -> Field {
    Field::new(move |text| text.trim().parse::<T>().err().as_ref().map(problem))
}

impl TargetFields {
    /// Empty ones; the certificate is checked.
    pub fn new() -> Self {
        Self {
            hosts: Field::new(|text| {
                let problem = HostMapping::typed(text).err();
                problem.map(|error| hosts_problem(&error))
            }),
            checks_certificate: RwSignal::new(true),
            project: id_field::<ProjectId>(project_problem),
            region: id_field::<RegionId>(|it| text_problem(it, text::registry_form_region_needed)),
            instance: id_field::<InstanceId>(|it| {
                text_problem(it, text::registry_form_instance_needed)
            }),
        }
    }

    /// Fills them with what is told of a registry.
    pub fn fill(self, registry: &TargetRegistry) {
        let hosts = registry.hosts.as_ref().map(lines_of_hosts);
        self.hosts.text.set(hosts.unwrap_or_default());
        self.checks_certificate.set(registry.insecure != Some(true));
        self.project.text.set(registry.project_id.clone());
        self.region.text.set(registry.region_id.clone());
        self.instance.text.set(registry.instance_id.clone());
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
                    {text_area(HOSTS, text::registry_form_hosts(), hint, self.hosts)}
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
                        field=self.project
                    />
                    <TextField id=REGION label=text::header_region() field=self.region />
                    <TextField
                        id=INSTANCE
                        label=text::registry_form_instance()
                        field=self.instance
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
        let trimmed = |field: Field| field.text.with(|text| text.trim().to_owned());
        let certificates = match self.checks_certificate.get() {
            true => Certificates::Valid,
            false => Certificates::Any,
        };
        Some(match kind {
            RegistryType::Harbor => RegistryTarget::Harbor {
                hosts: HostMapping::typed(&self.hosts.text.get()).ok()?,
                certificates,
            },
            RegistryType::Enterprise => RegistryTarget::Enterprise {
                project: trimmed(self.project).parse().ok()?,
                region: trimmed(self.region).parse().ok()?,
                instance: trimmed(self.instance).parse().ok()?,
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
            RegistryType::Harbor => vec![(HOSTS, self.hosts)],
            RegistryType::Enterprise => vec![
                (PROJECT, self.project),
                (REGION, self.region),
                (INSTANCE, self.instance),
            ],
            RegistryType::Shared => Vec::new(),
        }
    }
}

fn lines_of_hosts(hosts: &BTreeMap<String, String>) -> String {
    let lines = hosts.iter();
    let lines: Vec<String> = lines
        .map(|(host, address)| format!("{host} {address}"))
        .collect();
    lines.join("\n")
}
