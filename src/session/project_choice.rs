//! Which of a person's projects the session is for, where that was not said.

use cloud_api::iam::{ListProjects, Project, ProjectKind};
use cloud_api::{ApiError, Operation, RegionId};

use super::outcome::Identity;
use super::outcome::{Again, Begin, MainProject, ProjectChoice, SignInError};
use super::sign_in::place_of;
use crate::net::{Credential, Net};

/// Goes on where there is one project only; with several the person chooses. Projects of regions that
/// the console is not set up for are none.
pub(super) async fn begin_in(
    net: Net,
    mut projects: Vec<MainProject>,
    begin: Begin,
) -> Result<Identity, SignInError> {
    let first = projects.first().map(|first| place_of(net, &first.region));
    projects.retain(|project| place_of(net, &project.region).is_ok());
    match &*projects {
        [] => Err(match first {
            Some(Err(not_set_up)) => not_set_up,
            _ => SignInError::NoMainProject,
        }),
        [only] => begin(only).await,
        _ => Err(SignInError::SeveralProjects(ProjectChoice::new(
            projects,
            Again::new(begin),
        ))),
    }
}

/// The projects in which a person can work, in the order of the service: container images work with main
/// projects only.
pub(super) async fn main_projects(
    net: Net,
    credential: Credential,
) -> Result<Vec<MainProject>, ApiError> {
    let answer = net.send(ListProjects.request(), credential).await;
    let list = ListProjects::decode(&answer?)?;
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
