//! Where IAM says that things live.

use serde_json::{Value, json};

/// Where this IAM says it lives.
pub const HOST: &str = "https://iam.eu-de.example.com";

/// The links of a list, which has no further pages.
pub fn of_list(path: &str) -> Value {
    json!({ "self": format!("{HOST}{path}"), "previous": null, "next": null })
}
