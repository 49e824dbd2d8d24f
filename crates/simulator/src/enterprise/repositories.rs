//! Repositories of an instance, of a namespace, of the whole project, and their artifacts.

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::refusal::unknown_path;

use super::call::Call;
use super::instance::Instance;
use super::parameters::{MOST, Order, Parameters, USUAL};
use super::refusal::{invalid, unknown};
use super::repository::Repository;
use super::state::State;

const ORDER: Order<'_, Repository> = Order {
    columns: &["created_at", "updated_at"],
    name: |repository| &repository.name,
    created: |repository| repository.created,
    updated: |repository| repository.updated,
};

pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let namespace = parameters.number("namespace_id")?;
    page(instance, &parameters, |one| {
        namespace.is_none_or(|id| one.namespace_id == id)
    })
}

pub fn list_of_namespace(instance: &mut Instance, call: &Call<'_>, namespace: &str) -> Answer {
    if !instance.namespaces.iter().any(|one| one.name == namespace) {
        return Err(unknown("namespace"));
    }
    page(instance, &Parameters::of(call.request), |one| {
        one.namespace == namespace
    })
}

fn page(
    instance: &Instance,
    parameters: &Parameters,
    is_wanted: impl Fn(&Repository) -> bool,
) -> Answer {
    let repositories = instance.repositories.iter();
    let mut rows: Vec<&Repository> = repositories.filter(|one| is_wanted(one)).collect();
    parameters.sort(&mut rows, &ORDER)?;
    parameters.page("repositories", rows, USUAL, Repository::describe)
}

/// Those of all instances; the marker is the ID of the last row, as a text.
pub fn list_of_project(state: &State, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let limit = parameters.limit(MOST)? as usize;
    let name = parameters.text("name");
    let rows: Vec<(&Instance, &Repository)> = state
        .of_project(call.project)
        .flat_map(|instance| instance.repositories.iter().map(move |one| (instance, one)))
        .filter(|(_, one)| name.is_none_or(|part| one.name.contains(part)))
        .collect();
    let first = match parameters
        .text("marker")
        .filter(|marker| !marker.is_empty())
    {
        None => 0,
        Some(marker) => {
            let place = rows
                .iter()
                .position(|(_, one)| one.id.to_string() == marker);
            place.ok_or_else(|| invalid("marker"))? + 1
        }
    };
    let page = rows.get(first..).unwrap_or_default();
    let mut answer = json!({ "page_info": {}, "repositories": [] });
    if page.len() > limit {
        let last = page.get(limit - 1).map(|(_, one)| one.id.to_string());
        answer["page_info"]["next_marker"] = json!(last);
    }
    let rows = page.iter().take(limit).map(|(instance, one)| {
        let mut row = one.describe();
        row["instance_id"] = json!(instance.id);
        row["instance_name"] = json!(instance.name);
        row["resource_urn"] = json!(format!("swr:{}:repo:{}", call.project, one.id));
        row
    });
    answer["repositories"] = rows.collect();
    Ok(json_answer(200, &answer))
}

/// The `/` of a repository's name arrives as `%252F`, so that one `%2F` is left of it here.
pub fn artifacts(
    instance: &mut Instance,
    call: &Call<'_>,
    namespace: &str,
    repository: &str,
) -> Answer {
    if repository.contains('/') {
        return Err(unknown_path());
    }
    let name = percent_decode_str(repository).decode_utf8_lossy();
    let mut repositories = instance.repositories.iter();
    let found = repositories.find(|one| one.namespace == namespace && one.name == name);
    let repository = found.ok_or_else(|| unknown("repository"))?;
    let parameters = Parameters::of(call.request);
    let kind = parameters.text("type");
    let tag = parameters.text("tags");
    let is_wanted = |one: &Value| {
        kind.is_none_or(|kind| one["type"] == kind)
            && tag.is_none_or(|tag| one["tags"][0]["name"] == tag)
    };
    let rows = repository.artifacts().filter(is_wanted).collect();
    parameters.page("artifacts", rows, USUAL, |one| one)
}

/// Those of the whole instance; the marker is the number of the first row.
pub fn all_artifacts(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let limit = parameters.limit(USUAL)? as usize;
    let marker = parameters.number("marker")?.unwrap_or(1);
    let first = marker.checked_sub(1).ok_or_else(|| invalid("marker"))?;
    let first = usize::try_from(first).unwrap_or(usize::MAX);
    let repositories = instance.repositories.iter();
    let mut rows = repositories.flat_map(Repository::artifacts).skip(first);
    let page: Vec<Value> = rows.by_ref().take(limit).collect();
    let mut answer = json!({ "artifacts": page });
    if rows.next().is_some() {
        answer["next_marker"] = json!(marker + limit as u64);
    }
    Ok(json_answer(200, &answer))
}
