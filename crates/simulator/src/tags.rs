//! Tags: list by offset and by marker, show, delete (examples §2.7 to §2.9).

use std::borrow::Cow;

use cloud_api::{OrganizationName, RepositoryName, Response, TagName, Timestamp};
use serde_json::{Value, json};

use crate::control::empty;
use crate::identities::ACCOUNT_ID;
use crate::incoming::Incoming;
use crate::organizations::filter_pairs;
use crate::paging;
use crate::refusal::{json_answer, no_right, swr};
use crate::repositories::{INTERNAL_REGISTRY, REGISTRY, find, find_mut, level, path};
use crate::seed_data::SeededTags;
use crate::signature::Caller;
use crate::state::{Organization, Repository, State};
use crate::sync_jobs;
use crate::written_time::written_at;

#[derive(Clone, Debug)]
pub struct Tag {
    pub id: u64,
    pub name: String,
    pub digest: String,
    pub size: u64,
    pub created: Timestamp,
    pub updated: Timestamp,
}

/// The tags of a repository, the newest first. Those of the beginning are made when somebody looks:
/// a hundred thousand repositories have two million.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    seeded: Option<SeededTags>,
    listed: Vec<Tag>,
}

impl Tags {
    /// Tags as in the beginning.
    pub fn seeded(seeded: SeededTags) -> Self {
        Self {
            seeded: Some(seeded),
            listed: Vec::new(),
        }
    }

    /// These tags.
    pub fn listed(listed: Vec<Tag>) -> Self {
        Self {
            seeded: None,
            listed,
        }
    }

    /// The newest, at most so many.
    pub fn first(&self, most: usize) -> Cow<'_, [Tag]> {
        match &self.seeded {
            Some(seeded) => Cow::Owned(seeded.first(most)),
            None => Cow::Borrowed(&self.listed[..most.min(self.listed.len())]),
        }
    }

    /// All.
    pub fn all(&self) -> Cow<'_, [Tag]> {
        self.first(usize::MAX)
    }

    /// Names for a row of the repository list: of the newest two. Without tags there is null.
    pub fn newest_names(&self) -> Option<Vec<String>> {
        let newest = self.first(2);
        let names = newest.iter().map(|tag| tag.name.clone()).collect();
        (!newest.is_empty()).then_some(names)
    }

    /// The tag of this name.
    pub fn find(&self, name: &str) -> Option<Tag> {
        self.all().iter().find(|tag| tag.name == name).cloned()
    }

    fn list(&mut self) -> &mut Vec<Tag> {
        if let Some(seeded) = self.seeded.take() {
            self.listed = seeded.first(usize::MAX);
        }
        &mut self.listed
    }
}

fn describe(organization: &Organization, repository: &Repository, tag: &Tag) -> Value {
    let address = |registry: &str| {
        let repository = path(registry, organization, repository);
        format!("{repository}:{}", tag.name)
    };
    json!({
        "id": tag.id,
        "repo_id": repository.id,
        "tag": tag.name,
        "image_id": tag.digest.trim_start_matches("sha256:"),
        "digest": tag.digest,
        "schema": 2,
        "path": address(REGISTRY),
        "internal_path": address(INTERNAL_REGISTRY),
        "size": tag.size,
        "is_trusted": false,
        "created": written_at(tag.created),
        "updated": written_at(tag.updated),
        "domain_id": ACCOUNT_ID,
        "tag_type": 0,
    })
}

/// The second version has more fields, and a capital letter.
fn describe_v2(organization: &Organization, repository: &Repository, tag: &Tag) -> Value {
    let mut row = describe(organization, repository, tag);
    row["Tag"] = row["tag"].take();
    if let Some(fields) = row.as_object_mut() {
        fields.remove("tag");
    }
    row["manifest"] = json!(r#"{"schemaVersion":2}"#);
    row["deleted"] = Value::Null;
    row["scanned"] = json!(false);
    row
}

/// Everyone sees the tags of a public repository.
fn readable<'a>(
    state: &'a State,
    caller: &Caller,
    organization: &str,
    repository: &str,
) -> Result<(&'a Organization, &'a Repository), Response> {
    let (organization, repository) = find(state, organization, repository)?;
    if level(organization, repository, caller) == 0 && !repository.is_public {
        return Err(no_right());
    }
    Ok((organization, repository))
}

pub fn by_offset(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    request: &Incoming,
) -> Result<Response, Response> {
    const FILTER_KEYS: [&str; 5] = ["offset", "limit", "order_column", "order_type", "tag"];
    let (organization, repository) = readable(state, caller, organization, repository)?;
    let pairs = request.pairs();
    let filter = request.parameter("filter");
    let pairs: Vec<(&str, &str)> = match &filter {
        None => pairs
            .iter()
            .map(|(key, value)| (&**key, &**value))
            .collect(),
        Some(filter) => {
            filter_pairs(filter).ok_or_else(|| swr(400, "SVCSTG.SWR.4009014", "Invalid filter"))?
        }
    };
    if filter.is_some() && pairs.iter().any(|(key, _)| !FILTER_KEYS.contains(key)) {
        return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid filter"));
    }
    let value = |key: &str| {
        pairs
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    };
    let page = paging::page(value("offset"), value("limit"))?;
    let mut tags = repository.tags.all().into_owned();
    tags.retain(|tag| value("tag").is_none_or(|part| tag.name.contains(part)));
    match value("order_column") {
        None => {}
        Some("updated_at") => tags.sort_by_key(|tag| tag.updated),
        Some(_) => return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid order column")),
    }
    match value("order_type") {
        None | Some("asc") => {}
        Some("desc") => tags.reverse(),
        Some(_) => return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid order type")),
    }
    Ok(paging::answer(tags, page, |tag| {
        describe_v2(organization, repository, &tag)
    }))
}

/// The marker is the ID of the last row before, as text; rows that go meanwhile do not shift it.
pub fn by_marker(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    request: &Incoming,
) -> Result<Response, Response> {
    let (organization, repository) = readable(state, caller, organization, repository)?;
    let limit = paging::limit(request.parameter("limit").as_deref())?;
    let marker = match request.parameter("marker").map(|marker| marker.parse()) {
        None => u64::MAX,
        Some(Ok(marker)) => marker,
        Some(Err(_)) => return Err(swr(400, "SVCSTG.SWR.4000014", "Invalid marker")),
    };
    let mut tags = repository.tags.all().into_owned();
    tags.retain(|tag| tag.id < marker);
    let has_more = tags.len() > limit;
    tags.truncate(limit);
    let rows: Vec<Value> = tags
        .iter()
        .map(|tag| describe(organization, repository, tag))
        .collect();
    let next = tags.last().map_or(String::new(), |tag| tag.id.to_string());
    Ok(json_answer(
        200,
        &json!({ "tags": rows, "nextMarker": next, "has_more": has_more }),
    ))
}

fn missing() -> Response {
    swr(404, "SVCSTG.SWR.4040115", "The tag was not found")
}

pub fn show(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    name: &str,
) -> Result<Response, Response> {
    let (organization, repository) = readable(state, caller, organization, repository)?;
    let tag = repository.tags.find(name).ok_or_else(missing)?;
    Ok(json_answer(200, &describe(organization, repository, &tag)))
}

/// Other tags of the same image stay.
pub fn delete(
    state: &mut State,
    caller: &Caller,
    organization_name: &str,
    repository_name: &str,
    name: &str,
) -> Result<Response, Response> {
    let (organization, repository) = find(state, organization_name, repository_name)?;
    if level(organization, repository, caller) < 7 {
        return Err(no_right());
    }
    let repository = find_mut(state, organization_name, repository_name)?;
    let tags = repository.tags.list();
    let place = tags.iter().position(|tag| tag.name == name);
    let tag = tags.remove(place.ok_or_else(missing)?);
    repository.num_images = repository.num_images.saturating_sub(1);
    repository.size = repository.size.saturating_sub(tag.size);
    Ok(empty(204))
}

/// What `docker push` of a new image does: a tag that was there moves to it, and the automatic sync
/// tasks copy it. Nothing happens where there is no such repository.
pub fn push(
    state: &mut State,
    organization: &OrganizationName,
    repository: &RepositoryName,
    name: &TagName,
    now: Timestamp,
) {
    const SIZE: u64 = 12_345_678;
    let (organization, name) = (organization.as_str(), name.as_str());
    let image = state.next_id();
    let Ok(found) = find_mut(state, organization, repository.as_str()) else {
        return;
    };
    let tags = found.tags.list();
    let old = tags
        .iter()
        .position(|tag| tag.name == name)
        .map(|place| tags.remove(place));
    let newest_id = tags.first().map_or(0, |tag| tag.id);
    let old_id = old.as_ref().map_or(0, |tag| tag.id);
    tags.insert(
        0,
        Tag {
            id: newest_id.max(old_id).max(found.id * 1_000) + 1,
            name: name.to_owned(),
            digest: format!("sha256:{image:064x}"),
            size: SIZE,
            created: old.as_ref().map_or(now, |tag| tag.created),
            updated: now,
        },
    );
    found.num_images = tags.len() as u64;
    found.size = found.size + SIZE - old.map_or(0, |tag| tag.size);
    found.updated_at = written_at(now);
    let tasks = found.sync_tasks.clone();
    for task in tasks.into_iter().filter(|task| task.automatic) {
        let id = state.next_id();
        if let Ok(found) = find_mut(state, organization, repository.as_str()) {
            sync_jobs::start(found, id, name, &task.target, task.overwrite, "", now);
        }
    }
}
