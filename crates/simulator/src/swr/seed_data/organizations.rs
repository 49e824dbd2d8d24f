//! The first organizations.

use std::collections::BTreeMap;

use cloud_api::{OrganizationName, RepositoryName};

use crate::gateway::identities::{PAULA, PEOPLE};
use crate::gateway::written_time::written;
use crate::swr::fault::FAULT_403;
use crate::swr::state::State;
use crate::swr::state::organization::Organization;
use crate::swr::state::repository::Repository;

use super::beginning::{Beginning, NEWEST};
use super::grants::{grant, named};
use super::repositories::{largest, repository};
use super::target_organizations::target_organizations;

/// What SWR remembers in the beginning.
pub fn begin(beginning: &Beginning) -> State {
    State::new(organizations(beginning), target_organizations())
}

/// What the other account has: one organization with nothing in it.
pub fn begin_partner() -> State {
    let name = "partner-apps";
    let organization = Organization {
        id: 1_600,
        name: name.to_owned(),
        creator_id: PAULA.id.to_owned(),
        creator_name: PAULA.name.to_owned(),
        grants: Vec::new(),
        repositories: BTreeMap::new(),
    };
    State::new([(name.to_owned(), organization)].into(), BTreeMap::new())
}

/// Adds a private repository without grants, and its organization (made by the administrator) when
/// there is none yet.
pub fn add_repository(state: &mut State, organization: &OrganizationName, name: &RepositoryName) {
    let (organization_id, id) = (state.next_id(), state.next_id());
    let organization = state
        .organizations_mut()
        .entry(organization.to_string())
        .or_insert_with(|| Organization {
            id: organization_id,
            name: organization.to_string(),
            creator_id: PEOPLE[0].id.to_owned(),
            creator_name: PEOPLE[0].name.to_owned(),
            grants: Vec::new(),
            repositories: BTreeMap::new(),
        });
    organization.repositories.insert(
        name.to_string(),
        Repository::empty(id, name.as_str(), &written(NEWEST, 0)),
    );
}

/// All organizations.
fn organizations(beginning: &Beginning) -> BTreeMap<String, Organization> {
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
        largest(beginning),
    );
    let few = |start: u64, names: &[&str]| -> Vec<Repository> {
        (start..)
            .zip(names)
            .map(|(number, name)| repository(beginning, number, name))
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
