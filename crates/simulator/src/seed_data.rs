//! The cloud's first data: the same for the same settings.

mod sync_tasks;
mod tags;
mod users;

use std::collections::BTreeMap;

use cloud_api::{Service, Timestamp};

use crate::identities::PEOPLE;
use crate::state::{Grant, Organization, Repository};
use crate::sync_tasks::FAULT_403;
use crate::tags::Tags;
use crate::written_time::written;
use sync_tasks::Seed;
pub use tags::SeededTags;
pub use users::hostile_names;
pub use users::users;
use users::{FAULT_ALWAYS_ID, FAULT_ONCE_ID, NAMES, hostile_id, user_id};

/// What the cloud begins with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Repositories of the largest organization, `acme-web`.
    pub repositories: usize,
    /// Another number gives other sizes, times and grants.
    pub seed: u64,
    /// Share of requests to SWR and HSS that fail, are slow, or lose their connection, from 0 to 1.
    pub chaos: f64,
    /// Whether `/_simulator/` answers.
    pub control: bool,
    /// Services that the region does not offer: the gateway knows none of their paths.
    pub without: Vec<Service>,
    /// When the cloud starts, in milliseconds since 1970: tokens are issued then.
    pub start_milliseconds: i64,
}

/// Times of the seed data lie before this one: 2026-11-20T15:03:02Z.
const NEWEST: i64 = 1_795_186_982;

/// Categories in use; not all repositories have one.
const CATEGORIES: [&str; 5] = ["framework_app", "app_server", "database", "linux", ""];

/// A number that follows from seed and place alone.
pub fn mixed(seed: u64, place: u64) -> u64 {
    let mut value = seed.wrapping_add(place.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

fn grant(id: &str, name: &str, auth: i64) -> Grant {
    Grant {
        user_id: id.to_owned(),
        user_name: name.to_owned(),
        auth,
    }
}

fn named(name: &str, auth: i64) -> Grant {
    let index = NAMES.iter().position(|known| *known == name).unwrap_or(0);
    grant(&user_id(index), name, auth)
}

fn repository(settings: &Settings, number: u64, name: &str) -> Repository {
    let value = mixed(settings.seed, number);
    let images = value % 40;
    let updated = NEWEST - (value % 40_000_000) as i64;
    let created = updated - (value >> 16) as i64 % 60_000_000;
    let mut grants = Vec::new();
    if value.is_multiple_of(3) {
        for step in 0..1 + (value >> 40) % 4 {
            let index = ((value >> (8 * (step + 1))) % NAMES.len() as u64) as usize;
            let auth = [1, 3, 7][((value >> (4 * step)) % 3) as usize];
            if !grants
                .iter()
                .any(|other: &Grant| other.user_name == NAMES[index])
            {
                grants.push(grant(&user_id(index), NAMES[index], auth));
            }
        }
    }
    let id = 88_000 + number;
    let tags = SeededTags {
        value,
        count: images,
        id: id * 1_000,
        newest: updated,
    };
    Repository {
        id,
        name: name.to_owned(),
        category: CATEGORIES[(value >> 24) as usize % CATEGORIES.len()].to_owned(),
        description: String::new(),
        is_public: value.is_multiple_of(11),
        num_images: images,
        num_download: (value >> 32) % 5_000,
        size: tags.size(),
        created_at: written(created, 0),
        updated_at: written(updated, value % 1_000_000),
        tags: Tags::seeded(tags),
        sync_tasks: Vec::new(),
        sync_jobs: Vec::new(),
        grants,
    }
}

/// A repository that was just made.
pub fn empty_repository(id: u64, name: &str) -> Repository {
    Repository {
        id,
        name: name.to_owned(),
        category: String::new(),
        description: String::new(),
        is_public: false,
        num_images: 0,
        num_download: 0,
        size: 0,
        created_at: written(NEWEST, 0),
        updated_at: written(NEWEST, 0),
        tags: Tags::default(),
        sync_tasks: Vec::new(),
        sync_jobs: Vec::new(),
        grants: Vec::new(),
    }
}

/// An organization that the administrator just made.
pub fn empty_organization(id: u64, name: &str) -> Organization {
    Organization {
        id,
        name: name.to_owned(),
        creator_id: PEOPLE[0].id.to_owned(),
        creator_name: PEOPLE[0].name.to_owned(),
        grants: Vec::new(),
        repositories: BTreeMap::new(),
    }
}

/// Repositories that flows and demonstrations rely on.
fn known_repositories(settings: &Settings) -> Vec<Repository> {
    let with = |number, name: &str, is_public, description: &str, grants| Repository {
        is_public,
        description: description.to_owned(),
        grants,
        ..repository(settings, number, name)
    };
    let carla = || grant(PEOPLE[2].id, PEOPLE[2].name, 1);
    let hostile = hostile_names().into_iter().enumerate();
    vec![
        with(
            1,
            "shop/api",
            false,
            "API of the shop",
            vec![
                carla(),
                named("david", 3),
                named("emma", 7),
                named("farid", 1),
                named("greta", 1),
                named("hugo", 3),
                named("ines", 1),
            ],
        ),
        with(
            2,
            "shop/fault",
            false,
            "Where a write breaks off half-way",
            vec![
                named("david", 1),
                named("emma", 1),
                named("farid", 3),
                grant(FAULT_ONCE_ID, "fault-500-once", 1),
            ],
        ),
        with(
            3,
            "shop/fault-always",
            false,
            "Where every write breaks off",
            vec![
                named("david", 1),
                grant(FAULT_ALWAYS_ID, "fault-500-always", 1),
            ],
        ),
        with(
            4,
            "shop/public-page",
            true,
            "Everyone can pull this",
            vec![named("emma", 1), named("greta", 3)],
        ),
        with(
            5,
            "shop/own",
            false,
            "The administrator is listed here",
            vec![grant(PEOPLE[0].id, PEOPLE[0].name, 7), named("ines", 1)],
        ),
        with(
            6,
            "shop/hostile",
            false,
            "<script>alert(1)</script>",
            hostile
                .map(|(index, name)| grant(&hostile_id(index), &name, 1))
                .collect(),
        ),
    ]
}

/// All organizations.
pub fn organizations(settings: &Settings) -> BTreeMap<String, Organization> {
    let anna = PEOPLE[0];
    let ben = PEOPLE[1];
    let mut organizations = BTreeMap::new();
    let mut add = |id, name: &str, creator: (&str, &str), grants, repositories: Vec<Repository>| {
        let organization = Organization {
            id,
            name: name.to_owned(),
            creator_id: creator.0.to_owned(),
            creator_name: creator.1.to_owned(),
            grants,
            repositories: repositories
                .into_iter()
                .map(|repository| (repository.name.clone(), repository))
                .collect(),
        };
        organizations.insert(name.to_owned(), organization);
    };
    let by_anna = (anna.id, anna.name);
    let emma_id = named("emma", 7).user_id;
    add(
        1_422,
        "acme-web",
        by_anna,
        vec![grant(ben.id, ben.name, 3), named("greta", 1)],
        largest(settings),
    );
    let few = |start: u64, names: &[&str]| -> Vec<Repository> {
        (start..)
            .zip(names)
            .map(|(number, name)| repository(settings, number, name))
            .collect()
    };
    add(
        1_501,
        "acme-data",
        (&emma_id, "emma"),
        vec![grant(ben.id, ben.name, 1), named("kira", 3)],
        few(900_000, &["etl/loader", "etl/cleaner", "warehouse"]),
    );
    let mut lab = few(900_010, &["notebook", "gpu/base"]);
    lab.extend(few(
        900_020,
        &[
            "fault-500-always",
            "fault-500-once",
            "<b>legacy</b>",
            FAULT_403,
        ],
    ));
    add(1_533, "acme-lab", by_anna, vec![named("li-wei", 7)], lab);
    add(
        1_540,
        "platform",
        (anna.id, "an\u{202E}na"),
        vec![],
        few(
            900_030,
            &["library/nginx", "library/busybox", "team/sub/app"],
        ),
    );
    add(
        1_542,
        "acme-mobile",
        by_anna,
        vec![named("maria", 7)],
        few(900_040, &["app/android", "app/ios", "build/fastlane"]),
    );
    add(
        1_543,
        "acme-security",
        (&emma_id, "emma"),
        vec![],
        few(900_050, &["scanner/trivy", "policy/gate"]),
    );
    add(1_541, "empty", by_anna, vec![], Vec::new());
    organizations
}

fn largest(settings: &Settings) -> Vec<Repository> {
    const AREAS: [&str; 10] = [
        "shop", "billing", "search", "mail", "auth", "stock", "reports", "mobile", "intern",
        "tools",
    ];
    const PARTS: [&str; 8] = [
        "api", "worker", "ui", "cron", "proxy", "migrate", "cache", "gateway",
    ];
    let start = Timestamp::from_milliseconds(settings.start_milliseconds);
    let mut repositories = known_repositories(settings);
    for repository in &mut repositories {
        match &*repository.name {
            "shop/api" => {
                let value = mixed(settings.seed, repository.id);
                repository.tags = tags::of_the_shop(value, repository.id * 1_000, NEWEST);
                repository.num_images = repository.tags.all().len() as u64;
                repository.size = repository.tags.all().iter().map(|tag| tag.size).sum();
                repository.updated_at = written(NEWEST, 0);
                Seed::of(repository, start).of_the_shop();
            }
            "shop/public-page" => Seed::of(repository, start).without_jobs(),
            _ => {}
        }
    }
    repositories.truncate(settings.repositories);
    let mut number = 100;
    while repositories.len() < settings.repositories {
        let index = number as usize;
        let (area, part) = (
            AREAS[index % AREAS.len()],
            PARTS[index / AREAS.len() % PARTS.len()],
        );
        let name = format!("{area}/{part}-{number}");
        let mut repository = repository(settings, number, &name);
        Seed::of(&mut repository, start).by_chance(mixed(settings.seed, number));
        repositories.push(repository);
        number += 1;
    }
    repositories
}
