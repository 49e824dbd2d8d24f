//! A cloud that a console reaches: its regions, and where their services are.

use cloud_api::{ProjectId, RegionId, Service};

use crate::address::host_and_path_of;
use crate::preset::Preset;

/// A cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// Tells it from the others, in addresses and in what is stored.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Which cloud it is, where it is one of those that are known.
    pub preset: Option<Preset>,
    /// Its regions, at least one.
    pub regions: Vec<Region>,
    /// What people here call projects.
    pub project_aliases: Vec<(ProjectId, String)>,
}

/// A region of a cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name.
    pub id: RegionId,
    /// The services that it has, each once.
    pub services: Vec<ServiceAddress>,
    /// The cloud's IAM for all regions, where that is another one than the region's.
    pub global_iam: Option<ServiceAddress>,
}

/// Where a service of a region is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAddress {
    /// The service.
    pub service: Service,
    /// Where the console sends what is for it: below the mount point, from the root of the origin where
    /// it begins with `/`, or a whole address. Without a slash at the end.
    pub address: String,
    /// The service's own host: the proxy sends there, and signatures name it.
    pub host: String,
}

impl ServiceAddress {
    /// The host that signatures name: as browsers and proxies do, without the usual port.
    #[must_use]
    pub fn signed_host(&self) -> &str {
        without_usual_port(&self.host)
    }

    /// What signatures name before the path of a request. A proxy takes the path of its own off; where
    /// the address is on the service's own host nobody does.
    #[must_use]
    pub fn signed_path(&self) -> &str {
        match host_and_path_of(&self.address) {
            Some((host, path)) if without_usual_port(host) == self.signed_host() => path,
            _ => "",
        }
    }
}

fn without_usual_port(host: &str) -> &str {
    host.strip_suffix(":443").unwrap_or(host)
}

impl Region {
    /// Where a service is, if the region has it.
    #[must_use]
    pub fn service(&self, service: Service) -> Option<&ServiceAddress> {
        self.services.iter().find(|it| it.service == service)
    }
}
