//! From a pasted token or a password to a checked identity.

use cloud_api::iam::{
    CreateToken, ListProjects, Password, ProjectKind, TokenDescription, TokenError, TokenScope,
    TokenText, ValidateToken,
};
use cloud_api::{ApiError, Meaning, Operation, ProjectId, RegionId, Secret};

use super::identity::Identity;
use crate::net::{Credential, Net};

/// Why nobody is signed in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// What was pasted is not a token.
    NotAToken(TokenError),
    /// IAM says that the token's time is over.
    Expired,
    /// IAM does not accept the token.
    NotAccepted,
    /// IAM does not accept account, user or password.
    WrongPassword,
    /// The user has nothing in the region or project, or there is no such.
    NotInScope,
    /// The token is for a part of a region; SWR wants the main project.
    SubProject {
        /// The token's project.
        project: String,
        /// The main project, where the person has access to it.
        main: MainProject,
    },
    /// The token is for a whole account.
    NoProject,
    /// The project's name or ID has a form that no request can carry.
    UnknownProject {
        /// The project's name.
        project: String,
    },
    /// Anything else.
    Api(ApiError),
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

/// The code for a token whose time is over (examples §1.2).
const EXPIRED: &str = "IAM.0066";

/// Checks a pasted token with IAM.
///
/// # Errors
/// [`SignInError`] says why it cannot be used.
pub async fn sign_in_with_token(net: Net, pasted: &str) -> Result<Identity, SignInError> {
    let token = TokenText::parse(pasted)
        .map_err(SignInError::NotAToken)?
        .into_secret();
    let operation = ValidateToken {
        token: token.clone(),
    };
    let response = net
        .send(operation.request(), Credential::Token(token.clone()))
        .await;
    let response = response.map_err(|error| SignInError::Api(ApiError::NoAnswer(error)))?;
    let description = ValidateToken::decode(&response).map_err(|error| match &error {
        ApiError::Refused(refusal) if refusal.code == EXPIRED => SignInError::Expired,
        ApiError::Refused(refusal)
            if matches!(refusal.meaning, Meaning::SignInAgain | Meaning::AlreadyGone) =>
        {
            SignInError::NotAccepted
        }
        _ => SignInError::Api(error),
    })?;
    identify(net, token, description).await
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
    let response = net.send(operation.request(), Credential::None).await;
    let response = response.map_err(|error| SignInError::Api(ApiError::NoAnswer(error)))?;
    let issued = CreateToken::decode(&response).map_err(|error| match error.meaning() {
        Some(Meaning::SignInAgain) => SignInError::WrongPassword,
        Some(Meaning::NoRight | Meaning::AlreadyGone) => SignInError::NotInScope,
        _ => SignInError::Api(error),
    })?;
    identify(net, issued.token, issued.description).await
}

async fn identify(
    net: Net,
    token: Secret,
    description: TokenDescription,
) -> Result<Identity, SignInError> {
    let expires_at = description.expires_at();
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

async fn main_project(net: Net, token: &Secret, name: &str) -> MainProject {
    let name = name.to_owned();
    let answer = net
        .send(ListProjects.request(), Credential::Token(token.clone()))
        .await;
    let Ok(list) = answer
        .map_err(ApiError::NoAnswer)
        .and_then(|it| ListProjects::decode(&it))
    else {
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
