//! What has become of a thing since somebody decided on a write over it, and what waits for what.

use cloud_api::enterprise::{InstanceId, RegistryBefore, RegistryId};
use cloud_api::{Before, Mutation, Since, Subject};
use sample_writes::{
    create_policy, delete_policy, delete_registry, disable_policy, point_policy, policy_settings,
    stop_execution,
};

use super::support::{INSTANCE, registries};
use crate::support::{answer, read};

/// The policy of the samples, as an answer shows it.
const POLICY: &str = r#"{"id":21,"name":"to-nl","description":" ","src_registry":{"id":0},
    "dest_registry":{"id":12},"dest_namespace":"library",
    "filters":[{"type":"name","value":"library/**"},{"type":"tag","value":"v*"}],
    "repo_scope_mode":"regular",
    "trigger":{"type":"scheduled","trigger_settings":{"cron":"0 0 2 * * ?"}},
    "override":true,"enabled":true}"#;

const REGISTRY: &str = r#"{"id":11,"name":"old-harbor","type":"swr-pro",
    "url":"https://harbor.acme.example","credential":{"access_key":"robot$sync"},
    "insecure":false,"status":"healthy","updated_at":"2026-03-01T08:00:00.000Z"}"#;

fn policy() -> Before {
    Before::ReplicationPolicy(policy_settings())
}

fn registry() -> Before {
    Before::TargetRegistry(RegistryBefore::of(&registries(&format!("[{REGISTRY}]"))[0]))
}

/// What a write over a thing that was so says of this answer, a part of which is another.
fn since(mutation: &Mutation, before: &Before, shown: &str, (from, to): (&str, &str)) -> Since {
    assert!(shown.contains(from), "{from}");
    mutation.since(before, &answer(200, &shown.replace(from, to)))
}

#[test]
fn a_policy_that_somebody_has_changed_is_another_one() {
    let since = |change| since(&delete_policy(), &policy(), POLICY, change);
    assert_eq!(since(("to-nl", "to-nl")), Since::Same);
    for change in [
        ("to-nl", "to-us"),
        ("library/**", "shop/**"),
        (r#""override":true"#, r#""override":false"#),
        (r#""enabled":true"#, r#""enabled":false"#),
        ("0 0 2", "0 0 4"),
    ] {
        assert_eq!(since(change), Since::Changed, "{change:?}");
    }
}

#[test]
fn a_policy_that_uses_another_registry_or_none_is_out_of_the_way() {
    for mutation in [delete_policy(), point_policy()] {
        let since = |change| since(&mutation, &policy(), POLICY, change);
        for change in [
            (r#"{"id":12}"#, r#"{"id":14}"#),
            (r#"{"id":12}"#, r#"{"id":0}"#),
        ] {
            assert_eq!(since(change), Since::OutOfTheWay, "{change:?}");
        }
    }
}

#[test]
fn a_policy_of_which_not_all_is_told_may_be_another_one() {
    let cannot_tell = |since| matches!(since, Since::CannotTell(_));
    let untold = (r#","enabled":true"#, "");
    assert!(cannot_tell(since(
        &delete_policy(),
        &policy(),
        POLICY,
        untold
    )));
    let unread = (r#""dest_registry":{"id":12}"#, r#""dest_registry":"x""#);
    assert!(cannot_tell(since(
        &delete_policy(),
        &policy(),
        POLICY,
        unread
    )));
    let same = ("to-nl", "to-nl");
    let nothing = &Before::Nothing;
    assert!(cannot_tell(since(&delete_policy(), nothing, POLICY, same)));
    assert!(cannot_tell(
        delete_policy().since(&policy(), &answer(200, "<html>"))
    ));
}

#[test]
fn an_update_keeps_what_somebody_has_changed_elsewhere_and_is_no_other_one() {
    let renamed = ("library/**", "shop/**");
    for mutation in [point_policy(), disable_policy()] {
        let now = since(&mutation, &policy(), POLICY, renamed);
        assert_eq!(now, Since::Same);
    }
    let elsewhere = (r#""id":12"#, r#""id":14"#);
    let now = since(&disable_policy(), &policy(), POLICY, elsewhere);
    assert_eq!(now, Since::Same, "it keeps its registry");
}

#[test]
fn a_registry_is_another_one_where_both_answers_tell_so() {
    let since = |change| since(&delete_registry(), &registry(), REGISTRY, change);
    for change in [
        ("healthy", "unhealthy"),
        ("2026-03-01", "2026-03-02"),
        (r#""url":"https://harbor.acme.example","#, ""),
        (r#""insecure":false"#, r#""dns_conf":{"hosts":{}}"#),
    ] {
        assert_eq!(since(change), Since::Same, "{change:?}");
    }
    for change in [
        ("old-harbor", "new-harbor"),
        ("https://harbor", "https://other"),
        ("robot$sync", "robot$other"),
        ("swr-pro", "huawei-SWR"),
    ] {
        assert_eq!(since(change), Since::Changed, "{change:?}");
    }
    let nothing = delete_registry().since(&Before::Nothing, &answer(200, REGISTRY));
    assert!(matches!(nothing, Since::CannotTell(_)));
}

#[test]
fn what_is_deleted_rests_on_what_was_read() {
    assert!(delete_policy().rests_on_what_was_read());
    assert!(delete_registry().rests_on_what_was_read());
}

#[test]
fn an_execution_makes_way_for_its_policy_and_a_policy_for_the_registry_that_it_has_used() {
    let instance: InstanceId = read(INSTANCE);
    let used = Subject::target_registry(&instance, read::<RegistryId>("12"));
    let policy_21 = Subject::replication_policy(&instance, read("21"));
    let stop = stop_execution().makes_way_for(&Before::Nothing);
    assert_eq!(stop, Some(policy_21));
    for mutation in [delete_policy(), point_policy()] {
        assert_eq!(mutation.makes_way_for(&policy()), Some(used.clone()));
        assert_eq!(mutation.makes_way_for(&Before::Nothing), None);
    }
    for mutation in [disable_policy(), create_policy(), delete_registry()] {
        assert_eq!(mutation.makes_way_for(&policy()), None);
    }
}
