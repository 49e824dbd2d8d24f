//! The lists, each read whole in the background, as many rows a page as the API gives.

use cloud_api::enterprise::{
    self, Instance, ListInstances, ListTargetRegistries, Paging, TargetRegistry,
};
use cloud_api::{Operation, ProjectId, Response};

use super::place::Place;
use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// The instances of a project.
pub fn instances(project: &ProjectId) -> List<Instance> {
    let project = project.clone();
    let key = |instance: &Instance| RowKey::of(&[&instance.id]);
    whole(key, move |paging| ListInstances {
        project: project.clone(),
        paging,
    })
}

/// The target registries of an instance.
pub fn target_registries(place: &Place) -> List<TargetRegistry> {
    let place = place.clone();
    let key = |registry: &TargetRegistry| numbered(registry.id, &registry.name);
    whole(key, move |paging| registries_page(&place, paging))
}

/// A page of the target registries of an instance.
pub fn registries_page(place: &Place, paging: Paging) -> ListTargetRegistries {
    ListTargetRegistries {
        project: place.project.clone(),
        instance: place.instance.clone(),
        name: None,
        paging,
    }
}

/// The key of a row by its ID; one without an ID is told from others by its name.
fn numbered(id: Option<impl ToString>, name: &str) -> RowKey {
    match id {
        Some(id) => RowKey::of(&[&id.to_string()]),
        None => RowKey::of(&["", name]),
    }
}

fn whole<O, T>(key: fn(&T) -> RowKey, operation: impl Fn(Paging) -> O + 'static) -> List<T>
where
    O: Operation<Output = enterprise::Page<T>>,
    T: Clone + 'static,
{
    let operation = move |row| operation(Paging::holding(row));
    let decode = |response: &Response| {
        let enterprise::Page { rows, total } = O::decode(response)?;
        Ok(Page::of(rows, total))
    };
    use_list(RowsOf::all(key), operation, decode)
}
