//! To which account a project belongs, as far as it is known.

use crate::query::{Query, use_query};
use crate::session::{Session, use_session};
use cloud_api::iam::{ListProjects, ProjectList};
use cloud_api::ims::AccountsOfProjects;

/// The accounts of projects. IAM tells the projects that a person can work in, all of their account;
/// of others nothing is told.
#[derive(Clone, Copy)]
pub struct Accounts {
    projects: Query<ProjectList>,
    session: Session,
}

impl Accounts {
    /// Reads as long as the caller is on screen.
    #[must_use]
    pub fn known() -> Self {
        Self {
            projects: use_query(ListProjects),
            session: use_session(),
        }
    }

    /// What is known; nothing where it could not be read. Reacts.
    #[must_use]
    pub fn get(self) -> AccountsOfProjects {
        let (Some(list), Some(identity)) = (self.projects.value(), self.session.identity()) else {
            return AccountsOfProjects::new();
        };
        let projects = list.projects.iter();
        let known = projects.map(|project| (project.id.clone(), identity.account_id.clone()));
        known.collect()
    }
}
