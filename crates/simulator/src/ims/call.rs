//! A call of IMS and what its caller sees.

use cloud_api::Timestamp;

use crate::gateway::account::Account;
use crate::gateway::caller::Caller;
use crate::gateway::identities::ORGANIZATION_ID;
use crate::gateway::incoming::{Arrived, Incoming};

use super::image::Image;
use super::member::Member;
use super::sharing::ImageSharing;

/// What every part needs to know of a call.
pub struct Call<'a> {
    pub request: &'a Incoming,
    pub now: Timestamp,
    /// The project of the token.
    pub project: &'static str,
    pub account: Account,
    /// Whether the caller may change nothing.
    pub is_reader: bool,
    /// The enterprise projects of it that the caller was granted.
    pub enterprise_projects: Vec<&'static str>,
    /// Whether images are shared with projects alone.
    pub projects_alone: bool,
}

impl<'a> Call<'a> {
    /// `None` where the token has no project.
    pub fn of(caller: &Caller, arrived: &Arrived<'a>, sharing: ImageSharing) -> Option<Self> {
        Some(Self {
            request: arrived.request,
            now: arrived.now,
            project: caller.project()?,
            account: caller.account(),
            is_reader: caller.is_reader(),
            enterprise_projects: caller.enterprise_projects(),
            projects_alone: sharing.knows_projects_alone(),
        })
    }

    /// Whether the caller may know of an image: of the own project by its enterprise project, of
    /// others when it is for everybody or shared with the project.
    pub fn sees(&self, image: &Image) -> bool {
        if image.owner == self.project {
            return self.enterprise_projects.contains(&image.enterprise_project);
        }
        let mut members = image.members.iter();
        image.is_for_everybody() || members.any(|member| self.is_reached_by(member))
    }

    /// Whether a member is the project, its account, or an organization that the account is in.
    pub fn is_reached_by(&self, member: &Member) -> bool {
        match member.kind {
            "domain" => member.id == self.account.id(),
            "organization" => self.account == Account::Partner && member.id == ORGANIZATION_ID,
            _ => member.id == self.project,
        }
    }
}
