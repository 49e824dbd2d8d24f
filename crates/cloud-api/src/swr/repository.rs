//! One repository: read, create, update, delete.

use serde::{Deserialize, Serialize};

use super::presence;
use crate::fields::read_object;
use crate::inverse::{Before, Inverse, Loss, Why};
use crate::request::Method;
use crate::terraform::{Resource, Standing};
use crate::write::Write;
use crate::{
    ApiError, Judgement, Meaning, Mutation, NotSent, Operation, OrganizationName, RepositoryName,
    Request, Response, Subject, body, path,
};

/// Reads one repository: `GET …/repos/{repository}` (examples §1.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
}

/// A repository, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repository {
    /// The name; untrusted text.
    pub name: String,
    /// One of the API's categories, or empty.
    pub category: String,
    /// Free text; untrusted.
    pub description: String,
    /// Who made it; untrusted text.
    pub creator_name: String,
    /// Whether everyone can pull.
    pub is_public: bool,
    /// Number of tags.
    pub num_images: u64,
    /// Size in bytes.
    pub size: u64,
    /// Pull address; untrusted text.
    pub path: String,
    /// When it last changed, RFC 3339 in UTC.
    pub updated: String,
}

impl Operation for ShowRepository {
    type Output = Repository;

    fn request(&self) -> Request {
        Request::swr(
            Method::Get,
            path::repository(&self.organization, &self.repository),
        )
    }

    fn decode(response: &Response) -> Result<Repository, ApiError> {
        read_object(response, |fields| Repository {
            name: fields.text("name"),
            category: fields.text("category"),
            description: fields.text("description"),
            creator_name: fields.text("creator_name"),
            is_public: fields.flag("is_public").unwrap_or_default(),
            num_images: fields.count("num_images").unwrap_or_default(),
            size: fields.count("size").unwrap_or_default(),
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

/// What a write says of a repository.
#[derive(Serialize)]
struct Settings<'a> {
    /// Only when it is created; else the path names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'a RepositoryName>,
    is_public: bool,
    /// An empty one is no category of the API's, so it is left out.
    #[serde(skip_serializing_if = "str::is_empty")]
    category: &'a str,
    description: &'a str,
}

impl Settings<'_> {
    /// Whether the repository is shown with these settings. A category or description that was not
    /// sent or is not shown tells nothing; an answer without the flag tells nothing at all.
    fn judge(&self, read_back: &Response) -> Judgement {
        let as_wanted = read_object(read_back, |fields| {
            let is_public = fields.flag("is_public");
            if is_public.is_none() {
                fields.spoil("is_public");
            }
            let shown = |name| fields.get(name).map(|_| fields.text(name));
            let (category, description) = (shown("category"), shown("description"));
            let is_category = self.category.is_empty()
                || category.is_none_or(|category| category == self.category);
            let is_description =
                description.is_none_or(|description| description == self.description);
            is_public == Some(self.is_public) && is_category && is_description
        });
        match as_wanted {
            Ok(true) => Judgement::Applied,
            Ok(false) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn resource(&self, organization: &OrganizationName, repository: &RepositoryName) -> Resource {
        Resource::Repository {
            organization: organization.clone(),
            repository: repository.clone(),
            is_public: self.is_public,
            category: self.category.to_owned(),
            description: self.description.to_owned(),
        }
    }
}

/// Creates a repository: `POST …/namespaces/{namespace}/repos`, answered with **200**
/// (examples §2.12). Needs the level edit on the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Its name.
    pub repository: RepositoryName,
    /// Whether everyone shall be able to pull.
    pub is_public: bool,
    /// What kind of image it will hold.
    pub category: Option<RepositoryCategory>,
    /// Free text.
    pub description: String,
}

impl CreateRepository {
    fn settings(&self) -> Settings<'_> {
        Settings {
            repository: Some(&self.repository),
            is_public: self.is_public,
            category: self.category.map_or("", RepositoryCategory::as_str),
            description: &self.description,
        }
    }
}

impl Write for CreateRepository {
    fn request(&self) -> Result<Request, NotSent> {
        let path = format!("{}/repos", path::organization(&self.organization));
        Ok(Request::swr(Method::Post, path).with_body(body::encode(&self.settings())))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization, &self.repository)
    }

    fn read_back(&self) -> Request {
        show(&self.organization, &self.repository)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        self.settings().judge(read_back)
    }

    fn inverse(&self, before: &Before) -> Inverse {
        let delete = DeleteRepository {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
        };
        Inverse::of_creation(Mutation::DeleteRepository(delete), before)
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = self
            .settings()
            .resource(&self.organization, &self.repository);
        Some((resource, Standing::New))
    }
}

/// Changes whether everyone can pull, the category and the description:
/// `PATCH …/repos/{repository}`, answered with 201 (examples §1.11). All three are always sent,
/// those to keep as they were read before, because whether omitted ones are kept is not documented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
    /// Whether everyone shall be able to pull.
    pub is_public: bool,
    /// The category, as text because one that was read may be none that is known; an empty one is
    /// not sent, so a category cannot be taken away.
    pub category: String,
    /// The description; an empty one clears it.
    pub description: String,
}

impl UpdateRepository {
    fn settings(&self) -> Settings<'_> {
        Settings {
            repository: None,
            is_public: self.is_public,
            category: &self.category,
            description: &self.description,
        }
    }
}

impl Write for UpdateRepository {
    fn request(&self) -> Result<Request, NotSent> {
        let path = path::repository(&self.organization, &self.repository);
        Ok(Request::swr(Method::Patch, path).with_body(body::encode(&self.settings())))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::RepositoryVisibility {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
        }]
    }

    fn read_back(&self) -> Request {
        show(&self.organization, &self.repository)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        self.settings().judge(read_back)
    }

    fn inverse(&self, before: &Before) -> Inverse {
        let Before::Repository(read) = before else {
            return Inverse::None(Why::NotRead);
        };
        let back = Self {
            is_public: read.is_public,
            category: read.category.clone(),
            description: read.description.clone(),
            ..self.clone()
        };
        let had_none = read.category.is_empty() && !self.category.is_empty();
        let is_same = back.is_public == self.is_public
            && back.description == self.description
            && (self.category.is_empty() || had_none || back.category == self.category);
        let calls = if is_same {
            Vec::new()
        } else {
            vec![Mutation::UpdateRepository(back)]
        };
        Inverse::of(calls, had_none.then_some(Loss::NoCategory))
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = self
            .settings()
            .resource(&self.organization, &self.repository);
        Some((resource, Standing::Existing))
    }
}

/// Deletes a repository with every tag in it: `DELETE …/repos/{repository}`, answered with 204
/// (examples §2.12). Some sites may refuse with 406 `4060012` while it holds tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteRepository {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
}

impl Write for DeleteRepository {
    fn request(&self) -> Result<Request, NotSent> {
        let path = path::repository(&self.organization, &self.repository);
        Ok(Request::swr(Method::Delete, path))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization, &self.repository)
    }

    fn read_back(&self) -> Request {
        show(&self.organization, &self.repository)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        presence::judge(presence::of(read_back), false)
    }

    fn is_removal(&self) -> bool {
        true
    }

    fn inverse(&self, _before: &Before) -> Inverse {
        Inverse::None(Why::ContentGone)
    }
}

fn subjects(organization: &OrganizationName, repository: &RepositoryName) -> Vec<Subject> {
    vec![Subject::Repository {
        organization: organization.clone(),
        repository: repository.clone(),
    }]
}

fn show(organization: &OrganizationName, repository: &RepositoryName) -> Request {
    ShowRepository {
        organization: organization.clone(),
        repository: repository.clone(),
    }
    .request()
}
