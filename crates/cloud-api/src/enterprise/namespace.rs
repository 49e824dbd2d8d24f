//! Namespaces of an instance.

use super::ids::{InstanceId, NamespaceName};
use super::moment::Moment;
use super::paging::{Page, Paging};
use crate::wire::fields::Fields;
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/namespaces",
    "ListInstanceNamespaces",
);

/// Reads a page of an instance's namespaces: `GET …/namespaces` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListNamespaces {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which part of the list.
    pub paging: Paging,
}

/// A namespace, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Namespace {
    /// The name; untrusted text.
    pub name: String,
    /// Whether everyone can pull from it, where the service tells.
    pub public: Option<bool>,
    /// How many repositories are in it, where the service tells.
    pub repo_count: Option<u64>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
}

impl Namespace {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            name: fields.text_or_number("name"),
            public: fields.object("metadata").and_then(public),
            repo_count: fields.count("repo_count"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
        }
    }

    /// What names it in a path; `None` for a name that no request can carry.
    #[must_use]
    pub fn namespace_name(&self) -> Option<NamespaceName> {
        NamespaceName::listed(&self.name)
    }
}

/// The flags of a namespace come as text (reference §6).
fn public(metadata: Fields<'_>) -> Option<bool> {
    match &*metadata.text("public") {
        "true" => Some(true),
        "false" => Some(false),
        _ => metadata.flag("public"),
    }
}

impl Operation for ListNamespaces {
    type Output = Page<Namespace>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()]);
        self.paging.join(request)
    }

    fn decode(response: &Response) -> Result<Page<Namespace>, ApiError> {
        Page::read(response, "namespaces", Namespace::read)
    }
}
