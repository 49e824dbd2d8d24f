//! Where the images of a repository are pulled from.

use super::state::organization::Organization;
use super::state::repository::Repository;

/// Host of the registry.
pub const REGISTRY: &str = "swr.eu-de.example.com";
/// The same from inside the region.
pub const INTERNAL_REGISTRY: &str = "100.125.7.25:20202";

/// What `docker pull` takes, without a tag.
pub fn address(registry: &str, organization: &Organization, repository: &Repository) -> String {
    format!("{registry}/{}/{}", organization.name, repository.name)
}
