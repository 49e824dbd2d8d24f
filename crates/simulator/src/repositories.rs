//! Repositories: list, show, update (examples §1.9 to §1.11).

use cloud_api::Response;
use serde_json::{Value, json};

use crate::identities::{ACCOUNT_ID, ACCOUNT_NAME};
use crate::incoming::Incoming;
use crate::organizations::{filter_pairs, level as organization_level};
use crate::paging;
use crate::refusal::{json_answer, no_right, swr, unknown_path};
use crate::signature::Caller;
use crate::state::{Organization, Repository, State};

/// The caller's level on a repository: the higher of the organization's and the direct one.
pub fn level(organization: &Organization, repository: &Repository, caller: &Caller) -> i64 {
    let direct = repository
        .grants
        .iter()
        .find(|grant| grant.user_id == caller.user_id);
    organization_level(organization, caller).max(direct.map_or(0, |grant| grant.auth))
}

/// Finds a repository, or says which part is missing.
pub fn find<'a>(
    state: &'a State,
    organization: &str,
    repository: &str,
) -> Result<(&'a Organization, &'a Repository), Response> {
    let Some(organization) = state.organizations.get(organization) else {
        return Err(swr(
            404,
            "SVCSTG.SWR.4040058",
            "The organization was not found",
        ));
    };
    match organization.repositories.get(repository) {
        Some(repository) => Ok((organization, repository)),
        None => Err(swr(404, "SVCSTG.SWR.4040010", "The image was not found")),
    }
}

/// The same to change it.
pub fn find_mut<'a>(
    state: &'a mut State,
    organization: &str,
    repository: &str,
) -> Result<&'a mut Repository, Response> {
    find(state, organization, repository)?;
    state
        .organizations
        .get_mut(organization)
        .and_then(|organization| organization.repositories.get_mut(repository))
        .ok_or_else(unknown_path)
}

/// What may stand in a `filter`.
const FILTER_KEYS: [&str; 7] = [
    "namespace",
    "name",
    "category",
    "limit",
    "offset",
    "order_column",
    "order_type",
];

/// What a list was asked for.
#[derive(Default)]
struct Wanted {
    namespace: Option<String>,
    name: Option<String>,
    category: Option<String>,
    is_public: Option<bool>,
    offset: Option<String>,
    limit: Option<String>,
    column: Option<String>,
    is_descending: bool,
}

impl Wanted {
    fn read(request: &Incoming) -> Result<Self, Response> {
        let pairs = request.pairs();
        let filter = pairs
            .iter()
            .find(|(key, _)| key == "filter")
            .map(|(_, value)| value);
        // When both styles are sent, the filter wins.
        let is_filter = filter.is_some();
        let pairs: Vec<(&str, &str)> = match filter {
            None => pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect(),
            Some(filter) => filter_pairs(filter)
                .ok_or_else(|| swr(400, "SVCSTG.SWR.4009014", "Invalid filter"))?,
        };
        if is_filter && pairs.iter().any(|(key, _)| !FILTER_KEYS.contains(key)) {
            return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid filter"));
        }
        let value = |key: &str| {
            pairs
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| (*value).to_owned())
        };
        let is_public = match value("is_public").as_deref() {
            None => None,
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(_) => {
                return Err(swr(
                    400,
                    "SVCSTG.SWR.4001009",
                    "is_public must be a boolean",
                ));
            }
        };
        let is_descending = match value("order_type").as_deref() {
            None | Some("asc") => false,
            Some("desc") => true,
            Some(_) => return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid order type")),
        };
        Ok(Self {
            namespace: value("namespace"),
            // As a parameter of its own the name may hold `$` for a slash; inside a filter not.
            name: value("name").map(|name| match is_filter {
                true => name,
                false => name.replace('$', "/"),
            }),
            category: value("category"),
            is_public,
            offset: value("offset"),
            limit: value("limit"),
            column: value("order_column"),
            is_descending,
        })
    }

    fn fits(&self, organization: &Organization, repository: &Repository) -> bool {
        let part = |wanted: &Option<String>, text: &str| {
            wanted
                .as_ref()
                .is_none_or(|wanted| text.contains(wanted.as_str()))
        };
        part(&self.namespace, &organization.name)
            && part(&self.name, &repository.name)
            && self
                .category
                .as_ref()
                .is_none_or(|wanted| *wanted == repository.category)
            && self
                .is_public
                .is_none_or(|wanted| wanted == repository.is_public)
    }
}

pub fn list(state: &State, caller: &Caller, request: &Incoming) -> Response {
    let wanted = match Wanted::read(request) {
        Ok(wanted) => wanted,
        Err(refusal) => return refusal,
    };
    let page = match paging::page(wanted.offset.as_deref(), wanted.limit.as_deref()) {
        Ok(page) => page,
        Err(refusal) => return refusal,
    };
    let mut rows: Vec<(&Organization, &Repository)> = state
        .organizations
        .values()
        .flat_map(|organization| {
            organization
                .repositories
                .values()
                .map(move |repository| (organization, repository))
        })
        .filter(|(organization, repository)| wanted.fits(organization, repository))
        .filter(|(organization, repository)| level(organization, repository, caller) > 0)
        .collect();
    match wanted.column.as_deref() {
        None => {}
        Some("name") => rows.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name)),
        Some("updated_time" | "updated_at") => {
            rows.sort_by(|(_, one), (_, other)| one.updated_at.cmp(&other.updated_at));
        }
        Some("tag_count") => rows.sort_by_key(|(_, repository)| repository.num_images),
        Some("namespace") => rows.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name)),
        Some("is_public") => rows.sort_by_key(|(_, repository)| repository.is_public),
        Some(_) => return swr(400, "SVCSTG.SWR.4001035", "Invalid order column"),
    }
    if wanted.is_descending {
        rows.reverse();
    }
    let total = rows.len();
    paging::answer(rows, page, |(organization, repository)| {
        summary(organization, repository, total)
    })
}

pub fn path(registry: &str, organization: &Organization, repository: &Repository) -> String {
    format!("{registry}/{}/{}", organization.name, repository.name)
}

/// Where images are pulled from.
pub const REGISTRY: &str = "swr.eu-de.example.com";
/// The same from inside the region.
pub const INTERNAL_REGISTRY: &str = "100.125.7.25:20202";

/// A row of the list; other names for the times than [`show`] has.
fn summary(organization: &Organization, repository: &Repository, total: usize) -> Value {
    json!({
        "name": repository.name,
        "category": repository.category,
        "description": repository.description,
        "size": repository.size,
        "is_public": repository.is_public,
        "num_images": repository.num_images,
        "num_download": repository.num_download,
        "created_at": repository.created_at,
        "updated_at": repository.updated_at,
        "logo": "",
        "url": "",
        "path": path(REGISTRY, organization, repository),
        "internal_path": path(INTERNAL_REGISTRY, organization, repository),
        "domain_name": ACCOUNT_NAME,
        "namespace": organization.name,
        // A repository without images has null here, not an empty list.
        "tags": repository.tags.newest_names(),
        "status": false,
        "total_range": total,
    })
}

pub fn show(state: &State, caller: &Caller, organization: &str, repository: &str) -> Response {
    let (organization, repository) = match find(state, organization, repository) {
        Ok(found) => found,
        Err(refusal) => return refusal,
    };
    if level(organization, repository, caller) == 0 && !repository.is_public {
        return no_right();
    }
    json_answer(
        200,
        &json!({
            "id": repository.id,
            "ns_id": organization.id,
            "name": repository.name,
            "category": repository.category,
            "description": repository.description,
            "creator_id": organization.creator_id,
            "creator_name": organization.creator_name,
            "size": repository.size,
            "is_public": repository.is_public,
            "num_images": repository.num_images,
            "num_download": repository.num_download,
            "url": "",
            "path": path(REGISTRY, organization, repository),
            "internal_path": path(INTERNAL_REGISTRY, organization, repository),
            "created": repository.created_at,
            "updated": repository.updated_at,
            "domain_id": ACCOUNT_ID,
            "priority": 0,
        }),
    )
}

/// Characters of a description; the code for longer ones is documented, the limit is not.
const LONGEST_DESCRIPTION: usize = 30_000;

/// Categories that the API knows.
const CATEGORIES: [&str; 8] = [
    "app_server",
    "linux",
    "framework_app",
    "database",
    "lang",
    "other",
    "windows",
    "arm",
];

pub fn update(
    state: &mut State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    body: &[u8],
) -> Response {
    let mine = match find(state, organization, repository) {
        Ok((organization, repository)) => level(organization, repository, caller),
        Err(refusal) => return refusal,
    };
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let Some(is_public) = body["is_public"].as_bool() else {
        return swr(400, "SVCSTG.SWR.4001009", "is_public must be a boolean");
    };
    if mine < if is_public { 7 } else { 3 } {
        return no_right();
    }
    let category = body.get("category").filter(|value| !value.is_null());
    let category = match category.map(|value| value.as_str().unwrap_or("?")) {
        // Repositories that were never given one show an empty category, and clients send it back.
        None | Some("") => None,
        Some(category) if CATEGORIES.contains(&category) => Some(category),
        Some(_) => return swr(400, "SVCSTG.SWR.4000014", "Invalid category"),
    };
    let description = body.get("description").filter(|value| !value.is_null());
    if description.is_some_and(|value| !value.is_string()) {
        return swr(400, "SVCSTG.SWR.4000014", "Invalid description");
    }
    let description = description.and_then(Value::as_str);
    if description.is_some_and(|text| text.chars().count() > LONGEST_DESCRIPTION) {
        return swr(413, "SVCSTG.SWR.4131012", "The description is too long");
    }
    let found = state
        .organizations
        .get_mut(organization)
        .and_then(|organization| organization.repositories.get_mut(repository));
    if let Some(found) = found {
        found.is_public = is_public;
        if let Some(category) = category {
            category.clone_into(&mut found.category);
        }
        if let Some(description) = description {
            description.clone_into(&mut found.description);
        }
    }
    crate::control::empty(201)
}
