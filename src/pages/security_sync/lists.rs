//! The lists, each read whole in the background.

use std::collections::BTreeSet;

use cloud_api::hss::{
    self, ListRegistries, ListSyncTasks, ListTaskRegistries, Offset, PageSize, Paging, Registry,
    SyncTask, TaskId, TaskRegistry,
};
use cloud_api::{Operation, Response};

use super::place::Place;
use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// All sync tasks.
pub fn sync_tasks(place: &Place) -> List<SyncTask> {
    let place = place.clone();
    let key = |task: &SyncTask| RowKey::of(&[&task.task_id]);
    whole(key, move |paging| tasks_page(&place, paging))
}

/// A page of the sync tasks.
pub fn tasks_page(place: &Place, paging: Paging) -> ListSyncTasks {
    ListSyncTasks {
        paging,
        ..ListSyncTasks::first_page(place.project.clone(), place.enterprise_project.clone())
    }
}

/// The registries of a task.
pub fn task_registries(place: &Place, task_id: TaskId) -> List<TaskRegistry> {
    let place = place.clone();
    whole(task_registry_key, move |paging| {
        task_page(&place, task_id.clone(), paging)
    })
}

/// A registry stands once in its task.
pub fn task_registry_key(row: &TaskRegistry) -> RowKey {
    RowKey::of(&[&row.registry_id])
}

/// A page of the registries of a task.
pub fn task_page(place: &Place, task_id: TaskId, paging: Paging) -> ListTaskRegistries {
    ListTaskRegistries {
        project: place.project.clone(),
        task_id,
        enterprise_project: place.enterprise_project.clone(),
        registry_name: None,
        registry_types: BTreeSet::new(),
        sync_status: None,
        paging,
    }
}

/// The registries that a sync can be started for.
pub fn registries(place: &Place) -> List<Registry> {
    let place = place.clone();
    let key = |registry: &Registry| RowKey::of(&[&registry.id]);
    whole(key, move |paging| ListRegistries {
        project: place.project.clone(),
        enterprise_project: place.enterprise_project.clone(),
        registry_name: None,
        registry_id: None,
        registry_types: BTreeSet::new(),
        registry_address: None,
        status: None,
        paging,
    })
}

/// A list as long as offsets reach.
fn whole<O, T>(key: fn(&T) -> RowKey, operation: impl Fn(Paging) -> O + 'static) -> List<T>
where
    O: Operation<Output = hss::Page<T>>,
    T: Clone + 'static,
{
    let operation = move |offset: u64| operation(Paging::largest(at(offset)));
    let decode = move |response: &Response| {
        let hss::Page { rows, total } = O::decode(response)?;
        Ok(Page::of(rows, total.map(reachable)))
    };
    use_list(RowsOf::all(key), operation, decode)
}

/// How many of so many rows offsets reach.
pub fn reachable(total: u64) -> u64 {
    let size = u64::from(PageSize::LARGEST.rows());
    total.min(u64::from(Offset::LARGEST.rows()) + size)
}

/// The offset; the furthest that the API takes instead of one that it does not.
pub fn at(offset: u64) -> Offset {
    let offset = u32::try_from(offset).ok();
    offset
        .and_then(|offset| Offset::try_from(offset).ok())
        .unwrap_or(Offset::LARGEST)
}
