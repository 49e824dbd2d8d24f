//! Which path leads to which host.

/// A path, and the one host that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The path before those of the service, without a slash at its end.
    pub prefix: String,
    /// The host, with a port where it is another than 443.
    pub host: String,
    /// Whether tokens are asked for there.
    pub is_iam: bool,
}

impl Route {
    /// The name that the host's certificate has to have.
    #[must_use]
    pub fn name(&self) -> &str {
        self.host.split(':').next().unwrap_or(&self.host)
    }

    /// The host's port.
    #[must_use]
    pub fn port(&self) -> &str {
        self.host.split_once(':').map_or("443", |(_, port)| port)
    }
}
