//! Repositories: list, show, update (examples §1.9 to §1.11).

use cloud_api::Response;
use serde_json::{Value, json};

use crate::identities::{ACCOUNT_ID, ACCOUNT_NAME};
use crate::incoming::Incoming;
use crate::organizations::{filter_pairs, level as organization_level};
use crate::refusal::{json_answer, no_right, swr};
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

/// What a list was asked for.
#[derive(Default)]
struct Wanted {
    namespace: Option<String>,
    name: Option<String>,
    category: Option<String>,
    is_public: Option<String>,
    offset: Option<String>,
    limit: Option<String>,
    column: Option<String>,
    direction: Option<String>,
}

impl Wanted {
    fn read(request: &Incoming) -> Option<Self> {
        let pairs = request.pairs();
        let filter = pairs
            .iter()
            .find(|(key, _)| key == "filter")
            .map(|(_, value)| value);
        // When both styles are sent, the filter wins.
        let pairs: Vec<(&str, &str)> = match filter {
            None => pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect(),
            Some(filter) => filter_pairs(filter)?,
        };
        let value = |key: &str| {
            pairs
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| (*value).to_owned())
        };
        Some(Self {
            namespace: value("namespace"),
            name: value("name").map(|name| name.replace('$', "/")),
            category: value("category"),
            is_public: value("is_public"),
            offset: value("offset"),
            limit: value("limit"),
            column: value("order_column"),
            direction: value("order_type"),
        })
    }

    /// Rows to pass over and to give; `None` in the answer when the two did not come together.
    fn page(&self) -> Result<Option<(usize, usize)>, Response> {
        let bad = || swr(400, "SVCSTG.SWR.4000056", "Invalid page size");
        let (Some(offset), Some(limit)) = (&self.offset, &self.limit) else {
            return Ok(None);
        };
        let (Ok(offset), Ok(limit)) = (offset.parse(), limit.parse()) else {
            return Err(bad());
        };
        if (1..=1_000).contains(&limit) {
            Ok(Some((offset, limit)))
        } else {
            Err(bad())
        }
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
                .as_ref()
                .is_none_or(|wanted| (wanted == "true") == repository.is_public)
    }
}

pub fn list(state: &State, caller: &Caller, request: &Incoming) -> Response {
    let Some(wanted) = Wanted::read(request) else {
        return swr(400, "SVCSTG.SWR.4009014", "Invalid filter");
    };
    let page = match wanted.page() {
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
        Some(_) => return swr(400, "SVCSTG.SWR.4001035", "Invalid order column"),
    }
    if wanted.direction.as_deref() == Some("desc") {
        rows.reverse();
    }
    let total = rows.len();
    let (offset, limit) = page.unwrap_or((0, 100));
    let body: Vec<Value> = rows
        .into_iter()
        .skip(offset)
        .take(limit)
        .map(|(organization, repository)| summary(organization, repository, total))
        .collect();
    let range = format!("{offset}-{}/{total}", body.len());
    let mut response = json_answer(200, &Value::Array(body));
    if page.is_some() {
        response.headers.push(("Content-Range".to_owned(), range));
    }
    response
}

fn path(organization: &Organization, repository: &Repository) -> String {
    format!(
        "swr.eu-de.example.com/{}/{}",
        organization.name, repository.name
    )
}

fn summary(organization: &Organization, repository: &Repository, total: usize) -> Value {
    json!({
        "name": repository.name,
        "category": repository.category,
        "description": repository.description,
        "size": repository.size,
        "is_public": repository.is_public,
        "num_images": repository.num_images,
        "num_download": 0,
        "created_at": "2024-03-05T07:12:44Z",
        "updated_at": repository.updated_at,
        "logo": "",
        "url": "",
        "path": path(organization, repository),
        "internal_path": path(organization, repository),
        "domain_name": ACCOUNT_NAME,
        "namespace": organization.name,
        "tags": repository.tags,
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
            "num_download": 0,
            "url": "",
            "path": path(organization, repository),
            "internal_path": path(organization, repository),
            "created": "2024-03-05T07:12:44.915153Z",
            "updated": repository.updated_at,
            "domain_id": ACCOUNT_ID,
            "priority": 0,
        }),
    )
}

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
    let category = body.get("category").and_then(Value::as_str);
    if category.is_some_and(|category| !CATEGORIES.contains(&category)) {
        return swr(400, "SVCSTG.SWR.4000014", "Invalid category");
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
        if let Some(description) = body.get("description").and_then(Value::as_str) {
            description.clone_into(&mut found.description);
        }
    }
    crate::control::empty(201)
}
