//! One repository.

use serde::{Deserialize, Serialize};

use crate::wire::fields::read_object;
use crate::{
    ApiError, Collection, Endpoint, Kind, Method, Operation, Owner, RepositoryPath, Request,
    Response,
};

const SHOW: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}",
    "ShowRepository",
);

/// Reads one repository: `GET …/repos/{repository}` (examples §1.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowRepository {
    /// Which.
    pub repository: RepositoryPath,
}

/// A repository, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repository {
    /// The name; untrusted text.
    pub name: String,
    /// One of the API's categories, or empty.
    pub category: String,
    /// Free text; untrusted.
    pub description: String,
    /// Who made it; untrusted text.
    pub creator_name: String,
    /// Whether everyone can pull, where the service tells.
    pub is_public: Option<bool>,
    /// Number of tags, where the service tells.
    pub num_images: Option<u64>,
    /// Size in bytes, where the service tells.
    pub size: Option<u64>,
    /// How often an image of it was pulled, where the service tells; no write depends on it, so it is
    /// not kept beside one.
    #[serde(skip)]
    pub num_download: Option<u64>,
    /// Pull address; untrusted text.
    pub path: String,
    /// When it last changed, RFC 3339 in UTC.
    pub updated: String,
}

impl Operation for ShowRepository {
    type Output = Repository;

    fn request(&self) -> Request {
        Request::new(&SHOW, &self.repository.parameters())
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Repository(self.repository.clone());
        Some(Collection::new(Kind::Repository, of))
    }

    fn decode(response: &Response) -> Result<Repository, ApiError> {
        read_object(response, |fields| Repository {
            name: fields.text("name"),
            category: fields.text_to_keep("category"),
            description: fields.text_to_keep("description"),
            creator_name: fields.text("creator_name"),
            is_public: fields.flag("is_public"),
            num_images: fields.count("num_images"),
            size: fields.count("size"),
            num_download: fields.count("num_download"),
            path: fields.text("path"),
            updated: fields.text("updated"),
        })
    }
}

/// What kind of image a repository holds: the API's categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepositoryCategory {
    /// `app_server`
    AppServer,
    /// `linux`
    Linux,
    /// `framework_app`
    FrameworkApp,
    /// `database`
    Database,
    /// `lang`
    Lang,
    /// `other`
    Other,
    /// `windows`
    Windows,
    /// `arm`
    Arm,
}

impl RepositoryCategory {
    /// All categories, in the order of the API's page.
    pub const ALL: [Self; 8] = [
        Self::AppServer,
        Self::Linux,
        Self::FrameworkApp,
        Self::Database,
        Self::Lang,
        Self::Other,
        Self::Windows,
        Self::Arm,
    ];

    /// The API's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AppServer => "app_server",
            Self::Linux => "linux",
            Self::FrameworkApp => "framework_app",
            Self::Database => "database",
            Self::Lang => "lang",
            Self::Other => "other",
            Self::Windows => "windows",
            Self::Arm => "arm",
        }
    }
}
