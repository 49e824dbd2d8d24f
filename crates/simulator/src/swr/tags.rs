//! Tags: list by offset and by marker, show, delete (examples §2.7 to §2.9).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, empty, json_answer};
use crate::gateway::written_time::written_at;

use super::address::{INTERNAL_REGISTRY, REGISTRY, address};
use super::call::Call;
use super::filter::filter_pairs;
use super::paging;
use super::place::Place;
use super::refusal::{invalid, no_right, no_tag, refused};
use super::state::State;
use super::state::organization::Organization;
use super::state::repository::Repository;
use super::state::tag::Tag;

fn describe(organization: &Organization, repository: &Repository, tag: &Tag) -> Value {
    let pulled_from = |registry: &str| {
        let repository = address(registry, organization, repository);
        format!("{repository}:{}", tag.name)
    };
    json!({
        "id": tag.id,
        "repo_id": repository.id,
        "tag": tag.name,
        "image_id": tag.digest.trim_start_matches("sha256:"),
        "digest": tag.digest,
        "schema": 2,
        "path": pulled_from(REGISTRY),
        "internal_path": pulled_from(INTERNAL_REGISTRY),
        "size": tag.size,
        "is_trusted": false,
        "created": written_at(tag.created),
        "updated": written_at(tag.updated),
        "domain_id": organization.account().id(),
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

pub fn by_offset(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    const FILTER_KEYS: [&str; 5] = ["offset", "limit", "order_column", "order_type", "tag"];
    let request = call.request;
    let (organization, repository) = state.readable(call.caller, place)?;
    let pairs = request.pairs();
    let filter = request.parameter("filter");
    let pairs: Vec<(&str, &str)> = match &filter {
        None => pairs
            .iter()
            .map(|(key, value)| (&**key, &**value))
            .collect(),
        Some(filter) => filter_pairs(filter)
            .ok_or_else(|| refused(400, "SVCSTG.SWR.4009014", "Invalid filter"))?,
    };
    if filter.is_some() && pairs.iter().any(|(key, _)| !FILTER_KEYS.contains(key)) {
        return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid filter"));
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
        Some(_) => return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order column")),
    }
    match value("order_type") {
        None | Some("asc") => {}
        Some("desc") => tags.reverse(),
        Some(_) => return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order type")),
    }
    paging::answer(&tags, page, |tag| {
        Ok(describe_v2(organization, repository, tag))
    })
}

/// The marker is the ID of the last row before, as text; rows that go meanwhile do not shift it.
pub fn by_marker(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let request = call.request;
    let (organization, repository) = state.readable(call.caller, place)?;
    let limit = paging::limit(request.parameter("limit").as_deref())?;
    let marker = match request.parameter("marker").map(|marker| marker.parse()) {
        None => u64::MAX,
        Some(Ok(marker)) => marker,
        Some(Err(_)) => return Err(invalid("Invalid marker")),
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

pub fn show(state: &mut State, call: &Call<'_>, place: &Place, name: &str) -> Answer {
    let (organization, repository) = state.readable(call.caller, place)?;
    let tag = repository.tags.find(name).ok_or_else(no_tag)?;
    Ok(json_answer(200, &describe(organization, repository, &tag)))
}

/// Other tags of the same image stay.
pub fn delete(state: &mut State, call: &Call<'_>, place: &Place, name: &str) -> Answer {
    if state.level(call.caller, place)? < 7 {
        return Err(no_right());
    }
    let repository = state.repository_mut(place)?;
    let tags = repository.tags.list();
    let index = tags.iter().position(|tag| tag.name == name);
    let tag = tags.remove(index.ok_or_else(no_tag)?);
    repository.num_images = repository.num_images.saturating_sub(1);
    repository.size = repository.size.saturating_sub(tag.size);
    Ok(empty(204))
}
