//! Repositories of an organization.

use serde::{Deserialize, Serialize};

use crate::request::Method;
use crate::{
    ApiError, ContentRange, Judgement, Meaning, Operation, OrganizationName, RepositoryName,
    Request, Response, Subject, body, path,
};

/// Rows that one call may ask for: 1 to 1,000 (reference §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize(u16);

/// A number of rows that the API does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} rows cannot be asked for at once; the API takes 1 to 1,000")]
pub struct PageSizeError(pub u16);

impl PageSize {
    /// The most that one call may ask for.
    pub const LARGEST: Self = Self(1_000);

    /// The number of rows.
    #[must_use]
    pub fn rows(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for PageSize {
    type Error = PageSizeError;

    fn try_from(rows: u16) -> Result<Self, PageSizeError> {
        if (1..=Self::LARGEST.0).contains(&rows) {
            Ok(Self(rows))
        } else {
            Err(PageSizeError(rows))
        }
    }
}

/// The one order that every site knows (examples §1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepositoryOrder {
    /// By name.
    Name(SortDirection),
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortDirection {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// Reads a page of repositories: `GET /v2/manage/repos` (examples §1.9). The service may match the
/// organization and the name in parts, so a reader compares exactly afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRepositories {
    /// Only of this organization.
    pub organization: Option<OrganizationName>,
    /// Only with this text in the name.
    pub name: Option<String>,
    /// Rows to pass over.
    pub offset: u64,
    /// Rows to read; always sent together with the offset.
    pub limit: PageSize,
    /// In which order; without one, pages may overlap.
    pub order: Option<RepositoryOrder>,
}

/// One page of repositories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepositoryPage {
    /// The rows.
    pub repositories: Vec<RepositorySummary>,
    /// How many there are in all, from the header `Content-Range` or else from the rows.
    pub total: Option<u64>,
}

/// A repository in a list, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub struct RepositorySummary {
    /// The name; untrusted text.
    #[serde(default)]
    pub name: String,
    /// The organization; untrusted text.
    #[serde(default)]
    pub namespace: String,
    /// Whether everyone can pull.
    #[serde(default)]
    pub is_public: bool,
    /// Number of tags.
    #[serde(default)]
    pub num_images: u64,
    /// Size in bytes.
    #[serde(default)]
    pub size: u64,
    /// When it last changed, RFC 3339 in UTC.
    #[serde(default)]
    pub updated_at: String,
    /// How many repositories there are in all; some sites send text here.
    #[serde(default)]
    total_range: serde_json::Value,
}

impl Operation for ListRepositories {
    type Output = RepositoryPage;

    fn request(&self) -> Request {
        let mut request = Request::swr(Method::Get, "/v2/manage/repos".to_owned());
        if let Some(organization) = &self.organization {
            request = request.with_query("namespace", organization.as_str());
        }
        if let Some(name) = &self.name {
            request = request.with_query("name", name);
        }
        request = request
            .with_query("offset", self.offset.to_string())
            .with_query("limit", self.limit.rows().to_string());
        match self.order {
            None => request,
            Some(RepositoryOrder::Name(direction)) => {
                request.with_query("order_column", "name").with_query(
                    "order_type",
                    match direction {
                        SortDirection::Ascending => "asc",
                        SortDirection::Descending => "desc",
                    },
                )
            }
        }
    }

    fn decode(response: &Response) -> Result<RepositoryPage, ApiError> {
        let repositories: Vec<RepositorySummary> = body::decode(response)?;
        let in_header = response
            .content_range()
            .map(|ContentRange { total, .. }| total);
        let in_rows = || {
            repositories
                .first()
                .and_then(|row| row.total_range.as_u64())
        };
        Ok(RepositoryPage {
            total: in_header.or_else(in_rows),
            repositories,
        })
    }
}

/// Reads one repository: `GET …/repos/{repository}` (examples §1.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
}

/// A repository, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Repository {
    /// The name; untrusted text.
    #[serde(default)]
    pub name: String,
    /// One of the API's categories, or empty.
    #[serde(default)]
    pub category: String,
    /// Free text; untrusted.
    #[serde(default)]
    pub description: String,
    /// Who made it; untrusted text.
    #[serde(default)]
    pub creator_name: String,
    /// Whether everyone can pull.
    #[serde(default)]
    pub is_public: bool,
    /// Number of tags.
    #[serde(default)]
    pub num_images: u64,
    /// Size in bytes.
    #[serde(default)]
    pub size: u64,
    /// Pull address; untrusted text.
    #[serde(default)]
    pub path: String,
    /// When it last changed, RFC 3339 in UTC.
    #[serde(default)]
    pub updated: String,
}

impl Operation for ShowRepository {
    type Output = Repository;

    fn request(&self) -> Request {
        Request::swr(
            Method::Get,
            path::repository(&self.organization, &self.repository),
        )
    }

    fn decode(response: &Response) -> Result<Repository, ApiError> {
        body::decode_object(response)
    }
}

/// Makes a repository public or private: `PATCH …/repos/{repository}` (examples §1.11). Category and
/// description are sent as they were read before, because whether omitted ones are kept is not
/// documented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
    /// Whether everyone shall be able to pull.
    pub is_public: bool,
    /// The category to keep.
    pub category: String,
    /// The description to keep.
    pub description: String,
}

impl UpdateRepository {
    pub(crate) fn request(&self) -> Request {
        #[derive(Serialize)]
        struct Body<'a> {
            is_public: bool,
            /// An empty one is no category of the API's, so it is left out.
            #[serde(skip_serializing_if = "str::is_empty")]
            category: &'a str,
            description: &'a str,
        }
        let content = Body {
            is_public: self.is_public,
            category: &self.category,
            description: &self.description,
        };
        Request::swr(
            Method::Patch,
            path::repository(&self.organization, &self.repository),
        )
        .with_body(body::encode(&content))
    }

    pub(crate) fn subject(&self) -> Subject {
        Subject::RepositoryVisibility {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
        }
    }

    pub(crate) fn read_back(&self) -> Request {
        ShowRepository {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
        }
        .request()
    }

    pub(crate) fn judge(&self, read_back: &Response) -> Judgement {
        /// Without a default: an answer that lacks the flag tells nothing.
        #[derive(Deserialize)]
        struct Shown {
            is_public: bool,
        }
        match body::decode_object::<Shown>(read_back) {
            Ok(shown) if shown.is_public == self.is_public => Judgement::Applied,
            Ok(_) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }
}
