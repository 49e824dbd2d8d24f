//! The organizations of the other regions.

use std::collections::{BTreeMap, BTreeSet};

use crate::gateway::identities::FAILING_REGION;

/// Other regions, and the organizations that there are in the beginning.
const OTHERS: [(&str, &[&str]); 5] = [
    ("eu-nl", &["acme-data", "acme-web", "acme-web-nl"]),
    ("eu-west-101", &["acme-mirror", "acme-web"]),
    ("cn-east-3", &["acme-mirror"]),
    ("ap-southeast-3", &["acme-mirror", "acme-web"]),
    (FAILING_REGION, &["acme-web"]),
];

/// Organizations of the other regions, by region.
pub fn target_organizations() -> BTreeMap<String, BTreeSet<String>> {
    OTHERS
        .iter()
        .map(|(region, names)| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            ((*region).to_owned(), names)
        })
        .collect()
}
