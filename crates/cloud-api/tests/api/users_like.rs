//! Picking one of many users.

use cloud_api::iam::{ListUsers, User, users_like};
use proptest::prelude::*;

use crate::support::decoded;

fn user(id: &str, name: &str) -> User {
    User {
        id: id.to_owned(),
        name: name.to_owned(),
        is_enabled: None,
    }
}

fn names<'a>(users: &'a [User], text: &str) -> Vec<&'a str> {
    let found = users_like(users, text).into_iter();
    found.map(|user| user.name.as_str()).collect()
}

#[test]
fn users_are_found_by_any_part_of_their_names_or_ids_and_stand_by_name() {
    let users = [
        user("2", "Zoe Adams"),
        user("1", "adam"),
        user("3", "ÄNNE"),
        user("abc", "ben"),
    ];
    assert_eq!(names(&users, ""), ["adam", "ben", "Zoe Adams", "ÄNNE"]);
    assert_eq!(names(&users, " ADAM "), ["adam", "Zoe Adams"]);
    assert_eq!(names(&users, "änn"), ["ÄNNE"]);
    assert_eq!(names(&users, "bC"), ["ben"]);
    assert_eq!(names(&users, "nobody"), [""; 0]);
}

#[test]
fn signs_and_spaces_before_a_name_do_not_bring_it_forward() {
    let users = [
        user("1", "<img src=x>"),
        user("2", "  zoe"),
        user("3", "anna"),
        user("4", "!!"),
        user("5", "\u{202e}ben"),
    ];
    assert_eq!(
        names(&users, ""),
        ["anna", "\u{202e}ben", "<img src=x>", "  zoe", "!!"]
    );
}

#[test]
fn users_of_one_name_stand_by_id() {
    let users = [user("2", "anna"), user("1", "anna")];
    let ids: Vec<&str> = users_like(&users, "anna")
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["1", "2"]);
}

#[test]
fn a_user_who_may_not_sign_in_is_told_from_one_of_whom_nothing_is_known() {
    let body = r#"{"users":[{"id":"1","enabled":false},{"id":"2","enabled":true},{"id":"3"},{"id":"4","enabled":"no"}]}"#;
    let users = decoded::<ListUsers>(body);
    let enabled: Vec<_> = users.iter().map(|user| user.is_enabled).collect();
    assert_eq!(enabled, [Some(false), Some(true), None, None]);
}

proptest! {
    #[test]
    fn no_name_and_no_text_loses_a_user_who_has_it(name in any::<String>(), text in any::<String>()) {
        let users = [user("1", &name)];
        prop_assert_eq!(users_like(&users, "").len(), 1);
        let has = name.to_lowercase().contains(&text.trim().to_lowercase());
        prop_assert!(!has || users_like(&users, &text).len() == 1);
    }
}
