//! From a pasted token to a checked identity, and why nobody is signed in.

use cloud_api::iam::{
    ListProjects, ProjectKind, TokenDescription, TokenError, TokenText, ValidateToken,
};
use cloud_api::{ApiError, Meaning, Operation, ProjectId, RegionId, Secret};

use super::identity::Identity;
use super::project_choice::ProjectChoice;
use crate::browser::clock::now;
use crate::net::{Credential, Net};

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
    /// The project's name or ID has a form that no request can carry.
    UnknownProject {
        /// The project's name.
        project: String,
    },
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
            Self::Token(error) | Self::Password(error) => Some(error),
            Self::NotAToken(_)
            | Self::SubProject { .. }
            | Self::NoProject
            | Self::UnknownProject { .. }
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

/// Checks a pasted token with IAM.
///
/// # Errors
/// [`SignInError`] says why it cannot be used.
pub async fn sign_in_with_token(net: Net, pasted: &str) -> Result<Identity, SignInError> {
    let token = TokenText::parse(pasted)
        .map_err(SignInError::NotAToken)?
        .into_secret();
    let description = describe(net, token.clone()).await;
    let description = description.map_err(SignInError::Token)?;
    identify(net, token, description).await
}

/// Asks IAM what a token stands for, in its own name.
pub(super) async fn describe(net: Net, token: Secret) -> Result<TokenDescription, ApiError> {
    let operation = ValidateToken {
        token: token.clone(),
    };
    let answer = net
        .send(operation.request(), Credential::Token(token))
        .await;
    ValidateToken::decode(&answer.map_err(ApiError::NoAnswer)?)
}

/// Whether IAM says that a token is none of its own or has ended (examples §1.2).
pub(super) fn is_not_accepted(error: &ApiError) -> bool {
    matches!(
        error.meaning(),
        Some(Meaning::SignInAgain | Meaning::AlreadyGone)
    )
}

/// Who a token is for and where, where that is a place to work in.
pub(super) async fn identify(
    net: Net,
    token: Secret,
    description: TokenDescription,
) -> Result<Identity, SignInError> {
    // IAM has just accepted it: a clock for which its time is over cannot tell.
    let expires_at = description.expires_at().filter(|end| *end > now());
    let Some(project) = description.project else {
        return Err(SignInError::NoProject);
    };
    if let Some((main, _)) = project.name.split_once('_') {
        let main = main_project(net, &token, main).await;
        return Err(SignInError::SubProject {
            project: project.name,
            main,
        });
    }
    let (Some(region), Some(project_id)) = (
        RegionId::listed(&project.name),
        ProjectId::listed(&project.id),
    ) else {
        return Err(SignInError::UnknownProject {
            project: project.name,
        });
    };
    Ok(Identity {
        token,
        user_id: description.user.id,
        user_name: description.user.name,
        account_id: description.user.domain.id,
        account_name: description.user.domain.name,
        project_id,
        region,
        expires_at,
    })
}

async fn main_project(net: Net, token: &Secret, name: &str) -> ListedMain {
    let name = name.to_owned();
    let answer = net
        .send(ListProjects.request(), Credential::Token(token.clone()))
        .await;
    let Ok(list) = answer
        .map_err(ApiError::NoAnswer)
        .and_then(|it| ListProjects::decode(&it))
    else {
        return ListedMain::NotChecked(name);
    };
    let listed = list.projects.iter().any(|project| {
        project.name == name && project.enabled && project.kind() == ProjectKind::Main
    });
    if listed {
        ListedMain::Reachable(name)
    } else {
        ListedMain::NotListed(name)
    }
}
