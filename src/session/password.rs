//! From a password to a checked identity.

use std::rc::Rc;

use cloud_api::iam::{CreateToken, IssuedToken, Password, TokenScope};
use cloud_api::{Operation, Secret};
use config::Iam;
use futures::FutureExt as _;

use super::outcome::Identity;
use super::outcome::{Again, Begin, MainProject, SignInError};
use super::project_choice::{begin_in, main_projects};
use super::revoke::{WhenNot, end_token};
use super::sign_in::identify;
use super::unused::Unused;
use crate::browser::clock::hear_made;
use crate::net::{Credential, Net, Token};

/// A password, with what runs when a token that was made from it and that nobody uses did not end.
#[derive(Clone)]
struct Given {
    net: Net,
    password: Password,
    when_not: WhenNot,
}

/// Makes a token from a password. Without a scope the projects of the person are asked for, and the
/// token is made for the one that there is or that is chosen: IAM may have a project of its own for this
/// person, which nobody has chosen and in which nobody may be able to work. A token in which nobody begins is ended in the cloud, where
/// the cloud offers that; something runs when it did not end.
///
/// # Errors
/// [`SignInError`] says why there is none; [`SignInError::SeveralProjects`] goes on from here.
pub async fn sign_in_with_password(
    net: Net,
    password: Password,
    scope: Option<TokenScope>,
    when_not: WhenNot,
) -> Result<Identity, SignInError> {
    let given = Given {
        net,
        password,
        when_not,
    };
    let is_scoped = scope.is_some();
    let (issued, unused) = given.create(scope).await?;
    if is_scoped {
        return given.identity(issued, unused).await;
    }
    let projects = main_projects(net, Credential::Token(made(issued.token))).await;
    let projects = projects.map_err(SignInError::Password)?;
    begin_in(net, projects, given.begin()).await
}

impl Given {
    fn begin(self) -> Begin {
        Rc::new(move |project: &MainProject| self.clone().in_project(project.clone()).boxed_local())
    }

    async fn in_project(self, project: MainProject) -> Result<Identity, SignInError> {
        let scope = TokenScope::Project(project.id);
        let (issued, unused) = self.create(Some(scope)).await?;
        self.identity(issued, unused).await
    }

    /// A password alone is good more than once; a code is not.
    async fn identity(self, issued: IssuedToken, unused: Unused) -> Result<Identity, SignInError> {
        let identity = identify(self.net, made(issued.token), issued.description).await?;
        let is_good_again = self.password.second_factor.is_none();
        let later = Self {
            net: self.net.for_good(),
            ..self
        };
        Ok(Identity {
            again: is_good_again.then(|| Again::new(later.begin())),
            unused: Some(unused),
            ..identity
        })
    }

    async fn create(
        &self,
        scope: Option<TokenScope>,
    ) -> Result<(IssuedToken, Unused), SignInError> {
        let operation = CreateToken {
            password: self.password.clone(),
            scope,
        };
        let answer = self.net.send(operation.request(), Credential::None).await;
        let issued = answer.and_then(|response| {
            let issued = CreateToken::decode(&response)?;
            // Another origin may keep the header to itself.
            if let (None, Some(made_at)) = (response.header("Date"), issued.description.issued_at())
            {
                hear_made(made_at);
            }
            Ok(issued)
        });
        let issued = issued.map_err(SignInError::Password)?;
        let token = made(issued.token.clone());
        let (net, when_not) = (self.net.for_good(), Rc::clone(&self.when_not));
        let unused = Unused::ended_by(move || end_token(net, token, when_not));
        Ok((issued, unused))
    }
}

/// A token that the region's IAM has made: nobody else is given a password.
fn made(text: Secret) -> Token {
    let iam = Iam::OfRegion;
    Token { text, iam }
}
