//! The addresses of the pages about image security sync.

use std::fmt;

use cloud_api::hss::TaskId;
use cloud_api::{Kind, Service, Subject, TextError};
use config::Place;

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// A page about image security sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The latest task and all tasks.
    Tasks,
    /// The registries of one task.
    Task(TaskId),
    /// The address of a task whose ID cannot be one, and why.
    MalformedTask {
        /// What stands in the address.
        text: String,
        /// What is wrong with it.
        error: TextError,
    },
}

impl Route {
    /// The pages that the navigation leads to, under the words and icons that it has for them.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        vec![(Self::Tasks, text::frame_security_sync(), IconName::Shield)]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        match segments {
            ["security-sync"] | ["security-sync", "tasks"] => Some(Self::Tasks),
            ["security-sync", "tasks", task_id] => Some(match task_id.parse() {
                Ok(task_id) => Self::Task(task_id),
                Err(error) => Self::MalformedTask {
                    text: (*task_id).to_owned(),
                    error,
                },
            }),
            _ => None,
        }
    }

    fn is_offered(&self, place: Place) -> bool {
        place.has(Service::Hss)
    }

    fn title(&self) -> Title {
        match self {
            Self::Tasks => Title::Words(text::frame_security_sync()),
            // What it is called is read with it.
            Self::Task(_) => Title::Words(text::task_title()),
            Self::MalformedTask { .. } => Title::Words(text::task_malformed()),
        }
    }

    fn about(subject: &Subject) -> Option<Self> {
        (subject.kind == Kind::ImageSync).then_some(Self::Tasks)
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Tasks => None,
            Self::Task(_) | Self::MalformedTask { .. } => Some(Self::Tasks),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tasks => formatter.write_str("security-sync"),
            Self::Task(task_id) => write!(formatter, "security-sync/tasks/{task_id}"),
            Self::MalformedTask { text, .. } => {
                let set = percent_encoding::NON_ALPHANUMERIC;
                let text = percent_encoding::utf8_percent_encode(text, set);
                write!(formatter, "security-sync/tasks/{text}")
            }
        }
    }
}
