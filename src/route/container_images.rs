//! The addresses of pages about container images, for these pages and for those of other areas that lead
//! there.

use cloud_api::{OrganizationName, RepositoryPath};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// What stands in an address as it is: what names of people's own choice consist of, and the `$` that
/// stands for a slash.
const NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'$');

/// The organizations.
pub const ORGANIZATIONS: &str = "containers";

/// The sync tasks of all repositories.
pub const SYNC_TASKS: &str = "sync-tasks";

/// The part of a repository's page that tells who has access.
pub const ACCESS: &str = "permissions";

/// The part of a repository's page that tells which other accounts can pull.
pub const SHARED_ACCOUNTS: &str = "shared-accounts";

/// A name as a part of an address.
fn encoded(name: &str) -> PercentEncode<'_> {
    utf8_percent_encode(name, NAME)
}

/// An organization.
#[must_use]
pub fn organization(organization: &OrganizationName) -> String {
    format!("{ORGANIZATIONS}/{}", encoded(organization.as_str()))
}

/// Who has access to an organization.
#[must_use]
pub fn access_to_organization(name: &OrganizationName) -> String {
    format!("{}/~permissions", organization(name))
}

/// A part of a repository's page.
#[must_use]
pub fn repository(place: &RepositoryPath, part: &str) -> String {
    let dollars = place.name.as_str().replace('/', "$");
    let organization = organization(&place.organization);
    format!("{organization}/{}/{part}", encoded(&dollars))
}

/// The same page with its table narrowed to what is looked for; untrusted text.
#[must_use]
pub fn filtered(address: &str, filter: &str) -> String {
    format!("{address}?filter={}", encoded(filter))
}

/// The sync tasks of all repositories, narrowed to those where each of these parameters has this value;
/// untrusted texts.
#[must_use]
pub fn sync_tasks(wanted: &[(&str, &str)]) -> String {
    let mut address = SYNC_TASKS.to_owned();
    for (number, (parameter, value)) in wanted.iter().enumerate() {
        address.push(if number == 0 { '?' } else { '&' });
        address.push_str(parameter);
        address.push('=');
        address.extend(encoded(value));
    }
    address
}
