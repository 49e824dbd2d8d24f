//! The first repositories.

use crate::gateway::identities::PEOPLE;
use crate::gateway::members::{
    FAULT_ALWAYS_ID, FAULT_ONCE_ID, NAMES, hostile_id, hostile_names, user_id,
};
use crate::gateway::mixed::mixed;
use crate::gateway::written_time::written;
use crate::swr::state::grant::Grant;
use crate::swr::state::repository::Repository;
use crate::swr::state::seeded_tags::SeededTags;
use crate::swr::state::tags::Tags;

use super::beginning::{Beginning, NEWEST};
use super::grants::{grant, named};
use super::sync_tasks::Seed;
use super::{shared_accounts, shop_tags};

/// Categories in use; not all repositories have one.
const CATEGORIES: [&str; 5] = ["framework_app", "app_server", "database", "linux", ""];

/// A repository by number; everything about it follows from that and the seed.
pub fn repository(beginning: &Beginning, number: u64, name: &str) -> Repository {
    let value = mixed(beginning.seed, number);
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
        category: CATEGORIES[(value >> 24) as usize % CATEGORIES.len()].to_owned(),
        is_public: value.is_multiple_of(11),
        num_images: images,
        num_download: (value >> 32) % 5_000,
        size: tags.size(),
        updated_at: written(updated, value % 1_000_000),
        tags: Tags::seeded(tags),
        grants,
        ..Repository::empty(id, name, &written(created, 0))
    }
}

/// Repositories that flows and demonstrations rely on.
fn known_repositories(beginning: &Beginning) -> Vec<Repository> {
    let with = |number, name: &str, is_public, description: &str, grants| Repository {
        is_public,
        description: description.to_owned(),
        grants,
        ..repository(beginning, number, name)
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

/// The repositories of the largest organization.
pub fn largest(beginning: &Beginning) -> Vec<Repository> {
    let start = beginning.start;
    let mut repositories = known_repositories(beginning);
    for repository in &mut repositories {
        match &*repository.name {
            "shop/api" => {
                let value = mixed(beginning.seed, repository.id);
                repository.tags = shop_tags::of_the_shop(value, repository.id * 1_000, NEWEST);
                repository.num_images = repository.tags.all().len() as u64;
                repository.size = repository.tags.all().iter().map(|tag| tag.size).sum();
                repository.updated_at = written(NEWEST, 0);
                shared_accounts::of_the_shop(repository, start);
                Seed::of(repository, start).of_the_shop();
            }
            "shop/hostile" => shared_accounts::hostile(repository, start),
            "shop/public-page" => Seed::of(repository, start).without_jobs(),
            _ => {}
        }
    }
    repositories.truncate(beginning.repositories);
    // Names are put in order before there is more of a repository than its name, and a map takes what is in order as it is.
    let missing = beginning.repositories - repositories.len();
    let numbers = (100_u64..).take(missing);
    let mut names: Vec<(String, u64)> = numbers.map(|number| (name(number), number)).collect();
    names.sort_unstable();
    repositories.extend(names.into_iter().map(|(name, number)| {
        let mut repository = repository(beginning, number, &name);
        Seed::of(&mut repository, start).by_chance(mixed(beginning.seed, number));
        repository
    }));
    repositories
}

/// What a repository by number is called.
fn name(number: u64) -> String {
    const AREAS: [&str; 10] = [
        "shop", "billing", "search", "mail", "auth", "stock", "reports", "mobile", "intern",
        "tools",
    ];
    const PARTS: [&str; 8] = [
        "api", "worker", "ui", "cron", "proxy", "migrate", "cache", "gateway",
    ];
    let index = number as usize;
    let (area, part) = (
        AREAS[index % AREAS.len()],
        PARTS[index / AREAS.len() % PARTS.len()],
    );
    format!("{area}/{part}-{number}")
}
