//! Where images are copied to, as a body says it.

use cloud_api::{OrganizationName, RegionId};
use serde_json::Value;

use crate::gateway::answer::Response;
use crate::gateway::identities::REGION;

use super::refusal::{invalid, refused};
use super::state::State;

/// An organization of another region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub region: String,
    pub organization: String,
}

impl Target {
    /// The target of a body as it stands there: what is listed need not follow the rules of new ones.
    pub fn listed(body: &Value) -> Self {
        let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
        Self {
            region: text("remoteRegionId"),
            organization: text("remoteNamespace"),
        }
    }

    /// Reads the target of something new out of a body.
    pub fn read(body: &Value) -> Result<Self, Response> {
        let Self {
            region,
            organization,
        } = Self::listed(body);
        if region.parse::<RegionId>().is_err() {
            return Err(invalid("Invalid target region"));
        }
        if organization.parse::<OrganizationName>().is_err() {
            return Err(refused(
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
            return Err(invalid(if self.region == REGION {
                "The target region is the source region"
            } else {
                "The target region does not exist"
            }));
        };
        if organizations.contains(&self.organization) {
            Ok(())
        } else {
            Err(refused(
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
        Some(_) => Err(invalid(&format!("{key} must be a boolean"))),
    }
}
