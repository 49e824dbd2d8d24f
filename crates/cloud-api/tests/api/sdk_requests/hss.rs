//! Registries and image syncs of HSS.

use cloud_api::hss::{
    EnterpriseProject, ListRegistries, ListTaskRegistries, Offset, PageSize, Paging,
    RegistriesToSync, RegistryType, StartImageSync, SyncStatus,
};
use cloud_api::{Mutation, Operation};

use super::support::*;
use crate::support::*;

fn part(offset: Option<u32>, rows: Option<u16>) -> Paging {
    Paging {
        offset: offset.and_then(|rows| Offset::try_from(rows).ok()),
        limit: rows.and_then(|rows| PageSize::try_from(rows).ok()),
    }
}

fn registries(offset: u32, rows: u16) -> ListRegistries {
    ListRegistries {
        project: read(PROJECT),
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_id: None,
        registry_types: [].into(),
        registry_address: None,
        status: None,
        paging: part(Some(offset), Some(rows)),
    }
}

fn of_task(task: &str, offset: Option<u32>, rows: Option<u16>) -> ListTaskRegistries {
    ListTaskRegistries {
        project: read(PROJECT),
        task_id: read(task),
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_types: [].into(),
        sync_status: None,
        paging: part(offset, rows),
    }
}

#[test]
fn listing_registries_is_sent_like_the_sdk() {
    check_hss("list_registry", &[registries(0, 200).request()]);
}

#[test]
fn turning_pages_of_registries_is_sent_like_the_sdk() {
    let pages = [0, 10, 20].map(|offset| registries(offset, 10).request());
    check_hss("list_registry_paging", &pages);
}

#[test]
fn looking_for_registries_of_a_type_is_sent_like_the_sdk() {
    let operation = ListRegistries {
        registry_types: [RegistryType::Harbor].into(),
        ..registries(0, 200)
    };
    check_hss("list_registry_filter_type", &[operation.request()]);
}

#[test]
fn starting_a_sync_and_reading_its_registries_is_sent_like_the_sdk() {
    let start = Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::Default,
        registries: RegistriesToSync::All,
    });
    let requests = [sent(&start), of_task("t1", Some(0), Some(10)).request()];
    check_hss("assoc_limit_10", &requests);
}

#[test]
fn reading_a_tasks_registries_is_sent_like_the_sdk() {
    let whole = of_task("t1", Some(0), Some(200)).request();
    check_hss("assoc_limit_200", &[whole]);
    check_hss(
        "assoc_default_limit",
        &[of_task("t1", None, None).request()],
    );
    let pages = [10, 20].map(|offset| of_task("t1", Some(offset), Some(10)).request());
    check_hss("assoc_paging", &pages);
    let task = "0b01824f-a8e8-4ddb-bd27-7d330fa8b2c3";
    check_hss(
        "err_unknown_task",
        &[of_task(task, None, Some(10)).request()],
    );
}

#[test]
fn filtering_a_tasks_registries_is_sent_like_the_sdk() {
    let all = || of_task("t1", None, Some(200));
    let of_types = |types: &[RegistryType]| ListTaskRegistries {
        registry_types: types.iter().copied().collect(),
        ..all()
    };
    let harbor = of_types(&[RegistryType::Harbor]).request();
    check_hss("assoc_filter_type", &[all().request(), harbor]);
    let both = of_types(&[RegistryType::Jfrog, RegistryType::Harbor]).request();
    check_hss("assoc_filter_types_comma", &[both]);
    let by_status = SyncStatus::ALL.map(|status| {
        let operation = ListTaskRegistries {
            sync_status: Some(status),
            ..all()
        };
        operation.request()
    });
    check_hss("assoc_filter_status", &by_status);
    let named = ListTaskRegistries {
        registry_name: Some(read("reg-0")),
        ..all()
    };
    let first = of_task("t1", None, Some(10)).request();
    check_hss("assoc_filter_name", &[first, named.request()]);
}

#[test]
fn the_limits_that_the_service_refused_cannot_be_written() {
    for (name, rows) in [("err_limit_9", 9), ("err_limit_201", 201)] {
        assert_eq!(recorded(name).len(), 1);
        assert!(PageSize::try_from(rows).is_err(), "{rows}");
    }
}
