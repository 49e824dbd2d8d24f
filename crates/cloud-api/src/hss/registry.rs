//! Registries whose images HSS synchronizes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::enterprise_project::EnterpriseProject;
use super::paging::{Page, Paging};
use crate::text::ruled::{check_length, ruled_text};
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Endpoint, Method, Operation, ProjectId, Request, Response, TextError, Timestamp,
};

const LIST: Endpoint = Endpoint::hss(
    Method::Get,
    "/v5/{project_id}/image/registries",
    "ListRegistry",
);
const SHOW_STATISTICS: Endpoint = Endpoint::hss(
    Method::Get,
    "/v5/{project_id}/image/registries/statistics",
    "ListRegistryStatistics",
);

ruled_text!(
    /// A registry, by ID: 1 to 64 characters.
    RegistryId,
    check_registry_id
);
ruled_text!(
    /// A registry's name to look for: 1 to 128 characters (seed page).
    RegistryNameFilter,
    check_registry_name
);
ruled_text!(
    /// A registry's address to look for: 1 to 256 characters.
    RegistryAddressFilter,
    check_registry_address
);

fn check_registry_id(text: &str) -> Result<(), TextError> {
    check_length(text, 64)
}

fn check_registry_name(text: &str) -> Result<(), TextError> {
    check_length(text, 128)
}

fn check_registry_address(text: &str) -> Result<(), TextError> {
    check_length(text, 256)
}

/// The types of registries that the API knows (reference §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RegistryType {
    /// A Harbor of the customer's own.
    Harbor,
    /// A JFrog Artifactory of the customer's own.
    Jfrog,
    /// Private images of the shared edition of SWR.
    SwrPrivate,
    /// Images of the shared edition that others share.
    SwrShared,
    /// SWR Enterprise.
    SwrEnterprise,
    /// Any other.
    Other,
}

impl RegistryType {
    /// All types.
    pub const ALL: [Self; 6] = [
        Self::Harbor,
        Self::Jfrog,
        Self::SwrPrivate,
        Self::SwrShared,
        Self::SwrEnterprise,
        Self::Other,
    ];

    /// The API's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Harbor => "Harbor",
            Self::Jfrog => "Jfrog",
            Self::SwrPrivate => "SwrPrivate",
            Self::SwrShared => "SwrShared",
            Self::SwrEnterprise => "SwrEnterprise",
            Self::Other => "Other",
        }
    }

    /// The type of that name, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Adds the types as a comma list; none given are all.
pub(super) fn join_types(types: &BTreeSet<RegistryType>, request: Request) -> Request {
    if types.is_empty() {
        return request;
    }
    let names: Vec<&str> = types.iter().map(|one| one.name()).collect();
    request.with_query("registry_type", names.join(","))
}

/// Whether HSS gets at a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessStatus {
    /// It does.
    Success,
    /// It does not.
    Fail,
    /// It is being tried.
    Accessing,
}

impl AccessStatus {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Success, Self::Fail, Self::Accessing];

    /// The API's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Fail => "fail",
            Self::Accessing => "accessing",
        }
    }

    /// The status of that name, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Reads a page of the registries: `GET /v5/{project_id}/image/registries` (examples §5.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRegistries {
    /// Of which project.
    pub project: ProjectId,
    /// Of which enterprise projects.
    pub enterprise_project: EnterpriseProject,
    /// Only with this name; whether a part matches is not documented.
    pub registry_name: Option<RegistryNameFilter>,
    /// Only this one.
    pub registry_id: Option<RegistryId>,
    /// Only of these types; all when empty.
    pub registry_types: BTreeSet<RegistryType>,
    /// Only at this address.
    pub registry_address: Option<RegistryAddressFilter>,
    /// Only those that HSS gets at so.
    pub status: Option<AccessStatus>,
    /// Which part of the list.
    pub paging: Paging,
}

/// A registry, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Registry {
    /// The ID; untrusted text.
    pub id: String,
    /// The name; untrusted text.
    pub registry_name: String,
    /// The type's name; not always one that is known.
    pub registry_type: String,
    /// Where it is; untrusted text, empty where the service does not tell.
    pub registry_addr: String,
    /// Whether HSS gets at it; not always a word that is known.
    pub status: String,
    /// Why HSS does not get at it; untrusted text, empty where there is no cause.
    pub fail_reason: String,
    /// How many images it has.
    pub images_num: Option<u64>,
    /// When it was last synchronized.
    pub latest_sync_time: Option<Timestamp>,
}

impl Registry {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: fields.text_or_number("id"),
            registry_name: fields.text_or_number("registry_name"),
            registry_type: fields.text_or_number("registry_type"),
            registry_addr: fields.text_or_number("registry_addr"),
            status: fields.text_or_number("status"),
            fail_reason: fields.text_or_number("fail_reason"),
            images_num: fields.count("images_num"),
            latest_sync_time: fields.time("latest_sync_time"),
        }
    }

    /// The type, where it is a known one.
    #[must_use]
    pub fn known_type(&self) -> Option<RegistryType> {
        RegistryType::named(&self.registry_type)
    }

    /// Whether HSS gets at it, where that is a known word.
    #[must_use]
    pub fn access(&self) -> Option<AccessStatus> {
        AccessStatus::named(&self.status)
    }

    /// What names it when a sync is started; `None` where ID or type are not of the documented form.
    #[must_use]
    pub fn to_sync(&self) -> Option<RegistryToSync> {
        RegistryToSync::of(&self.id, &self.registry_type)
    }
}

impl Operation for ListRegistries {
    type Output = Page<Registry>;

    fn request(&self) -> Request {
        let mut request = Request::new(&LIST, &[self.project.as_str()]);
        if let Some(name) = &self.registry_name {
            request = request.with_query("registry_name", name.as_str());
        }
        if let Some(id) = &self.registry_id {
            request = request.with_query("registry_id", id.as_str());
        }
        if let Some(address) = &self.registry_address {
            request = request.with_query("registry_addr", address.as_str());
        }
        if let Some(status) = self.status {
            request = request.with_query("status", status.name());
        }
        let request = join_types(&self.registry_types, request);
        self.enterprise_project.join(self.paging.join(request))
    }

    fn decode(response: &Response) -> Result<Page<Registry>, ApiError> {
        Page::read(response, Registry::read)
    }
}

/// A registry, as a sync names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryToSync {
    /// Its ID.
    pub registry_id: RegistryId,
    /// Its type.
    pub registry_type: RegistryType,
}

impl RegistryToSync {
    pub(super) fn of(id: &str, type_name: &str) -> Option<Self> {
        Some(Self {
            registry_id: id.parse().ok()?,
            registry_type: RegistryType::named(type_name)?,
        })
    }
}

/// Counts the registries: `GET /v5/{project_id}/image/registries/statistics` (examples §5.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowRegistryStatistics {
    /// Of which project.
    pub project: ProjectId,
    /// Of which enterprise projects.
    pub enterprise_project: EnterpriseProject,
    /// Only of these types; all when empty.
    pub registry_types: BTreeSet<RegistryType>,
}

/// How many registries HSS gets at and how many not, where it tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegistryStatistics {
    /// Those that it gets at.
    pub success_num: Option<u64>,
    /// Those that it does not get at.
    pub fail_num: Option<u64>,
}

impl Operation for ShowRegistryStatistics {
    type Output = RegistryStatistics;

    fn request(&self) -> Request {
        let request = Request::new(&SHOW_STATISTICS, &[self.project.as_str()]);
        self.enterprise_project
            .join(join_types(&self.registry_types, request))
    }

    fn decode(response: &Response) -> Result<RegistryStatistics, ApiError> {
        read_object(response, |fields| RegistryStatistics {
            success_num: fields.count("success_num"),
            fail_num: fields.count("fail_num"),
        })
    }
}
