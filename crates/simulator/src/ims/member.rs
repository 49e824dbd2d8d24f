//! Who an image is shared with.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::identities::OTHER_ACCOUNT_ID;
use crate::gateway::written_time::written_in_seconds;

/// A recipient of an image.
#[derive(Clone)]
pub struct Member {
    pub id: String,
    /// In the API's word.
    pub kind: &'static str,
    /// In the API's word, in one case or the other.
    pub status: &'static str,
    pub since: Timestamp,
}

impl Member {
    pub fn describe(&self, image: &str) -> Value {
        let mut row = json!({
            "status": self.status,
            "created_at": written_in_seconds(self.since),
            "updated_at": written_in_seconds(self.since.plus_milliseconds(1_800_000)),
            "image_id": image,
            "member_id": self.id,
            "member_type": self.kind,
            "schema": "/v2/schemas/member",
        });
        if self.kind == "organization" {
            row["urn"] = json!(format!(
                "organizations::{OTHER_ACCOUNT_ID}:organization:{}",
                self.id
            ));
        }
        row
    }
}
