//! The cloud's first data: the same for the same settings.

use std::collections::BTreeMap;

use crate::identities::PEOPLE;
use crate::state::{Grant, Organization, Repository};

/// What the cloud begins with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Repositories of the largest organization, `acme-web`.
    pub repositories: usize,
    /// Another number gives other sizes, times and grants.
    pub seed: u64,
    /// Share of requests to SWR and IAM that are answered with 500, from 0 to 1.
    pub chaos: f64,
    /// Whether `/_simulator/` answers.
    pub control: bool,
    /// When the cloud starts, in milliseconds since 1970: tokens are issued then.
    pub start_milliseconds: i64,
}

/// Times of the seed data lie before this one: 2026-11-20T15:03:02Z.
const NEWEST: i64 = 1_795_186_982;

/// Other users of the account: first names, those that faults go by, and hostile ones.
const NAMES: [&str; 20] = [
    "david",
    "emma",
    "farid",
    "greta",
    "hugo",
    "ines",
    "jonas",
    "kira",
    "li-wei",
    "maria",
    "nils",
    "olga",
    "pavel",
    "quentin",
    "rosa",
    "sven",
    "tara",
    "umut",
    "vera",
    "wang-fang",
];

/// ID of the user whose first write fails.
pub const FAULT_ONCE_ID: &str = "ff00000000000000000000000000f501";
/// ID of the user whose every write fails.
pub const FAULT_ALWAYS_ID: &str = "ff00000000000000000000000000f502";

fn hostile_names() -> Vec<String> {
    vec![
        "<img src=x onerror=alert(1)>".to_owned(),
        "=HYPERLINK(\"http://evil.invalid\")".to_owned(),
        "left\u{202E}thgir\u{0007}\tend".to_owned(),
        "long-".repeat(1_000),
    ]
}

fn hostile_id(index: usize) -> String {
    format!("ee{index:030x}")
}

fn user_id(index: usize) -> String {
    format!(
        "{:032x}",
        0x3000_0000_0000_0000_0000_0000_0000_0000_u128 + index as u128 * 0x0101
    )
}

/// All users: name by ID.
pub fn users() -> BTreeMap<String, String> {
    let mut users: BTreeMap<String, String> = PEOPLE
        .iter()
        .map(|person| (person.id.to_owned(), person.name.to_owned()))
        .collect();
    for (index, name) in NAMES.iter().enumerate() {
        users.insert(user_id(index), (*name).to_owned());
    }
    for (index, name) in hostile_names().into_iter().enumerate() {
        users.insert(hostile_id(index), name);
    }
    users.insert(FAULT_ONCE_ID.to_owned(), "fault-500-once".to_owned());
    users.insert(FAULT_ALWAYS_ID.to_owned(), "fault-500-always".to_owned());
    users
}

/// A number that follows from seed and place alone.
fn mixed(seed: u64, place: u64) -> u64 {
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
    let (date, time) = date_and_time(NEWEST - (value % 40_000_000) as i64);
    let mut grants = Vec::new();
    if value.is_multiple_of(3) {
        for step in 0..1 + value % 3 {
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
    Repository {
        id: 88_000 + number,
        name: name.to_owned(),
        category: "framework_app".to_owned(),
        description: String::new(),
        is_public: value.is_multiple_of(11),
        num_images: images,
        size: images * (1_000_000 + value % 90_000_000),
        updated_at: format!("{date}T{time}Z"),
        tags: if images > 0 {
            vec!["1.4.2".to_owned(), "latest".to_owned()]
        } else {
            Vec::new()
        },
        grants,
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
        (ben.id, ben.name),
        vec![named("kira", 3)],
        few(900_000, &["etl/loader", "etl/cleaner", "warehouse"]),
    );
    let mut lab = few(900_010, &["notebook", "gpu/base"]);
    lab.extend(few(900_020, &["fault-500-always", "<b>legacy</b>"]));
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
    let mut repositories = known_repositories(settings);
    repositories.truncate(settings.repositories);
    let mut number = 100;
    while repositories.len() < settings.repositories {
        let index = number as usize;
        let (area, part) = (
            AREAS[index % AREAS.len()],
            PARTS[index / AREAS.len() % PARTS.len()],
        );
        let name = format!("{area}/{part}-{number}");
        repositories.push(repository(settings, number, &name));
        number += 1;
    }
    repositories
}

/// Date and time of day in UTC of seconds since 1970.
pub fn date_and_time(seconds: i64) -> (String, String) {
    let days = seconds.div_euclid(86_400);
    let second = seconds.rem_euclid(86_400);
    // Counted from March of the year 0, so that the leap day comes last.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        format!("{year:04}-{month:02}-{day:02}"),
        format!(
            "{:02}:{:02}:{:02}",
            second / 3_600,
            second / 60 % 60,
            second % 60
        ),
    )
}
