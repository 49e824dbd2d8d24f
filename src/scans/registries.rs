//! Whether the target registries of each instance of SWR Enterprise can be reached, as a scan over the
//! instances finds it.

use cloud_api::enterprise::{
    InstanceId, ListTargetRegistries, Page as Registries, PageSize, Paging, RegistryStatus,
    TargetRegistry,
};
use cloud_api::{ApiError, Kind, NotSent, Owner};
use futures::FutureExt as _;
use leptos::prelude::*;

use crate::query::{ScanOf, Scanning, use_scan};
use crate::session::Session;

/// The registries of an instance that cannot be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unhealthy {
    /// How many.
    pub registries: u64,
}

/// The scan of the registries of all instances.
pub type RegistryScan = Scanning<Owner, Unhealthy>;

/// The scan.
#[must_use]
pub fn use_registry_scan() -> RegistryScan {
    use_scan(ScanOf {
        read: |session, place| read(session, place).boxed_local(),
        stale: &[Kind::TargetRegistry],
    })
}

async fn read(session: Session, of: Owner) -> Result<Unhealthy, ApiError> {
    let Owner::Instance(instance) = of else {
        // Nothing else is ever covered.
        return std::future::pending().await;
    };
    let is_unhealthy = |registry: &&TargetRegistry| {
        RegistryStatus::named(&registry.status) == Some(RegistryStatus::Unhealthy)
    };
    let (mut pages, mut registries) = (0, 0);
    loop {
        let first = pages * u64::from(PageSize::LARGEST.rows());
        let page = page(session, &instance, first).await?;
        registries += page.rows.iter().filter(is_unhealthy).count() as u64;
        pages += 1;
        let after = pages * u64::from(PageSize::LARGEST.rows());
        if page.rows.received() == 0 || page.total.is_some_and(|total| after >= total) {
            return Ok(Unhealthy { registries });
        }
    }
}

async fn page(
    session: Session,
    instance: &InstanceId,
    offset: u64,
) -> Result<Registries<TargetRegistry>, ApiError> {
    let identity = untrack(|| session.identity());
    let identity = identity.ok_or(ApiError::NotSent(NotSent::NoCredential))?;
    let list = ListTargetRegistries {
        project: identity.project_id.clone(),
        instance: instance.clone(),
        name: None,
        paging: Paging::holding(offset),
    };
    session.ask(list).await
}
