//! What can be asked of HSS, and what its types refuse before anything is asked.

use std::collections::BTreeSet;
use std::str::FromStr;

use cloud_api::hss::{
    AccessStatus, EnterpriseProject, ListRegistries, ListSyncTasks, ListTaskRegistries, Offset,
    OffsetError, PageSize, PageSizeError, Paging, RegistryAddressFilter, RegistryId,
    RegistryNameFilter, RegistryType, ShowRegistryStatistics, SyncStatus, TaskId, TaskIdFilter,
};
use cloud_api::{CharacterRule, Method, Operation, Service, TextError};
use proptest::prelude::*;

use crate::support::{PROJECT, read};

const TASK: &str = "d4c3b2a1-0f9e-4d8c-b7a6-5f4e3d2c1b0a";

fn task_registries() -> ListTaskRegistries {
    ListTaskRegistries {
        project: read(PROJECT),
        task_id: read(TASK),
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_types: BTreeSet::new(),
        sync_status: None,
        paging: Paging::default(),
    }
}

#[test]
fn page_sizes_are_10_to_200() {
    let taken: Vec<u16> = [0, 1, 9, 10, 200, 201, u16::MAX]
        .into_iter()
        .filter(|rows| PageSize::try_from(*rows).is_ok())
        .collect();
    assert_eq!(taken, [10, 200]);
}

#[test]
fn a_page_size_that_is_refused_names_number_and_limits() {
    for rows in [9, 201] {
        assert_eq!(PageSize::try_from(rows), Err(PageSizeError(rows)));
        assert_eq!(
            PageSizeError(rows).to_string(),
            format!("{rows} rows cannot be asked for at once; the API takes 10 to 200")
        );
    }
}

#[test]
fn offsets_are_0_to_2000000() {
    let taken: Vec<u32> = [0, 1, 2_000_000, 2_000_001, u32::MAX]
        .into_iter()
        .filter(|rows| Offset::try_from(*rows).is_ok())
        .collect();
    assert_eq!(taken, [0, 1, 2_000_000]);
}

#[test]
fn an_offset_that_is_refused_names_number_and_limits() {
    assert_eq!(Offset::try_from(2_000_001), Err(OffsetError(2_000_001)));
    assert_eq!(
        OffsetError(2_000_001).to_string(),
        "2000001 rows cannot be passed over; the API takes 0 to 2,000,000"
    );
}

/// Lengths of a text of one letter that a type takes, of those around its limit.
fn taken<T: FromStr>(limit: usize) -> Vec<usize> {
    [0, 1, limit, limit + 1]
        .into_iter()
        .filter(|length| "a".repeat(*length).parse::<T>().is_ok())
        .collect()
}

#[test]
fn texts_have_the_documented_lengths() {
    assert_eq!(taken::<TaskId>(64), [1, 64]);
    assert_eq!(taken::<TaskIdFilter>(256), [1, 256]);
    assert_eq!(taken::<RegistryId>(64), [1, 64]);
    assert_eq!(taken::<RegistryNameFilter>(128), [1, 128]);
    assert_eq!(taken::<RegistryAddressFilter>(256), [1, 256]);
    assert_eq!(taken::<EnterpriseProject>(256), [1, 256]);
}

#[test]
fn lengths_count_characters_and_not_bytes() {
    assert!("仓".repeat(128).parse::<RegistryNameFilter>().is_ok());
}

#[test]
fn a_text_that_is_too_long_is_told_its_length_and_the_limit() {
    assert_eq!(
        "a".repeat(65).parse::<TaskId>(),
        Err(TextError::TooLong {
            length: 65,
            maximum: 64,
        })
    );
}

#[test]
fn a_text_that_is_empty_is_told_so() {
    assert_eq!("".parse::<EnterpriseProject>(), Err(TextError::Empty));
}

#[test]
fn a_task_id_that_could_leave_its_path_is_refused_with_the_place() {
    for (text, position, character) in [
        ("..", 1, '.'),
        (".", 1, '.'),
        ("a/b", 2, '/'),
        ("a\\b", 2, '\\'),
        ("a%2fb", 2, '%'),
        ("ab?c", 3, '?'),
        ("a#b", 2, '#'),
        ("a;b", 2, ';'),
        ("a b", 2, ' '),
        ("a\n", 2, '\n'),
        ("ä", 1, 'ä'),
    ] {
        assert_eq!(
            text.parse::<TaskId>(),
            Err(TextError::Character {
                text: text.to_owned(),
                position,
                character,
                rule: CharacterRule::NotAllowed,
            })
        );
    }
}

#[test]
fn all_seven_parameters_are_sent() {
    let operation = ListTaskRegistries {
        enterprise_project: EnterpriseProject::All,
        registry_name: Some(read("a&b=c")),
        registry_types: [RegistryType::SwrPrivate, RegistryType::Harbor].into(),
        sync_status: Some(SyncStatus::Failed),
        paging: Paging::largest(read_offset(4_800)),
        ..task_registries()
    };
    let request = operation.request();
    assert_eq!(
        (request.service(), request.method()),
        (Service::Hss, Method::Get)
    );
    assert_eq!(
        request.path_and_query(),
        format!(
            "/v5/{PROJECT}/image/image-sync/tasks/{TASK}/registries\
             ?enterprise_project_id=all_granted_eps&limit=200&offset=4800\
             &registry_name=a%26b%3Dc&registry_type=Harbor%2CSwrPrivate&sync_status=failed"
        )
    );
}

fn read_offset(rows: u32) -> Offset {
    match Offset::try_from(rows) {
        Ok(offset) => offset,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn the_default_enterprise_project_is_not_sent() {
    assert_eq!(
        task_registries().request().path_and_query(),
        format!("/v5/{PROJECT}/image/image-sync/tasks/{TASK}/registries")
    );
}

#[test]
fn enterprise_projects_are_read_as_the_api_writes_them() {
    for (text, expected) in [
        ("0", EnterpriseProject::Default),
        ("all_granted_eps", EnterpriseProject::All),
        (TASK, EnterpriseProject::Id(read(TASK))),
    ] {
        let parsed: EnterpriseProject = read(text);
        assert_eq!(parsed.to_string(), text);
        assert_eq!(parsed, expected);
    }
}

#[test]
fn an_enterprise_project_reads_the_same_after_a_round_through_json() {
    for text in ["0", "all_granted_eps", TASK] {
        let written = serde_json::to_string(&read::<EnterpriseProject>(text)).ok();
        assert_eq!(written, Some(format!("{text:?}")));
        let back = serde_json::from_str(&format!("{text:?}")).ok();
        assert_eq!(back, Some(read::<EnterpriseProject>(text)));
    }
}

#[test]
fn a_hostile_enterprise_project_in_json_is_refused() {
    for text in [r#""""#, r#""a b""#, "7", "null"] {
        assert!(
            serde_json::from_str::<EnterpriseProject>(text).is_err(),
            "{text}"
        );
    }
}

#[test]
fn only_sync_tasks_of_registries_are_listed() {
    let request = ListSyncTasks::first_page(read(PROJECT), EnterpriseProject::All).request();
    assert_eq!(
        request.path_and_query(),
        format!(
            "/v5/{PROJECT}/image/tasks?enterprise_project_id=all_granted_eps\
             &global_image_type=registry&limit=200&offset=0&type=image_sync"
        )
    );
}

#[test]
fn one_task_is_looked_for_by_its_id() {
    let operation = ListSyncTasks {
        task_id: Some(read(TASK)),
        paging: Paging::default(),
        ..ListSyncTasks::first_page(read(PROJECT), EnterpriseProject::Default)
    };
    assert_eq!(
        operation.request().path_and_query(),
        format!(
            "/v5/{PROJECT}/image/tasks?global_image_type=registry&task_id={TASK}&type=image_sync"
        )
    );
}

#[test]
fn all_filters_of_registries_are_sent() {
    let operation = ListRegistries {
        project: read(PROJECT),
        enterprise_project: read(TASK),
        registry_name: Some(read("harbor")),
        registry_id: Some(read("r/1")),
        registry_types: [RegistryType::Other].into(),
        registry_address: Some(read("harbor.acme.example:8443")),
        status: Some(AccessStatus::Fail),
        paging: Paging::largest(Offset::default()),
    };
    assert_eq!(
        operation.request().path_and_query(),
        format!(
            "/v5/{PROJECT}/image/registries?enterprise_project_id={TASK}&limit=200&offset=0\
             &registry_addr=harbor.acme.example%3A8443&registry_id=r%2F1&registry_name=harbor\
             &registry_type=Other&status=fail"
        )
    );
}

#[test]
fn registries_are_counted_by_type() {
    let operation = ShowRegistryStatistics {
        project: read(PROJECT),
        enterprise_project: EnterpriseProject::Default,
        registry_types: RegistryType::ALL.into(),
    };
    assert_eq!(
        operation.request().path_and_query(),
        format!(
            "/v5/{PROJECT}/image/registries/statistics\
             ?registry_type=Harbor%2CJfrog%2CSwrPrivate%2CSwrShared%2CSwrEnterprise%2COther"
        )
    );
}

proptest! {
    #[test]
    fn no_task_id_changes_the_path_around_it(text in ".{0,70}") {
        if let Ok(task_id) = text.parse() {
            let request = ListTaskRegistries { task_id, ..task_registries() }.request();
            let path = request.path();
            let segments: Vec<&str> = path.split('/').collect();
            let expected = ["", "v5", PROJECT, "image", "image-sync", "tasks", text.as_str(), "registries"];
            prop_assert_eq!(segments, expected);
        }
    }

    #[test]
    fn no_name_changes_the_other_parameters(text in ".{1,130}") {
        if let Ok(name) = text.parse() {
            let operation = ListTaskRegistries {
                registry_name: Some(name),
                sync_status: Some(SyncStatus::Running),
                ..task_registries()
            };
            let sent = operation.request().path_and_query();
            prop_assert_eq!(sent.matches(['?', '&']).count(), 2);
            prop_assert!(sent.is_ascii() && sent.ends_with("&sync_status=running"));
        }
    }
}
