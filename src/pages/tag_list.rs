//! The tags of a repository, read whole.

use cloud_api::swr::{ListTags, PageSize, Tag, TagPage};
use cloud_api::{Operation as _, Response};

use super::place::Place;
use crate::query::{List, Page, use_list};

/// All tags of a repository, 1,000 a call.
pub fn tag_list(place: Place) -> List<Tag> {
    let request = move |offset| {
        ListTags {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
            offset,
            limit: PageSize::LARGEST,
        }
        .request()
    };
    let decode = |response: &Response| {
        let TagPage { tags, total } = ListTags::decode(response)?;
        Ok(Page {
            received: tags.len() as u64,
            rows: tags,
            total,
        })
    };
    use_list(u64::from(PageSize::LARGEST.rows()), request, decode)
}
