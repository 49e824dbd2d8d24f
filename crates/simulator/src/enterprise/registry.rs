//! A target registry.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_milliseconds;

/// The three types, in the API's words.
pub const KINDS: [&str; 3] = ["swr-pro", "swr-pro-internal", "huawei-SWR"];

/// What a create or an update says of a registry. Secret, project and host mapping are never told
/// again.
#[derive(Clone)]
pub struct Settings {
    pub name: String,
    pub description: String,
    pub kind: &'static str,
    pub url: String,
    pub access_key: String,
    pub region_id: String,
    pub instance_id: String,
    pub insecure: bool,
}

#[derive(Clone)]
pub struct Registry {
    pub id: u64,
    pub settings: Settings,
    pub created: Timestamp,
    pub updated: Timestamp,
}

impl Registry {
    /// No registry below `.invalid` can be reached.
    pub fn is_healthy(&self) -> bool {
        let host = self.settings.url.split('/').nth(2).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        !host.ends_with(".invalid")
    }

    pub fn describe(&self) -> Value {
        let settings = &self.settings;
        json!({
            "id": self.id,
            "name": settings.name,
            "description": settings.description,
            "region_id": settings.region_id,
            "instance_id": settings.instance_id,
            "type": settings.kind,
            "url": settings.url,
            "credential": { "type": "basic", "access_key": settings.access_key, "access_secret": "" },
            "insecure": settings.insecure,
            "status": if self.is_healthy() { "healthy" } else { "unhealthy" },
            "created_at": written_in_milliseconds(self.created),
            "updated_at": written_in_milliseconds(self.updated),
        })
    }
}
