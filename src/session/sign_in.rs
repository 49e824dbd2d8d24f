//! From a pasted token or a password to a checked identity.

use cloud_api::iam::{
    CreateToken, ListProjects, Password, ProjectKind, TokenDescription, TokenError, TokenScope,
    TokenText, ValidateToken,
};
use cloud_api::{ApiError, Meaning, Operation, ProjectId, RegionId, Secret};

use super::identity::Identity;
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
        main: MainProject,
    },
    /// The token is for a whole account.
    NoProject,
    /// The token is for a region of the cloud, or of another one, that the console is not set up for.
    RegionNotSetUp {
        /// The region.
        region: RegionId,
    },
    /// The project's name or ID has a form that no request can carry.
    UnknownProject {
        /// The project's name.
        project: String,
    },
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
            | Self::RegionNotSetUp { .. }
            | Self::UnknownProject { .. } => None,
        }
    }

    /// Whether the token may be good although it could not be used just now.
    pub(super) fn leaves_token_good(&self) -> bool {
        matches!(self, Self::Token(error) if !is_not_accepted(error))
    }
}

/// What the list of the person's projects says about the main one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MainProject {
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
    ValidateToken::decode(&answer?)
}

/// Whether IAM says that a token is none of its own or has ended (examples §1.2).
pub(super) fn is_not_accepted(error: &ApiError) -> bool {
    matches!(
        error.meaning(),
        Some(Meaning::SignInAgain | Meaning::AlreadyGone)
    )
}

/// Makes a token from a password.
///
/// # Errors
/// [`SignInError`] says why there is none.
pub async fn sign_in_with_password(
    net: Net,
    password: Password,
    scope: TokenScope,
) -> Result<Identity, SignInError> {
    let operation = CreateToken { password, scope };
    let answer = net.send(operation.request(), Credential::None).await;
    let issued = answer
        .and_then(|response| CreateToken::decode(&response))
        .map_err(SignInError::Password)?;
    identify(net, issued.token, issued.description).await
}

async fn identify(
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
    let Some(place) = net.place().in_region(&region) else {
        return Err(SignInError::RegionNotSetUp { region });
    };
    Ok(Identity {
        token,
        place,
        user_id: description.user.id,
        user_name: description.user.name,
        account_id: description.user.domain.id,
        account_name: description.user.domain.name,
        project_id,
        region,
        expires_at,
    })
}

async fn main_project(net: Net, token: &Secret, name: &str) -> MainProject {
    let name = name.to_owned();
    let answer = net
        .send(ListProjects.request(), Credential::Token(token.clone()))
        .await;
    let Ok(list) = answer.and_then(|it| ListProjects::decode(&it)) else {
        return MainProject::NotChecked(name);
    };
    let listed = list.projects.iter().any(|project| {
        project.name == name && project.enabled && project.kind() == ProjectKind::Main
    });
    if listed {
        MainProject::Reachable(name)
    } else {
        MainProject::NotListed(name)
    }
}
