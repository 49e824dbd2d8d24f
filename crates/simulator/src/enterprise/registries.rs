//! Target registries: list, create, show, update, delete (examples §4.2).

use serde_json::json;

use crate::gateway::answer::{Answer, Response, empty, json_answer};

use super::call::Call;
use super::fault;
use super::instance::Instance;
use super::parameters::{Order, Parameters, USUAL};
use super::referring::ReferringPolicies;
use super::refusal::{in_the_way, invalid, taken, unknown};
use super::registry::{KINDS, Registry};
use super::registry_body;

const ORDER: Order<'_, Registry> = Order {
    columns: &["created_at", "updated_at", "name"],
    name: |registry| &registry.settings.name,
    created: |registry| registry.created,
    updated: |registry| registry.updated,
};

pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let kind = parameters.word("type", &KINDS)?;
    let name = parameters.text("name");
    let is_wanted = |registry: &&Registry| {
        let settings = &registry.settings;
        name.is_none_or(|part| settings.name.contains(part))
            && kind.is_none_or(|kind| settings.kind == kind)
    };
    let mut rows: Vec<&Registry> = instance.registries.iter().filter(is_wanted).collect();
    parameters.sort(&mut rows, &ORDER)?;
    parameters.page("registries", rows, USUAL, Registry::describe)
}

pub fn create(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let settings = registry_body::read(call.request)?;
    let is_taken = |one: &Registry| one.settings.name == settings.name;
    if instance.registries.iter().any(is_taken) {
        return Err(taken(&settings.name));
    }
    if let Some(fault) = fault::of_write(instance, &settings.name) {
        return Err(fault);
    }
    let id = instance.next_id();
    instance.registries.push(Registry {
        id,
        settings,
        created: call.now,
        updated: call.now,
    });
    Ok(json_answer(201, &json!({ "id": id })))
}

pub fn show(instance: &mut Instance, _: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    Ok(json_answer(200, &instance.registries[place].describe()))
}

pub fn update(instance: &mut Instance, call: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    let settings = registry_body::read(call.request)?;
    let before = &instance.registries[place];
    if settings.kind != before.settings.kind {
        return Err(invalid("type"));
    }
    let id = before.id;
    let is_taken = |one: &Registry| one.id != id && one.settings.name == settings.name;
    if instance.registries.iter().any(is_taken) {
        return Err(taken(&settings.name));
    }
    let name = before.settings.name.clone();
    if let Some(fault) = fault::of_write(instance, &name) {
        return Err(fault);
    }
    let registry = &mut instance.registries[place];
    registry.settings = settings;
    registry.updated = call.now;
    Ok(empty(200))
}

pub fn delete(instance: &mut Instance, call: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    let registry = &instance.registries[place];
    let (id, name) = (registry.id, registry.settings.name.clone());
    if let Some(fault) = fault::of_deletion(instance, &name) {
        return Err(fault);
    }
    let mut policies = instance.policies.iter();
    let is_used = policies.any(|policy| policy.settings.side.registry() == id);
    match call.referring_policies {
        ReferringPolicies::Refuse if is_used => Err(in_the_way(
            "The registry is referenced by replication policies",
        )),
        ReferringPolicies::Refuse | ReferringPolicies::Orphan => {
            instance.registries.remove(place);
            Ok(empty(204))
        }
    }
}

fn place(instance: &Instance, id: &str) -> Result<usize, Response> {
    let id: u64 = id.parse().map_err(|_| invalid("registry_id"))?;
    let place = instance.registries.iter().position(|one| one.id == id);
    place.ok_or_else(|| unknown("registry"))
}
