//! The addresses of the pages about SWR Enterprise.

use std::fmt;

use cloud_api::enterprise::{ExecutionId, InstanceId, PolicyId};
use cloud_api::{Kind, Owner, Service, Subject, TextError};
use config::Place;
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
    /// One replication policy of an instance.
    Policy(InstanceId, PolicyId),
    /// One execution of a policy.
    Execution(InstanceId, PolicyId, ExecutionId),
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
    /// What is replicated, and when.
    ReplicationPolicies,
    /// What it is, how much it holds, and where its images go, at one look.
    Overview,
    /// Who did what with its images.
    AuditLog,
}

impl Tab {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::TargetRegistries,
        Self::ReplicationPolicies,
        Self::Overview,
        Self::AuditLog,
    ];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::TargetRegistries => text::target_registries_title(),
            Self::ReplicationPolicies => text::policies_title(),
            Self::Overview => text::instance_overview_title(),
            Self::AuditLog => text::audit_log_title(),
        }
    }

    fn segment(self) -> &'static str {
        match self {
            Self::TargetRegistries => "registries",
            Self::ReplicationPolicies => "policies",
            Self::Overview => "overview",
            Self::AuditLog => "audit-log",
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
            [instance, "policies", policy] => {
                Self::Policy(instance.parse().ok()?, policy.parse().ok()?)
            }
            [instance, "policies", policy, execution] => Self::Execution(
                instance.parse().ok()?,
                policy.parse().ok()?,
                execution.parse().ok()?,
            ),
            _ => return None,
        })
    }

    fn is_offered(&self, place: Place) -> bool {
        place.has(Service::Enterprise)
    }

    fn title(&self) -> Title {
        match self {
            Self::Instances => Title::Words(text::frame_enterprise()),
            // What it is called is read with it.
            Self::Instance(instance, _) => Title::Name(instance.to_string()),
            Self::Policy(_, policy) => Title::Words(text::policy_called(policy.to_string())),
            Self::Execution(_, _, execution) => {
                Title::Words(text::execution_called(execution.to_string()))
            }
            Self::MalformedInstance { .. } => Title::Words(text::instance_malformed()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Instances => None,
            Self::Instance(..) | Self::MalformedInstance { .. } => Some(Self::Instances),
            Self::Policy(instance, _) => {
                Some(Self::Instance(instance.clone(), Tab::ReplicationPolicies))
            }
            Self::Execution(instance, policy, _) => Some(Self::Policy(instance.clone(), *policy)),
        }
    }

    fn part(&self) -> Option<Message> {
        match self {
            Self::Instance(_, tab) => Some(tab.words()),
            Self::Instances
            | Self::Policy(..)
            | Self::Execution(..)
            | Self::MalformedInstance { .. } => None,
        }
    }

    /// A policy has a page. What tells of an execution does not tell of which policy it is.
    fn about(subject: &Subject) -> Option<Self> {
        let Owner::Instance(instance) = &subject.of else {
            return None;
        };
        let policies = || Self::Instance(instance.clone(), Tab::ReplicationPolicies);
        match subject.kind {
            Kind::ReplicationPolicy => {
                let id = subject.id_in_instance().and_then(|id| id.parse().ok());
                let page = id.map(|id| Self::Policy(instance.clone(), id));
                Some(page.unwrap_or_else(policies))
            }
            Kind::Execution => Some(policies()),
            Kind::TargetRegistry => Some(Self::Instance(instance.clone(), Tab::TargetRegistries)),
            _ => None,
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
            Self::Policy(instance, policy) => {
                let tab = Tab::ReplicationPolicies.segment();
                write!(formatter, "enterprise/{instance}/{tab}/{policy}")
            }
            Self::Execution(instance, policy, execution) => {
                let tab = Tab::ReplicationPolicies.segment();
                write!(
                    formatter,
                    "enterprise/{instance}/{tab}/{policy}/{execution}"
                )
            }
            Self::MalformedInstance { text, .. } => {
                let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
                write!(formatter, "enterprise/{text}")
            }
        }
    }
}
