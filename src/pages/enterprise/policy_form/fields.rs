//! The fields of a replication policy.

use cloud_api::enterprise::{
    Direction, Filter, FilterError, FilterType, PolicyName, PolicySettings, RefusedSetting,
    RegistryId, RepoScopeMode, Schedule, Trigger, TriggerType,
};
use leptos::prelude::*;
use words::replication_policy::{filter_words, pattern_problem, schedule_problem};
use words::text_problem::name_problem;

use super::matching::matching;
use super::next_runs::next_runs;
use super::registry_field::{REGISTRY, RegistryField};
use crate::form::{Field, TextField, check_box, choice};
use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::pages::enterprise::lines::lines_of;
use crate::pages::enterprise::listed_field::ListedField;
use crate::pages::enterprise::place::Place;
use crate::ui::focus_by_id;

const NAME: &str = "policy-name";
const NAMESPACE: &str = "policy-namespace";
const NAMES: &str = "policy-filter-name";
const TAGS: &str = "policy-filter-tag";
const CRON: &str = "policy-cron";

const PUSH: &str = "push";
const PULL: &str = "pull";

/// The fields.
#[derive(Clone, Copy)]
pub struct Fields {
    place: StoredValue<Place>,
    name: ListedField,
    description: Field,
    direction: RwSignal<String>,
    registry: RegistryField,
    namespace: Field,
    names: ListedField,
    tags: ListedField,
    /// The conditions of a policy that is changed, as they were listed.
    listed: StoredValue<Vec<Filter>>,
    /// Those of them that the form has no fields for; they stay.
    kept: RwSignal<Vec<Filter>>,
    scope: RwSignal<String>,
    trigger: RwSignal<String>,
    cron: ListedField,
    overwrites: RwSignal<bool>,
    enabled: RwSignal<bool>,
}

fn free_field() -> Field {
    Field::new(|_| None)
}

/// An empty pattern takes everything.
fn pattern_field(filter_type: FilterType) -> ListedField {
    let problem = move |text: &str| match Filter::typed(filter_type, text) {
        Ok(_) | Err(FilterError::Empty) => None,
        Err(FilterError::Pattern(error)) => Some(pattern_problem(error)),
    };
    ListedField::new(problem, |_| true)
}

impl Fields {
    /// Fields that hold these settings, or empty ones.
    pub fn new(place: &Place, settings: Option<&PolicySettings>) -> Self {
        let trigger = RwSignal::new(TriggerType::Manual.name().to_owned());
        let this = Self {
            place: StoredValue::new(place.clone()),
            name: ListedField::new(
                |text| text.parse::<PolicyName>().err().as_ref().map(name_problem),
                |text| PolicyName::listed(text).is_some(),
            ),
            description: free_field(),
            direction: RwSignal::new(PUSH.to_owned()),
            registry: RegistryField::new(place),
            namespace: free_field(),
            names: pattern_field(FilterType::Name),
            tags: pattern_field(FilterType::Tag),
            listed: StoredValue::new(Vec::new()),
            kept: RwSignal::new(Vec::new()),
            scope: RwSignal::new(RepoScopeMode::Regular.name().to_owned()),
            trigger,
            cron: ListedField::new(
                move |text| {
                    let is_asked = trigger.with(|it| it == TriggerType::Scheduled.name());
                    let problem = Schedule::typed(text).err().filter(|_| is_asked);
                    problem.map(|error| schedule_problem(&error))
                },
                |text| Schedule::listed(text).is_some(),
            ),
            overwrites: RwSignal::new(false),
            enabled: RwSignal::new(true),
        };
        if let Some(settings) = settings {
            this.fill(settings);
        }
        this
    }

    /// Puts these settings in.
    pub fn fill(self, settings: &PolicySettings) {
        self.name.fill(settings.name.to_string());
        self.description.text.set(settings.description.clone());
        let direction = match settings.direction {
            Direction::Pull(_) => PULL,
            Direction::Push(_) => PUSH,
        };
        self.direction.set(direction.to_owned());
        self.registry.fill(settings.direction.registry());
        self.namespace.text.set(settings.dest_namespace.clone());
        let mut kept = settings.filters.clone();
        for (filter_type, field) in [(FilterType::Name, self.names), (FilterType::Tag, self.tags)] {
            let place = kept.iter().position(|it| is_plain(it, filter_type));
            let filter = place.map(|place| kept.remove(place));
            let pattern = filter.and_then(|filter| filter.value);
            field.fill(pattern.unwrap_or_default());
        }
        self.kept.set(kept);
        self.listed.set_value(settings.filters.clone());
        self.scope.set(settings.repo_scope_mode.name().to_owned());
        let trigger = match &settings.trigger {
            Trigger::Manual => TriggerType::Manual,
            Trigger::EventBased => TriggerType::EventBased,
            Trigger::Scheduled(schedule) => {
                self.cron.fill(schedule.as_str().to_owned());
                TriggerType::Scheduled
            }
        };
        self.trigger.set(trigger.name().to_owned());
        self.overwrites.set(settings.overwrites);
        self.enabled.set(settings.enabled);
    }

    /// The fields.
    pub fn view(self) -> AnyView {
        let kept = move || {
            let kept: Vec<Message> = self
                .kept
                .with(|kept| kept.iter().map(filter_words).collect());
            shown((!kept.is_empty()).then(|| {
                view! {
                    <p>{t(text::policy_filters_kept())}</p>
                    {lines_of(kept)}
                }
            }))
        };
        let is_push = move || self.direction.with(|it| it == PUSH);
        let matching = move || match is_push() {
            true => untrack(|| {
                let place = self.place.get_value();
                matching(&place, move || self.filters())
            }),
            false => {
                view! { <p class="field-hint">{t(text::policy_matching_pull())}</p> }.into_any()
            }
        };
        let times = move || {
            let is_scheduled = self.trigger.with(|it| it == TriggerType::Scheduled.name());
            shown(is_scheduled.then(|| {
                view! {
                    <TextField
                        id=CRON
                        label=text::cron_label()
                        hint=text::cron_hint()
                        field=self.cron.field
                    />
                    {next_runs(self.cron.field.text)}
                }
            }))
        };
        let direction = choice(
            "policy-direction",
            text::policy_direction(),
            vec![(PUSH, text::policy_push()), (PULL, text::policy_pull())],
            self.direction,
        );
        let scope = choice(
            "policy-scope",
            text::policy_scope(),
            RepoScopeMode::ALL
                .map(|mode| (mode.name(), scope_words(mode)))
                .into(),
            self.scope,
        );
        let trigger = choice(
            "policy-trigger",
            text::policies_trigger(),
            vec![
                (TriggerType::Manual.name(), text::trigger_type_manual()),
                (
                    TriggerType::Scheduled.name(),
                    text::trigger_type_scheduled(),
                ),
                (
                    TriggerType::EventBased.name(),
                    text::trigger_type_event_based(),
                ),
            ],
            self.trigger,
        );
        view! {
            <p id="dialog-description">{t(text::policy_form_purpose())}</p>
            <TextField
                id=NAME
                label=text::policies_name()
                hint=text::policy_name_hint()
                field=self.name.field
            />
            <TextField
                id="policy-description"
                label=text::permissions_description()
                field=self.description
            />
            {direction}
            {self.registry.view()}
            <TextField
                id=NAMESPACE
                label=text::policy_dest_namespace()
                hint=text::policy_namespace_hint()
                field=self.namespace
            />
            <TextField
                id=NAMES
                label=text::policy_filter_name()
                hint=text::policy_filter_name_hint()
                field=self.names.field
            />
            <TextField
                id=TAGS
                label=text::policy_filter_tag()
                hint=text::policy_filter_tag_hint()
                field=self.tags.field
            />
            {live(kept)}
            {live(matching)}
            {scope}
            {trigger}
            {live(times)}
            {check_box(text::automatic_sync_overwrite_label(), self.overwrites)}
            {check_box(text::policies_enabled(), self.enabled)}
        }
        .into_any()
    }

    /// The conditions: all as they were listed while nobody types others, and otherwise those that are typed,
    /// without those that are not understood; reacts.
    fn filters(self) -> Vec<Filter> {
        let fields = [(FilterType::Name, self.names), (FilterType::Tag, self.tags)];
        if fields.iter().all(|(_, field)| field.is_as_listed()) {
            return self.listed.get_value();
        }
        let read = |(filter_type, field): (FilterType, ListedField)| {
            let listed = |text: &str| {
                let all = self.listed.get_value().into_iter();
                let mut of_field = all.filter(|it| is_plain(it, filter_type));
                of_field.find(|it| it.value.as_deref() == Some(text))
            };
            field.read(|text| Filter::typed(filter_type, text).ok(), listed)
        };
        let typed = fields.into_iter().filter_map(read);
        typed.chain(self.kept.get()).collect()
    }

    /// The settings while they are typed: the fields say no more than before. Reacts.
    pub fn typed(self) -> Option<PolicySettings> {
        let checked = [
            self.name.field,
            self.names.field,
            self.tags.field,
            self.cron.field,
            self.registry.field,
        ];
        if checked.iter().any(|field| field.problem().is_some()) {
            return None;
        }
        let registry = self.registry.typed()?;
        let trigger = self.trigger.get();
        Some(PolicySettings {
            name: self
                .name
                .read(|text| text.parse().ok(), PolicyName::listed)?,
            description: self.description.text.get(),
            direction: match &*self.direction.get() {
                PULL => Direction::Pull(registry),
                _ => Direction::Push(registry),
            },
            dest_namespace: self.namespace.text.get().trim().to_owned(),
            filters: self.filters(),
            repo_scope_mode: RepoScopeMode::ALL
                .into_iter()
                .find(|mode| self.scope.with(|scope| scope == mode.name()))?,
            trigger: match TriggerType::named(&trigger)? {
                TriggerType::Manual => Trigger::Manual,
                TriggerType::EventBased => Trigger::EventBased,
                TriggerType::Scheduled => Trigger::Scheduled(
                    self.cron
                        .read(|text| Schedule::typed(text).ok(), Schedule::listed)?,
                ),
            },
            overwrites: self.overwrites.get(),
            enabled: self.enabled.get(),
        })
    }

    /// The settings, when nothing is wrong with the fields; otherwise they say what is.
    pub fn settings(self) -> Option<PolicySettings> {
        for (_, field) in self.by_id() {
            field.touch();
            field.forget_refusal();
        }
        let settings = untrack(|| self.typed());
        if settings.is_none() {
            self.focus_problem();
        }
        settings
    }

    /// What the registry of this ID is called; its ID where no list tells its name. Untrusted text.
    pub fn name_of(self, registry: RegistryId) -> String {
        self.registry.name_of(registry)
    }

    /// Puts a refusal at the field that it is about.
    pub fn refuse(self, setting: RefusedSetting, why: Message) {
        let field = match setting {
            RefusedSetting::Name => self.name.field,
            RefusedSetting::Registry => self.registry.field,
            RefusedSetting::DestNamespace => self.namespace,
            RefusedSetting::Filters => self.names.field,
            RefusedSetting::Cron => self.cron.field,
        };
        field.refuse(field.text.get_untracked(), why);
        self.focus_problem();
    }

    fn by_id(self) -> [(&'static str, Field); 6] {
        [
            (NAME, self.name.field),
            (REGISTRY, self.registry.field),
            (NAMESPACE, self.namespace),
            (NAMES, self.names.field),
            (TAGS, self.tags.field),
            (CRON, self.cron.field),
        ]
    }

    /// Puts the focus on the first field with which something is wrong.
    fn focus_problem(self) {
        let fields = self.by_id();
        let mut wrong = fields.iter();
        let wrong = wrong.find(|(_, field)| untrack(|| field.told_problem().is_some()));
        if let Some((id, _)) = wrong {
            focus_by_id(id);
        }
    }
}

/// Whether a condition is one that the field for its type can hold.
fn is_plain(filter: &Filter, filter_type: FilterType) -> bool {
    filter.known_type() == Some(filter_type) && matches!(&*filter.decoration, "" | "matches")
}

/// The words for how repositories are chosen.
pub fn scope_words(mode: RepoScopeMode) -> Message {
    match mode {
        RepoScopeMode::Regular => text::policy_scope_regular(),
        RepoScopeMode::Selection => text::policy_scope_selection(),
    }
}
