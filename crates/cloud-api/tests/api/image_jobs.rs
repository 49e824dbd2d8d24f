//! Jobs of machine images, in both of their forms.

use cloud_api::ims::{Job, JobAddress, JobId, JobStatus, ShowJob};
use cloud_api::{ApiError, Meaning, Operation};
use proptest::prelude::*;

use crate::support::{PROJECT, answer, decoded, read};

const JOB: &str = "9a175ac692fa12540193002a6d4b2720";

fn job(fields: &str) -> Job {
    decoded::<ShowJob>(&format!("{{{fields}}}"))
}

fn path(address: JobAddress) -> String {
    let operation = ShowJob {
        job: read(JOB),
        project: read(PROJECT),
        address,
    };
    operation.request().path_and_query()
}

#[test]
fn a_job_has_two_addresses() {
    assert_eq!(
        path(JobAddress::Plain),
        format!("/v1/cloudimages/job/{JOB}")
    );
    assert_eq!(
        path(JobAddress::OfProject),
        format!("/v1/{PROJECT}/jobs/{JOB}")
    );
}

#[test]
fn the_jobs_of_the_examples_are_read() {
    let init = job(
        r#""job_id":"9a175ac692fa12540193002a6d4b2720","job_type":"imsAddImageMembersJob","begin_time":"2026-11-20T06:30:00.778Z","end_time":"","status":"INIT","error_code":null,"fail_reason":null,"entities":{}"#,
    );
    assert_eq!(init.known_status(), Some(JobStatus::Init));
    assert_eq!((&*init.error_code, &*init.fail_reason), ("", ""));
    let failed = job(
        r#""job_id":"9a","job_type":"imsDelImageMembersJob","begin_time":"2026-11-20T06:33:32.781Z","end_time":"2026-11-20T06:33:34.181Z","status":"FAIL","error_code":"IMG.0113","fail_reason":"Failed to delete the tenant.","entities":{"results":[{"image_id":"5f3c1c0e","project_id":"b7d1","status":"FAIL"}]}"#,
    );
    assert_eq!(failed.known_status(), Some(JobStatus::Fail));
    assert_eq!(failed.error_code, "IMG.0113");
    assert_eq!(failed.fail_reason, "Failed to delete the tenant.");
    let result = &failed.results[0];
    assert_eq!(
        (&*result.image_id, &*result.project_id, &*result.status),
        ("5f3c1c0e", "b7d1", "FAIL")
    );
}

#[test]
fn a_result_without_its_project_is_read() {
    let job =
        job(r#""status":"SUCCESS","entities":{"results":[{"image_id":"5f","status":"success"}]}"#);
    assert_eq!(job.results[0].project_id, "");
}

#[test]
fn a_job_of_the_newer_address_is_read() {
    let job = job(
        r#""job_id":"9a","status":"RUNNING","begin_time":"04-Jun-2015 18:11:06:586","entities":{"process_percent":0.42,"current_task":"x","subJobId":"sub-1"}"#,
    );
    assert_eq!(job.percent, Some(42));
    assert_eq!(job.sub_jobs, ["sub-1"]);
    assert_eq!(job.begin_time, "04-Jun-2015 18:11:06:586");
}

#[test]
fn statuses_are_read_in_any_case_and_unknown_ones_stay() {
    for (word, status) in [
        ("init", Some(JobStatus::Init)),
        ("Running", Some(JobStatus::Running)),
        ("success", Some(JobStatus::Success)),
        ("FAILED", Some(JobStatus::Fail)),
        ("fail", Some(JobStatus::Fail)),
        ("PAUSED", None),
    ] {
        let job = job(&format!(r#""status":"{word}""#));
        assert_eq!((&*job.status, job.known_status()), (word, status));
    }
}

#[test]
fn only_a_share_of_the_whole_is_a_percentage() {
    for (told, percent) in [
        ("1", Some(100)),
        ("0", Some(0)),
        (r#""0.5""#, Some(50)),
        (r#"" 0.29 ""#, Some(29)),
        ("0.995", Some(100)),
        ("1.001", None),
        (r#""1e400""#, None),
        ("42", None),
        ("-1", None),
        ("null", None),
        (r#""much""#, None),
    ] {
        let job = job(&format!(
            r#""status":"RUNNING","entities":{{"process_percent":{told}}}"#
        ));
        assert_eq!(job.percent, percent, "{told}");
    }
}

#[test]
fn an_answer_without_a_status_shows_no_job() {
    for body in [
        "{}",
        "[]",
        "7",
        r#"{"status":""}"#,
        r#"{"status":null,"job_id":"x"}"#,
    ] {
        assert!(ShowJob::decode(&answer(200, body)).is_err(), "{body}");
    }
}

#[test]
fn a_job_tells_its_reason_as_a_refusal_does() {
    let failed = job(r#""status":"FAIL","error_code":"IMG.0088","fail_reason":"too many""#);
    assert_eq!(failed.failure().meaning(), Some(Meaning::QuotaReached));
    let untold = job(r#""status":"FAIL""#);
    assert_eq!(untold.failure().meaning(), Some(Meaning::Other));
}

#[test]
fn an_answer_names_its_job_or_nobody_knows_what_becomes_of_the_write() {
    let named = JobId::in_answer(&answer(200, &format!(r#"{{"job_id":"{JOB}"}}"#)));
    assert_eq!(named.map(|id| id.to_string()).as_deref(), Ok(JOB));
    for body in [
        "",
        "{}",
        r#"{"job_id":null}"#,
        r#"{"job_id":""}"#,
        r#"{"job_id":"../x"}"#,
    ] {
        let error = JobId::in_answer(&answer(200, body));
        assert!(matches!(error, Err(ApiError::Unreadable(_))), "{body}");
    }
}

proptest! {
    #[test]
    fn no_answer_breaks_the_reading_of_a_job(
        status in "[A-Za-z]{0,8}",
        entities in r#"(null|\[\]|7|\{"results":(7|\[7,\{\}\]),"process_percent":"x"\})"#,
    ) {
        let body = format!(r#"{{"status":"{status}","entities":{entities}}}"#);
        let read = ShowJob::decode(&answer(200, &body));
        prop_assert_eq!(read.is_ok(), !status.is_empty());
    }
}
