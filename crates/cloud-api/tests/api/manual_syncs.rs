//! Copying chosen tags by hand, and the jobs that come of it.

use cloud_api::swr::{ListSyncJobs, PageSize, SortDirection, SyncImages, SyncStatus, SyncTarget};
use cloud_api::{
    Before, Inverse, Manner, Method, Mutation, NotSent, Operation, Response, Subject, Why,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/shop%24api";

pub fn target() -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read("acme-web-nl"),
    }
}

pub fn sync(tags: &[&str]) -> Mutation {
    Mutation::SyncImages(SyncImages {
        repository: read("acme-web/shop/api"),
        tags: tags.iter().map(|tag| read(tag)).collect(),
        target: target(),
        overwrite: false,
    })
}

pub fn subject(tag: &str) -> Subject {
    Subject::manual_sync(&read("acme-web/shop/api"), &read(tag), &target())
}

pub fn answer(status: u16, body: &str) -> Response {
    answer_with(status, &[("Content-Range", "0-2/17")], body.as_bytes())
}

pub fn job(id: &Value, tag: &str, organization: &str) -> Value {
    json!({
        "id": id, "namespace": "acme-web", "repoName": "shop/api", "tag": tag,
        "remoteRegionId": "eu-nl", "remoteNamespace": organization, "override": false,
        "status": "waiting", "syncOperatorId": ANNA, "syncOperatorName": "",
        "createdAt": "2026-11-20T08:11:36.518144Z", "updatedAt": "2026-11-20T08:11:41.505499Z",
    })
}

pub fn list(jobs: &[Value]) -> String {
    json!(jobs).to_string()
}

use crate::support::{ANNA, answer_with, read};

#[test]
fn tags_and_target_stand_in_the_body() {
    let request = sync(&["1.4.2", "latest"]).request().unwrap();
    assert_eq!(
        (request.method(), request.path_and_query()),
        (Method::Post, format!("{REPOSITORY}/sync_images"))
    );
    assert_eq!(
        serde_json::from_slice::<Value>(&request.body).unwrap(),
        json!({
            "imageTag": ["1.4.2", "latest"], "override": false,
            "remoteRegionId": "eu-nl", "remoteNamespace": "acme-web-nl",
        })
    );
}

#[test]
fn a_sync_of_no_tags_is_never_a_request() {
    assert_eq!(sync(&[]).request(), Err(NotSent::NoTagNamed));
}

#[test]
fn each_tag_is_a_subject_in_the_order_of_the_request() {
    let write = sync(&["latest", "1.4.2"]);
    assert_eq!(write.subjects(), [subject("latest"), subject("1.4.2")]);
    assert_eq!(write.manner(), Manner::Start);
}

#[test]
fn a_part_keeps_only_the_wanted_tags() {
    let write = sync(&["latest", "1.4.2"]);
    assert_eq!(
        write.parts(&[subject("1.4.2"), subject("unknown")]),
        [sync(&["1.4.2"])]
    );
    assert_eq!(write.parts(&[subject("unknown")]), []);
}

#[test]
fn the_written_form_stays_as_it_is() {
    assert_eq!(
        json!(sync(&["latest"])),
        json!({ "operation": "swr.sync_images", "parameters": {
            "repository": "acme-web/shop/api", "tags": ["latest"],
            "target": { "region": "eu-nl", "organization": "acme-web-nl" },
            "overwrite": false,
        } })
    );
    assert_eq!(
        json!(subject("latest")),
        json!({
            "kind": "manual_sync", "of": { "repository": "acme-web/shop/api" },
            "id": "latest@eu-nl/acme-web-nl",
        })
    );
}

#[test]
fn the_newest_jobs_are_read_back_with_room_for_those_of_other_targets_and_people() {
    let many: Vec<String> = (0..30).map(|number| format!("v{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for tags in [&["latest"][..], &many] {
        let request = sync(tags).read_back();
        let filter = "limit%3A%3A1000%7Coffset%3A%3A0%7Corder%3A%3Adesc";
        assert_eq!(
            request.path_and_query(),
            format!("{REPOSITORY}/sync_job?filter={filter}")
        );
    }
}

proptest! {
    #[test]
    fn as_many_failed_tags_are_shown_as_an_answer_names(
        status in prop_oneof![Just(200), any::<u16>()],
        tags in prop::collection::vec(any::<String>(), 0..5),
    ) {
        let response = answer(status, &json!(tags).to_string());
        prop_assert_eq!(SyncImages::failed_tags(&response), tags);
    }
}

#[test]
fn tags_that_an_answer_names_as_failed_are_shown_as_text() {
    let cases = [
        (200, "[]", vec![]),
        (200, "", vec![]),
        (200, "{}", vec![]),
        (200, r#"["1.4.2","<b>"]"#, vec!["1.4.2", "<b>"]),
        (200, r#"[{"tag":"1.4.2"}]"#, vec!["1.4.2"]),
        (200, r#"[{"imageTag":"1.4.2","why":"x"}]"#, vec!["1.4.2"]),
        (200, r#"[{"why":"1.4.2"}]"#, vec![r#"{"why":"1.4.2"}"#]),
        (400, r#"["1.4.2"]"#, vec!["1.4.2"]),
        (
            400,
            r#"[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"m"}]"#,
            vec![],
        ),
        (403, r#"{"error_code":"SVCSTG.SWR.4030170"}"#, vec![]),
        (502, "<html>", vec![]),
    ];
    for (status, body, expected) in cases {
        assert_eq!(
            SyncImages::failed_tags(&answer(status, body)),
            expected,
            "{status} {body}"
        );
    }
}

#[test]
fn of_its_own_tags_those_that_an_answer_names_are_left_out() {
    let write = sync(&["1.4.1", "1.4.2"]);
    let left_out = |body: &str| write.left_out(&answer(200, body));
    assert_eq!(left_out(r#"["1.4.2","other"]"#), [subject("1.4.2")]);
    assert_eq!(left_out("[]"), []);
    for name in ["tag", "Tag", "imageTag", "image_tag"] {
        let body = format!(r#"[{{"{name}":"1.4.2","reason":"1.4.1"}}]"#);
        assert_eq!(left_out(&body), [subject("1.4.2")], "{name}");
    }
    assert_eq!(left_out(r#"[{"reason":"1.4.2"},{"tag":["1.4.2"]}]"#), []);
}

#[test]
fn a_copy_is_not_undone() {
    assert_eq!(
        sync(&["latest"]).inverse(&Before::Nothing),
        Inverse::None(Why::CopiesStay)
    );
}

#[test]
fn jobs_are_asked_for_by_one_filter() {
    let operation = ListSyncJobs {
        repository: read("acme-web/shop/api"),
        offset: 20,
        limit: PageSize::LARGEST,
        order: SortDirection::Ascending,
    };
    assert_eq!(
        operation.request().query,
        [("filter", "limit::1000|offset::20|order::asc".to_owned())]
    );
}

#[test]
fn fewer_jobs_are_asked_for_where_many_are_refused() {
    let request = ListSyncJobs::newest(&read("acme-web/shop/api")).request();
    let fewer = request.instead.map(|instead| instead.query);
    let filter = "limit::100|offset::0|order::desc".to_owned();
    assert_eq!(fewer, Some(vec![("filter", filter)]));
    let few = ListSyncJobs {
        limit: PageSize::USUAL,
        ..ListSyncJobs::newest(&read("acme-web/shop/api"))
    };
    assert_eq!(few.request().instead, None);
}

#[test]
fn a_page_of_jobs_has_total_newest_operator_and_status() {
    let mut by_hand = job(&json!(901), "1.4.2", "acme-web-nl");
    by_hand["syncOperatorName"] = json!("anna");
    by_hand["status"] = json!("success");
    let page = ListSyncJobs::decode(&answer(
        200,
        &list(&[job(&json!("902"), "latest", "acme-web-nl"), by_hand]),
    ))
    .unwrap();
    assert_eq!((page.total, page.newest()), (Some(17), Some(902)));
    let operators: Vec<_> = page.jobs.iter().map(|job| job.operator()).collect();
    assert_eq!(operators, [None, Some("anna")]);
    let statuses: Vec<_> = page.jobs.iter().map(|job| job.status.clone()).collect();
    assert_eq!(statuses, [SyncStatus::Waiting, SyncStatus::Success]);
    assert!(page.jobs[0].is_for(&target()));
}

#[test]
fn a_job_without_fields_is_read() {
    let page = ListSyncJobs::decode(&answer(200, r#"[{},{"syncOperatorName":null}]"#)).unwrap();
    assert_eq!(page.newest(), None);
    assert_eq!(page.jobs[0].status, SyncStatus::Unknown(String::new()));
    assert_eq!(page.jobs[1].operator(), None);
}

#[test]
fn a_list_of_jobs_that_is_null_or_not_found_is_empty() {
    let not_found = r#"{"error_code":"SVCSTG.SWR.4040199","error_msg":"task not found"}"#;
    for (status, body) in [(200, "null"), (200, "[]"), (404, not_found)] {
        let page = ListSyncJobs::decode(&answer(status, body));
        assert_eq!(page.map(|page| page.jobs.len()), Ok(0), "{status} {body}");
    }
}

#[test]
fn a_repository_that_is_not_found_is_no_empty_list() {
    for code in ["SVCSTG.SWR.4040010", "SVCSTG.SWR.4040058", "APIGW.0101"] {
        let body = format!(r#"{{"errors":[{{"errorCode":"{code}","errorMessage":"m"}}]}}"#);
        assert!(ListSyncJobs::decode(&answer(404, &body)).is_err(), "{code}");
    }
}

#[test]
fn documented_statuses_are_known_and_others_are_kept_as_they_are() {
    let cases = [
        ("waiting", SyncStatus::Waiting, false),
        ("running", SyncStatus::Running, false),
        ("success", SyncStatus::Success, true),
        ("failed", SyncStatus::Failed, true),
        ("timeout", SyncStatus::Timeout, true),
        ("cancel", SyncStatus::Cancel, true),
        ("existed", SyncStatus::Existed, true),
        ("", SyncStatus::Unknown(String::new()), false),
        ("SUCCESS", SyncStatus::Unknown("SUCCESS".to_owned()), false),
        (
            "<b>paused</b>",
            SyncStatus::Unknown("<b>paused</b>".to_owned()),
            false,
        ),
    ];
    for (text, status, is_terminal) in cases {
        assert_eq!(SyncStatus::from(text.to_owned()), status);
        assert_eq!(status.is_terminal(), is_terminal, "{text}");
    }
}

/// What the jobs of a write are told from after this page of `total` jobs.
fn before(total: u64, jobs: &[Value]) -> Before {
    let range = format!("0-{}/{total}", jobs.len());
    let answer = answer_with(200, &[("Content-Range", &range)], list(jobs).as_bytes());
    ListSyncJobs::decode(&answer).unwrap().before(ANNA)
}

#[test]
fn jobs_are_told_from_older_ones_only_where_the_newest_is_surely_known() {
    let job = |id: Value| job(&id, "latest", "acme-web-nl");
    let newest = |newest| Before::SyncJobs {
        newest,
        caller: ANNA.to_owned(),
    };
    let cases = [
        (0, vec![], newest(None)),
        (2, vec![job(json!(902)), job(json!(901))], newest(Some(902))),
        (
            17,
            vec![job(json!(902)), job(json!(901))],
            newest(Some(902)),
        ),
        // A site that puts the oldest first.
        (17, vec![job(json!(1)), job(json!(2))], Before::Nothing),
        (2, vec![job(json!(1)), job(json!(2))], newest(Some(2))),
        (2, vec![job(json!(902)), job(json!(null))], Before::Nothing),
        (2, vec![job(json!(902)), json!("broken")], Before::Nothing),
    ];
    for (total, jobs, expected) in cases {
        assert_eq!(before(total, &jobs), expected, "{jobs:?}");
    }
}
