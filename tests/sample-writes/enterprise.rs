//! One of each write over target registries, replication policies and executions.

use cloud_api::Mutation;
use cloud_api::enterprise::{
    AccessKey, Certificates, CreatePolicy, CreateRegistry, DeletePolicy, DeleteRegistry, Direction,
    Filter, FilterType, HostMapping, PolicySettings, RegistrySettings, RegistryTarget,
    RepoScopeMode, Schedule, StartExecution, StopExecution, Trigger, UpdatePolicy, UpdateRegistry,
};

use super::{PROJECT, read};

/// An instance of the enterprise edition.
pub const INSTANCE: &str = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";
/// An ID that JavaScript's numbers cannot hold.
pub const BEYOND: &str = "9007199254740993";

/// A value, which has to be one.
///
/// # Panics
///
/// When there is none.
pub fn value<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// An open-source Harbor.
pub fn harbor() -> RegistrySettings {
    RegistrySettings {
        name: read("old-harbor"),
        description: String::new(),
        url: read("https://harbor.acme.example"),
        access_key: read("robot$sync"),
        target: RegistryTarget::Harbor {
            hosts: value(HostMapping::typed("harbor.acme.example 10.0.1.20")),
            certificates: Certificates::Valid,
        },
    }
}

/// An instance of the enterprise edition as a target.
pub fn other_instance() -> RegistrySettings {
    RegistrySettings {
        name: read("ee-nl"),
        url: read("https://acme-nl.swr-pro.myhuaweicloud.com"),
        access_key: read("user"),
        target: RegistryTarget::Enterprise {
            project: read("a2b4c6d8e0f24680b1d3f5a7c9e0b2d4"),
            region: read("eu-west-101"),
            instance: read("4b5a6978-8796-4a5b-9c8d-7e6f5a4b3c2d"),
        },
        ..harbor()
    }
}

/// The shared edition as a target.
pub fn shared_edition() -> RegistrySettings {
    let key: AccessKey = read("eu-west-101@HPUAXXXXXXXXXXXXXXXX");
    RegistrySettings {
        name: read("swr-shared"),
        url: read("https://swr.eu-west-101.myhuaweicloud.eu"),
        target: RegistryTarget::Shared {
            region: key.region(),
            certificates: Certificates::Valid,
        },
        access_key: key,
        ..harbor()
    }
}

/// A scheduled policy that pushes to a registry.
pub fn policy_settings() -> PolicySettings {
    PolicySettings {
        name: read("to-nl"),
        description: String::new(),
        direction: Direction::Push(read("12")),
        dest_namespace: "library".to_owned(),
        filters: vec![
            value(Filter::typed(FilterType::Name, "library/**")),
            value(Filter::typed(FilterType::Tag, "v*")),
        ],
        repo_scope_mode: RepoScopeMode::Regular,
        trigger: Trigger::Scheduled(value(Schedule::typed("0 0 2 * * ?"))),
        overwrites: true,
        enabled: true,
    }
}

/// A new target registry.
pub fn create_registry() -> Mutation {
    Mutation::CreateRegistry(CreateRegistry {
        project: read(PROJECT),
        instance: read(INSTANCE),
        settings: harbor(),
    })
}

/// Another target registry.
pub fn update_registry() -> Mutation {
    Mutation::UpdateRegistry(UpdateRegistry {
        project: read(PROJECT),
        instance: read(INSTANCE),
        registry: read("11"),
        settings: harbor(),
    })
}

/// A target registry less.
pub fn delete_registry() -> Mutation {
    Mutation::DeleteRegistry(DeleteRegistry {
        project: read(PROJECT),
        instance: read(INSTANCE),
        registry: read(BEYOND),
    })
}

/// A new replication policy.
pub fn create_policy() -> Mutation {
    Mutation::CreatePolicy(CreatePolicy {
        project: read(PROJECT),
        instance: read(INSTANCE),
        settings: policy_settings(),
    })
}

/// A replication policy that runs no more.
pub fn disable_policy() -> Mutation {
    let (project, instance) = (read(PROJECT), read(INSTANCE));
    let settings = policy_settings();
    UpdatePolicy::enabling(&project, &instance, read("21"), &settings, false).into()
}

/// A replication policy that copies elsewhere.
pub fn point_policy() -> Mutation {
    let (project, instance) = (read(PROJECT), read(INSTANCE));
    let settings = policy_settings();
    UpdatePolicy::pointing_at(&project, &instance, read("21"), &settings, read("13")).into()
}

/// A replication policy less.
pub fn delete_policy() -> Mutation {
    Mutation::DeletePolicy(DeletePolicy {
        project: read(PROJECT),
        instance: read(INSTANCE),
        policy: read("21"),
    })
}

/// A replication policy run now.
pub fn start_execution() -> Mutation {
    Mutation::StartExecution(StartExecution {
        project: read(PROJECT),
        instance: read(INSTANCE),
        policy: read("21"),
    })
}

/// An execution stopped.
pub fn stop_execution() -> Mutation {
    Mutation::StopExecution(StopExecution {
        project: read(PROJECT),
        instance: read(INSTANCE),
        policy: read("21"),
        execution: read("301"),
    })
}
