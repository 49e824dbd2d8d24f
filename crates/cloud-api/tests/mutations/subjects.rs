//! What each write acts on, whole and in parts.

use cloud_api::{Mutation, Subject};

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
        assert_eq!(whole.only(&wanted), Some(part));
    }
}

#[test]
fn a_part_keeps_the_order_of_the_whole() {
    assert_eq!(
        cancel(&[BEN, ANNA]).only(&[grant_of(ANNA), grant_of(BEN)]),
        Some(cancel(&[BEN, ANNA]))
    );
}

#[test]
fn a_part_over_nothing_wanted_is_none() {
    for mutation in each() {
        assert_eq!(mutation.only(&[]), None);
    }
}

#[test]
fn a_part_over_somebody_elses_subjects_is_none() {
    let elsewhere = Subject::RepositoryGrant {
        organization: read("acme-web"),
        repository: read("other"),
        user: read(ANNA),
    };
    for mutation in each() {
        assert_eq!(mutation.only(std::slice::from_ref(&elsewhere)), None);
    }
}

#[test]
fn a_grant_on_a_repository_is_none_on_its_organization() {
    for mutation in of_users(&[ANNA]) {
        let other = match mutation.subjects().first() {
            Some(Subject::OrganizationGrant { .. }) => grant_of(ANNA),
            _ => organization_grant_of(ANNA),
        };
        assert_eq!(mutation.only(&[other]), None);
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
        assert_eq!(mutation.only(&[subject]), Some(mutation));
    }
}

#[test]
fn only_cancellations_and_deletions_want_their_object_gone() {
    let removals: Vec<_> = each().into_iter().filter(Mutation::is_removal).collect();
    assert_eq!(
        removals,
        [
            cancel_in_organization(&[ANNA, BEN]),
            delete_organization(),
            cancel(&[ANNA, BEN]),
            delete_repository(),
            delete_sync_task(),
            delete_tag(),
        ]
    );
}

#[test]
fn what_is_made_or_deleted_makes_the_list_that_shows_it_old() {
    let list = |mutation: Mutation| mutation.subjects().first().and_then(Subject::list_path);
    for organizations in [create_organization(), delete_organization()] {
        assert_eq!(list(organizations), Some("/v2/manage/namespaces"));
    }
    for repositories in [
        create_repository(None, ""),
        delete_repository(),
        update("", ""),
        delete_tag(),
    ] {
        assert_eq!(list(repositories), Some("/v2/manage/repos"));
    }
    assert_eq!(list(cancel(&[ANNA])), None);
}
