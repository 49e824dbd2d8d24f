//! The one line that stands for a change.

use changes::{CallId, Change, ChangeId, Event, PlannedWrite, Scope, Undone};
use cloud_api::{
    ApiError, Before, Meaning, Mutation, NoAnswer, NoAnswerKind, NotSent, Response, Service,
};
use words::result::{result, undone};

use crate::failures::refused;
use crate::support::{NIGHT, chinese, english, says};
use sample_writes::{
    ANNA, BEN, PROJECT, add, add_member, add_members, cancel, cancel_in_organization, change,
    create_organization, create_repository, create_shared_account, create_sync_task, delete_member,
    delete_members, delete_organization, delete_repository, delete_shared_account,
    delete_sync_task, delete_tag, make, set_member_status, start_all, sync_images, update_member,
};

fn planned(stages: Vec<Vec<Mutation>>) -> Change {
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

fn sent(write: Mutation) -> Change {
    let mut change = planned(vec![vec![write]]);
    change.handle(Event::Confirmed, NIGHT);
    change
}

/// A change whose call was answered like this.
fn answered(write: Mutation, outcome: Result<Response, ApiError>) -> Change {
    let mut change = sent(write);
    let call = CallId(0);
    change.handle(Event::Answer { call, outcome }, NIGHT);
    change
}

/// A change whose call was accepted, and read back as this.
fn read_back(write: Mutation, body: &str) -> Change {
    let mut change = answered(write, Ok(response("")));
    let (call, outcome) = (CallId(0), Ok(response(body)));
    change.handle(Event::ReadBack { call, outcome }, NIGHT);
    change
}

fn response(body: &str) -> Response {
    Response {
        service: Service::Swr,
        status: 200,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

fn of_ims(body: &str) -> Response {
    Response {
        service: Service::Ims,
        ..response(body)
    }
}

const NOBODY: &str = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;

#[test]
fn what_runs_is_said_to_run_with_how_much_of_it_is_done() {
    says(
        &result(&sent(cancel(&[ANNA]))),
        "Removing access for 1 person on acme-web/shop/api…",
    );
    says(
        &result(&sent(cancel(&[ANNA, BEN]))),
        "Removing access for 2 people on acme-web/shop/api: 0 of 2 done…",
    );
}

#[test]
fn every_write_is_named_while_it_runs() {
    let told = [
        (
            add(&[ANNA]),
            "Granting access to acme-web/shop/api for 1 person…",
        ),
        (
            change(&[ANNA]),
            "Changing level on acme-web/shop/api for 1 person…",
        ),
        (make(true, "", ""), "Making acme-web/shop/api public…"),
        (make(false, "", ""), "Making acme-web/shop/api private…"),
        (create_organization(), "Creating organization acme-web…"),
        (delete_organization(), "Deleting 1 organization…"),
        (
            create_repository(None, ""),
            "Creating repository acme-web/shop/api…",
        ),
        (delete_repository(), "Deleting 1 repository of acme-web…"),
        (
            create_shared_account(),
            "Sharing acme-web/shop/api with 1 account…",
        ),
        (
            delete_shared_account(),
            "Ending the sharing of acme-web/shop/api with 1 account…",
        ),
        (create_sync_task(), "Creating 1 sync task…"),
        (delete_sync_task(), "Stopping 1 sync task…"),
        (sync_images(), "Starting to copy 2 tags: 0 of 2 done…"),
        (delete_tag(), "Deleting 1 tag of acme-web/shop/api…"),
        (start_all(), "Starting an image sync…"),
        (add_members(), "Adding 2 shares: 0 of 2 done…"),
        (delete_members(), "Stopping 2 shares: 0 of 2 done…"),
        (update_member(), "Accepting 2 images: 0 of 2 done…"),
        (add_member(), "Adding 1 share…"),
        (delete_member(), "Stopping 1 share…"),
        (set_member_status(), "Rejecting 1 image…"),
    ];
    for (write, expected) in told {
        says(&result(&sent(write)), expected);
    }
}

#[test]
fn a_lost_poll_of_a_job_is_told_as_unknown_and_retried() {
    let job = r#"{"job_id":"9a175ac692fa12540193002a6d4b2720"}"#;
    let mut change = answered(delete_members(), Ok(of_ims(job)));
    says(&result(&change), "Stopping 2 shares: 0 of 2 done…");
    let call = CallId(0);
    let poll = |change: &mut Change, outcome| {
        let at = NIGHT.plus_milliseconds(60_000);
        change.handle(Event::Retry, at);
        change.handle(Event::Polled { call, outcome }, at);
    };
    poll(&mut change, Ok(of_ims("<html>")));
    says(
        &result(&change),
        "Stopping 2 shares: status unknown, retrying…",
    );
    poll(&mut change, Err(ApiError::NotSent(NotSent::NoCredential)));
    says(
        &result(&change),
        "Stopping 2 shares: no clear answer came, still unknown",
    );
}

#[test]
fn what_is_accepted_is_not_done_before_it_is_checked() {
    let change = answered(cancel(&[ANNA]), Ok(response("")));
    says(
        &result(&change),
        "Removing access for 1 person on acme-web/shop/api: accepted, checking…",
    );
}

#[test]
fn what_is_done_says_when_it_was_checked() {
    let change = read_back(cancel(&[ANNA, BEN]), NOBODY);
    says(
        &result(&change),
        "Access removed for 2 people on acme-web/shop/api, checked with the cloud at 01:30:07",
    );
    assert!(chinese(&result(&change)).starts_with("已移除 2‖ 个用户对 acme-web/shop/api 的权限，"));
}

#[test]
fn a_refusal_says_why_and_what_to_do_next() {
    let change = answered(
        delete_tag(),
        Err(refused(Meaning::NoRight, "SVCSTG.SWR.4030170")),
    );
    says(
        &result(&change),
        "Deleting 1 tag of acme-web/shop/api: Refused. You may not do this. Ask an administrator or someone with Manage.",
    );
}

#[test]
fn what_never_left_the_browser_was_not_sent() {
    let not_sent = Err(ApiError::NotSent(NotSent::NoCredential));
    let change = answered(delete_tag(), not_sent);
    says(
        &result(&change),
        "Deleting 1 tag of acme-web/shop/api: Not sent. You are not signed in. Sign in, then try again.",
    );
}

#[test]
fn what_has_no_clear_answer_is_being_found_out() {
    let lost = ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::TimedOut,
        may_have_been_applied: true,
    });
    says(
        &result(&answered(cancel(&[ANNA]), Err(lost))),
        "Removing access for 1 person on acme-web/shop/api: no clear answer came. Checking with the cloud…",
    );
}

#[test]
fn what_is_left_is_counted_beside_what_is_done() {
    let mut change = planned(vec![vec![delete_tag()], vec![create_sync_task()]]);
    change.handle(Event::Confirmed, NIGHT);
    let (call, outcome) = (CallId(0), Ok(response("")));
    change.handle(Event::Answer { call, outcome }, NIGHT);
    change.handle(Event::Stop, NIGHT);
    assert!(
        english(&result(&change)).ends_with("1 of 2 is still there"),
        "{}",
        english(&result(&change))
    );
}

#[test]
fn what_was_gone_before_is_not_said_to_be_removed_now() {
    let mut change = answered(cancel(&[ANNA]), Err(refused(Meaning::AlreadyGone, "")));
    let (call, outcome) = (CallId(0), Ok(response(NOBODY)));
    change.handle(Event::ReadBack { call, outcome }, NIGHT);
    says(
        &result(&change),
        "Removing access for 1 person on acme-web/shop/api: Was already gone, checked with the cloud at 01:30:07",
    );
}

#[test]
fn somebody_whose_access_is_taken_in_two_places_is_one_person_and_done_with_both() {
    let mut both = planned(vec![vec![cancel(&[ANNA]), cancel_in_organization(&[ANNA])]]);
    both.handle(Event::Confirmed, NIGHT);
    let told = |change: &Change| english(&result(change));
    assert!(told(&both).contains("1 person"), "{}", told(&both));
    let answer = |change: &mut Change, number| {
        let (call, outcome) = (CallId(number), Ok(response("")));
        change.handle(Event::Answer { call, outcome }, NIGHT);
    };
    answer(&mut both, 0);
    let no_right = Err(refused(Meaning::NoRight, ""));
    let call = CallId(1);
    both.handle(
        Event::Answer {
            call,
            outcome: no_right,
        },
        NIGHT,
    );
    let (call, outcome) = (CallId(0), Ok(response(r#"{"others_auths":[]}"#)));
    both.handle(Event::ReadBack { call, outcome }, NIGHT);
    assert!(
        !told(&both).contains("removed for 1 person"),
        "{}",
        told(&both)
    );
}

#[test]
fn how_much_was_undone_is_said_and_a_part_is_not_said_to_be_all() {
    let of_three = |done, under_way| {
        undone(Undone {
            done,
            under_way,
            of: 3,
        })
    };
    says(&of_three(3, 0), "Undone");
    says(&of_three(1, 0), "Undone: 1 of 3");
    says(&of_three(1, 2), "Being undone: 1 of 3 done…");
}
