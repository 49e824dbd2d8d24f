//! Projects that a token's user can work in.

use crate::wire::fields::read_object;
use crate::{
    ApiError, Endpoint, Listed, Method, Operation, ProjectId, RegionId, Request, Response,
};

const LIST: Endpoint = Endpoint::iam(Method::Get, "/v3/auth/projects");
const FIND: Endpoint = Endpoint::iam(Method::Get, "/v3/projects");

/// Reads the projects that the caller can access: `GET /v3/auth/projects` (examples §1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListProjects;

/// Reads the account's projects of a name: `GET /v3/projects?name=`. It needs a right; there may be none
/// and several (corrections §6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProjectsNamed {
    /// The region, which is also the name of its main project.
    pub region: RegionId,
}

/// The projects of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectList {
    /// In the order of the service.
    pub projects: Listed<Project>,
}

/// A project: a region's main project or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// ID as the service gave it.
    pub id: String,
    /// `eu-de` for a main project, `eu-de_team` for a sub-project.
    pub name: String,
    /// False for a suspended project.
    pub enabled: bool,
}

/// Whether SWR takes a project's token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectKind {
    /// The project of a whole region: SWR works.
    Main,
    /// A part of a region: SWR refuses its tokens. Names the main project.
    Sub {
        /// Name of the region's main project.
        main: String,
    },
}

impl Project {
    /// Main or sub-project, decided by name: a sub-project is `<region>_<name>` and a region never
    /// holds `_` (examples §1.3).
    #[must_use]
    pub fn kind(&self) -> ProjectKind {
        match self.name.split_once('_') {
            Some((main, _)) => ProjectKind::Sub {
                main: main.to_owned(),
            },
            None => ProjectKind::Main,
        }
    }

    /// The ID, where a request can carry it.
    #[must_use]
    pub fn project_id(&self) -> Option<ProjectId> {
        ProjectId::listed(&self.id)
    }
}

impl Operation for ListProjects {
    type Output = ProjectList;

    fn request(&self) -> Request {
        Request::new(&LIST, &[])
    }

    fn decode(response: &Response) -> Result<ProjectList, ApiError> {
        list(response)
    }
}

impl Operation for ListProjectsNamed {
    type Output = ProjectList;

    fn request(&self) -> Request {
        Request::new(&FIND, &[]).with_query("name", self.region.as_str())
    }

    fn decode(response: &Response) -> Result<ProjectList, ApiError> {
        list(response)
    }
}

fn list(response: &Response) -> Result<ProjectList, ApiError> {
    read_object(response, |answer| ProjectList {
        projects: answer.rows("projects", |project| Project {
            id: project.text("id"),
            name: project.text("name"),
            enabled: project.flag("enabled").unwrap_or(true),
        }),
    })
}
