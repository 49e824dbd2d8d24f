//! Who images are shared with, from what was read of each.

use cloud_api::ims::{
    AccountsOfProjects, Image, ImageId, ImageMembers, ListImageMembers, Member, MemberStatus,
    MembersRead, OtherRoute, RecipientShares, SharedWith,
};
use cloud_api::{Listed, Operation as _, ProjectId, Response, Service};

use crate::support::read;

const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
const OTHER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
const URN: &str = "organizations::4f1c0a77:organization:o-3h9k2m5p7q";

fn members(rows: &[[&str; 3]]) -> ImageMembers {
    let rows: Vec<String> = rows
        .iter()
        .map(|[kind, id, status]| {
            let name = if kind.eq_ignore_ascii_case("organization") {
                "urn"
            } else {
                "member_id"
            };
            format!(r#"{{"member_type":"{kind}","{name}":"{id}","status":"{status}"}}"#)
        })
        .collect();
    let response = Response {
        service: Service::Ims,
        status: 200,
        headers: Vec::new(),
        body: format!(r#"{{"members":[{}]}}"#, rows.join(",")).into_bytes(),
    };
    let listed = ListImageMembers::decode(&response);
    ImageMembers {
        members: listed.unwrap().rows,
        left_out: 0,
        is_whole: true,
    }
}

fn recipients(read: &[(&str, ImageMembers)], accounts: &[(&str, &str)]) -> Vec<RecipientShares> {
    let read: Vec<(ImageId, ImageMembers)> = read
        .iter()
        .map(|(id, members)| (self::read(id), members.clone()))
        .collect();
    let accounts: AccountsOfProjects = accounts
        .iter()
        .map(|(project, account)| ((*project).to_owned(), (*account).to_owned()))
        .collect();
    RecipientShares::all(read.iter().map(|(id, members)| (id, members)), &accounts)
}

fn image(kind: &str, visibility: &str, owner: &str) -> Image {
    Image {
        image_type: kind.to_owned(),
        visibility: visibility.to_owned(),
        owner: owner.to_owned(),
        ..Image::default()
    }
}

fn shared_with(image: &Image, read: MembersRead<'_>) -> SharedWith {
    SharedWith::of(image, &ProjectId::listed(PROJECT).unwrap(), read)
}

fn route_of(recipients: &[RecipientShares], identifier: &str) -> OtherRoute {
    let mut recipients = recipients.iter();
    let recipient = recipients.find(|it| it.id.identifier == identifier);
    recipient.unwrap().shares[0].other_route
}

#[test]
fn a_recipient_is_one_over_all_images_whatever_the_case_of_its_kind_and_status() {
    let found = recipients(
        &[
            (
                "a",
                members(&[["project", OTHER, "accepted"], ["domain", OTHER, "pending"]]),
            ),
            ("b", members(&[["PROJECT", OTHER, "Rejected"]])),
            (
                "c",
                members(&[["", OTHER, "PENDING"], ["project", OTHER, "PENDING"]]),
            ),
            ("d", members(&[["project", OTHER, "expired"]])),
        ],
        &[],
    );
    let kinds: Vec<(&str, usize)> = found
        .iter()
        .map(|it| (&*it.id.member_type, it.shares.len()))
        .collect();
    assert_eq!(kinds, [("domain", 1), ("project", 4)]);
    let counts = [
        Some(MemberStatus::Accepted),
        Some(MemberStatus::Pending),
        Some(MemberStatus::Rejected),
        None,
    ]
    .map(|status| found[1].count(status));
    assert_eq!(counts, [1, 1, 1, 1]);
}

#[test]
fn what_nothing_is_known_of_is_a_recipient_of_its_own() {
    let odd = "<img src=x onerror=alert(1)>";
    let found = recipients(
        &[(
            "a",
            members(&[["team", odd, ""], ["organization", URN, "accepted"]]),
        )],
        &[],
    );
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|it| (&*it.id.member_type, &*it.id.identifier))
        .collect();
    assert_eq!(found, [("organization", URN), ("team", odd)]);
}

#[test]
fn a_project_keeps_an_image_through_its_account_where_that_is_known_and_may_where_it_is_not() {
    let rows = [
        ["project", TEAM, "accepted"],
        ["project", OTHER, "accepted"],
        ["domain", ACCOUNT, "accepted"],
    ];
    let read = [("a", members(&rows))];
    let known = recipients(&read, &[(TEAM, ACCOUNT), (OTHER, "another account")]);
    assert_eq!(route_of(&known, TEAM), OtherRoute::Account);
    assert_eq!(route_of(&known, OTHER), OtherRoute::None);
    assert_eq!(route_of(&known, ACCOUNT), OtherRoute::None);
    let unknown = recipients(&read, &[]);
    assert_eq!(route_of(&unknown, TEAM), OtherRoute::Maybe);
    assert_eq!(
        unknown
            .iter()
            .map(|it| it.count_by(OtherRoute::Maybe))
            .sum::<u64>(),
        2
    );
}

#[test]
fn of_an_organization_anybody_may_be_a_part_and_what_is_certain_is_said_first() {
    let rows = [
        ["project", TEAM, ""],
        ["domain", ACCOUNT, ""],
        ["organization", URN, ""],
    ];
    let found = recipients(&[("a", members(&rows))], &[(TEAM, ACCOUNT)]);
    assert_eq!(route_of(&found, TEAM), OtherRoute::Account);
    assert_eq!(route_of(&found, ACCOUNT), OtherRoute::Maybe);
    assert_eq!(route_of(&found, URN), OtherRoute::None);
}

#[test]
fn another_image_is_no_other_route() {
    let read = [
        ("a", members(&[["project", TEAM, ""]])),
        ("b", members(&[["domain", ACCOUNT, ""]])),
    ];
    assert_eq!(
        route_of(&recipients(&read, &[(TEAM, ACCOUNT)]), TEAM),
        OtherRoute::None
    );
}

#[test]
fn only_what_the_project_itself_may_share_needs_its_members_to_be_read() {
    let project = ProjectId::listed(PROJECT).unwrap();
    for (kind, visibility, owner, may) in [
        ("shared", "shared", PROJECT, true),
        ("shared", "private", PROJECT, true),
        ("private", "shared", PROJECT, true),
        ("odd", "", PROJECT, true),
        ("private", "private", PROJECT, false),
        ("private", "", PROJECT, false),
        ("gold", "public", PROJECT, false),
        ("shared", "shared", OTHER, false),
    ] {
        let image = image(kind, visibility, owner);
        assert_eq!(
            image.may_be_shared_by(&project),
            may,
            "{kind} {visibility} {owner}"
        );
    }
}

#[test]
fn what_was_refused_or_not_read_is_never_a_count_and_what_is_private_counts_as_none() {
    let shared = image("shared", "shared", PROJECT);
    let two = members(&[["project", TEAM, ""], ["project", OTHER, ""]]);
    assert_eq!(
        shared_with(&shared, MembersRead::Found(&two)),
        SharedWith::Exactly(2)
    );
    for (read, told) in [
        (MembersRead::NotYet, SharedWith::NotRead),
        (MembersRead::Refused, SharedWith::Refused),
    ] {
        assert_eq!(shared_with(&shared, read), told);
        assert_eq!(told.count(), None);
    }
    let private = image("private", "private", PROJECT);
    assert_eq!(
        shared_with(&private, MembersRead::NotYet),
        SharedWith::Exactly(0)
    );
    for others in [
        image("gold", "public", "cloud"),
        image("shared", "shared", OTHER),
    ] {
        assert_eq!(
            shared_with(&others, MembersRead::NotYet),
            SharedWith::NotOurs
        );
    }
}

#[test]
fn a_member_that_could_not_be_read_is_counted_and_a_part_is_a_least_number() {
    let shared = image("shared", "shared", PROJECT);
    let mut part = members(&[["project", TEAM, ""]]);
    part.left_out = 1;
    assert_eq!(
        shared_with(&shared, MembersRead::Found(&part)),
        SharedWith::Exactly(2)
    );
    part.is_whole = false;
    assert_eq!(
        shared_with(&shared, MembersRead::Found(&part)),
        SharedWith::AtLeast(2)
    );
}

fn page(ids: impl Iterator<Item = u64>) -> Listed<Member> {
    let rows: Vec<Member> = ids.map(|id| member(&id.to_string())).collect();
    rows.into()
}

fn member(id: &str) -> Member {
    Member {
        member_id: id.to_owned(),
        ..Member::default()
    }
}

#[test]
fn members_are_read_until_a_page_is_shorter_than_asked() {
    let mut members = ImageMembers::default();
    assert_eq!(members.take(page(0..100)).as_deref(), Some("99"));
    assert!(!members.is_whole);
    assert_eq!(members.take(page(100..120)), None);
    assert_eq!((members.count(), members.is_whole), (120, true));
}

#[test]
fn an_empty_page_behind_a_full_one_ends_the_whole() {
    let mut members = ImageMembers::default();
    members.take(page(0..100));
    assert_eq!(members.take(page(0..0)), None);
    assert_eq!((members.count(), members.is_whole), (100, true));
}

#[test]
fn the_same_full_page_again_ends_a_part_and_nobody_is_counted_twice() {
    let mut members = ImageMembers::default();
    members.take(page(0..100));
    assert_eq!(members.take(page(0..100)), None);
    assert_eq!((members.count(), members.is_whole), (100, false));
}

#[test]
fn a_full_page_whose_last_row_has_no_id_ends_a_part_of_which_all_are_counted() {
    let mut members = ImageMembers::default();
    let nameless = (0..100).map(|_| Member::default()).collect::<Vec<_>>();
    assert_eq!(members.take(nameless.into()), None);
    assert_eq!((members.count(), members.is_whole), (100, false));
}

#[test]
fn a_project_holds_an_image_by_itself_or_else_by_what_the_service_shows_of_it() {
    let project = ProjectId::listed(PROJECT).unwrap();
    let mut members = ImageMembers::default();
    assert_eq!(members.of_project(&project), None);
    members.take(vec![member(ACCOUNT)].into());
    assert_eq!(members.of_project(&project).unwrap().member_id, ACCOUNT);
    members.take(vec![member(PROJECT)].into());
    assert_eq!(members.of_project(&project).unwrap().member_id, PROJECT);
}
