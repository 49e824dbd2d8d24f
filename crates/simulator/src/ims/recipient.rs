//! Whom an image is to be shared with, as a write names it.

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
        Self::of_id(Kind::Project, id)
    }

    pub fn of_id(kind: Kind, id: &str) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            urn: None,
        }
    }

    /// Reads `organizations::<account>:organization:o-…`, `…:root:o-…/r-…` or `…:ou:o-…/ou-…`.
    pub fn of_urn(text: &str) -> Option<Self> {
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
pub fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit())
}
