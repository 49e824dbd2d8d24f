//! The sentence that says who can get an image.

use cloud_api::swr::{AccessCount, AccessPlace};
use words::access::answer;

use crate::support::{chinese, english};

fn repository() -> AccessPlace {
    AccessPlace::Repository("acme-web/shop/api".parse().unwrap())
}

fn organization() -> AccessPlace {
    AccessPlace::Organization("acme-web".parse().unwrap())
}

fn count(direct: u64, organization: u64, both: u64, with_caller: bool) -> AccessCount {
    AccessCount {
        direct,
        organization,
        both,
        with_caller,
    }
}

fn said(place: &AccessPlace, count: AccessCount) -> String {
    let answer = answer(place, count, true, false);
    english(&answer.head) + &english(&answer.rest)
}

const OTHERS: &str = "Administrators and IAM groups can too; no API lists them.";

#[test]
fn nine_people_and_the_administrators_are_told() {
    let nine = count(7, 2, 1, true);
    let expected =
        "9 people can get this image: 7 directly, 2 through acme-web (1 of them both), and you.";
    assert_eq!(said(&repository(), nine), format!("{expected} {OTHERS}"));
}

#[test]
fn what_is_nothing_is_not_said() {
    let said = |count| said(&repository(), count);
    let expected = |how| format!("{how}. {OTHERS}");
    assert_eq!(
        said(count(1, 0, 0, false)),
        expected("1 person can get this image: 1 directly")
    );
    assert_eq!(
        said(count(0, 2, 0, false)),
        expected("2 people can get this image: 2 through acme-web")
    );
    assert_eq!(
        said(count(0, 0, 0, true)),
        expected("1 person can get this image: you")
    );
    assert_eq!(
        said(count(0, 0, 0, false)),
        expected("0 people can get this image: nobody is listed")
    );
}

#[test]
fn of_an_organization_there_is_no_way_through_another() {
    let expected =
        "3 people can get every image of acme-web: 2 on the whole organization, and you.";
    let said = said(&organization(), count(2, 0, 0, true));
    assert_eq!(said, format!("{expected} {OTHERS}"));
}

#[test]
fn what_was_not_read_whole_is_at_least_so_many() {
    for place in [repository(), organization()] {
        let part = answer(&place, count(7, 0, 0, false), false, false);
        assert!(english(&part.head).starts_with("At least 7 people"));
        assert!(chinese(&part.head).starts_with("至少"));
    }
}

#[test]
fn of_a_public_repository_everyone_comes_first() {
    let told = |count| {
        let answer = answer(&repository(), count, false, true);
        english(&answer.head) + &english(&answer.rest)
    };
    assert_eq!(
        told(count(1, 0, 0, true)),
        "Everyone can get this image. 2 people also have access: 1 directly, and you."
    );
    assert_eq!(told(count(0, 0, 0, false)), "Everyone can get this image.");
}

#[test]
fn in_chinese_clauses_are_joined_by_chinese_marks() {
    let answer = answer(&repository(), count(7, 2, 1, true), true, false);
    let said = chinese(&answer.head) + &chinese(&answer.rest);
    let said = said.replace('‖', "");
    assert_eq!(
        said,
        "9 个用户可以获取此镜像：7 个直接授权，2 个通过组织 acme-web（其中 1 个两者都有），以及您。管理员和 IAM 用户组也可以，但没有 API 会列出。"
    );
}
