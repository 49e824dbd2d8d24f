//! Who has access to each repository, as a scan finds it.

use cloud_api::swr::{AccessList, AccessPlace, ShowAccess};
use cloud_api::{Kind, RepositoryPath};
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
        stale: &[Kind::Grant],
    })
}
