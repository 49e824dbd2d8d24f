//! Artifacts: what repositories hold.

use super::ids::{InstanceId, NamespaceName, RepositoryName};
use super::moment::Moment;
use super::paging::{Page, PageSize, Paging};
use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Listed, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/repositories/{repository_name}/artifacts",
    "ListInstanceArtifacts",
);

const LIST_ALL: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/artifacts",
    "ListInstanceAllArtifacts",
);

/// Reads a page of a repository's artifacts: `GET …/repositories/{repository_name}/artifacts`
/// (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListArtifacts {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which namespace.
    pub namespace: NamespaceName,
    /// Of which repository there.
    pub repository: RepositoryName,
    /// Which part of the list.
    pub paging: Paging,
}

/// Reads a page of all artifacts of an instance: `GET …/artifacts` (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAllArtifacts {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// What the page before named as the next one; `None` for the first page.
    pub marker: Option<u64>,
}

/// A part of all artifacts of an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArtifactMarkerPage {
    /// The rows, in the order of the service.
    pub rows: Listed<Artifact>,
    /// The marker of the next page; `None` at the end.
    pub next_marker: Option<u64>,
}

/// An artifact, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Artifact {
    /// The digest; untrusted text.
    pub digest: String,
    /// The repository that it is in; untrusted text.
    pub repository_name: String,
    /// What it is, in the service's word.
    pub artifact_type: String,
    /// Bytes, where the service tells.
    pub size: Option<u64>,
    /// Its tags by name; untrusted texts.
    pub tags: Listed<String>,
    /// When it was pushed last.
    pub push_time: Moment,
    /// When it was pulled last.
    pub pull_time: Moment,
}

impl Artifact {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            digest: fields.text("digest"),
            repository_name: fields.text_or_number("repository_name"),
            artifact_type: fields.text_or_number("type"),
            size: fields.count("size"),
            tags: fields.details("tags", |tag| tag.text_or_number("name")),
            push_time: Moment::read(fields, "push_time"),
            pull_time: Moment::read(fields, "pull_time"),
        }
    }
}

impl Operation for ListArtifacts {
    type Output = Page<Artifact>;

    fn request(&self) -> Request {
        let parameters = [
            self.project.as_str(),
            self.instance.as_str(),
            self.namespace.as_str(),
            self.repository.as_str(),
        ];
        self.paging.join(Request::new(&LIST, &parameters))
    }

    fn decode(response: &Response) -> Result<Page<Artifact>, ApiError> {
        Page::read(response, "artifacts", Artifact::read)
    }
}

impl Operation for ListAllArtifacts {
    type Output = ArtifactMarkerPage;

    fn request(&self) -> Request {
        let request = Request::new(&LIST_ALL, &[self.project.as_str(), self.instance.as_str()])
            .with_query("limit", PageSize::LARGEST.rows().to_string());
        match self.marker {
            Some(marker) => request.with_query("marker", marker.to_string()),
            None => request,
        }
    }

    fn decode(response: &Response) -> Result<ArtifactMarkerPage, ApiError> {
        read_object(response, |answer| ArtifactMarkerPage {
            rows: answer.rows("artifacts", Artifact::read),
            next_marker: answer.whole_id("next_marker").filter(|marker| *marker > 0),
        })
    }
}
