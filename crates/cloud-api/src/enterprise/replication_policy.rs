//! Replication policies: what is copied from where to where, and when.

use super::filter::Filter;
use super::ids::{InstanceId, PolicyId, RegistryId};
use super::moment::Moment;
use super::paging::{Page, Paging};
use super::side::Side;
use super::subjects::shown;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, ProjectId, Request, Response,
};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/replication/policies",
    "ListInstanceReplicationPolicies",
);

const SHOW: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/replication/policies/{policy_id}",
    "ShowInstanceReplicationPolicy",
);

/// Reads a page of an instance's replication policies: `GET …/replication/policies` (examples §4.3). It is
/// never narrowed to a registry, because which side that looks at is not documented (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPolicies {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which part of the list.
    pub paging: Paging,
}

/// Reads a replication policy: `GET …/replication/policies/{policy_id}` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowPolicy {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub policy: PolicyId,
}

/// A replication policy, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReplicationPolicy {
    /// The ID; `None` for one that no request can name.
    pub id: Option<PolicyId>,
    /// The name; untrusted text.
    pub name: String,
    /// What a person wrote of it; untrusted text.
    pub description: String,
    /// Where images come from, `src_registry`.
    pub source: Side,
    /// Where they go, `dest_registry`.
    pub destination: Side,
    /// The namespace that they go to; empty where they keep theirs.
    pub dest_namespace: String,
    /// Which images: those that meet all of these.
    pub filters: Listed<Filter>,
    /// How its repositories were chosen, in the service's word.
    pub repo_scope_mode: String,
    /// When it runs, `trigger.type`; not always a word that is known.
    pub trigger_type: String,
    /// At which times, in UTC; empty where it does not run by the clock. Untrusted text.
    pub cron: String,
    /// Whether images that are there already are overwritten, `override`, where the service tells.
    pub overwrites: Option<bool>,
    /// Whether it runs at all, where the service tells.
    pub enabled: Option<bool>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
}

/// When a policy runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriggerType {
    /// When a person starts it.
    Manual,
    /// By the clock.
    Scheduled,
    /// When an image is pushed or deleted.
    EventBased,
}

impl TriggerType {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Manual, Self::Scheduled, Self::EventBased];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Scheduled => "scheduled",
            Self::EventBased => "event_based",
        }
    }

    /// The trigger of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

impl ReplicationPolicy {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        let trigger = fields.object("trigger");
        let settings = trigger.and_then(|it| it.object("trigger_settings"));
        Self {
            id: PolicyId::read(fields, "id"),
            name: fields.text_or_number("name"),
            description: fields.text("description"),
            source: Side::read(fields, "src_registry"),
            destination: Side::read(fields, "dest_registry"),
            dest_namespace: fields.text_or_number("dest_namespace"),
            filters: fields.details("filters", Filter::read),
            repo_scope_mode: fields.text_or_number("repo_scope_mode"),
            trigger_type: trigger.map_or_else(String::new, |it| it.text_or_number("type")),
            cron: settings.map_or_else(String::new, |it| it.text("cron")),
            overwrites: fields.flag("override"),
            enabled: fields.flag("enabled"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
        }
    }

    /// When it runs, where that is a known word.
    #[must_use]
    pub fn known_trigger(&self) -> Option<TriggerType> {
        TriggerType::named(&self.trigger_type)
    }

    /// Whether one of its sides cannot be read, so that it may be any registry.
    #[must_use]
    pub fn has_unread_side(&self) -> bool {
        [self.source, self.destination].contains(&Side::Unread)
    }

    /// Whether it copies from a registry or to it; `None` where one of its sides cannot be read and the
    /// other is not the registry.
    #[must_use]
    pub fn uses(&self, registry: RegistryId) -> Option<bool> {
        let sides = [self.source, self.destination];
        if sides.contains(&Side::Registry(registry)) {
            Some(true)
        } else {
            (!sides.contains(&Side::Unread)).then_some(false)
        }
    }
}

impl Operation for ListPolicies {
    type Output = Page<ReplicationPolicy>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()]);
        self.paging.join(request)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::ReplicationPolicy)
    }

    fn decode(response: &Response) -> Result<Page<ReplicationPolicy>, ApiError> {
        Page::read(response, "policies", ReplicationPolicy::read)
    }
}

impl Operation for ShowPolicy {
    type Output = ReplicationPolicy;

    fn request(&self) -> Request {
        let policy = self.policy.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &policy];
        Request::new(&SHOW, &parameters)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::ReplicationPolicy)
    }

    fn decode(response: &Response) -> Result<ReplicationPolicy, ApiError> {
        read_object(response, ReplicationPolicy::read)
    }
}
