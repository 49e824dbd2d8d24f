//! Machine images and their members.

use cloud_api::ims::{
    AddMembers, DeleteMembers, JobAddress, ListImageMembers, ListImages, Recipient, ShowJob,
};
use cloud_api::{HeaderValue, Mutation, Operation, Request};

use super::support::*;
use crate::support::*;

const IMAGE: &str = "00000000-0000-0000-0000-000000000001";

fn page(marker: Option<&str>) -> Request {
    let operation = ListImages {
        limit: 1,
        ..ListImages::after(marker)
    };
    let mut request = operation.request();
    // The recording is of the default enterprise project alone.
    request
        .query
        .retain(|(name, _)| *name != "enterprise_project_id");
    request
}

#[test]
fn turning_pages_of_images_is_sent_like_the_sdk() {
    check_ims("list_images_paging", &[page(None), page(Some(IMAGE))]);
}

#[test]
fn listing_members_is_sent_like_the_sdk_but_for_its_limit() {
    let operation = ListImageMembers {
        image: read(IMAGE),
        marker: None,
    };
    let mut request = operation.request();
    request.query.retain(|(name, _)| *name != "limit");
    check_ims("glance_list_image_members", &[request]);
}

/// The recorded project that the image was shared with.
const RECIPIENT: &str = "bbe8c100590948d696bf0e424d31422e";

/// A write over one image and one project, and the poll of the job that it began.
fn write_and_poll(mutation: &Mutation, job: &str) -> Vec<Request> {
    let write = mutation.request();
    let poll = ShowJob {
        job: read(job),
        project: read(PROJECT),
        address: JobAddress::OfProject,
    };
    write.into_iter().chain([poll.request()]).collect()
}

#[test]
fn sharing_and_its_job_are_sent_like_the_sdk() {
    let add = AddMembers {
        images: vec![read(IMAGE)],
        recipients: vec![Recipient::Project(read(RECIPIENT))],
    };
    let requests = write_and_poll(&add.into(), "dffd5629dc1047e6bff74b40d6bb867c");
    compare("batch_add_members", &requests);
}

#[test]
fn no_longer_sharing_and_its_job_are_sent_like_the_sdk() {
    let delete = DeleteMembers {
        images: vec![read(IMAGE)],
        recipients: vec![Recipient::Project(read(RECIPIENT))],
    };
    let requests = write_and_poll(&delete.into(), "677168f8b2a94837b232e36563b88bbb");
    compare("batch_delete_members", &requests);
    let content_type = HeaderValue::Plain("application/json;charset=utf-8".to_owned());
    assert_eq!(requests[0].headers, [("Content-Type", content_type)]);
}
