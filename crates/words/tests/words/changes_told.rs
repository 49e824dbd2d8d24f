//! What changes are called, and how much of them is done.

use changes::{CallId, Change, ChangeId, Event, PlannedWrite, Scope};
use cloud_api::{ApiError, Before, Manner, Meaning, Mutation, Response};
use words::change::{consequence_of_undo, place, summary, title, title_of};

use crate::failures::refused;
use crate::support::{NIGHT, english, says};
use sample_writes::{
    ANNA, PROJECT, add, add_to_organization, cancel, cancel_in_organization, change,
    change_in_organization, create_organization, create_repository, create_shared_account,
    create_sync_task, delete_organization, delete_repository, delete_shared_account,
    delete_sync_task, delete_tag, make, start_all, start_sync, sync_images,
};

fn planned(writes: Vec<Mutation>) -> Change {
    in_stages(vec![writes])
}

fn in_stages(stages: Vec<Vec<Mutation>>) -> Change {
    let scope = Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: ANNA.to_owned(),
    };
    let write = |mutation| PlannedWrite {
        mutation,
        names: Vec::new(),
        before: Before::Nothing,
    };
    let planned = |writes: Vec<Mutation>| writes.into_iter().map(write).collect();
    let stages = stages.into_iter().map(planned).collect();
    Change::plan(ChangeId(1), scope, NIGHT, stages).expect("there is something to do")
}

/// A change of which every call was answered like this.
fn answered(writes: Vec<Mutation>, outcome: &Result<Response, ApiError>) -> Change {
    let count = writes.len() as u32;
    let mut change = planned(writes);
    change.handle(Event::Confirmed, NIGHT);
    for call in 0..count {
        let outcome = outcome.clone();
        change.handle(
            Event::Answer {
                call: CallId(call),
                outcome,
            },
            NIGHT,
        );
    }
    change
}

fn accepted() -> Result<Response, ApiError> {
    Ok(Response {
        status: 204,
        headers: Vec::new(),
        body: Vec::new(),
    })
}

#[test]
fn somebody_whose_access_is_taken_in_two_places_is_one_person() {
    let both = planned(vec![cancel(&[ANNA]), cancel_in_organization(&[ANNA])]);
    assert_eq!(title(&both), title_of(&cancel(&[ANNA]), 1));
}

#[test]
fn every_write_is_called_by_what_it_does() {
    let told = [
        (add(&[ANNA]), "Grant 1 permission on acme-web/shop/api"),
        (
            add_to_organization(&[ANNA]),
            "Grant 1 permission on acme-web",
        ),
        (change(&[ANNA]), "Change 1 permission on acme-web/shop/api"),
        (
            change_in_organization(&[ANNA]),
            "Change 1 permission on acme-web",
        ),
        (cancel(&[ANNA]), "Cancel 1 permission on acme-web/shop/api"),
        (
            cancel_in_organization(&[ANNA]),
            "Cancel 1 permission on acme-web",
        ),
        (create_organization(), "Create the organization acme-web"),
        (delete_organization(), "Delete 1 organization"),
        (
            create_repository(None, ""),
            "Create the repository acme-web/shop/api",
        ),
        (make(true, "", ""), "Make acme-web/shop/api public"),
        (make(false, "", ""), "Make acme-web/shop/api private"),
        (delete_repository(), "Delete 1 repository of acme-web"),
        (
            create_shared_account(),
            "Share acme-web/shop/api with 1 account",
        ),
        (
            delete_shared_account(),
            "Stop sharing acme-web/shop/api with 1 account",
        ),
        (create_sync_task(), "Create 1 sync task"),
        (delete_sync_task(), "Delete 1 sync task"),
        (sync_images(), "Sync 1 tag"),
        (delete_tag(), "Delete 1 tag of acme-web/shop/api"),
        (start_all(), "Start an image sync"),
    ];
    for (mutation, expected) in told {
        says(&title_of(&mutation, 1), expected);
    }
}

#[test]
fn an_undo_says_what_it_takes_or_gives_to_everyone() {
    let told = |mutation: Mutation| consequence_of_undo(&mutation, 2).map(|it| english(&it));
    let says = |mutation: Mutation, expected: &str| {
        let told = told(mutation).unwrap_or_default();
        assert!(told.contains(expected), "{told}");
    };
    says(delete_repository(), "Every tag goes with its repository.");
    says(delete_organization(), "Its permissions are lost");
    says(make(true, "", ""), "Everyone, also without signing in");
    says(delete_sync_task(), "New pushes stop being copied");
    says(delete_shared_account(), "The 2 accounts can no longer pull");
    for mutation in [
        make(false, "", ""),
        add(&[ANNA]),
        cancel(&[ANNA]),
        create_sync_task(),
        delete_tag(),
    ] {
        assert_eq!(told(mutation), None);
    }
}

#[test]
fn the_title_counts_the_things_of_all_calls() {
    says(&title(&planned(vec![sync_images()])), "Sync 2 tags");
    let two = vec![delete_tag(), sync_images()];
    says(&title(&planned(two)), "Delete 3 tags of acme-web/shop/api");
}

#[test]
fn a_thing_is_placed_by_its_repository_or_else_its_organization_or_not_at_all() {
    let placed = |mutation: Mutation| place(&mutation.subjects()[0]);
    assert_eq!(placed(delete_tag()), "acme-web/shop/api");
    assert_eq!(placed(cancel_in_organization(&[ANNA])), "acme-web");
    assert_eq!(placed(start_all()), "");
}

#[test]
fn a_write_changes_removes_or_only_starts() {
    for removal in [cancel(&[ANNA]), delete_organization(), delete_tag()] {
        assert_eq!(removal.manner(), Manner::Remove);
    }
    for start in [sync_images(), start_sync()] {
        assert_eq!(start.manner(), Manner::Start);
    }
    for other in [add(&[ANNA]), make(false, "", ""), create_sync_task()] {
        assert_eq!(other.manner(), Manner::Change);
    }
}

#[test]
fn the_summary_says_what_happened_to_the_things() {
    let told = |write, outcome: &_| english(&summary(&answered(vec![write], outcome)));
    assert_eq!(told(delete_tag(), &accepted()), "1 of 1 removed");
    assert_eq!(told(create_sync_task(), &accepted()), "1 of 1 done");
    assert_eq!(told(sync_images(), &accepted()), "2 of 2 started");
}

#[test]
fn the_summary_says_what_is_left() {
    let no_right = Err(refused(Meaning::NoRight, ""));
    let told = |write| english(&summary(&answered(vec![write], &no_right)));
    assert_eq!(told(delete_tag()), "0 of 1 removed, 1 left");
    assert_eq!(told(create_sync_task()), "0 of 1 done, 1 not");
    assert_eq!(told(sync_images()), "0 of 2 started, 2 not");
}

#[test]
fn what_was_not_sent_is_left_beside_what_failed() {
    let mut change = in_stages(vec![vec![delete_tag()], vec![create_sync_task()]]);
    change.handle(Event::Confirmed, NIGHT);
    let outcome = Err(refused(Meaning::WrongPath, ""));
    let call = CallId(0);
    change.handle(Event::Answer { call, outcome }, NIGHT);
    change.handle(Event::Stop, NIGHT);
    let progress = change.progress();
    assert_eq!((progress.failed, progress.stopped), (1, 1));
    assert_eq!(english(&summary(&change)), "0 of 2 removed, 2 left");
}

#[test]
fn a_change_that_also_removes_is_summed_up_as_a_removal() {
    let both = vec![create_sync_task(), delete_tag()];
    let change = answered(both, &accepted());
    assert_eq!(english(&summary(&change)), "2 of 2 removed");
}
