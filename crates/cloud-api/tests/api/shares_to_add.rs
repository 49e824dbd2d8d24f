//! Which images a project can share, with whom they are not shared yet, and what the service may object.

use cloud_api::ProjectId;
use cloud_api::ims::{
    Image, ImageId, ImageMembers, Member, MemberType, NotShareable, Recipient, ShareDoubt,
    shares_to_add,
};

use crate::support::*;

const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";

fn image(kind: &str, owner: &str) -> Image {
    Image {
        image_type: kind.to_owned(),
        owner: owner.to_owned(),
        ..Image::default()
    }
}

fn doubts(image: Image, recipients: u64) -> Vec<ShareDoubt> {
    image.share_doubts(recipients, None)
}

#[test]
fn a_project_shares_its_own_images_alone() {
    let project: ProjectId = read(TEAM);
    for kind in ["private", "shared", "", "galactic"] {
        assert_eq!(image(kind, TEAM).not_shareable_by(&project), None, "{kind}");
        assert_eq!(
            image(kind, ANNA).not_shareable_by(&project),
            Some(NotShareable::Anothers)
        );
    }
    // Whatever is told of their owner.
    for owner in [TEAM, ANNA, ""] {
        assert_eq!(
            image("gold", owner).not_shareable_by(&project),
            Some(NotShareable::Public)
        );
        assert_eq!(
            image("market", owner).not_shareable_by(&project),
            Some(NotShareable::Marketplace)
        );
    }
}

#[test]
fn what_only_the_service_knows_is_a_doubt() {
    let plain = || image("private", TEAM);
    assert_eq!(doubts(plain(), 128), []);
    let windows = Image {
        os_type: "Windows".to_owned(),
        ..plain()
    };
    assert_eq!(doubts(windows, 1), [ShareDoubt::Windows]);
    let encrypted = Image {
        encryption_key: "key".to_owned(),
        ..plain()
    };
    assert_eq!(doubts(encrypted, 1), [ShareDoubt::Encrypted]);
}

#[test]
fn more_recipients_than_every_cloud_allows_are_a_doubt_and_fewer_of_a_full_ecs_image() {
    let many = |count, most| ShareDoubt::Recipients { count, most };
    assert_eq!(doubts(image("private", TEAM), 129), [many(129, 128)]);
    let full_ecs = || Image {
        backup_id: "backup".to_owned(),
        ..image("private", TEAM)
    };
    assert_eq!(doubts(full_ecs(), 10), []);
    assert_eq!(doubts(full_ecs(), 11), [many(11, 10)]);
    // A quota tells more exactly, but not of full-ECS images.
    let told = |image: Image, count| image.share_doubts(count, Some(256));
    assert_eq!(told(image("private", TEAM), 256), []);
    assert_eq!(told(image("private", TEAM), 257), [many(257, 256)]);
    assert_eq!(told(full_ecs(), 11), [many(11, 10)]);
}

#[test]
fn only_what_is_not_shared_in_any_status_is_missing() {
    let member = |kind: &str, id: &str| Member {
        member_type: kind.to_owned(),
        member_id: id.to_owned(),
        status: "REJECTED".to_owned(),
        ..Member::default()
    };
    let images: [(ImageId, ImageMembers); 2] = [
        (
            read("a"),
            ImageMembers {
                members: vec![member("PROJECT", ANNA), member("domain", BEN)],
                ..ImageMembers::default()
            },
        ),
        (read("b"), ImageMembers::default()),
    ];
    let project = |id: &str| Recipient::typed(MemberType::Project, id).unwrap();
    let shares = shares_to_add(
        images.iter().map(|(image, members)| (image, members)),
        &[project(ANNA), project(BEN)],
    );
    assert_eq!(shares.already, [(read("a"), project(ANNA))]);
    // An account of the same ID is somebody else.
    assert_eq!(
        shares.missing,
        [
            (read("a"), project(BEN)),
            (read("b"), project(ANNA)),
            (read("b"), project(BEN)),
        ]
    );
}

#[test]
fn somebody_of_an_unknown_kind_who_has_the_same_id_is_not_added_so_that_no_undo_takes_them_away() {
    let image: ImageId = read("a");
    let odd = Member {
        member_type: "tenant".to_owned(),
        member_id: ANNA.to_owned(),
        ..Member::default()
    };
    let members = ImageMembers {
        members: vec![odd],
        is_whole: true,
        ..ImageMembers::default()
    };
    let account = Recipient::typed(MemberType::Domain, ANNA).unwrap();
    let shares = shares_to_add([(&image, &members)], std::slice::from_ref(&account));
    assert_eq!(shares.already, [(image, account)]);
    assert_eq!(shares.missing, []);
}

#[test]
fn without_recipients_nothing_is_missing() {
    let image: ImageId = read("a");
    let members = ImageMembers::default();
    let shares = shares_to_add([(&image, &members)], &[]);
    assert!(shares.missing.is_empty() && shares.already.is_empty());
}
