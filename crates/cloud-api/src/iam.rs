//! Identity and access management: tokens, projects, users.

mod meaning;
mod pasted_token;
mod project;
mod token;
mod token_body;
mod user;

pub(crate) use meaning::{is_own, meaning};
pub use pasted_token::{TokenError, TokenText};
pub use project::{ListProjects, Project, ProjectKind, ProjectList};
pub use token::{
    CreateToken, IssuedToken, Named, Password, SecondFactor, TokenDescription, TokenScope,
    TokenUser, ValidateToken,
};
pub use user::{ListUsers, User, users_like};
