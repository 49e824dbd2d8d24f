//! The repositories whose tasks are looked for.

use cloud_api::swr::{ListRepositories, PageSize, RepositoryOrder, RepositoryPage, SortDirection};
use cloud_api::{Operation as _, Response};

use crate::query::{List, Page, use_list};
use crate::work::RepositoryPlace;

/// All repositories that the person can see, by name. One that no request could carry is left out.
pub fn repository_list() -> List<RepositoryPlace> {
    let request = |offset| {
        ListRepositories {
            organization: None,
            name: None,
            offset,
            limit: PageSize::LARGEST,
            // Without an order pages may overlap.
            order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
        }
        .request()
    };
    let decode = |response: &Response| {
        let RepositoryPage {
            repositories,
            total,
        } = ListRepositories::decode(response)?;
        Ok(Page {
            received: repositories.len() as u64,
            rows: repositories
                .iter()
                .filter_map(|row| Some((row.namespace.parse().ok()?, row.name.parse().ok()?)))
                .collect(),
            total,
        })
    };
    use_list(u64::from(PageSize::LARGEST.rows()), request, decode)
}
