//! The images of a task that failed, by name (corrections §3).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use super::inventory::{Registry, id, images, registry};
use super::task::{Standing, Task};

/// Images that a task names; it counts all.
const NAMED: usize = 20;

/// A few of the images of each registry that failed, in the order of the registries.
pub fn failed_images(task: &Task, now: Timestamp) -> Vec<Value> {
    let failed = task.entries.iter().filter_map(|entry| {
        let Standing::Failed(cause) = task.standing(entry, now) else {
            return None;
        };
        Some((registry(entry.registry)?, cause))
    });
    let rows = failed.flat_map(|(registry, cause)| {
        let count = images(registry.number).min(3);
        (0..count).map(move |image| row(&registry, image, cause))
    });
    rows.take(NAMED).collect()
}

fn row(registry: &Registry, image: u64, cause: &str) -> Value {
    json!({
        "id": u64::from(registry.number) * 1_000 + image,
        "registry_id": id(registry.number),
        "registry_name": registry.name,
        "registry_type": registry.kind,
        "image_name": format!("service-{image}"),
        "image_version": format!("1.{image}.0"),
        "namespace": "library",
        "failed_reason": cause,
    })
}
