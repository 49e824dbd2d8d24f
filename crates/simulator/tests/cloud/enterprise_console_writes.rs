//! Every write that the console sends to SWR Enterprise, answered by the simulated one and judged as the
//! console does.

use cloud_api::enterprise::{
    AccessSecret, CreatePolicy, CreateRegistry, ExecutionId, RegistryId, StartExecution,
    StopExecution, UpdatePolicy, UpdateRegistry,
};
use cloud_api::{ApiError, Before, Judgement, Meaning, Mutation};
use simulator::{ReferringPolicies, Settings, Simulator};

use super::support::*;

use super::enterprise_console::*;

#[test]
fn a_registry_of_each_type_is_made_changed_and_deleted() {
    let mut cloud = small_cloud();
    for (target, name) in each_target().into_iter().zip(["one", "two", "three"]) {
        let create = CreateRegistry {
            project: project(),
            instance: instance(),
            settings: registry_settings(name, target),
        };
        let (answer, before, judged) = written(&mut cloud, create.clone(), Before::Absent);
        assert_eq!((answer.status, judged), (201, Judgement::Applied), "{name}");
        let Before::Made(id) = before else {
            panic!("{before:?}");
        };
        let registry = RegistryId::listed(id).unwrap();
        let before = registry_now(&mut cloud, registry);
        let mut update = UpdateRegistry {
            project: project(),
            instance: instance(),
            registry,
            settings: create.settings,
        };
        update.settings.description = "changed".to_owned();
        let before = Before::TargetRegistry(before);
        let (answer, _, judged) = written(&mut cloud, update, before);
        assert_eq!((answer.status, judged), (200, Judgement::Applied), "{name}");
        let delete = delete_registry(&registry.to_string());
        let (answer, _, judged) = written(&mut cloud, delete, Before::Nothing);
        assert_eq!((answer.status, judged), (204, Judgement::Applied), "{name}");
    }
}

#[test]
fn a_registry_whose_secret_alone_was_changed_is_not_said_to_be_checked_where_nobody_saw_a_change() {
    let mut cloud = small_cloud();
    let create = CreateRegistry {
        project: project(),
        instance: instance(),
        settings: registry_settings("one", each_target()[2].clone()),
    };
    let (_, before, _) = written(&mut cloud, create.clone(), Before::Absent);
    let Before::Made(id) = before else {
        panic!("{before:?}");
    };
    let registry = RegistryId::listed(id).unwrap();
    let before = Before::TargetRegistry(registry_now(&mut cloud, registry));
    let update = Mutation::from(UpdateRegistry {
        project: project(),
        instance: instance(),
        registry,
        settings: create.settings,
    });
    let subject = update.subjects().remove(0);
    let judge = |cloud: &mut Simulator| {
        let read_back = carry(cloud, &update.read_back(), ANNA);
        update.judge(&subject, &before, &read_back)
    };
    assert_eq!(judge(&mut cloud), Judgement::NotApplied);
    advance(&mut cloud, 60);
    let secret = AccessSecret::typed("other").unwrap();
    let request = update.request().unwrap().with_secret(secret.secret());
    assert_eq!(carry(&mut cloud, &request, ANNA).status, 200);
    assert!(matches!(judge(&mut cloud), Judgement::PerhapsAnothers(_)));
}

#[test]
fn a_registry_is_never_made_without_its_secret() {
    let mut cloud = small_cloud();
    let create = Mutation::from(CreateRegistry {
        project: project(),
        instance: instance(),
        settings: registry_settings("one", each_target()[0].clone()),
    });
    let request = create.request().unwrap();
    assert!(request.lacks_secret_at.is_some());
    assert_eq!(carry(&mut cloud, &request, ANNA).status, 400);
}

#[test]
fn a_policy_is_made_disabled_enabled_pointed_elsewhere_and_deleted() {
    let mut cloud = small_cloud();
    let create = CreatePolicy {
        project: project(),
        instance: instance(),
        settings: policy("nightly", "13"),
    };
    let (answer, before, judged) = written(&mut cloud, create, Before::Absent);
    assert_eq!((answer.status, judged), (201, Judgement::Applied));
    let Before::Made(id) = before else {
        panic!("{before:?}");
    };
    let id = id.to_string();
    let place = (project(), instance());
    for enabled in [false, true] {
        let now = policy_now(&mut cloud, &id);
        let policy = id.parse().unwrap();
        let update = UpdatePolicy::enabling(&place.0, &place.1, policy, &now, enabled);
        let (answer, _, judged) = written(&mut cloud, update, Before::ReplicationPolicy(now));
        assert_eq!((answer.status, judged), (200, Judgement::Applied));
        assert_eq!(policy_now(&mut cloud, &id).enabled, enabled);
    }
    let now = policy_now(&mut cloud, &id);
    let (policy, to) = (id.parse().unwrap(), "16".parse().unwrap());
    let update = UpdatePolicy::pointing_at(&place.0, &place.1, policy, &now, to);
    let (_, _, judged) = written(&mut cloud, update, Before::ReplicationPolicy(now.clone()));
    assert_eq!(judged, Judgement::Applied);
    assert_eq!(policy_now(&mut cloud, &id), now.pointing_at(to));
    let (answer, _, judged) = written(&mut cloud, delete_policy(&id), Before::Nothing);
    assert_eq!((answer.status, judged), (204, Judgement::Applied));
}

#[test]
fn an_execution_is_started_found_stopped_and_over_after_a_while() {
    let mut cloud = small_cloud();
    let start = StartExecution {
        project: project(),
        instance: instance(),
        policy: "24".parse().unwrap(),
    };
    let newest = Before::Executions {
        newest: "9007199254740993".parse::<ExecutionId>().ok(),
    };
    let (answer, before, judged) = written(&mut cloud, start, newest);
    assert_eq!((answer.status, judged), (202, Judgement::Applied));
    let Before::Made(id) = before else {
        panic!("{before:?}");
    };
    let stop = StopExecution {
        project: project(),
        instance: instance(),
        policy: "24".parse().unwrap(),
        execution: ExecutionId::listed(id).unwrap(),
    };
    let (answer, _, judged) = written(&mut cloud, stop.clone(), Before::Nothing);
    assert_eq!((answer.status, judged), (200, Judgement::NotApplied));
    let refused_meanwhile = written(&mut cloud, delete_policy("24"), Before::Nothing);
    assert_eq!(refused_meanwhile.0.status, 400);
    assert_eq!(refused_meanwhile.2, Judgement::NotApplied);
    advance(&mut cloud, 30);
    let (answer, _, judged) = written(&mut cloud, stop.clone(), Before::Nothing);
    // It has ended: the refusal leads to a read-back, which says so.
    assert_eq!((answer.status, judged), (400, Judgement::Applied));
    let error = ApiError::from_response(&answer);
    assert!(Mutation::from(stop).may_be_so_already(&error));
}

#[test]
fn a_registry_with_an_id_beyond_what_browsers_count_is_freed_and_deleted_exactly() {
    let mut cloud = small_cloud();
    let beyond = "9007199254740993";
    let (answer, _, judged) = written(&mut cloud, delete_registry(beyond), Before::Nothing);
    assert_eq!((answer.status, judged), (400, Judgement::NotApplied));
    let policy = policy_now(&mut cloud, "28");
    assert_eq!(policy.direction.registry().to_string(), beyond);
    let (_, _, judged) = written(&mut cloud, delete_policy("28"), Before::Nothing);
    assert_eq!(judged, Judgement::Applied);
    let (answer, _, judged) = written(&mut cloud, delete_registry(beyond), Before::Nothing);
    assert_eq!((answer.status, judged), (204, Judgement::Applied));
    for neighbour in ["9007199254740992", "9007199254740994"] {
        let (answer, ..) = written(&mut cloud, delete_registry(neighbour), Before::Nothing);
        assert_eq!(refused(&answer).meaning, Meaning::AlreadyGone);
    }
}

#[test]
fn a_registry_in_use_is_deleted_where_the_cloud_leaves_its_policies_without_one() {
    let mut cloud = Simulator::new(Settings {
        referring_policies: ReferringPolicies::Orphan,
        ..super::support::settings()
    });
    let (answer, _, judged) = written(&mut cloud, delete_registry("13"), Before::Nothing);
    assert_eq!((answer.status, judged), (204, Judgement::Applied));
}

#[test]
fn a_missing_right_is_told_in_both_forms_with_its_encoded_message() {
    let mut cloud = small_cloud();
    let by_name = written(&mut cloud, delete_policy("27"), Before::Nothing).0;
    let reader = Mutation::from(delete_policy("21"));
    let by_right = carry(&mut cloud, &reader.request().unwrap(), CARLA);
    for answer in [by_name, by_right] {
        let refusal = refused(&answer);
        assert_eq!((refusal.status, refusal.meaning), (403, Meaning::NoRight));
        assert!(!refusal.code.is_empty() && !refusal.message.is_empty());
        assert!(refusal.encoded_authorization_message.is_some());
    }
}
