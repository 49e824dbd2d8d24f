//! Replication policies: list, create, show, update, delete (examples §4.3).

use serde_json::json;

use crate::gateway::answer::{Answer, Response, empty, json_answer};

use super::call::Call;
use super::fault;
use super::instance::Instance;
use super::parameters::{Order, Parameters, USUAL};
use super::policy::Policy;
use super::policy_body;
use super::refusal::{in_the_way, invalid, taken, unknown};

const ORDER: Order<'_, Policy> = Order {
    columns: &["created_at", "updated_at", "name"],
    name: |policy| &policy.settings.name,
    created: |policy| policy.created,
    updated: |policy| policy.updated,
};

/// With `registry_id` those of which it is either side.
pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let registry = parameters.number("registry_id")?;
    let name = parameters.text("name");
    let is_wanted = |policy: &&Policy| {
        let settings = &policy.settings;
        name.is_none_or(|part| settings.name.contains(part))
            && registry.is_none_or(|id| settings.side.registry() == id)
    };
    let mut rows: Vec<&Policy> = instance.policies.iter().filter(is_wanted).collect();
    parameters.sort(&mut rows, &ORDER)?;
    parameters.page("policies", rows, USUAL, Policy::describe)
}

pub fn create(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let settings = policy_body::read(instance, call.request)?;
    let is_taken = |one: &Policy| one.settings.name == settings.name;
    if instance.policies.iter().any(is_taken) {
        return Err(taken(&settings.name));
    }
    if let Some(fault) = fault::of_write(instance, &settings.name) {
        return Err(fault);
    }
    let id = instance.next_id();
    instance.policies.push(Policy {
        id,
        settings,
        created: call.now,
        updated: call.now,
    });
    Ok(json_answer(201, &json!({ "id": id })))
}

pub fn show(instance: &mut Instance, _: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    Ok(json_answer(200, &instance.policies[place].describe()))
}

pub fn update(instance: &mut Instance, call: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    let settings = policy_body::read(instance, call.request)?;
    let Policy {
        id,
        settings: before,
        ..
    } = &instance.policies[place];
    let (id, name) = (*id, before.name.clone());
    let is_taken = |one: &Policy| one.id != id && one.settings.name == settings.name;
    if instance.policies.iter().any(is_taken) {
        return Err(taken(&settings.name));
    }
    if let Some(fault) = fault::of_write(instance, &name) {
        return Err(fault);
    }
    let policy = &mut instance.policies[place];
    policy.settings = settings;
    policy.updated = call.now;
    Ok(empty(200))
}

/// Its executions go with it; one that has not ended keeps it, as upstream.
pub fn delete(instance: &mut Instance, call: &Call<'_>, id: &str) -> Answer {
    let place = place(instance, id)?;
    let policy = &instance.policies[place];
    let (id, name) = (policy.id, policy.settings.name.clone());
    if let Some(fault) = fault::of_deletion(instance, &name) {
        return Err(fault);
    }
    let mut executions = instance.executions.iter();
    if executions.any(|one| one.policy_id == id && !one.standing(call.now).is_end()) {
        return Err(in_the_way("The policy has running executions"));
    }
    instance.policies.remove(place);
    instance.executions.retain(|one| one.policy_id != id);
    Ok(empty(204))
}

fn place(instance: &Instance, id: &str) -> Result<usize, Response> {
    let id: u64 = id.parse().map_err(|_| invalid("policy_id"))?;
    let place = instance.policies.iter().position(|one| one.id == id);
    place.ok_or_else(|| unknown("policy"))
}
