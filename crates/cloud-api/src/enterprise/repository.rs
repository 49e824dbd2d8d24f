//! Repositories of an instance, and of all instances of a project.

use super::ids::{InstanceId, NamespaceName, RepositoryName};
use super::moment::Moment;
use super::paging::{Page, Paging};
use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Listed, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/repositories",
    "ListInstanceRepositories",
);

const LIST_ALL: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/repositories",
    "ListAllInstanceRepositories",
);

/// Reads a page of an instance's repositories: `GET …/repositories` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRepositories {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which part of the list.
    pub paging: Paging,
}

/// Reads a page of the repositories of all instances of a project: `GET /v2/{project_id}/repositories`
/// (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAllRepositories {
    /// Of which project.
    pub project: ProjectId,
    /// What the page before named as the next one; `None` for the first page.
    pub marker: Option<String>,
}

impl ListAllRepositories {
    /// Rows that a page is asked for, the most that the API gives.
    pub const LIMIT: u16 = 100;
}

/// A part of the repositories of all instances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepositoryMarkerPage {
    /// The rows, in the order of the service.
    pub rows: Listed<Repository>,
    /// The marker of the next page; `None` at the end.
    pub next_marker: Option<String>,
}

/// A repository, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Repository {
    /// The namespace that it is in; untrusted text.
    pub namespace_name: String,
    /// The name there; untrusted text.
    pub name: String,
    /// What a person wrote of it; untrusted text.
    pub description: String,
    /// The instance that it is in, where the list is of all of them; untrusted text.
    pub instance_id: String,
    /// That instance by name; untrusted text.
    pub instance_name: String,
    /// How many tags there are, where the service tells.
    pub tag_count: Option<u64>,
    /// How many artifacts there are, where the service tells.
    pub artifact_count: Option<u64>,
    /// How often it was pulled from, where the service tells.
    pub pull_count: Option<u64>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
}

impl Repository {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            namespace_name: fields.text_or_number("namespace_name"),
            name: fields.text_or_number("name"),
            description: fields.text("description"),
            instance_id: fields.text_or_number("instance_id"),
            instance_name: fields.text_or_number("instance_name"),
            tag_count: fields.count("tag_count"),
            artifact_count: fields.count("artifact_count"),
            pull_count: fields.count("pull_count"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
        }
    }

    /// Namespace and name, as the conditions of replication policies see it.
    #[must_use]
    pub fn whole_name(&self) -> String {
        format!("{}/{}", self.namespace_name, self.name)
    }

    /// What names it in a path; `None` for names that no request can carry.
    #[must_use]
    pub fn names(&self) -> Option<(NamespaceName, RepositoryName)> {
        let namespace = NamespaceName::listed(&self.namespace_name)?;
        Some((namespace, RepositoryName::listed(&self.name)?))
    }
}

impl Operation for ListRepositories {
    type Output = Page<Repository>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()]);
        self.paging.join(request)
    }

    fn decode(response: &Response) -> Result<Page<Repository>, ApiError> {
        Page::read(response, "repositories", Repository::read)
    }
}

impl Operation for ListAllRepositories {
    type Output = RepositoryMarkerPage;

    fn request(&self) -> Request {
        let request = Request::new(&LIST_ALL, &[self.project.as_str()])
            .with_query("limit", Self::LIMIT.to_string());
        match &self.marker {
            Some(marker) => request.with_query("marker", marker),
            None => request,
        }
    }

    fn decode(response: &Response) -> Result<RepositoryMarkerPage, ApiError> {
        read_object(response, |answer| {
            let page_info = answer.object("page_info");
            let next_marker = page_info.map(|it| it.text_or_number("next_marker"));
            RepositoryMarkerPage {
                rows: answer.rows("repositories", Repository::read),
                next_marker: next_marker.filter(|marker| !marker.is_empty()),
            }
        })
    }
}
