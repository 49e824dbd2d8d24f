//! All repositories that the person can see.

use std::collections::HashSet;

use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
use cloud_api::{Operation as _, RepositoryPath, Response, Timestamp};

use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// A repository in the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Where it is, or its name where no request can carry that; untrusted text.
    pub place: Result<RepositoryPath, String>,
    /// When it last changed, where that is known.
    pub changed_at: Option<Timestamp>,
    /// Whether everyone can pull, where the service tells.
    pub is_public: Option<bool>,
}

impl Listed {
    fn of(row: &RepositorySummary) -> Self {
        let unnameable = || format!("{}/{}", row.namespace, row.name);
        Self {
            place: row.repository().ok_or_else(unnameable),
            changed_at: Timestamp::parse(&row.updated_at),
            is_public: row.is_public,
        }
    }

    /// What it is called; untrusted text.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.place {
            Ok(place) => place.to_string(),
            Err(name) => name.clone(),
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
    let key = |listed: &Listed| RowKey::of(&[&listed.name()]);
    use_list(RowsOf::all(key), operation, decode)
}

/// Those that can be asked about, each once, and the names of the others; untrusted texts.
#[must_use]
pub fn places_of(list: &[Listed]) -> (Vec<RepositoryPath>, Vec<String>) {
    let (mut places, mut names) = (Vec::new(), Vec::new());
    let mut known = HashSet::new();
    for listed in list {
        match &listed.place {
            Ok(place) if known.insert(place) => places.push(place.clone()),
            Ok(_) => {}
            Err(name) => names.push(name.clone()),
        }
    }
    (places, names)
}
