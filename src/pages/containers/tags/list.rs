//! The tags of a repository, read whole.

use cloud_api::swr::{ListTags, PageSize, Tag, TagPage};
use cloud_api::{Operation as _, Request, Response};

use crate::pages::containers::place::Place;
use crate::query::{List, Page, use_list};

/// The request for a page of them.
pub fn tag_request(place: &Place, offset: u64) -> Request {
    ListTags {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
        offset,
        limit: PageSize::LARGEST,
    }
    .request()
}

/// All tags of a repository, 1,000 a call.
pub fn tag_list(place: Place) -> List<Tag> {
    let request = move |offset| tag_request(&place, offset);
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
