//! Identity and access management: tokens, projects, users.

mod meaning;
mod project;
mod token;
mod user;

pub(crate) use meaning::meaning;
pub use project::{ListProjects, Project, ProjectKind, ProjectList};
pub use token::{
    CreateToken, IssuedToken, Named, Password, TokenDescription, TokenError, TokenScope, TokenText,
    TokenUser, ValidateToken,
};
pub use user::{ListUsers, User, users_like};
