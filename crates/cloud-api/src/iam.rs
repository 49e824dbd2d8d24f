//! Identity and access management: tokens, projects, users.

mod access_key;
mod domain;
mod meaning;
mod password;
mod pasted_token;
mod project;
mod token;
mod token_body;
mod user;

pub use access_key::{AccessKeyId, AccessKeyOwner, ShowAccessKey};
pub use domain::ListDomains;
pub(crate) use meaning::{is_own, meaning};
pub use password::{Password, SecondFactor};
pub use pasted_token::{TokenError, TokenText};
pub use project::{ListProjects, ListProjectsNamed, Project, ProjectKind, ProjectList};
pub use token::{
    CreateToken, IssuedToken, Named, RevokeToken, TokenDescription, TokenScope, TokenUser,
    ValidateToken,
};
pub use user::{ListUsers, ShowUser, User, users_like};
