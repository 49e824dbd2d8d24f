//! Whom an image is to be shared with, as a write names it.

use crate::gateway::answer::Response;
use crate::gateway::identities::OTHER_REGION_PROJECT_ID;

use super::call::Call;
use super::image::Image;
use super::refusal::{invalid, refused};

/// What a recipient is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Project,
    Domain,
    Organization,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Project, Self::Domain, Self::Organization];

    /// The list of a body that names such recipients.
    pub fn list(self) -> &'static str {
        match self {
            Self::Project => "projects",
            Self::Domain => "domains",
            Self::Organization => "organizations",
        }
    }

    /// The word that a member's row has.
    pub fn word(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Domain => "domain",
            Self::Organization => "organization",
        }
    }
}

/// A recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub kind: Kind,
    /// ID as the list of members has it; of an organization the last part of its URN.
    pub id: String,
    /// Of organizations, where the write named it so.
    pub urn: Option<String>,
}

impl Recipient {
    pub fn project(id: &str) -> Self {
        Self {
            kind: Kind::Project,
            id: id.to_owned(),
            urn: None,
        }
    }

    /// Somebody to share with, or why nobody can be.
    pub fn to_add(call: &Call<'_>, kind: Kind, text: &str) -> Result<Self, Response> {
        let own_account = call.account.id();
        match kind {
            Kind::Project if !is_id(text) => Err(refused(
                400,
                "IMG.0067",
                "The project ID is not a valid one.",
            )),
            Kind::Project if text == call.project => Err(refused(
                400,
                "IMG.0076",
                "An image cannot be shared with the project that it belongs to.",
            )),
            Kind::Project if text == OTHER_REGION_PROJECT_ID => Err(refused(
                400,
                "IMG.0177",
                "An image cannot be shared with another region.",
            )),
            Kind::Domain if text == own_account => Err(refused(
                400,
                "IMG.0178",
                "An image cannot be shared within the same account.",
            )),
            Kind::Domain if !is_id(text) => Err(invalid(kind.list())),
            Kind::Project | Kind::Domain => Ok(Self {
                kind,
                id: text.to_owned(),
                urn: None,
            }),
            Kind::Organization => Self::of_urn(text).ok_or_else(|| invalid(kind.list())),
        }
    }

    /// Somebody to stop sharing with. What an image is shared with can be named whatever its form, an
    /// organization by URN or ID (corrections §4).
    pub fn to_delete(kind: Kind, text: &str, images: &[&Image]) -> Result<Self, Response> {
        if let Some(recipient) = Self::of_urn(text).filter(|_| kind == Kind::Organization) {
            return Ok(recipient);
        }
        let mut members = images.iter().flat_map(|image| &image.members);
        match is_id(text) || members.any(|member| member.id == text) {
            true => Ok(Self {
                kind,
                id: text.to_owned(),
                urn: None,
            }),
            false if kind == Kind::Project => Err(refused(
                400,
                "IMG.0067",
                "The project ID is not a valid one.",
            )),
            false => Err(invalid(kind.list())),
        }
    }

    /// Reads `organizations::<account>:organization:o-…`, `…:root:o-…/r-…` or `…:ou:o-…/ou-…`.
    fn of_urn(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let ["organizations", "", account, kind, path] = *parts else {
            return None;
        };
        let names = |part: &str, start: &str| {
            let rest = part.strip_prefix(start).unwrap_or_default();
            !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_alphanumeric())
        };
        let path: Vec<&str> = path.split('/').collect();
        let id = match (kind, &*path) {
            ("organization", [organization]) if names(organization, "o-") => *organization,
            ("root", [organization, root]) if names(organization, "o-") && names(root, "r-") => {
                *root
            }
            ("ou", [organization, unit]) if names(organization, "o-") && names(unit, "ou-") => {
                *unit
            }
            _ => return None,
        };
        is_id(account).then(|| Self {
            kind: Kind::Organization,
            id: id.to_owned(),
            urn: Some(text.to_owned()),
        })
    }
}

/// Whether it has the form of the ID of a project or an account.
fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit())
}
