//! Namespaces of an instance: list and one of them.

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::written_time::written_in_milliseconds;

use super::call::Call;
use super::instance::{Instance, Namespace};
use super::parameters::{Order, Parameters, USUAL};
use super::refusal::unknown;

const ORDER: Order<'_, Namespace> = Order {
    columns: &["updated_at"],
    name: |namespace| namespace.name,
    created: |namespace| namespace.made,
    updated: |namespace| namespace.made,
};

pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let public = parameters.word("public", &["true", "false"])?;
    let name = parameters.text("name");
    let is_wanted = |one: &&Namespace| {
        name.is_none_or(|part| one.name.contains(part))
            && public.is_none_or(|public| one.is_public.to_string() == public)
    };
    let mut rows: Vec<&Namespace> = instance.namespaces.iter().filter(is_wanted).collect();
    parameters.sort(&mut rows, &ORDER)?;
    let instance = &*instance;
    parameters.page("namespaces", rows, USUAL, |one| describe(instance, one))
}

pub fn show(instance: &mut Instance, _: &Call<'_>, name: &str) -> Answer {
    let found = instance.namespaces.iter().find(|one| one.name == name);
    let namespace = found.ok_or_else(|| unknown("namespace"))?;
    Ok(json_answer(200, &describe(instance, namespace)))
}

fn describe(instance: &Instance, namespace: &Namespace) -> Value {
    let repositories = instance.repositories.iter();
    let count = repositories
        .filter(|one| one.namespace_id == namespace.id)
        .count();
    json!({
        "name": namespace.name,
        "namespace_id": namespace.id,
        // The flags are texts (reference §6).
        "metadata": {
            "public": namespace.is_public.to_string(),
            "auto_scan": "false",
            "prevent_vul": "false",
            "severity": "none",
        },
        "repo_count": count,
        "created_at": written_in_milliseconds(namespace.made),
        "updated_at": written_in_milliseconds(namespace.made),
    })
}
