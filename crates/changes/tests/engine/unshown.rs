//! Writes of which no answer shows everything: what looks as it was wanted may be another's.

use changes::{ItemState, Reason};
use cloud_api::Meaning;

use crate::cloud::*;
use crate::replication::*;

#[test]
fn a_registry_that_is_there_already_may_have_another_secret_and_is_refused() {
    let mut run = Run::confirmed(vec![vec![create_registry()]]);
    let commands = run.answer(0, refused_by_swr(409, "SWR.409001"));
    assert!(sends(commands).is_empty());
    let ItemState::Failed(Reason::Refused(error)) = run.state(0) else {
        panic!("{:?}", run.state(0));
    };
    assert_eq!(error.meaning(), Some(Meaning::AlreadyThere));
    assert!(matches!(run.change.taken(), Some(Err(_))));
}
