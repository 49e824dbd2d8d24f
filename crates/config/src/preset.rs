//! The clouds whose regions and hosts are known: the region tables of Huawei Cloud's SDK 3.1.219, and
//! "Regions and Endpoints" of Open Telekom Cloud.

use cloud_api::Service;

/// A cloud that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Huawei Cloud.
    HuaweiCloud,
    /// Open Telekom Cloud.
    OpenTelekomCloud,
}

/// Regions in which Huawei Cloud has the shared edition of SWR, and so far as not told otherwise all
/// that the console uses.
const HUAWEI_CLOUD: &[&str] = &[
    "ae-ad-1",
    "af-north-1",
    "af-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "cn-east-2",
    "cn-east-3",
    "cn-east-4",
    "cn-east-5",
    "cn-north-1",
    "cn-north-11",
    "cn-north-12",
    "cn-north-2",
    "cn-north-4",
    "cn-north-9",
    "cn-south-1",
    "cn-south-2",
    "cn-south-4",
    "cn-southwest-2",
    "cn-southwest-3",
    "eu-west-0",
    "eu-west-101",
    "la-north-2",
    "la-south-2",
    "me-east-1",
    "my-kualalumpur-1",
    "na-mexico-1",
    "ru-moscow-1",
    "ru-northwest-2",
    "sa-brazil-1",
    "sa-peru-1",
    "tr-west-1",
];
const OPEN_TELEKOM_CLOUD: &[&str] = &["eu-de", "eu-nl"];

/// Regions of Huawei Cloud without an IAM of their own; the global one serves them.
const WITHOUT_IAM: &[&str] = &[
    "af-north-1",
    "ap-southeast-5",
    "cn-north-11",
    "cn-south-4",
    "cn-southwest-3",
    "ru-northwest-2",
    "sa-peru-1",
];
/// Serves all of its regions but those that have another one.
const GLOBAL_IAM: &str = "iam.myhuaweicloud.com";
const WITHOUT_IMS: &[&str] = &["ru-northwest-2", "sa-peru-1"];
const WITHOUT_HSS: &[&str] = &["eu-west-0", "ru-northwest-2", "sa-peru-1"];

impl Preset {
    /// As the file names them, in the order of [`Self::ALL`].
    pub const NAMES: [&str; 2] = ["huawei-cloud", "open-telekom-cloud"];

    /// All.
    pub const ALL: [Self; 2] = [Self::HuaweiCloud, Self::OpenTelekomCloud];

    /// Which one the file names.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let place = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(place).copied()
    }

    /// What people call it; the clouds translate their names to no language.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::HuaweiCloud => "Huawei Cloud",
            Self::OpenTelekomCloud => "Open Telekom Cloud",
        }
    }

    /// Its regions.
    #[must_use]
    pub fn regions(self) -> &'static [&'static str] {
        match self {
            Self::HuaweiCloud => HUAWEI_CLOUD,
            Self::OpenTelekomCloud => OPEN_TELEKOM_CLOUD,
        }
    }

    /// The host of a service in one of its regions; `None` where the region does not have it.
    #[must_use]
    pub fn host(self, service: Service, region: &str) -> Option<String> {
        let service_name = match service {
            Service::Iam => "iam",
            Service::Swr | Service::Enterprise => "swr-api",
            Service::Hss => "hss",
            Service::Ims => "ims",
        };
        let (without, domain): (&[&str], &str) = match (self, service, region) {
            (Self::OpenTelekomCloud, Service::Enterprise, _) => return None,
            (Self::OpenTelekomCloud, Service::Hss, _) => (&["eu-nl"], "otc.t-systems.com"),
            (Self::OpenTelekomCloud, ..) => (&[], "otc.t-systems.com"),
            (Self::HuaweiCloud, Service::Ims, _) => (WITHOUT_IMS, "myhuaweicloud.com"),
            (Self::HuaweiCloud, _, "eu-west-101") => (&[], "myhuaweicloud.eu"),
            (Self::HuaweiCloud, Service::Iam, _) if WITHOUT_IAM.contains(&region) => {
                return Some(GLOBAL_IAM.to_owned());
            }
            (Self::HuaweiCloud, Service::Hss, _) => (WITHOUT_HSS, "myhuaweicloud.com"),
            (Self::HuaweiCloud, ..) => (&[], "myhuaweicloud.com"),
        };
        let has = self.regions().contains(&region) && !without.contains(&region);
        has.then(|| format!("{service_name}.{region}.{domain}"))
    }

    /// The host of the IAM that stands beside the one of a region, and whose tokens are good in all of them
    /// (corrections §6); `None` where the region has one IAM alone.
    #[must_use]
    pub fn global_iam(self, region: &str) -> Option<&'static str> {
        match (self, region) {
            (Self::OpenTelekomCloud, _) => None,
            (Self::HuaweiCloud, "eu-west-101") => Some("iam.myhuaweicloud.eu"),
            // Flexible Engine: another company's cloud, with accounts of its own.
            (Self::HuaweiCloud, "eu-west-0") => None,
            (Self::HuaweiCloud, _) => {
                let has_own = HUAWEI_CLOUD.contains(&region) && !WITHOUT_IAM.contains(&region);
                has_own.then_some(GLOBAL_IAM)
            }
        }
    }

    /// Whether IAM ends a token before its time (corrections §6).
    #[must_use]
    pub fn ends_tokens(self) -> bool {
        match self {
            Self::HuaweiCloud => false,
            Self::OpenTelekomCloud => true,
        }
    }

    /// Whether SWR copies images to other regions there.
    #[must_use]
    pub fn has_image_sync(self) -> bool {
        match self {
            Self::HuaweiCloud => true,
            Self::OpenTelekomCloud => false,
        }
    }
}
