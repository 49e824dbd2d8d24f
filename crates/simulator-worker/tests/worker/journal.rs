//! What a reload leaves.

use demo::{Order, Person, Standing};
use simulator::identities::{PEOPLE, PROJECT_ID};
use simulator_worker::{Beginning, DemoCloud, MOST_BYTES, MOST_ENTRIES, Then};

use crate::support::{
    ACCESS, asked, at, begun, make_organization, order, organizations, outcome, sign_in, told,
};

/// The instance of SWR Enterprise that is in use.
const INSTANCE_ID: &str = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";

fn kept(then: Then) -> Vec<u8> {
    match then {
        Then::Keep(entry) => entry,
        Then::Nothing | Then::MarkAnew | Then::BeginAnew => panic!("{then:?}"),
    }
}

#[test]
fn what_was_changed_is_there_again_after_a_reload_days_later() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let entry = kept(make_organization(&mut cloud, &token, "made-here"));
    let later = asked(
        "POST",
        "/api/swr/v2/manage/namespaces",
        &{
            // A token lives for a day.
            let asked = Order::SignIn(Person::Administrator).asked();
            let body = told(&outcome(&mut cloud, &asked, at(9 * 86_400_000))).body;
            String::from_utf8(body).expect("a token")
        },
        r#"{"namespace":"made-later"}"#,
    );
    let entry_later = kept(outcome(&mut cloud, &later, at(9 * 86_400_000)).then);

    let mut again = begun(Standing::Kept);
    again.do_again(&entry);
    again.do_again(&entry_later);
    assert_eq!(organizations(&mut again), organizations(&mut cloud));
    assert!(organizations(&mut again).contains(&"made-later".to_owned()));
}

#[test]
fn a_change_is_done_again_in_the_name_of_whoever_made_it() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Editor);
    let path = "/api/swr/v2/manage/namespaces/acme-web/repos";
    let body = r#"{"repository":"made-here","is_public":false}"#;
    let create = asked("POST", path, &token, body);
    let entry = kept(outcome(&mut cloud, &create, at(0)).then);
    let made = format!("{path}/made-here");
    let status_after = |entry: &[u8]| {
        let mut again = begun(Standing::Kept);
        again.do_again(entry);
        let token = sign_in(&mut again, Person::Administrator);
        told(&outcome(
            &mut again,
            &asked("GET", &made, &token, ""),
            at(0),
        ))
        .status
    };
    assert_eq!(status_after(&entry), 200);
    // The same of somebody who may not.
    let [ben, carla] = [PEOPLE[1].id, PEOPLE[2].id].map(str::as_bytes);
    let place = entry.windows(ben.len()).position(|part| part == ben);
    let place = place.expect("the entry tells whose it is");
    let mut entry = entry;
    entry[place..place + carla.len()].copy_from_slice(carla);
    assert_eq!(status_after(&entry), 404);
}

#[test]
fn no_credential_is_written_down() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let mut asked = asked(
        "POST",
        "/api/swr/v2/manage/namespaces",
        &token,
        r#"{"namespace":"made-here"}"#,
    );
    for name in ["x-security-token", "X-Subject-Token", "X-Sdk-Date"] {
        let header = (name.to_owned(), format!("secret-{name}"));
        asked.headers.push(header);
    }
    let entry = kept(outcome(&mut cloud, &asked, at(0)).then);
    let entry = String::from_utf8_lossy(&entry);
    assert!(
        !entry.contains(&token) && !entry.contains("secret-"),
        "{entry}"
    );
    assert!(entry.contains("made-here"));
}

#[test]
fn what_lets_a_registry_in_is_not_written_down_and_the_registry_is_there_again() {
    let path = format!("/api/enterprise/v2/{PROJECT_ID}/instances/{INSTANCE_ID}/registries");
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let body = r#"{"name":"made-here","type":"swr-pro","url":"https://harbor.example","description":"",
        "credential":{"type":"basic","access_key":"robot$sync","access_secret":"typed-here"},
        "insecure":true,"dns_conf":{"hosts":{"harbor.example":"10.0.1.20"}}}"#;
    let create = asked("POST", &path, &token, body);
    let outcome_of_creating = outcome(&mut cloud, &create, at(0));
    assert_eq!(told(&outcome_of_creating).status, 201);
    let entry = kept(outcome_of_creating.then);
    let text = String::from_utf8_lossy(&entry);
    assert!(!text.contains("typed-here"), "{text}");

    let mut again = begun(Standing::Kept);
    again.do_again(&entry);
    let token = sign_in(&mut again, Person::Administrator);
    let list = asked("GET", &path, &token, "");
    let body = told(&outcome(&mut again, &list, at(0))).body;
    let body = String::from_utf8_lossy(&body);
    assert!(
        body.contains("made-here") && body.contains("robot$sync"),
        "{body}"
    );
}

#[test]
fn signing_in_with_a_password_is_not_written_down() {
    let mut cloud = begun(Standing::Kept);
    let body = r#"{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"ben",
        "password":"ben-demo-password","domain":{"name":"ACME-EU"}}}},"scope":{"project":{"name":"eu-de"}}}}"#;
    let token = sign_in(&mut cloud, Person::Administrator);
    let asked = asked("POST", "/api/iam/v3/auth/tokens", &token, body);
    let outcome = outcome(&mut cloud, &asked, at(0));
    assert_eq!(told(&outcome).status, 201);
    assert_eq!(outcome.then, Then::Nothing);
}

#[test]
fn reads_refusals_and_strangers_are_not_written_down() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let read = asked("GET", ACCESS, &token, "");
    assert_eq!(outcome(&mut cloud, &read, at(0)).then, Then::Nothing);
    // The name breaks the rules; the second is taken.
    for name in ["NOT A NAME", "acme-web"] {
        assert_eq!(make_organization(&mut cloud, &token, name), Then::Nothing);
    }
    assert_eq!(
        make_organization(&mut cloud, "nobody", "theirs"),
        Then::Nothing
    );
}

#[test]
fn a_write_that_failed_inside_the_cloud_is_written_down() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let path = "/api/swr/v2/manage/namespaces/acme-lab/repos/fault-500-once";
    let change = asked("PATCH", path, &token, r#"{"is_public":true}"#);
    let failed = outcome(&mut cloud, &change, at(0));
    assert_eq!(told(&failed).status, 500);
    let entry = kept(failed.then);
    let mut again = begun(Standing::Kept);
    again.do_again(&entry);
    let token = sign_in(&mut again, Person::Administrator);
    let change = asked("PATCH", path, &token, r#"{"is_public":true}"#);
    // The fault has happened already.
    assert!(told(&outcome(&mut again, &change, at(0))).status < 300);
}

#[test]
fn an_entry_that_cannot_be_read_changes_nothing() {
    let mut cloud = begun(Standing::Kept);
    let before = organizations(&mut cloud);
    for entry in [&b""[..], &[3; 90]] {
        cloud.do_again(entry);
    }
    assert_eq!(organizations(&mut cloud), before);
}

#[test]
fn starting_again_leaves_nothing_of_what_was_changed() {
    let mut cloud = begun(Standing::Kept);
    let before = organizations(&mut cloud);
    let token = sign_in(&mut cloud, Person::Administrator);
    kept(make_organization(&mut cloud, &token, "made-here"));
    assert_eq!(order(&mut cloud, Order::StartAgain).1, Then::BeginAnew);
    assert_eq!(organizations(&mut cloud), before);
    // Nobody is signed in any more.
    assert_eq!(
        make_organization(&mut cloud, &token, "made-here"),
        Then::Nothing
    );
}

#[test]
fn a_cloud_keeps_its_mark_until_it_begins_anew() {
    let mark = |cloud: &mut DemoCloud| order(cloud, Order::TellMark).0;
    let mut cloud = begun(Standing::Kept);
    let before = mark(&mut cloud);
    let token = sign_in(&mut cloud, Person::Administrator);
    kept(make_organization(&mut cloud, &token, "made-here"));
    assert_eq!(mark(&mut cloud), before);
    assert_eq!(mark(&mut begun(Standing::Kept)), before);
    let later = cloud.answer(&Order::StartAgain.asked().written(), at(1));
    assert!(later.is_some());
    let after = mark(&mut cloud);
    assert_ne!(after, before);
    // What the worker writes down makes the same mark.
    let again = |now, chance| {
        mark(&mut DemoCloud::begin(Beginning {
            repositories: 10,
            now,
            chance,
            standing: Standing::Kept,
        }))
    };
    assert_eq!(again(at(1), 7), after);
    // Two tabs with a cloud each may begin at the same time.
    assert_ne!(again(at(1), 8), after);
}

#[test]
fn a_full_journal_takes_nothing_more_and_says_so_until_the_start_again() {
    let mut cloud = begun(Standing::Kept);
    for _ in 0..MOST_ENTRIES {
        assert_eq!(order(&mut cloud, Order::TellStanding).0, "kept");
        cloud.do_again(b"");
    }
    // As after a reload, before anything is changed.
    assert_eq!(order(&mut cloud, Order::TellStanding).0, "full");
    let token = sign_in(&mut cloud, Person::Administrator);
    assert_eq!(
        make_organization(&mut cloud, &token, "too-many"),
        Then::MarkAnew
    );
    assert_eq!(
        make_organization(&mut cloud, &token, "too-many-again"),
        Then::Nothing
    );
    assert_eq!(order(&mut cloud, Order::TellStanding).0, "full");
    order(&mut cloud, Order::StartAgain);
    assert_eq!(order(&mut cloud, Order::TellStanding).0, "kept");
    let token = sign_in(&mut cloud, Person::Administrator);
    kept(make_organization(&mut cloud, &token, "the-first"));
}

#[test]
fn nothing_behind_a_change_that_was_too_large_is_kept() {
    let mut cloud = begun(Standing::Kept);
    cloud.do_again(&vec![0; MOST_BYTES - 10]);
    let token = sign_in(&mut cloud, Person::Administrator);
    assert_eq!(
        make_organization(&mut cloud, &token, "too-large"),
        Then::MarkAnew
    );
    assert_eq!(order(&mut cloud, Order::TellStanding).0, "full");
}

#[test]
fn without_a_journal_nothing_is_written_down() {
    let mut cloud = begun(Standing::Kept);
    cloud.is_not_kept();
    let token = sign_in(&mut cloud, Person::Administrator);
    assert_eq!(make_organization(&mut cloud, &token, "lost"), Then::Nothing);
    order(&mut cloud, Order::StartAgain);
    assert_eq!(order(&mut cloud, Order::TellStanding).0, "not-kept");
}
