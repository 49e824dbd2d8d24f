//! What a person decides of a target registry.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::access_key::AccessKey;
use super::host_mapping::HostMapping;
use super::ids::InstanceId;
use super::names::RegistryName;
use super::registry_url::RegistryUrl;
use super::target_registry::{RegistryType, TargetRegistry};
use crate::wire::body;
use crate::wire::fields::read_kept;
use crate::{ProjectId, RegionId, Request};

/// Everything that a create and an update say of a target registry, but its secret, which stands nowhere.
/// Written down it is the body of the call, with an empty text in the secret's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct RegistrySettings {
    /// The name.
    pub name: RegistryName,
    /// What a person writes of it; may be empty.
    pub description: String,
    /// Where it is.
    pub url: RegistryUrl,
    /// Whom the instance signs in as there.
    pub access_key: AccessKey,
    /// What it is, with what only such a one has.
    pub target: RegistryTarget,
}

/// What a target registry is, with what only such a one has (corrections §5). A registry cannot become
/// another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryTarget {
    /// An open-source Harbor, `swr-pro`.
    Harbor {
        /// The addresses of its hosts.
        hosts: HostMapping,
        /// Which certificates it may show.
        certificates: Certificates,
    },
    /// An instance of the enterprise edition, `swr-pro-internal`. The API takes it with any certificate
    /// only.
    Enterprise {
        /// The project of that instance.
        project: ProjectId,
        /// Its region.
        region: RegionId,
        /// Which one.
        instance: InstanceId,
    },
    /// The shared edition, `huawei-SWR`.
    Shared {
        /// Its region; not mandatory, as its access key names it.
        region: Option<RegionId>,
        /// Which certificates it may show.
        certificates: Certificates,
    },
}

/// Which certificates a target registry may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certificates {
    /// Only one that is valid for its host, `insecure: false`.
    Valid,
    /// Any, `insecure: true`: whoever stands between reads the secret and the images.
    Any,
}

/// What is written down is nothing that a call could say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the settings of a target registry")]
pub struct NoRegistrySettings;

impl RegistryTarget {
    /// What it is, in one word.
    #[must_use]
    pub fn registry_type(&self) -> RegistryType {
        match self {
            Self::Harbor { .. } => RegistryType::Harbor,
            Self::Enterprise { .. } => RegistryType::Enterprise,
            Self::Shared { .. } => RegistryType::Shared,
        }
    }

    /// Which certificates it may show.
    #[must_use]
    pub fn certificates(&self) -> Certificates {
        match self {
            Self::Harbor { certificates, .. } | Self::Shared { certificates, .. } => *certificates,
            Self::Enterprise { .. } => Certificates::Any,
        }
    }
}

impl RegistrySettings {
    /// The settings of a registry as an answer tells them; `None` where it leaves out one that has to be
    /// sent, such as the hosts of a Harbor, or has one that no request can carry.
    #[must_use]
    pub fn of(registry: &TargetRegistry) -> Option<Self> {
        let certificates = match registry.insecure {
            Some(true) => Some(Certificates::Any),
            Some(false) => Some(Certificates::Valid),
            None => None,
        };
        let target = match registry.known_type()? {
            RegistryType::Harbor => RegistryTarget::Harbor {
                hosts: HostMapping::try_from(registry.hosts.clone()?).ok()?,
                certificates: certificates?,
            },
            RegistryType::Enterprise => RegistryTarget::Enterprise {
                project: ProjectId::listed(&registry.project_id)?,
                region: RegionId::listed(&registry.region_id)?,
                instance: InstanceId::listed(&registry.instance_id)?,
            },
            RegistryType::Shared => RegistryTarget::Shared {
                region: match &*registry.region_id {
                    "" => None,
                    region => Some(RegionId::listed(region)?),
                },
                certificates: certificates?,
            },
        };
        Some(Self {
            name: RegistryName::listed(&registry.name)?,
            description: registry.description.clone(),
            url: RegistryUrl::listed(&registry.url)?,
            access_key: AccessKey::listed(&registry.access_key)?,
            target,
        })
    }

    /// The body, which lacks the secret.
    pub(super) fn join(&self, request: Request) -> Request {
        request.with_body_lacking(body::encode(&self.body()), "access_secret")
    }

    fn body(&self) -> Value {
        let mut body = json!({
            "name": self.name.as_str(),
            "description": self.description,
            "type": self.target.registry_type().name(),
            "url": self.url.as_str(),
            "credential": {
                "type": "basic",
                "access_key": self.access_key.as_str(),
                "access_secret": "",
            },
            "insecure": self.target.certificates() == Certificates::Any,
        });
        match &self.target {
            RegistryTarget::Harbor { hosts, .. } => {
                body["dns_conf"] = json!({ "hosts": hosts.hosts() });
            }
            RegistryTarget::Enterprise {
                project,
                region,
                instance,
            } => {
                body["project_id"] = json!(project.as_str());
                body["region_id"] = json!(region.as_str());
                body["instance_id"] = json!(instance.as_str());
            }
            RegistryTarget::Shared { region, .. } => {
                if let Some(region) = region {
                    body["region_id"] = json!(region.as_str());
                }
            }
        }
        body
    }

    /// Whether an answer shows these settings. What it leaves out by its kind, hosts and project, and what
    /// it does not tell, contradicts nothing.
    pub(super) fn are_shown_by(&self, shown: &TargetRegistry) -> bool {
        let is_insecure = self.target.certificates() == Certificates::Any;
        let target = match &self.target {
            RegistryTarget::Harbor { hosts, .. } => shown
                .hosts
                .as_ref()
                .is_none_or(|shown| shown == hosts.hosts()),
            RegistryTarget::Enterprise {
                project,
                region,
                instance,
            } => {
                let is = |shown: &str, sent: &str| shown.is_empty() || shown == sent;
                is(&shown.project_id, project.as_str())
                    && is(&shown.region_id, region.as_str())
                    && is(&shown.instance_id, instance.as_str())
            }
            RegistryTarget::Shared { region, .. } => {
                let region = region.as_ref().map_or("", RegionId::as_str);
                shown.region_id.is_empty() || region.is_empty() || shown.region_id == region
            }
        };
        target
            && shown.name == self.name.as_str()
            && shown.description.trim() == self.description.trim()
            && shown.registry_type == self.target.registry_type().name()
            && shown.url.trim_end_matches('/') == self.url.as_str().trim_end_matches('/')
            && shown.access_key == self.access_key.as_str()
            && shown.insecure.is_none_or(|shown| shown == is_insecure)
    }
}

impl From<RegistrySettings> for Value {
    fn from(settings: RegistrySettings) -> Self {
        settings.body()
    }
}

impl TryFrom<Value> for RegistrySettings {
    type Error = NoRegistrySettings;

    /// Takes what is written exactly so.
    fn try_from(value: Value) -> Result<Self, NoRegistrySettings> {
        let settings = read_kept(&value, |fields| Self::of(&TargetRegistry::read(fields)));
        settings
            .filter(|settings| settings.body() == value)
            .ok_or(NoRegistrySettings)
    }
}
