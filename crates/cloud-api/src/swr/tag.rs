//! Tags of a repository: list, delete.

use serde::{Deserialize, Serialize};

use super::repository_list::{PageSize, SortDirection};
use crate::clipboard::quoted;
use crate::undo::Inverse;
use crate::wire::body;
use crate::wire::fields::{Fields, read_array, read_object};
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, ContentRange, Endpoint, Kind, Listed, Meaning, Method, NotSent,
    Operation, Owner, RepositoryPath, Request, Response, Subject, TagName, Why,
};

const LIST: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/tags",
    "ListRepositoryTags",
);
const LIST_AFTER: Endpoint = Endpoint::swr(
    Method::Get,
    "/v3/manage/namespaces/{namespace}/repos/{repository}/tags",
    "ListRepositoryTag",
);
const SHOW: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}",
    "ShowRepoTag",
);
const DELETE: Endpoint = Endpoint::swr(
    Method::Delete,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}",
    "DeleteRepoTag",
);

/// Reads a page of tags: `GET /v2/…/repos/{repository}/tags` (examples §2.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTags {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Rows to pass over.
    pub offset: u64,
    /// Rows to read; always sent together with the offset.
    pub limit: PageSize,
    /// In which order; without one, pages may overlap.
    pub order: Option<TagOrder>,
}

/// The one order that every site knows (corrections §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagOrder {
    /// By when they were last pushed.
    Updated(SortDirection),
}

/// One page of tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagPage {
    /// The rows.
    pub tags: Listed<Tag>,
    /// How many there are in all, where the header `Content-Range` tells.
    pub total: Option<u64>,
}

/// Reads the tags behind a marker: `GET /v3/…/repos/{repository}/tags` (examples §2.8). Not every
/// region offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTagsAfter {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Where the page before said that this one begins; `None` for the first.
    pub marker: Option<String>,
    /// Rows to read.
    pub limit: PageSize,
}

/// One page of tags, and where the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedTagPage {
    /// The rows.
    pub tags: Listed<Tag>,
    /// Marker of the next page; `None` on the last.
    pub next: Option<String>,
}

/// A tag, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tag {
    name: String,
    /// Digest of the image; untrusted text. Tags of one digest are one image.
    pub digest: String,
    /// Pull address with the tag; untrusted text.
    pub path: String,
    /// Size in bytes, where the service tells.
    pub size: Option<u64>,
    /// When it was first pushed, RFC 3339 in UTC.
    pub created: String,
    /// When it was last pushed, RFC 3339 in UTC.
    pub updated: String,
    /// ID of the account that it is of; untrusted text. No person is told.
    pub domain_id: String,
}

impl Tag {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            // Only the second version writes it with a capital.
            name: fields.text_of(&["Tag", "tag"]),
            digest: fields.text("digest"),
            path: fields.text("path"),
            size: fields.count("size"),
            created: fields.text("created"),
            updated: fields.text("updated"),
            domain_id: fields.text("domain_id"),
        }
    }

    /// The name; untrusted text.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The command that pulls it; `None` when the service named no pull address, or one that holds
    /// a character that nobody sees or would be taken for an option.
    #[must_use]
    pub fn pull_command(&self) -> Option<String> {
        let is_address = !self.path.is_empty() && !self.path.starts_with('-');
        let address = is_address.then(|| quoted(&self.path))??;
        Some(format!("docker pull {address}"))
    }

    /// The name, where a request can carry it; only then can the tag be deleted.
    #[must_use]
    pub fn tag_name(&self) -> Option<TagName> {
        TagName::listed(self.name())
    }
}

impl Operation for ListTags {
    type Output = TagPage;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &self.repository.parameters())
            .with_query("offset", self.offset.to_string())
            .with_query("limit", self.limit.rows().to_string());
        match self.order {
            None => request,
            Some(TagOrder::Updated(direction)) => request
                .with_query("order_column", "updated_at")
                .with_query("order_type", direction.word()),
        }
    }

    fn collection(&self) -> Option<Collection> {
        Some(tags_of(&self.repository))
    }

    fn decode(response: &Response) -> Result<TagPage, ApiError> {
        Ok(TagPage {
            tags: read_array(response, Tag::read)?,
            total: response
                .content_range()
                .map(|ContentRange { total, .. }| total),
        })
    }
}

impl Operation for ListTagsAfter {
    type Output = MarkedTagPage;

    fn request(&self) -> Request {
        let request = Request::new(&LIST_AFTER, &self.repository.parameters())
            .with_query("limit", self.limit.rows().to_string());
        match &self.marker {
            None => request,
            Some(marker) => request.with_query("marker", marker),
        }
    }

    fn collection(&self) -> Option<Collection> {
        Some(tags_of(&self.repository))
    }

    fn decode(response: &Response) -> Result<MarkedTagPage, ApiError> {
        read_object(response, |answer| {
            let tags = answer.rows("tags", Tag::read);
            let next = answer.text_or_number("nextMarker");
            // An empty page that promises more would be asked for without end.
            let ends = answer.flag("has_more") == Some(false) || tags.received() == 0;
            MarkedTagPage {
                next: Some(next).filter(|marker| !marker.is_empty() && !ends),
                tags,
            }
        })
    }
}

/// Deletes a tag by name: `DELETE …/tags/{tag}`, answered with 204 (examples §2.9). Other tags of
/// the same image stay; nothing brings the tag back but a new push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteTag {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Which.
    pub tag: TagName,
}

impl<M> Write<M> for DeleteTag {
    fn request(&self) -> Result<Request, NotSent> {
        Ok(Request::new(&DELETE, &self.parameters()))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::tag(&self.repository, &self.tag)]
    }

    /// The tag alone: on a page of the list it may be missing only because others came before it.
    fn read_back(&self) -> Request {
        Request::new(&SHOW, &self.parameters())
    }

    /// A name that stands for another image by now was pushed anew: what was to go is gone from it.
    fn judge(&self, _subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        let is_another = |tag: &Tag| {
            let Before::Tag(digest) = before else {
                return false;
            };
            !tag.digest.is_empty() && tag.digest != *digest
        };
        match read_object(read_back, Tag::read) {
            Ok(tag) if tag.name() == self.tag.as_str() && is_another(&tag) => Judgement::Applied,
            Ok(tag) if tag.name() == self.tag.as_str() => Judgement::NotApplied,
            Ok(_) => Judgement::CannotTell(body::unreadable(read_back, "another tag is shown")),
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::Applied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    /// Sent again, it would delete an image that was pushed under the name meanwhile.
    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::ContentGone)
    }

    /// The repository tells how many tags it has.
    fn changes(&self) -> Vec<Collection> {
        let of = Owner::Repository(self.repository.clone());
        vec![
            tags_of(&self.repository),
            Collection::new(Kind::Repository, of),
        ]
    }
}

impl DeleteTag {
    fn parameters(&self) -> [&str; 3] {
        let [organization, name] = self.repository.parameters();
        [organization, name, self.tag.as_str()]
    }
}

fn tags_of(repository: &RepositoryPath) -> Collection {
    Collection::new(Kind::Tag, Owner::Repository(repository.clone()))
}
