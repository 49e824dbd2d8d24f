//! Who has access to each repository, as a scan finds it.

use cloud_api::swr::{AccessList, AccessPlace, ShowAccess};
use cloud_api::{Collection, Kind, Owner, RepositoryPath};
use futures::FutureExt as _;

use crate::query::{ScanOf, Scanning, use_scan};

/// The scan of the access of all repositories of an organization.
pub type AccessScan = Scanning<RepositoryPath, AccessList>;

/// The scan.
#[must_use]
pub fn use_access_scan() -> AccessScan {
    use_scan(ScanOf {
        read: |session, place| {
            let place = AccessPlace::Repository(place);
            async move { session.ask(ShowAccess { place }).await }.boxed_local()
        },
        stale,
    })
}

/// Only what was done in one repository: other marks are no news about its own list.
fn stale(mark: &Collection) -> Option<RepositoryPath> {
    match (mark.kind, &mark.of) {
        (Kind::Grant, Owner::Repository(place)) => Some(place.clone()),
        _ => None,
    }
}
