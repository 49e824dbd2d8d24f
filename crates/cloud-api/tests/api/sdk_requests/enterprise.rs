//! Instances, target registries and policies of the enterprise edition.

use cloud_api::enterprise::{
    Certificates, CreateRegistry, DeleteRegistry, ListInstances, ListPolicies,
    ListTargetRegistries, PageSize, Paging, RegistrySettings, RegistryTarget, ShowInstance,
    ShowTargetRegistry, UpdateRegistry,
};
use cloud_api::{Mutation, Operation, Request, Secret};

use super::support::*;
use crate::support::*;

fn ten_rows() -> Paging {
    match PageSize::try_from(10) {
        Ok(rows) => Paging::first(rows),
        Err(error) => panic!("{error}"),
    }
}

fn instances() -> Request {
    let project = read(PROJECT);
    let paging = ten_rows();
    ListInstances { project, paging }.request()
}

fn instance(id: &str) -> Request {
    let (project, instance) = (read(PROJECT), read(id));
    ShowInstance { project, instance }.request()
}

fn registries(name: Option<&str>) -> Request {
    let operation = ListTargetRegistries {
        project: read(PROJECT),
        instance: read("i1"),
        name: name.map(str::to_owned),
        paging: ten_rows(),
    };
    operation.request()
}

fn registry(id: &str) -> Request {
    let operation = ShowTargetRegistry {
        project: read(PROJECT),
        instance: read("i1"),
        registry: read(id),
    };
    operation.request()
}

/// The console always says which part of a list it wants; some recordings do not.
fn without_paging(mut request: Request) -> Request {
    let is_paging = |name: &str| matches!(name, "offset" | "limit");
    request.query.retain(|(name, _)| !is_paging(name));
    request
}

#[test]
fn reading_instances_is_sent_like_the_sdk() {
    check_enterprise("list_instances", &[instances()]);
    let requests = [without_paging(instances()), instance("i1")];
    check_enterprise("show_instance", &requests);
    let unknown = instance("4f51953a-b299-4713-b659-08d49ae0b7fe");
    check_enterprise("err_unknown_instance", &[unknown]);
}

#[test]
fn reading_target_registries_is_sent_like_the_sdk() {
    check_enterprise("list_registries", &[registries(None)]);
    check_enterprise("err_invalid_registry", &[registry("987654321")]);
}

/// What the recording makes and changes.
fn recorded_settings(description: &str, certificates: Certificates) -> RegistrySettings {
    RegistrySettings {
        name: read("conf-2befd9f5"),
        description: description.to_owned(),
        url: read("https://swr.cn-north-4.myhuaweicloud.com"),
        access_key: read("ak"),
        target: RegistryTarget::Shared {
            region: Some(read("cn-north-4")),
            certificates,
        },
    }
}

fn with_secret(mutation: impl Into<Mutation>, secret: &str) -> Request {
    sent(&mutation.into()).with_secret(&Secret::new(secret))
}

#[test]
fn a_registry_is_made_found_changed_and_deleted_like_the_sdk_does() {
    let (project, instance) = (read(PROJECT), read("i1"));
    let create = CreateRegistry {
        project,
        instance,
        settings: recorded_settings("conformance", Certificates::Valid),
    };
    let update = UpdateRegistry {
        project: read(PROJECT),
        instance: read("i1"),
        registry: read("1"),
        settings: recorded_settings("changed", Certificates::Any),
    };
    let delete = DeleteRegistry {
        project: read(PROJECT),
        instance: read("i1"),
        registry: read("1"),
    };
    let requests = [
        with_secret(create, "sk"),
        registry("1"),
        without_paging(registries(Some("conf-2befd9f5"))),
        with_secret(update, "sk2"),
        sent(&delete.into()),
    ];
    check_enterprise("registry_lifecycle", &requests);
}

#[test]
fn reading_replication_policies_is_sent_like_the_sdk() {
    let operation = ListPolicies {
        project: read(PROJECT),
        instance: read("i1"),
        paging: ten_rows(),
    };
    check_enterprise("list_replication_policies", &[operation.request()]);
}
