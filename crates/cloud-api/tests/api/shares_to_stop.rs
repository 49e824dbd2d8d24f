//! Which shares are stopped, by which calls, and what their recipients hold without them.

use cloud_api::ims::{
    AccountsOfProjects, DeleteMembers, ImageId, ImageMembers, Member, OtherRoute, RecipientId,
    Share, shares_to_stop,
};

use crate::support::read;

const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
const OTHER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";

fn member(kind: &str, id: &str) -> Member {
    Member {
        member_type: kind.to_owned(),
        member_id: id.to_owned(),
        ..Member::default()
    }
}

fn stopped(
    read_of: &[(&str, &[(&str, &str)])],
    is_wanted: impl Fn(&RecipientId) -> bool,
) -> Vec<Share> {
    let read: Vec<(ImageId, ImageMembers)> = read_of
        .iter()
        .map(|(image, members)| {
            let members = members.iter().map(|(kind, id)| member(kind, id));
            let found = ImageMembers {
                members: members.collect(),
                left_out: 0,
                is_whole: true,
            };
            (read(image), found)
        })
        .collect();
    let accounts = AccountsOfProjects::from([(TEAM.to_owned(), ACCOUNT.to_owned())]);
    let read = read.iter().map(|(image, members)| (image, members));
    shares_to_stop(read, &accounts, &is_wanted)
}

fn told(shares: &[Share]) -> Vec<(&str, &str, OtherRoute)> {
    let shares = shares.iter();
    shares
        .map(|it| (it.image.as_str(), it.member.identifier(), it.other_route))
        .collect()
}

#[test]
fn only_shares_with_wanted_recipients_are_stopped() {
    let images: [(&str, &[(&str, &str)]); 3] = [
        ("a", &[("project", TEAM), ("project", OTHER)]),
        ("b", &[("PROJECT", TEAM), ("domain", TEAM)]),
        ("c", &[("project", OTHER)]),
    ];
    let team = stopped(&images, |it| {
        it.identifier == TEAM && it.member_type == "project"
    });
    let none = OtherRoute::None;
    assert_eq!(told(&team)[0], ("a", TEAM, none));
    assert_eq!(team.len(), 2);
    assert_eq!(stopped(&images, |_| true).len(), 5);
    assert!(stopped(&images, |_| false).is_empty());
    assert!(stopped(&[], |_| true).is_empty());
}

#[test]
fn a_recipient_keeps_an_image_only_by_a_route_that_stays() {
    let images: [(&str, &[(&str, &str)]); 1] = [(
        "a",
        &[("project", TEAM), ("project", OTHER), ("domain", ACCOUNT)],
    )];
    let projects = stopped(&images, |it| it.member_type == "project");
    assert_eq!(
        told(&projects),
        [
            ("a", TEAM, OtherRoute::Account),
            ("a", OTHER, OtherRoute::Maybe)
        ]
    );
    let all = stopped(&images, |_| true);
    assert!(all.iter().all(|it| it.other_route == OtherRoute::None));
}

#[test]
fn what_no_request_can_carry_stays_and_is_a_route_still() {
    let images: [(&str, &[(&str, &str)]); 1] = [(
        "a",
        &[("project", OTHER), ("tenant", "7"), ("organization", "")],
    )];
    let all = stopped(&images, |_| true);
    assert_eq!(all.len(), 3);
    assert_eq!(all[0].other_route, OtherRoute::Maybe);
    let calls = DeleteMembers::of_shares(&all);
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].images, [read::<ImageId>("a")]);
    let recipients = calls[0].recipients.iter().map(ToString::to_string);
    assert_eq!(recipients.collect::<Vec<_>>(), [OTHER]);
}

#[test]
fn calls_stop_exactly_the_shares_that_are_there() {
    let images: [(&str, &[(&str, &str)]); 3] = [
        ("a", &[("project", TEAM), ("project", OTHER)]),
        ("b", &[("project", TEAM), ("project", OTHER)]),
        ("c", &[("project", OTHER), ("domain", ACCOUNT)]),
    ];
    let shares = stopped(&images, |_| true);
    let calls = DeleteMembers::of_shares(&shares);
    assert_eq!(calls.len(), 2);
    let covered = calls
        .iter()
        .map(|call| call.images.len() * call.recipients.len());
    assert_eq!(covered.sum::<usize>(), shares.len());
    assert!(DeleteMembers::of_shares(&[]).is_empty());
}
