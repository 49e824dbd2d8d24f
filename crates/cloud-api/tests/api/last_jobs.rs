//! The latest job of a sync task, among the newest of its repository.

use cloud_api::swr::{LastJob, SyncJob, SyncJobPage, SyncStatus, SyncTask};

fn task(organization: &str) -> SyncTask {
    SyncTask {
        target_region: "eu-nl".to_owned(),
        target_organization: organization.to_owned(),
        ..SyncTask::default()
    }
}

fn job(id: u64, organization: &str, status: SyncStatus) -> SyncJob {
    let mut job = SyncJob::default();
    job.id = Some(id);
    job.target_region = "eu-nl".to_owned();
    job.target_organization = organization.to_owned();
    job.status = status;
    job
}

fn page(jobs: Vec<SyncJob>, total: Option<u64>) -> SyncJobPage {
    SyncJobPage {
        jobs: jobs.into(),
        total,
    }
}

fn id(last: &LastJob) -> Option<u64> {
    last.job().and_then(|job| job.id)
}

#[test]
fn the_job_with_the_highest_number_to_the_target_is_the_last() {
    let page = page(
        vec![
            job(3, "other", SyncStatus::Success),
            job(1, "acme", SyncStatus::Failed),
            job(2, "acme", SyncStatus::Running),
        ],
        Some(3),
    );
    let last = LastJob::of(&task("acme"), Some(&page));
    assert_eq!(id(&last), Some(2));
    assert!(last.is_moving());
    assert!(!LastJob::of(&task("other"), Some(&page)).is_moving());
}

#[test]
fn a_task_without_a_job_never_ran_only_when_all_jobs_are_known() {
    let jobs = vec![job(9, "other", SyncStatus::Success)];
    let known = |total| LastJob::of(&task("acme"), Some(&page(jobs.clone(), total)));
    assert_eq!(known(Some(1)), LastJob::None);
    // Without a total nobody knows whether the service gave all that it was asked for.
    assert_eq!(known(None), LastJob::NotTold);
    assert_eq!(known(Some(2)), LastJob::NotTold);
    assert_eq!(LastJob::of(&task("acme"), None), LastJob::NotTold);
}

#[test]
fn a_job_that_could_not_be_read_may_be_the_last_one_of_any_task() {
    let jobs = vec![job(9, "other", SyncStatus::Success)];
    let mut page = page(jobs, Some(2));
    page.jobs.left_out = 1;
    let last = LastJob::of(&task("acme"), Some(&page));
    assert_eq!(last, LastJob::NotTold);
}

#[test]
fn without_any_job_no_task_ever_ran() {
    let last = LastJob::of(&task("acme"), Some(&page(Vec::new(), None)));
    assert_eq!(last, LastJob::None);
}

#[test]
fn a_full_page_without_a_total_may_have_older_jobs_behind_it() {
    let jobs: Vec<SyncJob> = (0..1_000)
        .map(|id| job(id, "other", SyncStatus::Success))
        .collect();
    let last = LastJob::of(&task("acme"), Some(&page(jobs, None)));
    assert_eq!(last, LastJob::NotTold);
}
