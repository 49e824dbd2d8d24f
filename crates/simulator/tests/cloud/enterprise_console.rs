//! Asking the simulated SWR Enterprise as the console does, and understanding it with the console's own
//! types.

use cloud_api::enterprise::{
    AccessSecret, Certificates, DeletePolicy, DeleteRegistry, Direction, Filter, FilterType,
    HostMapping, InstanceId, PageSize, Paging, PolicySettings, RegistryBefore, RegistryId,
    RegistrySettings, RegistryTarget, RegistryType, RegistryUrl, RepoScopeMode, Schedule,
    ShowPolicy, ShowTargetRegistry, Trigger,
};
use cloud_api::{ApiError, Before, Judgement, Mutation, Operation, ProjectId, Response};
use simulator::Simulator;
use simulator::identities::PROJECT_ID;

use super::support::*;

pub const INSTANCE: &str = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";

pub fn project() -> ProjectId {
    PROJECT_ID.parse().unwrap()
}

pub fn instance() -> InstanceId {
    INSTANCE.parse().unwrap()
}

pub fn first() -> Paging {
    Paging::first(PageSize::LARGEST)
}

pub fn shown<O: Operation>(cloud: &mut Simulator, operation: &O) -> O::Output {
    let answer = carry(cloud, &operation.request(), ANNA);
    match O::decode(&answer) {
        Ok(output) => output,
        Err(error) => panic!("{:?}: {error}", operation.request()),
    }
}

/// Sends a write, with a secret where it lacks one, and reads it back.
pub fn written(
    cloud: &mut Simulator,
    mutation: impl Into<Mutation>,
    before: Before,
) -> (Response, Before, Judgement) {
    let mutation = mutation.into();
    let secret = AccessSecret::typed("pa\"ss\\wörd").unwrap();
    let request = mutation.request().unwrap().with_secret(secret.secret());
    let answer = carry(cloud, &request, ANNA);
    let before = mutation.noted(&before, &answer).unwrap_or(before);
    let read_back = carry(cloud, &mutation.read_back(), ANNA);
    let subject = mutation.subjects().remove(0);
    let judged = mutation.judge(&subject, &before, &read_back);
    (answer, before, judged)
}

pub fn refused(answer: &Response) -> cloud_api::Refusal {
    match ApiError::from_response(answer) {
        ApiError::Refused(refusal) => refusal,
        error => panic!("{error:?}"),
    }
}

pub fn registry_settings(name: &str, target: RegistryTarget) -> RegistrySettings {
    let url = match target.registry_type() {
        RegistryType::Harbor => "https://new.acme.example",
        RegistryType::Enterprise => "https://other.swr-pro.myhuaweicloud.com",
        RegistryType::Shared => "https://swr.eu-nl.myhuaweicloud.com",
    };
    let url = RegistryUrl::typed(target.registry_type(), url).unwrap();
    RegistrySettings {
        name: name.parse().unwrap(),
        description: String::new(),
        url,
        access_key: "eu-nl@HPUAXXXX".parse().unwrap(),
        target,
    }
}

pub fn each_target() -> [RegistryTarget; 3] {
    [
        RegistryTarget::Harbor {
            hosts: HostMapping::typed("new.acme.example 10.0.1.20").unwrap(),
            certificates: Certificates::Valid,
        },
        RegistryTarget::Enterprise {
            project: project(),
            region: "eu-nl".parse().unwrap(),
            instance: "i".parse().unwrap(),
        },
        RegistryTarget::Shared {
            region: Some("eu-nl".parse().unwrap()),
            certificates: Certificates::Any,
        },
    ]
}

pub fn policy(name: &str, registry: &str) -> PolicySettings {
    PolicySettings {
        name: name.parse().unwrap(),
        description: "every night".to_owned(),
        direction: Direction::Push(registry.parse().unwrap()),
        dest_namespace: "library".to_owned(),
        filters: vec![Filter::typed(FilterType::Name, "{library,shop}/**").unwrap()],
        repo_scope_mode: RepoScopeMode::Regular,
        trigger: Trigger::Scheduled(Schedule::typed("0 0 2 * * ?").unwrap()),
        overwrites: true,
        enabled: true,
    }
}

pub fn delete_registry(registry: &str) -> DeleteRegistry {
    DeleteRegistry {
        project: project(),
        instance: instance(),
        registry: registry.parse().unwrap(),
    }
}

pub fn delete_policy(policy: &str) -> DeletePolicy {
    DeletePolicy {
        project: project(),
        instance: instance(),
        policy: policy.parse().unwrap(),
    }
}

pub fn registry_now(cloud: &mut Simulator, registry: RegistryId) -> RegistryBefore {
    let show = ShowTargetRegistry {
        project: project(),
        instance: instance(),
        registry,
    };
    RegistryBefore::of(&shown(cloud, &show))
}

pub fn policy_now(cloud: &mut Simulator, policy: &str) -> PolicySettings {
    let show = ShowPolicy {
        project: project(),
        instance: instance(),
        policy: policy.parse().unwrap(),
    };
    PolicySettings::of(&shown(cloud, &show)).unwrap()
}
