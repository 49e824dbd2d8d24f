//! Lists of repositories, by offset (v2) and by marker (v3).

use crate::wire::fields::{Fields, read_array, read_object};
use crate::{
    ApiError, Collection, ContentRange, Endpoint, Kind, Listed, Method, Operation,
    OrganizationName, Owner, RepositoryPath, Request, Response,
};

const LIST: Endpoint = Endpoint::swr(Method::Get, "/v2/manage/repos", "ListReposDetails");
const LIST_BY_MARKER: Endpoint = Endpoint::swr(Method::Get, "/v3/manage/repos", "ListRepoDetails");

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

    /// One row, to learn how many there are.
    pub const ONE: Self = Self(1);

    /// What a service gives when nobody says how many (reference §5).
    pub const USUAL: Self = Self(100);

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

/// The one order that every site knows, and only inside `filter` (corrections §2).
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

impl SortDirection {
    /// The API's word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ascending => "asc",
            Self::Descending => "desc",
        }
    }
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
    /// In which order; without one, pages may overlap. A name with `|` or `::` cannot be looked for
    /// in an order, because a filter cannot hold it.
    pub order: Option<RepositoryOrder>,
}

/// One page of repositories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepositoryPage {
    /// The rows.
    pub repositories: Listed<RepositorySummary>,
    /// How many there are in all, from the header `Content-Range` or else from the rows.
    pub total: Option<u64>,
}

/// A repository in a list, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RepositorySummary {
    /// The name; untrusted text.
    pub name: String,
    /// The organization; untrusted text.
    pub namespace: String,
    /// One of the API's categories, or empty.
    pub category: String,
    /// Free text; untrusted.
    pub description: String,
    /// Whether everyone can pull, where the service tells.
    pub is_public: Option<bool>,
    /// Number of tags, where the service tells.
    pub num_images: Option<u64>,
    /// Size in bytes, where the service tells.
    pub size: Option<u64>,
    /// How often an image of it was pulled, where the service tells.
    pub num_download: Option<u64>,
    /// When it last changed, RFC 3339 in UTC.
    pub updated_at: String,
}

impl RepositorySummary {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            name: fields.text("name"),
            namespace: fields.text_of(&["namespace", "namespace_name"]),
            category: fields.text("category"),
            description: fields.text("description"),
            is_public: fields.flag("is_public"),
            num_images: fields.count("num_images"),
            size: fields.count("size"),
            num_download: fields.count("num_download"),
            updated_at: fields.text("updated_at"),
        }
    }

    /// Where it is, where a request can carry both names; only then can it be asked for.
    #[must_use]
    pub fn repository(&self) -> Option<RepositoryPath> {
        RepositoryPath::of(&self.namespace, &self.name)
    }
}

/// The repositories of an organization, or all.
fn repositories_of(organization: Option<&OrganizationName>) -> Collection {
    let of = organization.map_or(Owner::Account, |organization| {
        Owner::Organization(organization.clone())
    });
    Collection::new(Kind::Repository, of)
}

/// Whether a filter can hold a value: its separators cannot be written in one (reference §5).
fn fits_filter(value: &str) -> bool {
    !value.contains('|') && !value.contains("::")
}

impl Operation for ListRepositories {
    type Output = RepositoryPage;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[]);
        let mut pairs = Vec::new();
        if let Some(organization) = &self.organization {
            pairs.push(("namespace", organization.as_str().to_owned()));
        }
        if let Some(name) = &self.name {
            pairs.push(("name", name.clone()));
        }
        pairs.push(("offset", self.offset.to_string()));
        pairs.push(("limit", self.limit.rows().to_string()));
        let can_be_filtered = pairs.iter().all(|(_, value)| fits_filter(value));
        match self.order.filter(|_| can_be_filtered) {
            None => pairs.into_iter().fold(request, |request, (key, value)| {
                request.with_query(key, value)
            }),
            Some(RepositoryOrder::Name(direction)) => {
                pairs.push(("order_column", "name".to_owned()));
                pairs.push(("order_type", direction.word().to_owned()));
                let pairs = pairs.iter().map(|(key, value)| format!("{key}::{value}"));
                request.with_query("filter", pairs.collect::<Vec<_>>().join("|"))
            }
        }
    }

    fn collection(&self) -> Option<Collection> {
        Some(repositories_of(self.organization.as_ref()))
    }

    fn decode(response: &Response) -> Result<RepositoryPage, ApiError> {
        // Each row repeats how many there are in all; it says nothing of the row itself.
        let mut in_rows = None;
        let repositories = read_array(response, |row| {
            in_rows = in_rows.or_else(|| row.count("total_range"));
            RepositorySummary::read(row)
        })?;
        let in_header = response
            .content_range()
            .map(|ContentRange { total, .. }| total);
        Ok(RepositoryPage {
            total: in_header.or(in_rows),
            repositories,
        })
    }
}

/// Where the next page of a list by marker begins; given by the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepositoryMarker(i64);

/// Reads a page of repositories: `GET /v3/manage/repos` (examples §2.10). It tells no total and no
/// pull address. Not offered everywhere: see [`super::FeatureGates::enable_list_v3`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRepositoriesByMarker {
    /// Only of this organization.
    pub organization: Option<OrganizationName>,
    /// Where to begin; at the first one without it.
    pub marker: Option<RepositoryMarker>,
    /// Rows to read.
    pub limit: PageSize,
}

/// One page of repositories, and where the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepositoryMarkerPage {
    /// The rows.
    pub repositories: Listed<RepositorySummary>,
    /// Where the next page begins, as the service said; the last page has none.
    pub next: Option<RepositoryMarker>,
}

impl ListRepositoriesByMarker {
    /// The read of the page after `page`; `None` after the last. An empty page and a marker that
    /// does not move end the list too, or a reader could go round for ever.
    #[must_use]
    pub fn after(&self, page: &RepositoryMarkerPage) -> Option<Self> {
        if page.repositories.received() == 0 || page.next == self.marker {
            return None;
        }
        Some(Self {
            marker: Some(page.next?),
            ..self.clone()
        })
    }
}

impl Operation for ListRepositoriesByMarker {
    type Output = RepositoryMarkerPage;

    fn request(&self) -> Request {
        let mut request = Request::new(&LIST_BY_MARKER, &[]);
        if let Some(organization) = &self.organization {
            request = request.with_query("namespace", organization.as_str());
        }
        if let Some(RepositoryMarker(marker)) = self.marker {
            request = request.with_query("marker", marker.to_string());
        }
        request.with_query("limit", self.limit.rows().to_string())
    }

    fn collection(&self) -> Option<Collection> {
        Some(repositories_of(self.organization.as_ref()))
    }

    fn decode(response: &Response) -> Result<RepositoryMarkerPage, ApiError> {
        read_object(response, |answer| RepositoryMarkerPage {
            repositories: answer.rows("repos", RepositorySummary::read),
            // Lists of tags have text in the same place; a number may come as text too.
            next: answer.number("nextMarker").map(RepositoryMarker),
        })
    }
}
