//! Which calls share machine images, by the kind of cloud.

/// What a cloud offers to share machine images with (corrections §4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImageSharing {
    /// Many images with many recipients of every kind at once; jobs by both paths.
    #[default]
    HuaweiCloud,
    /// The same for projects alone; jobs by the project's path alone.
    OpenTelekomCloud,
    /// One member a call; what is asked by a path of `/v1` is unknown, and there are no jobs.
    OpenStack,
}

impl ImageSharing {
    /// All kinds with the word that orders each.
    const WORDS: [(&str, Self); 3] = [
        ("huawei", Self::HuaweiCloud),
        ("otc", Self::OpenTelekomCloud),
        ("openstack", Self::OpenStack),
    ];

    /// The kind that a word orders: `huawei`, `otc` or `openstack`.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, kind)| *kind)
    }

    pub(super) fn offers(self, path: &str) -> bool {
        match self {
            Self::HuaweiCloud => true,
            Self::OpenTelekomCloud => !path.starts_with("/v1/cloudimages/job/"),
            Self::OpenStack => !path.starts_with("/v1/"),
        }
    }

    pub(super) fn knows_projects_alone(self) -> bool {
        self != Self::HuaweiCloud
    }
}
