//! Undo: which writes take a write back, and what they cannot bring back.

use cloud_api::swr::{
    AccessLevel, AccessRow, Grant, Repository, RepositoryCategory, UpdateRepository,
};
use cloud_api::{Before, Inverse, Loss, LostBecause, LostGrant, Mutation, Why};
use proptest::prelude::*;

use sample_writes::*;

use super::support::*;
use crate::support::*;

fn row(user: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: user.to_owned(),
        user_name: "name".to_owned(),
        auth: Some(auth),
    }
}

/// What Anna read before she wrote.
fn read_by_anna(rows: &[AccessRow]) -> Before {
    Before::Grants {
        caller: read(ANNA),
        rows: rows.to_vec(),
    }
}

fn lost(row: AccessRow, because: LostBecause) -> LostGrant {
    LostGrant { row, because }
}

/// The access writes of an organization, then of a repository, as functions of users.
type OfUsers = fn(&[&str]) -> Mutation;
const PLACES: [[OfUsers; 3]; 2] = [
    [
        add_to_organization,
        change_in_organization,
        cancel_in_organization,
    ],
    [add, change, cancel],
];

#[test]
fn grants_that_were_added_are_cancelled() {
    let before = read_by_anna(&[row(CARLA, 1)]);
    for [add, _, cancel] in PLACES {
        let expected = Inverse::Exact(vec![cancel(&[BEN])]);
        assert_eq!(add(&[BEN]).inverse(&before), expected);
    }
}

#[test]
fn a_grant_that_was_there_before_it_was_added_is_not_cancelled() {
    let before = read_by_anna(&[row(CARLA, 1)]);
    for [add, _, cancel] in PLACES {
        let expected = Inverse::Exact(vec![cancel(&[BEN])]);
        assert_eq!(add(&[CARLA, BEN]).inverse(&before), expected);
        let nothing = Inverse::None(Why::ThereBefore);
        assert_eq!(add(&[CARLA]).inverse(&before), nothing);
    }
}

#[test]
fn cancelled_grants_are_added_with_exactly_the_levels_that_were_there() {
    let before = read_by_anna(&[row(BEN, 3), row(CARLA, 3)]);
    for [add, _, cancel] in PLACES {
        let expected = Inverse::Exact(vec![add(&[BEN, CARLA])]);
        assert_eq!(cancel(&[BEN, CARLA]).inverse(&before), expected);
    }
}

#[test]
fn a_level_is_changed_back() {
    let before = read_by_anna(&[row(BEN, 7), row(CARLA, 1)]);
    for [_, change, _] in PLACES {
        let Inverse::Exact(calls) = change(&[BEN]).inverse(&before) else {
            panic!("everything can be brought back")
        };
        let back = Grant::new(read(BEN), Some("name"), AccessLevel::Manage);
        let changed = match calls.as_slice() {
            [Mutation::ChangeAccess(write)] => &write.grants,
            other => panic!("{other:?}"),
        };
        assert_eq!(*changed, [back]);
    }
}

#[test]
fn a_level_that_was_the_same_before_is_not_changed_back() {
    let before = read_by_anna(&[row(BEN, 3)]);
    for [_, change, _] in PLACES {
        let inverse = change(&[BEN]).inverse(&before);
        assert_eq!(inverse, Inverse::None(Why::ThereBefore));
    }
}

#[test]
fn ones_own_grant_stays_lost_among_others() {
    let before = read_by_anna(&[row(ANNA, 7), row(BEN, 3)]);
    for [add, _, cancel] in PLACES {
        let expected = Inverse::Partly {
            calls: vec![add(&[BEN])],
            lost: Loss::Grants(vec![lost(row(ANNA, 7), LostBecause::OwnGrant)]),
        };
        assert_eq!(cancel(&[ANNA, BEN]).inverse(&before), expected);
    }
}

#[test]
fn ones_own_grant_alone_cannot_be_given_back() {
    let before = read_by_anna(&[row(ANNA, 7)]);
    for [_, _, cancel] in PLACES {
        let own = lost(row(ANNA, 7), LostBecause::OwnGrant);
        let expected = Inverse::None(Why::AllLost(Loss::Grants(vec![own])));
        assert_eq!(cancel(&[ANNA]).inverse(&before), expected);
    }
}

#[test]
fn a_level_that_the_api_does_not_take_stays_lost() {
    let before = read_by_anna(&[row(BEN, 5), row(CARLA, 3)]);
    for [add, _, cancel] in PLACES {
        let expected = Inverse::Partly {
            calls: vec![add(&[CARLA])],
            lost: Loss::Grants(vec![lost(row(BEN, 5), LostBecause::NotGrantable)]),
        };
        assert_eq!(cancel(&[BEN, CARLA]).inverse(&before), expected);
    }
}

#[test]
fn cancelling_what_nobody_had_leaves_nothing_to_undo() {
    let before = read_by_anna(&[row(CARLA, 1)]);
    for [_, _, cancel] in PLACES {
        let inverse = cancel(&[BEN]).inverse(&before);
        assert_eq!(inverse, Inverse::None(Why::ThereBefore));
    }
}

#[test]
fn without_having_read_nothing_is_undone() {
    for mutation in of_users(&[BEN]).into_iter().chain([update("", "")]) {
        let inverse = mutation.inverse(&Before::Nothing);
        assert_eq!(inverse, Inverse::None(Why::NotRead), "{mutation:?}");
    }
}

#[test]
fn what_was_created_is_deleted_only_when_it_was_looked_for_and_not_there() {
    for (create, delete) in [
        (create_organization(), delete_organization()),
        (create_repository(None, ""), delete_repository()),
    ] {
        let inverse = create.inverse(&Before::Absent);
        assert_eq!(inverse, Inverse::Exact(vec![delete]));
        let inverse = create.inverse(&Before::Nothing);
        assert_eq!(inverse, Inverse::None(Why::NotRead));
        let inverse = create.inverse(&Before::Repository(Repository::default()));
        assert_eq!(inverse, Inverse::None(Why::ThereBefore));
    }
}

#[test]
fn the_content_of_a_repository_never_comes_back() {
    let before = Before::Repository(Repository::default());
    let inverse = delete_repository().inverse(&before);
    assert_eq!(inverse, Inverse::None(Why::ContentGone));
}

#[test]
fn a_sync_that_was_started_cannot_be_stopped() {
    let inverse = start_sync().inverse(&Before::Nothing);
    assert_eq!(inverse, Inverse::None(Why::CannotBeStopped));
}

#[test]
fn a_deleted_organization_is_created_before_its_grants_are_added() {
    let before = read_by_anna(&[row(ANNA, 7), row(BEN, 3), row(CARLA, 0)]);
    let expected = Inverse::Partly {
        calls: vec![create_organization(), add_to_organization(&[BEN])],
        lost: Loss::Organization {
            grants: Some(vec![lost(row(CARLA, 0), LostBecause::NotGrantable)]),
        },
    };
    assert_eq!(delete_organization().inverse(&before), expected);
}

#[test]
fn a_deleted_organization_without_grants_is_only_created() {
    let expected = Inverse::Partly {
        calls: vec![create_organization()],
        lost: Loss::Organization {
            grants: Some(Vec::new()),
        },
    };
    let inverse = delete_organization().inverse(&read_by_anna(&[]));
    assert_eq!(inverse, expected);
}

#[test]
fn a_deleted_organization_whose_grants_were_not_read_loses_them() {
    let expected = Inverse::Partly {
        calls: vec![create_organization()],
        lost: Loss::Organization { grants: None },
    };
    let inverse = delete_organization().inverse(&Before::Nothing);
    assert_eq!(inverse, expected);
}

fn repository_with(is_public: bool, category: &str, description: &str) -> Before {
    Before::Repository(Repository {
        is_public: Some(is_public),
        category: category.to_owned(),
        description: description.to_owned(),
        ..Repository::default()
    })
}

#[test]
fn making_private_is_undone_by_making_public_and_the_other_way_round() {
    let public = match update("linux", "text") {
        Mutation::UpdateRepository(write) => Mutation::UpdateRepository(UpdateRepository {
            is_public: true,
            ..write
        }),
        other => panic!("{other:?}"),
    };
    let private = update("linux", "text");
    let before_private = repository_with(true, "linux", "text");
    assert_eq!(
        private.inverse(&before_private),
        Inverse::Exact(vec![public.clone()])
    );
    let before_public = repository_with(false, "linux", "text");
    assert_eq!(
        public.inverse(&before_public),
        Inverse::Exact(vec![private])
    );
}

#[test]
fn category_and_description_are_brought_back() {
    let before = repository_with(false, "linux", "old");
    let inverse = update("other", "new").inverse(&before);
    assert_eq!(inverse, Inverse::Exact(vec![update("linux", "old")]));
}

#[test]
fn a_category_cannot_be_taken_away_again() {
    let before = repository_with(false, "", "old");
    assert_eq!(
        update("other", "new").inverse(&before),
        Inverse::Partly {
            calls: vec![update("", "old")],
            lost: Loss::NoCategory,
        }
    );
    assert_eq!(
        update("other", "old").inverse(&before),
        Inverse::None(Why::AllLost(Loss::NoCategory))
    );
}

#[test]
fn an_update_that_changed_nothing_has_nothing_to_undo() {
    for (category, before) in [("linux", "linux"), ("", "linux"), ("", "")] {
        let inverse = update(category, "text").inverse(&repository_with(false, before, "text"));
        assert_eq!(
            inverse,
            Inverse::None(Why::ThereBefore),
            "{category} {before}"
        );
    }
}

#[test]
fn what_was_read_before_is_the_same_after_a_round_through_json() {
    for before in [
        Before::Nothing,
        Before::Absent,
        read_by_anna(&[row(ANNA, 7), row("../x", 5)]),
        repository_with(true, RepositoryCategory::Arm.as_str(), "text"),
    ] {
        let read = serde_json::to_string(&before).and_then(|text| serde_json::from_str(&text));
        assert_eq!(read.ok(), Some(before));
    }
}

proptest! {
    #[test]
    fn an_undo_of_cancelling_never_grants_more_than_was_there(
        rows in prop::collection::vec(
            (prop::sample::select(vec![ANNA, BEN, CARLA, "x"]), -1_i64..9),
            0..5,
        ),
        cancelled in prop::sample::subsequence(vec![ANNA, BEN, CARLA], 0..=3),
    ) {
        let rows: Vec<_> = rows.into_iter().map(|(user, auth)| row(user, auth)).collect();
        let calls = match cancel(&cancelled).inverse(&read_by_anna(&rows)) {
            Inverse::Exact(calls) | Inverse::Partly { calls, .. } => calls,
            Inverse::None(_) => Vec::new(),
        };
        for call in calls {
            let Mutation::GrantAccess(write) = call else {
                return Err(TestCaseError::fail("not an addition"));
            };
            for grant in write.grants {
                prop_assert!(rows.contains(&AccessRow::from(&grant)));
                prop_assert!(cancelled.contains(&grant.user_id.as_str()));
                prop_assert_ne!(grant.user_id.as_str(), ANNA);
            }
        }
    }
}
