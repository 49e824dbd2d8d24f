//! A call of IMS and what its caller sees.

use crate::gateway::answer::Answer;
use crate::gateway::caller::{Caller, Scope};
use crate::gateway::identities::{PROJECT_ID, SUB_PROJECT_ID};
use crate::gateway::incoming::Incoming;

use super::image::Image;
use super::state::State;

/// What every part needs to know of a call.
pub struct Call<'a> {
    pub request: &'a Incoming,
    /// The project of the token.
    pub project: &'static str,
    /// The enterprise projects of it that the caller was granted.
    pub enterprise_projects: Vec<&'static str>,
}

impl<'a> Call<'a> {
    /// `None` where the token has no project.
    pub fn of(caller: &Caller, request: &'a Incoming) -> Option<Self> {
        let project = match caller.scope {
            Scope::Main => PROJECT_ID,
            Scope::Sub => SUB_PROJECT_ID,
            Scope::Account => return None,
        };
        Some(Self {
            request,
            project,
            enterprise_projects: caller.enterprise_projects(),
        })
    }

    /// Whether the caller may know of an image: of the own project by its enterprise project, of
    /// others when it is for everybody or shared with the project.
    pub fn sees(&self, image: &Image) -> bool {
        if image.owner == self.project {
            return self.enterprise_projects.contains(&image.enterprise_project);
        }
        image.is_for_everybody() || image.member(self.project).is_some()
    }
}

/// What answers a call, by what its path names.
pub enum Handler {
    /// Nothing.
    Account(fn(&State, &Call<'_>) -> Answer),
    /// An image.
    Image(fn(&Call<'_>, &Image) -> Answer),
    /// The project, then an image.
    ProjectImage(fn(&Call<'_>, &Image) -> Answer),
    /// An image, then one of its members.
    Member(fn(&Call<'_>, &Image, &str) -> Answer),
    /// The project, then an image, then one of its members.
    ProjectMember(fn(&Call<'_>, &Image, &str) -> Answer),
}
