//! What an undo can bring back of registries and policies, and what only a person can.

use changes::{PlannedWrite, Record};
use cloud_api::enterprise::{PolicyId, RestoredBy};
use cloud_api::{Before, Loss, Mutation, Subject};

use crate::cloud::*;
use crate::replication::*;

#[test]
fn a_deleted_policy_is_made_again_with_its_settings_and_its_history_is_lost() {
    let deleted = record(vec![vec![delete_policy("21", "nightly")]], |run| {
        run.answer(0, no_content());
        run.read(0, gone());
    });
    let undo = deleted.undo().unwrap();
    assert_eq!(undo.lost, [Loss::PolicyRuns("nightly".to_owned())]);
    let [stage] = &undo.stages[..] else {
        panic!("{:?}", undo.stages);
    };
    let Mutation::CreatePolicy(create) = &stage[0].mutation else {
        panic!("{stage:?}");
    };
    assert_eq!(create.settings, settings("nightly"));
    assert!(deleted.asked().is_empty());
}

#[test]
fn policies_of_a_registry_that_is_gone_are_not_brought_back_without_it() {
    assert_eq!(freed().undo(), None);
}

#[test]
fn a_form_is_filled_with_the_registry_and_knows_the_policies_that_wait_for_it() {
    let asked = freed().asked();
    let [asked] = &asked[..] else {
        panic!("{asked:?}");
    };
    let former = HARBOR.parse().unwrap();
    assert_eq!(asked.registry.by, RestoredBy::Creating { former });
    assert_eq!(asked.registry.registry().url, "https://harbor.acme.example");
    assert_eq!(asked.registry.registry().hosts, None);
    let names: Vec<&str> = asked.policies.iter().map(|it| it.name()).collect();
    assert_eq!(names, ["nightly", "weekly"]);
    let new = "9007199254740993".parse().unwrap();
    let over: Vec<Mutation> = asked
        .policies
        .iter()
        .map(|it| it.over(new).mutation)
        .collect();
    let [
        Mutation::CreatePolicy(create),
        Mutation::UpdatePolicy(update),
    ] = &over[..]
    else {
        panic!("{over:?}");
    };
    assert_eq!(create.settings, settings("nightly").pointing_at(new));
    assert_eq!(update.settings, settings("weekly").pointing_at(new));
}

/// A deletion that came as far as one policy before the registry was refused, and what was left of it, which
/// another change has done.
fn freed_in_two_attempts() -> (Record, Record) {
    let stages = vec![
        vec![delete_policy("21", "nightly")],
        vec![delete_registry()],
    ];
    let first = record(stages, |run| {
        run.answer(0, no_content());
        run.read(0, gone());
        run.answer(1, refused_by_swr(403, "SWR.403001"));
    });
    let second = record(vec![vec![delete_registry()]], |run| {
        run.answer(0, no_content());
        run.read(0, gone());
    });
    (first, second)
}

#[test]
fn policies_of_an_earlier_attempt_at_the_same_deletion_wait_for_the_registry_too() {
    let (first, second) = freed_in_two_attempts();
    let mut asked = second.asked();
    let [asked] = &mut asked[..] else {
        panic!("{asked:?}");
    };
    assert!(asked.policies.is_empty());
    asked.add_attempt(&second);
    assert!(asked.policies.is_empty());
    asked.add_attempt(&first);
    let names: Vec<&str> = asked.policies.iter().map(|it| it.name()).collect();
    assert_eq!(names, ["nightly"]);
    assert_eq!(asked.policies[0].change, first.change.id());
}

#[test]
fn an_undo_of_an_attempt_leaves_alone_what_waits_for_the_registry_that_another_change_deleted() {
    let (first, second) = freed_in_two_attempts();
    // While the registry is there its policy is made again.
    assert!(first.undo().is_some());
    assert!(first.clone().without_what_waits(&[]).undo().is_some());
    let gone = second.registries_gone();
    assert_eq!(first.clone().without_what_waits(&gone).undo(), None);
    assert_eq!(first.registries_left(), gone);
    assert!(second.registries_left().is_empty());
}

#[test]
fn what_a_change_did_with_policies_for_their_own_sake_does_not_wait_for_a_registry() {
    let (_, second) = freed_in_two_attempts();
    let deleted = record(vec![vec![delete_policy("21", "nightly")]], |run| {
        run.answer(0, no_content());
        run.read(0, gone());
    });
    let mut asked = second.asked().remove(0);
    asked.add_attempt(&deleted);
    assert!(asked.policies.is_empty());
    let gone = second.registries_gone();
    assert_eq!(
        deleted.undo(),
        deleted.clone().without_what_waits(&gone).undo()
    );
}

#[test]
fn a_registry_that_was_made_again_is_there_until_it_is_deleted_again() {
    let mut asked = freed().asked().remove(0);
    let PlannedWrite {
        mutation, before, ..
    } = create_registry();
    let name = asked.registry.registry().name.clone();
    let made = |name: &str, outcome: Outcome| {
        let write = PlannedWrite {
            names: vec![name.to_owned()],
            mutation: mutation.clone(),
            before: before.clone(),
        };
        record(vec![vec![write]], |run| {
            run.answer(0, outcome);
        })
    };
    let taken = || Ok(enterprise(201, r#"{"id":31}"#));
    asked.note_later(&made(&name, refused_by_swr(409, "SWR.409")));
    asked.note_later(&made("another", taken()));
    assert!(!asked.is_there_again);
    asked.note_later(&made(&name, taken()));
    assert!(asked.is_there_again);
    let deleted = vec![vec![delete_registry_named(&name, "31")]];
    asked.note_later(&record(deleted, |run| {
        run.answer(0, no_content());
        run.read(0, gone());
    }));
    assert!(!asked.is_there_again);
}

#[test]
fn nothing_is_asked_for_while_the_change_is_under_way() {
    let record = record(freeing(), |run| {
        run.answer(0, accepted());
    });
    assert!(record.asked().is_empty());
}

#[test]
fn a_policy_that_was_pointed_elsewhere_is_pointed_back_while_its_registry_is_there() {
    let pointed = record(vec![vec![point_policy("22", "weekly")]], |run| {
        run.answer(0, accepted());
        run.read(0, policy_over(OTHER));
    });
    let undo = pointed.undo().unwrap();
    let Mutation::UpdatePolicy(back) = &undo.stages[0][0].mutation else {
        panic!("{undo:?}");
    };
    assert_eq!(back.settings, settings("weekly"));
}

#[test]
fn what_was_made_is_taken_back_by_the_id_that_the_answer_named() {
    let list = format!(
        r#"{{"policies":[{{"id":9007199254740993,"name":"nightly","dest_registry":{{"id":{HARBOR}}},
        "filters":[],"repo_scope_mode":"regular","trigger":{{"type":"manual"}},
        "override":false,"enabled":true}}],"total":1}}"#
    );
    let made = record(vec![vec![create_policy("nightly")]], |run| {
        let answer = r#"{"id":9007199254740993}"#;
        run.answer(0, Ok(enterprise(201, answer)));
        run.read(0, Ok(enterprise(200, &list)));
    });
    let instance = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a".parse().unwrap();
    let subject = Subject::new_replication_policy(&instance, &"nightly".parse().unwrap());
    assert_eq!(made.made(&subject), Some(9_007_199_254_740_993));
    let undo = made.undo().unwrap();
    let Mutation::DeletePolicy(delete) = &undo.stages[0][0].mutation else {
        panic!("{undo:?}");
    };
    let id: PolicyId = "9007199254740993".parse().unwrap();
    assert_eq!(delete.policy, id);
}

#[test]
fn what_was_made_is_not_taken_back_when_nobody_looked_for_it_before_or_the_answer_was_lost() {
    for (before, answer) in [
        (Before::Nothing, Ok(enterprise(201, r#"{"id":31}"#))),
        (Before::Absent, lost()),
        (Before::Absent, Ok(enterprise(201, "{}"))),
    ] {
        let mut write = create_policy("nightly");
        write.before = before;
        let made = record(vec![vec![write]], |run| {
            run.answer(0, answer);
            let row = r#"{"policies":[{"id":31,"name":"nightly","dest_registry":{"id":11},
                "filters":[],"repo_scope_mode":"regular","trigger":{"type":"manual"},
                "override":false,"enabled":true}],"total":1}"#;
            run.read(0, Ok(enterprise(200, row)));
        });
        assert_eq!(made.change.progress().done, 1);
        assert_eq!(made.undo(), None);
    }
}
