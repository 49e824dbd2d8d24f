//! Who can get the images of a place: joined from two lists, counted, and what remains of it.

use std::collections::BTreeSet;

use cloud_api::swr::{
    AccessList, AccessPerson, AccessPlace, AccessSource, Afterwards, Held, Protected, ShowAccess,
    WhoHasAccess,
};

use crate::support::{ANNA, BEN, CARLA, decoded, read};

const DAVID: &str = "30000000000000000000000000000000";

fn repository() -> AccessPlace {
    AccessPlace::Repository(read("acme-web/shop/api"))
}

fn organization() -> AccessPlace {
    AccessPlace::Organization(read("acme-web"))
}

/// The list as Anna, who may manage, gets it.
fn list(rows: &[(&str, &str, i64)]) -> AccessList {
    let row = |(id, name, level): &(&str, &str, i64)| {
        format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":{level}}}"#)
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let (own, rows) = (row(&(ANNA, "anna", 7)), rows.join(","));
    decoded::<ShowAccess>(&format!(
        r#"{{"creator_name":"eve","self_auth":{own},"others_auths":[{rows}]}}"#
    ))
}

fn joined(direct: &[(&str, &str, i64)], above: &[(&str, &str, i64)]) -> WhoHasAccess {
    let (direct, above) = (list(direct), list(above));
    WhoHasAccess::join(&repository(), Some(&direct), Some(&above), Some(ANNA))
}

fn named<'a>(who: &'a WhoHasAccess, name: &str) -> &'a AccessPerson {
    let mut people = who.people.iter();
    people.find(|person| person.user_name == name).unwrap()
}

fn losing(sources: &[AccessSource]) -> BTreeSet<AccessSource> {
    sources.iter().copied().collect()
}

#[test]
fn somebody_with_two_grants_is_one_person_with_the_higher_level() {
    let who = joined(&[(BEN, "ben", 1)], &[(BEN, "ben", 3)]);
    assert_eq!(who.people.len(), 2);
    let ben = named(&who, "ben");
    assert!(ben.has(AccessSource::Direct) && ben.has(AccessSource::Organization));
    assert_eq!(ben.effective(), Some(3));
}

#[test]
fn people_are_joined_by_id_and_never_by_name() {
    let who = joined(&[(BEN, "li.wei", 1)], &[(CARLA, "li.wei", 3)]);
    assert_eq!(who.count().all(), 3);
    assert_eq!(who.count().both, 0);
}

#[test]
fn everyone_is_counted_once_and_the_caller_apart() {
    let who = joined(
        &[(ANNA, "anna", 1), (BEN, "ben", 1), (CARLA, "carla", 3)],
        &[(BEN, "ben", 3), (DAVID, "david", 1)],
    );
    let count = who.count();
    assert_eq!((count.direct, count.organization, count.both), (2, 2, 1));
    assert!(count.with_caller);
    assert_eq!(count.all(), 4);
    assert!(who.is_whole);
}

#[test]
fn the_caller_has_the_level_that_the_service_tells_with_or_without_a_grant() {
    let without = joined(&[], &[]);
    let with = joined(&[(ANNA, "anna", 1)], &[]);
    for (who, has_grant) in [(without, false), (with, true)] {
        let anna = named(&who, "anna");
        assert!(anna.is_caller);
        assert_eq!(anna.effective(), Some(7));
        assert_eq!(anna.has(AccessSource::Direct), has_grant);
    }
}

#[test]
fn a_caller_of_whom_nothing_is_told_is_not_counted() {
    let empty = decoded::<ShowAccess>(r#"{"others_auths":[]}"#);
    let who = WhoHasAccess::join(&repository(), Some(&empty), Some(&empty), Some(ANNA));
    assert_eq!(who.people, []);
    assert_eq!(who.count().all(), 0);
    assert!(who.is_whole);
}

#[test]
fn what_was_not_read_or_has_unreadable_rows_is_not_whole() {
    let read = list(&[(BEN, "ben", 1)]);
    let odd = decoded::<ShowAccess>(r#"{"others_auths":[7]}"#);
    let place = repository();
    let whole = |direct, above| WhoHasAccess::join(&place, direct, above, None).is_whole;
    assert!(whole(Some(&read), Some(&read)));
    assert!(!whole(None, Some(&read)));
    assert!(!whole(Some(&read), None));
    assert!(!whole(Some(&odd), Some(&read)));
    assert!(!whole(Some(&read), Some(&odd)));
    assert!(WhoHasAccess::join(&organization(), Some(&read), None, None).is_whole);
    assert!(!WhoHasAccess::join(&organization(), None, None, None).is_whole);
}

#[test]
fn rows_without_an_id_stay_apart_and_are_not_counted() {
    let who = joined(&[("", "x", 1), ("", "y", 3)], &[("", "x", 1)]);
    assert_eq!(who.people.len(), 4);
    assert_eq!(who.count().all(), 1);
    assert!(!who.is_whole);
    assert!(!named(&who, "x").can_lose_any());
}

#[test]
fn of_two_rows_of_one_user_in_a_list_the_first_counts() {
    let who = joined(&[(BEN, "", 1), (BEN, "ben", 7)], &[]);
    let ben = named(&who, "ben");
    assert_eq!(ben.effective(), Some(1));
    assert_eq!(who.people.len(), 2);
}

#[test]
fn what_remains_is_what_the_other_source_gives() {
    let who = joined(&[(BEN, "ben", 7)], &[(BEN, "ben", 1)]);
    let ben = named(&who, "ben");
    let level = |auth, from| Afterwards::Level {
        auth: Some(auth),
        from,
    };
    let (direct, above) = (AccessSource::Direct, AccessSource::Organization);
    assert_eq!(ben.after_losing(&losing(&[direct])), level(1, above));
    assert_eq!(ben.after_losing(&losing(&[above])), level(7, direct));
    assert_eq!(ben.after_losing(&losing(&[])), level(7, direct));
    let both = losing(&[direct, above]);
    assert_eq!(ben.after_losing(&both), Afterwards::Nothing);
}

#[test]
fn where_the_list_of_the_organization_was_not_read_nobody_is_said_to_have_nothing_left() {
    let direct = list(&[(BEN, "ben", 1)]);
    let who = WhoHasAccess::join(&repository(), Some(&direct), None, Some(ANNA));
    let ben = named(&who, "ben");
    assert_eq!(ben.organization, Held::NotRead);
    let lost = losing(&[AccessSource::Direct]);
    assert_eq!(ben.after_losing(&lost), Afterwards::NotTold);
}

#[test]
fn what_the_caller_has_left_of_their_own_is_not_known() {
    let who = joined(&[(ANNA, "anna", 1)], &[]);
    let lost = losing(&[AccessSource::Direct]);
    let left = named(&who, "anna").after_losing(&lost);
    assert_eq!(left, Afterwards::NotTold);
}

#[test]
fn the_creator_and_the_caller_lose_nothing_on_the_organization_and_everything_else_of_the_repository()
 {
    let who = joined(
        &[(DAVID, "david", 1)],
        &[(BEN, "eve", 7), (ANNA, "anna", 7), (DAVID, "david", 1)],
    );
    let (eve, anna) = (named(&who, "eve"), named(&who, "anna"));
    assert_eq!(eve.protection(), Some(Protected::Creator));
    assert_eq!(anna.protection(), Some(Protected::Oneself));
    let david = named(&who, "david");
    assert_eq!(david.protection(), None);
    assert!(
        AccessSource::ALL
            .into_iter()
            .all(|source| david.can_lose(source))
    );
}

#[test]
fn a_caller_without_a_grant_cannot_be_chosen_and_one_with_a_direct_grant_can() {
    let without = joined(&[], &[]);
    assert_eq!(
        named(&without, "anna").protection(),
        Some(Protected::Oneself)
    );
    let with = joined(&[(ANNA, "anna", 1)], &[]);
    assert!(named(&with, "anna").can_lose(AccessSource::Direct));
    assert_eq!(named(&with, "anna").protection(), None);
}

#[test]
fn of_an_organization_there_is_one_source() {
    let direct = list(&[(BEN, "ben", 3)]);
    let who = WhoHasAccess::join(&organization(), Some(&direct), None, Some(ANNA));
    let ben = named(&who, "ben");
    assert_eq!(ben.organization, Held::Nothing);
    let lost = losing(&[AccessSource::Direct]);
    assert_eq!(ben.after_losing(&lost), Afterwards::Nothing);
    assert_eq!(who.count().all(), 2);
}
