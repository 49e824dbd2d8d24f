//! Target registries: where images are replicated to and from.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ids::{InstanceId, RegistryId};
use super::moment::Moment;
use super::paging::{Page, Paging};
use super::subjects::shown;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Method, Operation, ProjectId, Request, Response,
};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/registries",
    "ListInstanceRegistries",
);

const SHOW: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/registries/{registry_id}",
    "ShowInstanceRegistry",
);

/// Reads a page of an instance's target registries: `GET …/registries` (examples §4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTargetRegistries {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Only with this in their name; a part matches (corrections §5).
    pub name: Option<String>,
    /// Which part of the list.
    pub paging: Paging,
}

/// Reads a target registry: `GET …/registries/{registry_id}` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowTargetRegistry {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub registry: RegistryId,
}

/// A target registry, as the service gave it. No answer has its secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TargetRegistry {
    /// The ID; `None` for one that no request can name.
    pub id: Option<RegistryId>,
    /// The name; untrusted text.
    pub name: String,
    /// What a person wrote of it; untrusted text.
    pub description: String,
    /// What it is, `type`; not always a word that is known.
    pub registry_type: String,
    /// Where it is; untrusted text, never a link.
    pub url: String,
    /// The region that it is in; empty where it is not told.
    pub region_id: String,
    /// The instance that it is; empty for another type and where it is not told.
    pub instance_id: String,
    /// The project of that instance; answers are not documented to have it (corrections §5).
    pub project_id: String,
    /// Whom the console's instance signs in as there; untrusted text.
    pub access_key: String,
    /// The addresses of hosts, by name, `dns_conf.hosts`; `None` where the answer leaves them out or has
    /// one that is no text, so that an edit has to ask for them.
    pub hosts: Option<BTreeMap<String, String>>,
    /// Whether any certificate is accepted there, where the service tells.
    pub insecure: Option<bool>,
    /// Whether it can be reached; not always a word that is known.
    pub status: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
}

/// What a target registry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegistryType {
    /// An open-source Harbor.
    Harbor,
    /// An instance of the enterprise edition.
    Enterprise,
    /// The shared edition.
    Shared,
}

impl RegistryType {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Harbor, Self::Enterprise, Self::Shared];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Harbor => "swr-pro",
            Self::Enterprise => "swr-pro-internal",
            Self::Shared => "huawei-SWR",
        }
    }

    /// The type of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Whether a target registry can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegistryStatus {
    /// It can.
    Healthy,
    /// It cannot, or does not take the credential.
    Unhealthy,
}

impl RegistryStatus {
    /// All known ones.
    pub const ALL: [Self; 2] = [Self::Healthy, Self::Unhealthy];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Healthy => "healthy",
            Self::Unhealthy => "unhealthy",
        }
    }

    /// The status of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

impl TargetRegistry {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        let credential = fields.object("credential");
        Self {
            id: RegistryId::read(fields, "id"),
            name: fields.text_or_number("name"),
            description: fields.text("description"),
            registry_type: fields.text_or_number("type"),
            url: fields.text("url"),
            region_id: fields.text_or_number("region_id"),
            instance_id: fields.text_or_number("instance_id"),
            project_id: fields.text_or_number("project_id"),
            access_key: credential.map_or_else(String::new, |it| it.text_or_number("access_key")),
            hosts: hosts(fields),
            insecure: fields.flag("insecure"),
            status: fields.text_or_number("status"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
        }
    }

    /// What it is, where that is a known word.
    #[must_use]
    pub fn known_type(&self) -> Option<RegistryType> {
        RegistryType::named(&self.registry_type)
    }

    /// Whether it can be reached, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<RegistryStatus> {
        RegistryStatus::named(&self.status)
    }
}

fn hosts(fields: Fields<'_>) -> Option<BTreeMap<String, String>> {
    let hosts = fields.object("dns_conf")?.get("hosts")?.as_object()?;
    let text =
        |(host, address): (&String, &Value)| Some((host.clone(), address.as_str()?.to_owned()));
    hosts.iter().map(text).collect()
}

impl Operation for ListTargetRegistries {
    type Output = Page<TargetRegistry>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()]);
        let request = match &self.name {
            Some(name) => request.with_query("name", name),
            None => request,
        };
        self.paging.join(request)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::TargetRegistry)
    }

    fn decode(response: &Response) -> Result<Page<TargetRegistry>, ApiError> {
        Page::read(response, "registries", TargetRegistry::read)
    }
}

impl Operation for ShowTargetRegistry {
    type Output = TargetRegistry;

    fn request(&self) -> Request {
        let registry = self.registry.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &registry];
        Request::new(&SHOW, &parameters)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::TargetRegistry)
    }

    fn decode(response: &Response) -> Result<TargetRegistry, ApiError> {
        read_object(response, TargetRegistry::read)
    }
}
