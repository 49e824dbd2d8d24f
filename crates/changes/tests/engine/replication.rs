//! Writes over target registries and replication policies, and what an instance answers.

use changes::{PlannedWrite, Record};
use cloud_api::enterprise::{
    Certificates, CreatePolicy, CreateRegistry, DeletePolicy, DeleteRegistry, Direction,
    InstanceId, ListTargetRegistries, PolicySettings, RegistryBefore, RegistrySettings,
    RegistryTarget, RepoScopeMode, StopExecution, Trigger, UpdatePolicy,
};
use cloud_api::{Before, Mutation, Operation as _, ProjectId, Response, Service};

use crate::cloud::*;

pub const HARBOR: &str = "11";
pub const OTHER: &str = "13";

fn place() -> (ProjectId, InstanceId) {
    let instance = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";
    (PROJECT.parse().unwrap(), instance.parse().unwrap())
}

fn planned(mutation: impl Into<Mutation>, name: &str, before: Before) -> PlannedWrite {
    PlannedWrite {
        mutation: mutation.into(),
        names: vec![name.to_owned()],
        before,
    }
}

/// What a policy does that pushes to the registry that is to be deleted.
pub fn settings(name: &str) -> PolicySettings {
    PolicySettings {
        name: name.parse().unwrap(),
        description: String::new(),
        direction: Direction::Push(HARBOR.parse().unwrap()),
        dest_namespace: String::new(),
        filters: Vec::new(),
        repo_scope_mode: RepoScopeMode::Regular,
        trigger: Trigger::Manual,
        overwrites: false,
        enabled: true,
    }
}

pub fn stop(policy: &str, execution: &str) -> PlannedWrite {
    let (project, instance) = place();
    let stop = StopExecution {
        project,
        instance,
        policy: policy.parse().unwrap(),
        execution: execution.parse().unwrap(),
    };
    planned(stop, execution, Before::Nothing)
}

pub fn delete_policy(policy: &str, name: &str) -> PlannedWrite {
    let (project, instance) = place();
    let delete = DeletePolicy {
        project,
        instance,
        policy: policy.parse().unwrap(),
    };
    planned(delete, name, Before::ReplicationPolicy(settings(name)))
}

pub fn point_policy(policy: &str, name: &str) -> PlannedWrite {
    let (project, instance) = place();
    let (policy, to) = (policy.parse().unwrap(), OTHER.parse().unwrap());
    let update = UpdatePolicy::pointing_at(&project, &instance, policy, &settings(name), to);
    planned(update, name, Before::ReplicationPolicy(settings(name)))
}

pub fn create_policy(name: &str) -> PlannedWrite {
    let (project, instance) = place();
    let create = CreatePolicy {
        project,
        instance,
        settings: settings(name),
    };
    planned(create, name, Before::Absent)
}

pub fn create_registry() -> PlannedWrite {
    let (project, instance) = place();
    let create = CreateRegistry {
        project,
        instance,
        settings: RegistrySettings {
            name: "shared".parse().unwrap(),
            description: String::new(),
            url: "https://swr.eu-de.example".parse().unwrap(),
            access_key: "eu-de@AK".parse().unwrap(),
            target: RegistryTarget::Shared {
                region: None,
                certificates: Certificates::Valid,
            },
        },
    };
    planned(create, "shared", Before::Absent)
}

pub fn delete_registry() -> PlannedWrite {
    delete_registry_named("old-harbor", HARBOR)
}

pub fn delete_registry_named(name: &str, id: &str) -> PlannedWrite {
    let (project, instance) = place();
    let row = format!(
        r#"{{"registries":[{{"id":{id},"name":"{name}","type":"swr-pro",
        "url":"https://harbor.acme.example","credential":{{"access_key":"robot"}},
        "insecure":true}}],"total":1}}"#
    );
    let page = ListTargetRegistries::decode(&enterprise(200, &row)).unwrap();
    let delete = DeleteRegistry {
        project,
        instance,
        registry: id.parse().unwrap(),
    };
    let before = Before::TargetRegistry(RegistryBefore::of(&page.rows[0]));
    planned(delete, name, before)
}

/// Stop one execution, delete one policy and point another one elsewhere, delete the registry.
pub fn freeing() -> Vec<Vec<PlannedWrite>> {
    vec![
        vec![stop("21", "301")],
        vec![delete_policy("21", "nightly"), point_policy("22", "weekly")],
        vec![delete_registry()],
    ]
}

pub fn enterprise(status: u16, body: &str) -> Response {
    Response {
        service: Service::Enterprise,
        ..response(status, body)
    }
}

pub fn accepted() -> Outcome {
    Ok(enterprise(200, ""))
}

pub fn refused_by_swr(status: u16, code: &str) -> Outcome {
    let body = format!(
        r#"{{"error_code":"{code}","error_msg":"m","encoded_authorization_message":"encoded"}}"#
    );
    Ok(enterprise(status, &body))
}

/// The executions of a policy: one, that stands so.
pub fn execution(status: &str) -> Outcome {
    let body =
        format!(r#"{{"executions":[{{"id":301,"policy_id":21,"status":"{status}"}}],"total":1}}"#);
    Ok(enterprise(200, &body))
}

/// The policy "weekly", which pushes to this registry.
pub fn policy_over(registry: &str) -> Outcome {
    policy_named("weekly", registry)
}

/// A policy of this name that pushes to this registry.
pub fn policy_named(name: &str, registry: &str) -> Outcome {
    let body = format!(
        r#"{{"name":"{name}","src_registry":{{"id":0}},"dest_registry":{{"id":{registry}}},
        "filters":[],"repo_scope_mode":"regular","trigger":{{"type":"manual"}},
        "override":false,"enabled":true}}"#
    );
    Ok(enterprise(200, &body))
}

pub fn registry_there() -> Outcome {
    registry_named("old-harbor")
}

pub fn registry_named(name: &str) -> Outcome {
    let body = format!(r#"{{"id":11,"name":"{name}","type":"swr-pro"}}"#);
    Ok(enterprise(200, &body))
}

pub fn gone() -> Outcome {
    refused_by_swr(404, "SWR.404001")
}

/// The record of a freed and deleted registry.
pub fn freed() -> Record {
    record(freeing(), |run| {
        run.answer(0, accepted());
        run.read(0, execution("Stopped"));
        run.answer(2, accepted());
        run.answer(1, no_content());
        run.read(1, gone());
        run.read(2, policy_over(OTHER));
        run.answer(3, no_content());
        run.read(3, gone());
    })
}
