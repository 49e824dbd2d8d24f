//! Instances: registries of one's own.

use super::ids::InstanceId;
use super::moment::Moment;
use super::paging::{Page, Paging};
use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint =
    Endpoint::enterprise(Method::Get, "/v2/{project_id}/instances", "ListInstance");

const SHOW: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}",
    "ShowInstance",
);

/// Reads a page of the instances of a project: `GET /v2/{project_id}/instances` (examples §4.1). Where the
/// edition is not offered the gateway knows no such path; where there is no instance the list is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListInstances {
    /// Of which project.
    pub project: ProjectId,
    /// Which part of the list.
    pub paging: Paging,
}

/// Reads an instance: `GET /v2/{project_id}/instances/{instance_id}` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowInstance {
    /// Of which project.
    pub project: ProjectId,
    /// Which one.
    pub instance: InstanceId,
}

/// An instance, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Instance {
    /// The ID; untrusted text.
    pub id: String,
    /// The name; untrusted text.
    pub name: String,
    /// What a person wrote of it; untrusted text.
    pub description: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// Its size, in the service's word.
    pub spec: String,
    /// The version of its software.
    pub version: String,
    /// How it is paid for, in the service's word.
    pub charge_mode: String,
    /// The host that images are pulled from; untrusted text.
    pub access_address: String,
    /// The enterprise project that it belongs to; `0` for the default one, empty where it is not told.
    pub enterprise_project_id: String,
    /// The network that it is in, by name.
    pub vpc_name: String,
    /// The addresses of that network.
    pub vpc_cidr: String,
    /// The part of that network, by name.
    pub subnet_name: String,
    /// The addresses of that part.
    pub subnet_cidr: String,
    /// The bucket that holds its images.
    pub obs_bucket_name: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
    /// Until when it is paid for.
    pub expires_at: Moment,
}

/// How an instance stands (reference §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstanceStatus {
    /// It was ordered.
    Initial,
    /// It is being made.
    Creating,
    /// It can be used.
    Running,
    /// It cannot be used.
    Unavailable,
}

impl InstanceStatus {
    /// All known ones.
    pub const ALL: [Self; 4] = [
        Self::Initial,
        Self::Creating,
        Self::Running,
        Self::Unavailable,
    ];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Initial => "Initial",
            Self::Creating => "Creating",
            Self::Running => "Running",
            Self::Unavailable => "Unavailable",
        }
    }

    /// The status of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

impl Instance {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: fields.text_or_number("id"),
            name: fields.text_or_number("name"),
            description: fields.text("description"),
            status: fields.text_or_number("status"),
            spec: fields.text_or_number("spec"),
            version: fields.text_or_number("version"),
            charge_mode: fields.text_or_number("charge_mode"),
            access_address: fields.text("access_address"),
            enterprise_project_id: fields.text_or_number("enterprise_project_id"),
            vpc_name: fields.text_or_number("vpc_name"),
            vpc_cidr: fields.text("vpc_cidr"),
            subnet_name: fields.text_or_number("subnet_name"),
            subnet_cidr: fields.text("subnet_cidr"),
            obs_bucket_name: fields.text("obs_bucket_name"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
            expires_at: Moment::read(fields, "expires_at"),
        }
    }

    /// The ID, where a request can name it; only then can what is in it be read.
    #[must_use]
    pub fn instance_id(&self) -> Option<InstanceId> {
        InstanceId::listed(&self.id)
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<InstanceStatus> {
        InstanceStatus::named(&self.status)
    }
}

impl Operation for ListInstances {
    type Output = Page<Instance>;

    fn request(&self) -> Request {
        self.paging
            .join(Request::new(&LIST, &[self.project.as_str()]))
    }

    fn decode(response: &Response) -> Result<Page<Instance>, ApiError> {
        Page::read(response, "instances", Instance::read)
    }
}

impl Operation for ShowInstance {
    type Output = Instance;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.project.as_str(), self.instance.as_str()])
    }

    fn decode(response: &Response) -> Result<Instance, ApiError> {
        read_object(response, Instance::read)
    }
}
