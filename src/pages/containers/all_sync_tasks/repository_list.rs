//! The repositories whose tasks are looked for.

use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
use cloud_api::{Operation as _, RepositoryPath, Response, Timestamp};

use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// A repository in the list.
#[derive(Clone, Debug)]
pub enum Listed {
    /// One that can be asked about, and when it last changed, where that is known.
    Place(RepositoryPath, Option<Timestamp>),
    /// One whose name no request can carry; untrusted text.
    Unnameable(String),
}

impl Listed {
    fn of(row: &RepositorySummary) -> Self {
        match row.repository() {
            Some(repository) => Self::Place(repository, Timestamp::parse(&row.updated_at)),
            None => Self::Unnameable(format!("{}/{}", row.namespace, row.name)),
        }
    }
}

/// All repositories that the person can see, by name.
pub fn repository_list() -> List<Listed> {
    let operation = |offset| ListRepositories {
        organization: None,
        name: None,
        offset,
        limit: PageSize::LARGEST,
        // Without an order pages may overlap.
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
    };
    let decode = |response: &Response| {
        let RepositoryPage {
            repositories,
            total,
        } = ListRepositories::decode(response)?;
        Ok(Page::of(repositories, total).map(Listed::of))
    };
    use_list(RowsOf::all(key), operation, decode)
}

fn key(listed: &Listed) -> RowKey {
    match listed {
        Listed::Place(place, _) => RowKey::of(&[&place.to_string()]),
        Listed::Unnameable(name) => RowKey::of(&[name]),
    }
}
