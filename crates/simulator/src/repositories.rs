//! Repositories: show, create, update, delete (examples §1.10, §1.11 and §2.12).

use cloud_api::{RepositoryName, Response, Timestamp};
use serde_json::{Value, json};

use crate::control::empty;
use crate::identities::ACCOUNT_ID;
use crate::organizations::{find as find_organization, level as organization_level};
use crate::refusal::{json_answer, no_right, swr, unknown_path};
use crate::seed_data::empty_repository;
use crate::signature::Caller;
use crate::state::{Organization, Repository, State};
use crate::written_time::written_at;

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
    let organization = find_organization(state, organization)?;
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

pub fn path(registry: &str, organization: &Organization, repository: &Repository) -> String {
    format!("{registry}/{}/{}", organization.name, repository.name)
}

/// Where images are pulled from.
pub const REGISTRY: &str = "swr.eu-de.example.com";
/// The same from inside the region.
pub const INTERNAL_REGISTRY: &str = "100.125.7.25:20202";

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

/// What a body says of a repository, checked.
struct Settings {
    is_public: bool,
    category: Option<String>,
    description: Option<String>,
}

impl Settings {
    fn read(body: &Value) -> Result<Self, Response> {
        let Some(is_public) = body["is_public"].as_bool() else {
            return Err(swr(
                400,
                "SVCSTG.SWR.4001009",
                "is_public must be a boolean",
            ));
        };
        let given = |name: &str| body.get(name).filter(|value| !value.is_null());
        let category = match given("category").map(|value| value.as_str().unwrap_or("?")) {
            // Repositories that were never given one show an empty category, and clients send it
            // back.
            None | Some("") => None,
            Some(category) if CATEGORIES.contains(&category) => Some(category.to_owned()),
            Some(_) => return Err(swr(400, "SVCSTG.SWR.4000014", "Invalid category")),
        };
        let description = match given("description") {
            None => None,
            Some(Value::String(text)) if text.chars().count() > LONGEST_DESCRIPTION => {
                return Err(swr(
                    413,
                    "SVCSTG.SWR.4131012",
                    "The description is too long",
                ));
            }
            Some(Value::String(text)) => Some(text.clone()),
            Some(_) => return Err(swr(400, "SVCSTG.SWR.4000014", "Invalid description")),
        };
        Ok(Self {
            is_public,
            category,
            description,
        })
    }

    /// What was not sent stays as it is.
    fn apply(self, repository: &mut Repository) {
        repository.is_public = self.is_public;
        if let Some(category) = self.category {
            repository.category = category;
        }
        if let Some(description) = self.description {
            repository.description = description;
        }
    }
}

pub fn create(
    state: &mut State,
    caller: &Caller,
    organization: &str,
    body: &[u8],
    now: Timestamp,
) -> Response {
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let mine = match find_organization(state, organization) {
        Ok(organization) => organization_level(organization, caller),
        Err(refusal) => return refusal,
    };
    if mine < 3 {
        return swr(
            403,
            "SVCSTG.SWR.4037017",
            "No right to edit the organization",
        );
    }
    let name = body["repository"].as_str().unwrap_or_default();
    let name = match name.parse::<RepositoryName>() {
        Ok(name) => name.to_string(),
        Err(error) => {
            let message = format!("Invalid repository name: {error}");
            return swr(400, "SVCSTG.SWR.4001029", &message);
        }
    };
    let settings = match Settings::read(&body) {
        Ok(settings) => settings,
        Err(refusal) => return refusal,
    };
    if find(state, organization, &name).is_ok() {
        return swr(409, "SVCSTG.SWR.4090006", "The image already exists");
    }
    let made = written_at(now);
    let mut repository = Repository {
        id: state.next_id(),
        created_at: made.clone(),
        updated_at: made,
        ..empty_repository(0, &name)
    };
    settings.apply(&mut repository);
    if let Some(organization) = state.organizations.get_mut(organization) {
        organization.repositories.insert(name, repository);
    }
    json_answer(200, &json!({}))
}

/// Deletes it with every tag (examples §2.12).
pub fn delete(
    state: &mut State,
    caller: &Caller,
    organization: &str,
    repository: &str,
) -> Response {
    match find(state, organization, repository) {
        Err(refusal) => return refusal,
        Ok((organization, repository)) if level(organization, repository, caller) < 7 => {
            return no_right();
        }
        Ok(_) => {}
    }
    if let Some(organization) = state.organizations.get_mut(organization) {
        organization.repositories.remove(repository);
    }
    empty(204)
}

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
    let settings = match Settings::read(&body) {
        Ok(settings) => settings,
        Err(refusal) => return refusal,
    };
    if mine < if settings.is_public { 7 } else { 3 } {
        return no_right();
    }
    let found = state
        .organizations
        .get_mut(organization)
        .and_then(|organization| organization.repositories.get_mut(repository));
    if let Some(found) = found {
        settings.apply(found);
    }
    empty(201)
}
