//! Which path leads to which host.

/// A path, and the one host that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The path before those of the service, without a slash at its end.
    pub prefix: String,
    /// The host, with a port where it is another than 443.
    pub host: String,
    /// What the host is asked for.
    pub calls: Calls,
}

/// Which of a host's calls a path leads on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// All of a service that knows no tokens.
    OfService,
    /// All of IAM.
    OfIam,
    /// Those of IAM that somebody needs who has a token.
    OfTokens,
}

impl Calls {
    /// Those of two that share a path.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match self == other {
            true => self,
            false => Self::OfIam,
        }
    }

    /// Whether tokens are asked for there, so that somebody may try them.
    #[must_use]
    pub fn has_tokens(self) -> bool {
        self != Self::OfService
    }

    /// What a regular expression takes for their paths, with whatever follows.
    pub(crate) fn paths(self) -> &'static str {
        match self {
            Self::OfService | Self::OfIam => ".*",
            Self::OfTokens => r"v3/(?:auth/(?:tokens|projects)|users)(?:[?].*)?",
        }
    }
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
