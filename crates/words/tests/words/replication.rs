//! Target registries, replication policies and executions: how their changes stand, and why.

use changes::{CallId, Change, ChangeId, Event, Item, ItemState, PlannedWrite, Scope};
use cloud_api::{
    ApiError, Before, Kind, Loss, Manner, Meaning, Mutation, NotSent, Response, Service,
};
use words::change::{consequence_of_undo, title_of};
use words::failure;
use words::item::{identifier, item_name, remedy, state_words};
use words::loss::losses;
use words::result::result;

use crate::failures::refused;
use crate::support::{NIGHT, english, says};
use sample_writes::{
    ANNA, BEYOND, PROJECT, create_policy, create_registry, delete_policy, delete_registry,
    disable_policy, point_policy, start_execution, stop_execution, update_registry,
};

fn confirmed(stages: Vec<Vec<Mutation>>) -> Change {
    let scope = Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: ANNA.to_owned(),
    };
    let planned = |mutation| PlannedWrite {
        mutation,
        names: Vec::new(),
        before: Before::Nothing,
    };
    let stages = stages
        .into_iter()
        .map(|writes: Vec<Mutation>| writes.into_iter().map(planned).collect());
    let mut change = Change::plan(ChangeId(1), scope, NIGHT, stages.collect()).unwrap();
    change.handle(Event::Confirmed, NIGHT);
    change
}

fn answer(status: u16, body: &str) -> Response {
    Response {
        service: Service::Enterprise,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

fn answered(change: &mut Change, call: u32, status: u16, read_back: &Response) {
    let call = CallId(call);
    let outcome = Ok(answer(
        status,
        r#"{"error_code":"SWR.400012","error_msg":"m"}"#,
    ));
    change.handle(Event::Answer { call, outcome }, NIGHT);
    let outcome = Ok(read_back.clone());
    change.handle(Event::ReadBack { call, outcome }, NIGHT);
}

fn gone() -> Response {
    answer(404, r#"{"error_code":"SWR.404001","error_msg":"m"}"#)
}

#[test]
fn every_write_is_called_by_what_it_does() {
    for (write, expected) in [
        (create_registry(), "Create target registry old-harbor"),
        (update_registry(), "Change target registry old-harbor"),
        (delete_registry(), "Delete 1 target registry"),
        (create_policy(), "Create 1 replication policy"),
        (disable_policy(), "Disable 1 replication policy"),
        (
            point_policy(),
            "Point 1 replication policy to another registry",
        ),
        (delete_policy(), "Delete 1 replication policy"),
        (start_execution(), "Run 1 replication policy now"),
        (stop_execution(), "Stop 1 execution"),
    ] {
        says(&title_of(&write, 1), expected);
    }
    says(
        &title_of(&delete_registry(), 2),
        "Delete 2 target registries",
    );
}

#[test]
fn freeing_and_deleting_a_registry_is_called_a_deletion_of_one_registry() {
    let stages = vec![
        vec![stop_execution()],
        vec![delete_policy()],
        vec![delete_registry()],
    ];
    let mut change = confirmed(stages);
    says(&result(&change), "Deleting 1 target registry…");
    let over = answer(
        200,
        r#"{"executions":[{"id":301,"status":"Stopped"}],"total":1}"#,
    );
    answered(&mut change, 0, 200, &over);
    says(&result(&change), "Deleting 1 target registry…");
    answered(&mut change, 1, 204, &gone());
    answered(&mut change, 2, 204, &gone());
    says(
        &result(&change),
        "1 target registry deleted, checked with the cloud at 01:30:07",
    );
}

#[test]
fn what_a_colleague_deleted_first_is_told_of_the_thing_and_not_of_what_made_way_for_it() {
    let mut change = confirmed(vec![vec![stop_execution()], vec![delete_policy()]]);
    let over = answer(
        200,
        r#"{"executions":[{"id":301,"status":"Stopped"}],"total":1}"#,
    );
    answered(&mut change, 0, 404, &over);
    answered(&mut change, 1, 404, &gone());
    says(
        &result(&change),
        "Deleting 1 replication policy: Was already gone, checked with the cloud at 01:30:07",
    );
}

#[test]
fn policies_that_are_created_again_and_changed_back_at_once_are_brought_back() {
    let change = confirmed(vec![vec![create_policy(), point_policy()]]);
    says(
        &result(&change),
        "Bringing 2 replication policies back: 0 of 2 done…",
    );
}

#[test]
fn a_policy_that_is_deleted_with_what_runs_of_it_is_called_a_deletion_of_one_policy() {
    let mut change = confirmed(vec![vec![stop_execution()], vec![delete_policy()]]);
    says(&result(&change), "Deleting 1 replication policy…");
    let over = answer(
        200,
        r#"{"executions":[{"id":301,"status":"Stopped"}],"total":1}"#,
    );
    answered(&mut change, 0, 200, &over);
    says(&result(&change), "Deleting 1 replication policy…");
    answered(&mut change, 1, 204, &gone());
    says(
        &result(&change),
        "1 replication policy deleted, checked with the cloud at 01:30:07",
    );
}

#[test]
fn what_is_left_of_such_a_deletion_counts_policies_alone() {
    let mut change = confirmed(vec![vec![stop_execution()], vec![delete_policy()]]);
    answered(&mut change, 0, 403, &gone());
    let told = english(&result(&change));
    assert!(
        told.starts_with("Deleting 1 replication policy: "),
        "{told}"
    );
}

#[test]
fn each_thing_of_an_instance_is_called_by_what_it_is() {
    let told = |write: Mutation, name: &str| {
        let item = Item {
            subject: write.subjects()[0].clone(),
            name: name.to_owned(),
            planned_in: CallId(0),
            state: ItemState::Waiting,
        };
        english(&item_name(&item, Some(&write)))
    };
    for (write, name, expected) in [
        (
            delete_registry(),
            "old-harbor",
            "Target registry old-harbor",
        ),
        (delete_policy(), "nightly", "Replication policy nightly"),
        (stop_execution(), "301 (nightly)", "Execution 301 (nightly)"),
        (start_execution(), "nightly", "Replication policy nightly"),
    ] {
        assert_eq!(told(write, name), expected);
    }
}

#[test]
fn a_freed_registry_that_stays_is_told_with_what_keeps_it() {
    let mut change = confirmed(vec![vec![delete_policy()], vec![delete_registry()]]);
    answered(&mut change, 0, 400, &answer(200, r#"{"id":21}"#));
    says(
        &result(&change),
        "Deleting 1 target registry: Refused. SWR did not delete 21; the reason is below. If an \
         execution is still running, stop it first.",
    );
}

#[test]
fn an_execution_is_stopping_until_it_has_ended() {
    let state = |state| state_words(Kind::Execution, &state, Manner::Remove);
    let accepted = ItemState::Done {
        verified: None,
        read_back_error: None,
    };
    says(&state(accepted), "Stopping…");
    let over = ItemState::Done {
        verified: Some(NIGHT),
        read_back_error: None,
    };
    says(&state(over), "Stopped, checked with the cloud at 01:30:07");
    let already = ItemState::AlreadyDone { verified: NIGHT };
    says(
        &state(already),
        "Had already ended, checked with the cloud at 01:30:07",
    );
}

#[test]
fn only_what_is_there_has_an_id_beside_its_name() {
    let id = |write: Mutation| identifier(&write.subjects()[0]);
    assert_eq!(id(delete_registry()), BEYOND);
    assert_eq!(id(delete_policy()), "21");
    assert_eq!(id(stop_execution()), "301");
    assert_eq!([id(create_registry()), id(create_policy())], ["", ""]);
    let name = |write: Mutation| write.subjects()[0].identifier();
    assert_eq!(name(create_registry()), "old-harbor");
}

fn told(write: &Mutation, error: &ApiError) -> words::Message {
    remedy(&write.subjects()[0], "the thing", error, write.manner())
}

#[test]
fn a_refusal_says_what_may_be_in_the_way() {
    let invalid = refused(Meaning::Invalid, "SWR.400012");
    let in_use = refused(Meaning::InUse, "SWR.412001");
    for error in [&invalid, &in_use] {
        says(
            &told(&delete_registry(), error),
            "SWR did not delete the thing; the reason is below. If replication policies use it, also \
             disabled ones, delete them or point them to another registry.",
        );
        says(
            &told(&start_execution(), error),
            "SWR did not run the thing; the reason is below. If the policy is disabled, enable it first.",
        );
    }
    for write in [create_registry(), update_registry()] {
        says(
            &told(&write, &invalid),
            "SWR rejected a value, or cannot reach the registry with it; the reason is below. Check \
             URL, access ID and secret.",
        );
    }
    says(
        &told(&create_policy(), &invalid),
        "SWR rejected a value; the reason is below.",
    );
    says(
        &told(
            &create_policy(),
            &refused(Meaning::AlreadyThere, "SWR.409001"),
        ),
        "the thing already exists.",
    );
    for write in [create_registry(), delete_policy(), stop_execution()] {
        let no_right = refused(Meaning::NoRight, "SWR.403001");
        says(
            &told(&write, &no_right),
            "You may not do this. Ask an administrator.",
        );
    }
}

#[test]
fn a_secret_that_is_not_there_any_more_is_asked_for_in_the_form() {
    says(
        &failure::remedy(&ApiError::NotSent(NotSent::NoSecret)),
        "Secrets are not kept. Open the form of the registry again and enter the secret.",
    );
}

#[test]
fn an_undo_says_what_it_loses_and_what_it_takes_away() {
    let lost = losses(&Loss::PolicyRuns("nightly\u{200B}".to_owned()));
    says(
        &lost[0],
        "nightly⟨U+200B⟩ gets a new ID, and its execution history is gone.",
    );
    says(
        &consequence_of_undo(&delete_policy(), 1).unwrap(),
        "Deleting a replication policy also deletes its execution history.",
    );
    says(
        &consequence_of_undo(&delete_registry(), 1).unwrap(),
        "Replication policies that use the registry can no longer copy images.",
    );
    for write in [create_registry(), create_policy(), stop_execution()] {
        assert_eq!(consequence_of_undo(&write, 1), None);
    }
}

#[test]
fn what_nobody_can_see_is_told_as_that() {
    let read_back = |write: &Mutation, before: &Before, body: &str| {
        let subject = write.subjects().remove(0);
        match write.judge(&subject, before, &answer(200, body)) {
            cloud_api::Judgement::PerhapsAnothers(error) => error,
            other => panic!("{other:?}"),
        }
    };
    let newest = Before::Executions { newest: None };
    let begun = r#"{"executions":[{"id":301}],"total":1}"#;
    says(
        &told(
            &start_execution(),
            &read_back(&start_execution(), &newest, begun),
        ),
        "An execution has begun since, and somebody else may have started it: SWR does not tell whose \
         it is. Look at the executions before you run the policy again.",
    );
    let same = r#"{"id":11,"name":"old-harbor","type":"swr-pro","insecure":false,
        "url":"https://harbor.acme.example","credential":{"access_key":"robot$sync"}}"#;
    says(
        &told(
            &update_registry(),
            &read_back(&update_registry(), &Before::Nothing, same),
        ),
        "SWR never shows the secret, so nobody can tell whether it was changed. Check the registry's \
         health, or change the registry again.",
    );
}
