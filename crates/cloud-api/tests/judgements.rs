//! What a read-back says of a write, also when the read-back is hostile or empty.

use cloud_api::swr::{
    AccessLevel, AddOrganizationAccess, AddRepositoryAccess, CancelOrganizationAccess,
    CancelRepositoryAccess, ChangeRepositoryAccess, CreateOrganization, CreateRepository,
    DeleteOrganization, DeleteRepository, Grant, RepositoryCategory, UpdateRepository,
};
use cloud_api::{Judgement, Mutation, Response, Subject};
use proptest::prelude::*;

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";

#[derive(Debug, PartialEq)]
enum Verdict {
    Applied,
    NotApplied,
    CannotTell,
}

use Verdict::{Applied, CannotTell, NotApplied};

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

fn verdict(mutation: &Mutation, status: u16, body: &str) -> Verdict {
    let subjects = mutation.subjects();
    match mutation.judge(&subjects[0], &answer(status, body)) {
        Judgement::Applied => Applied,
        Judgement::NotApplied => NotApplied,
        Judgement::CannotTell(_) => CannotTell,
    }
}

fn add() -> Mutation {
    Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

fn change() -> Mutation {
    Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

fn cancel() -> Mutation {
    Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        users: vec![read(ANNA)],
    })
}

fn update(is_public: bool) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public,
        category: String::new(),
        description: String::new(),
    })
}

fn create_organization() -> Mutation {
    Mutation::CreateOrganization(CreateOrganization {
        organization: read("acme-web"),
    })
}

fn delete_organization() -> Mutation {
    Mutation::DeleteOrganization(DeleteOrganization {
        organization: read("acme-web"),
    })
}

fn create_repository() -> Mutation {
    Mutation::CreateRepository(CreateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category: Some(RepositoryCategory::Linux),
        description: "text".to_owned(),
    })
}

fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
    })
}

/// Writes that are read back by showing one thing.
fn of_one_thing() -> [Mutation; 6] {
    [
        create_organization(),
        delete_organization(),
        create_repository(),
        delete_repository(),
        update(true),
        update(false),
    ]
}

fn list_of(rows: &str) -> String {
    format!(r#"{{"id":1,"name":"shop/api","self_auth":null,"others_auths":{rows}}}"#)
}

fn row(user: &str, level: i64) -> String {
    format!(r#"{{"user_id":"{user}","user_name":"n","auth":{level}}}"#)
}

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

const GONE: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"not found"}]}"#;

#[test]
fn a_repository_that_is_gone_took_its_grants_along() {
    let verdicts = [add(), change(), cancel()].map(|mutation| verdict(&mutation, 404, GONE));
    assert_eq!(verdicts, [NotApplied, NotApplied, Applied]);
}

#[test]
fn a_repository_that_is_gone_has_no_visibility() {
    assert_eq!(verdict(&update(true), 404, GONE), NotApplied);
}

#[test]
fn an_organization_that_is_gone_took_its_grants_along() {
    let gone = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040058","errorMessage":"not found"}]}"#;
    let grants = vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)];
    let organization = read("acme-web");
    let add = AddOrganizationAccess {
        organization,
        grants,
    };
    let cancel = CancelOrganizationAccess {
        organization: add.organization.clone(),
        users: vec![read(ANNA)],
    };
    assert_eq!(
        [
            verdict(&Mutation::AddOrganizationAccess(add), 404, gone),
            verdict(&Mutation::CancelOrganizationAccess(cancel), 404, gone),
        ],
        [NotApplied, Applied]
    );
}

#[test]
fn creations_and_deletions_are_judged_by_what_is_there() {
    let there =
        r#"{"name":"x","is_public":false,"category":"linux","description":"text","auth":7}"#;
    for (status, body, created, deleted) in [
        (200, there, Applied, NotApplied),
        (404, GONE, NotApplied, Applied),
    ] {
        for mutation in [create_organization(), create_repository()] {
            assert_eq!(verdict(&mutation, status, body), created, "{mutation:?}");
        }
        for mutation in [delete_organization(), delete_repository()] {
            assert_eq!(verdict(&mutation, status, body), deleted, "{mutation:?}");
        }
    }
}

#[test]
fn an_answer_without_a_name_does_not_say_that_anything_is_there() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        r#"{"error_code":"A","error_msg":"m"}"#,
    ] {
        for mutation in [
            create_organization(),
            delete_organization(),
            delete_repository(),
        ] {
            assert_eq!(verdict(&mutation, 200, body), CannotTell, "{body}");
        }
    }
}

#[test]
fn a_new_organization_that_may_not_be_shown_is_somebody_elses() {
    let refusals = [(401, "SVCSTG.SWR.4011064"), (403, "SVCSTG.SWR.4030170")];
    for (status, code) in refusals {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        assert_eq!(verdict(&create_organization(), status, &body), NotApplied);
        assert_eq!(verdict(&delete_organization(), status, &body), CannotTell);
    }
}

#[test]
fn a_repository_of_the_same_name_with_other_settings_is_not_the_new_one() {
    let cases = [
        (r#"{"name":"x","is_public":false}"#, Applied),
        (r#"{"name":"x","is_public":true}"#, NotApplied),
        (
            r#"{"name":"x","is_public":false,"category":"other"}"#,
            NotApplied,
        ),
        (
            r#"{"name":"x","is_public":false,"description":"other"}"#,
            NotApplied,
        ),
        (r#"{"name":"x"}"#, CannotTell),
    ];
    for (body, expected) in cases {
        assert_eq!(verdict(&create_repository(), 200, body), expected, "{body}");
    }
}

#[test]
fn an_update_is_judged_by_category_and_description_too() {
    let update = Mutation::UpdateRepository(UpdateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category: "linux".to_owned(),
        description: "text".to_owned(),
    });
    for (category, description, expected) in [
        ("linux", "text", Applied),
        ("other", "text", NotApplied),
        ("", "text", NotApplied),
        ("linux", "other", NotApplied),
        ("linux", "", NotApplied),
    ] {
        let body = format!(
            r#"{{"is_public":false,"category":"{category}","description":"{description}"}}"#
        );
        assert_eq!(verdict(&update, 200, &body), expected, "{body}");
    }
}

#[test]
fn a_category_that_is_not_sent_is_not_judged() {
    let body = r#"{"is_public":false,"category":"linux","description":""}"#;
    assert_eq!(verdict(&update(false), 200, body), Applied);
}

#[test]
fn a_refused_read_back_tells_nothing() {
    let refusals = [
        (401, r#"{"error_code":"APIGW.0301","error_msg":"m"}"#),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#,
        ),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4031032","error_msg":"m"}"#,
        ),
        (404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#),
        (404, "<html><h1>404 Not Found</h1></html>"),
        (404, ""),
        (500, ""),
        (502, "<html>"),
        (302, ""),
        (0, ""),
    ];
    for (status, body) in refusals {
        let all = [add(), change(), cancel()]
            .into_iter()
            .chain(of_one_thing());
        // A refusal to show it tells that a new organization is somebody else's.
        for mutation in all.filter(|write| *write != create_organization() || status != 403) {
            assert_eq!(
                verdict(&mutation, status, body),
                CannotTell,
                "{status} {body} {mutation:?}"
            );
        }
    }
}

#[test]
fn visibility_is_judged_by_the_flag() {
    let cases = [
        (true, r#"{"is_public":true}"#, Applied),
        (true, r#"{"is_public":false}"#, NotApplied),
        (false, r#"{"is_public":false}"#, Applied),
        (false, r#"{"is_public":true}"#, NotApplied),
        (true, r#"{"is_public":"true"}"#, CannotTell),
        (false, r#"{"is_public":null}"#, CannotTell),
        (false, "{}", CannotTell),
        (false, "[]", CannotTell),
        (false, "[false]", CannotTell),
        (false, "", CannotTell),
    ];
    for (wanted, body, expected) in cases {
        assert_eq!(
            verdict(&update(wanted), 200, body),
            expected,
            "{wanted} {body}"
        );
    }
}

proptest! {
    #[test]
    fn no_read_back_makes_judging_panic(
        status in prop_oneof![Just(200), any::<u16>()],
        body in prop_oneof![any::<String>(), "\\{\"others_auths\":[\\[\\]{}:,\"a-z0-9]{0,30}\\}"],
    ) {
        for mutation in [add(), change(), cancel()].into_iter().chain(of_one_thing()) {
            verdict(&mutation, status, &body);
        }
    }

    #[test]
    fn a_write_is_never_judged_applied_from_an_answer_outside_2xx_with_another_code(
        status in prop_oneof![0..200_u16, 300..400_u16, 500..=u16::MAX],
        body in any::<String>(),
    ) {
        for mutation in [add(), change(), cancel()].into_iter().chain(of_one_thing()) {
            prop_assert_eq!(verdict(&mutation, status, &body), CannotTell);
        }
    }

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

#[test]
fn a_subject_of_another_kind_is_not_judged_granted() {
    let subject = Subject::RepositoryVisibility {
        organization: read("acme-web"),
        repository: read("shop/api"),
    };
    let body = list_of(&format!("[{}]", row(ANNA, 3)));
    assert_eq!(
        add().judge(&subject, &answer(200, &body)),
        Judgement::NotApplied
    );
}
