//! Who can get which images of an organization, as rows of a file.

use cloud_api::OrganizationName;
use cloud_api::swr::{AccessList, AccessReport, RepositoryAccess, ShowAccess};

use crate::support::{ANNA, BEN, CARLA, decoded, read};

const AT: &str = "2026-11-28T01:00:00.000Z";

/// A list as somebody gets it who has no level of their own there.
fn list(rows: &str) -> AccessList {
    decoded::<ShowAccess>(&format!(r#"{{"others_auths":[{rows}]}}"#))
}

fn grant(id: &str, name: &str, auth: i64) -> String {
    format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":{auth}}}"#)
}

fn of<'a>(
    name: &'a str,
    is_public: Option<bool>,
    access: Option<&'a AccessList>,
) -> RepositoryAccess<'a> {
    let read_at = access.map_or("", |_| AT);
    RepositoryAccess {
        name,
        is_public,
        access,
        read_at,
    }
}

/// The rows, each without its organization and repository.
fn rows(above: Option<&AccessList>, repository: &RepositoryAccess<'_>) -> Vec<Vec<String>> {
    let organization: OrganizationName = read("acme-web");
    let report = AccessReport {
        organization: &organization,
        above,
        caller: Some(ANNA),
    };
    let mut rows = report.rows(repository);
    for row in &mut rows {
        assert_eq!(row.len(), AccessReport::HEAD.len());
        assert_eq!(row[1..3], ["acme-web", repository.name]);
        row.drain(1..3);
    }
    rows
}

#[test]
fn a_person_with_two_grants_is_one_row_with_both_and_the_higher_level() {
    let (direct, above) = (list(&grant(BEN, "ben", 1)), list(&grant(BEN, "ben", 3)));
    let rows = rows(Some(&above), &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(
        rows,
        [[
            "person", "private", "ben", BEN, "edit", "read", "edit", AT, "true"
        ]]
    );
}

#[test]
fn a_public_repository_has_a_row_for_everyone_before_its_people() {
    let (direct, above) = (list(&grant(BEN, "everyone", 7)), list(""));
    let rows = rows(Some(&above), &of("base", Some(true), Some(&direct)));
    assert_eq!(
        rows,
        [
            ["everyone", "public", "", "", "read", "", "", AT, "true"],
            [
                "person", "public", "everyone", BEN, "manage", "manage", "", AT, "true"
            ],
        ]
    );
}

#[test]
fn a_repository_whose_list_was_not_read_says_so_and_still_names_those_of_the_organization() {
    let above = list(&grant(CARLA, "carla", 1));
    let rows = rows(Some(&above), &of("shop/api", Some(false), None));
    assert_eq!(
        rows,
        [
            ["not_read", "private", "", "", "", "", "", "", "false"],
            [
                "person", "private", "carla", CARLA, "read", "not_read", "read", "", "false"
            ],
        ]
    );
}

#[test]
fn nothing_is_complete_while_the_organizations_list_is_not_read() {
    let direct = list(&grant(BEN, "ben", 1));
    let rows = rows(None, &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(
        rows,
        [[
            "person", "private", "ben", BEN, "read", "read", "not_read", AT, "false"
        ]]
    );
}

#[test]
fn a_row_that_could_not_be_read_leaves_its_repository_incomplete() {
    let (direct, above) = (list(&format!("{},7", grant(BEN, "ben", 1))), list(""));
    let rows = rows(Some(&above), &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(rows[0].last().map(String::as_str), Some("false"));
}

#[test]
fn a_visibility_that_is_not_told_leaves_its_repository_incomplete() {
    let nobody = list("");
    let rows = rows(Some(&nobody), &of("shop/api", None, Some(&nobody)));
    assert_eq!(rows, [["nobody", "", "", "", "", "", "", AT, "false"]]);
}

#[test]
fn a_repository_with_nobody_has_a_row_of_its_own() {
    let nobody = list("");
    let rows = rows(Some(&nobody), &of("shop/api", Some(false), Some(&nobody)));
    assert_eq!(
        rows,
        [["nobody", "private", "", "", "", "", "", AT, "true"]]
    );
}

#[test]
fn a_name_that_no_request_can_carry_is_a_row_that_was_not_read() {
    let above = list("");
    let rows = rows(Some(&above), &of("..", Some(false), None));
    assert_eq!(
        rows,
        [["not_read", "private", "", "", "", "", "", "", "false"]]
    );
}

#[test]
fn an_unknown_level_stands_as_its_number_and_an_untold_one_says_so() {
    let untold = format!(r#"{{"user_id":"{CARLA}","user_name":"carla"}}"#);
    let direct = list(&format!("{},{untold}", grant(BEN, "ben", 5)));
    let above = list("");
    let rows = rows(Some(&above), &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(rows[0][4..6], ["5", "5"]);
    assert_eq!(rows[1][4..6], ["not_reported", "not_reported"]);
}

#[test]
fn the_caller_stands_with_the_level_that_the_service_tells() {
    let own = grant(ANNA, "anna", 7);
    let direct = decoded::<ShowAccess>(&format!(r#"{{"self_auth":{own},"others_auths":[]}}"#));
    let above = list("");
    let rows = rows(Some(&above), &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(
        rows,
        [[
            "person", "private", "anna", ANNA, "manage", "", "", AT, "true"
        ]]
    );
}

#[test]
fn rows_that_are_not_complete_are_counted() {
    let (direct, above) = (list(&grant(BEN, "ben", 1)), list(""));
    let mut all = rows(Some(&above), &of("shop/api", Some(false), Some(&direct)));
    assert_eq!(AccessReport::incomplete(&all), 0);
    all.extend(rows(Some(&above), &of("shop/web", Some(false), None)));
    assert_eq!(AccessReport::incomplete(&all), 1);
}
