//! Why nobody is signed in, and what is still to be chosen.

use std::fmt;
use std::rc::Rc;

use cloud_api::iam::TokenError;
use cloud_api::{ApiError, Meaning, ProjectId, RegionId, WrongClock};
use futures::future::LocalBoxFuture;
use send_wrapper::SendWrapper;

use super::identity::Identity;

/// Why nobody is signed in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// What was pasted is not a token.
    NotAToken(TokenError),
    /// The token was not found good.
    Token(ApiError),
    /// There is no token for account, user and password.
    Password(ApiError),
    /// The token is for a part of a region; SWR wants the main project.
    SubProject {
        /// The token's project.
        project: String,
        /// The main project, where the person has access to it.
        main: ListedMain,
    },
    /// The token is for a whole account.
    NoProject,
    /// The project is of a region of the cloud, or of another one, that the console is not set up for.
    RegionNotSetUp {
        /// The region.
        region: RegionId,
    },
    /// The project's name or ID has a form that no request can carry.
    UnknownProject {
        /// The project's name.
        project: String,
    },
    /// The access key was not found good.
    Key(ApiError),
    /// The access key was refused because this computer's clock is wrong.
    WrongClock(WrongClock, ApiError),
    /// The browser holds no keys for a page that was not opened over HTTPS.
    NotSecure,
    /// Nothing that can be asked tells whose the access key is.
    PersonUnknown,
    /// The account has no such region or project, or the person no access to it.
    NotInScope,
    /// The person has access to no project of a whole region.
    NoMainProject,
    /// The person can work in several projects.
    SeveralProjects(ProjectChoice),
}

impl SignInError {
    /// What was answered, where somebody was asked.
    #[must_use]
    pub fn answer(&self) -> Option<&ApiError> {
        match self {
            Self::Token(error)
            | Self::Password(error)
            | Self::Key(error)
            | Self::WrongClock(_, error) => Some(error),
            Self::NotAToken(_)
            | Self::SubProject { .. }
            | Self::NoProject
            | Self::RegionNotSetUp { .. }
            | Self::UnknownProject { .. }
            | Self::NotSecure
            | Self::PersonUnknown
            | Self::NotInScope
            | Self::NoMainProject
            | Self::SeveralProjects(_) => None,
        }
    }

    /// Whether the token may be good although it could not be used just now.
    pub(super) fn leaves_token_good(&self) -> bool {
        matches!(self, Self::Token(error) if !is_not_accepted(error))
    }
}

/// What the list of the person's projects says about the main one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedMain {
    /// The person can get a token for it.
    Reachable(String),
    /// The list was read and does not have it.
    NotListed(String),
    /// The list could not be read.
    NotChecked(String),
}

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
    /// Of these projects.
    pub(super) fn new(projects: Vec<MainProject>, begin: Begin) -> Self {
        Self {
            projects,
            begin: SendWrapper::new(begin),
        }
    }

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

/// Whether IAM says that a token is none of its own or has ended (examples §1.2).
pub(super) fn is_not_accepted(error: &ApiError) -> bool {
    matches!(
        error.meaning(),
        Some(Meaning::SignInAgain | Meaning::AlreadyGone)
    )
}
