//! How far people reach, over the lists of many organizations and repositories.

use cloud_api::swr::{
    AccessList, AccessOfAll, AccessReport, AccessSource, RepositoryAccess, ShowAccess,
};
use cloud_api::{OrganizationName, RepositoryPath};

use crate::support::{BEN, CARLA, decoded, read};

/// A list that names these people.
fn list(rows: &[(&str, &str, i64)]) -> AccessList {
    let row = |(id, name, level): &(&str, &str, i64)| {
        format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":{level}}}"#)
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    decoded::<ShowAccess>(&format!(r#"{{"others_auths":[{}]}}"#, rows.join(",")))
}

/// What is listed, and what was read of it.
struct Read {
    organizations: Vec<(OrganizationName, AccessList)>,
    repositories: Vec<(RepositoryPath, Option<AccessList>)>,
}

impl Read {
    fn all(&self) -> AccessOfAll<'_> {
        let organizations = self.organizations.iter();
        let repositories = self.repositories.iter();
        AccessOfAll {
            organizations: organizations.map(|(name, list)| (name, list)).collect(),
            repositories: repositories
                .map(|(place, list)| (place, list.as_ref()))
                .collect(),
        }
    }

    fn reaches(&self) -> Vec<(String, u64)> {
        let reaches = self.all().reaches().into_iter();
        reaches
            .map(|it| (it.shown_name().to_owned(), it.repositories))
            .collect()
    }
}

fn two_organizations() -> Read {
    Read {
        organizations: vec![(read("web"), list(&[(BEN, "ben", 3)]))],
        repositories: vec![
            (
                read("web/shop"),
                Some(list(&[(BEN, "ben", 1), (CARLA, "carla", 1)])),
            ),
            (read("web/api"), Some(list(&[]))),
            (read("data/lake"), Some(list(&[(BEN, "", 7)]))),
        ],
    }
}

#[test]
fn a_grant_on_an_organization_reaches_all_its_repositories_and_each_counts_once() {
    let reaches = two_organizations().reaches();
    assert_eq!(reaches, [("ben".to_owned(), 3), ("carla".to_owned(), 1)]);
}

#[test]
fn a_caller_of_whom_a_list_tells_no_level_reaches_nothing_by_it() {
    let own = format!(r#"{{"self_auth":{{"user_id":"{BEN}","user_name":"ben"}}}}"#);
    let read = Read {
        organizations: Vec::new(),
        repositories: vec![(read("web/shop"), Some(decoded::<ShowAccess>(&own)))],
    };
    assert_eq!(read.reaches(), []);
    let all = read.all();
    assert!(
        all.reached_by(BEN)
            .iter()
            .all(|it| it.person.effective().is_none())
    );
}

#[test]
fn as_many_repositories_are_told_of_a_person_as_are_counted() {
    let read = two_organizations();
    let all = read.all();
    for reach in all.reaches() {
        let reached = all.reached_by(&reach.user_id);
        assert_eq!(reached.len() as u64, reach.repositories, "{reach:?}");
    }
    let reached = all.reached_by(BEN);
    let shop = &reached[0];
    assert_eq!(shop.place.to_string(), "web/shop");
    assert_eq!(shop.person.effective(), Some(3));
    assert!(
        AccessSource::ALL
            .iter()
            .all(|source| shop.person.has(*source))
    );
}

/// A repository's list as it answers the caller, who has this level.
fn answered(caller: (&str, &str, i64), rows: &str) -> AccessList {
    let (id, name, level) = caller;
    decoded::<ShowAccess>(&format!(
        r#"{{"self_auth":{{"user_id":"{id}","user_name":"{name}","auth":{level}}},"others_auths":[{rows}]}}"#
    ))
}

/// What ben is told, who may edit the whole of an organization and has one grant besides: of others all
/// grants, of himself on an organization none.
fn of_an_editor() -> Read {
    let ben = (BEN, "ben", 3);
    let own = format!(r#"{{"user_id":"{BEN}","user_name":"ben","auth":1}}"#);
    let carla = format!(r#"{{"user_id":"{CARLA}","user_name":"carla","auth":1}}"#);
    Read {
        organizations: vec![(read("web"), answered(ben, &carla))],
        repositories: vec![
            (read("web/shop"), Some(answered(ben, &own))),
            (read("web/api"), Some(answered(ben, ""))),
            (read("web/gone"), None),
            (read("data/lake"), Some(answered(ben, &own))),
        ],
    }
}

#[test]
fn the_caller_reaches_what_the_lists_tell_them_of_themselves() {
    let read = of_an_editor();
    // Of the repository whose list was not read, nothing told it.
    let reaches = [("ben".to_owned(), 3), ("carla".to_owned(), 3)];
    assert_eq!(read.reaches(), reaches);
    let reached = read.all().reached_by(BEN);
    let places: Vec<String> = reached.iter().map(|it| it.place.to_string()).collect();
    assert_eq!(places, ["web/shop", "web/api", "data/lake"]);
    let levels = reached.iter().map(|it| it.person.effective());
    assert!(levels.eq([Some(3), Some(3), Some(3)]));
}

#[test]
fn a_file_of_who_has_access_names_each_person_as_often_as_is_counted() {
    let read = of_an_editor();
    let all = read.all();
    let mut named: Vec<String> = Vec::new();
    for (place, access) in &all.repositories {
        let above = all.organizations.iter();
        let mut above = above.filter(|(organization, _)| **organization == place.organization);
        let report = AccessReport {
            organization: &place.organization,
            above: above.next().map(|(_, list)| *list),
            caller: Some(BEN),
        };
        let rows = report.rows(&RepositoryAccess {
            name: place.name.as_str(),
            is_public: Some(false),
            access: *access,
            read_at: "",
        });
        let people = rows.into_iter().filter(|row| row[0] == "person");
        named.extend(people.map(|row| row[4].clone()));
    }
    for (name, repositories) in read.reaches() {
        let times = named.iter().filter(|it| **it == name).count() as u64;
        assert_eq!(times, repositories, "{name}");
    }
}

#[test]
fn a_repository_whose_list_was_not_read_is_reached_through_its_organization_alone() {
    let mut read = two_organizations();
    read.repositories[0].1 = None;
    assert_eq!(read.reaches(), [("ben".to_owned(), 3)]);
    assert_eq!(read.all().reached_by(BEN).len(), 3);
    assert_eq!(read.all().reached_by(CARLA).len(), 0);
}

#[test]
fn people_of_one_name_stay_apart_and_those_without_an_id_are_not_counted() {
    let read = Read {
        organizations: Vec::new(),
        repositories: vec![(
            read("web/shop"),
            Some(list(&[
                (BEN, "li.wei", 1),
                (CARLA, "li.wei", 1),
                ("", "li.wei", 1),
                (BEN, "li.wei", 3),
            ])),
        )],
    };
    assert_eq!(
        read.reaches(),
        [("li.wei".to_owned(), 1), ("li.wei".to_owned(), 1)]
    );
}

#[test]
fn a_grant_on_an_organization_without_repositories_reaches_nothing() {
    let read = Read {
        organizations: vec![(read("empty"), list(&[(BEN, "ben", 7)]))],
        repositories: Vec::new(),
    };
    assert_eq!(read.reaches(), []);
    assert!(AccessOfAll::default().reaches().is_empty());
}
