//! What becomes of signing in: who somebody is and where, or why nobody is and what is still to be chosen.

use std::fmt;
use std::rc::Rc;

use changes::Scope;
use cloud_api::iam::TokenError;
use cloud_api::{ApiError, Meaning, ProjectId, RegionId, Timestamp, WrongClock};
use config::{Iam, Place};
use futures::future::LocalBoxFuture;
use send_wrapper::SendWrapper;

use super::unused::Unused;
use crate::net::Credential;

/// How a person has signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameBy {
    /// With a token that was pasted.
    Token,
    /// With a password.
    Password,
    /// With an access key.
    Key,
}

/// Who a token or access key is for, and where it works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub(super) credential: Credential,
    /// The way to begin once more, for this project or another, with what was given to sign in.
    pub(super) again: Option<Again>,
    /// What ends the token if nobody uses it; of those alone that the console had made from a password.
    pub(super) unused: Option<Unused>,
    /// Where requests go.
    pub place: Place,
    /// ID of the person's user; compared with the rows of access lists.
    pub user_id: String,
    /// Name of the person's user; untrusted text.
    pub user_name: String,
    /// ID of the account; compared with what rows are of.
    pub account_id: String,
    /// Name of the account; untrusted text.
    pub account_name: String,
    /// The project.
    pub project_id: ProjectId,
    /// Its region, which is also the main project's name.
    pub region: RegionId,
    /// Until when the token is good, where IAM said so readably. A key does not tell.
    pub expires_at: Option<Timestamp>,
}

impl Identity {
    /// In whose name and where the token or key acts.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope {
            cloud: self.place.cloud_id().to_owned(),
            region: self.region.to_string(),
            project_id: self.project_id.to_string(),
            user_id: self.user_id.clone(),
        }
    }

    /// Whether an access key signs in its name.
    #[must_use]
    pub fn is_of_key(&self) -> bool {
        matches!(self.credential, Credential::Key(_))
    }

    /// How the person has signed in. The console makes tokens from passwords alone.
    #[must_use]
    pub fn came_by(&self) -> CameBy {
        match self.is_of_key() {
            true => CameBy::Key,
            false if self.unused.is_some() => CameBy::Password,
            false => CameBy::Token,
        }
    }

    /// Whether an IAM knows its token or key.
    #[must_use]
    pub fn is_known_to(&self, iam: Iam) -> bool {
        let own = match &self.credential {
            Credential::Token(token) => token.iam,
            Credential::Key(_) | Credential::None => Iam::OfRegion,
        };
        own == iam
    }

    /// How wrong this computer's clock is, where the key is refused for that.
    #[must_use]
    pub fn wrong_clock(&self) -> Option<WrongClock> {
        match &self.credential {
            Credential::Key(key) => key.wrong_clock(),
            Credential::Token(_) | Credential::None => None,
        }
    }

    /// Whether it can begin in another project without anything given anew.
    #[must_use]
    pub fn can_change_project(&self) -> bool {
        self.again.is_some()
    }

    /// Somebody uses the token from now on.
    pub(super) fn is_used(&self) {
        if let Some(unused) = &self.unused {
            unused.is_used(true);
        }
    }

    /// Nobody does any more: one that the console had made ends once nothing is asked with it. One that was given, its
    /// owner has, and goes on with it here or elsewhere.
    pub(super) fn is_used_no_more(&self) {
        if let Some(unused) = &self.unused {
            unused.is_used(false);
        }
    }

    /// Whether it is the same person, in whichever project.
    #[must_use]
    pub fn is_same_person(&self, other: &Self) -> bool {
        self.mark() == other.mark()
    }

    /// Tells this person from others in what the tab remembers.
    pub(super) fn mark(&self) -> String {
        let cloud = match self.place {
            Place::OwnOrigin => String::new(),
            Place::Of(cloud, _) => format!("{} ", cloud.id),
        };
        format!("{cloud}{} {} ", self.account_id, self.user_id)
    }
}

/// Why nobody is signed in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// What was pasted is not a token.
    NotAToken(TokenError),
    /// The token was not found good.
    Token(ApiError),
    /// The region's IAM does not know the token, and nobody heard whether the cloud's global one does.
    GlobalIam(ApiError),
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
    /// The person has access to one project alone.
    NoOtherProject,
    /// Only another project serves what the sign-in is for.
    OtherProject {
        /// What was signed in to.
        given: ProjectId,
        /// What is wanted.
        wanted: ProjectId,
    },
    /// The person works in this project already.
    SameProject(ProjectId),
    /// The person can work in several projects.
    SeveralProjects(ProjectChoice),
}

impl SignInError {
    /// What was answered, where somebody was asked.
    #[must_use]
    pub fn answer(&self) -> Option<&ApiError> {
        match self {
            Self::Token(error)
            | Self::GlobalIam(error)
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
            | Self::NoOtherProject
            | Self::OtherProject { .. }
            | Self::SameProject(_)
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

/// The way to begin in a project with what was given before; that lives as long as this does, and in memory
/// alone.
#[derive(Clone)]
pub(super) struct Again(SendWrapper<Begin>);

impl Again {
    pub(super) fn new(begin: Begin) -> Self {
        Self(SendWrapper::new(begin))
    }

    pub(super) fn begin(&self, project: &MainProject) -> Attempted {
        (self.0)(project)
    }
}

impl fmt::Debug for Again {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

impl PartialEq for Again {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Again {}

/// The project of a whole region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainProject {
    /// The region, which is also the project's name.
    pub region: RegionId,
    /// The project.
    pub id: ProjectId,
}

/// The regions in which a person can work, one of which is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectChoice {
    /// One or more.
    pub projects: Vec<MainProject>,
    again: Again,
}

impl ProjectChoice {
    /// Of these projects.
    pub(super) fn new(projects: Vec<MainProject>, again: Again) -> Self {
        Self { projects, again }
    }

    /// Goes on with what was given before.
    pub fn begin(&self, project: &MainProject) -> Attempted {
        self.again.begin(project)
    }
}

/// Whether IAM says that a token is none of its own or has ended (examples §1.2).
pub(super) fn is_not_accepted(error: &ApiError) -> bool {
    matches!(
        error.meaning(),
        Some(Meaning::SignInAgain | Meaning::AlreadyGone)
    )
}
