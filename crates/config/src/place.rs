//! Where a person signs in, and where their requests go.

use cloud_api::clipboard::terraform::Provider;
use cloud_api::{ProjectId, RegionId, Service};

use crate::cloud::{Cloud, Region, ServiceAddress};
use crate::preset::Preset;

/// An IAM of a cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Iam {
    /// That of the region.
    OfRegion,
    /// That for all regions, where it is another one than the region's.
    Global,
}

/// A region of a cloud, as the console is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one cloud behind the console's own origin, in whichever region: what holds without a file.
    OwnOrigin,
    /// A region of a cloud of the file.
    Of(&'static Cloud, &'static Region),
}

impl Place {
    /// Tells the cloud from others in what is stored.
    #[must_use]
    pub fn cloud_id(self) -> &'static str {
        match self {
            Self::OwnOrigin => "default",
            Self::Of(cloud, _) => &cloud.id,
        }
    }

    /// What people call the cloud, where it has a name.
    #[must_use]
    pub fn cloud_name(self) -> Option<&'static str> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(cloud, _) => Some(&cloud.name),
        }
    }

    /// Cloud and region as one name, where they have one.
    #[must_use]
    pub fn name(self) -> Option<String> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(cloud, region) => Some(format!("{} · {}", cloud.name, region.id)),
        }
    }

    /// The region, where it is told.
    #[must_use]
    pub fn region(self) -> Option<&'static RegionId> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(_, region) => Some(&region.id),
        }
    }

    /// Another region of the same cloud; `None` where the console is not set up for it.
    #[must_use]
    pub fn in_region(self, id: &RegionId) -> Option<Self> {
        match self {
            Self::OwnOrigin => Some(self),
            Self::Of(cloud, _) => {
                let region = cloud.regions.iter().find(|region| region.id == *id)?;
                Some(Self::Of(cloud, region))
            }
        }
    }

    /// Where a service is, as far as the file tells.
    #[must_use]
    pub fn service(self, service: Service) -> Option<&'static ServiceAddress> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(_, region) => region.service(service),
        }
    }

    /// Where the cloud's IAM for all regions is, where the file or a preset tells of one beside the region's.
    #[must_use]
    pub fn global_iam(self) -> Option<&'static ServiceAddress> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(_, region) => region.global_iam.as_ref(),
        }
    }

    /// Where what is for a service goes; `None` where the region does not have it. See
    /// [`crate::ServiceAddress::address`].
    #[must_use]
    pub fn address(self, service: Service) -> Option<String> {
        match self {
            Self::OwnOrigin => Some(format!("api/{}", service.segment())),
            Self::Of(_, region) => Some(region.service(service)?.address.clone()),
        }
    }

    /// Whether the region has a service, as far as the file tells.
    #[must_use]
    pub fn has(self, service: Service) -> bool {
        match self {
            Self::OwnOrigin => true,
            Self::Of(_, region) => region.service(service).is_some(),
        }
    }

    /// Whether the cloud copies images to other regions, as far as the file tells.
    #[must_use]
    pub fn has_image_sync(self) -> bool {
        match self {
            Self::OwnOrigin => true,
            Self::Of(cloud, _) => cloud.preset.is_none_or(Preset::has_image_sync),
        }
    }

    /// Which provider of Terraform the cloud has. KooCLI goes with that of Huawei Cloud: it works there
    /// alone (corrections §7). Without a file the cloud is taken for one like that.
    #[must_use]
    pub fn provider(self) -> Provider {
        match self {
            Self::OwnOrigin => Provider::HuaweiCloud,
            Self::Of(cloud, _) => match cloud.preset {
                Some(Preset::HuaweiCloud) => Provider::HuaweiCloud,
                Some(Preset::OpenTelekomCloud) => Provider::OpenTelekomCloud,
                None => Provider::Unknown,
            },
        }
    }

    /// Whether the cloud ends a token before its time, as far as the file tells.
    #[must_use]
    pub fn ends_tokens(self) -> bool {
        match self {
            Self::OwnOrigin => false,
            Self::Of(cloud, _) => cloud.preset.is_some_and(Preset::ends_tokens),
        }
    }

    /// What people here call a project, where the file tells.
    #[must_use]
    pub fn project_alias(self, id: &ProjectId) -> Option<&'static str> {
        match self {
            Self::OwnOrigin => None,
            Self::Of(cloud, _) => {
                let mut aliases = cloud.project_aliases.iter();
                let (_, alias) = aliases.find(|(project, _)| project == id)?;
                Some(alias)
            }
        }
    }
}
