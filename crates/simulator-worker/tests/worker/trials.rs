//! What was tried, as the cloud shows it.

use demo::{Asked, Order, Person, Standing, Trial};
use simulator_worker::{DemoCloud, Then};

use crate::support::{ACCESS, asked, at, begun, order, outcome, sign_in, told};

const DAVIDS: &str = "/api/swr/v2/manage/namespaces/acme-web/repos/shop$api/access";

fn done(cloud: &mut DemoCloud) -> Vec<Trial> {
    let (body, then) = order(cloud, Order::TellTrials);
    assert_eq!(then, Then::Nothing);
    Trial::read(body.as_bytes())
}

/// Takes the grant of a user away; what the journal gets.
fn take_access(cloud: &mut DemoCloud) -> Vec<u8> {
    let token = sign_in(cloud, Person::Administrator);
    let list = told(&outcome(cloud, &asked("GET", ACCESS, &token, ""), at(0)));
    let list: serde_json::Value = serde_json::from_slice(&list.body).expect("JSON");
    let user = list["others_auths"][1]["user_id"].as_str().expect("a user");
    let body = format!(r#"["{user}"]"#);
    let taken = outcome(cloud, &asked("DELETE", DAVIDS, &token, &body), at(1_000));
    assert!(told(&taken).status < 300, "{:?}", told(&taken));
    match taken.then {
        Then::Keep(entry) => entry,
        Then::Nothing | Then::MarkAnew | Then::BeginAnew => panic!("nothing is kept"),
    }
}

/// What gives the grant that [`take_access`] would take away back.
fn giving_back(cloud: &mut DemoCloud) -> Asked {
    let token = sign_in(cloud, Person::Administrator);
    let list = told(&outcome(cloud, &asked("GET", ACCESS, &token, ""), at(0)));
    let list: serde_json::Value = serde_json::from_slice(&list.body).expect("JSON");
    let one = &list["others_auths"][1];
    let grants = serde_json::json!([{
        "user_id": one["user_id"], "user_name": one["user_name"], "auth": one["auth"],
    }]);
    asked("POST", ACCESS, &token, &grants.to_string())
}

#[test]
fn nothing_is_done_at_the_beginning() {
    assert_eq!(done(&mut begun(Standing::Kept)), []);
}

#[test]
fn access_that_was_taken_away_is_noticed_and_stays_so_after_a_reload() {
    let mut cloud = begun(Standing::Kept);
    let entry = take_access(&mut cloud);
    assert_eq!(done(&mut cloud), [Trial::TakeAccess]);
    let mut again = begun(Standing::Kept);
    again.do_again(&entry);
    assert_eq!(done(&mut again), [Trial::TakeAccess]);
    order(&mut again, Order::StartAgain);
    assert_eq!(done(&mut again), []);
}

#[test]
fn what_is_given_back_counts_as_undone_and_as_done() {
    let mut cloud = begun(Standing::Kept);
    let back = giving_back(&mut cloud);
    take_access(&mut cloud);
    assert!(told(&outcome(&mut cloud, &back, at(2_000))).status < 300);
    assert_eq!(done(&mut cloud), [Trial::TakeAccess, Trial::Undo]);
}

#[test]
fn a_journal_tells_what_was_tried_and_the_cloud_is_not_counted_after_each_entry() {
    let mut cloud = begun(Standing::Kept);
    let mut take_and_give_back = || {
        let back = giving_back(&mut cloud);
        let taken = take_access(&mut cloud);
        match outcome(&mut cloud, &back, at(2_000)).then {
            Then::Keep(given) => [taken, given],
            then => panic!("{then:?}"),
        }
    };
    let (first, second) = (take_and_give_back(), take_and_give_back());
    let done_again = |entries: &[Vec<u8>]| {
        let mut again = begun(Standing::Kept);
        for entry in entries {
            again.do_again(entry);
        }
        done(&mut again)
    };
    assert_eq!(done_again(&first), [Trial::TakeAccess, Trial::Undo]);
    // What was tried before is not told again, and between two entries nobody has looked.
    assert_eq!(done_again(&second), []);
}

#[test]
fn what_is_given_back_after_a_reload_counts_as_undone() {
    let mut cloud = begun(Standing::Kept);
    let taken = take_access(&mut cloud);
    let mut again = begun(Standing::Kept);
    let back = giving_back(&mut again);
    again.do_again(&taken);
    assert!(told(&outcome(&mut again, &back, at(2_000))).status < 300);
    assert_eq!(done(&mut again), [Trial::TakeAccess, Trial::Undo]);
}

#[test]
fn a_change_that_was_refused_is_not_noticed() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Reader);
    let taken = asked(
        "DELETE",
        DAVIDS,
        &token,
        r#"["30000000000000000000000000000303"]"#,
    );
    assert_eq!(told(&outcome(&mut cloud, &taken, at(0))).status, 403);
    assert_eq!(done(&mut cloud), []);
}

#[test]
fn copies_to_a_region_are_stopped_once_its_last_task_is_gone() {
    let mut cloud = begun(Standing::Kept);
    let token = sign_in(&mut cloud, Person::Administrator);
    let mut asked_of = |method: &str, path: &str, body: &str| {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut asked = asked(method, path, &token, body);
        asked.query = query.to_owned();
        told(&outcome(&mut cloud, &asked, at(1_000)))
    };
    let json = |told: demo::Told| -> serde_json::Value {
        serde_json::from_slice(&told.body).unwrap_or_default()
    };
    let list = json(asked_of(
        "GET",
        "/api/swr/v2/manage/repos?offset=0&limit=1000",
        "",
    ));
    let mut region = None;
    let mut removed = 0;
    for repository in list.as_array().expect("a list") {
        let name = repository["name"].as_str().expect("a name");
        let organization = repository["namespace"].as_str().expect("one");
        let path = format!(
            "/api/swr/v2/manage/namespaces/{organization}/repos/{}/sync_repo",
            name.replace('/', "$")
        );
        let tasks = json(asked_of("GET", &path, ""));
        for task in tasks.as_array().into_iter().flatten() {
            let of_first = region.get_or_insert_with(|| task["remoteRegionId"].clone());
            if task["remoteRegionId"] != *of_first {
                continue;
            }
            let target = serde_json::json!({
                "remoteRegionId": task["remoteRegionId"],
                "remoteNamespace": task["remoteNamespace"],
            });
            let deleted = asked_of("DELETE", &path, &target.to_string());
            assert!(deleted.status < 300, "{deleted:?}");
            removed += 1;
        }
    }
    assert!(removed > 1, "{removed} tasks");
    assert_eq!(done(&mut cloud), [Trial::StopCopies]);
}

/// Reads the jobs of a repository of which some failed.
fn read_failed(cloud: &mut DemoCloud) {
    let token = sign_in(cloud, Person::Administrator);
    let path = "/api/swr/v2/manage/namespaces/acme-web/repos/shop$api/sync_job";
    let mut read = asked("GET", path, &token, "");
    read.query = "filter=limit::100|offset::0".to_owned();
    let answer = outcome(cloud, &read, at(1_000));
    assert_eq!(answer.then, Then::Nothing);
    let body = String::from_utf8(told(&answer).body).expect("a text");
    assert!(body.contains("failed"), "{body}");
}

#[test]
fn failed_copies_that_were_read_are_not_found_before_somebody_looks_at_them() {
    let mut cloud = begun(Standing::Kept);
    read_failed(&mut cloud);
    assert_eq!(done(&mut cloud), []);
}

#[test]
fn who_looks_at_failed_copies_before_the_cloud_tells_of_one_has_found_none() {
    let mut cloud = begun(Standing::Kept);
    let (body, then) = order(&mut cloud, Order::SeeFailed);
    assert_eq!(Trial::read(body.as_bytes()), []);
    assert_eq!(then, Then::Nothing);
}

#[test]
fn failed_copies_that_were_looked_at_are_found_and_stay_so_after_a_reload() {
    let mut cloud = begun(Standing::Kept);
    read_failed(&mut cloud);
    let (body, then) = order(&mut cloud, Order::SeeFailed);
    assert_eq!(Trial::read(body.as_bytes()), [Trial::FindFailed]);
    let Then::Keep(entry) = then else {
        panic!("nothing is kept");
    };
    let mut again = begun(Standing::Kept);
    again.do_again(&entry);
    assert_eq!(done(&mut again), [Trial::FindFailed]);
    // Only the first finding is written down.
    let (_, then) = order(&mut cloud, Order::SeeFailed);
    assert_eq!(then, Then::Nothing);
}
