//! From a password to a checked identity.

use std::rc::Rc;

use cloud_api::Operation;
use cloud_api::iam::{CreateToken, IssuedToken, Password, TokenScope};
use futures::FutureExt as _;

use super::identity::Identity;
use super::project_choice::{begin_in, main_projects};
use super::sign_in::identify;
use super::sign_in_error::{MainProject, SignInError};
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
        return identify(net, issued.token, issued.description).await;
    }
    let projects = main_projects(net, Credential::Token(issued.token)).await;
    let projects = projects.map_err(SignInError::Password)?;
    let begin = move |project: &MainProject| {
        in_project(net, password.clone(), project.clone()).boxed_local()
    };
    begin_in(net, projects, Rc::new(begin)).await
}

async fn in_project(
    net: Net,
    password: Password,
    project: MainProject,
) -> Result<Identity, SignInError> {
    let issued = create(net, password, Some(TokenScope::Project(project.id))).await?;
    identify(net, issued.token, issued.description).await
}

async fn create(
    net: Net,
    password: Password,
    scope: Option<TokenScope>,
) -> Result<IssuedToken, SignInError> {
    let operation = CreateToken { password, scope };
    let answer = net.send(operation.request(), Credential::None).await;
    answer
        .and_then(|response| CreateToken::decode(&response))
        .map_err(SignInError::Password)
}
