//! The settings of a target registry one by one, to tell what somebody has changed.

use super::registry_settings::{Certificates, RegistrySettings, RegistryTarget};
use super::target_registry::TargetRegistry;

/// A setting of a target registry that answers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegistrySetting {
    /// The name.
    Name,
    /// What a person wrote of it.
    Description,
    /// Where it is.
    Url,
    /// The addresses of hosts.
    Hosts,
    /// Whether any certificate is accepted there, `insecure`.
    Insecure,
    /// The project of the instance that it is.
    Project,
    /// The region that it is in.
    Region,
    /// The instance that it is.
    Instance,
    /// Whom the console's instance signs in as there.
    AccessKey,
}

impl RegistrySetting {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Description,
        Self::Url,
        Self::Hosts,
        Self::Insecure,
        Self::Project,
        Self::Region,
        Self::Instance,
        Self::AccessKey,
    ];

    /// How a registry has it, as it can be typed: hosts stand a line each. `None` where the answer leaves it
    /// out. Untrusted text.
    #[must_use]
    pub fn of(self, registry: &TargetRegistry) -> Option<String> {
        let told = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        match self {
            Self::Name => Some(registry.name.clone()),
            // White space around it, and a slash behind an address, are not the service's to keep.
            Self::Description => Some(registry.description.trim().to_owned()),
            Self::Url => Some(registry.url.trim_end_matches('/').to_owned()),
            Self::Hosts => {
                let hosts = registry.hosts.as_ref()?.iter();
                let lines = hosts.map(|(host, address)| format!("{host} {address}"));
                Some(lines.collect::<Vec<String>>().join("\n"))
            }
            Self::Insecure => registry.insecure.map(|it| it.to_string()),
            Self::Project => told(&registry.project_id),
            Self::Region => told(&registry.region_id),
            Self::Instance => told(&registry.instance_id),
            Self::AccessKey => Some(registry.access_key.clone()),
        }
    }

    /// Gives a registry this setting of another answer.
    fn take(self, now: &TargetRegistry, over: &mut TargetRegistry) {
        match self {
            Self::Name => over.name.clone_from(&now.name),
            Self::Description => over.description.clone_from(&now.description),
            Self::Url => over.url.clone_from(&now.url),
            Self::Hosts => over.hosts.clone_from(&now.hosts),
            Self::Insecure => over.insecure = now.insecure,
            Self::Project => over.project_id.clone_from(&now.project_id),
            Self::Region => over.region_id.clone_from(&now.region_id),
            Self::Instance => over.instance_id.clone_from(&now.instance_id),
            Self::AccessKey => over.access_key.clone_from(&now.access_key),
        }
    }

    /// Those that a registry has otherwise in two answers. What either leaves out is not known to differ.
    #[must_use]
    pub fn changed(before: &TargetRegistry, now: &TargetRegistry) -> Vec<Self> {
        let differs = |setting: &Self| match (setting.of(before), setting.of(now)) {
            (Some(before), Some(now)) => before != now,
            (Some(_) | None, Some(_) | None) => false,
        };
        Self::ALL.into_iter().filter(differs).collect()
    }
}

impl RegistrySettings {
    /// How a registry looks to which these settings were sent, as far as answers show it.
    #[must_use]
    pub fn sent_to(&self, registry: &TargetRegistry) -> TargetRegistry {
        let mut sent = TargetRegistry {
            name: self.name.to_string(),
            description: self.description.clone(),
            url: self.url.to_string(),
            access_key: self.access_key.to_string(),
            insecure: Some(self.target.certificates() == Certificates::Any),
            ..registry.clone()
        };
        match &self.target {
            RegistryTarget::Harbor { hosts, .. } => sent.hosts = Some(hosts.hosts().clone()),
            RegistryTarget::Enterprise {
                project,
                region,
                instance,
            } => {
                sent.project_id = project.to_string();
                sent.region_id = region.to_string();
                sent.instance_id = instance.to_string();
            }
            RegistryTarget::Shared { region, .. } => {
                if let Some(region) = region {
                    sent.region_id = region.to_string();
                }
            }
        }
        sent
    }

    /// These settings where they were to be another than before, and those of now everywhere else: what
    /// somebody has changed since then stays. `None` where no request can carry one of those.
    pub(super) fn over(&self, before: &TargetRegistry, now: &TargetRegistry) -> Option<Self> {
        let mut over = self.sent_to(before);
        let is_as_before = |it: &RegistrySetting| it.of(&over) == it.of(before);
        let others: Vec<RegistrySetting> = RegistrySetting::changed(before, now)
            .into_iter()
            .filter(is_as_before)
            .collect();
        if others.is_empty() {
            return Some(self.clone());
        }
        for setting in others {
            setting.take(now, &mut over);
        }
        Self::of(&over)
    }
}
