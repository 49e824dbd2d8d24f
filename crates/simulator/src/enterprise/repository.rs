//! A repository of an instance and its artifacts.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::mixed::mixed;
use crate::gateway::written_time::written_in_milliseconds;

#[derive(Clone)]
pub struct Repository {
    pub id: u64,
    pub namespace: &'static str,
    pub namespace_id: u64,
    pub name: String,
    pub description: String,
    /// Artifacts, each with one tag.
    pub artifacts: u64,
    pub created: Timestamp,
    pub updated: Timestamp,
}

/// A digest that follows from a number.
pub fn digest(number: u64) -> String {
    let parts = (0..4).map(|place| format!("{:016x}", mixed(number, place)));
    format!("sha256:{}", parts.collect::<String>())
}

impl Repository {
    pub fn tags(&self) -> impl Iterator<Item = String> {
        (0..self.artifacts).map(|place| format!("v1.{place}"))
    }

    pub fn describe(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "namespace_name": self.namespace,
            "namespace_id": self.namespace_id,
            "tag_count": self.artifacts,
            "artifact_count": self.artifacts,
            "pull_count": self.id * 7,
            "description": self.description,
            "created_at": written_in_milliseconds(self.created),
            "updated_at": written_in_milliseconds(self.updated),
        })
    }

    /// Its artifacts, the newest first.
    pub fn artifacts(&self) -> impl Iterator<Item = Value> {
        (0..self.artifacts).rev().map(|place| {
            let id = self.id * 1_000 + place + 1;
            let pushed = self
                .updated
                .plus_milliseconds(-3_600_000 * (self.artifacts - place) as i64);
            let pushed = written_in_milliseconds(pushed);
            // Every other one was never pulled.
            let pulled = match place.is_multiple_of(2) {
                true => "0001-01-01T00:00:00Z".to_owned(),
                false => written_in_milliseconds(self.updated),
            };
            json!({
                "id": id,
                "digest": digest(id),
                "repository_id": self.id,
                "repository_name": format!("{}/{}", self.namespace, self.name),
                "type": "IMAGE",
                "namespace_id": self.namespace_id,
                "media_type": "application/vnd.docker.container.image.v1+json",
                "manifest_media_type": "application/vnd.docker.distribution.manifest.v2+json",
                "pull_time": pulled,
                "push_time": pushed,
                "size": 10_000_000 + mixed(self.id, place) % 90_000_000,
                "tags": [{
                    "id": id,
                    "repository_id": self.id,
                    "artifact_id": id,
                    "name": format!("v1.{place}"),
                    "push_time": pushed,
                    "pull_time": pulled,
                }],
            })
        })
    }
}
