//! An image.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_seconds;

use super::member::Member;
use super::recipient::{Kind, Recipient};

/// What an image holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Content {
    SystemDisk,
    DataDisk,
    /// A full-ECS image, made by the backup service CBR.
    FullEcs,
    /// One made by the older backup of servers.
    FullEcsOfServerBackup,
    PhysicalServer,
    /// An image of an installation disk, which the documents name nowhere among answers.
    Iso,
}

#[derive(Clone)]
pub struct Image {
    pub id: String,
    pub name: String,
    pub owner: &'static str,
    /// `gold` or `market` for those of everybody; of others it follows from the members.
    pub origin: Option<&'static str>,
    pub status: &'static str,
    pub is_registered: bool,
    pub protected: bool,
    pub content: Content,
    /// `__os_type`, `__platform`, `__os_version`; none while nothing is known of it.
    pub system: Option<[&'static str; 3]>,
    pub gigabytes: u64,
    pub is_encrypted: bool,
    pub enterprise_project: &'static str,
    pub description: String,
    pub made: Timestamp,
    pub members: Vec<Member>,
}

impl Image {
    pub fn is_for_everybody(&self) -> bool {
        self.origin.is_some()
    }

    /// Where a recipient stands among the members. What is of no kind that a write could name is found
    /// as a project.
    pub fn place(&self, recipient: &Recipient) -> Option<usize> {
        let known = Kind::ALL.map(Kind::word);
        let is_of_kind = |member: &Member| {
            member.kind == recipient.kind.word()
                || (recipient.kind == Kind::Project && !known.contains(&member.kind))
        };
        let mut members = self.members.iter();
        members.position(|member| member.id == recipient.id && is_of_kind(member))
    }

    pub fn is_full_ecs(&self) -> bool {
        matches!(
            self.content,
            Content::FullEcs | Content::FullEcsOfServerBackup
        )
    }

    /// `__imagetype`: a private image that is shared is `shared` for its owner too.
    pub fn kind(&self) -> &'static str {
        match self.origin {
            Some(origin) => origin,
            None if self.members.is_empty() => "private",
            None => "shared",
        }
    }

    pub fn visibility(&self) -> &'static str {
        match self.kind() {
            "private" => "private",
            "shared" => "shared",
            _ => "public",
        }
    }

    pub fn environment(&self) -> &'static str {
        match self.content {
            Content::SystemDisk | Content::FullEcs | Content::FullEcsOfServerBackup => {
                "FusionCompute"
            }
            Content::DataDisk => "DataImage",
            Content::PhysicalServer => "Ironic",
            Content::Iso => "IsoImage",
        }
    }

    pub fn describe(&self) -> Value {
        let path = format!("/v2/images/{}", self.id);
        let mut row = json!({
            "id": self.id,
            "name": self.name,
            "__imagetype": self.kind(),
            "visibility": self.visibility(),
            "owner": self.owner,
            "status": self.status,
            "protected": self.protected,
            "min_disk": self.gigabytes.max(40),
            "min_ram": 0,
            "max_ram": "0",
            "size": 0,
            "virtual_size": null,
            "__isregistered": self.is_registered.to_string(),
            "virtual_env_type": self.environment(),
            "disk_format": "zvhd2",
            "container_format": "bare",
            "__description": self.description,
            "tags": [],
            "enterprise_project_id": self.enterprise_project,
            "created_at": written_in_seconds(self.made),
            "updated_at": written_in_seconds(self.made.plus_milliseconds(600_000)),
            "self": path,
            "file": format!("{path}/file"),
            "schema": "/v2/schemas/image",
        });
        if let Some([family, platform, version]) = self.system {
            row["__os_type"] = json!(family);
            row["__platform"] = json!(platform);
            row["__os_version"] = json!(version);
            row["__os_bit"] = json!("64");
        }
        if self.status == "active" {
            row["__image_size"] = json!((self.gigabytes * 1_073_741_824 / 8).to_string());
            row["active_at"] = row["updated_at"].clone();
        }
        if self.is_full_ecs() {
            row["__backup_id"] = json!(format!("c2a1b0d9-{}", &self.id[9..]));
        }
        if self.is_encrypted {
            row["__system__cmkid"] = json!("d5e6f708-1a2b-4c3d-8e9f-0a1b2c3d4e5f");
        }
        row
    }
}
