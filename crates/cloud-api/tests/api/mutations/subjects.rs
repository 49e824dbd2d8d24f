//! What each write acts on, whole and in parts.

use cloud_api::swr::{AccessPlace, SyncTarget};
use cloud_api::{Manner, Mutation, Subject};

use sample_writes::*;

use super::support::*;

#[test]
fn subjects_are_named_in_the_order_of_the_request() {
    let [to_organization @ .., add, change, cancel] = of_users(&[BEN, ANNA]);
    for mutation in to_organization {
        let named = [organization_grant_of(BEN), organization_grant_of(ANNA)];
        assert_eq!(mutation.subjects(), named);
    }
    for mutation in [add, change, cancel] {
        assert_eq!(mutation.subjects(), [grant_of(BEN), grant_of(ANNA)]);
    }
}

#[test]
fn a_write_over_nobody_has_no_subjects() {
    for mutation in of_users(&[]) {
        assert_eq!(mutation.subjects(), []);
    }
}

#[test]
fn a_write_of_a_whole_thing_has_one_subject() {
    for (mutation, subject) in [
        (create_organization(), organization()),
        (delete_organization(), organization()),
        (create_repository(None, ""), repository()),
        (update("", ""), visibility()),
        (delete_repository(), repository()),
    ] {
        assert_eq!(mutation.subjects(), [subject]);
    }
}

#[test]
fn a_start_of_a_sync_has_one_subject_however_many_registries_it_names() {
    assert_eq!(start_sync().subjects(), [image_sync()]);
}

#[test]
fn a_part_keeps_only_the_wanted_users() {
    let wanted = [grant_of(BEN), organization_grant_of(BEN), visibility()];
    for (whole, part) in of_users(&[ANNA, BEN]).into_iter().zip(of_users(&[BEN])) {
        assert_eq!(whole.parts(&wanted), [part]);
    }
}

#[test]
fn a_part_keeps_the_order_of_the_whole() {
    assert_eq!(
        cancel(&[BEN, ANNA]).parts(&[grant_of(ANNA), grant_of(BEN)]),
        [cancel(&[BEN, ANNA])]
    );
}

#[test]
fn a_part_over_nothing_wanted_is_none() {
    for mutation in each() {
        assert_eq!(mutation.parts(&[]), []);
    }
}

#[test]
fn a_part_over_somebody_elses_subjects_is_none() {
    let elsewhere = AccessPlace::Repository(read("acme-web/other"));
    let elsewhere = Subject::grant(&elsewhere, &read(ANNA));
    for mutation in each() {
        assert_eq!(mutation.parts(std::slice::from_ref(&elsewhere)), []);
    }
}

#[test]
fn a_grant_on_a_repository_is_none_on_its_organization() {
    for mutation in of_users(&[ANNA]) {
        let of_organization = organization_grant_of(ANNA);
        let other = match mutation.subjects() == [of_organization.clone()] {
            true => grant_of(ANNA),
            false => of_organization,
        };
        assert_eq!(mutation.parts(&[other]), []);
    }
}

#[test]
fn a_write_of_a_whole_thing_is_whole_or_not_at_all() {
    for (mutation, subject) in [
        (create_organization(), organization()),
        (create_repository(None, ""), repository()),
        (update("", ""), visibility()),
        (start_sync(), image_sync()),
    ] {
        assert_eq!(mutation.parts(&[subject]), [mutation]);
    }
}

#[test]
fn only_cancellations_and_deletions_want_their_object_gone() {
    let of_manner = |manner| -> Vec<Mutation> {
        let of_manner = |mutation: &Mutation| mutation.manner() == manner;
        each().into_iter().filter(of_manner).collect()
    };
    assert_eq!(
        of_manner(Manner::Remove),
        [
            cancel_in_organization(&[ANNA, BEN]),
            delete_organization(),
            cancel(&[ANNA, BEN]),
            delete_repository(),
            delete_shared_account(),
            delete_sync_task(),
            delete_tag(),
            delete_members(),
            delete_member(),
            delete_registry(),
            delete_policy(),
            stop_execution(),
        ]
    );
    let started = [sync_images(), start_sync(), start_execution()];
    assert_eq!(of_manner(Manner::Start), started);
}

#[test]
fn rights_are_compared_on_the_very_owner() {
    let tag = Subject::tag(&read("acme-web/shop/api"), &read("latest"));
    assert!(grant_of(ANNA).same_owner(&tag));
    assert!(organization_grant_of(ANNA).same_owner(&organization()));
    assert!(!organization_grant_of(ANNA).same_owner(&grant_of(ANNA)));
    assert!(!repository().same_owner(&Subject::of_repository(&read("acme-web/shop"))));
}

#[test]
fn things_without_an_organization_are_not_of_one_owner_for_that() {
    let other = Subject::image_sync(&read(ANNA));
    assert_eq!((other.organization(), other.repository()), (None, None));
    assert!(!image_sync().same_owner(&other));
    assert!(image_sync().same_owner(&image_sync()));
}

#[test]
fn a_subject_tells_its_organization_and_repository() {
    let repository = read("acme-web/shop/api");
    assert_eq!(grant_of(ANNA).repository(), Some(&repository));
    assert_eq!(
        grant_of(ANNA).organization(),
        Some(&repository.organization)
    );
    assert_eq!(organization_grant_of(ANNA).repository(), None);
    assert_eq!(
        organization().organization(),
        Some(&repository.organization)
    );
}

#[test]
fn what_has_no_id_is_identified_by_its_owner() {
    let identifiers = [organization(), repository(), grant_of(ANNA), image_sync()]
        .map(|subject| subject.identifier());
    assert_eq!(
        identifiers,
        ["acme-web", "acme-web/shop/api", ANNA, PROJECT]
    );
}

#[test]
fn copies_of_two_tags_to_two_targets_are_four_subjects() {
    let mut copies = std::collections::BTreeSet::new();
    for tag in ["v1", "v2"] {
        for organization in ["acme-web-nl", "acme"] {
            let target = SyncTarget {
                region: read("eu-nl"),
                organization: read(organization),
            };
            let copy = Subject::manual_sync(&read("a/b"), &read(tag), &target);
            assert_eq!(copy.copied_to(), Some(target.to_string().as_str()));
            copies.insert(copy);
        }
    }
    assert_eq!(copies.len(), 4);
    assert_eq!(grant_of(ANNA).copied_to(), None);
}
