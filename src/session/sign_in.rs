//! From a pasted token to a checked identity.

use cloud_api::iam::{ListProjects, ProjectKind, TokenDescription, TokenText, ValidateToken};
use cloud_api::{ApiError, Meaning, Operation, ProjectId, RegionId};
use config::{Iam, Place};

use super::outcome::{Identity, is_not_accepted};
use super::outcome::{ListedMain, SignInError};
use crate::browser::clock::{hear_accepted, now};
use crate::net::{Credential, Net, Token};

/// Checks a pasted token: with the IAM of the region, and where that does not accept it with the cloud's global
/// one (corrections §6).
///
/// # Errors
/// [`SignInError`] says why it cannot be used, in the region's words where both IAMs judge it.
pub async fn sign_in_with_token(net: Net, pasted: &str) -> Result<Identity, SignInError> {
    let token = token_of(pasted, Iam::OfRegion)?;
    let refusal = match describe(net, token.clone()).await {
        Ok(description) => return identify(net, token, description).await,
        Err(error) if is_not_accepted(&error) && net.place().global_iam().is_some() => error,
        Err(error) => return Err(SignInError::Token(error)),
    };
    let token = Token {
        iam: Iam::Global,
        ..token
    };
    match describe(net, token.clone()).await {
        Ok(description) => identify(net, token, description).await,
        Err(error) if is_judged(&error) => Err(SignInError::Token(refusal)),
        Err(error) => Err(SignInError::GlobalIam(error)),
    }
}

/// The same with one that this IAM has accepted before, which alone is asked.
///
/// # Errors
/// [`SignInError`] says why it cannot be used any more.
pub(super) async fn sign_in_at(net: Net, kept: &str, iam: Iam) -> Result<Identity, SignInError> {
    let token = token_of(kept, iam)?;
    let description = describe(net, token.clone()).await;
    identify(net, token, description.map_err(SignInError::Token)?).await
}

fn token_of(pasted: &str, iam: Iam) -> Result<Token, SignInError> {
    let text = TokenText::parse(pasted).map_err(SignInError::NotAToken)?;
    let text = text.into_secret();
    Ok(Token { text, iam })
}

/// Whether it is IAM that says so of a token.
fn is_judged(error: &ApiError) -> bool {
    is_not_accepted(error) || matches!(error.meaning(), Some(Meaning::NoRight | Meaning::Invalid))
}

/// Asks the IAM that knows a token what it stands for, in its own name.
pub(super) async fn describe(net: Net, token: Token) -> Result<TokenDescription, ApiError> {
    let operation = ValidateToken {
        token: token.text.clone(),
    };
    let answer = net
        .send(operation.request(), Credential::Token(token))
        .await;
    ValidateToken::decode(&answer?)
}

/// Who a token is for and where, where that is a place to work in.
pub(super) async fn identify(
    net: Net,
    token: Token,
    description: TokenDescription,
) -> Result<Identity, SignInError> {
    // IAM has just accepted it: a clock for which its time is over cannot tell.
    let is_told = hear_accepted(description.issued_at(), description.expires_at());
    let expires_at = description.expires_at();
    let expires_at = expires_at.filter(|end| is_told && *end > now());
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
    let place = place_of(net, &region)?;
    Ok(Identity {
        credential: Credential::Token(token),
        again: None,
        unused: None,
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

/// Where requests for a region of the same cloud go.
pub(super) fn place_of(net: Net, region: &RegionId) -> Result<Place, SignInError> {
    let place = net.place().in_region(region);
    place.ok_or_else(|| SignInError::RegionNotSetUp {
        region: region.clone(),
    })
}

async fn main_project(net: Net, token: &Token, name: &str) -> ListedMain {
    let name = name.to_owned();
    let answer = net
        .send(ListProjects.request(), Credential::Token(token.clone()))
        .await;
    let Ok(list) = answer.and_then(|it| ListProjects::decode(&it)) else {
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
