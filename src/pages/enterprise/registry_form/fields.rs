//! The fields of a target registry: those that its type has.

use cloud_api::enterprise::{
    AccessKey, AccessSecret, RegistryName, RegistrySetting, RegistrySettings, RegistryType,
    RegistryUrl, TargetRegistry,
};
use leptos::html::Textarea;
use leptos::prelude::*;
use words::enterprise::registry_type_words;
use words::replication_problem::{access_key_problem, secret_problem, url_problem};
use words::text_problem::name_problem;

use super::target_fields::{TargetFields, Untold};
use crate::form::{Field, MaskedField, TextField, choice, masked_text};
use crate::i18n::{Message, t, text};
use crate::live::live;
use crate::pages::enterprise::listed_field::ListedField;
use crate::ui::focus_by_id;

const NAME: &str = "registry-name";
const URL: &str = "registry-url";
const KEY: &str = "registry-key";
const SECRET: &str = "registry-secret";

/// The fields.
#[derive(Clone, Copy)]
pub struct Fields {
    name: ListedField,
    description: ListedField,
    /// The API's word for the type.
    kind: RwSignal<String>,
    url: ListedField,
    key: ListedField,
    target: TargetFields,
    secret: NodeRef<Textarea>,
    secret_problem: RwSignal<Option<Message>>,
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
            name: ListedField::new(
                |text| {
                    text.parse::<RegistryName>()
                        .err()
                        .as_ref()
                        .map(name_problem)
                },
                |text| RegistryName::listed(text).is_some(),
            ),
            description: ListedField::new(|_| None, |_| true),
            kind,
            url: ListedField::new(
                move |text| {
                    let problem = RegistryUrl::typed(type_of(kind), text).err();
                    problem.map(|error| url_problem(&error))
                },
                |text| RegistryUrl::listed(text).is_some(),
            ),
            key: ListedField::new(
                move |text| {
                    let problem = AccessKey::typed(type_of(kind), text).err();
                    problem.map(|error| access_key_problem(&error))
                },
                |text| AccessKey::listed(text).is_some(),
            ),
            target: TargetFields::new(),
            secret: NodeRef::new(),
            secret_problem: RwSignal::new(None),
        }
    }

    /// Fills them with what is told of a registry.
    pub fn fill(self, registry: &TargetRegistry) {
        self.kind.set(registry.registry_type.clone());
        for setting in RegistrySetting::ALL {
            self.put(setting, registry);
        }
    }

    /// Puts in what is told of one setting.
    pub fn put(self, setting: RegistrySetting, registry: &TargetRegistry) {
        match self.of(setting) {
            Some(field) => field.fill(setting.of(registry).unwrap_or_default()),
            None => self.target.checks(registry.insecure != Some(true)),
        }
    }

    /// Whether the fields have a setting as it is told of a registry.
    pub fn have(self, setting: RegistrySetting, registry: &TargetRegistry) -> bool {
        let told = setting.of(registry).unwrap_or_default();
        match self.of(setting) {
            Some(field) => field.field.text.with_untracked(|text| {
                text.trim().trim_end_matches('/') == told.trim().trim_end_matches('/')
            }),
            None => self.target.checks_as(registry.insecure != Some(true)),
        }
    }

    /// The field of a setting; the certificate has a box.
    fn of(self, setting: RegistrySetting) -> Option<ListedField> {
        Some(match setting {
            RegistrySetting::Name => self.name,
            RegistrySetting::Description => self.description,
            RegistrySetting::Url => self.url,
            RegistrySetting::AccessKey => self.key,
            RegistrySetting::Hosts
            | RegistrySetting::Insecure
            | RegistrySetting::Project
            | RegistrySetting::Region
            | RegistrySetting::Instance => return self.target.of(setting),
        })
    }

    /// What the registry is; reacts.
    pub fn registry_type(self) -> RegistryType {
        type_of(self.kind)
    }

    /// The fields; `told` is what was told of a registry that is known.
    pub fn view(self, told: Option<&TargetRegistry>) -> AnyView {
        let untold = told.map(Untold::of).unwrap_or_default();
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
                <TextField id=URL label=text::target_registries_url() hint=url_hint(kind) field=self.url.field />
                {self.target.view(kind, untold)}
                <TextField
                    id=KEY
                    label=text::registry_form_key()
                    hint=key_hint(kind)
                    field=self.key.field
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
                field=self.name.field
            />
            <TextField
                id="registry-description"
                label=text::permissions_description()
                field=self.description.field
            />
            {live(of_type)}
        }
        .into_any()
    }

    /// The settings while they are typed; reacts.
    pub fn typed(self) -> Option<RegistrySettings> {
        let kind = self.registry_type();
        let key_typed = |text: &str| AccessKey::typed(kind, text).ok();
        let key = self.key.read(key_typed, AccessKey::listed)?;
        let url_typed = |text: &str| RegistryUrl::typed(kind, text).ok();
        Some(RegistrySettings {
            name: self
                .name
                .read(|text| text.parse().ok(), RegistryName::listed)?,
            description: self.description.field.text.get(),
            url: self.url.read(url_typed, RegistryUrl::listed)?,
            target: self.target.typed(kind, &key)?,
            access_key: key,
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
        let field = self.name.field;
        field.refuse(field.text.get_untracked(), why);
        self.focus_problem();
    }

    /// Puts a refusal at the fields for where the registry is and for the credential: which of them it is
    /// about is not documented.
    pub fn refuse_reaching(self, why: Message) {
        for field in [self.url.field, self.key.field] {
            field.refuse(field.text.get_untracked(), why.clone());
        }
        self.secret_problem.set(Some(why));
        self.focus_problem();
    }

    /// The fields that the type has, in their order.
    fn by_id(self) -> Vec<(&'static str, Field)> {
        let mut fields = vec![(NAME, self.name.field), (URL, self.url.field)];
        fields.extend(self.target.by_id(untrack(|| self.registry_type())));
        fields.push((KEY, self.key.field));
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
