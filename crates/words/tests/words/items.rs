//! How the things of a change stand.

use changes::{CallId, Item, ItemState, Reason};
use cloud_api::hss::{Page, TasksBefore};
use cloud_api::{
    ApiError, Before, Judgement, Kind, Manner, Meaning, Mutation, NotSent, Response, Service,
    Subject,
};
use words::item::{error_of, identifier, identifier_beside, item_name, remedy, state_words};
use words::{Piece, failure};

use crate::failures::refused;
use crate::support::{NIGHT, chinese, english, pieces, says};
use sample_writes::{
    ANNA, cancel, cancel_in_organization, create_organization, create_repository,
    create_shared_account, delete_shared_account, delete_sync_task, delete_tag, make, start_all,
    start_sync, sync_images,
};

fn error() -> ApiError {
    refused(Meaning::Other, "")
}

fn unknown(read_back_error: Option<ApiError>) -> ItemState {
    ItemState::Unknown {
        since: NIGHT,
        error: error(),
        read_back_error,
    }
}

fn done(is_read_back: bool) -> ItemState {
    ItemState::Done {
        verified: is_read_back.then_some(NIGHT),
        read_back_error: None,
    }
}

fn subject(mutation: &Mutation) -> Subject {
    mutation.subjects()[0].clone()
}

fn item(mutation: &Mutation, name: &str) -> Item {
    Item {
        subject: subject(mutation),
        name: name.to_owned(),
        planned_in: CallId(0),
        state: ItemState::Waiting,
    }
}

#[test]
fn every_state_is_told_by_what_was_done() {
    let already = || ItemState::AlreadyDone { verified: NIGHT };
    let told = [
        (ItemState::Waiting, Manner::Change, "Waiting"),
        (ItemState::Waiting, Manner::Remove, "Waiting"),
        (ItemState::Running, Manner::Change, "Sending…"),
        (ItemState::Running, Manner::Remove, "Removing…"),
        (ItemState::Running, Manner::Start, "Sending…"),
        (unknown(None), Manner::Change, "Status unknown, checking…"),
        (
            ItemState::InJob { poll_error: None },
            Manner::Remove,
            "In progress…",
        ),
        (
            ItemState::InJob {
                poll_error: Some(error()),
            },
            Manner::Remove,
            "Status unknown, retrying…",
        ),
        (done(false), Manner::Change, "Accepted, checking…"),
        (done(false), Manner::Remove, "Accepted, checking…"),
        (done(false), Manner::Start, "Accepted, checking…"),
        (
            done(true),
            Manner::Change,
            "Done, checked with the cloud at 01:30:07",
        ),
        (
            done(true),
            Manner::Remove,
            "Removed, checked with the cloud at 01:30:07",
        ),
        (
            done(true),
            Manner::Start,
            "Started, checked with the cloud at 01:30:07",
        ),
        (
            already(),
            Manner::Change,
            "Was already so, checked with the cloud at 01:30:07",
        ),
        (
            already(),
            Manner::Remove,
            "Was already gone, checked with the cloud at 01:30:07",
        ),
        (
            already(),
            Manner::Start,
            "Started, checked with the cloud at 01:30:07",
        ),
        (ItemState::Stopped, Manner::Change, "Not sent"),
    ];
    for (state, manner, expected) in told {
        says(&state_words(Kind::Grant, &state, manner), expected);
    }
}

#[test]
fn a_sync_task_is_told_to_be_stopped_and_not_removed() {
    let told = |state| state_words(Kind::SyncTask, &state, Manner::Remove);
    says(&told(ItemState::Running), "Stopping…");
    says(
        &told(done(true)),
        "Stopped, checked with the cloud at 01:30:07",
    );
}

#[test]
fn a_share_of_an_image_is_told_to_be_stopped_until_its_job_has_ended() {
    let told = |state| state_words(Kind::ImageMember, &state, Manner::Remove);
    says(&told(ItemState::Running), "Stopping…");
    says(&told(ItemState::InJob { poll_error: None }), "Stopping…");
    says(
        &told(done(true)),
        "Stopped, checked with the cloud at 01:30:07",
    );
}

#[test]
fn what_is_done_with_an_image_is_not_called_accepted_before_it_is_known_to_be() {
    for manner in [Manner::Change, Manner::Remove] {
        let told = |state| state_words(Kind::ImageMember, &state, manner);
        says(&told(done(false)), "Checking…");
    }
    let in_job = ItemState::InJob { poll_error: None };
    let told = state_words(Kind::ImageMember, &in_job, Manner::Change);
    says(&told, "In progress…");
}

#[test]
fn every_reason_of_a_failure_is_told() {
    let told = [
        (Reason::Refused(error()), "Refused"),
        (
            Reason::LeftAfterUnclear(error()),
            "Not changed: no clear answer, and the cloud shows it as before",
        ),
        (Reason::LeftOut, "Refused: SWR lists it as failed"),
        (
            Reason::NotApplied,
            "Accepted, but the cloud shows no change",
        ),
    ];
    for (reason, expected) in told {
        let state = ItemState::Failed(reason);
        for manner in [Manner::Change, Manner::Remove, Manner::Start] {
            says(&state_words(Kind::Grant, &state, manner), expected);
        }
    }
}

#[test]
fn what_an_answer_lists_as_failed_names_the_service_that_was_asked() {
    let state = ItemState::Failed(Reason::LeftOut);
    let told = |kind| english(&state_words(kind, &state, Manner::Start));
    assert_eq!(told(Kind::ImageSync), "Refused: HSS lists it as failed");
    assert_eq!(told(Kind::Tag), "Refused: SWR lists it as failed");
}

#[test]
fn a_thing_that_is_not_empty_or_not_there_is_called_by_its_name() {
    let told = |meaning, code| {
        let organization = subject(&create_organization());
        english(&remedy(
            &organization,
            "acme-web",
            &refused(meaning, code),
            Manner::Change,
        ))
    };
    let holds = "acme-web still holds images. Delete them first.";
    assert_eq!(told(Meaning::Other, "SVCSTG.SWR.4060074"), holds);
    assert_eq!(told(Meaning::Other, "SVCSTG.SWR.4060012"), holds);
    assert_eq!(
        told(Meaning::AlreadyGone, ""),
        "acme-web does not exist or was deleted."
    );
    assert_eq!(told(Meaning::AlreadyThere, ""), "acme-web already exists.");
    assert_eq!(
        told(Meaning::AlreadyThere, "SVCSTG.SWR.4090060"),
        "The name is taken, possibly by another customer of this region. Enter another one."
    );
}

#[test]
fn what_never_left_the_browser_was_not_refused() {
    let state = ItemState::Failed(Reason::Refused(ApiError::NotSent(NotSent::NoCredential)));
    says(
        &state_words(Kind::Grant, &state, Manner::Change),
        "Not sent",
    );
}

#[test]
fn the_error_behind_a_state_is_that_of_the_latest_check_where_there_was_one() {
    let check = refused(Meaning::Throttled, "");
    let latest = unknown(Some(check.clone()));
    assert_eq!(error_of(&latest), Some(&check));
    assert_eq!(error_of(&unknown(None)), Some(&error()));
    let accepted = ItemState::Done {
        verified: None,
        read_back_error: Some(check.clone()),
    };
    assert_eq!(error_of(&accepted), Some(&check));
    let left = ItemState::Failed(Reason::LeftAfterUnclear(error()));
    assert_eq!(error_of(&left), Some(&error()));
}

#[test]
fn there_is_no_error_where_nothing_went_wrong_or_no_answer_told_why() {
    for state in [
        ItemState::Waiting,
        ItemState::Running,
        ItemState::Stopped,
        done(true),
        ItemState::AlreadyDone { verified: NIGHT },
        ItemState::Failed(Reason::LeftOut),
        ItemState::Failed(Reason::NotApplied),
    ] {
        assert_eq!(error_of(&state), None, "{state:?}");
    }
}

#[test]
fn the_same_error_can_mean_more_for_some_things() {
    let no_right = refused(Meaning::NoRight, "");
    let gone = refused(Meaning::AlreadyGone, "");
    says(
        &remedy(
            &subject(&delete_sync_task()),
            "acme-web",
            &no_right,
            Manner::Change,
        ),
        "Usually only the account or an administrator can manage automatic sync; identity policies can allow others to.",
    );
    says(
        &remedy(
            &subject(&start_all()),
            "acme-web",
            &no_right,
            Manner::Change,
        ),
        "You may not start a sync in this enterprise project. Select yours in the top bar, under the region.",
    );
    says(
        &remedy(&subject(&start_all()), "acme-web", &gone, Manner::Change),
        "HSS no longer knows one of these registries. Refresh, then start again.",
    );
    says(
        &remedy(
            &subject(&create_shared_account()),
            "acme-web",
            &no_right,
            Manner::Change,
        ),
        "SWR refused: only private repositories are shared with accounts, and only by people with Manage. Make the repository private, or ask someone with Manage.",
    );
    let account = subject(&delete_shared_account());
    assert_eq!(
        remedy(&account, "acme-web", &gone, Manner::Change),
        failure::remedy(&gone)
    );
    says(
        &remedy(
            &subject(&cancel(&[ANNA])),
            "acme-web",
            &no_right,
            Manner::Change,
        ),
        "This needs Manage. Nobody can change the access of an organization's creator, nor their own there.",
    );
    let other = subject(&make(false, "", ""));
    assert_eq!(
        remedy(&other, "acme-web", &no_right, Manner::Change),
        failure::remedy(&no_right)
    );
    let task = subject(&delete_sync_task());
    assert_eq!(
        remedy(&task, "acme-web", &gone, Manner::Change),
        failure::remedy(&gone)
    );
}

#[test]
fn a_thing_is_called_as_the_person_saw_it() {
    let write = cancel(&[ANNA]);
    let name = item_name(&item(&write, "li.wei\u{202E}"), Some(&write));
    assert_eq!(pieces(&name), [Piece::Name("li.wei⟨U+202E⟩".to_owned())]);
    let one = start_sync();
    let name = item_name(&item(&one, "harbor-1"), Some(&one));
    assert_eq!(pieces(&name), [Piece::Name("harbor-1".to_owned())]);
    let lost = item_name(&item(&write, "li.wei"), None);
    assert_eq!(pieces(&lost), [Piece::Name("li.wei".to_owned())]);
}

#[test]
fn access_to_an_organization_is_told_from_access_to_a_repository() {
    let write = cancel_in_organization(&[ANNA]);
    let name = item_name(&item(&write, "li.wei"), Some(&write));
    says(&name, "li.wei, on the organization acme-web");
}

#[test]
fn a_start_of_all_registries_is_called_so_in_the_language_of_the_moment() {
    let all = start_all();
    let name = item_name(&item(&all, ""), Some(&all));
    says(&name, "All registries");
    assert_eq!(chinese(&name), "全部镜像仓");
}

#[test]
fn people_and_copies_have_an_identifier_beside_their_name() {
    for mutation in [cancel(&[ANNA]), cancel_in_organization(&[ANNA])] {
        assert_eq!(identifier(&subject(&mutation)), ANNA);
    }
    assert_eq!(identifier(&subject(&sync_images())), "eu-nl/acme-web-nl");
    for mutation in [
        delete_sync_task(),
        make(false, "", ""),
        create_organization(),
        create_repository(None, ""),
        create_shared_account(),
        delete_tag(),
        start_all(),
    ] {
        assert_eq!(identifier(&subject(&mutation)), "");
    }
}

#[test]
fn an_identifier_that_the_name_tells_is_not_told_again() {
    let person = subject(&cancel(&[ANNA]));
    assert_eq!(identifier_beside(&person, "anna"), ANNA);
    assert_eq!(identifier_beside(&person, &format!("golden → {ANNA}")), "");
    assert_eq!(identifier_beside(&person, ""), ANNA);
    assert_eq!(identifier_beside(&subject(&delete_tag()), "1.0"), "");
}

#[test]
fn a_start_that_a_colleagues_task_does_not_prove_says_so() {
    let start = start_all();
    let before = Before::ImageSyncTasks(TasksBefore::of(&Page {
        rows: Vec::new().into(),
        total: Some(0),
    }));
    let read_back = Response {
        service: Service::Hss,
        status: 200,
        headers: Vec::new(),
        body: br#"{"total_num":1,"data_list":[{"task_id":"t","begin_time":20}]}"#.to_vec(),
    };
    let Judgement::PerhapsAnothers(error) = start.judge(&subject(&start), &before, &read_back)
    else {
        panic!("the task may be anybody's")
    };
    says(
        &remedy(&subject(&start), "acme-web", &error, Manner::Change),
        "A sync has begun since, and somebody else may have started it: HSS does not tell whose it is. Look at the list of tasks before you start another one.",
    );
    let other = subject(&cancel(&[ANNA]));
    assert_eq!(
        remedy(&other, "acme-web", &error, Manner::Change),
        failure::remedy(&error)
    );
}
