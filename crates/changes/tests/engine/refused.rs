//! The service refused the write.

use cloud_api::{ApiError, Meaning, NotSent, Refusal};

use changes::{Command, Event, ItemState, Reason};

use crate::cloud::*;

fn why(run: &Run, item: u32) -> Option<Meaning> {
    match run.state(item) {
        ItemState::Failed(Reason::Refused(error)) => error.meaning(),
        state => panic!("{state:?}"),
    }
}

#[test]
fn cancelling_a_permission_twice_says_it_was_already_gone() {
    let mut run = Run::confirmed(one());
    assert_eq!(run.answer(0, not_found()), [read_back(0)]);
    run.read(0, grants(&[CARLA]));
    assert_eq!(*run.state(0), ItemState::AlreadyDone { verified: run.now });
    assert!(run.change.is_settled() && !run.change.needs_retry());
}

#[test]
fn a_permission_that_is_listed_although_it_was_said_to_be_gone_is_read_three_more_times() {
    let mut run = Run::confirmed(one());
    run.answer(0, not_found());
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, grants(&[BEN]));
        assert_eq!(run.wake(), expected);
    }
    assert_eq!(run.read(0, grants(&[BEN])), []);
    assert_eq!(why(&run, 0), Some(Meaning::AlreadyGone));
}

#[test]
fn a_404_for_one_of_three_sends_the_others_one_by_one() {
    let mut run = Run::confirmed(three());
    assert_eq!(run.answer(0, not_found()), [read_back(0)]);
    run.read(0, grants(&[ANNA, CARLA]));
    assert_eq!(
        run.commands,
        [Command::Save, send(1), Command::Save, send(2)]
    );
    assert_eq!(*run.state(1), ItemState::AlreadyDone { verified: run.now });
    assert_eq!(
        (run.names_on(1), run.names_on(2)),
        (vec!["anna"], vec!["carla"])
    );
    run.answer(1, no_content());
    run.read(1, grants(&[CARLA]));
    run.answer(2, refusal(400, "SVCSTG.SWR.4000014"));
    assert_eq!(why(&run, 2), Some(Meaning::Invalid));
    let progress = run.change.progress();
    assert_eq!((progress.done, progress.failed), (2, 1));
    assert!(run.change.is_settled());
}

#[test]
fn every_refusal_that_may_concern_one_alone_sends_the_rest_one_by_one() {
    for outcome in [
        not_found(),
        refusal(400, "SVCSTG.SWR.4000014"),
        refusal(409, "SVCSTG.SWR.4090089"),
        refusal(412, "SVCSTG.SWR.4120001"),
        refusal(418, "SVCSTG.SWR.4180001"),
    ] {
        let mut run = Run::confirmed(three());
        assert_eq!(run.answer(0, outcome), [read_back(0)]);
        run.read(0, grants(&[ANNA, BEN, CARLA]));
        assert_eq!(run.sent(), [1, 2, 3]);
    }
}

#[test]
fn a_repository_that_is_gone_takes_all_its_permissions_with_it() {
    let mut run = Run::confirmed(three());
    run.answer(0, refusal(404, "SVCSTG.SWR.4040010"));
    assert_eq!(run.read(0, refusal(404, "SVCSTG.SWR.4040010")), []);
    assert_eq!(run.change.progress().done, 3);
}

#[test]
fn a_grant_that_exists_already_is_already_done_and_the_other_is_sent_alone() {
    let mut run = Run::confirmed(vec![vec![add("shop/api", &[BEN, CARLA])]]);
    run.answer(0, refusal(409, "SVCSTG.SWR.4090089"));
    run.read(0, grants(&[BEN]));
    assert_eq!(*run.state(0), ItemState::AlreadyDone { verified: run.now });
    assert_eq!(run.sent(), [1]);
    assert_eq!(run.names_on(1), ["carla"]);
}

#[test]
fn a_grant_of_another_level_failed_at_the_first_reading() {
    let mut run = Run::confirmed(vec![vec![add("shop/api", &[BEN])]]);
    assert_eq!(
        run.answer(0, refusal(409, "SVCSTG.SWR.4090089")),
        [read_back(0)]
    );
    let other_level = r#"{"others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":7}]}"#;
    assert_eq!(run.read(0, Ok(response(200, other_level))), []);
    assert_eq!(why(&run, 0), Some(Meaning::AlreadyThere));
}

#[test]
fn granting_on_a_repository_that_is_gone_failed() {
    let mut run = Run::confirmed(vec![vec![add("shop/api", &[BEN])]]);
    run.answer(0, refusal(404, "SVCSTG.SWR.4040010"));
    assert_eq!(run.read(0, refusal(404, "SVCSTG.SWR.4040010")), []);
    assert_eq!(why(&run, 0), Some(Meaning::AlreadyGone));
}

#[test]
fn a_refused_value_of_a_single_item_failed_without_a_reading() {
    for outcome in [
        refusal(400, "SVCSTG.SWR.4000014"),
        refusal(412, "SVCSTG.SWR.4120001"),
        refusal(418, "SVCSTG.SWR.4180001"),
    ] {
        let mut run = Run::confirmed(one());
        assert_eq!(run.answer(0, outcome), []);
        assert!(matches!(
            run.state(0),
            ItemState::Failed(Reason::Refused(_))
        ));
    }
}

/// The service refuses a token that IAM accepts.
fn not_for_here() -> Outcome {
    Err(ApiError::Refused(Refusal {
        status: 401,
        code: "APIGW.0301".to_owned(),
        message: String::new(),
        request_id: None,
        meaning: Meaning::NotForHere,
        retry_after: None,
        encoded_authorization_message: None,
    }))
}

#[test]
fn what_would_refuse_everything_stops_the_rest() {
    let not_sent = || Err(ApiError::NotSent(NotSent::NoCredential));
    for outcome in [
        token_expired(),
        not_for_here(),
        gateway_refusal(404, "APIGW.0101"),
        not_sent(),
        offline(),
    ] {
        let names = ["a", "b", "c", "d", "e", "f"];
        let writes = names
            .iter()
            .map(|name| cancel(name, &[BEN, CARLA]))
            .collect();
        let mut run = Run::confirmed(vec![writes, vec![make_private("a")]]);
        assert_eq!(run.answer(1, outcome), []);
        assert!(matches!(
            run.state(2),
            ItemState::Failed(Reason::Refused(_))
        ));
        assert!(matches!(
            run.state(3),
            ItemState::Failed(Reason::Refused(_))
        ));
        for stopped in [8, 9, 10, 11, 12] {
            assert_eq!(*run.state(stopped), ItemState::Stopped);
        }
        // What is under way goes on, and nothing new is sent.
        assert_eq!(run.answer(0, no_content()), [read_back(0)]);
        assert_eq!(run.read(0, grants(&[])), []);
        assert_eq!(run.event(Event::SignedIn), []);
    }
}

#[test]
fn a_right_that_is_lacking_on_one_repository_stops_only_what_is_left_of_it() {
    let writes = ["a", "b", "c", "d", "a", "e", "f"].map(|name| match name {
        "a" => cancel(name, &[BEN]),
        _ => cancel(name, &[BEN, CARLA]),
    });
    let mut writes = writes.to_vec();
    writes[4] = cancel("a", &[CARLA]);
    let mut run = Run::confirmed(vec![writes]);
    assert_eq!(run.answer(0, no_right()), [Command::Save, send(5)]);
    assert_eq!(why(&run, 0), Some(Meaning::NoRight));
    // Carla's on the same repository.
    assert_eq!(*run.state(7), ItemState::Stopped);
    assert_eq!(
        run.answer(1, no_content()),
        [read_back(1), Command::Save, send(6)]
    );
}

#[test]
fn retry_gets_past_a_repository_on_which_a_right_is_lacking() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let writes = names.iter().map(|name| cancel(name, &[BEN])).collect();
    let mut run = Run::confirmed(vec![writes]);
    run.event(Event::Stop);
    run.answer(0, no_right());
    for call in 1..4 {
        run.answer(call, no_content());
        run.read(call, grants(&[]));
    }
    run.event(Event::Retry);
    assert_eq!(run.sent(), [6, 7, 8]);
    assert_eq!(run.answer(6, no_right()), []);
    for call in [7, 8] {
        run.answer(call, no_content());
        run.read(call, grants(&[]));
    }
    let progress = run.change.progress();
    assert_eq!((progress.done, progress.failed), (5, 1));
}

#[test]
fn a_right_that_is_lacking_on_an_organization_lets_other_organizations_go_on() {
    let names = ["a", "b", "c", "d", "e"].map(create_organization);
    let mut run = Run::confirmed(vec![names.into()]);
    assert_eq!(run.answer(0, no_right()), [Command::Save, send(4)]);
}

#[test]
fn a_right_that_is_lacking_in_one_project_lets_other_projects_go_on() {
    let projects = ["a", "b", "c", "d", "e"].map(|digit| digit.repeat(32));
    let writes = projects.iter().map(|project| start_image_sync(project));
    let mut run = Run::confirmed(vec![writes.collect()]);
    assert_eq!(run.answer(0, no_right()), [Command::Save, send(4)]);
}

#[test]
fn a_refused_group_is_not_sent_one_by_one_where_a_right_is_lacking() {
    let mut run = Run::confirmed(vec![vec![
        cancel("a", &[ANNA, BEN]),
        cancel("b", &[ANNA, BEN]),
        cancel("a", &[CARLA]),
    ]]);
    run.answer(0, not_found());
    run.answer(1, not_found());
    run.answer(2, no_right());
    assert_eq!(run.read(0, grants(&[ANNA, BEN])), []);
    assert_eq!(*run.state(0), ItemState::Stopped);
    run.read(1, grants(&[ANNA, BEN]));
    assert_eq!(run.sent(), [3, 4]);
}

#[test]
fn after_a_stopping_answer_a_refused_group_is_not_sent_one_by_one() {
    let mut run = Run::confirmed(vec![vec![
        cancel("a", &[ANNA, BEN, CARLA]),
        cancel("b", &[BEN]),
    ]]);
    run.answer(0, not_found());
    run.answer(1, token_expired());
    assert_eq!(run.read(0, grants(&[ANNA, CARLA])), []);
    assert_eq!(*run.state(0), ItemState::Stopped);
    assert_eq!(*run.state(1), ItemState::AlreadyDone { verified: run.now });
    assert_eq!(
        run.event(Event::Retry),
        [Command::Save, send(2), Command::Save, send(3)]
    );
    assert_eq!(run.names_on(2), ["anna", "carla"]);
}

#[test]
fn a_refused_group_that_cannot_be_read_is_unknown_until_it_can() {
    let mut run = Run::confirmed(three());
    run.answer(0, not_found());
    assert_eq!(run.read(0, token_expired()), []);
    assert_eq!(run.change.progress().unknown, 3);
    assert_eq!(run.event(Event::SignedIn), [read_back(0)]);
    run.read(0, lost());
    assert_eq!(run.wake(), 1_000);
    run.read(0, grants(&[CARLA]));
    assert_eq!(run.sent(), [1]);
    assert_eq!(run.names_on(1), ["carla"]);
    assert_eq!(*run.state(2), ItemState::Running);
}

#[test]
fn an_organization_whose_name_another_customer_has_failed_and_is_not_unknown() {
    let mut run = Run::confirmed(vec![vec![create_organization("library")]]);
    let taken = refusal(409, "SVCSTG.SWR.4090060");
    assert_eq!(run.answer(0, taken), [read_back(0)]);
    run.read(0, refusal(401, "SVCSTG.SWR.4011064"));
    assert_eq!(why(&run, 0), Some(Meaning::AlreadyThere));
    assert!(run.change.is_settled());
}

#[test]
fn a_quota_that_is_reached_fails_at_once_and_lets_the_others_go_on() {
    let names = ["one", "two"].map(create_organization);
    let mut run = Run::confirmed(vec![names.into()]);
    run.answer(0, refusal(400, "SVCSTG.SWR.4000097"));
    assert_eq!(why(&run, 0), Some(Meaning::QuotaReached));
    assert_eq!(*run.state(1), ItemState::Running);
}
