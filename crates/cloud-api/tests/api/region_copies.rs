//! How copies stand, alone and counted by region.

use cloud_api::Timestamp;
use cloud_api::swr::{
    CountedTask, LastCopy, LastJob, RegionCopies, SyncJob, SyncJobPage, SyncStatus, SyncTask,
    arrived_at,
};

fn at(text: &str) -> Option<Timestamp> {
    Timestamp::parse(text)
}

fn last(status: SyncStatus, created_at: &str) -> LastJob {
    let mut job = SyncJob::default();
    job.status = status;
    job.created_at = created_at.to_owned();
    LastJob::Job(job)
}

const NOW: &str = "2026-11-27T12:00:00Z";

fn stands(last: &LastJob, changed_at: &str) -> LastCopy {
    let now = at(NOW).unwrap();
    LastCopy::of(last, at(changed_at), now)
}

#[test]
fn a_copy_that_failed_lately_needs_a_hand_and_an_old_failure_does_not() {
    let long_ago = "2026-03-12T08:00:00Z";
    for status in [SyncStatus::Failed, SyncStatus::Timeout, SyncStatus::Cancel] {
        let recent = last(status.clone(), "2026-10-28T12:00:01Z");
        assert_eq!(stands(&recent, long_ago), LastCopy::Missing);
        let a_month_ago = last(status.clone(), "2026-10-28T12:00:00Z");
        assert_eq!(stands(&a_month_ago, long_ago), LastCopy::FailedBefore);
        assert!(stands(&a_month_ago, long_ago).has_failed());
    }
}

#[test]
fn an_old_failure_needs_a_hand_once_the_repository_has_changed() {
    let failed = last(SyncStatus::Failed, "2026-03-12T08:00:00Z");
    assert_eq!(
        stands(&failed, "2026-03-12T08:00:00Z"),
        LastCopy::FailedBefore
    );
    assert_eq!(stands(&failed, "2026-03-12T08:00:01Z"), LastCopy::Missing);
    assert_eq!(stands(&failed, "no time"), LastCopy::FailedBefore);
}

#[test]
fn a_failure_without_a_readable_time_is_not_called_old() {
    for odd in ["", "yesterday"] {
        assert_eq!(
            stands(&last(SyncStatus::Failed, odd), ""),
            LastCopy::Missing
        );
    }
}

#[test]
fn what_is_not_known_is_neither_copied_nor_failed() {
    let odd = last(SyncStatus::Unknown("lost".to_owned()), NOW);
    assert_eq!(stands(&odd, NOW), LastCopy::NotTold);
    assert_eq!(stands(&LastJob::NotTold, NOW), LastCopy::NotTold);
    assert_eq!(stands(&LastJob::None, NOW), LastCopy::NeverRan);
    assert_eq!(
        stands(&last(SyncStatus::Running, NOW), NOW),
        LastCopy::UnderWay
    );
    assert_eq!(
        stands(&last(SyncStatus::Existed, NOW), NOW),
        LastCopy::Arrived
    );
}

fn counted(
    region: &str,
    last_copy: LastCopy,
    arrived: &str,
) -> (String, LastCopy, Option<Timestamp>) {
    (region.to_owned(), last_copy, at(arrived))
}

fn by_region(tasks: &[(String, LastCopy, Option<Timestamp>)]) -> Vec<RegionCopies> {
    let tasks = tasks
        .iter()
        .map(|(region, last_copy, arrived_at)| CountedTask {
            region,
            last_copy: *last_copy,
            arrived_at: *arrived_at,
        });
    RegionCopies::by_region(tasks)
}

#[test]
fn tasks_are_counted_by_region_and_how_their_last_copy_went() {
    let regions = by_region(&[
        counted("eu-nl", LastCopy::Arrived, "2026-11-27T08:00:00Z"),
        counted("af-south-1", LastCopy::Missing, "2026-03-12T08:00:00Z"),
        counted("af-south-1", LastCopy::FailedBefore, ""),
        counted("af-south-1", LastCopy::NeverRan, ""),
        counted("af-south-1", LastCopy::UnderWay, ""),
        counted("af-south-1", LastCopy::NotTold, ""),
        counted("af-south-1", LastCopy::Arrived, "2026-02-01T08:00:00Z"),
    ]);
    let names: Vec<&str> = regions.iter().map(|it| it.region.as_str()).collect();
    assert_eq!(names, ["af-south-1", "eu-nl"]);
    let africa = &regions[0];
    let counts = (africa.copied, africa.failed, africa.never_ran, africa.open);
    assert_eq!(counts, (1, 2, 1, 2));
    assert_eq!(africa.tasks(), 6);
    // The latest that arrived, whatever failed after it.
    assert_eq!(africa.arrived_at, at("2026-03-12T08:00:00Z"));
}

#[test]
fn without_tasks_there_are_no_regions_and_a_nameless_one_is_counted() {
    assert_eq!(by_region(&[]), []);
    let nameless = by_region(&[counted("", LastCopy::NotTold, "")]);
    assert_eq!(nameless[0].tasks(), 1);
    assert_eq!(nameless[0].arrived_at, None);
}

fn job(id: u64, organization: &str, status: SyncStatus, created_at: &str) -> SyncJob {
    let mut job = SyncJob::default();
    job.id = Some(id);
    job.target_region = "eu-nl".to_owned();
    job.target_organization = organization.to_owned();
    job.status = status;
    job.created_at = created_at.to_owned();
    job
}

#[test]
fn the_latest_copy_that_arrived_is_found_behind_those_that_failed() {
    let task = SyncTask {
        target_region: "eu-nl".to_owned(),
        target_organization: "acme".to_owned(),
        ..SyncTask::default()
    };
    let jobs = vec![
        job(4, "acme", SyncStatus::Failed, "2026-11-04T00:00:00Z"),
        job(3, "other", SyncStatus::Success, "2026-11-03T00:00:00Z"),
        job(2, "acme", SyncStatus::Existed, "2026-11-02T00:00:00Z"),
        job(1, "acme", SyncStatus::Success, "2026-11-01T00:00:00Z"),
    ];
    let page = SyncJobPage {
        jobs: jobs.into(),
        total: Some(4),
    };
    assert_eq!(arrived_at(&task, Some(&page)), at("2026-11-02T00:00:00Z"));
    assert_eq!(arrived_at(&task, None), None);
    assert_eq!(arrived_at(&task, Some(&SyncJobPage::default())), None);
}

#[test]
fn a_status_is_written_as_it_came() {
    for word in [
        "waiting", "running", "success", "failed", "timeout", "cancel", "existed", "lost", "",
    ] {
        assert_eq!(SyncStatus::from(word.to_owned()).as_str(), word);
    }
}
