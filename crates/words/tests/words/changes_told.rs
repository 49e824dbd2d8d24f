//! What changes are called before they are made.

use cloud_api::{Manner, Mutation};
use words::change::{consequence_of_undo, only_gives, place, title_of};

use crate::support::{english, says};
use sample_writes::{
    ANNA, add, add_to_organization, cancel, cancel_in_organization, change, change_in_organization,
    create_organization, create_repository, create_shared_account, create_sync_task,
    delete_organization, delete_repository, delete_shared_account, delete_sync_task, delete_tag,
    make, start_all, start_sync, sync_images,
};

#[test]
fn every_write_is_called_by_what_it_does() {
    let told = [
        (
            add(&[ANNA]),
            "Grant access to acme-web/shop/api for 1 person",
        ),
        (
            add_to_organization(&[ANNA]),
            "Grant access to acme-web for 1 person",
        ),
        (
            change(&[ANNA]),
            "Change level on acme-web/shop/api for 1 person",
        ),
        (
            change_in_organization(&[ANNA]),
            "Change level on acme-web for 1 person",
        ),
        (
            cancel(&[ANNA]),
            "Remove access to acme-web/shop/api for 1 person",
        ),
        (
            cancel_in_organization(&[ANNA]),
            "Remove access to acme-web for 1 person",
        ),
        (create_organization(), "Create organization acme-web"),
        (delete_organization(), "Delete 1 organization"),
        (
            create_repository(None, ""),
            "Create repository acme-web/shop/api",
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
        (delete_sync_task(), "Stop 1 sync task"),
        (sync_images(), "Copy 1 tag"),
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
    says(delete_repository(), "All tags are deleted too.");
    says(delete_organization(), "Access to it is deleted too");
    says(make(true, "", ""), "Anyone can then pull");
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
fn only_what_makes_or_gives_takes_nothing_from_anybody() {
    for mutation in [
        add(&[ANNA]),
        create_organization(),
        create_repository(None, ""),
        create_shared_account(),
        create_sync_task(),
    ] {
        assert!(only_gives(&mutation), "{mutation:?}");
    }
    for mutation in [
        change(&[ANNA]),
        cancel(&[ANNA]),
        make(false, "", ""),
        make(true, "", ""),
        delete_organization(),
        delete_repository(),
        delete_shared_account(),
        delete_sync_task(),
        delete_tag(),
        sync_images(),
    ] {
        assert!(!only_gives(&mutation), "{mutation:?}");
    }
}

#[test]
fn the_title_counts_the_things_of_all_calls() {
    says(&title_of(&sync_images(), 2), "Copy 2 tags");
    says(
        &title_of(&delete_tag(), 3),
        "Delete 3 tags of acme-web/shop/api",
    );
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
