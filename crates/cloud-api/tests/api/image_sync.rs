//! Starting a sync: what is sent, and how the new task is told from the list of tasks.

use cloud_api::clipboard::curl;
use cloud_api::hss::{
    EnterpriseProject, ListSyncTasks, Page, PickedRegistries, PickedRegistriesError,
    RegistriesToSync, RegistryToSync, RegistryType, StartImageSync, SyncTask, TasksBefore,
    may_be_anothers,
};
use cloud_api::{
    Before, HeaderValue, Judgement, Method, Mutation, NotSent, Operation, RegionId, Request,
    Service, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::Verdict::{self, CannotTell, NotApplied, PerhapsAnothers};

use crate::support::{PROJECT, answer_of_hss, read};

fn registry(id: &str) -> RegistryToSync {
    RegistryToSync {
        registry_id: read(id),
        registry_type: RegistryType::Harbor,
    }
}

/// Tasks by ID and time of beginning; 0 has not begun.
fn page(tasks: &[(&str, i64)]) -> Page<SyncTask> {
    let rows = tasks.iter().map(|(id, begin)| SyncTask {
        task_id: (*id).to_owned(),
        begin_time: (*begin > 0).then(|| Timestamp::from_milliseconds(*begin)),
        ..SyncTask::default()
    });
    Page {
        rows: rows.collect::<Vec<_>>().into(),
        total: Some(tasks.len() as u64),
    }
}

fn start(registries: RegistriesToSync) -> StartImageSync {
    StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::All,
        registries,
    }
}

fn picked(ids: &[&str]) -> RegistriesToSync {
    let registries: Vec<_> = ids.iter().map(|id| registry(id)).collect();
    match PickedRegistries::try_from(registries) {
        Ok(picked) => RegistriesToSync::Picked(picked),
        Err(error) => panic!("{error}"),
    }
}

fn request(start: StartImageSync) -> Request {
    match Mutation::StartImageSync(start).request() {
        Ok(request) => request,
        Err(error) => panic!("{error}"),
    }
}

fn body(request: &Request) -> Value {
    serde_json::from_slice(&request.body).unwrap_or(Value::Null)
}

#[test]
fn all_registries_are_asked_for_without_naming_any() {
    let request = request(start(RegistriesToSync::All));
    assert_eq!(
        (request.service(), request.method()),
        (Service::Hss, Method::Post)
    );
    assert_eq!(
        request.path_and_query(),
        format!("/v5/{PROJECT}/image/image-sync/tasks?enterprise_project_id=all_granted_eps")
    );
    assert_eq!(body(&request), json!({ "sync_all_registries": true }));
}

#[test]
fn picked_registries_are_named_with_their_types() {
    let request = request(start(picked(&["r1", "r2"])));
    assert_eq!(
        body(&request),
        json!({ "sync_all_registries": false, "registry_info": [
            { "registry_id": "r1", "registry_type": "Harbor" },
            { "registry_id": "r2", "registry_type": "Harbor" },
        ] })
    );
}

#[test]
fn the_region_is_sent_as_a_header() {
    let request = request(start(RegistriesToSync::All));
    let region = HeaderValue::Plain("eu-de".to_owned());
    assert!(request.headers.contains(&("region", region)));
    let line = curl::command(&request, "https://console.example.com");
    assert!(line.is_some_and(|line| line.contains("-H 'region: eu-de'")));
}

#[test]
fn a_sync_of_no_registry_cannot_be_written() {
    assert_eq!(
        PickedRegistries::try_from(Vec::new()),
        Err(PickedRegistriesError::Empty)
    );
}

#[test]
fn a_registry_cannot_be_picked_twice() {
    let registries = ["r2", "r1", "r2"].map(registry).to_vec();
    assert_eq!(
        PickedRegistries::try_from(registries),
        Err(PickedRegistriesError::Twice(read("r2")))
    );
}

#[test]
fn registries_stay_in_the_order_in_which_they_were_picked() {
    let RegistriesToSync::Picked(picked) = picked(&["r2", "r1"]) else {
        panic!("nothing was picked")
    };
    assert_eq!(picked.registries(), [registry("r2"), registry("r1")]);
}

fn verdict(before: &[(&str, i64)], answer: &str) -> Verdict {
    judged(before, 200, answer)
}

fn judged(before: &[(&str, i64)], status: u16, body: &str) -> Verdict {
    let before = Before::ImageSyncTasks(TasksBefore::of(&page(before)));
    let write = Mutation::StartImageSync(start(RegistriesToSync::All));
    write
        .judge(&write.subjects()[0], &before, &answer_of_hss(status, body))
        .into()
}

/// A list of manual tasks by ID and time of beginning.
fn listing(total: u64, tasks: &[(&str, i64)]) -> String {
    let rows: Vec<Value> = tasks
        .iter()
        .map(|(id, begin)| json!({ "task_id": id, "task_type": "manualSync", "begin_time": begin }))
        .collect();
    json!({ "total_num": total, "data_list": rows }).to_string()
}

#[test]
fn a_task_that_was_not_there_before_may_be_the_started_one_or_anothers() {
    let now = listing(2, &[("new", 20), ("old", 10)]);
    assert_eq!(verdict(&[("old", 10)], &now), PerhapsAnothers);
}

#[test]
fn a_task_in_the_same_millisecond_as_the_newest_known_one_is_new() {
    let now = listing(2, &[("new", 10), ("old", 10)]);
    assert_eq!(verdict(&[("old", 10)], &now), PerhapsAnothers);
}

#[test]
fn a_task_that_has_not_begun_yet_is_new() {
    let now = listing(2, &[("old", 10), ("new", 0)]);
    assert_eq!(verdict(&[("old", 10)], &now), PerhapsAnothers);
}

#[test]
fn the_first_task_of_all_is_new() {
    assert_eq!(verdict(&[], &listing(1, &[("new", 20)])), PerhapsAnothers);
}

#[test]
fn a_later_task_says_that_it_may_be_anothers() {
    let write = Mutation::StartImageSync(start(RegistriesToSync::All));
    let before = Before::ImageSyncTasks(TasksBefore::of(&page(&[])));
    let judged = |body: &str| write.judge(&write.subjects()[0], &before, &answer_of_hss(200, body));
    let Judgement::PerhapsAnothers(error) = judged(&listing(1, &[("new", 20)])) else {
        panic!("a task that names nobody proves no start of one's own")
    };
    assert!(may_be_anothers(&error));
    let Judgement::CannotTell(error) = judged("{}") else {
        panic!("an empty answer shows nothing")
    };
    assert!(!may_be_anothers(&error));
}

#[test]
fn the_same_list_as_before_shows_that_nothing_was_started() {
    let now = listing(2, &[("b", 20), ("a", 10)]);
    assert_eq!(verdict(&[("b", 20), ("a", 10)], &now), NotApplied);
}

#[test]
fn an_empty_list_shows_that_nothing_was_started() {
    assert_eq!(verdict(&[], &listing(0, &[])), NotApplied);
    assert_eq!(verdict(&[("old", 10)], &listing(0, &[])), NotApplied);
}

#[test]
fn an_older_task_from_another_page_is_not_taken_for_the_new_one() {
    let now = listing(2, &[("b", 20), ("older", 5)]);
    assert_eq!(verdict(&[("b", 20), ("a", 10)], &now), NotApplied);
}

#[test]
fn a_task_that_began_after_it_was_known_is_not_taken_for_the_new_one() {
    let now = listing(2, &[("waiting", 30), ("a", 10)]);
    assert_eq!(verdict(&[("waiting", 0), ("a", 10)], &now), NotApplied);
}

#[test]
fn a_task_that_the_service_started_by_itself_is_not_taken_for_the_new_one() {
    let now =
        r#"{"total_num":1,"data_list":[{"task_id":"new","task_type":"autoSync","begin_time":20}]}"#;
    assert_eq!(verdict(&[], now), NotApplied);
}

#[test]
fn the_newest_part_of_a_long_list_tells_that_nothing_was_started() {
    let now = listing(500, &[("b", 20), ("a", 10)]);
    assert_eq!(verdict(&[("b", 20), ("a", 10)], &now), NotApplied);
}

#[test]
fn a_part_of_a_long_list_in_another_order_tells_nothing() {
    let now = listing(500, &[("a", 10), ("b", 20)]);
    assert_eq!(verdict(&[("b", 20), ("a", 10)], &now), CannotTell);
}

#[test]
fn lists_of_another_shape_tell_nothing() {
    for body in [
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        r#"{"data_list":[]}"#,
        r#"{"data_list":null,"total_num":3}"#,
        r#"{"data_list":[7],"total_num":1}"#,
        r#"{"data_list":[7],"total_num":0}"#,
        r#"{"error_code":0,"error_description":"success"}"#,
    ] {
        assert_eq!(verdict(&[], body), CannotTell, "{body}");
    }
}

#[test]
fn a_refused_read_back_tells_nothing() {
    let new = listing(1, &[("new", 20)]);
    for (status, body) in [
        (400, r#"{"error_code":"HSS.0001","error_description":"m"}"#),
        (400, r#"{"error_code":"HSS.1005","error_description":"m"}"#),
        (401, r#"{"error_code":"APIGW.0301","error_msg":"m"}"#),
        (403, r#"{"error_code":"00000010","error_description":"m"}"#),
        (404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#),
        (500, new.as_str()),
        (302, new.as_str()),
    ] {
        assert_eq!(judged(&[], status, body), CannotTell, "{status} {body}");
    }
}

#[test]
fn without_the_tasks_of_before_nothing_is_told() {
    let write = Mutation::StartImageSync(start(RegistriesToSync::All));
    let read_back = answer_of_hss(200, &listing(1, &[("new", 20)]));
    for before in [Before::Nothing, Before::SyncTasks(Vec::new())] {
        let judgement = write.judge(&write.subjects()[0], &before, &read_back);
        assert_eq!(Verdict::from(judgement), CannotTell);
    }
}

fn new_ids(before: &[(&str, i64)], now: &[(&str, i64)]) -> Vec<String> {
    let now = page(now);
    TasksBefore::of(&page(before))
        .new_among(&now.rows)
        .into_iter()
        .map(|task| task.task_id.clone())
        .collect()
}

#[test]
fn when_two_tasks_appear_it_is_one_of_these() {
    assert_eq!(
        new_ids(&[("a", 10)], &[("c", 21), ("b", 20), ("a", 10)]),
        ["c", "b"]
    );
}

#[test]
fn a_task_that_begins_much_later_than_the_first_new_one_was_started_by_others() {
    const HOUR: i64 = 3_600_000;
    let own = 1_000;
    let now = [("hour", own + HOUR), ("day", own + 24 * HOUR), ("own", own)];
    assert_eq!(new_ids(&[("a", 10)], &now), ["own"]);
    assert_eq!(new_ids(&[], &now), ["own"]);
}

#[test]
fn two_minutes_after_the_first_new_task_are_the_last_that_a_start_may_have_become() {
    let now = [("b", 121_000), ("c", 121_001), ("a", 1_000)];
    assert_eq!(new_ids(&[], &now), ["b", "a"]);
}

#[test]
fn a_task_that_still_waits_is_not_the_new_one_when_another_has_begun() {
    assert_eq!(new_ids(&[], &[("waiting", 0), ("own", 20)]), ["own"]);
    assert_eq!(
        new_ids(&[("a", 10)], &[("waiting", 0), ("a", 10)]),
        ["waiting"]
    );
}

#[test]
fn a_task_without_an_id_is_never_the_new_one() {
    assert_eq!(new_ids(&[], &[("", 20)]), Vec::<String>::new());
}

#[test]
fn a_region_that_no_header_can_carry_keeps_the_start_from_being_sent() {
    for region in ["欧洲-1", "eu-dé", "eu-d\u{200b}e"] {
        let start = StartImageSync {
            region: RegionId::listed(region).expect("a listed region"),
            ..start(RegistriesToSync::All)
        };
        let request = Mutation::StartImageSync(start).request();
        assert_eq!(request, Err(NotSent::NotBuilt), "{region}");
    }
}

#[test]
fn the_read_back_is_the_list_that_was_read_before() {
    let write = Mutation::StartImageSync(start(RegistriesToSync::All));
    let before = ListSyncTasks::first_page(read(PROJECT), EnterpriseProject::All).request();
    assert_eq!(write.read_back(), before);
}

proptest! {
    #[test]
    fn no_read_back_makes_judging_panic(
        status in prop_oneof![Just(200), any::<u16>()],
        body in prop_oneof![any::<String>(), "\\{\"(data_list|total_num)\":[\\[\\]{}:,\"a-z0-9]{0,30}\\}"],
    ) {
        judged(&[("a", 10)], status, &body);
    }

    #[test]
    fn the_list_of_before_in_any_order_never_shows_a_new_task(
        tasks in prop::collection::btree_map("[a-z]{1,3}", 0..50_i64, 0..8),
    ) {
        let mut tasks: Vec<(&str, i64)> = tasks.iter().map(|(id, begin)| (id.as_str(), *begin)).collect();
        let before = tasks.clone();
        tasks.sort_by_key(|(_, begin)| *begin);
        prop_assert_eq!(new_ids(&before, &tasks), Vec::<String>::new());
        prop_assert_eq!(verdict(&before, &listing(tasks.len() as u64, &tasks)), NotApplied);
    }

    #[test]
    fn a_task_that_is_new_and_begins_last_is_always_found(
        tasks in prop::collection::btree_map("[a-z]{1,3}", 0..50_i64, 0..8),
        place in any::<prop::sample::Index>(),
    ) {
        let before: Vec<(&str, i64)> = tasks.iter().map(|(id, begin)| (id.as_str(), *begin)).collect();
        let mut after = before.clone();
        after.insert(place.index(before.len() + 1), ("NEW", 50));
        prop_assert_eq!(new_ids(&before, &after), ["NEW"]);
        prop_assert_eq!(verdict(&before, &listing(after.len() as u64, &after)), PerhapsAnothers);
    }
}
