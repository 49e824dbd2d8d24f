//! What people and machines did with the images of an instance.

use super::ids::InstanceId;
use super::moment::Moment;
use super::paging::{Page, Paging};
use crate::wire::fields::Fields;
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/audit-logs",
    "ListAuditLogs",
);

/// Reads a page of an instance's audit log: `GET …/audit-logs` (examples §4.5). The API wants an operation
/// and narrows by nothing else (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAuditLogs {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which operation.
    pub operation: AuditOperation,
    /// Which part of the list.
    pub paging: Paging,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuditOperation {
    /// Something was pulled.
    Pull,
    /// Something was deleted.
    Delete,
    /// Something was made.
    Create,
}

impl AuditOperation {
    /// All that the API takes.
    pub const ALL: [Self; 3] = [Self::Pull, Self::Delete, Self::Create];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pull => "pull",
            Self::Delete => "delete",
            Self::Create => "create",
        }
    }

    /// The operation of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// An entry of an audit log, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AuditLog {
    /// The ID; untrusted text.
    pub id: String,
    /// What was done; not always a word that is known.
    pub operation: String,
    /// With what kind of thing, in the service's word.
    pub resource_type: String,
    /// With what; untrusted text.
    pub resource: String,
    /// Who: a user's ID or the name of a robot, `robot$…`; untrusted text.
    pub username: String,
    /// When.
    pub op_time: Moment,
}

impl AuditLog {
    fn read(fields: Fields<'_>) -> Self {
        let id = fields.whole_id("id");
        Self {
            id: id.map_or_else(|| fields.text("id"), |id| id.to_string()),
            operation: fields.text_or_number("operation"),
            resource_type: fields.text_or_number("resource_type"),
            resource: fields.text_or_number("resource"),
            username: fields.text_or_number("username"),
            op_time: Moment::read(fields, "op_time"),
        }
    }

    /// What was done, where that is a known word.
    #[must_use]
    pub fn known_operation(&self) -> Option<AuditOperation> {
        AuditOperation::named(&self.operation)
    }
}

impl Operation for ListAuditLogs {
    type Output = Page<AuditLog>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()])
            .with_query("operation", self.operation.name());
        self.paging.join(request)
    }

    fn decode(response: &Response) -> Result<Page<AuditLog>, ApiError> {
        Page::read(response, "audit_logs", AuditLog::read)
    }
}
