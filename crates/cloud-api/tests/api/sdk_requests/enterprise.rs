//! Instances, target registries and policies of the enterprise edition.

use cloud_api::enterprise::{
    ListInstances, ListPolicies, ListTargetRegistries, PageSize, Paging, ShowInstance,
    ShowTargetRegistry,
};
use cloud_api::{Operation, Request};

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
    let by_name = without_paging(registries(Some("conf-2befd9f5")));
    check_enterprise("registry_lifecycle", &[registry("1"), by_name]);
    check_enterprise("err_invalid_registry", &[registry("987654321")]);
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
