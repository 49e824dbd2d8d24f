//! Regions that images are copied to, and the organizations there (examples §2.2 and §2.6).

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{OrganizationName, RegionId, Response};
use serde_json::{Value, json};

use crate::identities::{FAILING_REGION, REGION};
use crate::refusal::{json_answer, swr, unknown_path};
use crate::signature::Caller;
use crate::state::State;

/// Other regions, and the organizations that there are in the beginning.
const OTHERS: [(&str, &[&str]); 5] = [
    ("eu-nl", &["acme-data", "acme-web", "acme-web-nl"]),
    ("eu-west-101", &["acme-mirror", "acme-web"]),
    ("cn-east-3", &["acme-mirror"]),
    ("ap-southeast-3", &["acme-mirror", "acme-web"]),
    (FAILING_REGION, &["acme-web"]),
];

/// Organizations of the other regions, by region.
pub fn organizations() -> BTreeMap<String, BTreeSet<String>> {
    OTHERS
        .iter()
        .map(|(region, names)| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            ((*region).to_owned(), names)
        })
        .collect()
}

/// To ordinary members this site does not offer the call.
pub fn list(state: &State, caller: &Caller) -> Response {
    if !caller.is_administrator() {
        return unknown_path();
    }
    let regions = std::iter::once(REGION).chain(state.target_organizations.keys().map(|id| &**id));
    let rows: Vec<Value> = regions.map(|id| json!({ "regionID": id })).collect();
    json_answer(200, &Value::Array(rows))
}

/// Where images are copied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub region: String,
    pub organization: String,
}

impl Target {
    /// Reads the target out of a body.
    pub fn read(body: &Value) -> Result<Self, Response> {
        let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
        let (region, organization) = (text("remoteRegionId"), text("remoteNamespace"));
        if region.parse::<RegionId>().is_err() {
            return Err(swr(400, "SVCSTG.SWR.4000014", "Invalid target region"));
        }
        if organization.parse::<OrganizationName>().is_err() {
            return Err(swr(
                400,
                "SVCSTG.SWR.4001028",
                "Invalid target organization name",
            ));
        }
        Ok(Self {
            region,
            organization,
        })
    }

    /// Whether something can be copied there.
    pub fn check(&self, state: &State) -> Result<(), Response> {
        let Some(organizations) = state.target_organizations.get(&self.region) else {
            let what = if self.region == REGION {
                "The target region is the source region"
            } else {
                "The target region does not exist"
            };
            return Err(swr(400, "SVCSTG.SWR.4000014", what));
        };
        if organizations.contains(&self.organization) {
            Ok(())
        } else {
            Err(swr(
                404,
                "SVCSTG.SWR.4040058",
                "The target organization was not found",
            ))
        }
    }
}

/// A boolean of a body that is false where it is missing.
pub fn flag(body: &Value, key: &str) -> Result<bool, Response> {
    match body.get(key) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(_) => Err(swr(
            400,
            "SVCSTG.SWR.4000014",
            &format!("{key} must be a boolean"),
        )),
    }
}
