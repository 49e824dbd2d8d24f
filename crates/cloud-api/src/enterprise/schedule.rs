//! When a policy runs, as a write says it.

use super::cron::{Cron, CronError};

/// When a policy runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// When a person starts it.
    Manual,
    /// By the clock, in UTC.
    Scheduled(Schedule),
    /// When an image is pushed or deleted.
    EventBased,
}

/// Times by the clock as a text of six fields, in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule(String);

/// Why a text is no schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// It tells no times.
    #[error(transparent)]
    Cron(#[from] CronError),
    /// Its first field is another than `0`: Harbor starts no policy within a minute (corrections §5).
    #[error("the first field, the second, has to be 0")]
    Seconds,
    /// It tells times that never come, such as February 30.
    #[error("there is no such time")]
    Never,
}

impl Schedule {
    /// Reads what a person has typed.
    ///
    /// # Errors
    /// Why it is no schedule.
    pub fn typed(text: &str) -> Result<Self, ScheduleError> {
        let cron: Cron = text.parse()?;
        let fields: Vec<&str> = text.split_whitespace().collect();
        if fields.first() != Some(&"0") {
            return Err(ScheduleError::Seconds);
        }
        // Whether a time ever comes does not hang on where the search begins.
        let start = crate::Timestamp::from_milliseconds(0);
        match cron.next_runs(start, 1).is_empty() {
            true => Err(ScheduleError::Never),
            false => Ok(Self(fields.join(" "))),
        }
    }

    /// A text that a service has listed; `None` for an empty one.
    #[must_use]
    pub fn listed(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The text, as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
