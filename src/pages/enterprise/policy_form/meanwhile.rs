//! What somebody else has changed of a replication policy while its form was open.

use cloud_api::enterprise::{Direction, PolicySettings, Trigger};
use leptos::prelude::*;
use words::replication_policy::filter_words;

use super::fields::{Fields, scope_words};
use crate::i18n::{Message, t, text};
use crate::live::shown;
use crate::pages::enterprise::lines::lines_of;

/// A line for each setting that somebody has changed. What the person has not touched is put into the fields
/// as it is now; `over` are the settings that come of it.
pub fn take_in(
    fields: Fields,
    known: &PolicySettings,
    now: &PolicySettings,
    over: &PolicySettings,
) -> Vec<Message> {
    let told = |settings| told(fields, settings).into_iter();
    let each = told(known).zip(told(now)).zip(told(over));
    let changed = each.filter(|((known, now), _)| known != now);
    let line = |((_, now), over): ((_, Told), Told)| match over == now {
        true => text::registry_form_changed_setting(now.0, now.1),
        false => text::registry_form_changed_typed(now.0, now.1),
    };
    let lines: Vec<Message> = changed.map(line).collect();
    if !lines.is_empty() {
        fields.fill(over);
    }
    lines
}

/// The words for these lines; nothing without any.
pub fn view(lines: Vec<Message>) -> AnyView {
    shown((!lines.is_empty()).then(|| {
        view! {
            <p class="banner warning">{t(text::policy_changed())}</p>
            {lines_of(lines)}
        }
    }))
}

/// What a setting is called, and what it is.
type Told = (Message, Message);

fn told(fields: Fields, settings: &PolicySettings) -> [Told; 10] {
    let typed = |text: &str| match text.trim() {
        "" => text::registry_form_changed_empty(),
        text => text::item_name(text),
    };
    let filters = settings.filters.iter().map(filter_words);
    let is_or_not = |is: bool| match is {
        true => text::word_yes(),
        false => text::word_no(),
    };
    [
        (text::policies_name(), typed(settings.name.as_str())),
        (
            text::permissions_description(),
            typed(&settings.description),
        ),
        (
            text::policy_direction(),
            match settings.direction {
                Direction::Push(_) => text::policy_push(),
                Direction::Pull(_) => text::policy_pull(),
            },
        ),
        (
            text::target_registries_name(),
            text::item_name(fields.name_of(settings.direction.registry())),
        ),
        (
            text::policy_dest_namespace(),
            typed(&settings.dest_namespace),
        ),
        (
            text::policies_filters(),
            filters
                .reduce(text::access_how_list)
                .unwrap_or_else(text::policies_everything),
        ),
        (text::policy_scope(), scope_words(settings.repo_scope_mode)),
        (
            text::policies_trigger(),
            match &settings.trigger {
                Trigger::Manual => text::trigger_type_manual(),
                Trigger::EventBased => text::trigger_type_event_based(),
                Trigger::Scheduled(times) => text::policies_scheduled(times.as_str()),
            },
        ),
        (
            text::automatic_sync_overwrite_label(),
            is_or_not(settings.overwrites),
        ),
        (text::policies_enabled(), is_or_not(settings.enabled)),
    ]
}
