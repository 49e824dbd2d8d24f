//! Repositories: show, create, update, delete (examples §1.10, §1.11 and §2.12).

use cloud_api::RepositoryName;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, empty, json_answer};
use crate::gateway::written_time::written_at;

use super::address::{INTERNAL_REGISTRY, REGISTRY, address};
use super::call::Call;
use super::place::Place;
use super::refusal::{invalid, no_right, refused};
use super::state::State;
use super::state::repository::Repository;

pub fn show(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let (organization, repository) = state.readable(call.caller, place)?;
    Ok(json_answer(
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
            "path": address(REGISTRY, organization, repository),
            "internal_path": address(INTERNAL_REGISTRY, organization, repository),
            "created": repository.created_at,
            "updated": repository.updated_at,
            "domain_id": organization.account().id(),
            "priority": 0,
        }),
    ))
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
            return Err(refused(
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
            Some(_) => return Err(invalid("Invalid category")),
        };
        let description = match given("description") {
            None => None,
            Some(Value::String(text)) if text.chars().count() > LONGEST_DESCRIPTION => {
                return Err(refused(
                    413,
                    "SVCSTG.SWR.4131012",
                    "The description is too long",
                ));
            }
            Some(Value::String(text)) => Some(text.clone()),
            Some(_) => return Err(invalid("Invalid description")),
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

pub fn create(state: &mut State, call: &Call<'_>, organization: &str) -> Answer {
    let body = call.body();
    if state.organization(organization)?.level(call.caller) < 3 {
        return Err(refused(
            403,
            "SVCSTG.SWR.4037017",
            "No right to edit the organization",
        ));
    }
    let name = body["repository"].as_str().unwrap_or_default();
    let name = match name.parse::<RepositoryName>() {
        Ok(name) => name.to_string(),
        Err(error) => {
            let message = format!("Invalid repository name: {error}");
            return Err(refused(400, "SVCSTG.SWR.4001029", &message));
        }
    };
    let settings = Settings::read(&body)?;
    if state
        .organization(organization)?
        .repositories
        .contains_key(&name)
    {
        return Err(refused(
            409,
            "SVCSTG.SWR.4090006",
            "The image already exists",
        ));
    }
    let id = state.next_id();
    let mut repository = Repository::empty(id, &name, &written_at(call.now));
    settings.apply(&mut repository);
    let organization = state.organization_mut(organization)?;
    organization.repositories.insert(name, repository);
    Ok(json_answer(200, &json!({})))
}

/// Deletes it with every tag (examples §2.12).
pub fn delete(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    if state.level(call.caller, place)? < 7 {
        return Err(no_right());
    }
    let organization = state.organization_mut(&place.organization)?;
    organization.repositories.remove(&place.repository);
    Ok(empty(204))
}

pub fn update(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let mine = state.level(call.caller, place)?;
    let settings = Settings::read(&call.body())?;
    if mine < if settings.is_public { 7 } else { 3 } {
        return Err(no_right());
    }
    settings.apply(state.repository_mut(place)?);
    Ok(empty(201))
}
