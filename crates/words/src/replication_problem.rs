//! What is wrong with what was typed for a target registry or a replication policy, in words.

use cloud_api::TextError;
use cloud_api::enterprise::{
    AccessKeyError, CronError, CronField, FilterError, HostMappingError, RegistryUrlError,
    ScheduleError,
};

use crate::text_problem::text_problem;
use crate::{Message, text};

/// Of where a target registry is.
#[must_use]
pub fn url_problem(error: &RegistryUrlError) -> Message {
    match error {
        RegistryUrlError::Text(error) => text_problem(error, text::replication_problem_url),
        RegistryUrlError::Scheme => text::replication_problem_url_scheme(),
        RegistryUrlError::Host => text::replication_problem_url_host("harbor.example.com"),
        RegistryUrlError::ApiHost => text::replication_problem_api_host(),
    }
}

/// Of whom an instance signs in as.
#[must_use]
pub fn access_key_problem(error: &AccessKeyError) -> Message {
    match error {
        AccessKeyError::Text(error) => text_problem(error, text::replication_problem_access_key),
        AccessKeyError::NotOfSharedEdition(_) => text::replication_problem_access_key_shared(),
    }
}

/// Of the secret with which it does.
#[must_use]
pub fn secret_problem(error: &TextError) -> Message {
    text_problem(error, text::replication_problem_secret)
}

/// Of the project of an instance.
#[must_use]
pub fn project_problem(error: &TextError) -> Message {
    match error {
        TextError::Length { length, .. } => text::recipient_id_length(*length as u64),
        error => text_problem(error, text::registry_form_project_needed),
    }
}

/// Of the addresses of hosts.
#[must_use]
pub fn hosts_problem(error: &HostMappingError) -> Message {
    match error {
        HostMappingError::Empty => text::replication_problem_hosts(),
        HostMappingError::Line { line, .. } => {
            text::replication_problem_host_line("harbor.example.com 192.0.2.10", *line as u64)
        }
        HostMappingError::Twice { line, host } => {
            text::replication_problem_host_twice(host, *line as u64)
        }
    }
}

/// Of the times at which a policy runs.
#[must_use]
pub fn schedule_problem(error: &ScheduleError) -> Message {
    let (field, text) = match error {
        ScheduleError::Seconds => return text::replication_problem_cron_seconds(),
        ScheduleError::Never => return text::replication_problem_cron_never(),
        ScheduleError::Cron(CronError::Fields(count)) => {
            return text::replication_problem_cron_fields(*count as u64);
        }
        ScheduleError::Cron(CronError::Field { field, text }) => (field, text),
    };
    match field {
        CronField::Second => text::replication_problem_cron_second(text),
        CronField::Minute => text::replication_problem_cron_minute(text),
        CronField::Hour => text::replication_problem_cron_hour(text),
        CronField::DayOfMonth => text::replication_problem_cron_day_of_month(text),
        CronField::Month => text::replication_problem_cron_month(text),
        CronField::DayOfWeek => text::replication_problem_cron_day_of_week(text),
    }
}

/// Of the pattern of a filter.
#[must_use]
pub fn filter_problem(error: &FilterError) -> Message {
    match error {
        FilterError::Empty => text::replication_problem_filter(),
        FilterError::Pattern(_) => text::replication_problem_filter_pattern("{library,shop}/**"),
    }
}
