//! Organizations and repositories that were read, to be gone to by their names.

use cloud_api::swr::{Organization, RepositorySummary};
use cloud_api::{OrganizationName, RepositoryPath};

use super::routes::{OrganizationTab, RepositoryTab, Route};
use crate::i18n::text;
use crate::query::{Group, Places};

/// Takes note of the organizations that the person can see.
pub fn note_organizations<'a>(places: Places, rows: impl Iterator<Item = &'a Organization>) {
    places.note(Group {
        list: "organizations".to_owned(),
        kind: text::go_to_organization,
        names: rows.map(|row| row.name.as_str().into()).collect(),
        address: of_organization,
    });
}

/// Takes note of the repositories of an organization.
pub fn note_repositories(
    places: Places,
    organization: &OrganizationName,
    rows: &[RepositorySummary],
) {
    let name = |row: &RepositorySummary| format!("{organization}/{}", row.name).into_boxed_str();
    places.note(Group {
        list: format!("repositories of {organization}"),
        kind: text::go_to_repository,
        names: rows.iter().map(name).collect(),
        address: of_repository,
    });
}

fn of_organization(name: &str) -> Option<String> {
    let organization = OrganizationName::listed(name)?;
    Some(Route::Organization(organization, OrganizationTab::Repositories).to_string())
}

fn of_repository(name: &str) -> Option<String> {
    let (organization, name) = name.split_once('/')?;
    let repository = RepositoryPath::of(organization, name)?;
    Some(Route::Repository(repository, RepositoryTab::Access).to_string())
}
