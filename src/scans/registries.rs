//! Whether the target registries of each instance of SWR Enterprise can be reached, as a scan over the
//! instances finds it.

use cloud_api::enterprise::{
    InstanceId, ListTargetRegistries, Page as Registries, PageSize, Paging as Rows, RegistryStatus,
    TargetRegistry,
};
use cloud_api::{ApiError, Kind, NotSent, Owner, ProjectId};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::Paging;

use crate::query::{Page, RowKey, ScanOf, Scanning, read_whole, use_scan};
use crate::session::Session;

/// The registries of an instance that cannot be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unhealthy {
    /// How many.
    pub registries: u64,
    /// Whether every registry of the instance was seen.
    pub is_whole: bool,
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
    let nobody = || ApiError::NotSent(NotSent::NoCredential);
    if session.is_left() {
        return Err(nobody());
    }
    let identity = untrack(|| session.identity()).ok_or_else(nobody)?;
    let project = identity.project_id.clone();
    let page = |offset| {
        let (project, instance) = (project.clone(), instance.clone());
        page(session, project, instance, offset).boxed_local()
    };
    let paging = Paging::from_the_first();
    let read = read_whole(paging, |(key, _)| *key, &page, &|| !session.is_left()).await;
    // Nobody waits for it when the scope was left.
    let all = read.unwrap_or_else(|| Err(nobody()))?;
    let unhealthy = all.rows.iter().filter(|(_, is_unhealthy)| *is_unhealthy);
    Ok(Unhealthy {
        registries: unhealthy.count() as u64,
        is_whole: all.extent.is_whole() && all.left_out == 0,
    })
}

/// A registry by its key, and whether it cannot be reached: nothing else of it is kept.
type Row = (RowKey, bool);

fn row(registry: &TargetRegistry) -> Row {
    let key = match registry.id {
        Some(id) => RowKey::of(&[&id.to_string()]),
        // One without an ID is told from others by its name.
        None => RowKey::of(&["", &registry.name]),
    };
    let status = RegistryStatus::named(&registry.status);
    (key, status == Some(RegistryStatus::Unhealthy))
}

async fn page(
    session: Session,
    project: ProjectId,
    instance: InstanceId,
    offset: u64,
) -> Result<Page<Row>, ApiError> {
    // A service that tells no total is asked behind its last rows, not for them again.
    let first = offset.next_multiple_of(u64::from(PageSize::LARGEST.rows()));
    let list = ListTargetRegistries {
        project,
        instance,
        name: None,
        paging: Rows::holding(first),
    };
    let Registries { rows, total } = session.ask(list).await?;
    Ok(Page::of(rows, total).map(row))
}
