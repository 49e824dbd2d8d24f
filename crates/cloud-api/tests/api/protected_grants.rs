//! Whom the service protects from changes, as the list of who has access tells.

use cloud_api::swr::{AccessList, AccessPlace, Protected, ShowAccess};

use crate::support::{ANNA, BEN, CARLA, decoded, read};

fn organization() -> AccessPlace {
    AccessPlace::Organization(read("acme-web"))
}

fn row(user: &str, name: &str, level: i64) -> String {
    format!(r#"{{"user_id":"{user}","user_name":"{name}","auth":{level}}}"#)
}

/// The list as Ben gets it.
fn list(creator: &str, rows: &[String]) -> AccessList {
    let (own, rows) = (row(BEN, "ben", 7), rows.join(","));
    decoded::<ShowAccess>(&format!(
        r#"{{"creator_name":{creator},"self_auth":{own},"others_auths":[{rows}]}}"#
    ))
}

fn protections(place: &AccessPlace, list: &AccessList) -> Vec<Option<Protected>> {
    let rows = list.grants().iter();
    rows.map(|row| list.protection(place, row)).collect()
}

#[test]
fn the_creator_of_an_organization_and_oneself_are_protected_there() {
    let rows = [
        row(ANNA, "anna", 7),
        row(BEN, "ben", 7),
        row(CARLA, "carla", 7),
    ];
    let list = list(r#""anna""#, &rows);
    let expected = [Some(Protected::Creator), Some(Protected::Oneself), None];
    assert_eq!(protections(&organization(), &list), expected);
    let repository = AccessPlace::Repository(read("acme-web/shop/api"));
    assert_eq!(protections(&repository, &list), [None; 3]);
}

#[test]
fn who_only_has_the_name_of_the_creator_is_not_protected() {
    let rows = [row(ANNA, "anna", 1), row(CARLA, "", 7)];
    assert_eq!(
        protections(&organization(), &list(r#""anna""#, &rows)),
        [None; 2]
    );
    for untold in ["null", r#""""#, "7"] {
        let list = list(untold, &rows);
        assert_eq!(protections(&organization(), &list), [None; 2], "{untold}");
    }
}

#[test]
fn a_row_without_an_id_is_nobodys_own() {
    let body = r#"{"self_auth":{"user_id":"","auth":7},"others_auths":[{"user_id":"","auth":1}]}"#;
    let list = decoded::<ShowAccess>(body);
    assert_eq!(protections(&organization(), &list), [None]);
}
