//! Grants, by the access list.

use cloud_api::swr::{AccessLevel, AccessPlace, Grant, GrantAccess, RemoveAccess};
use cloud_api::{Before, Judgement, Mutation, Subject};
use proptest::prelude::*;

use super::support::*;
use crate::support::Verdict::{Applied, CannotTell, NotApplied};
use crate::support::*;

#[test]
fn grants_are_judged_by_user_and_level() {
    let cases = [
        (list_of("[]"), NotApplied, NotApplied, Applied),
        (list_of("null"), NotApplied, NotApplied, Applied),
        (
            list_of(&format!("[{}]", row(ANNA, 3))),
            Applied,
            Applied,
            NotApplied,
        ),
        (
            list_of(&format!("[{}]", row(ANNA, 1))),
            NotApplied,
            NotApplied,
            NotApplied,
        ),
        (
            list_of(&format!("[{}]", row(ANNA, 999))),
            NotApplied,
            NotApplied,
            NotApplied,
        ),
        (
            list_of(&format!("[{}]", row(ANNA, 0))),
            NotApplied,
            NotApplied,
            NotApplied,
        ),
        (
            list_of(&format!("[{}]", row(BEN, 3))),
            NotApplied,
            NotApplied,
            Applied,
        ),
        (
            list_of(&format!("[{},{{}},{}]", row(BEN, 7), row(ANNA, 3))),
            Applied,
            Applied,
            NotApplied,
        ),
        (
            list_of(&format!("[{}]", row("x", 3))),
            NotApplied,
            NotApplied,
            Applied,
        ),
    ];
    for (body, added, changed, cancelled) in cases {
        let verdicts = [add(), change(), cancel()].map(|mutation| verdict(&mutation, 200, &body));
        assert_eq!(verdicts, [added, changed, cancelled], "{body}");
    }
}

#[test]
fn lists_of_another_shape_tell_nothing_of_grants() {
    let bodies = [
        String::new(),
        "<html>".to_owned(),
        "null".to_owned(),
        "7".to_owned(),
        "{}".to_owned(),
        "[]".to_owned(),
        r#"{"error_code":"A","error_msg":"m"}"#.to_owned(),
        r#"{"self_auth":null}"#.to_owned(),
        r#"{"id":1,"name":"shop/api","self_auth":{"user_id":"x","auth":7}}"#.to_owned(),
        list_of("7"),
        list_of("{}"),
        list_of("[null]"),
        list_of(r#"[{"user_id":7}]"#),
        list_of(r#"[{"auth":"3"}]"#),
        list_of("[1.5"),
    ];
    for body in bodies {
        for mutation in [add(), change(), cancel()] {
            assert_eq!(verdict(&mutation, 200, &body), CannotTell, "{body}");
        }
    }
}

#[test]
fn a_row_that_could_not_be_read_leaves_only_those_open_who_are_not_listed() {
    for odd in ["null", "7", r#"{"user_id":null,"auth":1}"#] {
        let with_anna = list_of(&format!("[{odd},{}]", row(ANNA, 3)));
        let verdicts = [add(), cancel()].map(|mutation| verdict(&mutation, 200, &with_anna));
        assert_eq!(verdicts, [Applied, NotApplied], "{odd}");
        let without = list_of(&format!("[{odd},{}]", row(BEN, 3)));
        let verdicts = [add(), cancel()].map(|mutation| verdict(&mutation, 200, &without));
        assert_eq!(verdicts, [CannotTell, CannotTell], "{odd}");
    }
}

#[test]
fn a_grant_whose_level_is_not_told_is_there_and_of_no_level() {
    for level in ["null", "[]", r#""high""#] {
        let body = list_of(&format!(r#"[{{"user_id":"{ANNA}","auth":{level}}}]"#));
        let verdicts = [add(), change(), cancel()].map(|mutation| verdict(&mutation, 200, &body));
        assert_eq!(verdicts, [CannotTell, CannotTell, NotApplied], "{level}");
    }
}

#[test]
fn a_repository_that_is_gone_took_its_grants_along() {
    let verdicts = [add(), change(), cancel()].map(|mutation| verdict(&mutation, 404, GONE));
    assert_eq!(verdicts, [NotApplied, NotApplied, Applied]);
}

#[test]
fn an_organization_that_is_gone_took_its_grants_along() {
    let gone = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040058","errorMessage":"not found"}]}"#;
    let grants = vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)];
    let place = AccessPlace::Organization(read("acme-web"));
    let add = GrantAccess { place, grants };
    let cancel = RemoveAccess {
        place: add.place.clone(),
        users: vec![read(ANNA)],
    };
    assert_eq!(
        [
            verdict(&Mutation::GrantAccess(add), 404, gone),
            verdict(&Mutation::RemoveAccess(cancel), 404, gone),
        ],
        [NotApplied, Applied]
    );
}

#[test]
fn a_subject_of_another_kind_is_not_judged_granted() {
    let subject = Subject::visibility(&read("acme-web/shop/api"));
    let body = list_of(&format!("[{}]", row(ANNA, 3)));
    assert_eq!(
        add().judge(&subject, &Before::Nothing, &answer(200, &body)),
        Judgement::NotApplied
    );
}

proptest! {
    #[test]
    fn a_cancelled_user_who_still_has_any_row_is_never_judged_gone(
        before in 0_usize..5,
        level in any::<i64>(),
    ) {
        let mut rows = vec![row(BEN, 1); before];
        rows.push(row(ANNA, level));
        let body = list_of(&format!("[{}]", rows.join(",")));
        prop_assert_eq!(verdict(&cancel(), 200, &body), NotApplied);
    }
}
