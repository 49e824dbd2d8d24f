//! By which member the project holds each image that others share with it: no list tells.

use cloud_api::ims::{ImageId, ImageMembers, ListImageMembers};
use futures::FutureExt as _;

use crate::query::{ScanOf, Scanning, use_scan};

/// The members of an image that a recipient sees: its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership(pub ImageMembers);

/// The scan.
#[must_use]
pub fn use_membership_scan() -> Scanning<ImageId, Membership> {
    use_scan(ScanOf {
        read: |session, image| {
            let page = ListImageMembers {
                image,
                marker: None,
            };
            async move {
                let mut members = ImageMembers::default();
                // One page holds what a recipient sees.
                members.take(session.ask(page).await?);
                Ok(Membership(members))
            }
            .boxed_local()
        },
        // No mark tells of members.
        stale: |_| None,
    })
}
