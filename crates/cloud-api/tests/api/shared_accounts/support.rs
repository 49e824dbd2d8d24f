//! Writes and rows of one share.

use cloud_api::Mutation;
use cloud_api::swr::{CreateSharedAccount, DeleteSharedAccount, ListSharedAccounts, SharedAccount};
use serde_json::{Value, json};

use crate::support::{decoded, read};

pub const ALL: &str = "/v2/manage/namespaces/acme-web/repositories/shop%24api/access-domains";
pub const END: &str = "2027-01-31T23:00:00Z";
pub const ROW: &str = r#"{"namespace":"acme-web","repository":"shop/api","access_domain":"PARTNER-GMBH",
    "permit":"read","deadline":"2027-01-31T23:00:00Z","description":"till spring",
    "creator_id":"0d1b","creator_name":"anna","created":"2026-06-10T08:14:42.56632Z",
    "updated":"2026-06-10T08:14:42.566325Z","status":true}"#;

pub fn create(deadline: &str, description: &str) -> Mutation {
    Mutation::CreateSharedAccount(CreateSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read("PARTNER-GMBH"),
        deadline: read(deadline),
        description: read(description),
    })
}

pub fn delete(account: &str) -> Mutation {
    Mutation::DeleteSharedAccount(DeleteSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read(account),
    })
}

pub fn row() -> SharedAccount {
    decoded::<ListSharedAccounts>(&format!("[{ROW}]"))
        .rows
        .remove(0)
}

pub fn shown(changes: Value) -> String {
    let mut row: Value = serde_json::from_str(ROW).unwrap_or_default();
    row["exist"] = json!(true);
    if let Value::Object(changes) = changes {
        for (name, value) in changes {
            row[name] = value;
        }
    }
    row.to_string()
}
