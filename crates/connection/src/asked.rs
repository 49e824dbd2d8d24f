//! What is asked, and from where.

use cloud_api::hss::EnterpriseProject;
use cloud_api::{Operation as _, ProjectId, Request, Service, enterprise, hss, iam, ims, swr};
use config::{Iam, Place, Preset, shape::GLOBAL_IAM};

/// In whose name a service is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InNameOf {
    /// Without a token or key: how far a request comes is seen all the same.
    Nobody,
    /// The person at the screen, whose token or key is for this place.
    Person,
}

/// A service that is asked, and the page that asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The region.
    pub place: Place,
    /// The service.
    pub service: Service,
    /// Which one, where it is IAM.
    pub iam: Iam,
    /// In whose name.
    pub in_name_of: InNameOf,
    /// Where requests go: a path from the root of the page's origin, or a whole address. Without a slash
    /// at the end; empty where the region does not have the service.
    pub address: String,
    /// The origin of the page, such as `https://console.example`.
    pub origin: String,
    /// The path that the console is served below, with a slash at both ends.
    pub base: String,
    /// The servers that the policy of the page has to let through: see [`others`].
    pub others: Vec<String>,
}

/// All servers besides the page's own that the console is set up with for any service.
#[must_use]
pub fn others(places: &[Place], origin: &str) -> Vec<String> {
    let mut others = Vec::new();
    for place in places {
        let global_iam = place.global_iam().map(|it| it.address.clone());
        let services = Service::ALL.into_iter();
        let services = services.filter_map(|service| place.address(service));
        for address in services.chain(global_iam) {
            if let Some(server) = server_of(&address).filter(|server| *server != origin)
                && !others.iter().any(|other| other == server)
            {
                others.push(server.to_owned());
            }
        }
    }
    others
}

/// The scheme and host that a whole address names; `None` for a path. Browsers leave out the usual port.
pub(crate) fn server_of(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next().unwrap_or_default();
    let usual = match scheme {
        "https" => ":443",
        _ => ":80",
    };
    let host = host.strip_suffix(usual).unwrap_or(host);
    Some(&address[..scheme.len() + "://".len() + host.len()])
}

impl Asked {
    /// Whether requests leave the page's own origin: no proxy of the console stands between.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        !self.address.starts_with('/') && self.server() != self.origin
    }

    /// The scheme and host that requests go to.
    #[must_use]
    pub fn server(&self) -> &str {
        server_of(&self.address).unwrap_or(&self.origin)
    }

    /// The service's own host, where the file or a preset tells.
    #[must_use]
    pub fn host(&self) -> Option<&'static str> {
        let service = match self.iam {
            Iam::OfRegion => self.place.service(self.service),
            Iam::Global => self.place.global_iam(),
        };
        service.map(|service| &*service.host)
    }

    /// What the service is called in `config.json` and in usual addresses.
    pub(crate) fn key(&self) -> &'static str {
        match self.iam {
            Iam::OfRegion => self.service.segment(),
            Iam::Global => GLOBAL_IAM,
        }
    }

    /// The cloud, where it is one of those that are known.
    pub(crate) fn preset(&self) -> Option<Preset> {
        match self.place {
            Place::OwnOrigin => None,
            Place::Of(cloud, _) => cloud.preset,
        }
    }
}

/// One read for each service, the smallest that it has; none changes anything. A service that is asked
/// in nobody's name refuses whichever project is named, so any will do.
#[must_use]
pub fn requests(project: Option<&ProjectId>, part: EnterpriseProject) -> Vec<Request> {
    let Some(project) = project.cloned().or_else(nobodys_project) else {
        return Vec::new();
    };
    let of_registry = project.clone();
    vec![
        iam::ListProjects.request(),
        swr::ListQuotas {
            project: project.clone(),
        }
        .request(),
        hss::ListSyncTasks::first_page(project, part).request(),
        ims::ListImages {
            marker: None,
            limit: 1,
        }
        .request(),
        enterprise::ListInstances {
            project: of_registry,
            paging: enterprise::Paging::holding(0),
        }
        .request(),
    ]
}

/// The key of the list that each service answers with to its one of [`requests`].
pub(crate) fn list_of(service: Service) -> &'static str {
    match service {
        Service::Iam => "projects",
        Service::Swr => "quotas",
        Service::Hss => "data_list",
        Service::Ims => "images",
        Service::Enterprise => "instances",
    }
}

fn nobodys_project() -> Option<ProjectId> {
    "0".repeat(32).parse().ok()
}
