//! Texts that follow a rule of the API: names and identifiers.
//!
//! What people type follows the rules strictly; what comes from a service is taken as it is, and can
//! be sent back as it is unless a request with it would ask something else.

pub(crate) mod carried;
mod ids;
mod name_rule;
mod organization;
mod organization_urn;
mod region;
mod repository;
pub(crate) mod ruled;
mod tag;
mod unseen;

pub use ids::{AccountId, ProjectId, UserId};
pub use organization::OrganizationName;
pub use organization_urn::OrganizationUrn;
pub use region::RegionId;
pub use repository::{RepositoryName, RepositoryPath};
pub use ruled::{CharacterRule, TextError};
pub use tag::TagName;
pub use unseen::is_unseen;
