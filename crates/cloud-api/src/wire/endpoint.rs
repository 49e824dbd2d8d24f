//! Endpoints: what can be asked of a service, each told once beside what it is about.

/// A service of the cloud; each has its own host, error bodies and path escaping.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// Identity and access management: tokens, projects, users.
    Iam,
    /// Software repository for containers, shared edition.
    Swr,
    /// Host security service: which registries' images it has synchronized.
    Hss,
    /// Image management service: machine images.
    Ims,
    /// Software repository for containers, enterprise edition: registries of one's own. Its host is that
    /// of the shared edition.
    Enterprise,
}

impl Service {
    /// All services that requests are made for.
    pub const ALL: [Self; 5] = [Self::Iam, Self::Swr, Self::Hss, Self::Ims, Self::Enterprise];

    /// The segment that names the service below `/api/`.
    #[must_use]
    pub fn segment(self) -> &'static str {
        match self {
            Self::Iam => "iam",
            Self::Swr => "swr",
            Self::Hss => "hss",
            Self::Ims => "ims",
            Self::Enterprise => "enterprise",
        }
    }
}

/// An HTTP method that the services use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Sets.
    Put,
    /// Changes a part.
    Patch,
    /// Removes; the permission calls carry a body here.
    Delete,
}

impl Method {
    /// The method as it stands in the request line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// One thing that can be asked of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// Whom it is for.
    pub service: Service,
    /// HTTP method.
    pub method: Method,
    /// The path, with the names of its parameters in braces, each a whole segment.
    pub template: &'static str,
    /// The API's own name of the operation, where KooCLI knows it (reference §13).
    pub operation: Option<&'static str>,
}

impl Endpoint {
    pub(crate) const fn iam(method: Method, template: &'static str) -> Self {
        Self {
            service: Service::Iam,
            method,
            template,
            operation: None,
        }
    }

    pub(crate) const fn swr(
        method: Method,
        template: &'static str,
        operation: &'static str,
    ) -> Self {
        Self {
            service: Service::Swr,
            method,
            template,
            operation: Some(operation),
        }
    }

    pub(crate) const fn hss(
        method: Method,
        template: &'static str,
        operation: &'static str,
    ) -> Self {
        Self {
            service: Service::Hss,
            method,
            template,
            operation: Some(operation),
        }
    }

    pub(crate) const fn ims(
        method: Method,
        template: &'static str,
        operation: &'static str,
    ) -> Self {
        Self {
            service: Service::Ims,
            method,
            template,
            operation: Some(operation),
        }
    }

    pub(crate) const fn enterprise(
        method: Method,
        template: &'static str,
        operation: &'static str,
    ) -> Self {
        Self {
            service: Service::Enterprise,
            method,
            template,
            operation: Some(operation),
        }
    }

    /// The segments of the path: as they stand, or the name of a parameter.
    pub(crate) fn segments(&self) -> impl Iterator<Item = Segment> {
        self.template.split('/').map(|segment| {
            let name = segment
                .strip_prefix('{')
                .and_then(|name| name.strip_suffix('}'));
            name.map_or(Segment::Fixed(segment), Segment::Parameter)
        })
    }
}

/// A segment of a template.
pub(crate) enum Segment {
    /// Stands so in the path.
    Fixed(&'static str),
    /// Stands for a parameter of this name.
    Parameter(&'static str),
}
