//! Replication policies and their executions, in words.

use cloud_api::enterprise::{Filter, FilterType, RunStatus, TriggerType};

use crate::{Message, text};

/// The words for when a policy runs, by the service's word; `None` for one that is not known.
#[must_use]
pub fn trigger_words(name: &str) -> Option<Message> {
    Some(match TriggerType::named(name)? {
        TriggerType::Manual => text::trigger_type_manual(),
        TriggerType::Scheduled => text::trigger_type_scheduled(),
        TriggerType::EventBased => text::trigger_type_event_based(),
    })
}

/// The words for how a run stands, by the service's word; `None` for one that is not known.
#[must_use]
pub fn run_status_words(name: &str) -> Option<Message> {
    Some(match RunStatus::named(name)? {
        RunStatus::Initialized | RunStatus::Pending => text::sync_status_waiting(),
        RunStatus::InProgress => text::sync_status_running(),
        RunStatus::Succeeded => text::sync_status_success(),
        RunStatus::Failed => text::sync_status_failed(),
        RunStatus::Stopped => text::run_status_stopped(),
    })
}

/// One condition of a policy; what is not known of it as the service wrote it.
#[must_use]
pub fn filter_words(filter: &Filter) -> Message {
    let Some(pattern) = &filter.value else {
        return text::policies_unread_side();
    };
    let pattern = pattern.as_str();
    let condition = match filter.known_type() {
        Some(FilterType::Name) => text::policies_filter_name(pattern),
        Some(FilterType::Tag) => text::policies_filter_tag(pattern),
        None => text::policies_filter_other(&*filter.filter_type, pattern),
    };
    match &*filter.decoration {
        "" | "matches" => condition,
        "excludes" => text::policies_filter_excludes(condition),
        other => text::policies_filter_other(other, pattern),
    }
}
