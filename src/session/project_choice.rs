//! Which of a person's projects the session is for, where that was not said.

use std::fmt;
use std::rc::Rc;

use cloud_api::iam::{ListProjects, Project, ProjectKind};
use cloud_api::{ApiError, Operation, ProjectId, RegionId};
use futures::future::LocalBoxFuture;
use send_wrapper::SendWrapper;

use super::identity::Identity;
use super::sign_in::SignInError;
use crate::net::{Credential, Net};

/// An attempt that goes on.
pub(super) type Attempted = LocalBoxFuture<'static, Result<Identity, SignInError>>;

/// Goes on for one of the projects. What was given to sign in lives as long as this does.
pub(super) type Begin = Rc<dyn Fn(&MainProject) -> Attempted>;

/// The project of a whole region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainProject {
    /// The region, which is also the project's name.
    pub region: RegionId,
    /// The project.
    pub id: ProjectId,
}

/// The regions in which a person can work, one of which is to be chosen.
#[derive(Clone)]
pub struct ProjectChoice {
    /// Two or more.
    pub projects: Vec<MainProject>,
    begin: SendWrapper<Begin>,
}

impl ProjectChoice {
    /// Goes on with what was given before.
    pub fn begin(&self, project: &MainProject) -> Attempted {
        (self.begin)(project)
    }
}

impl fmt::Debug for ProjectChoice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.projects.fmt(formatter)
    }
}

impl PartialEq for ProjectChoice {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begin, &other.begin)
    }
}

impl Eq for ProjectChoice {}

/// Goes on where there is one project only; with several the person chooses.
pub(super) async fn begin_in(
    projects: Vec<MainProject>,
    begin: Begin,
) -> Result<Identity, SignInError> {
    match &*projects {
        [] => Err(SignInError::NoMainProject),
        [only] => begin(only).await,
        _ => Err(SignInError::SeveralProjects(ProjectChoice {
            projects,
            begin: SendWrapper::new(begin),
        })),
    }
}

/// The projects in which a person can work, in the order of the service: container images work with main
/// projects only.
pub(super) async fn main_projects(
    net: Net,
    credential: Credential,
) -> Result<Vec<MainProject>, ApiError> {
    let answer = net.send(ListProjects.request(), credential).await;
    let list = ListProjects::decode(&answer.map_err(ApiError::NoAnswer)?)?;
    Ok(list.projects.rows.iter().filter_map(main_project).collect())
}

/// A project as one to work in; nothing for a part of a region and for a suspended one.
pub(super) fn main_project(project: &Project) -> Option<MainProject> {
    let is_usable = project.enabled && project.kind() == ProjectKind::Main;
    Some(MainProject {
        region: RegionId::listed(&project.name).filter(|_| is_usable)?,
        id: project.project_id()?,
    })
}
