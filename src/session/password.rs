//! From a password to a checked identity.

use std::rc::Rc;

use cloud_api::Operation;
use cloud_api::iam::{CreateToken, IssuedToken, Password, TokenScope};
use futures::FutureExt as _;

use super::outcome::Identity;
use super::outcome::{Again, Begin, MainProject, SignInError};
use super::project_choice::{begin_in, main_projects};
use super::sign_in::identify;
use crate::browser::clock::hear_made;
use crate::net::{Credential, Net};

/// Makes a token from a password. Without a scope the projects of the person are asked for, and the
/// token is made for the one that there is or that is chosen.
///
/// # Errors
/// [`SignInError`] says why there is none; [`SignInError::SeveralProjects`] goes on from here.
pub async fn sign_in_with_password(
    net: Net,
    password: Password,
    scope: Option<TokenScope>,
) -> Result<Identity, SignInError> {
    let is_scoped = scope.is_some();
    let issued = create(net, password.clone(), scope).await?;
    if is_scoped || issued.description.project.is_some() {
        let identity = identify(net, issued.token, issued.description).await?;
        return Ok(with_again(identity, net, password));
    }
    let projects = main_projects(net, Credential::Token(issued.token)).await;
    let projects = projects.map_err(SignInError::Password)?;
    begin_in(net, projects, begin_with(net, password)).await
}

fn begin_with(net: Net, password: Password) -> Begin {
    Rc::new(move |project: &MainProject| {
        in_project(net, password.clone(), project.clone()).boxed_local()
    })
}

/// A password alone is good more than once; a code is not.
fn with_again(identity: Identity, net: Net, password: Password) -> Identity {
    let is_good_again = password.second_factor.is_none();
    Identity {
        again: is_good_again.then(|| Again::new(begin_with(net, password))),
        ..identity
    }
}

async fn in_project(
    net: Net,
    password: Password,
    project: MainProject,
) -> Result<Identity, SignInError> {
    let scope = TokenScope::Project(project.id);
    let issued = create(net, password.clone(), Some(scope)).await?;
    let identity = identify(net, issued.token, issued.description).await?;
    Ok(with_again(identity, net, password))
}

async fn create(
    net: Net,
    password: Password,
    scope: Option<TokenScope>,
) -> Result<IssuedToken, SignInError> {
    let operation = CreateToken { password, scope };
    let answer = net.send(operation.request(), Credential::None).await;
    let issued = answer.and_then(|response| {
        let issued = CreateToken::decode(&response)?;
        // Another origin may keep the header to itself.
        if let (None, Some(made_at)) = (response.header("Date"), issued.description.issued_at()) {
            hear_made(made_at);
        }
        Ok(issued)
    });
    issued.map_err(SignInError::Password)
}
