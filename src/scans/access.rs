//! Who has access to each organization and repository, and which accounts each repository is shared with,
//! as a scan over all of them finds it.

use cloud_api::swr::{AccessList, AccessPlace, ListSharedAccounts, SharedAccount, ShowAccess};
use cloud_api::{ApiError, Kind, Listed, Owner};
use futures::FutureExt as _;
use reads::would_end_alike;

use crate::query::{ScanOf, Scanning, use_scan};
use crate::session::Session;

/// What was found of an organization or repository.
#[derive(Clone, Debug)]
pub struct FoundAccess {
    /// Who has a grant on it.
    pub access: AccessList,
    /// Which accounts it is shared with, or why that is not told: it needs manage, which seeing who has
    /// access does not. `None` of an organization, which is shared with none.
    pub shared: Option<Result<Listed<SharedAccount>, ApiError>>,
}

/// The scan of the access to all organizations and repositories.
pub type AccessScan = Scanning<Owner, FoundAccess>;

/// The scan.
#[must_use]
pub fn use_access_scan() -> AccessScan {
    use_scan(ScanOf {
        read: |session, place| read(session, place).boxed_local(),
        stale: &[Kind::Grant, Kind::SharedAccount],
    })
}

async fn read(session: Session, of: Owner) -> Result<FoundAccess, ApiError> {
    let (place, repository) = match of {
        Owner::Organization(organization) => (AccessPlace::Organization(organization), None),
        Owner::Repository(repository) => {
            let place = AccessPlace::Repository(repository.clone());
            (place, Some(repository))
        }
        // Nothing else is ever covered.
        Owner::Account | Owner::Project(_) | Owner::Image(_) | Owner::Instance(_) => {
            return std::future::pending().await;
        }
    };
    let access = session.ask(ShowAccess { place }).await?;
    let shared = match repository {
        None => None,
        Some(repository) => match session.ask(ListSharedAccounts { repository }).await {
            Err(error) if would_end_alike(&error) => return Err(error),
            // Who has access is there to be seen all the same.
            shared => Some(shared),
        },
    };
    Ok(FoundAccess { access, shared })
}
