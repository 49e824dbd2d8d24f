//! What takes shares of machine images back, by what was read before.

use cloud_api::ims::{Decision, Member, MembersBefore, UpdateMember};
use cloud_api::{Before, Inverse, Loss, Mutation, Why};
use sample_writes::{IMAGE, OTHER_IMAGE, PARTNER, project, update_member};

use crate::image_shares::{add, delete};
use crate::support::*;

fn before(image: &str, rows: &[(&str, &str)]) -> Before {
    let rows: Vec<Member> = rows
        .iter()
        .map(|(id, status)| Member {
            member_id: (*id).to_owned(),
            status: (*status).to_owned(),
            ..Member::default()
        })
        .collect();
    let mut before = MembersBefore::default();
    before.add(&read(image), &rows);
    Before::ImageMembers(before)
}

#[test]
fn an_undo_of_stopping_shares_what_was_shared_and_it_has_to_be_accepted_again() {
    let stop = delete(&[IMAGE], vec![project(ANNA), project(BEN)]);
    let before = before(IMAGE, &[(ANNA, "accepted")]);
    assert_eq!(
        stop.inverse(&before),
        Inverse::Partly {
            calls: vec![add(&[IMAGE], vec![project(ANNA)])],
            lost: Loss::AcceptedShares,
        }
    );
    assert_eq!(stop.inverse(&Before::Nothing), Inverse::None(Why::NotRead));
}

#[test]
fn an_undo_of_sharing_stops_only_what_was_not_shared_before() {
    let begin = add(&[IMAGE], vec![project(ANNA), project(BEN)]);
    let before = before(IMAGE, &[(ANNA, "rejected")]);
    let calls = vec![delete(&[IMAGE], vec![project(BEN)])];
    assert_eq!(begin.inverse(&before), Inverse::Exact(calls));
    let other = add(&[OTHER_IMAGE], vec![project(ANNA)]);
    assert!(!other.inverse(&before).is_some(), "that image was not read");
}

#[test]
fn a_decision_is_taken_back_to_the_one_before_and_never_to_none() {
    let accept = update_member();
    let rejected = before(IMAGE, &[(PARTNER, "Rejected")]);
    let back = UpdateMember {
        images: vec![read(IMAGE)],
        project: read(PARTNER),
        status: Decision::Rejected,
        vault: None,
    };
    let back = Inverse::Exact(vec![back.into()]);
    assert_eq!(accept.inverse(&rejected), back);
    // A rejection takes no vault, whatever the image was accepted into.
    let into_vault: Mutation = UpdateMember {
        images: vec![read(IMAGE)],
        project: read(PARTNER),
        status: Decision::Accepted,
        vault: Some(read("v")),
    }
    .into();
    assert_eq!(into_vault.inverse(&rejected), back);
    let pending = before(IMAGE, &[(PARTNER, "pending")]);
    assert!(!accept.inverse(&pending).is_some());
}

#[test]
fn a_call_keeps_of_what_was_read_before_only_what_it_is_about() {
    let rows = [ANNA, BEN].map(|id| Member {
        member_id: id.to_owned(),
        ..Member::default()
    });
    let mut all = MembersBefore::default();
    all.add(&read(IMAGE), &rows);
    all.add(&read(OTHER_IMAGE), &rows);
    let kept = all.only(&[read(IMAGE)], &[project(ANNA), project(PARTNER)]);
    let was_shared = |image: &str, id: &str| kept.was_shared(&read(image), &project(id));
    assert_eq!(was_shared(IMAGE, ANNA), Some(true));
    assert_eq!(was_shared(IMAGE, PARTNER), Some(false));
    assert_eq!(was_shared(IMAGE, BEN), Some(false));
    assert_eq!(was_shared(OTHER_IMAGE, ANNA), None);
}
