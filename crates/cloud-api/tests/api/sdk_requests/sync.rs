//! Tags, sync tasks, manual syncs.

use cloud_api::swr::{
    CreateSyncTask, DeleteSyncTask, ListSyncJobs, ListSyncRegions, ListSyncTasks, ListTags,
    ListTagsAfter, SortDirection, SyncImages, SyncTarget,
};
use cloud_api::{Mutation, Operation};

use super::support::*;
use crate::support::*;

fn sync_target() -> SyncTarget {
    SyncTarget {
        region: read("cn-east-3"),
        organization: read("conformance-ns"),
    }
}

#[test]
fn listing_tags_is_sent_like_the_sdk() {
    let operation = ListTags {
        repository: read("ns1/app/r1"),
        offset: 0,
        limit: limit(10),
        order: None,
    };
    check("list_tags_v2", &[operation.request()]);
}

#[test]
fn listing_tags_in_the_third_version_is_sent_like_the_sdk() {
    let operation = ListTagsAfter {
        repository: read("ns1/app/r1"),
        marker: None,
        limit: limit(10),
    };
    check("list_tags_v3", &[operation.request()]);
}

#[test]
fn listing_sync_regions_is_sent_like_the_sdk() {
    check("list_sync_regions", &[ListSyncRegions.request()]);
}

#[test]
fn listing_sync_tasks_is_sent_like_the_sdk() {
    let operation = ListSyncTasks {
        repository: read("ns1/app/r1"),
    };
    check("list_image_sync_repo", &[operation.request()]);
}

#[test]
fn making_a_sync_task_is_sent_like_the_sdk() {
    let mutation = Mutation::CreateSyncTask(CreateSyncTask {
        repository: read("ns1/app/r1"),
        target: sync_target(),
        automatic: true,
        overwrite: false,
    });
    check("create_image_sync_repo", &[sent(&mutation)]);
}

#[test]
fn syncing_by_hand_is_sent_like_the_sdk() {
    let mutation = Mutation::SyncImages(SyncImages {
        repository: read("ns1/app/r1"),
        tags: vec![read("v1")],
        target: sync_target(),
        overwrite: true,
    });
    // The step first lists the tags without a page, to find one; the console pages through them.
    let recorded = &recorded("create_manual_sync")[1];
    assert_eq!(built("create_manual_sync", &sent(&mutation)), *recorded);
}

#[test]
fn listing_sync_jobs_is_sent_like_the_sdk() {
    let operation = ListSyncJobs {
        repository: read("ns1/app/r1"),
        offset: 0,
        limit: limit(10),
        order: SortDirection::Descending,
    };
    check("show_sync_job", &[operation.request()]);
}

#[test]
fn deleting_a_sync_task_is_sent_like_the_sdk() {
    let mutation = Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("ns1/app/r1"),
        target: sync_target(),
    });
    check("delete_image_sync_repo", &[sent(&mutation)]);
}
