//! Instances and target registries that were read, to be gone to by their names.

use cloud_api::enterprise::{Instance, InstanceId, TargetRegistry};

use super::place::Place;
use super::routes::{Route, Tab, details_of_registry};
use crate::i18n::text;
use crate::query::{FoundAt, Group, Places};

/// Takes note of the instances of the project.
pub fn note_instances(places: Places, instances: &[Instance]) {
    let instances = instances.iter().filter(|it| it.instance_id().is_some());
    places.note(Group {
        list: "instances".to_owned(),
        kind: text::go_to_instance(),
        names: instances
            .clone()
            .map(|it| it.name.as_str().into())
            .collect(),
        ids: instances.map(|it| it.id.as_str().into()).collect(),
        found_at: FoundAt::ById(|id| {
            let instance = InstanceId::listed(id)?;
            Some(Route::Instance(instance, Tab::TargetRegistries).to_string())
        }),
    });
}

/// Takes note of the target registries of an instance.
pub fn note_registries(places: Places, place: &Place, registries: &[TargetRegistry]) {
    let named = registries.iter().filter_map(|it| Some((it.id?, &*it.name)));
    let id = |(id, _)| format!("{}/{id}", place.instance).into_boxed_str();
    places.note(Group {
        list: format!("target registries of {}", place.instance),
        kind: text::go_to_target_registry(),
        names: named.clone().map(|(_, name)| name.into()).collect(),
        ids: named.map(id).collect(),
        found_at: FoundAt::ById(|id| {
            let (instance, registry) = id.split_once('/')?;
            let instance = InstanceId::listed(instance)?;
            Some(details_of_registry(&instance, registry))
        }),
    });
}
