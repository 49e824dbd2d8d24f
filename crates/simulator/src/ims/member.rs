//! Who an image is shared with.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_seconds;

use super::recipient::{Kind, Recipient};

/// A recipient of an image.
#[derive(Clone)]
pub struct Member {
    pub id: String,
    /// In the API's word.
    pub kind: &'static str,
    /// Of organizations.
    pub urn: Option<String>,
    /// In the API's word, in one case or the other.
    pub status: &'static str,
    pub since: Timestamp,
    pub changed: Timestamp,
}

impl Member {
    /// A new one. A project is asked first; a whole account or organization has accepted at once, as
    /// the documents' example has it (corrections §4).
    pub fn of(recipient: &Recipient, now: Timestamp) -> Self {
        Self {
            id: recipient.id.clone(),
            kind: recipient.kind.word(),
            urn: recipient.urn.clone(),
            status: match recipient.kind {
                Kind::Project => "pending",
                Kind::Domain | Kind::Organization => "accepted",
            },
            since: now,
            changed: now,
        }
    }

    pub fn describe(&self, image: &str) -> Value {
        let mut row = json!({
            "status": self.status,
            "created_at": written_in_seconds(self.since),
            "updated_at": written_in_seconds(self.changed),
            "image_id": image,
            "member_id": self.id,
            "member_type": self.kind,
            "schema": "/v2/schemas/member",
        });
        if let Some(urn) = &self.urn {
            row["urn"] = json!(urn);
        }
        row
    }
}
