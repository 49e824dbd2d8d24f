//! Why HSS does not get at a registry or at an image, where its word is a documented one.

/// A documented cause (corrections §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailReason {
    /// The cluster that carries the access is in an abnormal state.
    ClusterAbnormal,
    /// There is no way through the network from that cluster to the registry.
    NoWayToRegistry,
    /// A fault of the service itself.
    ServiceFault,
}

impl FailReason {
    /// All known ones.
    pub const ALL: [Self; 3] = [
        Self::ClusterAbnormal,
        Self::NoWayToRegistry,
        Self::ServiceFault,
    ];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ClusterAbnormal => "CREATE_JOB_FAILED",
            Self::NoWayToRegistry => "REQUEST_API_ERROR",
            Self::ServiceFault => "SERVER_ERROR",
        }
    }

    /// The cause of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}
