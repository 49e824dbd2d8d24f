//! Which tags a target lacks, as far as the jobs tell.

use cloud_api::Operation;
use cloud_api::swr::{ListSyncJobs, ListTags, SyncJob, SyncTarget, Tag, missing_tags};

use crate::support::{answer, read};

fn target(organization: &str) -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read(organization),
    }
}

fn tag(name: &str, updated: &str) -> Tag {
    let body = format!(r#"[{{"Tag":"{name}","updated":"{updated}"}}]"#);
    match ListTags::decode(&answer(200, &body)) {
        Ok(mut page) => page.tags.rows.remove(0),
        Err(error) => panic!("{error}"),
    }
}

fn job(tag: &str, status: &str, created: &str) -> SyncJob {
    let body = format!(
        r#"[{{"id":1,"tag":"{tag}","status":"{status}","createdAt":"{created}","remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl"}}]"#
    );
    match ListSyncJobs::decode(&answer(200, &body)) {
        Ok(mut page) => page.jobs.rows.remove(0),
        Err(error) => panic!("{error}"),
    }
}

fn missing(tags: &[Tag], jobs: &[SyncJob]) -> Vec<String> {
    missing_tags(tags, jobs, &target("acme-web-nl"))
        .iter()
        .map(ToString::to_string)
        .collect()
}

const MORNING: &str = "2026-11-20T08:00:00Z";
const NOON: &str = "2026-11-20T12:00:00Z";

#[test]
fn a_tag_without_a_job_is_missing() {
    assert_eq!(missing(&[tag("1.4.2", MORNING)], &[]), ["1.4.2"]);
    assert_eq!(
        missing(&[tag("1.4.2", MORNING)], &[job("latest", "success", NOON)]),
        ["1.4.2"]
    );
}

#[test]
fn a_tag_that_was_copied_or_is_about_to_be_is_not_missing() {
    for status in ["success", "existed", "waiting", "running"] {
        let jobs = [job("1.4.2", status, NOON)];
        assert_eq!(
            missing(&[tag("1.4.2", MORNING)], &jobs),
            [""; 0],
            "{status}"
        );
    }
}

#[test]
fn a_tag_whose_jobs_failed_or_say_nothing_known_is_missing() {
    for status in ["failed", "timeout", "cancel", "melted", ""] {
        let jobs = [job("1.4.2", status, NOON)];
        assert_eq!(
            missing(&[tag("1.4.2", MORNING)], &jobs),
            ["1.4.2"],
            "{status}"
        );
    }
}

#[test]
fn a_tag_pushed_again_after_its_job_is_missing() {
    let jobs = [job("latest", "success", MORNING)];
    assert_eq!(missing(&[tag("latest", NOON)], &jobs), ["latest"]);
}

#[test]
fn a_job_to_another_target_copies_nothing_here() {
    let target = target("others");
    let tags = [tag("latest", MORNING)];
    assert_eq!(
        missing_tags(&tags, &[job("latest", "success", NOON)], &target).len(),
        1
    );
}

#[test]
fn without_a_readable_time_the_word_of_the_job_counts() {
    let jobs = [job("latest", "success", "yesterday")];
    assert_eq!(missing(&[tag("latest", NOON)], &jobs), [""; 0]);
}

#[test]
fn a_tag_that_no_request_could_carry_is_left_out() {
    assert_eq!(missing(&[tag("a/b", NOON)], &[]), [""; 0]);
}
