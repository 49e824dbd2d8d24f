//! Executions: start, list, stop (examples §4.4).

use serde_json::json;

use crate::gateway::answer::{Answer, Response, empty, json_answer};

use super::body::Body;
use super::call::Call;
use super::execution::{BEGINS_AFTER, Execution, Fate, Subtask, Task};
use super::instance::Instance;
use super::parameters::{Parameters, USUAL};
use super::policy::{Policy, Side};
use super::refusal::{in_the_way, invalid, unknown};
use super::{fault, glob};

/// Milliseconds that one image takes.
const EACH: i64 = 1_500;

pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let policy = parameters.number("policy_id")?;
    let is_wanted = |one: &&Execution| policy.is_none_or(|id| one.policy_id == id);
    let mut rows: Vec<&Execution> = instance.executions.iter().filter(is_wanted).collect();
    rows.sort_by_key(|one| (one.begin, one.id));
    rows.reverse();
    parameters.page("executions", rows, USUAL, |one| one.describe(call.now))
}

pub fn start(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let policy_id = Body::of(call.request)?.number("policy_id")?;
    let mut policies = instance.policies.iter();
    let policy = policies.find(|one| one.id == policy_id).cloned();
    let policy = policy.ok_or_else(|| unknown("policy"))?;
    if !policy.settings.enabled {
        return Err(in_the_way("The policy is disabled"));
    }
    if let Some(fault) = fault::of_write(instance, &policy.settings.name) {
        return Err(fault);
    }
    let tasks = tasks(instance, &policy);
    let id = instance.next_id();
    instance.executions.push(Execution {
        id,
        policy_id,
        trigger: "manual",
        begin: call.now,
        tasks,
        stop: None,
    });
    Ok(json_answer(202, &json!({ "id": id })))
}

pub fn stop(instance: &mut Instance, call: &Call<'_>, id: &str) -> Answer {
    let execution = found(instance, id)?;
    if execution.standing(call.now).is_end() {
        return Err(in_the_way("The execution has ended"));
    }
    execution.stop = execution.stop.or(Some(call.now));
    Ok(empty(200))
}

/// The execution of an ID as it stands in a path.
pub fn found<'i>(instance: &'i mut Instance, id: &str) -> Result<&'i mut Execution, Response> {
    let id: u64 = id.parse().map_err(|_| invalid("execution_id"))?;
    let mut executions = instance.executions.iter_mut();
    let found = executions.find(|one| one.id == id);
    found.ok_or_else(|| unknown("execution"))
}

/// What a policy copies: the repositories and tags that its filters mean. Nothing can be fetched where
/// the registry is gone or cannot be reached. What a far registry holds is taken to be the same.
fn tasks(instance: &Instance, policy: &Policy) -> Vec<Task> {
    let settings = &policy.settings;
    let id = settings.side.registry();
    let mut registries = instance.registries.iter();
    let registry = registries.find(|one| one.id == id);
    let Some(registry) = registry.filter(|one| one.is_healthy() || pushes(settings.side)) else {
        return Vec::new();
    };
    let fate = match registry.is_healthy() {
        true if settings.name == fault::RECOVERS => Fate::Recovers("unexpected EOF"),
        true => Fate::Copied,
        false => Fate::Failed("dial tcp: lookup failed: no such host"),
    };
    let is_meant = |kind: &str, text: &str| {
        let mut filters = settings.filters.iter().filter(|one| one.kind == kind);
        filters.all(|one| glob::matches(&one.value, text))
    };
    let mut ends = BEGINS_AFTER;
    let mut subtask = |tag: String| {
        let starts = ends;
        ends += EACH;
        Subtask {
            tag,
            starts,
            ends,
            fate,
        }
    };
    let mut tasks = Vec::new();
    for repository in &instance.repositories {
        let name = format!("{}/{}", repository.namespace, repository.name);
        let tags = repository.tags().filter(|tag| is_meant("tag", tag));
        let subtasks: Vec<Subtask> = match is_meant("name", &name) {
            true => tags.map(&mut subtask).collect(),
            false => continue,
        };
        if subtasks.is_empty() {
            continue;
        }
        tasks.push(Task {
            namespace: repository.namespace.to_owned(),
            repository: repository.name.clone(),
            dest_namespace: settings.dest_namespace.clone(),
            subtasks,
        });
    }
    tasks
}

fn pushes(side: Side) -> bool {
    matches!(side, Side::Push(_))
}
