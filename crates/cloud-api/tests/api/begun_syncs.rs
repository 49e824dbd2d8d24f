//! What the newest sync jobs say of a sync that was just sent.

use cloud_api::{Before, Subject};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::manual_syncs::{answer, job, list, subject, sync};
use crate::support::Verdict::{self, Applied, CannotTell, NotApplied, PerhapsAnothers};
use crate::support::{ANNA, answer_with};

/// What is known before Anna copies, when this was the newest job.
fn after(newest: Option<u64>) -> Before {
    Before::SyncJobs {
        newest,
        caller: ANNA.to_owned(),
    }
}

/// What a read-back says of copying `latest`, when this was the newest job before.
fn verdict(newest: Option<u64>, status: u16, body: &str) -> Verdict {
    let before = after(newest);
    let write = sync(&["latest"]);
    write
        .judge(&subject("latest"), &before, &answer(status, body))
        .into()
}

#[test]
fn only_a_later_job_of_the_same_tag_and_target_says_that_it_began() {
    let known = || job(&json!(900), "1.4.1", "acme-web-nl");
    let cases = [
        (vec![known()], NotApplied),
        (vec![job(&json!(900), "latest", "acme-web-nl")], NotApplied),
        (vec![job(&json!(901), "latest", "acme-web-nl")], Applied),
        (vec![job(&json!("901"), "latest", "acme-web-nl")], Applied),
        (
            vec![job(&json!(901), "1.4.2", "acme-web-nl"), known()],
            NotApplied,
        ),
        (
            vec![job(&json!(901), "latest", "acme-web"), known()],
            NotApplied,
        ),
        (
            vec![
                job(&json!(900), "latest", "acme-web-nl"),
                job(&json!(901), "latest", "acme-web-nl"),
            ],
            Applied,
        ),
        (vec![job(&json!(null), "latest", "acme-web-nl")], CannotTell),
        (vec![job(&json!("x"), "latest", "acme-web-nl")], CannotTell),
        (
            vec![known(), job(&json!(null), "1.4.2", "acme-web-nl")],
            NotApplied,
        ),
        (vec![known(), json!({})], NotApplied),
    ];
    for (jobs, expected) in cases {
        let body = list(&jobs);
        assert_eq!(verdict(Some(900), 200, &body), expected, "{body}");
    }
}

#[test]
fn a_later_job_that_is_not_said_to_be_the_callers_may_be_anothers() {
    let by = |user: Value| {
        let mut job = job(&json!(901), "latest", "acme-web-nl");
        job["syncOperatorId"] = user;
        job
    };
    for user in [
        json!("1e2c6d7f8a9b4ac1b2d3e4f506172839"),
        json!(""),
        json!(null),
    ] {
        let body = list(&[by(user.clone())]);
        assert_eq!(verdict(Some(900), 200, &body), PerhapsAnothers, "{user}");
        let both = list(&[by(user.clone()), by(json!(ANNA))]);
        assert_eq!(verdict(Some(900), 200, &both), Applied, "{user}");
    }
}

#[test]
fn where_there_were_no_jobs_before_any_job_says_that_it_began() {
    let body = list(&[job(&json!(0), "latest", "acme-web-nl")]);
    assert_eq!(verdict(None, 200, &body), Applied);
}

#[test]
fn a_page_that_does_not_reach_back_to_the_jobs_of_before_denies_nothing() {
    let others = |ids: std::ops::Range<u64>| -> Vec<Value> {
        let job = |id| job(&json!(id), "1.4.2", "acme-web-nl");
        ids.rev().map(job).collect()
    };
    let judged = |newest, jobs: &[Value], total: Option<usize>| -> Verdict {
        let range = total.map(|total| format!("0-{}/{total}", jobs.len()));
        let headers = range.iter().map(|range| ("Content-Range", &**range));
        let headers: Vec<(&str, &str)> = headers.collect();
        let answer = answer_with(200, &headers, list(jobs).as_bytes());
        let before = after(newest);
        let judgement = sync(&["latest"]).judge(&subject("latest"), &before, &answer);
        judgement.into()
    };
    let cases = [
        (Some(900), others(901..1001), Some(150), CannotTell),
        (Some(900), others(900..1001), Some(150), NotApplied),
        (Some(900), others(901..1001), Some(100), NotApplied),
        (Some(900), others(901..1001), None, CannotTell),
        // A site that puts the oldest first shows what is old only.
        (
            Some(900),
            others(1..100).into_iter().rev().collect(),
            Some(150),
            CannotTell,
        ),
        (None, others(1..101), Some(150), CannotTell),
        (None, others(1..101), Some(100), NotApplied),
        (None, others(1..101), None, CannotTell),
        (None, vec![], Some(0), NotApplied),
        (None, vec![], None, NotApplied),
    ];
    for (newest, jobs, total, expected) in cases {
        let count = jobs.len();
        let judged = judged(newest, &jobs, total);
        assert_eq!(judged, expected, "{newest:?} {count} of {total:?}");
    }
}

#[test]
fn very_many_tags_are_judged_by_one_reading_of_the_jobs() {
    let names: Vec<String> = (0..5_000).map(|number| format!("v{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let write = sync(&names);
    let jobs = (0..1_000).rev();
    let jobs = jobs.map(|number| job(&json!(number + 1), names[number], "acme-web-nl"));
    let jobs: Vec<Value> = jobs.collect();
    let answer = answer_with(200, &[], list(&jobs).as_bytes());
    let subjects = write.subjects();
    let subjects: Vec<&Subject> = subjects.iter().collect();
    let begun = std::time::Instant::now();
    let before = after(None);
    let judged = write.judge_each(&subjects, &before, &answer);
    // Reading the answer anew for each takes half a minute.
    assert!(begun.elapsed() < std::time::Duration::from_secs(5));
    let verdicts: Vec<Verdict> = judged.into_iter().map(Verdict::from).collect();
    assert!(verdicts[..1_000].iter().all(|it| *it == Applied));
    assert!(verdicts[1_000..].iter().all(|it| *it == CannotTell));
}

#[test]
fn a_list_that_is_not_found_holds_no_job() {
    for code in ["SVCSTG.SWR.4040199", "SVCSTG.SWR.4040010"] {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        assert_eq!(verdict(None, 404, &body), NotApplied, "{code}");
    }
}

#[test]
fn answers_of_another_shape_and_refusals_tell_nothing() {
    for (status, body) in [
        (200, ""),
        (200, "{}"),
        (200, "[null]"),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#,
        ),
        (404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#),
        (404, "[]"),
        (500, "[]"),
    ] {
        assert_eq!(verdict(None, status, body), CannotTell, "{status} {body}");
    }
}

#[test]
fn without_the_jobs_of_before_a_job_may_be_older_than_the_write() {
    let write = sync(&["latest"]);
    let judged = |before, jobs: &[Value]| -> Verdict {
        write
            .judge(&subject("latest"), &before, &answer(200, &list(jobs)))
            .into()
    };
    let its = job(&json!(901), "latest", "acme-web-nl");
    assert_eq!(
        judged(Before::Nothing, std::slice::from_ref(&its)),
        CannotTell
    );
    assert_eq!(judged(Before::Nothing, &[]), CannotTell);
    assert_eq!(judged(after(None), &[its]), Applied);
}

proptest! {
    #[test]
    fn no_chance_answer_says_that_copying_began(status in any::<u16>(), body in any::<String>()) {
        prop_assert_ne!(verdict(Some(1), status, &body), Applied);
    }
}
