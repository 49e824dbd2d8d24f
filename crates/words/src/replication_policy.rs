//! Replication policies and their executions, in words.

use cloud_api::enterprise::{
    CannotTell, CronError, CronField, Filter, FilterType, GlobError, RunStatus, ScheduleError,
    TriggerType,
};

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

/// What is wrong with typed times.
#[must_use]
pub fn schedule_problem(error: &ScheduleError) -> Message {
    match error {
        ScheduleError::Cron(CronError::Fields(count)) => text::cron_fields(*count as u64),
        ScheduleError::Cron(CronError::Field { field, text }) => {
            text::cron_field(cron_field_words(*field), text.as_str())
        }
        ScheduleError::Seconds => text::cron_seconds(),
        ScheduleError::Never => text::cron_no_such_time(),
    }
}

fn cron_field_words(field: CronField) -> Message {
    match field {
        CronField::Second => text::cron_second(),
        CronField::Minute => text::cron_minute(),
        CronField::Hour => text::cron_hour(),
        CronField::DayOfMonth => text::cron_day_of_month(),
        CronField::Month => text::cron_month(),
        CronField::DayOfWeek => text::cron_day_of_week(),
    }
}

/// What is wrong with a typed pattern.
#[must_use]
pub fn pattern_problem(error: GlobError) -> Message {
    match error {
        GlobError::Unclosed => text::pattern_unclosed(),
        GlobError::TooMuch => text::pattern_too_much(),
        GlobError::Undocumented(sign) => text::pattern_undocumented(sign),
        GlobError::RegularExpression => text::pattern_regular_expression(),
    }
}

/// Why nobody can say what a policy copies.
#[must_use]
pub fn cannot_tell_words(why: &CannotTell) -> Message {
    match why {
        CannotTell::Unread => text::policies_unread_side(),
        CannotTell::Unknown(kind) => text::pattern_unknown_kind(kind.as_str()),
        CannotTell::Pattern { error, .. } => pattern_problem(*error),
    }
}
