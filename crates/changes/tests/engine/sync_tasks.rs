//! Deleting sync tasks: the cloud's own way of saying that one was gone already.

use changes::{CallState, ItemState, PlannedWrite, Reason};

use crate::cloud::*;

fn delete() -> Vec<Vec<PlannedWrite>> {
    vec![vec![delete_sync_task()]]
}

const LISTED: &str = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl"}]"#;

#[test]
fn a_task_without_a_name_goes_by_its_target() {
    let run = Run::proposed(delete());
    assert_eq!(run.item(0).name, "eu-nl/acme-web-nl");
}

#[test]
fn deleting_a_task_twice_says_it_was_already_gone() {
    for status in [400, 404] {
        let mut run = Run::confirmed(delete());
        run.answer(0, refusal(status, "SVCSTG.SWR.4001158"));
        run.read(0, Ok(response(200, "[]")));
        assert_eq!(
            run.state(0),
            &ItemState::AlreadyDone { verified: run.now },
            "{status}"
        );
    }
}

#[test]
fn a_task_that_is_said_to_be_gone_and_still_listed_has_failed() {
    let mut run = Run::confirmed(delete());
    run.answer(0, refusal(400, "SVCSTG.SWR.4001158"));
    run.read(0, Ok(response(200, LISTED)));
    while run.change.calls()[&changes::CallId(0)].state != CallState::Settled {
        run.wake();
        run.read(0, Ok(response(200, LISTED)));
    }
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::Refused(_))
    ));
}
