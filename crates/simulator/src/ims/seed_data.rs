//! The first images; they were made before the start of the cloud, so that the newest are always
//! recent.

mod for_sharing;
mod pieces;

use cloud_api::Timestamp;

use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT;
use crate::gateway::identities::{
    ENTERPRISE_PROJECT_ID, LEAVING_PROJECT_ID, ORGANIZATION_ID, OTHER_ACCOUNT_ID, OTHER_PROJECT_ID,
    PROJECT_ID, SUB_PROJECT_ID,
};
use crate::gateway::members::hostile_names;
use crate::gateway::mixed::mixed;

use super::image::{Content, Image};
use super::member::Member;
use pieces::{DAY, EULER, HOUR, STATES, SYSTEMS, WINDOWS, id, member, project};

pub use pieces::plain;

/// Images that the administrator's list of the main project holds.
const LISTED: usize = 2_000;

/// The cloud's own project, which owns what is for everybody.
const CLOUD: &str = "00000000000000000000000000000001";
/// Images that are shared with the project that leaves, and how many lie from one to the next.
const LEAVING: (u64, u64) = (40, 45);

/// Those that flows and demonstrations rely on, the newest first.
fn known(start: Timestamp) -> Vec<Image> {
    let mut made = 0;
    let mut image = |name: &str| {
        made += 1;
        let time = start.plus_milliseconds(-made * HOUR);
        plain(id(made as u64), name.to_owned(), time)
    };
    let since = start.plus_milliseconds(-3 * DAY);
    let mut known = vec![
        Image {
            members: vec![
                member(SUB_PROJECT_ID, "project", 0, since),
                member(OTHER_PROJECT_ID, "project", 4, since.plus_milliseconds(DAY)),
                member(OTHER_ACCOUNT_ID, "domain", 1, since.plus_milliseconds(DAY)),
                member(ORGANIZATION_ID, "organization", 3, since),
                member(&project(1), "project", 5, since),
            ],
            description: "Everything that a web server needs.".to_owned(),
            ..image("web-golden-2026-11")
        },
        Image {
            content: Content::FullEcs,
            system: Some(WINDOWS),
            gigabytes: 400,
            protected: true,
            members: vec![member(OTHER_PROJECT_ID, "project", 0, since)],
            ..image("erp-full-ecs")
        },
        Image {
            is_encrypted: true,
            ..image("payroll-encrypted")
        },
        Image {
            content: Content::DataDisk,
            system: None,
            gigabytes: 1_000,
            ..image("archive-data-disk")
        },
        Image {
            content: Content::PhysicalServer,
            system: Some(EULER),
            ..image("bare-metal-base")
        },
        Image {
            content: Content::Iso,
            ..image("installer-iso")
        },
        Image {
            status: "saving",
            ..image("being-made")
        },
        Image {
            status: "queued",
            system: None,
            ..image("waiting-for-data")
        },
        Image {
            status: "killed",
            ..image("could-not-be-made")
        },
        Image {
            status: "frozen-by-policy",
            ..image("odd-status")
        },
        Image {
            is_registered: false,
            status: "queued",
            system: None,
            ..image("not-registered")
        },
        Image {
            members: (1..=120)
                .map(|number| member(&project(number), "project", number as usize, since))
                .collect(),
            ..image("shared-widely")
        },
        Image {
            members: vec![
                member("<img src=x onerror=alert(1)>", "project", 0, since),
                Member {
                    status: "expired-by-policy",
                    ..member(&project(9), "team", 0, since)
                },
            ],
            ..image("odd-members")
        },
        image("fault-403-members"),
    ];
    known.extend(hostile_names().iter().map(|name| image(name)));
    known
}

/// What others share with the main project, in each state.
fn shared_with_us(start: Timestamp) -> Vec<Image> {
    let each = STATES.iter().enumerate().map(|(place, state)| Image {
        owner: OTHER_PROJECT_ID,
        members: vec![member(
            PROJECT_ID,
            "project",
            place,
            start.plus_milliseconds(-(place as i64) * DAY),
        )],
        ..plain(
            id(40_000 + place as u64),
            format!("partner-{}-{place}", state.to_lowercase()),
            start.plus_milliseconds(-10 * DAY),
        )
    });
    each.collect()
}

/// What is for everybody.
fn of_the_cloud(start: Timestamp) -> Vec<Image> {
    let made = start.plus_milliseconds(-400 * DAY);
    let gold = (0..36).map(|number| {
        let system = SYSTEMS[number % SYSTEMS.len()];
        Image {
            owner: CLOUD,
            origin: Some("gold"),
            system: Some(system),
            ..plain(
                id(50_000 + number as u64),
                format!("{} ({number:02})", system[2]),
                made,
            )
        }
    });
    let market = (0..6).map(|number| Image {
        owner: CLOUD,
        origin: Some("market"),
        ..plain(
            id(60_000 + number),
            format!("marketplace-appliance-{number}"),
            made,
        )
    });
    gold.chain(market).collect()
}

/// One of many: about every fifth is shared, every twentieth of the second enterprise project. Some are
/// shared with the project that leaves, with the other account or with its organization.
fn ordinary(seed: u64, number: u64, start: Timestamp) -> Image {
    let chance = mixed(seed, number);
    let members = match chance % 5 {
        0 => 1 + chance / 5 % 4,
        _ => 0,
    };
    let made = start.plus_milliseconds(-2 * DAY - number as i64 * 5 * HOUR);
    let since = made.plus_milliseconds(DAY);
    let mut members: Vec<Member> = (0..members)
        .map(|place| {
            let recipient = (chance >> 24) % 30 + place;
            member(&project(recipient), "project", recipient as usize, since)
        })
        .collect();
    let (count, distance) = LEAVING;
    if number % distance == 4 && number / distance < count {
        members.push(member(
            LEAVING_PROJECT_ID,
            "project",
            number as usize,
            since,
        ));
    }
    match chance % 101 {
        7 => members.push(member(OTHER_ACCOUNT_ID, "domain", 0, since)),
        8 => members.push(member(ORGANIZATION_ID, "organization", 0, since)),
        9 => members.push(member(OTHER_PROJECT_ID, "project", number as usize, since)),
        _ => {}
    }
    let image = plain(id(1_000 + number), format!("app-image-{number:04}"), made);
    Image {
        system: Some(SYSTEMS[(chance >> 8) as usize % SYSTEMS.len()]),
        gigabytes: 40 + (chance >> 16) % 20 * 10,
        enterprise_project: match number % 20 {
            19 => ENTERPRISE_PROJECT_ID,
            _ => DEFAULT_ENTERPRISE_PROJECT,
        },
        members,
        ..image
    }
}

/// All images of the beginning.
pub fn images(seed: u64, start: Timestamp) -> Vec<Image> {
    let mut images = known(start);
    images.extend(for_sharing::images(start));
    images.extend(shared_with_us(start));
    images.extend(of_the_cloud(start));
    let accepted = |image: &&Image| {
        let mut members = image.members.iter();
        let standing = members.find(|member| member.id == PROJECT_ID);
        standing.is_none_or(|it| it.status.eq_ignore_ascii_case("accepted"))
    };
    let listed = images.iter().filter(|image| image.is_registered);
    let listed = listed.filter(accepted).count();
    images.extend((listed..LISTED).map(|place| ordinary(seed, (place - listed) as u64, start)));
    images.extend((0..3).map(|number| Image {
        owner: SUB_PROJECT_ID,
        ..plain(
            id(70_000 + number),
            format!("team-image-{number}"),
            start.plus_milliseconds(-DAY),
        )
    }));
    images
}
