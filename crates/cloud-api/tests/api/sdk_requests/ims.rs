//! Machine images and their members.

use cloud_api::ims::{ListImageMembers, ListImages};
use cloud_api::{Operation, Request};

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
