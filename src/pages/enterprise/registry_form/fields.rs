//! The fields of a target registry: those that its type has.

use std::collections::BTreeMap;
use std::str::FromStr;

use cloud_api::enterprise::{
    AccessKey, AccessSecret, Certificates, HostMapping, InstanceId, RegistryName, RegistrySettings,
    RegistryTarget, RegistryType, RegistryUrl, TargetRegistry,
};
use cloud_api::{ProjectId, RegionId, TextError};
use leptos::html::Textarea;
use leptos::prelude::*;
use words::enterprise::registry_type_words;
use words::replication_problem::{access_key_problem, hosts_problem, secret_problem, url_problem};
use words::text_problem::text_problem;

use super::target_fields::{target_fields, told_before};
use crate::form::{Field, MaskedField, TextField, choice, masked_text, name_field};
use crate::i18n::{Message, t, text};
use crate::live::live;
use crate::ui::focus_by_id;

const NAME: &str = "registry-name";
const URL: &str = "registry-url";
const KEY: &str = "registry-key";
const SECRET: &str = "registry-secret";
pub(super) const HOSTS: &str = "registry-hosts";
pub(super) const PROJECT: &str = "registry-project";
pub(super) const REGION: &str = "registry-region";
pub(super) const INSTANCE: &str = "registry-instance";

/// The fields.
#[derive(Clone, Copy)]
pub struct Fields {
    name: Field,
    description: Field,
    /// The API's word for the type.
    kind: RwSignal<String>,
    /// Whether the registry is there already, or was: its type cannot change, and what answers leave out
    /// is asked for.
    pub(super) is_known: RwSignal<bool>,
    url: Field,
    key: Field,
    pub(super) hosts: Field,
    pub(super) checks_certificate: RwSignal<bool>,
    pub(super) project: Field,
    pub(super) region: Field,
    pub(super) instance: Field,
    secret: NodeRef<Textarea>,
    secret_problem: RwSignal<Option<Message>>,
}

/// A field for an ID that only an instance of the enterprise edition has.
fn id_field<T: FromStr<Err = TextError>>(needed: fn() -> Message) -> Field {
    Field::new(move |text| {
        let problem = text.trim().parse::<T>().err();
        problem.map(|error| text_problem(&error, needed))
    })
}

fn type_of(kind: RwSignal<String>) -> RegistryType {
    kind.with(|kind| RegistryType::named(kind))
        .unwrap_or(RegistryType::Harbor)
}

impl Fields {
    /// Empty fields.
    pub fn new() -> Self {
        let kind = RwSignal::new(RegistryType::Harbor.name().to_owned());
        Self {
            name: name_field::<RegistryName>(),
            description: Field::new(|_| None),
            kind,
            is_known: RwSignal::new(false),
            url: Field::new(move |text| {
                let problem = RegistryUrl::typed(type_of(kind), text).err();
                problem.map(|error| url_problem(&error))
            }),
            key: Field::new(move |text| {
                let problem = AccessKey::typed(type_of(kind), text).err();
                problem.map(|error| access_key_problem(&error))
            }),
            hosts: Field::new(|text| {
                let problem = HostMapping::typed(text).err();
                problem.map(|error| hosts_problem(&error))
            }),
            checks_certificate: RwSignal::new(true),
            project: id_field::<ProjectId>(text::registry_form_project_needed),
            region: id_field::<RegionId>(text::registry_form_region_needed),
            instance: id_field::<InstanceId>(text::registry_form_instance_needed),
            secret: NodeRef::new(),
            secret_problem: RwSignal::new(None),
        }
    }

    /// Fills them with what is told of a registry.
    pub fn fill(self, registry: &TargetRegistry) {
        self.is_known.set(true);
        self.kind.set(registry.registry_type.clone());
        self.name.text.set(registry.name.clone());
        self.description.text.set(registry.description.clone());
        self.url.text.set(registry.url.clone());
        self.key.text.set(registry.access_key.clone());
        let hosts = registry.hosts.as_ref().map(lines_of_hosts);
        self.hosts.text.set(hosts.unwrap_or_default());
        self.checks_certificate.set(registry.insecure != Some(true));
        self.project.text.set(registry.project_id.clone());
        self.region.text.set(registry.region_id.clone());
        self.instance.text.set(registry.instance_id.clone());
    }

    /// What the registry is; reacts.
    pub fn registry_type(self) -> RegistryType {
        type_of(self.kind)
    }

    /// The fields; `told` is what was told of a registry that is known.
    pub fn view(self, told: Option<&TargetRegistry>) -> AnyView {
        let untold = told.map(told_before).unwrap_or_default();
        let kind = match told {
            Some(registry) => {
                let words = registry_type_words(&registry.registry_type);
                let words = words.unwrap_or_else(|| text::item_name(&registry.registry_type));
                view! { <p>{t(text::registry_form_type_fixed(words))}</p> }.into_any()
            }
            None => {
                let option = |it: RegistryType| Some((it.name(), registry_type_words(it.name())?));
                let options = RegistryType::ALL.into_iter().filter_map(option);
                choice(
                    "registry-type",
                    text::registries_type(),
                    options.collect(),
                    self.kind,
                )
            }
        };
        let is_known = told.is_some();
        let of_type = move || {
            let kind = self.registry_type();
            view! {
                <TextField id=URL label=text::target_registries_url() hint=url_hint(kind) field=self.url />
                {target_fields(self, kind, untold)}
                <TextField
                    id=KEY
                    label=text::registry_form_key()
                    hint=key_hint(kind)
                    field=self.key
                />
                <MaskedField
                    id=SECRET
                    label=text::registry_form_secret()
                    hint=secret_hint(kind, is_known)
                    problem=self.secret_problem
                    input=self.secret
                    on_paste=Callback::new(Some)
                />
            }
            .into_any()
        };
        view! {
            {kind}
            <TextField
                id=NAME
                label=text::target_registries_name()
                hint=text::registry_form_name_hint()
                field=self.name
            />
            <TextField
                id="registry-description"
                label=text::permissions_description()
                field=self.description
            />
            {live(of_type)}
        }
        .into_any()
    }

    /// The settings while they are typed; reacts.
    pub fn typed(self) -> Option<RegistrySettings> {
        let kind = self.registry_type();
        let trimmed = |field: Field| field.text.with(|text| text.trim().to_owned());
        let key = AccessKey::typed(kind, &self.key.text.get()).ok()?;
        let certificates = match self.checks_certificate.get() {
            true => Certificates::Valid,
            false => Certificates::Any,
        };
        let target = match kind {
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
        };
        Some(RegistrySettings {
            name: self.name.text.get().parse().ok()?,
            description: self.description.text.get(),
            url: RegistryUrl::typed(kind, &self.url.text.get()).ok()?,
            access_key: key,
            target,
        })
    }

    /// The settings and the secret, when nothing is wrong with the fields; otherwise they say what is.
    pub fn settings(self) -> Option<(RegistrySettings, AccessSecret)> {
        for (_, field) in self.by_id() {
            field.touch();
            field.forget_refusal();
        }
        let settings = untrack(|| self.typed());
        let secret = AccessSecret::typed(&masked_text(self.secret));
        let problem = secret.as_ref().err().map(secret_problem);
        self.secret_problem.set(problem);
        let both = settings.zip(secret.ok());
        if both.is_none() {
            self.focus_problem();
        }
        both
    }

    /// Puts a refusal at the field for the name.
    pub fn refuse_name(self, why: Message) {
        self.name.refuse(self.name.text.get_untracked(), why);
        self.focus_problem();
    }

    /// Puts a refusal at the fields for where the registry is and for the credential: which of them it is
    /// about is not documented.
    pub fn refuse_reaching(self, why: Message) {
        for field in [self.url, self.key] {
            field.refuse(field.text.get_untracked(), why.clone());
        }
        self.secret_problem.set(Some(why));
        self.focus_problem();
    }

    /// The fields that the type has, in their order.
    fn by_id(self) -> Vec<(&'static str, Field)> {
        let mut fields = vec![(NAME, self.name), (URL, self.url)];
        match untrack(|| self.registry_type()) {
            RegistryType::Harbor => fields.push((HOSTS, self.hosts)),
            RegistryType::Enterprise => fields.extend([
                (PROJECT, self.project),
                (REGION, self.region),
                (INSTANCE, self.instance),
            ]),
            RegistryType::Shared => {}
        }
        fields.push((KEY, self.key));
        fields
    }

    /// Puts the focus on the first field with which something is wrong.
    fn focus_problem(self) {
        let fields = self.by_id();
        let mut wrong = fields.iter();
        let wrong = wrong.find(|(_, field)| untrack(|| field.told_problem().is_some()));
        focus_by_id(wrong.map_or(SECRET, |(id, _)| id));
    }
}

fn lines_of_hosts(hosts: &BTreeMap<String, String>) -> String {
    let lines = hosts.iter();
    let lines: Vec<String> = lines
        .map(|(host, address)| format!("{host} {address}"))
        .collect();
    lines.join("\n")
}

fn url_hint(kind: RegistryType) -> Message {
    match kind {
        RegistryType::Harbor => text::registry_form_url_harbor("https://harbor.example.com"),
        RegistryType::Enterprise => text::registry_form_url_enterprise(),
        RegistryType::Shared => {
            text::registry_form_url_shared("https://swr.eu-west-101.myhuaweicloud.com")
        }
    }
}

fn key_hint(kind: RegistryType) -> Message {
    match kind {
        RegistryType::Harbor | RegistryType::Enterprise => text::registry_form_key_hint(),
        RegistryType::Shared => text::registry_form_key_shared(),
    }
}

fn secret_hint(kind: RegistryType, is_known: bool) -> Message {
    match kind {
        _ if is_known => text::registry_form_secret_again(),
        RegistryType::Harbor | RegistryType::Enterprise => text::registry_form_secret_hint(),
        RegistryType::Shared => text::registry_form_secret_shared(),
    }
}
