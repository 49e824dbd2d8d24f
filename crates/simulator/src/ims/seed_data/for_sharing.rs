//! Images to try sharing on: with several recipients each, offered, at a limit, or with a fault.

use cloud_api::Timestamp;

use crate::gateway::identities::{
    ACCOUNT_ID, ORGANIZATION_ID, OTHER_ACCOUNT_ID, OTHER_PROJECT_ID, PROJECT_ID, SUB_PROJECT_ID,
};
use crate::ims::image::{Content, Image};
use crate::ims::member::Member;
use crate::ims::shareable::MOST;

use super::pieces::{DAY, HOUR, WINDOWS, id, member, plain, project};

/// Each is shared with the same four projects.
const WITH_FOUR: [&str; 12] = [
    "release-a",
    "release-b",
    "release-c",
    "fault-500-once",
    "fault-500-always",
    "fault-left-once",
    "fault-left-always",
    "fault-fail-once",
    "fault-fail-always",
    "fault-slow-job",
    "fault-429-job",
    "fault-504-job",
];

/// Offered to the sub-project and to the other account's project, which have not answered.
const OFFERED: [&str; 3] = ["offer-0", "offer-1", "offer-2"];

/// A place of [`super::pieces::STATES`].
const ACCEPTED: usize = 0;
const PENDING: usize = 1;

/// All of them, older than those that are known beforehand and newer than the many.
pub fn images(start: Timestamp) -> Vec<Image> {
    let since = start.plus_milliseconds(-DAY);
    let projects = |count: u64| -> Vec<Member> {
        let numbers = 1..=count;
        numbers
            .map(|number| member(&project(number), "project", number as usize, since))
            .collect()
    };
    let mut made = 0;
    let mut image = |name: &str, members: Vec<Member>| {
        made += 1;
        let time = start.plus_milliseconds(-DAY - made * HOUR / 2);
        Image {
            members,
            ..plain(id(80_000 + made as u64), name.to_owned(), time)
        }
    };
    let mut images: Vec<Image> = WITH_FOUR
        .iter()
        .map(|name| image(name, projects(4)))
        .collect();
    let offered = || {
        [SUB_PROJECT_ID, OTHER_PROJECT_ID]
            .map(|recipient| member(recipient, "project", PENDING, since))
            .to_vec()
    };
    images.extend(OFFERED.iter().map(|name| image(name, offered())));
    // One project holds it by three routes.
    let routes = vec![
        member(OTHER_PROJECT_ID, "project", ACCEPTED, since),
        member(OTHER_ACCOUNT_ID, "domain", ACCEPTED, since),
        member(ORGANIZATION_ID, "organization", ACCEPTED, since),
    ];
    images.push(image("held-by-several-routes", routes));
    let organization = member(ORGANIZATION_ID, "organization", ACCEPTED, since);
    images.push(image("fault-urn-ignored", vec![organization]));
    images.push(image("shared-to-the-limit", projects(MOST as u64)));
    images.push(Image {
        content: Content::FullEcs,
        system: Some(WINDOWS),
        ..image("crm-full-ecs", [offered(), projects(7)].concat())
    });
    images.push(Image {
        content: Content::FullEcsOfServerBackup,
        ..image("legacy-full-ecs", Vec::new())
    });
    // What the other account's project shares with the main one.
    images.push(Image {
        owner: OTHER_PROJECT_ID,
        content: Content::FullEcs,
        ..image(
            "offered-full-ecs",
            vec![member(PROJECT_ID, "project", PENDING, since)],
        )
    });
    images.push(Image {
        owner: OTHER_PROJECT_ID,
        // Not among the newest, which those of one enterprise project alone have of their own.
        made: start.plus_milliseconds(-10 * DAY),
        ..image(
            "account-wide-base",
            vec![member(ACCOUNT_ID, "domain", ACCEPTED, since)],
        )
    });
    images
}
