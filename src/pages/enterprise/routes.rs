//! The addresses of the pages about SWR Enterprise.

use std::fmt;

use cloud_api::TextError;
use cloud_api::enterprise::InstanceId;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::i18n::{Message, text};
use crate::route::{DETAILS, PageRoute, Title};
use crate::ui::IconName;

/// A page about SWR Enterprise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All instances of the project.
    Instances,
    /// One instance, by the tab that is open.
    Instance(InstanceId, Tab),
    /// The address of an instance whose ID cannot be one, and why.
    MalformedInstance {
        /// What stands in the address.
        text: String,
        /// What is wrong with it.
        error: TextError,
    },
}

/// The ID of the table of target registries in its page.
pub const REGISTRIES_TABLE: &str = "target-registries-title";

/// The target registries of an instance, with the details of one of them open.
#[must_use]
pub fn details_of_registry(instance: &InstanceId, registry: &str) -> String {
    let page = Route::Instance(instance.clone(), Tab::TargetRegistries);
    format!("{page}?{DETAILS}={REGISTRIES_TABLE}/{registry}")
}

/// A part of an instance's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Where its images are replicated to and from.
    TargetRegistries,
}

impl Tab {
    /// All, in the order of the page.
    pub const ALL: [Self; 1] = [Self::TargetRegistries];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::TargetRegistries => text::target_registries_title(),
        }
    }

    fn segment(self) -> &'static str {
        match self {
            Self::TargetRegistries => "registries",
        }
    }

    fn named(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.segment() == segment)
    }
}

impl Route {
    /// The pages that the navigation leads to, under the words and icons that it has for them.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        let words = text::frame_enterprise();
        vec![(Self::Instances, words, IconName::Registry)]
    }

    /// The page of an instance that a segment of an address names.
    fn of_instance(text: &str, tab: Tab) -> Self {
        match text.parse() {
            Ok(instance) => Self::Instance(instance, tab),
            Err(error) => Self::MalformedInstance {
                text: text.to_owned(),
                error,
            },
        }
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        let ["enterprise", behind @ ..] = segments else {
            return None;
        };
        Some(match behind {
            [] => Self::Instances,
            [instance] => Self::of_instance(instance, Tab::TargetRegistries),
            [instance, tab] => Self::of_instance(instance, Tab::named(tab)?),
            _ => return None,
        })
    }

    fn title(&self) -> Title {
        match self {
            Self::Instances => Title::Words(text::frame_enterprise()),
            // What it is called is read with it.
            Self::Instance(instance, _) => Title::Name(instance.to_string()),
            Self::MalformedInstance { .. } => Title::Words(text::instance_malformed()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Instances => None,
            Self::Instance(..) | Self::MalformedInstance { .. } => Some(Self::Instances),
        }
    }

    fn part(&self) -> Option<Message> {
        match self {
            Self::Instance(_, tab) => Some(tab.words()),
            Self::Instances | Self::MalformedInstance { .. } => None,
        }
    }

    fn is_part_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Instance(this, _), Self::Instance(that, _)) => this == that,
            _ => false,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instances => formatter.write_str("enterprise"),
            Self::Instance(instance, tab) => {
                write!(formatter, "enterprise/{instance}/{}", tab.segment())
            }
            Self::MalformedInstance { text, .. } => {
                let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
                write!(formatter, "enterprise/{text}")
            }
        }
    }
}
