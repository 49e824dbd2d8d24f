//! The tags of a repository, read whole.

use cloud_api::swr::{ListTags, PageSize, SortDirection, Tag, TagOrder, TagPage};
use cloud_api::{Operation as _, RepositoryPath, Response};

use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// The read of a page of them.
pub fn tags_from(place: &RepositoryPath, offset: u64) -> ListTags {
    ListTags {
        repository: place.clone(),
        offset,
        limit: PageSize::LARGEST,
        // What is pushed meanwhile comes to stand at the end and moves no row between the pages.
        order: Some(TagOrder::Updated(SortDirection::Ascending)),
    }
}

/// All tags of a repository, 1,000 a call.
pub fn tag_list(place: RepositoryPath) -> List<Tag> {
    let operation = move |offset| tags_from(&place, offset);
    let decode = |response: &Response| {
        let TagPage { tags, total } = ListTags::decode(response)?;
        Ok(Page::of(tags, total))
    };
    use_list(RowsOf::all(key), operation, decode)
}

/// A tag stands once in its repository.
pub fn key(tag: &Tag) -> RowKey {
    RowKey::of(&[tag.name()])
}
